"""Names and types of expressions, before any fact is seen.

What is found out is kept per node: a name is a fact, a definition or an option; a number written without
a unit measures what it meets (`fee >= 50000` makes 50000 money). Lowering reads that and decides
nothing again. Each use of a definition is typed on a copy of its own, because the same words may read
another record's fact, or measure something else, elsewhere.
"""

from __future__ import annotations

from typing import Any

from attrs import define, evolve, field, frozen

from huice.check.kinds import NUMERIC, PLAIN, Said, Type, remedy, same_as, word
from huice.check.sink import Sink, every, listed
from huice.check.vocabulary import EntityInfo, Vocabulary
from huice.check.walk import bottom_up, fresh
from huice.syntax import tree as t
from huice.syntax.lexicon import lexicon
from huice.values import Kind

__all__ = ["DEEPEST", "FactRef", "Meanings", "Typer"]

#: How deep values may nest, definitions written out (interfaces.md, "Diagnostics").
DEEPEST = 220
_LONGEST_CHAIN = 50
_MOST_IN_ONE = 5_000
_MOST_IN_ALL = 300_000

_NUMBER, _FLAG, _DATE, _TEXT = Type(Kind.NUMBER), Type(Kind.FLAG), Type(Kind.DATE), Type(Kind.TEXT)


@frozen
class FactRef:
    """A name that reads a fact."""

    entity: str
    name: str


@define(eq=False)
class Meanings:
    """What names stand for and literals measure, by identity of the node.

    `used` are the definitions met in a rule or header, `broken` those that cannot be used (and
    have been told); `written_out` counts the nodes of all copies, `start` those before the value in hand.
    """

    names: dict[int, FactRef | t.Define] = field(factory=dict)
    literals: dict[int, Kind] = field(factory=dict)
    used: set[str] = field(factory=set)
    broken: set[str] = field(factory=set)
    written_out: int = 0
    start: int = 0
    too_large: bool = False


