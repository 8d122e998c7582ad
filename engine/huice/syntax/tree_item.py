"""Items of a file: what begins with a block word."""

from __future__ import annotations

from attrs import field, frozen

from huice.source import Span
from huice.syntax.tree_clause import Clause
from huice.syntax.tree_expr import DateLit, Expr, Name, NumberLit, Text
from huice.syntax.tree_places import span as _span
from huice.syntax.tree_places import spelling as _spelling

__all__ = [
    "Between",
    "Define",
    "Entity",
    "Example",
    "Expect",
    "Fact",
    "Given",
    "GivenAward",
    "GivenDecided",
    "GivenNone",
    "GivenRecord",
    "GivenValue",
    "Language",
    "OptionDecl",
    "Policy",
    "Ranked",
    "Rule",
]


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
