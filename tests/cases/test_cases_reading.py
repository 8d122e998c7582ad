"""Reading case files: documents, YAML with places, CSV cells."""

from __future__ import annotations

from pathlib import Path

import pytest
from huice.cases.csv_cells import read_cells
from huice.cases.documents import MAX_BYTES, apply, read_document, write_all
from huice.cases.nodes import MAX_DEPTH, plain_value, read_yaml
from huice.diagnostics import Diagnostic, Edit, HuiceError
from huice.facts.numbers import Numeral
from huice.messages import words
from huice.source import Source
from hypothesis import given
from hypothesis import strategies as st


def yaml_codes(text: str) -> list[str]:
    found: list[Diagnostic] = []
    read_yaml(Source(text), found.append)
    for finding in found:
        assert words(finding, "en").text
        assert words(finding, "zh").text
    return [d.code for d in found]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [1", "C110"),
        ("a: 'x\n b: 2", "C110"),
        ("a: \x01", "C110"),
        ("a: &x 1\nb: *x", "C111"),
        ("a: !!python/object:os.system x", "C112"),
        ("a: 1\n---\nb: 2", "C113"),
        ("[" * (MAX_DEPTH + 2) + "]" * (MAX_DEPTH + 2), "C114"),
        ("? [1]\n: 2", "C115"),
        ("a: 1\na: 2", "C116"),
    ],
)
def test_yaml_that_is_refused(text: str, code: str) -> None:
    assert yaml_codes(text) == [code]


def test_yaml_values_and_places() -> None:
    source = Source('甲:\n  - {cost: 1.10, ok: yes, none: ~, "text": "yes", n: 12, d: 2030-01-01, r: "35%"}\n')
    node = read_yaml(source, pytest.fail)
    places: dict = {}
    assert node is not None
    value = plain_value(node, "", places)
    assert value == {
        "甲": [
            {"cost": Numeral("1.10"), "ok": True, "none": None, "text": "yes", "n": 12, "d": "2030-01-01", "r": "35%"}
        ]
    }
    assert source.text[slice(*places["甲[0].cost"])] == "cost: 1.10"
    assert source.position(places["甲[0].r"].start) == (2, 73)


@given(st.text(max_size=80))
def test_any_text_is_yaml_or_a_finding(text: str) -> None:
    found: list[Diagnostic] = []
    node = read_yaml(Source(text), found.append)
    if node is not None:
        plain_value(node, "", {})


def test_csv_cells_know_their_places() -> None:
    source = Source('a, b ,"c,""d"""\r\n\r\n1,,"x\ny"\n2,\n')
    rows = read_cells(source, pytest.fail)
    assert [[c.text for c in row] for row in rows] == [["a", "b", 'c,"d"'], ["1", "", "x\ny"], ["2", ""]]
    assert [source.text[slice(*c.span)] for c in rows[0]] == ["a", "b", '"c,""d"""']


@pytest.mark.parametrize("text", ['a,"b', 'a,"b"c,d'])
def test_csv_quotation_marks_left_open(text: str) -> None:
    found: list[Diagnostic] = []
    read_cells(Source(text), found.append)
    assert [d.code for d in found] == ["C170"]


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=6), min_size=1, max_size=4), max_size=4))
def test_csv_reads_what_was_written(rows: list[list[str]]) -> None:
    text = "".join(",".join('"' + c.replace('"', '""') + '"' for c in row) + "\r\n" for row in rows)
    wanted = [row for row in rows if any(c.strip() for c in row)]
    assert [[c.text for c in row] for row in read_cells(Source(text), pytest.fail)] == wanted


@pytest.mark.parametrize(
    "data", ["名,甲\r\n".encode(), b"\xef\xbb\xbf" + "名,甲\n".encode(), "名,甲\r\n".encode("gb18030")]
)
def test_bytes_come_back_as_they_were(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    document = read_document(path)
    assert document.source.text.startswith("名,甲")
    assert document.encode(document.source.text) == data


def test_files_that_are_refused(tmp_path: Path) -> None:
    big, binary = tmp_path / "big.csv", tmp_path / "x.csv"
    big.write_bytes(b"a" * (MAX_BYTES + 1))
    binary.write_bytes(b"\xff\xff\x00\x81")
    for path, code in ((big, "C102"), (binary, "C103"), (tmp_path / "none.csv", "C101"), (tmp_path, "C101")):
        with pytest.raises(HuiceError) as caught:
            read_document(path)
        assert [d.code for d in caught.value.diagnostics] == [code]
        assert str(caught.value)


def test_a_text_with_other_line_breaks_is_still_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x.rules"
    path.write_bytes(b"a\r\nb\r\n")
    document = read_document(path)
    aligned = document.aligned(Source("a\nb\n"))
    assert aligned is not None
    assert aligned.encode("a\nc\n") == b"a\r\nc\r\n"
    assert document.aligned(Source("a\nc\n")) is None


def test_edits_and_writing(tmp_path: Path) -> None:
    assert apply("one two", [Edit(4, 7, "2"), Edit(0, 3, "1")]) == "1 2"
    with pytest.raises(ValueError, match="overlap"):
        apply("one", [Edit(0, 2, ""), Edit(1, 3, "")])
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_all([(path, b"new")])
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    with pytest.raises(OSError):
        write_all([(path, b"newer"), (tmp_path / "no" / "such", b"")])
    assert path.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["x"]
