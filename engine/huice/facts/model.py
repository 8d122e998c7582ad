"""Typed facts, as evaluators read them.

Anything absent is unknown. A list of records is either unknown (None) or listed, completely;
so is the history of prior awards.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from huice.core.expr import Fact
from huice.values import Value

__all__ = ["Facts", "HistoryEntry", "Record"]

Values = Mapping[str, Value]
Lists = Mapping[str, "tuple[Record, ...] | None"]


@frozen
class Record:
    """The subject itself, or one record of it.

    `values` holds known facts only, by name: figures decided by the authority stand
    among them under the names that lowering gave them. `lists` has an entry for each
    entity whose parent this is; None means that the list is not known. `index` is None
    for the subject.
    """

    entity: str
    index: int | None
    address: str
    values: Mapping[str, Value]
    lists: Mapping[str, tuple[Record, ...] | None]
    parent: Record | None = field(default=None, eq=False, repr=False)

    def chain(self) -> Iterator[Record]:
        """This record, then the ones around it, outwards to the subject."""
        here: Record | None = self
        while here is not None:
            yield here
            here = here.parent


@frozen
class HistoryEntry:
    """One award decided before. Missing parts are None: unknown.

    `amount` is in minor units. `key` is the period or key it counts under, as stated
    (`"2023"`); without it the entry's date says the period.
    """

    rule: str
    date: dt.date | None
    amount: int | None
    key: str | None = None
    record: str | None = None
    address: str = "history"


@frozen
class Facts:
    """Everything known about one case; immutable, already validated against one Program."""

    subject: Record
    history: tuple[HistoryEntry, ...] | None
    outside: Mapping[str, int] = field(factory=dict)
    as_of: dt.date | None = None

    def records(self, entity: str) -> Iterator[Record]:
        """Every listed record of `entity` at any depth, in the order given."""
        queue = deque((self.subject,))
        while queue:
            here = queue.popleft()
            if here.entity == entity:
                yield here
            for items in here.lists.values():
                queue.extend(items or ())

    def with_value(self, record: Record, fact: Fact, value: Value | None) -> Facts:
        """The same case with one fact of one record set to `value` (None: made unknown)."""
        values = {k: v for k, v in record.values.items() if k != fact.name}
        if value is not None:
            values[fact.name] = value
        return self._with(record, values, record.lists)

    def with_list(self, record: Record, entity: str, items: tuple[Record, ...] | None) -> Facts:
        """The same case with one list of a record replaced (None: made unknown)."""
        return self._with(record, record.values, {**record.lists, entity: items})

    def _with(self, record: Record, values: Values, lists: Lists) -> Facts:
        subject = _rebuilt(self.subject, record, values, lists, None)
        return Facts(subject, self.history, self.outside, self.as_of)


def _rebuilt(here: Record, target: Record, values: Values, lists: Lists, parent: Record | None) -> Record:
    """A copy of `here` and all inside it, with `target` changed; parents point into the copy."""
    if here is not target:
        values_here, lists_here = here.values, here.lists
    else:
        values_here, lists_here = values, lists
    inside: dict[str, tuple[Record, ...] | None] = {}
    copy = Record(here.entity, here.index, here.address, values_here, inside, parent)
    for entity, items in lists_here.items():
        inside[entity] = None if items is None else tuple(_rebuilt(r, target, values, lists, copy) for r in items)
    return copy
