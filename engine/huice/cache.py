"""Compiled policies kept between processes: keyed by content, in a folder that only the user can write.

What is stored can only ever be read back as nodes of the core: any other class in it is refused, and so is a
folder that somebody else could have written to. Anything odd means "not cached".
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import stat
import time
from pathlib import Path
from typing import Any

from huice.core.program import Program
from huice.source import Source

__all__ = ["fetch", "keep"]

_ALLOWED = {
    "huice.core.expr": None,
    "huice.core.program": None,
    "huice.source": {"Span"},
    "huice.values": {"Kind"},
    "fractions": {"Fraction"},
    "datetime": {"date"},
    "builtins": {"frozenset"},
}


class _Reader(pickle.Unpickler):
    """Builds nodes of the core and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        names = _ALLOWED.get(module, set())
        if module not in _ALLOWED or (names is not None and name not in names) or not name[:1].isalpha():
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)


def fetch(source: Source) -> Program | None:
    """The compiled policy of a text, if it was kept by this very engine."""
    folder = _folder(make=False)
    if folder is None:
        return None
    try:
        with open(folder / _key(source), "rb") as file:
            program = _Reader(io.BytesIO(file.read())).load()
    except Exception:  # a damaged or foreign file is no reason to fail: the text is compiled again
        return None
    return program if isinstance(program, Program) else None


def keep(source: Source, program: Program) -> None:
    """Store a compiled policy; silently does without where that is not possible."""
    folder = _folder(make=True)
    if folder is None:
        return
    try:
        # Whole or not at all: written beside, then moved. (`tempfile` would cost every start 10 ms.)
        temporary = folder / f"{os.getpid()}-{time.monotonic_ns()}.tmp"
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            pickle.dump(program, file, pickle.HIGHEST_PROTOCOL)
        os.replace(temporary, folder / _key(source))
        _prune(folder)
    except OSError:
        return


def _key(source: Source) -> str:
    digest = hashlib.sha256(_engine().encode())
    digest.update(f"\0{source.name}\0".encode("utf-8", "surrogatepass"))
    digest.update(source.text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _engine() -> str:
    """Changes whenever anything that makes a Program does: versions, grammar, and the code's files."""
    from huice import __version__

    here = Path(__file__).parent
    parts = [__version__]
    for room in ("core", "syntax", "check", "lower"):
        with os.scandir(here / room) as entries:
            for entry in sorted(entries, key=lambda e: e.name):
                if entry.name.endswith(".py"):
                    found = entry.stat()
                    parts.append(f"{entry.name}:{found.st_size}:{found.st_mtime_ns}")
    return "|".join(parts)


def _folder(make: bool) -> Path | None:
    if os.environ.get("HUICE_NO_CACHE"):
        return None
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    folder = Path(base) / "huice"
    try:
        if make:
            folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        found = folder.stat()
    except OSError:
        return None
    others = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    owner = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return folder if owner and not others else None


def _prune(folder: Path, most: int = 200) -> None:
    """Keep the newest entries."""
    with os.scandir(folder) as entries:
        files = sorted(entries, key=lambda e: e.stat().st_mtime, reverse=True)
    for entry in files[most:]:
        os.unlink(entry.path)
