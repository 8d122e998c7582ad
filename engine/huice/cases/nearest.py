"""The passage of a text that comes nearest to a quote, and where the two first differ."""

from __future__ import annotations

from attrs import frozen

from huice.cases.normalise import Normal, normalise
from huice.cases.sentences import sentences
from huice.source import Source

__all__ = ["Nearest", "nearest_passage"]

#: Characters shown from the point where two passages part.
_SHOWN = 12


@frozen
class Nearest:
    """A sentence of the official text. From `offset` of the quote on, it reads `quoted`, the text `official`."""

    sentence: str
    line: int
    offset: int
    quoted: str
    official: str


def nearest_passage(quote: str, official: Source, normal: Normal) -> Nearest | None:
    """Where `quote` was probably taken from; None for a quote or a text without words."""
    wanted = normalise(quote)
    best = _best_sentence(wanted.text, official, normal)
    if not wanted.text or best is None:
        return None
    start, end = best
    same, at = _common(wanted.text, normal.text, start, end)
    offset = wanted.offsets[min(same, len(wanted.offsets) - 1)]
    span = normal.original(start, end)
    where = normal.original(min(at, end - 1), end).start
    return Nearest(
        sentence="".join(line.strip() for line in official.text[span.start : span.end].splitlines()),
        line=official.position(where)[0],
        offset=offset,
        quoted="" if same >= len(wanted.text) else quote[offset : offset + _SHOWN],
        official=normal.text[at : at + _SHOWN],
    )


def _best_sentence(wanted: str, official: Source, normal: Normal) -> tuple[int, int] | None:
    """The sentence that shares most pairs of neighbouring characters with the quote, for its length."""
    pairs = _pairs(wanted)
    best: tuple[float, tuple[int, int]] | None = None
    for sentence in sentences(official.text):
        start, end = normal.between(sentence)
        here = _pairs(normal.text[start:end])
        # Sharing counts most; between equals, the sentence with less that is foreign to the quote.
        score = 2 * len(pairs & here) / (len(pairs) + len(here) or 1)
        if start < end and (best is None or score > best[0]):
            best = (score, (start, end))
    return best[1] if best else None


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(max(1, len(text) - 1))}


def _common(wanted: str, text: str, start: int, end: int) -> tuple[int, int]:
    """How many leading characters of `wanted` stand together at one place of the sentence, and where they end."""
    length = 0
    at = start
    for here in range(start, end):
        same = 0
        while same < len(wanted) and here + same < len(text) and text[here + same] == wanted[same]:
            same += 1
        if same > length:
            length, at = same, here + same
    return length, at
