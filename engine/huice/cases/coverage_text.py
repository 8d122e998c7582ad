"""A policy against its official text: is every quote in it, and is every figure of it quoted?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from huice.cases.documents import os_reason, read_document
from huice.cases.figures import find_figures
from huice.cases.nearest import Nearest, nearest_passage
from huice.cases.normalise import Normal, normalise
from huice.cases.sentences import sentences
from huice.diagnostics import Diagnostic, HuiceError
from huice.messages import lookup
from huice.source import Source, Span

if TYPE_CHECKING:
    from huice.api import Policy

__all__ = ["CoverageReport", "QuoteCheck", "Unquoted", "coverage"]


@frozen
class QuoteCheck:
    """One quote. `lines` are the first and last line of the official text that it stands on; None: not found."""

    rule: str
    article: str | None
    quote: str
    lines: tuple[int, int] | None
    nearest: Nearest | None = None

    @property
    def found(self) -> bool:
        """Whether the official text has it."""
        return self.lines is not None


@frozen
class Unquoted:
    """A sentence of the official text with figures that no rule quotes."""

    text: str
    line: int
    figures: tuple[str, ...]


@frozen
class CoverageReport:
    """What the comparison found.

    `with_figures` counts the sentences that name money, a rate, a share or a rank; `unquoted` are
    those of them that are not fully quoted. `diagnostics` hold the same findings with their places.
    """

    policy: str
    title: str | None
    text_file: str | None
    quotes: tuple[QuoteCheck, ...] = ()
    with_figures: int = 0
    unquoted: tuple[Unquoted, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the text was read, every quote is in it, and no figure is left."""
        return not self.diagnostics


def coverage(policy: Policy, library: Path | None = None) -> CoverageReport:
    """Compare the quotes of a policy with the official text that it names.

    The text must lie inside `library`: by default the shipped library where the policy is part
    of it, else the folder of the policy's file. Raises nothing: a text that is missing, unreadable
    or outside is a finding (C190 to C192, C196).
    """
    program = policy.program
    try:
        official = _official(policy, library)
    except HuiceError as error:
        return CoverageReport(policy.name, policy.title, program.policy.text, diagnostics=error.diagnostics)
    normal = normalise(official.text)
    quotes = list(_quotes(policy))
    placed = _place([(rule, normalise(text).text) for rule, _, text, _ in quotes], normal)
    checks, findings = [], []
    for (rule, article, text, span), at in zip(quotes, placed, strict=True):
        check = _check(rule, article, text, at, official, normal)
        checks.append(check)
        if not check.found:
            findings.append(_not_found(check, policy.source, span))
    total, unquoted = 0, []
    for sentence, figures, missing in _figures(official, normal, [at for at in placed if at]):
        total += bool(figures)
        if missing:
            line = official.position(sentence.start)[0]
            shown = _one_line(official.text[sentence.start : sentence.end])
            unquoted.append(Unquoted(shown, line, missing))
            said = Diagnostic.at("C194", official, sentence, level="warning", figures=missing, sentence=shown)
            findings.append(said)
    return CoverageReport(
        policy=policy.name,
        title=policy.title,
        text_file=program.policy.text,
        quotes=tuple(checks),
        with_figures=total,
        unquoted=tuple(unquoted),
        diagnostics=tuple(findings),
    )


# The official text


def _official(policy: Policy, library: Path | None) -> Source:
    """The official text (HuiceError where there is none to be read)."""
    named = policy.program.policy.text
    span = _text_span(policy)
    if not named:
        raise HuiceError([Diagnostic.at("C190", policy.source, span)])
    file = Path(policy.source.name)
    if not file.is_file():
        raise HuiceError([Diagnostic.at("C196", policy.source, span, text=named)])
    folder = file.resolve().parent
    try:
        path = (folder / named).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise HuiceError([Diagnostic.at("C192", policy.source, span, text=named, reason=os_reason(error))]) from None
    if not path.is_relative_to((library or _library(folder)).resolve()):
        raise HuiceError([Diagnostic.at("C191", policy.source, span, text=named)])
    try:
        return read_document(path).source
    except HuiceError as error:
        first = error.diagnostics[0]
        reason = first.args.get("reason") or {
            "en": lookup(first.code).en.title,
            "zh": lookup(first.code).zh.title,
        }
        raise HuiceError([Diagnostic.at("C192", policy.source, span, text=named, reason=reason)]) from None


