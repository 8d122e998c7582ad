"""The shape of each rule: one amount line, its steps in an order that means something, its clauses once."""

from __future__ import annotations

from huice.check.header import HEADER_CLAUSES, check_payer, check_window, once_each
from huice.check.sink import Sink
from huice.check.types import Meanings, Typer
from huice.check.vocabulary import EntityInfo, Vocabulary
from huice.syntax import tree as t
from huice.values import Kind

__all__ = ["HEADS", "check_rules"]

HEADS = (t.Rate, t.AwardFlat, t.Interest, t.Amount)
_STEPS = (t.Cap, t.Floor)
_HEADER_ONLY = tuple(c for c in HEADER_CLAUSES if c not in (t.Valid, t.PaidBy, t.When, t.Assuming))
_ONCE = (t.Article, t.Each, t.Once, t.Split, t.PaidBy, t.PaidTo, t.InKind, t.Valid, t.DatedBy)


def check_rules(words: Vocabulary, meanings: Meanings, sink: Sink) -> None:
    """Every rule of the file."""
    if words.subject is None:
        return
    for rule in words.rules.values():
        if rule.name.name == "total":
            sink.add("N207", rule.name.span, name="total")
        _check_rule(rule, words.subject, words, meanings, sink)


def _check_rule(rule: t.Rule, subject: EntityInfo, words: Vocabulary, meanings: Meanings, sink: Sink) -> None:
    entity: EntityInfo | None = subject
    for clause in rule.clauses:
        if isinstance(clause, t.Each):
            entity = words.entities.get(clause.entity.name)
            if entity is None:
                sink.unknown("N202", clause.entity, words.entities)
    if entity is None:
        return  # nothing in the rule can be looked up
    _check_line(rule, sink)
    once_each(rule.clauses, _ONCE, sink)
    payers = [c for c in rule.clauses if isinstance(c, t.Split | t.PaidBy)]
    if len({type(c) for c in payers}) > 1:
        sink.add("R418", payers[1].span)
    typer = Typer(words, sink, meanings, entity)
    for clause in rule.clauses:
        _check_clause(clause, rule, typer, sink)


def _check_line(rule: t.Rule, sink: Sink) -> None:
    """One head, steps behind it, and only keyed caps behind a keyed cap."""
    heads = [c for c in rule.clauses if isinstance(c, (*HEADS, t.ReferTo, t.LimitTo))]
    if not heads:
        if not sink.parsed.is_damaged(rule.span):
            sink.add("R404", rule.name.span, rule=rule.name.name)
        return
    for extra in heads[1:]:
        sink.add("R403", extra.span, also=heads[0].span, rule=rule.name.name)
    closed: t.Cap | None = None
    for clause in rule.clauses:
        if not isinstance(clause, _STEPS):
            continue
        if isinstance(heads[0], t.ReferTo | t.LimitTo):
            sink.add("R415", clause.span, text=_said(clause, sink))
        elif clause.span.start < heads[0].span.start:
            sink.add("R405", clause.span, text=_said(clause, sink))
        elif closed is not None and not (isinstance(clause, t.Cap) and clause.keys):
            sink.add("R406", clause.span, also=closed.span, text=_said(clause, sink), closing=_said(closed, sink))
        if isinstance(clause, t.Cap) and clause.keys:
            closed = clause


