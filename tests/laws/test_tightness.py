"""Forks never widen; one-direction facts are exact; clipping changes no paid amount (laws 15, 16 and 20)."""

from __future__ import annotations

import datetime as dt
import random

import huice
import pytest
from attrs import evolve
from huice.decide.decide import decide
from huice.decide.plan import Plan

from .observe import escapes, observables
from .points import evaluate
from .samples import narrowing, sample, seeds


def test_forks_change_no_point_and_never_widen() -> None:
    tried = 0
    for seed in seeds():
        for one, on, facts, wide, wider in narrowing(seed):
            if not one.program.forks:
                continue
            plain = Plan(evolve(one.program, forks=()))
            assert observables(decide(plain, facts, on)) == observables(one.decide(facts, on)), seed
            for known in (wide, wider):
                assert not escapes(observables(one.decide(known, on)), observables(decide(plain, known, on))), seed
                tried += 1
    assert tried > 100


def test_clipping_changes_no_paid_amount(monkeypatch: pytest.MonkeyPatch) -> None:
    from huice.lower import heads

    clipped = 0
    for seed in seeds():
        one = sample(seed)
        with monkeypatch.context() as patch:
            patch.setattr(heads, "clip", lambda node, conditions: node)
            plain = huice.parse(one.text).program
        if plain.rules == one.program.rules:
            continue
        clipped += 1
        for _, on, facts, wide, _ in narrowing(seed):
            assert evaluate(plain, facts, on) == evaluate(one.program, facts, on), seed
            assert not escapes(observables(one.decide(wide, on)), observables(decide(Plan(plain), wide, on))), seed
    assert clipped > 10


class OneWay:
    """A policy in which every fact can only raise the total, and cases of it with some facts missing."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        lines = ["policy p", "payer city, county", "entity firm"]
        for i in "01":
            lines += [f"  fact f{i}: flag", f"  fact m{i}: money between 0 and 9"]
            lines.append(f"  fact n{i}: count between 0 and 4")
        lines += ["entity project of firm", "  fact f: flag", "  fact m: money between 0 and 9"]
        for i in range(rng.randrange(1, 4)):
            each = rng.random() < 0.5
            flags, sums = (["f0", "f1", "f"], ["m0", "m1", "m"]) if each else (["f0", "f1"], ["m0", "m1"])
            lines.append(f"rule r{i}")
            if each:
                lines.append("  for each project")
            condition = rng.choice([f"{rng.choice(flags)} and n0 >= 2", rng.choice(flags), "f0 or f1", "m1 > 3"])
            lines.append(f"  when {condition}")
            heads = (f"rate 30% of {rng.choice(sums)}", "award 0.05 per n1", f"rate 1/3 of ({rng.choice(sums)} + m0)")
            lines.append(f"  {rng.choice(heads)}")
            lines.append(rng.choice(["", "  cap 0.50", "  cap 2 per firm", "  cap 0.30 cap 1 per firm"]))
            lines.append(rng.choice(["", "  split city:county 2:3"]))
        self.policy = huice.parse("\n".join(lines))

    def facts(self, corner: str, missing: set[str], base: dict[str, object], count: int) -> dict[str, object]:
        """The case with what is missing left out (`open`), at its least (`low`) or at its most (`high`)."""

        def told(name: str, address: str, value: object) -> dict[str, object]:
            if address not in missing:
                return {name: value}
            if corner == "open":
                return {}
            top: dict[str, object] = {"f": True, "m": "9", "n": 4}
            least: dict[str, object] = {"f": False, "m": "0", "n": 0}
            return {name: (top if corner == "high" else least)[name[0]]}

        firm: dict[str, object] = {}
        for name in ("f0", "m0", "n0", "f1", "m1", "n1"):
            firm |= told(name, name, base[name])
        projects = [told("f", f"f.{i}", base["f0"]) | told("m", f"m.{i}", base["m1"]) for i in range(count)]
        return {"firm": firm, "project": projects, "history": []}


def test_facts_that_act_in_one_direction_give_both_corners() -> None:
    for seed in seeds():
        rng = random.Random(seed)
        made = OneWay(rng)
        base: dict[str, object] = {"f0": rng.random() < 0.5, "f1": rng.random() < 0.5}
        base |= {f"m{i}": f"0.{rng.randrange(100):02d}" for i in "01"} | {f"n{i}": rng.randrange(5) for i in "01"}
        count = rng.randrange(4)
        every = ["f0", "m0", "n0", "f1", "m1", "n1", *(f"{x}.{i}" for x in "fm" for i in range(count))]
        missing = {name for name in every if rng.random() < 0.5}
        day = dt.date(2023, 5, 1)
        totals = {
            corner: made.policy.decide(made.facts(corner, missing, base, count), as_of=day).total
            for corner in ("low", "open", "high")
        }
        assert totals["low"].is_point and totals["high"].is_point, seed
        assert totals["open"].minor_low == totals["low"].minor_low, seed
        assert totals["open"].minor_high == totals["high"].minor_high, seed
