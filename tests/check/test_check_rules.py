from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

import huice
import pytest
from huice.api import diagnose
from huice.messages import words

from tests.check.marked import EN, RULE, findings, in_rule, in_zh, one

CASES = {
    "another version": ("R400", RULE.replace("language 1", "⟦language 2⟧"), None),
    "another version, zh": ("R400", in_zh("  奖励 5").replace("语言 1", "⟦语言 9⟧"), None),
    "no header": ("R401", "⟦entity enterprise⟧\n  fact lamps: count\nrule r\n  award 5\n", None),
    "second header": ("R402", RULE + "policy ⟦other⟧\n", None),
    "second amount": ("R403", in_rule("  rate 30% of fee\n  ⟦award 5万元⟧"), None),
    "second amount, zh": ("R403", in_zh("  按 电费 的 30% 补助\n  ⟦奖励 5万元⟧"), None),
    "amount and referral": ("R403", in_rule('  award 5万元\n  ⟦refer to "x"⟧'), None),
    "no amount": ("R404", in_rule("  when rural").replace("rule saving", "rule ⟦saving⟧"), None),
    "no amount, zh": ("R404", in_zh("  当 农村").replace("条款 节能", "条款 ⟦节能⟧"), None),
    "cap before its head": ("R405", in_rule("  ⟦cap 50万元⟧ rate 30% of fee"), None),
    "floor before its head, zh": ("R405", in_zh("  ⟦保底 5万元⟧\n  按 电费 的 30% 补助"), None),
    "cap behind a closing one": ("R406", in_rule("  rate 30% of fee cap 50万元 per enterprise ⟦cap 5万元⟧"), None),
    "floor behind a closing one": ("R406", in_rule("  rate 30% of fee cap 50万元 per enterprise ⟦floor 5万元⟧"), None),
    "floor behind a closing one, zh": (
        "R406",
        in_zh("  按 电费 的 30% 补助\n  每家 企业 最高 50万元\n  ⟦保底 5万元⟧"),
        None,
    ),
    "header clause": ("R407", in_rule('  award 5万元\n  ⟦number "5"⟧'), None),
    "header clause, zh": ("R407", in_zh("  奖励 5万元\n  ⟦印发于 2023-01-01⟧"), None),
    "payers in a rule": ("R407", in_rule("  award 5万元\n  ⟦payer city⟧"), None),
    "rule's clause": ("R408", EN.replace("  payer", "  ⟦award 5万元⟧\n  payer") + "rule r\n award 5\n", None),
    "rule's clause, zh": ("R408", in_zh("  奖励 5").replace("  出资方", "  ⟦限制 5 不超过 6⟧\n  出资方"), None),
    "article twice": ("R409", in_rule('  article "一"\n  ⟦article "二"⟧\n  award 5'), None),
    "for each twice": ("R409", in_rule("  for each project\n  ⟦for each project⟧\n  award 5"), None),
    "payer twice": ("R409", in_rule("  award 5 paid by city ⟦paid by county⟧"), None),
    "issuer twice": (
        "R409",
        EN.replace("  payer", '  issuer "x"\n  ⟦issuer "y"⟧\n  payer') + "rule r\n award 5\n",
        None,
    ),
    "window twice": ("R409", in_rule("  award 5 valid until 2023-05-01 ⟦valid until 2023-06-01⟧"), None),
    "language twice": ("R409", RULE.replace("language 1\n", "language 1\n⟦language 1⟧\n"), None),
    "window reversed": ("R411", in_rule("  award 5\n  ⟦valid from 2023-12-31 until 2023-01-01⟧"), None),
    "window reversed, zh": ("R411", in_zh("  奖励 5\n  ⟦有效期 自 2023-12-31 至 2023-01-01⟧"), None),
    "policy's window reversed": (
        "R411",
        RULE.replace("valid from 2023-01-01 until 2023-12-31", "⟦valid from 2023-12-31 until 2023-01-01⟧"),
        None,
    ),
    "a share too many": ("R412", in_rule("  award 5 ⟦split city:county 1:1:1⟧"), None),
    "a share missing, zh": (
        "R412",
        in_zh("  奖励 5 ⟦分摊 市:县:市 1:1⟧").replace("市:县:市", "市:县:省").replace("市、县", "市、县、省"),
        None,
    ),
    "once per record": ("R413", in_rule("  for each project\n  award 5万元 ⟦once per project⟧"), "once per enterprise"),
    "once a year": ("R413", in_rule("  award 5万元 ⟦once per year⟧"), "once per enterprise"),
    "once a year, zh": ("R413", in_zh("  奖励 5万元 ⟦每 年 限一次⟧"), "每家 企业 限一次"),
    "cap per a count": ("R414", in_rule("  award 5万元 cap 9万元 per ⟦lamps⟧"), None),
    "cap per a count, zh": ("R414", in_zh("  奖励 5万元 每 ⟦路灯数⟧ 最高 9万元"), None),
    "cap per money": ("R414", in_rule("  award 5万元 cap 9万元 per ⟦fee⟧"), None),
    "cap behind a referral": ("R415", in_rule('  refer to "x"\n  ⟦cap 5万元⟧'), None),
    "floor behind a limit": ("R415", in_rule("  limit fee to 5万元\n  ⟦floor 5万元⟧"), None),
    "loose clause": ("R416", "⟦rate 30% of fee⟧\n" + RULE, None),
    "own name of a currency": ("R417", RULE.replace("  payer", "  currency ⟦RMB⟧\n  payer"), "CNY"),
    "currency in small letters": ("R417", RULE.replace("  payer", "  currency ⟦usd⟧\n  payer"), "USD"),
    "no currency": ("R417", RULE.replace("  payer", "  currency ⟦XXQ⟧\n  payer"), None),
    "split and payer": ("R418", in_rule("  award 5 split city:county 1:1 ⟦paid by city⟧"), None),
    "share of percent": ("R419", in_rule("  award 5 split city:county ⟦50%⟧:1"), None),
    "share of nothing": ("R419", in_rule("  award 5 split city:county 1:⟦0⟧"), None),
    "share and a half": ("R419", in_rule("  award 5 split city:county 1:⟦1.5⟧"), None),
    "year of no days": ("R419", in_rule("  interest 2% a year on fee for lamps basis ⟦0⟧"), None),
    "steps of nothing": ("R419", in_rule("  award 5 per full ⟦0⟧ of fee"), None),
    "per money": ("R420", in_rule("  award 5 per ⟦fee⟧"), None),
    "per money, zh": ("R420", in_zh("  每 ⟦电费⟧ 奖励 5"), None),
    "per a flag": ("R420", in_rule("  award 5 per ⟦rural⟧"), None),
    "per full of a choice": ("R420", in_rule("  award 5 per full 10 of ⟦grade⟧"), None),
    "step of another kind": ("T301", in_rule("  award 5 per full ⟦10万元⟧ of lamps"), None),
    "cap per an inner record": ("R421", in_rule("  award 5 cap 9 per ⟦project⟧"), None),
    "cap per a record elsewhere": (
        "R421",
        in_rule("  for each loan\n  award 5 cap 9 per ⟦project⟧").replace(
            "rule saving", "entity loan of enterprise\nrule saving"
        ),
        None,
    ),
    "payer twice in a split": ("R422", in_rule("  award 5 split city:⟦city⟧ 1:1"), None),
    "payer twice in an example": (
        "R422",
        RULE + 'example "x"\n as of 2023-02-01\n expect saving 0 (city 0, ⟦city⟧ 0)\n',
        None,
    ),
    "key twice": ("R424", in_rule("  award 5 cap 9 per enterprise per ⟦enterprise⟧"), None),
    "nothing to decide": (
        "R426",
        RULE + 'example "x"\n as of 2023-02-01\n given decided ⟦saving⟧ 3%\n expect saving 0\n',
        None,
    ),
    "bare year in a condition": (
        "T305",
        in_rule("  when ⟦opened⟧ = 5\n  award 5").replace("opened⟧ = 5", "lamps >= fee⟧"),
        None,
    ),
}

