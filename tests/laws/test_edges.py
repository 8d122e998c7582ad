"""Windows, the policy's own conditions, figures of the authority, and rounding (laws 22, 24, 25 and 26)."""

from __future__ import annotations

import datetime as dt
import random
from fractions import Fraction

import huice
import pytest
from attrs import evolve
from huice.core import Condition, Const
from huice.decide.decide import decide
from huice.decide.decision import Status
from huice.decide.plan import Plan
from huice.facts.model import Facts
from huice.values import round_half_up
from hypothesis import given
from hypothesis import strategies as st

from .observe import ends, observables, within
from .samples import sample, seeds

WINDOW = """
policy p
  valid from 2023-01-01 until 2024-02-29
entity firm
  fact happened: date
rule whole
  award 1
rule own
  award 1
  valid from 2023-05-01 until 2023-05-31
rule dated
  award 1
  valid from 2022-05-01 until 2022-05-31 dated by happened
rule dated_only
  award 1
  dated by happened
"""
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    "rule, first, last",
    [
        ("whole", "2023-01-01", "2024-02-29"),
        ("own", "2023-05-01", "2023-05-31"),
        ("dated", "2022-05-01", "2022-05-31"),
        ("dated_only", "2023-01-01", "2024-02-29"),
    ],
)
def test_both_end_days_are_inside_and_the_days_beside_are_not(rule: str, first: str, last: str) -> None:
    policy = huice.parse(WINDOW)
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    for day, inside in ((start - DAY, False), (start, True), (end, True), (end + DAY, False)):
        dated = rule.startswith("dated")
        facts = {"firm": {"happened": day.isoformat()}} if dated else {}
        decision = policy.decide(facts, as_of=dt.date(2023, 6, 1) if dated else day)
        award = decision[rule].awards[0]
        assert award.amount.minor_low == (100 if inside else 0)
        assert award.status is (Status.ELIGIBLE if inside else Status.NOT_IN_FORCE)


def test_a_missing_date_is_unknown_and_not_out() -> None:
    decision = huice.parse(WINDOW).decide({}, as_of=dt.date(2023, 6, 1))
    assert decision["dated"].awards[0].status is Status.UNDETERMINED
    assert ends(decision["dated"].amount) == (0, 100)


def test_a_policy_that_excludes_the_subject_pays_nothing() -> None:
    for seed in seeds(few=True):
        one = sample(seed)
        never = Condition(Const(False), "excluded", unless=True)
        policy = evolve(one.program.policy, conditions=(*one.program.policy.conditions, never))
        plan = Plan(evolve(one.program, policy=policy))
        for facts, on in one.cases:
            bare = Facts(evolve(facts.subject, values={}, lists={}), None)
            for known in (facts, bare):
                result = decide(plan, known, on)
                assert ends(result.total) == (0, 0) and not result.questions, seed


def test_a_decided_figure_lies_in_the_range_and_counts_at_most_as_the_ceiling() -> None:
    tried = 0
    for seed in seeds():
        one = sample(seed)
        for facts, on in one.cases:
            for award in one.decide(facts, on).awards:
                figures = [f for f in one.program.entity(award.rule.entity).facts if f.decides == award.rule.name]
                record = award.record or facts.subject
                if not figures:
                    continue
                undecided = {k: v for k, v in record.values.items() if not k.startswith(f"decided.{award.rule.name}.")}
                blank = _replaced(facts, record.address, undecided)
                wide = observables(one.decide(blank, on))
                kind = f"decided.{award.rule.name}.kind"
                known = {kind: "amount"} if any(f.name == kind for f in figures) else {}
                for amount in (0, 1, 5, 10**9):
                    figure = {f"decided.{award.rule.name}.amount": amount}
                    point = observables(one.decide(_replaced(facts, record.address, undecided | known | figure), on))
                    key = "award", award.rule.name, record.address
                    assert within(point[key], wide[key]), seed
                    if amount == 10**9 and not award.rule.caps and award.rule.once is None:
                        assert point[key][1] == wide[key][1], seed
                tried += 1
    assert tried > 20


def _replaced(facts: Facts, address: str, values: dict[str, object]) -> Facts:
    here = next(r for e in ("firm", "project", "item") for r in facts.records(e) if r.address == address)
    return facts._with(here, values, here.lists)  # type: ignore[arg-type]


@given(st.fractions(min_value=-100, max_value=100), st.fractions(min_value=-100, max_value=100))
def test_rounding_is_monotone_odd_and_within_half(x: Fraction, y: Fraction) -> None:
    assert round_half_up(-x) == -round_half_up(x)
    assert abs(round_half_up(x) - x) <= Fraction(1, 2)
    low, high = sorted((x, y))
    assert round_half_up(low) <= round_half_up(high)


def test_halves_go_away_from_zero() -> None:
    rng = random.Random(1)
    for _ in range(100):
        whole = rng.randrange(1000)
        assert round_half_up(Fraction(2 * whole + 1, 2)) == whole + 1
