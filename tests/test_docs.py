"""The documentation is true: what it shows is what happens, and nothing that users can write is left out of it."""

import re
import sys
from collections.abc import Iterator
from difflib import unified_diff
from itertools import islice
from pathlib import Path

import huice
import pytest
from huice.messages import all_messages
from huice.syntax.grammar import load

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
sys.path.insert(0, str(ROOT / "tools"))

import refresh_docs  # noqa: E402 - a tool, not a package

PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "policies").glob("*.md")])
RUN = refresh_docs.pages()
GENERATED = refresh_docs.generated()
STALE = "out of date: run `python3 tools/make.py docs` and review the diff"


def names(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)


# What is shown is what happens


@pytest.mark.slow
@pytest.mark.parametrize("page", RUN, ids=names)
def test_commands_answer_as_shown(page: Path) -> None:
    same(page, refresh_docs.refreshed(page))


@pytest.mark.parametrize("page", GENERATED, ids=names)
def test_generated_pages_are_up_to_date(page: Path) -> None:
    same(page, GENERATED[page])


def same(page: Path, text: str) -> None:
    shown = page.read_text("utf-8")
    if shown != text:
        changes = unified_diff(shown.splitlines(), text.splitlines(), "shown", "true", n=1, lineterm="")
        pytest.fail(f"{STALE}\n" + "\n".join(islice(changes, 40)), pytrace=False)


@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p, "rules")], ids=names)
def test_rules_parse_and_are_laid_out(page: Path) -> None:
    for block in blocks(page, "rules"):
        assert huice.format(block) == block


def test_both_spellings_of_a_clause_are_one() -> None:
    shown = blocks(DOCS / "reference" / "clauses.md", "rules")
    assert len(shown) % 2 == 0
    for english, chinese in pairs(shown):
        assert huice.format(english, "zh") == chinese
        assert huice.format(chinese, "en") == english


def pairs(items: list[str]) -> Iterator[tuple[str, str]]:
    return zip(items[::2], items[1::2], strict=True)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_tutorial_shows_its_policy(lang: str) -> None:
    policy = (ROOT / "examples" / "tutorial" / lang / "old_brands.rules").read_text("utf-8")
    shown = blocks(DOCS / "tutorial" / f"encode-your-first-policy.{lang}.md", "rules")
    assert shown
    for block in shown:
        assert block in policy


def test_recipe_shows_the_code() -> None:
    file = ""
    for block in blocks(ROOT / "CONTRIBUTING.md", "diff"):
        for line in block.splitlines():
            if line.startswith("--- "):
                file = line.removeprefix("--- ")
            else:
                assert line.startswith("+")
                assert line[1:] in (ROOT / file).read_text("utf-8").splitlines(), f"{file}: {line}"


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [t for t in targets if not (page.parent / t).exists()] == []


# Nothing is left out


def keywords() -> list[tuple[str, str]]:
    table = load().keywords
    groups = ("block", "clause", "type", "word")
    return [(t, w) for g in groups for t, spelled in table[g].items() for words in spelled.values() for w in words]


def test_every_keyword_is_documented() -> None:
    page = (DOCS / "reference" / "clauses.md").read_text("utf-8")
    assert [word for _, word in keywords() if f"`{word}`" not in page] == []


def test_every_clause_has_an_example() -> None:
    """The first spelling of each word, in either language, stands in some example, not just in the table."""
    shown = "\n".join(blocks(DOCS / "reference" / "clauses.md", "rules"))
    prose = (DOCS / "reference" / "clauses.md").read_text("utf-8").split("<!-- generated: words -->")[0]
    table = load().keywords
    missing = []
    for group in ("block", "clause", "type"):
        for spelled in table[group].values():
            missing += [words[0] for words in spelled.values() if words[0] not in shown]
    for spelled in table["word"].values():
        missing += [words[0] for words in spelled.values() if words[0] not in prose]
    assert missing == []


def test_every_diagnostic_is_documented() -> None:
    page = (DOCS / "reference" / "diagnostics.md").read_text("utf-8")
    assert [m.code for m in all_messages() if f"### {m.code} " not in page] == []


def test_every_command_and_option_is_documented() -> None:
    from huice.cli import parser
    from huice.cli.words_en import WORDS

    page = (DOCS / "reference" / "commands.md").read_text("utf-8")
    top = parser._build(WORDS, parser.COMMANDS)
    wanted = list(top.option_names())
    for name, command in top.subcommands.items():
        wanted += [f"huice {name}", *command.option_names()]
    assert [w for w in wanted if w not in page] == []


def test_index_names_every_page() -> None:
    for index in (DOCS / "index.md", DOCS / "decisions" / "README.md"):
        text = index.read_text("utf-8")
        for page in index.parent.rglob("*.md") if index.name == "README.md" else DOCS.glob("*.md"):
            assert page == index or page.stem.startswith("index") or page.name in text


def test_front_pages_show_the_same() -> None:
    """The two front pages show the same commands."""
    commands = [
        [line for block in blocks(ROOT / name, "console") for line in block.splitlines() if line.startswith("$ ")]
        for name in ("README.md", "README.zh.md")
    ]
    assert commands[0] == commands[1]
