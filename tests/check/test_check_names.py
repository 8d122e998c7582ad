from __future__ import annotations

import datetime as dt

import huice
import pytest
from huice.messages import words

from tests.check.marked import EN, RULE, ZH, findings, in_rule, in_zh, one

CASES = {
    "fact misspelt": ("N201", in_rule("  when ⟦lmaps⟧ >= 20\n  award 5万元"), "lamps"),
    "fact misspelt, zh": ("N201", in_zh("  当 ⟦路灯书⟧ 不少于 20\n  奖励 5万元"), "路灯数"),
    "fact like no other": ("N201", in_rule("  when ⟦xyzzy⟧ >= 20\n  award 5万元"), None),
    "option without its fact": ("N220", in_rule("  when ⟦gold⟧ = 3\n  award 5万元"), None),
    "option behind or": ("N220", in_rule("  when grade is gold or ⟦silver⟧\n  award 5万元"), None),
    "option before its fact, zh": ("N220", in_zh("  当 ⟦金牌⟧ 为 等级\n  奖励 5万元"), None),
    "glued": ("S106", in_zh("  当 农村\n  按 ⟦电费最高50万元⟧ 的 30% 补助"), "电费 最高 50万元"),
    "each misspelt": ("N202", in_rule("  for each ⟦projects⟧\n  when nonsense\n  award 5万元"), "project"),
    "each misspelt, zh": ("N202", in_zh("  逐个 ⟦项日⟧\n  奖励 5万元"), "项目"),
    "once misspelt": ("N202", in_rule("  award 5万元 once per ⟦enterprize⟧"), "enterprise"),
    "parent misspelt": ("N202", RULE + "entity lamp of ⟦enterprse⟧\n", "enterprise"),
    "fact twice": ("N203", EN.replace("fact area", "fact ⟦fee⟧") + "rule r\n award 5\n", None),
    "entity twice": ("N203", RULE + "entity ⟦project⟧ of enterprise\n", None),
    "rule twice": ("N203", RULE + "rule ⟦saving⟧\n award 5\n", None),
    "definition twice": ("N203", RULE + "define big as lamps >= 5\ndefine ⟦big⟧ as lamps >= 6\n", None),
    "definition like a fact": ("N203", RULE + "define ⟦rural⟧ as lamps >= 5\n", None),
    "option twice": ("N203", EN.replace("gold, silver", "gold, ⟦gold⟧") + "rule r\n award 5\n", None),
    "payer twice": ("N203", RULE.replace("payer city, county", "payer city, ⟦city⟧"), None),
    "record like a fact beside it": ("N203", RULE + "entity ⟦cost⟧ of project\n", None),
    "fact of a record": ("N204", in_rule("  rate 30% of ⟦cost⟧"), None),
    "fact of a record, zh": ("N204", in_zh("  按 ⟦投资额⟧ 的 30% 补助"), None),
    "fact of a record in an example": (
        "N204",
        RULE + 'example "x"\n as of 2023-02-01\n given ⟦cost⟧ 5\n expect saving 0\n',
        None,
    ),
    "second subject": ("N205", RULE + "entity ⟦lamp⟧\n", None),
    "entities in a circle": ("N206", RULE + "entity ⟦a⟧ of b\nentity b of c\nentity c of a\n", None),
    "entity of itself": ("N206", RULE + "entity ⟦a⟧ of a\n", None),
    "reserved entity": ("N207", RULE + "entity ⟦history⟧ of enterprise\n", None),
    "reserved rule": ("N207", RULE + "rule ⟦total⟧\n award 5\n", None),
    "reserved option": ("N207", EN.replace("gold, silver", "gold, ⟦unknown⟧") + "rule r\n award 5\n", None),
    "reserved payer": ("N207", RULE.replace("payer city, county", "payer city, ⟦unstated⟧"), None),
    "definition of itself": ("N208", RULE + "define a as ⟦a⟧ >= 5\n", None),
    "definitions in a circle": ("N208", RULE + "define a as b + 1\ndefine b as c + 1\ndefine c as ⟦a⟧ + 1\n", None),
    "circle in use": ("N208", in_rule("  when a\n  award 5\ndefine a as not b\ndefine b as not ⟦a⟧"), None),
    "option misspelt": ("N209", in_rule("  when grade is ⟦golden⟧\n  award 5万元"), "gold"),
    "option misspelt, zh": ("N209", in_zh("  当 等级 为 ⟦等外⟧\n  奖励 5万元"), None),
    "option in a set": ("N209", in_rule("  when grade in [silver, ⟦glod⟧]\n  award 5万元"), "gold"),
    "option of another fact": ("N209", in_rule("  for each project\n  when kind is ⟦gold⟧\n  award 5万元"), None),
    "option in an example": (
        "N209",
        RULE + 'example "x"\n as of 2023-02-01\n given grade ⟦sliver⟧\n expect saving 0\n',
        "silver",
    ),
    "payer misspelt": ("N210", in_rule("  award 5万元 split ⟦ctiy⟧:county 1:1"), "city"),
    "payer misspelt, zh": ("N210", in_zh("  奖励 5万元 出资 ⟦省⟧"), None),
    "payer misspelt in the header": (
        "N210",
        RULE.replace("payer city, county", "payer city, county paid by ⟦cuonty⟧"),
        "county",
    ),
    "payer misspelt in an example": (
        "N210",
        RULE + 'example "x"\n as of 2023-02-01\n expect saving 0 (⟦cuonty⟧ 0)\n',
        "county",
    ),
    "no subject": ("N211", "policy ⟦p⟧\nrule r\n award 5\n", None),
    "cap key misspelt": ("N212", in_rule("  award 5万元 cap 9万元 per ⟦enterprse⟧"), "enterprise"),
    "cap key misspelt, zh": ("N212", in_zh("  奖励 5万元 每家 ⟦企叶⟧ 最高 9万元"), "企业"),
    "rule misspelt": ("N213", RULE + 'example "x"\n as of 2023-02-01\n expect ⟦savings⟧ 0\n', "saving"),
    "rule misspelt in history": (
        "N213",
        RULE + 'example "x"\n as of 2023-02-01\n given history (rule ⟦savin⟧)\n expect saving 0\n',
        "saving",
    ),
    "decided for no rule": (
        "N213",
        RULE + 'example "x"\n as of 2023-02-01\n given decided ⟦svaing⟧ 3%\n expect saving 0\n',
        "saving",
    ),
    "record outside its parent": (
        "N214",
        RULE + 'example "x"\n as of 2023-02-01\n given ⟦stage⟧ (spent 5)\n expect saving 0\n',
        None,
    ),
    "record inside another": (
        "N214",
        RULE + 'example "x"\n as of 2023-02-01\n given project (⟦project⟧ (cost 5))\n expect saving 0\n',
        None,
    ),
    "no record inside another": (
        "N214",
        RULE + 'example "x"\n as of 2023-02-01\n given no ⟦stage⟧\n expect saving 0\n',
        None,
    ),
    "definition out of reach": ("N215", in_rule("  when ⟦dear⟧\n  award 5\ndefine dear as cost >= 5万元"), None),
    "definition out of reach, by another": (
        "N215",
        in_rule("  when ⟦twice⟧\n  award 5\ndefine dear as cost >= 5万元\ndefine twice as dear or rural"),
        None,
    ),
    "entity as a value": ("N217", in_rule("  when ⟦project⟧ >= 2\n  award 5"), None),
    "history entry misspelt": (
        "S113",
        RULE + 'example "x"\n as of 2023-02-01\n given history (rule saving, ⟦amont⟧ 5)\n expect saving 0\n',
        "amount",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_names(name: str) -> None:
    code, text, fix = CASES[name]
    found = one(text)
    assert (found.code, found.level) == (code, "error")
    assert (found.fix.replacement if found.fix else None) == fix


def test_the_name_that_was_meant_stands_in_the_help() -> None:
    found = one(CASES["fact misspelt"][1])
    assert words(found, "en").help.startswith("Did you mean `lamps`? ")
    assert words(found, "zh").help.startswith("是不是“lamps”？")


def test_for_each_is_offered_for_a_fact_of_a_record() -> None:
    assert "for each project" in words(one(CASES["fact of a record"][1]), "en").help
    assert "逐个 项目" in words(one(CASES["fact of a record, zh"][1]), "zh").help


def test_a_lost_declaration_makes_no_noise() -> None:
    text = EN.replace("fact fee: money", "fact fee: mony") + "rule r\n rate 30% of fee\n"
    found = findings(text)
    assert [d.place.line for d in found if d.place] == [8], found


def test_a_chain_of_definitions_is_bounded() -> None:
    chain = "define d0 as lamps\n" + "".join(f"define d{i + 1} as d{i} + 1\n" for i in range(5000))
    found = findings(RULE + chain)
    assert [d.code for d in found] == ["N216"]
    backwards = "".join(f"define d{i} as d{i + 1} + 1\n" for i in range(5000)) + "define d5000 as lamps\n"
    assert [d.code for d in findings(RULE + backwards)] == ["N216"]


def test_definitions_that_double_are_bounded() -> None:
    chain = "define d0 as lamps\n" + "".join(f"define d{i + 1} as d{i} + d{i}\n" for i in range(60))
    assert [d.code for d in findings(in_rule("  when d60 > 5\n  award 5\n" + chain))] == ["N216"]


def test_records_nested_far_in_are_bounded() -> None:
    deep = "entity x0 of enterprise\n" + "".join(f"entity x{i + 1} of x{i}\n" for i in range(3000))
    assert [d.code for d in findings(RULE + deep)] == ["N218"]


def test_a_definition_means_in_each_rule_what_it_says_there() -> None:
    text = (
        "policy p\nentity e\n fact amount: money\nentity a of e\n fact amount: money\n"
        "entity b of e\n fact amount: money\n"
        "define big as amount >= 5\ndefine five as 5\n"
        "rule ra\n for each a\n when big\n award five\n"
        "rule rb\n for each b\n when big\n award five per full 5 of amount\n"
        "rule re\n when big\n award five\n"
    )
    policy = huice.parse(text)
    facts = {"e": {"amount": 9}, "a": [{"amount": 3}], "b": [{"amount": 12}], "history": []}
    decision = policy.decide(facts, as_of=dt.date(2023, 1, 1))
    assert [str(decision[r].amount) for r in ("ra", "rb", "re")] == ["0.00", "10.00", "5.00"]


def test_many_unknown_names_are_told_quickly() -> None:
    facts = "".join(f" fact known_fact_{i}: flag\n" for i in range(2000))
    rules = "".join(f"rule r{i}\n when unknown_thing_{i}\n award 5\n" for i in range(2000))
    assert len(findings(f"policy p\nentity e\n{facts}{rules}")) == 2000


def test_chinese_names_keep_their_places() -> None:
    assert findings(ZH + "条款 甲\n  当 农村\n  按 电费 的 30% 补助 最高 50万元\n") == ()
