"""Ranges of numbers, truths and options, each with the missing facts it depends on.

Semantics.md, sections 2 to 4 and 8. Everything here is isotone: a narrower argument gives a result inside
the wider one. `open` is a bit set of missing facts; it is empty whenever the value is a point.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import NamedTuple

from huice.values import Exact, round_half_up

__all__ = [
    "NO",
    "UNKNOWN",
    "YES",
    "ZERO",
    "Interval",
    "Options",
    "Truth",
    "add",
    "compare",
    "conjunction",
    "hull",
    "maximum",
    "meet",
    "minimum",
    "negate",
    "opposite",
    "paid",
    "point",
    "product",
    "quotient",
    "rounded",
    "scaled",
]


class Interval(NamedTuple):
    """Numbers from `low` to `high`; a None end is unbounded."""

    low: Exact | None
    high: Exact | None
    open: int = 0

    @property
    def is_point(self) -> bool:
        """Whether only one number is possible."""
        return self.low is not None and self.low == self.high


class Truth(NamedTuple):
    """Three-valued truth: can it be yes, can it be no."""

    yes: bool
    no: bool
    open: int = 0

    @property
    def known(self) -> bool:
        """Whether it is settled."""
        return self.yes != self.no


class Options(NamedTuple):
    """The options of a choice that are still possible."""

    values: frozenset[str]
    open: int = 0


YES = Truth(True, False)
NO = Truth(False, True)
UNKNOWN = Truth(True, True)
ZERO = Interval(0, 0)


def point(value: Exact) -> Interval:
    """One known number."""
    return Interval(value, value)


def _made(low: Exact | None, high: Exact | None, open_: int) -> Interval:
    """An interval whose open set is empty where it is a point."""
    return Interval(low, high, 0 if low is not None and low == high else open_)


def hull(a: Interval, b: Interval, because: int = 0) -> Interval:
    """The smallest range that holds both; `because` are the facts that leave it open which of the two it is."""
    low = None if a.low is None or b.low is None else min(a.low, b.low)
    high = None if a.high is None or b.high is None else max(a.high, b.high)
    return _made(low, high, a.open | b.open | because)


def meet(a: Interval, b: Interval) -> Interval:
    """What both allow; the two are ranges of one and the same number."""
    low = b.low if a.low is None else a.low if b.low is None else max(a.low, b.low)
    high = b.high if a.high is None else a.high if b.high is None else min(a.high, b.high)
    return _made(low, high, a.open | b.open)


def add(terms: Iterable[Interval]) -> Interval:
    """Ends added."""
    low: Exact | None = 0
    high: Exact | None = 0
    open_ = 0
    for term in terms:
        low = None if low is None or term.low is None else low + term.low
        high = None if high is None or term.high is None else high + term.high
        open_ |= term.open
    return _made(low, high, open_)


def opposite(a: Interval) -> Interval:
    """Ends swapped and negated."""
    return Interval(None if a.high is None else -a.high, None if a.low is None else -a.low, a.open)


def product(a: Interval, b: Interval) -> Interval:
    """Hull of the four corners; 0 × ∞ is 0."""
    if a.low is not None and b.low is not None and a.low >= 0 and b.low >= 0:
        if a.low == a.high and b.low == b.high:
            return point(a.low * b.low)
        if a.high == 0 or b.high == 0:
            return ZERO
        high = None if a.high is None or b.high is None else a.high * b.high
        return _made(a.low * b.low, high, a.open | b.open)
    lows: list[Exact | None] = []
    highs: list[Exact | None] = []
    for x, x_sign in ((a.low, -1), (a.high, 1)):
        for y, y_sign in ((b.low, -1), (b.high, 1)):
            if x is not None and y is not None:
                corner: Exact | None = x * y
                lows.append(corner)
                highs.append(corner)
                continue
            sign = _sign(x, x_sign) * _sign(y, y_sign)
            lows.append(None if sign < 0 else 0 if sign == 0 else _SKIP)
            highs.append(None if sign > 0 else 0 if sign == 0 else _SKIP)
    low = None if None in lows else min(x for x in lows if x is not None and x is not _SKIP)
    high = None if None in highs else max(x for x in highs if x is not None and x is not _SKIP)
    return _made(low, high, a.open | b.open)


#: Marks a corner at the other infinity, which bounds nothing on this side.
_SKIP = Fraction(0)


def _sign(end: Exact | None, unbounded: int) -> int:
    if end is None:
        return unbounded
    return (end > 0) - (end < 0)


def scaled(a: Interval, by: Exact) -> Interval:
    """Divided by a positive constant, exactly."""
    low = None if a.low is None else _exact(Fraction(a.low) / by)
    high = low if a.high == a.low else None if a.high is None else _exact(Fraction(a.high) / by)
    return Interval(low, high, a.open)


def _exact(x: Fraction) -> Exact:
    return x.numerator if x.denominator == 1 else x


def quotient(a: Interval, by: Exact) -> Interval:
    """How many full `by` there are: both ends rounded down."""
    low = None if a.low is None else a.low // by
    high = None if a.high is None else a.high // by
    return _made(low, high, a.open)


def minimum(terms: tuple[Interval, ...]) -> Interval:
    """The smallest; a term that certainly does not win leaves nothing open."""
    first, *others = terms
    if len(others) == 1:  # by far the most common: a figure and its cap
        other = others[0]
        if first.low is not None and other.high is not None and other.high <= first.low:
            return other
        if other.low is not None and first.high is not None and first.high <= other.low:
            return first
    low, high = first.low, first.high
    winner = 0
    for i, term in enumerate(terms):
        low = None if low is None or term.low is None else min(low, term.low)
        if term.high is not None and (high is None or term.high < high):
            high, winner = term.high, i
    open_ = 0
    for i, term in enumerate(terms):
        if i == winner or high is None or term.low is None or term.low < high:
            open_ |= term.open
    return _made(low, high, open_)


def maximum(terms: tuple[Interval, ...]) -> Interval:
    """The largest; see `minimum`."""
    if len(terms) == 2:
        a, b = terms
        if a.low is not None and b.high is not None and a.low >= b.high:
            return a
        if b.low is not None and a.high is not None and b.low >= a.high:
            return b
    return opposite(minimum(tuple([opposite(t) for t in terms])))


def rounded(a: Interval, mode: str, unit: int) -> Interval:
    """Both ends to a multiple of `unit`: `half` away from zero, `down` or `up`."""
    low = _round(a.low, mode, unit)
    return _made(low, low if a.high == a.low else _round(a.high, mode, unit), a.open)


def _round(x: Exact | None, mode: str, unit: int) -> int | None:
    if x is None:
        return None
    if unit == 1:
        if isinstance(x, int):
            return x
        if mode == "half":
            return round_half_up(x)
    units = Fraction(x) / unit
    if mode == "half":
        return round_half_up(units) * unit
    return (units.__floor__() if mode == "down" else units.__ceil__()) * unit


def compare(op: str, a: Interval, b: Interval) -> Truth:
    """`a op b` (one of `>= > <= < = !=`): settled where every pair of values agrees."""
    yes, no = _COMPARED[op](a, b)
    if yes:
        return YES
    if no:
        return NO
    return Truth(True, True, a.open | b.open)


def _at_least(a: Interval, b: Interval) -> tuple[bool, bool]:
    return (
        a.low is not None and b.high is not None and a.low >= b.high,
        a.high is not None and b.low is not None and a.high < b.low,
    )


def _equal(a: Interval, b: Interval) -> tuple[bool, bool]:
    apart = (a.high is not None and b.low is not None and a.high < b.low) or (
        b.high is not None and a.low is not None and b.high < a.low
    )
    return a.is_point and b.is_point and a.low == b.low, apart


_COMPARED: dict[str, Callable[[Interval, Interval], tuple[bool, bool]]] = {
    ">=": _at_least,
    "<=": lambda a, b: _at_least(b, a),
    "<": lambda a, b: _at_least(a, b)[::-1],
    ">": lambda a, b: _at_least(b, a)[::-1],
    "=": _equal,
    "!=": lambda a, b: _equal(a, b)[::-1],
}


def negate(a: Truth) -> Truth:
    """Yes and no swapped."""
    return Truth(a.no, a.yes, a.open)


def conjunction(terms: Iterable[Truth]) -> Truth:
    """Kleene's `and`: no if one is no, yes if all are, else open in its unknown parts."""
    open_, unknown = 0, False
    for term in terms:
        if not term.yes:
            return NO
        if term.no:
            unknown = True
            open_ |= term.open
    return Truth(True, True, open_) if unknown else YES


def paid(applies: Truth, amount: Interval) -> Interval:
    """What is paid: the amount, nothing, or (not known) anything between nothing and it."""
    if not applies.no:
        return amount
    if not applies.yes:
        return ZERO
    return hull(amount, ZERO, applies.open)
