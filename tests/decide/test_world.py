"""Totals over rules: forks, and what is worked out again for another answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import huice
from attrs import evolve
from huice.core import Fact
from huice.decide.plan import Plan
from huice.decide.world import World

from .making import DAY, asked, decide, ends, policy

QUANZHOU = Path(__file__).parents[2] / "policies" / "quanzhou_2023_6.rules"
KINDS = ("for each project\nwhen kind is a\naward 5", "for each project\nwhen kind is b\naward 7")


def test_a_project_cannot_be_of_two_kinds() -> None:
    policy_ = huice.load(QUANZHOU)
    known = {"public_service_platform": True, "smes_served": 25, "park_enterprise": True}
    project = {"it_investment": "100000000", "multi_industry_node": True}
    facts = {"enterprise": known, "project": [project]}
    decision = policy_.decide(facts, as_of=date(2023, 8, 1))
    parts = [decision[r].amount.minor_high for r in ("platform_subsidy", "node_subsidy", "park_subsidy")]
    assert parts == [50_000_000, 700_000_000, 100_000_000]
    listed = {**facts, "loan": [], "contract": [], "node_month": []}
    rest = dict.fromkeys((f.name for f in policy_.program.subject.facts), False) | known
    rest |= dict.fromkeys(("provincial_scenes", "miit_scenes", "cloud_design_software_fee"), 0)
    total = policy_.decide({**listed, "enterprise": rest, "history": []}, as_of=date(2023, 8, 1)).total
    assert (total.minor_low, total.minor_high) == (0, 700_000_000)


def test_a_records_fork_covers_each_record() -> None:
    decision = decide(policy(*KINDS), project=[{}, {"kind": "c"}, {"kind": "a"}])
    assert [ends(decision[r].amount) for r in ("r0", "r1")] == [(5, 10), (0, 7)]
    assert ends(decision.total) == (5, 12)
    assert asked(decision) == ["project[0].kind"]


def test_a_subjects_fork_covers_everything() -> None:
    decision = decide(policy("when new\naward 5", "unless new\naward 7"))
    assert ends(decision.total) == (5, 7)
    assert asked(decision) == ["firm.new"]


def test_a_fact_that_makes_no_difference_in_total_is_not_asked() -> None:
    decision = decide(policy("when new\naward 5", "unless new\naward 5"))
    assert ends(decision.total) == (5, 5)
    assert not asked(decision)


def test_who_pays_may_still_be_open() -> None:
    decision = decide(policy("when new\naward 5\npaid by city", "unless new\naward 5\npaid by county"))
    assert ends(decision.total) == (5, 5)
    assert {p: ends(x) for p, x in decision.split.items()} == {"city": (0, 5), "county": (0, 5)}
    assert asked(decision) == ["firm.new"]


def test_the_policys_conditions_take_part_in_forks() -> None:
    decision = decide(policy("when size is small\naward 5", header="  when size is large"))
    assert ends(decision.total) == (0, 0)


def test_forks_only_tighten() -> None:
    made = policy(*KINDS)
    plan = Plan(evolve(made.program, forks=()))
    facts = made.check_facts({"project": [{}]})
    assert World(plan, facts, DAY.toordinal()).tally().total[:2] == (0, 1200)
    assert World(Plan(made.program), facts, DAY.toordinal()).tally().total[:2] == (0, 700)


def test_another_answer_gives_what_a_fresh_decision_gives() -> None:
    made = policy("when new\nrate 10% of sales", "for each project\nwhen ready\naward 5", *KINDS)
    facts = made.check_facts({"project": [{}, {"kind": "a"}]})
    plan = Plan(made.program)
    world = World(plan, facts, DAY.toordinal())
    world.tally()
    for record, fact, value in (
        (facts.subject, Fact("firm", "new"), True),
        (facts.subject, Fact("firm", "sales"), 1000),
        (next(facts.records("project")), Fact("project", "kind"), "b"),
    ):
        other = facts.with_value(record, fact, value)
        derived = world.derive(other, plan.readers(fact)).tally()
        assert derived.total[:2] == World(plan, other, DAY.toordinal()).tally().total[:2]
