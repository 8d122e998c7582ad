"""Findings that every way of writing an expectation has in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen

from huice.cases.amounts import parse_range
from huice.cases.model import Figure, Word
from huice.cases.vocabulary import STATUSES, Vocabulary, nearest
from huice.diagnostics import Diagnostic, Level
from huice.source import Source, Span
from huice.values import Range

__all__ = ["Reader"]


@frozen
class Reader:
    """Reads the parts of expectations in one file and reports what is wrong with them."""

    source: Source
    vocabulary: Vocabulary
    report: Callable[[Diagnostic], None]

    def target(self, name: str, span: Span) -> bool:
        """Whether `name` is a rule of the policy, or `total`."""
        if name in self.vocabulary.targets:
            return True
        self.say("C130", span, name=name, near=nearest(name, self.vocabulary.targets))
        return False

    def payer(self, name: str, span: Span) -> bool:
        """Whether `name` is a payer of the policy."""
        if name in self.vocabulary.payers:
            return True
        self.say("C131", span, name=name, near=nearest(name, self.vocabulary.payers))
        return False

    def status(self, text: str, form: str, span: Span) -> Word | None:
        """A status word."""
        if text in STATUSES:
            return Word(text, form, span)
        self.say("C132", span, word=text, known=", ".join(STATUSES))
        return None

    def figure(self, text: str, form: str, span: Span) -> Figure | None:
        """An amount or a range written as one text."""
        amount = parse_range(text, self.vocabulary.digits)
        if amount is None:
            self.say("C133", span, text=text, digits=self.vocabulary.digits)
            return None
        return self.ranged(amount, form, span)

    def ranged(self, amount: Range, form: str, span: Span, high_span: Span | None = None) -> Figure | None:
        """A range whose ends stand in the right order."""
        if amount.minor_high is not None and amount.minor_high < amount.minor_low:
            whole = span.to(high_span) if high_span else span
            low, high = amount.to_dict().values()
            self.say("C134", whole, low=low, high=high)
            return None
        return Figure(amount, form, span, high_span)

    def say(self, code: str, span: Span, *, level: Level = "error", **args: Any) -> None:
        """Report a finding at `span`."""
        self.report(Diagnostic.at(code, self.source, span, level=level, **args))
