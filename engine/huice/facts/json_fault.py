"""What is wrong with a JSON text, and where: read only once the fast reader has refused it.

A small state machine over an explicit stack, so that no nesting can exhaust it. It stops
at the first fault of syntax, for what follows one is guesswork; keys given twice are all told.
"""

from __future__ import annotations

import re
from typing import Any

from huice.diagnostics import Diagnostic
from huice.facts.document import located
from huice.facts.findings import readable
from huice.facts.numbers import plain_number
from huice.source import Source, Span

__all__ = ["faults"]

_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"')
_STRING_PART = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|-?Infinity|NaN", re.ASCII)
_WORD = re.compile(r"[^\s\[\]{}:,\"'，：；、【】“”‘’｛｝]+")
_WIDE = {"，": ",", "、": ",", "：": ":", "【": "[", "】": "]", "｛": "{", "｝": "}", "“": '"', "”": '"', "；": ","}
_QUOTES = "'‘’`"
_MEANT = {
    "true": "true", "yes": "true", "on": "true", "是": "true",
    "false": "false", "no": "false", "off": "false", "否": "false",
    "none": "null", "null": "null", "nil": "null", "undefined": "null", "无": "null",
}  # fmt: skip
_CLOSER = {"{": "}", "[": "]"}


class _FaultError(Exception):
    def __init__(self, code: str, start: int, end: int | None = None, **args: Any) -> None:
        super().__init__(code)
        self.code, self.start, self.end, self.args_ = code, start, end or start + 1, args


def faults(source: Source) -> tuple[Diagnostic, ...]:
    """Every key given twice up to the first fault of syntax, and that fault; at least one finding."""
    scan = _Scan(source)
    try:
        scan.run()
    except _FaultError as fault:
        scan.found.append(located(fault.code, source, Span(fault.start, fault.end), **fault.args_))
    if not scan.found:  # the two readers disagree: still no traceback
        scan.found.append(located("F120", source, Span(0, 1), found=readable(source.text[:20])))
    return tuple(scan.found)


