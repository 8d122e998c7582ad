"""The amount line: one head, steps behind it, and only keyed caps behind a keyed cap."""

from __future__ import annotations

from huice.check.sink import Sink
from huice.check.vocabulary import free_name
from huice.syntax import tree as t

__all__ = ["HEADS", "check_line"]

HEADS = (t.Rate, t.AwardFlat, t.Interest, t.Amount)
_STEPS = (t.Cap, t.Floor)
_NO_AMOUNT = {
    t.ReferTo: {"en": "refers to another text", "zh": "参照其他文件"},
    t.LimitTo: {"en": "states a limit", "zh": "规定限额"},
}


def check_line(rule: t.Rule, sink: Sink) -> None:
    """The order of what says how much a rule pays."""
    heads = [c for c in rule.clauses if isinstance(c, (*HEADS, t.ReferTo, t.LimitTo))]
    if not heads:
        if not sink.parsed.is_damaged(rule.span):
            sink.add("R404", rule.name.span, rule=rule.name.name)
        return
    for extra in heads[1:]:
        sink.add("R403", extra.span, also=heads[0].span, rule=rule.name.name, right=free_name(rule.name.name))
    closed: t.Cap | None = None
    for clause in rule.clauses:
        if not isinstance(clause, _STEPS):
            continue
        text = sink.said(clause.span)
        if isinstance(heads[0], t.ReferTo | t.LimitTo):
            sink.add("R415", clause.span, also=heads[0].span, text=text, what=_NO_AMOUNT[type(heads[0])])
        elif clause.span.start < heads[0].span.start:
            right = f"{sink.said(heads[0].span)} {text}"
            sink.add("R405", clause.span, also=heads[0].span, text=text, right=right)
        elif closed is not None and not (isinstance(clause, t.Cap) and clause.keys):
            closing = sink.said(closed.span)
            sink.add("R406", clause.span, also=closed.span, text=text, closing=closing, right=f"{text} {closing}")
        if isinstance(clause, t.Cap) and clause.keys:
            closed = clause
