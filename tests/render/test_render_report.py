from __future__ import annotations

import pytest
from huice.decide.decision import Holds, LimitResult, Status
from huice.render.figures import Figures, grouped
from huice.render.report import explain
from huice.render.words import words
from huice.values import Range

from . import samples
from .snapshot import same


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("verbose", [False, True])
def test_whole_report(lang: str, verbose: bool) -> None:
    same(f"report{'_full' if verbose else ''}.{lang}.txt", explain(samples.FULL, lang, full=verbose))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nothing_known(lang: str) -> None:
    same(f"report_nothing_known.{lang}.txt", explain(samples.NOTHING_KNOWN, lang))


def test_nothing_due_says_so() -> None:
    assert "Nothing is due" in explain(samples.NOTHING_DUE, "en")
    assert "没有可以获得的奖补" in explain(samples.NOTHING_DUE, "zh")


def test_each_reading_is_told_once() -> None:
    text = explain(samples.FULL, "zh")
    assert text.count("条款未写明出资方") == 1
    assert "[2]" in text


def test_quotes_only_on_request() -> None:
    assert "对枢纽补助给予支持" not in explain(samples.FULL, "zh")
    assert "对枢纽补助给予支持" in explain(samples.FULL, "zh", full=True)


def test_used_up_cap_is_named() -> None:
    limit = LimitResult(
        "running", "cap 300000 per firm", samples.yuan(300_000), Holds.YES, samples.yuan(1), Range(0, 0)
    )
    award = samples.award(samples.PRIZE, Status.ELIGIBLE, limits=(limit,))
    assert "earlier awards have used it up" in explain(samples.result(award), "en")


def test_awards_of_one_rule_are_not_left_to_be_added_up() -> None:
    awards = [
        samples.award(samples.HUB, Status.ELIGIBLE, samples.yuan(0, 50), record=record)
        for record in (samples.SITE_1, samples.SITE_2)
    ]
    assert "All of “枢纽补助 (一(一))” together: 0 to 100.00 yuan" in explain(samples.result(*awards), "en")


def test_control_characters_never_reach_the_terminal() -> None:
    rule = samples.rule("evil", "bad\x1b[2Jtitle\u202e", None, amount_text="award 1")
    award = samples.award(rule, Status.ELIGIBLE, samples.yuan(1))
    text = explain(samples.result(award), "en")
    assert "\x1b" not in text and "\u202e" not in text


def test_style_dresses_headings_only() -> None:
    text = explain(samples.FULL, "en", style=lambda role, text: f"<{role}>{text}</{role}>")
    assert "<heading>What is due</heading>" in text
    assert "<total>Total: " in text


@pytest.mark.parametrize(
    ("amount", "en", "zh"),
    [
        (samples.yuan(1234), "1,234.00 yuan", "1,234.00 元"),
        (samples.yuan(0, 500_000), "0 to 500,000.00 yuan", "0 至 500,000.00 元"),
        (samples.yuan(1, 2), "1.00 to 2.00 yuan", "1.00 至 2.00 元"),
        (samples.yuan(5, None), "at least 5.00 yuan, no upper limit", "至少 5.00 元，上不封顶"),
        (samples.yuan(0, None), "0 or more, no upper limit", "金额待定，上不封顶"),
    ],
)
def test_ranges_in_words(amount: Range, en: str, zh: str) -> None:
    assert Figures(words("en"), "en", "CNY", 2).range(amount) == en
    assert Figures(words("zh"), "zh", "CNY", 2).range(amount) == zh


def test_grouping_is_exact() -> None:
    assert grouped("123456789012345678901234567890.05") == "123,456,789,012,345,678,901,234,567,890.05"
    assert grouped("-0.05") == "-0.05"


def test_other_currencies_keep_their_code_and_digits() -> None:
    assert Figures(words("en"), "en", "JPY", 0).money(1500) == "1,500 JPY"
