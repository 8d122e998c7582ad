"""Random whole policies as `.rules` text, and random cases of them.

Everything is drawn from a `random.Random`: Hypothesis hands in one that it can shrink, the nightly run
one from a seed. Amounts are a few minor units, so that rounding, caps and remainders meet their edges.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TypeVar

from attrs import evolve
from huice.core import DatePart, FactDecl, Program
from huice.facts.model import Facts, HistoryEntry, Record
from huice.values import Kind, Value

T = TypeVar("T")

PAYERS = ("city", "county", "province")
DAYS = tuple(
    dt.date.fromisoformat(text)
    for text in ("2022-12-31", "2023-01-01", "2023-02-28", "2023-05-01", "2023-12-31", "2024-01-01", "2024-02-29")
)
RATES = ("0%", "10%", "30%", "1/3", "50%", "2/3", "100%", "120%")
RATE_VALUES = tuple(Fraction(n, d) for n, d in ((0, 1), (1, 10), (3, 10), (1, 3), (1, 2), (2, 3), (1, 1), (6, 5)))
WORDS = ("x", "y")
_FACTS = """\
  fact {0}_flag: flag
  fact {0}_other: flag
  fact {0}_count: count
  fact {0}_few: count between 1 and 3
  fact {0}_money: money
  fact {0}_fee: money between {1} and {2}
  fact {0}_change: money may be negative
  fact {0}_rate: rate
  fact {0}_number: number
  fact {0}_kind: choice of a, b, c
  fact {0}_date: date
  fact {0}_text: text
