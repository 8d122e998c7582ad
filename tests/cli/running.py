"""Runs the program as a process of its own, as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ENGINE = Path(__file__).resolve().parents[2] / "engine"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "HUICE_DEBUG", "NO_COLOR", "COLUMNS")


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """This environment without its locale; `extra` comes on top."""
    own = {k: v for k, v in os.environ.items() if k not in _LOCALE}
    return {**own, "PYTHONPATH": str(ENGINE), **(extra or {})}


def run(
    *arguments: str, env: Mapping[str, str] | None = None, given: str = "", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """One run of `huice`; what it writes is read as UTF-8."""
    return subprocess.run(
        [sys.executable, "-m", "huice", *arguments],
        env=environment(env),
        input=given,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        check=False,
        timeout=60,
    )
