"""Near misses: the one fact, its nearest value, and what the total gains."""

from __future__ import annotations

import datetime as dt

import pytest
from huice.api import Decision

from .making import DAY, decide, ends, policy


def near(decision: Decision, award: int = 0) -> list[tuple[str, object, tuple[float, float | None]]]:
    return [(m.fact.address, m.to, ends(m.gain)) for m in decision.awards[award].near_misses]


@pytest.mark.parametrize(
    "condition, now, to",
    [
        ("staff >= 20", 19, 20),
        ("staff > 20", 3, 21),
        ("staff <= 20", 30, 20),
        ("staff = 20", 19, 20),
        ("staff in [5, 9]", 8, 9),
    ],
)
def test_the_nearest_value_is_offered(condition: str, now: int, to: int) -> None:
    assert near(decide(policy(f"when {condition}\naward 5"), staff=now)) == [("firm.staff", to, (5, 5))]


def test_flags_choices_and_texts() -> None:
    made = policy("when new\naward 5", "when size is small\naward 6", 'when name is "north"\naward 7')
    decision = decide(made, new=False, size="large", name="south")
    assert near(decision, 0) == [("firm.new", True, (5, 5))]
    assert near(decision, 1) == [("firm.size", "small", (6, 6))]
    assert near(decision, 2) == [("firm.name", "north", (7, 7))]


def test_one_fact_must_be_enough() -> None:
    assert near(decide(policy("when new and old\naward 5"), new=False, old=False)) == []
    made = policy("when new\nwhen old\naward 5")
    assert near(decide(made, new=False)) == [("firm.new", True, (0, 5))]


def test_the_gain_is_the_totals_and_not_the_rules() -> None:
    shared = "for each project\nwhen ready\naward 40\ncap 50 per firm"
    made = policy(shared, "unless new\naward 30", "when new\naward 35")
    decision = decide(made, new=False, project=[{"ready": True}, {"ready": False}], history=[])
    assert near(decision, 1) == [("project[1].ready", True, (10, 10))]
    assert near(decision, 3) == [("firm.new", True, (5, 5))]


def test_dates_past_are_not_offered() -> None:
    made = policy("when founded >= 2023-06-01\naward 5")
    assert near(decide(made, founded="2020-01-01")) == [("firm.founded", dt.date(2023, 6, 1), (5, 5))]
    assert near(decide(policy("when founded <= 2019-01-01\naward 5"), founded="2020-01-01")) == []


def test_a_year_is_offered_by_its_first_day() -> None:
    made = policy("when year of founded = 2024\naward 5")
    assert near(decide(made, founded="2023-01-01")) == [("firm.founded", dt.date(2024, 1, 1), (5, 5))]


def test_history_the_policys_own_conditions_and_windows_are_not_offered() -> None:
    history = [{"rule": "r0", "date": DAY.isoformat(), "amount": 5}]
    assert near(decide(policy("when new\naward 5 once per firm"), new=True, history=history)) == []
    assert near(decide(policy("when new\naward 5", header="  unless old"), new=False, old=True)) == []
    assert near(decide(policy("when new\naward 5\nvalid until 2020-01-01"), new=False)) == []


def test_an_open_list_has_no_near_miss() -> None:
    assert near(decide(policy("for each project\nwhen new\naward 5"), new=False)) == []


def test_what_gains_nothing_is_left_out() -> None:
    made = policy("for each project\nwhen ready\naward 40\ncap 50 per firm")
    history = [{"rule": "r0", "date": DAY.isoformat(), "amount": 50}]
    assert near(decide(made, project=[{"ready": False}], history=history)) == []
