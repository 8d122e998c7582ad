"""The shape of a message."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Message", "Words"]


class Words(NamedTuple):
    """What is said of a finding in one language."""

    title: str
    text: str
    help: str


class Message(NamedTuple):
    """One code: its words in both languages, and what `huice explain` says beyond them."""

    code: str
    en: Words
    zh: Words
    more_en: str = ""
    more_zh: str = ""

    def words(self, lang: str) -> Words:
        """The words in `lang` (`en` or `zh`; anything else reads English)."""
        return self.zh if lang == "zh" else self.en
