from __future__ import annotations

import re

import pytest
from huice.cli import main
from huice.cli.helppage import fold
from huice.cli.language import choose
from huice.cli.parser import COMMANDS
from huice.source import display_width

from .running import run

#: argparse's own words; none may be left in a Chinese page.
_ENGLISH = re.compile(r"usage:|options:|positional|show this|default:|Did you mean")


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_page(command: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*([command] if command else []), "--help", "--lang", lang]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "huice" in said.out and ("示例：" if lang == "zh" else "examples:") in said.out
    assert max(display_width(line) for line in said.out.splitlines()) <= 80
    if lang == "zh":
        assert not _ENGLISH.search(said.out)


def test_the_list_of_commands_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    out = capsys.readouterr().out
    assert all(re.search(rf"^  {command} ", out, re.MULTILINE) for command in COMMANDS)


def test_version() -> None:
    done = run("--version")
    assert done.returncode == 0 and re.fullmatch(r"huice \d+\.\d+\.\d+\S*\n", done.stdout)


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_TW"}, "zh"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "en_GB"}, "zh"),
        ([], {"LANGUAGE": "zh_CN:en"}, "zh"),
        (["--lang", "en"], {"LANG": "zh_CN.UTF-8"}, "en"),
        (["check", "--lang=zh"], {}, "zh"),
        (["check", "--lang"], {}, "en"),
        (["check", "--", "--lang=zh"], {}, "en"),
    ],
)
def test_language(arguments: list[str], environment: dict[str, str], lang: str) -> None:
    assert choose(arguments, environment) == lang


def test_help_imports_little() -> None:
    """The whole process must come at once: nothing that only a decision needs may be loaded."""
    done = run("--help", env={"PYTHONPROFILEIMPORTTIME": "1"})
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "huice.cli.parser" in loaded
    assert not loaded & {"attr", "attrs", "json", "yaml", "lark", "rich", "decimal", "huice.api"}


@pytest.mark.parametrize("width", [10, 20, 50])
def test_fold(width: int) -> None:
    text = "没有填写的事实视为未知，金额以区间表示。JSON Lines 每行一例，a few words in English 也可以。"
    lines = fold(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not any(line[0] in "，。：；）" for line in lines[1:])
    assert all(display_width(line) <= width + 2 for line in lines)


def test_output_is_utf8_in_any_locale() -> None:
    done = run("--help", "--lang", "zh", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0 and "用法：" in done.stdout
