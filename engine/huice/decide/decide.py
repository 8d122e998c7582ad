"""The one entry: a plan, a case and a date in; the decision out. Pure: no clock, no files."""

from __future__ import annotations

import datetime as dt
from functools import partial

from huice.decide.decision import Award, Holds, Result, RuleResult
from huice.decide.plan import Plan
from huice.decide.questions import questions
from huice.decide.ranges import add
from huice.decide.reasons import as_range, rule_result
from huice.decide.world import World
from huice.diagnostics import Diagnostic
from huice.facts.model import Facts

__all__ = ["decide"]


def decide(plan: Plan, facts: Facts, as_of: dt.date) -> Result:
    """Decide one case as of a day, with reasons."""
    world = World(plan, facts, as_of.toordinal())
    digits = plan.program.policy.digits
    awards: list[Award] = []
    rules: dict[str, RuleResult] = {}
    for rule in plan.program.rules:
        result = rule_result(world, world.outcome(rule), as_of)
        awards.extend(result.awards)
        if rule.pays:
            rules[rule.name] = result
    tally = world.tally()
    in_kind = {
        form: as_range(add([world.outcome(r).total for r in plan.paying if r.in_kind == form]), digits)
        for form in plan.forms
    }
    return Result(
        program=plan.program,
        facts=facts,
        as_of=as_of,
        awards=tuple(awards),
        rules=rules,
        total=as_range(tally.total, digits),
        split={payer: as_range(part, digits) for payer, part in tally.split.items()},
        in_kind=in_kind,
        warnings=_warnings(awards),
        ask=partial(questions, world, as_of),
    )


def _warnings(awards: list[Award]) -> tuple[Diagnostic, ...]:
    """A figure of the authority above its ceiling counts as the ceiling: that is said."""
    found = []
    for award in awards:
        for limit in award.limits:
            if limit.kind == "open" and limit.bites is Holds.YES:
                at = "" if award.record is None else f".{award.record.address}"
                address = f"decided.{award.rule.name}{at}"
                found.append(
                    Diagnostic.about("D101", address, level="warning", text=limit.text, most=str(limit.amount))
                )
    return tuple(found)
