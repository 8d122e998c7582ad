"""The subject and its records: objects with facts in them, and lists of objects."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from huice.core.program import Entity, FactDecl, Program
from huice.facts.findings import Findings, Said, hint, readable, shown
from huice.facts.model import Record
from huice.facts.plain import items_of, mapping_of
from huice.facts.scalars import read_value
from huice.facts.vocabulary import RESERVED, Vocabulary, askable
from huice.values import Value

__all__ = ["Reader", "misplaced", "reader"]


@frozen
class Reader:
    """What reading records of one policy needs at every step."""

    program: Program
    known: Vocabulary
    digits: int
    facts: Mapping[str, Mapping[str, FactDecl]]
    children: Mapping[str, tuple[Entity, ...]]

    def subject(self, top: Mapping[str, object], out: Findings) -> Record:
        """The subject with all records, from the top level of a facts file."""
        entity = self.program.subject
        values: dict[str, Value] = {}
        lists: dict[str, tuple[Record, ...] | None] = {}
        record = Record(entity.name, None, entity.name, values, lists)
        raw = top.get(entity.name)
        given = None if raw is None else mapping_of(raw, entity.name, out)
        if given is not None:
            self.fill(entity, given, values, entity.name, out)
        elif raw is not None:
            out.add("F205", entity.name, name=entity.name, found=shown(raw), example=self.sample(entity))
        for child in self.children[entity.name]:
            lists[child.name] = self.records(child, top.get(child.name), child.name, record, out)
        return record

    def records(
        self, entity: Entity, raw: object, address: str, parent: Record, out: Findings
    ) -> tuple[Record, ...] | None:
        """A list of records; None if it is not known."""
        if raw is None:
            return None
        items = items_of(raw)
        if items is None:
            wrapped = mapping_of(raw, address, Findings()) is not None
            out.add(
                "F206" if wrapped else "F207", address, name=entity.name, found=shown(raw), example=self.sample(entity)
            )
            return None
        read = (self.record(entity, item, i, f"{address}[{i}]", parent, out) for i, item in enumerate(items))
        return tuple(record for record in read if record is not None)

    def record(
        self, entity: Entity, raw: object, index: int, address: str, parent: Record, out: Findings
    ) -> Record | None:
        """One record with the records inside it."""
        given = mapping_of(raw, address, out)
        if given is None:
            out.add("F208", address, name=entity.name, found=shown(raw), example=self.sample(entity))
            return None
        values: dict[str, Value] = {}
        lists: dict[str, tuple[Record, ...] | None] = {}
        record = Record(entity.name, index, address, values, lists, parent)
        self.fill(entity, given, values, address, out)
        for child in self.children[entity.name]:
            lists[child.name] = self.records(child, given.get(child.name), f"{address}.{child.name}", record, out)
        return record

    def fill(
        self, entity: Entity, given: Mapping[str, object], values: dict[str, Value], address: str, out: Findings
    ) -> None:
        """Read the facts of one object into `values`; keys that mean nothing there are findings."""
        facts = self.facts[entity.name]
        allowed = self.known.within(entity.name)
        for name, raw in given.items():
            decl = facts.get(name)
            if decl is not None:
                value = None if raw is None else read_value(decl, raw, f"{address}.{name}", self.digits, out)
                if value is not None:
                    values[name] = value
            elif name not in allowed:
                self.unknown(entity, name, address, out)

    def unknown(self, entity: Entity, name: str, address: str, out: Findings) -> None:
        """A key that an object of `entity` cannot have."""
        where = f"{address}.{readable(name)}"
        if misplaced(self.known, self.program, name, where, out):
            return
        labels = {d.label: d.name for d in self.facts[entity.name].values() if d.label}
        known = (*self.facts[entity.name], *sorted(self.known.within(entity.name)))
        help_, meant = hint(name, known, labels)
        out.add("F203", where, fix=meant, name=readable(name), entity=entity.name, hint=help_)

    def sample(self, entity: Entity) -> Said:
        """One line of a correct object of `entity`, for remedies."""
        decl = next(iter(self.facts[entity.name].values()), None)
        return "{ }" if decl is None else f'{{"{decl.name}": {SAMPLES[decl.kind.value]}}}'


#: A correct value of each kind, as a facts file states it.
SAMPLES = {
    "money": '"1200000.00"',
    "rate": '"35%"',
    "count": "25",
    "number": '"0.75"',
    "flag": "true",
    "date": '"2023-08-01"',
    "choice": "null",
    "text": '"…"',
}


def reader(program: Program, known: Vocabulary) -> Reader:
    """A reader of `program`'s records; names that only `known` has are passed over in silence."""
    facts = {e.name: {d.name: d for d in askable(e)} for e in program.entities}
    children: dict[str, tuple[Entity, ...]] = {e.name: () for e in program.entities}
    for entity in program.entities:
        if entity.parent is not None:
            children[entity.parent] = (*children[entity.parent], entity)
    return Reader(program, known, program.policy.digits, facts, children)


def misplaced(known: Vocabulary, program: Program, name: str, where: str, out: Findings) -> bool:
    """Whether `name` is right but stands in the wrong object; says where it belongs."""
    if name in RESERVED or name in known.top:
        out.add("F210", where, name=name)
        return True
    inside = next((entity for entity, names in known.nested.items() if name in names), None)
    if inside is not None:
        out.add("F211", where, name=name, entity=inside)
        return True
    owners = list(known.owners(name))
    if not owners:
        return False
    owner = owners[0]
    is_list = all(e.parent is not None for e in program.entities if e.name == owner)
    example = f'"{owner}": [{{"{name}": …}}]' if is_list else f'"{owner}": {{"{name}": …}}'
    out.add("F204", where, name=name, entity=owner, example=example)
    return True
