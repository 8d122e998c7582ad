"""Largest remainder, and the ranges of shares."""

from __future__ import annotations

import pytest
from huice.core import Split
from huice.decide.destinations import held_to, share_out, shares
from huice.decide.ranges import Interval, point
from hypothesis import given
from hypothesis import strategies as st

from .making import decide, ends, policy

weights = st.lists(st.integers(1, 9), min_size=1, max_size=4).map(tuple)


@pytest.mark.parametrize(
    "amount, by, parts",
    [
        (101, (1, 1), (51, 50)),
        (3, (1, 3, 3), (1, 1, 1)),
        (4, (1, 3, 3), (0, 2, 2)),
        (0, (2, 5), (0, 0)),
        (1, (1, 1, 1), (1, 0, 0)),
    ],
)
def test_units_left_over_go_to_the_largest_remainders(amount: int, by: tuple[int, ...], parts: tuple[int, ...]) -> None:
    assert share_out(amount, by) == parts


@given(st.integers(0, 500), weights)
def test_shares_sum_to_the_amount_and_keep_to_their_quota(amount: int, by: tuple[int, ...]) -> None:
    parts = share_out(amount, by)
    assert sum(parts) == amount
    assert all(abs(part - amount * w / sum(by)) < 1 for part, w in zip(parts, by, strict=True))


@given(st.integers(0, 40), st.integers(0, 40), weights)
def test_a_range_of_shares_holds_every_amount(a: int, b: int, by: tuple[int, ...]) -> None:
    low, high = sorted((a, b))
    split = Split(tuple("abcd"[: len(by)]), by, "")
    made = shares(Interval(low, high, int(low != high)), split)
    for amount in range(low, high + 1):
        for part, share in zip(share_out(amount, by), made.values(), strict=True):
            assert share.low <= part <= share.high  # type: ignore[operator]


def test_an_unbounded_amount_has_unbounded_shares() -> None:
    assert shares(Interval(5, None, 1), Split(("a", "b"), (1, 1), "")) == {
        "a": Interval(3, None, 1),
        "b": Interval(2, None, 1),
    }


def test_a_share_is_held_to_the_total_less_the_others() -> None:
    held = held_to(point(10), {"a": Interval(0, 10, 1), "b": Interval(0, 3, 1)})
    assert held == {"a": Interval(7, 10, 1), "b": Interval(0, 3, 1)}


def test_payers_of_a_rule_and_of_the_decision() -> None:
    made = policy("award 1.01 split city:county 1:1", "award 5 paid by county", "award 7", 'award 9 in kind "voucher"')
    decision = decide(made)
    assert {p: ends(x) for p, x in decision["r0"].split.items()} == {"city": (0.51, 0.51), "county": (0.5, 0.5)}
    assert {p: ends(x) for p, x in decision.split.items()} == {"city": (7.51, 7.51), "county": (5.5, 5.5)}
    assert ends(decision.total) == (13.01, 13.01)
    assert {form: ends(x) for form, x in decision.in_kind.items()} == {"voucher": (9, 9)}


def test_an_open_list_says_little_of_its_payers() -> None:
    """Five awards of 2 fen, 5:2, give the second payer 5 fen of 10; one of 10 would give it 3."""
    made = policy("for each project\namount cost\ncap 0.10 per firm\nsplit city:county 5:2")
    rows = [{"cost": "0.02"}] * 5
    listed = decide(made, project=rows, history=[])
    assert ends(listed["r0"].split["county"]) == (0.05, 0.05)
    assert ends(decide(made, history=[])["r0"].split["county"]) == (0, 0.1)
