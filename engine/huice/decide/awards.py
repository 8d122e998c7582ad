"""One rule in one scope: does it apply, and how much if it does (semantics.md, stages 1, 2 and 4)."""

from __future__ import annotations

from attrs import define

from huice.core import Rule
from huice.decide.decision import ConditionResult
from huice.decide.evaluate import Evaluator
from huice.decide.plan import RulePlan, Test
from huice.decide.ranges import NO, YES, ZERO, Interval, Truth, conjunction, point
from huice.decide.scope import Scope

__all__ = ["Check", "Claim", "claim", "policy_checks", "scopes"]


@define(eq=False)
class Check:
    """One condition of a claim: what was tested, how it turned out, and what reasons say of it once asked.

    Those of the policy are shared between claims.
    """

    test: Test
    truth: Truth
    said: ConditionResult | None = None


@define(eq=False)
class Claim:
    """An award before anything across awards is looked at.

    `applies` is the conjunction of `checks`; `amount` the amount *if it applies*, in minor units (0 where it
    certainly does not).
    """

    plan: RulePlan
    scope: Scope
    today: Interval
    checks: list[Check]
    applies: Truth
    amount: Interval

    @property
    def rule(self) -> Rule:
        """The rule that it claims under."""
        return self.plan.rule


def scopes(evaluator: Evaluator, entity: str, subject: Scope) -> list[Scope]:
    """Every record that a rule on `entity` speaks of, in order; one open scope for a list nobody has given."""
    here = [subject]
    for name in evaluator.plan.lineage(entity):
        deeper: list[Scope] = []
        for outer in here:
            deeper.extend(_inside(evaluator, outer, name))
        here = deeper
    return here


def _inside(evaluator: Evaluator, outer: Scope, entity: str) -> list[Scope]:
    prefix = "" if outer.outer is None else f"{outer.address}."
    items = None if outer.record is None else outer.record.lists.get(entity)
    if items is None:
        bit = outer.list_bit or evaluator.unknowns.bit(f"{prefix}{entity}")
        return [Scope(entity, None, f"{prefix}{entity}", outer, list_bit=bit)]
    return [Scope(entity, item, item.address, outer) for item in items]


def policy_checks(evaluator: Evaluator, subject: Scope, decided_on: int) -> list[Check]:
    """What the policy as a whole asks, on the policy's own date; the same for every claim."""
    plan = evaluator.plan
    evaluator.today = point(decided_on)
    checks = []
    for test in plan.policy_tests:
        assert test.expr is not None
        checks.append(Check(test, evaluator.truth(test.expr, subject)))
    if plan.policy_window is not None:
        checks.append(Check(plan.policy_window, _inside_window(evaluator.today, plan.policy_days)))
    return checks


def claim(evaluator: Evaluator, plan: RulePlan, scope: Scope, decided_on: int, policy: list[Check]) -> Claim:
    """Evaluate a rule in a scope; `decided_on` is the day ordinal of the policy's date."""
    rule = plan.rule
    evaluator.today = today = point(decided_on)
    if rule.dated_by is not None:
        scope = scope.apart()  # its own `today`: values seen under another must not be read
        evaluator.today = today = evaluator.number(rule.dated_by, scope)
    checks = []
    for test in plan.tests:
        assert test.expr is not None
        checks.append(Check(test, evaluator.truth(test.expr, scope)))
    checks += policy
    if plan.window is not None:
        checks.append(Check(plan.window, _inside_window(today, plan.days)))
    applies = conjunction([c.truth for c in checks])
    amount = evaluator.number(rule.amount, scope) if rule.amount is not None and applies.yes else ZERO
    return Claim(plan, scope, today, checks, applies, amount)


def _inside_window(date: Interval, days: tuple[int | None, int | None]) -> Truth:
    """Both end days are inside; a bound that is not written is open."""
    start, end = days
    assert date.low is not None and date.high is not None  # every date has a first and a last possible day
    if (start is not None and date.high < start) or (end is not None and date.low > end):
        return NO
    if (start is None or date.low >= start) and (end is None or date.high <= end):
        return YES
    return Truth(True, True, date.open)