WARNINGS = {
    "expects nothing": ("R423", RULE + 'example ⟦"x"⟧\n as of 2023-02-01\n given rural yes\n', None),
    "windows apart": ("R425", in_rule("  award 5\n  ⟦valid from 2024-01-01⟧"), None),
    "windows apart, zh": ("R425", in_zh("  奖励 5\n  ⟦有效期 至 2022-12-31⟧"), None),
}


@pytest.mark.parametrize("name", [*CASES, *WARNINGS])
def test_rules(name: str) -> None:
    code, text, fix = {**CASES, **WARNINGS}[name]
    found = one(text)
    assert (found.code, found.level) == (code, "warning" if name in WARNINGS else "error")
    assert (found.fix.replacement if found.fix else None) == fix


@pytest.mark.parametrize(
    ("name", "lang", "remedy"),
    [
        ("cap before its head", "en", "`rate 30% of fee cap 50万元`"),
        ("floor behind a closing one", "en", "`floor 5万元 cap 50万元 per enterprise`"),
        ("a share too many", "en", "`split city:county 1:1`"),
        ("share of percent", "en", "`50:1`"),
        ("cap per a count", "en", "`cap 9万元 * lamps`"),
        ("cap per a count, zh", "zh", "`最高 9万元 * 路灯数`"),
        ("cap per an inner record", "en", "`for each project`"),
        ("per a flag", "en", "`when rural`"),
    ],
)
def test_the_remedy_is_a_correct_example(name: str, lang: str, remedy: str) -> None:
    assert remedy in words(one(CASES[name][1]), lang).help


