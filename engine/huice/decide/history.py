"""What earlier awards leave: `once` used up, and the rest of a running cap per key."""

from __future__ import annotations

from huice.decide.ranges import NO, YES, Interval, Truth, add
from huice.decide.scope import Unknowns
from huice.facts.model import Facts, HistoryEntry

__all__ = ["ANY_KEY", "Key", "entry_key", "entry_part", "prior", "used_up"]

#: A key is the tuple of what its parts say; a part that can be anything is `ANY_KEY`.
Key = tuple[object, ...]
ANY_KEY = object()
#: A part that neither facts nor history name; it stands for all such, and two awards under it may well differ.
FRESH = object()


def is_fresh(key: Key) -> bool:
    """Whether a key stands for any that nobody has named."""
    return FRESH in key


def used_up(facts: Facts, rule: str, unknowns: Unknowns) -> Truth:
    """Whether `once` is used up: any earlier award of the rule does, even one of amount 0."""
    if facts.history is None:
        return Truth(True, True, unknowns.bit("history"))
    return YES if any(entry.rule == rule for entry in facts.history) else NO


def prior(facts: Facts, rule: str, key: Key, parts: tuple[str, ...], unknowns: Unknowns) -> Interval:
    """What history shows as paid under the rule for a key, in minor units.

    An entry whose amount is missing counts as anything from 0; one whose key is missing counts in
    no key for certain and in each key possibly.
    """
    if facts.history is None:
        return Interval(0, None, unknowns.bit("history"))
    terms = []
    for entry in facts.history:
        if entry.rule != rule:
            continue
        amount = _amount(entry, unknowns)
        under = entry_key(entry, parts)
        if all(a == b for a, b in zip(under, key, strict=True)):
            terms.append(amount)
        elif all(a is ANY_KEY or a == b for a, b in zip(under, key, strict=True)):
            bit = amount.open | unknowns.bit(f"{entry.address}.key")
            terms.append(Interval(0, amount.high, 0 if amount.high == 0 else bit))
    return add(terms)


def _amount(entry: HistoryEntry, unknowns: Unknowns) -> Interval:
    if entry.amount is None:
        return Interval(0, None, unknowns.bit(f"{entry.address}.amount"))
    return Interval(entry.amount, entry.amount)


def entry_key(entry: HistoryEntry, parts: tuple[str, ...]) -> Key:
    """The key that an entry counts under: as stated, else the year of its date where a part is a year."""
    return tuple(entry_part(entry, part, len(parts)) for part in parts)


def entry_part(entry: HistoryEntry, part: str, count: int) -> object:
    """One part of an entry's key (`year` or `value`) of `count`; `ANY_KEY` where the entry does not say.

    A stated key that begins with a year (`"2023"`, `"2023-Q1"`) says the year, else the entry's date does.
    """
    if part == "year":
        if entry.key is not None and entry.key[:4].isdecimal():
            return int(entry.key[:4])
        return ANY_KEY if entry.date is None else entry.date.year
    return ANY_KEY if entry.key is None or count > 1 else entry.key
