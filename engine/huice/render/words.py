"""Picks the page of words for a language."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

__all__ = ["Words", "words"]

Words = Mapping[str, str]


def words(lang: str) -> Words:
    """The words of `lang` (`zh`; anything else reads English), templates by key."""
    page: Words = import_module(f"huice.render.words_{'zh' if lang == 'zh' else 'en'}").WORDS
    return page
