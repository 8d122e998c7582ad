"""The public API: load, decide, read. Five lines are enough; everything is typed and immutable."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from huice.core.program import Program
from huice.decide.decision import Award, Question, Result, RuleResult
from huice.diagnostics import Diagnostic, HuiceError, has_errors
from huice.facts.model import Facts
from huice.source import Source
from huice.values import Range

if TYPE_CHECKING:
    from huice.check import Checked
    from huice.compile.function import Amounts
    from huice.decide.plan import Plan
    from huice.syntax.parse import Parsed
    from huice.syntax.tree import File

__all__ = ["Decision", "Policy", "diagnose", "format", "load", "parse"]


@frozen(eq=False, repr=False)
class Decision:
    """What one company gets under one policy, and why.

    Amounts are `Range`s: what is certain (`low`) and what is possible (`high`, None where
    nothing bounds it), as exact decimals in the currency's unit.
    """

    result: Result

    @property
    def total(self) -> Range:
        """The money of all rules together (what is in kind is counted apart)."""
        return self.result.total

    @property
    def split(self) -> Mapping[str, Range]:
        """The total by payer."""
        return self.result.split

    @property
    def in_kind(self) -> Mapping[str, Range]:
        """What is given in kind, by form."""
        return self.result.in_kind

    @property
    def awards(self) -> tuple[Award, ...]:
        """Every rule for the subject or each of its records, with conditions, limits and reasons."""
        return self.result.awards

    @property
    def rules(self) -> Mapping[str, RuleResult]:
        """Every rule that can pay, by name."""
        return self.result.rules

    @property
    def questions(self) -> tuple[Question, ...]:
        """The missing facts that can still move the total, the most telling first."""
        return self.result.questions

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What deserves a second look, though a decision was made."""
        return self.result.warnings

    @property
    def as_of(self) -> dt.date:
        """The decision date."""
        return self.result.as_of

    def __getitem__(self, rule: str) -> RuleResult:
        """One rule's result.

        Raises KeyError if the policy has no rule of that name that can pay.
        """
        return self.result[rule]

    def explain(self, lang: str = "en", *, full: bool = False) -> str:
        """The decision in words, in `en` or `zh`; `full` adds quotes and all that does not apply."""
        from huice.render.report import explain

        return explain(self.result, lang, full=full)

    def to_dict(self) -> dict[str, Any]:
        """The decision as plain data (docs/reference: "A decision"), ready for JSON."""
        from huice.render.shapes import decision_dict

        return decision_dict(self.result)

    def __repr__(self) -> str:
        return f"<Decision {self.result.program.policy.name} {self.as_of}: {self.total}>"


class Policy:
    """A policy, loaded and checked. Immutable; safe to share between threads.

    Two policies are equal if their files say the same, whatever the layout or spelling.
    """

    def __init__(
        self, source: Source, program: Program | None, diagnostics: tuple[Diagnostic, ...], parsed: Parsed | None = None
    ) -> None:
        self._source = source
        self._program = program
        self._parsed = parsed
        self._diagnostics = diagnostics

    @property
    def source(self) -> Source:
        """The text it was read from."""
        return self._source

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Warnings and notes about the file."""
        return self._diagnostics

    @property
    def program(self) -> Program:
        """The policy as every reader of it sees it.

        Raises HuiceError for a fragment: clauses outside any rule can be parsed and formatted, not decided.
        """
        if self._program is None:
            raise HuiceError(self._diagnostics)
        return self._program

    @cached_property
    def tree(self) -> File:
        """The file clause by clause."""
        if self._parsed is not None:
            return self._parsed.file
        from huice.syntax.parse import parse as parse_source

        return parse_source(self._source).file

    @cached_property
    def _plan(self) -> Plan:
        from huice.decide.plan import Plan

        return Plan(self.program)

    @property
    def name(self) -> str:
        """The policy's name in the file."""
        return self.program.policy.name

    @property
    def title(self) -> str | None:
        """The document's title."""
        return self.program.policy.title

    def check_facts(self, facts: Mapping[str, Any], *, as_of: dt.date | None = None, file: str | None = None) -> Facts:
        """Validate facts once; `decide` takes the result without checking again.

        Raises HuiceError with every finding if anything in them is wrong.
        """
        from huice.facts.validate import validate

        checked, found = validate(self.program, facts, file=file, as_of=as_of)
        if checked is None or has_errors(found):
            raise HuiceError(found)
        return checked

    def decide(self, facts: Mapping[str, Any] | Facts, *, as_of: dt.date | None = None) -> Decision:
        """Decide one case as of a day (the argument beats a date in the facts).

        Raises HuiceError if the facts are wrong or no date is given anywhere.
        """
        from huice.decide.decide import decide
        from huice.facts.validate import later_awards

        checked = facts if isinstance(facts, Facts) else self.check_facts(facts, as_of=as_of)
        date = _day(as_of) or checked.as_of
        if date is None:
            raise HuiceError([Diagnostic.about("D102", "as_of")])
        late = later_awards(checked, date)
        if late:
            raise HuiceError(late)
        return Decision(decide(self._plan, checked, date))

    @cached_property
    def _amounts(self) -> Amounts:
        from huice.compile.function import compile_amounts

        return compile_amounts(self.program)

    def amounts(self, facts: Mapping[str, Any] | Facts, *, as_of: dt.date | None = None) -> dict[str, int]:
        """The fast path: minor units by rule, and `total`, for a case in which everything is known; no reasons.

        Raises HuiceError if the facts are wrong or something that the amounts rest on is missing.
        """
        checked = facts if isinstance(facts, Facts) else self.check_facts(facts, as_of=as_of)
        date = as_of or checked.as_of
        if date is None:
            raise HuiceError([Diagnostic.about("D102", "as_of")])
        return self._amounts(checked, date)

    def __eq__(self, other: object) -> bool:
        return self.tree == other.tree if isinstance(other, Policy) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.tree)

    def __repr__(self) -> str:
        return f"<Policy {self._program.policy.name if self._program else 'fragment'} from {self._source.name}>"