@define(eq=False)
class Typer:
    """Types expressions within one scope (`entity` None: anything declared, for definitions that no rule uses).

    `missed` are entities of which a fact was wanted and not in reach; `place` says in words what
    speaks of the entity.
    """

    words: Vocabulary
    sink: Sink
    meanings: Meanings
    entity: EntityInfo | None
    missed: set[str] = field(factory=set)
    place: Said = field(factory=lambda: {"en": "rule", "zh": "本条款"})
    _defining: tuple[str, ...] = ()
    _site: t.Name | None = None
    _depth: int = 0
    _types: dict[int, Type | None] = field(factory=dict)

    def condition(self, expr: t.Expr) -> None:
        """Expect a truth that facts can change."""
        if not self.expect(expr, Kind.FLAG):
            return
        if not any(isinstance(x, t.Name | t.Today) for x in bottom_up(expr)[0]):
            self.sink.add("T316", expr.span, level="warning", text=self.sink.said(expr.span))

    def expect(self, expr: t.Expr, kind: Kind) -> bool:
        """Type `expr` where `kind` is wanted; complains if it is another. False if something was wrong."""
        from huice.check.units import adopt, money_factor

        found = self.type_of(expr)
        if found is None:
            return False
        if found == PLAIN:
            return adopt(self, expr, kind)
        if kind in (found.kind, found.also) or (kind is Kind.NUMBER and found.kind is Kind.COUNT):
            return True
        if kind is Kind.MONEY and found.kind in (Kind.COUNT, Kind.NUMBER) and money_factor(self, expr):
            return True
        self.mismatch(expr, kind, found)
        return False

    def mismatch(self, expr: t.Expr, wanted: Kind, found: Type) -> None:
        """Say that `expr` is not what is wanted here."""
        text = self.sink.said(expr.span)
        self.sink.add(
            "T301", expr.span, wanted=word(wanted), found=word(found.kind), text=text, hint=remedy(wanted, found, text)
        )

    def type_of(self, expr: t.Expr) -> Type | None:
        """The type of `expr`; None if something in it is wrong (and has been told)."""
        if id(expr) in self._types:
            return self._types[id(expr)]
        nodes, depth = bottom_up(expr)
        if not self._fits(expr, depth):
            self._types[id(expr)] = None
            return None
        outer = self._depth
        self._depth += depth
        skipped = _options(nodes)
        for node in nodes:
            if id(node) not in self._types and id(node) not in skipped:
                self._types[id(node)] = self._type(node)
        self._depth = outer
        return self._types[id(expr)]

    def numeric(self, expr: t.Expr) -> Type | None:
        """The type of `expr` if it can be calculated with."""
        found = self.type_of(expr)
        if found is not None and found.kind not in NUMERIC:
            self.unordered(expr, found)
            return None
        return found

    def unordered(self, expr: t.Expr, found: Type) -> None:
        """Say that `expr` cannot be calculated with or put in an order."""
        text = self.sink.said(expr.span)
        self.sink.add("T302", expr.span, found=word(found.kind), text=text, hint=same_as(found, text))

    def _fits(self, expr: t.Expr, depth: int) -> bool:
        if self._depth + depth <= DEEPEST:
            return True
        if self._site is None:
            self.sink.add("T322", expr.span, most=DEEPEST)
        else:
            self._too_large(self._site)
        return False

    def _type(self, expr: t.Expr) -> Type | None:
        """The type of a node whose parts are typed already."""
        from huice.check import truths, units

        match expr:
            case t.Name():
                return self._name(expr)
            case t.NumberLit():
                return units.of_number(self, expr)
            case t.DateLit() | t.Today():
                return _DATE
            case t.BoolLit():
                return _FLAG
            case t.Text():
                return _TEXT
            case t.PartOf():
                return _NUMBER if self.expect(expr.date, Kind.DATE) else None
            case t.Chain():
                return units.of_sum(self, expr) if expr.terms[0][0] == "+" else units.of_product(self, expr)
            case t.Negate():
                return self.numeric(expr.x)
            case t.CountedUpTo() | t.Excess():
                return units.alike(self, expr.span, (expr.x, expr.limit))
            case t.Pick():
                return units.alike(self, expr.span, expr.items)
            case t.Comparison():
                return truths.of_comparison(self, expr)
            case t.InSet():
                return truths.of_set(self, expr)
            case t.InYear():
                return _FLAG if self.expect(expr.x, Kind.DATE) else None
            case t.Not():
                return _FLAG if self.expect(expr.x, Kind.FLAG) else None
            case t.Junction():
                return _FLAG if every(self.expect(x, Kind.FLAG) for x in expr.items) else None
            case t.YearKey():
                self.sink.add("T306", expr.span)
                return None

    # Names

    def _name(self, expr: t.Name) -> Type | None:
        if self.entity is None:
            return self._anywhere(expr)
        found = self.entity.find(expr.name)
        if found is not None:
            entity, fact = found
            self.meanings.names[id(expr)] = FactRef(entity.name, fact.name.name)
            return type_of_fact(fact)
        return self._other(expr)

    def _anywhere(self, expr: t.Name) -> Type | None:
        """Without a scope: a fact of any entity; None where entities differ about what it is."""
        facts = [type_of_fact(e.facts[expr.name]) for e in self.words.owners(expr.name)]
        if not facts:
            return self._other(expr)
        if len({f.kind for f in facts}) > 1:
            return None
        return evolve(facts[0], options=frozenset().union(*(f.options for f in facts)))

    def _other(self, expr: t.Name) -> Type | None:
        definition = self.words.definitions.get(expr.name)
        if definition is not None:
            return self._definition(expr, definition)
        self._unknown(expr)
        return None

    def _definition(self, expr: t.Name, definition: t.Define) -> Type | None:
        self.meanings.used.add(expr.name)
        if expr.name in self._defining:
            self._circle(expr)
            return None
        if expr.name in self.meanings.broken:
            return None
        own = evolve(definition, value=fresh(definition.value))
        self.meanings.written_out += len(bottom_up(own.value)[0])
        site = self._site or expr
        inner = Typer(
            self.words,
            self.sink,
            self.meanings,
            self.entity,
            self.missed,
            self.place,
            (*self._defining, expr.name),
            site,
            self._depth,
        )
        if len(inner._defining) > _LONGEST_CHAIN or self._overflowing(expr):
            self._too_large(site)
            return None
        self.meanings.names[id(expr)] = own
        return inner.type_of(own.value)

    def _overflowing(self, expr: t.Name) -> bool:
        """Whether definitions, written out, have become too large: in one value or in the whole file."""
        if not self._defining:
            self.meanings.start = self.meanings.written_out
        one = self.meanings.written_out - self.meanings.start
        return one > _MOST_IN_ONE or self.meanings.written_out > _MOST_IN_ALL

    def _circle(self, expr: t.Name) -> None:
        circle = (*self._defining[self._defining.index(expr.name) :], expr.name)
        if not self.meanings.broken.issuperset(circle):
            self.sink.add("N208", expr.span, name=expr.name, circle=" → ".join(circle))
        self.meanings.broken.update(circle)

    def _too_large(self, site: t.Name) -> None:
        if not self.meanings.too_large:
            self.meanings.too_large = True
            self.sink.add("N216", site.span, name=site.name, most=_MOST_IN_ONE, chain=_LONGEST_CHAIN)
        self.meanings.broken.update((site.name, *self._defining))

    def _unknown(self, expr: t.Name) -> None:
        owners = self.words.owners(expr.name)
        if owners and self.entity is not None:
            self._out_of_reach(expr, owners)
            return
        reach = [n for e in (self.entity.chain() if self.entity else self.words.entities.values()) for n in e.facts]
        known = [*reach, *self.words.definitions]
        if "YEAR" in lexicon().terminals.get(expr.name, ()):
            self.sink.add("T306", expr.span)
            return
        if expr.name in self.words.entities and expr.name not in self.sink.parsed.lost:
            facts = listed(self.words.entities[expr.name].facts) if self.words.entities[expr.name].facts else "…"
            self.sink.add("N217", expr.span, name=expr.name, facts=facts)
            return
        fact = self.words.fact_of_option(expr.name)
        if fact is not None and expr.name not in self.sink.parsed.lost:
            self.sink.add("N220", expr.span, name=expr.name, fact=fact)
            return
        if not expr.name.isascii() and expr.name not in self.sink.parsed.lost:
            from huice.syntax.mistakes import cut_run

            pieces = cut_run(expr.name, frozenset(known))
            if pieces is not None:
                right = " ".join(pieces)
                self.sink.add("S106", expr.span, replace=right, found=expr.name, right=right)
                return
        self.sink.unknown("N201", expr, known)

    def _out_of_reach(self, expr: t.Name, owners: list[EntityInfo]) -> None:
        """A fact of a record that the scope does not speak of; told where the rule uses it."""
        assert self.entity is not None
        owner, here = owners[0], self.entity.name
        self.missed.add(owner.name)
        inside = any(e is self.entity for e in owner.chain())
        told: dict[str, Any] = {"name": expr.name, "owner": owner.name, "place": self.place, "here": here}
        hint = _for_each(owner.name, expr.name, here, inside)
        if self._site is None:
            self.sink.add("N204", expr.span, **told, hint=hint)
        else:
            self.sink.add("N215", self._site.span, **told, definition=self._site.name, hint=hint)


def type_of_fact(fact: t.Fact) -> Type:
    """What a fact measures."""
    return Type(Kind(fact.kind), frozenset(o.name.name for o in fact.options))


def _for_each(owner: str, fact: str, here: str, inside: bool) -> Said:
    if inside:
        return {
            "en": f"Speak of each `{owner}`: put `for each {owner}` in front of the conditions.",
            "zh": f"请按“{owner}”逐个计算：在条件之前写 `逐个 {owner}`。",
        }
    return {
        "en": f"Give `{here}` a fact of its own, `fact {fact}: …`, or write a rule for each `{owner}`.",
        "zh": f"请在“{here}”下另设事实 `事实 {fact}：…`，或为“{owner}”单独写一个条款。",
    }


def _options(nodes: list[t.Expr]) -> set[int]:
    """Names that may be options, typed only where their fact turns out to be none: the right side of `is` and `in`."""
    found: set[int] = set()
    for node in nodes:
        if isinstance(node, t.Comparison):
            found.update(id(x) for x in (node.b,) if isinstance(x, t.Name))
        elif isinstance(node, t.InSet):
            found.update(id(x) for x in node.items if isinstance(x, t.Name))
    return found
