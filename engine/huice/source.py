"""Text, places in it, and how wide it is on a screen.

Everything above refers to a place in a file by a `Span` (two offsets) and
turns it into a line and a column only when somebody wants to read it.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from typing import NamedTuple

__all__ = ["NOWHERE", "Place", "Source", "Span", "display_width"]


class Span(NamedTuple):
    """A half-open range of code points `[start, end)` in one source text."""

    start: int
    end: int

    def to(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


NOWHERE = Span(0, 0)


class Place(NamedTuple):
    """Line and column, both from 1 and in code points, of a span's ends."""

    line: int
    column: int
    end_line: int
    end_column: int


class Source:
    """One text with its name; knows where its lines begin."""

    __slots__ = ("_starts", "name", "text")

    def __init__(self, text: str, name: str = "<text>") -> None:
        self.text = text
        self.name = name
        starts = [0]
        find = text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        self._starts = starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column (from 1) of an offset; offsets past the end mean the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def place(self, span: Span) -> Place:
        """Where a span begins and ends."""
        line, column = self.position(span.start)
        end_line, end_column = self.position(max(span.start, span.end))
        return Place(line, column, end_line, end_column)

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its line break."""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r")

    def line_start(self, offset: int) -> int:
        """Offset at which the line that holds `offset` begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    @property
    def lines(self) -> int:
        """How many lines there are (at least 1)."""
        return len(self._starts)


def display_width(text: str) -> int:
    """Columns that `text` takes on a terminal: 2 for wide characters, 0 for combining ones.

    Source: Unicode Standard Annex 11, East Asian Width (classes W and F).
    """
    width = 0
    for char in text:
        if char < "\u0300":
            width += 1
        elif not unicodedata.combining(char):
            width += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return width
