"""Both languages say the same things with the same slots."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from huice.messages.usage import MESSAGES

_SLOT = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("room", ["render", "cli"])
def test_pages_agree(room: str) -> None:
    en = import_module(f"huice.{room}.words_en").WORDS
    zh = import_module(f"huice.{room}.words_zh").WORDS
    assert list(en) == list(zh)
    for key in en:
        assert set(_SLOT.findall(en[key])) == set(_SLOT.findall(zh[key])), key


def test_usage_messages_agree() -> None:
    assert len({m.code for m in MESSAGES}) == len(MESSAGES)
    for message in MESSAGES:
        for en, zh in zip(message.en, message.zh, strict=True):
            assert set(_SLOT.findall(en)) == set(_SLOT.findall(zh)), message.code
        assert message.en.help and message.zh.help, message.code


@pytest.mark.parametrize("room", ["render", "cli"])
def test_chinese_is_punctuated_as_chinese(room: str) -> None:
    for key, text in import_module(f"huice.{room}.words_zh").WORDS.items():
        assert not re.search(r"[\u4e00-\u9fff][,:;?()]|[,;?][\u4e00-\u9fff]", text), key
