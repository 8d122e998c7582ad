"""Files and folders that the user names; whatever is wrong with them becomes a finding."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from huice.cli.stop import FINDINGS, Stop, hint, usage

__all__ = [
    "READ",
    "STDIN",
    "must_exist",
    "policy_file",
    "policy_files",
    "read_text",
    "refusal",
    "standard_input",
    "stream",
]

STDIN = "-"
_SUFFIX = ".rules"

READ = {"en": "read", "zh": "读取"}


def standard_input() -> BinaryIO:
    """Standard input as bytes."""
    return sys.stdin.buffer


def stream(path: str) -> BinaryIO:
    """A file opened for reading bytes; `-` is standard input.

    Raises Stop where it cannot be opened.
    """
    if path == STDIN:
        return standard_input()
    try:
        if stat.S_ISDIR(os.stat(path).st_mode):
            raise usage("U202", path=path, example=_one_in(path))
        return open(path, "rb")
    except (OSError, ValueError) as problem:
        raise refusal(path, problem, READ) from None


def read_text(path: str) -> str:
    """The whole text of a file in UTF-8, without a byte order mark.

    Raises Stop where it cannot be read; bytes that are no UTF-8 are a finding about the file.
    """
    with stream(path) as file:
        try:
            data = file.read()
        except OSError as problem:
            raise refusal(path, problem, READ) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise usage("U205", exit_code=FINDINGS, path=path, offset=fault.start + 1) from None


def must_exist(path: str) -> str:
    """The path itself, once it is known that something is there (Stop where nothing is)."""
    if not os.path.exists(path):
        raise usage("U201", path=path, hint=_similar(path))
    return path


def policy_file(name: str) -> str:
    """The path of one policy: a file, or the name of a policy of the library.

    Raises Stop where there is neither.
    """
    if not os.path.lexists(name):
        from huice.resources import policy_path

        found = policy_path(name)
        if found is not None:
            return str(found)
    if name == STDIN:  # a policy is read more than once
        raise usage("U201", path=name, hint={"en": "", "zh": ""})
    stream(name).close()
    return name


def policy_files(paths: Sequence[str]) -> list[str]:
    """Every policy file named, and every one in the folders named, each once.

    Raises Stop at the first path that is not there, or a folder without any.
    """
    found: dict[str, None] = {}
    for path in paths:
        if os.path.isdir(path):
            inside = list(_walk(path))
            if not inside:
                raise usage("U206", path=path)
            found.update(dict.fromkeys(inside))
        else:
            found[policy_file(path)] = None
    return list(found)


def _walk(folder: str) -> Iterator[str]:
    """Policy files below a folder in a fixed order; hidden folders are left alone."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (os.path.join(here, f) for f in sorted(files) if f.endswith(_SUFFIX) and not f.startswith("."))


def _one_in(folder: str) -> str:
    first = next(_walk(folder), None)
    return first or os.path.join(folder, f"example{_SUFFIX}")


def refusal(path: str, problem: Exception, action: dict[str, str]) -> Stop:
    """The finding for what the system said about a path."""
    if isinstance(problem, FileNotFoundError | NotADirectoryError | ValueError):
        return usage("U201", path=path, hint=_similar(path))
    if isinstance(problem, PermissionError):
        return usage("U203", path=path, action=action)
    reason = getattr(problem, "strerror", None) or str(problem)
    return usage("U204", path=path, action=action, reason=reason)


def _similar(path: str) -> dict[str, str]:
    """A file beside the one named whose name comes close."""
    folder = os.path.dirname(path)
    try:
        beside = [os.path.join(folder, name) for name in os.listdir(folder or os.curdir)]
    except (OSError, ValueError):
        beside = []
    return hint(path, beside)
