"""What a fact may be declared as: its bounds, its sign, its rank."""

from __future__ import annotations

from huice.check.kinds import NUMERIC, ORDERED, Said, sample, word
from huice.check.sink import Sink, every
from huice.check.types import Meanings, type_of_fact
from huice.check.units import unsigned_rate
from huice.check.vocabulary import EntityInfo, Vocabulary
from huice.syntax import tree as t
from huice.values import Kind

__all__ = ["check_declarations"]

_KEYS = frozenset({Kind.CHOICE, Kind.TEXT, Kind.DATE, Kind.FLAG})


def check_declarations(words: Vocabulary, meanings: Meanings, sink: Sink) -> None:
    """Every fact of every entity."""
    for entity in words.entities.values():
        for fact in entity.facts.values():
            kind = Kind(fact.kind)
            if fact.between is not None:
                _check_bounds(fact.between, kind, sink)
            if fact.negative and kind not in NUMERIC:
                sink.add("T314", fact.name.span, kind=_type_word(kind))
            if fact.ranked is not None:
                _check_rank(fact, fact.ranked, kind, entity, words, sink)


def _type_word(kind: Kind) -> Said:
    return {"en": kind.value, "zh": "是否" if kind is Kind.FLAG else word(kind)["zh"]}


def _check_bounds(bounds: t.Between, kind: Kind, sink: Sink) -> None:
    if kind not in NUMERIC:
        sink.add("T312", bounds.span, kind=_type_word(kind))
        return
    if not every(_fits(x, kind, sink) for x in (bounds.low, bounds.high)):
        return
    if bounds.low.value > bounds.high.value:
        low, high = bounds.low.text, bounds.high.text
        sink.add("T307", bounds.span, low=low, high=high)


def _fits(bound: t.NumberLit, kind: Kind, sink: Sink) -> bool:
    percent = bound.unit in ("%", "‰", "/")
    if kind is Kind.RATE:
        if percent or bound.value == 0:
            return True
        right, sure = ("100%", True) if bound.value == 1 else unsigned_rate(bound)
        sink.add("T303", bound.span, replace=right if sure else None, text=bound.text, right=right)
        return False
    if percent or (bound.unit == "元" and kind is not Kind.MONEY):
        sink.add("T313", bound.span, text=bound.text, kind=word(kind), right=sample(kind))
        return False
    if kind is Kind.COUNT and not isinstance(bound.value, int):
        sink.add("T304", bound.span, text=bound.text, right=-(-bound.value.numerator // bound.value.denominator))
        return False
    return True


def _check_rank(fact: t.Fact, ranked: t.Ranked, kind: Kind, entity: EntityInfo, words: Vocabulary, sink: Sink) -> None:
    if kind is not Kind.COUNT:
        sink.add("T319", fact.name.span, name=fact.name.name, by=ranked.by.name, found=word(kind))
    for by in (ranked.by, ranked.ties_by):
        found = _kind_of(by, entity, sink) if by is not None else None
        if by is not None and found is not None and found not in ORDERED:
            sink.add("T315", by.span, name=by.name, found=word(found))
    per = ranked.per
    if per is not None and per.name not in [e.name for e in entity.chain()]:
        found = _kind_of(per, entity, sink)
        if found is not None and found not in _KEYS:
            sink.add("T320", per.span, name=per.name, found=word(found))


def _kind_of(name: t.Name, entity: EntityInfo, sink: Sink) -> Kind | None:
    found = entity.find(name.name)
    if found is not None:
        return type_of_fact(found[1]).kind
    sink.unknown("N201", name, [n for e in entity.chain() for n in e.facts])
    return None
