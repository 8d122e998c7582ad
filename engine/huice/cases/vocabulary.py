"""The names that expectations may use, read off a Program once."""

from __future__ import annotations

from attrs import frozen

from huice.cases.model import TOTAL
from huice.core.program import Program
from huice.decide.decision import Status

__all__ = ["STATUSES", "Vocabulary", "nearest"]

STATUSES = tuple(s.value for s in Status)


@frozen
class Vocabulary:
    """Rules and payers of one policy, and the digits of its currency's minor unit."""

    targets: tuple[str, ...]
    payers: tuple[str, ...]
    digits: int

    @classmethod
    def of(cls, program: Program) -> Vocabulary:
        """The vocabulary of `program`."""
        declared = [p.name for p in program.policy.payers]
        used = [name for rule in program.rules for name in rule.split.payers]
        payers = tuple(dict.fromkeys((*declared, *used)))
        return cls((TOTAL, *(r.name for r in program.rules)), payers, program.policy.digits)


def nearest(name: str, known: tuple[str, ...], limit: int = 5) -> str:
    """The known names, those most like `name` first, as the remedy of a message shows them."""
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=limit, cutoff=0.5)
    return ", ".join(f"`{n}`" for n in (close or known[:limit]))
