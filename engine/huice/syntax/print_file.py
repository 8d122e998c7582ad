"""A whole file as text: one clause a line, blocks parted by blank lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from huice.syntax import tree as t
from huice.syntax.parse import Parsed
from huice.syntax.print_clause import clause_text, fact_parts, given_text, heading
from huice.syntax.print_comments import CONTINUED, Line, line_breaks, weave

__all__ = ["format_file"]

_HEADS = (t.Rate, t.AwardFlat, t.Interest, t.Amount, t.ReferTo, t.LimitTo)
_STEPS = (
    *(t.Cap, t.Floor, t.Once, t.Split, t.PaidBy, t.PaidTo, t.Responsible, t.InKind, t.OnTopOf),
    *(t.Valid, t.DatedBy),
)


def format_file(parsed: Parsed, spelling: str | None = None) -> str:
    """The file in the standard layout, all in `spelling`, or each clause in its own where that is None.

    Parsing the result gives the same tree, and formatting it changes nothing. Line ends stay as they
    were (CRLF or LF). `parsed` must be free of errors: what was not read would be missing.
    """
    text = parsed.source.text
    lines = _Layout(text, spelling).lines(parsed.file)
    written: list[str] = []
    for line in weave(text, lines, parsed.file.comments):
        if line.gap and written:
            written.append("")
        written.append(str(line))
    newline = "\r\n" if "\r\n" in text else "\n"
    return "".join([line.replace("\n", newline) + newline for line in written])


_BETWEEN_WORDS = re.compile(r"(?:[\s,，、；]|[#＃][^\r\n]*)*")


class _Layout:
    """The lines of code, in source order."""

    def __init__(self, text: str, spelling: str | None) -> None:
        self._text = text
        self._spelling = spelling
        self._breaks = line_breaks(text)

    def lines(self, file: t.File) -> list[Line]:
        """The lines of a file, without comments."""
        lines = list(self._clauses(file.loose))
        for line in lines:
            line.depth = 0
            line.block = False
        before: t.Item | None = None
        for item in file.items:
            block = list(self._item(item))
            block[0].opens = True
            block[0].depth = 0
            # Definitions may stand one below the other, as the drafter grouped them.
            block[0].apart = not (isinstance(item, t.Define) and isinstance(before, t.Define))
            lines += block
            before = item
        return lines

    def _item(self, item: t.Item) -> Iterator[Line]:
        match item:
            case t.Language() | t.Define():
                yield Line(self._clause(item), *item.span, block=False)
            case t.Policy() | t.Rule():
                yield self._header(item, item.title or item.name)
                yield from self._clauses(item.clauses)
            case t.Entity():
                yield self._header(item, item.label or item.parent or item.name)
                for fact in item.facts:
                    yield Line(self._fact(fact), *fact.span)
            case t.Example():
                yield from self._example(item)

    def _clause(self, node: t.Clause | t.Item | t.Fact | t.Expect) -> str:
        return clause_text(node, self._spelling or node.spelling)

    def _fact(self, fact: t.Fact) -> str:
        """A fact; its options, label and question in other lines where the drafter put them there."""
        text, before = "", fact.name.span
        for gap, part, span in fact_parts(fact, self._spelling or fact.spelling):
            text += (gap if self._same_line(before.end, span.start) else gap.rstrip() + CONTINUED) + part
            before = span
        return text

    def _header(self, item: t.Policy | t.Rule | t.Entity, last: t.Name | t.Text) -> Line:
        return Line(self._clause(item), item.span.start, last.span.end)

    def _clauses(self, clauses: tuple[t.Clause, ...]) -> Iterator[Line]:
        """One line a clause; steps and destinations stay on the line of their head if they stood there."""
        line: Line | None = None  # the amount line that may still grow
        for clause in clauses:
            if line is not None and isinstance(clause, _STEPS) and self._same_line(line.end, clause.span.start):
                line.text += " " + self._clause(clause)
                line.end = clause.span.end
                continue
            if line is not None:
                yield line
            line = Line(self._clause(clause), *clause.span)
            if not isinstance(clause, _HEADS + _STEPS):
                yield line
                line = None
        if line is not None:
            yield line

    def _example(self, example: t.Example) -> Iterator[Line]:
        spelling = self._spelling or example.spelling
        title, as_of = heading(example, spelling)
        yield Line(title, example.span.start, example.title.span.end)
        end = example.title.span.end
        if example.as_of is not None:
            yield Line(as_of, self._word_from(end), example.as_of.span.end)
            end = example.as_of.span.end
        line: Line | None = None
        together: list[t.Given] = []
        for node in sorted((*example.given, *example.expect), key=lambda node: node.span.start):
            if isinstance(node, t.Expect):
                yield Line(self._clause(node), *node.span)
                line = None
            elif line is not None and self._same_line(end, node.span.start):
                together.append(node)
                line.text, line.end = given_text(together, spelling), node.span.end
            else:
                together = [node]
                line = Line(given_text(together, spelling), min(self._word_from(end), node.span.start), node.span.end)
                yield line
            end = node.span.end

    def _word_from(self, at: int) -> int:
        """Where the first word behind `at` begins: no space, comma or comment."""
        found = _BETWEEN_WORDS.match(self._text, at)
        return found.end() if found else at

    def _same_line(self, end: int, start: int) -> bool:
        return bisect_left(self._breaks, end) == bisect_left(self._breaks, start)
