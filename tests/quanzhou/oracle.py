"""泉政办规〔2023〕6号 worked out a second time, in plain Python and apart from the engine.

Written from the official text and its clause-by-clause reading alone; nothing here comes from
`huice`. It takes full facts (nothing left out, the history stated, every figure that a clause leaves to
the authority decided) and gives one figure an award. Money is counted in fen, as integers;
what lies between is a Fraction, rounded once, half up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

Facts = Mapping[str, Any]

YUAN = 100
WAN = 10_000 * YUAN

IN_FORCE = (date(2023, 4, 28), date(2023, 12, 31))
REGISTRATION_MONTHS = (date(2023, 1, 1), date(2023, 12, 31))
DAYS_IN_YEAR = 365
VOUCHER = "创新券"

#: Rule → (the flag that earns it, the award). All are given once (一次性).
ONCE = {
    "miit_pilot_award": ("miit_sme_pilot_platform", 50 * WAN),
    "lingyan_award": ("lingyan_provider", 10 * WAN),
    "provincial_factory_award": ("provincial_smart_factory", 50 * WAN),
    "miit_factory_award": ("miit_smart_factory", 100 * WAN),
    "new_model_award": ("new_model_benchmark", 10 * WAN),
    "full_5g_award": ("full_5g_factory", 10 * WAN),
    "provincial_institute_award": ("provincial_design_institute", 100 * WAN),
    "national_institute_award": ("national_design_institute", 200 * WAN),
    "provincial_platform_award": ("provincial_platform", 40 * WAN),
    "miit_platform_award": ("miit_cross_industry_platform", 200 * WAN),
    "security_benchmark_award": ("data_security_benchmark", 10 * WAN),
    "security_provider_award": ("data_security_provider", 10 * WAN),
    "logistics_park_award": ("provincial_logistics_park", 50 * WAN),
}

#: 四（一）: no 一次性 in the text, so an earlier award does not use them up.
EVERY_TIME = {
    "provincial_centre_award": ("provincial_promotion_centre", 100 * WAN),
    "miit_centre_award": ("miit_promotion_centre", 200 * WAN),
}

#: 二（一）: rule → (count of scenes, award for each, at most in all).
SCENES = {
    "provincial_scene_award": ("provincial_scenes", 10 * WAN, 30 * WAN),
    "miit_scene_award": ("miit_scenes", 20 * WAN, 60 * WAN),
}

SPLIT_IN_HALF = {"platform_subsidy", "park_subsidy"}

#: Every rule that can pay, as the document orders them.
PAYING = (
    "platform_subsidy",
    "miit_pilot_award",
    "lingyan_award",
    "library_loan_interest",
    "key_project_interest",
    "provincial_scene_award",
    "miit_scene_award",
    "provincial_factory_award",
    "miit_factory_award",
    "new_model_award",
    "full_5g_award",
    "provincial_institute_award",
    "national_institute_award",
    "cloud_design_subsidy",
    "design_voucher",
    "provincial_centre_award",
    "miit_centre_award",
    "provincial_platform_award",
    "miit_platform_award",
    "node_subsidy",
    "registration_award",
    "security_benchmark_award",
    "security_provider_award",
    "park_subsidy",
    "logistics_park_award",
)


def fen(yuan: Any) -> int:
    """Yuan as the facts give them (a string or an integer) in fen."""
    exact = Fraction(str(yuan)) * YUAN
    assert exact.denominator == 1, yuan
    return exact.numerator


def rate(text: str) -> Fraction:
    """`"1.5%"` or `"2/3"` as a fraction."""
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def half_up(x: Fraction | int) -> int:
    """To the nearest fen, half a fen upwards; x is never negative here."""
    return (x + Fraction(1, 2)).__floor__()


def in_halves(amount: int) -> dict[str, int]:
    """市、县1:1 to the last fen: an odd one falls to the city, which is named first."""
    county = amount // 2
    return {"city": amount - county, "county": county}


@dataclass
class Award:
    """What one rule gives the enterprise, or one of its records."""

    rule: str
    index: int | None
    status: str
    amount: int = 0
    split: dict[str, int] = field(default_factory=dict)


class Case:
    """One enterprise on one day."""

    def __init__(self, facts: Facts, as_of: date) -> None:
        self.facts = facts
        self.enterprise = facts["enterprise"]
        self.in_force = IN_FORCE[0] <= as_of <= IN_FORCE[1]
        self.awards: list[Award] = []

    def earlier(self, rule: str) -> list[Facts]:
        return [entry for entry in self.facts["history"] if entry["rule"] == rule]

    def paid(self, rule: str) -> int:
        return sum(fen(entry["amount"]) for entry in self.earlier(rule))

    def left_to_authority(self, rule: str, index: int, base: Fraction, ceiling: Fraction) -> Fraction:
        """`base` times the rate decided, or the sum decided: never above the ceiling."""
        for figure in self.facts["decided"]:
            record = figure.get("record")
            if figure["rule"] == rule and (record is None or record["index"] == index):
                sought = rate(figure["rate"]) * base if "rate" in figure else Fraction(fen(figure["amount"]))
                return min(sought, ceiling * base)
        raise AssertionError(f"no figure decided for {rule}[{index}]")

    def give(
        self,
        rule: str,
        index: int | None,
        earned: bool,
        amount: Callable[[], Fraction | int],
        in_force: bool = True,
    ) -> Award:
        """Enter an award; `amount` is asked for only if the award is earned."""
        status = "eligible" if earned else "ineligible"
        if not (self.in_force and in_force):
            status = "not_in_force"
        award = Award(rule, index, status, half_up(amount()) if status == "eligible" else 0)
        self.awards.append(award)
        return award

    def note(self, rule: str, index: int | None, status: str) -> None:
        """Enter a referral or a limit, which never pay."""
        self.awards.append(Award(rule, index, status if self.in_force else "not_in_force"))


def _projects(case: Case) -> None:
    """一（一）1, 四（三）1, 五（一）."""
    who = case.enterprise
    for i, project in enumerate(case.facts["project"]):
        invested = Fraction(fen(project["it_investment"]))
        case.give(
            "platform_subsidy",
            i,
            project["kind"] == "service_platform" and who["public_service_platform"] and who["smes_served"] >= 20,
            lambda x=invested: min(x * Fraction(30, 100), Fraction(50 * WAN)),
        )
        case.give(
            "node_subsidy",
            i,
            project["kind"] == "identification_node" and project["multi_industry_node"],
            lambda x=invested, i=i: min(
                case.left_to_authority("node_subsidy", i, x, Fraction(40, 100)), Fraction(700 * WAN)
            ),
        )
        case.give(
            "park_subsidy",
            i,
            project["kind"] == "park" and who["park_enterprise"],
            lambda x=invested: min(x * Fraction(10, 100), Fraction(100 * WAN)),
        )


def _loans(case: Case) -> None:
    """一（五）: 2% at most, and 1% on what was drawn in 2023."""
    for i, loan in enumerate(case.facts["loan"]):
        years = Fraction(loan["interest_days"], DAYS_IN_YEAR)
        base = fen(loan["principal"]) * years
        case.give(
            "library_loan_interest",
            i,
            loan["in_digital_library"],
            lambda base=base, i=i: case.left_to_authority("library_loan_interest", i, base, Fraction(2, 100)),
        )
        case.give(
            "key_project_interest",
            i,
            loan["in_provincial_key_library"] and date.fromisoformat(loan["drawn_on"]).year == 2023,
            lambda base=base: base * Fraction(1, 100),
        )


def _scenes(case: Case) -> None:
    """二（一）."""
    for rule, (count, each, at_most) in SCENES.items():
        left = max(0, at_most - case.paid(rule))
        case.give(rule, None, True, lambda n=case.enterprise[count], each=each, left=left: min(n * each, left))


def _flags(case: Case) -> None:
    """The awards for being recognised: once, but for 四（一）."""
    for rule, (flag, amount) in ONCE.items():
        case.give(rule, None, case.enterprise[flag] and not case.earlier(rule), lambda amount=amount: amount)
    for rule, (flag, amount) in EVERY_TIME.items():
        case.give(rule, None, case.enterprise[flag], lambda amount=amount: amount)


def _design(case: Case) -> None:
    """三（二） and 三（三）: the voucher's 500,000 a year is used up in the order of the contracts."""
    fee = Fraction(fen(case.enterprise["cloud_design_software_fee"]))
    case.give(
        "cloud_design_subsidy",
        None,
        fee >= 5 * WAN,
        lambda: min(fee * Fraction(30, 100), Fraction(10 * WAN)),
    )
    used: dict[int, int] = {}
    for entry in case.earlier("design_voucher"):
        year = int(entry["key"] if entry.get("key") is not None else entry["date"][:4])
        used[year] = used.get(year, 0) + fen(entry["amount"])
    for i, contract in enumerate(case.facts["contract"]):
        earned = (
            case.enterprise["manufacturing_sme"]
            and contract["registered"]
            and contract["from_design_institution"]
            and not contract["aesthetic_design"]
        )
        base = Fraction(fen(contract["amount"]))
        award = case.give(
            "design_voucher",
            i,
            earned,
            lambda base=base, i=i: case.left_to_authority("design_voucher", i, base, Fraction(30, 100)),
        )
        year = date.fromisoformat(contract["claimed_on"]).year
        award.amount = min(award.amount, max(0, 50 * WAN - used.get(year, 0)))
        used[year] = used.get(year, 0) + award.amount


