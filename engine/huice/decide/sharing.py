"""Awards of one rule that share something: `once`, and running caps (semantics.md, section 6).

At points the i-th award of a key gets `min(a_i, max(0, R - sum of the uncapped earlier ones))`. The ranges
below bound that soundly; running the low ends on lows and the high ends on highs would not. One pass over
the awards, with running sums per key.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

from attrs import define, frozen

from huice.decide.history import Key, is_fresh
from huice.decide.ranges import ZERO, Interval, Truth, add, conjunction, hull, minimum, negate, paid
from huice.values import Exact

__all__ = ["Capped", "First", "Keyed", "apply_once", "apply_running_cap"]


@define(eq=False)
class First:
    """Whether an award is still free to be the one, and whether it is the one."""

    free: Truth
    applies: Truth


def apply_once(claims: Sequence[tuple[Truth, Interval]], used: Truth) -> tuple[list[First], Interval]:
    """The first award that applies gets it, unless history has used it up.

    Returns what becomes of each award, and the range of the rule.
    """
    if len(claims) == 1:
        ((applies, amount),) = claims
        only = First(negate(used), conjunction((applies, negate(used))))
        return [only], paid(only.applies, amount)
    firsts: list[First] = []
    free = unused = negate(used)
    for applies, _ in claims:
        firsts.append(First(free, conjunction((applies, free))))
        free = conjunction((free, negate(applies)))
    winners = [amount for (_, amount), first in zip(claims, firsts, strict=True) if first.applies.yes]
    if not winners:
        return firsts, ZERO
    best = reduce(hull, winners)
    some = negate(conjunction([negate(applies) for applies, _ in claims]))
    certain = conjunction((some, unused))
    open_ = reduce(lambda bits, first: bits | first.applies.open, firsts, 0)
    if certain.no:
        return firsts, hull(best, ZERO, certain.open | open_)
    return firsts, Interval(best.low, best.high, 0 if best.is_point else best.open | open_)


@frozen
class Keyed:
    """An award going into a running cap.

    `keys` are the keys it may have (named in facts or history, and where its key is unknown one
    fresh key that stands for all others). `many` says that it stands for any number of records.
    """

    amount: Interval
    keys: tuple[Key, ...]
    key_open: int = 0
    many: bool = False

    @property
    def certain(self) -> bool:
        """Whether it counts under one key that others may share for certain."""
        return len(self.keys) == 1 and not self.many and not is_fresh(self.keys[0])


@define(eq=False)
class Capped:
    """What a running cap leaves of each award, what was available to it, and of the rule as a whole."""

    awards: list[Interval]
    available: list[Interval]
    total: Interval


@define(eq=False)
class _Account:
    """One key: what is left of it, and what awards so far may and must have claimed."""

    rest: Interval
    fresh: bool
    most: Exact | None = 0
    least: Exact = 0
    lone_low: Exact = 0
    apart: Exact | None = 0
    open: int = 0

    def left(self) -> Interval:
        """What is left when the awards so far have had theirs."""
        low = 0 if self.most is None else max(0, (self.rest.low or 0) - self.most)
        high = None if self.rest.high is None else max(0, self.rest.high - self.least)
        return Interval(low, high, 0 if low == high else self.rest.open | self.open)

    def claim(self, award: Keyed) -> None:
        """Count an award that has this key, or may have it."""
        amount = award.amount
        self.most = None if self.most is None or amount.high is None else self.most + amount.high
        self.open |= amount.open | award.key_open
        if award.certain:
            self.least += amount.low or 0
        if len(award.keys) == 1:
            self.lone_low += amount.low or 0
        if self.fresh:
            alone = None if award.many else _lesser(self.rest.high, amount.high)
            self.apart = None if self.apart is None or alone is None else self.apart + alone

    def low(self, more: Exact = 0) -> Exact:
        """The least that is paid under this key, with `more` claimed for certain."""
        return min(self.rest.low or 0, self.lone_low + more)

    def high(self, less: Exact = 0) -> Exact | None:
        """The most that can be paid under this key, without `less` of the claims.

        Awards under a fresh key may each have one of their own.
        """
        if self.fresh:
            return None if self.apart is None else self.apart - (_lesser(self.rest.high, less) or 0)
        return _lesser(self.rest.high, None if self.most is None else self.most - less)


def _lesser(a: Exact | None, b: Exact | None) -> Exact | None:
    return b if a is None else a if b is None else min(a, b)


def apply_running_cap(
    awards: Sequence[Keyed], total: Interval, left: Callable[[Key], Interval], *, once: bool = False
) -> Capped:
    """Hold awards to what is left per key; `total` is the range of their sum before this cap.

    `once` says that at most one of them is paid.
    """
    accounts: dict[Key, _Account] = {}
    capped: list[Interval] = []
    available: list[Interval] = []
    for award in awards:
        mine = []
        for key in award.keys:
            account = accounts.get(key)
            if account is None:
                account = accounts[key] = _Account(left(key), is_fresh(key))
            mine.append(account)
        choices = [account.left() for account in mine]
        rest = reduce(lambda a, b: hull(a, b, award.key_open), choices)
        available.append(rest)
        if award.many:
            capped.append(_many(award, choices, mine))
        else:
            held = [minimum((award.amount, r)) for r in choices]
            capped.append(reduce(lambda a, b: hull(a, b, award.key_open), held))
        for account in mine:
            account.claim(award)
    return Capped(capped, available, _total(awards, total, accounts, _together(capped, once)))


def _many(award: Keyed, choices: list[Interval], accounts: list[_Account]) -> Interval:
    """Any number of records: all that is left of all their keys, if those can be counted."""
    if award.amount.high == 0:
        return award.amount
    together = add(choices)
    high = None if any(a.fresh for a in accounts) else _lesser(together.high, award.amount.high)
    return Interval(0, high, 0 if high == 0 else award.amount.open | award.key_open | together.open)


def _together(capped: list[Interval], once: bool) -> Interval:
    """The sum of the awards as far as their own ranges tell."""
    summed = add(capped)
    if not once:
        return summed
    highs = [a.high for a in capped if a.high is not None]
    high = max(highs) if len(highs) == len(capped) else None
    return Interval(summed.low, high, 0 if summed.low == high else summed.open)


def _total(awards: Sequence[Keyed], total: Interval, accounts: dict[Key, _Account], own: Interval) -> Interval:
    """The sum over keys of `min(R, S)`; where all awards count under one key simply the lesser of two.

    Awards whose key is not known count, one at a time, under the worst and the best of their keys: sound for
    each of them, exact when only one is in doubt.
    """
    only = next(iter(accounts.values())) if len(accounts) == 1 else None
    if only is not None and not only.fresh and not any(a.key_open for a in awards):
        return minimum((total, only.rest))
    doubtful = [a for a in awards if len(a.keys) > 1 and not a.many]
    low = max(own.low or 0, _least(doubtful, accounts))
    high = _lesser(_lesser(own.high, total.high), _most(doubtful, accounts))
    open_ = own.open
    for account in accounts.values():
        open_ |= account.open | account.rest.open
    return Interval(low, high, 0 if low == high else open_)


def _least(doubtful: list[Keyed], accounts: dict[Key, _Account]) -> Exact:
    """Claims that certainly fall under a key, and the best that any one doubtful award adds at its worst."""
    certain = sum((account.low() for account in accounts.values()), 0)
    more: Exact = 0
    for award in doubtful:
        amount = award.amount.low or 0
        if amount:
            more = max(more, min(accounts[k].low(amount) - accounts[k].low() for k in award.keys))
    return certain + more


def _most(doubtful: list[Keyed], accounts: dict[Key, _Account]) -> Exact | None:
    """Every claim under every key it may have, except that one doubtful award counts only once."""
    every: Exact = 0
    for account in accounts.values():
        high = account.high()
        if high is None:
            return None
        every += high
    spared: Exact = 0
    for award in doubtful:
        amount = award.amount.high
        if amount is None:
            continue
        drops = [(accounts[k].high() or 0) - (accounts[k].high(amount) or 0) for k in award.keys]
        spared = max(spared, sum(drops) - max(drops))
    return every - spared
