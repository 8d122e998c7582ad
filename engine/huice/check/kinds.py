"""What expressions measure, in words for drafters."""

from __future__ import annotations

from attrs import frozen

from huice.values import Kind

__all__ = ["NUMERIC", "ORDERED", "PLAIN", "Said", "Type", "remedy", "same_as", "sample", "word"]

Said = dict[str, str]


@frozen
class Type:
    """What an expression measures; `options` where it is a choice. `PLAIN` adopts what it meets.

    `also` is a second reading: `30% * n` is a number of things, or a rate.
    """

    kind: Kind | None
    options: frozenset[str] = frozenset()
    also: Kind | None = None


PLAIN = Type(None)
NUMERIC = frozenset({Kind.MONEY, Kind.RATE, Kind.COUNT, Kind.NUMBER, None})
ORDERED = frozenset({Kind.MONEY, Kind.RATE, Kind.COUNT, Kind.NUMBER, Kind.DATE})

_WORDS = {
    Kind.MONEY: {"en": "a sum of money", "zh": "金额"},
    Kind.RATE: {"en": "a rate", "zh": "比率"},
    Kind.COUNT: {"en": "a count", "zh": "数量"},
    Kind.NUMBER: {"en": "a number", "zh": "数值"},
    Kind.FLAG: {"en": "a yes or no", "zh": "判断（是/否）"},
    Kind.DATE: {"en": "a date", "zh": "日期"},
    Kind.CHOICE: {"en": "a choice", "zh": "选项"},
    Kind.TEXT: {"en": "a text", "zh": "文本"},
    None: {"en": "a bare number", "zh": "单纯的数字"},
}

_SAMPLES = {
    Kind.MONEY: "50万元",
    Kind.RATE: "30%",
    Kind.COUNT: "20",
    Kind.NUMBER: "1.5",
    Kind.DATE: "2023-12-31",
    Kind.TEXT: '"…"',
}


def word(kind: Kind | None) -> Said:
    """A kind of value, as a drafter would name it."""
    return _WORDS[kind]


def sample(kind: Kind) -> str:
    """A correct value of a kind."""
    return _SAMPLES.get(kind, "…")


def remedy(wanted: Kind, found: Type, text: str) -> Said:
    """What to write where `wanted` is needed and `text` measures something else."""
    if wanted is Kind.FLAG:
        return asking(found, text)
    if wanted is Kind.MONEY:
        return _money(found, text)
    if wanted is Kind.DATE and found.kind is None:
        year = text if len(text) == 4 and text.isdecimal() else "2023"
        return {
            "en": f"Write a day, `2023-12-31`, or ask for the year: `drawn_on in {year}`.",
            "zh": f"请写日期，如 `2023-12-31`；要看年份，请写 `提款日 在 {year}年`。",
        }
    name, example = _WORDS[wanted], sample(wanted)
    return {
        "en": f"Write {name['en']}, such as `{example}`, or a fact that is one.",
        "zh": f"请写{name['zh']}，例如 `{example}`，或这一类的事实。",
    }


def _money(found: Type, text: str) -> Said:
    match found.kind:
        case Kind.RATE:
            return {
                "en": f"Say of what: `rate {text} of fee` as an amount line, `{text} * fee` in a formula.",
                "zh": f"请写明是谁的 {text}：作为算法写 `按 费用 的 {text} 补助`，算式里写 `{text} * 费用`。",
            }
        case Kind.COUNT | Kind.NUMBER:
            return {
                "en": f"For so much each write `10万元 * {text}`, or use a fact of type money.",
                "zh": f"如果是每个给多少，请写 `10万元 * {text}`；否则请用金额类型的事实。",
            }
        case _:
            return {
                "en": "Write a sum, `50万元` or `500000`, or a fact of type money.",
                "zh": "请写金额，如 `50万元` 或 `500000`，或金额类型的事实。",
            }


def asking(found: Type, text: str) -> Said:
    """How to make a condition of a value."""
    match found.kind:
        case Kind.MONEY | Kind.RATE | Kind.COUNT | Kind.NUMBER:
            limit = _SAMPLES[found.kind]
            return {"en": f"Compare it: `{text} >= {limit}`.", "zh": f"请写成比较：`{text} 不少于 {limit}`。"}
        case Kind.DATE:
            return {
                "en": f"Compare it: `{text} >= 2023-01-01` or `{text} in 2023`.",
                "zh": f"请写成比较：`{text} 不早于 2023-01-01` 或 `{text} 在 2023年`。",
            }
        case Kind.CHOICE:
            option = min(found.options, default="…")
            return {"en": f"Say which: `{text} is {option}`.", "zh": f"请写明是哪一个：`{text} 为 {option}`。"}
        case Kind.TEXT:
            return {
                "en": "Write a condition: `park_enterprise` or `smes_served >= 20`.",
                "zh": "请写条件：`园区企业` 或 `服务家数 在 20 以上`。",
            }
        case _:
            return {
                "en": "Compare it with a fact: `smes_served >= 20`.",
                "zh": "请与事实比较：`服务家数 在 20 以上`。",
            }


def same_as(found: Type, text: str) -> Said:
    """What can be asked of a value that has no size."""
    match found.kind:
        case Kind.FLAG:
            return {
                "en": f"Ask for it as it is: `{text}` or `not {text}`.",
                "zh": f"请直接写 `{text}` 或 `非 {text}`。",
            }
        case Kind.DATE:
            return {
                "en": f"Compare it with a date: `{text} >= 2023-01-01`, or take its year: `year of {text}`.",
                "zh": f"请与日期比较：`{text} 不早于 2023-01-01`，或取年份：`{text} 的年份`。",
            }
        case Kind.TEXT:
            return {"en": f'Compare it with words: `{text} is "…"`.', "zh": f'请与文字比较：`{text} 为 "…"`。'}
        case _:
            return asking(found, text)
