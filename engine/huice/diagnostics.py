"""The one kind of finding that every part of Huice reports.

A `Diagnostic` names a stable code and the values that its wording needs; the
wording itself, in every language, lives in `huice.messages`. A renderer joins
the two. That keeps checks free of prose and the prose of one code on one page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from attrs import field, frozen

from huice.source import Place, Source, Span

__all__ = ["Diagnostic", "Edit", "Fix", "HuiceError", "Label", "Level", "has_errors"]

Level = Literal["error", "warning", "note"]


@frozen
class Label:
    """A second place that helps to understand a finding (`text` is a message key or quoted words)."""

    place: Place
    text: str
    file: str | None = None


@frozen
class Edit:
    """Replace the code points `[start, end)` of the file by `text`."""

    start: int
    end: int
    text: str


@frozen
class Fix:
    """A change that would remedy the finding; `replacement` is what the drafter would type."""

    replacement: str
    edits: tuple[Edit, ...] = ()


@frozen
class Diagnostic:
    """One finding: what, where, and what to do about it.

    `args` are the values that the message of `code` is filled with; they are the
    drafter's own words (names, literals), never the engine's. A finding about a file
    has a `place` and the `lines` of text around it; a finding about facts has an
    `address` such as ``project[0].it_investment``.
    """

    code: str
    level: Level = "error"
    args: Mapping[str, Any] = field(factory=dict)
    file: str | None = None
    place: Place | None = None
    address: str | None = None
    excerpt: str | None = None
    labels: tuple[Label, ...] = ()
    fix: Fix | None = None

    @classmethod
    def at(
        cls,
        code: str,
        source: Source,
        span: Span,
        *,
        level: Level = "error",
        labels: tuple[Label, ...] = (),
        fix: Fix | None = None,
        **args: Any,
    ) -> Diagnostic:
        """A finding about `span` of `source`."""
        place = source.place(span)
        return cls(
            code=code,
            level=level,
            args=args,
            file=source.name,
            place=place,
            excerpt=source.line(place.line),
            labels=labels,
            fix=fix,
        )

    @classmethod
    def about(
        cls, code: str, address: str | None, *, file: str | None = None, level: Level = "error", **args: Any
    ) -> Diagnostic:
        """A finding about a fact (or about a whole input, with no address)."""
        return cls(code=code, level=level, args=args, file=file, address=address)


class HuiceError(Exception):
    """The only exception that the public API raises; it carries every finding."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        # Wording lives above this module; it is fetched only when somebody prints the error.
        from huice.messages import plain

        return "\n".join(plain(d) for d in self.diagnostics)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any finding is an error (warnings and notes do not stop anything)."""
    return any(d.level == "error" for d in diagnostics)
