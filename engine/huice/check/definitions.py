"""Definitions that no rule uses; the others are checked where they are used."""

from __future__ import annotations

from huice.check.sink import Sink
from huice.check.types import Meanings, Typer
from huice.check.vocabulary import Vocabulary

__all__ = ["check_definitions"]


def check_definitions(words: Vocabulary, meanings: Meanings, sink: Sink) -> None:
    """Each unused definition on its own, over every fact declared."""
    for name, definition in words.definitions.items():
        if name not in meanings.used:
            Typer(words, sink, meanings, None).type_of(definition.name)
