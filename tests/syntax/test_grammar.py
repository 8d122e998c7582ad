"""The grammar: no conflicts, tables that are its own, keywords with both spellings."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from huice import resources
from huice.syntax.grammar import build_parser, fingerprint, keyword_table, load, write_tables
from huice.syntax.lexicon import fold, lexicon
from huice.syntax.samples import SAMPLES

FOLDER = resources.grammar_dir()
assert FOLDER is not None


def changed(tmp_path: Path, before: str, after: str) -> Path:
    """A copy of the grammar with one rule changed."""
    folder = tmp_path / "grammar"
    shutil.copytree(FOLDER, folder)
    path = folder / "huice.lark"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")
    return folder


def test_the_grammar_has_no_conflicts() -> None:
    build_parser(FOLDER)


def test_a_shift_reduce_conflict_fails_the_build(tmp_path: Path) -> None:
    folder = changed(tmp_path, "rule: RULE NAME STRING? clause*", "rule: RULE NAME STRING? clause* STRING?")
    target = tmp_path / "_tables.py"
    with pytest.raises(ValueError, match="conflict"):
        write_tables(folder, target)
    assert not target.exists()


def test_a_reduce_reduce_conflict_fails_the_build(tmp_path: Path) -> None:
    folder = changed(tmp_path, "paid_by: PAID_BY NAME", "paid_by: PAID_BY NAME | floor2\nfloor2: PAID_BY NAME")
    with pytest.raises(ValueError, match="conflict"):
        write_tables(folder, tmp_path / "_tables.py")


def test_the_fingerprint_follows_the_grammar(tmp_path: Path) -> None:
    folder = changed(tmp_path, "floor: FLOOR sum", "floor: FLOOR sum STRING?")
    assert fingerprint(folder) != fingerprint(FOLDER)
    assert load().fingerprint == fingerprint(FOLDER)


def test_every_clause_and_block_has_a_sample() -> None:
    table = keyword_table(FOLDER)
    assert {*table["block"], *table["clause"]} <= set(SAMPLES)


def test_every_keyword_can_be_written_in_one_language_at_least() -> None:
    spelling = lexicon().spelling
    for group, entries in keyword_table(FOLDER).items():
        for terminal, by_language in entries.items():
            assert set(by_language) <= {"en", "zh"}
            assert all(words for words in by_language.values())
            assert all(fold(word) == word for words in by_language.values() for word in words if group != "mark")
            if group in ("block", "type"):
                assert set(spelling[terminal]) == {"en", "zh"}


def test_words_of_later_versions_are_no_keywords_of_this_one() -> None:
    assert set(lexicon().reserved) >= {
        "together",
        "tiers",
        "by",
        "plus",
        "pay",
        "recover",
        "instead of",
        "合并",
        "分期",
    }
    assert "together" not in lexicon().terminals
