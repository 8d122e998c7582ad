"""Open readings in words, each once."""

from __future__ import annotations

from collections.abc import Iterable

from huice.core.program import Assumption
from huice.messages import lookup

__all__ = ["assumption_text", "each_once"]


def assumption_text(assumption: Assumption, lang: str) -> str:
    """The drafter's words, or the engine's own reading in `lang`."""
    return lookup(assumption.code).words(lang).text if assumption.code else assumption.text


def each_once(assumptions: Iterable[Assumption], lang: str) -> dict[str, int]:
    """The texts in order of first appearance, numbered from 1."""
    numbered: dict[str, int] = {}
    for assumption in assumptions:
        numbered.setdefault(assumption_text(assumption, lang), len(numbered) + 1)
    return numbered
