"""Official texts made comparable: without white space, with one width of letters and marks.

Transcribed documents have broken lines, page breaks, and full-width beside half-width marks.
Each character that is kept remembers where it stood, so that a match can be shown in the original.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import lru_cache

from attrs import frozen

from huice.source import Span

__all__ = ["Normal", "normalise"]

_SAME = {
    **dict.fromkeys("“”„‟«»‘’‚‛「」『』〝〞〟＂＇′″`", '"'),
    "'": '"',
    **dict.fromkeys("〔【［〖", "["),
    **dict.fromkeys("〕】］〗", "]"),
    **dict.fromkeys("‐‑‒–—―－−─", "-"),
    **dict.fromkeys("～〜∼", "~"),
    **dict.fromkeys("∶︰", ":"),
    **dict.fromkeys("•・‧", "·"),
    "｡": "。",
    "､": "、",
}


@frozen
class Normal:
    """A normalised text; `offsets[i]` is where the character `text[i]` came from."""

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """The span of the original that the normalised `[start, end)` came from."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else 0
            return Span(at, at)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def between(self, span: Span) -> tuple[int, int]:
        """The normalised `[start, end)` that came from a span of the original."""
        return bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end)


def normalise(text: str) -> Normal:
    """`text` without white space and invisible characters; widths and quotation marks folded.

    >>> normalise("按 １:１ 比例，“甲”").text
    '按1:1比例,"甲"'
    """
    kept: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        folded = _fold(char)
        kept.append(folded)
        offsets.extend([at] * len(folded))
    return Normal("".join(kept), tuple(offsets))


@lru_cache(maxsize=8192)
def _fold(char: str) -> str:
    """What one character counts as: itself, its half-width twin, or nothing."""
    if char in _SAME:
        return _SAME[char]
    if char.isspace() or unicodedata.category(char) in ("Cc", "Cf", "Zs", "Zl", "Zp"):
        return ""
    # NFKC also writes out compatibility letters (①, ㎡, ％); what it makes of them is folded in turn.
    plain = unicodedata.normalize("NFKC", char)
    return plain if plain == char else "".join(_fold(c) for c in plain)
