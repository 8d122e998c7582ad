"""Foreign containers as plain ones, without trusting them.

Facts arrive as whatever a Python program holds: a subclass that raises, a key that is
no text, a list inside itself. Only one level is ever looked at, so circles do no harm.
"""

from __future__ import annotations

from collections.abc import Mapping

from huice.facts.findings import Findings, shown

__all__ = ["items_of", "mapping_of", "text_of"]


def text_of(raw: object) -> str | None:
    """The text, if `raw` is text (as an exact `str`)."""
    # The type is asked, not the object: an object may lie about its class, or raise when asked.
    return str.__str__(raw) if issubclass(type(raw), str) else None


def items_of(raw: object) -> tuple[object, ...] | None:
    """The entries, if `raw` is a list or tuple that can be read."""
    if not issubclass(type(raw), list | tuple):
        return None
    try:
        return tuple(raw)  # type: ignore[arg-type]
    except Exception:
        return None


def mapping_of(raw: object, address: str | None, out: Findings) -> dict[str, object] | None:
    """The items of an object by key; None if `raw` is no mapping (the caller says what it should be).

    Keys that are no text are findings (F209) and left out.
    """
    kind = type(raw)
    if not issubclass(kind, dict) and not issubclass(kind, Mapping):
        return None
    try:
        pairs = list(dict(raw).items())  # type: ignore[call-overload]
    except Exception:
        return None
    made: dict[str, object] = {}
    for key, value in pairs:
        name = text_of(key)
        if name is None:
            out.add("F209", address, found=shown(key))
        else:
            made[name] = value
    return made
