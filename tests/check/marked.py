"""Small files with the expected place marked: `when ⟦smes⟧ >= 20`."""

from __future__ import annotations

import re

from huice.check import check
from huice.diagnostics import Diagnostic
from huice.messages import words
from huice.source import Source, Span
from huice.syntax.parse import parse

__all__ = ["EN", "RULE", "ZH", "findings", "in_rule", "in_zh", "one"]

EN = """\
language 1
policy lamp_2023 "路灯节能补助办法"
  valid from 2023-01-01 until 2023-12-31
  payer city, county

entity enterprise "企业"
  fact lamps: count "路灯数"
  fact fee: money "电费"
  fact share: rate "节电率"
  fact area: number "面积"
  fact rural: flag "农村"
  fact opened: date "启用日"
  fact town: text "所在镇"
  fact grade: choice of gold, silver "等级"

entity project of enterprise "项目"
  fact kind: choice of new, rebuilt "类别"
  fact cost: money "投资额"
  fact done: date "完工日"

entity stage of project "阶段"
  fact spent: money "支出"
"""

ZH = """\
语言 1
政策 路灯_2023 "路灯节能补助办法"
  有效期 自 2023-01-01 至 2023-12-31
  出资方 市、县

对象 企业 "企业"
  事实 路灯数：数量
  事实 电费：金额
  事实 节电率：比率
  事实 农村：是否
  事实 启用日：日期
  事实 等级：选项 金牌、银牌

对象 项目 属于 企业 "项目"
  事实 类别：选项 新建、改建
  事实 投资额：金额
  事实 完工日：日期
"""

RULE = EN + "\nrule saving\n  when rural\n  rate 30% of fee\n"
#: Words that a message must never show: a value of the engine, or a slot left open.
_INNER = re.compile(r"\bNone\b|[{}]|Kind\.|<class|object at|tree\.|\bFalse\b|\bTrue\b")


def findings(text: str) -> tuple[Diagnostic, ...]:
    """Everything that is found in a file."""
    return check(parse(Source(text, "lamp.rules"))).diagnostics


def in_rule(clauses: str) -> str:
    """A file with one rule of those clauses."""
    return f"{EN}\nrule saving\n{clauses}\n"


def in_zh(clauses: str) -> str:
    """The same in Chinese."""
    return f"{ZH}\n条款 节能\n{clauses}\n"


def one(marked: str) -> Diagnostic:
    """The one finding of a marked file; it stands at the mark, and reads well in both languages."""
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    found = findings(text)
    assert len(found) == 1, [(d.code, d.place, dict(d.args)) for d in found]
    place = found[0].place
    assert place == Source(text).place(Span(start, end)), (text[start:end], place)
    reads_well(found[0])
    return found[0]


def reads_well(found: Diagnostic) -> None:
    """Title, text and help are there in both languages, with every slot filled in the drafter's words."""
    for lang in ("en", "zh"):
        said = words(found, lang)
        for part in said:
            assert part.strip() == part and part, (found.code, lang, said)
            assert not _INNER.search(part), (found.code, lang, part)
        assert "`" in said.help or "“" in said.help or found.code == "R409", (found.code, lang, said.help)
        assert said.text.endswith((".", "。")), (found.code, lang, said.text)
