"""What a policy pays where everything is known, worked out by plain recursion.

This is the point meaning of `semantics.md`, written apart from the engine's evaluator: no ranges, no
plan, no memory of values. It is slow and short, so that it can be read against the page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from attrs import define, field
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
    Program,
    Quotient,
    Round,
    Rule,
    RunningCap,
    Split,
    Today,
    Window,
)
from huice.facts.model import Facts, HistoryEntry, Record

Value = int | Fraction | bool | str


@define
class Points:
    """A decision without ranges: everything by rule name, or by rule name and record address."""

    awards: dict[tuple[str, str], int] = field(factory=dict)
    award_shares: dict[tuple[str, str], dict[str, int]] = field(factory=dict)
    status: dict[tuple[str, str], str] = field(factory=dict)
    rules: dict[str, int] = field(factory=dict)
    rule_shares: dict[str, dict[str, int]] = field(factory=dict)
    total: int = 0
    split: dict[str, int] = field(factory=dict)
    in_kind: dict[str, int] = field(factory=dict)


class _Case:
    """One record in hand on one tested date."""

    def __init__(self, record: Record, today: dt.date) -> None:
        self.record = record
        self.today = today

    def value(self, node: Expr) -> Value:
        match node:
            case Const():
                return _plain(node.value)
            case Fact():
                home = next(r for r in self.record.chain() if r.entity == node.entity)
                return _plain(home.values[node.name])
            case Today():
                return self.today.toordinal()
            case DatePart():
                return dt.date.fromordinal(int(self.number(node.date))).year
            case If():
                return self.value(node.then if self.value(node.condition) else node.other)
            case Compare():
                return self._compare(node)
            case OneOf():
                return self.value(node.x) in node.options
            case And():
                return all(self.value(x) for x in node.terms)
            case Or():
                return any(self.value(x) for x in node.terms)
            case Not():
                return not self.value(node.x)
            case _:
                return self._arithmetic(node)

    def number(self, node: Expr) -> int | Fraction:
        value = self.value(node)
        assert isinstance(value, int | Fraction)
        return value

    def _compare(self, node: Compare) -> bool:
        a, b = self.value(node.a), self.value(node.b)
        match node.op.value:
            case "=":
                return a == b
            case "!=":
                return a != b
        assert isinstance(a, int | Fraction) and isinstance(b, int | Fraction)
        match node.op.value:
            case ">=":
                return a >= b
            case ">":
                return a > b
            case "<=":
                return a <= b
            case _:
                return a < b

    def _arithmetic(self, node: Expr) -> int | Fraction:
        match node:
            case Add():
                return sum((self.number(x) for x in node.terms), Fraction(0))
            case Neg():
                return -self.number(node.x)
            case Mul():
                return self.number(node.a) * self.number(node.b)
            case Div():
                return Fraction(self.number(node.x)) / node.by
            case Quotient():
                return floor(Fraction(self.number(node.x)) / node.by)
            case Min():
                return min(self.number(x) for x in node.terms)
            case Max():
                return max(self.number(x) for x in node.terms)
            case Round():
                return _rounded(Fraction(self.number(node.x)) / node.unit, node.mode) * node.unit
        raise AssertionError(node)


def _plain(value: object) -> Value:
    if isinstance(value, dt.date):
        return value.toordinal()
    assert isinstance(value, int | Fraction | bool | str)
    return value


def _rounded(x: Fraction, mode: str) -> int:
    if mode == "down":
        return floor(x)
    if mode == "up":
        return ceil(x)
    whole = floor(abs(x) + Fraction(1, 2))
    return whole if x >= 0 else -whole


def evaluate(program: Program, facts: Facts, on: dt.date) -> Points:
    """Every award, rule, payer and the total of a case in which nothing is missing."""
    points = Points()
    for rule in program.rules:
        _rule(program, rule, facts, on, points)
    for rule in program.rules:
        if rule.amount is None:
            continue
        if rule.in_kind is not None:
            points.in_kind[rule.in_kind] = points.in_kind.get(rule.in_kind, 0) + points.rules[rule.name]
            continue
        points.total += points.rules[rule.name]
        for payer, share in points.rule_shares[rule.name].items():
            points.split[payer] = points.split.get(payer, 0) + share
    return points


def records_of(program: Program, facts: Facts, entity: str) -> Iterator[Record]:
    """The records that a rule on `entity` speaks of, in the order of the facts."""
    if entity == program.subject.name:
        yield facts.subject
        return
    parent = program.entity(entity).parent
    assert parent is not None
    for outer in records_of(program, facts, parent):
        items = outer.lists[entity]
        assert items is not None, "a point knows every list"
        yield from items


def _rule(program: Program, rule: Rule, facts: Facts, on: dt.date, points: Points) -> None:
    assert facts.history is not None, "a point knows its history"
    earlier = [e for e in facts.history if e.rule == rule.name]
    cases: list[_Case] = []
    amounts: list[int] = []
    taken = bool(earlier)
    for record in records_of(program, facts, rule.entity):
        case = _Case(record, on)
        if rule.dated_by is not None:
            case.today = dt.date.fromordinal(int(case.number(rule.dated_by)))
        status = _status(program, rule, case, on)
        if rule.once is not None and status == "eligible":
            status = "ineligible" if taken else status
            taken = True
        points.status[rule.name, record.address] = status
        cases.append(case)
        amounts.append(int(case.number(rule.amount)) if rule.amount is not None and status == "eligible" else 0)
    if rule.amount is None:
        return
    for cap in rule.caps:
        amounts = _held(rule, cap, cases, amounts, earlier)
    sums = dict.fromkeys(rule.split.payers, 0)
    for case, amount in zip(cases, amounts, strict=True):
        key = rule.name, case.record.address
        points.awards[key] = amount
        points.award_shares[key] = dict(zip(rule.split.payers, quotas(amount, rule.split), strict=True))
        for payer, share in points.award_shares[key].items():
            sums[payer] += share
    points.rules[rule.name] = sum(amounts)
    points.rule_shares[rule.name] = sums


def _status(program: Program, rule: Rule, case: _Case, on: dt.date) -> str:
    policy = program.policy
    if not _inside(on, policy.window) or not _inside(case.today, rule.window):
        return "not_in_force"
    whole = _Case(next(r for r in case.record.chain() if r.parent is None), on)  # the policy's own date
    if not all(case.value(c.expr) for c in rule.conditions) or not all(whole.value(c.expr) for c in policy.conditions):
        return "ineligible"
    if rule.refers_to is not None:
        return "referred"
    if rule.ceiling is not None:
        return "within_limit" if case.number(rule.ceiling.value) <= case.number(rule.ceiling.limit) else "over_limit"
    return "eligible"


def _inside(day: dt.date, window: Window | None) -> bool:
    if window is None:
        return True
    return (window.start is None or window.start <= day) and (window.end is None or day <= window.end)


def _held(
    rule: Rule, cap: RunningCap, cases: list[_Case], amounts: list[int], earlier: list[HistoryEntry]
) -> list[int]:
    """Section 6: `min(a_i, max(0, R - sum of the uncapped earlier ones))` per key, in the order of the facts."""
    used: dict[tuple[object, ...], int] = {}
    held = []
    for case, amount in zip(cases, amounts, strict=True):
        key = tuple(case.value(k) for k in cap.keys)
        paid = sum(_known(e.amount) for e in earlier if _entry_key(cap, e) == key)
        left = max(0, int(case.number(cap.limit)) - paid)
        held.append(min(amount, max(0, left - used.get(key, 0))))
        used[key] = used.get(key, 0) + amount
    return held


def _known(amount: int | None) -> int:
    assert amount is not None, "a point knows what was paid"
    return amount


def _entry_key(cap: RunningCap, entry: HistoryEntry) -> tuple[object, ...]:
    """What an earlier award counts under: its stated key, and for a year else its date."""
    return tuple(_key_part(expr, entry) for expr in cap.keys)


def _key_part(expr: Expr, entry: HistoryEntry) -> object:
    if isinstance(expr, DatePart):
        if entry.key is not None and entry.key[:4].isdecimal():
            return int(entry.key[:4])
        assert entry.date is not None
        return entry.date.year
    assert entry.key is not None
    return entry.key


def quotas(amount: int, split: Split) -> list[int]:
    """Largest remainder: whole shares first, then one unit each to those that lost most, earlier payers first."""
    whole = sum(split.weights)
    exact = [Fraction(amount * w, whole) for w in split.weights]
    parts = [floor(x) for x in exact]
    by_loss = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for i in by_loss[: amount - sum(parts)]:
        parts[i] += 1
    return parts
