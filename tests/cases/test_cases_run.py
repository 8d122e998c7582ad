"""Running cases of an invented policy: examples, YAML, CSV; good and bad."""

from __future__ import annotations

from pathlib import Path

import pytest
from huice.cases.model import TestReport
from huice.cases.run import run_paths
from huice.messages import words

from .lamp import EXAMPLES, POLICY


def codes(report: TestReport) -> list[str]:
    for finding in report.all_diagnostics():
        for lang in ("en", "zh"):
            assert all(words(finding, lang))
    return [d.code for d in report.all_diagnostics()]


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_beside_a_policy(library: Path) -> None:
    report = run_paths([library / "lamp.rules"])
    assert codes(report) == []
    assert [o.case.name for o in report.outcomes() if not o.passed] == []
    assert report.ok
    assert report.passed == 9
    (policy,) = report.policies
    assert (policy.name, policy.title) == ("lamp_2030", "甲市路灯改造补助办法")
    first = policy.outcomes[0]
    assert (first.case.line, first.case.path) == (POLICY.count("\n") + 2, library / "lamp.rules")
    assert [(x.target, x.what, x.payer, x.expected, x.actual) for x in first.lines] == [
        ("lamp_award", "amount", None, "50000.00", "50000.00"),
        ("lamp_award", "payer", "city", "50000.00", "50000.00"),
        ("total", "amount", None, "50000.00", "50000.00"),
    ]


def test_folders_files_and_the_same_thing_twice(library: Path) -> None:
    assert run_paths([library, library / "lamp.rules", library / "lamp.cases.csv"]).passed == 9
    assert run_paths([library / "lamp.cases.csv"]).passed == 2
    assert run_paths([library / "lamp.cases.yaml"]).passed == 2


def test_case_files_with_more_names(library: Path) -> None:
    (library / "lamp.cases.csv").rename(library / "lamp.edges.cases.csv")
    assert run_paths([library / "lamp.rules"]).passed == 9
    write(library, "lamp.edges.rules", POLICY.replace("lamp_2030", "lamp_2031"))
    assert run_paths([library / "lamp.rules"]).passed == 7


def test_a_case_file_may_name_its_policy(library: Path) -> None:
    folder = library / "more"
    folder.mkdir()
    text = (library / "lamp.cases.yaml").read_text(encoding="utf-8")
    path = write(folder, "some.yaml", "policy: ../lamp.rules\n" + text)
    assert run_paths([path]).passed == 2
    assert codes(run_paths([write(folder, "x.yaml", "policy: none.rules\n" + text)])) == ["C140"]
    assert codes(run_paths([write(folder, "y.yaml", "policy: [a]\n" + text)])) == ["C141"]
    assert codes(run_paths([write(folder, "z.cases.yaml", text)])) == ["C142"]


def test_cases_in_other_encodings(library: Path) -> None:
    text = (library / "lamp.cases.csv").read_text(encoding="utf-8")
    for data in (text.encode("gb18030"), b"\xef\xbb\xbf" + text.encode()):
        (library / "lamp.cases.csv").write_bytes(data.replace(b"\n", b"\r\n"))
        report = run_paths([library / "lamp.cases.csv"])
        assert (report.ok, report.passed) == (True, 2)
        assert next(report.outcomes()).case.name == "十盏"


@pytest.mark.parametrize("name", ["none.rules", "none.yaml", "none", "none/", "a\0b"])
def test_paths_that_do_not_exist(library: Path, name: str) -> None:
    assert len(codes(run_paths([library / name]))) == 1
    assert not run_paths([library / name]).ok


def test_paths_without_cases(library: Path) -> None:
    assert codes(run_paths([library / "sources"])) == ["C143"]
    assert codes(run_paths([library / "sources" / "lamp.txt"])) == ["C144"]


