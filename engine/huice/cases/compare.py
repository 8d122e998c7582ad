"""A decision against what a case expects of it, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from huice.cases.model import TOTAL, Case, Expectation, Line
from huice.decide.decision import Award, Holds, Result
from huice.source import Span
from huice.values import Range

__all__ = ["actual_amount", "actual_share", "actual_status", "compare"]


def compare(case: Case, result: Result) -> tuple[Line, ...]:
    """Every comparison that the case asks for, in the order written."""
    return tuple(line for expected in case.expectations for line in _lines(case, expected, result))


def actual_amount(target: str, result: Result) -> Range:
    """What the decision says of a rule or of the total; a rule that cannot pay comes to 0."""
    if target == TOTAL:
        return result.total
    found = result.rules.get(target)
    return found.amount if found else _nothing(result)


def actual_share(target: str, payer: str, result: Result) -> Range:
    """The share of one payer; a payer that pays nothing has 0."""
    if target == TOTAL:
        split = result.split
    else:
        found = result.rules.get(target)
        split = found.split if found else {}
    return split.get(payer, _nothing(result))


def actual_status(target: str, result: Result) -> tuple[str, ...]:
    """The statuses of the rule's awards, each once, in the order of the awards."""
    return tuple(dict.fromkeys(a.status.value for a in _awards(target, result)))


def _lines(case: Case, expected: Expectation, result: Result) -> Iterator[Line]:
    def at(span: Span) -> int:
        return case.source.position(span.start)[0]

    target = expected.target
    if expected.figure is not None:
        actual = actual_amount(target, result)
        same = _same(expected.figure.amount, actual)
        line = at(expected.figure.span)
        yield Line(target, "amount", str(expected.figure.amount), str(actual), same, line=line)
    for payer, figure in expected.split.items():
        actual = actual_share(target, payer, result)
        same = _same(figure.amount, actual)
        yield Line(target, "payer", str(figure.amount), str(actual), same, payer, at(figure.span))
    if expected.status is not None:
        statuses = actual_status(target, result)
        same = statuses == (expected.status.text,)
        yield Line(target, "status", expected.status.text, ", ".join(statuses), same, line=at(expected.status.span))
    if expected.because:
        reasons = _reasons(target, result)
        for word in expected.because:
            passed = word.text in reasons
            yield Line(target, "because", word.text, ", ".join(reasons), passed, line=at(word.span))


def _same(a: Range, b: Range) -> bool:
    return (a.minor_low, a.minor_high) == (b.minor_low, b.minor_high)


def _nothing(result: Result) -> Range:
    return Range(0, 0, result.program.policy.digits)


def _awards(target: str, result: Result) -> tuple[Award, ...]:
    return tuple(a for a in result.awards if target in (TOTAL, a.rule.name))


def _reasons(target: str, result: Result) -> tuple[str, ...]:
    """The conditions that account for the amount, under their labels.

    Where nothing is due, those not met. Where something is due for certain, those met. Where
    something may be due, those met or not known.
    """
    amount = actual_amount(target, result)
    if amount.minor_high == 0:
        wanted = {Holds.NO}
    elif amount.minor_low > 0:
        wanted = {Holds.YES}
    else:
        wanted = {Holds.YES, Holds.UNKNOWN}
    conditions = (c for a in _awards(target, result) for c in a.conditions)
    return tuple(dict.fromkeys(c.text for c in conditions if c.holds in wanted))
