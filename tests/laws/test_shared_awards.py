"""Running caps, `once`, history and the order of records (laws 5 to 9, 28 and 29)."""

from __future__ import annotations

import datetime as dt
import random

import huice
import pytest
from attrs import evolve
from huice.core import Add, Const, Program, Rule
from huice.decide.decide import decide
from huice.decide.decision import Result
from huice.decide.evaluate import Evaluator
from huice.decide.plan import Plan
from huice.facts.model import Facts, HistoryEntry, Record

from .generate import DAYS, Path, paths, without
from .observe import Ends, Key, observables
from .points import evaluate
from .samples import narrowing, sample, seeds


def raised(program: Program, name: str, by: int) -> Program:
    """The same policy with every running cap of a rule raised."""
    rule = program.rule(name)
    caps = tuple(evolve(cap, limit=Add((cap.limit, Const(by)))) for cap in rule.caps)
    rules = tuple(evolve(r, caps=caps) if r.name == name else r for r in program.rules)
    return evolve(program, rules=rules)


def lowered(before: dict[Key, Ends], after: dict[Key, Ends], name: str) -> list[Key]:
    """Awards, the rule and the total where an end fell. A share among three payers may fall as the award rises."""
    infinite = float("inf")
    return [
        key
        for key in before
        if (key == ("total",) or (key[1:2] == (name,) and len(key) == (2 if key[0] == "rule" else 3)))
        and (
            after[key][0] < before[key][0]
            or (infinite if after[key][1] is None else after[key][1])
            < (infinite if before[key][1] is None else before[key][1])
        )
    ]


def test_raising_a_cap_lowers_nothing() -> None:
    tried = 0
    for seed in seeds():
        for one, on, facts, wide, _ in narrowing(seed):
            for rule in one.program.rules:
                if len(rule.caps) != 1:
                    continue  # what a first cap lets through may use up the second one's keys
                program = raised(one.program, rule.name, 3)
                for known in (facts, wide):
                    before = observables(one.decide(known, on))
                    after = observables(decide(Plan(program), known, on))
                    assert not lowered(before, after, rule.name), (seed, rule.name)
                    tried += 1
    assert tried > 100


def test_awards_of_a_running_cap_never_exceed_what_history_leaves() -> None:
    for seed in seeds():
        one = sample(seed)
        for facts, on in one.cases:
            result = one.decide(facts, on)
            for name, rule in result.rules.items():
                for cap in rule.rule.caps:
                    if cap.keys:
                        continue
                    left = [x for a in rule.awards for x in a.limits if x.kind == "running" and x.text == cap.text]
                    paid = sum(e.amount or 0 for e in facts.history or () if e.rule == name)
                    if left:
                        most = max(0, left[0].amount.minor_low - paid)
                        assert rule.amount.minor_low <= most, (seed, name)
                        assert sum(a.amount.minor_low for a in rule.awards) == rule.amount.minor_low


def turned(record: Record, parent: Record | None = None) -> Record:
    """Every list backwards; addresses stay with their records."""
    lists: dict[str, tuple[Record, ...] | None] = {}
    here = Record(record.entity, record.index, record.address, record.values, lists, parent)
    for name, items in record.lists.items():
        lists[name] = None if items is None else tuple(turned(item, here) for item in reversed(items))
    return here


def order_matters(rule: Rule) -> bool:
    """`once` takes the first; crossing keys cut by order."""
    return rule.once is not None or len([c for c in rule.caps if c.keys]) > 1


def test_the_order_of_records_moves_no_total() -> None:
    for seed in seeds():
        for one, on, facts, wide, _ in narrowing(seed):
            for known in (facts, wide):
                other = Facts(turned(known.subject), known.history and known.history[::-1], {}, None)
                before, after = one.decide(known, on), one.decide(other, on)
                for name, rule in before.rules.items():
                    if not order_matters(rule.rule):
                        assert rule.amount == after.rules[name].amount, (seed, name)
                if not any(order_matters(r) for r in one.program.rules):
                    assert before.total == after.total, seed


CROSSING = """
policy p
entity firm
entity project of firm
  fact kind: choice of a, b
  fact started: date
rule r
  for each project
  award 1
  cap 1 per kind
  cap 1 per year of started
"""


def test_crossing_keys_depend_on_the_order() -> None:
    """Not a law: why the one above leaves them out."""
    policy = huice.parse(CROSSING)
    first = {"kind": "a", "started": "2023-01-01"}
    second = {"kind": "b", "started": "2023-01-01"}
    third = {"kind": "b", "started": "2024-01-01"}
    day = dt.date(2024, 5, 1)
    totals = [
        policy.decide({"project": rows, "history": []}, as_of=day).total.minor_low
        for rows in ([first, second, third], [first, third, second])
    ]
    assert totals == [100, 200]


