"""The command line `huice`: reads arguments and files, calls the library, prints what it says.

Only what a command needs is imported, when it runs: `huice --help` must come at once.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; `argv` without the program's name (default: the process's).

    0 fine, 1 findings, 2 wrong use, 70 a fault of the program, 130 interrupted, 141 the reader went away.
    """
    from huice.cli.entry import run

    return run(argv)
