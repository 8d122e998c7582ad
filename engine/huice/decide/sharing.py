"""Awards of one rule that share something: `once`, and running caps (semantics.md, section 6).

At points the i-th award of a key gets `min(a_i, max(0, R - sum of the uncapped earlier ones))`. The ranges
below bound that soundly; running the low ends on lows and the high ends on highs would not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

from attrs import define, frozen

from huice.decide.history import Key
from huice.decide.ranges import ZERO, Interval, Truth, add, conjunction, hull, minimum, negate
from huice.values import Exact

__all__ = ["Capped", "Keyed", "apply_once", "apply_running_cap"]


@frozen
class Keyed:
    """An award going into a running cap.

    `keys` are the keys it may have (named in facts or history, and where its key is unknown one
    fresh key that stands for all others).
    """

    amount: Interval
    keys: tuple[Key, ...]
    key_open: int = 0


@define(eq=False)
class Capped:
    """What a running cap leaves of each award, what was available to it, and of the rule as a whole."""

    awards: list[Interval]
    available: list[Interval]
    total: Interval


def apply_once(claims: Sequence[tuple[Truth, Interval]], used: Truth) -> tuple[list[Truth], Interval]:
    """The first award that applies gets it, unless history has used it up.

    Returns whether each applies after that, and the range of the rule.
    """
    free = negate(used)
    firsts: list[Truth] = []
    before: list[Truth] = []
    for applies, _ in claims:
        firsts.append(conjunction((applies, free, *before)))
        before.append(negate(applies))
    some = negate(conjunction(before))
    winners = [amount for (_, amount), first in zip(claims, firsts, strict=True) if first.yes]
    if not winners:
        return firsts, ZERO
    best = reduce(hull, winners)
    certain = conjunction((some, free))
    open_ = reduce(lambda bits, first: bits | first.open, firsts, 0)
    if certain.no:
        return firsts, hull(best, ZERO, certain.open | open_)
    return firsts, Interval(best.low, best.high, 0 if best.is_point else best.open | open_)


def apply_running_cap(
    awards: Sequence[Keyed],
    total: Interval,
    left: Callable[[Key], Interval],
) -> Capped:
    """Hold awards to what is left per key; `total` is the range of their sum before this cap."""
    rests = {key: left(key) for award in awards for key in award.keys}
    capped: list[Interval] = []
    available: list[Interval] = []
    for i, award in enumerate(awards):
        choices = [_left_for(awards[:i], key, rests[key]) for key in award.keys]
        rest = reduce(lambda a, b: hull(a, b, award.key_open), choices)
        available.append(rest)
        capped.append(reduce(lambda a, b: hull(a, b, award.key_open), [minimum((award.amount, r)) for r in choices]))
    return Capped(capped, available, _total(awards, total, rests))


def _total(awards: Sequence[Keyed], total: Interval, rests: dict[Key, Interval]) -> Interval:
    """The sum after the cap; where all awards count under one key it is simply the lesser of two."""
    if len(rests) == 1 and not any(a.key_open for a in awards):
        return minimum((total, next(iter(rests.values()))))
    summed = _sum(awards, rests)
    ends = [end for end in (total.high, summed.high) if end is not None]
    high = min(ends) if ends else None
    return Interval(summed.low, high, 0 if summed.low == high else summed.open)


def _left_for(earlier: Sequence[Keyed], key: Key, rest: Interval) -> Interval:
    """What is left of a key when the earlier awards have had theirs."""
    most, least, open_ = _may(earlier, key), _must(earlier, key), rest.open
    low = _monus(rest.low, most)
    high = None if rest.high is None else _monus(rest.high, least)
    for award in earlier:
        if key in award.keys:
            open_ |= award.amount.open | award.key_open
    return Interval(low, high, 0 if low == high else open_)


def _may(awards: Sequence[Keyed], key: Key) -> Exact | None:
    """The most that awards can take from a key (None: no bound)."""
    total: Exact = 0
    for award in awards:
        if key in award.keys:
            if award.amount.high is None:
                return None
            total += award.amount.high
    return total


def _must(awards: Sequence[Keyed], key: Key) -> Exact:
    """The least that awards certainly claim from a key."""
    return sum((a.amount.low or 0 for a in awards if a.keys == (key,)), 0)


def _monus(a: Exact | None, b: Exact | None) -> Exact:
    return 0 if b is None else max(0, (a or 0) - b)


def _sum(awards: Sequence[Keyed], rests: dict[Key, Interval]) -> Interval:
    """The sum over keys of `min(R, S)`.

    Awards whose key is not known count, one at a time, under the worst and the best of their keys: sound for
    each of them, exact when only one is in doubt.
    """
    doubtful = [i for i, a in enumerate(awards) if len(a.keys) > 1]
    low = _low_sum(awards, rests, None, None)
    highs: list[Exact | None] = [add([a.amount for a in awards]).high]
    if not doubtful:
        highs.append(_high_sum(awards, rests, None, None))
    for i in doubtful:
        low = max(low, min(_low_sum(awards, rests, i, key) for key in awards[i].keys))
        under = [_high_sum(awards, rests, i, key) for key in awards[i].keys]
        highs.append(None if None in under else max(x for x in under if x is not None))
    bounded = [h for h in highs if h is not None]
    high = min(bounded) if bounded else None
    open_ = 0
    for award in awards:
        open_ |= award.amount.open | award.key_open
    for rest in rests.values():
        open_ |= rest.open
    return Interval(low, high, 0 if low == high else open_)


def _low_sum(awards: Sequence[Keyed], rests: dict[Key, Interval], chosen: int | None, under: Key | None) -> Exact:
    total: Exact = 0
    for key, rest in rests.items():
        claimed = _must(awards, key)
        if chosen is not None and key == under:
            claimed += awards[chosen].amount.low or 0
        total += min(rest.low or 0, claimed)
    return total


def _high_sum(
    awards: Sequence[Keyed], rests: dict[Key, Interval], chosen: int | None, under: Key | None
) -> Exact | None:
    total: Exact = 0
    for key, rest in rests.items():
        others = [a for i, a in enumerate(awards) if i != chosen or key == under]
        claimed = _may(others, key)
        ends = [end for end in (rest.high, claimed) if end is not None]
        if not ends:
            return None
        total += min(ends)
    return total

