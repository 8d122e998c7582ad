"""Nothing ends in a traceback: interrupts, closed pipes, faults of our own."""

from __future__ import annotations

import subprocess
import sys

import pytest
from huice.cli import entry, main

from .running import environment


def _raises(error: BaseException) -> type:
    class Broken:
        @staticmethod
        def run(options: object, console: object) -> int:
            raise error

    return Broken


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch):
    def install(error: BaseException) -> None:
        real = entry.import_module
        monkeypatch.setattr(
            entry, "import_module", lambda name: _raises(error) if name == "huice.cli.explain" else real(name)
        )

    return install


def test_a_fault_of_our_own_is_an_apology(breaking, capsys: pytest.CaptureFixture[str]) -> None:
    breaking(ZeroDivisionError("x"))
    assert main(["explain", "U201"]) == 70
    said = capsys.readouterr()
    assert "[U900]" in said.err and "ZeroDivisionError" in said.err and "sorry" in said.err
    assert "Traceback" not in said.err


def test_the_traceback_is_there_for_who_asks(breaking, capsys, monkeypatch) -> None:
    monkeypatch.setenv("HUICE_DEBUG", "1")
    breaking(RecursionError())
    assert main(["explain", "U201"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_a_fault_in_json(breaking, capsys) -> None:
    breaking(KeyError("x"))
    assert main(["explain", "U201", "--format", "json"]) == 70
    assert '"code": "U900"' in capsys.readouterr().out


def test_interrupt(breaking, capsys) -> None:
    breaking(KeyboardInterrupt())
    assert main(["explain", "U201"]) == 130
    assert capsys.readouterr().err == ""


def test_reader_gone_is_quiet() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "huice", "explain", "U201"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    _, err = process.communicate(timeout=60)
    assert process.returncode == 141
    assert err == b""


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_explain_a_code(lang: str, capsys) -> None:
    assert main(["explain", "[u201]", "--lang", lang]) == 0
    out = capsys.readouterr().out
    assert out.startswith("U201  ") and "{" not in out


def test_explain_every_code_is_told(capsys) -> None:
    from huice.messages import all_messages

    for message in all_messages():
        assert main(["explain", message.code]) == 0
        assert message.en.title in capsys.readouterr().out


def test_explain_an_unknown_code(capsys) -> None:
    assert main(["explain", "U20"]) == 2
    assert "[U110]" in capsys.readouterr().err
