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
from functools import cache
from typing import Any

from huice.syntax.automaton import can_follow, number_can_follow
from huice.syntax.lexicon import Lexicon, fold, lexicon
from huice.syntax.numbers import is_number

__all__ = ["MAX_DEPTH", "MAX_DIGITS", "Lexer", "Part", "Token", "keywords_only", "scan_comments", "shapes"]

MAX_DEPTH = 200
MAX_DIGITS = 30

_CN_DIGITS = "零一二两三四五六七八九十百千"
_SHAPES = r"""
    (?P<SPACE>\s+)
  | (?P<COMMENT>\#[^\r\n]*)
  | (?P<STRING>"[^"\r\n]*"|“[^”\r\n]*”)
  | (?P<OPEN_STRING>["“][^\r\n]*)
  | (?P<DATE>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9-])|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)
  | (?P<BAD_DATE>[0-9]{1,4}/[0-9]{1,2}/[0-9]{1,4}|[0-9]{1,4}\.[0-9]{1,2}\.[0-9]{1,4}|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4})
  | THOUSANDS (?P<YEAR_NUMBER>[0-9]{4}年度?(?![0-9]))
  | (?P<NUMBER>[0-9][0-9_]*(?:/[0-9][0-9_]*
                            |(?:\.[0-9]+)?(?:\ ?[%‰]|\ ?(?:千万|百万|十万|万|亿|千|百){1,2}元?|\ ?元)?)
             | 百分之(?:[CN]+|[0-9]+(?:\.[0-9]+)?) | [CN万]+分之[CN]+)
  | (?P<PHRASE>PHRASES)
  | (?P<DE_WORD>的年份|的年度)
  | (?P<WORD>(?!的)[^\W\d](?:(?!的)\w)*)
  | (?P<DE>的)
  | (?P<MARK>>=|<=|!=|[≥≤≠×÷,:()\[\]+\-*/=<>])
  | (?P<BAD_CHARACTER>.)
"""
_THOUSANDS = r"(?P<BAD_COMMA>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])) |"


class Part(str):
    """A piece of a longer text; positions in it count from the beginning of the whole."""

    __slots__ = ("offset",)
    offset: int

    @classmethod
    def of(cls, text: str, offset: int) -> Part:
        """The piece `text` that begins at `offset`."""
        part = cls(text)
        part.offset = offset
        return part


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


