"""Which missing facts can still move the total, the one that can narrow it most first (semantics.md, section 8)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import evolve, frozen

from huice.core import Fact, FactDecl
from huice.decide.decision import Question
from huice.decide.ranges import Interval
from huice.decide.whatif import answers
from huice.decide.world import World
from huice.facts.model import Facts, Record
from huice.values import Exact

__all__ = ["questions"]

_ORDER = {"applicant": 0, "authority": 1, "population": 2}


@frozen
class _Missing:
    """Something missing: a fact of a record, a list of records, or (neither) part of the history."""

    question: Question
    record: Record | None = None
    fact: FactDecl | None = None
    entity: str | None = None


def questions(world: World, as_of: dt.date) -> tuple[Question, ...]:
    """Every missing fact in the open set of the total or of a payer's total, in order of influence."""
    tally = world.tally()
    for_total = set(world.unknowns.addresses(tally.total.open))
    bits = tally.total.open
    for part in tally.split.values():
        bits |= part.open
    asked = world.unknowns.addresses(bits)
    known = {m.question.address: m for m in _missing(world)}
    order = {address: i for i, address in enumerate(known)}
    rows = []
    for address in asked:
        missing = known.get(address) or _Missing(Question(address, None, "applicant", "history"))
        gain = _gain(world, missing, as_of) if missing.question.to == "applicant" else (0, 0)
        rank = (_ORDER[missing.question.to], address not in for_total, -gain[0], -gain[1], order.get(address, 0))
        rows.append((rank, missing.question))
    return tuple(question for _, question in sorted(rows, key=lambda row: row[0]))


def _missing(world: World) -> Iterable[_Missing]:
    """Everything that a case of this policy could be asked for and does not say, in declaration order."""
    plan, facts = world.plan, world.facts
    records = [facts.subject]
    while records:
        here = records.pop(0)
        for entity in plan.program.entities:
            if entity.name != here.entity:
                continue
            for fact in entity.facts:
                if fact.name not in here.values:
                    yield _fact(world, here, fact)
        for child in plan.children[here.entity]:
            items = here.lists.get(child)
            if items is None:
                prefix = "" if here is facts.subject else f"{here.address}."
                question = Question(f"{prefix}{child}", None, "applicant", "list", entity=child)
                yield _Missing(question, here, None, child)
            else:
                records.extend(items)
    if facts.history is None:
        yield _Missing(Question("history", None, "applicant", "history"))


def _fact(world: World, record: Record, fact: FactDecl) -> _Missing:
    if fact.decides is not None:
        at = "" if record is world.facts.subject else f".{record.address}"
        address, kind, name = f"decided.{fact.decides}{at}", "decided", fact.decides
    else:
        address, kind, name = f"{record.address}.{fact.name}", fact.kind.value, fact.name
    return _Missing(Question(address, fact.ask, fact.asked_of, kind, fact.entity, name), record, fact)


def _gain(world: World, missing: _Missing, as_of: dt.date) -> tuple[int, Exact]:
    """The largest drop of the total's width over answers: unbounded parts closed, then money."""
    best: tuple[int, Exact] = (0, 0)
    for facts, changed in _answered(world, missing, as_of):
        before = _width(world, changed)
        after = _width(world.derive(facts, changed), changed)
        best = max(best, (before[0] - after[0], before[1] - after[1]))
    return best


def _answered(world: World, missing: _Missing, as_of: dt.date) -> Iterable[tuple[Facts, tuple[str, ...]]]:
    plan, facts = world.plan, world.facts
    if missing.fact is not None and missing.record is not None:
        fact = Fact(missing.fact.entity, missing.fact.name)
        changed = plan.readers(fact)
        for value in answers(plan, missing.fact, changed, as_of):
            yield facts.with_value(missing.record, fact, value), changed
    elif missing.entity is not None and missing.record is not None:
        changed = tuple(r.name for r in plan.program.rules if missing.entity in plan.lineage(r.entity))
        yield facts.with_list(missing.record, missing.entity, ()), changed
    elif missing.question.address == "history":
        changed = tuple(r.name for r in plan.program.rules if r.once or r.caps)
        yield evolve(facts, history=()), changed


def _width(world: World, rules: tuple[str, ...]) -> tuple[int, Exact]:
    """How many blocks are unbounded, and the width of the others together."""
    wanted = set(rules)
    totals: list[Interval] = [world.block(b).total for b in world.blocks() if not wanted.isdisjoint(b)]
    unbounded = sum(t.high is None for t in totals)
    return unbounded, sum((t.high - (t.low or 0) for t in totals if t.high is not None), 0)
