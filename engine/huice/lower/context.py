"""What lowering carries along: the vocabulary, the meanings, and the money unit."""

from __future__ import annotations

from attrs import define, field

from huice.check.types import Meanings
from huice.check.vocabulary import Vocabulary
from huice.core import FactDecl

__all__ = ["Context"]


@define(eq=False)
class Context:
    """One file being lowered.

    `unit` is how many minor units make one of the currency's unit (100 for yuan and fen);
    `open_facts` collects, by entity, the figures that clauses leave to the authority.
    """

    words: Vocabulary
    meanings: Meanings
    unit: int
    spelling: str
    open_facts: dict[str, list[FactDecl]] = field(factory=dict)
