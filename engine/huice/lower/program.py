"""A whole checked file as a `Program`."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from huice.check import Checked
from huice.core import Assumption, Entity, FactDecl, Option, Payer, Policy, Program
from huice.lower.context import Context
from huice.lower.expressions import number_of
from huice.lower.forks import find_forks
from huice.lower.rules import lower_condition, lower_rule, lower_window
from huice.syntax import tree as t
from huice.values import CURRENCY_DIGITS, Kind

__all__ = ["lower"]


def lower(checked: Checked) -> Program:
    """Lower a file in which the checks found no error."""
    words = checked.words
    header = words.policy
    assert header is not None and words.subject is not None
    currency = next((c.code.name for c in header.clauses if isinstance(c, t.Currency)), "CNY")
    digits = CURRENCY_DIGITS.get(currency, 2)
    context = Context(words, checked.meanings, 10**digits, _spelling(checked))
    policy = _policy(header, currency, digits, context)
    payer = next((c.payer.name for c in header.clauses if isinstance(c, t.PaidBy)), None)
    rules = tuple(lower_rule(rule, policy, payer, context) for rule in words.rules.values())
    entities = tuple(_entity(info.node, context) for info in words.entities.values())
    return Program(
        policy=policy,
        entities=entities,
        rules=rules,
        forks=find_forks(entities, rules, policy.conditions),
        spelling=context.spelling,
        language="zh" if context.spelling == "zh" or _is_chinese(policy.title or "") else "en",
        source_name=checked.parsed.source.name,
    )


def _spelling(checked: Checked) -> str:
    """The spelling that most clauses of the file are written in."""
    counted = Counter(
        clause.spelling
        for item in checked.parsed.file.items
        for clause in (item, *getattr(item, "clauses", ()), *getattr(item, "facts", ()))
    )
    return counted.most_common(1)[0][0] if counted else "en"


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def _policy(header: t.Policy, currency: str, digits: int, context: Context) -> Policy:
    number = issuer = issued = text = None
    conditions = []
    payers: tuple[Payer, ...] = ()
    window = None
    for clause in header.clauses:
        match clause:
            case t.Field(what="number"):
                number = clause.value.value
            case t.Field():
                issuer = clause.value.value
            case t.Issued():
                issued = clause.date.value
            case t.TextSource():
                text = clause.value.value
            case t.Valid():
                window = lower_window(clause)
            case t.When():
                conditions.append(lower_condition(clause, context))
            case t.Payers():
                payers += tuple(Payer(name.name, label.value if label else None) for name, label in clause.items)
            case _:
                pass
    return Policy(
        name=header.name.name,
        title=header.title.value if header.title else None,
        number=number,
        issuer=issuer,
        issued=issued,
        text=text,
        currency=currency,
        digits=digits,
        window=window,
        conditions=tuple(conditions),
        payers=payers,
        assumptions=_assumptions(header),
        span=header.span,
    )


def _assumptions(header: t.Policy) -> tuple[Assumption, ...]:
    """An `assuming` behind `paid by` or `valid` is about that clause, else about the whole policy."""
    found: list[Assumption] = []
    about: str | None = None
    for clause in header.clauses:
        match clause:
            case t.Assuming():
                found.append(Assumption(clause.value.value, about))
            case t.PaidBy():
                about = "payer"
            case t.Valid():
                about = "window"
            case _:
                about = None
    return tuple(found)


def _entity(node: t.Entity, context: Context) -> Entity:
    name = node.name.name
    facts = tuple(_fact(name, fact, context) for fact in node.facts)
    return Entity(
        name=name,
        label=node.label.value if node.label else None,
        parent=node.parent.name if node.parent else None,
        facts=facts + tuple(context.open_facts.get(name, ())),
        span=node.span,
    )


def _fact(entity: str, node: t.Fact, context: Context) -> FactDecl:
    kind = Kind(node.kind)
    low: int | Fraction | None = 0 if kind in (Kind.MONEY, Kind.COUNT, Kind.RATE) and not node.negative else None
    high: int | Fraction | None = None
    if node.ranked is not None:
        low = 1  # the first place
    if node.between is not None:
        low, high = (_bound(x, kind, context) for x in (node.between.low, node.between.high))
    return FactDecl(
        entity=entity,
        name=node.name.name,
        kind=kind,
        label=node.label.value if node.label else None,
        ask=node.ask.value if node.ask else None,
        options=tuple(Option(o.name.name, o.label.value if o.label else None) for o in node.options),
        low=low,
        high=high,
        asked_of="population" if node.ranked is not None else "applicant",
        span=node.span,
    )


def _bound(node: t.NumberLit, kind: Kind, context: Context) -> int | Fraction:
    if kind is Kind.MONEY:
        context.meanings.literals[id(node)] = Kind.MONEY
    return number_of(node, context)
