"""Comments between printed lines: each stays beside the words that it stood beside.

A comment on a line of its own goes before the line that it stood before. One behind or inside a clause
goes to the end of that clause's line; of several, all but the last go to lines of their own above it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import define

from huice.syntax import tree as t

__all__ = ["CONTINUED", "Line", "line_breaks", "weave"]

_INDENT = "  "
#: A line break inside of a clause.
CONTINUED = "\n" + 2 * _INDENT


@define
class Line:
    """A line to be written.

    `start` and `end` say where its words stood. `gap`: a blank line goes before it. `opens`: it is the first
    of an item; `apart`: a blank line must part it, and the comments above it, from the item before. `block`: it
    belongs to an item that has an inside.
    """

    text: str
    start: int
    end: int
    depth: int = 1
    gap: bool = False
    opens: bool = False
    apart: bool = False
    block: bool = True
    comment: str = ""

    def __str__(self) -> str:
        return _INDENT * self.depth + self.text + (f"  {self.comment}" if self.comment else "")


def line_breaks(text: str) -> list[int]:
    """Where the lines of `text` end, whichever way they do."""
    return [m.start() for m in re.finditer(r"\r\n|\r|\n", text)]


def weave(text: str, lines: Sequence[Line], comments: Sequence[t.Comment]) -> Iterator[Line]:
    """The lines with their blank lines settled and every comment in its place."""
    free, inside = _sort(lines, comments)
    before: Line | None = None
    for at, line in enumerate(lines):
        line.gap = blank_before(text, before.end if before is not None else 0, line.start)
        above = [Line(c.text, *c.span, depth=line.depth) for c in free.get(at, ())]
        _gaps(text, before, above)
        own = inside.get(at, [])
        if own:
            line.comment = own[-1].text
            moved = [Line(c.text, *c.span, depth=line.depth) for c in own[:-1]]
            if moved:
                moved[0].gap, line.gap = line.gap, False
        else:
            moved = []
        run = [*above, *moved, line]
        if line.opens:
            _part(text, before, run, len(above))
        elif before is not None and before.opens:
            run[0].gap = False
        yield from run
        before = line
    tail = [Line(c.text, *c.span, depth=0) for c in free.get(len(lines), ())]
    _gaps(text, before, tail)
    _keep_inside(text, before, tail)
    yield from tail


def blank_before(text: str, end: int, start: int) -> bool:
    """Whether a blank line stands directly before `start`, and behind `end`."""
    between = text[end:start]
    return len(line_breaks(between[len(between.rstrip()) :])) > 1


def _sort(
    lines: Sequence[Line], comments: Sequence[t.Comment]
) -> tuple[dict[int, list[t.Comment]], dict[int, list[t.Comment]]]:
    """Comments by the line they stand before, and by the line they stand in or behind."""
    starts = [line.start for line in lines]
    free: dict[int, list[t.Comment]] = {}
    inside: dict[int, list[t.Comment]] = {}
    for comment in comments:
        at = bisect_right(starts, comment.span.start)
        if at and (not comment.own_line or comment.span.start < lines[at - 1].end):
            inside.setdefault(at - 1, []).append(comment)
        else:
            free.setdefault(at, []).append(comment)
    return free, inside


def _gaps(text: str, before: Line | None, comments: list[Line]) -> None:
    """Keep the blank lines that stood before comments."""
    end = before.end if before is not None else 0
    for comment in comments:
        comment.gap = blank_before(text, end, comment.start)
        end = comment.end


def _part(text: str, before: Line | None, run: list[Line], free: int) -> None:
    """Part an item, and the comments that belong to it, from the item before."""
    kept = _keep_inside(text, before, run[:free])
    if run[-1].apart:
        run[kept].gap = True


def _keep_inside(text: str, before: Line | None, comments: list[Line]) -> int:
    """Indented comments that follow a block without a blank line belong to it; how many do."""
    if before is None or not before.block:
        return 0
    kept = 0
    for comment in comments:
        if comment.gap or not _indented(text, comment.start):
            break
        comment.depth = 1
        kept += 1
    return kept


def _indented(text: str, start: int) -> bool:
    return start > 0 and text[start - 1] not in "\r\n\ufeff"
