"""`example` blocks of a policy as cases.

What an example gives is put into the shape in which any facts are given, and checked with the
rest of them; only what has no such shape is reported here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

from huice.cases.amounts import minor_units
from huice.cases.expectations import Reader
from huice.cases.model import Case, Expectation, Figure, Word
from huice.cases.vocabulary import Vocabulary
from huice.core.program import Entity, Program
from huice.diagnostics import Diagnostic
from huice.source import Source, Span
from huice.syntax import tree
from huice.values import Kind, Range

__all__ = ["example_cases"]


def example_cases(
    file: tree.File,
    program: Program,
    source: Source,
    report: Callable[[Diagnostic], None],
    path: Path | None = None,
) -> tuple[Case, ...]:
    """Every example of a file, in file order; mistakes in them go to `report`."""
    reader = Reader(source, Vocabulary.of(program), report)
    return tuple(_case(item, program, reader, path) for item in file.items if isinstance(item, tree.Example))


def _case(example: tree.Example, program: Program, reader: Reader, path: Path | None) -> Case:
    givens = _Givens(program, reader)
    givens.add_all(example.given)
    if not example.expect:
        reader.say("C155", example.title.span, level="warning")
    return Case(
        name=example.title.value,
        as_of=example.as_of.value if example.as_of else None,
        facts=givens.facts,
        expectations=tuple(e for e in (_expectation(x, reader) for x in example.expect) if e is not None),
        source=reader.source,
        span=example.title.span,
        path=path,
        places=givens.places,
    )


class _Givens:
    """Gathers the givens of one example into facts, with the place of each."""

    def __init__(self, program: Program, reader: Reader) -> None:
        self._program = program
        self._reader = reader
        self._decided: list[tree.GivenDecided] = []
        self.facts: dict[str, Any] = {}
        self.places: dict[str, Span] = {}

    def add_all(self, givens: Iterable[tree.Given]) -> None:
        subject = self._program.subject
        for given in givens:
            match given:
                case tree.GivenValue():
                    self._value(given, self.facts.setdefault(subject.name, {}), subject.name, subject)
                case tree.GivenRecord():
                    self._record(given, self.facts, "")
                case tree.GivenNone():
                    self._none(given, self.facts, "")
                case tree.GivenAward():
                    self._award(given)
                case tree.GivenDecided():
                    self._decided.append(given)
        # Figures of the authority belong to records, so all records come first.
        for decided in self._decided:
            self._decide(decided)

    def _value(self, given: tree.GivenValue, into: dict[str, Any], address: str, entity: Entity | None) -> None:
        name = given.name.name
        here = f"{address}.{name}"
        if name in into:
            self._reader.say("C121", given.span, name=name)
        self.places[here] = given.span
        into[name] = self._literal(given.value, _kind(entity, name), name)

    def _record(self, given: tree.GivenRecord, into: dict[str, Any], address: str) -> None:
        name = given.entity.name
        if not address and name == self._program.subject.name:
            self._members(given, into.setdefault(name, {}), name, self._program.subject)
            return
        here = f"{address}.{name}" if address else name
        if not self._listed(into, name, here, given.span):
            return
        records = into[name]
        item = f"{here}[{len(records)}]"
        self.places[item] = given.span
        record: dict[str, Any] = {}
        records.append(record)
        self._members(given, record, item, _entity(self._program, name))

    def _listed(self, into: dict[str, Any], name: str, here: str, span: Span) -> bool:
        """Make room for one more record of `name`; a list once said to be empty stays so."""
        self.places.setdefault(here, span)
        if name in into and not into[name]:
            self._reader.say("C122", span, name=name)
            return False
        into.setdefault(name, [])
        return True

    def _members(self, given: tree.GivenRecord, into: dict[str, Any], address: str, entity: Entity | None) -> None:
        for value in given.values:
            match value:
                case tree.GivenValue():
                    self._value(value, into, address, entity)
                case tree.GivenRecord():
                    self._record(value, into, address)
                case tree.GivenNone():
                    self._none(value, into, address)

    def _none(self, given: tree.GivenNone, into: dict[str, Any], address: str) -> None:
        name = given.entity.name
        if into.get(name):
            self._reader.say("C122", given.span, name=name)
            return
        self.places[f"{address}.{name}" if address else name] = given.span
        into[name] = []

    def _award(self, given: tree.GivenAward) -> None:
        outside = self.facts.setdefault("outside", {})
        outside[given.name.value] = decimal_text(given.amount.value)
        self.places[f"outside.{given.name.value}"] = given.span

    def _decide(self, given: tree.GivenDecided) -> None:
        name = given.rule.name
        if not self._reader.target(name, given.rule.span) or name == "total":
            return
        entity = self._program.rule(name).entity
        figure = given.figure
        entry = {"rule": name}
        if figure.unit in ("%", "‰", "/"):
            entry["rate"] = _rate(figure)
        else:
            entry["amount"] = decimal_text(figure.value)
        records = [None] if entity == self._program.subject.name else _records(self._program, self.facts, entity)
        if not records:
            self._reader.say("C123", given.span, rule=name, entity=entity)
        for record in records:
            decided = self.facts.setdefault("decided", [])
            self.places[f"decided[{len(decided)}]"] = given.span
            decided.append(entry if record is None else {**entry, "record": record})

    def _literal(self, value: tree.Expr | None, kind: Kind | None, name: str) -> Any:
        """A literal as facts write it; None is unknown."""
        match value:
            case None:
                return None
            case tree.BoolLit():
                return value.value
            case tree.Name():
                return value.name
            case tree.Text():
                return value.value
            case tree.DateLit():
                return value.value.isoformat()
            case tree.NumberLit():
                return self._number(value, 1, kind, name)
            case tree.Negate(x=tree.NumberLit() as number):
                return self._number(number, -1, kind, name)
            case _:
                self._reader.say("C124", value.span, name=name)
                return None

    def _number(self, literal: tree.NumberLit, sign: int, kind: Kind | None, name: str) -> Any:
        if literal.unit in ("%", "‰", "/"):
            return ("-" if sign < 0 else "") + _rate(literal)
        if literal.unit == "元" and kind not in (Kind.MONEY, None):
            self._reader.say("C125", literal.span, name=name, text=literal.text)
            return None
        value = sign * literal.value
        whole = kind is Kind.COUNT and Fraction(value).denominator == 1
        return int(value) if whole else decimal_text(value)


def decimal_text(value: int | Fraction) -> str:
    """An exact decimal without trailing zeros.

    >>> decimal_text(Fraction(5, 4)), decimal_text(2000000)
    ('1.25', '2000000')
    """
    exact = Fraction(value)
    digits = 0
    while (exact * 10**digits).denominator != 1 and digits < 40:
        digits += 1
    scaled = exact * 10**digits
    if scaled.denominator != 1:
        return f"{exact.numerator}/{exact.denominator}"
    if not digits:
        return str(scaled.numerator)
    whole, rest = divmod(abs(scaled.numerator), 10**digits)
    return f"{'-' if exact < 0 else ''}{whole}.{rest:0{digits}d}"


def _rate(literal: tree.NumberLit) -> str:
    """A rate as facts write it, however the drafter did: `35%` or `2/3`."""
    if literal.unit == "/":
        exact = Fraction(literal.value)
        return f"{exact.numerator}/{exact.denominator}"
    percent = decimal_text(literal.value * 100)
    return percent if "/" in percent else f"{percent}%"


def _entity(program: Program, name: str) -> Entity | None:
    return next((e for e in program.entities if e.name == name), None)


def _kind(entity: Entity | None, fact: str) -> Kind | None:
    facts = entity.facts if entity else ()
    return next((f.kind for f in facts if f.name == fact), None)


def _records(program: Program, facts: dict[str, Any], entity: str) -> list[dict[str, Any]]:
    """References to every listed record of `entity`, its parents' first, in the order given."""
    parent = program.entity(entity).parent
    if parent == program.subject.name:
        return [{"entity": entity, "index": i} for i, _ in enumerate(facts.get(entity) or ())]
    found = []
    for reference in _records(program, facts, parent or ""):
        around = _at(facts, reference)
        for i, _ in enumerate(around.get(entity) or ()):
            found.append({"entity": entity, "index": i, "parent": reference})
    return found


