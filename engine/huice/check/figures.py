"""Numbers that are almost certainly a slip: a magnitude twice, 万 left out, a share far above the whole, a minus."""

from __future__ import annotations

import re

from huice.check.sink import Sink
from huice.check.types import Meanings
from huice.check.vocabulary import Vocabulary
from huice.check.walk import literals
from huice.syntax import tree as t
from huice.syntax.lexicon import fold
from huice.values import Kind

__all__ = ["check_figures"]

_SHARE = ("%", "‰", "/")
_TWICE = re.compile("(万万|亿亿|千千|百百|亿万)")


def check_figures(words: Vocabulary, meanings: Meanings, sink: Sink) -> None:
    """Every number of the file."""
    if _TWICE.search(fold(sink.parsed.source.text)):
        for literal in literals(sink.parsed.file.items):
            _check_magnitude(literal, sink)
    for rule in words.rules.values():
        quotes = " ".join(fold(c.value.value) for c in rule.clauses if isinstance(c, t.Quote))
        for clause in rule.clauses:
            if "万" in quotes and not isinstance(clause, t.Quote):
                for literal in literals(clause):
                    _check_quoted(literal, quotes, meanings, sink)
            _check_share(clause, sink)
            _check_sign(clause, sink)


def _check_magnitude(literal: t.NumberLit, sink: Sink) -> None:
    found = _TWICE.search(literal.text)
    if found is None:
        return
    one = max(found.group(), key="百千万亿".index) if "亿" in found.group() else found.group()[0]
    right = literal.text.replace(found.group(), one)
    sink.add("T318", literal.span, replace=right, text=literal.text, right=right)


def _check_quoted(literal: t.NumberLit, quotes: str, meanings: Meanings, sink: Sink) -> None:
    """`cap 50` where the quoted sentence speaks of 50 万元 and of no 50 元."""
    if meanings.literals.get(id(literal)) is not Kind.MONEY or not 0 < literal.value < 10_000:
        return
    digits = re.match(r"[0-9]+(?:\.[0-9]+)?", literal.text)
    if digits is None or "万" in literal.text or "亿" in literal.text:
        return
    number = rf"(?<![0-9.]){re.escape(digits.group())}\s*"
    if re.search(number + "万", quotes) and not re.search(number + "元", quotes):
        right = f"{digits.group()}万元"
        sink.add("T321", literal.span, level="warning", replace=right, text=literal.text, right=right)


def _check_sign(clause: t.Clause, sink: Sink) -> None:
    """`cap -50万元`: a figure that is written with a minus."""
    match clause:
        case t.Rate() | t.Interest():
            figure = clause.rate
        case t.AwardFlat() | t.Amount():
            figure = clause.amount
        case t.Cap() | t.Floor() | t.LimitTo():
            figure = clause.limit
        case _:
            return
    if isinstance(figure, t.Negate) and isinstance(figure.x, t.NumberLit):
        right = figure.x.text
        sink.add("T323", figure.span, replace=right, text=sink.said(figure.span), right=right)


def _check_share(clause: t.Clause, sink: Sink) -> None:
    """A yearly interest above the principal, or a subsidy of more than ten times its base."""
    match clause:
        case t.Interest(rate=t.NumberLit() as rate) if rate.unit in _SHARE and rate.value >= 1:
            whole = clause.principal
        case t.Rate(rate=t.NumberLit() as rate) if rate.unit in _SHARE and rate.value > 10:
            whole = clause.base
        case _:
            return
    sink.add("T317", rate.span, level="warning", text=rate.text, base=sink.said(whole.span))
