"""What reading a file of facts gives, and the checks that every format shares."""

from __future__ import annotations

from typing import Any, NamedTuple

from attrs import evolve

from huice.diagnostics import Diagnostic
from huice.source import Source, Span

__all__ = ["DEEPEST", "LARGEST", "Reading", "decode", "depth_fault", "located", "size_fault"]

#: Largest accepted document in bytes, and deepest accepted nesting (interfaces.md, "Diagnostics").
LARGEST = 2_000_000
DEEPEST = 200
#: A line longer than this is not quoted in a finding.
LONGEST_EXCERPT = 400


class Reading(NamedTuple):
    """A document as plain mappings, lists and scalars; `raw` means something only without diagnostics."""

    raw: object
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: str | bytes, name: str) -> str | Diagnostic:
    """The text of a file in UTF-8 (a byte order mark is dropped), or why it cannot be read."""
    if isinstance(data, str):
        return _checked_text(data, name)
    if len(data) > LARGEST:
        return size_fault(name)
    try:
        text = bytes(data).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Diagnostic(code="F101", args={"line": line}, file=name)
    return text


def _checked_text(text: str, name: str) -> str | Diagnostic:
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        return Diagnostic(code="F101", args={"line": line}, file=name)
    return size_fault(name) if size > LARGEST else text.removeprefix("\ufeff")


def size_fault(name: str, line: int | None = None) -> Diagnostic:
    """The finding for a document (or one line of a stream) that is too large."""
    what = {"en": "The file", "zh": "文件"} if line is None else {"en": f"Line {line}", "zh": f"第 {line} 行"}
    return Diagnostic(code="F102", args={"what": what, "limit": LARGEST // 1_000_000}, file=name)


def depth_fault(source: Source, offset: int) -> Diagnostic:
    """The finding for a document that is nested too deeply."""
    return located("F103", source, Span(offset, offset + 1), limit=DEEPEST)


def located(code: str, source: Source, span: Span, **args: Any) -> Diagnostic:
    """A finding at a place of a document; the line is quoted unless it is too long to help."""
    found = Diagnostic.at(code, source, span, **args)
    return evolve(found, excerpt=None) if len(found.excerpt or "") > LONGEST_EXCERPT else found
