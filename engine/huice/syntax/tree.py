"""The tree of a `.rules` file: what the drafter wrote, clause by clause.

One tree for both spellings. Spans (and which spelling a clause was in) take no part in
equality, so `parse(format(x)) == parse(x)` is a plain comparison. Literals keep the text
they were written with, so that printing gives back `50万元` and not `500000`.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from attrs import field, frozen

from huice.source import NOWHERE, Span

__all__ = [
    "Amount",
    "Article",
    "Assuming",
    "AwardFlat",
    "Between",
    "BoolLit",
    "Cap",
    "Chain",
    "Clause",
    "Comment",
    "Comparison",
    "CountedUpTo",
    "Currency",
    "DateLit",
    "DatedBy",
    "Define",
    "Each",
    "Entity",
    "Example",
    "Excess",
    "Expect",
    "Expr",
    "Fact",
    "Field",
    "File",
    "Floor",
    "Given",
    "GivenAward",
    "GivenDecided",
    "GivenNone",
    "GivenRecord",
    "GivenValue",
    "InKind",
    "InSet",
    "InYear",
    "Interest",
    "Issued",
    "Item",
    "Junction",
    "Language",
    "LimitTo",
    "Name",
    "Negate",
    "Not",
    "NumberLit",
    "OnTopOf",
    "Once",
    "OptionDecl",
    "PaidBy",
    "PaidTo",
    "PartOf",
    "Payers",
    "Pick",
    "Policy",
    "Quote",
    "Ranked",
    "Rate",
    "ReferTo",
    "Responsible",
    "Rule",
    "Split",
    "Text",
    "TextSource",
    "Today",
    "Valid",
    "When",
    "YearKey",
]


def _span() -> Span:
    return field(default=NOWHERE, eq=False, repr=False, kw_only=True)


def _spelling() -> str:
    return field(default="en", eq=False, repr=False, kw_only=True)


# Expressions


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


# Clauses of a rule or a policy header. `spelling` is `en` or `zh`.


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


# Items of a file


@frozen
class Language:
    """`language 1`."""

    version: int
    text: str = field(default="", eq=False, repr=False, kw_only=True)
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Policy:
    """The header: `policy NAME "title"` and its clauses."""

    name: Name
    title: Text | None
    clauses: tuple[Clause, ...]
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class OptionDecl:
    """An option of a choice, with words for forms where it has them: `park ("园区")`."""

    name: Name
    label: Text | None
    span: Span = _span()


@frozen
class Between:
    """`between A and B`: the bounds of a fact."""

    low: NumberLit
    high: NumberLit
    span: Span = _span()


@frozen
class Ranked:
    """`ranked by F per K among eligible ties all|none|by G`: stated for one subject, computed over a population."""

    by: Name
    per: Name | None
    among_eligible: bool
    ties: str | None
    ties_by: Name | None
    span: Span = _span()


@frozen
class Fact:
    """`fact x: money "label" ask "…" between A and B may be negative`."""

    name: Name
    kind: str
    options: tuple[OptionDecl, ...]
    label: Text | None
    ask: Text | None
    between: Between | None
    negative: bool
    ranked: Ranked | None = None
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Entity:
    """`entity project of enterprise "项目"` and its facts."""

    name: Name
    parent: Name | None
    label: Text | None
    facts: tuple[Fact, ...]
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Define:
    """`define n as E`."""

    name: Name
    value: Expr
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Rule:
    """`rule r "title"` and its clauses, in written order."""

    name: Name
    title: Text | None
    clauses: tuple[Clause, ...]
    span: Span = _span()
    spelling: str = _spelling()


# Examples


@frozen
class GivenValue:
    """`given smes_served 25`; `value` is a literal or the name of an option. None: given as unknown."""

    name: Name
    value: Expr
    span: Span = _span()


@frozen
class GivenRecord:
    """`given project (kind park, it_investment 2000000)`: one more record (or history entry) of that name."""

    entity: Name
    values: tuple[GivenValue | GivenRecord, ...]
    span: Span = _span()


@frozen
class GivenNone:
    """`given no history` or `given no project`: the list is known to be empty."""

    entity: Name
    span: Span = _span()


@frozen
class GivenAward:
    """`given award "省级奖励" 10万元`: outside money."""

    name: Text
    amount: NumberLit
    span: Span = _span()


@frozen
class GivenDecided:
    """`given decided r 8%`: the authority's figure for the one award (or each award) of rule `r`."""

    rule: Name
    figure: NumberLit
    span: Span = _span()


Given = GivenValue | GivenRecord | GivenNone | GivenAward | GivenDecided


@frozen
class Expect:
    """`expect r M [to N] [(payer M, …)] [because "label", …]`; `rule` may be `total`."""

    rule: Name
    low: NumberLit
    high: NumberLit | None
    split: tuple[tuple[Name, NumberLit, NumberLit | None], ...]
    because: tuple[Text, ...]
    span: Span = _span()
    spelling: str = _spelling()


@frozen
class Example:
    """`example "…" as of D given … expect …`."""

    title: Text
    as_of: DateLit | None
    given: tuple[Given, ...]
    expect: tuple[Expect, ...]
    span: Span = _span()
    spelling: str = _spelling()


Item = Language | Policy | Entity | Define | Rule | Example


@frozen
class Comment:
    """A `#` comment; `own_line` where nothing stands before it on its line."""

    text: str
    own_line: bool
    span: Span = _span()


@frozen
class File:
    """A whole file. Comments lie beside the items and take no part in equality.

    `loose` are clauses in front of any block: a fragment, such as one amount line on its own.
    """

    items: tuple[Item, ...]
    loose: tuple[Clause, ...] = ()
    comments: tuple[Comment, ...] = field(default=(), eq=False)
