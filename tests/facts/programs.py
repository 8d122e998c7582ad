"""A small policy, built by hand, that has every kind of fact and every kind of open figure."""

from __future__ import annotations

from fractions import Fraction

from huice.core import Const, Entity, FactDecl, Option, Policy, Program, Rule, Split
from huice.values import Kind

KINDS = (Option("platform", "公共服务平台"), Option("park", "园区"))


def policy(name: str = "demo", digits: int = 2) -> Policy:
    return Policy(
        name=name, title="示范政策", number=None, issuer=None, issued=None, text=None, currency="CNY", digits=digits,
        window=None, conditions=(), payers=(), assumptions=(),
    )  # fmt: skip


def rule(name: str, entity: str) -> Rule:
    return Rule(
        name=name, title=f"{name} 的名称", article=None, quotes=(), entity=entity, conditions=(), window=None,
        dated_by=None, amount=Const(0), refers_to=None, ceiling=None, amount_text="", limits=(), once=None, caps=(),
        split=Split(("city",), (1,), ""), payer_stated=False, in_kind=None, responsible=(), remarks=(), assumptions=(),
    )  # fmt: skip


def open_figure(entity: str, rule: str, *, rate: bool) -> tuple[FactDecl, ...]:
    """The facts that lowering declares for a rule that leaves a figure to the authority."""
    amount = FactDecl(entity, f"decided.{rule}.amount", Kind.MONEY, low=0, asked_of="authority", decides=rule)
    if not rate:
        return (amount,)
    options = (Option("rate"), Option("amount"))
    kind = FactDecl(
        entity, f"decided.{rule}.kind", Kind.CHOICE, options=options, asked_of="authority", decides=rule
    )  # fmt: skip
    share = FactDecl(entity, f"decided.{rule}.rate", Kind.RATE, low=0, asked_of="authority", decides=rule)
    return kind, share, amount


def program(name: str = "demo", digits: int = 2) -> Program:
    def fact(entity: str, name: str, kind: Kind, label: str | None = None, **more: object) -> FactDecl:
        return FactDecl(entity, name, kind, label, **more)  # type: ignore[arg-type]

    firm = (
        fact("enterprise", "smes_served", Kind.COUNT, "服务中小企业家数", ask="服务了多少家?", low=0),
        fact("enterprise", "listed", Kind.FLAG, "上市企业"),
        fact("enterprise", "output", Kind.MONEY, "工业产值", low=0),
        fact("enterprise", "profit", Kind.MONEY, "利润"),
        fact("enterprise", "growth", Kind.NUMBER, "指数"),
        fact("enterprise", "share", Kind.RATE, "占比", low=0, high=1),
        fact("enterprise", "founded", Kind.DATE, "成立日期"),
        fact("enterprise", "level", Kind.CHOICE, "级别", options=(Option("city", "市级"), Option("province", "省级"))),
        fact("enterprise", "code", Kind.TEXT, "代码"),
        fact("enterprise", "staff", Kind.COUNT, None, low=1, high=5000),
        *open_figure("enterprise", "grant", rate=False),
    )
    project = (
        fact("project", "kind", Kind.CHOICE, "类型", options=KINDS),
        fact("project", "it_investment", Kind.MONEY, "信息化投资额", low=0),
    )
    stand = (fact("stand", "area", Kind.NUMBER, "面积", low=0), *open_figure("stand", "fair", rate=True))
    loan = (fact("loan", "principal", Kind.MONEY, low=0), *open_figure("loan", "interest", rate=True))
    return Program(
        policy=policy(name, digits),
        entities=(
            Entity("enterprise", "企业", None, firm),
            Entity("project", "项目", "enterprise", project),
            Entity("stand", "展位", "project", stand),
            Entity("loan", "贷款", "enterprise", loan),
        ),
        rules=(
            rule("award", "enterprise"),
            rule("grant", "enterprise"),
            rule("interest", "loan"),
            rule("fair", "stand"),
        ),
        forks=(),
    )


def household() -> Program:
    """Another policy: another subject, a record list of the same name with another fact, a rule of the same name."""
    home = (FactDecl("household", "members", Kind.COUNT, "人口", low=1),)
    project = (FactDecl("project", "place", Kind.TEXT, "地点"),)
    return Program(
        policy=policy("homes"),
        entities=(Entity("household", "家庭", None, home), Entity("project", "项目", "household", project)),
        rules=(rule("award", "household"), rule("heating", "household")),
        forks=(),
    )


FULL = {
    "as_of": "2023-08-01",
    "enterprise": {
        "smes_served": 25,
        "listed": True,
        "output": "1200000.05",
        "profit": "-300.00",
        "growth": "1.25",
        "share": "35%",
        "founded": "2020-02-29",
        "level": "province",
        "code": "350500",
        "staff": 40,
    },
    "project": [
        {"kind": "platform", "it_investment": "2000000.00", "stand": [{"area": "12.5"}, {}]},
        {"stand": [{"area": "3"}]},
    ],
    "loan": [{"principal": "100.00"}],
    "history": [
        {"rule": "award", "date": "2023-05-01", "amount": "100000.00", "key": "2023", "record": "a-1"},
        {"rule": "grant", "date": None, "amount": None, "key": None, "record": None},
    ],
    "outside": {"省级奖励": "100000.00"},
    "decided": [
        {"rule": "grant", "record": None, "amount": "88.00"},
        {
            "rule": "fair",
            "record": {"entity": "stand", "index": 0, "parent": {"entity": "project", "index": 1, "parent": None}},
            "rate": "2/3",
        },
        {"rule": "interest", "record": {"entity": "loan", "index": 0, "parent": None}, "amount": "5.00"},
    ],
}

HALF = Fraction(1, 2)
