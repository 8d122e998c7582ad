"""YAML into plain values: the small part of YAML that a form needs, read exactly.

Built from parser events with an own stack, so that deep nesting, anchors ("billion
laughs") and tags never reach a constructor. Plain scalars mean what YAML 1.1 says they
mean, with two differences: numbers with decimals stay as written, and keys are always text.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from huice.diagnostics import Diagnostic
from huice.facts.document import DEEPEST, Reading, decode, depth_fault, located
from huice.facts.findings import readable
from huice.facts.numbers import LONGEST, Numeral
from huice.source import Source, Span

if TYPE_CHECKING:
    import yaml

__all__ = ["read_yaml"]

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_YES = frozenset({"yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"})
_NO = frozenset({"no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"})
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)", re.ASCII)
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|[+-]?\.(?:inf|nan)", re.ASCII | re.I)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class _FaultError(Exception):
    def __init__(self, code: str, mark: Any, **args: Any) -> None:
        super().__init__(code)
        self.code, self.mark, self.args_ = code, mark, args


def read_yaml(data: str | bytes, name: str = "<facts>") -> Reading:
    """Read one YAML document.

    Findings, never exceptions: F101–F103 and F110 for the document as a whole, F105–F109 and F140–F142
    for its syntax and for what YAML allows but a facts file does not need.
    """
    text = decode(data, name)
    if isinstance(text, Diagnostic):
        return Reading(None, (text,))
    import yaml

    source = Source(text, name)
    build = _Build(source)
    try:
        build.run(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except _FaultError as fault:
        build.found.append(_at(fault.code, source, fault.mark, **fault.args_))
    except (yaml.YAMLError, RecursionError) as error:
        build.found.append(_syntax(error, source))
    if build.empty and not build.found:
        build.found.append(Diagnostic(code="F110", file=name))
    return Reading(build.root, tuple(build.found))


class _Build:
    """Puts events together; `stack` holds the open lists and mappings, `keys` the key each mapping waits on."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: object = None
        self.empty = True
        self.documents = 0
        self.stack: list[dict[str, object] | list[object]] = []
        self.keys: list[str | None] = []
        self.found: list[Diagnostic] = []

    def run(self, events: Any) -> None:
        import yaml

        for event in events:
            if isinstance(event, yaml.AliasEvent):
                raise _FaultError("F107", event.start_mark, name=readable(str(event.anchor)))
            if isinstance(event, yaml.NodeEvent):
                self.node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.stack.pop()
                self.keys.pop()
            elif isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    raise _FaultError("F109", event.start_mark)

    def node(self, event: Any) -> None:
        import yaml

        if event.anchor is not None:
            raise _FaultError("F107", event.start_mark, name=readable(str(event.anchor)))
        if event.tag is not None:
            raise _FaultError("F108", event.start_mark, name=readable(str(event.tag)))
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
            return
        if self.waits_for_key():
            raise _FaultError("F142", event.start_mark)
        made: dict[str, object] | list[object] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.put(made)
        self.stack.append(made)
        self.keys.append(None)
        if len(self.stack) > DEEPEST:
            raise _FaultError("F103", event.start_mark, limit=DEEPEST)

    def waits_for_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1], dict) and self.keys[-1] is None

    def scalar(self, event: Any) -> None:
        if not self.waits_for_key():
            self.put(_plain(event.value) if event.implicit[0] else event.value)
            return
        here = self.stack[-1]
        if event.value in here:
            self.found.append(_at("F105", self.source, event.start_mark, name=readable(event.value)))
        self.keys[-1] = event.value

    def put(self, value: object) -> None:
        self.empty = self.empty and value is None
        if not self.stack:
            self.root = value
            return
        here = self.stack[-1]
        if isinstance(here, list):
            here.append(value)
            return
        key = self.keys[-1]
        assert key is not None
        here[key] = value
        self.keys[-1] = None


def _plain(text: str) -> object:
    """What a scalar without quotes means."""
    if text in _NULLS:
        return None
    if text in _YES:
        return True
    if text in _NO:
        return False
    if _WHOLE.fullmatch(text):
        return int(text) if len(text) <= LONGEST + 2 else Numeral(text)
    if _DECIMAL.fullmatch(text):
        return Numeral(text)
    if _DATE.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return text
    return text


def _at(code: str, source: Source, mark: Any, **args: Any) -> Diagnostic:
    if code == "F103":
        return depth_fault(source, _offset(source, mark))
    offset = _offset(source, mark)
    return located(code, source, Span(offset, offset + 1), **args)


def _offset(source: Source, mark: Any) -> int:
    return max(0, min(int(mark.index), len(source.text) - 1))


def _syntax(error: yaml.YAMLError | RecursionError, source: Source) -> Diagnostic:
    """The parser's complaint, told in the words of whoever wrote the file."""
    problem = str(getattr(error, "problem", None) or "")
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        bad = next((i for i, c in enumerate(source.text) if not c.isprintable() and c not in "\t\r\n"), 0)
        return located("F111", source, Span(bad, bad + 1), found=f"U+{ord(source.text[bad : bad + 1] or ' '):04X}")
    char = source.text[_offset(source, mark) : _offset(source, mark) + 1]
    if "cannot start any token" in problem:
        found = {"en": "a tab", "zh": "制表符（Tab）"} if char == "\t" else f'"{readable(char)}"'
        return _at("F140", source, mark, found=found)
    if "end of stream" in problem:
        return _at("F141", source, getattr(error, "context_mark", None) or mark)
    return _at("F106", source, mark)
