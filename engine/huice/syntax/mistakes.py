"""From "unexpected token" to what the drafter did: each common mistake is recognised and named.

Reads the token at fault, the ones before it and what the parser would have accepted. The wording is
in `huice.messages.syntax`.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterator

from huice.diagnostics import Diagnostic, Edit, Fix
from huice.source import Source, Span
from huice.syntax.lexer import MAX_DEPTH, Token
from huice.syntax.lexicon import lexicon

__all__ = ["cut_run", "diagnose"]


def diagnose(source: Source, token: Token, accepts: frozenset[str]) -> Diagnostic:
    """The finding for a token that cannot stand where it stands."""
    for rule in (_broken_shape, _unit_word, _at_end, _glued, _misspelt, _missing_value):
        found = rule(source, token, accepts)
        if found is not None:
            return found
    return Diagnostic.at("S101", source, _span(token), found=token.value, expected=_expected(accepts))


def _span(token: Token) -> Span:
    return Span(token.start_pos, max(token.end_pos, token.start_pos + 1))


def _fix(token: Token, text: str) -> Fix:
    return Fix(text, (Edit(token.start_pos, token.end_pos, text),))


def _broken_shape(source: Source, token: Token, accepts: frozenset[str]) -> Diagnostic | None:
    span = _span(token)
    match token.type:
        case "OPEN_STRING":
            return Diagnostic.at("S102", source, span, fix=_fix(token, token.value.rstrip() + '"'))
        case "BAD_CHARACTER":
            return Diagnostic.at("S103", source, span, found=token.value)
        case "BAD_DATE":
            right = _reordered(token.value)
            fix = _fix(token, right) if right else None
            return Diagnostic.at("S105", source, span, fix=fix, found=token.value, right=right or "2023-12-31")
        case "BAD_COMMA":
            right = token.value.replace(",", "")
            return Diagnostic.at("S107", source, span, fix=_fix(token, right), found=token.value, right=right)
        case "TOO_DEEP":
            return Diagnostic.at("S108", source, span, most=MAX_DEPTH)
        case "BAD_NUMBER":
            return Diagnostic.at("S115", source, span, found=token.value[:40])
    return None


def _reordered(text: str) -> str | None:
    """The date that was probably meant, in the right form."""
    parts = [int(p) for p in re.findall(r"\d+", text)]
    if len(parts) == 3:
        for year, month, day in (parts, parts[::-1], (parts[2], parts[0], parts[1])):
            if year >= 1000:
                try:
                    return dt.date(year, month, day).isoformat()
                except ValueError:
                    continue
    return None


def _unit_word(source: Source, token: Token, accepts: frozenset[str]) -> Diagnostic | None:
    """`20家`: a unit glued to a number."""
    number = token.before
    if number is None or number.type != "NUMBER" or number.end_pos != token.start_pos or token.type != "NAME":
        return None
    unit = _first_cut(token.value)
    return Diagnostic.at(
        "S104",
        source,
        Span(number.start_pos, token.start_pos + len(unit)),
        fix=Fix(number.value, (Edit(token.start_pos, token.start_pos + len(unit), " "),)),
        number=number.value,
        unit=unit,
    )


def _first_cut(word: str) -> str:
    """The part of a run before the first keyword in it."""
    words = lexicon().terminals
    for at in range(1, len(word)):
        if any(word[at : at + n] in words for n in range(2, len(word) - at + 1)):
            return word[:at]
    return word


def _at_end(source: Source, token: Token, accepts: frozenset[str]) -> Diagnostic | None:
    if token.type == "$END":
        return Diagnostic.at("S111", source, _span(token), expected=_expected(accepts))
    return None


def _glued(source: Source, token: Token, accepts: frozenset[str]) -> Diagnostic | None:
    """`信息化投资额最高50万元`: words run together in Chinese."""
    if token.type != "NAME" or token.value.isascii():
        return None
    pieces = cut_run(token.value)
    if pieces is None:
        return None
    right = " ".join(pieces)
    return Diagnostic.at("S106", source, _span(token), fix=_fix(token, right), found=token.value, right=right)


def cut_run(run: str, names: frozenset[str] = frozenset()) -> list[str] | None:
    """Where a glued Chinese run would fall apart: at keywords of two characters or more, numbers, known names.

    None if nothing in it can be told apart.
    """
    words = lexicon()
    pieces: list[str] = []
    rest, start = 0, 0
    while rest < len(run):
        number = re.match(r"\d[\d.]*(?:%|‰|亿元?|万元?|元)?", run[rest:]) if run[rest].isdigit() else None
        if number and pieces:
            found = number.group()
        else:
            lengths = range(min(len(run) - rest, words.longest), 1, -1)
            found = next((run[rest : rest + n] for n in lengths if run[rest : rest + n] in words.terminals), "")
            name = max((n for n in names if run.startswith(n, rest)), key=len, default="")
            found = max(found, name, key=len)
        if found:
            if start < rest:
                pieces.append(run[start:rest])
            pieces.append(found)
            rest += len(found)
            start = rest
        else:
            rest += 1
    if start < len(run):
        pieces.append(run[start:])
    return pieces if len(pieces) > 1 else None


def _misspelt(source: Source, token: Token, accepts: frozenset[str]) -> Diagnostic | None:
    """`cpa 500000`: a clause word with a slip in it."""
    if token.type != "NAME":
        return None
    close = difflib.get_close_matches(token.value, list(_words(accepts)), n=1, cutoff=0.6)
    if not close:
        return None
    return Diagnostic.at("S113", source, _span(token), fix=_fix(token, close[0]), found=token.value, right=close[0])


def _missing_value(source: Source, token: Token, accepts: frozenset[str]) -> Diagnostic | None:
    """`cap` and then the next clause: what belongs between them is missing."""
    before = token.before
    if before is None or "NAME" not in accepts or token.type == "NAME":
        return None
    words = lexicon()
    starts_something = token.value in words.clauses or token.value in words.blocks
    if not starts_something:
        return None
    return Diagnostic.at("S112", source, _span(before), after=before.value, expected=_expected(accepts))


def _words(accepts: frozenset[str]) -> Iterator[str]:
    for word, terminals in lexicon().terminals.items():
        if accepts.intersection(terminals) and word[0].isalpha():
            yield word


_KINDS = {
    "NAME": {"en": "a name", "zh": "名称"},
    "NUMBER": {"en": "a number", "zh": "数字"},
    "STRING": {"en": 'words in "quotation marks"', "zh": "引号中的文字"},
    "DATE": {"en": "a date such as 2023-12-31", "zh": "日期(如 2023-12-31)"},
}


def _expected(accepts: frozenset[str]) -> dict[str, str]:
    """What could have stood here, in both languages: values first, then a few words."""
    said: dict[str, str] = {}
    spelling = lexicon().spelling
    for language, join in (("en", ", "), ("zh", "、")):
        kinds = [_KINDS[k][language] for k in _KINDS if k in accepts]
        terminals = [x for x in spelling if x in accepts and language in spelling[x]]
        marks = [f"`{spelling[x][language]}`" for x in terminals]
        listed = kinds + (marks if len(marks) <= 8 - len(kinds) else marks[: max(0, 6 - len(kinds))] + ["…"])
        said[language] = join.join(listed) or ("nothing more" if language == "en" else "到此为止")
    return said
