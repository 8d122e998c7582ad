"""Where a run of Chinese words falls apart."""

from __future__ import annotations

import re

from huice.syntax.lexicon import lexicon

__all__ = ["cut_run", "first_piece"]

#: No drafter's word is longer; what is gets no suggestion.
_LONGEST = 200
_NUMBER = re.compile(r"[0-9][0-9.]*(?:%|‰|亿元?|万元?|元)?")


def cut_run(run: str, names: frozenset[str] = frozenset()) -> list[str] | None:
    """Where a glued Chinese run would fall apart: at keywords of two characters or more, numbers, known names.

    None if nothing in it can be told apart.
    """
    if len(run) > _LONGEST:
        return None
    words = lexicon()
    pieces: list[str] = []
    at, start = 0, 0
    while at < len(run):
        number = _NUMBER.match(run, at)
        if number and pieces:
            found = number.group()
        else:
            lengths = range(min(len(run) - at, words.longest), 1, -1)
            found = next((run[at : at + n] for n in lengths if run[at : at + n] in words.terminals), "")
            name = max((n for n in names if run.startswith(n, at)), key=len, default="")
            found = max(found, name, key=len)
        if found:
            if start < at:
                pieces.append(run[start:at])
            pieces.append(found)
            at += len(found)
            start = at
        else:
            at += 1
    if start < len(run):
        pieces.append(run[start:])
    return pieces if len(pieces) > 1 else None


def first_piece(run: str) -> str:
    """The part of a run before the first keyword of two characters or more in it."""
    run = run[:_LONGEST]
    words = lexicon()
    for at in range(1, len(run)):
        if any(run[at : at + n] in words.terminals for n in range(2, min(len(run) - at, words.longest) + 1)):
            return run[:at]
    return run
