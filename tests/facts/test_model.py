"""Typed facts: walking records, and changing one value of one record."""

from __future__ import annotations

from huice.core import Program
from huice.facts.validate import validate

from .programs import FULL


def test_one_value_changes_and_nothing_else(demo: Program) -> None:
    facts, _ = validate(demo, FULL)
    assert facts is not None
    stand = list(facts.records("stand"))[1]
    area = demo.entity("stand").facts[0].key
    changed = facts.with_value(stand, area, 7)
    assert [r.values.get("area") for r in changed.records("stand")][1:] == [7, 3]
    assert changed.with_value(list(changed.records("stand"))[1], area, None) == facts
    assert [r.address for r in list(changed.records("stand"))[2].chain()] == [
        "project[1].stand[0]",
        "project[1]",
        "enterprise",
    ]
