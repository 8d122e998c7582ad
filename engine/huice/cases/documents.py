"""Files as they lie on the disk: read with their encoding and marks, written back byte for byte but for the edits."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import evolve, frozen

from huice.diagnostics import Diagnostic, Edit, HuiceError
from huice.source import Source

__all__ = ["MAX_BYTES", "Document", "apply", "os_reason", "read_document", "write_all"]

#: Larger files are refused (interfaces.md, "Diagnostics").
MAX_BYTES = 2_000_000

_REASONS: dict[type[Exception], dict[str, str]] = {
    FileNotFoundError: {"en": "there is no such file", "zh": "没有这个文件"},
    NotADirectoryError: {"en": "there is no such file", "zh": "没有这个文件"},
    IsADirectoryError: {"en": "it is a folder", "zh": "这是一个文件夹"},
    PermissionError: {"en": "you may not do this here", "zh": "没有权限"},
}
_BOM = b"\xef\xbb\xbf"


@frozen(eq=False)
class Document:
    """One file: its text (line breaks as they stand) and how to turn text back into its bytes."""

    path: Path
    source: Source
    encoding: str
    bom: bool
    newline: str = "\n"

    def encode(self, text: str) -> bytes:
        """`text` as bytes of this file (UnicodeEncodeError where its encoding lacks a character)."""
        if self.newline != "\n":
            text = text.replace("\n", self.newline)
        return (_BOM if self.bom else b"") + text.encode(self.encoding)

    def aligned(self, source: Source) -> Document | None:
        """This file seen as `source`, which may have been read with its line breaks made one character.

        None where `source` is not the text of this file: it has changed meanwhile.
        """
        text = self.source.text
        if text == source.text:
            return evolve(self, source=source)
        breaks = text.count("\r\n")
        uniform = breaks == text.count("\n") == text.count("\r")
        if uniform and text.replace("\r\n", "\n") == source.text:
            return evolve(self, source=source, newline="\r\n")
        return None


def read_document(path: Path) -> Document:
    """A text file in UTF-8 (with or without byte order mark) or GB 18030.

    Raises HuiceError (C101 cannot be read, C102 too large, C103 not text in either encoding).
    """
    name = str(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise HuiceError([Diagnostic.about("C102", None, file=name, limit=f"{MAX_BYTES // 1_000_000} MB")])
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise HuiceError([Diagnostic.about("C101", None, file=name, path=name, reason=os_reason(error))]) from None
    bom = data.startswith(_BOM)
    for encoding in ("utf-8",) if bom else ("utf-8", "gb18030"):
        with contextlib.suppress(UnicodeDecodeError):
            text = data[len(_BOM) * bom :].decode(encoding)
            if "\0" not in text:
                return Document(path, Source(text, name), encoding, bom)
    raise HuiceError([Diagnostic.about("C103", None, file=name)])


def os_reason(error: Exception) -> dict[str, str]:
    """Why the system refused a file, in both languages."""
    for kind, said in _REASONS.items():
        if isinstance(error, kind):
            return said
    plain = getattr(error, "strerror", None) or str(error)
    return {"en": plain, "zh": plain}


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all edits made; they must not overlap.

    >>> apply("a 1 b 2", [Edit(2, 3, "10"), Edit(6, 7, "20")])
    'a 10 b 20'
    """
    out: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at:
            raise ValueError("edits overlap")
        out += (text[at : edit.start], edit.text)
        at = edit.end
    out.append(text[at:])
    return "".join(out)


def write_all(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write several files: each appears whole or not at all, and none before all of them are on the disk.

    Raises OSError; files not yet replaced are then left as they were.
    """
    ready: list[tuple[str, Path]] = []
    try:
        for path, data in files:
            target = path.resolve()  # an edit goes through a link, it does not replace it
            handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
            ready.append((temporary, target))
            with os.fdopen(handle, "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            os.chmod(temporary, target.stat().st_mode & 0o7777)
        while ready:
            temporary, target = ready[0]
            os.replace(temporary, target)
            ready.pop(0)
    finally:
        for temporary, _ in ready:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
