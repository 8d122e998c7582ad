"""JSON into plain values, numbers exactly as written.

The standard library's scanner does the work; only when it stumbles is the text read
again, slowly, by `json_fault` to say in the drafter's words what is wrong and where.
"""

from __future__ import annotations

import json
import re

from huice.diagnostics import Diagnostic
from huice.facts.document import DEEPEST, Reading, decode, depth_fault
from huice.facts.numbers import LONGEST, Numeral
from huice.source import Source

__all__ = ["read_json"]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)


class _RepeatedError(Exception):
    """A key stands twice in one object."""


def read_json(data: str | bytes, name: str = "<facts>") -> Reading:
    """Read one JSON document (RFC 8259).

    Integers become `int`, every other number a `Numeral`. Findings, never exceptions: F101–F105 and F110
    for the document as a whole, F120–F134 for its syntax.
    """
    text = decode(data, name)
    if isinstance(text, Diagnostic):
        return Reading(None, (text,))
    if not text.strip():
        return Reading(None, (Diagnostic(code="F110", file=name),))
    deep = _too_deep(text)
    if deep is not None:
        return Reading(None, (depth_fault(Source(text, name), deep),))
    try:
        return Reading(_decoder.decode(text))
    except (ValueError, RecursionError, _RepeatedError):
        from huice.facts.json_fault import faults

        return Reading(None, faults(Source(text, name)))


def _whole(digits: str) -> int | Numeral:
    # Longer digits are kept as written: turning them into a number is itself costly, and they are refused anyway.
    return int(digits) if len(digits) <= LONGEST + 2 else Numeral(digits)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _RepeatedError
    return made


_decoder = json.JSONDecoder(parse_float=Numeral, parse_int=_whole, parse_constant=Numeral, object_pairs_hook=_object)


def _too_deep(text: str) -> int | None:
    """Where nesting first passes the limit."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return None
    depth = 0
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in "[{":
            depth += 1
            if depth > DEEPEST:
                return token.start()
        elif mark in "]}":
            depth -= 1
    return None
