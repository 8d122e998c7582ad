"""Strings, dates, numbers and characters that are broken in themselves."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from huice.diagnostics import Diagnostic, Edit, Fix
from huice.source import Span
from huice.syntax.lexer import MAX_DEPTH, MAX_DIGITS
from huice.syntax.spot import Spot

__all__ = ["broken_shape"]

Hint = dict[str, str]


def broken_shape(spot: Spot) -> Diagnostic | None:
    """The finding for a token that is wrong wherever it stands."""
    token, source, span = spot.token, spot.source, spot.span
    match token.type:
        case "OPEN_STRING":
            return _open_string(spot)
        case "BAD_CHARACTER":
            shown, hint = _character(token.value)
            return Diagnostic.at("S103", source, span, found=shown, hint=hint)
        case "BAD_DATE":
            return _date(spot, token.value, span)
        case "BAD_COMMA":
            return _thousands(spot, token.value, span)
        case "TOO_DEEP":
            return Diagnostic.at("S108", source, span, most=MAX_DEPTH)
        case "BAD_NUMBER":
            return Diagnostic.at("S115", source, span, found=token.value[:40], hint=_number_hint(token.value))
        case "NUMBER" | "YEAR_NUMBER":
            return _half_date(spot) or _thousands_in_list(spot)
    return None


def _open_string(spot: Spot) -> Diagnostic:
    token = spot.token
    said = token.value.rstrip()
    text = said[1:].rstrip("”“＂」』")
    closed = f'"{text}"'
    fix = Fix(closed, (Edit(token.start_pos, token.start_pos + len(said), closed),))
    return Diagnostic.at("S102", spot.source, Span(token.start_pos, token.start_pos + len(said)), fix=fix)


_CHARACTERS: dict[str, Hint] = {
    "'‘’「」『』”": {
        "en": 'Words for people stand between double quotation marks: `"in a park"`.',
        "zh": '给人看的文字写在双引号之间：`"属于园区"`。',
    },
    "。;.": {
        "en": "Nothing marks the end of a clause; leave it out. A decimal begins with a digit: `0.5`.",
        "zh": "子句末尾不用标点，请删去。小数以数字开头：`0.5`。",
    },
    "$¥￥€£": {
        "en": "Write amounts without a sign: `500000` or `50万元`.",
        "zh": "金额不写货币符号：`500000` 或 `50万元`。",
    },
    "%‰": {"en": "Write the number directly before it: `30%`.", "zh": "前面要紧跟数字：`30%`。"},
    "&|!^~": {
        "en": "Write it in words: `and`, `or`, `not`; unequal is `!=`.",
        "zh": "请用文字：`且`、`或`、`非`；不等于写 `!=`。",
    },
    "{}": {"en": "Blocks need no braces; leave it out.", "zh": "段落不用花括号，请删去。"},
    "《》〈〉": {
        "en": 'The title of a document stands between quotation marks: `refer to "《…》"`.',
        "zh": '文件名称写在引号里：`依照 "《…》"`。',
    },
    "—–": {"en": "A minus sign is `-`.", "zh": "减号写作 `-`。"},
    "@\\?`…·": {
        "en": "Leave it out, or put it between quotation marks.",
        "zh": "请删去，或写在引号里。",
    },
}
_ELSE: Hint = {"en": "Leave it out, or put it between quotation marks.", "zh": "请删去，或写在引号里。"}


def _character(char: str) -> tuple[str, Hint]:
    """How to show a character, and what to do about it."""
    printable = char.isprintable() and not unicodedata.combining(char)
    shown = f"`{char}`" if printable else f"U+{ord(char):04X}"
    return shown, next((hint for chars, hint in _CHARACTERS.items() if char in chars), _ELSE)


def _number_hint(text: str) -> Hint:
    if sum(c.isdecimal() for c in text) > MAX_DIGITS:
        return {"en": f"A number has at most {MAX_DIGITS} digits.", "zh": f"数字最多 {MAX_DIGITS} 位。"}
    return {
        "en": "Write a fraction such as `2/3` or `三分之二`, not over zero.",
        "zh": "分数写作 `2/3` 或“三分之二”，分母不能为零。",
    }


def _date(spot: Spot, written: str, span: Span) -> Diagnostic:
    right = _reordered(written)
    fix = Fix(right, (Edit(*span, right),)) if right else None
    hint = _right_date(right) if right else _date_hint(written)
    return Diagnostic.at("S105", spot.source, span, fix=fix, found=written, hint=hint)


def _right_date(right: str) -> Hint:
    return {"en": f"Write year-month-day: `{right}`.", "zh": f"按“年-月-日”书写：`{right}`。"}


def _reordered(text: str) -> str | None:
    """The date that was probably meant, in the right form."""
    parts = [int(p) for p in re.findall(r"[0-9]+", text)]
    if len(parts) == 3:
        for year, month, day in (parts, parts[::-1], (parts[2], parts[0], parts[1])):
            if year >= 1000:
                try:
                    return dt.date(year, month, day).isoformat()
                except ValueError:
                    continue
    return None


def _date_hint(text: str) -> Hint:
    """Why a date in the right form does not exist."""
    numbers = [int(p) for p in re.findall(r"[0-9]+", text)]
    if len(numbers) == 3 and numbers[0] >= 1 and 1 <= numbers[1] <= 12:
        year, month = numbers[0], numbers[1]
        last = 31 if month == 12 else (dt.date(year, month + 1, 1) - dt.timedelta(1)).day
        right = f"{year:04}-{month:02}-{last:02}"
        return {
            "en": f"That month has {last} days: the last is `{right}`.",
            "zh": f"该月只有 {last} 天，最后一天是 `{right}`。",
        }
    return {
        "en": "Write a day of the calendar as year-month-day: `2023-12-31`.",
        "zh": "请写日历上的一天，按“年-月-日”书写：`2023-12-31`。",
    }


_HALF_DATE = re.compile(
    r"[0-9]{8}(?![0-9])|[0-9]{4}(?:[-/.][0-9]{1,2}(?![0-9])|年(?:[0-9]{1,2}月)?)(?!\w)|[0-9]{4}(?!\w)"
)


def _half_date(spot: Spot) -> Diagnostic | None:
    """`until 2023-12`: a month or a year where a day must stand."""
    if "DATE" not in spot.accepts or "NUMBER" in spot.accepts:
        return None
    found = _HALF_DATE.match(spot.text, spot.token.start_pos)
    if found is None:
        return None
    written, span = found.group(), Span(*found.span())
    if len(written) == 8 and written.isdecimal():
        return _date(spot, f"{written[:4]}-{written[4:6]}-{written[6:]}", span)
    return Diagnostic.at("S105", spot.source, span, found=written, hint=_date_hint(""))


def _thousands(spot: Spot, written: str, span: Span) -> Diagnostic:
    right = written.replace(",", "")
    fix = Fix(right, (Edit(*span, right),))
    return Diagnostic.at("S107", spot.source, span, fix=fix, found=written, right=right)


def _thousands_in_list(spot: Spot) -> Diagnostic | None:
    """`project (investment 2,000,000)`: inside parentheses a comma parts items."""
    comma = spot.token.before
    number = comma.before if comma is not None else None
    if comma is None or number is None or comma.type != "COMMA" or number.type != "NUMBER":
        return None
    found = re.compile(r"[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])").match(spot.text, number.start_pos)
    if found is None or found.end() < spot.token.end_pos:
        return None
    return _thousands(spot, found.group(), Span(*found.span()))