"""
ENTITIES = ("firm", "project", "item")


def _one(rng: random.Random, options: Sequence[T]) -> T:
    return options[rng.randrange(len(options))]


def _chance(rng: random.Random, percent: int) -> bool:
    return rng.randrange(100) < percent


class Writer:
    """Writes one policy."""

    def __init__(self, rng: random.Random, *, remembering: bool = True) -> None:
        self.rng = rng
        self.remembering = remembering
        self.currency, self.digits = _one(rng, (("CNY", 2), ("CNY", 2), ("JPY", 0), ("KWD", 3)))
        self.reach: tuple[str, ...] = ("firm",)
        self.defined = _one(rng, (0, 0, 1))

    def policy(self) -> str:
        """The whole file."""
        rng = self.rng
        lines = ["language 1", 'policy generated "Generated"', f"  currency {self.currency}"]
        lines += [f"  payer {', '.join(PAYERS)}"]
        if _chance(rng, 50):
            lines.append(f"  {self.window()}")
        if _chance(rng, 60):
            lines.append(f"  paid by {_one(rng, PAYERS)}")
        if _chance(rng, 25):
            lines.append(f"  {_one(rng, ('when', 'unless'))} {self.condition(1)}")
        for name, parent in (("firm", ""), ("project", " of firm"), ("item", " of project")):
            lines += [f"entity {name}{parent}", _FACTS.format(name, self.money(1), self.money(9)).rstrip()]
        if self.defined:
            lines.append(f"define basis as {self.amount(1, named=False)}")
        for number in range(rng.randrange(1, 5)):
            lines += self.rule(f"r{number}")
        return "\n".join(lines) + "\n"

    def money(self, minor: int) -> str:
        """A literal, in the currency's unit."""
        if self.digits == 0:
            return str(minor)
        whole, rest = divmod(minor, 10**self.digits)
        return f"{whole}.{rest:0{self.digits}d}"

    def sum(self) -> str:
        """A money literal of a few minor units."""
        return self.money(self.rng.randrange(13))

    def window(self) -> str:
        first, last = sorted((_one(self.rng, DAYS), _one(self.rng, DAYS)))
        forms = (f"from {first} until {last}", f"from {first}", f"until {last}")
        return f"valid {_one(self.rng, forms)}"

    def fact(self, what: str) -> str:
        return f"{_one(self.rng, self.reach)}_{what}"

    def condition(self, depth: int) -> str:
        rng = self.rng
        if depth and _chance(rng, 40):
            parts = [self.condition(depth - 1) for _ in range(rng.randrange(2, 4))]
            return "(" + f" {_one(rng, ('and', 'or'))} ".join(parts) + ")"
        if depth and _chance(rng, 20):
            return f"not ({self.condition(depth - 1)})"
        op = _one(rng, (">=", ">", "<=", "<", "=", "!="))
        forms = (
            lambda: self.fact("flag"),
            lambda: self.fact("other"),
            lambda: f"{self.fact('kind')} is {_one(rng, 'abc')}",
            lambda: f"{self.fact('kind')} is not {_one(rng, 'abc')}",
            lambda: f"{self.fact('kind')} in [a, {_one(rng, 'bc')}]",
            lambda: f"{self.fact('count')} {op} {rng.randrange(5)}",
            lambda: f"{self.fact('few')} {op} {rng.randrange(1, 4)}",
            lambda: f"{self.fact('money')} {op} {self.sum()}",
            lambda: f"{self.fact('money')} {_one(rng, ('>=', '<', '<='))} {self.sum()}",
            lambda: f"{self.fact('money')} {_one(rng, ('>=', '<', '<='))} {self.sum()}",
            lambda: f"{self.fact('fee')} {op} {self.sum()}",
            lambda: f"{self.fact('change')} {op} {self.sum()}",
            lambda: f"{self.fact('rate')} {op} {_one(rng, RATES)}",
            lambda: f"{self.fact('number')} {op} {rng.randrange(4)}",
            lambda: f"{self.fact('count')} in [{rng.randrange(2)}, 3]",
            lambda: f"{self.fact('date')} {op} {_one(rng, (*DAYS, 'today'))}",
            lambda: f"{self.fact('date')} in 2023",
            lambda: f"year of {self.fact('date')} {op} 2023",
            lambda: f'{self.fact("text")} {_one(rng, ("is", "is not"))} "x"',
            lambda: f"{self.amount(1)} {op} {self.amount(1)}",
        )
        return _one(rng, forms)()

    def amount(self, depth: int, *, named: bool = True) -> str:
        """An expression of money."""
        rng = self.rng
        leaves = [lambda: self.fact("money"), lambda: self.fact("money"), lambda: self.fact("fee")]
        leaves += [lambda: self.fact("change")]
        if named and self.defined:
            leaves.append(lambda: "basis")
        if not depth or _chance(rng, 30):
            return _one(rng, leaves)()
        a, b = self.amount(depth - 1, named=named), self.amount(depth - 1, named=named)
        forms = (
            lambda: f"({a} + {b})",
            lambda: f"({a} - {b})",
            lambda: f"({a} - {self.sum()})",
            lambda: f"({a} * {self.fact(_one(rng, ('count', 'few', 'number', 'rate')))})",
            lambda: f"({a} / {rng.randrange(2, 8)})",
            lambda: f"({_one(rng, RATES)} * {a})",
            lambda: f"larger of ({a}, {b})",
            lambda: f"smaller of ({a}, {self.sum()})",
            lambda: f"({a} counted up to {self.sum()})",
            lambda: f"({a} above {self.sum()})",
            lambda: f"(-{_one(rng, leaves)()})",
        )
        return _one(rng, forms)()

    def rule(self, name: str) -> list[str]:
        rng = self.rng
        depth = _one(rng, (0, 0, 1, 1, 1, 2))
        self.reach = ENTITIES[: depth + 1]
        lines = [f"rule {name}"]
        if depth:
            lines.append(f"  for each {ENTITIES[depth]}")
        for _ in range(_one(rng, (0, 1, 1, 2))):
            lines.append(f"  {_one(rng, ('when', 'when', 'unless'))} {self.condition(1)}")
        if _chance(rng, 8):
            lines.append(f"  {_one(rng, (self.referral, self.limit))()}")
        else:
            lines += self.line(depth)
        if _chance(rng, 30):
            lines.append(f"  {self.window()}")
        if _chance(rng, 20):
            lines.append(f"  dated by {self.fact('date')}")
        self.reach = ("firm",)
        return lines

    def referral(self) -> str:
        return 'refer to "another document"'

    def limit(self) -> str:
        return f"limit {self.amount(1)} to {self.amount(1)}"

    def line(self, depth: int) -> list[str]:
        """A head, steps, caps over several awards, and who pays."""
        rng = self.rng
        lines = [f"  {self.head()}"]
        for _ in range(_one(rng, (0, 1, 1, 2))):
            lines.append(f"  {_one(rng, ('cap', 'cap', 'floor'))} {self.step()}")
        if self.remembering:
            for _ in range(_one(rng, (0, 0, 1, 1, 2))):
                lines.append(f"  cap {self.running_limit()} {self.keys(depth)}")
            if _chance(rng, 25):
                lines.append("  once per firm")
        if _chance(rng, 12):
            lines.append(f'  in kind "{_one(rng, ("voucher", "seedling"))}"')
        payers = list(PAYERS)
        rng.shuffle(payers)
        count = _one(rng, (0, 1, 2, 2, 3))
        if count == 1:
            lines.append(f"  paid by {payers[0]}")
        elif count:
            weights = ":".join(str(rng.randrange(1, 8)) for _ in range(count))
            lines.append(f"  split {':'.join(payers[:count])} {weights}")
        return lines

    def head(self) -> str:
        rng = self.rng
        open_ = _one(rng, ("", "", "up to "))
        forms = (
            lambda: f"rate {open_}{_one(rng, (*RATES, self.fact('rate')))} of {self.amount(2)}",
            lambda: f"award {open_}{self.sum()}",
            lambda: f"award {self.sum()} per {self.fact(_one(rng, ('count', 'few', 'number')))}",
            lambda: f"award {self.sum()} per full {rng.randrange(1, 4)} of {self.fact('count')}",
            lambda: f"award {self.sum()} per full {self.money(rng.randrange(1, 6))} of {self.fact('money')}",
            lambda: f"interest {open_}{_one(rng, RATES)} a year on {self.amount(1)} for {self.fact('count')} basis 2",
            lambda: f"amount {self.amount(2)}",
        )
        return _one(rng, forms)()

    def step(self) -> str:
        return self.sum() if _chance(self.rng, 70) else self.amount(1)

    def running_limit(self) -> str:
        """The limit of a cap over several awards is the subject's: no single record can set it for others."""
        here, self.reach = self.reach, ("firm",)
        defined, self.defined = self.defined, 0
        text = self.sum() if _chance(self.rng, 75) else self.amount(1)
        self.reach, self.defined = here, defined
        return text

    def keys(self, depth: int) -> str:
        rng = self.rng
        own = ENTITIES[depth]
        forms = ["per firm", "per year", f"per year of {own}_date", f"per {own}_kind", f"per {own}_text"]
        forms += ["per firm per year", f"per {own}_kind per year of {self.fact('date')}"]
        if depth:
            forms.append(f"per {ENTITIES[depth - 1]}_kind")
        return _one(rng, forms)


