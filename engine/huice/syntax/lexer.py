"""Text into tokens, with an eye on the parser: its state says what a word stands for.

One regular expression finds the shapes (string, date, number, word, mark). A word becomes the
first terminal of the keyword table that the parser accepts here, else a name; so clause words stay
usable as names wherever no clause can begin. A run of Chinese is cut only where it consists of
keywords and numbers alone (`有效期至2023-12-31`); a run with a name in it is never cut in
silence (language.md).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from huice.syntax.lexicon import Lexicon, fold, lexicon

__all__ = ["MAX_DEPTH", "MAX_DIGITS", "Lexer", "Token", "scan_comments"]

MAX_DEPTH = 200
MAX_DIGITS = 30

_CN_DIGITS = "零一二两三四五六七八九十百千"
_SHAPES = r"""
    (?P<SPACE>\s+)
  | (?P<COMMENT>\#[^\n]*)
  | (?P<STRING>"[^"\n]*"|“[^”\n]*”)
  | (?P<OPEN_STRING>["“][^\n]*)
  | (?P<DATE>\d{4}-\d{1,2}-\d{1,2}(?![\d-])|\d{4}年\d{1,2}月\d{1,2}日)
  | (?P<BAD_DATE>\d{1,4}/\d{1,2}/\d{1,4}|\d{1,4}\.\d{1,2}\.\d{1,4}|\d{1,2}-\d{1,2}-\d{4})
  | (?P<BAD_COMMA>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]))
  | (?P<YEAR_NUMBER>\d{4}年度?(?!\d))
  | (?P<NUMBER>\d[\d_]*(?:/\d+|(?:\.\d+)?(?:\ ?[%‰]|(?:千万|百万|十万|万|亿|千|百)*(?:元)?))
             | 百分之[CN0-9.]+ | [CN]+分之[CN]+)
  | (?P<PHRASE>PHRASES)
  | (?P<DE_WORD>的年份|的年度)
  | (?P<WORD>(?!的)[^\W\d](?:(?!的)\w)*)
  | (?P<DE>的)
  | (?P<MARK>>=|<=|!=|[≥≤≠×÷,:()\[\]+\-*/=<>])
  | (?P<BAD_CHARACTER>.)
"""


class Token:
    """A token as Lark's parser wants it; also the leaf that the tree builder reads."""

    __slots__ = ("before", "end_pos", "start_pos", "type", "value")
    # Lark copies these when it makes the end-of-input token; lines are worked out only for findings.
    line = column = end_line = end_column = None

    def __init__(self, type_: str, value: str, start: int, end: int, before: Token | None = None) -> None:
        self.type = type_
        self.value = value
        self.start_pos = start
        self.end_pos = end
        self.before = before

    def __repr__(self) -> str:
        return f"Token({self.type}, {self.value!r})"

    def __str__(self) -> str:
        return self.value


_scanners: dict[int, re.Pattern[str]] = {}


def _scanner(words: Lexicon) -> re.Pattern[str]:
    key = id(words)
    if key not in _scanners:
        phrases = "|".join(p.replace(" ", r"\s+") + r"\b" for p in words.phrases)
        shapes = _SHAPES.replace("PHRASES", phrases).replace("CN", _CN_DIGITS)
        _scanners[key] = re.compile(shapes, re.VERBOSE)
    return _scanners[key]


class Lexer:
    """Stands in for Lark's contextual lexer: `states` says what each parser state accepts."""

    def __init__(self, conf: Any, states: Mapping[int, Collection[str]], always_accept: Collection[str] = ()) -> None:
        self.states = {state: frozenset(accepts) for state, accepts in states.items()}
        self.words = lexicon()
        self.scan = _scanner(self.words)

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:
        """Tokens of the text, one at a time, each chosen for the state that the parser is in by then."""
        original = lexer_state.text
        if not isinstance(original, str):  # newer releases of Lark wrap the text in a slice
            original = original.text
        text = fold(original)
        match = self.scan.match
        states, stack = self.states, parser_state.state_stack
        before: Token | None = None
        at, end, depth = 0, len(text), 0
        while at < end:
            found = match(text, at)
            assert found is not None  # the last shape takes any character
            shape, at = found.lastgroup, found.end()
            if shape == "SPACE" or shape == "COMMENT":
                continue
            start = found.start()
            value = text[start:at]
            type_ = shape or ""
            if shape == "WORD":
                type_, at = self._word(value, start, at, states[stack[-1]])
                value = text[start:at]
            elif shape == "MARK" or shape == "DE_WORD" or shape == "PHRASE":
                type_ = self._keyword(value, states[stack[-1]])
                if shape == "PHRASE" and type_ == "NAME":  # not meant as a phrase: the first word alone
                    at = start + len(value.split()[0])
                    value = text[start:at]
                    type_, at = self._word(value, start, at, states[stack[-1]])
                elif value in "([":
                    depth += 1
                    if depth > MAX_DEPTH:
                        type_ = "TOO_DEEP"
                elif value in ")]":
                    depth -= 1
            elif shape == "STRING" or shape == "OPEN_STRING":
                value = original[start:at]
            elif shape == "DATE":
                type_ = _date_type(value)
            elif shape == "NUMBER":
                type_ = _number_type(value)
            elif shape == "BAD_COMMA" and depth:  # a list of numbers, not a thousands separator
                at = start + value.index(",")
                type_, value = "NUMBER", text[start:at]
            elif shape == "YEAR_NUMBER" and "YEAR_NUMBER" not in states[stack[-1]]:
                at = start + 4
                type_, value = "NUMBER", text[start:at]
            before = Token(type_, value, start, at, before)
            yield before

    def _keyword(self, word: str, accepts: frozenset[str]) -> str:
        if " " in word or "\n" in word or "\t" in word:
            word = " ".join(word.split())
        candidates = self.words.terminals.get(word, ())
        for terminal in candidates:
            if terminal in accepts:
                return terminal
        return candidates[0] if candidates and not word[0].isalnum() else "NAME"

    def _word(self, word: str, start: int, end: int, accepts: frozenset[str]) -> tuple[str, int]:
        """The terminal that a word stands for here, and where it ends (earlier, if a keyword run is cut)."""
        candidates = self.words.terminals.get(word)
        if candidates:
            for terminal in candidates:
                if terminal in accepts:
                    return terminal, end
        if not word.isascii():
            cut = self._cut(word, accepts)
            if cut is not None:
                return cut[0], start + cut[1]
        if candidates and "NAME" not in accepts:
            return candidates[0], end  # a keyword out of place: say so, rather than "a name"
        return "NAME", end

    def _cut(self, word: str, accepts: frozenset[str]) -> tuple[str, int] | None:
        for length in range(min(len(word) - 1, self.words.longest), 0, -1):
            head, rest = word[:length], word[length:]
            for terminal in self.words.terminals.get(head, ()):
                if terminal in accepts and (rest[0].isdigit() or ("NAME" not in accepts and self._keywords_only(rest))):
                    return terminal, length
        return None

    def _keywords_only(self, run: str) -> bool:
        """Whether a run of characters falls into keywords (and then perhaps a number)."""
        if not run or run[0].isdigit():
            return True
        if len(run) > 4 * self.words.longest:  # nobody writes that many keywords in one breath
            return False
        return any(
            run[:n] in self.words.terminals and self._keywords_only(run[n:])
            for n in range(min(len(run), self.words.longest), 0, -1)
        )


def _date_type(text: str) -> str:
    try:
        dt.date(*(int(part) for part in re.split(r"\D+", text.strip("日"))))
    except ValueError:
        return "BAD_DATE"
    return "DATE"


def _number_type(text: str) -> str:
    over_zero = "/" in text and not text.split("/")[1].strip("0")
    return "BAD_NUMBER" if over_zero or sum(c.isdigit() for c in text) > MAX_DIGITS else "NUMBER"


def scan_comments(text: str) -> list[tuple[int, int]]:
    """Where each comment begins and ends."""
    folded = fold(text)
    return [m.span() for m in _scanner(lexicon()).finditer(folded) if m.lastgroup == "COMMENT"]
