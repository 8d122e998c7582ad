"""Near misses: what one stated fact keeps out (semantics.md, section 8)."""

from __future__ import annotations

import datetime as dt

from huice.core import Fact
from huice.decide.awards import Check, Claim
from huice.decide.decision import FactSeen, NearMiss
from huice.decide.scope import Scope
from huice.decide.whatif import admissible
from huice.decide.world import World
from huice.values import Exact, Range, Value

__all__ = ["near_misses"]

_OFFERED = ("when", "unless")


def near_misses(world: World, claim: Claim, as_of: dt.date) -> tuple[NearMiss, ...]:
    """For an award whose conditions fail: each single fact that, at its nearest other value, would let it in.

    Not offered: days past, history, what the policy as a whole excludes.
    """
    failed = [c for c in claim.checks if not c.truth.yes]
    if not failed or claim.scope.open_list or any(c.test.kind not in _OFFERED for c in failed):
        return ()
    found = []
    for fact, scope, now in _stated(world, claim, failed):
        near = _nearest(world, claim, fact, scope, now, as_of)
        if near is not None:
            found.append(near)
    return tuple(found)


def _stated(world: World, claim: Claim, failed: list[Check]) -> list[tuple[Fact, Scope, Value]]:
    """The known facts that the failing conditions read, each once."""
    seen: dict[Fact, tuple[Fact, Scope, Value]] = {}
    for check in failed:
        for fact in check.test.facts:
            scope, value = world.evaluator.stated(fact, claim.scope)
            if value is not None and world.plan.declared[fact.entity, fact.name].asked_of == "applicant":
                seen[fact] = (fact, scope, value)
    return list(seen.values())


def _nearest(world: World, claim: Claim, fact: Fact, scope: Scope, now: Value, as_of: dt.date) -> NearMiss | None:
    plan, name = world.plan, claim.rule.name
    declared = plan.declared[fact.entity, fact.name]
    assert scope.record is not None
    readers = plan.readers(fact)
    for value in admissible(plan, declared, now, (name,), as_of):
        other = world.derive(world.facts.with_value(scope.record, fact, value), readers)
        changed = next(c for c in other.outcome(claim.rule).claims if c.scope.address == claim.scope.address)
        if not changed.applies.yes:
            continue
        gain = _gain(world, other, readers)
        if gain == (0, 0) and claim.rule.in_kind is None:
            continue
        address = world.evaluator.address(fact, scope)
        digits = plan.program.policy.digits
        low, high = gain
        return NearMiss(FactSeen(address, now, fact.entity, fact.name), value, Range(low, high, digits))
    return None


def _gain(world: World, other: World, readers: tuple[str, ...]) -> tuple[int, int | None]:
    """How the total's two ends move, in minor units; what no end bounds stays unbounded."""
    before, after = world.money_of(readers), other.money_of(readers)
    low = _minus(after.low, before.low) or 0
    high = _minus(after.high, before.high)
    if high is None:
        return (low, None) if after.high is None and before.high is not None else (low, low)
    return (min(low, high), max(low, high))


def _minus(a: Exact | None, b: Exact | None) -> int | None:
    return None if a is None or b is None else int(a - b)
