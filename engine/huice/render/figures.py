"""How amounts and facts are said: thousands apart, ranges in words."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from attrs import frozen

from huice.core.program import FactDecl
from huice.render.words import Words
from huice.values import Kind, Range, Value, money_text

__all__ = ["Figures", "grouped", "number_text", "rate_text"]


def grouped(decimal: str) -> str:
    """Decimal text with its thousands apart.

    >>> grouped("-1234567.50")
    '-1,234,567.50'
    """
    sign = "-" if decimal.startswith("-") else ""
    whole, dot, rest = decimal.removeprefix("-").partition(".")
    return f"{sign}{int(whole):,}{dot}{rest}"


def number_text(x: int | Fraction) -> str:
    """An exact number: decimal where it ends, else a fraction.

    >>> number_text(Fraction(5, 2)), number_text(Fraction(2, 3))
    ('2.5', '2/3')
    """
    if x.denominator == 1:
        return str(x.numerator)
    digits = _decimal_digits(x.denominator)
    if digits is None:
        return f"{x.numerator}/{x.denominator}"
    return money_text(x.numerator * 10**digits // x.denominator, digits)


def _decimal_digits(denominator: int) -> int | None:
    """How many decimals 1/denominator needs; None where it never ends."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    return max(twos, fives) if denominator == 1 else None


def rate_text(x: int | Fraction) -> str:
    """A rate as a percentage where that ends, else as a fraction.

    >>> rate_text(Fraction(3, 10)), rate_text(Fraction(2, 3))
    ('30%', '2/3')
    """
    text = number_text(Fraction(x) * 100)
    return number_text(x) if "/" in text else f"{text}%"


@frozen
class Figures:
    """The wording of amounts in one language and one currency."""

    words: Words
    currency: str
    digits: int

    def money(self, minor: int) -> str:
        """An amount of money in minor units: `500,000.00 yuan`."""
        unit = self.words.get(f"currency.{self.currency}", self.currency)
        return self.words["money"].format(amount=grouped(money_text(minor, self.digits)), unit=unit)

    def range(self, r: Range) -> str:
        """A range in words: a point, `0 to …`, `… to …`, `at least …`."""
        if r.minor_high is None:
            key = "range.unbounded" if r.minor_low == 0 else "range.at_least"
            return self.words[key].format(low=self.money(r.minor_low))
        if r.is_point:
            return self.money(r.minor_low)
        low = "0" if r.minor_low == 0 else grouped(money_text(r.minor_low, self.digits))
        return self.words["range.between"].format(low=low, high=self.money(r.minor_high))

    def headline(self, r: Range) -> str:
        """The total: what is certain and what is possible, said apart."""
        if r.is_point:
            return self.money(r.minor_low)
        certain = "certain" if r.minor_low else "nothing"
        bound = "unbounded" if r.minor_high is None else "bounded"
        high = "" if r.minor_high is None else self.money(r.minor_high)
        return self.words[f"headline.{certain}.{bound}"].format(low=self.money(r.minor_low), high=high)

    def value(self, decl: FactDecl | None, value: Value | None) -> str:
        """What a fact holds, for reading; `unknown` where it is missing."""
        if value is None:
            return self.words["value.unknown"]
        if isinstance(value, bool):
            return self.words["value.yes" if value else "value.no"]
        if isinstance(value, dt.date):
            return value.isoformat()
        if isinstance(value, str):
            return _option_label(decl, value)
        if decl is not None and decl.kind is Kind.MONEY:
            return self.money(int(value))
        if decl is not None and decl.kind is Kind.RATE:
            return rate_text(value)
        text = number_text(value)
        return text if "/" in text else grouped(text)


def _option_label(decl: FactDecl | None, name: str) -> str:
    for option in decl.options if decl is not None else ():
        if option.name == name:
            return option.label or name
    return name
