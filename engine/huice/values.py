"""Exact values: what a fact can be, and the ranges that decisions speak in.

No binary floating point anywhere: money is an integer count of minor units (fen),
everything else an `int`, a `Fraction`, a `date`, a `bool` or a `str`.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from attrs import frozen

__all__ = ["CURRENCY_DIGITS", "Exact", "Kind", "Range", "Value", "money_text", "round_half_up"]

Exact = int | Fraction
"""An exact number. Integers stay `int`: that is the common case and the fast one."""

Value = int | Fraction | bool | str | dt.date
"""What a known fact holds; money is an `int` in minor units."""

#: Digits of the minor unit by ISO 4217 code; a currency not listed has two.
CURRENCY_DIGITS = {"JPY": 0, "KRW": 0, "VND": 0, "KWD": 3, "BHD": 3, "TND": 3}


class Kind(Enum):
    """The types of the language (language.md, "Values")."""

    MONEY = "money"
    RATE = "rate"
    COUNT = "count"
    NUMBER = "number"
    FLAG = "flag"
    DATE = "date"
    CHOICE = "choice"
    TEXT = "text"


def round_half_up(x: Exact) -> int:
    """Nearest integer, halves away from zero (semantics.md, section 5).

    >>> round_half_up(Fraction(5, 2)), round_half_up(Fraction(-5, 2))
    (3, -3)
    """
    if isinstance(x, int):
        return x
    n, d = x.numerator, x.denominator
    return (2 * n + d) // (2 * d) if n >= 0 else -((-2 * n + d) // (2 * d))


def money_text(minor: int, digits: int = 2) -> str:
    """Minor units as decimal text, exactly.

    >>> money_text(123456), money_text(-5), money_text(7, 0)
    ('1234.56', '-0.05', '7')
    """
    if digits == 0:
        return str(minor)
    sign = "-" if minor < 0 else ""
    whole, rest = divmod(abs(minor), 10**digits)
    return f"{sign}{whole}.{rest:0{digits}d}"


@frozen
class Range:
    """An amount of money: what is certain (`low`) and what is possible (`high`).

    `minor_low` and `minor_high` count minor units; a `minor_high` of None is unbounded.
    """

    minor_low: int
    minor_high: int | None
    digits: int = 2

    @property
    def low(self) -> Decimal:
        """The certain amount, in the currency's unit (yuan)."""
        return Decimal(money_text(self.minor_low, self.digits))

    @property
    def high(self) -> Decimal | None:
        """The possible amount, in the currency's unit; None where nothing bounds it."""
        return None if self.minor_high is None else Decimal(money_text(self.minor_high, self.digits))

    @property
    def is_point(self) -> bool:
        """Whether nothing is left open."""
        return self.minor_low == self.minor_high

    def to_dict(self) -> dict[str, str | None]:
        """`{"low": "500000.00", "high": null}` (interfaces.md)."""
        high = None if self.minor_high is None else money_text(self.minor_high, self.digits)
        return {"low": money_text(self.minor_low, self.digits), "high": high}

    def __str__(self) -> str:
        low = money_text(self.minor_low, self.digits)
        if self.is_point:
            return low
        return f"{low} – {'∞' if self.minor_high is None else money_text(self.minor_high, self.digits)}"
