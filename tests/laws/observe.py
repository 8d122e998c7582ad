"""What the laws speak of, read off a decision: every observable as `(low, high)` in minor units."""

from __future__ import annotations

import datetime as dt

from huice.core import Program
from huice.decide.decide import decide
from huice.decide.decision import Result, Status
from huice.decide.plan import Plan
from huice.facts.model import Facts
from huice.values import Range

from .points import Points

Key = tuple[str, ...]
Ends = tuple[int, int | None]

#: Both kinds of "no" are one: which reason is found first may change, the answer may not.
SETTLED = {
    Status.ELIGIBLE: "yes",
    Status.INELIGIBLE: "no",
    Status.NOT_IN_FORCE: "no",
    Status.REFERRED: "referred",
    Status.WITHIN_LIMIT: "within",
    Status.OVER_LIMIT: "over",
}
NOTHING: Ends = (0, 0)


def run(program: Program, facts: Facts, on: dt.date) -> Result:
    """One decision of the reference."""
    return decide(Plan(program), facts, on)


def ends(amount: Range) -> Ends:
    return amount.minor_low, amount.minor_high


def observables(result: Result) -> dict[Key, Ends]:
    """The total, payers, forms in kind, rules, and the awards of records that are named."""
    seen: dict[Key, Ends] = {("total",): ends(result.total)}
    seen |= {("payer", payer): ends(share) for payer, share in result.split.items()}
    seen |= {("in kind", form): ends(amount) for form, amount in result.in_kind.items()}
    for name, rule in result.rules.items():
        seen["rule", name] = ends(rule.amount)
        seen |= {("rule", name, payer): ends(share) for payer, share in rule.split.items()}
    for award in result.awards:
        if award.rule.pays and not award.open_list:
            address = award.record.address if award.record is not None else result.facts.subject.address
            seen["award", award.rule.name, address] = ends(award.amount)
            seen |= {("award", award.rule.name, address, p): ends(s) for p, s in award.split.items()}
    return seen


def statuses(result: Result) -> dict[Key, str]:
    """Where each award of a named record stands, where that is settled."""
    found = {}
    for award in result.awards:
        if award.status in SETTLED and not award.open_list:
            address = award.record.address if award.record is not None else result.facts.subject.address
            found[award.rule.name, address] = SETTLED[award.status]
    return found


def points_as_ends(points: Points) -> dict[Key, Ends]:
    """The same of a decision without ranges."""
    seen: dict[Key, Ends] = {("total",): (points.total, points.total)}
    seen |= {("payer", payer): (share, share) for payer, share in points.split.items()}
    seen |= {("in kind", form): (amount, amount) for form, amount in points.in_kind.items()}
    for name, amount in points.rules.items():
        seen["rule", name] = (amount, amount)
        seen |= {("rule", name, payer): (share, share) for payer, share in points.rule_shares[name].items()}
    for (rule, address), amount in points.awards.items():
        seen["award", rule, address] = (amount, amount)
        shares = points.award_shares[rule, address]
        seen |= {("award", rule, address, payer): (share, share) for payer, share in shares.items()}
    return seen


def within(inner: Ends, outer: Ends) -> bool:
    """Whether one range lies in the other."""
    return outer[0] <= inner[0] and (outer[1] is None or (inner[1] is not None and inner[1] <= outer[1]))


def escapes(narrow: dict[Key, Ends], wide: dict[Key, Ends]) -> list[tuple[Key, Ends, Ends]]:
    """Observables of the narrow decision that the wide one does not hold; a payer not named pays nothing."""
    keys = dict.fromkeys((*narrow, *wide))
    return [
        (key, narrow.get(key, NOTHING), wide[key])
        for key in keys
        if key in wide
        and not (key[0] == "award" and key not in narrow)
        and not within(narrow.get(key, NOTHING), wide[key])
    ]
