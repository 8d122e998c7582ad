"""Shares come to the award, to the last unit (law 10)."""

from __future__ import annotations

from fractions import Fraction

from huice.decide.decision import RuleResult

from .samples import narrowing, sample, seeds


def test_shares_sum_to_the_award_and_keep_to_their_quota() -> None:
    for seed in seeds():
        one = sample(seed)
        for facts, on in one.cases:
            for award in one.decide(facts, on).awards:
                if not award.rule.pays:
                    continue
                split, amount = award.rule.split, award.amount.minor_low
                assert sum(x.minor_low for x in award.split.values()) == amount, seed
                for payer, weight in zip(split.payers, split.weights, strict=True):
                    quota = Fraction(amount * weight, sum(split.weights))
                    assert abs(award.split[payer].minor_low - quota) < 1, seed


def test_payers_ends_hold_the_totals_ends() -> None:
    for seed in seeds():
        for one, on, _, wide, wider in narrowing(seed):
            for known in (wide, wider):
                result = one.decide(known, on)
                for rule in result.rules.values():
                    _holds(rule, seed)
                if result.split:
                    assert sum(x.minor_low for x in result.split.values()) <= result.total.minor_low, seed
                    highs = [x.minor_high for x in result.split.values()]
                    bounded = [h for h in highs if h is not None]
                    if result.total.minor_high is None:
                        assert len(bounded) < len(highs), seed
                    else:
                        assert len(bounded) == len(highs) and sum(bounded) >= result.total.minor_high, seed


def _holds(rule: RuleResult, seed: int) -> None:
    assert sum(x.minor_low for x in rule.split.values()) <= rule.amount.minor_low, seed
    highs = [x.minor_high for x in rule.split.values()]
    if rule.amount.minor_high is not None:
        assert None not in highs and sum(h or 0 for h in highs) >= rule.amount.minor_high, seed
