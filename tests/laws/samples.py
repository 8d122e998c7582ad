"""The policies and cases that the laws are tried on: by seed, so that a failure names one number."""

from __future__ import annotations

import datetime as dt
import random
from functools import lru_cache

import huice
from attrs import frozen
from huice.core import Program
from huice.decide.decide import decide
from huice.decide.decision import Result
from huice.decide.plan import Plan
from huice.facts.model import Facts
from hypothesis import settings
from hypothesis import strategies as st

from .generate import Writer, case, widened


def seeds(few: bool = False) -> range:
    """The seeds of this run: 300 (a third of that for slow laws), or 10,000 in the nightly profile."""
    count = max(300, settings.default.max_examples)
    return range(count // 3 if few else count)


@frozen
class Sample:
    """One policy, and three full cases of it."""

    text: str
    program: Program
    plan: Plan
    cases: tuple[tuple[Facts, dt.date], ...]

    def decide(self, facts: Facts, on: dt.date) -> Result:
        return decide(self.plan, facts, on)


def made(rng: random.Random, cases: int = 3) -> Sample:
    """A policy that passes the checks, with cases."""
    text = Writer(rng).policy()
    program = huice.parse(text).program
    return Sample(text, program, Plan(program), tuple(case(rng, program) for _ in range(cases)))


@lru_cache(maxsize=400)
def sample(seed: int) -> Sample:
    return made(random.Random(seed))


def narrowing(seed: int) -> list[tuple[Sample, dt.date, Facts, Facts, Facts]]:
    """Each case full, with a few things unknown, and with more of them unknown."""
    rng, one = random.Random(-1 - seed), sample(seed)
    rows = []
    for facts, on in one.cases:
        wide = widened(rng, one.program, facts)
        rows.append((one, on, facts, wide, widened(rng, one.program, wide)))
    return rows


#: The same as a Hypothesis strategy, which can shrink what fails.
drawn = st.randoms(use_true_random=False)
