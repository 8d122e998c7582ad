"""Where checks put what they find: once a place, and silent where the parser has spoken already."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import define, field

from huice.diagnostics import Diagnostic, Edit, Fix, Label, Level
from huice.source import Span
from huice.syntax import tree as t
from huice.syntax.parse import Parsed

__all__ = ["Sink"]


@define(eq=False)
class Sink:
    """Collects findings about one file."""

    parsed: Parsed
    findings: list[Diagnostic] = field(factory=list)
    _told: set[tuple[str, int, int]] = field(factory=set)

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
        """Report `code` at `span`; `replace` is what the drafter would write there instead."""
        key = (code, span.start, span.end)
        if key in self._told:
            return
        self._told.add(key)
        fix = None if replace is None else Fix(replace, (Edit(span.start, span.end, replace),))
        source = self.parsed.source
        labels = () if also is None else (Label(source.place(also), code),)
        self.findings.append(Diagnostic.at(code, source, span, level=level, fix=fix, labels=labels, **args))

    def unknown(self, code: str, name: t.Name, known: Iterable[str], **args: Any) -> None:
        """An unknown name, with the one that was probably meant; silent if its declaration was unreadable."""
        from huice.check.vocabulary import close

        if name.name in self.parsed.lost:
            return
        meant = close(name.name, known)
        self.add(code, name.span, replace=meant, name=name.name, meant=meant or "", **args)
