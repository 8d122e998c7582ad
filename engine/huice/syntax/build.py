"""The parser's callbacks: each grammar rule into a node of the tree, as soon as it is complete.

One method a rule of `grammar/huice.lark`, named after it. Children are tokens (all of them are kept,
so that a node's span is that of its first and last child) and nodes already built.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from attrs import evolve

from huice.source import Span
from huice.syntax import tree as t
from huice.syntax.lexer import Token
from huice.syntax.numbers import number_value

__all__ = ["RefusedError", "TreeBuilder"]

Children = list[Any]

_SIGNS = {"PLUS": "+", "MINUS": "-", "TIMES": "*", "DIVIDE": "/"}
_OPERATORS = {"GE": ">=", "GT": ">", "LE": "<=", "LT": "<", "EQ": "=", "NE": "!=", "IS": "=", "IS_NOT": "!="}
_VERSION = {"en": "Write `language 1`.", "zh": "请写 `语言 1`。"}
_SAID_TWICE = {
    "label": {"en": "label", "zh": "说明文字"},
    "ask": {"en": "`ask`", "zh": "`询问`"},
    "between": {"en": "`between`", "zh": "`介于`"},
    "ranked": {"en": "`ranked by`", "zh": "`排名依据`"},
    "negative": {"en": "`may be negative`", "zh": "`可为负`"},
}


class RefusedError(Exception):
    """Words in order that cannot mean anything: the code and the values of a finding, and its place."""

    def __init__(self, code: str, span: Span, **args: Any) -> None:
        super().__init__(code)
        self.code = code
        self.span = span
        self.args_ = args


def _start(child: Any) -> int:
    return child.start_pos if type(child) is Token else child.span.start


def _end(child: Any) -> int:
    return child.end_pos if type(child) is Token else child.span.end


def _span(children: Children) -> Span:
    return Span(_start(children[0]), _end(children[-1]))


def _spelling(children: Children) -> str:
    return "en" if children[0].value.isascii() else "zh"


def _name(token: Token) -> t.Name:
    return t.Name(token.value, span=Span(token.start_pos, token.end_pos))


def _history(token: Token) -> t.Name:
    """Earlier awards go by one name in either spelling."""
    return t.Name("history", span=Span(token.start_pos, token.end_pos))


def _text(token: Token) -> t.Text:
    return t.Text(token.value[1:-1], span=Span(token.start_pos, token.end_pos))


def _number(token: Token) -> t.NumberLit:
    value, unit = number_value(token.value)
    return t.NumberLit(value, unit, token.value, span=Span(token.start_pos, token.end_pos))


def _date(token: Token) -> t.DateLit:
    year, month, day = (int(part) for part in re.findall(r"\d+", token.value))
    return t.DateLit(dt.date(year, month, day), token.value, span=Span(token.start_pos, token.end_pos))


def _of(children: Children, *types: str) -> list[Any]:
    """The children that are tokens of one of `types`."""
    return [c for c in children if type(c) is Token and c.type in types]


def _has(children: Children, type_: str) -> bool:
    return any(type(c) is Token and c.type == type_ for c in children)


def _nodes(children: Children) -> list[Any]:
    """The children that are nodes."""
    return [c for c in children if type(c) is not Token]


def _name_or_text(token: Token) -> t.Name | t.Text:
    return _name(token) if token.type == "NAME" else _text(token)


def _clause(make: Callable[..., Any]) -> Callable[[TreeBuilder, Children], Any]:
    """A clause of one keyword and one string."""

    def build(self: TreeBuilder, children: Children) -> Any:
        return make(_text(children[1]), span=_span(children), spelling=_spelling(children))

    return build


class TreeBuilder:
    """Builds the tree while the parser runs; holds no state and may be shared."""

    # Items

    def file(self, c: Children) -> t.File:
        items = tuple(x for x in c if isinstance(x, t.Item))
        return t.File(items, tuple(x for x in c if not isinstance(x, t.Item)))

    def language(self, c: Children) -> t.Language:
        version, unit = number_value(c[1].value)
        if unit or not isinstance(version, int):
            raise RefusedError("S115", _span(c[1:]), found=c[1].value, hint=_VERSION)
        return t.Language(version, text=c[1].value, span=_span(c), spelling=_spelling(c))

    def policy(self, c: Children) -> t.Policy:
        title = _text(c[2]) if len(c) > 2 and type(c[2]) is Token else None
        return t.Policy(_name(c[1]), title, tuple(_nodes(c)), span=_span(c), spelling=_spelling(c))

    def rule(self, c: Children) -> t.Rule:
        title = _text(c[2]) if len(c) > 2 and type(c[2]) is Token else None
        return t.Rule(_name(c[1]), title, tuple(_nodes(c)), span=_span(c), spelling=_spelling(c))

    def entity(self, c: Children) -> t.Entity:
        names = _of(c, "NAME")
        labels = _of(c, "STRING")
        return t.Entity(
            _name(names[0]),
            _name(names[1]) if len(names) > 1 else None,
            _text(labels[0]) if labels else None,
            tuple(_nodes(c)),
            span=_span(c),
            spelling=_spelling(c),
        )

    def define(self, c: Children) -> t.Define:
        return t.Define(_name(c[1]), c[3], span=_span(c), spelling=_spelling(c))

    # Facts

    def option(self, c: Children) -> t.OptionDecl:
        return t.OptionDecl(_name(c[0]), _text(c[2]) if len(c) > 1 else None, span=_span(c))

    def choice(self, c: Children) -> list[Any]:
        return c

    def fact_label(self, c: Children) -> tuple[str, Any, Span]:
        return ("label", _text(c[0]), _span(c))

    def fact_ask(self, c: Children) -> tuple[str, Any, Span]:
        return ("ask", _text(c[1]), _span(c))

    def fact_between(self, c: Children) -> tuple[str, Any, Span]:
        return ("between", t.Between(c[1], c[3], span=_span(c)), _span(c))

    def fact_negative(self, c: Children) -> tuple[str, Any, Span]:
        return ("negative", True, _span(c))

    def fact_ranked(self, c: Children) -> tuple[str, Any, Span]:
        names = _of(c, "NAME")
        per = names[1] if _has(c, "RANK_PER") else None
        by = names[-1] if _has(c, "TIE_BY") else None
        ties = next((x.type.lower().removeprefix("tie_") for x in _of(c, "ALL", "NONE", "TIE_BY")), None)
        ranked = t.Ranked(
            _name(names[0]),
            _name(per) if per else None,
            _has(c, "AMONG_ELIGIBLE"),
            ties,
            _name(by) if by else None,
            span=_span(c),
        )
        return ("ranked", ranked, _span(c))

    def fact(self, c: Children) -> t.Fact:
        kind, options = c[3], ()
        end = _end(c[2])
        if isinstance(kind, list):
            options = tuple(_nodes(kind))
            end = _end(kind[-1])
            kind = kind[0]
        else:
            end = kind.end_pos
        said: dict[str, Any] = {}
        for what, value, span in c[4:]:
            if what in said:
                raise RefusedError("S121", span, what=_SAID_TWICE[what], clause="FACT")
            said[what] = value
            end = span.end
        return t.Fact(
            _name(c[1]),
            kind.type[2:].lower(),
            options,
            said.get("label"),
            said.get("ask"),
            said.get("between"),
            said.get("negative", False),
            said.get("ranked"),
            span=Span(_start(c[0]), end),
            spelling=_spelling(c),
        )

    # Clauses of a header or a rule

    def field(self, c: Children) -> t.Field:
        what = "number" if c[0].type == "DOC_NUMBER" else "issuer"
        return t.Field(what, _text(c[1]), span=_span(c), spelling=_spelling(c))

    text_source = _clause(t.TextSource)
    article = _clause(t.Article)
    quote = _clause(t.Quote)
    responsible = _clause(t.Responsible)
    in_kind = _clause(t.InKind)
    refer_to = _clause(t.ReferTo)
    assuming = _clause(t.Assuming)

    def issued(self, c: Children) -> t.Issued:
        return t.Issued(_date(c[1]), span=_span(c), spelling=_spelling(c))

    def currency(self, c: Children) -> t.Currency:
        return t.Currency(_name(c[1]), span=_span(c), spelling=_spelling(c))

    def payer_item(self, c: Children) -> t.OptionDecl:
        return t.OptionDecl(_name(c[0]), _text(c[1]) if len(c) > 1 else None, span=_span(c))

    def payers(self, c: Children) -> t.Payers:
        items = tuple((item.name, item.label) for item in _nodes(c))
        return t.Payers(items, span=_span(c), spelling=_spelling(c))

    def each(self, c: Children) -> t.Each:
        return t.Each(_name(c[1]), span=_span(c), spelling=_spelling(c))

    def _when(self, c: Children, unless: bool) -> t.When:
        label = _text(c[2]) if len(c) > 2 else None
        return t.When(c[1], label, unless, span=_span(c), spelling=_spelling(c))

    def when(self, c: Children) -> t.When:
        return self._when(c, False)

    def unless(self, c: Children) -> t.When:
        return self._when(c, True)

    def rate(self, c: Children) -> t.Rate:
        rate, base = _nodes(c)
        return t.Rate(rate, base, _has(c, "UP_TO"), span=_span(c), spelling="en")

    def rate_zh(self, c: Children) -> t.Rate:
        base, rate, *counted = _nodes(c)
        if counted:
            base = t.CountedUpTo(base, counted[0], span=base.span)
        return t.Rate(rate, base, _has(c, "UP_TO"), span=_span(c), spelling="zh")

    def award(self, c: Children) -> t.AwardFlat:
        nodes = _nodes(c)
        full = nodes[1] if _has(c, "FULL") else None
        per = nodes[-1] if _has(c, "PER") else None
        return t.AwardFlat(nodes[0], per, full, _has(c, "UP_TO"), span=_span(c), spelling=_spelling(c))

    def award_zh(self, c: Children) -> t.AwardFlat:
        per, amount = _nodes(c)
        return t.AwardFlat(amount, per, None, _has(c, "UP_TO"), span=_span(c), spelling="zh")

    def award_full_zh(self, c: Children) -> t.AwardFlat:
        per, full, amount = _nodes(c)
        return t.AwardFlat(amount, per, full, _has(c, "UP_TO"), span=_span(c), spelling="zh")

    def interest(self, c: Children) -> t.Interest:
        rate, principal, days = _nodes(c)
        basis = _number(c[-1]) if _has(c, "BASIS") else None
        return t.Interest(rate, principal, days, basis, _has(c, "UP_TO"), span=_span(c), spelling="en")

    def interest_zh(self, c: Children) -> t.Interest:
        principal, rate, days = _nodes(c)
        basis = _number(c[-1]) if _has(c, "BASIS") else None
        return t.Interest(rate, principal, days, basis, _has(c, "UP_TO"), span=_span(c), spelling="zh")

    def amount(self, c: Children) -> t.Amount:
        return t.Amount(c[1], span=_span(c), spelling=_spelling(c))

    def cap(self, c: Children) -> t.Cap:
        limit, *keys = _nodes(c)
        return t.Cap(limit, tuple(keys), span=_span(c), spelling=_spelling(c))

    def every_zh(self, c: Children) -> t.Cap:
        *keys, limit = _nodes(c)
        return t.Cap(limit, tuple(keys), span=_span(c), spelling="zh")

    def year_key(self, c: Children) -> t.YearKey:
        return t.YearKey(span=_span(c))

    def floor(self, c: Children) -> t.Floor:
        return t.Floor(c[1], span=_span(c), spelling=_spelling(c))

    def once(self, c: Children) -> t.Once:
        return t.Once(_name(c[2]), span=_span(c), spelling="en")

    def once_zh(self, c: Children) -> t.Once:
        return t.Once(_name(c[1]), span=_span(c), spelling="zh")

    def split(self, c: Children) -> t.Split:
        payers = tuple(_name(x) for x in _of(c, "NAME"))
        weights = tuple(_number(x) for x in _of(c, "NUMBER"))
        return t.Split(payers, weights, span=_span(c), spelling=_spelling(c))

    def paid_by(self, c: Children) -> t.PaidBy:
        return t.PaidBy(_name(c[1]), span=_span(c), spelling=_spelling(c))

    def paid_to(self, c: Children) -> t.PaidTo:
        return t.PaidTo(_name_or_text(c[1]), span=_span(c), spelling=_spelling(c))

    def on_top_of(self, c: Children) -> t.OnTopOf:
        return t.OnTopOf(_name_or_text(c[1]), span=_span(c), spelling=_spelling(c))

    def valid(self, c: Children) -> t.Valid:
        dates = [_date(x) for x in _of(c, "DATE")]
        start = dates[0] if _has(c, "FROM") else None
        end = dates[-1] if _has(c, "UNTIL") else None
        return t.Valid(start, end, span=_span(c), spelling=_spelling(c))

    def dated_by(self, c: Children) -> t.DatedBy:
        return t.DatedBy(c[1], span=_span(c), spelling=_spelling(c))

    def limit(self, c: Children) -> t.LimitTo:
        return t.LimitTo(c[1], c[3], span=_span(c), spelling=_spelling(c))

    # Conditions and values

    def disjunction(self, c: Children) -> t.Junction:
        return t.Junction("or", tuple(c[::2]), span=_span(c))

    def conjunction(self, c: Children) -> t.Junction:
        return t.Junction("and", tuple(c[::2]), span=_span(c))

    def negation(self, c: Children) -> t.Not:
        return t.Not(c[1], span=_span(c))

    def compare(self, c: Children) -> t.Comparison:
        return t.Comparison(_OPERATORS[c[1].type], c[0], c[2], worded=c[1].type in ("IS", "IS_NOT"), span=_span(c))

    def compare_zh(self, c: Children) -> t.Comparison:
        return t.Comparison(">=" if c[3].type == "AT_LEAST" else "<=", c[0], c[2], span=_span(c))

    def in_set(self, c: Children) -> t.InSet:
        x, *items = _nodes(c)
        return t.InSet(x, tuple(items), span=_span(c))

    def in_year(self, c: Children) -> t.InYear:
        written = c[2].value
        digits = written.rstrip("年度")
        if not re.fullmatch("[1-9][0-9]{3}", digits):
            raise RefusedError("S120", _span(c[2:]), found=written)
        return t.InYear(c[0], int(digits), span=_span(c))

    def chain(self, c: Children) -> t.Chain:
        signs = [_SIGNS[token.type] for token in c[1::2]]
        first = "+" if signs[0] in "+-" else "*"
        return t.Chain(tuple(zip((first, *signs), c[::2], strict=True)), span=_span(c))

    def negate(self, c: Children) -> t.Negate:
        return t.Negate(c[1], span=_span(c))

    def counted(self, c: Children) -> t.CountedUpTo:
        return t.CountedUpTo(c[0], c[2], span=_span(c))

    def excess(self, c: Children) -> t.Excess:
        return t.Excess(c[0], c[2], span=_span(c))

    def year_of(self, c: Children) -> t.PartOf:
        return t.PartOf("year", c[1], span=_span(c))

    def year_of_zh(self, c: Children) -> t.PartOf:
        return t.PartOf("year", c[0], span=_span(c))

    def pick(self, c: Children) -> t.Pick:
        return t.Pick("larger" if c[0].type == "LARGER" else "smaller", tuple(_nodes(c)), span=_span(c))

    def group(self, c: Children) -> Any:
        inner = c[1]
        if isinstance(inner, t.Chain | t.Junction):
            return evolve(inner, grouped=True, span=_span(c))
        return inner

    def name(self, c: Children) -> t.Name:
        return _name(c[0])

    def text(self, c: Children) -> t.Text:
        return _text(c[0])

    def number(self, c: Children) -> t.NumberLit:
        return _number(c[0])

    def signed(self, c: Children) -> t.NumberLit:
        lit = _number(c[-1])
        if len(c) == 1:
            return lit
        return t.NumberLit(-lit.value, lit.unit, "-" + lit.text, span=_span(c))

    def date(self, c: Children) -> t.DateLit:
        return _date(c[0])

    def yes(self, c: Children) -> t.BoolLit:
        return t.BoolLit(True, span=_span(c))

    def no(self, c: Children) -> t.BoolLit:
        return t.BoolLit(False, span=_span(c))

    def today(self, c: Children) -> t.Today:
        return t.Today(span=_span(c))

    def unknown(self, c: Children) -> t.Name:
        return t.Name("unknown", span=_span(c))

    # Examples

    def given(self, c: Children) -> tuple[str, list[Any], Span]:
        return ("given", _nodes(c), _span(c))

    def given_value(self, c: Children) -> t.GivenValue:
        return t.GivenValue(_name(c[0]), c[1], span=_span(c))

    def given_record(self, c: Children) -> t.GivenRecord:
        return t.GivenRecord(_name(c[0]), tuple(_nodes(c)), span=_span(c))

    def given_history(self, c: Children) -> t.GivenRecord:
        return t.GivenRecord(_history(c[0]), tuple(_nodes(c)), span=_span(c))

    def prior(self, c: Children) -> t.GivenValue:
        part = c[0].type.removeprefix("PRIOR_").lower()
        return t.GivenValue(t.Name(part, span=Span(c[0].start_pos, c[0].end_pos)), c[1], span=_span(c))

    def given_none(self, c: Children) -> t.GivenNone:
        listed = _name(c[-1]) if c[-1].type == "NAME" else _history(c[-1])
        return t.GivenNone(listed, span=_span(c))

    def given_award(self, c: Children) -> t.GivenAward:
        return t.GivenAward(_text(c[1]), c[2], span=_span(c))

    def given_decided(self, c: Children) -> t.GivenDecided:
        return t.GivenDecided(_name(c[1]), c[2], span=_span(c))

    def share(self, c: Children) -> tuple[Any, Any, Any, Span]:
        low, *high = _nodes(c)
        return (_name(c[0]), low, high[0] if high else None, _span(c))

    def expect(self, c: Children) -> t.Expect:
        numbers = [x for x in c if isinstance(x, t.NumberLit)]
        shares = tuple((x[0], x[1], x[2]) for x in c if isinstance(x, tuple))
        because = tuple(_text(x) for x in _of(c, "STRING"))
        end = max(x[3].end + 1 if isinstance(x, tuple) else _end(x) for x in c)
        rule = t.Name("total", span=Span(c[1].start_pos, c[1].end_pos)) if c[1].type == "TOTAL" else _name(c[1])
        return t.Expect(
            rule,
            numbers[0],
            numbers[1] if len(numbers) > 1 else None,
            shares,
            because,
            span=Span(c[0].start_pos, end),
            spelling=_spelling(c),
        )

    def example(self, c: Children) -> t.Example:
        as_of = _of(c, "DATE")
        given = tuple(g for x in c if isinstance(x, tuple) for g in x[1])
        expect = tuple(x for x in c if isinstance(x, t.Expect))
        last = c[-1]
        end = last[2].end if isinstance(last, tuple) else _end(last)
        return t.Example(
            _text(c[1]),
            _date(as_of[0]) if as_of else None,
            given,
            expect,
            span=Span(c[0].start_pos, end),
            spelling=_spelling(c),
        )
