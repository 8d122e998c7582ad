"""The words and marks of one spelling, as the formatter writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from attrs import frozen

from huice.syntax.lexicon import lexicon

__all__ = ["Style", "quoted", "style"]


@frozen
class Style:
    """One spelling: its language, its keywords, and the marks around lists."""

    language: str
    words: dict[str, str]
    comma: str
    enumeration: str
    open: str
    close: str
    colon: str
    starts: re.Pattern[str]

    def __getitem__(self, terminal: str) -> str:
        """The canonical word for a terminal."""
        return self.words[terminal]

    def group(self, text: str) -> str:
        """`text` in parentheses."""
        return f"{self.open}{text}{self.close}"

    def list(self, texts: Iterable[str]) -> str:
        """Clause parts one after the other: `a 1, b 2`."""
        return self.comma.join(texts)

    def enumerate(self, texts: Iterable[str]) -> str:
        """Words of one kind: `a, b`, in Chinese `甲、乙`."""
        return self.enumeration.join(texts)

    def fenced(self, text: str) -> str:
        """`text` in parentheses if it would be read as a keyword where it stands.

        A fact may be called `year` or `最高`; behind `per` or `rate` those words mean something else.
        """
        return self.group(text) if self.starts.match(text) else text


@cache
def style(spelling: str) -> Style:
    """The style of a spelling, `en` or `zh`."""
    spellings = lexicon().spelling
    words = {terminal: by.get(spelling) or next(iter(by.values())) for terminal, by in spellings.items()}
    starts = _mistakable()
    if spelling == "zh":
        return Style("zh", words, "，", "、", "（", "）", "：", starts)
    return Style("en", words, ", ", ", ", "(", ")", ": ", starts)


#: Words that may stand before a value somewhere, besides those that may stand before any value.
_BEFORE_VALUES = ("UP_TO", "FULL", "YEAR", "ANNUAL_RATE")


def _mistakable() -> re.Pattern[str]:
    words = lexicon()
    taken = [w for w, terminals in words.terminals.items() if set(terminals) & set(_BEFORE_VALUES) and " " not in w]
    # `rate year of x` would be the year of x; a Chinese keyword before a digit is cut off its word.
    first = {p.split()[0] for p in words.phrases if p.endswith(" of")} | {w for w in taken if w.isascii()}
    chinese = "|".join(re.escape(w) for w in taken if not w.isascii())
    english = "|".join(sorted(re.escape(w) for w in first))
    return re.compile(rf"(?:{chinese})(?:\b|\d)|(?:{english})\b(?! of\b)")


def quoted(text: str) -> str:
    """`text` as a string literal; curly marks only where it holds a straight one."""
    return f"“{text}”" if '"' in text or "＂" in text else f'"{text}"'
