"""Rewriting expectations: small edits, nothing else touched, and once is enough."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from huice.cases.run import run_paths

from .lamp import EXAMPLES, POLICY

NEW_POLICY = (
    POLICY.replace("award 5万元", "award 6万元").replace("rate 20%", "rate 25%").replace("up to 30%", "up to 40%")
)


def changed(old: str, new: str) -> list[str]:
    return [x for x in difflib.ndiff(old.splitlines(), new.splitlines()) if x[0] in "+"]


def test_nothing_to_rewrite(library: Path) -> None:
    before = {p: p.read_bytes() for p in library.rglob("*") if p.is_file()}
    report = run_paths([library], update=True)
    assert (report.ok, report.rewritten, report.files) == (True, 0, ())
    assert {p: p.read_bytes() for p in library.rglob("*") if p.is_file()} == before


def test_figures_are_rewritten_in_place(library: Path) -> None:
    rules, yaml, csv = (library / f"lamp.{x}" for x in ("rules", "cases.yaml", "cases.csv"))
    rules.write_text(NEW_POLICY + EXAMPLES, encoding="utf-8")
    old = {p: p.read_text(encoding="utf-8") for p in (rules, yaml, csv)}
    report = run_paths([library], update=True)
    assert report.ok
    assert set(report.files) == {str(p) for p in old}
    assert changed(old[rules], rules.read_text(encoding="utf-8")) == [
        "+   expect lamp_award 6万元 (city 6万元)   # 刚好",
        "+   expect total 60000",
        "+   expect site_subsidy 125000.00 (city 62500, county 62500)",
        "+   expect park_subsidy 0 to 40000",
    ]
    assert changed(old[yaml], yaml.read_text(encoding="utf-8")) == [
        '+       lamp_award: "60000.00"',
        '+       total: {low: "60000.00", high: "60000.00", split: {city: 60000}}',
        "+       lamp_award: {low: 0, high: 60000, status: undetermined}",
    ]
    assert changed(old[csv], csv.read_text(encoding="utf-8")) == [
        "+ 十盏,2030-06-01,10,no,,,none,none,60000.00,,,eligible",
        '+ "工地,不知批准",2030-06-01,9,unknown,street,100000,,none,0,0 to 25000.00,0..12500,ineligible',
    ]
    assert report.rewritten == 14
    after = {p: p.read_bytes() for p in old}
    again = run_paths([library], update=True)
    assert (again.ok, again.rewritten) == (True, 0)
    assert {p: p.read_bytes() for p in old} == after


def test_points_become_ranges_and_back(library: Path) -> None:
    rules = library / "lamp.rules"
    examples = """
example "未知"
  as of 2030-06-01
  given lamps 10
  expect lamp_award 7万元

示例 "未知"
  日期为 2030-06-01
  已知 lamps 10
  应得 lamp_award 70000

example "已知"
  as of 2030-06-01
  given lamps 10, no history
  expect lamp_award 0 to 7万元 (city 0 to 70000)
"""
    rules.write_text(POLICY + examples, encoding="utf-8")
    assert run_paths([rules], update=True).ok
    text = rules.read_text(encoding="utf-8")
    assert "expect lamp_award 0 to 5万元\n" in text
    assert "应得 lamp_award 0 至 50000" in text
    assert "expect lamp_award 5万元 (city 50000)" in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("lamp_award: 5", "lamp_award: 0 to 50000"),
        ("lamp_award: '5.00'  # note", "lamp_award: '0.00 to 50000.00'  # note"),
        ("lamp_award: {low: 1, high: null}", 'lamp_award: {low: 0, high: "50000.00"}'),
        ("lamp_award: {low: 1, high: }", 'lamp_award: {low: 0, high: "50000.00"}'),
        ("lamp_award: {status: eligible}", "lamp_award: {status: undetermined}"),
        ("site_subsidy: {low: 0, high: 5}", "site_subsidy: {low: 0, high: null}"),
        ('site_subsidy: {low: 0, high: "5"}', "site_subsidy: {low: 0, high: null}"),
        ("site_subsidy: 5", "site_subsidy: 0 to unbounded"),
        (
            "lamp_award: {amount: 5, split: {city: 0 to 4万}}",
            "lamp_award: {amount: 0 to 50000, split: {city: 0 to 5万}}",
        ),
    ],
)
def test_yaml_scalars(library: Path, old: str, new: str) -> None:
    head = "cases:\n- name: a\n  as_of: 2030-06-01\n  facts: {}\n  expect:\n    "
    path = library / "lamp.y.cases.yaml"
    path.write_text(head + old + "\n# end\n", encoding="utf-8")
    assert run_paths([path], update=True).ok
    assert path.read_text(encoding="utf-8") == head + new + "\n# end\n"


def test_marks_and_line_breaks_of_a_file_are_kept(library: Path) -> None:
    rules = library / "lamp.rules"
    csv = library / "lamp.cases.csv"
    (library / "lamp.cases.yaml").unlink()
    csv.write_bytes(csv.read_bytes().replace(b"50000.00", b"1.00").decode().encode("gb18030").replace(b"\n", b"\r\n"))
    rules.write_bytes(
        (POLICY + EXAMPLES.replace("expect total 50000", "expect total 1")).encode().replace(b"\n", b"\r\n")
    )
    report = run_paths([rules], update=True)
    assert report.ok, report
    assert rules.read_bytes() == (POLICY + EXAMPLES).encode().replace(b"\n", b"\r\n")
    assert b"50000.00" in csv.read_bytes()
    assert csv.read_bytes().decode("gb18030").count("\r\n") == 3


def test_one_error_and_nothing_is_written(library: Path) -> None:
    rules = library / "lamp.rules"
    rules.write_text(NEW_POLICY + EXAMPLES, encoding="utf-8")
    (library / "lamp.bad.cases.csv").write_text("name,as_of,expect.totl\na,2030-06-01,0\n", encoding="utf-8")
    before = {p: p.read_bytes() for p in library.rglob("*") if p.is_file()}
    report = run_paths([library], update=True)
    assert [d.code for d in report.diagnostics] == ["C130", "C180"]
    assert {p: p.read_bytes() for p in library.rglob("*") if p.is_file()} == before


def test_what_cannot_be_rewritten_is_said(library: Path) -> None:
    rules = library / "u.rules"
    examples = """
example "无上限"
  as of 2030-06-01
  given approved yes
  expect total 5
  expect lamp_award 0 because "没有这个条件"
"""
    rules.write_text(POLICY + examples, encoding="utf-8")
    report = run_paths([rules], update=True)
    assert [d.code for d in report.diagnostics] == ["C181"]
    assert not report.ok
    assert "expect total 5\n" in rules.read_text(encoding="utf-8")
    assert 'expect lamp_award 0 to 50000 because "没有这个条件"' in rules.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise PermissionError(13, "Permission denied", "x")

    (library / "lamp.rules").write_text(NEW_POLICY + EXAMPLES, encoding="utf-8")
    before = {p: p.read_bytes() for p in library.rglob("*") if p.is_file()}
    monkeypatch.setattr("huice.cases.documents.os.replace", refuse)
    report = run_paths([library], update=True)
    assert [d.code for d in report.diagnostics] == ["C182"]
    assert {p: p.read_bytes() for p in library.rglob("*") if p.is_file()} == before
