"""The header of a policy: present, once, and with nothing in it that belongs to a rule."""

from __future__ import annotations

from huice.check.currencies import CURRENCIES, meant_currency
from huice.check.sink import Sink, hint, listed
from huice.check.types import Meanings, Typer
from huice.check.vocabulary import Vocabulary
from huice.source import Span
from huice.syntax import tree as t

__all__ = ["HEADER_CLAUSES", "check_header", "check_payer", "check_window", "once_each"]

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
_PLACE = {"en": "header", "zh": "政策开头"}


def check_header(words: Vocabulary, meanings: Meanings, sink: Sink) -> None:
    """Everything about the `policy` block and the `language` line."""
    _check_language(sink)
    for clause in sink.parsed.file.loose:
        sink.add("R416", clause.span, clause=sink.clause_word(clause))
    policy = words.policy
    damaged = bool(sink.parsed.damaged)
    if policy is None:
        if not damaged and not sink.parsed.file.loose:
            sink.add("R401", _first_line(sink))
        return
    if words.subject is None and not damaged and not words.misplaced:
        sink.add("N211", policy.name.span)
    for clause in policy.clauses:
        _check_clause(clause, words, meanings, sink)
    once_each(policy.clauses, _ONCE, sink)
    fields: dict[str, t.Field] = {}
    for clause in policy.clauses:
        if isinstance(clause, t.Field):
            first = fields.setdefault(clause.what, clause)
            if first is not clause:
                sink.add("R409", clause.span, also=first.span, clause=sink.clause_word(clause))


def _check_clause(clause: t.Clause, words: Vocabulary, meanings: Meanings, sink: Sink) -> None:
    if not isinstance(clause, HEADER_CLAUSES):
        sink.add("R408", clause.span, clause=sink.clause_word(clause))
    elif isinstance(clause, t.Currency):
        _check_currency(clause.code, sink)
    elif isinstance(clause, t.Valid):
        check_window(clause, sink)
    elif isinstance(clause, t.PaidBy):
        check_payer(clause.payer, words, sink)
    elif isinstance(clause, t.When) and words.subject is not None:
        Typer(words, sink, meanings, words.subject, place=_PLACE).condition(clause.condition)


def check_payer(payer: t.Name, words: Vocabulary, sink: Sink) -> None:
    """A payer must be declared, where the policy declares its payers."""
    if words.payers and payer.name not in words.payers:
        sink.unknown("N210", payer, words.payers, payers=listed(words.payers))


def check_window(clause: t.Valid, sink: Sink) -> None:
    """The first day must not lie behind the last."""
    if clause.start and clause.end and clause.start.value > clause.end.value:
        sink.add("R411", clause.span, start=clause.start.text, end=clause.end.text)


def once_each(clauses: tuple[t.Clause, ...], kinds: tuple[type, ...], sink: Sink) -> None:
    """Complain where one of `kinds` is written twice."""
    seen: dict[type, t.Clause] = {}
    for clause in clauses:
        if type(clause) in kinds:
            first = seen.setdefault(type(clause), clause)
            if first is not clause:
                sink.add("R409", clause.span, also=first.span, clause=sink.clause_word(clause))


def _check_currency(code: t.Name, sink: Sink) -> None:
    if code.name not in CURRENCIES:
        meant = meant_currency(code.name)
        sink.add("R417", code.span, replace=meant, found=code.name, hint=hint(meant))


def _check_language(sink: Sink) -> None:
    first: t.Language | None = None
    for item in sink.parsed.file.items:
        if not isinstance(item, t.Language):
            continue
        if item.version != 1:
            sink.add("R400", item.span, version=item.version)
        if first is not None:
            sink.add("R409", item.span, also=first.span, clause=sink.clause_word(item))
        first = first or item


def _first_line(sink: Sink) -> Span:
    """The first line that says something."""
    text = sink.parsed.source.text
    at = len(text) - len(text.lstrip())
    end = text.find("\n", at)
    return Span(at, len(text) if end < 0 else end)
