"""The compiled function gives the point meaning too (law 3)."""

from __future__ import annotations

from huice.compile.function import compile_amounts

from .points import evaluate
from .samples import sample, seeds


def test_the_function_agrees_on_points() -> None:
    for seed in seeds():
        one = sample(seed)
        amounts = compile_amounts(one.program)
        for facts, on in one.cases:
            points = evaluate(one.program, facts, on)
            assert amounts(facts, on) == {**points.rules, "total": points.total}, seed
