from __future__ import annotations

import datetime as dt

import huice
import pytest
from huice.messages import words

from tests.check.marked import EN, RULE, findings, in_rule, in_zh, one

EXAMPLE = 'example "x"\n as of 2023-02-01\n given {}\n expect saving 0\n'


def fact(declared: str) -> str:
    """A file with one more fact of the enterprise."""
    return RULE.replace('  fact town: text "所在镇"', f'  fact town: text "所在镇"\n  {declared}')


def given(what: str) -> str:
    """A file with an example that gives one thing."""
    return RULE + EXAMPLE.format(what)


CASES = {
    # T301: the wrong kind in a place
    "count as a condition": ("T301", in_rule("  when ⟦lamps⟧\n  award 5万元"), None),
    "count as a condition, zh": ("T301", in_zh("  当 ⟦路灯数⟧\n  奖励 5万元"), None),
    "choice as a condition": ("T301", in_rule("  when ⟦grade⟧ and rural\n  award 5万元"), None),
    "text as a condition": ("T301", in_rule("  when ⟦town⟧ or rural\n  award 5万元"), None),
    "money as a condition": ("T301", in_rule("  unless not ⟦fee⟧\n  award 5万元"), None),
    "date as a condition": ("T301", in_rule("  when ⟦opened⟧\n  award 5万元"), None),
    "date as a condition, zh": ("T301", in_zh("  当 ⟦启用日⟧\n  奖励 5万元"), None),
    "number as a condition": ("T301", in_rule("  when ⟦5⟧\n  award 5万元"), None),
    "condition on the policy": ("T301", EN.replace("  payer", "  when ⟦lamps⟧\n  payer") + "rule r\n award 5\n", None),
    "rate as an award": ("T301", in_rule("  award ⟦10%⟧"), None),
    "rate as a cap": ("T301", in_rule("  rate 30% of fee cap ⟦30%⟧"), None),
    "count as an award": ("T301", in_rule("  award ⟦lamps⟧"), None),
    "count as an amount": ("T301", in_rule("  amount ⟦lamps⟧"), None),
    "flag as an amount": ("T301", in_rule("  amount ⟦rural⟧"), None),
    "date as a base": ("T301", in_rule("  rate 30% of ⟦opened⟧"), None),
    "count as a base, zh": ("T301", in_zh("  按 ⟦路灯数⟧ 的 30% 补助"), None),
    "sum as a rate": ("T301", in_rule("  rate ⟦50万元⟧ of fee"), None),
    "sum as a rate, zh": ("T301", in_zh("  按 电费 的 ⟦50万元⟧ 补助"), None),
    "money as days": ("T301", in_rule("  interest 2% a year on fee for ⟦fee⟧"), None),
    "date against a number": ("T301", in_rule("  when opened > ⟦5⟧\n  award 5"), None),
    "date against a year": ("T301", in_rule("  when opened = ⟦2023⟧\n  award 5"), None),
    "number against a date": ("T301", in_rule("  when ⟦5⟧ < opened\n  award 5"), None),
    "year of a count": ("T301", in_rule("  when year of ⟦lamps⟧ = 2023\n  award 5"), None),
    "count in a year": ("T301", in_rule("  when ⟦lamps⟧ in 2023\n  award 5"), None),
    "dated by a count": ("T301", in_rule("  award 5\n  valid until 2023-12-31 dated by ⟦lamps⟧"), None),
    "floor of a rate": ("T301", in_rule("  rate 30% of fee floor ⟦share⟧"), None),
    "limit of a count": ("T301", in_rule("  limit ⟦lamps⟧ to 30万元"), None),
    "limit to a rate": ("T301", in_rule("  limit fee to ⟦30%⟧"), None),
    "flag given a number": ("T301", given("rural ⟦1⟧"), None),
    "count given a rate": ("T301", given("lamps ⟦30%⟧"), None),
    "count given money": ("T301", given("lamps ⟦50万元⟧"), None),
    "rate given bare": ("T301", given("share ⟦30⟧"), None),
    "money given words": ("T301", given('fee ⟦"5"⟧'), None),
    "date given a flag": ("T301", given("opened ⟦yes⟧"), None),
    # T302: no order
    "flag against a number": ("T302", in_rule("  when ⟦rural⟧ >= 1\n  award 5"), None),
    "flag is a number": ("T302", in_rule("  when ⟦rural⟧ = 1\n  award 5"), None),
    "flag is a flag": ("T302", in_rule("  when ⟦rural⟧ = rural\n  award 5"), None),
    "text in order": ("T302", in_rule('  when ⟦town⟧ > "A"\n  award 5'), None),
    "text in a set of numbers": ("T302", in_rule("  when ⟦town⟧ in [1, 2]\n  award 5"), None),
    "flag in a set": ("T302", in_rule("  when ⟦rural⟧ in [1, 2]\n  award 5"), None),
    "date added to": ("T302", in_rule("  when ⟦opened⟧ + 5 > 3\n  award 5"), None),
    "flag times money": ("T302", in_rule("  amount 5万元 * ⟦rural⟧"), None),
    "choice among sums": ("T302", in_rule("  amount larger of (fee, ⟦grade⟧)"), None),
    "negative flag": ("T302", in_rule("  amount fee + -⟦rural⟧"), None),
    # T303: a rate without its sign
    "bare rate": ("T303", in_rule("  rate ⟦30⟧ of fee"), "30%"),
    "bare rate, zh": ("T303", in_zh("  按 电费 的 ⟦30⟧ 补助"), "30%"),
    "decimal rate": ("T303", in_rule("  rate ⟦0.3⟧ of fee"), "30%"),
    "fine decimal rate": ("T303", in_rule("  rate ⟦0.125⟧ of fee"), "12.5%"),
    "sum for a rate": ("T303", in_rule("  rate ⟦500000⟧ of fee"), None),
    "bare interest": ("T303", in_rule("  interest ⟦2⟧ a year on fee for lamps"), "2%"),
    "rate against a bare number": ("T303", in_rule("  when share >= ⟦30⟧\n  award 5"), "30%"),
    "bare bound": ("T303", fact("fact part: rate between 0 and ⟦1⟧"), "100%"),
    # T304: a fraction of a count
    "count against a decimal": ("T304", in_rule("  when lamps >= ⟦2.5⟧\n  award 5"), None),
    "count against a decimal, zh": ("T304", in_zh("  当 路灯数 在 ⟦2.5⟧ 以上\n  奖励 5"), None),
    "bound of a count": ("T304", fact("fact part: count between ⟦0.5⟧ and 9"), None),
    # T305: two kinds
    "money against a rate": ("T305", in_rule("  when ⟦fee >= 30%⟧\n  award 5"), None),
    "money against a rate, zh": ("T305", in_zh("  当 ⟦电费 不少于 30%⟧\n  奖励 5"), None),
    "money against a count": ("T305", in_rule("  when ⟦fee >= lamps⟧\n  award 5"), None),
    "count against money": ("T305", in_rule("  when ⟦lamps >= 5万元⟧\n  award 5"), None),
    "rate plus money": ("T305", in_rule("  amount ⟦30% + fee⟧"), None),
    "money plus count": ("T305", in_rule("  amount ⟦fee + lamps⟧"), None),
    "number against a flag": ("T305", in_rule("  when ⟦lamps >= rural⟧\n  award 5"), None),
    "money against a date": ("T305", in_rule("  when ⟦fee >= opened⟧\n  award 5"), None),
    "number against words": ("T305", in_rule('  when ⟦lamps = "5"⟧\n  award 5'), None),
    "base counted up to a rate": ("T305", in_rule("  rate 30% of ⟦fee counted up to 30%⟧"), None),
    "set of two kinds": ("T305", in_rule("  when ⟦lamps in [1, 5万元]⟧\n  award 5"), None),
    # Others
    "bare year": ("T306", in_rule("  when ⟦year⟧ >= 2023\n  award 5"), None),
    "bare year, zh": ("T306", in_zh("  当 ⟦年度⟧ 不早于 2023\n  奖励 5"), None),
    "bounds reversed": ("T307", fact("fact part: count ⟦between 9 and 1⟧"), None),
    "bounds reversed, rates": ("T307", fact("fact part: rate ⟦between 90% and 1/2⟧"), None),
    "by a fact": ("T308", in_rule("  amount fee / ⟦lamps⟧"), None),
    "by zero": ("T308", in_rule("  amount fee / ⟦0⟧"), None),
    "by zero, zh": ("T308", in_zh("  金额为 电费 ÷ ⟦0⟧"), None),
    "by a sum": ("T308", in_rule("  when fee / ⟦(fee + 1)⟧ > 3\n  award 5"), None),
    "by money": ("T308", in_rule("  amount fee / ⟦5元⟧"), None),
    "money times money": ("T309", in_rule("  amount ⟦fee * 5万元⟧"), None),
    "money times money, zh": ("T309", in_zh("  金额为 ⟦电费 × 电费⟧"), None),
    "options in order": ("T310", in_rule("  when ⟦grade >= gold⟧\n  award 5"), None),
    "option in quotation marks": ("T311", in_rule('  when grade is ⟦"gold"⟧\n  award 5'), "gold"),
    "option as a number": ("T311", in_rule("  when grade is ⟦1⟧\n  award 5"), None),
    "option as a flag": ("T311", in_rule("  when grade is ⟦yes⟧\n  award 5"), None),
    "option in a set as words": ("T311", in_rule('  when grade in [gold, ⟦"silver"⟧]\n  award 5'), "silver"),
    "option given a number": ("T311", given("grade ⟦1⟧"), None),
    "option given words": ("T311", given('grade ⟦"glod"⟧'), "gold"),
    "bounds of a flag": ("T312", fact("fact part: flag ⟦between 0 and 1⟧"), None),
    "bounds of a text": ("T312", fact("fact part: text ⟦between 0 and 1⟧"), None),
    "bounds of a date": ("T312", fact("fact part: date ⟦between 0 and 1⟧"), None),
    "bounds of a choice": ("T312", fact("fact part: choice of a, b ⟦between 0 and 1⟧"), None),
    "count bounded by rates": ("T313", fact("fact part: count between ⟦5%⟧ and 9"), None),
    "money bounded by a rate": ("T313", fact("fact part: money between 0 and ⟦90%⟧"), None),
    "number bounded by money": ("T313", fact("fact part: number between 0 and ⟦9元⟧"), None),
    "negative flag fact": ("T314", fact("fact ⟦part⟧: flag may be negative"), None),
    "negative text": ("T314", fact("fact ⟦part⟧: text may be negative"), None),
    "negative date": ("T314", fact("fact ⟦part⟧: date may be negative"), None),
    "ranked by a flag": ("T315", fact("fact part: count ranked by ⟦rural⟧"), None),
    "ranked by an unknown fact": ("N201", fact("fact part: count ranked by ⟦lmaps⟧"), "lamps"),
    "ties by a text": ("T315", fact("fact part: count ranked by lamps ties by ⟦town⟧"), None),
    "rank is money": ("T319", fact("fact ⟦part⟧: money ranked by lamps"), None),
    "rank per a count": ("T320", fact("fact part: count ranked by fee per ⟦lamps⟧"), None),
    "award below zero": ("T323", in_rule("  award ⟦-5万元⟧"), "5万元"),
    "rate below zero": ("T323", in_rule("  rate ⟦-30%⟧ of fee"), "30%"),
    "cap below zero, zh": ("T323", in_zh("  奖励 5 最高 ⟦-9万元⟧"), "9万元"),
    "floor below zero": ("T323", in_rule("  award 5 floor ⟦-9⟧"), "9"),
    "magnitude twice": ("T318", in_rule("  award ⟦50万万元⟧"), "50万元"),
    "magnitude twice, zh": ("T318", in_zh("  奖励 ⟦5亿亿⟧"), "5亿"),
    "magnitude twice in an example": ("T318", given("fee ⟦50万万⟧"), "50万"),
}

