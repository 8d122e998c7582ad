"""Where the parser could not go on, and all that is known there."""

from __future__ import annotations

import re
from functools import cache

from attrs import evolve, frozen

from huice.diagnostics import Edit, Fix
from huice.source import Source, Span
from huice.syntax.automaton import States, after
from huice.syntax.lexer import Token
from huice.syntax.lexicon import lexicon

__all__ = ["Spot", "expected", "settled"]


@frozen(eq=False)
class Spot:
    """One place of error.

    `token` cannot stand here; `accepts` could. `clause` is the terminal of the clause or block word before
    it, `block` that of the block around it. `tables` are the parser's states and where they start.
    """

    source: Source
    text: str
    token: Token
    accepts: frozenset[str]
    clause: str | None
    block: str | None
    tables: tuple[States, int]

    @property
    def complete(self) -> bool:
        """Whether all that stands before it is complete: a block could begin here."""
        return "RULE" in self.accepts

    @property
    def new_line(self) -> bool:
        """Whether it is the first word of its line."""
        before = self.token.before
        end = before.end_pos if before is not None else 0
        return before is None or bool(re.search(r"[\r\n]", self.text[end : self.token.start_pos]))

    @property
    def span(self) -> Span:
        """The token's place; at the end of the text that of the last word."""
        start, end = self.token.start_pos, self.token.end_pos
        return Span(start, max(end, start + 1))

    def fix(self, text: str) -> Fix:
        """`text` in place of the token."""
        return Fix(text, (Edit(self.token.start_pos, self.token.end_pos, text),))

    def follow(self, terminal: str) -> frozenset[str]:
        """What can follow a word that begins a clause or a block."""
        for lead in ((), ("RULE", "NAME"), ("ENTITY", "NAME"), ("EXAMPLE", "STRING")):
            found = after(*self.tables, *lead, terminal)
            if found:
                return found
        return frozenset()

    def declared(self, word: str) -> bool:
        """Whether the file declares a fact or a definition of that name."""
        return bool(re.search(rf"(?:\bfact|事实|\bdefine|定义)\s+{re.escape(word)}(?!\w)", self.text))


def settled(spot: Spot) -> Spot:
    """The place where the drafter would say that the mistake is.

    A clause word where a value is missing is taken for a name, and the parser stumbles only at the word behind it:
    `cap split city:county 1:1`.
    """
    token = spot.token
    before = token.before
    if before is None or before.type != "NAME" or before.before is None:
        return spot
    words = lexicon()
    joined = " ".join(spot.text[before.start_pos : token.end_pos].split())
    if joined in words.starts:
        return _back(spot, Token(words.starts[joined], joined, before.start_pos, token.end_pos, before.before))
    terminals = words.terminals.get(before.value)
    if terminals is None or spot.declared(before.value):
        return spot
    terminal = words.starts.get(before.value, terminals[0])
    if before.value in words.starts and token.type not in spot.follow(terminal):
        return spot
    return _back(spot, Token(terminal, before.value, before.start_pos, before.end_pos, before.before))


def _back(spot: Spot, token: Token) -> Spot:
    assert token.before is not None
    accepts = spot.follow(token.before.type) or frozenset({"NAME", "NUMBER"})
    return evolve(spot, token=token, accepts=accepts - {"RULE"})


_KINDS = {
    "NAME": {"en": "a name", "zh": "名称"},
    "NUMBER": {"en": "a number", "zh": "数字"},
    "STRING": {"en": 'words in "quotation marks"', "zh": "引号中的文字"},
    "DATE": {"en": "a date such as 2023-12-31", "zh": "日期（如 2023-12-31）"},
}
#: Too many words help nobody.
_MOST = 8


@cache
def expected(accepts: frozenset[str]) -> dict[str, str]:
    """What could have stood here, in both languages: values first, then a few words."""
    said: dict[str, str] = {}
    words = lexicon()
    anything = "RULE" in accepts
    for language, join in (("en", ", "), ("zh", "、")):
        kinds = [_KINDS[k][language] for k in _KINDS if k in accepts]
        terminals = [
            x
            for x, by in words.spelling.items()
            if x in accepts and language in by and not (anything and by[language] in words.starts)
        ]
        marks = [f"`{words.spelling[x][language]}`" for x in terminals]
        if anything:
            marks.append("the next clause" if language == "en" else "下一个子句")
        if len(kinds) + len(marks) > _MOST:
            marks = [*marks[: _MOST - 1 - len(kinds)], "…"]
        said[language] = join.join(kinds + marks) or ("nothing more" if language == "en" else "到此为止")
    return said
