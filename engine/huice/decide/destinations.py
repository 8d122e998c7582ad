"""Who pays the final award: largest remainder, to the last minor unit (semantics.md, section 7)."""

from __future__ import annotations

from collections.abc import Mapping

from huice.core import Split
from huice.decide.ranges import ZERO, Interval, add, meet, opposite
from huice.values import Exact

__all__ = ["held_to", "share_out", "shares"]


def share_out(amount: int, weights: tuple[int, ...]) -> tuple[int, ...]:
    """Whole minor units by weight; the units left over go to the largest remainders, earlier payers first.

    >>> share_out(101, (1, 1)), share_out(4, (1, 3, 3))
    ((51, 50), (0, 2, 2))
    """
    whole = sum(weights)
    parts = [amount * w // whole for w in weights]
    order = sorted(range(len(weights)), key=lambda i: -(amount * weights[i] % whole))
    for i in order[: amount - sum(parts)]:
        parts[i] += 1
    return tuple(parts)


def shares(amount: Interval, split: Split) -> dict[str, Interval]:
    """Each payer's range of one final award.

    Two payers' shares rise with the amount, so both ends are split; with three or more a share may fall while
    the amount rises, so a range gives each the bounds of its quota.
    """
    if len(split.payers) == 1:
        return {split.payers[0]: amount}
    low, high = amount.low, amount.high
    if low == 0 and high == 0:
        return dict.fromkeys(split.payers, ZERO)
    whole = sum(split.weights)
    lows: tuple[Exact, ...]
    highs: tuple[Exact | None, ...]
    if amount.is_point or len(split.payers) == 2:
        lows = share_out(int(low or 0), split.weights)
        highs = tuple(None for _ in split.weights) if high is None else share_out(int(high), split.weights)
    else:
        lows = tuple(int(low or 0) * w // whole for w in split.weights)
        highs = tuple(None if high is None else -(-int(high) * w // whole) for w in split.weights)
    return {
        payer: Interval(a, b, 0 if a == b else amount.open)
        for payer, a, b in zip(split.payers, lows, highs, strict=True)
    }


def held_to(total: Interval, parts: Mapping[str, Interval]) -> dict[str, Interval]:
    """Parts of a total: none can be less than the total minus the others at their most, nor more than the reverse."""
    if len(parts) == 1:
        return dict.fromkeys(parts, total)
    if total.is_point and all(part.is_point for part in parts.values()):
        return dict(parts)
    held = {}
    for payer, part in parts.items():
        others = add([p for name, p in parts.items() if name != payer])
        rest = add([total, opposite(others)])
        narrowed = meet(part, Interval(rest.low, rest.high, part.open))
        held[payer] = Interval(narrowed.low, narrowed.high, 0 if narrowed.is_point else part.open)
    return held
