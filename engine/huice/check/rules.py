"""The clauses of each rule: what belongs in their places, and where they may stand."""

from __future__ import annotations

import datetime as dt

from huice.check.caps import check_cap
from huice.check.header import HEADER_CLAUSES, check_window, once_each
from huice.check.kinds import Said, Type, word
from huice.check.line import check_line
from huice.check.payers import check_payers, is_positive
from huice.check.sink import Sink
from huice.check.types import Meanings, Typer
from huice.check.vocabulary import EntityInfo, Vocabulary
from huice.syntax import tree as t
from huice.syntax.lexicon import lexicon
from huice.values import Kind

__all__ = ["check_rules"]

_HEADER_ONLY = tuple(c for c in HEADER_CLAUSES if c not in (t.Valid, t.PaidBy, t.When, t.Assuming))
_ONCE = (t.Article, t.Each, t.Once, t.Split, t.PaidBy, t.PaidTo, t.InKind, t.Valid, t.DatedBy)


def check_rules(words: Vocabulary, meanings: Meanings, sink: Sink) -> None:
    """Every rule of the file."""
    for rule in words.rules.values():
        check_line(rule, sink)
        once_each(rule.clauses, _ONCE, sink)
        check_payers(rule, words, sink)
        _check_windows(rule, words, sink)
        for clause in rule.clauses:
            if isinstance(clause, _HEADER_ONLY):
                sink.add("R407", clause.span, clause=sink.clause_word(clause))
        entity = _scope(rule, words, sink)
        if entity is not None:
            typer = Typer(words, sink, meanings, entity)
            for clause in rule.clauses:
                if not _breaks_off(clause, sink) or _share_as_award(clause):
                    _check_clause(clause, typer)


def _breaks_off(clause: t.Clause, sink: Sink) -> bool:
    """Whether the rest of a clause was left out, on the same line; the parser has told."""
    text, end = sink.parsed.source.text, clause.span.end
    return any(0 <= d.start - end <= 3 and not text[end : d.start].strip(" \t") for d in sink.parsed.damaged)


def _share_as_award(clause: t.Clause) -> bool:
    """`award 10% of fee`: the parser stops at `of`, but the slip is in the first word."""
    return isinstance(clause, t.AwardFlat) and isinstance(clause.amount, t.NumberLit)


def _scope(rule: t.Rule, words: Vocabulary, sink: Sink) -> EntityInfo | None:
    """The entity that a rule speaks of; None if nothing in it can be looked up."""
    for clause in rule.clauses:
        if isinstance(clause, t.Each):
            if clause.entity.name not in words.entities:
                sink.unknown("N202", clause.entity, words.entities)
                return None
            return words.entities[clause.entity.name]
    return words.subject


def _check_windows(rule: t.Rule, words: Vocabulary, sink: Sink) -> None:
    windows = [c for c in rule.clauses if isinstance(c, t.Valid)]
    for window in windows:
        check_window(window, sink)
    header = [c for c in words.policy.clauses if isinstance(c, t.Valid)] if words.policy is not None else []
    dated = any(isinstance(c, t.DatedBy) for c in rule.clauses)
    if len(windows) == len(header) == 1 and not dated and _apart(windows[0], header[0]):
        # Both windows are tested on the decision date, so no day lies in both.
        name, policy = rule.name.name, sink.said(header[0].span)
        sink.add("R425", windows[0].span, level="warning", also=header[0].span, rule=name, policy=policy)


def _apart(a: t.Valid, b: t.Valid) -> bool:
    first = max(_day(a.start, dt.date.min), _day(b.start, dt.date.min))
    last = min(_day(a.end, dt.date.max), _day(b.end, dt.date.max))
    return first > last and not any(w.start and w.end and w.start.value > w.end.value for w in (a, b))


def _day(date: t.DateLit | None, otherwise: dt.date) -> dt.date:
    return date.value if date is not None else otherwise


def _check_clause(clause: t.Clause, typer: Typer) -> None:
    match clause:
        case t.When():
            typer.condition(clause.condition)
        case t.Rate():
            typer.expect(clause.rate, Kind.RATE)
            typer.expect(clause.base, Kind.MONEY)
        case t.AwardFlat():
            typer.expect(clause.amount, Kind.MONEY)
            _check_per(clause, typer)
        case t.Interest():
            typer.expect(clause.rate, Kind.RATE)
            typer.expect(clause.principal, Kind.MONEY)
            typer.expect(clause.days, Kind.COUNT)
            if clause.basis is not None and not is_positive(clause.basis):
                what = {"en": "the days of a year", "zh": "年天数"}
                typer.sink.add("R419", clause.basis.span, text=clause.basis.text, what=what, right="360")
        case t.Amount():
            typer.expect(clause.amount, Kind.MONEY)
        case t.Floor():
            typer.expect(clause.limit, Kind.MONEY)
        case t.Cap():
            check_cap(clause, typer)
        case t.Once():
            _check_once(clause, typer)
        case t.DatedBy():
            typer.expect(clause.date, Kind.DATE)
        case t.LimitTo():
            typer.expect(clause.value, Kind.MONEY)
            typer.expect(clause.limit, Kind.MONEY)
        case _:
            pass


def _check_per(clause: t.AwardFlat, typer: Typer) -> None:
    if clause.per is None:
        return
    if clause.full is not None and clause.full.value <= 0:
        what = {"en": "the step", "zh": "每满的数额"}
        typer.sink.add("R419", clause.full.span, text=clause.full.text, what=what, right="10000")
        return
    found = typer.type_of(clause.per)
    if found is None or found.kind is None:
        return
    steps = (Kind.COUNT, Kind.NUMBER) if clause.full is None else (Kind.COUNT, Kind.NUMBER, Kind.MONEY, Kind.RATE)
    if found.kind in steps:
        if clause.full is not None:
            typer.expect(clause.full, found.kind)
        return
    text = typer.sink.said(clause.per.span)
    typer.sink.add(
        "R420", clause.per.span, text=text, found=word(found.kind), hint=_instead(found, clause, text, typer)
    )


def _instead(found: Type, clause: t.AwardFlat, text: str, typer: Typer) -> Said:
    amount = typer.sink.said(clause.amount.span)
    match found.kind:
        case Kind.MONEY:
            return {
                "en": f"Say for how much: `award {amount} per full 10万元 of {text}`, or: `rate 30% of {text}`.",
                "zh": f"请写明每满多少：`按 {text} 每满 10万元 奖励 {amount}`，或写成：`按 {text} 的 30% 补助`。",
            }
        case Kind.FLAG:
            return {
                "en": f"Make it a condition: `when {text}` and `award {amount}`.",
                "zh": f"请写成条件：`当 {text}`，再写 `奖励 {amount}`。",
            }
        case _:
            return {
                "en": f"Use a fact that counts: `award {amount} per provincial_scenes`.",
                "zh": f"请用数量类型的事实：`每 场景数 奖励 {amount}`。",
            }


def _check_once(clause: t.Once, typer: Typer) -> None:
    words, name = typer.words, clause.entity
    if words.subject is None:
        return
    subject = words.subject.name
    year = "YEAR" in lexicon().terminals.get(name.name, ())
    if name.name not in words.entities and not year:
        typer.sink.unknown("N202", name, words.entities)
    elif name.name != subject:
        right = f"once per {subject}" if clause.spelling == "en" else f"每家 {subject} 限一次"
        typer.sink.add("R413", clause.span, replace=right, name=name.name, subject=subject)
