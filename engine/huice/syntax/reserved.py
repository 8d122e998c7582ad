"""Words with a say elsewhere: clauses that this version does not have, and words that cannot be names."""

from __future__ import annotations

import re
from functools import cache

from huice.source import Span
from huice.syntax.lexicon import lexicon
from huice.syntax.spot import Spot

__all__ = ["is_unusable", "reserved_words", "unusable_names"]


def reserved_words(spot: Spot) -> tuple[Span, str] | None:
    """The clause at an error that is part of the language but not of this version, and its place."""
    token, before = spot.token, spot.token.before
    if spot.clause == "SPLIT" and token.type in ("WHEN", "UNLESS") and not spot.new_line and not spot.complete:
        return Span(token.start_pos, token.end_pos), "split … when"
    if (
        spot.clause == "VALID"
        and token.type in ("FOR", "NAME")
        and re.compile(r"for\s+[0-9]+\s+(?:year|month)").match(spot.text, token.start_pos)
    ):
        return Span(token.start_pos, token.end_pos), "for … years"
    found = _reserved_at(spot.text, token.start_pos, spot.complete)
    if found is not None and token.type != "STRING":
        return found
    if before is not None and before.type == "NAME" and not spot.declared(before.value):
        found = _reserved_at(spot.text, before.start_pos, True)
        # Behind a word of its own (`by kind`), or as the whole phrase that broke (`sum of x`).
        if found is not None and (found[0].end == before.end_pos or found[0].end >= token.end_pos):
            return found
        if found is not None and not before.value.isascii() and token.type == "LPAR":
            return found
    return None


@cache
def _pattern() -> re.Pattern[str]:
    words = lexicon().reserved
    english = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words if w.isascii())
    chinese = "|".join(re.escape(w) for w in words if not w.isascii())
    return re.compile(rf"(?P<en>{english})\b|(?P<zh>{chinese})")


def _reserved_at(text: str, at: int, anywhere: bool) -> tuple[Span, str] | None:
    """The reserved words that stand at `at`; a Chinese one may run on into the next word only at a clause's start."""
    found = _pattern().match(text, at)
    if found is None:
        return None
    if found.lastgroup == "zh" and not anywhere and re.compile(r"\w").match(text, found.end()):
        return None
    return Span(*found.span()), " ".join(found.group().split())


#: What may begin a condition or a `given` item, and so is never read as a name there.
_TAKEN = ("NOT", "YES", "NO", "TODAY", "LARGER", "SMALLER", "AWARD", "DECIDED", "NO_RECORDS", "HISTORY", "NO_HISTORY")


@cache
def _unusable() -> frozenset[str]:
    return frozenset(w for w, terminals in lexicon().terminals.items() if set(terminals) & set(_TAKEN) and " " not in w)


def is_unusable(name: str) -> bool:
    """Whether a fact of that name could be declared but not used."""
    return name in _unusable()


def unusable_names() -> tuple[str, ...]:
    """The words that cannot be the name of a fact, a definition or an option, in order."""
    return tuple(sorted(_unusable()))
