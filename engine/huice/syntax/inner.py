"""What an expression is made of: the one place to know when expressions are walked."""

from __future__ import annotations

from huice.syntax import tree as t

__all__ = ["inner"]


def inner(expr: t.Expr) -> tuple[t.Expr, ...]:
    """The expressions directly inside one, from left to right."""
    match expr:
        case t.Chain():
            return tuple(x for _, x in expr.terms)
        case t.Comparison():
            return (expr.a, expr.b)
        case t.CountedUpTo() | t.Excess():
            return (expr.x, expr.limit)
        case t.InSet():
            return (expr.x, *expr.items)
        case t.Pick() | t.Junction():
            return expr.items
        case t.Negate() | t.Not() | t.InYear():
            return (expr.x,)
        case t.PartOf():
            return (expr.date,)
        case _:
            return ()
