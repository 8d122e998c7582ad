"""Laws: no input raises, what is shown reads back, and what reads is exact."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from huice.core import FactDecl
from huice.facts.findings import Findings
from huice.facts.numbers import Exactly, Numeral, decimal_text, exact, plain_number
from huice.facts.read import read_json
from huice.facts.scalars import read_value
from huice.facts.show import document, json_value, show
from huice.facts.validate import validate, validate_many
from huice.messages import plain
from huice.values import Kind
from hypothesis import given, settings
from hypothesis import strategies as st

from .programs import FULL, household, program

DEMO = program()
NAMES = [
    "as_of", "enterprise", "project", "stand", "loan", "history", "outside", "decided", "year", "smes_served",
    "listed", "output", "growth", "share", "founded", "level", "code", "kind", "it_investment", "area", "principal",
    "rule", "date", "amount", "key", "record", "rate", "entity", "index", "parent", "award", "grant", "interest",
    "fair", "demo.award", "x.y", "project[0]", "{name}", "\ud800", "", "$comment",
]  # fmt: skip


class Liar:
    """Raises whenever it is asked anything."""

    def __eq__(self, other: object) -> bool:
        raise RuntimeError

    def __hash__(self) -> int:
        return 1

    def __repr__(self) -> str:
        raise RuntimeError

    def __index__(self) -> int:
        raise RuntimeError


class Masked(Liar):
    """Raises even when it is asked what it is."""

    @property
    def __class__(self) -> Any:
        raise RuntimeError


class RaisingDict(dict):  # type: ignore[type-arg]
    def items(self) -> Any:
        raise RuntimeError

    def keys(self) -> Any:
        raise RuntimeError

    def __iter__(self) -> Any:
        raise RuntimeError


class RaisingText(str):
    def __str__(self) -> str:
        raise RuntimeError

    def __eq__(self, other: object) -> bool:
        raise RuntimeError

    def __hash__(self) -> int:
        return 2


CIRCLE: list[Any] = []
CIRCLE.append(CIRCLE)
LOOP: dict[str, Any] = {}
LOOP.update(enterprise=LOOP, project=[LOOP], stand=[LOOP], history=[LOOP], rule=LOOP, decided=[LOOP], record=LOOP)

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.fractions(),
    st.text(max_size=8),
    st.dates(),
    st.datetimes(),
    st.binary(max_size=4),
    st.sampled_from(NAMES),
    st.sampled_from([-(10**40), 1j, CIRCLE, LOOP, int]),
    st.sampled_from([object, Liar, lambda: 10**5000, lambda: RaisingDict(a=1), lambda: RaisingText("a")]).map(
        lambda make: make()
    ),
    st.sampled_from([Decimal("1E+999999"), Decimal("1E-999999"), Numeral("1e999999999"), frozenset({1}), range(3)]),
    st.sampled_from(["1" * 5000, "1.5%", "2/3", "2023-08-01", "2023-02-30", "0.35", "50万元", "1e99999", "\ud83d"]),
)
anything = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.sampled_from(NAMES) | st.integers() | st.none(), inner, max_size=6),
    ),
    max_leaves=20,
)


@settings(max_examples=400)
@given(anything)
def test_no_input_raises(raw: object) -> None:
    facts, found = validate(DEMO, raw, file="x")
    assert (facts is None) == any(d.level == "error" for d in found)
    for finding in found:
        for lang in ("en", "zh"):
            plain(finding, lang).encode("utf-8")
    validate_many((DEMO, household()), raw)


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from(NAMES), anything, max_size=8), anything)
def test_no_top_level_raises(raw: dict[str, object], as_of: object) -> None:
    validate(DEMO, raw, as_of=as_of)  # type: ignore[arg-type]


@pytest.mark.parametrize("make", [lambda: CIRCLE, Liar, Masked, lambda: RaisingDict(a=1)])
def test_hostile_objects(make: Callable[[], object]) -> None:
    assert validate(DEMO, make())[0] is None
    for decl in DEMO.subject.facts:
        assert validate(DEMO, {"enterprise": {decl.name: make()}})[0] is None
    for key in ("enterprise", "project", "history", "outside", "decided", "year", "as_of"):
        assert validate(DEMO, {key: make()})[0] is None
        assert validate(DEMO, {key: [make()]})[0] is None
    for key in ("rule", "date", "amount", "key", "record", "rate"):
        assert validate(DEMO, {"history": [{"rule": "award", key: make()}]})[0] is None
        assert validate(DEMO, {"decided": [{"rule": "grant", "amount": 1, key: make()}]})[0] is None


def test_circles() -> None:
    assert validate(DEMO, LOOP)[0] is None


@settings(max_examples=200)
@given(st.data())
def test_full_facts_with_one_part_replaced(data: st.DataObject) -> None:
    raw: Any = json.loads(json.dumps(FULL))
    here = raw
    while True:
        keys = sorted(here) if isinstance(here, dict) else list(range(len(here)))
        if not keys:
            break
        key = data.draw(st.sampled_from(keys))
        if isinstance(here[key], dict | list) and data.draw(st.booleans()):
            here = here[key]
            continue
        here[key] = data.draw(scalars)
        break
    validate(DEMO, raw)


def test_documents_read_back() -> None:
    facts, _ = validate(DEMO, FULL)
    assert facts is not None
    again = document(DEMO, facts)
    assert again == FULL
    assert validate(DEMO, read_json(json.dumps(again)).raw)[0] == facts


values = st.one_of(
    st.tuples(st.just(Kind.MONEY), st.integers(-(10**25), 10**25)),
    st.tuples(st.just(Kind.COUNT), st.integers(-(10**25), 10**25)),
    st.tuples(st.just(Kind.RATE), st.fractions(-10, 10)),
    st.tuples(st.just(Kind.NUMBER), st.decimals(-(10**9), 10**9, places=6).map(Fraction)),
    st.tuples(st.just(Kind.FLAG), st.booleans()),
    st.tuples(st.just(Kind.DATE), st.dates()),
    st.tuples(st.just(Kind.TEXT), st.text(st.characters(exclude_categories=("Cs",)))),
)


@given(values, st.sampled_from([0, 2, 3]))
def test_shown_values_read_back(pair: tuple[Kind, Any], digits: int) -> None:
    kind, value = pair
    decl = FactDecl("e", "f", kind)
    out = Findings()
    shown = json_value(decl, value, digits)
    assert read_value(decl, shown, "e.f", digits, out) == value, out.items
    assert show(decl, value, digits, "zh") or value == ""


@given(st.decimals(-(10**15), 10**15, places=2))
def test_money_equals_decimal_arithmetic(amount: Decimal) -> None:
    decl = FactDecl("e", "f", Kind.MONEY)
    for raw in (amount, str(amount), Numeral(str(amount))):
        assert read_value(decl, raw, "e.f", 2, Findings()) == int(amount * 100)


@given(st.integers(-(10**20), 10**20), st.integers(0, 8))
def test_plain_decimals_are_exact(count: int, places: int) -> None:
    value = Fraction(count, 10**places)
    text = decimal_text(value)
    assert text is not None
    read = exact(text)
    assert isinstance(read, Exactly)
    assert read.value == value
    assert plain_number(text) == text


@given(st.text(max_size=30))
def test_a_number_that_is_offered_can_be_read(text: str) -> None:
    meant = plain_number(text)
    assert meant is None or isinstance(exact(meant), Exactly)


def test_words_for_people() -> None:
    money, flag = FactDecl("e", "m", Kind.MONEY), FactDecl("e", "f", Kind.FLAG)
    level = next(d for d in DEMO.subject.facts if d.name == "level")
    assert show(money, 200000000, 2) == "2,000,000.00"
    assert show(money, -123456, 2) == "-1,234.56"
    assert show(money, 1234567, 0) == "1,234,567"
    assert [show(flag, v, 2, lang) for v in (True, False) for lang in ("zh", "en")] == ["是", "yes", "否", "no"]
    assert show(level, "province", 2, "zh") == "省级"
    assert show(level, None, 2, "zh") == "未知"
    assert show(FactDecl("e", "c", Kind.COUNT), 15000000, 2) == "15,000,000"
    assert show(FactDecl("e", "r", Kind.RATE), Fraction(1, 3), 2) == "1/3"
    assert show(FactDecl("e", "d", Kind.DATE), dt.date(2023, 8, 1), 2) == "2023-08-01"
    assert json_value(money, None, 2) is None
