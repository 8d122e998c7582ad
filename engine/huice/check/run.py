"""The order of the checks, and what they leave behind for lowering."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from huice.check.declarations import check_declarations
from huice.check.definitions import check_definitions
from huice.check.examples import check_examples
from huice.check.figures import check_figures
from huice.check.header import check_header
from huice.check.rules import check_rules
from huice.check.sink import Sink
from huice.check.types import Meanings
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


#: Every check of a file, in the order in which they run.
CHECKS: tuple[Callable[[Vocabulary, Meanings, Sink], None], ...] = (
    check_declarations,
    check_header,
    check_rules,
    check_definitions,  # those that no rule uses
    check_figures,  # reads which numbers are money
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
