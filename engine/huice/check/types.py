"""Names and types of expressions, before any fact is seen.

What is found out is kept per node: a name is a fact, a definition or an option; a number written without
a unit measures what it meets (`fee >= 50000` makes 50000 money). Lowering reads that and decides
nothing again.
"""

from __future__ import annotations

from attrs import define, field, frozen

from huice.check.sink import Sink
from huice.check.vocabulary import EntityInfo, Vocabulary
from huice.source import Span
from huice.syntax import tree as t
from huice.syntax.mistakes import cut_run
from huice.values import Kind

__all__ = ["PLAIN", "FactRef", "Meanings", "Type", "Typer"]


@frozen
class Type:
    """What an expression measures; `options` where it is a choice. `PLAIN` adopts what it meets."""

    kind: Kind | None
    options: frozenset[str] = frozenset()


PLAIN = Type(None)
_MONEY, _RATE, _COUNT, _NUMBER = Type(Kind.MONEY), Type(Kind.RATE), Type(Kind.COUNT), Type(Kind.NUMBER)
_FLAG, _DATE, _TEXT = Type(Kind.FLAG), Type(Kind.DATE), Type(Kind.TEXT)
_NUMERIC = {Kind.MONEY, Kind.RATE, Kind.COUNT, Kind.NUMBER, None}


@frozen
class FactRef:
    """A name that reads a fact."""

    entity: str
    name: str


@define(eq=False)
class Meanings:
    """What names stand for and literals measure, by identity of the node."""

    names: dict[int, FactRef | t.Define] = field(factory=dict)
    literals: dict[int, Kind] = field(factory=dict)


