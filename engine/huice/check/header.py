"""The header of a policy: present, once, and with nothing in it that belongs to a rule."""

from __future__ import annotations

import re

from huice.check.sink import Sink
from huice.check.types import Meanings, Typer
from huice.check.vocabulary import Vocabulary
from huice.source import Span
from huice.syntax import tree as t

__all__ = ["HEADER_CLAUSES", "check_header", "check_window", "once_each"]

HEADER_CLAUSES = (
    t.Field,
    t.TextSource,
    t.Issued,
    t.Currency,
    t.Payers,
    t.Valid,
    t.PaidBy,
    t.When,
    t.Assuming,
)
_ONCE = (t.TextSource, t.Issued, t.Currency, t.Valid, t.PaidBy)


def check_header(words: Vocabulary, meanings: Meanings, sink: Sink) -> None:
    """Everything about the `policy` block and the `language` line."""
    _check_language(sink)
    for clause in sink.parsed.file.loose:
        sink.add("R416", clause.span, clause=_first_word(clause, sink))
    policy = words.policy
    damaged = bool(sink.parsed.damaged)
    if policy is None:
        if not damaged and not sink.parsed.file.loose:
            sink.add("R401", Span(0, 0))
        return
    if words.subject is None and not damaged:
        sink.add("N211", policy.name.span)
    for clause in policy.clauses:
        if not isinstance(clause, HEADER_CLAUSES):
            sink.add("R408", clause.span, clause=_first_word(clause, sink))
        elif isinstance(clause, t.Currency) and not re.fullmatch("[A-Z]{3}", clause.code.name):
            sink.add("R417", clause.code.span, code=clause.code.name)
        elif isinstance(clause, t.Valid):
            check_window(clause, sink)
        elif isinstance(clause, t.PaidBy):
            check_payer(clause.payer, words, sink)
        elif isinstance(clause, t.When):
            Typer(words, sink, meanings, words.subject).condition(clause.condition)
    once_each(policy.clauses, _ONCE, sink)
    fields = [c.what for c in policy.clauses if isinstance(c, t.Field)]
    for clause in policy.clauses:
        if isinstance(clause, t.Field) and fields.count(clause.what) > 1:
            sink.add("R409", clause.span, clause=_first_word(clause, sink))
            break


def check_payer(payer: t.Name, words: Vocabulary, sink: Sink) -> None:
    """A payer must be declared, where the policy declares its payers."""
    if words.payers and payer.name not in words.payers:
        sink.unknown("N210", payer, words.payers, payers=words.payers)


def check_window(clause: t.Valid, sink: Sink) -> None:
    """The first day must not lie behind the last."""
    if clause.start and clause.end and clause.start.value > clause.end.value:
        sink.add("R411", clause.span, start=clause.start.text, end=clause.end.text)


def once_each(clauses: tuple[t.Clause, ...], kinds: tuple[type, ...], sink: Sink) -> None:
    """Complain where one of `kinds` is written twice."""
    seen: set[type] = set()
    for clause in clauses:
        if type(clause) in kinds:
            if type(clause) in seen:
                sink.add("R409", clause.span, clause=_first_word(clause, sink))
            seen.add(type(clause))


def _first_word(clause: t.Clause, sink: Sink) -> str:
    said = sink.parsed.source.text[clause.span.start : clause.span.end]
    return said.split()[0] if said.split() else said


def _check_language(sink: Sink) -> None:
    for item in sink.parsed.file.items:
        if isinstance(item, t.Language) and item.version != 1:
            sink.add("R400", item.span, version=item.version)
