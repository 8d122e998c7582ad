"""JSON Lines: one case a line, read as a stream so that a file of any length fits in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from attrs import evolve

from huice.diagnostics import Diagnostic
from huice.facts.document import LARGEST, size_fault
from huice.facts.read_json import read_json

__all__ = ["Line", "read_lines"]


class Line(NamedTuple):
    """One case: its line number from 1, and the document or the findings about it."""

    number: int
    raw: object
    diagnostics: tuple[Diagnostic, ...] = ()


class _Stream(Protocol):
    def readline(self, limit: int = -1, /) -> str | bytes: ...


def read_lines(stream: _Stream | Iterable[str | bytes], name: str = "<facts>") -> Iterator[Line]:
    """Each line that is not blank, in order; a bad line carries findings and the next still comes.

    `stream` is a file opened for reading (bytes or text) or any iterable of lines. A line longer
    than the limit is skipped without ever being held whole, if `stream` is a file.
    """
    for number, line in enumerate(_lines(stream), 1):
        if line is None:
            yield Line(number, None, (size_fault(name, number),))
        elif line.strip():
            reading = read_json(line.rstrip(b"\r\n") if isinstance(line, bytes) else line.rstrip("\r\n"), name)
            yield Line(number, reading.raw, tuple(_moved(d, number) for d in reading.diagnostics))


def _lines(stream: _Stream | Iterable[str | bytes]) -> Iterator[str | bytes | None]:
    """Lines; None for one that is too long."""
    readline = getattr(stream, "readline", None)
    if readline is None:
        for line in stream:  # type: ignore[union-attr]
            yield line if len(line) <= LARGEST else None
        return
    while line := readline(LARGEST + 1):
        if len(line) <= LARGEST:
            yield line
            continue
        while line and not _ended(line):
            line = readline(LARGEST)
        yield None


def _ended(line: str | bytes) -> bool:
    return line.endswith(b"\n") if isinstance(line, bytes) else line.endswith("\n")


def _moved(found: Diagnostic, number: int) -> Diagnostic:
    """A finding about one line, placed in the whole stream."""
    args = {**found.args, "line": number} if "line" in found.args else found.args
    if found.place is None:
        return evolve(found, args=args)
    return evolve(found, args=args, place=found.place._replace(line=number, end_line=number))