@define(eq=False)
class Typer:
    """Types expressions within one scope (`entity` None: anything declared, for definitions)."""

    words: Vocabulary
    sink: Sink
    meanings: Meanings
    entity: EntityInfo | None
    _defining: tuple[str, ...] = ()

    def condition(self, expr: t.Expr) -> None:
        """Expect a truth."""
        self.expect(expr, Kind.FLAG)

    def expect(self, expr: t.Expr, kind: Kind) -> bool:
        """Type `expr` where `kind` is wanted; complains if it is another. False if something was wrong."""
        found = self.type_of(expr)
        if found is None:
            return False
        if found == PLAIN:
            return self._adopt(expr, kind)
        if found.kind is kind or (kind is Kind.NUMBER and found.kind in (Kind.COUNT, Kind.NUMBER)):
            return True
        if kind is Kind.MONEY and found.kind is Kind.COUNT and self._money_factor(expr):
            return True
        self.sink.add("T301", expr.span, wanted=_word(kind), found=_word(found.kind), text=self._said(expr.span))
        return False

    def type_of(self, expr: t.Expr) -> Type | None:
        """The type of `expr`; None if something in it is wrong (and has been told)."""
        match expr:
            case t.Name():
                return self._name(expr)
            case t.NumberLit():
                return self._number(expr)
            case t.DateLit() | t.Today():
                return _DATE
            case t.BoolLit():
                return _FLAG
            case t.Text():
                return _TEXT
            case t.PartOf():
                return _NUMBER if self.expect(expr.date, Kind.DATE) else None
            case t.Chain():
                return self._sum(expr) if expr.terms[0][0] == "+" else self._product(expr)
            case t.Negate():
                return self._numeric(expr.x)
            case t.CountedUpTo() | t.Excess():
                return self._alike(expr.span, (expr.x, expr.limit))
            case t.Pick():
                return self._alike(expr.span, expr.items)
            case t.Comparison():
                return self._comparison(expr)
            case t.InSet():
                return self._in_set(expr)
            case t.InYear():
                return _FLAG if self.expect(expr.x, Kind.DATE) else None
            case t.Not():
                return _FLAG if self.expect(expr.x, Kind.FLAG) else None
            case t.Junction():
                return _FLAG if all([self.expect(x, Kind.FLAG) for x in expr.items]) else None
            case t.YearKey():
                self.sink.add("T306", expr.span)
                return None

    # Names

    def _name(self, expr: t.Name) -> Type | None:
        found = self._find(expr)
        if found is not None:
            entity, fact = found
            self.meanings.names[id(expr)] = FactRef(entity.name, fact.name.name)
            return Type(Kind(fact.kind), frozenset(o.name.name for o in fact.options))
        definition = self.words.definitions.get(expr.name)
        if definition is not None:
            return self._definition(expr, definition)
        self._unknown(expr)
        return None

    def _find(self, expr: t.Name) -> tuple[EntityInfo, t.Fact] | None:
        if self.entity is not None:
            return self.entity.find(expr.name)
        owners = self.words.owners(expr.name)
        return (owners[-1], owners[-1].facts[expr.name]) if owners else None

    def _definition(self, expr: t.Name, definition: t.Define) -> Type | None:
        if expr.name in self._defining:
            self.sink.add("N208", expr.span, name=expr.name, circle=" → ".join((*self._defining, expr.name)))
            return None
        self.meanings.names[id(expr)] = definition
        inner = Typer(self.words, self.sink, self.meanings, self.entity, (*self._defining, expr.name))
        return inner.type_of(definition.value)

    def _unknown(self, expr: t.Name) -> None:
        owners = self.words.owners(expr.name)
        if owners and self.entity is not None:
            self.sink.add("N204", expr.span, name=expr.name, owner=owners[0].name, here=self.entity.name)
            return
        reach = [n for e in (self.entity.chain() if self.entity else self.words.entities.values()) for n in e.facts]
        known = [*reach, *self.words.definitions]
        if not expr.name.isascii() and expr.name not in self.sink.parsed.lost:
            pieces = cut_run(expr.name, frozenset(known))
            if pieces is not None:
                self.sink.add("S106", expr.span, replace=" ".join(pieces), found=expr.name, right=" ".join(pieces))
                return
        self.sink.unknown("N201", expr, known)

    # Numbers

    def _number(self, expr: t.NumberLit) -> Type:
        if expr.unit in ("%", "‰", "/"):
            self.meanings.literals[id(expr)] = Kind.RATE
            return _RATE
        if expr.unit == "元":
            self.meanings.literals[id(expr)] = Kind.MONEY
            return _MONEY
        return PLAIN

    def _numeric(self, expr: t.Expr) -> Type | None:
        found = self.type_of(expr)
        if found is not None and found.kind not in _NUMERIC:
            self.sink.add("T302", expr.span, found=_word(found.kind), text=self._said(expr.span))
            return None
        return found

    def _adopt(self, expr: t.Expr, kind: Kind) -> bool:
        """Make the unit-less numbers in `expr` measure `kind`."""
        match expr:
            case t.NumberLit():
                if kind is Kind.RATE:
                    right = f"{expr.text}%"
                    self.sink.add("T303", expr.span, replace=right, text=expr.text, right=right)
                    return False
                if kind not in _NUMERIC:
                    self.sink.add("T301", expr.span, wanted=_word(kind), found=_word(None), text=expr.text)
                    return False
                if kind is Kind.COUNT and not isinstance(expr.value, int):
                    self.sink.add("T304", expr.span, text=expr.text)
                    return False
                self.meanings.literals[id(expr)] = kind
                return True
            case t.Chain() if expr.terms[0][0] == "+":
                return all([self._adopt(x, kind) for _, x in expr.terms])
            case t.Chain():
                # One factor carries the unit, the others are bare numbers.
                rest = [x for _, x in expr.terms[1:]]
                return self._adopt(expr.terms[0][1], kind) and all([self._adopt(x, Kind.NUMBER) for x in rest])
            case t.Negate():
                return self._adopt(expr.x, kind)
            case t.CountedUpTo() | t.Excess():
                return all([self._adopt(expr.x, kind), self._adopt(expr.limit, kind)])
            case t.Pick():
                return all([self._adopt(x, kind) for x in expr.items])
            case t.Name():
                definition = self.meanings.names.get(id(expr))
                return isinstance(definition, t.Define) and self._adopt(definition.value, kind)
        return False

    def _money_factor(self, expr: t.Expr) -> bool:
        """`10万 × F` where money is wanted: the number is the money."""
        if isinstance(expr, t.Chain) and expr.terms[0][0] == "*":
            for _, factor in expr.terms:
                if isinstance(factor, t.NumberLit) and not factor.unit:
                    self.meanings.literals[id(factor)] = Kind.MONEY
                    return True
        return False

    def _alike(self, span: Span, items: tuple[t.Expr, ...]) -> Type | None:
        """Terms that must measure the same; bare numbers follow the others."""
        types = [self._numeric(x) for x in items]
        if None in types:
            return None
        kinds = list(dict.fromkeys(x.kind for x in types if x is not None and x != PLAIN))
        if not kinds:
            return PLAIN
        if set(kinds) == {Kind.COUNT, Kind.NUMBER}:
            kinds = [Kind.NUMBER]
        if len(kinds) > 1:
            self.sink.add("T305", span, a=_word(kinds[0]), b=_word(kinds[1]), text=self._said(span))
            return None
        kind = kinds[0]
        assert kind is not None
        adopted = [self._adopt(x, kind) for x, found in zip(items, types, strict=True) if found == PLAIN]
        return Type(kind) if all(adopted) else None

    def _sum(self, expr: t.Chain) -> Type | None:
        return self._alike(expr.span, tuple(x for _, x in expr.terms))

    def _product(self, expr: t.Chain) -> Type | None:
        result: Type | None = None
        for sign, factor in expr.terms:
            found = self._numeric(factor)
            if found is None:
                return None
            if sign == "/":
                if not isinstance(factor, t.NumberLit) or factor.value == 0 or factor.unit == "元":
                    self.sink.add("T308", factor.span, text=self._said(factor.span))
                    return None
                if found == PLAIN:
                    self._adopt(factor, Kind.NUMBER)
                continue
            result = found if result is None else self._times(expr, result, found)
            if result is None:
                return None
        if result is not None and result != PLAIN:
            for sign, factor in expr.terms:
                if sign == "*" and isinstance(factor, t.NumberLit) and not factor.unit:
                    self._adopt(factor, Kind.NUMBER)
        return result

    def _times(self, expr: t.Chain, a: Type, b: Type) -> Type | None:
        kinds = {a.kind, b.kind}
        if a.kind is Kind.MONEY and b.kind is Kind.MONEY:
            self.sink.add("T309", expr.span, text=self._said(expr.span))
            return None
        for kind in (Kind.MONEY, Kind.RATE, Kind.NUMBER, Kind.COUNT):
            if kind in kinds:
                return Type(kind)
        return PLAIN

    # Truths

    def _comparison(self, expr: t.Comparison) -> Type | None:
        left = self.type_of(expr.a)
        if left is None:
            return None
        if left.kind is Kind.CHOICE:
            return _FLAG if self._option(expr, left) else None
        if left.kind is Kind.FLAG and isinstance(expr.b, t.BoolLit) and expr.op in ("=", "!="):
            return _FLAG
        if left.kind is Kind.TEXT and isinstance(expr.b, t.Text) and expr.op in ("=", "!="):
            return _FLAG
        if left.kind is Kind.DATE:
            return _FLAG if self.expect(expr.b, Kind.DATE) else None
        if left.kind not in _NUMERIC:
            self.sink.add("T302", expr.a.span, found=_word(left.kind), text=self._said(expr.a.span))
            return None
        if left.kind is Kind.MONEY and isinstance(expr.b, t.NumberLit) and expr.b.unit == "%":
            self.sink.add("T305", expr.span, a=_word(Kind.MONEY), b=_word(Kind.RATE), text=self._said(expr.span))
            return None
        return _FLAG if self._alike(expr.span, (expr.a, expr.b)) is not None else None

    def _option(self, expr: t.Comparison, left: Type) -> bool:
        if expr.op not in ("=", "!="):
            self.sink.add("T310", expr.span, text=self._said(expr.span))
            return False
        return self._known_option(expr.b, left)

    def _known_option(self, item: t.Expr, left: Type) -> bool:
        if not isinstance(item, t.Name):
            self.sink.add("T311", item.span, text=self._said(item.span), options=sorted(left.options))
            return False
        if item.name not in left.options:
            self.sink.unknown("N209", item, left.options, options=sorted(left.options))
            return False
        return True

    def _in_set(self, expr: t.InSet) -> Type | None:
        left = self.type_of(expr.x)
        if left is None:
            return None
        if left.kind is Kind.CHOICE:
            return _FLAG if all([self._known_option(item, left) for item in expr.items]) else None
        if left.kind in _NUMERIC:
            return _FLAG if self._alike(expr.span, (expr.x, *expr.items)) is not None else None
        self.sink.add("T302", expr.x.span, found=_word(left.kind), text=self._said(expr.x.span))
        return None

    def _said(self, span: Span) -> str:
        return self.sink.parsed.source.text[span.start : span.end]


_WORDS = {
    Kind.MONEY: {"en": "a sum of money", "zh": "金额"},
    Kind.RATE: {"en": "a rate", "zh": "比率"},
    Kind.COUNT: {"en": "a count", "zh": "数量"},
    Kind.NUMBER: {"en": "a number", "zh": "数值"},
    Kind.FLAG: {"en": "a yes or no", "zh": "是否"},
    Kind.DATE: {"en": "a date", "zh": "日期"},
    Kind.CHOICE: {"en": "a choice", "zh": "选项"},
    Kind.TEXT: {"en": "a text", "zh": "文本"},
    None: {"en": "a bare number", "zh": "数字"},
}


def _word(kind: Kind | None) -> dict[str, str]:
    return _WORDS[kind]
