"""Where the grammar and the policy library lie: the only module that knows.

In a checkout they stand beside `engine/`; in an installed package they are shipped under
`huice/data/`.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["data_dir", "grammar_dir", "policies_dir", "policy_path"]

_HERE = Path(__file__).resolve().parent
_CHECKOUT = _HERE.parent.parent


def data_dir(name: str) -> Path | None:
    """The folder `name` (`grammar` or `policies`), or None where it is not shipped."""
    for base in (_HERE / "data", _CHECKOUT):
        folder = base / name
        if folder.is_dir():
            return folder
    return None


def grammar_dir() -> Path | None:
    """The folder of the grammar."""
    return data_dir("grammar")


def policies_dir() -> Path | None:
    """The folder of the policy library."""
    return data_dir("policies")


def policy_path(name: str) -> Path | None:
    """The library's file for a policy's name (`some_policy` finds `…/some_policy.rules`)."""
    folder = policies_dir()
    if folder is None or not name or any(c in name for c in "/\\:*?[]") or name.startswith("."):
        return None
    return next(iter(sorted(folder.rglob(f"{name.removesuffix('.rules')}.rules"))), None)
