"""Warnings of a decision."""

from __future__ import annotations

from huice.messages.message import Message, Words

__all__ = ["MESSAGES"]

MESSAGES = (
    Message(
        "D101",
        Words(
            "Figure above its ceiling",
            "The authority's figure lies above what `{text}` allows; it counts as the ceiling, {most}.",
            "Check the figure under `decided`, or the clause.",
        ),
        Words(
            "核定数超过上限",
            "主管部门核定的数额超过“{text}”所允许的上限，按上限 {most} 计算。",
            "请核对 `decided` 中的数额，或核对条款。",
        ),
    ),
    Message(
        "D102",
        Words(
            "No decision date",
            "Neither the call nor the facts say as of which day to decide.",
            'Write `policy.decide(facts, as_of=date(2023, 8, 1))`, or `"as_of": "2023-08-01"` in the facts.',
        ),
        Words(
            "缺少日期",
            "调用时和事实中都没有写明以哪一天为准。",
            '请写 `policy.decide(facts, as_of=date(2023, 8, 1))`，或在事实中写 `"as_of": "2023-08-01"`。',
        ),
    ),
    Message(
        "D103",
        Words(
            "Decision date is not a date",
            "`as_of` is {found}, which is not a date.",
            "Pass a `datetime.date`, such as `date(2023, 8, 1)`.",
        ),
        Words(
            "日期不是日期值",
            "`as_of` 为 {found}，不是日期。",
            "请传入 `datetime.date`，例如 `date(2023, 8, 1)`。",
        ),
    ),
    Message(
        "D104",
        Words(
            "Amounts need every fact",
            "`{name}` is not known, and `amounts` works on full facts only.",
            "State it, or call `decide`, which gives ranges where facts are missing.",
        ),
        Words(
            "金额计算需要全部事实",
            "`{name}` 未知，而 `amounts` 只能在事实齐全时计算。",
            "请补充该项，或改用 `decide`：缺少事实时它给出区间。",
        ),
    ),
)
