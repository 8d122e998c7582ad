"""Lays out a help page in either language; wide characters count as two columns."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping

from huice.source import display_width

__all__ = ["fold", "page", "usage_line"]

_GAP = 2
_COLUMN = 26
#: Marks that must not begin a line (GB/T 15834, punctuation of Chinese).
_CLOSING = frozenset("\uff0c\u3002\uff1b\uff1a\uff1f\uff01\u3001\uff09\u201d,.;:?!)")


def usage_line(command: str, words: Mapping[str, str]) -> str:
    """`usage: huice check FILE|DIR... [options]`."""
    return words["usage"].format(line=words[f"{command}.line" if command else "line"])


def page(parser: argparse.ArgumentParser, command: str, words: Mapping[str, str]) -> str:
    """The whole help page of a command, or of the program where `command` is empty."""
    width = _width() - 2  # a closing mark may hang over by one wide character
    lead = f"{command}." if command else ""
    blocks = [usage_line(command, words), "\n".join(fold(words[f"{lead}about"], width))]
    commands, arguments, options = _groups(parser)
    for title, rows in (("commands", commands), ("arguments", arguments), ("options", options)):
        if rows:
            blocks.append("\n".join([words[f"title.{title}"], *_rows(rows, width)]))
    examples = words[f"{lead}examples"].split("\n")
    blocks.append("\n".join([words["title.examples"], *(f"  {line}" for line in examples)]))
    if not command:
        blocks.append("\n".join(fold(words["foot"], width)))
    return "\n\n".join(blocks) + "\n"


_Rows = list[tuple[str, str]]


def _groups(parser: argparse.ArgumentParser) -> tuple[_Rows, _Rows, _Rows]:
    commands: _Rows = []
    arguments: _Rows = []
    options: _Rows = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            commands += [(a.dest, a.help or "") for a in action._choices_actions]
        elif action.option_strings:
            options.append((_option(action), action.help or ""))
        else:
            arguments.append((str(action.metavar or action.dest), action.help or ""))
    return commands, arguments, options


def _option(action: argparse.Action) -> str:
    names = ", ".join(action.option_strings)
    if action.nargs == 0:
        return names
    value = "|".join(action.choices) if action.choices else str(action.metavar)
    return f"{names} {value}"


def _rows(rows: _Rows, width: int) -> Iterator[str]:
    for name, text in rows:
        head = "  " + name
        lines = fold(text, width - _COLUMN)
        if display_width(head) + _GAP > _COLUMN:
            yield head
        else:
            first = lines.pop(0) if lines else ""
            yield head + " " * (_COLUMN - display_width(head)) + first
        yield from (" " * _COLUMN + line for line in lines)


def _width() -> int:
    """Columns to fill: the terminal's where it says, but never so wide that lines are hard to read."""
    columns = os.environ.get("COLUMNS", "")
    return min(max(int(columns), 50), 100) if columns.isascii() and columns.isdigit() else 80


def fold(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, broken at spaces and between wide characters."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and display_width(line + piece.rstrip()) > width and piece not in _CLOSING:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line else lines


def _pieces(text: str) -> Iterator[str]:
    """Words with the spaces behind them; wide characters one by one."""
    word = ""
    for char in text:
        if display_width(char) == 2:
            if word:
                yield word
                word = ""
            yield char
            continue
        word += char
        if char == " ":
            yield word
            word = ""
    if word:
        yield word
