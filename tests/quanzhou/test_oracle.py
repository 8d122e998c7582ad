"""The Quanzhou policy against an independent calculation, and the first law on it.

Nothing here trusts the engine: what is right comes from `oracle.py`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path as FilePath
from typing import Any

import huice
import pytest

from . import oracle
from .generate import DECIDED, Maker, Path, candidates, filled, paths, without

POLICY = FilePath(__file__).parents[2] / "policies" / "quanzhou_2023_6.rules"
NO_MONEY = {"low": "0.00", "high": "0.00"}
#: Statuses that new facts never change; both kinds of "no" are one, whichever reason is found first.
SETTLED = {"ineligible": "no", "not_in_force": "no"}
SETTLED |= {status: status for status in ("eligible", "referred", "within_limit", "over_limit")}


@pytest.fixture(scope="module")
def policy() -> huice.Policy:
    return huice.load(POLICY)


def decide(policy: huice.Policy, facts: dict[str, Any], day: date) -> dict[str, Any]:
    return policy.decide(facts, as_of=day).to_dict()


def money(decision: huice.Decision) -> tuple[Any, ...]:
    """The total and each payer's share."""
    return decision.total, *sorted(decision.split.items())


def right_money(facts: dict[str, Any], day: date) -> tuple[Any, ...]:
    """The same, worked out independently."""
    right = oracle.decide(facts, day)
    return right["total"], *sorted(right["split"].items())


def point(fen: int) -> dict[str, str]:
    text = f"{fen // 100}.{fen % 100:02d}"
    return {"low": text, "high": text}


# 1. To the fen on full facts


@pytest.mark.parametrize("seed", range(10))
def test_full_facts_agree_with_the_independent_calculation(policy: huice.Policy, seed: int) -> None:
    for number, (facts, day) in enumerate(Maker(seed).cases(50)):
        got, right = decide(policy, facts, day), oracle.decide(facts, day)
        where = f"seed {seed}, case {number}, {day}: {facts}"
        awards = {(a["rule"], (a["record"] or {}).get("index")): a for a in got["awards"]}
        assert len(awards) == len(got["awards"]), where
        assert awards.keys() == {(a.rule, a.index) for a in right["awards"]}, where
        for award in right["awards"]:
            mine = awards[award.rule, award.index]
            here = f"{award.rule}[{award.index}], {where}"
            assert mine["status"] == award.status, here
            assert {k: mine[k] for k in ("low", "high")} == point(award.amount), here
            for payer in ("city", "county") if award.rule != "design_voucher" else ():
                assert mine["split"].get(payer, NO_MONEY) == point(award.split.get(payer, 0)), here
        assert got["rules"].keys() == right["rules"].keys(), where
        for rule, amount in right["rules"].items():
            assert {k: got["rules"][rule][k] for k in ("low", "high")} == point(amount), f"{rule}, {where}"
            shares = [a.split for a in right["awards"] if a.rule == rule]
            for payer in ("city", "county") if rule != "design_voucher" else ():
                due = point(sum(s.get(payer, 0) for s in shares))
                assert got["rules"][rule]["split"].get(payer, NO_MONEY) == due, f"{rule}, {where}"
        assert got["total"] == point(right["total"]), where
        for payer, amount in right["split"].items():
            assert got["split"].get(payer, NO_MONEY) == point(amount), where
        assert got["in_kind"].get(oracle.VOUCHER, NO_MONEY) == point(right["in_kind"][oracle.VOUCHER]), where
        assert got["questions"] == [], where


# 2. The first law: knowing less never narrows


