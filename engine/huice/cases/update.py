"""Rewriting expectations to what came out: the smallest edits at exact places, all files or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from attrs import define, field

from huice.cases.amounts import amount_like, range_like
from huice.cases.compare import actual_amount, actual_share, actual_status
from huice.cases.documents import Document, apply, os_reason, write_all
from huice.cases.model import Case, Figure, Word
from huice.decide.decision import Result
from huice.diagnostics import Diagnostic, Edit
from huice.source import Source, Span
from huice.values import Range

__all__ = ["Rewrite", "rewrite_case"]


@define
class Rewrite:
    """The edits gathered in one run, file by file."""

    count: int = 0
    _edits: dict[Path, list[Edit]] = field(factory=dict)
    _documents: dict[Path, Document] = field(factory=dict)

    def add(self, document: Document, edits: Iterable[Edit]) -> None:
        """One expectation of `document` is to be rewritten by `edits`."""
        mine = self._edits.setdefault(document.path, [])
        mine.extend(e for e in edits if e not in mine)
        self._documents[document.path] = document
        self.count += 1

    def write(self, report: Callable[[Diagnostic], None]) -> tuple[str, ...]:
        """Write every file; the names of those written. Nothing is written if one of them cannot be."""
        ready = []
        for path, edits in self._edits.items():
            document = self._documents[path]
            ready.append((path, document.encode(apply(document.source.text, edits))))
        try:
            write_all(ready)
        except OSError as error:
            name = str(error.filename or ready[0][0])
            report(Diagnostic.about("C182", None, file=name, path=name, reason=os_reason(error)))
            return ()
        return tuple(str(path) for path, _ in ready)


def rewrite_case(
    case: Case, result: Result, document: Document, into: Rewrite, report: Callable[[Diagnostic], None]
) -> None:
    """Add the edits that make the figures and statuses of `case` say what `result` says.

    Reasons (`because`) are for a person to rewrite; so is a figure that the file has no way to
    write (C181).
    """
    for expected in case.expectations:
        figures = [] if expected.figure is None else [(expected.figure, actual_amount(expected.target, result))]
        figures += [(f, actual_share(expected.target, payer, result)) for payer, f in expected.split.items()]
        for figure, actual in figures:
            edits = list(_figure_edits(figure, actual, case.source, expected.spelling))
            if None in edits:
                place = Diagnostic.at("C181", case.source, figure.span, level="warning", actual=str(actual))
                report(place)
            elif edits:
                into.add(document, [e for e in edits if e is not None])
        if expected.status is not None:
            statuses = actual_status(expected.target, result)
            if len(statuses) == 1 and statuses[0] != expected.status.text:
                into.add(document, [_status_edit(expected.status, statuses[0], case.source)])


def _figure_edits(figure: Figure, actual: Range, source: Source, spelling: str) -> Iterator[Edit | None]:
    """The edits for one figure; None among them where its form cannot carry the amount."""
    wanted = figure.amount
    if (wanted.minor_low, wanted.minor_high) == (actual.minor_low, actual.minor_high):
        return
    if figure.form == "clause":
        yield from _clause_edits(figure, actual, source, spelling)
    elif figure.high_span is not None:
        if wanted.minor_low != actual.minor_low:
            yield _scalar_edit(source, figure.span, actual.minor_low, actual.digits)
        if wanted.minor_high != actual.minor_high:
            yield _scalar_edit(source, figure.high_span, actual.minor_high, actual.digits)
    else:
        inner = _inside_quotes(source, figure.span)
        yield Edit(*inner, range_like(source.text[inner.start : inner.end], actual))


def _clause_edits(figure: Figure, actual: Range, source: Source, spelling: str) -> Iterator[Edit | None]:
    def shown(span: Span, minor: int) -> str:
        return amount_like(source.text[span.start : span.end], minor, actual.digits)

    span, high_span, high = figure.span, figure.high_span, actual.minor_high
    if high is None:
        yield None  # the language has no words for an expected amount without an upper end
    elif actual.is_point:
        yield Edit(span.start, (high_span or span).end, shown(high_span or span, high))
    elif high_span is None:
        to = "至" if spelling == "zh" else "to"
        yield Edit(*span, f"{shown(span, actual.minor_low)} {to} {shown(span, high)}")
    else:
        if actual.minor_low != figure.amount.minor_low:
            yield Edit(*span, shown(span, actual.minor_low))
        if high != figure.amount.minor_high:
            yield Edit(*high_span, shown(high_span, high))


def _scalar_edit(source: Source, span: Span, minor: int | None, digits: int) -> Edit:
    """One end of a YAML pair; None is written `null`, and `null` gives way to a quoted amount."""
    old = source.text[span.start : span.end]
    if minor is None:
        return Edit(*span, "null")
    if old in ("", "~", "null", "Null", "NULL"):
        gap = "" if old or source.text[span.start - 1 : span.start].isspace() else " "
        return Edit(*span, f'{gap}"{amount_like("0.00", minor, digits)}"')
    inner = _inside_quotes(source, span)
    return Edit(*inner, amount_like(source.text[inner.start : inner.end], minor, digits))


def _status_edit(word: Word, status: str, source: Source) -> Edit:
    return Edit(*_inside_quotes(source, word.span), status)


def _inside_quotes(source: Source, span: Span) -> Span:
    """The text of a scalar or cell without its quotation marks, which stay."""
    text = source.text[span.start : span.end]
    if len(text) >= 2 and text[0] in "\"'" and text[-1] == text[0]:
        return Span(span.start + 1, span.end - 1)
    return span
