"""What the parser could go on with, asked of its tables without running it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["accepted", "after", "can_follow", "number_can_follow"]

States = Mapping[Any, Mapping[str, tuple[Any, Any]]]


def accepted(states: States, stack: Sequence[Any]) -> frozenset[str]:
    """The terminals that can come next where the parser's stack of states is `stack`.

    Exact: a look-ahead that would only lead to a reduction, and then to an error, does not count.
    """
    return frozenset(name for name in states[stack[-1]] if _is_terminal(name) and _push(states, stack, name))


def can_follow(states: States, stack: Sequence[Any], terminal: str) -> bool:
    """Whether `terminal` can come next where the parser's stack of states is `stack`."""
    return bool(_push(states, stack, terminal))


def number_can_follow(states: States, stack: Sequence[Any], terminal: str) -> bool:
    """Whether `terminal` and then a number or a date can come next."""
    behind = _push(states, stack, terminal)
    return bool(behind) and any(_push(states, behind, value) for value in ("NUMBER", "DATE"))


def after(states: States, start: Any, *terminals: str) -> frozenset[str]:
    """The terminals that can follow `terminals` at the beginning of a file; empty if they cannot stand so."""
    stack = [start]
    for terminal in terminals:
        stack = _push(states, stack, terminal)
        if not stack:
            return frozenset()
    return accepted(states, stack)


def _is_terminal(name: str) -> bool:
    return name == "$END" or name.isupper()


def _push(states: States, stack: Sequence[Any], terminal: str) -> list[Any]:
    """The stack behind one more terminal; empty where it cannot stand."""
    stack = list(stack)
    while True:
        action = states[stack[-1]].get(terminal)
        if action is None:
            return []
        rule = action[1]
        if not hasattr(rule, "expansion"):  # a shift: the second part is the state to go to
            return [*stack, rule]
        if rule.expansion:
            del stack[-len(rule.expansion) :]
        follow = states[stack[-1]].get(rule.origin.name)
        if follow is None:
            return [stack[-1]] if terminal == "$END" else []
        stack.append(follow[1])