def test_the_second_place_is_quoted() -> None:
    (label,) = one(CASES["second amount"][1]).labels
    assert label.text == "`rate 30% of fee`"


def test_a_missing_for_each_is_told_once() -> None:
    assert [d.code for d in findings(in_rule("  rate 30% of cost cap 50万元 per project"))] == ["N204"]


def test_a_fragment_parses_but_cannot_be_decided() -> None:
    line = "rate 30% of it_investment cap 500000 split city:county 1:1 valid until 2023-12-31"
    policy = huice.parse(line)
    assert {d.code for d in policy.diagnostics} == {"R416"}
    with pytest.raises(huice.HuiceError):
        policy.decide({})


HEADS = [
    "rate 30% of cost",
    "rate up to 30% of cost counted up to 50万元",
    "award 5万元",
    "award up to 5万元 per lamps",
    "award 5 per full 1万元 of cost",
    "interest 2% a year on cost for lamps",
    "interest up to 2% a year on cost for 30 basis 360",
    "amount cost - 30% * fee",
]
STEPS = ["", "floor 5000", "cap 50万元", "cap 50万元 floor 100 cap 30% * cost"]
KEYED = [
    "",
    "cap 60万元 per enterprise",
    "cap 9万元 per kind cap 90万元 per enterprise per year",
    "cap 9 per year of done",
]
REST = [
    "",
    "split city:county 1:1 valid until 2023-06-30",
    'paid by city once per enterprise responsible "x" in kind "y" on top of "z" assuming "a" assuming "b"',
    'article "一" quote "q" quote "r" valid from 2022-01-01 until 2022-12-31 dated by done paid to bank',
]


@pytest.mark.parametrize(("head", "step"), list(itertools.product(HEADS, STEPS)))
def test_no_alarm_for_sound_rules(head: str, step: str) -> None:
    for keyed, rest in itertools.product(KEYED, REST):
        text = in_rule(f"  for each project\n  when kind is new\n  unless rural\n  {head} {step} {keyed} {rest}")
        assert findings(text) == (), text
        huice.parse(text)


def test_what_stands_anywhere_may_stand_before_the_head() -> None:
    clauses = (
        "  split city:county 1:1\n  valid until 2023-06-30\n  once per enterprise\n  rate 30% of fee\n  when rural"
    )
    assert findings(in_rule(clauses)) == ()


ELSEWHERE = [
    '  refer to "x"\n  when rural\n  paid by city',
    "  limit fee to 5万元\n  when rural",
    "  for each stage\n  rate 30% of spent cap 5 per stage cap 6 per project cap 7 per enterprise",
    "  for each project\n  rate 30% of cost cap 5 per project\n  when fee > 5",
    "  award 5 cap 6 per rural cap 7 per opened cap 8 per town",
    '  quote "奖励 50 万元，另加 50 元"\n  award 50',
    '  quote "补助 1500 万元"\n  award 1500万元',
    "  rate 300% of fee",
]


@pytest.mark.parametrize("clauses", ELSEWHERE)
def test_no_alarm_elsewhere(clauses: str) -> None:
    assert findings(in_rule(clauses)) == ()


POLICIES = Path(__file__).parents[2] / "policies"


@pytest.mark.parametrize("file", sorted(POLICIES.glob("*.rules")), ids=lambda p: p.stem)
def test_no_alarm_for_the_library(file: Path) -> None:
    assert diagnose(file) == ()


def test_huge_shares_stay_exact() -> None:
    policy = huice.parse(in_rule(f"  award 1元 split city:county {10**29}:{2 * 10**29}"))
    decision = policy.decide({}, as_of=dt.date(2023, 5, 1))
    assert {k: str(v) for k, v in decision.split.items()} == {"city": "0.33", "county": "0.67"}
