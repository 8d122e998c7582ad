from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from huice.cli import main

from .conftest import FACTS, POLICY
from .running import environment, run

AS_OF = ["--as-of", "2031-05-01"]
DUE = {"low": "600000.00", "high": "600000.00"}


def told(capsys: pytest.CaptureFixture[str]) -> object:
    return json.loads(capsys.readouterr().out)


def test_json(policy: Path, facts: Path, capsys) -> None:
    assert main(["decide", str(policy), str(facts), *AS_OF, "--format", "json"]) == 0
    shape = told(capsys)
    assert shape["policy"] == "riverside" and shape["as_of"] == "2031-05-01"
    assert shape["total"] == DUE
    assert shape["split"]["county"] == {"low": "250000.00", "high": "250000.00"}


def test_text_in_both_languages(policy: Path, facts: Path, capsys) -> None:
    assert main(["decide", str(policy), str(facts), *AS_OF]) == 0
    said = capsys.readouterr()
    assert "Total: 600,000.00 yuan" in said.out and "Capped at 500,000.00 yuan" in said.out
    assert said.err == "" and "\x1b" not in said.out
    assert main(["decide", str(policy), str(facts), *AS_OF, "--lang", "zh"]) == 0
    assert "合计：600,000.00 元" in capsys.readouterr().out


def test_full_shows_the_quotes(policy: Path, facts: Path, capsys) -> None:
    main(["decide", str(policy), str(facts), *AS_OF, "--full"])
    assert "“对通过认证的企业一次性奖励10万元。”" in capsys.readouterr().out


def test_yaml(policy: Path, tmp_path: Path, capsys) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text("as_of: 2031-05-01\nfirm: {certified: yes}\nsite: []\nhistory: []\n", encoding="utf-8")
    assert main(["decide", str(policy), str(path), "--format=json"]) == 0
    assert told(capsys)["total"] == {"low": "100000.00", "high": "100000.00"}


def test_as_of_beats_the_file(policy: Path, tmp_path: Path, capsys) -> None:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps({**FACTS, "as_of": "2031-05-01"}))
    assert main(["decide", str(policy), str(path), "--as-of", "2032-01-01", "--format", "json"]) == 0
    shape = told(capsys)
    assert shape["as_of"] == "2032-01-01"
    assert {a["status"] for a in shape["awards"]} == {"not_in_force"}


def test_today_is_taken_aloud(policy: Path, facts: Path, capsys) -> None:
    assert main(["decide", str(policy), str(facts)]) == 0
    assert "today" in capsys.readouterr().err
    assert main(["decide", str(policy), str(facts), "--lang", "zh"]) == 0
    assert "按今天" in capsys.readouterr().err


def test_no_history(policy: Path, tmp_path: Path, capsys) -> None:
    open_case = {k: v for k, v in FACTS.items() if k != "history"}
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(open_case))
    main(["decide", str(policy), str(path), *AS_OF, "--format", "json"])
    assert told(capsys)["total"] == {"low": "500000.00", "high": "600000.00"}
    main(["decide", str(policy), str(path), *AS_OF, "--format", "json", "--no-history"])
    assert told(capsys)["total"] == DUE
    path.write_text(json.dumps({**open_case, "history": [{"rule": "prize", "date": "2031-02-01", "amount": 1}]}))
    assert main(["decide", str(policy), str(path), *AS_OF, "--no-history"]) == 2
    assert "[U111]" in capsys.readouterr().err


def test_bad_facts(policy: Path, tmp_path: Path, capsys) -> None:
    path = tmp_path / "facts.json"
    path.write_text('{"firm": {"client": 1, "certified": "perhaps"}}')
    assert main(["decide", str(policy), str(path), *AS_OF]) == 1
    said = capsys.readouterr()
    assert said.out == "" and "firm.certified" in said.err and "2 errors" in said.err
    assert main(["decide", str(policy), str(path), *AS_OF, "--format", "json"]) == 1
    assert [d["address"] for d in told(capsys)["diagnostics"]] == ["firm.client", "firm.certified"]


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b"\xff\xfe\x00", b"null", b'{"firm": 1e999}', b"\x00" * 50], ids=range(7)
)
@pytest.mark.parametrize("suffix", ["json", "yaml", "jsonl", "txt"])
def test_odd_facts_never_end_in_a_traceback(policy: Path, tmp_path: Path, data: bytes, suffix: str, capsys) -> None:
    path = tmp_path / f"facts.{suffix}"
    path.write_bytes(data)
    assert main(["decide", str(policy), str(path), *AS_OF]) in (0, 1)
    assert "Traceback" not in capsys.readouterr().err


