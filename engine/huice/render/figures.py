"""How amounts and facts are said: thousands apart, ranges in words."""

from __future__ import annotations

from attrs import frozen

from huice.core.program import FactDecl
from huice.facts.show import show
from huice.render.words import Words
from huice.values import Kind, Range, Value, money_text

__all__ = ["Figures", "grouped"]


def grouped(decimal: str) -> str:
    """Decimal text with its thousands apart.

    >>> grouped("-1234567.50")
    '-1,234,567.50'
    """
    sign = "-" if decimal.startswith("-") else ""
    whole, dot, rest = decimal.removeprefix("-").partition(".")
    return f"{sign}{int(whole):,}{dot}{rest}"


@frozen
class Figures:
    """The wording of amounts in one language and one currency."""

    words: Words
    lang: str
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
        if decl is None:
            return str(value)
        if decl.kind is Kind.MONEY:
            return self.money(int(value))  # type: ignore[arg-type]
        return show(decl, value, self.digits, self.lang)
