"""Texts compared with files that people can read.

After a wanted change run `HUICE_SNAPSHOTS=write pytest tests/render` and review the files as a diff.
"""

from __future__ import annotations

import os
from pathlib import Path

_FOLDER = Path(__file__).parent / "snapshots"


def same(name: str, text: str) -> None:
    """Assert that `text` is what the snapshot `name` holds."""
    path = _FOLDER / name
    if os.environ.get("HUICE_SNAPSHOTS") == "write":
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"no snapshot {name}; HUICE_SNAPSHOTS=write makes it"
    assert text == path.read_text(encoding="utf-8")
