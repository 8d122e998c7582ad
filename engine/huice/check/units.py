"""Calculating: which kinds may meet, and what numbers without a unit measure."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from huice.check.kinds import NUMERIC, PLAIN, Type, word
from huice.check.sink import every
from huice.source import Span
from huice.syntax import tree as t
from huice.values import Kind, money_text

if TYPE_CHECKING:
    from huice.check.types import Typer

__all__ = ["adopt", "alike", "money_factor", "of_number", "of_product", "of_sum", "unsigned_rate"]


def of_number(typer: Typer, expr: t.NumberLit) -> Type:
    """A literal with a unit measures it; one without adopts what it meets."""
    if expr.unit in ("%", "‰", "/"):
        typer.meanings.literals[id(expr)] = Kind.RATE
        return Type(Kind.RATE)
    if expr.unit == "元":
        typer.meanings.literals[id(expr)] = Kind.MONEY
        return Type(Kind.MONEY)
    return PLAIN


def adopt(typer: Typer, expr: t.Expr, kind: Kind) -> bool:
    """Make the unit-less numbers in `expr` measure `kind`."""
    match expr:
        case t.NumberLit():
            return _adopt_number(typer, expr, kind)
        case t.Chain() if expr.terms[0][0] == "+":
            return every(adopt(typer, x, kind) for _, x in expr.terms)
        case t.Chain():
            # One factor carries the unit, the others are bare numbers.
            rest = [x for sign, x in expr.terms[1:] if sign == "*"]
            return adopt(typer, expr.terms[0][1], kind) and every(adopt(typer, x, Kind.NUMBER) for x in rest)
        case t.Negate():
            return adopt(typer, expr.x, kind)
        case t.CountedUpTo() | t.Excess():
            return every(adopt(typer, x, kind) for x in (expr.x, expr.limit))
        case t.Pick():
            return every(adopt(typer, x, kind) for x in expr.items)
        case t.Name():
            definition = typer.meanings.names.get(id(expr))
            return isinstance(definition, t.Define) and adopt(typer, definition.value, kind)
    return False


def _adopt_number(typer: Typer, expr: t.NumberLit, kind: Kind) -> bool:
    if kind is Kind.RATE and expr.value != 0:
        right, sure = unsigned_rate(expr)
        typer.sink.add("T303", expr.span, replace=right if sure else None, text=expr.text, right=right)
        return False
    if kind not in NUMERIC:
        typer.mismatch(expr, kind, PLAIN)
        return False
    if kind is Kind.COUNT and not isinstance(expr.value, int):
        typer.sink.add("T304", expr.span, text=expr.text, right=math.ceil(expr.value))
        return False
    typer.meanings.literals[id(expr)] = kind
    return True


def unsigned_rate(expr: t.NumberLit) -> tuple[str, bool]:
    """The rate that a bare number was probably meant to be, and whether that is a fair guess."""
    value = Fraction(expr.value)
    percent = value * 100 if value < 1 else value
    if 0 < percent <= 100 and 10_000 % percent.denominator == 0:
        return money_text(int(percent * 10_000), 4).rstrip("0").rstrip(".") + "%", True
    return "30%", False


def money_factor(typer: Typer, expr: t.Expr) -> bool:
    """`10万 × F` where money is wanted: the number is the money."""
    definition = typer.meanings.names.get(id(expr))
    if isinstance(definition, t.Define):
        return money_factor(typer, definition.value)
    if isinstance(expr, t.Chain) and expr.terms[0][0] == "*":
        for sign, factor in expr.terms:
            if sign == "*" and isinstance(factor, t.NumberLit) and not factor.unit:
                typer.meanings.literals[id(factor)] = Kind.MONEY
                return True
    return False


def alike(typer: Typer, span: Span, items: tuple[t.Expr, ...]) -> Type | None:
    """Terms that must measure the same; bare numbers follow the others."""
    types = [typer.numeric(x) for x in items]
    if any(found is None for found in types):
        return None
    known = [found for found in types if found is not None and found != PLAIN]
    if not known:
        return PLAIN
    kinds = list(dict.fromkeys(_reading(found, known) for found in known))
    if set(kinds) == {Kind.COUNT, Kind.NUMBER}:
        kinds = [Kind.NUMBER]
    if len(kinds) > 1:
        two_kinds(typer, span, kinds[0], kinds[1])
        return None
    kind = kinds[0]
    assert kind is not None
    also = known[0].also if all(found.also for found in known) else None
    adopted = [adopt(typer, x, kind) for x, found in zip(items, types, strict=True) if found == PLAIN]
    return Type(kind, also=also) if all(adopted) else None


def _reading(found: Type, others: list[Type]) -> Kind | None:
    """The kind of a term; one of two readings gives way to what it meets."""
    if found.also is not None and any(o.kind is found.also and o.also is None for o in others):
        return found.also
    return found.kind


def two_kinds(typer: Typer, span: Span, a: Kind | None, b: Kind | None) -> None:
    """Say that two kinds do not go together."""
    hint: dict[str, str] | str = ""
    if {a, b} == {Kind.MONEY, Kind.RATE}:
        hint = {"en": "A share needs its whole: `30% * fee`. ", "zh": "百分比要写明是谁的：`30% * 费用`。"}
    typer.sink.add("T305", span, a=word(a), b=word(b), text=typer.sink.said(span), hint=hint)


def of_sum(typer: Typer, expr: t.Chain) -> Type | None:
    """`a + b - c`."""
    return alike(typer, expr.span, tuple(x for _, x in expr.terms))


def of_product(typer: Typer, expr: t.Chain) -> Type | None:
    """`a * b / c`: at most one factor is money, and only a number is divided by."""
    result: Type | None = None
    for sign, factor in expr.terms:
        found = typer.numeric(factor)
        if found is None:
            return None
        if sign == "/":
            if not _divides(typer, factor, found):
                return None
            continue
        result = found if result is None else _times(typer, expr, result, found)
        if result is None:
            return None
    if result is not None and result != PLAIN:
        for sign, factor in expr.terms:
            if sign == "*" and typer.type_of(factor) == PLAIN:
                adopt(typer, factor, Kind.NUMBER)
    return result


def _divides(typer: Typer, factor: t.Expr, found: Type) -> bool:
    if not isinstance(factor, t.NumberLit) or factor.value == 0 or factor.unit == "元":
        typer.sink.add("T308", factor.span, text=typer.sink.said(factor.span))
        return False
    if found == PLAIN:
        adopt(typer, factor, Kind.NUMBER)
    return True


def _times(typer: Typer, expr: t.Chain, a: Type, b: Type) -> Type | None:
    kinds = {a.kind, b.kind}
    if a.kind is b.kind is Kind.MONEY:
        typer.sink.add("T309", expr.span, text=typer.sink.said(expr.span))
        return None
    if Kind.MONEY in kinds:
        return Type(Kind.MONEY)
    if Kind.RATE in kinds and kinds & {Kind.COUNT, Kind.NUMBER}:
        return Type(Kind.NUMBER, also=Kind.RATE)
    for kind in (Kind.RATE, Kind.NUMBER, Kind.COUNT):
        if kind in kinds:
            return Type(kind, also=a.also or b.also)
    return PLAIN