def test_mismatches_are_told_line_by_line(library: Path) -> None:
    path = write(library, "lamp.rules", POLICY + EXAMPLES.replace("5万元 (city 5万元)", "4万元 (city 5万元)"))
    report = run_paths([path])
    assert (report.ok, report.failed) == (False, 1)
    (failed,) = [o for o in report.outcomes() if not o.passed]
    (line,) = failed.mismatches
    assert (line.target, line.expected, line.actual) == ("lamp_award", "40000.00", "50000.00")
    assert "expect lamp_award 4万元" in failed.case.source.line(line.line)


def test_reasons(library: Path) -> None:
    example = """
example "理由"
  as of 2030-06-01
  given lamps 9, approved yes, no history
  given site (cost 100, kind street)
  expect lamp_award 0 because "路灯10盏以上"
  expect site_subsidy 20 because "方案已批准"
  expect site_subsidy 20 because "类别为公园"
  expect park_subsidy 0 because "类别为公园"
"""
    path = write(library, "r.rules", POLICY + example)
    (outcome,) = run_paths([path]).outcomes()
    assert [(x.target, x.passed) for x in outcome.lines if x.what == "because"] == [
        ("lamp_award", True),
        ("site_subsidy", True),
        ("site_subsidy", False),
        ("park_subsidy", True),
    ]


def test_facts_that_are_wrong_point_into_the_example(library: Path) -> None:
    example = """
example "错"
  as of 2030-06-01
  given lamps 2.5, lmaps 3
  given site (cost yes)
  expect lamp_award 0
"""
    # Some of these are found when the policy is checked, the others when the facts are.
    report = run_paths([write(library, "w.rules", POLICY + example)])
    found = report.all_diagnostics()
    assert codes(report)
    assert not report.ok
    assert all(d.place is not None and d.excerpt for d in found)


YAML_CASE = """\
cases:
  - name: 甲
    as_of: 2030-06-01
    facts:
      firm: {lamps: 10}
    expect:
      lamp_award: 0..50000
"""


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("cases:", "case:", "C154", 1),
        ("cases:", "cases: x #", "C110", None),
        ("  - name: 甲\n    as_of", "  - as_of", "C151", 2),
        ("2030-06-01", "2030-06-31", "C126", 3),
        ("    as_of: 2030-06-01\n", "", "C120", 2),
        ("    facts:\n      firm: {lamps: 10}\n", "    facts: []\n", "C152", 4),
        ("lamps: 10", "lamps: ten", None, 5),
        ("lamps: 10", "lmaps: 10", None, 5),
        ("lamps: 10", "lamps: -1", None, 5),
        ("lamps: 10", "lamps: [1]", None, 5),
        ("lamp_award", "lamp_avard", "C130", 7),
        ("0..50000", "much", "C133", 7),
        ("0..50000", "50000..0", "C134", 7),
        ("0..50000", "{low: 0}", "C158", 7),
        ("0..50000", "{low: 0, high: []}", "C158", 7),
        ("0..50000", "{low: a, high: 1}", "C133", 7),
        ("0..50000", "[1]", "C153", 7),
        ("0..50000", "", "C157", 7),
        ("0..50000", "{stauts: eligible}", "C154", 7),
        ("0..50000", "{status: great}", "C132", 7),
        ("0..50000", "{split: 1}", "C159", 7),
        ("0..50000", "{split: {town: 1}}", "C131", 7),
        ("0..50000", "{split: {city: x}}", "C133", 7),
        ("0..50000", "{because: {a: 1}}", "C160", 7),
        ("    expect:\n      lamp_award: 0..50000\n", "", "C155", 2),
        ("    expect:\n      lamp_award: 0..50000\n", "    expect: 5\n", "C156", 6),
    ],
)
def test_yaml_case_files_with_mistakes(library: Path, old: str, new: str, code: str | None, line: int | None) -> None:
    assert old in YAML_CASE
    report = run_paths([write(library, "lamp.cases.yml", YAML_CASE.replace(old, new, 1))])
    found = report.all_diagnostics()
    assert len(codes(report)) >= 1
    assert code in (None, found[0].code)
    assert found[0].place is not None
    assert line in (None, found[0].place.line)
    assert found[0].excerpt is not None


