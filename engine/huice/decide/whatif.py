"""Other answers to one fact: which to try, and what follows (semantics.md, section 8)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from fractions import Fraction

from huice.core import Compare, Const, DatePart, Expr, Fact, FactDecl, Max, Min, Rule, walk
from huice.decide.plan import Plan
from huice.values import Kind, Value

__all__ = ["admissible", "answers", "constants"]


def constants(plan: Plan, fact: Fact, rules: Iterable[str]) -> list[Value]:
    """The constants that a fact meets in comparisons, minima, maxima and windows of `rules`."""
    found: dict[Value, None] = {}
    for name in rules:
        rule = plan.rules[name]
        for expr in _expressions(plan, rule):
            for node in walk(expr):
                for value in _beside(node, fact):
                    found[value] = None
        if rule.dated_by is not None and fact in set(walk(rule.dated_by)) and rule.window is not None:
            for day in (rule.window.start, rule.window.end):
                if day is not None:
                    found[day] = None
    return list(found)


def _expressions(plan: Plan, rule: Rule) -> Iterator[Expr]:
    for condition in (*plan.program.policy.conditions, *rule.conditions):
        yield condition.expr
    if rule.amount is not None:
        yield rule.amount
    for cap in rule.caps:
        yield cap.limit


def _beside(node: Expr, fact: Fact) -> Iterator[Value]:
    match node:
        case Compare():
            sides: tuple[Expr, ...] = (node.a, node.b)
        case Min() | Max():
            sides = node.terms
        case _:
            return
    known = [side.value for side in sides if isinstance(side, Const) and not isinstance(side.value, bool)]
    if fact in sides:
        yield from known
    elif any(isinstance(side, DatePart) and side.date == fact for side in sides):
        for year in known:
            if isinstance(year, int) and dt.MINYEAR <= year <= dt.MAXYEAR:
                yield from (dt.date(year, 1, 1), dt.date(year, 12, 31))


def answers(plan: Plan, declared: FactDecl, rules: Iterable[str], as_of: dt.date) -> list[Value]:
    """Answers worth trying: every option; for a number its bounds and both sides of each constant it meets;
    for a text the words it is compared with.
    """
    match declared.kind:
        case Kind.FLAG:
            return [True, False]
        case Kind.CHOICE:
            return [o.name for o in declared.options]
        case Kind.DATE:
            days = [d for c in constants(plan, declared.key, rules) if isinstance(c, dt.date) for d in _around(c)]
            return [*days, as_of]
        case Kind.TEXT:
            return [c for c in constants(plan, declared.key, rules) if isinstance(c, str)]
        case _:
            ends = [x for x in (declared.low, declared.high) if x is not None]
            numbers = [c for c in constants(plan, declared.key, rules) if isinstance(c, int | Fraction)]
            return list(dict.fromkeys([*ends, *(x for c in numbers for x in _sides(c, declared))]))


def _around(day: dt.date) -> list[dt.date]:
    one = dt.timedelta(days=1)
    return [
        *([day - one] if day > dt.date.min else []),
        day,
        *([day + one] if day < dt.date.max else []),
    ]


def _sides(value: int | Fraction, declared: FactDecl) -> Iterator[int | Fraction]:
    step = 1 if declared.kind in (Kind.MONEY, Kind.COUNT) else Fraction(1, 10000)
    for x in (value, value - step, value + step):
        if (declared.low is None or x >= declared.low) and (declared.high is None or x <= declared.high):
            yield x


def admissible(plan: Plan, declared: FactDecl, now: Value, rules: Iterable[str], as_of: dt.date) -> list[Value]:
    """Values other than `now`, the nearest first; days past are not offered."""
    others = [v for v in answers(plan, declared, rules, as_of) if v != now]
    if isinstance(now, dt.date):
        today = now.toordinal()
        days = {v for v in others if isinstance(v, dt.date) and v > as_of}
        return [*sorted(days, key=lambda day: abs(day.toordinal() - today))]
    if isinstance(now, bool | str):
        return others
    apart = [(abs(Fraction(v) - now), v) for v in others if isinstance(v, int | Fraction)]
    return [v for _, v in sorted(apart, key=lambda pair: pair[0])]