@cache
def shapes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The shapes of words outside of parentheses, and inside: there a comma parts numbers, outside it breaks one."""
    phrases = "|".join(p.replace(" ", r"\s+") + r"\b" for p in lexicon().phrases)
    text = _SHAPES.replace("PHRASES", phrases).replace("CN", _CN_DIGITS)
    outside, inside = text.replace("THOUSANDS", _THOUSANDS), text.replace("THOUSANDS", "")
    return re.compile(outside, re.VERBOSE), re.compile(inside, re.VERBOSE)


class Lexer:
    """Stands in for Lark's contextual lexer: `states` says what each parser state accepts."""

    def __init__(self, conf: Any, states: Mapping[int, Collection[str]], always_accept: Collection[str] = ()) -> None:
        self.states = {state: frozenset(accepts) for state, accepts in states.items()}
        self.words = lexicon()
        self.outside, self.inside = shapes()

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:
        """Tokens of the text, one at a time, each chosen for the state that the parser is in by then."""
        original = lexer_state.text
        if not isinstance(original, str):  # newer releases of Lark wrap the text in a slice
            original = original.text
        offset = original.offset if isinstance(original, Part) else 0
        text = fold(original)
        match = self.outside.match
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
                type_, at = self._word(value, start, at, parser_state)
                value = text[start:at]
            elif shape == "MARK" or shape == "DE_WORD" or shape == "PHRASE":
                type_ = self._keyword(value, parser_state)
                if shape == "PHRASE" and type_ == "NAME":  # not meant as a phrase: the first word alone
                    at = start + len(value.split()[0])
                    value = text[start:at]
                    type_, at = self._word(value, start, at, parser_state)
                elif value in "([":
                    depth += 1
                    match = self.inside.match
                    if depth > MAX_DEPTH:
                        type_ = "TOO_DEEP"
                elif value in ")]":
                    depth -= 1
                    match = self.inside.match if depth > 0 else self.outside.match
            elif shape == "STRING" or shape == "OPEN_STRING":
                value = original[start:at]
            elif shape == "DATE":
                type_ = _date_type(value)
            elif shape == "NUMBER":
                type_ = _number_type(value)
            elif shape == "YEAR_NUMBER" and "YEAR_NUMBER" not in states[stack[-1]]:
                at = start + 4
                type_, value = "NUMBER", text[start:at]
            if before is not None and before.before is not None:  # nobody looks back further than this
                before.before.before = None
            before = Token(type_, value, start + offset, at + offset, before)
            yield before

    def _choose(self, candidates: tuple[str, ...], parser_state: Any) -> str | None:
        """The terminal that fits here, if any.

        A state may list a look-ahead that leads nowhere, so where several seem to fit each is tried out.
        """
        stack = parser_state.state_stack
        accepts = self.states[stack[-1]]
        fitting = [terminal for terminal in candidates if terminal in accepts]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        states = parser_state.parse_conf.states
        return next((terminal for terminal in fitting if can_follow(states, stack, terminal)), fitting[0])

    def _keyword(self, word: str, parser_state: Any) -> str:
        if not word.isalnum() and len(word) > 2:
            word = " ".join(word.split())
        candidates = self.words.terminals.get(word, ())
        chosen = self._choose(candidates, parser_state)
        if chosen is not None:
            return chosen
        return candidates[0] if candidates and not word[0].isalnum() else "NAME"

    def _word(self, word: str, start: int, end: int, parser_state: Any) -> tuple[str, int]:
        """The terminal that a word stands for here, and where it ends (earlier, if a keyword run is cut)."""
        candidates = self.words.terminals.get(word)
        if candidates:
            chosen = self._choose(candidates, parser_state)
            if chosen is not None:
                return chosen, end
        accepts = self.states[parser_state.state_stack[-1]]
        if not word.isascii():
            cut = self._cut(word, parser_state)
            if cut is not None:
                return cut[0], start + cut[1]
        if candidates and "NAME" not in accepts:
            return candidates[0], end  # a keyword out of place: say so, rather than "a name"
        return "NAME", end

    def _cut(self, word: str, parser_state: Any) -> tuple[str, int] | None:
        """The keyword that a run begins with, where only keywords and a number follow; and its length."""
        stack, states = parser_state.state_stack, parser_state.parse_conf.states
        accepts = self.states[stack[-1]]
        for length in range(min(len(word) - 1, self.words.longest), 0, -1):
            head = word[:length]
            for terminal in self.words.terminals.get(head, ()):
                if terminal not in accepts:
                    continue
                if word[length] in "0123456789":
                    # `非2类` is a name: nobody denies a number.
                    if terminal != "NOT" and number_can_follow(states, stack, terminal):
                        return terminal, length
                elif "NAME" not in accepts and keywords_only(word, length, self.words):
                    return terminal, length
        return None


def keywords_only(word: str, at: int, words: Lexicon) -> bool:
    """Whether a run of characters falls into keywords from `at` on (and then perhaps a number)."""
    if at == len(word) or word[at] in "0123456789":
        return True
    if len(word) - at > 4 * words.longest:  # nobody writes that many keywords in one breath
        return False
    return any(
        word[at : at + n] in words.terminals and keywords_only(word, at + n, words)
        for n in range(min(len(word) - at, words.longest), 0, -1)
    )


def _date_type(text: str) -> str:
    try:
        dt.date(*(int(part) for part in re.split(r"\D+", text.strip("日"))))
    except ValueError:
        return "BAD_DATE"
    return "DATE"


def _number_type(text: str) -> str:
    if text.isdecimal():
        return "NUMBER" if len(text) <= MAX_DIGITS else "BAD_NUMBER"
    digits = sum(c.isdecimal() for c in text)
    return "NUMBER" if digits <= MAX_DIGITS and is_number(text) else "BAD_NUMBER"


_COMMENTS = re.compile(r'"[^"\r\n]*"|“[^”\r\n]*”|["“][^\r\n]*|(#[^\r\n]*)')


def scan_comments(text: str) -> list[tuple[int, int]]:
    """Where each comment begins and ends."""
    return [m.span() for m in _COMMENTS.finditer(fold(text)) if m.group(1) is not None]
