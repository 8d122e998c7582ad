"""The drafter's words for facts, records and payers of one program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from huice.core.program import FactDecl, Program, Rule
from huice.decide.decision import Question
from huice.facts.model import Record
from huice.render.words import Words

__all__ = ["Names"]

#: How addresses of figures left to the authority begin.
_DECIDED = "decided."
_STEP = re.compile(r"^(?P<name>.+?)(?:\[(?P<index>\d+)\])?$")


class Names:
    """Looks up labels; falls back to the name where the policy gives no label."""

    def __init__(self, program: Program, words: Words) -> None:
        self._words = words
        self._decls = {(e.name, f.name): f for e in program.entities for f in e.facts}
        self._entities = {e.name: e.label or e.name for e in program.entities}
        self._subject = program.subject.name
        self._payers = {p.name: p.label or p.name for p in program.policy.payers}
        self._rules = {r.name: r for r in program.rules}

    def decl(self, entity: str | None, name: str | None) -> FactDecl | None:
        """The declaration of a fact, if it is one of the policy's."""
        return self._decls.get((entity or "", name or ""))

    def entity(self, name: str) -> str:
        """An entity's label."""
        return self._entities.get(name, name)

    def labels(self, decls: Iterable[FactDecl]) -> Iterator[tuple[str, str]]:
        """Names with the labels that stand for them: of these facts, of their options, and of all entities."""
        for decl in decls:
            yield decl.name, decl.label or decl.name
            yield from ((o.name, o.label or o.name) for o in decl.options)
        yield from self._entities.items()

    def payer(self, name: str) -> str:
        """A payer's label; the unstated payer has words of its own."""
        if name == "unstated":
            return self._words["payer.unstated"]
        return self._payers.get(name, name)

    def rule(self, rule: Rule) -> str:
        """A rule's title and article: `Platform subsidy (1.1)`."""
        title = rule.title or rule.name
        return self._words["rule"].format(title=title, article=rule.article) if rule.article else title

    def record(self, record: Record) -> str:
        """A record and the records around it, counted from 1: `Project 1, stand 2`."""
        inner_first = [r for r in record.chain() if r.index is not None]
        parts = [self._numbered(r.entity, (r.index or 0) + 1) for r in reversed(inner_first)]
        return self._words["record.join"].join(parts)

    def open_list(self, rule: Rule) -> str:
        """The one award that stands for a list nobody has given."""
        return self._words["record.open"].format(entity=self.entity(rule.entity))

    def address(self, address: str) -> str:
        """What an address such as ``project[0].it_investment`` points at, in words."""
        if address == "history":
            return self._words["history"]
        if address.startswith(_DECIDED):
            return self._decided(address.removeprefix(_DECIDED))
        *around, last = _steps(address)
        parts = [self._numbered(name, index + 1) for name, index in around if index is not None]
        decl = self.decl_at(address)
        if last[1] is not None:
            parts.append(self._numbered(last[0], last[1] + 1))
        elif decl is not None:
            parts.append(self.fact(decl))
        elif last[0] in self._entities:
            parts.append(self._words["list"].format(entity=self.entity(last[0])))
        else:
            parts.append(last[0])
        return self._words["record.join"].join(parts)

    def _decided(self, rest: str) -> str:
        """A figure left to the authority: ``rule``, or ``rule.project[0]`` for one record."""
        name, _, record = rest.partition(".")
        rule = self._rules.get(name)
        text = self._words["decided"].format(rule=name if rule is None else rule.title or name)
        return f"{text}{self._words['record.join']}{self.address(record)}" if record else text

    def decl_at(self, address: str) -> FactDecl | None:
        """The declaration of the fact that an address points at; None for a list or a record."""
        *around, (name, index) = _steps(address)
        entity = around[-1][0] if around else self._subject
        return self.decl(entity, name) if index is None else None

    def fact(self, decl: FactDecl) -> str:
        """A fact's label."""
        return decl.label or decl.name

    def ask(self, question: Question) -> str:
        """The question in the drafter's words, or in plain ones where the policy has none."""
        if question.ask:
            return question.ask
        if question.address == "history":
            return self._words["ask.history"]
        if question.kind == "list":
            return self._words["ask.list"].format(list=self.entity(question.address.rpartition(".")[2]))
        key = "decided" if question.to == "authority" else "flag" if question.kind == "flag" else "fact"
        return self._words[f"ask.{key}"].format(fact=self.address(question.address))

    def _numbered(self, entity: str, number: int) -> str:
        return self._words["record"].format(entity=self.entity(entity), number=number)


def _steps(address: str) -> list[tuple[str, int | None]]:
    """``project[0].cost`` as [("project", 0), ("cost", None)]; never empty."""
    steps: list[tuple[str, int | None]] = []
    for step in address.split("."):
        match = _STEP.match(step)
        index = match["index"] if match else None
        steps.append((match["name"] if match else step, None if index is None else int(index)))
    return steps
