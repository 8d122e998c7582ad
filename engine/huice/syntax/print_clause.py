"""Clauses as text, in either spelling: one clause, one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from huice.source import Span
from huice.syntax import tree as t
from huice.syntax.print_expr import expr_text, operand
from huice.syntax.print_words import Style, quoted, style

__all__ = ["Printable", "clause_text", "expr_text", "fact_parts", "given_text", "heading"]

Printable = t.Clause | t.Item | t.Fact | t.Expect


def clause_text(node: Printable, spelling: str) -> str:
    """A clause as the formatter prints it in `spelling` (`en` or `zh`); of a block, its first line."""
    return _PRINTERS[type(node)](node, style(spelling))


def given_text(items: Sequence[t.Given], spelling: str) -> str:
    """One `given` line."""
    s = style(spelling)
    return f"{s['GIVEN']} {s.list([_given(item, s) for item in items])}"


def heading(node: t.Example, spelling: str) -> tuple[str, str]:
    """The two lines that an example begins with; the second is empty where no date is stated."""
    s = style(spelling)
    return f"{s['EXAMPLE']} {quoted(node.title.value)}", f"{s['AS_OF']} {node.as_of.text}" if node.as_of else ""


def _words(*parts: str | None) -> str:
    return " ".join([part for part in parts if part])


def _label(text: t.Text | None) -> str | None:
    return None if text is None else quoted(text.value)


def _texted(terminal: str) -> Callable[[Any, Style], str]:
    """A clause of one keyword and one string."""
    return lambda node, s: f"{s[terminal]} {quoted(node.value.value)}"


# Blocks


def _language(node: t.Language, s: Style) -> str:
    return f"{s['LANGUAGE']} {node.text or node.version}"


def _policy(node: t.Policy, s: Style) -> str:
    return _words(s["POLICY"], node.name.name, _label(node.title))


def _entity(node: t.Entity, s: Style) -> str:
    parent = f"{s['OF']} {node.parent.name}" if node.parent else None
    return _words(s["ENTITY"], node.name.name, parent, _label(node.label))


def _define(node: t.Define, s: Style) -> str:
    return f"{s['DEFINE']} {node.name.name} {s['AS']} {expr_text(node.value, s.language)}"


def _rule(node: t.Rule, s: Style) -> str:
    return _words(s["RULE"], node.name.name, _label(node.title))


def _example(node: t.Example, s: Style) -> str:
    return _words(*heading(node, s.language))


def _fact(node: t.Fact, s: Style) -> str:
    return "".join([gap + text for gap, text, _ in _fact_parts(node, s)])


def fact_parts(node: t.Fact, spelling: str) -> list[tuple[str, str, Span]]:
    """A fact in pieces (long ones go on in another line): what goes before a piece, its text, its place."""
    return _fact_parts(node, style(spelling))


def _fact_parts(node: t.Fact, s: Style) -> list[tuple[str, str, Span]]:
    head = f"{s['FACT']} {node.name.name}{s.colon}{s[f'T_{node.kind.upper()}']}"
    parts = [("", head, node.name.span)]
    for option in node.options:
        gap = " " if option is node.options[0] else s.enumeration
        parts.append((gap, option.name.name + _option_label(option, s), option.span))
    if node.ranked:
        parts.append((" ", _ranked(node.ranked, s), node.ranked.span))
    if node.label:
        parts.append((" ", quoted(node.label.value), node.label.span))
    if node.ask:
        parts.append((" ", f"{s['ASK']} {quoted(node.ask.value)}", node.ask.span))
    if node.between:
        between = _words(s["BETWEEN"], node.between.low.text, s["BETWEEN_AND"], node.between.high.text)
        parts.append((" ", between, node.between.span))
    if node.negative:
        parts.append((" ", s["MAY_BE_NEGATIVE"], Span(node.span.end, node.span.end)))
    return parts


def _ranked(node: t.Ranked, s: Style) -> str:
    per = f"{s['RANK_PER']} {node.per.name}" if node.per else None
    eligible = s["AMONG_ELIGIBLE"] if node.among_eligible else None
    ties = None
    if node.ties:
        tied = {"all": "ALL", "none": "NONE", "by": "TIE_BY"}[node.ties]
        ties = _words(s["TIES"], s[tied], node.ties_by.name if node.ties_by else None)
    return _words(s["RANKED_BY"], node.by.name, per, eligible, ties)


def _option_label(option: t.OptionDecl, s: Style) -> str:
    if option.label is None:
        return ""
    return ("" if s.language == "zh" else " ") + s.group(quoted(option.label.value))


# Headers and conditions


def _field(node: t.Field, s: Style) -> str:
    return f"{s['DOC_NUMBER' if node.what == 'number' else 'ISSUER']} {quoted(node.value.value)}"


def _payers(node: t.Payers, s: Style) -> str:
    return f"{s['PAYER']} {s.enumerate([_words(name.name, _label(label)) for name, label in node.items])}"


def _when(node: t.When, s: Style) -> str:
    return _words(s["UNLESS" if node.unless else "WHEN"], expr_text(node.condition, s.language), _label(node.label))


def _valid(node: t.Valid, s: Style) -> str:
    start = f"{s['FROM']} {node.start.text}" if node.start else None
    end = f"{s['UNTIL']} {node.end.text}" if node.end else None
    return _words(s["VALID"], start, end)


# Heads


def _open(expr: t.Expr, s: Style, is_open: bool) -> str:
    return _words(s["UP_TO"] if is_open else None, operand(expr, s))


def _rate(node: t.Rate, s: Style) -> str:
    rate = _open(node.rate, s, node.open)
    if s.language == "en":
        return f"{s['RATE']} {rate} {s['OF']} {operand(node.base, s)}"
    base, counted = node.base, None
    if isinstance(base, t.CountedUpTo):
        counted = f"{s['BASE_UP_TO']} {operand(base.limit, s)}"
        base = base.x
    return _words(f"{s['BY_BASE']} {operand(base, s)} {s['DE']}{_behind_de(rate, node.open)}", counted, s["GRANT"])


def _behind_de(rate: str, is_open: bool) -> str:
    """`的 30%`, but `的不超过 30%`."""
    return rate if is_open else f" {rate}"


def _award(node: t.AwardFlat, s: Style) -> str:
    amount = f"{s['AWARD']} {_open(node.amount, s, node.open)}"
    if node.per is None:
        return amount
    per = operand(node.per, s)
    if s.language == "en":
        full = f"{s['FULL']} {node.full.text} {s['OF']}" if node.full else None
        return _words(amount, s["PER"], full, per)
    if node.full:
        return f"{s['BY_BASE']} {per} {s['EVERY_FULL']} {node.full.text} {amount}"
    return f"{s['EVERY']} {per} {amount}"


def _interest(node: t.Interest, s: Style) -> str:
    rate = _open(node.rate, s, node.open)
    principal, days = operand(node.principal, s), operand(node.days, s)
    basis = f"{s['BASIS']} {node.basis.text}" if node.basis else None
    if s.language == "en":
        return _words(s["INTEREST"], rate, s["A_YEAR"], s["ON"], principal, s["FOR"], days, basis)
    return _words(s["BY_BASE"], principal, s["DE"] + s["ANNUAL_RATE"], rate, s["SUBSIDISED"], days, s["DAYS"], basis)


# Steps, and where money goes


def _key(key: t.Expr, s: Style) -> str:
    return s["YEAR"] if isinstance(key, t.YearKey) else operand(key, s)


def _cap(node: t.Cap, s: Style) -> str:
    limit = f"{s['CAP']} {operand(node.limit, s)}"
    if s.language == "en":
        return _words(limit, *(f"{s['PER']} {_key(key, s)}" for key in node.keys))
    return _words(*(f"{s['EVERY']} {_key(key, s)}" for key in node.keys), limit)


def _once(node: t.Once, s: Style) -> str:
    if s.language == "en":
        return f"{s['ONCE']} {s['PER']} {node.entity.name}"
    return f"{s['EVERY']} {node.entity.name} {s['ONCE']}"


def _split(node: t.Split, s: Style) -> str:
    names = ":".join([payer.name for payer in node.payers])
    return f"{s['SPLIT']} {names} {':'.join([weight.text for weight in node.weights])}"


def _recipient(node: t.Name | t.Text) -> str:
    return node.name if isinstance(node, t.Name) else quoted(node.value)


def _limit(node: t.LimitTo, s: Style) -> str:
    return f"{s['LIMIT']} {operand(node.value, s)} {s['LIMIT_TO']} {operand(node.limit, s)}"


# Examples


def _range(low: t.NumberLit, high: t.NumberLit | None, s: Style) -> str:
    return f"{low.text} {s['TO']} {high.text}" if high else low.text


def _given(item: t.Given, s: Style) -> str:
    match item:
        case t.GivenValue(name, t.Name("unknown")):
            return f"{name.name} {s['UNKNOWN']}"
        case t.GivenValue(name, value):
            return f"{name.name} {expr_text(value, s.language)}"
        case t.GivenRecord(t.Name("history"), values):
            parts = [f"{s[f'PRIOR_{_part_of(v)}']} {expr_text(v.value, s.language)}" for v in _values(values)]
            gap = "" if s.language == "zh" else " "
            return s["HISTORY"] + gap + s.group(s.list(parts))
        case t.GivenRecord(entity, values):
            gap = "" if s.language == "zh" else " "
            return entity.name + gap + s.group(s.list([_given(value, s) for value in values]))
        case t.GivenNone(t.Name("history")):
            return s["NO_HISTORY"]
        case t.GivenNone(entity):
            return f"{s['NO_RECORDS']} {entity.name}"
        case t.GivenAward(name, amount):
            return f"{s['AWARD']} {quoted(name.value)} {amount.text}"
        case t.GivenDecided(rule, figure):
            return f"{s['DECIDED']} {rule.name} {figure.text}"


def _values(values: Sequence[t.Given]) -> list[t.GivenValue]:
    return [v for v in values if isinstance(v, t.GivenValue)]


def _part_of(value: t.GivenValue) -> str:
    """The part of an earlier award that a value states: RULE, DATE, …"""
    return value.name.name.upper()


def _expect(node: t.Expect, s: Style) -> str:
    rule = s["TOTAL"] if node.rule.name == "total" else node.rule.name
    said = f"{s['EXPECT']} {rule} {_range(node.low, node.high, s)}"
    if node.split:
        gap = "" if s.language == "zh" else " "
        said += gap + s.group(s.list([f"{payer.name} {_range(low, high, s)}" for payer, low, high in node.split]))
    because = f"{s['BECAUSE']} {s.list([quoted(x.value) for x in node.because])}" if node.because else None
    return _words(said, because)


_PRINTERS: dict[type, Callable[[Any, Style], str]] = {
    t.Language: _language,
    t.Policy: _policy,
    t.Entity: _entity,
    t.Define: _define,
    t.Rule: _rule,
    t.Example: _example,
    t.Fact: _fact,
    t.Expect: _expect,
    t.Field: _field,
    t.TextSource: _texted("TEXT_SOURCE"),
    t.Issued: lambda node, s: f"{s['ISSUED']} {node.date.text}",
    t.Currency: lambda node, s: f"{s['CURRENCY']} {node.code.name}",
    t.Payers: _payers,
    t.Article: _texted("ARTICLE"),
    t.Quote: _texted("QUOTE"),
    t.Each: lambda node, s: f"{s['FOR_EACH']} {node.entity.name}",
    t.When: _when,
    t.Rate: _rate,
    t.AwardFlat: _award,
    t.Interest: _interest,
    t.Amount: lambda node, s: f"{s['AMOUNT']} {operand(node.amount, s)}",
    t.Cap: _cap,
    t.Floor: lambda node, s: f"{s['FLOOR']} {operand(node.limit, s)}",
    t.Once: _once,
    t.Split: _split,
    t.PaidBy: lambda node, s: f"{s['PAID_BY']} {node.payer.name}",
    t.PaidTo: lambda node, s: f"{s['PAID_TO']} {_recipient(node.recipient)}",
    t.Responsible: _texted("RESPONSIBLE"),
    t.InKind: _texted("IN_KIND"),
    t.OnTopOf: lambda node, s: f"{s['ON_TOP_OF']} {_recipient(node.value)}",
    t.Valid: _valid,
    t.DatedBy: lambda node, s: f"{s['DATED_BY']} {operand(node.date, s)}",
    t.ReferTo: _texted("REFER_TO"),
    t.LimitTo: _limit,
    t.Assuming: _texted("ASSUMING"),
}
