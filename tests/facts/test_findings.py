"""Facts that are wrong: every code is reached, said in both languages, with a place and a remedy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from huice.core import Program
from huice.diagnostics import Diagnostic
from huice.facts.numbers import Numeral
from huice.facts.read import read, read_json
from huice.facts.read_lines import read_lines
from huice.facts.read_yaml import read_yaml
from huice.facts.validate import validate, validate_many
from huice.messages import plain, words
from huice.messages.facts import MESSAGES

from .programs import household, program


class Broken(Mapping[str, object]):
    def __getitem__(self, key: str) -> object:
        raise RuntimeError

    def __iter__(self) -> Iterator[str]:
        raise RuntimeError

    def __len__(self) -> int:
        return 1


def firm(name: str, value: object) -> dict[str, object]:
    return {"enterprise": {name: value}}


INTEREST = {"rule": "interest", "rate": "1%"}
BAD = [
    # structure
    ([], "F201", None, "{"),
    (Broken(), "F201", None, "{"),
    ({"enterprize": {}}, "F202", "enterprize", 'Did you mean "enterprise"?'),
    ({"企业": {}}, "F202", "企业", 'Did you mean "enterprise"?'),
    (firm("smes_serve", 1), "F203", "enterprise.smes_serve", 'Did you mean "smes_served"?'),
    (firm("工业产值", 1), "F203", "enterprise.工业产值", 'Did you mean "output"?'),
    (firm("zzz", 1), "F203", "enterprise.zzz", "Known here: smes_served, listed"),
    (firm("decided.grant.amount", 1), "F203", "enterprise.decided.grant.amount", "Known here"),
    ({"smes_served": 1}, "F204", "smes_served", 'Write it there: "enterprise": {"smes_served": …}.'),
    ({"project": [{"smes_served": 1}]}, "F204", "project[0].smes_served", '"enterprise": {"smes_served": …}'),
    (firm("area", 1), "F204", "enterprise.area", '"stand": [{"area": …}]'),
    ({"enterprise": [{}]}, "F205", "enterprise", '"enterprise": {"smes_served": 25}'),
    ({"outside": 5}, "F205", "outside", "省级奖励"),
    ({"project": {"kind": "park"}}, "F206", "project", 'Put it in [ ]: "project": [{'),
    ({"history": {"rule": "award"}}, "F206", "history", "[{"),
    ({"decided": {}}, "F206", "decided", "[{"),
    ({"project": "none"}, "F207", "project", "[] if there is none"),
    ({"project": {1}}, "F207", "project", "[]"),
    ({"history": "none"}, "F207", "history", "[]"),
    ({"decided": 3}, "F207", "decided", "[]"),
    ({"project": [None]}, "F208", "project[0]", "{}"),
    ({"history": [3]}, "F208", "history[0]", "rule"),
    ({"decided": [3]}, "F208", "decided[0]", "rule"),
    ({5: 1}, "F209", None, '"employees"'),
    ({"enterprise": {None: 1}}, "F209", "enterprise", '"employees"'),
    (firm("project", []), "F210", "enterprise.project", '{"project": …}'),
    (firm("history", []), "F210", "enterprise.history", '{"history": …}'),
    ({"stand": []}, "F211", "stand", "inside the project"),
    ({"history": [{"rule": "award", "amout": 1}]}, "F212", "history[0].amout", '"amount"'),
    # numbers
    (firm("output", 0.1), "F301", "enterprise.output", 'Decimal("0.1")'),
    (firm("smes_served", 2.0), "F301", "enterprise.smes_served", "2.0"),
    (firm("share", 0.35), "F301", "enterprise.share", "0.35"),
    (firm("output", 1e300), "F301", "enterprise.output", "1200000.00"),
    (firm("output", float("nan")), "F301", "enterprise.output", "1200000.00"),
    (firm("output", "50万元"), "F302", "enterprise.output", ': "500000".'),
    (firm("output", "１，０００"), "F302", "enterprise.output", ': "1000".'),
    (firm("output", "1,000.50"), "F302", "enterprise.output", ': "1000.50".'),
    (firm("output", "0500"), "F302", "enterprise.output", ': "500".'),
    (firm("output", "1.5亿"), "F302", "enterprise.output", ': "150000000".'),
    (firm("output", ""), "F302", "enterprise.output", "1200000.00"),
    (firm("output", True), "F302", "enterprise.output", "1200000.00"),
    (firm("smes_served", False), "F302", "enterprise.smes_served", "25"),
    (firm("smes_served", "20家"), "F302", "enterprise.smes_served", ': "20".'),
    (firm("output", []), "F302", "enterprise.output", "1200000.00"),
    (firm("output", "1e6"), "F303", "enterprise.output", 'Write the number out: "1000000".'),
    (firm("output", Numeral("1E6")), "F303", "enterprise.output", '"1000000"'),
    (firm("output", Decimal("1E+6")), "F303", "enterprise.output", '"1000000"'),
    (firm("output", Numeral("NaN")), "F304", "enterprise.output", "leave"),
    (firm("output", Decimal("-Infinity")), "F304", "enterprise.output", "leave"),
    (firm("output", Decimal("sNaN")), "F304", "enterprise.output", "leave"),
    (firm("output", "0.001"), "F305", "enterprise.output", "1200000.00"),
    (firm("output", Numeral("5.000")), "F305", "enterprise.output", '"5.00"'),
    (firm("output", Fraction(1, 3)), "F305", "enterprise.output", "1200000.00"),
    (firm("output", 10**30), "F306", "enterprise.output", "1200000.00"),
    (firm("smes_served", 10**6000), "F306", "enterprise.smes_served", "25"),
    (firm("growth", "1" * 5000), "F306", "enterprise.growth", "0.75"),
    (firm("smes_served", Numeral("2.5")), "F307", "enterprise.smes_served", "2 or 3"),
    (firm("smes_served", "-2.5"), "F307", "enterprise.smes_served", "-3 or -2"),
    # rates
    (firm("share", 35), "F308", "enterprise.share", '"35%"'),
    (firm("share", Numeral("0.35")), "F308", "enterprise.share", '"35%"'),
    (firm("share", Decimal("0.5")), "F308", "enterprise.share", '"50%"'),
    (firm("share", "35 ％"), "F309", "enterprise.share", 'Write "35%"'),
    (firm("share", "1/0"), "F309", "enterprise.share", '"35%"'),
    (firm("share", "35"), "F310", "enterprise.share", '"35%"'),
    (firm("share", []), "F302", "enterprise.share", '"35%"'),
    # the other kinds
    (firm("listed", "yes"), "F311", "enterprise.listed", "Write true"),
    (firm("listed", "否"), "F311", "enterprise.listed", "Write false"),
    (firm("listed", 1), "F311", "enterprise.listed", "true"),
    (firm("founded", "2023/8/1"), "F312", "enterprise.founded", '"2023-08-01"'),
    (firm("founded", "2023.8.1"), "F312", "enterprise.founded", '"2023-08-01"'),
    (firm("founded", "2023年8月1日"), "F312", "enterprise.founded", '"2023-08-01"'),
    (firm("founded", "20230802"), "F312", "enterprise.founded", '"2023-08-02"'),
    (firm("founded", "01-08-2023"), "F312", "enterprise.founded", '"2023-08-01"'),
    (firm("founded", 20230801), "F312", "enterprise.founded", '"2023-08-01"'),
    (firm("founded", "2023-02-29"), "F313", "enterprise.founded", "month"),
    (firm("founded", "2023-13-01"), "F313", "enterprise.founded", "month"),
    (firm("founded", dt.datetime(2023, 8, 1, 9)), "F314", "enterprise.founded", '"2023-08-01"'),
    (firm("level", "provinc"), "F315", "enterprise.level", 'Did you mean "province"?'),
    (firm("level", 3), "F315", "enterprise.level", "city, province"),
    (firm("code", 350500), "F316", "enterprise.code", '"350500"'),
    (firm("smes_served", -5), "F317", "enterprise.smes_served", "Write 5"),
    (firm("output", "-0.01"), "F317", "enterprise.output", "0.01"),
    (firm("code", "\ud800"), "F318", "enterprise.code", "text"),
    (firm("staff", 0), "F319", "enterprise.staff", "unit"),
    (firm("share", "101%"), "F319", "enterprise.share", "unit"),
    # history, outside, year, date
    ({"history": [{"amount": 1}]}, "F402", "history[0]", '"rule": "award"'),
    ({"history": [{"rule": "awrd"}]}, "F403", "history[0].rule", '"award"'),
    ({"history": [{"rule": "demo.awrd"}]}, "F403", "history[0].rule", "award"),
    ({"history": [{"rule": ".award"}]}, "F403", "history[0].rule", "award"),
    ({"history": [{"rule": "award", "date": "2023-09-01"}], "as_of": "2023-08-01"}, "F404", "history[0].date", "dates"),
    ({"history": [{"rule": "award", "key": {}}]}, "F406", "history[0].key", '"2023"'),
    ({"history": [{"rule": "award", "record": [1]}]}, "F406", "history[0].record", "quotes"),
    ({"history": [{"rule": 5}]}, "F407", "history[0].rule", '"award"'),
    ({"history": [{"rule": "award", "amount": "-1"}]}, "F317", "history[0].amount", "1.00"),
    ({"outside": {"省级奖励": "-1"}}, "F317", "outside.省级奖励", "1.00"),
    ({"as_of": "1.8.2023"}, "F312", "as_of", "2023-08-01"),
    ({"year": 1066}, "F431", "year", "2023"),
    ({"year": Numeral("2022.5")}, "F307", "year", "2022 or 2023"),
    # figures of the authority
    ({"decided": [{"rule": "award", "amount": 1}]}, "F411", "decided[0]", "grant"),
    ({"decided": [{"rule": "nope", "amount": 1}]}, "F403", "decided[0].rule", "Known here"),
    (
        {"loan": [{}], "decided": [{"rule": "interest", "record": {"entity": "loan", "index": 1}, "rate": "1%"}]},
        "F413",
        "decided[0].record",
        '"record": {"entity": "loan", "index": 0}',
    ),
    ({"loan": [{}, {}], "decided": [{"rule": "interest", "rate": "1%"}]}, "F414", "decided[0]", '"index": 0'),
    ({"decided": [{"rule": "interest", "rate": "1%"}]}, "F414", "decided[0]", '"index": 0'),
    (
        {"decided": [{"rule": "grant", "record": {"entity": "loan", "index": 0}, "amount": 1}]},
        "F415",
        "decided[0].record",
        "null",
    ),
    ({"decided": [{"rule": "grant", "rate": "1%", "amount": 1}]}, "F416", "decided[0]", '"amount"'),
    ({"decided": [{"rule": "grant"}]}, "F417", "decided[0]", '"amount"'),
    ({"decided": [{"rule": "grant", "rate": "1%"}]}, "F418", "decided[0].rate", '"amount"'),
    (
        {"decided": [{"rule": "grant", "amount": 1}, {"rule": "grant", "amount": 2}]},
        "F419",
        "decided[1]",
        "one of the two",
    ),
    ({"loan": [{}], "decided": [{**INTEREST, "record": 0}]}, "F420", "decided[0].record", "index"),
    ({"loan": [{}], "decided": [{**INTEREST, "record": {}}]}, "F420", "decided[0].record", "index"),
    (
        {"loan": [{}], "decided": [{"rule": "interest", "record": {"entity": "project", "index": 0}, "rate": "1%"}]},
        "F421",
        "decided[0].record.entity",
        '"loan"',
    ),
    (
        {
            "project": [{"stand": [{}]}, {"stand": [{}]}],
            "decided": [{"rule": "fair", "record": {"entity": "stand", "index": 0}, "rate": "1%"}],
        },
        "F422",
        "decided[0].record",
        '"parent"',
    ),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "code", "address", "remedy"), BAD)
def test_wrong_facts(demo: Program, raw: object, code: str, address: str | None, remedy: str) -> None:
    facts, found = validate(demo, raw, file="case.json")
    assert facts is None
    assert [d.code for d in found] == [code], [plain(d) for d in found]
    (finding,) = found
    assert (finding.address, finding.file) == (address, "case.json")
    assert remedy in words(finding, "en").help
    well_said(finding)


def well_said(finding: Diagnostic) -> None:
    """Filled in, in both languages, printable, and free of the engine's own words."""
    for lang in ("en", "zh"):
        said = words(finding, lang)
        assert all(said)
        text = plain(finding, lang)
        text.encode("utf-8")
        for word in ("Traceback", "NoneType", "Kind.", "Fraction(", "Numeral", "object at 0x"):
            assert word not in text


