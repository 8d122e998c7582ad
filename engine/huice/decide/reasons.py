"""From an outcome to what is said of it: every figure here was already seen while deciding."""

from __future__ import annotations

import datetime as dt
from functools import cache, partial

from huice.core import Assumption, Fact, LimitStep, Rule
from huice.decide.awards import Check, Claim
from huice.decide.decision import Award, ConditionResult, FactSeen, Holds, LimitResult, RuleResult, Status
from huice.decide.near import near_misses
from huice.decide.outcome import CapSeen, Outcome
from huice.decide.ranges import ZERO, Interval, Truth, add, compare, maximum, opposite, rounded
from huice.decide.scope import Scope
from huice.decide.world import World
from huice.values import Range

__all__ = ["as_range", "award", "rule_result"]


def as_range(amount: Interval, digits: int) -> Range:
    """Minor units for the reader."""
    low, high = amount.low, amount.high
    if low == 0 and high == 0:
        return _nothing(digits)
    return Range(int(low or 0), None if high is None else int(high), digits)


@cache
def _nothing(digits: int) -> Range:
    return Range(0, 0, digits)


def holds(truth: Truth) -> Holds:
    """Three-valued truth for the reader."""
    if truth.yes:
        return Holds.UNKNOWN if truth.no else Holds.YES
    return Holds.NO


_WINDOWS = ("window", "policy_window")


def rule_result(world: World, done: Outcome, as_of: dt.date) -> RuleResult:
    """A rule with its awards and their reasons."""
    digits = world.plan.program.policy.digits
    awards = tuple(award(world, done, i, as_of) for i in range(len(done.claims)))
    split = {payer: as_range(part, digits) for payer, part in done.split.items()}
    return RuleResult(done.rule, as_range(done.total, digits), split, awards)


def award(world: World, done: Outcome, i: int, as_of: dt.date) -> Award:
    """One award with its conditions, limits, assumptions and missing facts."""
    claim, amount, rule = done.claims[i], done.amounts[i], done.rule
    world.evaluator.today = claim.today
    digits = world.plan.program.policy.digits
    status, bits = _status(world, claim)
    applies = status not in (Status.INELIGIBLE, Status.NOT_IN_FORCE)
    limits = _limits(world, claim, digits) + _cap_limits(done, i, digits) if applies and rule.pays else ()
    return Award(
        rule=rule,
        record=claim.scope.record if claim.scope.outer is not None else None,
        open_list=claim.scope.open_list,
        status=status,
        amount=as_range(amount, digits),
        split={payer: as_range(part, digits) for payer, part in done.award_shares[i].items()},
        conditions=tuple([c.said or _condition(world, claim, c) for c in claim.checks]),
        limits=limits,
        assumptions=_assumptions(world, rule, status, amount),
        missing=world.unknowns.addresses(amount.open | bits),
        used=_seen(world, claim, claim.plan.figure_facts),
        near=partial(near_misses, world, claim, as_of) if status is Status.INELIGIBLE else tuple,
    )


def _status(world: World, claim: Claim) -> tuple[Status, int]:
    """Where the award stands, and the missing facts that keep it open."""
    if not claim.applies.yes:
        out = any(not c.truth.yes and c.test.kind in _WINDOWS for c in claim.checks)
        return (Status.NOT_IN_FORCE if out else Status.INELIGIBLE), 0
    if claim.applies.no:
        return Status.UNDETERMINED, claim.applies.open
    if claim.rule.refers_to is not None:
        return Status.REFERRED, 0
    if claim.rule.ceiling is not None:
        value = world.evaluator.number(claim.rule.ceiling.value, claim.scope)
        within = compare("<=", value, world.evaluator.number(claim.rule.ceiling.limit, claim.scope))
        if not within.known:
            return Status.UNDETERMINED, within.open
        return (Status.WITHIN_LIMIT if within.yes else Status.OVER_LIMIT), 0
    return Status.ELIGIBLE, 0


def _condition(world: World, claim: Claim, check: Check) -> ConditionResult:
    test = check.test
    check.said = ConditionResult(test.kind, test.text, holds(check.truth), _seen(world, claim, test.facts))
    return check.said


def _seen(world: World, claim: Claim, facts: tuple[Fact, ...]) -> tuple[FactSeen, ...]:
    """What facts say, and where they stand."""
    if not facts:
        return ()
    told = claim.scope.told
    return tuple([told.get(fact) or _told(world, claim.scope, fact) for fact in facts])


def _told(world: World, scope: Scope, fact: Fact) -> FactSeen:
    home, value = world.evaluator.stated(fact, scope)
    seen = scope.told[fact] = FactSeen(f"{home.address}.{fact.name}", value, fact.entity, fact.name)
    return seen


def _limits(world: World, claim: Claim, digits: int) -> tuple[LimitResult, ...]:
    """Each cap of the amount line: what it held and by how much it cut."""
    return tuple(_limit(world, claim, step, digits) for step in claim.rule.limits)


def _limit(world: World, claim: Claim, step: LimitStep, digits: int) -> LimitResult:
    before = world.evaluator.number(step.before, claim.scope)
    limit = world.evaluator.number(step.limit, claim.scope)
    return _result(step.kind, step.text, limit, before, limit, digits, None)


def _result(
    kind: str, text: str, amount: Interval, before: Interval, available: Interval, digits: int, left: Range | None
) -> LimitResult:
    """A cap bites where it costs at least a minor unit; a figure is above its ceiling by whatever little."""
    whole = rounded(before, "half", 1)
    most = rounded(available, "half", 1)
    cut = maximum((ZERO, add((whole, opposite(most)))))
    bites = compare(">", before, available) if kind == "open" else compare(">", whole, most)
    shown = rounded(amount, "half", 1)
    return LimitResult(kind, text, as_range(shown, digits), holds(bites), as_range(cut, digits), left)


def _cap_limits(done: Outcome, i: int, digits: int) -> tuple[LimitResult, ...]:
    """Each running cap: what was left for this award, and by how much it cut."""
    return tuple(_cap_limit(seen, i, digits) for seen in done.caps)


def _cap_limit(seen: CapSeen, i: int, digits: int) -> LimitResult:
    available = seen.capped.available[i]
    return _result("running", seen.cap.text, seen.limit, seen.before[i], available, digits, as_range(available, digits))


def _assumptions(world: World, rule: Rule, status: Status, amount: Interval) -> tuple[Assumption, ...]:
    """The open readings that this award rests on.

    A reading of the policy's dates bears on whether it is in force at all; one of the payer only on money
    that may be paid; a rule's own on everything but a date outside its window.
    """
    found = []
    may_pay = amount.high != 0
    for assumption in world.plan.program.policy.assumptions:
        if assumption.about == "payer":
            if rule.pays and not rule.payer_stated and may_pay:
                found.append(assumption)
        elif assumption.about == "window" or status is not Status.NOT_IN_FORCE:
            found.append(assumption)
    if status not in (Status.NOT_IN_FORCE, Status.INELIGIBLE):
        found.extend(rule.assumptions)
    return tuple(found)
