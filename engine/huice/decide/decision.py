"""What a decision says. Plain data: every renderer reads this and adds nothing of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cached_property
from types import MappingProxyType

from attrs import field, frozen

from huice.core.program import Assumption, Program, Rule
from huice.diagnostics import Diagnostic
from huice.facts.model import Facts, Record
from huice.values import Range, Value

__all__ = [
    "Award",
    "ConditionResult",
    "FactSeen",
    "Holds",
    "LimitResult",
    "NearMiss",
    "Question",
    "Result",
    "RuleResult",
    "Status",
]


def _ranges(by_name: Mapping[str, Range]) -> Mapping[str, Range]:
    """A view that nobody can write through."""
    return MappingProxyType(by_name)


def _results(by_name: Mapping[str, RuleResult]) -> Mapping[str, RuleResult]:
    return MappingProxyType(by_name)


class Status(Enum):
    """Where an award stands; it comes from the conditions alone, never from the amount."""

    ELIGIBLE = "eligible"
    INELIGIBLE = "ineligible"
    UNDETERMINED = "undetermined"
    NOT_IN_FORCE = "not_in_force"
    REFERRED = "referred"
    WITHIN_LIMIT = "within_limit"
    OVER_LIMIT = "over_limit"


class Holds(Enum):
    """Three-valued truth, for reading."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@frozen
class FactSeen:
    """A fact that a condition or figure read: where it stands and what it said (None: missing)."""

    address: str
    value: Value | None
    entity: str
    name: str


@frozen
class ConditionResult:
    """One condition with the facts that met or failed it.

    `kind` is `when`, `unless`, `policy` (a condition of the whole policy), `window`,
    `policy_window` or `once`.
    """

    kind: str
    text: str
    holds: Holds
    facts: tuple[FactSeen, ...]


@frozen
class LimitResult:
    """A cap or ceiling: did it bite, and by how much.

    `kind` is `cap` (one award), `running` (a cap over several awards; `left` is what earlier
    awards leave of it) or `open` (a ceiling below which the authority decides). `cut` is the money lost to it.
    """

    kind: str
    text: str
    amount: Range
    bites: Holds
    cut: Range
    left: Range | None = None


@frozen
class NearMiss:
    """What one stated fact keeps out: change `fact` from `now` to `to` and the total moves by `gain`."""

    fact: FactSeen
    to: Value
    gain: Range


@frozen
class Question:
    """A missing fact that can still move the total or a payer's share.

    `to` says who can answer: `applicant`, `authority` or `population`. `kind` is the fact's type
    name, or `list` or `history`.
    """

    address: str
    ask: str | None
    to: str
    kind: str
    entity: str | None = None
    name: str | None = None


@frozen(eq=False)
class Award:
    """One rule for the subject or for one record of it.

    `record` is None for a rule on the subject and for the one open award that stands for a list
    nobody has given (`open_list` tells them apart).
    """

    rule: Rule
    record: Record | None
    open_list: bool
    status: Status
    amount: Range
    split: Mapping[str, Range] = field(converter=_ranges)
    conditions: tuple[ConditionResult, ...]
    limits: tuple[LimitResult, ...]
    assumptions: tuple[Assumption, ...]
    missing: tuple[str, ...]
    used: tuple[FactSeen, ...] = ()
    _near: Callable[[], tuple[NearMiss, ...]] = field(default=tuple, repr=False, alias="near")

    @cached_property
    def near_misses(self) -> tuple[NearMiss, ...]:
        """What one stated fact keeps out; worked out when first asked for."""
        return self._near()

    def holds_up(self) -> tuple[ConditionResult, ...]:
        """The conditions that are not met (no), else those not known."""
        failed = tuple(c for c in self.conditions if c.holds is Holds.NO)
        return failed or tuple(c for c in self.conditions if c.holds is Holds.UNKNOWN)


@frozen
class RuleResult:
    """A rule as a whole: its range, which is not the sum of its awards' ends."""

    rule: Rule
    amount: Range
    split: Mapping[str, Range] = field(converter=_ranges)
    awards: tuple[Award, ...]


@frozen(eq=False)
class Result:
    """The whole decision. Immutable; questions are worked out when first asked for."""

    program: Program
    facts: Facts
    as_of: dt.date
    awards: tuple[Award, ...]
    rules: Mapping[str, RuleResult] = field(converter=_results)
    total: Range
    split: Mapping[str, Range] = field(converter=_ranges)
    in_kind: Mapping[str, Range] = field(converter=_ranges)
    warnings: tuple[Diagnostic, ...] = ()
    _ask: Callable[[], tuple[Question, ...]] = field(default=tuple, repr=False, alias="ask")

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every missing fact that can still move the total, the most telling first."""
        return self._ask()

    def __getitem__(self, rule: str) -> RuleResult:
        """The result of one rule (KeyError if it cannot pay or does not exist)."""
        return self.rules[rule]