WARNINGS = {
    "nothing but numbers": ("T316", in_rule("  when ⟦5 > 3⟧\n  award 5"), None),
    "always": ("T316", in_zh("  当 ⟦是⟧\n  奖励 5万元"), None),
    "thirtyfold": ("T317", in_rule("  rate ⟦3000%⟧ of fee"), None),
    "interest above the principal": ("T317", in_rule("  interest ⟦200%⟧ a year on fee for lamps"), None),
    "万 left out": ("T321", in_rule('  quote "最高不超过 50 万元。"\n  rate 30% of fee cap ⟦50⟧'), "50万元"),
    "万 left out, zh": ("T321", in_zh('  原句 "奖励1.5万元。"\n  奖励 ⟦1.5⟧'), "1.5万元"),
}


@pytest.mark.parametrize("name", [*CASES, *WARNINGS])
def test_types(name: str) -> None:
    code, text, fix = {**CASES, **WARNINGS}[name]
    found = one(text)
    assert (found.code, found.level) == (code, "warning" if name in WARNINGS else "error")
    assert (found.fix.replacement if found.fix else None) == fix


@pytest.mark.parametrize(
    ("name", "lang", "remedy"),
    [
        ("count as a condition", "en", "`lamps >= 20`"),
        ("count as a condition, zh", "zh", "`路灯数 不少于 20`"),
        ("choice as a condition", "en", "`grade is gold`"),
        ("date as a condition", "en", "`opened in 2023`"),
        ("rate as an award", "en", "`rate 10% of fee`"),
        ("rate as an award", "zh", "`按 费用 的 10% 补助`"),
        ("count as an award", "en", "`10万元 * lamps`"),
        ("date against a year", "en", "`drawn_on in 2023`"),
        ("flag is a number", "en", "`not rural`"),
        ("options in order", "en", "`grade in [gold, silver]`"),
        ("count against a decimal", "en", "`3`"),
        ("bounds reversed", "en", "`between 1 and 9`"),
    ],
)
def test_the_remedy_is_a_correct_example(name: str, lang: str, remedy: str) -> None:
    assert remedy in words(one(CASES[name][1]), lang).help


