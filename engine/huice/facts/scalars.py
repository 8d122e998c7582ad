"""One value of one fact: from what a file or a program says to the typed value, or findings."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from fractions import Fraction

from huice.core.program import FactDecl
from huice.facts.findings import Findings, Said, hint, shown
from huice.facts.numbers import LONGEST, Exactly, Refusal, decimal_text, exact, too_long
from huice.facts.plain import text_of
from huice.facts.show import show
from huice.values import Exact, Kind, Value, money_text

__all__ = ["named", "read_count", "read_date", "read_value"]

_EXAMPLES = {Kind.MONEY: '"1200000.00"', Kind.COUNT: "25", Kind.NUMBER: '"0.75"', Kind.RATE: '"35%"'}
_KINDS: dict[Kind, dict[str, str]] = {
    Kind.MONEY: {"en": "an amount of money", "zh": "金额"},
    Kind.COUNT: {"en": "a count", "zh": "个数"},
    Kind.NUMBER: {"en": "a number", "zh": "数"},
    Kind.RATE: {"en": "a rate", "zh": "比率"},
}
_PERCENT = re.compile(r"(-?)((?:0|[1-9][0-9]*)(?:\.[0-9]+)?)([%‰])", re.ASCII)
_RATIO = re.compile(r"(-?)([0-9]+)/([0-9]+)", re.ASCII)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_LOOSE_DATE = r"\s*([0-9]{4})\s*[-/.年]?\s*([0-9]{1,2})\s*[-/.月]?\s*([0-9]{1,2})\s*日?\s*"


def read_value(decl: FactDecl, raw: object, address: str, digits: int, out: Findings) -> Value | None:
    """The typed value of a fact that is stated (`raw` is not None); None after a finding.

    Money comes out as an `int` in minor units of a currency with `digits` decimals, rates as `Fraction`,
    other numbers as `int` where they are whole. Declared bounds are checked here.
    """
    value = _READERS[decl.kind](decl, raw, address, digits, out)
    if value is None or not _within(decl, value, address, digits, out):
        return None
    return value


def named(decl: FactDecl) -> Said:
    """A fact as messages name it: its name, and its title where it has one."""
    if decl.label is None or decl.label == decl.name:
        return decl.name
    return {"en": f"{decl.name} ({decl.label})", "zh": f"{decl.name}（{decl.label}）"}


def _number(decl: FactDecl, raw: object, address: str, out: Findings) -> Exactly | None:
    read = exact(raw)
    if isinstance(read, Exactly):
        return read
    example = _EXAMPLES[decl.kind] if read.meant is None else f'"{read.meant}"'
    if read.code == "F301" and read.meant is not None and decl.kind is not Kind.RATE:
        example = f"{example}, Decimal({example})"
    out.add(
        read.code,
        address,
        fix=None if read.meant is None else f'"{read.meant}"',
        fact=named(decl),
        kind=_KINDS[decl.kind],
        found=shown(raw),
        example=example,
        limit=LONGEST,
    )
    return None


def _money(decl: FactDecl, raw: object, address: str, digits: int, out: Findings) -> int | None:
    read = _number(decl, raw, address, out)
    if read is None:
        return None
    minor = read.value * 10**digits
    if read.places > digits or (isinstance(minor, Fraction) and minor.denominator != 1):
        whole = isinstance(minor, int) or minor.denominator == 1
        example = f'"{money_text(int(minor) if whole else 1_200_000 * 10**digits, digits)}"'
        out.add("F305", address, fact=named(decl), found=shown(raw), digits=digits, example=example)
        return None
    return int(minor)


def _count(decl: FactDecl, raw: object, address: str, digits: int, out: Findings) -> int | None:
    read = _number(decl, raw, address, out)
    if read is None:
        return None
    if not isinstance(read.value, int):
        low = read.value.__floor__()
        out.add("F307", address, fact=named(decl), found=shown(raw), low=low, high=low + 1)
        return None
    return read.value


def read_count(raw: object, address: str, out: Findings) -> int | None:
    """A whole number that is no declared fact, such as an index or a year; None after a finding."""
    return _count(FactDecl("", address.rpartition(".")[2], Kind.COUNT), raw, address, 0, out)


def _plain(decl: FactDecl, raw: object, address: str, digits: int, out: Findings) -> Exact | None:
    read = _number(decl, raw, address, out)
    return None if read is None else read.value


def _rate(decl: FactDecl, raw: object, address: str, digits: int, out: Findings) -> Fraction | None:
    if type(raw) is Fraction and not too_long(raw.numerator) and not too_long(raw.denominator):
        return raw
    text = text_of(raw)
    if text is None:
        _refuse_bare_rate(decl, raw, address, out)
        return None
    value = _rate_text(text)
    if value is None or (value > 1 and isinstance(exact(text), Exactly)):  # "35" may be 35% or 35 times
        _refuse_rate_text(decl, text, value, address, out)
        return None
    return value


def _rate_text(text: str) -> Fraction | None:
    if len(text) > 2 * LONGEST:
        return None
    if match := _PERCENT.fullmatch(text):
        return Fraction(match[1] + match[2]) / (100 if match[3] == "%" else 1000)
    if match := _RATIO.fullmatch(text):
        return Fraction(int(match[1] + match[2]), int(match[3])) if int(match[3]) else None
    read = exact(text)
    return Fraction(read.value) if isinstance(read, Exactly) else None


def _refuse_bare_rate(decl: FactDecl, raw: object, address: str, out: Findings) -> None:
    read = exact(raw)
    if isinstance(read, Refusal):
        _number(decl, raw, address, out)
        return
    parts = read.value if read.value > 1 else read.value * 100
    meant = decimal_text(parts)
    example = f'"{meant}%"' if meant is not None else '"2/3"'
    out.add("F308", address, fix=example, fact=named(decl), found=shown(raw), example=example)


def _refuse_rate_text(decl: FactDecl, text: str, value: Fraction | None, address: str, out: Findings) -> None:
    if value is not None:
        fixed, times = f'"{text}%"', f'"{decimal_text(value * 100)}%"'
        out.add("F310", address, fact=named(decl), found=shown(text), example=fixed, times=times)
        return
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    ok = plain != text and _rate_text(plain) is not None
    example = f'"{plain}"' if ok else _EXAMPLES[Kind.RATE]
    out.add("F309", address, fix=example if ok else None, fact=named(decl), found=shown(text), example=example)


def _flag(decl: FactDecl, raw: object, address: str, digits: int, out: Findings) -> bool | None:
    if raw is True or raw is False:
        return raw
    meant = None
    text = text_of(raw)
    if text is not None:
        word = text.strip().lower()
        meant = "true" if word in ("yes", "true", "是", "y", "有", "1") else None
        meant = "false" if word in ("no", "false", "否", "n", "无", "0") else meant
    out.add("F311", address, fix=meant, fact=named(decl), found=shown(raw), example=meant or "true")
    return None


def _date(decl: FactDecl, raw: object, address: str, digits: int, out: Findings) -> dt.date | None:
    return read_date(raw, address, out, named(decl))


def read_date(raw: object, address: str, out: Findings, name: Said | None = None) -> dt.date | None:
    """A date: ISO 8601 text (`2023-08-01`) or a `datetime.date`; None after a finding."""
    fact = name or address.rpartition(".")[2]
    kind = type(raw)
    if kind is dt.date:
        return raw  # type: ignore[return-value]
    if issubclass(kind, dt.datetime):
        day = dt.date.isoformat(raw)  # type: ignore[arg-type]
        out.add("F314", address, fix=f'"{day}"', fact=fact, found=shown(raw), example=f'"{day}"')
        return None
    text = text_of(raw) or ""
    if _ISO.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            out.add("F313", address, fact=fact, found=text)
            return None
    meant = _meant_date(text)
    example = f'"{meant}"' if meant else '"2023-08-01"'
    out.add("F312", address, fix=example if meant else None, fact=fact, found=shown(raw), example=example)
    return None


def _meant_date(text: str) -> str | None:
    match = re.fullmatch(_LOOSE_DATE, unicodedata.normalize("NFKC", text[:40]), re.ASCII)
    if match is None:
        return None
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return None


def _choice(decl: FactDecl, raw: object, address: str, digits: int, out: Findings) -> str | None:
    labels = {o.label: o.name for o in decl.options if o.label}
    names = [o.name for o in decl.options]
    text = text_of(raw) or ""
    if text in names:
        return text
    if text in labels:
        return labels[text]
    help_, meant = hint(text, names, labels)
    fix = None if meant is None else f'"{meant}"'
    out.add("F315", address, fix=fix, fact=named(decl), found=shown(raw), hint=help_)
    return None


def _text(decl: FactDecl, raw: object, address: str, digits: int, out: Findings) -> str | None:
    text = text_of(raw)
    if text is None:
        out.add("F316", address, fact=named(decl), found=shown(raw))
        return None
    if any("\ud800" <= c <= "\udfff" for c in text):
        out.add("F318", address, fact=named(decl))
        return None
    return text


_READERS: dict[Kind, Callable[[FactDecl, object, str, int, Findings], Value | None]] = {
    Kind.MONEY: _money,
    Kind.COUNT: _count,
    Kind.NUMBER: _plain,
    Kind.RATE: _rate,
    Kind.FLAG: _flag,
    Kind.DATE: _date,
    Kind.CHOICE: _choice,
    Kind.TEXT: _text,
}


def _within(decl: FactDecl, value: Value, address: str, digits: int, out: Findings) -> bool:
    """Whether a number lies within its declared bounds."""
    low, high = decl.low, decl.high
    if decl.kind not in _KINDS or not isinstance(value, int | Fraction):
        return True
    if (low is None or value >= low) and (high is None or value <= high):
        return True
    stated = show(decl, value, digits)
    if low == 0 and value < 0:
        example = show(decl, -value, digits)
        out.add("F317", address, fact=named(decl), kind=_KINDS[decl.kind], found=stated, example=example)
        return False
    bounds = {lang: _bounds(decl, digits, lang) for lang in ("en", "zh")}
    out.add("F319", address, fact=named(decl), found=stated, bounds=bounds)
    return False


def _bounds(decl: FactDecl, digits: int, lang: str) -> str:
    low = None if decl.low is None else show(decl, decl.low, digits, lang)
    high = None if decl.high is None else show(decl, decl.high, digits, lang)
    if low is not None and high is not None:
        return f"between {low} and {high}" if lang == "en" else f"在 {low} 至 {high} 之间"
    if high is None:
        return f"at least {low}" if lang == "en" else f"不小于 {low}"
    return f"at most {high}" if lang == "en" else f"不大于 {high}"
