"""How long one decision takes inside a process: with reasons, and on the fast path.

Run it by itself: `.venv/bin/python benchmarks/decide.py`.
"""

from __future__ import annotations

import json
import sys
import timeit
from collections.abc import Callable
from pathlib import Path

import huice

ROOT = Path(__file__).resolve().parent.parent


def full(case: dict[str, object]) -> bool:
    """Whether everything is known, so that the fast path can take it."""
    try:
        POLICY.amounts(case)
    except huice.HuiceError:
        return False
    return True


def show(what: str, job: Callable[[], object]) -> None:
    """The best of several runs, per call."""
    timer = timeit.Timer(job)
    number, _ = timer.autorange()
    seconds = min(timer.repeat(5, number)) / number
    print(f"{what:44}{seconds * 1e6:12.1f} µs")


POLICY = huice.load(ROOT / "policies" / "quanzhou_2023_6.rules")


def main() -> None:
    """Measure on the examples that come with the project."""
    text = (ROOT / "examples" / "companies.jsonl").read_text("utf-8")
    cases = [json.loads(line, parse_float=str) for line in text.splitlines() if line.strip()]
    case = next((c for c in cases if full(c)), None)
    if case is None:
        sys.exit("no case in examples/companies.jsonl is complete")
    facts = POLICY.check_facts(case)
    show("check the facts", lambda: POLICY.check_facts(case))
    show("decide, with reasons", lambda: POLICY.decide(facts))
    show("decide, questions and near misses, as data", lambda: POLICY.decide(facts).to_dict())
    show("amounts alone (the fast path)", lambda: POLICY.amounts(facts))


if __name__ == "__main__":
    main()
