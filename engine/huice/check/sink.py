"""Where checks put what they find: once a place, and silent where the parser has spoken already."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any

from attrs import define, field

from huice.diagnostics import Diagnostic, Edit, Fix, Label, Level
from huice.source import Span
from huice.syntax import tree as t
from huice.syntax.lexicon import fold, lexicon
from huice.syntax.parse import Parsed

__all__ = ["Sink", "close", "every", "hint", "listed"]

_LONGEST = 60
_MOST_LISTED = 12
#: Looking for the name that was meant is slow; a file with more unknown names than this is another language.
_MOST_LOOKUPS = 200


def close(name: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant, if one is near enough. In Chinese one character of two is."""
    found = difflib.get_close_matches(name, list(names), n=1, cutoff=0.6 if name.isascii() else 0.5)
    return found[0] if found else None


def hint(meant: str | None) -> dict[str, str] | str:
    """`Did you mean …?` to stand in front of the help; empty without a suggestion."""
    return {"en": f"Did you mean `{meant}`? ", "zh": f"是不是“{meant}”？"} if meant else ""


def every(results: Iterable[bool]) -> bool:
    """Like `all`, but looks at each result, so that every mistake is told and not the first alone."""
    return False not in list(results)


def listed(names: Iterable[str]) -> dict[str, str]:
    """Names side by side, not too many of them."""
    marked = [f"`{name}`" for name in names]
    shown = marked if len(marked) <= _MOST_LISTED else [*marked[: _MOST_LISTED - 1], "…"]
    return {"en": ", ".join(shown), "zh": "、".join(shown)}


@define(eq=False)
class Sink:
    """Collects findings about one file."""

    parsed: Parsed
    findings: list[Diagnostic] = field(factory=list)
    _told: set[tuple[str, int, int]] = field(factory=set)
    _lookups: int = 0

    def add(
        self,
        code: str,
        span: Span,
        *,
        level: Level = "error",
        replace: str | None = None,
        also: Span | None = None,
        **args: Any,
    ) -> None:
        """Report `code` at `span`; `replace` is what the drafter would write there instead, `also` a second place."""
        key = (code, span.start, span.end)
        if key in self._told:
            return
        self._told.add(key)
        fix = None if replace is None else Fix(replace, (Edit(span.start, span.end, replace),))
        source = self.parsed.source
        labels = () if also is None else (Label(source.place(also), f"`{self.said(also)}`"),)
        self.findings.append(Diagnostic.at(code, source, span, level=level, fix=fix, labels=labels, **args))

    def unknown(self, code: str, name: t.Name, known: Iterable[str], **args: Any) -> None:
        """An unknown name, with the one that was probably meant; silent if its declaration was unreadable."""
        if name.name in self.parsed.lost or not name.name:
            return
        self._lookups += 1
        meant = close(name.name, known) if self._lookups <= _MOST_LOOKUPS else None
        self.add(code, name.span, replace=meant, name=name.name, hint=hint(meant), **args)

    def said(self, span: Span) -> str:
        """The drafter's words at `span`, on one line and not too long."""
        text = " ".join(self.parsed.source.text[span.start : span.end].split())
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"

    def clause_word(self, clause: t.Clause | t.Language) -> str:
        """The words that a clause begins with: `paid by`, `有效期`."""
        said = " ".join(fold(self.parsed.source.text[clause.span.start : clause.span.end]).split())
        words = lexicon()
        fitting = [w for w in words.clauses | words.blocks if said.startswith(w)]
        return max(fitting, key=len, default=said[:12])
