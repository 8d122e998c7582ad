"""One rule over all its records: claims, then `once`, then running caps, then the payers."""

from __future__ import annotations

from attrs import define

from huice.core import Rule, RunningCap
from huice.decide.awards import Check, Claim, claim
from huice.decide.destinations import held_to, shares
from huice.decide.evaluate import Evaluator
from huice.decide.history import Key, prior, used_up
from huice.decide.keys import key_parts, keys_of
from huice.decide.plan import RulePlan, Test
from huice.decide.ranges import ZERO, Interval, Truth, add, paid
from huice.decide.scope import Scope
from huice.decide.sharing import Capped, Keyed, apply_once, apply_running_cap
from huice.facts.model import Facts

__all__ = ["CapSeen", "Outcome", "outcome"]


@define(eq=False)
class CapSeen:
    """A running cap at work: its limit, each award before it, and what it left."""

    cap: RunningCap
    limit: Interval
    before: list[Interval]
    capped: Capped


@define(eq=False)
class Outcome:
    """A rule as a whole: its awards one by one, their sum, and who pays."""

    rule: Rule
    claims: list[Claim]
    amounts: list[Interval]
    caps: list[CapSeen]
    total: Interval
    award_shares: list[dict[str, Interval]]
    split: dict[str, Interval]


def outcome(
    evaluator: Evaluator, plan: RulePlan, facts: Facts, scopes: list[Scope], decided_on: int, policy: list[Check]
) -> Outcome:
    """Decide one rule; nothing of any other rule is looked at. `policy` is what holds for every rule."""
    rule = plan.rule
    claims = [claim(evaluator, plan, scope, decided_on, policy) for scope in scopes]
    for one in claims:
        if one.scope.open_list and one.applies.yes:  # there may be no such record at all
            one.applies = Truth(True, True, one.applies.open | one.scope.list_bit)
    if not rule.pays:
        return Outcome(rule, claims, [ZERO] * len(claims), [], ZERO, [{}] * len(claims), {})
    if rule.once is not None:
        amounts, total = _once(evaluator, rule, claims, facts)
    else:
        amounts = [_many(c, paid(c.applies, c.amount)) for c in claims]
        total = add(amounts)
    seen: list[CapSeen] = []
    for cap in rule.caps:
        if not claims:
            break
        one_cap = _cap(evaluator, cap, rule, claims, amounts, total, facts)
        seen.append(one_cap)
        amounts, total = one_cap.capped.awards, one_cap.capped.total
    award_shares = [_shares(one, amount) for one, amount in zip(claims, amounts, strict=True)]
    if rule.once is not None:  # one award at most: its shares are the rule's
        split = shares(total, rule.split)
    else:
        split = held_to(total, {payer: add([s[payer] for s in award_shares]) for payer in rule.split.payers})
    return Outcome(rule, claims, amounts, seen, total, award_shares, split)


def _shares(one: Claim, amount: Interval) -> dict[str, Interval]:
    """Who pays an award. Many small awards may each round towards the same payer, so an open one says little."""
    split = one.rule.split
    if one.scope.open_list and one.rule.once is None and len(split.payers) > 1:
        return dict.fromkeys(split.payers, Interval(0, amount.high, amount.open))
    return shares(amount, split)


def _many(one: Claim, amount: Interval) -> Interval:
    """The open award of an unknown list stands for any number of records."""
    if one.scope.open_list and amount.high != 0:
        return Interval(0, None, amount.open | one.scope.list_bit)
    return amount


def _once(evaluator: Evaluator, rule: Rule, claims: list[Claim], facts: Facts) -> tuple[list[Interval], Interval]:
    used = used_up(facts, rule.name, evaluator.unknowns)
    firsts, total = apply_once([(c.applies, c.amount) for c in claims], used)
    test = Test("once", rule.once or "", None, ())
    for one, first in zip(claims, firsts, strict=True):
        one.checks.append(Check(test, first.free))
        one.applies = first.applies
    return [paid(c.applies, c.amount) for c in claims], total


def _cap(
    evaluator: Evaluator,
    cap: RunningCap,
    rule: Rule,
    claims: list[Claim],
    amounts: list[Interval],
    total: Interval,
    facts: Facts,
) -> CapSeen:
    parts = key_parts(cap)
    keyed = keys_of(cap, [(c.scope, c.today) for c in claims], evaluator, facts, rule.name)
    evaluator.today = claims[0].today
    limit = evaluator.number(cap.limit, claims[0].scope)

    def left(key: Key) -> Interval:
        """`max(0, M - h)`: opposite ends."""
        spent = prior(facts, rule.name, key, parts, evaluator.unknowns)
        low = 0 if spent.high is None else max(0, (limit.low or 0) - spent.high)
        high = None if limit.high is None else max(0, limit.high - (spent.low or 0))
        return Interval(low, high, 0 if low == high else limit.open | spent.open)

    into = [
        Keyed(amount, keys, bits, many=one.scope.open_list and rule.once is None)
        for one, amount, (keys, bits) in zip(claims, amounts, keyed, strict=True)
    ]
    return CapSeen(cap, limit, amounts, apply_running_cap(into, total, left, once=rule.once is not None))
