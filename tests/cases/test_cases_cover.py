"""What cases show of a policy, and what not yet."""

from __future__ import annotations

from pathlib import Path

from huice.cases.model import Coverage
from huice.cases.run import run_paths

from .lamp import POLICY


def covered(library: Path, examples: str, policy: str = POLICY) -> Coverage:
    path = library / "c.rules"
    path.write_text(policy + examples, encoding="utf-8")
    report = run_paths([path])
    assert report.all_diagnostics() == ()
    return report.policies[0].coverage


def gaps(coverage: Coverage) -> set[tuple[str | None, str, str]]:
    return {(g.rule, g.kind, g.missing) for g in coverage.gaps}


def test_nothing_seen(library: Path) -> None:
    coverage = covered(library, "")
    assert coverage.seen == 0
    assert gaps(coverage) == {
        (None, "first_day", "2030-01-01"),
        (None, "first_day", "2029-12-31"),
        (None, "last_day", "2030-12-31"),
        (None, "last_day", "2031-01-01"),
        ("lamp_award", "condition", "yes"),
        ("lamp_award", "condition", "no"),
        ("lamp_award", "once", "yes"),
        ("lamp_award", "once", "no"),
        ("site_subsidy", "condition", "yes"),
        ("site_subsidy", "condition", "no"),
        ("site_subsidy", "cap", "bites"),
        ("site_subsidy", "cap", "does_not_bite"),
        ("park_subsidy", "condition", "yes"),
        ("park_subsidy", "condition", "no"),
    }
    gap = next(g for g in coverage.gaps if g.rule == "lamp_award")
    assert gap.text == "路灯10盏以上"
    assert "路灯10盏以上" in POLICY.splitlines()[gap.line - 1]


def test_each_sight_counts_for_itself(library: Path) -> None:
    coverage = covered(
        library,
        """
example "一"
  as of 2030-01-01
  given lamps 10, no history, approved yes
  given site (cost 50万元, kind park)
  expect total 150000 to 300000

example "二"
  as of 2031-01-01
  given lamps 9, approved yes
  given history (rule lamp_award, date 2030-03-01, amount 5万元)
  given site (cost 50.01万元, kind street)
  expect total 0
""".replace("expect total 150000 to 300000", "expect total 150000 to 300000"),
    )
    left = gaps(coverage)
    # On a day out of force nothing is due, so the second site shows no cap that bites.
    assert left == {
        (None, "first_day", "2029-12-31"),
        (None, "last_day", "2030-12-31"),
        ("site_subsidy", "condition", "no"),
        ("site_subsidy", "cap", "bites"),
    }
    assert coverage.seen == coverage.needed - 4


def test_what_is_not_known_shows_nothing(library: Path) -> None:
    example = """
example "不知"
  as of 2030-06-01
  expect lamp_award 0 to 5万元
"""
    assert covered(library, example).seen == 0


def test_a_rule_with_its_own_window(library: Path) -> None:
    policy = POLICY.replace("per firm\n", "per firm valid from 2030-07-01\n")
    example = """
example "前一天"
  as of 2030-06-30
  given lamps 10, no history
  expect lamp_award 0

example "第一天"
  as of 2030-07-01
  given lamps 10, no history
  expect lamp_award 5万元
"""
    edges = {g.missing for g in covered(library, "", policy).gaps if g.rule == "lamp_award" and g.kind == "first_day"}
    assert edges == {"2030-06-30", "2030-07-01"}
    assert not [g for g in covered(library, example, policy).gaps if g.rule == "lamp_award" and g.kind == "first_day"]


def test_a_window_tested_on_a_fact(library: Path) -> None:
    policy = POLICY.replace('"类别"\n', '"类别"\n  fact done: date "完工日"\n').replace(
        "split city:county 1:1\n", "split city:county 1:1 valid until 2030-09-30 dated by done\n"
    )
    example = """
example "完工"
  as of 2030-11-01
  given approved yes
  given site (cost 100, done 2030-09-30, kind street), site (cost 100, done 2030-10-02, kind street)
  expect site_subsidy 20
"""
    left = {
        g.missing for g in covered(library, example, policy).gaps if g.rule == "site_subsidy" and g.kind == "last_day"
    }
    assert left == {"2030-10-01"}