FILES = [
    (read_json, b"\xff\xfe{}", "F101", None),
    (read_json, '{"a": "\ud800"}', "F101", None),
    (read_json, b"[" + b"1," * 1_000_001 + b"1]", "F102", None),
    (read_json, "[" * 100_000, "F103", (1, 201)),
    (read_yaml, "[" * 100_000, "F103", (1, 201)),
    (read_json, '{"a": 1,\n "a": 2}', "F105", (2, 2)),
    (read_yaml, "a: 1\na: 2", "F105", (2, 1)),
    (read_yaml, "- a\nb: 1", "F106", (2, 1)),
    (read_yaml, "a: &x 1", "F107", (1, 4)),
    (read_yaml, "a: *x", "F107", (1, 4)),
    (read_yaml, "a: !!python/object:os.system 1", "F108", (1, 4)),
    (read_yaml, "a: 1\n---\nb: 2", "F109", (2, 1)),
    (read_json, " \n", "F110", None),
    (read_yaml, "# only words\n", "F110", None),
    (read_yaml, "a: \x01", "F111", (1, 4)),
    (read_json, '{"a": ,}', "F120", (1, 7)),
    (read_json, '{"a": [1,\n 2', "F121", (1, 7)),
    (read_json, '{"a": 1,}', "F122", (1, 8)),
    (read_json, "[1, 2,\n]", "F122", (1, 6)),
    (read_json, '{"a": 1\n "b": 2}', "F123", (2, 2)),
    (read_json, "{'a': 1}", "F124", (1, 2)),
    (read_json, '{"金额"：1}', "F125", (1, 6)),
    (read_json, "{“a”: 1}", "F125", (1, 2)),
    (read_json, '{"a": True}', "F126", (1, 7)),
    (read_json, '{"a": 是}', "F126", (1, 7)),
    (read_json, '{"a": 1 # note\n}', "F127", (1, 9)),
    (read_json, '{"a": 50万}', "F128", (1, 7)),
    (read_json, '{"a": 007}', "F128", (1, 7)),
    (read_json, '{"a": +5}', "F128", (1, 7)),
    (read_json, '{"a": 35%}', "F128", (1, 7)),
    (read_json, '{"a": 2023-08-01}', "F128", (1, 7)),
    (read_json, "[1,000]", "F128", (1, 4)),
    (read_json, '{"a": 1,000,000}', "F128", (1, 7)),
    (read_json, '{"a": "x\n}', "F129", (1, 7)),
    (read_json, '{"a": "C:\\data"}', "F130", (1, 10)),
    (read_json, "{a: 1}", "F131", (1, 2)),
    (read_json, '{"a" 1}', "F132", (1, 6)),
    (read_json, '{"a": [1}', "F133", (1, 9)),
    (read_json, "{}\n{}", "F134", (2, 1)),
    (read_yaml, "a:\n\t- 1", "F140", (2, 1)),
    (read_yaml, 'a: "x', "F141", (1, 4)),
    (read_yaml, "? [a]\n: 1", "F142", (1, 3)),
]


