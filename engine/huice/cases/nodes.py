"""YAML as a tree that knows its places and reads nothing into its scalars.

Built from parser events, so that aliases, tags and depth are seen before anything is built, and
numbers stay the text that was written: no binary float is ever made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from huice.diagnostics import Diagnostic
from huice.facts.numbers import Numeral
from huice.source import Source, Span

__all__ = ["MAX_DEPTH", "Items", "Node", "Pairs", "Scalar", "plain_value", "read_yaml"]

#: Deeper nesting is refused (interfaces.md, "Diagnostics").
MAX_DEPTH = 200

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE = frozenset(("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"))
_FALSE = frozenset(("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"))
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)", re.ASCII)
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|[+-]?\.(?:inf|nan)", re.ASCII | re.I)
_TEXT_TAGS = (None, "!", "tag:yaml.org,2002:str")


@frozen
class Scalar:
    """One value as written; `style` is the quotation mark, `|` or `>`, or empty where it has none."""

    text: str
    style: str
    span: Span

    @property
    def is_null(self) -> bool:
        """Whether it says "nothing": `null`, `~`, or nothing at all."""
        return not self.style and self.text in _NULL


@frozen
class Items:
    """A sequence."""

    items: tuple[Node, ...]
    span: Span


@frozen
class Pairs:
    """A mapping; keys are unique."""

    pairs: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return next((v for k, v in self.pairs if k.text == key), None)


Node = Scalar | Items | Pairs


class _RefusedError(Exception):
    """Stops the building at the first thing that cannot be carried."""


def read_yaml(source: Source, report: Callable[[Diagnostic], None]) -> Node | None:
    """The first document of a YAML text; None (and findings reported) where it cannot be read."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        events = iter(yaml.parse(source.text, Loader=loader))
        return _Builder(source, report).document(events)
    except yaml.MarkedYAMLError as error:
        # Something that is never closed shows where it was opened, not where the file ends.
        open_ended = "end of stream" in (error.problem or "")
        mark = (error.context_mark if open_ended else None) or error.problem_mark or error.context_mark
        at = mark.index if mark else 0
        report(Diagnostic.at("C110", source, Span(at, at + 1)))
    except yaml.YAMLError:
        strange = (i for i, c in enumerate(source.text) if not c.isprintable() and c not in "\t\r\n")
        at = next(strange, 0)
        report(Diagnostic.at("C110", source, Span(at, at + 1)))
    except _RefusedError:
        pass
    return None


class _Builder:
    """Turns events into nodes."""

    def __init__(self, source: Source, report: Callable[[Diagnostic], None]) -> None:
        self._source = source
        self._report = report

    def document(self, events: Iterator[Any]) -> Node | None:
        node: Node | None = None
        for event in events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                if node is not None:
                    raise self._refused("C113", event)
                node = self._node(next(events), events, 0)
        return node

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        kind = type(event).__name__
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            raise self._refused("C111", event)
        if kind == "ScalarEvent":
            if event.tag not in _TEXT_TAGS:
                raise self._refused("C112", event, tag=event.tag)
            plain = event.implicit[0] and event.style in (None, "")
            return Scalar(event.value, "" if plain else event.style or "'", _span(event))
        if event.tag is not None and not event.implicit:
            raise self._refused("C112", event, tag=event.tag)
        if depth >= MAX_DEPTH:
            raise self._refused("C114", event, limit=MAX_DEPTH)
        if kind == "SequenceStartEvent":
            return self._items(event, events, depth)
        return self._pairs(event, events, depth)

    def _items(self, start: Any, events: Iterator[Any], depth: int) -> Items:
        items: list[Node] = []
        for event in events:
            if type(event).__name__ == "SequenceEndEvent":
                return Items(tuple(items), Span(start.start_mark.index, event.end_mark.index))
            items.append(self._node(event, events, depth + 1))
        raise _RefusedError

    def _pairs(self, start: Any, events: Iterator[Any], depth: int) -> Pairs:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for event in events:
            if type(event).__name__ == "MappingEndEvent":
                return Pairs(tuple(pairs.values()), Span(start.start_mark.index, event.end_mark.index))
            key = self._node(event, events, depth + 1)
            if not isinstance(key, Scalar):
                raise self._refused("C115", event)
            value = self._node(next(events), events, depth + 1)
            if key.text in pairs:
                self._report(Diagnostic.at("C116", self._source, key.span, key=key.text))
            pairs[key.text] = (key, value)
        raise _RefusedError

    def _refused(self, code: str, event: Any, **args: Any) -> _RefusedError:
        self._report(Diagnostic.at(code, self._source, _span(event), **args))
        return _RefusedError()


def _span(event: Any) -> Span:
    return Span(event.start_mark.index, event.end_mark.index)


def plain_value(node: Node, address: str, places: dict[str, Span]) -> Any:
    """A node as facts are given: mappings, lists, text, whole numbers, truths, None.

    Decimals and dates stay text, exactly as written. Notes in `places` where each address stands.
    """
    if address:
        places[address] = node.span
    if isinstance(node, Items):
        return [plain_value(item, f"{address}[{i}]", places) for i, item in enumerate(node.items)]
    if isinstance(node, Pairs):
        out = {}
        for key, value in node.pairs:
            here = f"{address}.{key.text}" if address else key.text
            out[key.text] = plain_value(value, here, places)
            places[here] = key.span.to(value.span) if isinstance(value, Scalar) else key.span
        return out
    return node.text if node.style else _resolve(node.text)


def _resolve(text: str) -> Any:
    if text in _NULL:
        return None
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    if _INTEGER.fullmatch(text) and len(text) < 1000:
        return int(text)
    # A bare decimal is told from quoted text, as in files of facts: facts of some types refuse it.
    return Numeral(text) if _DECIMAL.fullmatch(text) else text
