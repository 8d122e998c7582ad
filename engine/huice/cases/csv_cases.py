"""Cases in CSV: a row a case.

Columns are `name`, `as_of`, addresses of facts (`enterprise.smes_served`, `project[0].kind`,
`history[0].rule`), lists as a whole (`history`, `project`: the word `none` says that there are
none) and expectations (`expect.some_rule`, `expect.some_rule.city`, `expect.some_rule.status`,
`expect.total`). An empty cell, or `unknown`, is not known; a record of which every cell is empty is not there.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any
from unicodedata import normalize

from attrs import define, frozen

from huice.cases.csv_cells import Cell, read_cells
from huice.cases.dates import iso_like, parse_date
from huice.cases.documents import Document
from huice.cases.expectations import Reader
from huice.cases.model import Case, Expectation, Figure, Word
from huice.cases.vocabulary import Vocabulary
from huice.core.program import Program
from huice.diagnostics import Diagnostic
from huice.source import Span
from huice.values import Kind

__all__ = ["csv_cases"]

_UNKNOWN = frozenset(("", "unknown", "未知"))
_NONE = frozenset(("none", "无", "没有", "[]"))
_TRUTHS = {
    **dict.fromkeys(("yes", "true", "1", "是"), True),
    **dict.fromkeys(("no", "false", "0", "否"), False),
}
_STEP = re.compile(r"\.?([^.\[\]\s]+)|\[(\d{1,3})\]")
_WHOLE = re.compile(r"[-+]?\d{1,100}")


@frozen
class _Column:
    """What the cells of a column mean.

    `role` is `name`, `as_of`, `fact`, `amount`, `share`, `status`, or `mistaken` (an expectation that was
    reported); `steps` lead to a fact, names
    and positions in lists; `target` and `payer` belong to expectations.
    """

    role: str
    header: str
    steps: tuple[str | int, ...] = ()
    kind: Kind | None = None
    is_list: bool = False
    target: str = ""
    payer: str = ""


def csv_cases(document: Document, program: Program, report: Callable[[Diagnostic], None]) -> tuple[Case, ...]:
    """The cases of a CSV file, in file order; mistakes go to `report`."""
    reader = Reader(document.source, Vocabulary.of(program), report)
    rows = read_cells(document.source, report)
    if not rows:
        report(Diagnostic.about("C171", None, file=str(document.path)))
        return ()
    columns = [_column(cell, reader, program) for cell in rows[0]]
    _check_header(rows[0], columns, reader)
    cases = []
    for row in rows[1:]:
        if len(row) > len(columns) and any(c.text for c in row[len(columns) :]):
            reader.say("C172", row[len(columns)].span, cells=len(row), columns=len(columns))
            continue
        cases.append(_case(row, columns, reader, document))
    return tuple(case for case in cases if case is not None)


def _check_header(cells: list[Cell], columns: list[_Column | None], reader: Reader) -> None:
    seen: set[str] = set()
    for cell in cells:
        if cell.text in seen:
            reader.say("C116", cell.span, key=cell.text)
        if cell.text:
            seen.add(cell.text)
    if not any(c is not None and c.role == "name" for c in columns):
        reader.say("C173", cells[0].span)


def _column(cell: Cell, reader: Reader, program: Program) -> _Column | None:
    """What a header means; None (and a finding, unless it is empty) where it means nothing."""
    header = cell.text
    if header in ("name", "as_of"):
        return _Column(header, header)
    if header.startswith("expect."):
        return _expect_column(header, cell.span, reader)
    steps = _steps(header)
    if steps is None:
        if header:
            reader.say("C174", cell.span, header=header)
        return None
    lists = {"history", "decided", *(e.name for e in program.entities if e.parent is not None)}
    return _Column("fact", header, steps, _kind(program, steps), steps[-1] in lists)


def _expect_column(header: str, span: Span, reader: Reader) -> _Column:
    target, _, part = header.removeprefix("expect.").partition(".")
    if not reader.target(target, span):
        return _Column("mistaken", header)
    if not part:
        return _Column("amount", header, target=target)
    if part == "status":
        return _Column("status", header, target=target)
    if not reader.payer(part, span):
        return _Column("mistaken", header)
    return _Column("share", header, target=target, payer=part)


def _steps(header: str) -> tuple[str | int, ...] | None:
    """`project[0].kind` as `("project", 0, "kind")`."""
    steps: list[str | int] = []
    at = 0
    while at < len(header):
        found = _STEP.match(header, at)
        if found is None or (found[2] is not None and not steps):
            return None
        if steps and found[1] is not None and header[at] != ".":
            return None
        steps.append(found[1] if found[1] is not None else int(found[2]))
        at = found.end()
    return tuple(steps) or None


def _kind(program: Program, steps: tuple[str | int, ...]) -> Kind | None:
    """The type of the fact that a header leads to, so that a cell can be read as one."""
    names = [s for s in steps if isinstance(s, str)]
    if len(names) < 2:
        return None
    for entity in program.entities:
        if entity.name == names[-2]:
            return next((f.kind for f in entity.facts if f.name == names[-1]), None)
    return None


@define
class _Row:
    """What has been gathered from one row so far."""

    facts: dict[str, Any]
    places: dict[str, Span]
    figures: dict[str, Figure]
    shares: dict[str, dict[str, Figure]]
    statuses: dict[str, Word]
    targets: dict[str, Span]
    expects: bool = False


def _case(cells: list[Cell], columns: list[_Column | None], reader: Reader, document: Document) -> Case | None:
    row = _Row({}, {}, {}, {}, {}, {})
    name, as_of, span = "", None, cells[0].span.to(cells[-1].span)
    for cell, column in zip(cells, columns, strict=False):
        if column is None:
            continue
        if column.role == "name":
            name, span = cell.text, cell.span
        elif column.role == "as_of" and cell.text:
            as_of = _date(cell, reader)
            if as_of is None:
                return None
        elif column.role == "fact":
            _fact(cell, column, row, reader)
        elif cell.text:
            _expect(cell, column, row, reader)
    expectations = tuple(
        Expectation(t, row.figures.get(t), row.statuses.get(t), row.shares.get(t, {}), span=at)
        for t, at in row.targets.items()
    )
    if not row.expects:
        reader.say("C155", span, level="warning")
    facts = {key: _listed(value) for key, value in row.facts.items()}
    return Case(name, as_of, facts, expectations, document.source, span, document.path, row.places)


def _date(cell: Cell, reader: Reader) -> dt.date | None:
    day = parse_date(iso_like(cell.text))
    if day is None:
        reader.say("C126", cell.span, text=cell.text)
    return day


def _expect(cell: Cell, column: _Column, row: _Row, reader: Reader) -> None:
    row.expects = True
    if column.role == "mistaken":
        return
    row.targets.setdefault(column.target, cell.span)
    if column.role == "status":
        status = reader.status(cell.text, "cell", cell.span)
        if status is not None:
            row.statuses[column.target] = status
        return
    figure = reader.figure(cell.text, "cell", cell.span)
    if figure is None:
        return
    if column.role == "amount":
        row.figures[column.target] = figure
    else:
        row.shares.setdefault(column.target, {})[column.payer] = figure


def _fact(cell: Cell, column: _Column, row: _Row, reader: Reader) -> None:
    """Put one cell where its header leads. Lists are gathered as `{position: record}` until the row ends."""
    if not cell.text:
        return
    here: Any = row.facts
    for step, following in zip(column.steps, column.steps[1:], strict=False):
        wanted = _Positions if isinstance(following, int) else dict
        here = here.setdefault(step, wanted())
        if type(here) is not wanted:  # a list said to be none or unknown, yet with a record; a record used as a list
            reader.say("C175", cell.span, header=column.header)
            return
    last = column.steps[-1]
    if last in here:
        reader.say("C175", cell.span, header=column.header)
        return
    row.places[column.header] = cell.span
    here[last] = _value(cell.text, column)


class _Positions(dict[int, Any]):
    """A list in the making, by position."""


def _value(text: str, column: _Column) -> Any:
    """A cell as facts write it: truths and whole numbers by the fact's type, everything else text."""
    plain = normalize("NFKC", text).strip()
    lower = plain.lower()
    if lower in _UNKNOWN:
        return None
    if column.is_list and lower in _NONE:
        return []
    if column.kind is Kind.FLAG:
        return _TRUTHS.get(lower, text)
    if _WHOLE.fullmatch(plain) and (column.kind is Kind.COUNT or column.steps[-1] == "index"):
        return int(plain)
    if column.kind is Kind.DATE or (column.kind is None and column.steps[-1] == "date"):
        return iso_like(plain)
    return plain if column.kind in (Kind.MONEY, Kind.RATE, Kind.NUMBER) else text


def _listed(value: Any) -> Any:
    """Lists in the making as lists; a position that is left out is a record of which nothing is known."""
    if isinstance(value, _Positions):
        return [_listed(value.get(i, {})) for i in range(max(value, default=-1) + 1)]
    if isinstance(value, dict):
        return {key: _listed(item) for key, item in value.items()}
    return value
