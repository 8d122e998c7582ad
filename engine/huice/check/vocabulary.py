"""What a file declares: entities with their facts, definitions, rules, payers."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, field

from huice.check.sink import Sink
from huice.syntax import tree as t

__all__ = ["EntityInfo", "Vocabulary", "close", "declare"]


@define(eq=False)
class EntityInfo:
    """An entity and its facts by name."""

    node: t.Entity
    parent: EntityInfo | None = None
    facts: dict[str, t.Fact] = field(factory=dict)

    @property
    def name(self) -> str:
        """Its name."""
        return self.node.name.name

    def chain(self) -> Iterator[EntityInfo]:
        """This entity, then the ones around it, outwards to the subject."""
        here: EntityInfo | None = self
        while here is not None:
            yield here
            here = here.parent

    def find(self, name: str) -> tuple[EntityInfo, t.Fact] | None:
        """The fact of that name in reach from here: the nearest entity first."""
        for entity in self.chain():
            if name in entity.facts:
                return entity, entity.facts[name]
        return None


@define(eq=False)
class Vocabulary:
    """Everything that has a name in one file."""

    subject: EntityInfo | None = None
    entities: dict[str, EntityInfo] = field(factory=dict)
    definitions: dict[str, t.Define] = field(factory=dict)
    rules: dict[str, t.Rule] = field(factory=dict)
    payers: tuple[str, ...] = ()
    policy: t.Policy | None = None

    def owners(self, fact: str) -> list[EntityInfo]:
        """The entities that have a fact of that name."""
        return [e for e in self.entities.values() if fact in e.facts]


def close(name: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant, if one is near enough."""
    found = difflib.get_close_matches(name, list(names), n=1, cutoff=0.6)
    return found[0] if found else None


def declare(items: Iterable[t.Item], sink: Sink) -> Vocabulary:
    """Collect the declarations of a file; complains about doubles and about entities without a place."""
    words = Vocabulary()
    for item in items:
        match item:
            case t.Policy():
                _declare_policy(item, words, sink)
            case t.Entity():
                _declare_entity(item, words, sink)
            case t.Define():
                _once(words.definitions, item.name, item, "N203", sink)
            case t.Rule():
                _once(words.rules, item.name, item, "N203", sink)
            case _:
                pass
    _place_entities(words, sink)
    return words


def _once(table: dict[str, Any], name: t.Name, node: Any, code: str, sink: Sink) -> bool:
    if name.name in table:
        sink.add(code, name.span, name=name.name)
        return False
    table[name.name] = node
    return True


def _declare_policy(item: t.Policy, words: Vocabulary, sink: Sink) -> None:
    if words.policy is not None:
        sink.add("R402", item.span, name=item.name.name)
        return
    words.policy = item
    for clause in item.clauses:
        if isinstance(clause, t.Payers):
            words.payers += tuple(name.name for name, _ in clause.items)


def _declare_entity(item: t.Entity, words: Vocabulary, sink: Sink) -> None:
    info = EntityInfo(item)
    if not _once(words.entities, item.name, info, "N203", sink):
        return
    if item.name.name in {"history", "outside", "decided", "as_of", "year", "total"}:
        sink.add("N207", item.name.span, name=item.name.name)
    for fact in item.facts:
        if _once(info.facts, fact.name, fact, "N203", sink):
            _check_fact(fact, sink)


def _check_fact(fact: t.Fact, sink: Sink) -> None:
    seen: set[str] = set()
    for option in fact.options:
        if option.name.name in seen:
            sink.add("N203", option.span, name=option.name.name)
        seen.add(option.name.name)
    if fact.between is not None and fact.between.low.value > fact.between.high.value:
        sink.add("T307", fact.between.span, low=fact.between.low.text, high=fact.between.high.text)


def _place_entities(words: Vocabulary, sink: Sink) -> None:
    for info in words.entities.values():
        parent = info.node.parent
        if parent is None:
            if words.subject is None:
                words.subject = info
            else:
                sink.add("N205", info.node.name.span, name=info.name, subject=words.subject.name)
        elif parent.name in words.entities:
            info.parent = words.entities[parent.name]
        else:
            sink.unknown("N202", parent, words.entities)
    for info in words.entities.values():
        seen: set[str] = set()
        for outer in _upwards(info):
            if outer.name in seen:
                sink.add("N206", info.node.name.span, name=info.name)
                info.parent = None
                break
            seen.add(outer.name)


def _upwards(info: EntityInfo) -> Iterator[EntityInfo]:
    seen: set[int] = set()
    here: EntityInfo | None = info
    while here is not None:
        yield here
        if id(here) in seen:
            return
        seen.add(id(here))
        here = here.parent
