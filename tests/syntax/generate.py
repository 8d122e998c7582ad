"""Hypothesis strategies for trees of every clause and expression, and for untidy ways to write them."""

from __future__ import annotations

import datetime as dt

from huice.syntax import tree as t
from huice.syntax.lexer import shapes
from huice.syntax.numbers import number_value
from huice.syntax.print import clause_text
from huice.syntax.print_clause import given_text, heading
from hypothesis import strategies as st

# Plain names, and names that are words of the language somewhere else.
_PLAIN = ["x", "it_investment", "smes_served", "园区", "投资额", "a1", "年产值", "Größe"]
_KEYWORDS = [
    *(
        "year",
        "full",
        "amount",
        "rate",
        "rank",
        "month",
        "larger",
        "smaller",
        "up",
        "of",
        "per",
        "is",
        "and",
        "a",
        "on",
    ),
    *(
        "最高",
        "年",
        "年度",
        "不超过",
        "至多",
        "年利率",
        "补助",
        "最高2",
        "年2",
        "每",
        "按",
        "为",
        "在",
        "至",
        "条款",
        "rule",
        "by",
    ),
]
names = st.sampled_from(_PLAIN + _KEYWORDS).map(t.Name)
plain_names = st.sampled_from(_PLAIN).map(t.Name)
strings = st.text(alphabet="ab 园区，。“#（1'＃\\{}%", max_size=8) | st.just('一个"词"')
texts = strings.map(t.Text)
_NUMBERS = [
    *(
        "0",
        "1",
        "20",
        "2023",
        "500000",
        "500_000",
        "50万元",
        "1.5亿元",
        "1500万",
        "50 万元",
        "100元",
        "30%",
        "0.5%",
        "3‰",
    ),
    *("2/3", "三分之二", "百分之三十", "0.05", "30 %", "万分之五"),
]


def number(text: str) -> t.NumberLit:
    """The literal written as `text`."""
    value, unit = number_value(text.removeprefix("-"))
    return t.NumberLit(-value if text.startswith("-") else value, unit, text)


numbers = st.sampled_from(_NUMBERS).map(number)
signed = st.sampled_from([*_NUMBERS, "-5", "-1.5万元"]).map(number)
dates = st.sampled_from(
    [
        t.DateLit(dt.date(2023, 12, 31), "2023-12-31"),
        t.DateLit(dt.date(2023, 12, 31), "2023年12月31日"),
        t.DateLit(dt.date(2023, 1, 5), "2023-1-5"),
    ]
)
_leaves = names | numbers | dates | texts | st.booleans().map(t.BoolLit) | st.just(t.Today())


def _chain(signs: str, items: st.SearchStrategy[t.Expr]) -> st.SearchStrategy[t.Expr]:
    terms = st.lists(st.tuples(st.sampled_from(signs), items), min_size=2, max_size=3)
    return terms.map(lambda found: t.Chain(((signs[0], found[0][1]), *found[1:])))


def _deeper(inner: st.SearchStrategy[t.Expr]) -> st.SearchStrategy[t.Expr]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        _chain("+-", inner),
        _chain("*/", inner),
        inner.map(t.Negate),
        inner.map(t.Not),
        st.builds(t.CountedUpTo, inner, inner),
        st.builds(t.Excess, inner, inner),
        st.builds(t.PartOf, st.just("year"), inner),
        st.builds(t.Pick, st.sampled_from(["larger", "smaller"]), several),
        st.builds(t.Comparison, st.sampled_from([">=", ">", "<=", "<", "=", "!="]), inner, inner, worded=st.booleans()),
        st.builds(t.InSet, inner, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(t.InYear, inner, st.integers(1000, 9999)),
        st.builds(t.Junction, st.sampled_from(["and", "or"]), several),
    )


expressions = st.recursive(_leaves, _deeper, max_leaves=4)
_maybe_text = st.none() | texts
spellings = st.sampled_from(["en", "zh"])


def _said(make: type, *parts: st.SearchStrategy, **named: st.SearchStrategy) -> st.SearchStrategy:
    return st.builds(make, *parts, **named, spelling=spellings)


def _split(n: int) -> st.SearchStrategy[t.Clause]:
    payers = st.lists(names, min_size=n, max_size=n).map(tuple)
    return _said(t.Split, payers, st.lists(numbers, min_size=n, max_size=n).map(tuple))


