"""Where a node of the tree stands and how it was spelled: known, but no part of what it says."""

from __future__ import annotations

from attrs import field

from huice.source import NOWHERE, Span

__all__ = ["span", "spelling"]


def span() -> Span:
    """A node's place in the text; takes no part in equality."""
    return field(default=NOWHERE, eq=False, repr=False, kw_only=True)


def spelling() -> str:
    """The spelling (`en` or `zh`) that a clause was written in; takes no part in equality."""
    return field(default="en", eq=False, repr=False, kw_only=True)
