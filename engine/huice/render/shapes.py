"""Decisions and diagnostics as plain dictionaries, ready for JSON.

The keys are a contract that other programs build on: more may be added, none changes its meaning.
Money is decimal text in the currency's unit (yuan); a `high` of None is unbounded.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from huice.core.program import Assumption, FactDecl, Program
from huice.decide.decision import (
    Award,
    ConditionResult,
    FactSeen,
    LimitResult,
    NearMiss,
    Question,
    Result,
    RuleResult,
)
from huice.diagnostics import Diagnostic, Label
from huice.facts.model import Record
from huice.facts.show import json_value
from huice.messages import words as message_words
from huice.render.assumptions import assumption_text
from huice.render.labels import label_text
from huice.render.names import Names
from huice.render.words import words
from huice.source import Place
from huice.values import Range, Value, money_text

__all__ = ["compact", "decision_dict", "diagnostic_dict", "pretty"]


def compact(data: Any) -> str:
    """One line of JSON, as in a JSON Lines file."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def pretty(data: Any) -> str:
    """JSON for reading."""
    return json.dumps(data, ensure_ascii=False, indent=2)


def decision_dict(result: Result) -> dict[str, Any]:
    """A whole decision in its published shape; its words are in the language of the policy's titles."""
    return _Shaper(result).decision()


class _Shaper:
    """Writes one decision; keeps what every part of it looks up."""

    def __init__(self, result: Result) -> None:
        self._result = result
        self._program: Program = result.program
        self._digits = result.program.policy.digits
        self._lang = result.program.language
        self._names = Names(result.program, words(self._lang))

    def decision(self) -> dict[str, Any]:
        result, policy = self._result, self._program.policy
        return {
            "policy": policy.name,
            "title": policy.title,
            "number": policy.number,
            "issuer": policy.issuer,
            "currency": policy.currency,
            "as_of": result.as_of.isoformat(),
            "awards": [self._award(a) for a in result.awards],
            "rules": {name: self._rule(r) for name, r in result.rules.items()},
            "groups": [],
            "total": result.total.to_dict(),
            "split": _split(result.split),
            "payers": {name: self._names.payer(name) for name in result.split},
            "in_kind": _split(result.in_kind),
            "recoveries": {},
            "questions": [self._question(q) for q in result.questions],
            "warnings": [self._warning(w) for w in result.warnings],
        }

    def _award(self, award: Award) -> dict[str, Any]:
        rule = award.rule
        return {
            "rule": rule.name,
            "record": self._record(award),
            "article": rule.article,
            "title": rule.title,
            "status": award.status.value,
            "low": award.amount.to_dict()["low"],
            "high": award.amount.to_dict()["high"],
            "split": _split(award.split),
            "in_kind": rule.in_kind,
            "refers_to": rule.refers_to,
            "amount": rule.amount_text,
            "conditions": [self._condition(c) for c in award.conditions],
            "limits": [_limit(c) for c in award.limits],
            "assumptions": [self._assumption(a) for a in award.assumptions],
            "missing": list(award.missing),
            "near_misses": [self._near_miss(n) for n in award.near_misses],
            "quotes": list(rule.quotes),
            "responsible": list(rule.responsible),
            "remarks": list(rule.remarks),
        }

    def _record(self, award: Award) -> dict[str, Any] | None:
        if award.open_list:
            parent = award.record if award.record is not None and award.record.index is not None else None
            return {"entity": award.rule.entity, "index": None, "parent": _record(parent)}
        return _record(award.record)

    def _rule(self, rule: RuleResult) -> dict[str, Any]:
        return {**rule.amount.to_dict(), "split": _split(rule.split)}

    def _condition(self, condition: ConditionResult) -> dict[str, Any]:
        return {
            "text": condition.text,
            "holds": condition.holds.value,
            "facts": {f.address: self._fact(f) for f in condition.facts},
            "kind": condition.kind,
        }

    def _fact(self, fact: FactSeen) -> Any:
        return self._value(self._names.decl(fact.entity, fact.name), fact.value)

    def _value(self, decl: FactDecl | None, value: Value | None) -> Any:
        if value is None:
            return None
        if decl is not None:
            return json_value(decl, value, self._digits)
        return value if isinstance(value, bool | int | str) else _text(value)

    def _near_miss(self, miss: NearMiss) -> dict[str, Any]:
        decl = self._names.decl(miss.fact.entity, miss.fact.name)
        return {
            "fact": miss.fact.address,
            "now": self._value(decl, miss.fact.value),
            "to": self._value(decl, miss.to),
            "total": miss.gain.to_dict(),
        }

    def _question(self, question: Question) -> dict[str, Any]:
        return {
            "fact": question.address,
            "ask": self._names.ask(question),
            "to": question.to,
            "kind": question.kind,
        }

    def _assumption(self, assumption: Assumption) -> str:
        return assumption_text(assumption, self._lang)

    def _warning(self, warning: object) -> Any:
        return diagnostic_dict(warning, self._lang) if isinstance(warning, Diagnostic) else str(warning)


def _split(shares: Mapping[str, Range]) -> dict[str, dict[str, str | None]]:
    return {name: share.to_dict() for name, share in shares.items()}


def _record(record: Record | None) -> dict[str, Any] | None:
    if record is None or record.index is None:
        return None
    return {"entity": record.entity, "index": record.index, "parent": _record(record.parent)}


def _limit(limit: LimitResult) -> dict[str, Any]:
    """A limit that is itself open has no single `amount`; its range stands beside it."""
    amount = limit.amount
    shape: dict[str, Any] = {
        "kind": "cap" if limit.kind == "running" else limit.kind,
        "text": limit.text,
        "amount": money_text(amount.minor_low, amount.digits) if amount.is_point else None,
        "bites": limit.bites.value,
        "cut": limit.cut.to_dict(),
    }
    if not amount.is_point:
        shape["amount_range"] = amount.to_dict()
    if limit.left is not None:
        shape["shared"] = True  # over several awards, earlier ones included
        shape["left"] = limit.left.to_dict()
    return shape


def _text(value: Any) -> str:
    return str(value) if isinstance(value, Fraction) else str(value.isoformat())


def diagnostic_dict(diagnostic: Diagnostic, lang: str) -> dict[str, Any]:
    """A finding in its published shape, worded in `lang`; lines and columns count from 1."""
    said = message_words(diagnostic, lang)
    return {
        "code": diagnostic.code,
        "level": diagnostic.level,
        "file": diagnostic.file,
        "address": diagnostic.address,
        **_place(diagnostic.place),
        "title": said.title,
        "text": said.text,
        "help": said.help,
        "labels": [_label(label, diagnostic, lang) for label in diagnostic.labels],
        "fix": _fix(diagnostic),
    }


def _place(place: Place | None) -> dict[str, int | None]:
    keys = ("line", "column", "end_line", "end_column")
    return dict(zip(keys, place or (None,) * 4, strict=True))


def _label(label: Label, diagnostic: Diagnostic, lang: str) -> dict[str, Any]:
    return {"file": label.file or diagnostic.file, **_place(label.place), "text": label_text(label, lang)}


def _fix(diagnostic: Diagnostic) -> dict[str, Any] | None:
    fix = diagnostic.fix
    if fix is None:
        return None
    edits = [{"start": e.start, "end": e.end, "text": e.text} for e in fix.edits]
    return {"replacement": fix.replacement, "edits": edits}
