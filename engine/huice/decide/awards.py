"""One rule in one scope: does it apply, and how much if it does (semantics.md, stages 1, 2 and 4)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define

from huice.core import Expr, Rule, Window
from huice.decide.evaluate import Evaluator
from huice.decide.ranges import ZERO, Interval, Truth, compare, conjunction, hull, point
from huice.decide.scope import Scope
from huice.facts.model import Facts

__all__ = ["Check", "Claim", "claim", "paid", "scopes"]


@define(eq=False)
class Check:
    """One condition of a claim: what it is, what was tested, and how it turned out."""

    kind: str
    text: str
    truth: Truth
    expr: Expr | None = None


@define(eq=False)
class Claim:
    """An award before anything across awards is looked at.

    `applies` is the conjunction of `checks`; `amount` the amount *if it applies*, in minor units.
    """

    rule: Rule
    scope: Scope
    today: Interval
    checks: list[Check]
    applies: Truth
    amount: Interval

    def add(self, check: Check) -> None:
        """One more condition."""
        self.checks.append(check)
        self.applies = conjunction((self.applies, check.truth))


def scopes(evaluator: Evaluator, facts: Facts, entity: str, subject: Scope) -> Iterator[Scope]:
    """Every record that a rule on `entity` speaks of, in order; one open scope for a list nobody has given."""
    here = [subject]
    for name in evaluator.plan.lineage(entity):
        deeper: list[Scope] = []
        for outer in here:
            deeper.extend(_inside(evaluator, outer, name))
        here = deeper
    yield from here


def _inside(evaluator: Evaluator, outer: Scope, entity: str) -> Iterator[Scope]:
    prefix = "" if outer.outer is None else f"{outer.address}."
    items = None if outer.record is None else outer.record.lists.get(entity)
    if items is None:
        bit = outer.list_bit or evaluator.unknowns.bit(f"{prefix}{entity}")
        yield Scope(entity, None, f"{prefix}{entity}", outer, list_bit=bit)
        return
    for item in items:
        yield Scope(entity, item, item.address, outer)


def claim(evaluator: Evaluator, rule: Rule, scope: Scope, decided_on: int) -> Claim:
    """Evaluate a rule in a scope; `decided_on` is the day ordinal of the policy's date."""
    policy = evaluator.plan.program.policy
    if rule.dated_by is not None:  # its own `today`: values seen under another must not be read
        scope = Scope(scope.entity, scope.record, scope.address, scope.outer, scope.fixed, {}, scope.list_bit)
    today = point(decided_on)
    evaluator.today = today
    if rule.dated_by is not None:
        today = evaluator.number(rule.dated_by, scope)
        evaluator.today = today
    checks = [
        Check("unless" if c.unless else "when", c.text, evaluator.truth(c.expr, scope), c.expr) for c in rule.conditions
    ]
    for condition in policy.conditions:
        checks.append(Check("policy", condition.text, evaluator.truth(condition.expr, scope), condition.expr))
    if policy.window is not None:
        checks.append(Check("policy_window", policy.window.text, _inside_window(point(decided_on), policy.window)))
    if rule.window is not None:
        checks.append(Check("window", rule.window.text, _inside_window(today, rule.window), rule.dated_by))
    amount = ZERO if rule.amount is None else evaluator.number(rule.amount, scope)
    return Claim(rule, scope, today, checks, conjunction(c.truth for c in checks), amount)


def _inside_window(date: Interval, window: Window) -> Truth:
    """Both end days are inside; a bound that is not written is open."""
    tests = []
    if window.start is not None:
        tests.append(compare(">=", date, point(window.start.toordinal())))
    if window.end is not None:
        tests.append(compare("<=", date, point(window.end.toordinal())))
    return conjunction(tests)


def paid(applies: Truth, amount: Interval) -> Interval:
    """What is paid: the amount, nothing, or (not known) anything between nothing and it."""
    if not applies.no:
        return amount
    if not applies.yes:
        return ZERO
    return hull(amount, ZERO, applies.open)

