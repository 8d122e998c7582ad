"""A policy compared with its official text, as text and as data."""

from __future__ import annotations

from typing import Any

from huice.cases.coverage_text import CoverageReport
from huice.render.diagnostics import diagnostic_text
from huice.render.shapes import diagnostic_dict
from huice.render.text import printable
from huice.render.words import words

__all__ = ["coverage_dict", "coverage_text"]


def coverage_text(report: CoverageReport, lang: str, *, colour: bool = False) -> str:
    """How much of the text is quoted, then each finding with its place."""
    page = words(lang)
    name = report.title or report.policy
    head = [page["coverage.head"].format(name=name, file=report.text_file) if report.text_file else name]
    if report.quotes:
        found = sum(q.found for q in report.quotes)
        head.append(page["coverage.quotes"].format(found=found, all=len(report.quotes)))
    if report.with_figures:
        covered = report.with_figures - len(report.unquoted)
        head.append(page["coverage.sentences"].format(covered=covered, all=report.with_figures))
    if report.ok:
        head.append(page["coverage.complete"])
    blocks = [printable("\n".join(head)), *(diagnostic_text(d, lang, colour=colour) for d in report.diagnostics)]
    return "\n\n".join(blocks) + "\n"


def coverage_dict(report: CoverageReport, lang: str) -> dict[str, Any]:
    """The whole report as data."""
    return {
        "policy": report.policy,
        "title": report.title,
        "text": report.text_file,
        "quotes": [
            {
                "rule": q.rule,
                "article": q.article,
                "quote": q.quote,
                "found": q.found,
                "lines": list(q.lines) if q.lines else None,
            }
            for q in report.quotes
        ],
        "sentences_with_figures": report.with_figures,
        "unquoted": [{"line": u.line, "text": u.text, "figures": list(u.figures)} for u in report.unquoted],
        "diagnostics": [diagnostic_dict(d, lang) for d in report.diagnostics],
    }
