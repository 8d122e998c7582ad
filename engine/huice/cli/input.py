"""Where facts come from: a file or standard input, one case or a stream of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO, Literal, NamedTuple

from huice.cli.files import READ, STDIN, refusal, stream
from huice.facts.document import LARGEST
from huice.facts.read import Line, Reading, format_of, read, read_lines

__all__ = ["Given", "open_input"]


class Given(NamedTuple):
    """One document in `reading`, or a stream of cases in `lines`."""

    name: str
    reading: Reading
    lines: Iterator[Line] | None = None


def open_input(path: str) -> Given:
    """Open the facts; the name says the format, else their beginning does.

    Raises Stop where the file cannot be opened or read.
    """
    name = "<stdin>" if path == STDIN else path
    form = format_of(path)
    file = stream(path)
    if form == "jsonl":
        return Given(name, Reading(None), _then_close(read_lines(file, name), file))
    try:
        given = _one(file, name, form) if form else _sniffed(file, name)
    except OSError as problem:
        raise refusal(path, problem, READ) from None
    if given.lines is None:
        file.close()
    return given


def _one(file: BinaryIO, name: str, form: Literal["json", "yaml"]) -> Given:
    return Given(name, read(file.read(LARGEST + 1), name, form))


def _then_close(lines: Iterator[Line], file: BinaryIO) -> Iterator[Line]:
    with file:
        yield from lines


def _sniffed(file: BinaryIO, name: str) -> Given:
    """An object that ends on its line, with another one behind it, can only be JSON Lines."""
    first, head = _to_next(file)
    if first.startswith(b"{") and first.endswith(b"}"):
        second, more = _to_next(file)
        head += more
        if second.startswith(b"{"):
            return Given(name, Reading(None), _then_close(read_lines(_rest(head, file), name), file))
    data = b"".join(head)
    return Given(name, read(data + file.read(max(1, LARGEST + 1 - len(data))), name))


def _to_next(file: BinaryIO) -> tuple[bytes, list[bytes]]:
    """The next line with something on it, stripped, and all lines read on the way."""
    seen: list[bytes] = []
    while line := file.readline(LARGEST + 1):
        seen.append(line)
        bare = line.removeprefix(b"\xef\xbb\xbf").strip()
        if bare:
            return bare, seen
    return b"", seen


def _rest(head: list[bytes], file: BinaryIO) -> Iterable[bytes]:
    return chain(head, iter(lambda: file.readline(LARGEST + 1), b""))