@pytest.mark.parametrize(("reader", "data", "code", "place"), FILES)
def test_wrong_files(reader: object, data: str | bytes, code: str, place: tuple[int, int] | None) -> None:
    reading = reader(data, "case")  # type: ignore[operator]
    assert [d.code for d in reading.diagnostics] == [code], [plain(d) for d in reading.diagnostics]
    (finding,) = reading.diagnostics
    assert finding.file == "case"
    if place is not None:
        assert finding.place is not None
        assert (finding.place.line, finding.place.column) == place
    well_said(finding)


def test_a_rule_of_several_policies_must_say_which(demo: Program) -> None:
    facts, found = validate_many((demo, household()), {"history": [{"rule": "award"}]})
    assert facts is None
    assert [d.code for d in found] == ["F405"]
    assert "demo.award" in words(found[0]).help
    well_said(found[0])
    known, found = validate_many((demo, household()), {"history": [{"rule": "homes.awrd"}]})
    assert known is None
    assert [d.code for d in found] == ["F403"]


def test_every_code_is_reached() -> None:
    reached = {code for _, code, _, _ in BAD} | {code for _, _, code, _ in FILES} | {"F405"}
    assert {m.code for m in MESSAGES} == reached
    assert len({m.code for m in MESSAGES}) == len(MESSAGES)


