"""Clauses of a rule or a policy header, one class each."""

from __future__ import annotations

from attrs import frozen

from huice.source import Span
from huice.syntax.tree_expr import DateLit, Expr, Name, NumberLit, Text
from huice.syntax.tree_places import span as _span
from huice.syntax.tree_places import spelling as _spelling

__all__ = [
    "Amount",
    "Article",
    "Assuming",
    "AwardFlat",
    "Cap",
    "Clause",
    "Currency",
    "DatedBy",
    "Each",
    "Field",
    "Floor",
    "InKind",
    "Interest",
    "Issued",
    "LimitTo",
    "OnTopOf",
    "Once",
    "PaidBy",
    "PaidTo",
    "Payers",
    "Quote",
    "Rate",
    "ReferTo",
    "Responsible",
    "Split",
    "TextSource",
    "Valid",
    "When",
]


@frozen
class Field:
    """A header line with a string: `number "…"` or `issuer "…"` (`what` says which)."""

    what: str
    value: Text
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class TextSource:
    """`text "sources/…"`: where the official text lies, inside the library."""

    value: Text
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Issued:
    """`issued D`."""

    date: DateLit
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Currency:
    """`currency CNY`."""

    code: Name
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Payers:
    """`payer city "市级财政", county "县级财政"`: the payers that splits may name, with their words."""

    items: tuple[tuple[Name, Text | None], ...]
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Article:
    """`article "一（一）"`."""

    value: Text
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Quote:
    """`quote "…"`: a sentence of the official text."""

    value: Text
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Each:
    """`for each project`."""

    entity: Name
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class When:
    """`when E "label"` or `unless E "label"`."""

    condition: Expr
    label: Text | None
    unless: bool = False
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Rate:
    """`rate [up to] P of E`; `open` where it says `up to`. A cap on the base is part of E."""

    rate: Expr
    base: Expr
    open: bool
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class AwardFlat:
    """`award [up to] M [per [full S of] E]`."""

    amount: Expr
    per: Expr | None
    full: NumberLit | None
    open: bool
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Interest:
    """`interest [up to] P a year on E for DAYS [basis N]`."""

    rate: Expr
    principal: Expr
    days: Expr
    basis: NumberLit | None
    open: bool
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Amount:
    """`amount E`."""

    amount: Expr
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Cap:
    """`cap M` on one award, or with keys (`per enterprise per year of F`) on all of a key's awards."""

    limit: Expr
    keys: tuple[Expr, ...]
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Floor:
    """`floor M`: lifts the result so far to M."""

    limit: Expr
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Once:
    """`once per enterprise`."""

    entity: Name
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Split:
    """`split a:b 1:1`."""

    payers: tuple[Name, ...]
    weights: tuple[NumberLit, ...]
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class PaidBy:
    """`paid by city`."""

    payer: Name
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class PaidTo:
    """`paid to bank`."""

    recipient: Name | Text
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Responsible:
    """`responsible "市科技局"`: a bureau, not a payer."""

    value: Text
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class InKind:
    """`in kind "创新券"`."""

    value: Text
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class OnTopOf:
    """`on top of "省级奖励"`: a remark."""

    value: Text | Name
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Valid:
    """`valid [from D] [until D]`."""

    start: DateLit | None
    end: DateLit | None
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class DatedBy:
    """`dated by F`: the date that the window is tested on."""

    date: Expr
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class ReferTo:
    """`refer to "…"`: another policy says how much."""

    value: Text
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class LimitTo:
    """`limit E to M`: checked, never paid."""

    value: Expr
    limit: Expr
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Assuming:
    """`assuming "…"`: an open reading of the text."""

    value: Text
    span: Span = _span()
    spelling: str = _spelling()


Clause = (
    Field
    | TextSource
    | Issued
    | Currency
    | Payers
    | Article
    | Quote
    | Each
    | When
    | Rate
    | AwardFlat
    | Interest
    | Amount
    | Cap
    | Floor
    | Once
    | Split
    | PaidBy
    | PaidTo
    | Responsible
    | InKind
    | OnTopOf
    | Valid
    | DatedBy
    | ReferTo
    | LimitTo
    | Assuming
)