def _check_clause(clause: t.Clause, rule: t.Rule, typer: Typer, sink: Sink) -> None:
    words = typer.words
    match clause:
        case t.When():
            typer.condition(clause.condition)
        case t.Rate():
            typer.expect(clause.rate, Kind.RATE)
            typer.expect(clause.base, Kind.MONEY)
        case t.AwardFlat():
            typer.expect(clause.amount, Kind.MONEY)
            if clause.per is not None:
                _check_per(clause, typer, sink)
        case t.Interest():
            typer.expect(clause.rate, Kind.RATE)
            typer.expect(clause.principal, Kind.MONEY)
            typer.expect(clause.days, Kind.COUNT)
            if clause.basis is not None and not _positive(clause.basis):
                sink.add("R419", clause.basis.span, text=clause.basis.text)
        case t.Amount():
            typer.expect(clause.amount, Kind.MONEY)
        case t.Floor():
            typer.expect(clause.limit, Kind.MONEY)
        case t.Cap():
            typer.expect(clause.limit, Kind.MONEY)
            for key in clause.keys:
                _check_key(key, clause, typer, sink)
        case t.Once():
            _check_once(clause, words, sink)
        case t.Split():
            _check_split(clause, words, sink)
        case t.PaidBy():
            check_payer(clause.payer, words, sink)
        case t.Valid():
            check_window(clause, sink)
        case t.DatedBy():
            typer.expect(clause.date, Kind.DATE)
        case t.LimitTo():
            typer.expect(clause.value, Kind.MONEY)
            typer.expect(clause.limit, Kind.MONEY)
        case _ if isinstance(clause, _HEADER_ONLY):
            sink.add("R407", clause.span, clause=_said(clause, sink).split()[0])
        case _:
            pass


def _check_per(clause: t.AwardFlat, typer: Typer, sink: Sink) -> None:
    assert clause.per is not None
    if clause.full is None:
        found = typer.type_of(clause.per)
        if found is not None and found.kind not in (Kind.COUNT, Kind.NUMBER):
            sink.add("R420", clause.per.span, text=_said(clause.per, sink))
        return
    if clause.full.value <= 0:
        sink.add("R419", clause.full.span, text=clause.full.text)
    found = typer.type_of(clause.per)
    if found is not None and found.kind is not None:
        typer.expect(clause.full, found.kind)


def _check_key(key: t.Expr, clause: t.Cap, typer: Typer, sink: Sink) -> None:
    assert typer.entity is not None
    if isinstance(key, t.YearKey):
        return
    if isinstance(key, t.Name) and typer.entity.find(key.name) is None:
        chain = [e.name for e in typer.entity.chain()]
        if key.name in chain:
            return
        if key.name in typer.words.entities:
            sink.add("R421", key.span, name=key.name, here=typer.entity.name)
            return
        reach = [n for e in typer.entity.chain() for n in e.facts]
        if key.name not in typer.words.definitions:
            sink.unknown("N212", key, [*chain, *reach, "year"], chain=chain)
            return
    found = typer.type_of(key)
    if found is None or (isinstance(key, t.PartOf) and found.kind is Kind.NUMBER):
        return
    if found.kind not in (Kind.CHOICE, Kind.TEXT, Kind.DATE, Kind.FLAG):
        limit, name = _said(clause.limit, sink), _said(key, sink)
        sink.add("R414", key.span, name=name, right=f"cap {limit} × {name}")


def _check_once(clause: t.Once, words: Vocabulary, sink: Sink) -> None:
    assert words.subject is not None
    if not clause.entity.name:
        sink.add("R413", clause.entity.span, name=_said(clause.entity, sink), subject=words.subject.name)
    elif clause.entity.name not in words.entities:
        sink.unknown("N202", clause.entity, words.entities)
    elif clause.entity.name != words.subject.name:
        sink.add("R413", clause.entity.span, name=clause.entity.name, subject=words.subject.name)


def _check_split(clause: t.Split, words: Vocabulary, sink: Sink) -> None:
    if len(clause.payers) != len(clause.weights):
        sink.add("R412", clause.span, payers=len(clause.payers), weights=len(clause.weights))
    names = [p.name for p in clause.payers]
    for payer in clause.payers:
        if names.count(payer.name) > 1:
            sink.add("R422", payer.span, name=payer.name)
        check_payer(payer, words, sink)
    for weight in clause.weights:
        if not _positive(weight):
            sink.add("R419", weight.span, text=weight.text)


def _positive(number: t.NumberLit) -> bool:
    return isinstance(number.value, int) and number.value > 0 and number.unit == ""


def _said(node: t.Clause | t.Expr, sink: Sink) -> str:
    return " ".join(sink.parsed.source.text[node.span.start : node.span.end].split())
