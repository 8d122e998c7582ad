"""From an outcome to what is said of it: every figure here was already seen while deciding."""

from __future__ import annotations

import datetime as dt
from functools import partial

from huice.core import Assumption, Fact, LimitStep, Rule, facts_read
from huice.decide.awards import Claim
from huice.decide.decision import Award, ConditionResult, FactSeen, Holds, LimitResult, RuleResult, Status
from huice.decide.near import near_misses
from huice.decide.outcome import CapSeen, Outcome
from huice.decide.ranges import ZERO, Interval, Truth, add, compare, maximum, opposite, rounded
from huice.decide.world import World
from huice.values import Range

__all__ = ["as_range", "award", "rule_result"]


def as_range(amount: Interval, digits: int) -> Range:
    """Minor units for the reader."""
    return Range(int(amount.low or 0), None if amount.high is None else int(amount.high), digits)


def holds(truth: Truth) -> Holds:
    """Three-valued truth for the reader."""
    return Holds.UNKNOWN if not truth.known else Holds.YES if truth.yes else Holds.NO


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
    figure = rule.ceiling.value if rule.ceiling is not None else rule.amount
    return Award(
        rule=rule,
        record=claim.scope.record if claim.scope.outer is not None else None,
        open_list=claim.scope.open_list,
        status=status,
        amount=as_range(amount, digits),
        split={payer: as_range(part, digits) for payer, part in done.award_shares[i].items()},
        conditions=tuple(
            ConditionResult(c.kind, c.text, holds(c.truth), () if c.expr is None else _seen(world, claim, c.expr))
            for c in claim.checks
        ),
        limits=limits,
        assumptions=_assumptions(world, rule, status, amount),
        missing=world.unknowns.addresses(amount.open | bits),
        used=() if figure is None else _seen(world, claim, figure),
        near=partial(near_misses, world, claim, as_of) if status is Status.INELIGIBLE else tuple,
    )


def _status(world: World, claim: Claim) -> tuple[Status, int]:
    """Where the award stands, and the missing facts that keep it open."""
    out = any(not c.truth.yes for c in claim.checks if c.kind in ("window", "policy_window"))
    if out:
        return Status.NOT_IN_FORCE, 0
    if not claim.applies.yes:
        return Status.INELIGIBLE, 0
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


def _seen(world: World, claim: Claim, expr: object) -> tuple[FactSeen, ...]:
    """The facts that an expression reads, with what they say; figures of the authority under one address."""
    found: dict[str, FactSeen] = {}
    for fact in facts_read(expr):  # type: ignore[arg-type]
        if world.plan.declared[fact.entity, fact.name].decides is not None:
            continue
        found.setdefault(*_one(world, claim, fact))
    return tuple(found.values())


def _one(world: World, claim: Claim, fact: Fact) -> tuple[str, FactSeen]:
    home, value = world.evaluator.stated(fact, claim.scope)
    address = world.evaluator.address(fact, home)
    return address, FactSeen(address, value, fact.entity, fact.name)


def _limits(world: World, claim: Claim, digits: int) -> tuple[LimitResult, ...]:
    """Each cap of the amount line: what it held and by how much it cut."""
    return tuple(_limit(world, claim, step, digits) for step in claim.rule.limits)


def _limit(world: World, claim: Claim, step: LimitStep, digits: int) -> LimitResult:
    before = rounded(world.evaluator.number(step.before, claim.scope), "half", 1)
    limit = world.evaluator.number(step.limit, claim.scope)
    whole = rounded(limit, "half", 1)
    return _result(step.kind, step.text, whole, before, limit, digits, None)


def _result(
    kind: str, text: str, amount: Interval, before: Interval, available: Interval, digits: int, left: Range | None
) -> LimitResult:
    cut = maximum((ZERO, add((before, opposite(rounded(available, "half", 1))))))
    bites = compare(">", before, available)
    return LimitResult(kind, text, as_range(amount, digits), holds(bites), as_range(cut, digits), left)


def _cap_limits(done: Outcome, i: int, digits: int) -> tuple[LimitResult, ...]:
    """Each running cap: what was left for this award, and by how much it cut."""
    return tuple(_cap_limit(seen, i, digits) for seen in done.caps)


def _cap_limit(seen: CapSeen, i: int, digits: int) -> LimitResult:
    available = seen.capped.available[i]
    return _result(
        "running", seen.cap.text, seen.limit, seen.before[i], available, digits, as_range(available, digits)
    )


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


