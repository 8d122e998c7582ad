"""From "unexpected token" to what the drafter did: each common mistake is recognised and named.

The rules are asked in turn, the surest first. The wording is in `huice.messages.syntax`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from huice.diagnostics import Diagnostic, Edit, Fix
from huice.source import Span
from huice.syntax.cuts import cut_run, first_piece
from huice.syntax.lexicon import lexicon
from huice.syntax.mistaken_shapes import broken_shape
from huice.syntax.reserved import reserved_words
from huice.syntax.samples import remedy
from huice.syntax.spot import Spot, expected

__all__ = ["cut_run", "diagnose"]

#: Longer words are no slips.
_LONGEST_WORD = 40


def diagnose(spot: Spot) -> Diagnostic:
    """The finding for a token that cannot stand where it stands."""
    for rule in _RULES:
        found = rule(spot)
        if found is not None:
            return found
    return _at(spot, "S101", found=_shown(spot), expected=expected(spot.accepts), example=remedy(spot.clause))


def _at(spot: Spot, code: str, span: Span | None = None, fix: Fix | None = None, **args: Any) -> Diagnostic:
    return Diagnostic.at(code, spot.source, span or spot.span, fix=fix, **args)


def _shown(spot: Spot) -> str:
    written = spot.text[spot.token.start_pos : spot.token.end_pos]
    return written if len(written) <= _LONGEST_WORD else written[:_LONGEST_WORD] + "…"


def _not_here_yet(spot: Spot) -> Diagnostic | None:
    """`plus 20% when new`: in the language, but not in this version."""
    found = reserved_words(spot)
    if found is None:
        return None
    span, word = found
    return _at(spot, "S114", span, found=word)


_OPERATORS = {"==": "=", "=>": ">=", "=<": "<=", "<>": "!=", "&&": "and", "||": "or"}


def _operator(spot: Spot) -> Diagnostic | None:
    """`a == b`: an operator of some programming language."""
    before = spot.token.before
    start = before.start_pos if before is not None and before.end_pos == spot.token.start_pos else spot.token.start_pos
    for at in (start, spot.token.start_pos):
        written = spot.text[at : at + 2]
        right = _OPERATORS.get(written)
        if right is not None:
            fix = Fix(right, (Edit(at, at + 2, right),))
            return _at(spot, "S113", Span(at, at + 2), fix, found=written, right=right, example=remedy("WHEN"))
    return None


def _unit_word(spot: Spot) -> Diagnostic | None:
    """`20家`: a unit behind a number."""
    token, number = spot.token, spot.token.before
    if number is None or number.type not in ("NUMBER", "YEAR_NUMBER") or spot.new_line:
        return None
    glued = number.end_pos == token.start_pos
    if token.type != "NAME" or not (glued or _reads_as_unit(spot)):
        return None
    unit = first_piece(token.value)
    end = token.start_pos + len(unit)
    rest = spot.text[end : end + 1]
    fix = Fix(number.value, (Edit(number.end_pos, end, " " if rest and not rest.isspace() else ""),))
    return _at(spot, "S104", Span(number.start_pos, end), fix, number=number.value, unit=unit)


_UNITS = frozenset(
    [*("day", "days", "month", "months", "year", "years", "times", "items"), *("yuan", "rmb", "people", "companies")]
)
_MEASURES = "家个项户人名次件台套吨亩天月年元块份批座"


def _reads_as_unit(spot: Spot) -> bool:
    word = spot.token.value
    return word.lower() in _UNITS or (word[0] in _MEASURES and len(first_piece(word)) <= 3)


def _glued(spot: Spot) -> Diagnostic | None:
    """`信息化投资额最高50万元`: words run together in Chinese."""
    token = spot.token
    if token.type != "NAME" or token.value.isascii() or spot.accepts == {"STRING"}:
        return None
    pieces = cut_run(token.value)
    if pieces is None and spot.complete and token.value[0] in lexicon().starts and len(token.value) > 2:
        pieces = [token.value[0], token.value[1:]]
    if pieces is None:
        return None
    right = " ".join(pieces)
    return _at(spot, "S106", fix=spot.fix(right), found=token.value, right=right)


def _unquoted(spot: Spot) -> Diagnostic | None:
    """`article 一（一）`: words for people without their quotation marks."""
    token, before = spot.token, spot.token.before
    titled = before is not None and before.type == "NAME" and not token.value.isascii() and not spot.new_line
    if token.type not in ("NAME", "NUMBER", "DATE") or not (
        spot.accepts == {"STRING"} or (titled and "STRING" in spot.accepts and spot.clause in _TITLED)
    ):
        return None
    line_end = re.compile(r"[\r\n#]|$").search(spot.text, token.start_pos)
    end = line_end.start() if line_end else token.end_pos
    words = spot.source.text[token.start_pos : end].rstrip()
    words = words if len(words) <= _LONGEST_WORD and '"' not in words else token.value[:_LONGEST_WORD]
    fix = Fix(f'"{words}"', (Edit(token.start_pos, token.start_pos + len(words), f'"{words}"'),))
    return _at(spot, "S122", Span(token.start_pos, token.start_pos + len(words)), fix, found=words)


_TITLED = ("POLICY", "RULE", "ENTITY")


def _said_twice(spot: Spot) -> Diagnostic | None:
    """`rule r "a" "b"`."""
    before = spot.token.before
    if spot.token.type != "STRING" or before is None or before.type != "STRING":
        return None
    what = {"en": "string", "zh": "引号中的文字"}
    return _at(spot, "S121", what=what, example=remedy(spot.clause))


def _wrong_place(spot: Spot) -> Diagnostic | None:
    """`when` in an entity, `fact` in a rule."""
    word = " ".join(spot.token.value.split())
    terminal = lexicon().starts.get(word)
    if terminal is None or not spot.complete or (spot.token.type != terminal and not spot.new_line):
        return None
    owner = _OWNERS.get(terminal, "RULE")
    spelling = lexicon().spelling
    here = {
        language: f"`{spelling[spot.block][language]}`" if spot.block else ("here" if language == "en" else "这里")
        for language in ("en", "zh")
    }
    belongs = {language: spelling[owner][language] for language in ("en", "zh")}
    return _at(spot, "S118", found=word, here=here, belongs=belongs)


_OWNERS = {"FACT": "ENTITY", "AS_OF": "EXAMPLE", "GIVEN": "EXAMPLE", "EXPECT": "EXAMPLE", "PAYER": "POLICY"}


def _open_parenthesis(spot: Spot) -> Diagnostic | None:
    """`when (a or b` and then the next clause."""
    if not spot.accepts & {"RPAR", "RSQB"} or spot.complete or not _begins_anew(spot):
        return None
    closing = ")" if "RPAR" in spot.accepts else "]"
    opening = {")": "(", "]": "["}[closing]
    depth, at = 0, spot.token.start_pos
    while at > 0:
        at -= 1
        if spot.text[at] == closing:
            depth += 1
        elif spot.text[at] == opening:
            if not depth:
                break
            depth -= 1
    end = spot.token.before.end_pos if spot.token.before else spot.token.start_pos
    fix = Fix(closing, (Edit(end, end, closing),))
    return _at(spot, "S124", Span(at, at + 1), fix, found=opening, right=closing)


def _begins_anew(spot: Spot) -> bool:
    """Whether the token begins another clause, or ends the text."""
    return spot.token.type == "$END" or spot.new_line or " ".join(spot.token.value.split()) in lexicon().starts


def _missing(spot: Spot) -> Diagnostic | None:
    """`cap` and then the next clause: what belongs between them is missing."""
    before = spot.token.before
    if before is None or spot.complete:
        return None
    only = _only_word(spot.accepts)
    if not _begins_anew(spot) and not (only and _close(spot) is None):
        return None
    after = " ".join(spot.text[before.start_pos : before.end_pos].split())[:_LONGEST_WORD]
    fix = None
    if only is not None:
        mark = not only[0].isalnum()
        fix = Fix(only, (Edit(before.end_pos, before.end_pos, only if mark else f" {only}"),))
    span = Span(before.start_pos, before.end_pos)
    return _at(spot, "S112", span, fix, after=after, expected=expected(spot.accepts), example=remedy(spot.clause))


def _only_word(accepts: frozenset[str]) -> str | None:
    """The one word or mark that can stand here, if it is one."""
    if len(accepts) != 1:
        return None
    by_language = lexicon().spelling.get(next(iter(accepts)))
    return next(iter(by_language.values())) if by_language else None


def _slip(spot: Spot) -> Diagnostic | None:
    """`cpa 500000`: a word with a slip in it."""
    if spot.token.type != "NAME":
        return None
    close = _close(spot)
    if close is None:
        return None
    terminal = lexicon().starts.get(close, spot.clause)
    return _at(spot, "S113", fix=spot.fix(close), found=spot.token.value, right=close, example=remedy(terminal))


def _close(spot: Spot) -> str | None:
    """The word that was probably meant."""
    word = spot.token.value
    if spot.token.type != "NAME" or len(word) > _LONGEST_WORD:
        return None
    candidates = [*_words(spot.accepts)]
    if word.isascii() and word.lower() in candidates:
        return word.lower()
    begun = next((x for x in candidates if x.startswith(f"{word} ")), None)
    if begun is not None:
        return begun
    near = [(_distance(word.lower(), x), x) for x in candidates]
    distance, candidate = min(near, default=(_LONGEST_WORD, ""), key=lambda pair: pair[0])
    return candidate if distance <= max(1, min(len(word), len(candidate)) // 3) else None


def _distance(a: str, b: str) -> int:
    """How many letters were changed, left out, added or swapped (optimal string alignment)."""
    if abs(len(a) - len(b)) > _LONGEST_WORD // 3:
        return _LONGEST_WORD
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a):
        row, before, last = [i + 1], row, before
        for j, y in enumerate(b):
            cost = min(row[j] + 1, before[j + 1] + 1, before[j] + (x != y))
            if i and j and x == b[j - 1] and a[i - 1] == y:
                cost = min(cost, last[j - 1] + 1)
            row.append(cost)
    return row[-1]


def _words(accepts: frozenset[str]) -> Iterator[str]:
    for word, terminals in lexicon().terminals.items():
        if accepts.intersection(terminals) and word[0].isalpha() and len(word) > 1:
            yield word


def _two_names(spot: Spot) -> Diagnostic | None:
    """`when service platform`: a name of two words."""
    token, before = spot.token, spot.token.before
    if token.type != "NAME" or before is None or before.type != "NAME" or spot.new_line:
        return None
    found = f"{before.value} {token.value}"
    if len(found) > _LONGEST_WORD:
        return None
    right = f"{before.value}_{token.value}" if found.isascii() else before.value + token.value
    span = Span(before.start_pos, token.end_pos)
    return _at(spot, "S123", span, Fix(right, (Edit(*span, right),)), found=found, right=right)


def _no_such_clause(spot: Spot) -> Diagnostic | None:
    """`grant 500000`: a word that begins no clause."""
    if spot.token.type != "NAME" or not spot.complete:
        return None
    return _at(spot, "S119", found=_shown(spot), example=remedy(spot.clause))


_RULES = (
    _operator,
    broken_shape,
    _not_here_yet,
    _said_twice,
    _unit_word,
    _open_parenthesis,
    _unquoted,
    _wrong_place,
    _slip,
    _missing,
    _glued,
    _two_names,
    _no_such_clause,
)
