"""What only a terminal gets: a table of awards, and headings that stand out."""

from __future__ import annotations

from huice.cli.console import Console
from huice.decide.decision import Award, Result, Status
from huice.render.award_text import AwardText
from huice.render.text import printable

__all__ = ["award_table", "dress"]

_ROLES = {"title": "1", "total": "1;32", "heading": "1;36", "quiet": "2"}

_STATUS = {Status.ELIGIBLE: ("table.eligible", "green"), Status.UNDETERMINED: ("table.undetermined", "yellow")}


def dress(role: str, text: str) -> str:
    """Text in the colours of its role (ECMA-48, select graphic rendition)."""
    return f"\x1b[{_ROLES[role]}m{text}\x1b[0m"


def award_table(result: Result, console: Console) -> None:
    """A table of what is due and what is open; nothing where there is neither."""
    awards = [a for a in result.awards if a.rule.pays and a.status in _STATUS and a.amount.minor_high != 0]
    if not awards:
        return
    from rich import box
    from rich.console import Console as Terminal
    from rich.table import Table
    from rich.text import Text

    text = AwardText(result.program, console.lang)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("article", "rule", "record"):
        table.add_column(console.words[f"table.{column}"])
    table.add_column(console.words["table.amount"], justify="right")
    table.add_column(console.words["table.status"])
    for award in awards:
        key, colour = _STATUS[award.status]
        # Text, not markup: a title may hold square brackets.
        table.add_row(*(Text(printable(cell)) for cell in _cells(award, text)), Text(console.words[key], style=colour))
    Terminal().print(table)


def _cells(award: Award, text: AwardText) -> tuple[str, str, str, str]:
    rule = award.rule
    amount = text.amount(award.amount, rule.in_kind)
    return rule.article or "", rule.title or rule.name, text.record(award) or "", amount