def test_bad_policy(policy: Path, facts: Path, capsys) -> None:
    policy.write_text(POLICY.replace("clients >= 20", "client >= 20"), encoding="utf-8")
    assert main(["decide", str(policy), str(facts), *AS_OF]) == 1
    assert "clients" in capsys.readouterr().err


def test_json_lines(policy: Path, tmp_path: Path, capsys) -> None:
    lines = [json.dumps(FACTS), "", "{broken", json.dumps({**FACTS, "site": []}), '{"firm": {"clients": -1}}']
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert main(["decide", str(policy), str(path), *AS_OF]) == 1
    out = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [x["total"]["low"] if "total" in x else x["line"] for x in out] == ["600000.00", 3, "100000.00", 5]
    assert out[1]["diagnostics"][0]["code"].startswith("F")
    path.write_text(lines[0] + "\n", encoding="utf-8")
    assert main(["decide", str(policy), str(path), *AS_OF]) == 0


def test_json_lines_as_text(policy: Path, tmp_path: Path, capsys) -> None:
    path = tmp_path / "cases.ndjson"
    path.write_text(json.dumps(FACTS) + "\n{\n", encoding="utf-8")
    assert main(["decide", str(policy), str(path), *AS_OF, "--format", "text"]) == 1
    out = capsys.readouterr().out
    assert "Line 1\n" in out and "Line 2\nerror[" in out


@pytest.mark.parametrize(
    ("given", "count"),
    [
        (json.dumps(FACTS), 1),
        (json.dumps(FACTS, indent=2), 1),
        (f"{json.dumps(FACTS)}\n\n{json.dumps(FACTS)}\n", 2),
        ("firm:\n  certified: yes\nsite: []\nhistory: []\n", 1),
    ],
)
def test_standard_input(policy: Path, given: str, count: int) -> None:
    done = run("decide", str(policy), "-", *AS_OF, "--format", "json", given=given)
    assert done.returncode == 0, done.stderr
    if count == 1:
        assert json.loads(done.stdout)["policy"] == "riverside"
    else:
        assert len([json.loads(line) for line in done.stdout.splitlines()]) == count


def test_a_folder(policy: Path, facts: Path, capsys) -> None:
    other = POLICY.replace("riverside", "hillside").replace("fact certified", "fact staff: count\n  fact certified")
    (policy.parent / "hillside.rules").write_text(other, encoding="utf-8")
    old = POLICY.replace("riverside", "old").replace("2031-", "2021-")
    (policy.parent / "old.rules").write_text(old, encoding="utf-8")
    assert main(["decide", str(policy.parent), str(facts), *AS_OF, "--format", "json"]) == 0
    shape = told(capsys)
    assert shape["as_of"] == "2031-05-01"
    assert [p["policy"] for p in shape["policies"]] == ["hillside", "riverside"]
    assert shape["totals"] == {"CNY": {"low": "1200000.00", "high": "1200000.00"}}
    assert shape["not_in_force"] == ["old"]
    facts.write_text(json.dumps({"firm": {"staff": 5, "nonsense": 1}}))
    assert main(["decide", str(policy.parent), str(facts), *AS_OF, "--format", "json"]) == 1
    assert [d["address"] for d in told(capsys)["diagnostics"]] == ["firm.nonsense"]


def test_a_folder_as_text(policy: Path, facts: Path, capsys) -> None:
    (policy.parent / "hillside.rules").write_text(POLICY.replace("riverside", "hillside"), encoding="utf-8")
    assert main(["decide", str(policy.parent), str(facts), *AS_OF, "--lang", "zh"]) == 0
    assert "各项政策合计\n  企业：1,200,000.00 元" in capsys.readouterr().out
    assert main(["decide", str(policy.parent), str(facts), "--as-of", "2040-01-01"]) == 0
    assert "No policy in this folder is in force on 2040-01-01." in capsys.readouterr().out


def test_head_of_a_long_stream_is_quiet(policy: Path, tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text((json.dumps(FACTS) + "\n") * 200, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "huice", "decide", str(policy), str(path), *AS_OF],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdout is not None and process.stderr is not None
    assert process.stdout.readline()
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) == 141 and error == b""


def test_a_terminal_gets_a_table_and_colours(policy: Path, facts: Path, capsys, monkeypatch) -> None:
    from huice.cli.console import Console

    monkeypatch.setattr(Console, "on_terminal", lambda self: True)
    monkeypatch.setattr(Console, "colour", lambda self, stream=None: True)
    assert main(["decide", str(policy), str(facts), *AS_OF]) == 0
    out = capsys.readouterr().out
    assert "article" in out and "\x1b[1;32mTotal" in out
