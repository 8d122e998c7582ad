"""All rules of one case, and the totals over them, forks included (semantics.md, section 7).

Rules are tallied in blocks that nothing ties together: a rule on its own, the rules that a record's
fork ties, or everything where the subject's own fork is open. So a question "what if this fact
were 20?" tallies again only the blocks that read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from itertools import product

from attrs import define

from huice.core import Fact, Fork, Rule
from huice.decide.awards import Check, claim, policy_checks, scopes
from huice.decide.destinations import held_to, shares
from huice.decide.evaluate import Evaluator
from huice.decide.outcome import Outcome, outcome
from huice.decide.plan import Plan
from huice.decide.ranges import ZERO, Interval, add, hull, paid
from huice.decide.scope import Scope, Unknowns
from huice.facts.model import Facts

__all__ = ["Tally", "World"]

Choices = Mapping[str, str | bool]


@define(eq=False)
class Tally:
    """A sum of money and each payer's part in it."""

    total: Interval
    split: dict[str, Interval]


def _sum(tallies: Iterable[Tally]) -> Tally:
    listed = list(tallies)
    payers = dict.fromkeys(p for t in listed for p in t.split)
    return Tally(
        add([t.total for t in listed]),
        {p: add([t.split[p] for t in listed if p in t.split]) for p in payers},
    )


def _hull(tallies: list[Tally], because: int) -> Tally:
    """Any of these, and the facts that leave it open which."""
    payers = dict.fromkeys(p for t in tallies for p in t.split)
    return Tally(
        reduce(lambda a, b: hull(a, b, because), [t.total for t in tallies]),
        {p: reduce(lambda a, b: hull(a, b, because), [t.split.get(p, ZERO) for t in tallies]) for p in payers},
    )


