"""What the cases of a policy have shown of it, and what not yet.

Each condition is to be seen met and not met, each cap biting and not biting, each window on its
edge days and on the days beside them. Read off decisions, never off facts: what counts is what
was decided.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from huice.cases.model import Coverage, Gap
from huice.core.program import Program, Rule, Window
from huice.decide.decision import Award, Holds, Result, Status
from huice.source import Source, Span

__all__ = ["cover"]

_ONE_DAY = dt.timedelta(days=1)
#: A sight: the rule, what kind of thing, which of them, and what was seen of it.
_Sight = tuple[str | None, str, int, str]


def cover(program: Program, source: Source, results: Iterable[Result]) -> Coverage:
    """What `results` (decisions of `program`, whose text is `source`) have shown of it."""
    seen: set[_Sight] = set()
    for result in results:
        seen.update(_seen(result))
    wanted = list(_wanted(program))
    gaps = []
    for sight, text, span in wanted:
        if sight not in seen:
            rule, kind, _, missing = sight
            gaps.append(Gap(rule, kind, text, missing, source.position(span.start)[0]))
    return Coverage(len(wanted), tuple(gaps))


def _wanted(program: Program) -> Iterator[tuple[_Sight, str, Span]]:
    """Every sight a complete set of cases would show, with the words and place of the clause."""
    policy = program.policy
    for i, condition in enumerate(policy.conditions):
        for side in ("yes", "no"):
            yield (None, "condition", i, side), condition.text, condition.span
    yield from _edges(None, policy.window)
    for rule in program.rules:
        for i, condition in enumerate(rule.conditions):
            for side in ("yes", "no"):
                yield (rule.name, "condition", i, side), condition.text, condition.span
        if rule.once is not None:
            for side in ("yes", "no"):
                yield (rule.name, "once", 0, side), f"once per {rule.once}", rule.span
        caps = [(s.text, s.span) for s in rule.limits if s.kind == "cap"] + [(c.text, c.span) for c in rule.caps]
        for i, (text, span) in enumerate(caps):
            for side in ("bites", "does_not_bite"):
                yield (rule.name, "cap", i, side), text, span
        yield from _edges(rule.name, _window(program, rule))


def _window(program: Program, rule: Rule) -> Window | None:
    """The window whose edges matter to this rule beyond the policy's own (semantics.md, section 9)."""
    return rule.window or (program.policy.window if rule.dated_by is not None else None)


def _edges(rule: str | None, window: Window | None) -> Iterator[tuple[_Sight, str, Span]]:
    if window is None:
        return
    if window.start is not None:
        for day in _beside(window.start, -_ONE_DAY):
            yield (rule, "first_day", 0, day), window.text, window.span
    if window.end is not None:
        for day in _beside(window.end, _ONE_DAY):
            yield (rule, "last_day", 0, day), window.text, window.span


def _beside(edge: dt.date, step: dt.timedelta) -> tuple[str, ...]:
    """The edge day and the day beyond it, where the calendar has one."""
    try:
        return edge.isoformat(), (edge + step).isoformat()
    except OverflowError:
        return (edge.isoformat(),)


def _seen(result: Result) -> Iterator[_Sight]:
    today = result.as_of.isoformat()
    for kind in ("first_day", "last_day"):
        yield None, kind, 0, today
    for award in result.awards:
        yield from _seen_conditions(award)
        yield from _seen_caps(award)
        for day in _tested_days(award, result):
            for kind in ("first_day", "last_day"):
                yield award.rule.name, kind, 0, day


def _seen_conditions(award: Award) -> Iterator[_Sight]:
    rule = award.rule.name
    own = of_policy = 0
    for condition in award.conditions:
        side = condition.holds.value
        match condition.kind:
            case "when" | "unless":
                yield rule, "condition", own, side
                own += 1
            case "policy":
                yield None, "condition", of_policy, side
                of_policy += 1
            case "once":
                yield rule, "once", 0, side


def _seen_caps(award: Award) -> Iterator[_Sight]:
    """A cap is seen only on an award that is due: on any other it holds nothing back."""
    if award.status is not Status.ELIGIBLE:
        return
    caps = [s for s in award.limits if s.kind in ("cap", "running")]
    for i, limit in enumerate(caps):
        if limit.bites is not Holds.UNKNOWN:
            yield award.rule.name, "cap", i, "bites" if limit.bites is Holds.YES else "does_not_bite"


def _tested_days(award: Award, result: Result) -> tuple[str, ...]:
    """The days on which the rule's window was tested: its own date where it has one."""
    if award.rule.dated_by is None:
        return (result.as_of.isoformat(),)
    facts = [f for c in award.conditions if c.kind == "window" for f in c.facts]
    return tuple(f.value.isoformat() for f in facts if isinstance(f.value, dt.date))
