"""What a file declares: entities with their facts, definitions, rules, payers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, field

from huice.check.sink import Sink
from huice.syntax import tree as t

__all__ = ["EntityInfo", "Vocabulary", "declare", "free_name"]

#: Keys that stand beside the entities in a facts file, and words that stand where an entity could.
_RESERVED = frozenset({"as_of", "history", "outside", "decided", "year", "total"})
#: Records of records of …: more than anybody means.
_DEEPEST = 20

_WHAT = {
    "entity": {"en": "an entity", "zh": "一个对象"},
    "definition": {"en": "a definition", "zh": "一个定义"},
    "rule": {"en": "a rule", "zh": "一个条款"},
    "fact": {"en": "a fact of this entity", "zh": "本对象的一个事实"},
    "option": {"en": "an option of this choice", "zh": "这一组的一个选项"},
    "payer": {"en": "a payer", "zh": "一个出资方"},
}


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
    """Everything that has a name in one file. `misplaced`: an entity has no proper place (and that has been told)."""

    subject: EntityInfo | None = None
    entities: dict[str, EntityInfo] = field(factory=dict)
    definitions: dict[str, t.Define] = field(factory=dict)
    rules: dict[str, t.Rule] = field(factory=dict)
    payers: tuple[str, ...] = ()
    policy: t.Policy | None = None
    misplaced: bool = False
    _owners: dict[str, list[EntityInfo]] = field(factory=dict)

    def owners(self, fact: str) -> list[EntityInfo]:
        """The entities that have a fact of that name."""
        return self._owners.get(fact, [])

    def fact_of_option(self, option: str) -> str | None:
        """The name of a choice that has this option."""
        facts = (f for e in self.entities.values() for f in e.facts.values() if f.options)
        return next((f.name.name for f in facts if any(o.name.name == option for o in f.options)), None)

    def add_fact(self, entity: EntityInfo, fact: t.Fact) -> None:
        """Note a fact under its entity."""
        entity.facts[fact.name.name] = fact
        self._owners.setdefault(fact.name.name, []).append(entity)


def free_name(name: str) -> str:
    """A name like `name`, for remedies."""
    return f"{name}_2"


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
                _once(words.definitions, item.name, item, "definition", sink)
            case t.Rule():
                if item.name.name == "total":
                    reserved(item.name, _EXAMPLE, sink)
                _once(words.rules, item.name, item, "rule", sink)
            case _:
                pass
    _place_entities(words, sink)
    for definition in words.definitions.values():
        owners = words.owners(definition.name.name)
        if owners:
            fact = owners[0].facts[definition.name.name]
            twice(definition.name, fact.name, {"en": f"a fact of `{owners[0].name}`", "zh": "一个事实"}, sink)
    return words


_FACTS_FILE = {"en": "files of facts", "zh": "事实文件"}
_EXAMPLE = {"en": "examples", "zh": "示例"}


def reserved(name: t.Name, where: dict[str, str], sink: Sink) -> None:
    """Say that a name has a meaning of its own."""
    sink.add("N207", name.span, name=name.name, where=where, right=free_name(name.name))


def twice(name: t.Name, first: t.Name, what: dict[str, str], sink: Sink) -> None:
    """Say that a name is taken."""
    sink.add("N203", name.span, also=first.span, name=name.name, what=what, right=free_name(name.name))


def _once(table: dict[str, Any], name: t.Name, node: Any, what: str, sink: Sink) -> bool:
    if name.name in table:
        first = table[name.name]
        twice(name, (first.node if isinstance(first, EntityInfo) else first).name, _WHAT[what], sink)
        return False
    table[name.name] = node
    return True


def _declare_policy(item: t.Policy, words: Vocabulary, sink: Sink) -> None:
    if words.policy is not None:
        sink.add("R402", item.name.span, also=words.policy.name.span, name=item.name.name)
        return
    words.policy = item
    seen: dict[str, t.Name] = {}
    for clause in item.clauses:
        if isinstance(clause, t.Payers):
            for name, _ in clause.items:
                if name.name in seen:
                    twice(name, seen[name.name], _WHAT["payer"], sink)
                if name.name == "unstated":
                    reserved(name, {"en": "decisions", "zh": "计算结果"}, sink)
                seen.setdefault(name.name, name)
    words.payers = tuple(seen)


def _declare_entity(item: t.Entity, words: Vocabulary, sink: Sink) -> None:
    info = EntityInfo(item)
    if not _once(words.entities, item.name, info, "entity", sink):
        return
    if item.name.name in _RESERVED:
        reserved(item.name, _FACTS_FILE, sink)
    for fact in item.facts:
        if fact.name.name in info.facts:
            twice(fact.name, info.facts[fact.name.name].name, _WHAT["fact"], sink)
        else:
            words.add_fact(info, fact)
            _options(fact, sink)


def _options(fact: t.Fact, sink: Sink) -> None:
    seen: dict[str, t.Name] = {}
    for option in fact.options:
        if option.name.name in seen:
            twice(option.name, seen[option.name.name], _WHAT["option"], sink)
        if option.name.name in ("unknown", "未知"):
            reserved(option.name, _EXAMPLE, sink)
        seen[option.name.name] = option.name


def _place_entities(words: Vocabulary, sink: Sink) -> None:
    for info in words.entities.values():
        parent = info.node.parent
        if parent is None:
            if words.subject is None:
                words.subject = info
            else:
                sink.add(
                    "N205",
                    info.node.name.span,
                    also=words.subject.node.name.span,
                    name=info.name,
                    subject=words.subject.name,
                )
        elif parent.name in words.entities:
            info.parent = words.entities[parent.name]
        else:
            words.misplaced = True
            sink.unknown("N202", parent, words.entities)
    _break_circles(words, sink)
    for info in words.entities.values():
        _check_place(info, words, sink)


def _break_circles(words: Vocabulary, sink: Sink) -> None:
    placed: set[int] = set()
    for info in words.entities.values():
        path: list[EntityInfo] = []
        here: EntityInfo | None = info
        while here is not None and id(here) not in placed:
            if any(here is x for x in path):
                _tell_circle(path[path.index(here) :], words, sink)
                here.parent = None
                break
            path.append(here)
            here = here.parent
        placed.update(id(x) for x in path)


def _tell_circle(circle: list[EntityInfo], words: Vocabulary, sink: Sink) -> None:
    words.misplaced = True
    first = circle[0]
    names = " → ".join(x.name for x in (*circle, first))
    subject = words.subject.name if words.subject is not None else "enterprise"
    sink.add("N206", first.node.name.span, name=first.name, circle=names, subject=subject)


def _check_place(info: EntityInfo, words: Vocabulary, sink: Sink) -> None:
    """Not too far in, and not under the name of a fact that stands beside it in a facts file."""
    parent = info.parent
    if parent is None:
        return
    if parent is not words.subject and info.name in parent.facts:
        what = {"en": f"a fact of `{parent.name}`", "zh": f"“{parent.name}”的一个事实"}
        twice(info.node.name, parent.facts[info.name].name, what, sink)
    if sum(1 for _ in zip(range(_DEEPEST + 1), info.chain(), strict=False)) > _DEEPEST and not words.misplaced:
        words.misplaced = True
        sink.add("N218", info.node.name.span, name=info.name, most=_DEEPEST)
