"""`huice decide`: what a case is due, and why."""

from __future__ import annotations

import datetime as dt
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from huice.cli.console import Console
from huice.cli.desk import Desk
from huice.cli.input import open_input
from huice.cli.show import show, to_dict
from huice.cli.stop import FINDINGS, FINE, Stop, usage
from huice.diagnostics import Diagnostic, HuiceError
from huice.facts.read import Line

if TYPE_CHECKING:
    from huice.cli.show import Shown

__all__ = ["run"]


def run(options: Namespace, console: Console) -> int:
    """Decide one case, or every line of JSON Lines; exit code 0 wherever a decision was made."""
    # The facts first: a wrong name is found before any policy is read.
    given = open_input(options.facts)
    desk = Desk.open(options.policy, given.name)
    clerk = _Clerk(desk, options, console)
    if given.lines is not None:
        return clerk.stream(given.lines)
    if given.reading.diagnostics:
        raise Stop(given.reading.diagnostics, FINDINGS)
    clerk.show(clerk.decide(given.reading.raw))
    return FINE


class _Clerk:
    """Takes cases in, one after another, and shows what is decided."""

    def __init__(self, desk: Desk, options: Namespace, console: Console) -> None:
        self._desk = desk
        self._options = options
        self._console = console
        self._today: dt.date | None = None

    def decide(self, raw: object) -> Shown:
        """Decide one case.

        Raises HuiceError where its facts are wrong.
        """
        if self._options.no_history:
            raw = _no_history(raw)
        return self._desk.decide(raw, self._date(raw))

    def show(self, shown: Shown) -> None:
        """One case, the way it was asked for."""
        if self._options.format == "json":
            self._console.json(to_dict(shown))
        else:
            show(shown, self._console, full=self._options.full)

    def stream(self, lines: Iterable[Line]) -> int:
        """Every line that is not blank; a bad one yields its findings and the next still comes."""
        code = FINE
        for line in lines:
            if not self._one(line):
                code = FINDINGS
            sys.stdout.flush()
        return code

    def _one(self, line: Line) -> bool:
        try:
            if line.diagnostics:
                raise HuiceError(line.diagnostics)
            shown = self.decide(line.raw)
        except (HuiceError, Stop) as refused:
            self._refuse(line.number, refused.diagnostics)
            return False
        if self._options.format == "text":
            self._console.line("decide.case", line=line.number)
            self.show(shown)
            self._console.out("\n")
        else:
            self._console.json_line(to_dict(shown))
        return True

    def _refuse(self, number: int, diagnostics: tuple[Diagnostic, ...]) -> None:
        if self._options.format == "text":
            self._console.line("decide.case", line=number)
            self._console.out(self._console.findings_text(diagnostics) + "\n")
        else:
            found = self._console.findings_dict(diagnostics)
            self._console.json_line({"line": number, **found})

    def _date(self, raw: object) -> dt.date | None:
        """The day asked for, else None where the facts state one, else today (said once)."""
        asked: dt.date | None = self._options.as_of
        if asked is not None or (isinstance(raw, Mapping) and raw.get("as_of") is not None):
            return asked
        if self._today is None:
            self._today = dt.date.today()
            self._console.note(Diagnostic("U301", level="note", args={"date": self._today.isoformat()}))
        return self._today


def _no_history(raw: object) -> object:
    """The facts with an empty history; facts of another shape are left for the checks to refuse."""
    if not isinstance(raw, Mapping):
        return raw
    if raw.get("history"):
        raise usage("U111")
    return {**raw, "history": []}
