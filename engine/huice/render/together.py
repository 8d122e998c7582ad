"""Several policies for one case: each decision, and what they come to together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from huice.decide.decision import Result
from huice.render.figures import Figures
from huice.render.names import Names
from huice.render.report import Style, explain
from huice.render.shapes import decision_dict
from huice.render.text import printable
from huice.render.words import words
from huice.values import Range

__all__ = ["Together", "together_dict", "together_text"]


@frozen
class Together:
    """The decisions of every policy in force on `as_of`; `left_out` names those that were not."""

    as_of: dt.date
    results: tuple[Result, ...]
    left_out: tuple[str, ...] = ()

    def totals(self) -> dict[str, dict[str, Range]]:
        """Currency → subject → total; neither currencies nor subjects are ever added together."""
        totals: dict[str, dict[str, Range]] = {}
        for result in self.results:
            subjects = totals.setdefault(result.program.policy.currency, {})
            name = result.program.subject.name
            subjects[name] = _sum(x for x in (subjects.get(name), result.total) if x is not None)
        return totals


def _sum(ranges: Iterable[Range]) -> Range:
    low, high, digits = 0, 0, 2
    open_ended = False
    for r in ranges:
        low, digits = low + r.minor_low, r.digits
        if r.minor_high is None:
            open_ended = True
        else:
            high += r.minor_high
    return Range(low, None if open_ended else high, digits)


def together_dict(together: Together) -> dict[str, Any]:
    """The published shape; `totals` goes by subject only where there are several."""
    totals: dict[str, Any] = {}
    for currency, subjects in together.totals().items():
        ranges = {name: total.to_dict() for name, total in subjects.items()}
        totals[currency] = next(iter(ranges.values())) if len(ranges) == 1 else ranges
    return {
        "as_of": together.as_of.isoformat(),
        "policies": [decision_dict(r) for r in together.results],
        "totals": totals,
        "not_in_force": list(together.left_out),
    }


def together_text(together: Together, lang: str, *, style: Style | None = None, full: bool = False) -> str:
    """Every report, then the totals."""
    page = words(lang)
    date = together.as_of.isoformat()
    parts = [explain(r, lang, style=style, full=full) for r in together.results]
    if not parts:
        parts.append(page["together.none"].format(date=date) + "\n")
    if len(parts) > 1:
        parts.append("\n".join(_totals(together, lang)) + "\n")
    if together.left_out:
        names = page["list.join"].join(together.left_out)
        parts.append(printable(page["together.left_out"].format(date=date, policies=names)) + "\n")
    return f"\n{'-' * 72}\n\n".join(parts)


def _totals(together: Together, lang: str) -> list[str]:
    page = words(lang)
    lines = [page["together.total"]]
    labels = {}
    for result in together.results:
        subject = result.program.subject.name
        labels[subject] = Names(result.program, page).entity(subject)
    for currency, subjects in together.totals().items():
        for name, total in subjects.items():
            amount = Figures(page, lang, currency, total.digits).headline(total)
            lines.append("  " + printable(page["head.payer"].format(payer=labels[name], amount=amount)))
    return lines
