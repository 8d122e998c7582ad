"""Who pays: one answer a rule, and a share for each payer."""

from __future__ import annotations

import re

from huice.check.header import check_payer
from huice.check.sink import Sink
from huice.check.vocabulary import Vocabulary
from huice.syntax import tree as t

__all__ = ["check_payers", "is_positive"]


def check_payers(rule: t.Rule, words: Vocabulary, sink: Sink) -> None:
    """`split` and `paid by` of one rule."""
    found = [c for c in rule.clauses if isinstance(c, t.Split | t.PaidBy)]
    for other in found[1:]:
        if type(other) is not type(found[0]):
            first = found[0].span
            sink.add("R418", other.span, also=first, text=sink.said(other.span), other=sink.said(first))
            break
    for clause in found:
        if isinstance(clause, t.Split):
            _check_split(clause, words, sink)
        else:
            check_payer(clause.payer, words, sink)


def _check_split(clause: t.Split, words: Vocabulary, sink: Sink) -> None:
    names = [p.name for p in clause.payers]
    if len(names) != len(clause.weights):
        shares = [w.text for w in clause.weights][: len(names)]
        shares += ["1"] * (len(names) - len(shares))
        payers, ratio = ":".join(names), ":".join(shares)
        right = {"en": f"split {payers} {ratio}", "zh": f"分摊 {payers} {ratio}"}
        sink.add("R412", clause.span, payers=len(names), weights=len(clause.weights), right=right)
    for at, payer in enumerate(clause.payers):
        if payer.name in names[:at]:
            sink.add("R422", payer.span, name=payer.name, where={"en": "split", "zh": "分摊"})
        check_payer(payer, words, sink)
    for weight in clause.weights:
        if not is_positive(weight):
            what = {"en": "a share", "zh": "分摊比例"}
            sink.add("R419", weight.span, text=weight.text, what=what, right=_ratio(clause))


def is_positive(number: t.NumberLit) -> bool:
    """Whether a literal is a whole number above 0, without a unit."""
    return isinstance(number.value, int) and number.value > 0 and number.unit == ""


def _ratio(clause: t.Split) -> str:
    """The ratio that was probably meant: `50%:50%` is 50:50."""
    digits = [re.fullmatch(r"([1-9][0-9]*)\s*[%‰]?", w.text) for w in clause.weights]
    return ":".join(m.group(1) if m else "1" for m in digits)