def observables(decision: dict[str, Any]) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Every range that the first law speaks of. A list that nobody gave has no award of a named record."""
    yield ("total",), decision["total"]
    for payer, share in decision["split"].items():
        yield ("payer", payer), share
    for kind, amount in decision["in_kind"].items():
        yield ("in kind", kind), amount
    for rule, amount in decision["rules"].items():
        yield ("rule", rule), amount
        for payer, share in amount["split"].items():
            yield ("rule", rule, payer), share
    for award in decision["awards"]:
        if award["record"] is None or award["record"]["index"] is not None:
            key = (award["rule"], (award["record"] or {}).get("index"))
            yield ("award", *key), award
            for payer, share in award["split"].items():
                yield ("award", *key, payer), share


def fen(text: str | None) -> float | int:
    return float("inf") if text is None else int(text.replace(".", ""))


def check_contains(wide: dict[str, Any], narrow: dict[str, Any], where: str) -> None:
    inner = dict(observables(narrow))
    for key, outer in observables(wide):
        if key not in inner:
            # A payer or a kind not named pays nothing; an award of an unlisted record says nothing.
            if key[0] == "award" and len(key) == 3 and key[2] is None:
                continue
            inner[key] = {**NO_MONEY}
        low, high = fen(outer["low"]), fen(outer["high"])
        assert low <= high, f"{key}: inverted, {where}"
        assert low <= fen(inner[key]["low"]), f"{key}: {outer} does not hold {inner[key]}, {where}"
        assert fen(inner[key]["high"]) <= high, f"{key}: {outer} does not hold {inner[key]}, {where}"
    settled = {(a["rule"], (a["record"] or {}).get("index")): a["status"] for a in wide["awards"]}
    for award in narrow["awards"]:
        status = settled.get((award["rule"], (award["record"] or {}).get("index")))
        if award["record"] is not None and status in SETTLED:
            now = SETTLED.get(award["status"])
            assert now == SETTLED[status], f"{award['rule']}: {status} became {award['status']}, {where}"


@pytest.mark.parametrize("seed", range(10))
def test_leaving_facts_out_never_narrows(policy: huice.Policy, seed: int) -> None:
    chooser = random.Random(seed)
    for number, (facts, day) in enumerate(Maker(100 + seed).cases(30)):
        gone = paths(facts)
        chooser.shuffle(gone)
        few = chooser.randrange(1, 4)
        more = chooser.choice((few + 1, few + 5, len(gone) // 2, len(gone)))
        steps = [facts, without(facts, *gone[:few]), without(facts, *gone[:more])]
        known = [decide(policy, step, day) for step in steps]
        where = f"seed {100 + seed}, case {number}, {day}, without {gone[:more]}: {facts}"
        check_contains(known[1], known[0], where)
        check_contains(known[2], known[1], where)
        check_contains(known[2], known[0], where)


# 3. Questions: what is not asked does not matter


def address(path: Path) -> str:
    if path[0] == "decided":
        return f"decided.{path[1]}.{DECIDED[path[1]]}[{path[2]}]"
    if len(path) == 3:
        return f"{path[0]}[{path[1]}].{path[2]}"
    return ".".join(path)


def asked(decision: huice.Decision, path: Path) -> bool:
    return address(path) in {question.address for question in decision.questions}


@pytest.mark.parametrize("seed", range(10))
def test_what_is_not_asked_cannot_move_the_total(policy: huice.Policy, seed: int) -> None:
    chooser = random.Random(seed)
    for number, (facts, day) in enumerate(Maker(200 + seed).cases(30)):
        gone = chooser.sample(paths(facts), k=chooser.choice((2, 4, 8)))
        less = without(facts, *gone)
        decision = policy.decide(less, as_of=day)
        for path in gone:
            listed = DECIDED[path[1]] if path[0] == "decided" else path[0]
            if (len(path) == 3 and listed not in less) or asked(decision, path):
                continue
            for value in candidates(path):
                other = policy.decide(filled(less, path, value), as_of=day)
                where = f"seed {200 + seed}, case {number}, {day}, {path} = {value}, without {gone}: {facts}"
                assert money(other) == money(decision), where


@pytest.mark.parametrize("seed", range(10))
def test_a_single_missing_fact_is_asked_if_and_only_if_it_matters(policy: huice.Policy, seed: int) -> None:
    chooser = random.Random(seed)
    for number, (facts, day) in enumerate(Maker(300 + seed).cases(30)):
        for path in chooser.sample(paths(facts), k=6):
            less = without(facts, path)
            outcomes = {right_money(filled(less, path, value), day) for value in candidates(path)}
            where = f"seed {300 + seed}, case {number}, {day}, without {path}: {facts}"
            assert asked(policy.decide(less, as_of=day), path) == (len(outcomes) > 1), where
