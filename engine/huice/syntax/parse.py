"""Text into a tree, with every error of the file at once."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from attrs import evolve, frozen

from huice.diagnostics import Diagnostic, Edit, Fix
from huice.source import Source, Span
from huice.syntax import tree as t
from huice.syntax.build import RefusedError, TreeBuilder
from huice.syntax.grammar import load
from huice.syntax.lexer import Lexer, scan_comments
from huice.syntax.lexicon import fold, lexicon

__all__ = ["MAX_BYTES", "Parsed", "parse"]

MAX_BYTES = 2_000_000


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
        """Whether something inside `span`, or right behind it (blanks and comments apart), was left out."""
        return any(span.start <= d.end and self._adjoins(span.end, d.start) for d in self.damaged)

    def _adjoins(self, end: int, start: int) -> bool:
        """Whether nothing but blanks and comments lies between two places."""
        blank = _BLANK.match(self.source.text, end)
        return blank is not None and blank.end() >= start


#: What may lie between a rule's last readable clause and one that was left out.
_BLANK = re.compile(r"(?:[\s\ufeff]+|[#＃][^\n]*)*+")


@cache
def _parser() -> Any:
    return load().make(transformer=TreeBuilder(), _plugins={"ContextualLexer": Lexer})


def parse(source: Source) -> Parsed:
    """Parse a whole file; never raises.

    An unreadable part of it is missing from the tree and told in `diagnostics`.
    """
    size = _size(source.text)
    if size > MAX_BYTES:
        finding = Diagnostic.at("S109", source, Span(0, 0), size=size, most=MAX_BYTES)
        return Parsed(source, t.File(()), (finding,), (Span(0, len(source.text)),), frozenset())
    found: list[Diagnostic] = []
    damaged: list[Span] = []
    try:
        file = _parser().parse(source.text)
    except (load().unexpected, RefusedError):
        from huice.syntax.recover import recover

        file, found, damaged = recover(source, _parser())
    found += _unusable_names(source, file)
    found.sort(key=lambda d: (d.place.line, d.place.column) if d.place else (0, 0))
    lost = frozenset(w for d in damaged for w in re.findall(r"[^\W\d]\w*", fold(source.text[d.start : d.end])))
    return Parsed(source, evolve(file, comments=_comments(source)), tuple(found), tuple(damaged), lost)


def _size(text: str) -> int:
    """Bytes of a text, where it might be too many of them; its length otherwise."""
    length = len(text)
    return length if not MAX_BYTES / 4 < length <= MAX_BYTES else len(text.encode("utf-8", "surrogatepass"))


def _unusable_names(source: Source, file: t.File) -> list[Diagnostic]:
    """Names that could be declared, but would be read as words of the language wherever they are used."""
    declared: list[t.Name] = []
    for item in file.items:
        if isinstance(item, t.Entity):
            for fact in item.facts:
                declared.append(fact.name)
                declared += [option.name for option in fact.options]
        elif isinstance(item, t.Define):
            declared.append(item.name)
    if not any(len(lexicon().terminals.get(name.name, ())) for name in declared):
        return []
    from huice.syntax.reserved import is_unusable

    found = []
    for name in declared:
        if is_unusable(name.name):
            right = f"{name.name}_1" if name.name.isascii() else f"{name.name}项"
            fix = Fix(right, (Edit(*name.span, right),))
            found.append(Diagnostic.at("S117", source, name.span, fix=fix, found=name.name, right=right))
    return found


def _comments(source: Source) -> tuple[t.Comment, ...]:
    if "#" not in source.text and "＃" not in source.text:
        return ()
    comments = []
    text, last = source.text, 0
    for start, end in scan_comments(text):
        line = max(text.rfind("\n", last, start), text.rfind("\r", last, start))
        own_line = not text[max(line + 1, last) : start].strip(" \t\u3000\ufeff") and (line >= 0 or last == 0)
        comments.append(t.Comment(text[start:end].rstrip(), own_line, span=Span(start, end)))
        last = end
    return tuple(comments)
