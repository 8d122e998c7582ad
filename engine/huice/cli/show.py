"""A decision as it is asked for: data, plain text in a pipe, a table and headings on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from huice.cli.console import Console
from huice.decide.decision import Result

if TYPE_CHECKING:
    from huice.render.together import Together

    Shown = Result | Together

__all__ = ["Shown", "show", "to_dict"]


def to_dict(shown: Shown) -> dict[str, Any]:
    """The published shape of what one case comes to, under one policy or under all of a folder."""
    if isinstance(shown, Result):
        from huice.render.shapes import decision_dict

        return decision_dict(shown)
    from huice.render.together import together_dict

    return together_dict(shown)


def show(shown: Shown, console: Console, *, full: bool) -> None:
    """Write the report to standard output."""
    style = None
    if console.on_terminal():
        from huice.cli.terminal import award_table, dress

        for result in (shown,) if isinstance(shown, Result) else shown.results:
            award_table(result, console)
        style = dress if console.colour() else None
    if isinstance(shown, Result):
        from huice.render.report import explain

        text = explain(shown, console.lang, style=style, full=full)
    else:
        from huice.render.together import together_text

        text = together_text(shown, console.lang, style=style, full=full)
    console.out(text)
