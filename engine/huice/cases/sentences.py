"""Sentences of an official text, with their places in it.

A sentence ends at 。！？; lines may break anywhere in it, even pages. A heading has no such
mark: it ends with its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from huice.source import Span

__all__ = ["sentences"]

_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十百零\d]+[章节条]|\d{1,2}\.(?!\d)|[(（]\d{1,2}[)）])"
)
_PARAGRAPH = re.compile(r"\r?\n(?:[ \t\u3000\f\v]*\r?\n)+|\f")
_END = re.compile(r"[。！？!?]+[”’」』\"）)〕\]]*")
#: A paragraph without an end mark that is shorter than this is a heading or a caption, not half a sentence.
_SHORT = 24


def sentences(text: str) -> Iterator[Span]:
    """The span of each sentence or heading, in order, without white space at its ends."""
    start = 0
    for at, end in _breaks(text):
        trimmed = _trim(text, start, at)
        if trimmed is not None:
            yield trimmed
        start = end
    rest = _trim(text, start, len(text))
    if rest is not None:
        yield rest


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences part: the end of one and the earliest begin of the next."""
    begin = 0
    opens = True  # whether the piece in hand began with its paragraph
    for mark in sorted((*_END.finditer(text), *_PARAGRAPH.finditer(text)), key=lambda m: m.start()):
        if mark.start() < begin:
            continue
        if text[mark.start()] in "。！？!?":
            yield mark.end(), mark.end()
            begin, opens = mark.end(), False
        elif _ends(text[begin : mark.start()].strip(), opens) or _HEADING.match(text, mark.end()):
            yield mark.start(), mark.end()
            begin, opens = mark.end(), True


def _ends(piece: str, opens: bool) -> bool:
    """Whether a piece without an end mark that stands last in its paragraph is whole.

    A heading is, a caption, a remark in brackets; half a sentence at the foot of a page is not.
    """
    if not piece or piece[-1] in "）)〕]】":
        return True
    return opens and (len(piece) < _SHORT or bool(_HEADING.match(piece)))


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace()):
        start += 1
    while start < end and (text[end - 1].isspace()):
        end -= 1
    return Span(start, end) if start < end else None
