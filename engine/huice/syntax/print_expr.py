"""Expressions as text, in either spelling.

Parentheses stand where the tree needs them and where the drafter wrote them.
"""

from __future__ import annotations

from huice.syntax import tree as t
from huice.syntax.print_words import Style, quoted, style

__all__ = ["expr_text", "operand"]

# How tightly a node binds; the grammar's chain from `condition` down to `atom`.
_OR, _AND, _NOT, _COMPARE, SUM, _PRODUCT, _UNARY, _POSTFIX, _ATOM = range(9)

_LEVEL = {
    t.Not: _NOT,
    t.Comparison: _COMPARE,
    t.InSet: _COMPARE,
    t.InYear: _COMPARE,
    t.Negate: _UNARY,
    t.CountedUpTo: _POSTFIX,
    t.Excess: _POSTFIX,
    t.PartOf: _POSTFIX,
}
_OPERATOR = {">=": "GE", ">": "GT", "<=": "LE", "<": "LT", "=": "EQ", "!=": "NE"}
#: Dates have words of their own in Chinese.
_DATE_WORDS = {">=": "不早于", ">": "晚于", "<=": "不晚于", "<": "早于"}


def expr_text(expr: t.Expr, spelling: str) -> str:
    """An expression as the formatter prints it in `spelling` (`en` or `zh`)."""
    return _text(expr, style(spelling), _OR, outermost=True)


def operand(expr: t.Expr, style_: Style) -> str:
    """A value behind a keyword: a sum, in parentheses where it could be read as a keyword."""
    return style_.fenced(_text(expr, style_, SUM))


def _level(node: t.Expr) -> int:
    match node:
        case t.Junction(word=word):
            return _OR if word == "or" else _AND
        case t.Chain(terms=terms):
            return SUM if terms[0][0] in "+-" else _PRODUCT
    return _LEVEL.get(type(node), _ATOM)


def _text(node: t.Expr, s: Style, need: int, outermost: bool = False) -> str:
    written = isinstance(node, t.Chain | t.Junction) and node.grouped and not outermost
    if _level(node) < need or written:
        return s.group(_bare(node, s))
    return _bare(node, s)


def _bare(node: t.Expr, s: Style) -> str:
    match node:
        case t.Name(name):
            return name
        case t.Text(value):
            return quoted(value)
        case t.NumberLit() | t.DateLit():
            return node.text
        case t.BoolLit(value):
            return s["YES"] if value else s["NO"]
        case t.Today():
            return s["TODAY"]
        case t.YearKey():
            return s["YEAR"]
        case t.Chain(terms):
            return _chain(terms, s)
        case t.Junction(word, items):
            need = _AND if word == "or" else _NOT
            return f" {s[word.upper()]} ".join([_text(item, s, need) for item in items])
        case t.Not(x):
            return f"{s['NOT']} {_text(x, s, _COMPARE)}"
        case t.Negate(x):
            return f"-{_text(x, s, _POSTFIX)}"
        case t.Comparison():
            return _comparison(node, s)
        case t.InSet(x, items):
            return f"{_text(x, s, SUM)} {s['IN']} [{s.enumerate([_text(item, s, SUM) for item in items])}]"
        case t.InYear():
            return f"{_text(node.x, s, SUM)} {s['IN']} {node.year}{'年' if s.language == 'zh' else ''}"
        case _:
            return _tight(node, s)


def _chain(terms: tuple[tuple[str, t.Expr], ...], s: Style) -> str:
    need = _PRODUCT if terms[0][0] in "+-" else _UNARY
    said = [_text(terms[0][1], s, need)]
    said += [f"{sign} {_text(term, s, need)}" for sign, term in terms[1:]]
    return " ".join(said)


def _tight(node: t.Expr, s: Style) -> str:
    """What binds tightly: its parts are atoms."""
    match node:
        case t.CountedUpTo(x, limit):
            return f"{_text(x, s, _ATOM)} {s['COUNTED']} {_text(limit, s, _ATOM)}"
        case t.Excess(x, limit):
            part = f" {s['ABOVE_PART']}" if s.language == "zh" else ""
            return f"{_text(x, s, _ATOM)} {s['ABOVE']} {_text(limit, s, _ATOM)}{part}"
        case t.PartOf(_, date) if s.language == "zh":
            return f"{_text(date, s, _ATOM)} {s['DE_YEAR']}"
        case t.PartOf(_, date):
            return f"{s['YEAR_OF']} {_text(date, s, _ATOM)}"
        case t.Pick(which, items):
            word = s["LARGER" if which == "larger" else "SMALLER"]
            gap = "" if s.language == "zh" else " "
            return word + gap + s.group(s.list([_text(item, s, SUM) for item in items]))
    raise TypeError(f"not an expression: {node!r}")


def _comparison(node: t.Comparison, s: Style) -> str:
    a, b = _text(node.a, s, SUM), _text(node.b, s, SUM)
    if node.op in ("=", "!=") and _is_worded(node):
        return f"{a} {s['IS' if node.op == '=' else 'IS_NOT']} {b}"
    if s.language == "zh":
        if isinstance(node.b, t.DateLit | t.Today) and node.op in _DATE_WORDS:
            return f"{a} {_DATE_WORDS[node.op]} {b}"
        if isinstance(node.b, t.NumberLit) and node.op in (">=", "<="):
            return f"{a} {s['IN']} {b} {s['AT_LEAST' if node.op == '>=' else 'AT_MOST']}"
    return f"{a} {s[_OPERATOR[node.op]]} {b}"


def _is_worded(node: t.Comparison) -> bool:
    """Whether it reads `is`: as it was written, and for names and flags where nobody wrote it."""
    if node.worded is None:
        return isinstance(node.b, t.Name | t.BoolLit | t.Text)
    return node.worded
