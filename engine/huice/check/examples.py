"""Names and values in `example` blocks. What only facts can show is checked when the example runs."""

from __future__ import annotations

from attrs import frozen

from huice.check.kinds import Type, sample, word
from huice.check.sink import Sink, close, hint, listed
from huice.check.types import Meanings, type_of_fact
from huice.check.vocabulary import EntityInfo, Vocabulary
from huice.syntax import tree as t
from huice.values import Kind

__all__ = ["check_examples"]


def check_examples(words: Vocabulary, meanings: Meanings, sink: Sink) -> None:
    """Every example of the file: facts, records, rules and payers that it names exist, in their place."""
    if words.subject is None:
        return
    check = _Examples(words, sink, words.subject, _payers(words))
    for item in sink.parsed.file.items:
        if isinstance(item, t.Example):
            for given in item.given:
                check.given(given, words.subject)
            for expect in item.expect:
                check.expected(expect)
            if not item.expect and not sink.parsed.is_damaged(item.span):
                rule = next(iter(words.rules), "total")
                sink.add("R423", item.title.span, level="warning", title=item.title.value, rule=rule)


def _payers(words: Vocabulary) -> frozenset[str]:
    """Every payer that the file names anywhere."""
    clauses = [c for rule in words.rules.values() for c in rule.clauses]
    clauses += words.policy.clauses if words.policy is not None else ()
    named = {c.payer.name for c in clauses if isinstance(c, t.PaidBy)}
    named.update(p.name for c in clauses if isinstance(c, t.Split) for p in c.payers)
    return frozenset((*words.payers, *named, "unstated"))