# Cases


def _value(rng: random.Random, declared: FactDecl) -> Value:
    if declared.decides is not None:
        return _figure(rng, declared)
    match declared.kind:
        case Kind.FLAG:
            return _chance(rng, 50)
        case Kind.CHOICE:
            return _one(rng, declared.options).name
        case Kind.TEXT:
            return _one(rng, WORDS)
        case Kind.DATE:
            return _one(rng, DAYS)
        case Kind.RATE:
            return _one(rng, RATE_VALUES)
        case Kind.NUMBER:
            return _one(rng, (-2, 0, Fraction(1, 3), 1, Fraction(5, 2), 3))
        case _:
            low = -6 if declared.low is None else int(declared.low)
            high = 14 if declared.high is None else int(declared.high)
            return low + rng.randrange(high - low + 1)


def _figure(rng: random.Random, declared: FactDecl) -> Value:
    if declared.kind is Kind.CHOICE:
        return _one(rng, declared.options).name
    if declared.kind is Kind.RATE:
        return _one(rng, RATE_VALUES)
    return rng.randrange(15)


def case(rng: random.Random, program: Program) -> tuple[Facts, dt.date]:
    """Full facts and the day of the decision."""
    subject = _record(rng, program, program.subject.name, None, program.subject.name, None)
    on = _one(rng, DAYS)
    rules = [r for r in program.rules if r.once is not None or r.caps]
    history = []
    for number in range(_one(rng, (0, 0, 1, 2, 3)) if rules else 0):
        rule = _one(rng, rules)
        if any(len(cap.keys) > 1 and _values(cap.keys) for cap in rule.caps):
            continue  # one stated key cannot tell two parts
        key = _one(rng, ("a", "b", "x")) if any(_values(cap.keys) for cap in rule.caps) else None
        if key is None and _chance(rng, 20):
            key = _one(rng, ("2022", "2023"))
        history.append(HistoryEntry(rule.name, _one(rng, DAYS), rng.randrange(9), key, None, f"history[{number}]"))
    return Facts(subject, tuple(history)), on


