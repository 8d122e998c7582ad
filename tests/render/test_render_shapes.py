from __future__ import annotations

import json

import pytest
from huice.decide.decision import Holds, LimitResult, Status
from huice.diagnostics import Diagnostic, Edit, Fix, Label
from huice.facts.model import Record
from huice.render.shapes import compact, decision_dict, diagnostic_dict, pretty
from huice.source import Source, Span
from huice.values import Range

from . import samples


@pytest.fixture(scope="module")
def shape() -> dict:
    return json.loads(pretty(decision_dict(samples.FULL)))


def test_top_level(shape: dict) -> None:
    assert shape["policy"] == "riverside"
    assert shape["as_of"] == "2031-05-01"
    assert shape["total"] == {"low": "500000.00", "high": "1600000.00"}
    assert shape["split"] == {
        "city": {"low": "250000.00", "high": "1350000.00"},
        "county": {"low": "250000.00", "high": "250000.00"},
    }
    assert shape["in_kind"] == {"服务券": {"low": "0.00", "high": "0.00"}}
    assert shape["groups"] == [] and shape["recoveries"] == {} and shape["warnings"] == []


def test_award(shape: dict) -> None:
    award = shape["awards"][0]
    assert award["rule"] == "hub"
    assert award["record"] == {"entity": "site", "index": 0, "parent": None}
    assert award["article"] == "一(一)"
    assert award["status"] == "eligible"
    assert (award["low"], award["high"]) == ("500000.00", "500000.00")
    assert award["conditions"][1] == {
        "text": "服务企业20家以上",
        "holds": "yes",
        "facts": {"firm.clients": 25},
        "kind": "when",
    }
    assert award["limits"] == [
        {
            "kind": "cap",
            "text": "cap 500000",
            "amount": "500000.00",
            "bites": "yes",
            "cut": {"low": "100000.00", "high": "100000.00"},
        }
    ]
    assert award["assumptions"] == ["“单个项目”指每个场地"]
    assert award["missing"] == [] and award["near_misses"] == []


def test_every_status_and_paying_rule(shape: dict) -> None:
    assert [a["status"] for a in shape["awards"]] == [
        "eligible",
        "eligible",
        "undetermined",
        "ineligible",
        "over_limit",
        "referred",
        "not_in_force",
    ]
    assert list(shape["rules"]) == ["hub", "lab", "prize", "voucher", "old"]
    assert shape["rules"]["old"] == {"low": "0.00", "high": "0.00", "split": {"city": {"low": "0.00", "high": "0.00"}}}


def test_missing_facts_are_null(shape: dict) -> None:
    assert shape["awards"][2]["conditions"][0]["facts"] == {"firm.certified": None}


def test_near_miss(shape: dict) -> None:
    assert shape["awards"][3]["near_misses"] == [
        {"fact": "firm.clients", "now": 25, "to": 30, "total": {"low": "0.00", "high": "20000.00"}}
    ]


def test_questions_always_have_words(shape: dict) -> None:
    assert [(q["fact"], q["to"]) for q in shape["questions"]] == [
        ("firm.certified", "applicant"),
        ("history", "applicant"),
        ("firm.decided_lab", "authority"),
    ]
    assert all(q["ask"] for q in shape["questions"])


def test_open_list_and_unbounded() -> None:
    shape = decision_dict(samples.NOTHING_KNOWN)
    assert shape["awards"][0]["record"] == {"entity": "site", "index": None, "parent": None}
    assert shape["awards"][0]["high"] is None
    assert shape["total"] == {"low": "0.00", "high": None}


def test_records_of_records() -> None:
    stand = Record("stand", 2, "site[1].stand[2]", {}, {}, samples.SITE_2)
    shape = decision_dict(samples.result(samples.award(samples.HUB, Status.ELIGIBLE, record=stand)))
    assert shape["awards"][0]["record"] == {
        "entity": "stand",
        "index": 2,
        "parent": {"entity": "site", "index": 1, "parent": None},
    }


def test_a_limit_that_is_open_has_no_single_amount() -> None:
    limit = LimitResult("cap", "cap 2 × x", samples.yuan(0, 10), Holds.UNKNOWN, samples.yuan(0, 1), Range(0, None))
    shape = decision_dict(samples.result(samples.award(samples.PRIZE, Status.ELIGIBLE, limits=(limit,))))
    (given,) = shape["awards"][0]["limits"]
    assert given["amount"] is None
    assert given["amount_range"] == {"low": "0.00", "high": "10.00"}
    assert given["left"] == {"low": "0.00", "high": None}


def test_compact_is_one_line_and_keeps_chinese() -> None:
    line = compact(decision_dict(samples.FULL))
    assert "\n" not in line and "枢纽补助" in line


def test_diagnostic_shape() -> None:
    source = Source("按 x 的 30% 补助\n第二行", "a.rules")
    found = Diagnostic.at(
        "U201",
        source,
        Span(2, 3),
        labels=(Label(source.place(Span(13, 14)), "here"),),
        fix=Fix("y", (Edit(2, 3, "y"),)),
        path="a",
        hint={"en": "", "zh": ""},
    )
    shape = diagnostic_dict(found, "zh")
    assert (shape["code"], shape["level"], shape["file"]) == ("U201", "error", "a.rules")
    assert (shape["line"], shape["column"], shape["end_line"], shape["end_column"]) == (1, 3, 1, 4)
    assert shape["title"] == "找不到文件"
    assert shape["labels"] == [
        {"file": "a.rules", "line": 2, "column": 1, "end_line": 2, "end_column": 2, "text": "here"}
    ]
    assert shape["fix"] == {"replacement": "y", "edits": [{"start": 2, "end": 3, "text": "y"}]}


def test_diagnostic_about_a_fact() -> None:
    shape = diagnostic_dict(Diagnostic.about("U106", "site[0].opened", file="f.json", word="x"), "en")
    assert shape["address"] == "site[0].opened" and shape["line"] is None and shape["fix"] is None
