"""Raw facts into typed `Facts`, or every finding about them at once.

The shapes are those of interfaces.md, "Facts". What is absent or null is unknown; nothing
is ever assumed in its place.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from huice.core.program import Program
from huice.diagnostics import Diagnostic, has_errors
from huice.facts.decided import read_decided
from huice.facts.findings import Findings, hint, readable, shown
from huice.facts.history import read_history, read_outside
from huice.facts.model import Facts
from huice.facts.plain import mapping_of
from huice.facts.records import Reader, misplaced, reader
from huice.facts.scalars import read_count, read_date
from huice.facts.vocabulary import RESERVED, Vocabulary

__all__ = ["later_awards", "validate", "validate_many"]

Checked = tuple[Facts | None, tuple[Diagnostic, ...]]


def validate(program: Program, raw: object, *, file: str | None = None, as_of: dt.date | None = None) -> Checked:
    """Check facts against one policy.

    Returns the typed facts (None if there is any error) and all findings in the order of the file.
    Never raises, whatever `raw` holds. `as_of` beats the date in the facts; with neither,
    `Facts.as_of` is None and dates of earlier awards are not tested (see `later_awards`).
    """
    return _validate(program, Vocabulary.of((program,)), raw, file, as_of)


def validate_many(
    programs: Sequence[Program], raw: object, *, file: str | None = None, as_of: dt.date | None = None
) -> tuple[tuple[Facts, ...] | None, tuple[Diagnostic, ...]]:
    """Check facts against several policies at once: one `Facts` for each, in order.

    A name is unknown only if no policy knows it; each finding is told once. An earlier award under a
    rule name that several policies have must say which policy it means.
    """
    known = Vocabulary.of(programs)
    made: list[Facts] = []
    found: dict[object, Diagnostic] = {}
    for program in programs:
        facts, findings = _validate(program, known, raw, file, as_of)
        for finding in findings:
            told = {k: v for k, v in finding.args.items() if k != "hint"}
            found.setdefault((finding.code, finding.address, repr(told)), finding)
        if facts is not None:
            made.append(facts)
    return (tuple(made) if len(made) == len(programs) else None), tuple(found.values())


def later_awards(facts: Facts, as_of: dt.date, *, file: str | None = None) -> tuple[Diagnostic, ...]:
    """Earlier awards that lie after `as_of`: for facts that were checked before the date was known."""
    out = Findings(file)
    for entry in facts.history or ():
        if entry.date is not None and entry.date > as_of:
            out.add("F404", f"{entry.address}.date", date=entry.date.isoformat(), as_of=as_of.isoformat())
    return tuple(out.items)


def _validate(program: Program, known: Vocabulary, raw: object, file: str | None, as_of: object) -> Checked:
    out = Findings(file)
    read = reader(program, known)
    top = mapping_of(raw, None, out)
    if top is None:
        out.add("F201", None, found=shown(raw), example=f'{{"{program.subject.name}": {read.sample(program.subject)}}}')
        return None, tuple(out.items)
    for name in top:
        if name not in RESERVED and name not in known.top:
            _unknown(read, name, out)
    date = _date(top, as_of, out)
    subject = read.subject(top, out)
    history = read_history(program, known, top.get("history"), date, out)
    outside = read_outside(program, top.get("outside"), out)
    read_decided(program, known, subject, top.get("decided"), out)
    _year(top.get("year"), out)
    if has_errors(out.items):
        return None, tuple(out.items)
    return Facts(subject, history, outside, date), tuple(out.items)


def _date(top: Mapping[str, object], given: object, out: Findings) -> dt.date | None:
    """The decision date: the caller's, else the file's. The file's is checked even where it is not used."""
    stated = None if top.get("as_of") is None else read_date(top["as_of"], "as_of", out)
    return stated if given is None else read_date(given, "as_of", out)


def _year(raw: object, out: Findings) -> None:
    if raw is None:
        return
    year = read_count(raw, "year", out)
    if year is not None and not 1900 <= year <= 2200:
        out.add("F431", "year", found=shown(raw))


def _unknown(read: Reader, name: str, out: Findings) -> None:
    """A key at the top that no policy in hand knows."""
    where = readable(name)
    if misplaced(read.known, read.program, name, where, out):
        return
    labels = {e.label: e.name for e in read.program.entities if e.label}
    subject = read.program.subject.name
    keys = (subject, *(e.name for e in read.children[subject]), *sorted(read.known.top), *RESERVED[:5])
    help_, meant = hint(name, keys, labels)
    out.add("F202", where, fix=meant, name=readable(name), hint=help_)
