"""Wrong use ends in a finding that says what to type, in either language, with exit code 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from huice.cli import main

from .running import run


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], "U108"),
        (["decid", "a", "b"], "U101"),
        (["check", "--frmat", "json", "a"], "U102"),
        (["--colour", "check", "a"], "U102"),
        (["check", "--frmat"], "U102"),
        (["check"], "U103"),
        (["decide", "only_a_policy"], "U103"),
        (["check", "a", "--format"], "U104"),
        (["check", "--format", "xml", "a"], "U105"),
        (["check", "--lang", "fr", "a"], "U105"),
        (["decide", "a", "b", "--as-of", "2023-02-30"], "U106"),
        (["decide", "a", "b", "--as-of", "20230201"], "U106"),
        (["decide", "a", "b", "c"], "U107"),
        (["fmt", "--check=yes", "a"], "U109"),
        (["fmt", "-", "other"], "U112"),
        (["check", "no/such/file.rules"], "U201"),
        (["decide", "no_such_policy", "no_such_facts.json"], "U201"),
        (["test", "no/such/place"], "U201"),
        (["check", "bad\0name"], "U201"),
        (["check", "-"], "U201"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_wrong_use(arguments: list[str], code: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", lang, *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert f"[{code}]" in said.err and "Traceback" not in said.err
    if lang == "zh":
        assert "建议：" in said.err and "usage:" not in said.err


def test_did_you_mean(capsys: pytest.CaptureFixture[str]) -> None:
    main(["decid"])
    assert "Did you mean `decide`?" in capsys.readouterr().err
    main(["--lang=zh", "decide", "a", "b", "--asof", "x"])
    assert "是不是 `--as-of`？" in capsys.readouterr().err


def test_a_similar_file_is_offered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "riverside.rules").touch()
    main(["check", str(tmp_path / "rverside.rules")])
    assert "riverside.rules" in capsys.readouterr().err


def test_findings_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "no_such_file", "--format", "json"]) == 2
    said = capsys.readouterr()
    (found,) = json.loads(said.out)["diagnostics"]
    assert found["code"] == "U201" and found["level"] == "error"
    assert main(["check", "--format=json", "--bad"]) == 2
    assert json.loads(capsys.readouterr().out)["diagnostics"][0]["code"] == "U102"


def test_a_folder_where_facts_are_needed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decide", "a.rules", str(tmp_path)]) == 2
    assert "[U202]" in capsys.readouterr().err


def test_a_folder_without_policies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 2
    assert "[U206]" in capsys.readouterr().err


def test_the_usage_line_follows(capsys: pytest.CaptureFixture[str]) -> None:
    main(["coverage"])
    assert capsys.readouterr().err.endswith("usage: huice coverage POLICY [options]\n")


def test_as_a_process() -> None:
    done = run("decide", "a", env={"LC_ALL": "zh_CN.UTF-8"})
    assert done.returncode == 2
    assert "缺少参数" in done.stderr and "Traceback" not in done.stderr
