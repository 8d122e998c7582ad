"""Every word that a finding is told in: one page a family of codes, English beside Chinese.

A code never changes its meaning. `title` says what kind of finding it is, `text` what is wrong
here, in the drafter's words, and `help` what to do about it, with a correct example. The three are
templates: `{name}` is filled from the diagnostic's `args`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from huice.messages.message import Message, Words

if TYPE_CHECKING:
    from huice.diagnostics import Diagnostic

__all__ = ["FAMILIES", "Message", "Words", "all_messages", "lookup", "plain", "words"]

#: First letter of a code → the page that holds it.
FAMILIES = {
    "S": "syntax",
    "N": "names",
    "T": "types",
    "R": "rules",
    "A": "assumptions",
    "D": "decisions",
    "F": "facts",
    "C": "cases",
    "U": "usage",
}


def _page(family: str) -> dict[str, Message]:
    return {m.code: m for m in import_module(f"huice.messages.{FAMILIES[family]}").MESSAGES}


_pages: dict[str, dict[str, Message]] = {}


def lookup(code: str) -> Message:
    """The message of a code.

    Raises KeyError if no page holds it.
    """
    family = code[:1]
    if family not in FAMILIES:
        raise KeyError(code)
    if family not in _pages:
        _pages[family] = _page(family)
    return _pages[family][code]


def all_messages() -> list[Message]:
    """Every message, by family and code."""
    return [m for family in FAMILIES for _, m in sorted(_page(family).items())]


class _Filled(dict[str, object]):
    """Values for a template; one that a check has nothing to say for (such as a hint) stays empty."""

    def __missing__(self, key: str) -> str:
        return ""


def words(diagnostic: Diagnostic, lang: str = "en") -> Words:
    """Title, text and help of a finding, filled in."""
    template = lookup(diagnostic.code).words(lang)
    args = _Filled(
        {
            k: (v[lang] if isinstance(v, dict) and lang in v else ", ".join(v) if isinstance(v, tuple | list) else v)
            for k, v in diagnostic.args.items()
        }
    )
    return Words(template.title.format_map(args), template.text.format_map(args), template.help.format_map(args))


def plain(diagnostic: Diagnostic, lang: str = "en") -> str:
    """One finding on one line: `file:line:column: error[CODE]: text`."""
    said = words(diagnostic, lang)
    where = diagnostic.file or ""
    if diagnostic.place is not None:
        where += f":{diagnostic.place.line}:{diagnostic.place.column}"
    elif diagnostic.address:
        where += f"{': ' if where else ''}{diagnostic.address}"
    head = f"{where}: " if where else ""
    tail = f" ({said.help})" if said.help else ""
    return f"{head}{diagnostic.level}[{diagnostic.code}]: {said.text}{tail}"
