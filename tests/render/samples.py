"""A small made-up policy and decisions under it, built by hand: rendering is tested apart from deciding."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from huice.core.expr import Const, Fact
from huice.core.program import (
    Assumption,
    Ceiling,
    Entity,
    FactDecl,
    Option,
    Payer,
    Policy,
    Program,
    Rule,
    Split,
    Window,
)
from huice.decide.decision import (
    Award,
    ConditionResult,
    FactSeen,
    Holds,
    LimitResult,
    NearMiss,
    Question,
    Result,
    RuleResult,
    Status,
)
from huice.facts.model import Facts, Record
from huice.values import Kind, Range

AS_OF = dt.date(2031, 5, 1)
CITY = Split(("city",), (1,), "paid by city")
BOTH = Split(("city", "county"), (1, 1), "split city:county 1:1")


def yuan(low: int, high: int | None = -1) -> Range:
    """A range in whole yuan; without `high`, a point."""
    high = low if high == -1 else high
    return Range(low * 100, None if high is None else high * 100)


def _fact(entity: str, name: str, kind: Kind, label: str | None = None, **rest: object) -> FactDecl:
    return FactDecl(entity, name, kind, label, **rest)  # type: ignore[arg-type]


FIRM = Entity(
    "firm",
    "企业",
    None,
    (
        _fact("firm", "clients", Kind.COUNT, "服务企业家数", ask="服务了多少家企业？"),
        _fact("firm", "certified", Kind.FLAG, "已认证"),
        _fact("firm", "share", Kind.RATE, "研发占比"),
        _fact("firm", "decided_lab", Kind.MONEY, asked_of="authority", decides="lab"),
    ),
)
SITE = Entity(
    "site",
    "场地",
    "firm",
    (
        _fact("site", "kind", Kind.CHOICE, "类型", options=(Option("hub", "枢纽"), Option("plain"))),
        _fact("site", "cost", Kind.MONEY, "投资额"),
        _fact("site", "opened", Kind.DATE, "启用日期"),
    ),
)


def rule(name: str, title: str, article: str | None, **rest: object) -> Rule:
    """A rule that pays, unless told otherwise."""
    given: dict[str, object] = {
        "quotes": (f"对{title}给予支持",),
        "entity": "firm",
        "conditions": (),
        "window": None,
        "dated_by": None,
        "amount": Const(0),
        "refers_to": None,
        "ceiling": None,
        "amount_text": "",
        "limits": (),
        "once": None,
        "caps": (),
        "split": CITY,
        "payer_stated": True,
        "in_kind": None,
        "responsible": (),
        "remarks": (),
        "assumptions": (),
    }
    given.update(rest)
    return Rule(name=name, title=title, article=article, **given)  # type: ignore[arg-type]


HUB = rule("hub", "枢纽补助", "一(一)", entity="site", split=BOTH, amount_text="rate 30% of cost cap 500000")
LAB = rule("lab", "实验室奖励", "一(二)", amount_text="award up to 1000000", responsible=("科技局",))
PRIZE = rule("prize", "认证奖励", None, amount_text="award 100000", remarks=("在省级奖励基础上叠加",))
VOUCHER = rule("voucher", "服务券", "二", in_kind="服务券", amount_text="award up to 20000")
PRICE = rule(
    "price",
    "采购限价",
    "三",
    amount=None,
    ceiling=Ceiling(Const(1), Const(2), "limit"),
    amount_text="limit cost to 300000",
)
ELSEWHERE = rule("cloud", "上云补助", "四", amount=None, refers_to="上云政策")
OLD = rule("old", "旧奖励", "五", amount_text="award 1")

PROGRAM = Program(
    Policy(
        "riverside",
        "滨河市数字化若干措施",
        "滨政〔2031〕1号",
        "滨河市人民政府",
        dt.date(2031, 1, 1),
        None,
        "CNY",
        2,
        Window(dt.date(2031, 1, 1), None, "valid from 2031-01-01"),
        (),
        (Payer("city", "市级财政"), Payer("county", "县级财政")),
        (),
    ),
    (FIRM, SITE),
    (HUB, LAB, PRIZE, VOUCHER, PRICE, ELSEWHERE, OLD),
    (),
    spelling="zh",
)

SUBJECT = Record("firm", None, "firm", {}, {})
SITE_1 = Record("site", 0, "site[0]", {}, {}, SUBJECT)
SITE_2 = Record("site", 1, "site[1]", {}, {}, SUBJECT)

CLIENTS = FactSeen("firm.clients", 25, "firm", "clients")
KIND = FactSeen("site[0].kind", "hub", "site", "kind")
COST = FactSeen("site[0].cost", 200_000_000, "site", "cost")
WINDOW_HOLDS = ConditionResult("policy_window", "valid from 2031-01-01", Holds.YES, ())


def award(of: Rule, status: Status, amount: Range = Range(0, 0), **rest: object) -> Award:  # noqa: B008
    """An award; its split follows the amount where it has one payer."""
    given: dict[str, object] = {
        "record": SUBJECT,
        "open_list": False,
        "split": {"city": amount},
        "conditions": (WINDOW_HOLDS,),
        "limits": (),
        "assumptions": (),
        "missing": (),
    }
    given.update(rest)
    return Award(rule=of, status=status, amount=amount, **given)  # type: ignore[arg-type]


HUB_AWARD = award(
    HUB,
    Status.ELIGIBLE,
    yuan(500_000),
    record=SITE_1,
    split={"city": yuan(250_000), "county": yuan(250_000)},
    conditions=(
        ConditionResult("when", "kind is hub", Holds.YES, (KIND,)),
        ConditionResult("when", "服务企业20家以上", Holds.YES, (CLIENTS,)),
        WINDOW_HOLDS,
    ),
    limits=(LimitResult("cap", "cap 500000", yuan(500_000), Holds.YES, yuan(100_000)),),
    assumptions=(Assumption("“单个项目”指每个场地"),),
    used=(COST,),
)
LAB_AWARD = award(
    LAB,
    Status.ELIGIBLE,
    yuan(0, 1_000_000),
    limits=(LimitResult("open", "up to 1000000", yuan(1_000_000), Holds.UNKNOWN, yuan(0, 1_000_000)),),
    assumptions=(Assumption("条款未写明出资方", "payer"),),
    missing=("firm.decided_lab",),
)
PRIZE_AWARD = award(
    PRIZE,
    Status.UNDETERMINED,
    yuan(0, 100_000),
    conditions=(
        ConditionResult("when", "certified", Holds.UNKNOWN, (FactSeen("firm.certified", None, "firm", "certified"),)),
        ConditionResult("once", "once per firm", Holds.UNKNOWN, ()),
    ),
    assumptions=(Assumption("条款未写明出资方", "payer"),),
    missing=("firm.certified", "history"),
)
VOUCHER_AWARD = award(
    VOUCHER,
    Status.INELIGIBLE,
    split={"city": yuan(0)},
    conditions=(
        ConditionResult("when", "服务企业30家以上", Holds.NO, (CLIENTS,)),
        ConditionResult("when", "certified", Holds.NO, ()),
    ),
    near=lambda: (NearMiss(CLIENTS, 30, yuan(0, 20_000)),),
)
OPEN_LIST_AWARD = award(
    HUB,
    Status.UNDETERMINED,
    Range(0, None),
    record=None,
    open_list=True,
    missing=("site",),
    split={"city": Range(0, None)},
)
PRICE_AWARD = award(
    PRICE, Status.OVER_LIMIT, record=SITE_2, used=(FactSeen("site[1].cost", 30_000_001, "site", "cost"),), split={}
)
CLOUD_AWARD = award(ELSEWHERE, Status.REFERRED, split={})
OLD_AWARD = award(
    OLD,
    Status.NOT_IN_FORCE,
    conditions=(ConditionResult("window", "valid until 2030-12-31", Holds.NO, ()),),
)


def result(*awards: Award, total: Range = Range(0, 0), **rest: object) -> Result:  # noqa: B008
    """A decision that holds these awards."""
    rules = {}
    for of in PROGRAM.rules:
        own = tuple(a for a in awards if a.rule is of)
        if of.pays:
            low = sum(a.amount.minor_low for a in own)
            open_ended = any(a.amount.minor_high is None for a in own)
            high = None if open_ended else sum(a.amount.minor_high or 0 for a in own)
            rules[of.name] = RuleResult(of, Range(low, high), {"city": Range(low, high)}, own)
    given: dict[str, object] = {"split": {"city": total}, "in_kind": {}, "facts": Facts(SUBJECT, ())}
    given.update(rest)
    return Result(program=PROGRAM, as_of=AS_OF, awards=awards, rules=rules, total=total, **given)  # type: ignore[arg-type]


FULL = result(
    HUB_AWARD,
    LAB_AWARD,
    PRIZE_AWARD,
    VOUCHER_AWARD,
    PRICE_AWARD,
    CLOUD_AWARD,
    OLD_AWARD,
    total=yuan(500_000, 1_600_000),
    split={"city": yuan(250_000, 1_350_000), "county": yuan(250_000)},
    in_kind={"服务券": yuan(0)},
    ask=lambda: (
        Question("firm.certified", None, "applicant", "flag", "firm", "certified"),
        Question("history", None, "applicant", "history"),
        Question("firm.decided_lab", None, "authority", "money", "firm", "decided_lab"),
    ),
)
NOTHING_KNOWN = result(
    OPEN_LIST_AWARD,
    total=Range(0, None),
    split={"city": Range(0, None)},
    ask=lambda: (Question("site", None, "applicant", "list", "site"),),
)
NOTHING_DUE = result(OLD_AWARD)

TWO_THIRDS = Fraction(2, 3)
SOME_FACT = Fact("firm", "clients")
