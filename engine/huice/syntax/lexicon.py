"""The keyword table, arranged for its readers: lexer, formatter, recovery, suggestions."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from huice.syntax.grammar import load

__all__ = ["Lexicon", "fold", "lexicon"]

# Full-width marks and digits read as their half-width twins, one character for one, so that offsets hold.
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20,
    ord("、"): ord(","),
    ord("；"): ord(","),
    ord("〔"): ord("("),
    ord("〕"): ord(")"),
    ord("【"): ord("["),
    ord("】"): ord("]"),
    ord("−"): ord("-"),
    0xFEFF: 0x20,
    0x00A0: 0x20,
}


def fold(text: str) -> str:
    """`text` with full-width characters as half-width ones; the length does not change."""
    return text if text.isascii() else text.translate(_FOLD)


class Lexicon(NamedTuple):
    """Words and what they can stand for."""

    terminals: dict[str, tuple[str, ...]]
    """Word → the terminals it may be, in the order of the table."""
    spelling: dict[str, dict[str, str]]
    """Terminal → language → the spelling that the formatter writes."""
    phrases: tuple[str, ...]
    """English spellings of several words, longest first."""
    blocks: frozenset[str]
    """Words that begin an item of a file."""
    clauses: frozenset[str]
    """Words that begin a clause."""
    longest: int
    """Length of the longest Chinese spelling."""
    reserved: tuple[str, ...]
    """Words of the language that this version does not have, longest first."""
    starts: dict[str, str]
    """Word that begins a block or a clause → the terminal that it is there."""


@cache
def lexicon() -> Lexicon:
    """The lexicon of the grammar in force."""
    terminals: dict[str, tuple[str, ...]] = {}
    spelling: dict[str, dict[str, str]] = {}
    begins: dict[str, set[str]] = {"block": set(), "clause": set()}
    starts: dict[str, str] = {}
    reserved: list[str] = []
    for group, entries in load().keywords.items():
        for terminal, by_language in entries.items():
            if group == "reserved":
                reserved += [word for words in by_language.values() for word in words]
                continue
            for language, words in by_language.items():
                spelling.setdefault(terminal, {})[language] = words[0]
                for word in words:
                    terminals[word] = (*terminals.get(word, ()), terminal)
                    if group in begins:
                        begins[group].add(word)
                        starts[word] = terminal
    phrases = tuple(sorted((w for w in terminals if " " in w), key=len, reverse=True))
    longest = max(len(w) for w in terminals if not w.isascii())
    return Lexicon(
        terminals,
        spelling,
        phrases,
        frozenset(begins["block"]),
        frozenset(begins["clause"]),
        longest,
        tuple(sorted(reserved, key=len, reverse=True)),
        starts,
    )
