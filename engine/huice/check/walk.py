"""Going through expressions without recursion, however deep a drafter nests them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from attrs import evolve, fields, has

from huice.syntax import tree as t
from huice.syntax.inner import inner

__all__ = ["bottom_up", "fresh", "inner", "literals"]


def bottom_up(expr: t.Expr) -> tuple[list[t.Expr], int]:
    """Every expression inside `expr` and itself, inner ones first, from left to right; and how deep they nest."""
    found: list[t.Expr] = []
    deepest = 0
    stack = [(expr, 1)]
    while stack:
        here, depth = stack.pop()
        found.append(here)
        deepest = max(deepest, depth)
        stack += [(x, depth + 1) for x in inner(here)]
    found.reverse()
    return found, deepest


def fresh(expr: t.Expr) -> t.Expr:
    """A copy of `expr` with nodes of its own, so that each use of a definition can mean something of its own."""
    made: dict[int, t.Expr] = {}
    for node in bottom_up(expr)[0]:
        changed = {f.name: _copied(getattr(node, f.name), made) for f in fields(type(node))}
        made[id(node)] = evolve(node, **changed)
    return made[id(expr)]


def _copied(value: Any, made: dict[int, t.Expr]) -> Any:
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(_copied(x, made) for x in value)
    return made.get(id(value), value) if has(type(value)) else value


def literals(node: object) -> Iterator[t.NumberLit]:
    """Every number in any part of a tree."""
    stack: list[Any] = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, t.NumberLit):
            yield here
        elif isinstance(here, tuple):
            stack += cast("tuple[object, ...]", here)
        else:
            kind: Any = type(here)
            stack += [getattr(here, name) for name in _parts(kind)]


@cache
def _parts(kind: type[Any]) -> tuple[str, ...]:
    """The names of the fields of a node in which others may lie."""
    return tuple(f.name for f in fields(kind)) if has(kind) else ()
