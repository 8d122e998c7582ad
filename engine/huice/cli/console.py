"""Where a command's words go: standard output for results, standard error for what is beside them."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from huice.diagnostics import Diagnostic

__all__ = ["Console"]


class Console:
    """The terminal or pipe that a command speaks to, and the language it speaks."""

    def __init__(self, lang: str, words: Mapping[str, str]) -> None:
        self.lang = lang
        self.words = words

    def out(self, text: str) -> None:
        """Write to standard output, as it stands."""
        sys.stdout.write(text)

    def line(self, key: str, **args: Any) -> None:
        """Write one line of our own words to standard output."""
        from huice.render.text import printable

        self.out(printable(self.words[key].format(**args)) + "\n")

    def json(self, data: Any) -> None:
        """Write JSON for reading to standard output."""
        from huice.render.shapes import pretty

        self.out(pretty(data) + "\n")

    def json_line(self, data: Any) -> None:
        """Write one line of JSON to standard output."""
        from huice.render.shapes import compact

        self.out(compact(data) + "\n")

    def aside(self, text: str) -> None:
        """Write to standard error, behind what standard output already holds."""
        sys.stdout.flush()
        sys.stderr.write(text)

    def findings(self, diagnostics: Sequence[Diagnostic], *, form: str | None = "text") -> None:
        """Report findings that stop a command: text on standard error, JSON on standard output."""
        if form == "json":
            self.json(self.findings_dict(diagnostics))
        else:
            self.aside(self.findings_text(diagnostics, sys.stderr))

    def findings_text(self, diagnostics: Sequence[Diagnostic], stream: TextIO | None = None) -> str:
        """The findings in words, coloured where `stream` (by default standard output) welcomes it."""
        from huice.render.diagnostics import diagnostics_text

        return diagnostics_text(diagnostics, self.lang, colour=self.colour(stream))

    def findings_dict(self, diagnostics: Sequence[Diagnostic]) -> dict[str, Any]:
        """The findings in their published shape."""
        from huice.render.shapes import diagnostic_dict

        return {"diagnostics": [diagnostic_dict(d, self.lang) for d in diagnostics]}

    def note(self, diagnostic: Diagnostic) -> None:
        """One remark on standard error, on one line."""
        from huice.messages import words as message_words
        from huice.render.text import printable

        said = message_words(diagnostic, self.lang)
        gap = "" if self.lang == "zh" else " "
        self.aside(printable(f"{said.text}{gap}{said.help}".strip()) + "\n")

    def on_terminal(self) -> bool:
        """Whether standard output is read by a person at a terminal."""
        return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"

    def colour(self, stream: TextIO | None = None) -> bool:
        """Whether colour is welcome on a stream (https://no-color.org)."""
        stream = sys.stdout if stream is None else stream
        return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
