"""How a command ends early: findings to show, and the exit code that goes with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from huice.diagnostics import Diagnostic

__all__ = ["FAULT", "FINDINGS", "FINE", "INTERRUPTED", "READER_GONE", "WRONG_USE", "Stop", "hint", "usage"]

FINE = 0
FINDINGS = 1
WRONG_USE = 2
FAULT = 70  # EX_SOFTWARE of sysexits.h
INTERRUPTED = 130  # 128 + SIGINT
READER_GONE = 141  # 128 + SIGPIPE


class Stop(Exception):  # noqa: N818 (it is no error: it carries findings for the user)
    """Ends the command with these findings and this exit code."""

    def __init__(self, diagnostics: Sequence[Diagnostic], exit_code: int) -> None:
        super().__init__(exit_code)
        self.diagnostics = tuple(diagnostics)
        self.exit_code = exit_code


def usage(code: str, *, exit_code: int = WRONG_USE, **args: Any) -> Stop:
    """A `Stop` with one finding of the U family."""
    from huice.diagnostics import Diagnostic

    return Stop((Diagnostic(code=code, args=args),), exit_code)


def hint(word: str, known: Sequence[str]) -> dict[str, str]:
    """`Did you mean …?` in both languages, or nothing where nothing comes close."""
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=1, cutoff=0.6)
    if not close:
        return {"en": "", "zh": ""}
    return {"en": f"Did you mean `{close[0]}`? ", "zh": f"是不是 `{close[0]}`？"}
