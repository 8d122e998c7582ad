"""Huice 惠策: rules as code for public incentive policies.

    import huice
    policy = huice.load("policy.rules")
    decision = policy.decide(facts, as_of=date(2023, 8, 1))
    print(decision.explain(lang="zh"))

Everything public is here; modules below may change. Names are loaded when first used, so that
importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from huice.api import Decision, Policy, diagnose, format, load, parse
    from huice.diagnostics import Diagnostic, HuiceError
    from huice.facts.model import Facts
    from huice.values import Range

__version__ = "0.1.0"

__all__ = [
    "Decision",
    "Diagnostic",
    "Facts",
    "HuiceError",
    "Policy",
    "Range",
    "__version__",
    "diagnose",
    "format",
    "load",
    "parse",
]

_HOMES = {
    "Decision": "huice.api",
    "Diagnostic": "huice.diagnostics",
    "Facts": "huice.facts.model",
    "HuiceError": "huice.diagnostics",
    "Policy": "huice.api",
    "Range": "huice.values",
    "diagnose": "huice.api",
    "format": "huice.api",
    "load": "huice.api",
    "parse": "huice.api",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'huice' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