clauses: st.SearchStrategy[t.Clause] = st.one_of(
    _said(t.Field, st.sampled_from(["number", "issuer"]), texts),
    *(
        _said(make, texts)
        for make in (t.TextSource, t.Article, t.Quote, t.Responsible, t.InKind, t.ReferTo, t.Assuming)
    ),
    _said(t.Issued, dates),
    _said(t.Currency, names),
    _said(t.Payers, st.lists(st.tuples(names, _maybe_text), min_size=1, max_size=3).map(tuple)),
    _said(t.Each, names),
    _said(t.When, expressions, _maybe_text, st.booleans()),
    _said(t.Rate, expressions, expressions, st.booleans()),
    _said(t.AwardFlat, expressions, st.none(), st.none(), st.booleans()),
    _said(t.AwardFlat, expressions, expressions, st.none() | signed, st.booleans()),
    _said(t.Interest, expressions, expressions, expressions, st.none() | numbers, st.booleans()),
    _said(t.Amount, expressions),
    _said(t.Cap, expressions, st.lists(expressions | st.just(t.YearKey()), max_size=2).map(tuple)),
    _said(t.Floor, expressions),
    _said(t.Once, names),
    _split(2) | _split(3),
    _said(t.PaidBy, names),
    _said(t.PaidTo, names | texts),
    _said(t.OnTopOf, names | texts),
    _said(t.Valid, dates, st.none() | dates) | _said(t.Valid, st.none(), dates),
    _said(t.DatedBy, expressions),
    _said(t.LimitTo, expressions, expressions),
)
_clause_lists = st.lists(clauses, max_size=3).map(tuple)
_options = st.lists(st.builds(t.OptionDecl, names, _maybe_text), min_size=1, max_size=3).map(tuple)
_between = st.none() | st.builds(t.Between, signed, signed)
_ranked = st.none() | st.one_of(
    st.builds(t.Ranked, names, st.none() | names, st.booleans(), st.sampled_from([None, "all", "none"]), st.none()),
    st.builds(t.Ranked, names, st.none() | names, st.booleans(), st.just("by"), names),
)


def _fact(kind: st.SearchStrategy[str], options: st.SearchStrategy) -> st.SearchStrategy[t.Fact]:
    return _said(t.Fact, names, kind, options, _maybe_text, _maybe_text, _between, st.booleans(), _ranked)


facts = _fact(st.sampled_from(["money", "rate", "count", "number", "flag", "date", "text"]), st.just(())) | _fact(
    st.just("choice"), _options
)
_values = signed | dates | texts | st.booleans().map(t.BoolLit) | plain_names | st.just(t.Name("unknown"))
_given_value = st.builds(t.GivenValue, names, _values)
_given_none = st.builds(t.GivenNone, names)
_given_record = st.recursive(
    st.builds(t.GivenRecord, names, st.lists(_given_value | _given_none, max_size=2).map(tuple)),
    lambda inner: st.builds(t.GivenRecord, names, st.lists(_given_value | inner, max_size=2).map(tuple)),
    max_leaves=3,
)
given = st.one_of(
    _given_value,
    _given_none,
    _given_record,
    st.builds(t.GivenAward, texts, signed),
    st.builds(t.GivenDecided, names, signed),
)
_shares = st.lists(st.tuples(names, signed, st.none() | signed), max_size=2).map(tuple)
expect = _said(
    t.Expect,
    names | st.just(t.Name("total")),
    signed,
    st.none() | signed,
    _shares,
    st.lists(texts, max_size=2).map(tuple),
)
items = st.one_of(
    _said(t.Language, st.integers(0, 9)),
    _said(t.Policy, names, _maybe_text, _clause_lists),
    _said(t.Entity, names, st.none() | names, _maybe_text, st.lists(facts, max_size=3).map(tuple)),
    _said(t.Define, names, expressions),
    _said(t.Rule, names, _maybe_text, _clause_lists),
    _said(
        t.Example,
        texts,
        st.none() | dates,
        st.lists(given, max_size=3).map(tuple),
        st.lists(expect, max_size=2).map(tuple),
    ),
)
files = st.builds(t.File, st.lists(items, max_size=2).map(tuple), st.lists(clauses, max_size=2).map(tuple))


def _lines(node: t.Item) -> list[str]:
    match node:
        case t.Policy() | t.Rule():
            return [clause_text(node, node.spelling), *(clause_text(c, c.spelling) for c in node.clauses)]
        case t.Entity():
            return [clause_text(node, node.spelling), *(clause_text(f, f.spelling) for f in node.facts)]
        case t.Example():
            told = [given_text([item], node.spelling) for item in node.given]
            due = [clause_text(e, e.spelling) for e in node.expect]
            return [line for line in (*heading(node, node.spelling), *told, *due) if line]
    return [clause_text(node, node.spelling)]


def plain_text(file: t.File) -> str:
    """A file, one clause a line."""
    lines = [clause_text(clause, clause.spelling) for clause in file.loose]
    for item in file.items:
        lines += _lines(item)
    return "".join(f"{line}\n" for line in lines)


_SEPARATORS = [
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\n\n\n",
    "\r\n  ",
    "\t",
    "\u3000",
    " # why\n",
    "\n# 说明 \n",
    "\n\n  # a # b\n\n",
]


@st.composite
def untidy(draw: st.DrawFn) -> tuple[t.File, str]:
    """A tree, and a text of it with spaces, line breaks and comments anywhere between its words."""
    file = draw(files)
    said: list[str] = []
    text = plain_text(file)
    for found in shapes()[1].finditer(text):
        said.append(draw(st.sampled_from(_SEPARATORS)) if found.lastgroup == "SPACE" else found.group())
    return file, draw(st.sampled_from(["", "\n", "# first\n\n"])) + "".join(said)
