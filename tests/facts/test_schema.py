"""The schema and the blank agree with what the validator accepts."""

from __future__ import annotations

import json
import re

import pytest
from huice.core import Program
from huice.facts.read import read_json
from huice.facts.read_yaml import read_yaml
from huice.facts.schema import json_schema, template, template_text
from huice.facts.validate import validate
from jsonschema import Draft202012Validator

from .programs import FULL, household, program


def test_schema_is_a_schema(demo: Program) -> None:
    schema = json_schema(demo)
    Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema
    assert "decided.grant" not in json.dumps(schema)
    served = schema["$defs"]["enterprise"]["properties"]["smes_served"]
    assert (served["title"], served["description"]) == ("服务中小企业家数", "服务了多少家?")


@pytest.mark.parametrize(
    "raw",
    [
        FULL,
        {},
        {"enterprise": None, "project": None, "history": None, "decided": None, "outside": None, "year": None},
        {"enterprise": {"output": 5, "share": "2/3", "smes_served": "25", "level": "省级", "profit": "-5"}},
        {"history": [{"rule": "other.rule", "key": 2023}], "project": [{}]},
    ],
)
def test_schema_accepts_what_is_right(demo: Program, raw: object) -> None:
    assert list(Draft202012Validator(json_schema(demo)).iter_errors(raw)) == []
    assert validate(demo, raw)[0] is not None


@pytest.mark.parametrize(
    "raw",
    [
        {"x": 1},
        {"enterprise": {"x": 1}},
        {"enterprise": []},
        {"project": {}},
        {"project": [None]},
        {"enterprise": {"smes_served": -1}},
        {"enterprise": {"smes_served": "2.5"}},
        {"enterprise": {"output": "-1"}},
        {"enterprise": {"output": "1.005"}},
        {"enterprise": {"output": "50万"}},
        {"enterprise": {"share": "35"}},
        {"enterprise": {"listed": "yes"}},
        {"enterprise": {"founded": "2023/8/1"}},
        {"enterprise": {"level": "x"}},
        {"enterprise": {"staff": 5001}},
        {"history": [{}]},
        {"history": [{"rule": "nope"}]},
        {"decided": [{"rule": "award", "amount": 1}]},
        {"year": 3000},
    ],
)
def test_schema_refuses_what_is_wrong(demo: Program, raw: object) -> None:
    assert list(Draft202012Validator(json_schema(demo)).iter_errors(raw))
    assert validate(demo, raw)[0] is None


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("policy", [program(), household()])
def test_an_untouched_blank_knows_nothing(policy: Program, lang: str) -> None:
    unknown, _ = validate(policy, {})
    for raw in (
        template(policy),
        read_json(template_text(policy, "json", lang)).raw,
        read_yaml(template_text(policy, "yaml", lang)).raw,
    ):
        assert validate(policy, raw) == (unknown, ())


def test_the_comments_of_the_blank_are_valid_yaml(demo: Program) -> None:
    text = template_text(demo, "yaml", "zh")
    assert "# 服务中小企业家数 · 服务了多少家?" in text
    assert "选一: platform (公共服务平台), park (园区)" in text
    filled = re.sub(r"^(project|loan|history): null.*$", "", text, flags=re.MULTILINE)
    filled = re.sub(r"^# (?=(project|loan|history|  ))", "", filled, flags=re.MULTILINE)
    reading = read_yaml(filled)
    assert reading.diagnostics == ()
    facts, found = validate(demo, reading.raw)
    assert facts is not None, found
    assert [r.address for r in facts.records("stand")] == ["project[0].stand[0]"]
    assert len(facts.history or ()) == 1


def test_blank_in_json_shows_a_record(demo: Program) -> None:
    comment = json.loads(template_text(demo, "json"))["$comment"]
    assert comment["project"] == [{"kind": None, "it_investment": None, "stand": [{"area": None}]}]
    assert validate(demo, {"project": comment["project"]})[0] is not None
