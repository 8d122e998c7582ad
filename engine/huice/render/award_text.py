"""One award in words: what it comes to, why, and what held it down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from huice.core.program import Program
from huice.decide.decision import Award, ConditionResult, FactSeen, Holds, LimitResult, Status
from huice.render.assumptions import assumption_text
from huice.render.figures import Figures
from huice.render.names import Names
from huice.render.words import words
from huice.values import Range

__all__ = ["AwardText"]

#: Conditions that an accountant takes for granted while they hold.
_QUIET = frozenset({"window", "policy_window", "once", "policy"})


class AwardText:
    """Words the awards of one decision."""

    def __init__(self, program: Program, lang: str, *, full: bool = False) -> None:
        self._words = words(lang)
        self._figures = Figures(self._words, lang, program.policy.currency, program.policy.digits)
        self._names = Names(program, self._words)
        self._policy_window = program.policy.window
        # Clauses are printed as the file spells them; a Chinese reader is better served by the document itself.
        self._foreign = lang == "zh" and program.spelling == "en"
        self._lang = lang
        self._full = full

    def heading(self, award: Award) -> str:
        """The rule, the record and the amount on one line."""
        amount = self.amount(award.amount, award.rule.in_kind)
        record = self.record(award)
        rule = self._names.rule(award.rule)
        if record is None:
            return self._words["award"].format(rule=rule, amount=amount)
        return self._words["award.record"].format(rule=rule, record=record, amount=amount)

    def named(self, award: Award) -> str:
        """The rule and the record, without an amount."""
        record, rule = self.record(award), self._names.rule(award.rule)
        return rule if record is None else f"{rule}{self._words['record.join']}{record}"

    def record(self, award: Award) -> str | None:
        """The record an award is for; None where it is for the subject."""
        if award.open_list:
            return self._names.open_list(award.rule)
        if award.record is None or award.record.index is None:
            return None
        return self._names.record(award.record)

    def amount(self, amount: Range, in_kind: str | None) -> str:
        """An amount, with the form it comes in where that is not money."""
        text = self._figures.range(amount)
        return text if in_kind is None else self._words["award.in_kind"].format(amount=text, form=in_kind)

    def due(self, award: Award, readings: Mapping[str, int]) -> Iterator[str]:
        """Why an award is due and how its amount came about, a paragraph each."""
        yield from self._conditions("because", award, Holds.YES)
        yield self.how(award)
        yield from self._limits(award)
        yield from self._shares(award)
        if not award.amount.is_point:
            yield from self.missing(award)
        yield from self._tail(award, readings)

    def open(self, award: Award, readings: Mapping[str, int]) -> Iterator[str]:
        """What an undetermined award is waiting for."""
        if not self._full:
            yield from self.missing(award)
            return
        yield from self._conditions("because", award, Holds.YES)
        yield from self._conditions("unknown", award, Holds.UNKNOWN)
        yield self.how(award)
        yield from self._limits(award)
        yield from self.missing(award)
        yield from self._tail(award, readings)

    def why_not(self, award: Award) -> str:
        """The conditions that failed, on one line: the first, or all of them when full."""
        failed = [self.condition(c, award) for c in award.conditions if c.holds is Holds.NO]
        return self._join(failed if self._full else failed[:1])

    def missing(self, award: Award) -> Iterator[str]:
        """What is still needed, in words."""
        # A figure left to the authority is told where its limit is.
        needed = [a for a in award.missing if not a.startswith("decided.") or award.status is not Status.ELIGIBLE]
        if needed:
            yield self._words["missing"].format(text=self._join(dict.fromkeys(map(self._names.address, needed))))

    def quotes(self, award: Award) -> Iterator[str]:
        """The sentences of the official text, where the reader asked for everything."""
        if self._full:
            yield from (self._words["quote"].format(text=q) for q in award.rule.quotes)

    def condition(self, condition: ConditionResult, award: Award) -> str:
        """A condition with the facts that it read; windows and `once` are put into our own words."""
        text = self._labelled(condition.text, condition.facts)
        holds = condition.holds.value
        if condition.kind == "policy":
            text = self._words["condition.policy"].format(text=text)
        elif condition.kind == "unless":
            text = self._words[f"condition.unless.{holds}"].format(text=text)
        elif condition.kind == "once":
            text = self._words[f"condition.once.{holds}"]
        elif condition.kind in ("window", "policy_window"):
            text = self._words[f"condition.window.{holds}"].format(text=self._window(condition, award))
        elif [text] == [self.fact_name(f) for f in condition.facts]:
            return self.facts(condition.facts)  # a bare flag: its value says it all
        facts = self.facts(condition.facts)
        return self._words["condition"].format(text=text, facts=facts) if facts else text

    def _window(self, condition: ConditionResult, award: Award) -> str:
        window = award.rule.window if condition.kind == "window" else self._policy_window
        if window is None or (window.start is None and window.end is None):
            return condition.text
        key = f"window.{'from' if window.start else ''}{'until' if window.end else ''}"
        return self._words[key].format(start=window.start, end=window.end)

    def _labelled(self, clause: str, seen: Iterable[FactSeen]) -> str:
        """A printed clause with labels in place of the names of facts, options and entities."""
        decls = [self._names.decl(fact.entity, fact.name) for fact in seen]
        for name, label in self._names.labels(d for d in decls if d is not None):
            if name in clause:
                clause = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", label.replace("\\", r"\\"), clause)
        return clause

    def facts(self, seen: Iterable[FactSeen]) -> str:
        """Facts with what they hold, each once."""
        return self._join(dict.fromkeys(self._fact(f) for f in seen))

    def fact_name(self, fact: FactSeen) -> str:
        """A fact's label."""
        decl = self._names.decl(fact.entity, fact.name)
        return self._names.fact(decl) if decl is not None else self._names.address(fact.address)

    def _fact(self, fact: FactSeen) -> str:
        decl = self._names.decl(fact.entity, fact.name)
        value = self._figures.value(decl, fact.value)
        return self._words["fact"].format(fact=self.fact_name(fact), value=value)

    def _conditions(self, key: str, award: Award, holds: Holds) -> Iterator[str]:
        shown = [
            self.condition(c, award)
            for c in award.conditions
            if c.holds is holds and (self._full or holds is not Holds.YES or c.kind not in _QUIET)
        ]
        if shown:
            yield self._words[key].format(text=self._join(shown))

    def how(self, award: Award) -> str:
        """The clause with the facts it reads; in Chinese the official sentence where the file is spelled in English."""
        facts = self.facts(award.used)
        key, text = "amount", self._labelled(award.rule.amount_text, award.used)
        if self._foreign and award.rule.quotes:
            key, text = "amount.quote", award.rule.quotes[0]
        said = self._words[key].format(text=text)
        return self._words["condition"].format(text=said, facts=facts) if facts else said

    def _limits(self, award: Award) -> Iterator[str]:
        for limit in award.limits:
            if limit.kind == "open":
                if not award.amount.is_point:
                    yield self._words["limit.open"].format(amount=self._figures.range(limit.amount))
            elif limit.bites is Holds.YES:
                yield self._bite(limit)
            elif limit.bites is Holds.UNKNOWN and self._full:
                yield self._words["limit.maybe"].format(amount=self._figures.range(limit.amount))

    def _bite(self, limit: LimitResult) -> str:
        amount, cut, left = self._figures.range(limit.amount), self._figures.range(limit.cut), limit.left
        if left is not None and left.minor_high == 0:
            return self._words["limit.used_up"].format(amount=amount)
        if left is not None and left != limit.amount:
            return self._words["limit.left"].format(amount=amount, left=self._figures.range(left), cut=cut)
        key = "limit.cap" if limit.kind == "cap" else "limit.running"
        return self._words[key].format(amount=amount, cut=cut)

    def _shares(self, award: Award) -> Iterator[str]:
        if not award.split or award.amount.minor_high == 0:
            return
        shares = [
            self._names.payer(p)
            if len(award.split) == 1
            else self._words["share"].format(payer=self._names.payer(p), amount=self._figures.range(r))
            for p, r in award.split.items()
        ]
        yield self._words["paid_by"].format(text=self._join(shares))

    def _tail(self, award: Award, readings: Mapping[str, int]) -> Iterator[str]:
        numbers = [readings.get(assumption_text(a, self._lang)) for a in award.assumptions]
        marks = [self._words["reading.mark"].format(number=n) for n in numbers if n is not None]
        if marks:
            yield self._words["readings"].format(text=" ".join(marks))
        if award.rule.remarks and award.status is Status.ELIGIBLE and not self._foreign:
            yield self._words["remark"].format(text=self._join(award.rule.remarks))
        if award.rule.responsible and self._full:
            yield self._words["responsible"].format(text=self._join(award.rule.responsible))
        yield from self.quotes(award)

    def _join(self, parts: Iterable[str]) -> str:
        return self._words["list.join"].join(parts)
