"""Expressions as text, in either spelling.

Parentheses stand where the tree needs them and where the drafter wrote them.
"""

from __future__ import annotations

from huice.syntax import tree as t
from huice.syntax.inner import inner
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
    return _Printer(style(spelling)).bare(expr)


def operand(expr: t.Expr, style_: Style) -> str:
    """A value behind a keyword: a sum, in parentheses where it could be read as a keyword."""
    return style_.fenced(_Printer(style_).whole(expr))


def _level(node: t.Expr) -> int:
    match node:
        case t.Junction(word=word):
            return _OR if word == "or" else _AND
        case t.Chain(terms=terms):
            return SUM if terms[0][0] in "+-" else _PRODUCT
    return _LEVEL.get(type(node), _ATOM)


class _Printer:
    """Prints an expression from the inside out, without recursion: drafters may nest as deep as they like."""

    def __init__(self, style_: Style) -> None:
        self.s = style_
        self.done: dict[int, str] = {}

    def bare(self, root: t.Expr) -> str:
        """The text of a whole expression."""
        order, waiting = [], [root]
        while waiting:
            node = waiting.pop()
            order.append(node)
            waiting += inner(node)
        for node in reversed(order):
            self.done[id(node)] = self._print(node)
        return self.done[id(root)]

    def whole(self, root: t.Expr) -> str:
        """The text of a whole value; in parentheses if it is a condition."""
        self.bare(root)
        return self.text(root, SUM)

    def text(self, node: t.Expr, need: int) -> str:
        """A part that was printed, in parentheses where they are needed or were written."""
        written = isinstance(node, t.Chain | t.Junction) and node.grouped
        text = self.done[id(node)]
        return self.s.group(text) if written or _level(node) < need else text

    def _texts(self, nodes: tuple[t.Expr, ...], need: int) -> list[str]:
        return [self.text(node, need) for node in nodes]

    def _print(self, node: t.Expr) -> str:
        s, text = self.s, self.text
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
                return self._chain(terms)
            case t.Junction(word, items):
                return f" {s[word.upper()]} ".join(self._texts(items, _AND if word == "or" else _NOT))
            case t.Not(x):
                return f"{s['NOT']} {text(x, _COMPARE)}"
            case t.Negate(x):
                return f"-{text(x, _POSTFIX)}"
            case t.Comparison():
                return self._comparison(node)
            case t.InSet(x, items):
                return f"{text(x, SUM)} {s['IN']} [{s.enumerate(self._texts(items, SUM))}]"
            case t.InYear(x, year):
                return f"{text(x, SUM)} {s['IN']} {year}{'年' if s.language == 'zh' else ''}"
            case _:
                return self._tight(node)

    def _chain(self, terms: tuple[tuple[str, t.Expr], ...]) -> str:
        need = _PRODUCT if terms[0][0] in "+-" else _UNARY
        said = [self.text(terms[0][1], need)]
        said += [f"{sign} {self.text(term, need)}" for sign, term in terms[1:]]
        return " ".join(said)

    def _tight(self, node: t.Expr) -> str:
        """What binds tightly: its parts are atoms."""
        s, text = self.s, self.text
        match node:
            case t.CountedUpTo(x, limit):
                return f"{text(x, _ATOM)} {s['COUNTED']} {text(limit, _ATOM)}"
            case t.Excess(x, limit):
                part = f" {s['ABOVE_PART']}" if s.language == "zh" else ""
                return f"{text(x, _ATOM)} {s['ABOVE']} {text(limit, _ATOM)}{part}"
            case t.PartOf(_, date) if s.language == "zh":
                return f"{text(date, _ATOM)} {s['DE_YEAR']}"
            case t.PartOf(_, date):
                return f"{s['YEAR_OF']} {text(date, _ATOM)}"
            case t.Pick(which, items):
                word = s["LARGER" if which == "larger" else "SMALLER"]
                gap = "" if s.language == "zh" else " "
                return word + gap + s.group(s.list(self._texts(items, SUM)))
        raise TypeError(f"not an expression: {node!r}")

    def _comparison(self, node: t.Comparison) -> str:
        s, a, b = self.s, self.text(node.a, SUM), self.text(node.b, SUM)
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