@frozen
class _Examples:
    words: Vocabulary
    sink: Sink
    subject: EntityInfo
    payers: frozenset[str]

    def expected(self, expect: t.Expect) -> None:
        """The rule and the payers of one expectation."""
        if expect.rule.name != "total" and expect.rule.name not in self.words.rules:
            self.sink.unknown("N213", expect.rule, [*self.words.rules, "total"])
        seen: set[str] = set()
        for payer, _, _ in expect.split:
            if payer.name in seen:
                self.sink.add("R422", payer.span, name=payer.name, where={"en": "`expect`", "zh": "应得"})
            seen.add(payer.name)
            if payer.name not in self.payers:
                known = sorted(self.payers - {"unstated"}) or ["unstated"]
                self.sink.unknown("N210", payer, known, payers=listed(known))

    def given(self, given: t.Given, here: EntityInfo) -> None:
        """One thing that an example states, directly or inside a record of `here`."""
        match given:
            case t.GivenValue():
                self._value(given, here)
            case t.GivenRecord(entity=t.Name(name="history")):
                self._history(given)
            case t.GivenRecord():
                self._record(given, here)
            case t.GivenNone():
                self._none(given, here)
            case t.GivenDecided():
                self._decided(given)
            case _:
                pass

    def _record(self, given: t.GivenRecord, here: EntityInfo) -> None:
        entity = self.words.entities.get(given.entity.name)
        if entity is None:
            self.sink.unknown("N202", given.entity, [*self.words.entities, "history"])
            return
        if entity is not self.subject or here is not self.subject:
            self._place(given.entity, entity, here)
        for value in given.values:
            self.given(value, entity)

    def _none(self, given: t.GivenNone, here: EntityInfo) -> None:
        if given.entity.name == "history":
            return
        entity = self.words.entities.get(given.entity.name)
        if entity is None:
            self.sink.unknown("N202", given.entity, [*self.words.entities, "history"])
        else:
            self._place(given.entity, entity, here)

    def _place(self, name: t.Name, entity: EntityInfo, here: EntityInfo) -> None:
        """Records stand inside their parents."""
        parent = entity.parent
        if parent is None or parent is here:
            return
        example = f"{entity.name} (…)"
        for outer in list(parent.chain())[:-1]:
            example = f"{outer.name} ({example})"
        self.sink.add("N214", name.span, name=name.name, parent=parent.name, here=here.name, example=example)

    def _history(self, given: t.GivenRecord) -> None:
        for value in given.values:
            if not isinstance(value, t.GivenValue):
                continue
            if value.name.name == "rule" and isinstance(value.value, t.Name):
                self._rule(value.value)

    def _rule(self, name: t.Name) -> t.Rule | None:
        if name.name not in self.words.rules:
            self.sink.unknown("N213", name, self.words.rules)
        return self.words.rules.get(name.name)

    def _decided(self, given: t.GivenDecided) -> None:
        rule = self._rule(given.rule)
        if rule is None:
            return
        heads = [c for c in rule.clauses if isinstance(c, t.Rate | t.AwardFlat | t.Interest)]
        if heads and not heads[0].open:
            self.sink.add("R426", given.rule.span, rule=rule.name.name, text=self.sink.said(heads[0].span))

    def _value(self, given: t.GivenValue, here: EntityInfo) -> None:
        fact = here.facts.get(given.name.name)
        if fact is not None:
            self._literal(given.value, type_of_fact(fact), given.name.name)
            return
        owners = self.words.owners(given.name.name)
        if not owners:
            self.sink.unknown("N201", given.name, here.facts)
            return
        owner, said = owners[0].name, self.sink.said(given.span)
        place = {"en": "part of the example", "zh": "示例的这一部分"}
        remedy = {"en": f"Write it there: `given {owner} ({said})`.", "zh": f"请写到那里：`已知 {owner} ({said})`。"}
        self.sink.add(
            "N204", given.name.span, name=given.name.name, owner=owner, here=here.name, place=place, hint=remedy
        )

    def _literal(self, value: t.Expr, wanted: Type, fact: str) -> None:
        """A value of the fact's own kind. Text may stand for an option, as it does in facts."""
        if isinstance(value, t.Name) and value.name == "unknown":
            return
        kind = wanted.kind
        assert kind is not None
        if kind is Kind.CHOICE:
            self._choice(value, wanted, fact)
            return
        fits = {
            Kind.FLAG: isinstance(value, t.BoolLit),
            Kind.DATE: isinstance(value, t.DateLit),
            Kind.TEXT: isinstance(value, t.Text | t.Name),
        }.get(kind)
        if fits is None:
            fits = isinstance(value, t.NumberLit) and (kind is Kind.RATE) == (value.unit in ("%", "‰", "/"))
            fits = fits and (kind is Kind.MONEY or getattr(value, "unit", "") != "元")
            fits = fits or (isinstance(value, t.NumberLit) and value.value == 0)
        if fits:
            return
        text = self.sink.said(value.span)
        right = _yes_no() if kind is Kind.FLAG else sample(kind)
        remedy = _written(fact, right)
        self.sink.add("T301", value.span, wanted=word(kind), found=word(_kind(value)), text=text, hint=remedy)

    def _choice(self, value: t.Expr, wanted: Type, fact: str) -> None:
        options = sorted(wanted.options)
        said = value.name if isinstance(value, t.Name) else value.value if isinstance(value, t.Text) else None
        if said in wanted.options:
            return
        if isinstance(value, t.Name):
            self.sink.unknown("N209", value, options, fact=fact, options=listed(options))
            return
        meant = close(said, options) if said is not None else None
        text = self.sink.said(value.span)
        self.sink.add("T311", value.span, replace=meant, text=text, hint=hint(meant), options=listed(options))


def _yes_no() -> dict[str, str]:
    return {"en": "yes", "zh": "是"}


def _written(fact: str, right: dict[str, str] | str) -> dict[str, str]:
    en, zh = (right["en"], right["zh"]) if isinstance(right, dict) else (right, right)
    return {"en": f"Write `{fact} {en}`.", "zh": f"请写 `{fact} {zh}`。"}


def _kind(value: t.Expr) -> Kind | None:
    match value:
        case t.BoolLit():
            return Kind.FLAG
        case t.DateLit():
            return Kind.DATE
        case t.Name():
            return Kind.CHOICE
        case t.Text():
            return Kind.TEXT
        case t.NumberLit(unit="元"):
            return Kind.MONEY
        case t.NumberLit(unit="%" | "‰" | "/"):
            return Kind.RATE
        case _:
            return None
