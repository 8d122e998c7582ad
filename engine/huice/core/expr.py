"""Typed expressions of the core.

Three sorts of value meet here: numbers (money in minor units, rates, counts, dates as day
ordinals), truths (three-valued), and options of a choice. Every node knows the span of the
clause it came from, which takes no part in equality: two files that say the same thing have
equal cores.

Left open to grow by (semantics.md): series items, aggregates over records, piecewise cells.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import Enum
from fractions import Fraction

from attrs import evolve, field, frozen

from huice.source import NOWHERE, Span

__all__ = [
    "Add",
    "And",
    "Compare",
    "Const",
    "DatePart",
    "Div",
    "Expr",
    "Fact",
    "If",
    "Max",
    "Min",
    "Mul",
    "Neg",
    "Not",
    "OneOf",
    "Op",
    "Or",
    "Part",
    "Quotient",
    "Round",
    "Today",
    "children",
    "facts_read",
    "rebuilt",
    "walk",
]


class Op(Enum):
    """Comparisons of two numbers (or dates, or two options: EQ and NE)."""

    GE = ">="
    GT = ">"
    LE = "<="
    LT = "<"
    EQ = "="
    NE = "!="


class Part(Enum):
    """What can be read off a date."""

    YEAR = "year"


def _span() -> Span:
    return field(default=NOWHERE, eq=False, repr=False, kw_only=True)


@frozen(cache_hash=True)
class Const:
    """A known value: an exact number, a truth, an option's name or a date."""

    value: int | Fraction | bool | str | dt.date
    span: Span = _span()


@frozen(cache_hash=True)
class Fact:
    """The value of a fact of the subject, of the record in hand, or of a record around it."""

    entity: str
    name: str
    span: Span = _span()


@frozen(cache_hash=True)
class Today:
    """The tested date: a rule's `dated by` where it has one, else the policy's date."""

    span: Span = _span()


@frozen(cache_hash=True)
class Add:
    """Sum of its terms."""

    terms: tuple[Expr, ...]
    span: Span = _span()


@frozen(cache_hash=True)
class Neg:
    """The opposite; `a - b` is `Add((a, Neg(b)))`."""

    x: Expr
    span: Span = _span()


@frozen(cache_hash=True)
class Mul:
    """Product."""

    a: Expr
    b: Expr
    span: Span = _span()


@frozen(cache_hash=True)
class Div:
    """`x` divided by a positive constant: stays exact (a rational)."""

    x: Expr
    by: int | Fraction
    span: Span = _span()


@frozen(cache_hash=True)
class Quotient:
    """`⌊x / by⌋` for a positive constant: how many full units there are."""

    x: Expr
    by: int | Fraction
    span: Span = _span()


@frozen(cache_hash=True)
class Min:
    """The smallest of its terms."""

    terms: tuple[Expr, ...]
    span: Span = _span()


@frozen(cache_hash=True)
class Max:
    """The largest of its terms."""

    terms: tuple[Expr, ...]
    span: Span = _span()


@frozen(cache_hash=True)
class If:
    """`then` where the condition is yes, `other` where it is no, the hull where it is unknown."""

    condition: Expr
    then: Expr
    other: Expr
    span: Span = _span()


@frozen(cache_hash=True)
class Round:
    """To a multiple of `unit`: `half` away from zero, `down` or `up`."""

    x: Expr
    mode: str = "half"
    unit: int = 1
    span: Span = _span()


@frozen(cache_hash=True)
class Compare:
    """Three-valued comparison."""

    op: Op
    a: Expr
    b: Expr
    span: Span = _span()


@frozen(cache_hash=True)
class OneOf:
    """Whether a choice is one of `options`."""

    x: Expr
    options: frozenset[str]
    span: Span = _span()


@frozen(cache_hash=True)
class And:
    """Kleene conjunction."""

    terms: tuple[Expr, ...]
    span: Span = _span()


@frozen(cache_hash=True)
class Or:
    """Kleene disjunction."""

    terms: tuple[Expr, ...]
    span: Span = _span()


@frozen(cache_hash=True)
class Not:
    """Kleene negation."""

    x: Expr
    span: Span = _span()


@frozen(cache_hash=True)
class DatePart:
    """A part of a date as a number, such as its year."""

    part: Part
    date: Expr
    span: Span = _span()


Expr = (
    Const
    | Fact
    | Today
    | Add
    | Neg
    | Mul
    | Div
    | Quotient
    | Min
    | Max
    | If
    | Round
    | Compare
    | OneOf
    | And
    | Or
    | Not
    | DatePart
)
"""Any expression of the core."""


def children(node: Expr) -> tuple[Expr, ...]:
    """The expressions directly inside `node`."""
    match node:
        case Add() | Min() | Max() | And() | Or():
            return node.terms
        case Neg() | Div() | Quotient() | Round() | OneOf() | Not():
            return (node.x,)
        case Mul() | Compare():
            return (node.a, node.b)
        case If():
            return (node.condition, node.then, node.other)
        case DatePart():
            return (node.date,)
        case _:
            return ()


def rebuilt(node: Expr, inner: tuple[Expr, ...]) -> Expr:
    """`node` around other expressions: `inner` takes the place of `children(node)`, one for one."""
    match node:
        case Add() | Min() | Max() | And() | Or():
            return evolve(node, terms=inner)
        case Neg() | Div() | Quotient() | Round() | OneOf() | Not():
            return evolve(node, x=inner[0])
        case Mul() | Compare():
            return evolve(node, a=inner[0], b=inner[1])
        case If():
            return evolve(node, condition=inner[0], then=inner[1], other=inner[2])
        case DatePart():
            return evolve(node, date=inner[0])
        case _:
            return node


def walk(node: Expr) -> Iterator[Expr]:
    """`node` and everything inside it, outermost first, left to right."""
    stack = [node]
    while stack:
        here = stack.pop()
        yield here
        stack.extend(reversed(children(here)))


def facts_read(node: Expr) -> tuple[Fact, ...]:
    """The facts that `node` reads, each once, in the order in which they are written."""
    return tuple(dict.fromkeys(n for n in walk(node) if isinstance(n, Fact)))
