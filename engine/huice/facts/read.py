"""A file of facts, in whichever format it is written, as plain values.

The three formats give the same values, so that everything behind this door is alike.
"""

from __future__ import annotations

from os.path import splitext
from typing import Literal

from huice.facts.document import Reading
from huice.facts.read_json import read_json
from huice.facts.read_lines import Line, read_lines

__all__ = ["Format", "Line", "Reading", "format_of", "read", "read_json", "read_lines"]

Format = Literal["json", "yaml", "jsonl"]

_SUFFIXES: dict[str, Format] = {
    ".json": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}


def format_of(name: str) -> Format | None:
    """The format that a file's name promises, or None if it promises none."""
    return _SUFFIXES.get(splitext(name)[1].lower())


def read(data: str | bytes, name: str = "<facts>", form: Literal["json", "yaml"] | None = None) -> Reading:
    """Read one document; without `form`, by the name's suffix, else by the first character.

    Returns findings instead of raising. `jsonl` is a stream: see `read_lines`.
    """
    if form is None:
        promised = format_of(name)
        form = "yaml" if promised == "yaml" or (promised is None and not _looks_like_json(data)) else "json"
    if form == "json":
        return read_json(data, name)
    from huice.facts.read_yaml import read_yaml

    return read_yaml(data, name)


def _looks_like_json(data: str | bytes) -> bool:
    if isinstance(data, bytes):
        return data[:200].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")
    return data[:200].lstrip("\ufeff \t\r\n")[:1] in ("{", "[")
