"""The tree of a `.rules` file: what the drafter wrote, clause by clause.

One tree for both spellings. Spans (and which spelling a clause was in) take no part in
equality, so `parse(format(x)) == parse(x)` is a plain comparison. Literals keep the text
they were written with, so that printing gives back `50万元` and not `500000`.
"""

from __future__ import annotations

from attrs import field, frozen

from huice.source import Span
from huice.syntax.tree_clause import (
    Amount,
    Article,
    Assuming,
    AwardFlat,
    Cap,
    Clause,
    Currency,
    DatedBy,
    Each,
    Field,
    Floor,
    InKind,
    Interest,
    Issued,
    LimitTo,
    Once,
    OnTopOf,
    PaidBy,
    PaidTo,
    Payers,
    Quote,
    Rate,
    ReferTo,
    Responsible,
    Split,
    TextSource,
    Valid,
    When,
)
from huice.syntax.tree_expr import (
    BoolLit,
    Chain,
    Comparison,
    CountedUpTo,
    DateLit,
    Excess,
    Expr,
    InSet,
    InYear,
    Junction,
    Name,
    Negate,
    Not,
    NumberLit,
    PartOf,
    Pick,
    Text,
    Today,
    YearKey,
)
from huice.syntax.tree_item import (
    Between,
    Define,
    Entity,
    Example,
    Expect,
    Fact,
    Given,
    GivenAward,
    GivenDecided,
    GivenNone,
    GivenRecord,
    GivenValue,
    Language,
    OptionDecl,
    Policy,
    Ranked,
    Rule,
)
from huice.syntax.tree_places import span as _span

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
