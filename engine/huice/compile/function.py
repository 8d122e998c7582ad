"""A policy as one Python function: full facts in, minor units out, no reasons.

The function is printed from the core, compiled once, and equal to the reference evaluator wherever all
facts are known. Rules on the same kind of record share one loop.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from fractions import Fraction

from huice.compile.emit import Emitter, Number
from huice.core import DatePart, Fact, Program, Rule, RunningCap, Window
from huice.diagnostics import Diagnostic, HuiceError
from huice.facts.model import Facts, HistoryEntry, Record

__all__ = ["Amounts", "compile_amounts", "source_of"]

Amounts = Callable[[Facts, dt.date], dict[str, int]]


def compile_amounts(program: Program) -> Amounts:
    """The function of a policy: `amounts(facts, as_of)` gives minor units by rule, and `total`.

    What it returns raises HuiceError where a fact, list or the history that it needs is not known.
    """
    space: dict[str, object] = {"half": _half, "year_of": _year_of, "earlier": _earlier, "key_of": _key_of}
    exec(compile(source_of(program), "<policy>", "exec"), space)
    run: Callable[[Record, tuple[HistoryEntry, ...] | None, int], dict[str, int]] = space["run"]  # type: ignore[assignment]

    def amounts(facts: Facts, as_of: dt.date) -> dict[str, int]:
        try:
            return run(facts.subject, facts.history, as_of.toordinal())
        except KeyError as missing:
            name = missing.args[0]
        except TypeError:
            name = _first_unknown(program, facts)
            if name is None:
                raise
        raise HuiceError([Diagnostic.about("D104", str(name), name=str(name))])

    return amounts


def _first_unknown(program: Program, facts: Facts) -> str | None:
    """The first list that is not known, or the history."""
    records = [facts.subject]
    while records:
        here = records.pop(0)
        for entity, items in here.lists.items():
            if items is None:
                return entity if here is facts.subject else f"{here.address}.{entity}"
            records.extend(items)
    return "history" if facts.history is None else None


# What the printed code calls


def _half(x: int | Fraction, over: int) -> int:
    """Half away from zero, for numbers of either sign."""
    return int((2 * x + over) // (2 * over)) if x >= 0 else -int((-2 * x + over) // (2 * over))


def _year_of(day: int) -> int:
    return dt.date.fromordinal(day).year


def _earlier(history: tuple[HistoryEntry, ...], rule: str, parts: tuple[str, ...]) -> dict[tuple[object, ...], int]:
    """What history shows as paid under a rule, by key."""
    sums: dict[tuple[object, ...], int] = {}
    for entry in history:
        if entry.rule == rule:
            if entry.amount is None:
                raise KeyError(f"{entry.address}.amount")
            key = tuple(_part(entry, part, len(parts)) for part in parts)
            sums[key] = sums.get(key, 0) + entry.amount
    return sums


def _part(entry: HistoryEntry, part: str, count: int) -> object:
    from huice.decide.history import ANY_KEY, entry_part

    found = entry_part(entry, part, count)
    if found is ANY_KEY:
        raise KeyError(f"{entry.address}.key")
    return found


def _key_of(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value


# Printing


def source_of(program: Program) -> str:
    """The Python source of a policy's function, for reading and for tests."""
    return _Printer(program).text()


