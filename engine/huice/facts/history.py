"""Awards decided before (`history`) and awards of others (`outside`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from huice.core.program import FactDecl, Program
from huice.facts.findings import Findings, hint, listed, readable, shown
from huice.facts.model import HistoryEntry
from huice.facts.plain import items_of, mapping_of, text_of
from huice.facts.scalars import read_date, read_value
from huice.facts.vocabulary import Vocabulary
from huice.values import Kind

__all__ = ["own_rule", "read_history", "read_outside", "strange_keys"]

_KEYS = ("rule", "date", "amount", "key", "record")
_ENTRY = '{"rule": "%s", "date": "2023-05-01", "amount": "100000.00"}'


def read_history(
    program: Program, known: Vocabulary, raw: object, as_of: dt.date | None, out: Findings
) -> tuple[HistoryEntry, ...] | None:
    """The awards of this policy that were decided before; None if that is not known.

    Entries that name another policy (`policy.rule`) are checked and left out.
    Source: interfaces.md, "Facts"; semantics.md, section 9, "History entry".
    """
    if raw is None:
        return None
    example = _ENTRY % (program.rules[0].name if program.rules else "…")
    items = items_of(raw)
    if items is None:
        wrapped = mapping_of(raw, "history", Findings()) is not None
        out.add("F206" if wrapped else "F207", "history", name="history", found=shown(raw), example=example)
        return None
    entries = []
    for i, item in enumerate(items):
        address = f"history[{i}]"
        given = mapping_of(item, address, out)
        if given is None:
            out.add("F208", address, name="history", found=shown(item), example=example)
            continue
        entry = _entry(program, known, given, as_of, address, out)
        if entry is not None:
            entries.append(entry)
    return tuple(entries)


def _entry(
    program: Program, known: Vocabulary, given: Mapping[str, object], as_of: dt.date | None, address: str, out: Findings
) -> HistoryEntry | None:
    strange_keys(given, _KEYS, address, out)
    rule = own_rule(program, known, given.get("rule"), address, out)
    date = None if given.get("date") is None else read_date(given["date"], f"{address}.date", out)
    if date is not None and as_of is not None and date > as_of:
        out.add("F404", f"{address}.date", date=date.isoformat(), as_of=as_of.isoformat())
    amount = _amount(given.get("amount"), f"{address}.amount", "amount", program.policy.digits, out)
    key = _word(given.get("key"), f"{address}.key", '"2023"', out)
    record = _word(given.get("record"), f"{address}.record", '"2023-017"', out)
    return None if rule is None else HistoryEntry(rule, date, amount, key, record, address)


def _amount(raw: object, address: str, name: str, digits: int, out: Findings) -> int | None:
    """Money that is no declared fact, in minor units."""
    if raw is None:
        return None
    value = read_value(FactDecl("", name, Kind.MONEY, low=0), raw, address, digits, out)
    return value if isinstance(value, int) else None


def _word(raw: object, address: str, example: str, out: Findings) -> str | None:
    """A key or mark: text, or a whole number or date that can only mean its text."""
    if raw is None:
        return None
    if type(raw) is dt.date:
        return raw.isoformat()
    if type(raw) is int and abs(raw) < 10**18:
        return str(raw)
    text = text_of(raw)
    if text is None or readable(text, len(text)) != text:
        out.add("F406", address, name=address.rpartition(".")[2], found=shown(raw), example=example)
        return None
    return text


def own_rule(program: Program, known: Vocabulary, raw: object, address: str, out: Findings) -> str | None:
    """The rule of this policy that an entry names; None if it names another policy's, or after a finding."""
    names = [r.name for r in program.rules]
    text = text_of(raw)
    if text is None or not text:
        code = "F402" if raw is None or text == "" else "F407"
        out.add(
            code, f"{address}.rule" if raw is not None else address, found=shown(raw), example=next(iter(names), "…")
        )
        return None
    if text in names and len(set(known.rules.get(text, ()))) < 2:
        return text
    policy, dot, rule = text.rpartition(".")
    if dot:
        return _qualified(program, known, policy, rule, text, address, out)
    holders = sorted(set(known.rules.get(text, ())))
    if len(holders) > 1:
        out.add("F405", f"{address}.rule", name=text, policies=listed(holders), example=f"{holders[0]}.{text}")
    elif not holders:
        _no_such_rule(text, known.rules, address, out, {r.title: r.name for r in program.rules if r.title})
    return None


def _qualified(
    program: Program, known: Vocabulary, policy: str, rule: str, text: str, address: str, out: Findings
) -> str | None:
    if policy == program.policy.name and any(r.name == rule for r in program.rules):
        return rule
    if policy in known.policies and policy not in known.rules.get(rule, ()):
        of_policy = [f"{policy}.{name}" for name, holders in known.rules.items() if policy in holders]
        _no_such_rule(text, of_policy, address, out, {})
    elif not policy or not rule:
        _no_such_rule(text, known.rules, address, out, {})
    return None


def _no_such_rule(
    text: str, names: Mapping[str, object] | list[str], address: str, out: Findings, titles: dict[str, str]
) -> None:
    help_, meant = hint(text, names, titles)
    out.add("F403", f"{address}.rule", fix=meant, name=readable(text), hint=help_)


def strange_keys(given: Mapping[str, object], keys: tuple[str, ...], address: str, out: Findings) -> None:
    """A finding for each key of an entry that is none of `keys`."""
    for name in given:
        if name not in keys:
            help_, meant = hint(name, keys)
            out.add("F212", f"{address}.{readable(name)}", fix=meant, name=readable(name), hint=help_)


def read_outside(program: Program, raw: object, out: Findings) -> dict[str, int]:
    """Awards of others by name, in minor units; unknown ones are left out."""
    if raw is None:
        return {}
    given = mapping_of(raw, "outside", out)
    if given is None:
        out.add("F205", "outside", name="outside", found=shown(raw), example='{"省级奖励": "100000.00"}')
        return {}
    made = {}
    for name, value in given.items():
        amount = _amount(value, f"outside.{readable(name)}", readable(name), program.policy.digits, out)
        if amount is not None:
            made[name] = amount
    return made