SOUND = [
    "  when lamps >= 20 and (rural or grade is gold) and not grade is silver\n  award 5万元",
    "  when rural is yes\n  unless rural is no\n  award 5万元",
    "  when lamps in [1, 2, 3]\n  when grade in [gold, silver]\n  award 5万元",
    '  when town is "A"\n  when town in ["A", "B"]\n  award 5万元',
    "  when opened in 2023\n  when opened >= 2023-02-01\n  when year of opened = 2023\n  award 5",
    "  when opened <= today\n  award 5",
    "  when share >= 30% and share < 2/3 and share > 0\n  award 5万元",
    "  when lamps >= 30% * lamps\n  award 5万元",
    "  when share >= 1% * lamps\n  award 5万元",
    "  rate 1% * lamps of fee",
    "  rate smaller of (share, 30%) of fee counted up to 50万元",
    "  rate 2 * share of fee",
    "  when 2 * lamps + 3 > 5 - lamps / 2\n  award 5",
    "  award 10万元 * lamps cap 10万 * lamps",
    "  amount 10元 * lamps + fee",
    "  amount fee - 30% * fee above 5万元",
    "  amount larger of (fee, 500, 5万元) / 3",
    "  amount fee * 2/3",
    "  amount fee * area",
    "  amount (fee + fee) * (1 + lamps) / 12",
    "  when fee >= 50000 and 50000 <= fee and area >= 2.5\n  award 5",
    "  interest 2% a year on fee for lamps basis 360",
    "  interest share a year on fee for 30",
    "  award each\ndefine each as 10万 * lamps",
    "  award half\ndefine half as 25万",
    "  when large\n  award 5\ndefine large as lamps >= 20 and fee > 5",
    "  when what is gold\n  award 5\ndefine what as grade",
    "  rate p of fee\ndefine p as 30%",
    "  when lamps > n\n  award n\ndefine n as 5",
]


