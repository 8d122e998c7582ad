"""Facts that are right: exact values in the right places."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from huice.core import Program
from huice.facts.model import Facts
from huice.facts.numbers import Numeral
from huice.facts.validate import later_awards, validate, validate_many
from huice.messages import plain

from .programs import FULL, household, program


def good(program: Program, raw: object, **more: object) -> Facts:
    facts, found = validate(program, raw, **more)  # type: ignore[arg-type]
    assert facts is not None, "\n".join(plain(d) for d in found)
    assert found == ()
    return facts


def one(program: Program, name: str, value: object) -> object:
    return good(program, {"enterprise": {name: value}}).subject.values[name]


def test_everything_at_once(demo: Program) -> None:
    facts = good(demo, FULL)
    firm = facts.subject
    assert facts.as_of == dt.date(2023, 8, 1)
    assert firm.values["output"] == 120000005
    assert firm.values["profit"] == -30000
    assert firm.values["share"] == Fraction(7, 20)
    assert firm.values["founded"] == dt.date(2020, 2, 29)
    assert firm.values["decided.grant.amount"] == 8800
    assert [e.amount for e in facts.history or ()] == [10000000, None]
    assert facts.outside == {"省级奖励": 10000000}
    stands = list(facts.records("stand"))
    assert [s.address for s in stands] == ["project[0].stand[0]", "project[0].stand[1]", "project[1].stand[0]"]
    assert stands[2].values["decided.fair.kind"] == "rate"
    assert stands[2].values["decided.fair.rate"] == Fraction(2, 3)
    loan = next(facts.records("loan"))
    assert (loan.values["decided.interest.kind"], loan.values["decided.interest.amount"]) == ("amount", 500)
    for stand in stands:
        assert [r.entity for r in stand.chain()] == ["stand", "project", "enterprise"]
        assert stand.parent is not None
        assert stand in (stand.parent.lists["stand"] or ())


def test_nothing_is_assumed(demo: Program) -> None:
    facts = good(demo, {})
    assert facts.subject.values == {}
    assert facts.subject.lists == {"project": None, "loan": None}
    assert (facts.history, facts.outside, facts.as_of) == (None, {}, None)
    nulls = dict.fromkeys(("as_of", "enterprise", "project", "loan", "history", "outside", "decided", "year"))
    assert good(demo, nulls) == facts
    assert good(demo, {"enterprise": {"smes_served": None}}) == facts
    none = good(demo, {"project": [], "history": []})
    assert (none.subject.lists["project"], none.history) == ((), ())
    assert good(demo, {"project": [{}]}).subject.lists["project"][0].lists == {"stand": None}  # type: ignore[index]


@pytest.mark.parametrize(
    ("value", "minor"),
    [
        (2000000, 200000000),
        ("2000000", 200000000),
        ("2000000.0", 200000000),
        ("0.10", 10),
        ("-0", 0),
        (Decimal("0.1"), 10),
        (Decimal("1234567890123456789.99"), 123456789012345678999),
        (Numeral("0.29"), 29),
        (Fraction(1, 4), 25),
    ],
)
def test_money_is_exact(demo: Program, value: object, minor: int) -> None:
    assert one(demo, "output", value) == minor
    assert type(one(demo, "output", value)) is int


def test_currency_without_decimals() -> None:
    assert good(program(digits=0), {"enterprise": {"output": "500"}}).subject.values["output"] == 500
    assert validate(program(digits=0), {"enterprise": {"output": "500.0"}})[1][0].code == "F305"
    assert good(program(digits=3), {"enterprise": {"output": "0.125"}}).subject.values["output"] == 125


@pytest.mark.parametrize(
    ("value", "rate"),
    [
        ("35%", Fraction(35, 100)),
        ("0.5%", Fraction(1, 200)),
        ("3‰", Fraction(3, 1000)),
        ("2/3", Fraction(2, 3)),
        ("0.35", Fraction(35, 100)),
        ("1", Fraction(1)),
        (Fraction(1, 3), Fraction(1, 3)),
    ],
)
def test_rates(demo: Program, value: object, rate: Fraction) -> None:
    assert one(demo, "share", value) == rate


def test_other_kinds(demo: Program) -> None:
    assert one(demo, "smes_served", "25") == 25
    assert one(demo, "smes_served", Numeral("25.0")) == 25
    assert one(demo, "growth", "-0.75") == Fraction(-3, 4)
    assert one(demo, "growth", Decimal("2.50")) == Fraction(5, 2)
    assert one(demo, "listed", False) is False
    assert one(demo, "founded", dt.date(2021, 1, 1)) == dt.date(2021, 1, 1)
    assert one(demo, "level", "省级") == "province"
    assert one(demo, "code", "") == ""


def test_integers_of_numerical_libraries(demo: Program) -> None:
    class Int64:
        def __index__(self) -> int:
            return 25

    assert one(demo, "smes_served", Int64()) == 25


def test_date_of_the_caller_wins(demo: Program) -> None:
    raw = {"as_of": "2023-08-01", "history": [{"rule": "award", "date": "2023-08-02"}]}
    assert validate(demo, raw)[0] is None
    facts = good(demo, raw, as_of=dt.date(2023, 8, 2))
    assert facts.as_of == dt.date(2023, 8, 2)
    unknown = good(demo, {"history": raw["history"]})
    assert [d.code for d in later_awards(unknown, dt.date(2023, 8, 1), file="f.json")] == ["F404"]
    assert later_awards(unknown, dt.date(2023, 8, 2)) == ()


def test_history_of_other_policies_is_checked_and_left_out(demo: Program) -> None:
    entries = [{"rule": "demo.award"}, {"rule": "other.award", "amount": "1"}]
    assert [e.rule for e in good(demo, {"history": entries}).history or ()] == ["award"]
    assert validate(demo, {"history": [{"rule": "other.award", "amount": -1}]})[1][0].code == "F317"


def test_history_keys_may_be_numbers_or_dates(demo: Program) -> None:
    entries = [{"rule": "award", "key": 2023, "record": 7}, {"rule": "award", "key": dt.date(2023, 8, 1)}]
    read = good(demo, {"history": entries}).history or ()
    assert [(e.key, e.record) for e in read] == [("2023", "7"), ("2023-08-01", None)]
    assert read[1].address == "history[1]"


def test_decided_for_the_only_record(demo: Program) -> None:
    facts = good(demo, {"loan": [{}], "decided": [{"rule": "interest", "rate": "1.5%"}]})
    assert next(facts.records("loan")).values["decided.interest.rate"] == Fraction(3, 200)
    facts = good(demo, {"decided": [{"rule": "other.interest", "rate": "1.5%"}], "loan": [{}]})
    assert next(facts.records("loan")).values == {}
    subject = {"entity": "enterprise", "index": None}
    assert good(demo, {"decided": [{"rule": "demo.grant", "record": subject, "amount": 1}]}).subject.values


def test_year_and_editor_keys(demo: Program) -> None:
    assert good(demo, {"year": 2022, "$schema": "demo.schema.json", "$comment": {"any": 1}})


def test_many_policies_share_one_file(demo: Program) -> None:
    raw = {
        "enterprise": {"smes_served": 3},
        "household": {"members": 2},
        "project": [{"kind": "park", "place": "城东"}],
        "history": [{"rule": "heating", "amount": "5"}, {"rule": "homes.award"}, {"rule": "grant"}],
        "decided": [{"rule": "grant", "amount": "7"}],
    }
    facts, found = validate_many((demo, household()), raw)
    assert found == ()
    assert facts is not None
    firm, home = facts
    assert (firm.subject.values["smes_served"], home.subject.values) == (3, {"members": 2})
    assert next(firm.records("project")).values == {"kind": "park"}
    assert next(home.records("project")).values == {"place": "城东"}
    assert [e.rule for e in firm.history or ()] == ["grant"]
    assert [e.rule for e in home.history or ()] == ["heating", "award"]


def test_many_policies_tell_a_finding_once(demo: Program) -> None:
    facts, found = validate_many((demo, household()), {"enterprize": {}, "project": [{"knd": 1}]})
    assert facts is None
    assert [d.code for d in found].count("F202") == 1
    assert [d.address for d in found if d.code == "F203"] == ["project[0].knd"] * len(
        [d for d in found if d.code == "F203"]
    )
    assert validate_many((), {"a": 1}) == ((), ())
