"""What a cap may be counted by."""

from __future__ import annotations

from huice.check.kinds import Said
from huice.check.types import Typer
from huice.check.vocabulary import EntityInfo
from huice.syntax import tree as t
from huice.values import Kind

__all__ = ["check_cap"]

_KEYS = (Kind.CHOICE, Kind.TEXT, Kind.DATE, Kind.FLAG)


def check_cap(cap: t.Cap, typer: Typer) -> None:
    """The limit is money, and each key says which awards are counted together."""
    typer.expect(cap.limit, Kind.MONEY)
    seen: set[str] = set()
    for key in cap.keys:
        said = typer.sink.said(key.span)
        if said in seen:
            typer.sink.add("R424", key.span, name=said)
        seen.add(said)
        _check_key(key, cap, typer)


def _check_key(key: t.Expr, cap: t.Cap, typer: Typer) -> None:
    if isinstance(key, t.YearKey):
        return
    if isinstance(key, t.Name) and _is_record(key, typer):
        return
    found = typer.type_of(key)
    if found is None or (isinstance(key, t.PartOf) and found.kind is Kind.NUMBER):
        return
    if found.kind not in _KEYS:
        limit, name = typer.sink.said(cap.limit.span), typer.sink.said(key.span)
        right = {"en": f"cap {limit} * {name}", "zh": f"最高 {limit} * {name}"}
        typer.sink.add("R414", key.span, name=name, right=right)


def _is_record(key: t.Name, typer: Typer) -> bool:
    """Whether a key names an entity, or nothing (which is told); facts and definitions are looked up elsewhere."""
    assert typer.entity is not None
    words, here = typer.words, typer.entity
    if here.find(key.name) is not None:
        return False
    chain = [e.name for e in here.chain()]
    if key.name in chain:
        return True
    if key.name in words.entities:
        if key.name not in typer.missed:
            hint = _not_around(words.entities[key.name], here)
            typer.sink.add("R421", key.span, name=key.name, here=here.name, hint=hint)
        return True
    if key.name in words.definitions or words.owners(key.name):
        return False
    reach = [n for e in here.chain() for n in e.facts]
    typer.sink.unknown("N212", key, [*chain, *reach, "year"], entity=chain[-1])
    return True


def _not_around(named: EntityInfo, here: EntityInfo) -> Said:
    if any(e is here for e in named.chain()):
        return {
            "en": f"For a cap on each `{named.name}`, make the rule speak of it: `for each {named.name}`.",
            "zh": f"如果要限制每个“{named.name}”，请让条款按它计算：`逐个 {named.name}`。",
        }
    around = [e.name for e in here.chain()]
    return {
        "en": f"Count by one of these: {', '.join(f'`{x}`' for x in around)}.",
        "zh": f"可以按这些对象计算：{'、'.join(f'“{x}”' for x in around)}。",
    }
