"""Numbers as written, read exactly or refused with the reason.

Money never passes through binary floating point: what a file says is kept as its own
characters (`Numeral`) until it is known what it should mean.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from attrs import frozen

from huice.values import Exact

__all__ = ["LONGEST", "Exactly", "Numeral", "Refusal", "decimal_text", "exact", "plain_number", "too_long"]

#: Digits beyond which a number is taken for a mistake, not a quantity.
LONGEST = 30
_BOUND = 10**LONGEST

_PLAIN = re.compile(r"(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?", re.ASCII)
# Compiled when first needed: only for findings.
_EXPONENT = r"[+-]?[0-9]+(?:\.[0-9]*)?[eE][+-]?[0-9]+"
_NOT_FINITE = r"(?i:[+-]?\.?(?:nan|snan|inf|infinity))"
_DIGITS = r"[+-]?[0-9]+(?:\.[0-9]+)?"
_SPOKEN = (
    r"[^0-9.+-]*([+-]?[0-9][0-9,_ ]*(?:\.[0-9]+)?)(?:e\+?([0-9]{1,2}))?\s*"
    r"(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?[^0-9.]*"
)
_MAGNITUDE = {
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}


@frozen
class Numeral:
    """A number in a file that is no plain integer, kept in the characters it was written in."""

    text: str


class Exactly(NamedTuple):
    """An exact number and how many decimals it was written with."""

    value: Exact
    places: int


class Refusal(NamedTuple):
    """Why a value is no number (a code of the family F) and the number that was probably meant."""

    code: str
    meant: str | None = None


def exact(raw: object) -> Exactly | Refusal:
    """Any Python or file value as an exact number, or why it is none.

    Integers, `Decimal`, `Fraction`, `Numeral` and plain decimal strings are read; binary floating
    point, exponents, NaN and infinities are refused, and so is anything else. Never raises.
    """
    kind = type(raw)
    if issubclass(kind, bool):
        return Refusal("F302")
    if issubclass(kind, int):
        return _integer(int.__index__(raw))  # type: ignore[arg-type]
    if issubclass(kind, Numeral):
        return _written(raw.text)  # type: ignore[attr-defined]
    if issubclass(kind, str):
        return _written(str.__str__(raw))
    if issubclass(kind, Decimal):
        return _written(Decimal.__str__(raw))
    if kind is Fraction:
        return _fraction(raw)  # type: ignore[arg-type]
    if issubclass(kind, float):
        return Refusal("F301", _float_text(float(raw)))  # type: ignore[arg-type]
    return _foreign(raw)


def _integer(value: int) -> Exactly | Refusal:
    return Refusal("F306") if too_long(value) else Exactly(value, 0)


def _fraction(value: Fraction) -> Exactly | Refusal:
    if too_long(value.numerator) or too_long(value.denominator):
        return Refusal("F306")
    if value.denominator == 1:
        return Exactly(value.numerator, 0)
    text = decimal_text(value)
    return Exactly(value, len(text.partition(".")[2]) if text else LONGEST)


def _foreign(raw: object) -> Exactly | Refusal:
    # Integers of numerical libraries are no `int`, but say exactly which integer they are.
    if not hasattr(type(raw), "__index__"):
        return Refusal("F302")
    try:
        return _integer(int(raw.__index__()))  # type: ignore[attr-defined]
    except Exception:
        return Refusal("F302")


def _written(text: str) -> Exactly | Refusal:
    if len(text) > 4 * LONGEST:
        return Refusal("F306" if re.fullmatch(_DIGITS, text) else "F302")
    if match := _PLAIN.fullmatch(text):
        sign, whole, decimals = match[1], match[2], match[3] or ""
        if len(whole) + len(decimals) > LONGEST:
            return Refusal("F306")
        count = int(sign + whole + decimals)
        value = Fraction(count, 10 ** len(decimals)) if decimals else count
        return Exactly(value.numerator if value.denominator == 1 else value, len(decimals))
    if re.fullmatch(_EXPONENT, text):
        return Refusal("F303", plain_number(text))
    if re.fullmatch(_NOT_FINITE, text):
        return Refusal("F304")
    return Refusal("F302", plain_number(text))


def too_long(value: object) -> bool:
    """Whether an integer has more digits than any quantity has."""
    return isinstance(value, int) and not -_BOUND < int.__index__(value) < _BOUND


def decimal_text(value: Exact) -> str | None:
    """An exact number as plain decimal text, or None if its decimals never end.

    >>> decimal_text(Fraction(3, 8)), decimal_text(-20), decimal_text(Fraction(1, 3))
    ('0.375', '-20', None)
    """
    if isinstance(value, int):
        return str(value)
    rest, places = value.denominator, 0
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return None
    places = max(twos, fives)
    if places == 0:
        return str(value.numerator)
    scaled = abs(value.numerator) * 10**places // value.denominator
    whole, decimals = divmod(scaled, 10**places)
    return f"{'-' if value < 0 else ''}{whole}.{decimals:0{places}d}"


def plain_number(text: str) -> str | None:
    """What a number written for people is in plain digits, if that can be told.

    >>> plain_number("50万元"), plain_number("１,０００.50"), plain_number("1e6"), plain_number("many")
    ('500000', '1000.50', '1000000', None)
    """
    if len(text) > 2 * LONGEST:
        return None
    match = re.fullmatch(_SPOKEN, unicodedata.normalize("NFKC", text).strip(), re.ASCII | re.IGNORECASE)
    if match is None:
        return None
    digits = re.sub(r"[,_ +]", "", match[1])
    factor = 10 ** int(match[2] or 0) * _MAGNITUDE.get(match[3] or "", 1)
    if factor == 1:
        sign, rest = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
        return sign + (rest.lstrip("0") if rest.lstrip("0")[:1].isdigit() else "0" + rest.lstrip("0"))
    return decimal_text(Fraction(digits) * factor)


def _float_text(value: float) -> str | None:
    text = f"{Decimal(repr(value)):f}" if abs(value) < 10.0**20 else ""
    return text if text and len(text) <= LONGEST else None
