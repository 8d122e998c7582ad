"""Expressions of the core as Python source on integers: the point meaning, no ranges.

A number is printed as an integer numerator over a denominator known here, so that only the one rounding
divides. Every name and literal of a file is printed with `repr`, never pasted.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from math import lcm

from attrs import frozen

from huice.core import (
    Add,
    And,
    Compare,
    Const,
    DatePart,
    Div,
    Expr,
    Fact,
    If,
    Max,
    Min,
    Mul,
    Neg,
    Not,
    OneOf,
    Op,
    Or,
    Quotient,
    Round,
    Today,
)
from huice.core.program import FactDecl
from huice.values import Kind

__all__ = ["Emitter", "Number"]

_OPS = {Op.GE: ">=", Op.GT: ">", Op.LE: "<=", Op.LT: "<", Op.EQ: "==", Op.NE: "!="}


@frozen
class Number:
    """Source of a numerator over `over`.

    `whole`: the numerator is an `int` (a rate or number given as a fact may be a `Fraction`).
    `signed`: it may be negative.
    """

    code: str
    over: int = 1
    whole: bool = True
    signed: bool = False

    def at(self, over: int) -> str:
        """The numerator over a multiple of the denominator."""
        factor = over // self.over
        return self.code if factor == 1 else f"{_wrapped(self.code)} * {factor}"


def _atom(code: str) -> bool:
    return code.isidentifier() or code.isdigit() or (code.endswith(")") and code.startswith("("))


class Emitter:
    """Prints expressions; `values` names, by entity, the variable that holds a record's values."""

    def __init__(self, declared: dict[tuple[str, str], FactDecl], values: dict[str, str], today: str) -> None:
        self.declared = declared
        self.values = values
        self.today = today

    # Numbers

    def number(self, node: Expr) -> Number:
        """A numeric expression (dates are day ordinals)."""
        match node:
            case Const():
                return _constant(node.value)
            case Fact():
                return self._fact(node)
            case Today():
                return Number(self.today)
            case Add():
                return self._add([self.number(x) for x in node.terms])
            case Neg():
                x = self.number(node.x)
                return Number(f"(-({x.code}))", x.over, x.whole, True)
            case Mul():
                a, b = self.number(node.a), self.number(node.b)
                return _product(a, b)
            case Div():
                by = Fraction(node.by)
                return _product(self.number(node.x), Number(str(by.denominator), by.numerator))
            case Quotient():
                by = Fraction(node.by)
                x = self.number(node.x)
                return Number(f"(({x.code}) * {by.denominator} // {by.numerator * x.over})", signed=x.signed)
            case Min() | Max():
                return self._extreme(node)
            case If():
                return self._if(node)
            case Round():
                return self._round(node)
            case DatePart(date=Fact() as fact):
                return Number(f"{self.value(fact)}.year")
            case DatePart():
                return Number(f"year_of({self.number(node.date).code})")
            case _:
                raise AssertionError(node)

    def _fact(self, node: Fact) -> Number:
        declared = self.declared[node.entity, node.name]
        code = self.value(node)
        if declared.kind is Kind.DATE:
            return Number(f"{code}.toordinal()")
        whole = declared.kind in (Kind.MONEY, Kind.COUNT)
        return Number(code, 1, whole, declared.low is None or declared.low < 0)

    def value(self, node: Fact) -> str:
        """Source that reads a fact; a missing one is a KeyError for the caller to explain."""
        return f"{self.values[node.entity]}[{node.name!r}]"

    def _add(self, terms: list[Number]) -> Number:
        over = lcm(*(t.over for t in terms))
        code = " + ".join(t.at(over) for t in terms)
        return Number(f"({code})", over, all(t.whole for t in terms), any(t.signed for t in terms))

    def _extreme(self, node: Min | Max) -> Number:
        terms = [self.number(x) for x in node.terms]
        over = lcm(*(t.over for t in terms))
        word = "min" if isinstance(node, Min) else "max"
        signed = all(t.signed for t in terms) if isinstance(node, Max) else any(t.signed for t in terms)
        if len(terms) == 1:
            return terms[0]
        if len(terms) == 2 and all(_simple(t.code) for t in terms):  # no call: half the time of min()
            a, b = (t.at(over) for t in terms)
            compare = "<" if word == "min" else ">"
            return Number(f"({a} if {a} {compare} {b} else {b})", over, all(t.whole for t in terms), signed)
        code = f"{word}({', '.join(t.at(over) for t in terms)})"
        return Number(code, over, all(t.whole for t in terms), signed)

    def _if(self, node: If) -> Number:
        then, other = self.number(node.then), self.number(node.other)
        over = lcm(then.over, other.over)
        code = f"({then.at(over)} if {self.truth(node.condition)} else {other.at(over)})"
        return Number(code, over, then.whole and other.whole, then.signed or other.signed)

    def _round(self, node: Round) -> Number:
        x = self.number(node.x)
        over = x.over * node.unit
        if over == 1 and x.whole:
            return x
        if node.mode == "half":
            code = f"half({x.code}, {over})" if x.signed else f"((2 * {_wrapped(x.code)} + {over}) // {2 * over})"
        elif node.mode == "down":
            code = f"({_wrapped(x.code)} // {over})"
        else:
            code = f"(-(-{_wrapped(x.code)} // {over}))"
        return Number(code if node.unit == 1 else f"({code} * {node.unit})", 1, True, x.signed)

    # Truths

    def truth(self, node: Expr) -> str:
        """A condition."""
        match node:
            case Const():
                return repr(bool(node.value))
            case Fact():
                return self.value(node)
            case Compare():
                return self._compare(node)
            case OneOf():
                assert isinstance(node.x, Fact)
                options = sorted(node.options)
                if len(options) == 1:
                    return f"({self.value(node.x)} == {options[0]!r})"
                return f"({self.value(node.x)} in {tuple(options)!r})"
            case And():
                return "(" + " and ".join(self.truth(x) for x in node.terms) + ")"
            case Or():
                return "(" + " or ".join(self.truth(x) for x in node.terms) + ")"
            case Not():
                return f"(not {self.truth(node.x)})"
            case _:
                raise AssertionError(node)

    def _compare(self, node: Compare) -> str:
        if isinstance(node.b, Const) and isinstance(node.b.value, str):
            assert isinstance(node.a, Fact)
            return f"({self.value(node.a)} {_OPS[node.op]} {node.b.value!r})"
        a, b = self.number(node.a), self.number(node.b)
        over = lcm(a.over, b.over)
        return f"({a.at(over)} {_OPS[node.op]} {b.at(over)})"


def _constant(value: int | Fraction | bool | str | dt.date) -> Number:
    if isinstance(value, dt.date):
        return Number(str(value.toordinal()))
    assert isinstance(value, int | Fraction)
    exact = Fraction(value)
    code = str(exact.numerator) if exact.numerator >= 0 else f"({exact.numerator})"
    return Number(code, exact.denominator, True, exact < 0)


def _product(a: Number, b: Number) -> Number:
    if a.code == "1":
        code = b.code
    elif b.code == "1":
        code = a.code
    else:
        code = f"{_wrapped(a.code)} * {_wrapped(b.code)}"
    return Number(f"({code})", a.over * b.over, a.whole and b.whole, a.signed or b.signed)


def _simple(code: str) -> bool:
    return len(code) < 40 and "(" not in code.strip("()")


def _wrapped(code: str) -> str:
    return code if _atom(code) else f"({code})"
