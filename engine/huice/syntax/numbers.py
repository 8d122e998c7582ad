"""What a number says: magnitudes, percent, fractions, Chinese numerals."""

from __future__ import annotations

import re
from fractions import Fraction

__all__ = ["MAGNITUDES", "number_value"]

MAGNITUDES = {"亿": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 1000, "百": 100}

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}


def _chinese(text: str) -> int:
    """A Chinese numeral below 10,000: 三十五 is 35."""
    total, digit = 0, 0
    for char in text:
        if char in _TENS:
            total += (digit or 1) * _TENS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def _plain(text: str) -> int | Fraction:
    """Digits with underscores, a decimal point, a magnitude; or a Chinese numeral."""
    if text[0] in _DIGITS or text[0] in _TENS:
        return _chinese(text)
    factor = 1
    match = re.match(r"[\d_.]+", text)
    digits = match.group() if match else "0"
    rest = text[len(digits) :]
    while rest:
        word = next(w for w in MAGNITUDES if rest.startswith(w))
        factor *= MAGNITUDES[word]
        rest = rest[len(word) :]
    value = Fraction(digits.replace("_", "").strip(".")) * factor
    return value.numerator if value.denominator == 1 else value


def number_value(text: str) -> tuple[int | Fraction, str]:
    """The exact value of a number as the lexer finds it, and its unit: `%`, `‰`, `/`, `元` or ``.

    >>> number_value("50万元"), number_value("30%")[0] == Fraction(3, 10)
    ((500000, '元'), True)
    """
    if "分之" in text:
        below, above = text.split("分之")
        return Fraction(_plain(above)) / (_chinese(below) or 1), "/" if below != "百" else "%"
    if text[-1] in "%‰":
        return Fraction(_plain(text[:-1].strip())) / (100 if text[-1] == "%" else 1000), text[-1]
    if "/" in text:
        above, below = text.split("/")
        return Fraction(int(above.replace("_", "")), int(below) or 1), "/"
    if text.endswith("元"):
        return _plain(text[:-1]), "元"
    return _plain(text), ""
