"""Write several files so that each is either wholly old or wholly new, and none is written if one cannot be."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Mapping

from huice.cli.files import refusal

__all__ = ["replace_all"]

_WRITE = {"en": "written", "zh": "写入"}


def replace_all(texts: Mapping[str, str]) -> None:
    """Replace each file's content; modes stay, and a symbolic link keeps pointing at its file.

    Every text is first written beside its file, then renamed over it: a full disk or a missing
    permission shows before any file has changed. Raises Stop where one cannot be written.
    """
    staged: dict[str, str] = {}
    try:
        for path, text in texts.items():
            try:
                staged[path] = _stage(path, text)
            except OSError as problem:
                raise refusal(path, problem, _WRITE) from None
        for path in list(staged):
            try:
                os.replace(staged[path], os.path.realpath(path))
            except OSError as problem:
                raise refusal(path, problem, _WRITE) from None
            del staged[path]
    finally:
        for left in staged.values():
            with contextlib.suppress(OSError):
                os.unlink(left)


def _stage(path: str, text: str) -> str:
    """A finished copy in the same folder, so that renaming it is one step of the file system."""
    target = os.path.realpath(path)
    if not os.access(target, os.W_OK):
        raise PermissionError(target)
    handle, name = tempfile.mkstemp(prefix=".huice-", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, stat.S_IMODE(os.stat(target).st_mode))
    except BaseException:
        os.unlink(name)
        raise
    return name
