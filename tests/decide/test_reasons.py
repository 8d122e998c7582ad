"""What is said of an award: conditions with their facts, limits, assumptions, missing facts, warnings."""

from __future__ import annotations

import datetime as dt

import huice
from huice.api import Decision

from .making import DAY, HEAD, asked, decide, ends, policy


def limits(decision: Decision, award: int = 0) -> list[tuple[object, ...]]:
    return [
        (x.kind, x.bites.value, ends(x.amount), ends(x.cut), x.left and ends(x.left))
        for x in decision.awards[award].limits
    ]


def test_conditions_carry_the_facts_that_met_or_failed_them() -> None:
    made = policy('for each project\nwhen staff >= 5 "five or more"\nunless ready\naward 1')
    decision = decide(made, staff=4, project=[{}])
    first, second = decision.awards[0].conditions
    assert (first.kind, first.text, first.holds.value) == ("when", "five or more", "no")
    assert [(f.address, f.value) for f in first.facts] == [("firm.staff", 4)]
    assert (second.kind, second.holds.value) == ("unless", "unknown")
    assert [(f.address, f.value) for f in second.facts] == [("project[0].ready", None)]
    assert decision.awards[0].holds_up() == (first,)


def test_a_cap_says_what_it_cut() -> None:
    made = policy("rate 10% of sales cap 50")
    assert limits(decide(made, sales=800)) == [("cap", "yes", (50, 50), (30, 30), None)]
    assert limits(decide(made, sales=500)) == [("cap", "no", (50, 50), (0, 0), None)]
    assert limits(decide(made)) == [("cap", "unknown", (50, 50), (0, None), None)]


def test_two_caps_each_say_their_own() -> None:
    made = policy("rate 10% of sales cap 50 cap 20")
    assert limits(decide(made, sales=800)) == [
        ("cap", "yes", (50, 50), (30, 30), None),
        ("cap", "yes", (20, 20), (30, 30), None),
    ]


def test_a_running_cap_says_what_was_left() -> None:
    made = policy("for each project\naward 40\ncap 50 per firm")
    history = [{"rule": "r0", "date": "2023-01-01", "amount": 5}]
    decision = decide(made, project=[{}, {}], history=history)
    assert limits(decision, 0) == [("running", "no", (50, 50), (0, 0), (45, 45))]
    assert limits(decision, 1) == [("running", "yes", (50, 50), (35, 35), (5, 5))]


def test_limits_are_said_only_of_what_may_apply() -> None:
    assert limits(decide(policy("when new\nrate 10% of sales cap 50"), new=False, sales=800)) == []


def test_a_figure_above_its_ceiling_counts_as_the_ceiling_and_is_warned_of() -> None:
    made = policy("for each project\nrate up to 10% of cost")
    rows = [{"cost": 100}, {"cost": 100}]
    figures = [
        {"rule": "r0", "record": {"entity": "project", "index": 0}, "rate": "11%"},
        {"rule": "r0", "record": {"entity": "project", "index": 1}, "rate": "10%"},
    ]
    decision = decide(made, project=rows, decided=figures)
    assert ends(decision.total) == (20, 20)
    assert [(w.code, w.level, w.address) for w in decision.warnings] == [("D101", "warning", "decided.r0.project[0]")]


def test_a_figure_below_its_ceiling_is_not_warned_of_because_of_rounding() -> None:
    made = policy("rate up to 30% of sales")
    decision = decide(made, sales="0.02", decided=[{"rule": "r0", "rate": "29.99%"}])
    assert ends(decision.total) == (0.01, 0.01)
    assert not decision.warnings


def test_an_assumption_is_shown_where_the_award_rests_on_it() -> None:
    header = 'valid from 2023-01-01 until 2023-12-31\nassuming "dates"\nissuer "office"\nassuming "whole"'
    made = policy('when new\naward 5\nassuming "own"', 'award 5\npaid by city\nassuming "own"', header=header)

    def said(decision: Decision, award: int) -> list[str]:
        return [a.text for a in decision.awards[award].assumptions]

    assert said(decide(made, new=True), 0) == ["dates", "whole", "own"]
    assert said(decide(made), 0) == ["dates", "whole", "own"]
    assert said(decide(made, new=False), 0) == ["dates", "whole"]
    assert said(decide(made, as_of=dt.date(2024, 1, 1)), 1) == ["dates"]


def test_a_default_payer_is_an_assumption_of_what_may_be_paid_by_it() -> None:
    text = HEAD.replace("paid by city\n", 'paid by city\nassuming "the city pays"\n')
    made = huice.parse(text + "rule r0\naward 5\nrule r1\naward 5\npaid by county\nrule r2\nwhen new\naward 5\n")
    decision = made.decide({"firm": {"new": False}}, as_of=DAY)
    assert [[a.text for a in award.assumptions] for award in decision.awards] == [["the city pays"], [], []]


def test_the_day_count_is_an_assumption_of_the_engines_own() -> None:
    decision = decide(policy("interest 1% a year on sales for staff"))
    assert [a.code for a in decision.awards[0].assumptions] == ["A101"]


def test_what_is_missing_is_named_once() -> None:
    award = decide(policy("when new and staff >= 5\nrate 10% of sales")).awards[0]
    assert sorted(award.missing) == ["firm.new", "firm.sales", "firm.staff"]
    assert [f.address for f in award.used] == ["firm.sales"]


def test_referrals_and_limits_are_named_but_never_paid() -> None:
    made = policy('when new\nrefer to "elsewhere"', "limit sales to 100")
    for sales, status in ((100, "within_limit"), ("100.01", "over_limit"), (None, "undetermined")):
        decision = decide(made, new=True, **({} if sales is None else {"sales": sales}))
        assert [a.status.value for a in decision.awards] == ["referred", status]
        assert ends(decision.total) == (0, 0)
        assert not decision.rules and not asked(decision)
    assert decide(made, new=False, sales=1).awards[0].status.value == "ineligible"


def test_no_is_said_with_its_first_reason() -> None:
    out = decide(policy("when new\naward 5\nvalid until 2020-01-01"), new=False).awards[0]
    assert out.status.value == "not_in_force"
