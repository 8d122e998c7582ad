"""The invented policy, its text and its case files, written out for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from .lamp import CSV, EXAMPLES, POLICY, TEXT, YAML


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder with the policy, its text, and case files beside it."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "lamp.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "lamp.rules").write_text(POLICY + EXAMPLES, encoding="utf-8")
    (tmp_path / "lamp.cases.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / "lamp.cases.csv").write_text(CSV, encoding="utf-8")
    return tmp_path
