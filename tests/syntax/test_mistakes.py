"""What drafters get wrong: each mistake gives one finding, with the right code, place and remedy, and no follow-on."""

from __future__ import annotations

import pytest
from huice.messages import words
from huice.source import Source
from huice.syntax.parse import Parsed, parse

BEFORE = 'rule r "t"\n'
AFTER = '\n  cap 7\nrule after "t"\n  cap 8\n'

# The clause with its mistake between ⟦ ⟧; the code; what the drafter should type there, or a part of the help.
RULE_MISTAKES = [
    ("⟦cpa⟧ 500000", "S113", "cap"),
    ("rate 30% of x ⟦cpa⟧ 500000", "S113", "cap"),
    ("⟦Cap⟧ 500000", "S113", "cap"),
    ("⟦paid⟧ city", "S113", "paid by"),
    ("⟦最膏⟧ 50万元", "S113", "最高"),
    ("⟦grant⟧ 500000", "S119", None),
    ("when a ⟦==⟧ b", "S113", "="),
    ("when a ⟦=>⟧ 5", "S113", ">="),
    ("when a ⟦&&⟧ b", "S113", "and"),
    ("when n >= ⟦20家⟧", "S104", "20"),
    ("当 家数 在 ⟦20家⟧ 以上", "S104", "20"),
    ("当 家数 在 ⟦20家⟧以上", "S104", "20"),
    ("interest 2% a year on p for ⟦90 days⟧", "S104", "90"),
    ("valid until ⟦2023/12/31⟧", "S105", "2023-12-31"),
    ("valid until ⟦31-12-2023⟧", "S105", "2023-12-31"),
    ("valid until ⟦2023.12.31⟧", "S105", "2023-12-31"),
    ("valid until ⟦20231231⟧", "S105", "2023-12-31"),
    ("valid until ⟦2023-02-30⟧", "S105", None),
    ("有效期至⟦2023年2月30日⟧", "S105", None),
    ("valid until ⟦2023-12⟧", "S105", None),
    ("有效期 至 ⟦2023年12月⟧", "S105", None),
    ("cap ⟦500,000⟧", "S107", "500000"),
    ("最高 ⟦500，000⟧元", "S107", "500000"),
    ('article ⟦"一（一⟧', "S102", '"一（一"'),
    ('article ⟦"一（一）”⟧', "S102", '"一（一）"'),
    ("article ⟦一（一）⟧", "S122", '"一（一）"'),
    ("原句 ⟦一句话⟧", "S122", '"一句话"'),
    ("in kind ⟦创新券⟧", "S122", '"创新券"'),
    ("article ⟦'⟧一'", "S103", None),
    ("article ⟦”⟧一”", "S103", None),
    ("cap ⟦$⟧500000", "S103", None),
    ("cap 50万元⟦。⟧", "S103", None),
    ("when kind is park⟦;⟧", "S103", None),
    ("when a ⟦!⟧ b", "S103", None),
    ("⟦按信息化投资额⟧的 30% 补助", "S106", "按 信息化投资额"),
    ("按 投资额 的 30% ⟦最高额五十⟧", "S106", "最高 额五十"),
    ("rate 30% of x ⟦cap⟧", "S112", None),
    ("rate 30% of x ⟦cap⟧ split city:county 1:1", "S112", None),
    ("rate 30% of x ⟦cap⟧ paid by city", "S112", None),
    ("⟦when⟧", "S112", None),
    ("⟦unless⟧", "S112", None),
    ("⟦for each⟧", "S112", None),
    ("⟦最高⟧", "S112", None),
    ("rate 30% ⟦of⟧", "S112", None),
    ("当 种类 ⟦为⟧", "S112", None),
    ("⟦once⟧ enterprise", "S112", "per"),
    ("split city:⟦county⟧", "S112", None),
    ("split city:⟦county⟧ valid until 2023-12-31", "S112", None),
    ("分摊 市:⟦县⟧", "S112", None),
    ("每 企业 ⟦最高⟧", "S112", None),
    ("rate 30% ⟦x⟧", "S101", None),
    ("limit price ⟦300000⟧", "S101", None),
    ("currency ⟦5⟧", "S101", None),
    ("有效期 ⟦2023-12-31⟧", "S101", None),
    ("when a or b⟦)⟧", "S101", None),
    ("when ⟦(⟧a or b", "S124", ")"),
    ("when kind in ⟦[⟧a, b", "S124", "]"),
    ("when ⟦service platform⟧", "S123", "service_platform"),
    ('when x "a" ⟦"b"⟧', "S121", None),
    ("when x in ⟦20⟧", "S120", None),
    ("cap ⟦2/0⟧", "S115", None),
    ("cap ⟦零分之三⟧", "S115", None),
    ("cap ⟦1234567890123456789012345678901⟧", "S115", None),
    ("⟦fact⟧ x: money", "S118", None),
    ("⟦given⟧ x 5", "S118", None),
    # In the language, not in this version
    ("cap 5 ⟦plus⟧ 20% when first", "S114", None),
    ("award ⟦by⟧ kind (a: 5万, b: 3万)", "S114", None),
    ("⟦tiers of⟧ x (up to 5: 3%)", "S114", None),
    ("⟦pay⟧ 30% when done", "S114", None),
    ("⟦recover⟧ when moved", "S114", None),
    ("⟦instead of⟧ other", "S114", None),
    ("cap 5 ⟦round⟧ down to 100", "S114", None),
    ("cap 5 ⟦less⟧ paid", "S114", None),
    ("⟦nothing below⟧ 5", "S114", None),
    ("⟦case by case⟧", "S114", None),
    ("rate ⟦between⟧ 10% and 20% of x", "S114", None),
    ("rate ⟦at least⟧ 30% of x", "S114", None),
    ("rate 30% of ⟦sum of⟧ loan", "S114", None),
    ("when ⟦any⟧ project where (x)", "S114", None),
    ("when ⟦growth of⟧ output > 5%", "S114", None),
    ("when output ⟦of last year⟧ > 5", "S114", None),
    ("award 100元 ⟦each⟧", "S114", None),
    ("valid from 2023-01-01 ⟦for⟧ 3 years", "S114", None),
    ("split a:b ⟦when⟧ big 1:1 otherwise 3:7", "S114", None),
    ("⟦together⟧ a, b choose highest", "S114", None),
    ("⟦若⟧ 首次 加 5万元", "S114", None),
    ("⟦一事一议⟧", "S114", None),
    ("⟦扣减⟧ 已获奖励", "S114", None),
    ("⟦分期⟧ 验收 后 30%", "S114", None),
    ("⟦分档累进⟧ 销售额（至 5：3%）", "S114", None),
    ("奖励 ⟦依⟧ 种类（甲：5万元）", "S114", None),
    ("⟦代替⟧ 甲", "S114", None),
]