def _day(as_of: object) -> dt.date | None:
    if as_of is None:
        return None
    if isinstance(as_of, dt.date) and not isinstance(as_of, dt.datetime):
        return as_of
    raise HuiceError([Diagnostic.about("D103", "as_of", found=repr(as_of)[:60])])


def load(path: str | Path, *, cache: bool = False) -> Policy:
    """Read a `.rules` file, check it and make it ready to decide.

    `cache` keeps the compiled policy, keyed by content, in the user's cache folder.

    Raises HuiceError with every error of the file (or why it cannot be read).
    """
    source = _read(path)
    if cache:
        from huice import cache as store

        program = store.fetch(source)
        if program is not None:
            return Policy(source, program, ())
        policy = _made(source)
        if not policy.diagnostics:
            store.keep(source, policy.program)
        return policy
    return _made(source)


def parse(text: str, name: str = "<text>") -> Policy:
    """Like `load`, from text. A fragment (clauses outside any rule) parses too; it can be formatted, not decided.

    Raises HuiceError with every error of the text.
    """
    return _made(Source(text, name))


def format(text: str, spelling: str | None = None, name: str = "<text>") -> str:
    """Lay a file out in the standard way, comments kept; `spelling` (`en` or `zh`) also turns one into the other.

    Raises HuiceError if the text does not parse.
    """
    from huice.syntax.parse import parse as parse_source
    from huice.syntax.print_file import format_file

    parsed = parse_source(Source(text, name))
    if has_errors(parsed.diagnostics):
        raise HuiceError(parsed.diagnostics)
    return format_file(parsed, spelling)


def diagnose(path: str | Path) -> tuple[Diagnostic, ...]:
    """Every finding about a file, in file order; nothing is raised."""
    try:
        source = _read(path)
    except HuiceError as error:
        return error.diagnostics
    return _checked(source).diagnostics


def _checked(source: Source) -> Checked:
    from huice.check import check as check_tree
    from huice.syntax.parse import parse as parse_source

    return check_tree(parse_source(source))


def _made(source: Source) -> Policy:
    checked = _checked(source)
    file = checked.parsed.file
    if file.loose and not file.items and {d.code for d in checked.diagnostics} == {"R416"}:
        return Policy(source, None, checked.diagnostics, checked.parsed)
    if has_errors(checked.diagnostics):
        raise HuiceError(checked.diagnostics)
    from huice.lower import lower

    return Policy(source, lower(checked), checked.diagnostics, checked.parsed)


def _read(path: str | Path) -> Source:
    name = str(path)
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise HuiceError([Diagnostic.about("S116", None, file=name, reason=reason)]) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise HuiceError([Diagnostic.about("S110", None, file=name, line=line)]) from None
    return Source(text, name)
