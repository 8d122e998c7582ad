"""Readings that the engine itself makes where a clause is silent; each decision that rests on one shows it."""

from __future__ import annotations

from huice.messages.message import Message, Words

__all__ = ["MESSAGES"]

MESSAGES = (
    Message(
        "A101",
        Words(
            "Day count not stated",
            "The clause states no day count; a year is counted as 365 days.",
            "If the text counts 360 days, write `basis 360` behind the days.",
        ),
        Words(
            "未写明计息天数",
            "条款未写明计息基础，按一年 365 天计算。",
            "如原文按 360 天计息，请在天数之后写明 `年天数 360`。",
        ),
    ),
)
