"""What a number says: magnitudes, percent, fractions, Chinese numerals."""

from __future__ import annotations

import re
from fractions import Fraction

__all__ = ["MAGNITUDES", "is_number", "number_value"]

MAGNITUDES = {"亿": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 1000, "百": 100}

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000, "万": 10000}
_NUMERAL = re.compile(
    "零|(?=.)(?:[一二两三四五六七八九]?千)?(?:零?[一二两三四五六七八九]?百)?(?:零?[一二两三四五六七八九]?十)?"
    "(?:零?[一二两三四五六七八九])?"
)


def _chinese(text: str) -> int:
    """A Chinese numeral up to 10,000: 三十五 is 35."""
    total, digit = 0, 0
    for char in text:
        if char in _TENS:
            total += (digit or 1) * _TENS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def _is_chinese(text: str) -> bool:
    return bool(_NUMERAL.fullmatch(text))


def _plain(text: str) -> int | Fraction:
    """Digits with underscores, a decimal point, a magnitude; or a Chinese numeral."""
    if text.isdecimal():
        return int(text)
    if text[0] in _DIGITS or text[0] in _TENS:
        return _chinese(text)
    match = re.match(r"[0-9_.]+", text)
    digits = match.group() if match else "0"
    rest = text[len(digits) :].strip()
    factor = 1
    while rest:
        word = next(w for w in MAGNITUDES if rest.startswith(w))
        factor *= MAGNITUDES[word]
        rest = rest[len(word) :]
    digits = digits.replace("_", "")
    if "." not in digits:
        return int(digits) * factor
    value = Fraction(digits) * factor
    return value.numerator if value.denominator == 1 else value


def number_value(text: str) -> tuple[int | Fraction, str]:
    """The exact value of a number as the lexer finds it, and its unit: `%`, `‰`, `/`, `元` or ``.

    >>> number_value("50万元"), number_value("30%")[0] == Fraction(3, 10)
    ((500000, '元'), True)
    """
    if text.isdecimal():
        return int(text), ""
    if text[-1] in "%‰":
        return Fraction(_plain(text[:-1].strip())) / (100 if text[-1] == "%" else 1000), text[-1]
    if "分之" in text:
        below, above = text.split("分之")
        unit = {"百": "%", "千": "‰"}.get(below, "/")
        return Fraction(_plain(above)) / _chinese(below), unit
    if "/" in text:
        above, below = text.split("/")
        return Fraction(int(above.replace("_", "")), int(below.replace("_", ""))), "/"
    if text.endswith("元"):
        return _plain(text[:-1].strip()), "元"
    return _plain(text), ""


def is_number(text: str) -> bool:
    """Whether a number in the right shape has a value: not over zero, its numerals in order."""
    if "分之" in text:
        below, above = text.split("分之")
        spoken = above[0] in _DIGITS or above[0] in _TENS
        return (below == "万" or (_is_chinese(below) and below != "零")) and (not spoken or _is_chinese(above))
    return "/" not in text or bool(text.split("/")[1].strip("0_"))
