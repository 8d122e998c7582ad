"""What a case is, and what running cases reports. Plain data: renderers read it and add nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from huice.diagnostics import Diagnostic, has_errors
from huice.source import NOWHERE, Source, Span
from huice.values import Range

__all__ = [
    "TOTAL",
    "Case",
    "Coverage",
    "Expectation",
    "Figure",
    "Gap",
    "Line",
    "Outcome",
    "PolicyReport",
    "TestReport",
    "Word",
]

#: The target of an expectation that speaks of the whole decision.
TOTAL = "total"


@frozen
class Figure:
    """An amount expected, and where it is written.

    `form` says how: `clause` (in a `.rules` file: `M` or `M to N`), `scalar` (one YAML scalar),
    `pair` (YAML `low` and `high`, two scalars) or `cell` (CSV). `high_span` is set where the
    high end has a place of its own.
    """

    amount: Range
    form: str
    span: Span
    high_span: Span | None = None


@frozen
class Word:
    """A word expected (a status, a label) and where it is written."""

    text: str
    form: str
    span: Span


@frozen
class Expectation:
    """What one rule (or `total`) should come to; anything not stated is not compared."""

    target: str
    figure: Figure | None = None
    status: Word | None = None
    split: Mapping[str, Figure] = field(factory=dict)
    because: tuple[Word, ...] = ()
    span: Span = NOWHERE
    spelling: str = "en"


@frozen(eq=False)
class Case:
    """Facts, a date, and what is expected of them.

    `facts` has the shape in which facts are given to a policy (a nested mapping; money as exact
    text). `places` maps addresses of facts to where they are written, so that a finding about
    a fact can point into the file. `path` is None for text that lies in no file.
    """

    name: str
    as_of: dt.date | None
    facts: Mapping[str, Any]
    expectations: tuple[Expectation, ...]
    source: Source
    span: Span
    path: Path | None = None
    places: Mapping[str, Span] = field(factory=dict)

    @property
    def line(self) -> int:
        """The line (from 1) on which the case begins."""
        return self.source.position(self.span.start)[0]

    def place_of(self, address: str | None) -> Span:
        """Where the fact at `address` is written: the nearest written part of it, else the case itself."""
        here = address or ""
        while here:
            if here in self.places:
                return self.places[here]
            cut = max(here.rfind("."), here.rfind("["))
            here = here[:cut] if cut > 0 else ""
        return self.span

    def placed(self, finding: Diagnostic) -> Diagnostic:
        """A finding about the facts of this case, with its place in the file that holds them."""
        if finding.place is not None:
            return finding
        place = self.source.place(self.place_of(finding.address))
        return evolve(finding, file=self.source.name, place=place, excerpt=self.source.line(place.line))


@frozen
class Line:
    """One comparison: what was expected, what came out.

    `what` is `amount`, `status`, `because` or `payer` (then `payer` names it). `actual` is empty
    where nothing came out at all.
    """

    target: str
    what: str
    expected: str
    actual: str
    passed: bool
    payer: str | None = None
    line: int = 0


@frozen
class Outcome:
    """One case after it ran: a line for each comparison, or the findings that kept it from running."""

    case: Case
    lines: tuple[Line, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the case ran and every comparison held."""
        return not has_errors(self.diagnostics) and all(line.passed for line in self.lines)

    @property
    def mismatches(self) -> tuple[Line, ...]:
        """The comparisons that failed."""
        return tuple(line for line in self.lines if not line.passed)


@frozen
class Gap:
    """Something that no case has shown yet.

    `kind` is `condition`, `once`, `cap`, `first_day` or `last_day`. `missing` says what was not
    seen: `yes`, `no` (of a condition, of `once`: used up is `no`), `bites`, `does_not_bite`, or a
    day (ISO). `rule` is None for what the policy as a whole says.
    """

    rule: str | None
    kind: str
    text: str
    missing: str
    line: int


@frozen
class Coverage:
    """How much of a policy its cases have shown."""

    needed: int = 0
    gaps: tuple[Gap, ...] = ()

    @property
    def seen(self) -> int:
        """How many of the `needed` sights the cases have shown."""
        return self.needed - len(self.gaps)


@frozen
class PolicyReport:
    """All cases of one policy. `file` is the policy's file."""

    name: str
    title: str | None
    file: str
    outcomes: tuple[Outcome, ...]
    coverage: Coverage

    @property
    def passed(self) -> int:
        """How many cases passed."""
        return sum(o.passed for o in self.outcomes)

    @property
    def failed(self) -> int:
        """How many cases did not pass."""
        return len(self.outcomes) - self.passed


@frozen
class TestReport:
    """What a run found.

    `diagnostics` are findings about files; findings about the facts of one case stand in its
    outcome. `rewritten` counts the expectations that were rewritten, in `files`.
    """

    __test__ = False  # not itself a test, whatever its name

    policies: tuple[PolicyReport, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    rewritten: int = 0
    files: tuple[str, ...] = ()

    def outcomes(self) -> Iterator[Outcome]:
        """Every case of every policy, in the order run."""
        for policy in self.policies:
            yield from policy.outcomes

    def all_diagnostics(self) -> tuple[Diagnostic, ...]:
        """Findings about files, then those about single cases."""
        return (*self.diagnostics, *(d for o in self.outcomes() for d in o.diagnostics))

    @property
    def passed(self) -> int:
        """How many cases passed."""
        return sum(p.passed for p in self.policies)

    @property
    def failed(self) -> int:
        """How many cases did not pass."""
        return sum(p.failed for p in self.policies)

    @property
    def ok(self) -> bool:
        """Whether every case passed and no file had an error."""
        return self.failed == 0 and not has_errors(self.diagnostics)
