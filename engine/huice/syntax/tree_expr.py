"""Expressions: values and conditions, as written."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from attrs import field, frozen

from huice.source import Span
from huice.syntax.tree_places import span as _span

__all__ = [
    "BoolLit",
    "Chain",
    "Comparison",
    "CountedUpTo",
    "DateLit",
    "Excess",
    "Expr",
    "InSet",
    "InYear",
    "Junction",
    "Name",
    "Negate",
    "Not",
    "NumberLit",
    "PartOf",
    "Pick",
    "Text",
    "Today",
    "YearKey",
]


@frozen
class Name:
    """A name: of a fact, a definition, an option, an entity; what it means depends on where it stands."""

    name: str
    span: Span = _span()


@frozen
class Text:
    """A quoted string, without its quotation marks."""

    value: str
    span: Span = _span()


@frozen
class NumberLit:
    """A number as written. `unit` is `%`, `‰`, `元` (money only), `/` (a tight fraction) or ``.

    `value` is exact and already carries the unit's magnitude: 30% is 3/10, 50万元 is 500000.
    """

    value: int | Fraction
    unit: str
    text: str = field(eq=False)
    span: Span = _span()


@frozen
class DateLit:
    """A day as written."""

    value: dt.date
    text: str = field(eq=False)
    span: Span = _span()


@frozen
class BoolLit:
    """`yes` or `no`."""

    value: bool
    span: Span = _span()


@frozen
class Today:
    """`today`: the tested date."""

    span: Span = _span()


@frozen
class YearKey:
    """A bare `year` behind `per`: the year of the rule's date."""

    span: Span = _span()


@frozen
class PartOf:
    """`year of D`."""

    part: str
    date: Expr
    span: Span = _span()


@frozen
class Chain:
    """`a + b - c` or `a * b / c`, flat: each term with the sign before it (the first has `+` or `*`)."""

    terms: tuple[tuple[str, Expr], ...]
    grouped: bool = field(default=False, eq=False)
    span: Span = _span()


@frozen
class Negate:
    """`-a`."""

    x: Expr
    span: Span = _span()


@frozen
class CountedUpTo:
    """`E counted up to M`: no more than M of it counts."""

    x: Expr
    limit: Expr
    span: Span = _span()


@frozen
class Excess:
    """`E above M`: the part over M, never below 0."""

    x: Expr
    limit: Expr
    span: Span = _span()


@frozen
class Pick:
    """`larger of (a, b)` or `smaller of (a, b)`; `which` is `larger` or `smaller`."""

    which: str
    items: tuple[Expr, ...]
    span: Span = _span()


@frozen
class Comparison:
    """`a op b` with op one of `>= > <= < = !=`. `worded`: written `is` or `is not`, where the parser knows."""

    op: str
    a: Expr
    b: Expr
    worded: bool | None = field(default=None, eq=False, repr=False, kw_only=True)
    span: Span = _span()


@frozen
class InSet:
    """`x in [a, b]`."""

    x: Expr
    items: tuple[Expr, ...]
    span: Span = _span()


@frozen
class InYear:
    """`D in 2023`: a year of four digits."""

    x: Expr
    year: int
    span: Span = _span()


@frozen
class Not:
    """`not E`."""

    x: Expr
    span: Span = _span()


@frozen
class Junction:
    """`a and b and c` or `a or b or c`; `word` is `and` or `or`."""

    word: str
    items: tuple[Expr, ...]
    grouped: bool = field(default=False, eq=False)
    span: Span = _span()


Expr = (
    Name
    | Text
    | NumberLit
    | DateLit
    | BoolLit
    | Today
    | YearKey
    | PartOf
    | Chain
    | Negate
    | CountedUpTo
    | Excess
    | Pick
    | Comparison
    | InSet
    | InYear
    | Not
    | Junction
)