FILE_MISTAKES = [
    ('⟦polcy⟧ q "x"\n  number "1"\n', "S113", "policy"),
    ('⟦ruel⟧ q "x"\n  cap 5\n', "S113", "rule"),
    ('rule ⟦"x"⟧\n  cap 5\n', "S101", None),
    ('rule q "a" ⟦"b"⟧\n  cap 5\n', "S121", None),
    ("rule q ⟦公共服务平台补助⟧\n  cap 5\n", "S122", '"公共服务平台补助"'),
    ("define ⟦n⟧ 5\n", "S112", None),
    ("⟦use⟧ 'f'\n", "S114", None),
    ("entity e\n  fact ⟦x⟧ money\n", "S112", ":"),
    ("entity e\n  fact x: ⟦dollars⟧\n", "S101", None),
    ("entity e\n  fact x: ⟦mony⟧\n", "S113", "money"),
    ('entity e\n  fact x: money "a" ⟦"b"⟧\n', "S121", None),
    ('entity e\n  fact x: money ask "a" ⟦ask "b"⟧\n', "S121", None),
    ("entity e\n  fact x: money ⟦by year⟧\n", "S114", None),
    ("entity e\n  fact ⟦not⟧: flag\n", "S117", "not_1"),
    ("entity e\n  fact ⟦是⟧: flag\n", "S117", "是项"),
    ("entity e\n  fact k: choice of a, ⟦no⟧\n", "S117", "no_1"),
    ("entity e\n  fact ⟦5⟧: money\n", "S101", None),
    ("entity e\n  ⟦when⟧ x\n", "S118", None),
    ("entity e\n  ⟦cap⟧ 5\n", "S118", None),
    ("language ⟦1.5⟧\n", "S115", None),
    ('example "x"\n  given a ⟦1,000⟧\n', "S107", "1000"),
    ('example "x"\n  given p (a ⟦1,000⟧)\n', "S107", "1000"),
    ('example "x"\n  given ⟦a⟧\n  expect r 5\n', "S112", None),
    ('example "x" as of ⟦2023/1/5⟧\n', "S105", "2023-01-05"),
    ('example "x"\n  expect ⟦r⟧\n', "S112", None),
]


