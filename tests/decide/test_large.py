"""Wide inputs: no recursion error, and time that grows with the input."""

from __future__ import annotations

import pytest
from huice.core import Add, Const, Fact, Not
from huice.decide.evaluate import Evaluator
from huice.decide.plan import Plan
from huice.decide.scope import Scope, Unknowns
from huice.facts.model import Record

from .making import DAY, ends, policy

RULES = (
    "for each project\nwhen ready\nrate 10% of cost\nsplit city:county 1:1",
    "for each project\naward 1\ncap 5 per label cap 300 per firm",
    "for each project\nwhen ready\naward 1\nonce per firm",
)


@pytest.mark.parametrize("known", [True, False])
def test_thousands_of_records_and_a_hundred_keys(known: bool) -> None:
    rows = [{"ready": True, "cost": 100} | ({"label": f"k{i % 100}"} if known or i % 10 else {}) for i in range(2000)]
    decision = policy(*RULES).decide({"project": rows, "history": []}, as_of=DAY)
    assert len(decision.awards) == 6000
    assert ends(decision["r0"].amount) == (20000, 20000)
    assert ends(decision["r1"].amount) == (300, 300)
    assert ends(decision["r2"].amount) == (1, 1)


def test_records_of_which_nothing_is_known() -> None:
    decision = policy(*RULES).decide({"project": [{}] * 2000, "history": []}, as_of=DAY)
    assert ends(decision["r1"].amount) == (5, 300)
    assert ends(decision["r2"].amount) == (0, 1)
    assert decision["r0"].amount.minor_high is None


def test_a_sum_of_ten_thousand_terms() -> None:
    made = policy("amount " + " + ".join(["sales"] * 10_000))
    assert ends(made.decide({"firm": {"sales": "0.01"}}, as_of=DAY).total) == (100, 100)


def test_a_condition_of_a_thousand_parts() -> None:
    made = policy("when " + " or ".join(f"staff = {i}" for i in range(1000)) + "\naward 1")
    assert ends(made.decide({"firm": {"staff": 999}}, as_of=DAY).total) == (1, 1)
    assert ends(made.decide({"firm": {"staff": 1000}}, as_of=DAY).total) == (0, 0)


def test_many_rules_and_their_questions() -> None:
    made = policy(*(f"when staff >= {i}\naward {i}" for i in range(1, 61)))
    assert [q.name for q in made.decide({}, as_of=DAY).questions] == ["staff"]


def test_shared_expressions_are_worked_out_once() -> None:
    """An expression that doubles fifty times over would never end if each part were evaluated where it stands."""
    program = policy("award 1").program
    plan = Plan(program)
    evaluator = Evaluator(plan, Unknowns())
    scope = Scope("firm", Record("firm", None, "firm", {"sales": 1}, {}), "firm", None)
    node: Add | Fact = Fact("firm", "sales")
    for _ in range(50):
        node = Add((node, node))
    assert evaluator.number(node, scope).low == 2**50
    assert evaluator.truth(Not(Const(False)), scope).yes
