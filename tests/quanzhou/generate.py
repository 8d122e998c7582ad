"""Seeded random cases of the Quanzhou policy, full facts with history, crowded around its edges."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from .oracle import PAYING

FLAGS = (
    "public_service_platform",
    "miit_sme_pilot_platform",
    "lingyan_provider",
    "provincial_smart_factory",
    "miit_smart_factory",
    "new_model_benchmark",
    "full_5g_factory",
    "provincial_design_institute",
    "national_design_institute",
    "manufacturing_sme",
    "provincial_promotion_centre",
    "miit_promotion_centre",
    "provincial_platform",
    "miit_cross_industry_platform",
    "applies_identification",
    "data_security_benchmark",
    "data_security_provider",
    "park_enterprise",
    "provincial_logistics_park",
)
KINDS = ("service_platform", "identification_node", "park")
LISTS = ("project", "loan", "contract", "node_month", "diagnosis_package", "doctor_service")

#: Rule whose figure the authority decides → the list that it speaks of.
DECIDED = {"node_subsidy": "project", "library_loan_interest": "loan", "design_voucher": "contract"}

DECISION_DAYS = ("2023-04-27", "2023-04-28", "2023-04-29", "2023-12-30", "2023-12-31", "2024-01-01")
DRAWN = ("2022-12-31", "2023-01-01", "2023-06-30", "2023-12-31", "2024-01-01", "2024-02-29")
CLAIMED = ("2020-02-29", "2022-12-31", "2023-01-01", "2023-05-05", "2023-07-07", "2023-12-31", "2024-01-01")
MONTHS = ("2022-12-01", "2023-01-01", "2023-02-01", "2023-04-01", "2023-05-01", "2023-12-01", "2024-01-01")
RATES = ("0%", "0.5%", "1%", "1.99%", "2%", "2.01%", "1/3", "29.99%", "30%", "30.01%", "40%", "45%", "0.7%")

#: Fen at which some cap or threshold of the policy turns.
INVESTMENTS = (0, 1, 2, 5, 166666663, 166666664, 166666665, 166666667, 999999994, 1000000000, 1000000010, 1749999997)
INVESTMENTS += (1750000000, 1750000003)
FEES = (0, 4999999, 5000000, 5000001, 33333330, 33333333, 33333334)
PRINCIPALS = (0, 1, 9124, 9125, 18249, 18250, 36500, 1000000000)
AMOUNTS = (0, 1, 166666664, 166666670, 100000000)
PAID = (0, 1, 10000000, 20000000, 20000001, 29000000, 29999999, 30000000, 30000001, 50000000, 59999999, 60000000)


def yuan(fen: int) -> str:
    """Fen as the facts take them."""
    return f"{fen // 100}.{fen % 100:02d}"


class Maker:
    """Makes one case after another from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def cases(self, count: int) -> Iterator[tuple[dict[str, Any], date]]:
        """Full facts, and the day of the decision."""
        for _ in range(count):
            yield self.case()

    def case(self) -> tuple[dict[str, Any], date]:
        day = date(2023, 4, 28) + timedelta(self.random.randrange(248))
        if self.chance(0.2):
            day = date.fromisoformat(self.random.choice(DECISION_DAYS))
        facts: dict[str, Any] = {"enterprise": self.enterprise()}
        for name in LISTS:
            count = self.random.choice((0, 1, 1, 2, 3))
            facts[name] = [getattr(self, name)() for _ in range(count)]
        facts["history"] = [self.entry(day) for _ in range(self.random.choice((0, 0, 1, 2, 4)))]
        facts["decided"] = [
            self.figure(rule, entity, i) for rule, entity in DECIDED.items() for i in range(len(facts[entity]))
        ]
        return facts, day

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def money(self, edges: tuple[int, ...], most: int) -> str:
        return yuan(self.random.choice(edges) if self.chance(0.6) else self.random.randrange(most))

    def enterprise(self) -> dict[str, Any]:
        likely = self.random.choice((0.3, 0.7))
        return {flag: self.chance(likely) for flag in FLAGS} | {
            "smes_served": self.random.choice((0, 19, 20, 20, 21, 40)),
            "provincial_scenes": self.random.choice((0, 1, 2, 3, 4)),
            "miit_scenes": self.random.choice((0, 1, 2, 3, 4)),
            "cloud_design_software_fee": self.money(FEES, 50000000),
        }

    def project(self) -> dict[str, Any]:
        return {
            "kind": self.random.choice((*KINDS, "service_platform")),
            "it_investment": self.money(INVESTMENTS, 3000000000),
            "multi_industry_node": self.chance(0.7),
        }

    def loan(self) -> dict[str, Any]:
        return {
            "principal": self.money(PRINCIPALS, 5000000000),
            "drawn_on": self.random.choice(DRAWN),
            "interest_days": self.random.choice((0, 1, 73, 200, 364, 365, 366)),
            "in_digital_library": self.chance(0.6),
            "in_provincial_key_library": self.chance(0.6),
        }

    def contract(self) -> dict[str, Any]:
        return {
            "amount": self.money(AMOUNTS, 300000000),
            "claimed_on": self.random.choice(CLAIMED),
            "registered": self.chance(0.85),
            "from_design_institution": self.chance(0.85),
            "aesthetic_design": self.chance(0.15),
        }

    def node_month(self) -> dict[str, Any]:
        return {
            "month": self.random.choice(MONTHS),
            "new_registrations": self.random.choice((0, 14999999, 15000000, 15000001, 30000000)),
            "rank": self.random.choice((1, 2, 3)),
        }

    def diagnosis_package(self) -> dict[str, Any]:
        return {"price": yuan(self.random.choice((0, 29999999, 30000000, 30000001)))}

    def doctor_service(self) -> dict[str, Any]:
        return {"fee": self.money((0,), 1000000)}

    def entry(self, day: date) -> dict[str, Any]:
        """An earlier award, most often under a rule that remembers it."""
        remembering = ("provincial_scene_award", "miit_scene_award", "design_voucher", "lingyan_award")
        rule = self.random.choice(remembering if self.chance(0.5) else PAYING)
        on = min(day, date.fromisoformat(self.random.choice(CLAIMED)))
        entry: dict[str, Any] = {"rule": rule, "date": on.isoformat(), "amount": yuan(self.random.choice(PAID))}
        if rule == "design_voucher" and self.chance(0.5):
            entry["key"] = self.random.choice(("2020", "2022", "2023", "2024"))
        return entry

    def figure(self, rule: str, entity: str, index: int) -> dict[str, Any]:
        """What the authority decided: a rate, or a sum."""
        figure: dict[str, Any] = {"rule": rule, "record": {"entity": entity, "index": index}}
        if self.chance(0.75):
            return figure | {"rate": self.random.choice(RATES)}
        return figure | {"amount": self.money((0, 1, 10000000, 50000001, 700000001), 300000000)}