@pytest.mark.parametrize("clauses", SOUND)
def test_no_alarm_for_sound_values(clauses: str) -> None:
    assert findings(in_rule(clauses)) == ()
    policy = huice.parse(in_rule(clauses))
    facts = {"lamps": 30, "fee": 90000, "share": "40%", "area": "7.5", "rural": True, "opened": "2023-03-01"}
    for stated in ({}, facts):
        decision = policy.decide({"enterprise": stated, "history": []}, as_of=dt.date(2023, 5, 1))
        assert decision.total.low >= 0
        decision.to_dict(), decision.explain("en"), decision.explain("zh")


SOUND_FACTS = [
    "fact part: rate between 0 and 100%",
    "fact part: rate between 0% and 1/2",
    "fact part: money between 0 and 50万元",
    "fact part: money between -5 and 500000 may be negative",
    "fact part: count between 0 and 100",
    "fact part: number between 0.5 and 9",
    "fact part: number may be negative",
    "fact part: count ranked by fee",
    "fact part: count ranked by lamps per grade among eligible ties by opened",
    "fact part: count ranked by lamps per opened ties all",
    "fact part: count ranked by lamps per enterprise ties none",
]


@pytest.mark.parametrize("declared", SOUND_FACTS)
def test_no_alarm_for_sound_facts(declared: str) -> None:
    assert findings(fact(declared)) == ()