def _at(facts: dict[str, Any], reference: dict[str, Any]) -> dict[str, Any]:
    holder = _at(facts, reference["parent"]) if "parent" in reference else facts
    record: dict[str, Any] = holder[reference["entity"]][reference["index"]]
    return record


def _expectation(expected: tree.Expect, reader: Reader) -> Expectation | None:
    if not reader.target(expected.rule.name, expected.rule.span):
        return None
    split = {}
    for payer, low, high in expected.split:
        figure = _figure(low, high, reader)
        if reader.payer(payer.name, payer.span) and figure is not None:
            split[payer.name] = figure
    return Expectation(
        target=expected.rule.name,
        figure=_figure(expected.low, expected.high, reader),
        split=split,
        because=tuple(Word(t.value, "clause", t.span) for t in expected.because),
        span=expected.span,
        spelling=expected.spelling,
    )


def _figure(low: tree.NumberLit, high: tree.NumberLit | None, reader: Reader) -> Figure | None:
    ends = []
    for literal in (low, high or low):
        minor = minor_units(literal.value, reader.vocabulary.digits) if literal.unit in ("", "元") else None
        if minor is None:
            reader.say("C133", literal.span, text=literal.text, digits=reader.vocabulary.digits)
            return None
        ends.append(minor)
    amount = Range(ends[0], ends[1], reader.vocabulary.digits)
    return reader.ranged(amount, "clause", low.span, high.span if high else None)
