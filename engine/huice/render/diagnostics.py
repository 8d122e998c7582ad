"""Findings in words: the line, a marker under the right character, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from huice.diagnostics import Diagnostic, Label
from huice.messages import words as message_words
from huice.render.labels import label_text
from huice.render.text import indent, printable
from huice.render.words import words
from huice.source import Place, display_width

__all__ = ["diagnostic_text", "diagnostics_text", "summary"]

#: Columns of a line that are shown at most; longer lines are cut around the place.
_WIDEST = 100
_LEAD = 40
_TAB = "    "
_CUT = "..."

_COLOURS = {"error": "1;31", "warning": "1;33", "note": "1;36", "bold": "1", "quiet": "34", "help": "32"}

_Painter = Callable[[str, str], str]


def _bare(_role: str, text: str) -> str:
    return text


def _paint(role: str, text: str) -> str:
    return f"\x1b[{_COLOURS[role]}m{text}\x1b[0m"


def diagnostic_text(diagnostic: Diagnostic, lang: str = "en", *, colour: bool = False) -> str:
    """One finding as several lines of text, without a final line break."""
    said, page = message_words(diagnostic, lang), words(lang)
    paint = _paint if colour else _bare
    head = f"{page[f'level.{diagnostic.level}']}[{diagnostic.code}]"
    lines = [f"{paint(diagnostic.level, head)}: {paint('bold', printable(said.title))}"]
    where = _where(diagnostic)
    if where:
        lines.append(f"{paint('quiet', ' -->')} {printable(where)}")
    gutter = _gutter_width(diagnostic)
    if diagnostic.place is not None and diagnostic.excerpt is not None:
        lines += _excerpt(diagnostic, diagnostic.place, gutter, paint, lang)
    margin = " " * gutter + " "
    if said.text:
        lines.append(_hanging(f"{margin}= ", printable(said.text)))
    lines += [_hanging(f"{margin}= ", printable(_elsewhere(label, diagnostic, lang))) for label in _far(diagnostic)]
    remedy = _remedy(diagnostic, said.help, lang)
    if remedy:
        lines.append(_hanging(f"{margin}= {paint('help', page['help'])}", printable(remedy), len(margin) + 2))
    return "\n".join(lines)


def diagnostics_text(diagnostics: Sequence[Diagnostic], lang: str = "en", *, colour: bool = False) -> str:
    """All findings, a blank line between them; behind more than one a summary."""
    parts = [diagnostic_text(d, lang, colour=colour) for d in diagnostics]
    if len(parts) > 1:
        parts.append(summary(diagnostics, lang))
    return "\n\n".join(parts) + "\n"


def summary(diagnostics: Iterable[Diagnostic], lang: str = "en") -> str:
    """How many findings of each level: `2 errors, 1 warning`."""
    page = words(lang)
    counts = {"error": 0, "warning": 0, "note": 0}
    for diagnostic in diagnostics:
        counts[diagnostic.level] += 1
    said = [
        page[f"count.{level}{'' if count == 1 else 's'}"].format(count=count)
        for level, count in counts.items()
        if count
    ]
    return page["count.join"].join(said) if said else page["count.none"]


def _where(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    file = diagnostic.file or ""
    if place is not None:
        return f"{file}:{place.line}:{place.column}"
    return ": ".join(part for part in (file, diagnostic.address) if part)


def _gutter_width(diagnostic: Diagnostic) -> int:
    return len(str(diagnostic.place.line)) if diagnostic.place is not None else 0


def _excerpt(diagnostic: Diagnostic, place: Place, gutter: int, paint: _Painter, lang: str) -> list[str]:
    """The line with its marker, and markers of labels on the same line."""
    line = (diagnostic.excerpt or "").rstrip("\r\n")
    bar, number = paint("quiet", "|"), paint("quiet", f"{place.line:>{gutter}}")
    empty = " " * gutter
    cut = _Window(line, place.column - 1)
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    lines = [f"{empty} {bar}", f"{number} {bar} {cut.text}"]
    lines.append(f"{empty} {bar} {cut.marker(place.column - 1, end, '^', paint, diagnostic.level)}")
    for label in _near(diagnostic):
        mark = cut.marker(label.place.column - 1, label.place.end_column - 1, "-", paint, "quiet")
        lines.append(f"{empty} {bar} {mark} {printable(label_text(label, lang))}")
    return lines


class _Window:
    """The part of a line that is shown, and where its characters stand on the screen."""

    def __init__(self, line: str, at: int) -> None:
        shown = [_TAB if c == "\t" else printable(c, keep="") for c in line]
        self._widths = [display_width(c) for c in shown]
        self._start, stop = self._bounds(at)
        before = _CUT if self._start else ""
        after = _CUT if stop < len(shown) else ""
        self._lead = len(before)
        self._stop = stop
        self.text = before + "".join(shown[self._start : stop]) + after

    def _bounds(self, at: int) -> tuple[int, int]:
        if sum(self._widths) <= _WIDEST:
            return 0, len(self._widths)
        start = min(max(at, 0), len(self._widths))
        used = 0
        while start > 0 and used + self._widths[start - 1] <= _LEAD:
            start -= 1
            used += self._widths[start]
        stop, used = start, 0
        while stop < len(self._widths) and used + self._widths[stop] <= _WIDEST:
            used += self._widths[stop]
            stop += 1
        return start, stop

    def marker(self, start: int, end: int, mark: str, paint: _Painter, role: str) -> str:
        """A marker under the code points `[start, end)`, at least one column wide."""
        start = max(start, self._start)
        end = min(max(end, start + 1), self._stop)
        lead = self._lead + sum(self._widths[self._start : start])
        return " " * lead + paint(role, mark * max(1, sum(self._widths[start:end])))


def _near(diagnostic: Diagnostic) -> list[Label]:
    return [x for x in diagnostic.labels if _on_line(x, diagnostic)]


def _far(diagnostic: Diagnostic) -> list[Label]:
    return [x for x in diagnostic.labels if not _on_line(x, diagnostic)]


def _on_line(label: Label, diagnostic: Diagnostic) -> bool:
    place = diagnostic.place
    same_file = label.file in (None, diagnostic.file)
    return place is not None and same_file and label.place.line == label.place.end_line == place.line


def _elsewhere(label: Label, diagnostic: Diagnostic, lang: str) -> str:
    file = label.file or diagnostic.file or ""
    return f"{label_text(label, lang)} ({file}:{label.place.line}:{label.place.column})"


def _remedy(diagnostic: Diagnostic, said: str, lang: str) -> str:
    """The help; what to write instead comes first where the help does not already show it."""
    fix = diagnostic.fix
    if fix is None or not fix.replacement or f"`{fix.replacement}`" in said:
        return said
    if "\n" in fix.replacement:
        return f"{said}\n{indent(fix.replacement, 2)}".strip()
    return words(lang)["help.write"].format(replacement=fix.replacement, help=said).strip()


def _hanging(lead: str, text: str, width: int | None = None) -> str:
    first, *rest = text.split("\n")
    space = " " * (len(lead) if width is None else width)
    return "\n".join([lead + first, *(space + line for line in rest)])
