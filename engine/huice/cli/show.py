"""A decision as it is asked for: data, plain text in a pipe, a table and headings on a terminal."""

from __future__ import annotations

from typing import Any

from huice.cli.console import Console
from huice.decide.decision import Result
from huice.render.report import explain
from huice.render.shapes import decision_dict
from huice.render.together import Together, together_dict, together_text

__all__ = ["Shown", "show", "to_dict"]

Shown = Result | Together
"""What one case comes to: under one policy, or under every one of a folder."""


def to_dict(shown: Shown) -> dict[str, Any]:
    """The published shape."""
    return together_dict(shown) if isinstance(shown, Together) else decision_dict(shown)


def show(shown: Shown, console: Console, *, full: bool) -> None:
    """Write the report to standard output."""
    style = None
    if console.on_terminal():
        from huice.cli.terminal import award_table, dress

        results = shown.results if isinstance(shown, Together) else (shown,)
        for result in results:
            award_table(result, console)
        style = dress if console.colour() else None
    if isinstance(shown, Together):
        console.out(together_text(shown, console.lang, style=style, full=full))
    else:
        console.out(explain(shown, console.lang, style=style, full=full))