def _values(keys: Sequence[object]) -> int:
    return sum(not isinstance(k, DatePart) for k in keys)


def _record(
    rng: random.Random, program: Program, entity: str, index: int | None, address: str, parent: Record | None
) -> Record:
    values = {f.name: _value(rng, f) for f in program.entity(entity).facts}
    lists: dict[str, tuple[Record, ...] | None] = {}
    here = Record(entity, index, address, values, lists, parent)
    for child in program.entities:
        if child.parent == entity:
            prefix = "" if parent is None else f"{address}."
            lists[child.name] = tuple(
                _record(rng, program, child.name, i, f"{prefix}{child.name}[{i}]", here)
                for i in range(_one(rng, (0, 1, 1, 2, 3)))
            )
    return here


# Knowing less. A path names one thing that may be unknown.

Path = tuple[str, str]


def paths(program: Program, facts: Facts) -> list[Path]:
    """Every fact, list, figure, and the history with its parts: `(address, name)`.

    A stated year is no such part: without it an entry counts under the year of its date, which is another
    entry and not a wider one.
    """
    found: list[Path] = []
    for record in _walk(facts.subject):
        figures: dict[str, None] = {}
        for declared in program.entity(record.entity).facts:
            if declared.name not in record.values:
                continue
            if declared.decides is not None:
                figures[f"decided.{declared.decides}."] = None
            else:
                found.append((record.address, declared.name))
        found += [(record.address, f"{name}*") for name in figures]
        found += [(record.address, name) for name, items in record.lists.items() if items is not None]
    if facts.history is not None:
        found.append(("history", ""))
        for entry in facts.history:
            if entry.amount is not None:
                found.append((entry.address, "amount"))
            if entry.date is not None:
                found.append((entry.address, "date"))
            if entry.key is not None and not entry.key.isdecimal():
                found.append((entry.address, "key"))
    return found


def _walk(record: Record) -> Iterator[Record]:
    yield record
    for items in record.lists.values():
        for item in items or ():
            yield from _walk(item)


def without(facts: Facts, gone: set[Path]) -> Facts:
    """The same case, knowing less."""
    history: tuple[HistoryEntry, ...] | None = None
    if facts.history is not None and ("history", "") not in gone:
        history = tuple(_less(entry, gone) for entry in facts.history)
    return Facts(_thinned(facts.subject, gone, None), history, facts.outside, facts.as_of)


def _less(entry: HistoryEntry, gone: set[Path]) -> HistoryEntry:
    return evolve(entry, **{part: None for part in ("amount", "date", "key") if (entry.address, part) in gone})


def _thinned(record: Record, gone: set[Path], parent: Record | None) -> Record:
    figures = tuple(name[:-1] for address, name in gone if address == record.address and name.endswith("*"))
    values = {
        name: value
        for name, value in record.values.items()
        if (record.address, name) not in gone and not (figures and name.startswith(figures))
    }
    lists: dict[str, tuple[Record, ...] | None] = {}
    here = Record(record.entity, record.index, record.address, values, lists, parent)
    for name, items in record.lists.items():
        unknown = items is None or (record.address, name) in gone
        lists[name] = None if items is None or unknown else tuple(_thinned(item, gone, here) for item in items)
    return here


def widened(rng: random.Random, program: Program, facts: Facts, most: int = 6) -> Facts:
    """The same case with a few things unknown."""
    every = paths(program, facts)
    if not every:
        return facts
    share = _one(rng, (0, 10, 40, 80))
    gone = {p for p in every if share and _chance(rng, share) and not _is_list(program, p)}
    gone |= {_one(rng, every) for _ in range(rng.randrange(1, most))}
    return without(facts, gone)


def _is_list(program: Program, path: Path) -> bool:
    return path[1] in {e.name for e in program.entities}
