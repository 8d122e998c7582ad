"""A code's page: what it says wherever it appears, and what is behind it."""

from __future__ import annotations

import re
from typing import Any

from huice.messages.message import Message
from huice.render.words import words

__all__ = ["code_dict", "code_text"]

_SLOT = re.compile(r"\{(\w+)\}")


def code_text(message: Message, lang: str) -> str:
    """The page as text, ending with a line break."""
    said, page = message.words(lang), words(lang)
    parts = [f"{message.code}  {said.title}", _open(said.text)]
    if said.help:
        parts.append(page["code.help"].format(text=_open(said.help)))
    more = message.more_zh if lang == "zh" else message.more_en
    if more:
        parts.append(more)
    return "\n\n".join(parts) + "\n"


def code_dict(message: Message, lang: str) -> dict[str, Any]:
    """The page as data; text and help keep their slots, such as ``{path}``."""
    said = message.words(lang)
    more = message.more_zh if lang == "zh" else message.more_en
    return {"code": message.code, "title": said.title, "text": said.text, "help": said.help, "more": more}


def _open(template: str) -> str:
    """A template without its values: hints fall away, everything else becomes an ellipsis."""
    return _SLOT.sub(lambda slot: "" if slot[1] == "hint" else "\u2026", template)
