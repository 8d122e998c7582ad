"""Which key of a running cap an award counts under, where that may not be known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import product

from huice.core import DatePart, Expr, Fact, RunningCap
from huice.decide.evaluate import Evaluator
from huice.decide.history import ANY_KEY, FRESH, Key, entry_key
from huice.decide.scope import Scope
from huice.facts.model import Facts
from huice.values import Kind

__all__ = ["key_parts", "keys_of"]

#: Of a part with more values than this only those that facts or history name are told apart.
_MANY = 64


def key_parts(cap: RunningCap) -> tuple[str, ...]:
    """What each part of the key is: a `year` or a `value`."""
    return tuple("year" if isinstance(k, DatePart) else "value" for k in cap.keys)


def keys_of(
    cap: RunningCap, scopes: Iterable[tuple[Scope, object]], evaluator: Evaluator, facts: Facts, rule: str
) -> list[tuple[tuple[Key, ...], int]]:
    """For each award the keys it may have, and the missing facts that leave it open.

    Each scope comes with the `today` of its claim, which a key may read.
    """
    parts = key_parts(cap)
    possible: list[list[tuple[frozenset[object] | range | None, int]]] = []
    for scope, today in scopes:
        evaluator.today = today  # type: ignore[assignment]
        possible.append([_possible(evaluator, key, scope) for key in cap.keys])
    named: list[set[object]] = [set() for _ in parts]
    for award in possible:
        for i, (values, _) in enumerate(award):
            if values is not None and len(values) == 1:
                named[i].update(values)
    for entry in facts.history or ():
        if entry.rule == rule:
            for i, value in enumerate(entry_key(entry, parts)):
                if value is not ANY_KEY:
                    named[i].add(value)
    result = []
    for award in possible:
        columns = [_candidates(values, named[i]) for i, (values, _) in enumerate(award)]
        bits = 0
        for _, open_ in award:
            bits |= open_
        result.append((tuple(product(*columns)), bits))
    return result


def _candidates(values: frozenset[object] | range | None, named: set[object]) -> list[object]:
    """The values to tell apart: all of few; of many those that are named, and one for the rest."""
    if values is not None and len(values) <= _MANY:
        return sorted(values, key=str)
    return [*sorted((v for v in named if values is None or v in values), key=str), FRESH]


def _possible(evaluator: Evaluator, key: Expr, scope: Scope) -> tuple[frozenset[object] | range | None, int]:
    """The values that a part of a key may have (None: anything), and the facts that leave it open."""
    if isinstance(key, Fact):
        kind = evaluator.plan.declared[key.entity, key.name].kind
        home, value = evaluator.stated(key, scope)
        if value is not None:
            return frozenset((value.isoformat() if isinstance(value, dt.date) else value,)), 0
        if kind is Kind.CHOICE:
            options = evaluator.options(key, scope)
            return frozenset(options.values), options.open
        if kind is Kind.FLAG:
            return frozenset((True, False)), evaluator.missing_bit(key, home)
        return None, evaluator.missing_bit(key, home)
    years = evaluator.number(key, scope)
    if years.low is None or years.high is None:
        return None, years.open
    return range(int(years.low), int(years.high) + 1), years.open
