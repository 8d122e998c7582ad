"""Checks before any fact is seen: names, types, and the shape of each rule.

`check(parsed)` runs them in the order of `CHECKS` and hands lowering a tree whose names are resolved
and whose literals know what they measure.
"""

from huice.check.run import CHECKS, Checked, check

__all__ = ["CHECKS", "Checked", "check"]