# Leaving facts out. An address is the path to one fact, list or figure: ("project", 0, "kind").

Path = tuple[Any, ...]


def paths(facts: dict[str, Any]) -> list[Path]:
    """Every fact, list, figure and the history, each of which may be unknown."""
    found: list[Path] = [("enterprise", name) for name in facts["enterprise"]]
    for name in LISTS:
        found.append((name,))
        found += [(name, i, fact) for i, record in enumerate(facts[name]) for fact in record]
    found.append(("history",))
    found += [("decided", figure["rule"], figure["record"]["index"]) for figure in facts["decided"]]
    return found


def without(facts: dict[str, Any], *gone: Path) -> dict[str, Any]:
    """The same case, knowing less. What was in a list that is left out is gone with it."""
    less = copy.deepcopy(facts)
    for path in gone:
        if path[0] == "decided":
            less["decided"] = [f for f in less["decided"] if (f["rule"], f["record"]["index"]) != path[1:]]
        elif len(path) == 1:
            less.pop(path[0], None)
        elif len(path) == 2:
            del less[path[0]][path[1]]
        elif path[0] in less:
            less[path[0]][path[1]].pop(path[2], None)
    less["decided"] = [f for f in less["decided"] if f["record"]["entity"] in less]
    return less


def filled(facts: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """The same case with one thing stated. A list comes with the figures decided for its records."""
    more = copy.deepcopy(facts)
    if path[0] == "decided":
        figure = {"rule": path[1], "record": {"entity": DECIDED[path[1]], "index": path[2]}}
        more["decided"].append(figure | value)
    elif len(path) == 1:
        more[path[0]] = copy.deepcopy(value)
        for rule, entity in DECIDED.items():
            if entity == path[0]:
                more["decided"] = [f for f in more["decided"] if f["rule"] != rule]
                more["decided"] += [
                    {"rule": rule, "record": {"entity": entity, "index": i}, "rate": "100%"} for i in range(len(value))
                ]
    elif len(path) == 2:
        more[path[0]][path[1]] = value
    else:
        more[path[0]][path[1]][path[2]] = value
    return more


_VALUES: dict[str, tuple[Any, ...]] = {
    "kind": KINDS,
    "drawn_on": DRAWN,
    "claimed_on": CLAIMED,
    "month": MONTHS,
    "smes_served": (0, 19, 20, 1000000),
    "provincial_scenes": (0, 1, 4, 1000),
    "miit_scenes": (0, 1, 4, 1000),
    "interest_days": (0, 1, 366, 100000),
    "new_registrations": (0, 14999999, 15000000, 10**9),
    "rank": (1, 2, 3, 1000),
    "cloud_design_software_fee": ("0", "49999.99", "50000", "10000000000"),
    "it_investment": ("0", "0.05", "1000.10", "10000000000"),
    "principal": ("0", "182.50", "10000000000"),
    "amount": ("0", "1000000", "10000000000"),
    "price": ("0", "300000", "300000.01"),
    "fee": ("0", "1000000"),
}

_LISTED: dict[str, tuple[Any, ...]] = {
    "project": tuple({"kind": k, "it_investment": "20000000", "multi_industry_node": True} for k in KINDS),
    "loan": (
        {
            "principal": "20000000",
            "drawn_on": "2023-06-30",
            "interest_days": 365,
            "in_digital_library": True,
            "in_provincial_key_library": True,
        },
    ),
    "contract": (
        {
            "amount": "2000000",
            "claimed_on": "2023-07-07",
            "registered": True,
            "from_design_institution": True,
            "aesthetic_design": False,
        },
    ),
    "node_month": ({"month": "2023-05-01", "new_registrations": 20000000, "rank": 1},),
    "diagnosis_package": ({"price": "300000.01"},),
    "doctor_service": ({"fee": "3000"},),
}


def candidates(path: Path) -> tuple[Any, ...]:
    """Values enough to show whether a thing matters: each option, and both sides of each edge."""
    if path == ("history",):
        used = [{"rule": rule, "date": "2023-04-01", "amount": "600000", "key": "2023"} for rule in PAYING]
        for entry in used:
            if entry["rule"] != "design_voucher":
                del entry["key"]
        return ([], used, *([entry] for entry in used))
    if path[0] == "decided":
        return ({"rate": "0%"}, {"rate": "1%"}, {"rate": "100%"}, {"amount": "0.01"})
    if len(path) == 1:
        return ([], *([record] for record in _LISTED[path[0]]))
    return _VALUES.get(path[-1], (True, False))
