"""Facts used in opposite directions, found once for the whole program (semantics.md, section 7).

`when kind is a` in one rule and `when kind is b` in another cannot both hold, but the plain sum of
their ranges says they might. A fork has the total taken option by option as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from huice.core import (
    Condition,
    Entity,
    Expr,
    Fact,
    FactDecl,
    Fork,
    If,
    Not,
    OneOf,
    Rule,
    children,
)
from huice.values import Kind

__all__ = ["MAX_OPTIONS", "find_forks"]

#: Options of one fork multiplied; more facts than that are left to the plain sum.
MAX_OPTIONS = 64


def find_forks(
    entities: tuple[Entity, ...], rules: tuple[Rule, ...], conditions: tuple[Condition, ...]
) -> tuple[Fork, ...]:
    """One fork an entity: its flags and choices that pull in opposite directions, in declaration order.

    A record's fork ties together the rules of that record that look at no other award. `conditions` are those
    of the policy, which every rule shares.
    """
    forks = []
    for entity in entities:
        alone = entity.parent is not None
        tied = [r for r in rules if r.pays and not (alone and (r.entity != entity.name or r.once or r.caps))]
        uses: dict[Fact, set[object]] = {}
        for expr in (*(c.expr for c in conditions), *(e for rule in tied for e in _expressions(rule))):
            for fact, use in _uses(expr, True):
                uses.setdefault(fact, set()).add(use)
        for fact in (k for rule in tied for cap in rule.caps for k in cap.keys if isinstance(k, Fact)):
            uses.setdefault(fact, set()).update(("key", "keys"))  # which key is one thing for all awards
        facts: list[tuple[Fact, tuple[str | bool, ...]]] = []
        for declared in entity.facts:
            options = _options(declared)
            if declared.decides or not options or len(uses.get(declared.key, ())) < 2:
                continue
            if prod(len(o) for _, o in facts) * len(options) <= MAX_OPTIONS:
                facts.append((declared.key, options))
        if facts:
            names = tuple(r.name for r in tied if alone is False or any(f in _read(r) for f, _ in facts))
            forks.append(Fork(entity.name, tuple(facts), names))
    return tuple(forks)


def _options(declared: FactDecl) -> tuple[str | bool, ...]:
    if declared.kind is Kind.FLAG:
        return (True, False)
    return tuple(o.name for o in declared.options)


def _expressions(rule: Rule) -> list[Expr]:
    return [*(c.expr for c in rule.conditions), *([rule.amount] if rule.amount is not None else [])]


def _read(rule: Rule) -> set[Fact]:
    return {fact for expr in _expressions(rule) for fact, _ in _uses(expr, True)}


def _uses(node: Expr, positive: bool) -> Iterator[tuple[Fact, object]]:
    """Each fact with how it is used: the sign for a flag, the options asked for with a choice."""
    match node:
        case Fact():
            yield node, positive
        case OneOf(x=Fact() as fact):
            yield fact, (node.options, positive)
        case Not():
            yield from _uses(node.x, not positive)
        case If():
            yield from _uses(node.condition, positive)
            yield from _uses(node.condition, not positive)
            yield from _uses(node.then, positive)
            yield from _uses(node.other, positive)
        case _:
            for inner in children(node):
                yield from _uses(inner, positive)
