"""Text into a tree, with every error of the file at once.

A sound file is parsed once. On an error the clause that holds it is blanked out, up to the next line
that begins with a block or clause word, and the text is parsed again: so each mistake is told once, in file
order, and no parser state has to be guessed. What was blanked is handed on, so that later checks do
not complain about what the drafter did write.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from attrs import evolve, frozen

from huice.diagnostics import Diagnostic
from huice.source import Source, Span
from huice.syntax import tree as t
from huice.syntax.build import TreeBuilder
from huice.syntax.grammar import load
from huice.syntax.lexer import Lexer, Token, scan_comments
from huice.syntax.lexicon import fold, lexicon
from huice.syntax.mistakes import diagnose

__all__ = ["MAX_BYTES", "Parsed", "parse"]

MAX_BYTES = 2_000_000
_MAX_ERRORS = 50


@frozen
class Parsed:
    """A tree with what went wrong while reading it.

    `damaged` are the spans that were left out; `lost` the names that might be declared in them.
    """

    source: Source
    file: t.File
    diagnostics: tuple[Diagnostic, ...]
    damaged: tuple[Span, ...]
    lost: frozenset[str]

    def is_damaged(self, span: Span) -> bool:
        """Whether something inside `span`, or right behind it, was left out."""
        return any(d.start <= span.end + 1 and span.start <= d.end for d in self.damaged)


@cache
def _parser() -> Any:
    return load().make(transformer=TreeBuilder(), _plugins={"ContextualLexer": Lexer})


def parse(source: Source) -> Parsed:
    """Parse a whole file; never raises.

    An unreadable part of it is missing from the tree and told in `diagnostics`.
    """
    if len(source.text) > MAX_BYTES:
        finding = Diagnostic.at("S109", source, Span(0, 0), size=len(source.text), most=MAX_BYTES)
        return Parsed(source, t.File(()), (finding,), (Span(0, len(source.text)),), frozenset())
    unexpected = load().unexpected
    text = source.text
    found: list[Diagnostic] = []
    damaged: list[Span] = []
    starts: list[tuple[int, bool]] | None = None
    while True:
        try:
            file = _parser().parse(text)
            break
        except unexpected as error:
            token, accepts = _details(error, text)
            found.append(diagnose(source, token, accepts))
            starts = _starts(text) if starts is None else starts
            region = _region(starts, token, len(text))
            if len(found) >= _MAX_ERRORS or not text[region.start : region.end].strip():
                file = t.File(())
                damaged.append(Span(0, len(text)))
                break
            damaged.append(region)
            text = _blank(text, region)
    found.sort(key=lambda d: (d.place.line, d.place.column) if d.place else (0, 0))
    lost = frozenset(w for d in damaged for w in re.findall(r"[^\W\d]\w*", fold(source.text[d.start : d.end])))
    return Parsed(source, evolve(file, comments=_comments(source)), tuple(found), tuple(damaged), lost)


def _details(error: Any, text: str) -> tuple[Token, frozenset[str]]:
    token = error.token
    if not isinstance(token, Token):  # end of input
        last = token if hasattr(token, "start_pos") else None
        del last
        end = len(text.rstrip())
        token = Token("$END", "", end, end, None)
    return token, frozenset(error.expected or error.accepts or ())


def _starts(text: str) -> list[tuple[int, bool]]:
    """Where lines begin with a clause or block word: offset, and whether it begins a block."""
    words = lexicon()
    starts: list[tuple[int, bool]] = []
    every = sorted(words.blocks | words.clauses, key=len, reverse=True)
    pattern = re.compile(r"^[ \t\u3000]*(" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in every) + ")", re.M)
    for m in pattern.finditer(fold(text)):
        word = " ".join(m.group(1).split())
        end = m.end(1)
        if word.isascii() and text[end : end + 1].isalnum():
            continue
        starts.append((m.start(1), word in words.blocks))
    return starts


def _region(starts: list[tuple[int, bool]], token: Token, length: int) -> Span:
    """What to leave out: the clause at fault; the whole block where its first line is at fault."""
    at = token.start_pos
    before = [s for s in starts if s[0] < at or (s[0] == at and token.before is None)]
    # A clause word where something was still missing: the clause before it is the one at fault.
    start, block = before[-1] if before else (0, True)
    if not before and token.before is None:
        start = at
    after = [s for s in starts if s[0] > start and s[0] >= at and (s[1] or not block)]
    end = after[0][0] if after else length
    if end == start:
        end = after[1][0] if len(after) > 1 else length
    return Span(start, max(end, min(token.end_pos, length)))


def _blank(text: str, region: Span) -> str:
    hole = "".join(c if c == "\n" else " " for c in text[region.start : region.end])
    return text[: region.start] + hole + text[region.end :]


def _comments(source: Source) -> tuple[t.Comment, ...]:
    if "#" not in source.text and "＃" not in source.text:
        return ()
    comments = []
    for start, end in scan_comments(source.text):
        own_line = not source.text[source.line_start(start) : start].strip()
        comments.append(t.Comment(source.text[start:end].rstrip(), own_line, span=Span(start, end)))
    return tuple(comments)