@pytest.mark.parametrize(
    ("header", "row", "code"),
    [
        ("", "", "C171"),
        ("as_of,expect.total", "2030-06-01,0", "C173"),
        ("name,as_of,expect.totl", "a,2030-06-01,0", "C130"),
        ("name,as_of,expect.total.town", "a,2030-06-01,0", "C131"),
        ("name,as_of,expect.total", "a,2030-06-31,0", "C126"),
        ("name,as_of,expect.total", "a,,0", "C120"),
        ("name,as_of,expect.total", "a,2030-06-01,lots", "C133"),
        ("name,as_of,expect.lamp_award.status", "a,2030-06-01,great", "C132"),
        ("name,as_of,expect.total", "a,2030-06-01,0,1", "C172"),
        ("name,as_of,name,expect.total", "a,2030-06-01,a,0", "C116"),
        ("name,as_of,site[x].cost,expect.total", "a,2030-06-01,1,0", "C174"),
        ("name,as_of,site,site[0].cost,expect.total", "a,2030-06-01,none,5,0", "C175"),
        ("name,as_of,site[0].cost,site,expect.total", "a,2030-06-01,5,none,0", "C175"),
        ('name,as_of,"expect.total', "a,2030-06-01,0", "C170"),
        ("name,as_of,firm.lmaps,expect.total", "a,2030-06-01,5,0", None),
        ("name,as_of,firm.lamps,expect.total", "a,2030-06-01,2.5,0", None),
        ("name,as_of,firm.approved,expect.total", "a,2030-06-01,perhaps,0", None),
        ("name,as_of,firm,expect.total", "a,2030-06-01,5,0", None),
        ("name,as_of,site[1][2].x,expect.total", "a,2030-06-01,5,0", None),
        ("name,as_of", "a,2030-06-01", "C155"),
    ],
)
def test_csv_case_files_with_mistakes(library: Path, header: str, row: str, code: str | None) -> None:
    report = run_paths([write(library, "lamp.x.cases.csv", f"{header}\n{row}\n")])
    found = report.all_diagnostics()
    assert codes(report)
    assert code in (None, found[0].code)
    assert code == "C171" or found[0].place is not None


def test_csv_lists(library: Path) -> None:
    text = (
        "name,as_of,firm.lamps,firm.approved,site[0].cost,site[0].kind,site[1].cost,history[0].rule,history[0].date,"
        "expect.site_subsidy,expect.lamp_award\n"
        "一个,2030/6/1,10,是,100,street,,,,20,0..50000\n"
        "两个,2030-06-01,10,TRUE,100,street,50.50,lamp_award,2030/2/1,30.10,0\n"
        "只知第二个,2030-06-01,10,1,,,50.50,,,10.10 to unbounded,0 to 50000\n"
        "没有说,2030-06-01,10,yes,,,,,,0 to unbounded,\n"
    )
    report = run_paths([write(library, "lamp.x.cases.csv", text)])
    assert codes(report) == []
    # The first site of the third row is there, but nothing is known of it: its award is capped at 100,000.
    assert [[(x.target, x.actual) for x in o.mismatches] for o in report.outcomes()] == [
        [],
        [],
        [("site_subsidy", "10.10 – 100010.10")],
        [],
    ]


def test_a_policy_with_errors_is_told_once(library: Path) -> None:
    write(library, "lamp.rules", POLICY.replace("rate 20%", "rate 20") + EXAMPLES)
    report = run_paths([library])
    assert not report.ok
    assert report.policies == ()
    assert len({(d.code, d.place) for d in report.diagnostics}) == len(report.diagnostics)
    assert all(d.file == str(library / "lamp.rules") for d in report.diagnostics)
