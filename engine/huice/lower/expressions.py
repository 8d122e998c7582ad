"""Expressions of the tree as expressions of the core."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from huice.check.types import FactRef
from huice.core import (
    Add,
    And,
    Compare,
    Const,
    DatePart,
    Div,
    Expr,
    Fact,
    Max,
    Min,
    Mul,
    Neg,
    Not,
    OneOf,
    Op,
    Or,
    Part,
    Today,
)
from huice.lower.context import Context
from huice.syntax import tree as t
from huice.values import Kind

__all__ = ["lower_expr", "number_of"]


def number_of(node: t.NumberLit, context: Context) -> int | Fraction:
    """The exact value of a literal, money in minor units."""
    value = node.value
    if context.meanings.literals.get(id(node)) is Kind.MONEY:
        value = value * context.unit
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value


def lower_expr(node: t.Expr, context: Context) -> Expr:
    """The core of one expression; the tree must have passed its checks."""
    match node:
        case t.NumberLit():
            return Const(number_of(node, context), span=node.span)
        case t.Name():
            return _name(node, context)
        case t.DateLit():
            return Const(node.value, span=node.span)
        case t.BoolLit():
            return Const(node.value, span=node.span)
        case t.Text():
            return Const(node.value, span=node.span)
        case t.Today():
            return Today(span=node.span)
        case t.YearKey():
            return DatePart(Part.YEAR, Today(span=node.span), span=node.span)
        case t.PartOf():
            return DatePart(Part.YEAR, lower_expr(node.date, context), span=node.span)
        case t.Chain():
            return _chain(node, context)
        case t.Negate():
            return Neg(lower_expr(node.x, context), span=node.span)
        case t.CountedUpTo():
            return Min((lower_expr(node.x, context), lower_expr(node.limit, context)), span=node.span)
        case t.Excess():
            over = Add((lower_expr(node.x, context), Neg(lower_expr(node.limit, context))), span=node.span)
            return Max((Const(0, span=node.span), over), span=node.span)
        case t.Pick():
            items = tuple(lower_expr(x, context) for x in node.items)
            return (Max if node.which == "larger" else Min)(items, span=node.span)
        case t.Comparison():
            return _comparison(node, context)
        case t.InSet():
            return _in_set(node, context)
        case t.InYear():
            return _in_year(node, context)
        case t.Not():
            return Not(lower_expr(node.x, context), span=node.span)
        case t.Junction():
            items = tuple(lower_expr(x, context) for x in node.items)
            return (And if node.word == "and" else Or)(items, span=node.span)


def _name(node: t.Name, context: Context) -> Expr:
    meaning = context.meanings.names[id(node)]
    if isinstance(meaning, FactRef):
        return Fact(meaning.entity, meaning.name, span=node.span)
    return lower_expr(meaning.value, context)


def _chain(node: t.Chain, context: Context) -> Expr:
    if node.terms[0][0] == "+":
        terms = []
        for sign, item in node.terms:
            term = lower_expr(item, context)
            terms.append(Neg(term, span=item.span) if sign == "-" else term)
        return Add(tuple(terms), span=node.span)
    result = lower_expr(node.terms[0][1], context)
    for sign, item in node.terms[1:]:
        if sign == "/":
            assert isinstance(item, t.NumberLit)  # checked: only a number that is not 0
            result = Div(result, number_of(item, context), span=node.span)
        else:
            result = Mul(result, lower_expr(item, context), span=node.span)
    return result


def _is_choice(node: t.Expr, context: Context) -> bool:
    meaning = context.meanings.names.get(id(node))
    if isinstance(meaning, FactRef):
        return context.words.entities[meaning.entity].facts[meaning.name].kind == "choice"
    return isinstance(meaning, t.Define) and _is_choice(meaning.value, context)


def _comparison(node: t.Comparison, context: Context) -> Expr:
    left = lower_expr(node.a, context)
    if _is_choice(node.a, context):
        assert isinstance(node.b, t.Name)
        one = OneOf(left, frozenset((node.b.name,)), span=node.span)
        return one if node.op == "=" else Not(one, span=node.span)
    if isinstance(node.b, t.BoolLit):
        return left if node.b.value is (node.op == "=") else Not(left, span=node.span)
    return Compare(Op(node.op), left, lower_expr(node.b, context), span=node.span)


def _in_set(node: t.InSet, context: Context) -> Expr:
    x = lower_expr(node.x, context)
    if _is_choice(node.x, context):
        options = frozenset(item.name for item in node.items if isinstance(item, t.Name))
        return OneOf(x, options, span=node.span)
    return Or(
        tuple(Compare(Op.EQ, x, lower_expr(item, context), span=item.span) for item in node.items), span=node.span
    )


def _in_year(node: t.InYear, context: Context) -> Expr:
    x = lower_expr(node.x, context)
    first = Const(dt.date(node.year, 1, 1), span=node.span)
    last = Const(dt.date(node.year, 12, 31), span=node.span)
    return And(
        (Compare(Op.GE, x, first, span=node.span), Compare(Op.LE, x, last, span=node.span)),
        span=node.span,
    )
