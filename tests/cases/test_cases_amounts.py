from __future__ import annotations

import pytest
from huice.cases.amounts import amount_like, minor_units, parse_amount, parse_range, range_like
from huice.values import Range
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("500000", 50_000_000),
        ("500000.00", 50_000_000),
        ("0.5", 50),
        ("50万元", 50_000_000),
        ("１．５亿", 15_000_000_000),
        ("1,234.56", 123_456),
        ("500_000", 50_000_000),
        ("-3.10", -310),
        (" 7 元 ", 700),
    ],
)
def test_amounts_as_written(text: str, minor: int) -> None:
    assert parse_amount(text, 2) == minor


@pytest.mark.parametrize(
    "text", ["", "much", "1e5", "0.005", "1,23", "5%", "NaN", "inf", "50万元左右", "1.2.3", "--1", "9" * 5000]
)
def test_what_is_no_amount(text: str) -> None:
    assert parse_amount(text, 2) is None
    assert parse_range(text, 2) is None


@pytest.mark.parametrize("text", ["0 to 500000", "0..500000", "0.00至50万元", "0 – 500000.00", "0~500,000"])
def test_ranges_as_written(text: str) -> None:
    assert parse_range(text, 2) == Range(0, 50_000_000)


@pytest.mark.parametrize("text", ["0 to unbounded", "0..∞", "0 至 不限"])
def test_open_ends(text: str) -> None:
    assert parse_range(text, 2) == Range(0, None)


def test_digits_of_the_currency() -> None:
    assert parse_amount("500", 0) == 500
    assert parse_amount("0.5", 0) is None
    assert minor_units(3, 3) == 3000


@pytest.mark.parametrize(
    ("old", "minor", "new"),
    [
        ("500000", 40_000_000, "400000"),
        ("500000", 40_000_050, "400000.50"),
        ("500000.00", 40_000_000, "400000.00"),
        ("50万元", 40_000_000, "40万元"),
        ("50万", 40_000_001, "400000.01"),
        ("500,000", 1_234_500_000, "12,345,000"),
        ("800元", 90_000, "900元"),
        ("0", 0, "0"),
    ],
)
def test_new_amounts_keep_the_old_manner(old: str, minor: int, new: str) -> None:
    assert amount_like(old, minor, 2) == new


@given(
    st.sampled_from(["0", "0.00", "50万元", "1,000", "3亿", "800元", "1万", "2.5万元"]),
    st.integers(0, 10**14),
    st.booleans(),
)
def test_what_is_written_reads_back(old: str, minor: int, more: bool) -> None:
    assert parse_amount(amount_like(old, minor, 2), 2) == minor
    amount = Range(minor, minor + 1 if more else None)
    assert parse_range(range_like(old, amount), 2) == amount


def test_a_range_keeps_its_word() -> None:
    assert range_like("0..500000", Range(100, 200)) == "1..2"
    assert range_like("0 至 500000", Range(100, None)) == "1 至 unbounded"
    assert range_like("0 to 不限", Range(100, None)) == "1 to 不限"
    assert range_like("0 to 5", Range(300, 300)) == "3"
