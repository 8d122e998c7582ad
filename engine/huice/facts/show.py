"""Typed values back in words: in the shape that a facts file uses, and as people read them."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

from huice.core.program import FactDecl, Program
from huice.facts.model import Facts, Record
from huice.facts.numbers import decimal_text
from huice.values import Exact, Kind, Value, money_text

__all__ = ["document", "json_value", "rate_text", "show"]


def json_value(decl: FactDecl, value: Value | None, digits: int) -> str | int | bool | None:
    """A value as a facts file states it (interfaces.md, "Facts"): money `"2000000.00"`, rate `"35%"`, date ISO.

    `digits` are the decimals of the currency. Reading the result again gives the same value.
    """
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    if decl.kind is Kind.MONEY:
        return money_text(int(value), digits)
    if decl.kind is Kind.RATE:
        return rate_text(value)
    if decl.kind is Kind.COUNT:
        return int(value)
    return decimal_text(value) or str(value)


def show(decl: FactDecl, value: Value | None, digits: int, lang: str = "en") -> str:
    """A value as a person reads it in `lang` (`en` or `zh`): "2,000,000.00", "yes", an option's title."""
    if value is None:
        return "未知" if lang == "zh" else "not known"
    if isinstance(value, bool):
        return ("是" if value else "否") if lang == "zh" else ("yes" if value else "no")
    if isinstance(value, str):
        label = next((o.label for o in decl.options if o.name == value), None)
        return label or value
    said = str(json_value(decl, value, digits))
    return said if decl.kind in (Kind.RATE, Kind.DATE) else _grouped(said)


def rate_text(value: Exact) -> str:
    """A rate in percent where its decimals end, else as a fraction.

    >>> rate_text(Fraction(3, 200)), rate_text(Fraction(2, 3))
    ('1.5%', '2/3')
    """
    percent = decimal_text(value * 100)
    return f"{percent}%" if percent is not None else str(Fraction(value))


def _grouped(number: str) -> str:
    sign = "-" if number.startswith("-") else ""
    whole, dot, decimals = number.removeprefix("-").partition(".")
    if not whole.isdigit():
        return number
    return f"{sign}{int(whole):,}{dot}{decimals}"


def document(program: Program, facts: Facts) -> dict[str, Any]:
    """The facts as a document that reads back to the same facts; what is not known is left out."""
    digits = program.policy.digits
    made: dict[str, Any] = {}
    if facts.as_of is not None:
        made["as_of"] = facts.as_of.isoformat()
    decided: list[dict[str, Any]] = []
    lists = _record(program, facts.subject, made.setdefault(facts.subject.entity, {}), decided)
    made.update(lists)
    if facts.history is not None:
        made["history"] = [
            {
                "rule": entry.rule,
                "date": entry.date.isoformat() if entry.date else None,
                "amount": None if entry.amount is None else money_text(entry.amount, digits),
                "key": entry.key,
                "record": entry.record,
            }
            for entry in facts.history
        ]
    if facts.outside:
        made["outside"] = {name: money_text(amount, digits) for name, amount in facts.outside.items()}
    if decided:
        made["decided"] = decided
    return made


def _record(program: Program, record: Record, into: dict[str, Any], decided: list[dict[str, Any]]) -> dict[str, Any]:
    """Put a record's facts into `into`, its decided figures into `decided`; its known lists are returned."""
    digits = program.policy.digits
    for decl in program.entity(record.entity).facts:
        value = record.values.get(decl.name)
        if value is None:
            continue
        if decl.asked_of != "authority":
            into[decl.name] = json_value(decl, value, digits)
        elif decl.kind is not Kind.CHOICE:
            figure = "rate" if decl.kind is Kind.RATE else "amount"
            decided.append({"rule": decl.decides, "record": _pointer(record), figure: json_value(decl, value, digits)})
    lists: dict[str, Any] = {}
    for entity, items in record.lists.items():
        if items is None:
            continue
        lists[entity] = []
        for item in items:
            made: dict[str, Any] = {}
            made.update(_record(program, item, made, decided))
            lists[entity].append(made)
    return lists


def _pointer(record: Record) -> dict[str, Any] | None:
    if record.parent is None:
        return None
    return {"entity": record.entity, "index": record.index, "parent": _pointer(record.parent)}