class _Printer:
    def __init__(self, program: Program) -> None:
        self.program = program
        self.declared = {(e.name, f.name): f for e in program.entities for f in e.facts}
        self.rules = [r for r in program.rules if r.pays]
        self.index = {rule.name: i for i, rule in enumerate(self.rules)}
        self.subject = program.subject.name
        self.values = {e.name: f"v{i}" for i, e in enumerate(program.entities)}
        self.lines: list[str] = []

    def text(self) -> str:
        out = self.lines
        out.append("def run(subject, history, day):")
        for i in range(len(self.rules)):
            out.append(f"    a{i} = 0")
        guard = _window("day", self.program.policy.window)
        out.append(f"    if {guard or 'True'}:")
        out.append(f"        {self.values[self.subject]} = subject.values")
        emitter = Emitter(self.declared, self.values, "day")
        conditions = [emitter.truth(c.expr) for c in self.program.policy.conditions]
        pad = "        "
        if conditions and self.rules:
            out.append(f"{pad}if {' and '.join(conditions)}:")
            pad += "    "
        self._prepare(pad)
        self._entity(self.subject, "subject", pad)
        total = " + ".join(f"a{i}" for i, r in enumerate(self.rules) if r.in_kind is None) or "0"
        pairs = ", ".join(f"{r.name!r}: a{i}" for i, r in enumerate(self.rules))
        out.append(f"    return {{{pairs}{', ' if pairs else ''}'total': {total}}}")
        return "\n".join(out) + "\n"

    def _prepare(self, pad: str) -> None:
        """What history leaves, once before the loops."""
        if any(r.once is not None or r.caps for r in self.rules):
            self.lines.append(f"{pad}used = {{h.rule for h in history}}")
        for i, rule in enumerate(self.rules):
            for j, cap in enumerate(rule.caps):
                held, name = f"h{i}_{j}", repr(rule.name)
                if cap.keys:
                    parts = tuple("year" if isinstance(k, DatePart) else "value" for k in cap.keys)
                    self.lines.append(f"{pad}{held} = earlier(history, {name}, {parts!r}) if {name} in used else {{}}")
                else:
                    self.lines.append(f"{pad}{held} = earlier(history, {name}, ())[()] if {name} in used else 0")

    def _entity(self, entity: str, record: str, pad: str) -> None:
        """Everything said of one kind of record, then of the records inside it."""
        values = self.values[entity]
        if entity != self.subject:
            self.lines.append(f"{pad}{values} = {record}.values")
        for rule in self.rules:
            if rule.entity == entity:
                self._rule(rule, pad)
        for child in self.program.entities:
            if child.parent == entity and self._speaks_of(child.name):
                inner = f"r{self.values[child.name][1:]}"
                self.lines.append(f"{pad}for {inner} in {record}.lists[{child.name!r}]:")
                self._entity(child.name, inner, pad + "    ")

    def _speaks_of(self, entity: str) -> bool:
        below = {entity}
        for _ in self.program.entities:
            below |= {e.name for e in self.program.entities if e.parent in below}
        return any(r.entity in below for r in self.rules)

    def _rule(self, rule: Rule, pad: str) -> None:
        i = self.index[rule.name]
        today = "day"
        if rule.dated_by is not None:
            today = f"d{i}"
            date = Emitter(self.declared, self.values, "day").number(rule.dated_by)
            self.lines.append(f"{pad}{today} = {date.code}")
        emitter = Emitter(self.declared, self.values, today)
        tests = [t for t in (_window(today, rule.window),) if t]
        if rule.once is not None:
            tests.append(f"{rule.name!r} not in used")
        tests += [emitter.truth(c.expr) for c in rule.conditions]
        if tests:
            self.lines.append(f"{pad}if {' and '.join(tests)}:")
            pad += "    "
        assert rule.amount is not None
        amount = emitter.number(rule.amount)
        if rule.once is not None and rule.entity != self.subject:
            self.lines.append(f"{pad}used.add({rule.name!r})")
        if not rule.caps:
            self.lines.append(f"{pad}a{i} += {amount.code}")
            return
        self.lines.append(f"{pad}x = {amount.code}")
        for j, cap in enumerate(rule.caps):
            self._cap(cap, f"h{i}_{j}", emitter, pad)
        self.lines.append(f"{pad}a{i} += x")

    def _cap(self, cap: RunningCap, held: str, emitter: Emitter, pad: str) -> None:
        """Hold `x` to what is left of its key, and count it."""
        spent = held
        if cap.keys:
            self.lines.append(f"{pad}k = ({''.join(f'{_key(k, emitter)}, ' for k in cap.keys)})")
            self.lines.append(f"{pad}g = {held}.get(k, 0)")
            spent = "g"
        self.lines.append(f"{pad}m = {_floor(emitter.number(cap.limit))} - {spent}")
        self.lines.append(f"{pad}x = 0 if m <= 0 else m if m < x else x")
        self.lines.append(f"{pad}{held}[k] = g + x" if cap.keys else f"{pad}{held} += x")


def _floor(limit: Number) -> str:
    return limit.code if limit.over == 1 and limit.whole else f"(({limit.code}) // {limit.over})"


def _key(node: object, emitter: Emitter) -> str:
    if isinstance(node, Fact):
        return f"key_of({emitter.value(node)})"
    return emitter.number(node).code  # type: ignore[arg-type]


def _window(day: str, window: Window | None) -> str:
    """The test of a window; both end days are inside."""
    if window is None:
        return ""
    start = None if window.start is None else window.start.toordinal()
    end = None if window.end is None else window.end.toordinal()
    if start is not None and end is not None:
        return f"{start} <= {day} <= {end}"
    return f"{day} >= {start}" if start is not None else f"{day} <= {end}" if end is not None else ""
