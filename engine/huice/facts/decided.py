"""Figures that the authority has decided (`decided`): values of the facts that a rule leaves open."""

from __future__ import annotations

from collections.abc import Mapping

from huice.core.program import FactDecl, Program
from huice.facts.findings import Findings, Said, listed, shown
from huice.facts.history import own_rule, strange_keys
from huice.facts.model import Record
from huice.facts.plain import items_of, mapping_of, text_of
from huice.facts.scalars import read_count, read_value
from huice.facts.vocabulary import Vocabulary, open_figures
from huice.values import Kind, Value

__all__ = ["read_decided"]

_KEYS = ("rule", "record", "rate", "amount")


def read_decided(program: Program, known: Vocabulary, subject: Record, raw: object, out: Findings) -> None:
    """Put each decided figure into the record it is for; entries of other policies are passed over.

    Source: interfaces.md, "Facts": "in the kind that the clause leaves open, `rate` or `amount`".
    """
    if raw is None:
        return
    example = _sample(program)
    items = items_of(raw)
    if items is None:
        wrapped = mapping_of(raw, "decided", Findings()) is not None
        out.add("F206" if wrapped else "F207", "decided", name="decided", found=shown(raw), example=example)
        return
    filled: dict[tuple[str, str], str] = {}
    for i, item in enumerate(items):
        address = f"decided[{i}]"
        given = mapping_of(item, address, out)
        if given is None:
            out.add("F208", address, name="decided", found=shown(item), example=example)
        else:
            _entry(program, known, subject, given, address, filled, out)


def _sample(program: Program) -> str:
    """One correct entry, for remedies."""
    figures = open_figures(program)
    rule = next(iter(figures), "…")
    entity = program.rule(rule).entity if figures else program.subject.name
    where = "" if entity == program.subject.name else f', "record": {{"entity": "{entity}", "index": 0}}'
    return f'{{"rule": "{rule}"{where}, {_figure_sample(figures.get(rule, ()))}}}'


def _figure_sample(decls: tuple[FactDecl, ...]) -> str:
    return '"rate": "1.5%"' if any(d.kind is Kind.RATE for d in decls) else '"amount": "100000.00"'


def _entry(
    program: Program,
    known: Vocabulary,
    subject: Record,
    given: Mapping[str, object],
    address: str,
    filled: dict[tuple[str, str], str],
    out: Findings,
) -> None:
    strange_keys(given, _KEYS, address, out)
    rule = own_rule(program, known, given.get("rule"), address, out)
    if rule is None:
        return
    figures = open_figures(program)
    if rule not in figures:
        out.add("F411", address, rule=rule, open=listed(figures) if figures else {"en": "none", "zh": "无"})
        return
    record = _record(program.rule(rule).entity, subject, given.get("record"), rule, address, out)
    figure = _figure(given, figures[rule], rule, address, program.policy.digits, out)
    if record is None or figure is None:
        return
    earlier = filled.setdefault((rule, record.address), address)
    if earlier != address:
        out.add("F419", address, rule=rule, record=record.address, earlier=earlier)
        return
    _set(record, figures[rule], *figure)


def _figure(
    given: Mapping[str, object], decls: tuple[FactDecl, ...], rule: str, address: str, digits: int, out: Findings
) -> tuple[Kind, Value] | None:
    """Which figure an entry states, and its value."""
    stated = [k for k in ("rate", "amount") if given.get(k) is not None]
    by_kind = {d.kind: d for d in decls}
    example = _figure_sample(decls)
    if len(stated) != 1:
        out.add("F416" if stated else "F417", address, rule=rule, example=example)
        return None
    kind = Kind.RATE if stated[0] == "rate" else Kind.MONEY
    decl = by_kind.get(kind)
    if decl is None:
        out.add("F418", f"{address}.{stated[0]}", rule=rule, found=stated[0], example=example)
        return None
    plain = FactDecl(decl.entity, stated[0], decl.kind, low=decl.low, high=decl.high)
    value = read_value(plain, given[stated[0]], f"{address}.{stated[0]}", digits, out)
    return None if value is None else (kind, value)


def _set(record: Record, decls: tuple[FactDecl, ...], kind: Kind, value: Value) -> None:
    values = record.values
    assert isinstance(values, dict)
    for decl in decls:
        if decl.kind is kind:
            values[decl.name] = value
        elif decl.kind is Kind.CHOICE:
            values[decl.name] = "rate" if kind is Kind.RATE else "amount"


def _record(entity: str, subject: Record, raw: object, rule: str, address: str, out: Findings) -> Record | None:
    """The record that an entry is for."""
    if entity == subject.entity:
        if raw is not None and not _is_subject(raw, entity):
            out.add("F415", f"{address}.record", rule=rule, entity=entity)
            return None
        return subject
    records = _all(subject, entity)
    if raw is None:
        if len(records) == 1:
            return records[0]
        out.add("F414", address, rule=rule, entity=entity, count=len(records), example=_example(records, entity))
        return None
    return _pointed(raw, entity, records, f"{address}.record", out)


def _is_subject(raw: object, entity: str) -> bool:
    given = mapping_of(raw, None, Findings())
    return given is not None and text_of(given.get("entity")) == entity and given.get("index") is None


def _all(here: Record, entity: str) -> list[Record]:
    found = []
    for name, items in here.lists.items():
        for item in items or ():
            found += [item] if name == entity else _all(item, entity)
    return found


def _pointed(raw: object, entity: str, records: list[Record], address: str, out: Findings) -> Record | None:
    """The one record that `{"entity", "index", "parent"}` points to; `parent` may be left out where it is clear."""
    given = mapping_of(raw, address, out)
    if given is None:
        out.add("F420", address, found=shown(raw), example=_example(records, entity))
        return None
    strange_keys(given, ("entity", "index", "parent"), address, out)
    if given.get("entity") is not None and text_of(given["entity"]) != entity:
        found = shown(given["entity"])
        out.add("F421", f"{address}.entity", found=found, entity=entity, example=_example(records, entity))
        return None
    if given.get("index") is None:
        out.add("F420", address, found=shown(raw), example=_example(records, entity))
        return None
    index = read_count(given["index"], f"{address}.index", out)
    if index is None:
        return None
    fitting = [r for r in records if r.index == index]
    parent = given.get("parent")
    if parent is not None and fitting and fitting[0].parent is not None and fitting[0].parent.parent is not None:
        parents = list({r.parent.address: r.parent for r in records if r.parent is not None}.values())
        around = _pointed(parent, parents[0].entity, parents, f"{address}.parent", out)
        if around is None:
            return None
        fitting = [r for r in fitting if r.parent is around]
    if len(fitting) == 1:
        return fitting[0]
    code = "F422" if fitting else "F413"
    out.add(code, address, entity=entity, index=index, count=len(records), example=_example(fitting or records, entity))
    return None


def _example(records: list[Record], entity: str) -> Said:
    if not records:
        return f'"record": {{"entity": "{entity}", "index": 0}}'
    return f'"record": {_pointer(records[0])}'


def _pointer(record: Record) -> str:
    inner = f'"entity": "{record.entity}", "index": {record.index}'
    if record.parent is not None and record.parent.parent is not None:
        inner += f', "parent": {_pointer(record.parent)}'
    return f"{{{inner}}}"
