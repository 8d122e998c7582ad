"""Sound, isotone, exact on points; never inverted; a yes or no never changes (laws 1 to 4 and 19)."""

from __future__ import annotations

import random

from hypothesis import given

from .generate import widened
from .observe import Key, escapes, observables, points_as_ends, statuses
from .points import evaluate
from .samples import Sample, drawn, made, narrowing, sample, seeds


def test_points_are_exact() -> None:
    for seed in seeds():
        one = sample(seed)
        for facts, on in one.cases:
            result = one.decide(facts, on)
            points = evaluate(one.program, facts, on)
            assert observables(result) == points_as_ends(points), seed
            awards = {(a.rule.name, (a.record or facts.subject).address): a.status.value for a in result.awards}
            assert awards == points.status, seed
            assert not result.questions, seed


def test_learning_only_narrows() -> None:
    """From points outwards: what holds of each step holds of every completion, so this is soundness too."""
    for seed in seeds():
        for one, on, facts, wide, wider in narrowing(seed):
            narrow = one.decide(facts, on)
            for less in (wide, wider):
                result = one.decide(less, on)
                _holds(observables(result), observables(narrow), seed)
                _settled(statuses(result), statuses(narrow), seed)
                narrow = result


@given(drawn)
def test_learning_only_narrows_and_a_failure_shrinks(rng: random.Random) -> None:
    one: Sample = made(rng, 1)
    facts, on = one.cases[0]
    full = one.decide(facts, on)
    assert observables(full) == points_as_ends(evaluate(one.program, facts, on)), one.text
    less = one.decide(widened(rng, one.program, facts), on)
    _holds(observables(less), observables(full), one.text)
    _settled(statuses(less), statuses(full), one.text)


def _holds(wide: dict[Key, tuple[int, int | None]], narrow: dict[Key, tuple[int, int | None]], where: object) -> None:
    for key, (low, high) in wide.items():
        assert low >= 0, (where, key)
        assert high is None or low <= high, (where, key)
    assert not escapes(narrow, wide), where


def _settled(wide: dict[Key, str], narrow: dict[Key, str], where: object) -> None:
    for key, status in wide.items():
        assert narrow.get(key, status) == status, (where, key)
