"""Small helpers for text that goes to a screen or a file."""

from __future__ import annotations

import unicodedata

from huice.source import display_width

__all__ = ["bullet", "indent", "pad", "printable"]

#: Categories that could steer a terminal or hide text: control, format, surrogate, private use.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co"})


def printable(text: str, keep: str = "\n") -> str:
    """`text` with every character that would not show replaced, so that a file cannot steer the terminal."""
    if text.isprintable():
        return text
    return "".join(c if c in keep or unicodedata.category(c) not in _UNSAFE else "\ufffd" for c in text)


def pad(text: str, width: int) -> str:
    """`text` filled with spaces to `width` columns; wide characters count as two."""
    return text + " " * max(0, width - display_width(text))


def indent(text: str, by: int) -> str:
    """Every line of `text` moved right by `by` columns; empty lines stay empty."""
    space = " " * by
    return "\n".join(space + line if line else line for line in text.split("\n"))


def bullet(text: str) -> str:
    """A list item; its further lines stand under its first word."""
    first, *rest = text.split("\n")
    return "\n".join([f"- {first}", *(f"  {line}" if line else line for line in rest)])
