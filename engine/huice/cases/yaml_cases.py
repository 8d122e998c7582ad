"""Cases in YAML.

policy: file.rules        # where it is not the neighbour of the same name
as_of: 2023-08-01         # for every case that names no date of its own
cases:
- name: "…"
as_of: 2023-08-01
facts: {enterprise: {…}, project: […], history: []}
expect: {some_rule: "500000.00", total: {low: "0.00", high: null, status: …, split: {city: "…"}}}
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from huice.cases.amounts import parse_amount
from huice.cases.dates import parse_date
from huice.cases.documents import Document
from huice.cases.expectations import Reader
from huice.cases.model import Case, Expectation, Figure, Word
from huice.cases.nodes import Items, Node, Pairs, Scalar, plain_value
from huice.cases.vocabulary import Vocabulary, nearest
from huice.core.program import Program
from huice.diagnostics import Diagnostic
from huice.source import Span
from huice.values import Range

__all__ = ["yaml_cases"]

_FILE_KEYS = ("policy", "as_of", "cases")
_CASE_KEYS = ("name", "as_of", "facts", "expect")
_BAD = dt.date.min
_EXPECT_KEYS = ("low", "high", "amount", "status", "split", "because")


def yaml_cases(
    document: Document, root: Node, program: Program, report: Callable[[Diagnostic], None]
) -> tuple[Case, ...]:
    """The cases of a case file, in file order; mistakes go to `report`."""
    reader = _YamlReader(Reader(document.source, Vocabulary.of(program), report), document)
    return tuple(reader.file(root))


class _YamlReader:
    def __init__(self, reader: Reader, document: Document) -> None:
        self._reader = reader
        self._document = document

    def file(self, root: Node) -> list[Case]:
        parts = self._parts(root, _FILE_KEYS)
        if parts is None:
            return []
        default = self._date(parts.get("as_of"))
        if default is _BAD:
            return []
        listed = parts.get("cases")
        if not isinstance(listed, Items):
            self._reader.say("C150", (listed or root).span)
            return []
        return [case for node in listed.items if (case := self._case(node, default)) is not None]

    def _case(self, node: Node, default: dt.date | None) -> Case | None:
        parts = self._parts(node, _CASE_KEYS)
        if parts is None:
            return None
        name = parts.get("name")
        if not isinstance(name, Scalar) or name.is_null:
            self._reader.say("C151", name.span if name else _head(node))
            return None
        places: dict[str, Span] = {}
        facts_node = parts.get("facts")
        facts = {} if facts_node is None else plain_value(facts_node, "", places)
        if not isinstance(facts, dict):
            self._reader.say("C152", facts_node.span if facts_node else _head(node))
            return None
        as_of = self._date(parts.get("as_of"))
        if as_of is _BAD:
            return None
        expectations = self._expectations(parts.get("expect"), node)
        source, path = self._document.source, self._document.path
        return Case(name.text, as_of or default, facts, expectations, source, name.span, path, places)

    def _parts(self, node: Node, known: tuple[str, ...]) -> Mapping[str, Node] | None:
        """A mapping's values by key; unknown keys are reported."""
        if not isinstance(node, Pairs):
            self._reader.say("C153", node.span, known=", ".join(known))
            return None
        for key, _ in node.pairs:
            if key.text not in known:
                self._reader.say("C154", key.span, key=key.text, near=nearest(key.text, known))
        return {key.text: value for key, value in node.pairs}

    def _date(self, node: Node | None) -> dt.date | None:
        """A date, None where none is written, `_BAD` after a finding."""
        if node is None or (isinstance(node, Scalar) and node.is_null):
            return None
        text = node.text if isinstance(node, Scalar) else ""
        day = parse_date(text)
        if day is None:
            self._reader.say("C126", node.span, text=text)
            return _BAD
        return day

    def _expectations(self, node: Node | None, case: Node) -> tuple[Expectation, ...]:
        if node is None or (isinstance(node, Scalar) and node.is_null):
            self._reader.say("C155", _head(case), level="warning")
            return ()
        if not isinstance(node, Pairs):
            self._reader.say("C156", node.span)
            return ()
        found = []
        for key, value in node.pairs:
            if self._reader.target(key.text, key.span):
                expectation = self._expectation(key, value)
                if expectation is not None:
                    found.append(expectation)
        return tuple(found)

    def _expectation(self, key: Scalar, value: Node) -> Expectation | None:
        if isinstance(value, Scalar):
            figure = self._figure(value)
            return None if figure is None else Expectation(key.text, figure, span=key.span)
        parts = self._parts(value, _EXPECT_KEYS)
        if parts is None:
            return None
        figure = self._pair(parts, value)
        if figure is None and "amount" in parts:
            figure = self._figure(parts["amount"])
        return Expectation(
            target=key.text,
            figure=figure,
            status=self._status(parts.get("status")),
            split=self._split(parts.get("split")),
            because=self._because(parts.get("because")),
            span=key.span,
        )

    def _figure(self, node: Node) -> Figure | None:
        """A point or a range in one scalar."""
        if not isinstance(node, Scalar) or node.is_null or node.style in ("|", ">"):
            self._reader.say("C157", node.span)
            return None
        return self._reader.figure(node.text, "scalar", node.span)

    def _pair(self, parts: Mapping[str, Node], whole: Node) -> Figure | None:
        """A range as `low` and `high`; a `high` of null is unbounded."""
        low, high = parts.get("low"), parts.get("high")
        if low is None and high is None:
            return None
        if not isinstance(low, Scalar) or not isinstance(high, Scalar):
            self._reader.say("C158", _head(whole))
            return None
        digits = self._reader.vocabulary.digits
        ends = [None if end is high and end.is_null else parse_amount(end.text, digits) for end in (low, high)]
        for end, minor in zip((low, high), ends, strict=True):
            if minor is None and not (end is high and high.is_null):
                self._reader.say("C133", end.span, text=end.text, digits=digits)
                return None
        assert ends[0] is not None
        return self._reader.ranged(Range(ends[0], ends[1], digits), "pair", low.span, high.span)

    def _split(self, node: Node | None) -> dict[str, Figure]:
        if node is None:
            return {}
        if not isinstance(node, Pairs):
            self._reader.say("C159", node.span)
            return {}
        shares = {}
        for key, value in node.pairs:
            if not self._reader.payer(key.text, key.span):
                continue
            if isinstance(value, Pairs):
                parts = self._parts(value, ("low", "high"))
                figure = self._pair(parts, value) if parts is not None else None
            else:
                figure = self._figure(value)
            if figure is not None:
                shares[key.text] = figure
        return shares

    def _status(self, node: Node | None) -> Word | None:
        if node is None:
            return None
        text = node.text if isinstance(node, Scalar) else ""
        return self._reader.status(text, "scalar", node.span)

    def _because(self, node: Node | None) -> tuple[Word, ...]:
        if node is None:
            return ()
        labels = node.items if isinstance(node, Items) else (node,)
        words = []
        for label in labels:
            if isinstance(label, Scalar) and not label.is_null:
                words.append(Word(label.text, "scalar", label.span))
            else:
                self._reader.say("C160", label.span)
        return tuple(words)


def _head(node: Node) -> Span:
    """The first thing written in a node: a shorter place to point at than all of it."""
    if isinstance(node, Pairs) and node.pairs:
        return node.pairs[0][0].span
    return node.span
