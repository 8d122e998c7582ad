"""Short ways to a policy, facts and a decision."""

from __future__ import annotations

import datetime as dt
from typing import Any

import huice
from huice.api import Decision
from huice.values import Range

DAY = dt.date(2023, 5, 1)
HEAD = """
policy p
payer city, county, province
paid by city
entity firm
  fact staff: count
  fact few: count between 2 and 4
  fact change: money may be negative
  fact new: flag
  fact old: flag
  fact size: choice of small, middle, large
  fact sales: money
  fact name: text
  fact founded: date
entity project of firm
  fact kind: choice of a, b, c
  fact ready: flag
  fact cost: money
  fact started: date
  fact label: text
"""


def policy(*rules: str, header: str = "") -> huice.Policy:
    """A policy of these rules over a firm with projects."""
    text = HEAD.replace("paid by city\n", f"paid by city\n{header}\n")
    return huice.parse(text + "\n".join(f"rule r{i}\n{rule}" for i, rule in enumerate(rules)))


def decide(made: huice.Policy, *, as_of: dt.date = DAY, **facts: Any) -> Decision:
    """Facts of the firm as keywords; `project`, `history` and `decided` are themselves."""
    apart = {k: facts.pop(k) for k in ("project", "history", "decided") if k in facts}
    return made.decide({"firm": facts, **apart}, as_of=as_of)


def ends(amount: Range) -> tuple[float, float | None]:
    """In whole units, as they are easiest to read here."""
    return amount.minor_low / 100, None if amount.minor_high is None else amount.minor_high / 100


def asked(decision: Decision) -> list[str]:
    return [q.address for q in decision.questions]
