"""Running caps, keys, history and `once`, from the design's own counter-examples on."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from huice.decide.history import FRESH, Key
from huice.decide.ranges import NO, YES, Interval, Truth, add, point
from huice.decide.sharing import Capped, Keyed, apply_once, apply_running_cap
from hypothesis import given
from hypothesis import strategies as st

from .making import asked, decide, ends, policy

ONE: tuple[Key, ...] = ((),)


def capped(amounts: list[Interval], limit: Interval) -> Capped:
    return apply_running_cap([Keyed(a, ONE) for a in amounts], add(amounts), lambda key: limit)


def bounds(a: Interval) -> tuple[object, object]:
    return a.low, a.high


def test_lows_on_lows_and_highs_on_highs_would_be_unsound() -> None:
    made = capped([Interval(0, 100, 1), point(100)], point(100))
    assert [bounds(a) for a in made.awards] == [(0, 100), (0, 100)]
    assert bounds(made.total) == (100, 100)


def test_the_rule_is_not_the_sum_of_its_awards() -> None:
    made = capped([Interval(0, 50, 1), Interval(0, 50, 2)], point(50))
    assert [bounds(a) for a in made.awards] == [(0, 50), (0, 50)]
    assert bounds(made.total) == (0, 50)


spans = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(lambda x: Interval(min(x), max(x), int(x[0] != x[1])))


@given(st.lists(spans, min_size=1, max_size=3), spans)
def test_a_running_cap_holds_every_world(amounts: list[Interval], limit: Interval) -> None:
    made = capped(amounts, limit)
    for most in whole(limit):
        for world in itertools.product(*(whole(a) for a in amounts)):
            paid = at_points(list(world), [()] * len(world), {(): most})
            assert all(a.low <= x <= a.high for a, x in zip(made.awards, paid, strict=True))  # type: ignore[operator]
            assert made.total.low <= sum(paid) <= made.total.high  # type: ignore[operator]


keys = st.sets(st.sampled_from("abc"), min_size=1, max_size=3)


@given(st.lists(st.tuples(spans, keys), min_size=1, max_size=3), st.lists(spans, min_size=3, max_size=3))
def test_unknown_keys_hold_every_world(awards: list[tuple[Interval, set[str]]], limits: list[Interval]) -> None:
    left = {(k,): limit for k, limit in zip("abc", limits, strict=True)}
    keyed = [Keyed(a, tuple((k,) for k in sorted(names)), 8 if len(names) > 1 else 0) for a, names in awards]
    made = apply_running_cap(keyed, add([a for a, _ in awards]), left.__getitem__)
    corners = [{a.low, a.high} for a, _ in awards]
    rests = [{a.low, a.high} for a in limits]
    for chosen in itertools.product(*(a.keys for a in keyed)):
        for world in itertools.product(*corners):
            for most in itertools.product(*rests):
                rest = {(k,): int(m or 0) for k, m in zip("abc", most, strict=True)}
                paid = at_points([int(x or 0) for x in world], list(chosen), rest)
                assert all(a.low <= x <= a.high for a, x in zip(made.awards, paid, strict=True))  # type: ignore[operator]
                assert made.total.low <= sum(paid) <= made.total.high  # type: ignore[operator]


def whole(a: Interval) -> range:
    return range(int(a.low or 0), int(a.high or 0) + 1)


def at_points(amounts: list[int], under: list[Key], left: dict[Key, int]) -> list[int]:
    used: dict[Key, int] = {}
    paid = []
    for amount, key in zip(amounts, under, strict=True):
        paid.append(min(amount, max(0, left[key] - used.get(key, 0))))
        used[key] = used.get(key, 0) + amount
    return paid


def test_two_fresh_keys_may_differ() -> None:
    fresh = ((FRESH,),)
    made = apply_running_cap(
        [Keyed(point(100), fresh, 1), Keyed(point(100), fresh, 2)], point(200), lambda key: point(100)
    )
    assert [bounds(a) for a in made.awards] == [(100, 100), (0, 100)]
    assert bounds(made.total) == (100, 200)


def test_an_open_list_is_held_by_keys_that_can_be_counted() -> None:
    open_award = Interval(0, None, 1)
    one = apply_running_cap([Keyed(open_award, ONE, many=True)], open_award, lambda key: point(50))
    assert bounds(one.total) == (0, 50)
    named = apply_running_cap([Keyed(open_award, (("a",), ("b",)), 1, many=True)], open_award, lambda key: point(50))
    assert bounds(named.total) == (0, 100)
    fresh = apply_running_cap([Keyed(open_award, ((FRESH,),), 1, many=True)], open_award, lambda key: point(50))
    assert bounds(fresh.total) == (0, None)


MAYBE = Truth(True, True, 1)


@pytest.mark.parametrize(
    "claims, used, total, applies",
    [
        ([(YES, 100), (YES, 50)], NO, (100, 100), "yn"),
        ([(NO, 100), (YES, 50)], NO, (50, 50), "ny"),
        ([(MAYBE, 100), (YES, 50)], NO, (50, 100), "??"),
        ([(MAYBE, 100), (MAYBE, 50)], NO, (0, 100), "??"),
        ([(MAYBE, 100), (YES, 100)], NO, (100, 100), "??"),
        ([(YES, 100)], YES, (0, 0), "n"),
        ([(YES, 100)], MAYBE, (0, 100), "?"),
        ([], NO, (0, 0), ""),
    ],
)
def test_once_goes_to_the_first(claims: list[Any], used: Truth, total: tuple[int, int], applies: str) -> None:
    firsts, whole_rule = apply_once([(truth, point(amount)) for truth, amount in claims], used)
    assert bounds(whole_rule) == total
    said = "".join("?" if f.applies.yes and f.applies.no else "y" if f.applies.yes else "n" for f in firsts)
    assert said == applies


# In policies

YEARLY = "for each project\naward 10\ncap 10 per firm per year of started"
SCENES = "award 10 per staff cap 30 per firm"


def test_history_counts_under_its_stated_year_else_its_date() -> None:
    made = policy(YEARLY)
    project = [{"started": "2023-02-01"}]
    for entry, left in (
        ({"date": "2023-01-05"}, 0),
        ({"date": "2022-01-05"}, 10),
        ({"date": "2022-01-05", "key": "2023"}, 0),
        ({"date": "2023-01-05", "key": "2022"}, 10),
        ({"date": "2022-01-05", "key": "2023-Q1"}, 0),
        ({"date": "2023-01-05", "key": "spring"}, 0),
    ):
        history = [{"rule": "r0", "amount": 10, **entry}]
        assert ends(decide(made, project=project, history=history).total) == (left, left), entry


def test_what_history_leaves_out_stays_open() -> None:
    made = policy(SCENES)
    assert ends(decide(made, staff=3).total) == (0, 30)
    assert asked(decide(made, staff=3)) == ["history"]
    undated = decide(policy(YEARLY), project=[{"started": "2023-02-01"}], history=[{"rule": "r0", "amount": 4}])
    assert ends(undated.total) == (6, 10)
    assert asked(undated) == ["history[0].key"]
    unpriced = decide(made, staff=3, history=[{"rule": "r0", "date": "2023-01-01"}])
    assert ends(unpriced.total) == (0, 30)
    assert asked(unpriced) == ["history[0].amount"]


def test_history_of_another_rule_takes_nothing() -> None:
    made = policy(SCENES, "award 5")
    history = [{"rule": "r1", "amount": 25, "date": "2023-01-01"}]
    assert ends(decide(made, staff=3, history=history)["r0"].amount) == (30, 30)


def test_two_records_without_their_year_may_fall_in_two_years() -> None:
    made = policy(YEARLY)
    assert ends(decide(made, project=[{}, {}], history=[]).total) == (10, 20)
    assert ends(decide(made, project=[{}], history=[]).total) == (10, 10)
    assert not asked(decide(made, project=[{}], history=[]))


def test_any_earlier_award_uses_once_up_even_one_of_nothing() -> None:
    made = policy("award 10 once per firm")
    history = [{"rule": "r0", "amount": 0, "date": "2023-01-01"}]
    decision = decide(made, history=history)
    assert ends(decision.total) == (0, 0)
    award = decision["r0"].awards[0]
    assert award.status.value == "ineligible"
    assert [(c.kind, c.holds.value) for c in award.conditions] == [("once", "no")]


def test_one_award_at_most_is_held_by_a_cap_at_most_once() -> None:
    made = policy("for each project\nrate up to 100% of cost\ncap 7 per year of started\nonce per firm")
    assert ends(decide(made, project=[{}, {}], history=[]).total) == (0, 7)
