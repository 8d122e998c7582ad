"""What running the cases of policies showed, as text and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from huice.cases.model import TOTAL, Gap, Line, Outcome, PolicyReport, TestReport
from huice.render.diagnostics import diagnostic_text
from huice.render.shapes import diagnostic_dict
from huice.render.text import printable
from huice.render.words import Words, words

__all__ = ["cases_dict", "cases_text"]


def cases_text(report: TestReport, lang: str, *, colour: bool = False) -> str:
    """Every comparison on a line of its own, then what no case has shown, then the count."""
    page = words(lang)
    blocks = ["\n".join(_policy(p, page, lang, colour)) for p in report.policies]
    blocks += [diagnostic_text(d, lang, colour=colour) for d in report.diagnostics]
    blocks.append("\n".join(_end(report, page)))
    return "\n\n".join(blocks) + "\n"


def _policy(policy: PolicyReport, page: Words, lang: str, colour: bool) -> Iterator[str]:
    yield printable(page["cases.policy"].format(name=policy.title or policy.name, file=policy.file))
    for outcome in policy.outcomes:
        yield from _outcome(outcome, page, lang, colour)
    coverage = policy.coverage
    yield page["cases.coverage"].format(seen=coverage.seen, needed=coverage.needed)
    for gap in coverage.gaps:
        yield printable(_gap(gap, page))


def _outcome(outcome: Outcome, page: Words, lang: str, colour: bool) -> Iterator[str]:
    case = outcome.case
    verdict = "passed" if outcome.passed else "broken" if outcome.diagnostics and not outcome.lines else "failed"
    yield printable(page[f"cases.{verdict}"].format(case=case.name, file=case.path or case.source.name, line=case.line))
    for line in outcome.lines:
        yield printable(_line(line, page))
    for diagnostic in outcome.diagnostics:
        yield diagnostic_text(diagnostic, lang, colour=colour)


def _line(line: Line, page: Words) -> str:
    target = page["cases.total"] if line.target == TOTAL else line.target
    if line.what == "payer":
        target = page["cases.payer"].format(target=target, payer=line.payer)
    elif line.what in ("status", "because"):
        target = page[f"cases.{line.what}"].format(target=target)
    key = "cases.same" if line.passed else "cases.different"
    return page[key].format(target=target, expected=line.expected, actual=line.actual or page["cases.nothing"])


def _gap(gap: Gap, page: Words) -> str:
    key = f"gap.{gap.missing}" if gap.kind in ("condition", "cap") else f"gap.{gap.kind}"
    if gap.kind == "once" and gap.missing == "yes":
        key = "gap.once.yes"
    what = page[key].format(text=gap.text, missing=gap.missing)
    return page["gap"].format(rule=gap.rule or page["gap.whole"], what=what, line=gap.line)


def _end(report: TestReport, page: Words) -> Iterator[str]:
    if report.rewritten:
        files = page["list.join"].join(report.files)
        yield printable(page["cases.rewritten"].format(count=report.rewritten, files=files))
    if not report.passed and not report.failed:
        yield page["cases.none"]
    else:
        yield page["cases.summary"].format(passed=report.passed, failed=report.failed)


def cases_dict(report: TestReport, lang: str) -> dict[str, Any]:
    """The whole report as data."""
    return {
        "passed": report.passed,
        "failed": report.failed,
        "rewritten": report.rewritten,
        "files": list(report.files),
        "policies": [_policy_dict(p, lang) for p in report.policies],
        "diagnostics": [diagnostic_dict(d, lang) for d in report.diagnostics],
    }


def _policy_dict(policy: PolicyReport, lang: str) -> dict[str, Any]:
    coverage = policy.coverage
    return {
        "policy": policy.name,
        "title": policy.title,
        "file": policy.file,
        "passed": policy.passed,
        "failed": policy.failed,
        "cases": [_outcome_dict(o, lang) for o in policy.outcomes],
        "coverage": {
            "needed": coverage.needed,
            "seen": coverage.seen,
            "gaps": [
                {"rule": g.rule, "kind": g.kind, "text": g.text, "missing": g.missing, "line": g.line}
                for g in coverage.gaps
            ],
        },
    }


def _outcome_dict(outcome: Outcome, lang: str) -> dict[str, Any]:
    case = outcome.case
    return {
        "case": case.name,
        "file": str(case.path or case.source.name),
        "line": case.line,
        "as_of": case.as_of.isoformat() if case.as_of else None,
        "passed": outcome.passed,
        "lines": [
            {
                "rule": line.target,
                "what": line.what,
                "payer": line.payer,
                "expected": line.expected,
                "actual": line.actual,
                "passed": line.passed,
                "line": line.line,
            }
            for line in outcome.lines
        ],
        "diagnostics": [diagnostic_dict(d, lang) for d in outcome.diagnostics],
    }
