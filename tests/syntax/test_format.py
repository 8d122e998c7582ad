"""The laws of the formatter, on generated files and on the layouts that drafters write."""

from __future__ import annotations

import pytest
from huice.source import Source
from huice.syntax import tree as t
from huice.syntax.parse import Parsed, parse
from huice.syntax.print import clause_text, expr_text, format_file
from hypothesis import HealthCheck, given, settings

from .generate import untidy

_slow = settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))


def read(text: str) -> Parsed:
    parsed = parse(Source(text))
    assert not parsed.diagnostics, parsed.diagnostics
    return parsed


def comments(parsed: Parsed) -> list[str]:
    return [comment.text for comment in parsed.file.comments]


@given(untidy())
@_slow
def test_formatting_keeps_the_tree_and_the_comments(case: tuple[t.File, str]) -> None:
    file, text = case
    parsed = read(text)
    assert parsed.file == file
    for spelling in (None, "en", "zh"):
        once = format_file(parsed, spelling)
        again = read(once)
        assert again.file == file
        assert comments(again) == comments(parsed)
        assert format_file(again, spelling) == once


@given(untidy())
@_slow
def test_there_and_back_between_the_spellings(case: tuple[t.File, str]) -> None:
    chinese = format_file(read(case[1]), "zh")
    english = format_file(read(chinese), "en")
    assert format_file(read(english), "zh") == chinese
    assert format_file(read(chinese), "en") == english


def formatted(text: str, spelling: str | None = None) -> str:
    return format_file(read(text), spelling)


UNTIDY = """\
# 说明: file

  language   1
policy p "题" number "〔2023〕6号"   valid from 2023-04-28 until 2023-12-31   # window

   assuming "x"
entity e "企业" # subject
 fact n :count "家数"


 fact k: choice of a ("甲"),
   b   ask "?"
   # about the end of e

# about r


rule r "补助"
when n >= 20 and (k is a # inside
 or k is b)  # behind
  rate 30% of x   cap 500000
  split c:d 1:1
define big as n > 5
define small as not big
example "ex" as of 2023-08-01 given n 25, k a given z (q 1) expect r 5 (c 1, d 2)
"""

TIDY = """\
# 说明: file

language 1

policy p "题"
  number "〔2023〕6号"
  valid from 2023-04-28 until 2023-12-31  # window

  assuming "x"

entity e "企业"  # subject
  fact n: count "家数"

  fact k: choice of a ("甲"),
    b ask "?"
  # about the end of e

# about r

rule r "补助"
  # inside
  when n >= 20 and (k is a or k is b)  # behind
  rate 30% of x cap 500000
  split c:d 1:1

define big as n > 5
define small as not big

example "ex"
  as of 2023-08-01
  given n 25, k a, z (q 1)
  expect r 5 (c 1, d 2)
"""


def test_layout() -> None:
    assert formatted(UNTIDY) == TIDY
    assert formatted(TIDY) == TIDY


def test_the_customers_line_in_both_spellings() -> None:
    english = "rate 30% of it_investment cap 500000 split city:county 1:1 valid until 2023-12-31\n"
    chinese = "按 it_investment 的 30% 补助 最高 500000 分摊 city:county 1:1 有效期 至 2023-12-31\n"
    assert formatted(english) == english
    assert formatted(english, "zh") == chinese
    assert formatted(chinese, "en") == english


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("when n >= 20", "当 n 在 20 以上"),
        ("when n <= 20", "当 n 在 20 以下"),
        ("when n >= a + 1", "当 n 不少于 a + 1"),
        ("when n > 20 or not n < 5", "当 n 超过 20 或 非 n 不满 5"),
        ("when d >= 2023-01-01", "当 d 不早于 2023-01-01"),
        ("when d in 2023", "当 d 在 2023年"),
        ("when k in [a, b]", "当 k 在 [a、b]"),
        ("when k is not a", "当 k 不为 a"),
        ("when n != 3", "当 n 不等于 3"),
        ("rate up to 2/3 of larger of (x, 10)", "按 取大（x，10） 的不超过 2/3 补助"),
        ("rate 5% of x counted up to 50万元", "按 x 的 5% 基数至多 50万元 补助"),
        ("rate 5% of (x above 100)", "按 （x 超出 100 部分） 的 5% 补助"),
        ("rate (year) of x", "按 x 的 （year） 补助"),
        ("award 10万元 per full 5 of x", "按 x 每满 5 奖励 10万元"),
        ("award up to 10 per x", "每 x 奖励 不超过 10"),
        ("interest up to 2% a year on p for d basis 360", "按 p 的年利率 不超过 2% 贴息 d 天 年天数 360"),
        ("cap 30 per e per year of f per year", "每 e 每 f 的年份 每 年 最高 30"),
        ("once per e", "每 e 限一次"),
        ("limit x to 30万元", "限制 x 不超过 30万元"),
        ("unless x", "除非 x"),
        ('payer a "甲", b', '出资方 a "甲"、b'),
    ],
)
def test_each_spelling_has_its_own_word_order(english: str, chinese: str) -> None:
    clause = read(english).file.loose[0]
    assert clause_text(clause, "en") == english.replace("(x above 100)", "x above 100")
    assert clause_text(clause, "zh") == chinese.replace("（x 超出 100 部分）", "x 超出 100 部分")
    assert read(chinese).file.loose == read(english).file.loose


def test_a_condition_prints_without_its_label() -> None:
    when = read('when (a or b) "label"').file.loose[0]
    assert isinstance(when, t.When)
    assert expr_text(when.condition, "en") == "a or b"


def test_line_ends_stay() -> None:
    assert formatted("rule r\r\n cap 5 # c\r\n") == "rule r\r\n  cap 5  # c\r\n"
    assert formatted("rule r\r cap 5 # c\r cap 6") == "rule r\n  cap 5  # c\n  cap 6\n"


def test_nothing_stays_nothing() -> None:
    assert formatted("") == ""
    assert formatted(" \n\n") == ""
    assert formatted("\n\n# only\n\n\n# words") == "# only\n\n# words\n"


def test_synonyms_and_widths_become_the_usual_words() -> None:
    text = "条款 甲 “题”\n  按 投资额的３０％补助 单个项目最高 50万元 每家 企业 累计最高 １００万元\n"
    assert formatted(text) == '条款 甲 "题"\n  按 投资额 的 30% 补助 最高 50万元 每 企业 最高 100万元\n'


def test_a_string_with_straight_quotes_keeps_its_curly_ones() -> None:
    assert formatted('quote “a "b" c”') == 'quote “a "b" c”\n'
