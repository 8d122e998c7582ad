"""Whatever is done to a file, reading it ends in a policy or in findings that can be told."""

from __future__ import annotations

import datetime as dt
import random
import re
from pathlib import Path

import huice
import pytest
from huice.diagnostics import Diagnostic
from huice.messages import plain, words
from huice.render.diagnostics import diagnostic_text
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.check.marked import EN, ZH

LIBRARY = (Path(__file__).parents[2] / "policies" / "quanzhou_2023_6.rules").read_text("utf-8")
CHINESE = huice.format(LIBRARY, "zh")
TOKEN = re.compile(r"\"[^\"\n]*\"|[\w.%‰]+|\s+|[^\w\s]")
NOISE = [
    *'()[]:,"“”#%‰元万亿-+*/<>=!、，：（）。 \n\t\u3000\ufeff\x00\u202e😀０％',
    "年",
    "的",
    "per",
    "of",
    "when",
    "rule",
]
NOISE += [
    "50万万元",
    "2023-02-30",
    "1/0",
    "9" * 40,
    "yes",
    "是",
    "policy",
    "entity",
    "cap",
    "最高",
    "define x as x",
    "not ",
]


def settle(text: str) -> bool:
    """Read and, if that goes well, decide. True if there was a policy."""
    try:
        policy = huice.parse(text, "noise.rules")
    except huice.HuiceError as error:
        assert error.diagnostics
        for found in error.diagnostics:
            tell(found, text)
        return False
    for found in policy.diagnostics:
        tell(found, text)
    if {d.code for d in policy.diagnostics} >= {"R416"}:
        return False
    decision = policy.decide({}, as_of=dt.date(2023, 8, 1))
    assert decision.total.low >= 0
    return True


def tell(found: Diagnostic, text: str) -> None:
    """The finding has its place and its words."""
    assert found.code and found.place is not None and found.file == "noise.rules"
    assert 1 <= found.place.line <= text.count("\n") + 1 and found.place.column >= 1
    for lang in ("en", "zh"):
        said = words(found, lang)
        assert said.title and said.text, found
        assert plain(found, lang) and diagnostic_text(found, lang)


def mutated(text: str, dice: random.Random) -> str:
    """A few tokens left out, doubled, exchanged, replaced, or noise between them."""
    tokens = TOKEN.findall(text)
    for _ in range(dice.choice((1, 1, 1, 2, 3, 8))):
        at, other = dice.randrange(len(tokens)), dice.randrange(len(tokens))
        match dice.randrange(7):
            case 0:
                del tokens[at : at + dice.choice((1, 1, 2, 5))]
            case 1:
                tokens.insert(at, tokens[at])
            case 2:
                tokens[at], tokens[other] = tokens[other], tokens[at]
            case 3:
                tokens[at] = tokens[other]
            case 4:
                tokens.insert(at, dice.choice(NOISE))
            case 5:
                word = tokens[at]
                cut = dice.randrange(len(word) + 1)
                tokens[at] = word[:cut] + dice.choice(NOISE) + word[cut + dice.randrange(2) :]
            case 6:
                start, end = sorted((at, min(at + 60, other)))
                tokens[at:at] = tokens[start:end]
        if not tokens:
            break
    return "".join(tokens)


@pytest.mark.parametrize("text", [LIBRARY, CHINESE], ids=["en", "zh"])
@pytest.mark.parametrize("seed", range(4))
def test_a_mutated_policy_is_read_or_refused(text: str, seed: int) -> None:
    dice = random.Random(f"mutations {seed}")
    for _ in range(ROUNDS):
        changed = mutated(text, dice)
        try:
            settle(changed)
        except Exception as error:  # pragma: no cover - shows the text that did it
            raise AssertionError(_difference(text, changed)) from error


#: Mutations a test; raise it for a long run.
ROUNDS = 12


@pytest.mark.parametrize("text", [EN, ZH], ids=["en", "zh"])
def test_a_mutated_small_policy_is_read_or_refused(text: str) -> None:
    spelled = {
        EN: "rule a\n  for each project\n  when kind is new and cost >= 5万元 or rural\n  rate up to 30% of cost"
        " counted up to 9万元 floor 5 cap 50万元 cap 60万元 per enterprise per year of done\n  split city:county 1:1\n"
        "rule b\n  award 5 per full 1万元 of fee once per enterprise dated by opened\n"
        'example "x" as of 2023-02-01 given lamps 5, project (kind new, cost 5, stage (spent 5)), no history\n'
        " given decided a 5% expect a 0 to 5 (city 0 to 5) expect total 5\n"
        "define big as fee > 5\n",
        ZH: "条款 甲\n  逐个 项目\n  当 类别 为 新建 且 投资额 不少于 5万元 或 农村\n"
        "  按 投资额 的 不超过 30% 补助\n  保底 5\n  每家 企业 每 年 最高 60万元\n  分摊 市:县 1:1\n"
        "条款 乙\n  奖励 5\n  每家 企业 限一次\n",
    }[text]
    dice = random.Random("small")
    policies = 0
    for _ in range(40 * ROUNDS):
        changed = mutated(text + spelled, dice)
        try:
            policies += settle(changed)
        except Exception as error:  # pragma: no cover - shows the text that did it
            raise AssertionError(changed) from error
    assert policies > ROUNDS // 2


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    settle(text)
    settle(EN + text)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(sorted({*TOKEN.findall(EN + ZH), *NOISE})), max_size=30))
def test_any_row_of_words_is_read_or_refused(parts: list[str]) -> None:
    settle(EN + "rule a\n  award 5 " + " ".join(parts))


def _difference(before: str, after: str) -> str:
    import difflib

    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=1)
    return "\n".join(list(lines)[:40])
