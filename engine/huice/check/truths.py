"""Comparisons and sets: what can be asked of each kind of value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huice.check.kinds import NUMERIC, PLAIN, Type
from huice.check.sink import close, every, hint, listed
from huice.check.units import alike, two_kinds
from huice.syntax import tree as t
from huice.values import Kind

if TYPE_CHECKING:
    from huice.check.types import Typer

__all__ = ["known_option", "of_comparison", "of_set"]

_FLAG = Type(Kind.FLAG)


def of_comparison(typer: Typer, expr: t.Comparison) -> Type | None:
    """`a op b`."""
    left = typer.type_of(expr.a)
    if left is None:
        return None
    equality = expr.op in ("=", "!=")
    match left.kind:
        case Kind.CHOICE:
            return _FLAG if _option(typer, expr, left) else None
        case Kind.DATE:
            return _FLAG if typer.expect(expr.b, Kind.DATE) else None
        case Kind.FLAG if equality and isinstance(expr.b, t.BoolLit):
            return _FLAG
        case Kind.TEXT if equality and isinstance(expr.b, t.Text):
            return _FLAG
        case Kind.FLAG | Kind.TEXT:
            typer.unordered(expr.a, left)
            return None
    return _numbers(typer, expr, left)


def _numbers(typer: Typer, expr: t.Comparison, left: Type) -> Type | None:
    right = typer.type_of(expr.b)
    if right is None:
        return None
    if right.kind in NUMERIC:
        return _FLAG if alike(typer, expr.span, (expr.a, expr.b)) is not None else None
    if left == PLAIN and right.kind is Kind.DATE:
        typer.mismatch(expr.a, Kind.DATE, left)
    else:
        two_kinds(typer, expr.span, left.kind, right.kind)
    return None


def _option(typer: Typer, expr: t.Comparison, left: Type) -> bool:
    if expr.op in ("=", "!="):
        return known_option(typer, expr.b, left, typer.sink.said(expr.a.span))
    name = typer.sink.said(expr.a.span)
    some = sorted(left.options)[:2]
    right = {"en": f"{name} in [{', '.join(some)}]", "zh": f"{name} 在 [{'、'.join(some)}]"}
    typer.sink.add("T310", expr.span, text=typer.sink.said(expr.span), right=right)
    return False


def known_option(typer: Typer, item: t.Expr, left: Type, fact: str) -> bool:
    """Whether `item` names an option of the choice `fact`; complains if not."""
    options = sorted(left.options)
    if isinstance(item, t.Name):
        if item.name in left.options:
            return True
        typer.sink.unknown("N209", item, options, fact=fact, options=listed(options))
        return False
    said = item.value if isinstance(item, t.Text) else typer.sink.said(item.span)
    meant = close(said, options)
    typer.sink.add(
        "T311", item.span, replace=meant, text=typer.sink.said(item.span), hint=hint(meant), options=listed(options)
    )
    return False


def of_set(typer: Typer, expr: t.InSet) -> Type | None:
    """`x in [a, b]`."""
    left = typer.type_of(expr.x)
    if left is None:
        return None
    if left.kind is Kind.CHOICE:
        fact = typer.sink.said(expr.x.span)
        return _FLAG if every(known_option(typer, item, left, fact) for item in expr.items) else None
    if left.kind is Kind.DATE:
        return _FLAG if every(typer.expect(item, Kind.DATE) for item in expr.items) else None
    if left.kind is Kind.TEXT and all(isinstance(item, t.Text) for item in expr.items):
        return _FLAG
    if left.kind in NUMERIC:
        return _FLAG if alike(typer, expr.span, (expr.x, *expr.items)) is not None else None
    typer.unordered(expr.x, left)
    return None