def _months(case: Case) -> None:
    """四（三）3: the month may lie before the measures came into force, the decision may not."""
    first, last = REGISTRATION_MONTHS
    for i, month in enumerate(case.facts["node_month"]):
        case.give(
            "registration_award",
            i,
            month["new_registrations"] >= 15_000_000 and month["rank"] <= 2,
            lambda: 10 * WAN,
            in_force=first <= date.fromisoformat(month["month"]) <= last,
        )


def _unpaid(case: Case) -> None:
    """一（三） and 四（三）2 refer elsewhere; 一（四） limits a price."""
    for i, _ in enumerate(case.facts["doctor_service"]):
        case.note("doctor_fee", i, "referred")
    for i, package in enumerate(case.facts["diagnosis_package"]):
        over = fen(package["price"]) > 30 * WAN
        case.note("diagnosis_limit", i, "over_limit" if over else "within_limit")
    case.note("node_application", None, "referred" if case.enterprise["applies_identification"] else "ineligible")


def decide(facts: Facts, as_of: date) -> dict[str, Any]:
    """Every award, and the sums: rules, total, payers, vouchers; all in fen."""
    case = Case(facts, as_of)
    for part in (_projects, _loans, _scenes, _flags, _design, _months, _unpaid):
        part(case)
    rules = dict.fromkeys(PAYING, 0)
    payers = {"city": 0, "county": 0}
    vouchers = 0
    for award in case.awards:
        if award.rule not in rules:
            continue
        rules[award.rule] += award.amount
        if award.rule == "design_voucher":
            vouchers += award.amount
            continue
        award.split = in_halves(award.amount) if award.rule in SPLIT_IN_HALF else {"city": award.amount}
        for payer, share in award.split.items():
            payers[payer] += share
    return {
        "rules": rules,
        "awards": case.awards,
        "total": sum(payers.values()),
        "split": payers,
        "in_kind": {VOUCHER: vouchers},
    }
