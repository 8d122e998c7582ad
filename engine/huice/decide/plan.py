"""What is the same for every case of a Program: looked up once, then shared between threads."""

from __future__ import annotations

from collections.abc import Iterable

from huice.core import Expr, Fact, FactDecl, Fork, Program, Rule, facts_read

__all__ = ["Plan"]


class Plan:
    """Indexes over one Program. Never changes after it is made."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.declared: dict[tuple[str, str], FactDecl] = {
            (entity.name, fact.name): fact for entity in program.entities for fact in entity.facts
        }
        self.parents: dict[str, str | None] = {e.name: e.parent for e in program.entities}
        self.children: dict[str, tuple[str, ...]] = {
            e.name: tuple(c.name for c in program.entities if c.parent == e.name) for e in program.entities
        }
        self.subject = program.subject.name
        self.rules: dict[str, Rule] = {r.name: r for r in program.rules}
        self.paying = tuple(r for r in program.rules if r.pays)
        self.money = tuple(r for r in self.paying if r.in_kind is None)
        self.reads: dict[str, frozenset[Fact]] = {r.name: frozenset(_reads(r, program)) for r in program.rules}
        self.subject_fork: Fork | None = next((f for f in program.forks if f.entity == self.subject), None)
        self.record_forks: dict[str, Fork] = {f.entity: f for f in program.forks if f.entity != self.subject}

    def lineage(self, entity: str) -> tuple[str, ...]:
        """The entities from the subject's records down to `entity` (empty for the subject)."""
        path: list[str] = []
        here: str | None = entity
        while here is not None and here != self.subject:
            path.append(here)
            here = self.parents[here]
        return tuple(reversed(path))

    def readers(self, fact: Fact) -> tuple[str, ...]:
        """The rules that read `fact`."""
        return tuple(name for name, read in self.reads.items() if fact in read)


def _reads(rule: Rule, program: Program) -> Iterable[Fact]:
    exprs: list[Expr] = [c.expr for c in (*program.policy.conditions, *rule.conditions)]
    exprs += [e for e in (rule.dated_by, rule.amount) if e is not None]
    for cap in rule.caps:
        exprs += [cap.limit, *cap.keys]
    if rule.ceiling is not None:
        exprs += [rule.ceiling.value, rule.ceiling.limit]
    for expr in exprs:
        yield from facts_read(expr)