class _Scan:
    """One walk over a text; `stack` holds the open brackets and the keys seen in each object."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.at = 0
        self.stack: list[tuple[str, int, set[str]]] = []
        self.found: list[Diagnostic] = []

    def run(self) -> None:
        """Read the document; raises _FaultError at the first fault of syntax."""
        self.value()
        while self.stack:
            self.after_item()
        self.space()
        if self.at < len(self.text):
            self.stray(self.at)
            raise _FaultError("F134", self.at, found=self.word(self.at))

    def space(self) -> str:
        """Pass over white space; the character that follows ('' at the end)."""
        match = _SPACE.match(self.text, self.at)
        assert match is not None
        self.at = match.end()
        return self.text[self.at : self.at + 1]

    def value(self) -> None:
        """Read a scalar whole, or open a list or object and read its first item."""
        char = self.space()
        if char == '"':
            self.string()
        elif char in ("{", "["):
            self.open(char)
        elif match := _NUMBER.match(self.text, self.at):
            self.number(match.end())
        else:
            for word in ("true", "false", "null"):
                if self.text.startswith(word, self.at) and self.word(self.at) == word:
                    self.at += len(word)
                    return
            self.no_value(char)

    def open(self, char: str) -> None:
        self.stack.append((char, self.at, set()))
        self.at += 1
        follows = self.space()
        if follows == _CLOSER[char]:
            self.at += 1
            self.stack.pop()
        elif char == "{":
            self.pair()
        else:
            self.value()

    def after_item(self) -> None:
        """What may follow an item: a comma and the next one, or the closing bracket."""
        opened, _, _ = self.stack[-1]
        char = self.space()
        if char == _CLOSER[opened]:
            self.at += 1
            self.stack.pop()
        elif char == ",":
            comma = self.at
            self.at += 1
            if self.space() in ("}", "]"):
                raise _FaultError("F122", comma, found=self.text[self.at])
            if opened == "{":
                self.pair()
            else:
                self.value()
        elif char in ("}", "]"):
            raise _FaultError("F133", self.at, found=char, right=_CLOSER[opened])
        else:
            self.stray(self.at)
            raise _FaultError("F123", self.at, found=self.word(self.at))

    def pair(self) -> None:
        start = self.at
        if self.space() != '"':
            self.no_key()
        start = self.at
        key = self.string()
        seen = self.stack[-1][2]
        if key in seen:
            self.found.append(located("F105", self.source, Span(start, self.at), name=readable(key)))
        seen.add(key)
        if self.space() != ":":
            self.stray(self.at)
            raise _FaultError("F132", self.at, name=readable(key))
        self.at += 1
        self.value()

    def string(self) -> str:
        """Read a string; what it says, for comparing keys."""
        match = _STRING.match(self.text, self.at)
        if match:
            self.at = match.end()
            import json

            return str(json.loads(match[0]))
        part = _STRING_PART.match(self.text, self.at)
        assert part is not None
        if self.text[part.end() : part.end() + 1] == "\\":
            raise _FaultError(
                "F130", part.end(), part.end() + 2, found=readable(self.text[part.end() : part.end() + 2])
            )
        raise _FaultError("F129", self.at, part.end(), found=readable(part[0]))

    def number(self, end: int) -> None:
        follows = self.text[end : end + 1]
        if follows and not follows.isspace() and follows not in ",]}:" and follows not in _WIDE and follows != "#":
            self.bad_number()
        self.at = end

    def bad_number(self) -> None:
        word = self.word(self.at)
        meant = plain_number(word)
        right = meant if meant is not None and not re.search(r"[%％‰/]|.-", word) else f'"{word}"'
        raise _FaultError("F128", self.at, self.at + len(word), found=word, right=right)

    def no_value(self, char: str) -> None:
        self.stray(self.at)
        if char in ("}", "]", ",", ":"):
            raise _FaultError("F120", self.at, found=char)
        word = self.word(self.at)
        if char in "+-.0123456789":
            self.bad_number()
        raise _FaultError("F126", self.at, self.at + len(word), found=word, right=_MEANT.get(word.lower(), f'"{word}"'))

    def no_key(self) -> None:
        self.stray(self.at)
        char = self.text[self.at]
        if char == "}":
            raise _FaultError("F122", self.at, found=char)
        word = self.word(self.at)
        before = self.text[max(0, self.at - 40) : self.at]
        grouped = re.search(r"[0-9][0-9,]*,$", before)
        rest = re.compile(r"[0-9]{3}(?:,[0-9]{3})*(?![0-9])").match(self.text, self.at)
        if grouped and rest:
            found = grouped[0] + rest[0]
            raise _FaultError("F128", self.at - len(grouped[0]), rest.end(), found=found, right=found.replace(",", ""))
        raise _FaultError("F131", self.at, self.at + len(word), found=word)

    def stray(self, at: int) -> None:
        """Raise the fault of what can stand nowhere in JSON, if that is what stands at `at`."""
        char = self.text[at : at + 1]
        if not char:
            self.ends_early()
        if char == "#" or self.text.startswith(("//", "/*"), at):
            raise _FaultError("F127", at, at + 2 if char == "/" else at + 1)
        if char in _QUOTES:
            raise _FaultError("F124", at)
        if char in _WIDE:
            raise _FaultError("F125", at, found=char, right=_WIDE[char])

    def ends_early(self) -> None:
        if not self.stack:
            raise _FaultError("F120", self.at, found="")
        opened, at, _ = self.stack[-1]
        raise _FaultError("F121", at, found=opened, right=_CLOSER[opened], line=self.source.position(at)[0])

    def word(self, at: int) -> str:
        match = _WORD.match(self.text, at)
        return readable(match[0] if match else self.text[at : at + 1], 40)
