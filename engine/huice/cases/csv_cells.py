"""CSV as cells that know their places (RFC 4180; line breaks as they come)."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from huice.diagnostics import Diagnostic
from huice.source import Source, Span

__all__ = ["Cell", "read_cells"]


@frozen
class Cell:
    """One cell: its text without quotation marks, and the span of it as written, with them."""

    text: str
    quoted: bool
    span: Span


def read_cells(source: Source, report: Callable[[Diagnostic], None]) -> list[list[Cell]]:
    """The rows of a CSV text; empty lines are left out. A quotation mark that is never closed is reported."""
    text = source.text
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    at, end = 0, len(text)
    while at < end:
        cell, at = _cell(text, at)
        if cell is None:
            report(Diagnostic.at("C170", source, Span(at, at + 1)))
            return rows
        row.append(cell)
        if at < end and text[at] == ",":
            at += 1
            if at < end:
                continue
            row.append(Cell("", False, Span(at, at)))
        if text.startswith("\r\n", at):
            at += 2
        elif at < end:
            at += 1
        if any(c.text.strip() for c in row):
            rows.append(row)
        row = []
    return rows


def _cell(text: str, at: int) -> tuple[Cell | None, int]:
    """The cell that begins at `at` and where it ends; no cell where its quotation mark stays open."""
    if text.startswith('"', at):
        start, at = at, at + 1
        while True:
            mark = text.find('"', at)
            if mark < 0:
                return None, start
            if text.startswith('""', mark):
                at = mark + 2
                continue
            value = text[start + 1 : mark].replace('""', '"')
            after = mark + 1
            while after < len(text) and text[after] in " \t":
                after += 1
            if after < len(text) and text[after] not in ",\r\n":
                return None, start
            return Cell(value, True, Span(start, mark + 1)), after
    start = at
    while at < len(text) and text[at] not in ",\r\n":
        at += 1
    raw = text[start:at]
    inner = raw.strip()
    lead = len(raw) - len(raw.lstrip()) if inner else 0
    return Cell(inner, False, Span(start + lead, start + lead + len(inner))), at
