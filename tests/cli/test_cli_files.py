"""check, fmt, test, coverage and facts on a policy that lies on disk."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from huice.cli import main

from .conftest import POLICY
from .running import run

root_may_everything = pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")


def test_check_fine(policy: Path, capsys) -> None:
    assert main(["check", str(policy)]) == 0
    assert capsys.readouterr().out == "1 file checked: no findings\n"
    assert main(["check", str(policy.parent), "--lang", "zh"]) == 0
    assert capsys.readouterr().out == "已检查 1 个文件：没有发现问题\n"


def test_check_findings(policy: Path, capsys) -> None:
    policy.write_text(POLICY.replace("clients >= 20", "client >= 20").replace("of cost", "of costt"), encoding="utf-8")
    assert main(["check", str(policy)]) == 1
    out = capsys.readouterr().out
    assert "`clients`" in out and "`cost`" in out and "2 errors" in out
    assert main(["check", str(policy), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    assert [(d["line"], d["level"]) for d in found] == [(25, "error"), (26, "error")]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"\x00" * 100, b"policy", b"(" * 100_000], ids=range(5))
@pytest.mark.parametrize("command", ["check", "fmt", "test", "coverage", "facts"])
def test_odd_policies_never_end_in_a_traceback(policy: Path, data: bytes, command: str, capsys) -> None:
    policy.write_bytes(data)
    assert main([command, str(policy)]) in (0, 1)
    assert "Traceback" not in capsys.readouterr().err
    assert policy.read_bytes() == data


def test_fmt_in_place_keeps_mode_and_link(policy: Path, tmp_path: Path, capsys) -> None:
    policy.write_text(POLICY.replace("  when certified\n", "when    certified\n"), encoding="utf-8")
    policy.chmod(0o640)
    link = tmp_path / "link.rules"
    link.symlink_to(policy)
    assert main(["fmt", str(link)]) == 0
    assert f"formatted {link}" in capsys.readouterr().out
    assert link.is_symlink() and stat.S_IMODE(policy.stat().st_mode) == 0o640
    assert "\n  when certified\n" in policy.read_text(encoding="utf-8")
    assert "# Sites first." in policy.read_text(encoding="utf-8")
    assert main(["fmt", "--check", str(link)]) == 0
    assert sorted(p.name for p in policy.parent.iterdir()) == ["riverside.rules", "riverside.txt"]


def test_fmt_check_writes_nothing(policy: Path, capsys) -> None:
    text = POLICY.replace("  when certified\n", "when    certified\n")
    policy.write_text(text, encoding="utf-8")
    assert main(["fmt", "--check", str(policy)]) == 1
    assert policy.read_text(encoding="utf-8") == text
    assert main(["fmt", "--check", str(policy), "--format", "json"]) == 1
    assert "would change" in capsys.readouterr().out


def test_fmt_all_or_none(policy: Path, capsys) -> None:
    text = POLICY.replace("  when certified\n", "when    certified\n")
    policy.write_text(text, encoding="utf-8")
    broken = policy.parent / "broken.rules"
    broken.write_text("policy ((", encoding="utf-8")
    assert main(["fmt", str(policy), str(broken)]) == 1
    assert str(broken) in capsys.readouterr().err
    assert policy.read_text(encoding="utf-8") == text


def test_fmt_spelling_there_and_back(policy: Path) -> None:
    main(["fmt", str(policy)])
    before = policy.read_text(encoding="utf-8")
    assert main(["fmt", "--spelling", "zh", str(policy)]) == 0
    chinese = policy.read_text(encoding="utf-8")
    assert "政策 riverside" in chinese and "# Sites first." in chinese
    assert main(["fmt", "--spelling", "en", str(policy)]) == 0
    assert policy.read_text(encoding="utf-8") == before


def test_fmt_standard_input(policy: Path) -> None:
    done = run("fmt", "-", "--spelling", "zh", given=POLICY)
    assert done.returncode == 0 and done.stdout.startswith("语言 1")
    assert run("fmt", "-", "--check", given=done.stdout).returncode == 0
    broken = run("fmt", "-", given="policy ((")
    assert broken.returncode == 1 and "<stdin>" in broken.stderr and broken.stdout == ""


@root_may_everything
def test_no_permission(policy: Path, capsys) -> None:
    policy.chmod(0)
    assert main(["check", str(policy)]) == 2
    assert "[U203]" in capsys.readouterr().err


def test_test(policy: Path, capsys) -> None:
    assert main(["test", str(policy)]) == 0
    out = capsys.readouterr().out
    assert "1 passed, 0 failed" in out and "hub" in out and "not seen" in out
    policy.write_text(POLICY.replace("expect prize 100000", "expect prize 90000"), encoding="utf-8")
    assert main(["test", str(policy), "--lang", "zh"]) == 1
    assert "应为 90000" in capsys.readouterr().out.replace("90000.00", "90000").replace("90,000", "90000")
    assert main(["test", str(policy), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["passed"], report["failed"]) == (0, 1)
    assert main(["test", str(policy), "--update"]) == 0
    assert "expect prize 100000" in policy.read_text(encoding="utf-8")


def test_coverage(policy: Path, capsys) -> None:
    assert main(["coverage", str(policy)]) == 0
    assert "2 of 2 quotes" in capsys.readouterr().out
    policy.write_text(POLICY.replace("对通过认证", "对已经认证"), encoding="utf-8")
    assert main(["coverage", str(policy), "--lang", "zh"]) == 1
    assert "2 处引文中有 1 处见于原文" in capsys.readouterr().out
    assert main(["coverage", str(policy), "--format", "json"]) == 1
    shape = json.loads(capsys.readouterr().out)
    assert [q["found"] for q in shape["quotes"]] == [True, False] and len(shape["unquoted"]) == 1


def test_facts(policy: Path, tmp_path: Path, capsys) -> None:
    assert main(["facts", str(policy)]) == 0
    assert "firm" in json.loads(capsys.readouterr().out)["properties"]
    assert main(["facts", str(policy), "--format", "yaml"]) == 0
    assert "properties:" in capsys.readouterr().out
    for form in ("yaml", "json"):
        assert main(["facts", str(policy), "--template", "--format", form]) == 0
        blank = tmp_path / f"blank.{form}"
        blank.write_text(capsys.readouterr().out, encoding="utf-8")
        assert main(["decide", str(policy), str(blank), "--as-of", "2031-05-01"]) == 0
        assert "nothing certain yet" in capsys.readouterr().out


def test_a_name_of_the_library_is_enough(capsys) -> None:
    from huice.resources import policies_dir

    folder = policies_dir()
    names = sorted(p.stem for p in folder.rglob("*.rules")) if folder else []
    if not names:
        pytest.skip("no library here")
    assert main(["facts", names[0]]) == 0
    assert json.loads(capsys.readouterr().out)