def test_paid_one_by_one_comes_to_the_same() -> None:
    """Prefix identity: each award is the difference of `min(R, S)`, so earlier ones may as well be history."""
    tried = 0
    for seed in seeds():
        one = sample(seed)
        for facts, on in one.cases:
            for rule in one.program.rules:
                if len(rule.caps) != 1 or rule.caps[0].keys or rule.once is not None or rule.entity != "project":
                    continue
                whole = one.decide(facts, on).rules[rule.name]
                paid: tuple[HistoryEntry, ...] = facts.history or ()
                for project, award in zip(facts.subject.lists["project"] or (), whole.awards, strict=True):
                    step = Facts(facts.subject, paid).with_list(facts.subject, "project", (project,))
                    amount = one.decide(step, on).rules[rule.name].amount.minor_low
                    assert amount == award.amount.minor_low, (seed, rule.name)
                    paid += (HistoryEntry(rule.name, on, amount, None, None, f"history[{len(paid)}]"),)
                    tried += 1
    assert tried > 20


def test_more_history_raises_nothing_and_touches_only_its_rule() -> None:
    for seed in seeds():
        one, rng = sample(seed), random.Random(seed)
        for facts, on in one.cases:
            rule = rng.choice(one.program.rules)
            known = facts.history or ()
            key = next((e.key for e in known if e.rule == rule.name and e.key), "a")
            entry = HistoryEntry(rule.name, rng.choice(DAYS), rng.randrange(9), key, None, f"history[{len(known)}]")
            if any(len(cap.keys) > 1 for cap in rule.caps):
                continue
            before = evaluate(one.program, facts, on)
            result = one.decide(evolve(facts, history=(*known, entry)), on)
            for name, amount in before.rules.items():
                now = result.rules[name].amount.minor_low
                assert now <= amount if name == rule.name else now == amount, (seed, name)
            assert result.total.minor_low <= before.total


def test_permuting_rules_changes_nothing() -> None:
    for seed in seeds(few=True):
        for one, on, facts, wide, _ in narrowing(seed):
            program = evolve(one.program, rules=one.program.rules[::-1])
            for known in (facts, wide):
                assert observables(decide(Plan(program), known, on)) == observables(one.decide(known, on)), seed


def test_an_unknown_list_holds_every_listed_case() -> None:
    for seed in seeds():
        one, rng = sample(seed), random.Random(seed)
        (facts, on), (other, _), *_ = one.cases
        gone: set[Path] = {p for p in paths(one.program, facts) if p[1] == "project"}
        unknown = observables(one.decide(without(facts, gone), on))
        mine, theirs = facts.subject.lists["project"] or (), other.subject.lists["project"] or ()
        for listed in ((), mine, theirs, (*mine, *mine[: rng.randrange(2)])):
            items = tuple(evolve(r, index=i, address=f"project[{i}]") for i, r in enumerate(listed))
            case = without(facts.with_list(facts.subject, "project", items), set())
            inside = observables(one.decide(case, on))
            for row in (("total",), *(("rule", r.name) for r in one.program.rules if r.pays)):
                low, high = inside[row]
                assert unknown[row][0] <= low and (unknown[row][1] is None or high <= unknown[row][1]), (seed, row)


MANY = """
policy p
payer city, county
entity firm
  fact base: money
entity project of firm
  fact kind: choice of a, b, c
  fact started: date
  fact cost: money
rule plain
  for each project
  when kind is a
  rate up to 30% of cost cap 500
  split city:county 1:1
rule crossing
  for each project
  rate 10% of cost
  cap base per kind
  cap base per year of started
rule single
  for each project
  unless kind is a
  award 100 once per firm
"""


@pytest.mark.parametrize("known", [True, False])
def test_evaluations_grow_with_the_records(known: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    policy = huice.parse(MANY)
    real, counted = Evaluator.number, [0]

    def number(self: Evaluator, *args: object) -> object:
        counted[0] += 1
        return real(self, *args)  # type: ignore[arg-type]

    def cost(records: int) -> int:
        row = {"kind": "b", "started": "2023-01-01", "cost": "1000"} if known else {"cost": "1000"}
        facts = policy.check_facts({"firm": {"base": "100"}, "project": [row] * records, "history": []})
        counted[0] = 0
        result: Result = policy.decide(facts, as_of=dt.date(2023, 5, 1)).result
        assert len(result.awards) == 3 * records
        return counted[0]

    monkeypatch.setattr(Evaluator, "number", number)
    a, b, c = (cost(n) for n in (20, 40, 80))
    assert c - b == 2 * (b - a)
