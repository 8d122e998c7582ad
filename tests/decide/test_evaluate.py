"""Expressions as they are written, on facts known, missing and known in part."""

from __future__ import annotations

import datetime as dt

import pytest

from .making import DAY, asked, decide, ends, policy


@pytest.mark.parametrize(
    "line, facts, expected",
    [
        ("rate 30% of sales", {"sales": 1000}, (300, 300)),
        ("rate 30% of sales", {}, (0, None)),
        ("rate 30% of sales cap 50", {}, (0, 50)),
        ("rate 30% of sales cap 50 floor 20", {}, (20, 50)),
        ("rate 30% of (sales counted up to 100)", {"sales": 1000}, (30, 30)),
        ("rate 30% of (sales above 900)", {"sales": 1000}, (30, 30)),
        ("rate 30% of (sales above 900)", {"sales": 10}, (0, 0)),
        ("award 10 per staff", {"staff": 7}, (70, 70)),
        ("award 10 per full 3 of staff", {"staff": 8}, (20, 20)),
        ("award 10 per full 100 of sales", {"sales": "299.99"}, (20, 20)),
        ("interest 2% a year on sales for staff", {"sales": 36500, "staff": 10}, (20, 20)),
        ("interest 2% a year on sales for staff basis 360", {"sales": 36000, "staff": 10}, (20, 20)),
        ("amount sales - 100", {"sales": 30}, (0, 0)),
        ("amount larger of (sales, 50)", {}, (50, None)),
        ("amount smaller of (sales, 50)", {}, (0, 50)),
        ("amount sales / 3", {"sales": 1}, (0.33, 0.33)),
    ],
)
def test_amount_lines(line: str, facts: dict[str, object], expected: tuple[float, float | None]) -> None:
    assert ends(decide(policy(line), **facts).total) == expected


@pytest.mark.parametrize(
    "condition, facts, expected",
    [
        ("staff >= 5", {"staff": 5}, "yes"),
        ("staff > 5", {"staff": 5}, "no"),
        ("staff in [5, 7]", {"staff": 7}, "yes"),
        ("staff = 5 or new", {"new": True}, "yes"),
        ("staff = 5 or new", {"new": False}, "unknown"),
        ("staff = 5 and new", {"new": False}, "no"),
        ("not new", {"new": False}, "yes"),
        ("size is small", {"size": "large"}, "no"),
        ("size in [small, middle]", {"size": "middle"}, "yes"),
        ("size is not small", {}, "unknown"),
        ('name is "north"', {"name": "north"}, "yes"),
        ('name is not "north"', {"name": "south"}, "yes"),
        ('name is "north"', {}, "unknown"),
        ("founded in 2023", {"founded": "2023-12-31"}, "yes"),
        ("founded in 2023", {"founded": "2024-01-01"}, "no"),
        ("year of founded >= 2023", {"founded": "2022-12-31"}, "no"),
        ("founded <= today", {"founded": DAY.isoformat()}, "yes"),
        ("new or not new", {}, "unknown"),
    ],
)
def test_conditions(condition: str, facts: dict[str, object], expected: str) -> None:
    decision = decide(policy(f"when {condition}\naward 1"), **facts)
    assert decision.awards[0].conditions[0].holds.value == expected


def test_a_bound_of_the_same_rule_clips_what_the_rule_pays() -> None:
    assert ends(decide(policy("when sales <= 1000\nrate 10% of sales")).total) == (0, 100)


def test_declared_bounds_narrow_what_is_missing() -> None:
    assert ends(decide(policy("award 10 per few")).total) == (20, 40)


def test_today_is_the_date_that_the_rule_is_tested_on() -> None:
    made = policy("when founded = today\naward 1 dated by founded")
    assert ends(decide(made, founded="2020-01-01").total) == (1, 1)


def test_the_policys_own_conditions_are_tested_on_the_policys_date() -> None:
    made = policy("award 1 dated by founded", header="  when founded = today")
    assert ends(decide(made, founded="2020-01-01").total) == (0, 0)
    assert ends(decide(made, founded=DAY.isoformat()).total) == (1, 1)


def test_records_see_the_facts_around_them() -> None:
    made = policy("for each project\nwhen new and ready\nrate 10% of cost")
    rows = [{"ready": True, "cost": 100}, {"ready": False, "cost": 100}, {"cost": 100}]
    decision = decide(made, new=True, project=rows)
    assert [ends(a.amount) for a in decision.awards] == [(10, 10), (0, 0), (0, 10)]
    assert asked(decision) == ["project[2].ready"]


def test_what_a_negative_figure_would_pay_is_nothing() -> None:
    made = policy("rate 10% of change")
    assert ends(decide(made, change=-50).total) == (0, 0)
    assert ends(decide(made).total) == (0, None)


def test_the_last_day_of_the_calendar_is_no_obstacle() -> None:
    made = policy("when founded in 9999\naward 1")
    assert ends(decide(made, founded="9999-12-31", as_of=dt.date.max).total) == (1, 1)
    assert decide(made, as_of=dt.date.max).questions