SOUND_GIVEN = [
    'lamps 5, fee 5万元, share 30%, area 7.5, rural yes, opened 2023-01-01, town "A", grade gold',
    'lamps unknown, grade unknown, share 0, grade "gold"'.replace(', grade "gold"', ""),
    'enterprise (lamps 5, grade "silver")',
    "project (kind new, stage (spent 5), stage ()), project (), no history",
    "no project",
    "project (no stage)",
    'history (rule saving, date 2023-01-01, amount 5万元, key "2023")',
    'award "省级奖励" 10万元',
]


@pytest.mark.parametrize("what", SOUND_GIVEN)
def test_no_alarm_for_sound_examples(what: str) -> None:
    assert findings(given(what)) == ()


def test_values_may_nest_two_hundred_deep_and_no_deeper() -> None:
    deep = "(1 + " * 199 + "lamps" + ")" * 199
    assert findings(in_rule(f"  when {deep} > 3\n  award 5")) == ()
    deeper = "(1 + 2 * " * 199 + "lamps" + ")" * 199
    assert one(in_rule(f"  when ⟦{deeper} > 3⟧\n  award 5")).code == "T322"
    through = "define d0 as lamps\n" + "".join(f"define d{i + 1} as {'(1 + ' * 30}d{i}{')' * 30}\n" for i in range(9))
    assert one(in_rule(f"  when ⟦d9⟧ > 3\n  award 5\n{through}")).code == "N216"


def test_every_mistake_of_a_condition_is_told() -> None:
    found = findings(in_rule("  when lmaps > 3 and ruarl and fee > 30%\n  when grade is glod\n  award 30%"))
    assert [d.code for d in found] == ["N201", "N201", "T305", "N209", "T301"]


def test_a_share_written_as_an_award_is_recognised() -> None:
    found = findings(in_rule("  award 10% of fee"))
    assert found[0].code == "T301"
    assert "`rate 10% of fee`" in words(found[0], "en").help


def test_a_clause_that_breaks_off_is_told_once() -> None:
    assert [d.code for d in findings(in_rule("  when opened within 3 years\n  award 5"))] == ["S114"]


def test_nothing_follows_from_a_mistake_already_told() -> None:
    found = findings(in_rule("  when 3 * (lmaps + 2) > fee or not (lmaps >= 5)\n  award 5"))
    assert [d.code for d in found] == ["N201", "N201"]
