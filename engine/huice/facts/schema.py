"""JSON Schema of the facts that a policy reads, for editors, forms and other programs.

Source: JSON Schema, draft 2020-12. The schema says what `huice.facts.validate` accepts, as far as
a schema can: that a key names a rule it can say, that a date exists it cannot.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from huice.core.program import Entity, FactDecl, Program
from huice.facts.template import template, template_text
from huice.facts.vocabulary import askable, open_figures
from huice.values import Kind

__all__ = ["json_schema", "template", "template_text"]

_WHOLE = "(0|[1-9][0-9]*)"
_DECIMALS = "(\\.[0-9]+)?"
_DATE = {"type": ["string", "null"], "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def json_schema(program: Program) -> dict[str, Any]:
    """The schema of one policy's facts: titles from labels, descriptions from the questions asked."""
    subject = program.subject
    policy = program.policy
    properties: dict[str, Any] = {
        "$schema": {"type": "string"},
        "$comment": True,
        "as_of": {**_DATE, "title": "Decision date / 决定日期"},
        subject.name: {"$ref": f"#/$defs/{_pointer(subject.name)}"},
    }
    for entity in program.entities:
        if entity.parent == subject.name:
            properties[entity.name] = _list(entity)
    properties["history"] = _history(program)
    properties["outside"] = {
        "title": "Awards of others / 其他奖补",
        "type": ["object", "null"],
        "additionalProperties": _money(0, None, policy.digits),
    }
    properties["decided"] = _decided(program)
    properties["year"] = {
        "title": "Year asked for / 所问年度",
        "type": ["integer", "null"],
        "minimum": 1900,
        "maximum": 2200,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": policy.title or policy.name,
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": {e.name: _entity(program, e) for e in program.entities},
    }


def _pointer(name: str) -> str:
    """A name inside a JSON Pointer (RFC 6901) in a URI fragment."""
    from urllib.parse import quote

    return quote(name.replace("~", "~0").replace("/", "~1"))


def _list(entity: Entity) -> dict[str, Any]:
    made: dict[str, Any] = {"type": ["array", "null"], "items": {"$ref": f"#/$defs/{_pointer(entity.name)}"}}
    return made if entity.label is None else {"title": entity.label, **made}


def _entity(program: Program, entity: Entity) -> dict[str, Any]:
    properties = {d.name: _fact(d, program.policy.digits) for d in askable(entity)}
    if entity.parent is not None:
        properties |= {e.name: _list(e) for e in program.entities if e.parent == entity.name}
    made: dict[str, Any] = {} if entity.label is None else {"title": entity.label}
    made["type"] = ["object", "null"] if entity.parent is None else "object"
    return {**made, "additionalProperties": False, "properties": properties}


def _fact(decl: FactDecl, digits: int) -> dict[str, Any]:
    words: dict[str, Any] = {}
    if decl.label:
        words["title"] = decl.label
    if decl.ask:
        words["description"] = decl.ask
    return {**words, **_kind(decl, digits)}


def _kind(decl: FactDecl, digits: int) -> dict[str, Any]:
    match decl.kind:
        case Kind.MONEY:
            return _money(decl.low, decl.high, digits)
        case Kind.COUNT | Kind.NUMBER:
            return _number(decl)
        case Kind.RATE:
            sign = _sign(decl.low)
            plain = f"{_WHOLE}{_DECIMALS}"
            return {
                "type": ["string", "null"],
                "pattern": f"^{sign}({plain}[%‰]|[0-9]+/[0-9]+|0(\\.[0-9]+)?|1(\\.0+)?)$",
                "examples": ["35%", "2/3"],
            }
        case Kind.FLAG:
            return {"type": ["boolean", "null"]}
        case Kind.DATE:
            return _DATE
        case Kind.CHOICE:
            names = [o.name for o in decl.options]
            labels = [o.label for o in decl.options if o.label and o.label not in names]
            return {"enum": [*names, *labels, None]}
        case Kind.TEXT:
            return {"type": ["string", "null"]}


def _sign(low: int | Fraction | None) -> str:
    return "" if low is not None and low >= 0 else "-?"


def _bounds(low: int | Fraction | None, high: int | Fraction | None) -> dict[str, int]:
    """Bounds that a schema can state without binary fractions; the others are left to the validator."""
    made = {}
    if low is not None and low == int(low):
        made["minimum"] = int(low)
    if high is not None and high == int(high):
        made["maximum"] = int(high)
    return made


def _money(low: int | Fraction | None, high: int | Fraction | None, digits: int) -> dict[str, Any]:
    unit = 10**digits
    decimals = f"(\\.[0-9]{{1,{digits}}})?" if digits else ""
    return {
        "type": ["string", "number" if digits else "integer", "null"],
        "pattern": f"^{_sign(low)}{_WHOLE}{decimals}$",
        **_bounds(None if low is None else Fraction(low, unit), None if high is None else Fraction(high, unit)),
        "examples": ["1200000.00" if digits == 2 else "1200000"],
    }


def _number(decl: FactDecl) -> dict[str, Any]:
    whole = decl.kind is Kind.COUNT
    return {
        "type": ["integer" if whole else "number", "string", "null"],
        "pattern": f"^{_sign(decl.low)}{_WHOLE}{'' if whole else _DECIMALS}$",
        **_bounds(decl.low, decl.high),
    }


def _history(program: Program) -> dict[str, Any]:
    entry = {
        "type": "object",
        "additionalProperties": False,
        "required": ["rule"],
        "properties": {
            "rule": {"anyOf": [{"enum": [r.name for r in program.rules]}, {"type": "string", "pattern": "^.+\\..+$"}]},
            "date": _DATE,
            "amount": _money(0, None, program.policy.digits),
            "key": {"type": ["string", "integer", "null"]},
            "record": {"type": ["string", "integer", "null"]},
        },
    }
    return {"title": "Awards decided before / 以前的奖补", "type": ["array", "null"], "items": entry}


def _decided(program: Program) -> dict[str, Any]:
    figures = open_figures(program)
    rate = FactDecl("", "rate", Kind.RATE, low=0)
    record = {
        "type": ["object", "null"],
        "additionalProperties": False,
        "properties": {
            "entity": {"type": ["string", "null"]},
            "index": {"type": ["integer", "null"], "minimum": 0},
            "parent": {"type": ["object", "null"]},
        },
    }
    entry = {
        "type": "object",
        "additionalProperties": False,
        "required": ["rule"],
        "properties": {
            "rule": {"anyOf": [{"enum": list(figures)}, {"type": "string", "pattern": "^.+\\..+$"}]},
            "record": record,
            "rate": _fact(rate, 0),
            "amount": _money(0, None, program.policy.digits),
        },
    }
    return {"title": "Figures decided by the authority / 主管部门核定的数额", "type": ["array", "null"], "items": entry}
