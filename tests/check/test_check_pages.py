"""Every code that a check can give has its page, its test and words in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import huice.check
import pytest
from huice.messages import Message, names, rules, types

PAGES = (*names.MESSAGES, *types.MESSAGES, *rules.MESSAGES)
_CODE = re.compile(r'"([NTR][0-9]{3})"')


def emitted() -> set[str]:
    room = Path(huice.check.__file__).parent
    return {code for file in room.glob("*.py") for code in _CODE.findall(file.read_text("utf-8"))}


def test_pages_and_checks_name_the_same_codes() -> None:
    assert sorted(m.code for m in PAGES) == sorted(emitted())


def test_every_code_has_a_test() -> None:
    here = Path(__file__).parent
    tested = {code for file in here.glob("test_*.py") for code in _CODE.findall(file.read_text("utf-8"))}
    assert emitted() <= tested


@pytest.mark.parametrize("message", PAGES, ids=lambda m: m.code)
def test_both_languages_say_the_same(message: Message) -> None:
    slots = re.compile(r"\{(\w+)\}")
    assert all(message.en) and all(message.zh)
    assert message.en.title == message.en.title.strip() and "{" not in message.en.title + message.zh.title
    assert set(slots.findall(message.en.text)) == set(slots.findall(message.zh.text))
    assert set(slots.findall(message.en.help)) == set(slots.findall(message.zh.help))
    assert bool(message.more_en) == bool(message.more_zh)
    assert all(ord(c) < 0x2E80 or c in "万元亿千" for c in re.sub("`[^`]*`|“[^”]*”", "", message.en.text))


def test_codes_stand_in_order() -> None:
    for page in (names, types, rules):
        codes = [m.code for m in page.MESSAGES]
        assert codes == sorted(set(codes))