def test_all_findings_come_at_once(demo: Program) -> None:
    raw = {
        "enterprise": {"smes_served": "many", "output": 0.5, "x": 1},
        "project": [{"kind": "parks"}, 5],
        "history": [{"rule": "nope", "amount": -1, "date": "2023-2-1"}],
        "bogus": 1,
        "as_of": "soon",
    }
    facts, found = validate(demo, raw)
    assert facts is None
    assert len(found) == 10
    for finding in found:
        well_said(finding)


def test_duplicate_keys_are_all_told() -> None:
    found = read_json('{"a": 1, "a": 2, "b": {"c": 1, "c": 1}, "a": 3}').diagnostics
    assert [d.place.column for d in found if d.place] == [10, 32, 41]


def test_remedies_carry_a_fix(demo: Program) -> None:
    found = validate(demo, {"enterprise": {"smes_servd": 1, "output": "50万元", "founded": "2023/8/1"}})[1]
    assert [d.fix.replacement for d in found if d.fix] == ["smes_served", '"500000"', '"2023-08-01"']


def test_as_of_argument_is_checked(demo: Program) -> None:
    assert validate(demo, {}, as_of=dt.datetime(2023, 8, 1))[1][0].code == "F314"
    assert validate(demo, {}, as_of="2023-08-01")[0].as_of == dt.date(2023, 8, 1)  # type: ignore[arg-type, union-attr]


def test_a_long_line_is_not_quoted() -> None:
    (finding,) = read('{"a": ' + "1" * 500 + "x}", "f.json").diagnostics
    assert finding.excerpt is None


def test_lines_carry_their_number() -> None:
    (line,) = read_lines(["\n", '{"a": [1,}'])
    assert line.number == 2
    assert [(d.code, d.place.line if d.place else 0) for d in line.diagnostics] == [("F122", 2)]


def test_program_without_rules_or_facts() -> None:
    import attrs

    bare = attrs.evolve(program(), rules=(), entities=(attrs.evolve(program().subject, facts=()),))
    assert validate(bare, {"history": [{"rule": "x"}], "enterprise": {"y": 1}, "decided": [1]})[0] is None
    assert validate(bare, {"enterprise": {}})[0] is not None
