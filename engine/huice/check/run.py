"""The order of the checks, and what they leave behind for lowering."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from huice.check.examples import check_examples
from huice.check.header import check_header
from huice.check.rules import check_rules
from huice.check.sink import Sink
from huice.check.types import Meanings, Typer
from huice.check.vocabulary import Vocabulary, declare
from huice.diagnostics import Diagnostic
from huice.syntax.parse import Parsed

__all__ = ["CHECKS", "Checked", "check"]


@frozen
class Checked:
    """A tree with its vocabulary and the meanings of its names; fit for lowering if nothing is an error."""

    parsed: Parsed
    words: Vocabulary
    meanings: Meanings
    diagnostics: tuple[Diagnostic, ...]


def check_definitions(words: Vocabulary, meanings: Meanings, sink: Sink) -> None:
    """Each definition on its own, over every fact declared."""
    for definition in words.definitions.values():
        if any(definition.name.name in e.facts for e in words.entities.values()):
            sink.add("N203", definition.name.span, name=definition.name.name)
        Typer(words, sink, meanings, None, (definition.name.name,)).type_of(definition.value)


#: Every check of a file, in the order in which they run.
CHECKS: tuple[Callable[[Vocabulary, Meanings, Sink], None], ...] = (
    check_header,
    check_definitions,
    check_rules,
    check_examples,
)


def check(parsed: Parsed) -> Checked:
    """Run every check; findings (the parser's included) come in file order."""
    sink = Sink(parsed)
    words = declare(parsed.file.items, sink)
    meanings = Meanings()
    for run in CHECKS:
        run(words, meanings, sink)
    found = [*parsed.diagnostics, *sink.findings]
    found.sort(key=lambda d: (d.place.line, d.place.column) if d.place else (0, 0))
    return Checked(parsed, words, meanings, tuple(found))
