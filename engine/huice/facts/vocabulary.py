"""Which names a facts file may use: those of one policy, or of all policies it is handed to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from huice.core.program import Entity, FactDecl, Program

__all__ = ["RESERVED", "Vocabulary", "askable", "open_figures"]

#: Keys of a facts file beside the entities (interfaces.md, "Facts"); the last two are for editors and people.
RESERVED = ("as_of", "history", "outside", "decided", "year", "$schema", "$comment")


def askable(entity: Entity) -> tuple[FactDecl, ...]:
    """The facts of an entity that a facts file states; figures of the authority stand under `decided`."""
    return tuple(d for d in entity.facts if d.asked_of != "authority")


def open_figures(program: Program) -> dict[str, tuple[FactDecl, ...]]:
    """For each rule that leaves a figure to the authority: the facts that hold the figure."""
    made: dict[str, tuple[FactDecl, ...]] = {}
    for entity in program.entities:
        for decl in entity.facts:
            if decl.decides is not None:
                made[decl.decides] = (*made.get(decl.decides, ()), decl)
    return made


@frozen
class Vocabulary:
    """Names of several policies at once.

    `top` are the keys at the top (subjects and their records), `facts` the fact names by entity,
    `nested` the record names by the entity that they stand in, `rules` the policies by rule name.
    """

    top: frozenset[str]
    facts: Mapping[str, frozenset[str]]
    nested: Mapping[str, frozenset[str]]
    rules: Mapping[str, tuple[str, ...]]
    policies: frozenset[str]

    @classmethod
    def of(cls, programs: Sequence[Program]) -> Vocabulary:
        """The union of what `programs` declare."""
        top: set[str] = set()
        facts: dict[str, frozenset[str]] = {}
        nested: dict[str, frozenset[str]] = {}
        rules: dict[str, tuple[str, ...]] = {}
        for program in programs:
            subject = program.subject.name
            for entity in program.entities:
                facts[entity.name] = facts.get(entity.name, frozenset()) | {d.name for d in askable(entity)}
                if entity.parent is None or entity.parent == subject:
                    top.add(entity.name)
                else:
                    nested[entity.parent] = nested.get(entity.parent, frozenset()) | {entity.name}
            for rule in program.rules:
                rules[rule.name] = (*rules.get(rule.name, ()), program.policy.name)
        return cls(frozenset(top), facts, nested, rules, frozenset(p.policy.name for p in programs))

    def within(self, entity: str) -> frozenset[str]:
        """Every key that an object of `entity` may have."""
        return self.facts.get(entity, frozenset()) | self.nested.get(entity, frozenset())

    def owners(self, name: str) -> Iterable[str]:
        """The entities that have a fact of this name."""
        return (entity for entity, names in self.facts.items() if name in names)
