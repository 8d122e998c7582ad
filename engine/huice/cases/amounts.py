"""Amounts as case files write them: `500000.00`, `50万元`, `0 to 500000`, `0..unbounded`."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from unicodedata import normalize

from huice.values import Range, money_text

__all__ = ["UNBOUNDED", "amount_like", "minor_units", "parse_amount", "parse_range", "range_like"]

#: How an open upper end is written; the first spelling is the one that is written back.
UNBOUNDED = ("unbounded", "∞", "不限")

_AMOUNT = re.compile(r"(-?)(\d+(?:_\d+)*|\d{1,3}(?:,\d{3})+)(\.\d+)?\s*(万亿|亿|千万|百万|万)?\s*(元)?")
_MAGNITUDE = {"": 1, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
#: No amount takes more characters than this.
_LONGEST = 60
_BETWEEN = re.compile(r"\s*(?:\.\.|\bto\b|至|到|[–—~])\s*")


def minor_units(value: int | Fraction, digits: int) -> int | None:
    """An amount in the currency's unit as minor units; None where it has more digits than the currency.

    >>> minor_units(Fraction(1, 2), 2), minor_units(Fraction(1, 1000), 2)
    (50, None)
    """
    scaled = Fraction(value) * 10**digits
    return scaled.numerator if scaled.denominator == 1 else None


def parse_amount(text: str, digits: int) -> int | None:
    """Minor units of an amount as written; None where it is no exact amount.

    >>> parse_amount("50万元", 2), parse_amount("0.005", 2), parse_amount("1e5", 2)
    (50000000, None, None)
    """
    found = _AMOUNT.fullmatch(normalize("NFKC", text).strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    sign, whole, decimals, magnitude, _unit = found.groups()
    value = Fraction(whole.replace("_", "").replace(",", "") + (decimals or "")) * _MAGNITUDE[magnitude or ""]
    return minor_units(-value if sign else value, digits)


def parse_range(text: str, digits: int) -> Range | None:
    """A point or a range as written; None where it is neither. The ends may stand in the wrong order.

    >>> str(parse_range("0..500000", 2)), parse_range("much", 2)
    ('0.00 – 500000.00', None)
    """
    parts = _BETWEEN.split(normalize("NFKC", text).strip())
    low = parse_amount(parts[0], digits)
    if low is None or len(parts) > 2:
        return None
    if len(parts) == 1:
        return Range(low, low, digits)
    if parts[1] in UNBOUNDED:
        return Range(low, None, digits)
    high = parse_amount(parts[1], digits)
    return None if high is None else Range(low, high, digits)


def amount_like(old: str, minor: int, digits: int) -> str:
    """`minor` written in the manner of `old`: with its 万 or 元, its decimals, its separators, where that is exact.

    >>> amount_like("50万元", 12345600, 2), amount_like("50万元", 12345678, 2), amount_like("7.00", 500, 2)
    ('12.3456万元', '123456.78', '5.00')
    """
    found = _AMOUNT.fullmatch(normalize("NFKC", old).strip())
    _sign, whole, decimals, magnitude, unit = found.groups() if found else ("", "", None, None, None)
    scale = _MAGNITUDE[magnitude or ""]
    if magnitude and minor:
        value = Decimal(money_text(minor, digits)) / scale
        shown = f"{value.normalize():f}"
        if len(shown.partition(".")[2]) <= 4:
            return f"{shown}{magnitude}{unit or ''}"
    plain = money_text(minor, digits)
    if not decimals or magnitude:
        plain = plain.removesuffix("." + "0" * digits)
    if "," in whole and not magnitude:
        head, point, rest = plain.partition(".")
        plain = f"{int(head):,}{point}{rest}"
    # 元 without 万 is kept: it is how this drafter writes money.
    return plain + (unit or "" if not magnitude else "")


def range_like(old: str, amount: Range) -> str:
    """A range as one text, in the manner of `old`.

    >>> range_like("500000.00", Range(0, None))
    '0.00 to unbounded'
    """
    first, *rest = _BETWEEN.split(old.strip())
    low = amount_like(first, amount.minor_low, amount.digits)
    if amount.is_point:
        return low
    between = _BETWEEN.search(old)
    joined = between.group() if between else " to "
    if amount.minor_high is None:
        return f"{low}{joined}{rest[0] if rest and rest[0] in UNBOUNDED else UNBOUNDED[0]}"
    return f"{low}{joined}{amount_like(rest[0] if rest else first, amount.minor_high, amount.digits)}"