class World:
    """One case under evaluation; `decided_on` is a day ordinal."""

    def __init__(self, plan: Plan, facts: Facts, decided_on: int, fixed: Choices | None = None) -> None:
        self.plan = plan
        self.facts = facts
        self.decided_on = decided_on
        self.fixed = dict(fixed or {})
        self.unknowns = Unknowns()
        self.evaluator = Evaluator(plan, self.unknowns)
        self.subject = Scope(plan.subject, facts.subject, facts.subject.address, None, dict(self.fixed))
        self._scopes: dict[str, list[Scope]] = {}
        self._policy: list[Check] | None = None
        self._outcomes: dict[str, Outcome] = {}
        self._tallies: dict[tuple[str, ...], Tally] = {}

    def outcome(self, rule: Rule) -> Outcome:
        """The outcome of one rule, worked out once."""
        found = self._outcomes.get(rule.name)
        if found is None:
            found = self._outcomes[rule.name] = outcome(
                self.evaluator,
                self.plan.by_rule[rule.name],
                self.facts,
                self.scopes(rule.entity),
                self.decided_on,
                self.policy_checks(),
            )
        return found

    def scopes(self, entity: str) -> list[Scope]:
        """The records of an entity, in order; rules share them and what has been seen in them."""
        found = self._scopes.get(entity)
        if found is None:
            found = self._scopes[entity] = scopes(self.evaluator, entity, self.subject)
        return found

    def policy_checks(self) -> list[Check]:
        """What the policy asks of every rule, tested once."""
        if self._policy is None:
            self._policy = policy_checks(self.evaluator, self.subject, self.decided_on)
        return self._policy

    # Totals

    def tally(self) -> Tally:
        """The money of the whole decision."""
        whole = _sum([self.block(names) for names in self.blocks()])
        return Tally(whole.total, held_to(whole.total, whole.split)) if whole.split else whole

    def blocks(self) -> list[tuple[str, ...]]:
        """Rules that pay money, in groups that are tallied on their own."""
        names = [r.name for r in self.plan.money]
        if self._open_choices(self.plan.subject_fork, self.subject):
            return [tuple(names)]
        blocks: list[tuple[str, ...]] = []
        for fork in self.plan.record_forks.values():
            tied = tuple(n for n in names if n in fork.rules)
            if tied:
                blocks.append(tied)
        taken = {n for block in blocks for n in block}
        return blocks + [(n,) for n in names if n not in taken]

    def block(self, names: tuple[str, ...]) -> Tally:
        """The money of one block, worked out once."""
        found = self._tallies.get(names)
        if found is None:
            found = self._tallies[names] = self._block(names)
        return found

    def _block(self, names: tuple[str, ...]) -> Tally:
        fork = self.plan.subject_fork
        choices = self._open_choices(fork, self.subject)
        if fork is not None and choices:
            worlds = [World(self.plan, self.facts, self.decided_on, {**self.fixed, **c}) for c in choices]
            for world in worlds:
                world.unknowns = world.evaluator.unknowns = self.unknowns
            return _hull([w.tally() for w in worlds], self._bits(fork, self.subject))
        for record_fork in self.plan.record_forks.values():
            if names[0] in record_fork.rules:
                return self._forked(record_fork, [self.plan.rules[n] for n in names])
        return _sum([self._plain(self.plan.rules[n]) for n in names])

    def _plain(self, rule: Rule) -> Tally:
        done = self.outcome(rule)
        return Tally(done.total, done.split)

    # Forks

    def _forked(self, fork: Fork, rules: list[Rule]) -> Tally:
        """Per record: the sum over the fork's rules, option by option of what that record leaves open."""
        plain = [self.outcome(rule) for rule in rules]
        if not any(self._open_choices(fork, c.scope) for c in plain[0].claims if not c.scope.open_list):
            return _sum([Tally(o.total, o.split) for o in plain])
        tallies = []
        for i, here in enumerate(plain[0].claims):
            choices = [] if here.scope.open_list else self._open_choices(fork, here.scope)
            if choices:
                options = [self._record(rules, here.scope, choice) for choice in choices]
                tallies.append(_hull(options, self._bits(fork, here.scope)))
            else:
                tallies.append(_sum([Tally(o.amounts[i], o.award_shares[i]) for o in plain]))
        return _sum(tallies)

    def _record(self, rules: list[Rule], scope: Scope, choice: Choices) -> Tally:
        fixed = Scope(scope.entity, scope.record, scope.address, scope.outer, dict(choice), {}, scope.list_bit)
        tallies = []
        for rule in rules:
            one = claim(self.evaluator, self.plan.by_rule[rule.name], fixed, self.decided_on, self.policy_checks())
            amount = paid(one.applies, one.amount)
            tallies.append(Tally(amount, shares(amount, rule.split)))
        return _sum(tallies)

    def _missing(self, fork: Fork, scope: Scope) -> Iterator[tuple[Fact, tuple[str | bool, ...]]]:
        for fact, options in fork.facts:
            if self.evaluator.stated(fact, scope)[1] is None:
                yield fact, options

    def _open_choices(self, fork: Fork | None, scope: Scope) -> list[Choices]:
        """Every way in which the fork's missing facts could turn out; none if none is missing."""
        if fork is None:
            return []
        missing = list(self._missing(fork, scope))
        if not missing:
            return []
        return [
            dict(zip((fact.name for fact, _ in missing), values, strict=True))
            for values in product(*(options for _, options in missing))
        ]

    def _bits(self, fork: Fork, scope: Scope) -> int:
        bits = 0
        for fact, _ in self._missing(fork, scope):
            bits |= self.evaluator.missing_bit(fact, scope)
        return bits

    # What if

    def derive(self, facts: Facts, changed: Iterable[str]) -> World:
        """The same case with other facts, of which only the rules `changed` read what differs."""
        other = World(self.plan, facts, self.decided_on, self.fixed)
        stale = set(changed)
        other._outcomes = {n: o for n, o in self._outcomes.items() if n not in stale}
        other._tallies = {b: t for b, t in self._tallies.items() if stale.isdisjoint(b)}
        return other

    def money_of(self, rules: Iterable[str]) -> Interval:
        """The money of the blocks that any of `rules` is in."""
        wanted = set(rules)
        return add([self.block(b).total for b in self.blocks() if not wanted.isdisjoint(b)])
