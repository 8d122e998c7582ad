"""The official text: normalising, sentences, figures, quotes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import huice
import pytest
from huice.cases.coverage_text import coverage
from huice.cases.figures import find_figures
from huice.cases.normalise import normalise
from huice.cases.sentences import sentences
from huice.messages import words
from hypothesis import given
from hypothesis import strategies as st

from .lamp import POLICY, TEXT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("按 １：１ 比例", "按1:1比例"),
        ("“领雁”企业", "「领雁」企业"),
        ("（不含美学设计），", "(不含美学设计),"),
        ("奖励 10\r\n\f\n万元。", "奖励10万元。"),
        ("〔2023〕6号", "[2023]6号"),
        ("２０％\u200b", "20%"),
        ("①㎡", "1m2"),
    ],
)
def test_these_are_the_same(a: str, b: str) -> None:
    assert normalise(a).text == normalise(b).text


def test_full_stops_stay_apart_from_points() -> None:
    assert normalise("。").text == "。" != normalise(".").text


@given(st.text(max_size=60))
def test_normal_characters_know_where_they_stood(text: str) -> None:
    normal = normalise(text)
    assert len(normal.text) == len(normal.offsets)
    assert list(normal.offsets) == sorted(normal.offsets)
    assert normalise(normal.text).text == normal.text
    for at, char in zip(normal.offsets, normal.text, strict=True):
        assert char in normalise(text[at]).text


@given(st.text('甲乙丙，,“"１1 \n。', max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_piece_is_found_where_it_was_taken(text: str, a: int, b: int) -> None:
    piece = text[min(a, b) : max(a, b)]
    whole, part = normalise(text), normalise(piece).text
    start = whole.text.find(part)
    assert start >= 0
    span = whole.original(start, start + len(part))
    assert normalise(text[span.start : span.end]).text == part


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("一次性奖励50万元", ["50万元"]),
        ("奖励五十万元、800元和1.5亿元", ["五十万元", "800元", "1.5亿元"]),
        ("按30%补助，利率上浮5个百分点", ["30%", "5个百分点"]),
        ("年费率3‰，百分之三十五", ["3‰", "百分之三十五"]),
        ("三分之二、2/3、七成、8折、2倍、减半", ["三分之二", "2/3", "七成", "8折", "2倍", "减半"]),
        ("市、县按1:1比例分摊，省市县4:3:3", ["1:1", "4:3:3"]),
        ("前两名，前3位，排名第一名", ["前两名", "前3位", "第一名"]),
        ("新增1500万以上（含1500万）", ["1500万", "1500万"]),
        ("每亩1,000元，每天10元/人", ["1,000元", "10元"]),
        ("10万元以上20万元以下", ["10万元", "20万元"]),
        ("100万美元", ["100万美元"]),
        ("按3:30比例分担", ["3:30"]),
    ],
)
def test_figures(text: str, figures: list[str]) -> None:
    assert [f.text for f in find_figures(normalise(text).text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "泉政办规〔2023〕6号",
        "2023年4月27日至2023-12-31、2023/12/31",
        "服务中小企业20家以上，培育100个场景",
        "10万家企业、5万户、3万吨、20万平方米、1亿人",
        "有效期3年，前三年，前3个月，第2条",
        "多元化、单元、一元化、二元结构",
        "5G、CAD、3.0版、十四五、互联网+",
        "成立、成员、三成立项",
        "每日9:30至17:00办理",
        "千家万户、千方百计、万众创新",
        "一、（一）第三条",
        "打折、折旧",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert find_figures(normalise(text).text) == ()


def test_sentences() -> None:
    text = (
        "标题\n\n（一）小标题\n\n第一句，分在\n两行。第二句跨过一\n\n页才完。（责任单位：某局）\n\n"
        "二、另一节\n\n末句，没有句号"
    )
    found = [text[a:b].replace("\n", "") for a, b in sentences(text)]
    assert found == [
        "标题",
        "（一）小标题",
        "第一句，分在两行。",
        "第二句跨过一页才完。",
        "（责任单位：某局）",
        "二、另一节",
        "末句，没有句号",
    ]


@pytest.mark.parametrize("char", ["一", "9", "万", " ", "9:", "1,111", "（", "\n", "前", "百"])
def test_odd_texts_take_no_long_time(char: str) -> None:
    text = char * (60_000 // len(char))
    list(sentences(text))
    find_figures(normalise(text).text)


def test_sentences_cover_all_but_white_space() -> None:
    spans = list(sentences(TEXT))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert normalise("".join(TEXT[a:b] for a, b in spans)).text == normalise(TEXT).text


def report(library: Path, policy: str = POLICY, text: str | None = TEXT):
    (library / "lamp.rules").write_text(policy, encoding="utf-8")
    if text is not None:
        (library / "sources" / "lamp.txt").write_text(text, encoding="utf-8")
    found = coverage(huice.load(library / "lamp.rules"))
    for finding in found.diagnostics:
        assert words(finding, "en").text
        assert words(finding, "zh").help
    return found


def test_a_policy_that_quotes_everything(library: Path) -> None:
    found = report(library)
    assert found.ok
    assert [c.lines for c in found.quotes] == [(4, 7), (9, 9), (10, 10)]
    assert (found.with_figures, found.unquoted, found.text_file) == (3, (), "sources/lamp.txt")


def test_a_sentence_that_nobody_quotes(library: Path) -> None:
    found = report(library, text=TEXT + "四、其余另奖励3万元，按1:2分担。\n")
    assert not found.ok
    (left,) = found.unquoted
    assert (left.line, left.figures, left.text) == (12, ("3万元", "1:2"), "四、其余另奖励3万元，按1:2分担。")
    (finding,) = found.diagnostics
    assert (finding.code, finding.level, finding.place.line) == ("C194", "warning", 12)


def test_each_figure_of_a_sentence_must_be_quoted(library: Path) -> None:
    half = POLICY.replace(",最高10万元,由市、县按1:1比例分摊。", "")
    (left,) = report(library, half).unquoted
    assert left.figures == ("10万元", "1:1")


def test_a_quote_stands_for_one_place_only(library: Path) -> None:
    twice = TEXT.replace("本办法", "四、公园类工地另按不超过造价30%补助。\n本办法")
    (left,) = report(library, text=twice).unquoted
    assert left.line == 11
    again = POLICY.replace('article "二"', 'article "二"\n  quote "公园类工地另按不超过造价30%补助。"')
    assert report(library, again, twice).ok


def test_a_quote_that_differs(library: Path) -> None:
    found = report(library, POLICY.replace("按造价的20%补助,最高10万元", "按造价的20%补助,最高12万元"))
    check = next(c for c in found.quotes if not c.found)
    assert check.rule == "site_subsidy"
    assert check.nearest.line == 9
    assert (check.nearest.quoted[:3], check.nearest.official[:3]) == ("2万元", "0万元")
    finding = found.diagnostics[0]
    assert finding.code == "C193"
    start = finding.place.column - 1
    assert finding.excerpt[start : start + 3] == "2万元"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("", "C190"),
        ('text "../elsewhere.txt"', "C191"),
        ('text "/etc/hostname"', "C191"),
        ('text "sources/none.txt"', "C192"),
        ('text "sources"', "C192"),
    ],
)
def test_texts_that_cannot_be_used(library: Path, line: str, code: str) -> None:
    (library.parent / "elsewhere.txt").write_text("", encoding="utf-8")
    found = report(library, POLICY.replace('text "sources/lamp.txt"', line))
    assert [d.code for d in found.diagnostics] == [code]
    assert not found.ok
    assert found.diagnostics[0].place is not None


def test_a_policy_that_lies_in_no_file() -> None:
    assert [d.code for d in coverage(huice.parse(POLICY)).diagnostics] == ["C196"]


def test_a_link_does_not_lead_out_of_the_library(library: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("甲", encoding="utf-8")
    (library / "sources" / "lamp.txt").unlink()
    (library / "sources" / "lamp.txt").symlink_to(outside)
    assert [d.code for d in report(library, text=None).diagnostics] == ["C191"]