def _library(folder: Path) -> Path:
    from huice.resources import policies_dir

    shipped = policies_dir()
    return shipped if shipped is not None and folder.is_relative_to(shipped.resolve()) else folder


def _text_span(policy: Policy) -> Span:
    from huice.syntax import tree

    for item in policy.tree.items if policy.tree is not None else ():
        if isinstance(item, tree.Policy):
            return next((c.value.span for c in item.clauses if isinstance(c, tree.TextSource)), item.name.span)
    return policy.program.policy.span


# Quotes


def _quotes(policy: Policy) -> Iterator[tuple[str, str | None, str, Span]]:
    """Rule, article, quote and where the quote is written."""
    from huice.syntax import tree

    spans: dict[tuple[str, str], Span] = {}
    for item in policy.tree.items if policy.tree is not None else ():
        if isinstance(item, tree.Rule):
            for clause in item.clauses:
                if isinstance(clause, tree.Quote):
                    spans.setdefault((item.name.name, clause.value.value), clause.value.span)
    for rule in policy.program.rules:
        for quote in rule.quotes:
            yield rule.name, rule.article, quote, spans.get((rule.name, quote), rule.span)


def _place(quotes: list[tuple[str, str]], normal: Normal) -> list[tuple[int, int] | None]:
    """Where each quote stands in the normalised text; None where it does not.

    Words that the text repeats are taken to stand where the same rule's other quotes do, else at
    the first such place that no other quote has taken: one quote never stands for two sentences.
    """
    everywhere = [list(_occurrences(normal.text, quote)) for _, quote in quotes]
    anchors: dict[str, list[int]] = {}
    for (rule, _), starts in zip(quotes, everywhere, strict=True):
        if len(starts) == 1:
            anchors.setdefault(rule, []).append(starts[0])
    taken: set[tuple[str, int]] = set()
    placed: list[tuple[int, int] | None] = []
    for (rule, quote), starts in zip(quotes, everywhere, strict=True):
        if not starts:
            placed.append(None)
            continue
        near = anchors.get(rule)
        if len(starts) > 1 and near:
            start = min(starts, key=lambda s: min(abs(s - a) for a in near))
        else:
            start = next((s for s in starts if (quote, s) not in taken), starts[0])
        taken.add((quote, start))
        placed.append((start, start + len(quote)))
    return placed


def _occurrences(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _check(
    rule: str, article: str | None, text: str, at: tuple[int, int] | None, official: Source, normal: Normal
) -> QuoteCheck:
    if at is not None:
        place = official.place(normal.original(*at))
        return QuoteCheck(rule, article, text, (place.line, place.end_line))
    return QuoteCheck(rule, article, text, None, nearest_passage(text, official, normal))


def _not_found(check: QuoteCheck, source: Source, span: Span) -> Diagnostic:
    near = check.nearest
    if near is None:
        return Diagnostic.at("C195", source, span)
    # The quotation mark takes one place; only where the string reads as it stands can the place be exact.
    inner = span.start + 1
    exact = source.text[inner : inner + len(check.quote)] == check.quote
    at = Span(inner + near.offset, inner + near.offset + max(1, len(near.quoted))) if exact else span
    return Diagnostic.at(
        "C193",
        source,
        at,
        quoted=near.quoted or "…",
        official=near.official or "…",
        line=near.line,
        nearest=near.sentence,
    )


# Figures


def _figures(
    official: Source, normal: Normal, quoted: list[tuple[int, int]]
) -> Iterator[tuple[Span, tuple[str, ...], tuple[str, ...]]]:
    """Each sentence with its figures, and those of them that no quote holds whole."""
    for sentence in sentences(official.text):
        start, end = normal.between(sentence)
        figures = find_figures(normal.text[start:end])
        missing = tuple(
            f.text for f in figures if not any(a <= start + f.start and start + f.end <= b for a, b in quoted)
        )
        yield sentence, tuple(f.text for f in figures), missing


def _one_line(text: str) -> str:
    """A sentence without its line breaks."""
    return "".join(line.strip() for line in text.splitlines())
