"""The range meaning of expressions: semantics.md, sections 2 to 4, one method a sort of value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from fractions import Fraction

from huice.core import (
    Add,
    And,
    Compare,
    Const,
    DatePart,
    Div,
    Expr,
    Fact,
    If,
    Max,
    Min,
    Mul,
    Neg,
    Not,
    OneOf,
    Or,
    Quotient,
    Round,
    Today,
)
from huice.decide.plan import Plan
from huice.decide.ranges import (
    NO,
    YES,
    Interval,
    Options,
    Truth,
    add,
    compare,
    conjunction,
    hull,
    maximum,
    minimum,
    negate,
    opposite,
    product,
    quotient,
    rounded,
    scaled,
)
from huice.decide.scope import Scope, Unknowns
from huice.values import Kind, Value

__all__ = ["Evaluator"]

_FIRST_DAY = dt.date.min.toordinal()
_LAST_DAY = dt.date.max.toordinal()


class Evaluator:
    """Evaluates expressions in scopes. `today` is the tested date of the rule in hand."""

    def __init__(self, plan: Plan, unknowns: Unknowns) -> None:
        self.plan = plan
        self.unknowns = unknowns
        self.today: Interval = Interval(None, None)

    # Facts

    def stated(self, node: Fact, scope: Scope) -> tuple[Scope, Value | None]:
        """Where a fact stands and what it says (None: missing)."""
        home = scope.find(node.entity)
        if node.name in home.fixed:
            return home, home.fixed[node.name]
        return home, None if home.record is None else home.record.values.get(node.name)

    def address(self, node: Fact, home: Scope) -> str:
        """How a fact is addressed in questions and reasons (interfaces.md, "Addresses")."""
        declared = self.plan.declared[node.entity, node.name]
        if declared.decides is not None:
            record = "" if home.outer is None else f".{home.address}"
            return f"decided.{declared.decides}{record}"
        return f"{home.address}.{node.name}"

    def missing_bit(self, node: Fact, home: Scope) -> int:
        """The bit of a missing fact; the facts of an unknown list are asked for as the list."""
        return home.list_bit or self.unknowns.bit(self.address(node, home))

    # Numbers (dates are day ordinals)

    def number(self, node: Expr, scope: Scope) -> Interval:
        """The range of a numeric expression."""
        if type(node) is Const:
            return self._const(node)
        seen = scope.seen.get(node)
        if seen is None:
            seen = scope.seen[node] = _NUMBERS[type(node)](self, node, scope)
        return seen  # type: ignore[return-value]

    def _const(self, node: Const) -> Interval:
        value = _number(node.value)
        return Interval(value, value)

    def _fact(self, node: Fact, scope: Scope) -> Interval:
        home, value = self.stated(node, scope)
        if value is not None:
            known = _number(value)
            return Interval(known, known)
        declared = self.plan.declared[node.entity, node.name]
        bit = self.missing_bit(node, home)
        if declared.kind is Kind.DATE:
            return Interval(_FIRST_DAY, _LAST_DAY, bit)
        only_one = declared.low is not None and declared.low == declared.high
        return Interval(declared.low, declared.high, 0 if only_one else bit)

    def _today(self, node: Today, scope: Scope) -> Interval:
        return self.today

    def _add(self, node: Add, scope: Scope) -> Interval:
        return add([self.number(x, scope) for x in node.terms])

    def _neg(self, node: Neg, scope: Scope) -> Interval:
        return opposite(self.number(node.x, scope))

    def _mul(self, node: Mul, scope: Scope) -> Interval:
        return product(self.number(node.a, scope), self.number(node.b, scope))

    def _div(self, node: Div, scope: Scope) -> Interval:
        return scaled(self.number(node.x, scope), node.by)

    def _quotient(self, node: Quotient, scope: Scope) -> Interval:
        return quotient(self.number(node.x, scope), node.by)

    def _min(self, node: Min, scope: Scope) -> Interval:
        return minimum(tuple(self.number(x, scope) for x in node.terms))

    def _max(self, node: Max, scope: Scope) -> Interval:
        return maximum(tuple(self.number(x, scope) for x in node.terms))

    def _if(self, node: If, scope: Scope) -> Interval:
        condition = self.truth(node.condition, scope)
        if not condition.no:
            return self.number(node.then, scope)
        if not condition.yes:
            return self.number(node.other, scope)
        return hull(self.number(node.then, scope), self.number(node.other, scope), condition.open)

    def _round(self, node: Round, scope: Scope) -> Interval:
        return rounded(self.number(node.x, scope), node.mode, node.unit)

    def _part(self, node: DatePart, scope: Scope) -> Interval:
        date = self.number(node.date, scope)
        low = None if date.low is None else dt.date.fromordinal(int(date.low)).year
        high = None if date.high is None else dt.date.fromordinal(int(date.high)).year
        return Interval(low, high, 0 if low == high else date.open)

    # Truths

    def truth(self, node: Expr, scope: Scope) -> Truth:
        """Whether a condition holds: yes, no or unknown (Kleene)."""
        seen = scope.seen.get(node)
        if seen is None:
            seen = scope.seen[node] = _TRUTHS[type(node)](self, node, scope)
        return seen  # type: ignore[return-value]

    def _constant_truth(self, node: Const, scope: Scope) -> Truth:
        return YES if node.value else NO

    def _flag(self, node: Fact, scope: Scope) -> Truth:
        home, value = self.stated(node, scope)
        if value is not None:
            return YES if value else NO
        return Truth(True, True, self.missing_bit(node, home))

    def _compare(self, node: Compare, scope: Scope) -> Truth:
        if self._is_text(node.a):
            return self._compare_text(node, scope)
        return compare(node.op.value, self.number(node.a, scope), self.number(node.b, scope))

    def _is_text(self, node: Expr) -> bool:
        return isinstance(node, Fact) and self.plan.declared[node.entity, node.name].kind is Kind.TEXT

    def _compare_text(self, node: Compare, scope: Scope) -> Truth:
        assert isinstance(node.a, Fact) and isinstance(node.b, Const)
        home, value = self.stated(node.a, scope)
        if value is None:
            return Truth(True, True, self.missing_bit(node.a, home))
        return YES if (value == node.b.value) is (node.op.value == "=") else NO

    def _one_of(self, node: OneOf, scope: Scope) -> Truth:
        possible = self.options(node.x, scope)
        if possible.values <= node.options:
            return YES
        if not possible.values & node.options:
            return NO
        return Truth(True, True, possible.open)

    def _and(self, node: And, scope: Scope) -> Truth:
        return conjunction([self.truth(x, scope) for x in node.terms])

    def _or(self, node: Or, scope: Scope) -> Truth:
        return negate(conjunction([negate(self.truth(x, scope)) for x in node.terms]))

    def _not(self, node: Not, scope: Scope) -> Truth:
        return negate(self.truth(node.x, scope))

    # Options

    def options(self, node: Expr, scope: Scope) -> Options:
        """The options that a choice may still be."""
        assert isinstance(node, Fact)
        home, value = self.stated(node, scope)
        if value is not None:
            return Options(frozenset((str(value),)))
        declared = self.plan.declared[node.entity, node.name]
        possible = frozenset(o.name for o in declared.options)
        return Options(possible, self.missing_bit(node, home) if len(possible) > 1 else 0)


def _number(value: object) -> int | Fraction:
    if isinstance(value, dt.date):
        return value.toordinal()
    assert isinstance(value, int | Fraction)
    return value


_NUMBERS: dict[type, Callable[..., Interval]] = {
    Fact: Evaluator._fact,
    Today: Evaluator._today,
    Add: Evaluator._add,
    Neg: Evaluator._neg,
    Mul: Evaluator._mul,
    Div: Evaluator._div,
    Quotient: Evaluator._quotient,
    Min: Evaluator._min,
    Max: Evaluator._max,
    If: Evaluator._if,
    Round: Evaluator._round,
    DatePart: Evaluator._part,
}

_TRUTHS: dict[type, Callable[..., Truth]] = {
    Const: Evaluator._constant_truth,
    Fact: Evaluator._flag,
    Compare: Evaluator._compare,
    OneOf: Evaluator._one_of,
    And: Evaluator._and,
    Or: Evaluator._or,
    Not: Evaluator._not,
}