def check_one(before: str, marked: str, after: str, code: str, remedy: str | None) -> Parsed:
    """One finding, at the marked place."""
    start = len(before) + marked.index("⟦")
    plain = marked.replace("⟦", "").replace("⟧", "")
    end = len(before) + marked.index("⟧") - 1
    source = Source(before + plain + after)
    parsed = parse(source)
    assert [d.code for d in parsed.diagnostics] == [code], [(d.code, d.args) for d in parsed.diagnostics]
    (finding,) = parsed.diagnostics
    assert finding.place is not None
    assert finding.place[:2] == source.position(start)
    assert finding.place[2:] == source.position(end)
    if remedy is not None:
        assert finding.fix is not None
        assert finding.fix.replacement == remedy
    for language in ("en", "zh"):
        said = words(finding, language)
        assert said.title and said.text and said.help
        assert "{" not in said.title + said.text + said.help.replace("{}", "")
    return parsed


@pytest.mark.parametrize(("clause", "code", "remedy"), RULE_MISTAKES)
def test_a_mistake_in_a_rule(clause: str, code: str, remedy: str | None) -> None:
    parsed = check_one(BEFORE + "  ", clause, AFTER, code, remedy)
    rules = {item.name.name: item for item in parsed.file.items}
    # The clauses behind the mistake, and the next rule, are read all the same.
    assert len(rules["r"].clauses) >= 1
    assert len(rules["after"].clauses) == 1


@pytest.mark.parametrize(("text", "code", "remedy"), FILE_MISTAKES)
def test_a_mistake_in_a_file(text: str, code: str, remedy: str | None) -> None:
    parsed = check_one('language 1\nrule first "t"\n  cap 5\n', text, "rule last\n  cap 8\n", code, remedy)
    names = [item.name.name for item in parsed.file.items if hasattr(item, "name")]
    assert names[0] == "first"
    assert names[-1] == "last"


def test_the_fix_of_most_mistakes_mends_them() -> None:
    mended = 0
    for clause, code, remedy in RULE_MISTAKES:
        if remedy is None or code == "S124":
            continue
        source = Source(BEFORE + "  " + clause.replace("⟦", "").replace("⟧", "") + AFTER)
        (finding,) = parse(source).diagnostics
        assert finding.fix is not None
        text = source.text
        for edit in sorted(finding.fix.edits, key=lambda e: -e.start):
            text = text[: edit.start] + edit.text + text[edit.end :]
        again = parse(Source(text)).diagnostics
        assert code not in [d.code for d in again], (clause, text)
        mended += not again
    assert mended >= 25


def test_all_mistakes_of_a_file_at_once_and_in_order() -> None:
    chosen = [(c, code) for c, code, _ in RULE_MISTAKES]
    text = "".join(f"rule r{i}\n  {c}\n  cap 7\n".replace("⟦", "").replace("⟧", "") for i, (c, _) in enumerate(chosen))
    parsed = parse(Source(text))
    found = [d.code for d in parsed.diagnostics]
    assert found == [code for _, code in chosen][: len(found)]
    assert len(found) == min(50, len(chosen))
    lines = [d.place.line for d in parsed.diagnostics if d.place]
    assert lines == sorted(lines)


def test_several_mistakes_in_one_rule() -> None:
    text = "rule r\n  cpa 5\n  when\n  rate 30% of x\n  cap 1,000\n  split a:b\nrule q\n  cap 2\n"
    parsed = parse(Source(text))
    assert [d.code for d in parsed.diagnostics] == ["S113", "S112", "S107", "S112"]
    assert len(parsed.file.items) == 2


def test_a_broken_first_line_does_not_hide_the_mistakes_below_it() -> None:
    parsed = parse(Source('rule "no name"\n  cap 5\n  cpa 7\nrule q\n'))
    assert [d.code for d in parsed.diagnostics] == ["S101", "S113"]
    assert [item.name.name for item in parsed.file.items] == ["q"]


def test_the_end_of_the_text() -> None:
    for text in ("rule r cap", "rule r when a is", "rule"):
        (finding,) = parse(Source(text)).diagnostics
        assert finding.code == "S112"
    (finding,) = parse(Source("rule r when (a\n\n")).diagnostics
    assert finding.code == "S124"


def test_clause_words_are_fine_names() -> None:
    facts = [
        "amount",
        "month",
        "rank",
        "kind",
        "rate",
        "cap",
        "when",
        "rule",
        "year",
        "按",
        "最高",
        "条款",
        "by",
        "less",
    ]
    text = "entity e\n" + "".join(f"  fact {name}: number\n" for name in facts)
    text += "rule r\n" + "".join(f"  when {name} > 5 and\n    {name} < 9\n" for name in facts)
    assert not parse(Source(text)).diagnostics


def test_a_name_that_begins_with_a_word_of_the_language() -> None:
    text = "entity e\n  fact 是2类: flag\n  fact 年产值: money\n"
    text += "rule r\n  when 是2类\n  按 年产值的30%补助\n  cap 5 per 年产值\n"
    assert not parse(Source(text)).diagnostics
