"""One rule: who, when, how much, out of whose budget."""

from __future__ import annotations

from attrs import frozen

from huice.core import (
    Assumption,
    Ceiling,
    Condition,
    Not,
    Policy,
    Round,
    Rule,
    RunningCap,
    Split,
    Window,
)
from huice.lower.context import Context
from huice.lower.expressions import lower_expr
from huice.lower.heads import across, ceiling, lower_line
from huice.syntax import tree as t
from huice.syntax.print_clause import clause_text, expr_text

__all__ = ["UNSTATED", "lower_condition", "lower_rule", "lower_window"]

#: The payer where neither the rule nor the policy names one.
UNSTATED = "unstated"


def lower_condition(clause: t.When, context: Context) -> Condition:
    """A `when` or `unless`, shown under its label, else as printed."""
    expr = lower_expr(clause.condition, context)
    text = clause.label.value if clause.label else expr_text(clause.condition, clause.spelling)
    return Condition(
        expr=Not(expr, span=clause.span) if clause.unless else expr,
        text=text,
        unless=clause.unless,
        span=clause.span,
    )


def lower_window(clause: t.Valid) -> Window:
    """A window; both days included."""
    return Window(
        start=clause.start.value if clause.start else None,
        end=clause.end.value if clause.end else None,
        text=clause_text(clause, clause.spelling),
        span=clause.span,
    )


@frozen
class _Destination:
    split: Split
    stated: bool


def lower_rule(rule: t.Rule, policy: Policy, payer: str | None, context: Context) -> Rule:
    """One rule of a checked file; `payer` is the policy's default."""
    assert context.words.subject is not None
    entity = next((c.entity.name for c in rule.clauses if isinstance(c, t.Each)), context.words.subject.name)
    conditions = tuple(lower_condition(c, context) for c in rule.clauses if isinstance(c, t.When))
    line = lower_line(rule, entity, context, conditions)
    amount = line.finish(conditions) if line is not None else None
    window = next((lower_window(c) for c in rule.clauses if isinstance(c, t.Valid)), None)
    dated_by = next((lower_expr(c.date, context) for c in rule.clauses if isinstance(c, t.DatedBy)), None)
    if dated_by is not None and window is None:
        window = policy.window  # `dated by F` alone tests F against the policy's own window
    destination = _destination(rule, payer)
    return Rule(
        name=rule.name.name,
        title=rule.title.value if rule.title else None,
        article=next((c.value.value for c in rule.clauses if isinstance(c, t.Article)), None),
        quotes=tuple(c.value.value for c in rule.clauses if isinstance(c, t.Quote)),
        entity=entity,
        conditions=conditions,
        window=window,
        dated_by=dated_by,
        amount=amount,
        refers_to=next((c.value.value for c in rule.clauses if isinstance(c, t.ReferTo)), None),
        ceiling=next((_ceiling(c, context) for c in rule.clauses if isinstance(c, t.LimitTo)), None),
        amount_text=" ".join(clause_text(c, c.spelling) for c in rule.clauses if isinstance(c, _LINE)),
        limits=tuple(line.limits) if line is not None else (),
        once=next((clause_text(c, c.spelling) for c in rule.clauses if isinstance(c, t.Once)), None),
        caps=tuple(
            _running_cap(c, entity, context)
            for c in rule.clauses
            if isinstance(c, t.Cap) and across(c, entity, context)
        ),
        split=destination.split,
        payer_stated=destination.stated,
        in_kind=next((c.value.value for c in rule.clauses if isinstance(c, t.InKind)), None),
        responsible=tuple(c.value.value for c in rule.clauses if isinstance(c, t.Responsible)),
        remarks=tuple(clause_text(c, c.spelling) for c in rule.clauses if isinstance(c, t.OnTopOf | t.PaidTo)),
        assumptions=_assumptions(rule, line.assumed if line is not None else []),
        span=rule.span,
    )


_LINE = (t.Rate, t.AwardFlat, t.Interest, t.Amount, t.Cap, t.Floor, t.ReferTo, t.LimitTo)


def _assumptions(rule: t.Rule, codes: list[str]) -> tuple[Assumption, ...]:
    stated = tuple(Assumption(c.value.value) for c in rule.clauses if isinstance(c, t.Assuming))
    return stated + tuple(Assumption("", code=code) for code in codes)


def _ceiling(clause: t.LimitTo, context: Context) -> Ceiling:
    return Ceiling(
        value=Round(lower_expr(clause.value, context), span=clause.span),
        limit=lower_expr(clause.limit, context),
        text=clause_text(clause, clause.spelling),
        span=clause.span,
    )


def _running_cap(clause: t.Cap, entity: str, context: Context) -> RunningCap:
    """Keys that name an entity around the record hold for all of it and tell no awards apart."""
    keys = [k for k in clause.keys if not (isinstance(k, t.Name) and id(k) not in context.meanings.names)]
    return RunningCap(
        limit=ceiling(lower_expr(clause.limit, context)),
        keys=tuple(lower_expr(k, context) for k in keys),
        text=clause_text(clause, clause.spelling),
        span=clause.span,
    )


def _destination(rule: t.Rule, payer: str | None) -> _Destination:
    for clause in rule.clauses:
        if isinstance(clause, t.Split):
            payers = tuple(p.name for p in clause.payers)
            weights = tuple(int(w.value) for w in clause.weights)
            return _Destination(Split(payers, weights, clause_text(clause, clause.spelling), span=clause.span), True)
        if isinstance(clause, t.PaidBy):
            text = clause_text(clause, clause.spelling)
            return _Destination(Split((clause.payer.name,), (1,), text, span=clause.span), True)
    return _Destination(Split((payer or UNSTATED,), (1,), ""), False)
