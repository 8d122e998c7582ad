"""Where an expression is evaluated: the subject, a record, or a record of a list that nobody has given."""

from __future__ import annotations

from attrs import define, field

from huice.core import Expr, Fact
from huice.decide.decision import FactSeen
from huice.decide.ranges import Interval, Options, Truth
from huice.facts.model import Record

__all__ = ["Scope", "Unknowns"]

Seen = Interval | Truth | Options


class Unknowns:
    """Numbers the missing facts of one evaluation, so that sets of them are bit sets."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._names: list[str] = []

    def bit(self, address: str) -> int:
        """The bit of a missing fact, list or figure."""
        index = self._bits.get(address)
        if index is None:
            index = self._bits[address] = len(self._names)
            self._names.append(address)
        return 1 << index

    def addresses(self, bits: int) -> tuple[str, ...]:
        """The addresses in a set, in the order in which they were first met."""
        found = []
        while bits:
            lowest = bits & -bits
            found.append(self._names[lowest.bit_length() - 1])
            bits ^= lowest
        return tuple(found)


@define(eq=False, slots=True)
class Scope:
    """A record in hand (None where it stands for a whole unknown list), with the records around it.

    `fixed` overrides facts of this very record (a fork tries options with it). `seen` keeps the
    value of every node evaluated here: reasons are read from it afterwards, nothing is evaluated twice. `told`
    keeps what reasons have said of facts.
    """

    entity: str
    record: Record | None
    address: str
    outer: Scope | None
    fixed: dict[str, str | bool] = field(factory=dict)
    seen: dict[Expr, Seen] = field(factory=dict)
    list_bit: int = 0
    told: dict[Fact, FactSeen] = field(factory=dict)

    @property
    def open_list(self) -> bool:
        """Whether this stands for a list that is not known."""
        return self.record is None

    def apart(self) -> Scope:
        """The same record, with nothing seen yet."""
        return Scope(self.entity, self.record, self.address, self.outer, self.fixed, {}, self.list_bit)

    def find(self, entity: str) -> Scope:
        """This scope or the one around it that holds `entity` (KeyError if there is none)."""
        here: Scope | None = self
        while here is not None:
            if here.entity == entity:
                return here
            here = here.outer
        raise KeyError(entity)
