"""Each operation on ranges against every pair of values in small domains."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest
from huice.decide import ranges as r
from huice.decide.ranges import NO, UNKNOWN, YES, Interval, Truth
from huice.values import Exact, round_half_up
from hypothesis import given
from hypothesis import strategies as st

SPAN = range(-4, 5)
#: What an unbounded end stands for when values are tried one by one.
FAR = 40


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(st.integers(-4, 4)), draw(st.integers(-4, 4))))
    left = None if draw(st.integers(0, 5)) == 0 else low
    right = None if draw(st.integers(0, 5)) == 0 else high
    return Interval(left, right, 0 if left is not None and left == right else draw(st.integers(1, 7)))


truths = st.sampled_from([YES, NO, UNKNOWN])


def values(a: Interval) -> Iterator[int]:
    """Some of the numbers in a range: its ends, far values where it has none, and the small ones between."""
    low = -FAR if a.low is None else int(a.low)
    high = FAR if a.high is None else int(a.high)
    yield from sorted({low, high, *(x for x in SPAN if low <= x <= high)})


def check_binary(made: Interval, a: Interval, b: Interval, on_points: Callable[[int, int], Exact]) -> None:
    results = [on_points(x, y) for x in values(a) for y in values(b)]
    check(made, results, a.low is None or a.high is None or b.low is None or b.high is None)


def check(made: Interval, results: list[Exact], unbounded: bool) -> None:
    """Sound always; with bounded arguments also exact at both ends."""
    assert made.low is None or made.low <= min(results)
    assert made.high is None or made.high >= max(results)
    if not unbounded:
        assert (made.low, made.high) == (min(results), max(results))
    if made.is_point:
        assert made.open == 0


@given(intervals(), intervals())
def test_sums_differences_and_products(a: Interval, b: Interval) -> None:
    check_binary(r.add([a, b]), a, b, lambda x, y: x + y)
    check_binary(r.add([a, r.opposite(b)]), a, b, lambda x, y: x - y)
    check_binary(r.product(a, b), a, b, lambda x, y: x * y)


@given(intervals(), intervals(), intervals())
def test_smallest_and_largest(a: Interval, b: Interval, c: Interval) -> None:
    check_binary(r.minimum((a, b)), a, b, min)
    check_binary(r.maximum((a, b)), a, b, max)
    three = [(x, y, z) for x in values(a) for y in values(b) for z in values(c)]
    unbounded = any(None in x[:2] for x in (a, b, c))
    check(r.minimum((a, b, c)), [min(x) for x in three], unbounded)
    check(r.maximum((a, b, c)), [max(x) for x in three], unbounded)


@given(intervals(), st.sampled_from([1, 2, 3, Fraction(1, 2), Fraction(5, 3)]))
def test_division_by_a_constant(a: Interval, by: Exact) -> None:
    check(r.scaled(a, by), [Fraction(x) / by for x in values(a)], None in a[:2])
    check(r.quotient(a, by), [x // by for x in values(a)], None in a[:2])


@given(intervals(), st.sampled_from([1, 3, 10]), st.sampled_from(["half", "down", "up"]))
def test_rounding(a: Interval, unit: int, mode: str) -> None:
    def rounded(x: int) -> int:
        units = Fraction(x, unit)
        nearest = {"half": round_half_up, "down": lambda q: q.__floor__(), "up": lambda q: q.__ceil__()}
        return int(nearest[mode](units)) * unit

    check(r.rounded(a, mode, unit), [rounded(x) for x in values(a)], None in a[:2])


@given(intervals(), intervals())
def test_hull_holds_both_and_meet_what_both_hold(a: Interval, b: Interval) -> None:
    hull = set(values(r.hull(a, b)))
    assert hull >= {x for x in (*values(a), *values(b)) if abs(x) < FAR}
    both = [x for x in SPAN if x in set(values(a)) and x in set(values(b))]
    meet = r.meet(a, b)
    assert all((meet.low is None or meet.low <= x) and (meet.high is None or x <= meet.high) for x in both)


@pytest.mark.parametrize("op", [">=", ">", "<=", "<", "=", "!="])
@given(a=intervals(), b=intervals())
def test_a_comparison_is_settled_where_every_pair_agrees(op: str, a: Interval, b: Interval) -> None:
    on_points: dict[str, Callable[[int, int], bool]] = {
        ">=": lambda x, y: x >= y,
        ">": lambda x, y: x > y,
        "<=": lambda x, y: x <= y,
        "<": lambda x, y: x < y,
        "=": lambda x, y: x == y,
        "!=": lambda x, y: x != y,
    }
    seen = {on_points[op](x, y) for x in values(a) for y in values(b)}
    made = r.compare(op, a, b)
    assert not (made.yes and not made.no) or seen == {True}
    assert not (made.no and not made.yes) or seen == {False}
    if None not in (*a[:2], *b[:2]):
        assert (made.yes, made.no) == (True in seen, False in seen)
    assert made.open == (a.open | b.open if made.yes and made.no else 0)


@given(st.lists(truths, max_size=4))
def test_conjunction_is_kleenes(terms: list[Truth]) -> None:
    made = r.conjunction(terms)
    assert made.yes == all(x.yes for x in terms)
    assert made.no == any(x.no for x in terms)
    assert r.negate(r.negate(made)) == made


def test_a_conjunction_depends_on_its_unknown_parts_only() -> None:
    first, second = Truth(True, True, 1), Truth(True, True, 2)
    assert r.conjunction([first, YES, second]) == Truth(True, True, 3)
    assert r.conjunction([first, NO, second]) == NO


def test_a_side_that_is_certainly_beaten_leaves_nothing_open() -> None:
    assert r.minimum((Interval(0, 5, 1), Interval(7, 9, 2))) == Interval(0, 5, 1)
    assert r.minimum((Interval(0, 5, 1), Interval(5, 9, 2))) == Interval(0, 5, 1)
    assert r.minimum((Interval(0, None, 1), Interval(0, 3, 2), Interval(4, 6, 4))) == Interval(0, 3, 3)
    assert r.maximum((Interval(0, 5, 1), Interval(7, 9, 2))) == Interval(7, 9, 2)


def test_nothing_times_anything_is_nothing() -> None:
    assert r.product(Interval(0, None, 1), Interval(0, 0)) == Interval(0, 0)
    assert r.product(Interval(None, None, 1), Interval(0, 0)) == Interval(0, 0)


def test_paid_is_nothing_or_the_amount() -> None:
    amount = Interval(3, 8, 1)
    assert r.paid(YES, amount) == amount
    assert r.paid(NO, amount) == Interval(0, 0)
    assert r.paid(Truth(True, True, 2), amount) == Interval(0, 8, 3)
