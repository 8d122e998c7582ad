"""The printed function against the reference evaluator, on generated policies and full facts."""

from __future__ import annotations

import datetime as dt

import huice
import pytest
from huice.compile.function import compile_amounts, source_of
from huice.core import Program
from huice.decide.decide import decide
from huice.decide.plan import Plan
from huice.facts.model import Facts
from laws.samples import sample, seeds

POLICY = """
policy p "P"
  valid from 2023-01-01 until 2023-12-31
entity firm
  fact staff: count
  fact fee: money
entity loan of firm
  fact principal: money
  fact drawn: date
rule once_award when staff >= 20 award 10万元 once per firm
rule loan_award for each loan rate 10% of principal cap 500 per firm per year of drawn cap 800 per firm
"""


def agree(program: Program, plan: Plan, facts: Facts, on: dt.date) -> None:
    amounts, result = compile_amounts(program)(facts, on), decide(plan, facts, on)
    assert amounts.pop("total") == result.total.minor_low
    assert amounts == {name: rule.amount.minor_low for name, rule in result.rules.items()}


def test_generated_policies() -> None:
    for seed in seeds():
        one = sample(seed)
        for facts, on in one.cases:
            try:
                agree(one.program, one.plan, facts, on)
            except Exception as error:  # name the seed and show the policy
                raise AssertionError(f"seed {seed}, {on}\n{one.text}\n{source_of(one.program)}") from error


def test_nested_keyed_caps_and_history() -> None:
    policy = huice.parse(POLICY)
    facts = {
        "firm": {"staff": 20, "fee": 0},
        "loan": [
            {"principal": 4000, "drawn": "2023-01-02"},
            {"principal": 4000, "drawn": "2023-05-01"},
            {"principal": 4000, "drawn": "2022-05-01"},
        ],
        "history": [{"rule": "loan_award", "date": "2023-01-01", "amount": "100"}],
    }
    got = policy.amounts(facts, as_of=dt.date(2023, 6, 1))
    # 2023 has 400 left: 400 and 0; 2022 gives 400; of the firm's 800, 700 are left.
    assert got == {"once_award": 10_000_000, "loan_award": 70_000, "total": 10_070_000}


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"firm": {"staff": 1}, "loan": [], "history": []}, None),
        ({"firm": {}, "loan": [], "history": []}, "staff"),
        ({"firm": {"staff": 1}, "history": []}, "loan"),
        ({"firm": {"staff": 1}, "loan": []}, "history"),
        ({"firm": {"staff": 1}, "loan": [{"principal": 1}], "history": []}, "drawn"),
    ],
)
def test_what_the_amounts_rest_on_must_be_known(facts: dict[str, object], missing: str | None) -> None:
    policy = huice.parse(POLICY)
    if missing is None:
        assert policy.amounts(facts, as_of=dt.date(2023, 6, 1))["total"] == 0
        return
    with pytest.raises(huice.HuiceError) as raised:
        policy.amounts(facts, as_of=dt.date(2023, 6, 1))
    (found,) = raised.value.diagnostics
    assert (found.code, found.address) == ("D104", missing)


def test_names_of_a_file_are_only_ever_literals() -> None:
    text = POLICY.replace("staff", "__import__").replace("once_award", "os_system")
    source = source_of(huice.parse(text).program)
    assert "v0['__import__']" in source
    assert "__import__(" not in source
