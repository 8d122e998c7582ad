"""Nothing that is fed to the parser raises, and nothing takes long."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from huice.messages import words
from huice.source import Source
from huice.syntax.parse import MAX_BYTES, Parsed, parse
from huice.syntax.print import format_file
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .generate import untidy

_slow = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
POLICIES = Path(__file__).resolve().parents[2] / "policies"


def read(text: str) -> Parsed:
    """Parse; every finding can be told, and has a place inside the text."""
    parsed = parse(Source(text))
    for finding in parsed.diagnostics:
        assert finding.place is not None
        assert 1 <= finding.place.line <= text.count("\n") + 1
        for language in ("en", "zh"):
            assert words(finding, language).text
    if not parsed.diagnostics:
        assert not parsed.damaged
        assert parse(Source(format_file(parsed))).file == parsed.file
    return parsed


@given(st.text(max_size=60) | st.binary(max_size=60).map(lambda data: data.decode("utf-8", "surrogateescape")))
@_slow
def test_any_text(text: str) -> None:
    read(text)


_WORDS = """
rule policy entity example given expect when rate 30% of x cap 5 per year split a:b 1:1 valid from until 2023-01-01
"x" “ ” ( ) [ ] , : # - + / 条款 当 按 的 补助 最高 每 在 以上 年 不超过 是 万元 家 按x的 ； 。 百分之 2023年 larger of
up to in is not and or 1,000 fact choice ask between language define as award full interest a year on for paid by
"""
_PIECES = st.sampled_from([*_WORDS.split(), "\n", "\r", "\x00", "\ud800"])


@given(st.lists(_PIECES, max_size=40).map(" ".join) | st.lists(_PIECES, max_size=20).map("".join))
@_slow
def test_any_words_of_the_language(text: str) -> None:
    read(text)


@given(untidy(), st.randoms(use_true_random=False))
@_slow
def test_damaged_rules(case: tuple[object, str], chance: random.Random) -> None:
    read(_mutated(case[1], chance))


def _mutated(text: str, chance: random.Random) -> str:
    letters = list(text)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(letters) + 1)
        match chance.randrange(4):
            case 0:
                del letters[at : at + chance.randint(1, 12)]
            case 1:
                letters[at:at] = chance.choice(['"', "(", ")", "，", "5", "。", "\n", "的", "cap", "x ", "#", "\x00"])
            case 2:
                letters[at : at + 1] = letters[at : at + 1] * 2
            case _:
                other = chance.randrange(len(letters) + 1)
                letters[at:at] = letters[other : other + 15]
    return "".join(letters)


@pytest.mark.parametrize("path", sorted(POLICIES.rglob("*.rules")), ids=lambda path: path.stem)
def test_damaged_policies(path: Path) -> None:
    text = path.read_text("utf-8")
    chance = random.Random(20230428)
    for _ in range(30):
        read(_mutated(text, chance))


WIDE = {
    "deep parentheses": "rule r when " + "(" * 100_000 + "x" + ")" * 100_000,
    "deep lists": "example 'x' given " + "a (" * 100_000,
    "open brackets": "rule r when x in " + "[" * 100_000,
    "many not": "rule r when " + "not " * 100_000 + "x",
    "many minus": "rule r cap " + "-" * 100_000 + "x",
    "long name": "rule " + "x" * 1_000_000,
    "long Chinese name": "rule r cap " + "最高" * 300_000,
    "long Chinese run": "rule r " + "投资额" * 300_000,
    "long number": "rule r cap " + "9" * 1_000_000,
    "long fraction": "rule r cap 1/" + "9" * 1_000_000,
    "long magnitude": "rule r cap 1" + "万" * 300_000,
    "numerals": "rule r cap " + "一" * 300_000,
    "numerals of": "rule r cap " + "一" * 300_000 + "分之一",
    "thousands": "rule r cap " + "1,000" * 200_000,
    "thousands in a list": "rule r when x in [" + "111," * 30_000 + "1]",
    "open strings": '"' * 200_001,
    "many strings": 'rule r quote "" ' * 20_000,
    "spaces": " " * 1_900_000,
    "lines": "\n" * 1_900_000,
    "carriage returns": "rule r\r cap 5\r" * 6_000,
    "comments": "#\n" * 60_000,
    "nul": "\x00" * 100_000,
    "surrogates": "\ud800" * 100_000,
    "errors on one line": "rule r " + "cpa 5 " * 20_000,
    "errors on many lines": "rule r\n" + "cpa 5\n" * 20_000,
    "broken blocks": "rule\n" * 20_000,
    "misspelt blocks": "ruel x\n cap 5\n" * 20_000,
    "a long sum": "rule r cap " + "1 + " * 30_000 + "1",
    "a long disjunction": "rule r when " + "x or " * 30_000 + "x",
    "words of a phrase": "rule r cap counted up " * 20_000,
    "dates": "rule r valid until " + "2023-" * 100_000,
}


@pytest.mark.parametrize("name", WIDE)
def test_large_and_strange_texts_are_quick(name: str) -> None:
    started = time.process_time()
    parsed = parse(Source(WIDE[name]))
    for finding in parsed.diagnostics:
        assert len(words(finding).text) < 2000
    assert len(parsed.diagnostics) <= 50
    assert time.process_time() - started < 20
    if not parsed.diagnostics and name not in ("spaces", "lines"):
        format_file(parsed)


def test_the_limits() -> None:
    assert [d.code for d in parse(Source("#" + "x" * MAX_BYTES)).diagnostics] == ["S109"]
    assert [d.code for d in parse(Source("#" + "中" * (MAX_BYTES // 3 + 1))).diagnostics] == ["S109"]
    assert not parse(Source("#" + "x" * (MAX_BYTES - 1))).diagnostics
    shallow = "rule r when " + "(" * 200 + "x" + ")" * 200
    assert not parse(Source(shallow)).diagnostics
    assert [d.code for d in parse(Source(shallow.replace("x", "(x)"))).diagnostics] == ["S108"]


def test_as_deep_as_allowed_can_be_printed() -> None:
    text = "rule r when " + "not (a and " * 200 + "x" + ")" * 200
    for spelling in ("en", "zh"):
        once = format_file(parse(Source(text)), spelling)
        assert format_file(parse(Source(once)), spelling) == once
        assert once.count("(") + once.count("（") == 200
