"""A policy once lowered: what every reader of the core is handed.

A `Program` is immutable, equal by content, and safe to share between threads. Money
is in minor units throughout. Words (labels, printed clauses, articles, quotes) are carried
along for reasons; they change no amount.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from attrs import field, frozen

from huice.core.expr import Expr, Fact, _span
from huice.source import Span
from huice.values import Kind

__all__ = [
    "Assumption",
    "Ceiling",
    "Condition",
    "Entity",
    "FactDecl",
    "Fork",
    "LimitStep",
    "Option",
    "Payer",
    "Policy",
    "Program",
    "Rule",
    "RunningCap",
    "Split",
    "Window",
]


@frozen
class Option:
    """One option of a choice, with the words a form would show for it."""

    name: str
    label: str | None = None


@frozen
class FactDecl:
    """A declared fact. `low` and `high` bound what it can be (None: unbounded).

    `asked_of` says who knows it: the `applicant`, the `authority` (a figure that the clause
    leaves open; such facts are made by lowering and belong to the rule `decides`), or a
    `population` (a rank).
    """

    entity: str
    name: str
    kind: Kind
    label: str | None = None
    ask: str | None = None
    options: tuple[Option, ...] = ()
    low: int | Fraction | None = None
    high: int | Fraction | None = None
    asked_of: str = "applicant"
    decides: str | None = None
    span: Span = _span()

    @property
    def key(self) -> Fact:
        """The expression that reads this fact."""
        return Fact(self.entity, self.name)


@frozen
class Entity:
    """The subject of the policy (no parent) or a kind of record of it."""

    name: str
    label: str | None
    parent: str | None
    facts: tuple[FactDecl, ...]
    span: Span = _span()


@frozen
class Assumption:
    """An open reading of the text.

    `about` is what it rests on: `payer` (the policy's default payer), `window` (the policy's
    dates), or None (all of the rule or policy that states it). An assumption that the engine
    itself makes has a message `code` instead of the drafter's `text`.
    """

    text: str
    about: str | None = None
    code: str | None = None


@frozen
class Window:
    """From when until when, both days included; a bound that is not written is open."""

    start: dt.date | None
    end: dt.date | None
    text: str
    span: Span = _span()


@frozen
class Condition:
    """One `when` or `unless`, as written; `expr` is already negated for `unless`."""

    expr: Expr
    text: str
    unless: bool = False
    span: Span = _span()


@frozen
class LimitStep:
    """A step of an amount line that can cut: for reasons only, the amount already contains it.

    `before` is the result so far and `limit` what it is held to; `kind` is `cap`, or `open`
    where the limit is a ceiling below which the authority decides.
    """

    kind: str
    before: Expr
    limit: Expr
    text: str
    span: Span = _span()


@frozen
class RunningCap:
    """At most `limit` per key over all awards of the rule, earlier ones (history) included.

    `keys` are the expressions that awards are told apart by (empty: the subject alone);
    semantics.md, section 6.
    """

    limit: Expr
    keys: tuple[Expr, ...]
    text: str
    span: Span = _span()


@frozen
class Split:
    """Shares of the final award; weights are positive integers in written order."""

    payers: tuple[str, ...]
    weights: tuple[int, ...]
    text: str
    span: Span = _span()


@frozen
class Payer:
    """A payer's name and the words a report shows for it."""

    name: str
    label: str | None = None


@frozen
class Ceiling:
    """`limit E to M`: checked, never paid. `value` must not exceed `limit`."""

    value: Expr
    limit: Expr
    text: str
    span: Span = _span()


@frozen
class Rule:
    """One clause of the document.

    Exactly one of `amount` (money, in minor units, rounded), `refers_to` and `ceiling` is set.
    `entity` is the subject or the record that it speaks of; `once` says that an earlier award
    uses it up. `dated_by` is the date that the window (and `today`) is tested on, where it
    is not the policy's.
    """

    name: str
    title: str | None
    article: str | None
    quotes: tuple[str, ...]
    entity: str
    conditions: tuple[Condition, ...]
    window: Window | None
    dated_by: Expr | None
    amount: Expr | None
    refers_to: str | None
    ceiling: Ceiling | None
    amount_text: str
    limits: tuple[LimitStep, ...]
    once: str | None
    caps: tuple[RunningCap, ...]
    split: Split
    payer_stated: bool
    in_kind: str | None
    responsible: tuple[str, ...]
    remarks: tuple[str, ...]
    assumptions: tuple[Assumption, ...]
    span: Span = _span()

    @property
    def pays(self) -> bool:
        """Whether money (or money's worth) can come of it."""
        return self.amount is not None


@frozen
class Fork:
    """Facts of one entity used in opposite directions: totals are also taken option by option.

    `rules` are the rules whose awards they tie together (semantics.md, section 7, "Forks").
    """

    entity: str
    facts: tuple[tuple[Fact, tuple[str | bool, ...]], ...]
    rules: tuple[str, ...]


@frozen
class Policy:
    """The header of the document."""

    name: str
    title: str | None
    number: str | None
    issuer: str | None
    issued: dt.date | None
    text: str | None
    currency: str
    digits: int
    window: Window | None
    conditions: tuple[Condition, ...]
    payers: tuple[Payer, ...]
    assumptions: tuple[Assumption, ...]
    span: Span = _span()


@frozen
class Program:
    """A whole policy.

    `spelling` is the one that most clauses are written in, `language` the one that its titles are in
    (`en` or `zh`): an English-spelled file of a Chinese document speaks Chinese.
    """

    policy: Policy
    entities: tuple[Entity, ...]
    rules: tuple[Rule, ...]
    forks: tuple[Fork, ...]
    spelling: str = field(default="en", eq=False)
    language: str = field(default="en", eq=False)
    source_name: str = field(default="<text>", eq=False)

    @property
    def subject(self) -> Entity:
        """The one entity that has no parent."""
        return next(e for e in self.entities if e.parent is None)

    def entity(self, name: str) -> Entity:
        """The entity of that name (KeyError if there is none)."""
        for entity in self.entities:
            if entity.name == name:
                return entity
        raise KeyError(name)

    def rule(self, name: str) -> Rule:
        """The rule of that name (KeyError if there is none)."""
        for rule in self.rules:
            if rule.name == name:
                return rule
        raise KeyError(name)
