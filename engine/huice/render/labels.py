"""What a second place of a finding is called."""

from __future__ import annotations

import re

from huice.diagnostics import Label
from huice.render.words import words

__all__ = ["label_text"]

_CODE = re.compile(r"[A-Z][0-9]{3}")


def label_text(label: Label, lang: str) -> str:
    """The label's own words; a label that only repeats its finding's code marks the other place concerned."""
    return words(lang)["label.also"] if _CODE.fullmatch(label.text) else label.text
