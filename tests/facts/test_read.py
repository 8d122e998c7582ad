"""Reading files: exact numbers, three formats that agree, streams."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterator

import pytest
from huice.facts.json_fault import faults
from huice.facts.numbers import Numeral
from huice.facts.read import format_of, read, read_json
from huice.facts.read_lines import read_lines
from huice.facts.read_yaml import read_yaml
from huice.source import Source
from hypothesis import given
from hypothesis import strategies as st


def test_json_numbers_stay_as_written() -> None:
    raw = read_json('{"a": 0.10, "b": 1e5, "c": NaN, "d": -5, "e": 1.50}').raw
    assert raw == {"a": Numeral("0.10"), "b": Numeral("1e5"), "c": Numeral("NaN"), "d": -5, "e": Numeral("1.50")}
    assert read_json("9" * 5000).raw == Numeral("9" * 5000)


def test_byte_order_mark_is_dropped() -> None:
    assert read_json(b'\xef\xbb\xbf{"a": 1}').raw == {"a": 1}
    assert read_json('\ufeff{"a": 1}').raw == {"a": 1}
    assert read_yaml(b"\xef\xbb\xbfa: 1").raw == {"a": 1}


def test_yaml_scalars() -> None:
    text = """
    money: 2000000.10
    exponent: 1e6
    count: 25
    octal: 010
    rate: 35%
    ratio: 2/3
    day: 2023-08-01
    no_day: 2023-02-30
    moment: 2023-08-01 10:00:00
    yes: yes
    no: no
    nothing:
    tilde: ~
    quoted: "25"
    infinite: .inf
    中文: [是, null]
    2022: 1
    """
    assert read_yaml(text).raw == {
        "money": Numeral("2000000.10"),
        "exponent": Numeral("1e6"),
        "count": 25,
        "octal": "010",
        "rate": "35%",
        "ratio": "2/3",
        "day": dt.date(2023, 8, 1),
        "no_day": "2023-02-30",
        "moment": "2023-08-01 10:00:00",
        "yes": True,
        "no": False,
        "nothing": None,
        "tilde": None,
        "quoted": "25",
        "infinite": Numeral(".inf"),
        "中文": ["是", None],
        "2022": 1,
    }


def test_format_by_name_or_content() -> None:
    assert [format_of(n) for n in ("a.JSON", "b.yml", "c.jsonl", "d.ndjson", "e")] == [
        "json",
        "yaml",
        "jsonl",
        "jsonl",
        None,
    ]
    assert read('{"a": 1.0}').raw == {"a": Numeral("1.0")}
    assert read(b"a: 1.0").raw == {"a": Numeral("1.0")}
    assert read("a: 1", form="yaml").raw == {"a": 1}
    assert read("a: 1", "x.json").diagnostics[0].code == "F126"


def test_lines_are_a_stream() -> None:
    def endless() -> Iterator[str]:
        while True:
            yield '{"a": 1}\n'

    first = next(read_lines(endless()))
    assert (first.number, first.raw, first.diagnostics) == (1, {"a": 1}, ())


@pytest.mark.parametrize("text", [False, True])
def test_bad_lines_do_not_stop_the_others(text: bool) -> None:
    data = '\ufeff{"a": 1}\n\n{"a": \r\n' + "[" * 300 + '\n{"b": 2}'
    lines = list(read_lines(io.StringIO(data) if text else io.BytesIO(data.encode())))
    assert [(line.number, line.raw, [d.code for d in line.diagnostics]) for line in lines] == [
        (1, {"a": 1}, []),
        (3, None, ["F121"]),
        (4, None, ["F103"]),
        (5, {"b": 2}, []),
    ]
    for line in lines:
        assert all(d.place.line == line.number for d in line.diagnostics if d.place)


def test_long_lines_are_skipped_without_being_held() -> None:
    data = b"[" + b" " * 5_000_000 + b"]\n{}\n"
    assert [[d.code for d in line.diagnostics] for line in read_lines(io.BytesIO(data))] == [["F102"], []]
    assert [[d.code for d in line.diagnostics] for line in read_lines([data, b"{}"])] == [["F102"], []]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.text(st.characters(exclude_categories=("Cs",))),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=("Cs",))), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(json_values, st.sampled_from([None, 1]))
def test_json_reads_what_json_writes(value: object, indent: int | None) -> None:
    for ascii_only in (True, False):
        text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
        assert read_json(text) == (value, ())


@given(json_values, st.data())
def test_mutated_json_gives_a_document_or_findings(value: object, data: st.DataObject) -> None:
    text = json.dumps(value, ensure_ascii=False)
    at = data.draw(st.integers(0, len(text)))
    drop = data.draw(st.integers(0, 3))
    put = data.draw(
        st.sampled_from(["", ",", "}", "]", "[", '"', ":", "：", "'", "#", "\\", "0", "-", "万", "x", "\n", "\x00"])
    )
    text = text[:at] + put + text[at + drop :]
    reading = read_json(text)
    assert (reading.raw is None) or not reading.diagnostics
    for finding in reading.diagnostics:
        assert finding.place is not None or finding.code == "F110"
    if reading.diagnostics and reading.diagnostics[0].code != "F110":
        codes = [d.code for d in faults(Source(text))]
        assert codes == [d.code for d in reading.diagnostics]


@given(st.text(max_size=60) | st.binary(max_size=60))
def test_anything_can_be_read(data: str | bytes) -> None:
    for reader in (read_json, read_yaml):
        reading = reader(data)
        for finding in reading.diagnostics:
            assert finding.code.startswith("F1")


@given(st.text("ab:-,[]{}&*!|>\"'#?% \n\t1", max_size=40))
def test_any_yaml_can_be_read(text: str) -> None:
    for finding in read_yaml(text).diagnostics:
        assert finding.code.startswith("F1")
