"""What a check of facts has found so far, and how foreign values are named in it.

A finding may quote anything that a caller handed in, so quoting never trusts a value:
nothing here calls a foreign `repr`, and what cannot be printed is replaced.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from attrs import define, field

from huice.diagnostics import Diagnostic, Fix, Level
from huice.facts.numbers import Numeral, too_long

__all__ = ["Findings", "Said", "hint", "listed", "readable", "shown"]

Said = str | dict[str, str]
"""Words for a message: the same in every language, or one text a language."""

LONGEST_QUOTE = 60


@define
class Findings:
    """Collects findings about one input; `file` is the input's name, where it has one."""

    file: str | None = None
    items: list[Diagnostic] = field(factory=list)

    def add(
        self, code: str, address: str | None, *, level: Level = "error", fix: str | None = None, **args: Any
    ) -> None:
        """Note a finding; `fix` is what should stand there instead."""
        self.items.append(
            Diagnostic(
                code=code,
                level=level,
                args=args,
                file=self.file,
                address=None if address is None else readable(address, 200),
                fix=None if fix is None else Fix(fix),
            )
        )


def readable(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Foreign text made fit to print: cut to size, without line breaks or characters that cannot be encoded."""
    cut = text[:longest] + "…" if len(text) > longest else text
    return cut if cut.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in cut)


def shown(value: object) -> Said:
    """How a message names a foreign value. Never raises, whatever the value."""
    kind = type(value)
    if issubclass(kind, str):
        return f'"{readable(str.__str__(value))}"'
    if value is None:
        return "null"
    if issubclass(kind, bool):
        return "true" if value else "false"
    return _shown_number(value, kind) or _shown_other(value, kind)


def _shown_number(value: object, kind: type) -> Said | None:
    if issubclass(kind, Numeral):
        return readable(value.text)  # type: ignore[attr-defined]
    if issubclass(kind, int):
        if too_long(value):
            return {"en": "a very long number", "zh": "一个极长的数"}
        return int.__repr__(value)
    if issubclass(kind, float):
        return float.__repr__(value)
    if issubclass(kind, Decimal):
        return readable(Decimal.__str__(value))
    if kind is Fraction:
        assert isinstance(value, Fraction)
        return "…/…" if too_long(value.numerator) or too_long(value.denominator) else str(value)
    return None


def _shown_other(value: object, kind: type) -> Said:
    if kind is dt.date or kind is dt.datetime:
        assert isinstance(value, dt.date)
        return value.isoformat()
    if issubclass(kind, Mapping):
        return {"en": "an object { }", "zh": "一个对象 { }"}
    if issubclass(kind, list | tuple):
        return {"en": "a list [ ]", "zh": "一个列表 [ ]"}
    name = readable(kind.__name__)
    return {"en": f"a value of type {name}", "zh": f"类型为 {name} 的值"}


def listed(names: Iterable[str], most: int = 12) -> Said:
    """Names in a row, cut after `most`."""
    known = list(names)
    rest = len(known) > most
    return {
        "en": ", ".join(known[:most]) + (", …" if rest else ""),
        "zh": "、".join(known[:most]) + ("……" if rest else ""),
    }


def hint(name: str, known: Iterable[str], labels: Mapping[str, str] | None = None) -> tuple[Said, str | None]:
    """A remedy for a name that is not known, and the one name that was probably meant.

    `labels` maps other words for a thing (its title) to its name.
    """
    names = list(dict.fromkeys(known))
    if not names:
        return {"en": "Leave it out.", "zh": "请删去此项。"}, None
    meant = _nearest(name, tuple(names), tuple((labels or {}).items()))
    if meant is not None:
        return {"en": f'Did you mean "{meant}"?', "zh": f"是否想写 “{meant}”？"}, meant
    row = listed(names)
    assert isinstance(row, dict)
    return {"en": f"Known here: {row['en']}.", "zh": f"此处可用：{row['zh']}。"}, None


@lru_cache(256)
def _nearest(name: str, names: tuple[str, ...], titles: tuple[tuple[str, str], ...]) -> str | None:
    labels = dict(titles)
    if name in labels:
        return labels[name]
    if len(name) > 2 * LONGEST_QUOTE:
        return None
    from difflib import get_close_matches

    folded = {n.casefold().replace("-", "_"): n for n in names}
    near = get_close_matches(name.strip().casefold().replace("-", "_").replace(" ", "_"), folded, 1, 0.6)
    if near:
        return folded[near[0]]
    by_label = get_close_matches(name, labels, 1, 0.75)
    return labels[by_label[0]] if by_label else None
