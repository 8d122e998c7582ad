"""Where an official text names money, a rate, a share or a rank.

Works on normalised text (no white space, half-width digits). Dates, years, document numbers,
article numbers and bare counts ("20家", "5万户") are not figures of this kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Found", "find_figures"]

# Runs are bounded, so that no text, however odd, takes long.
_DIGITS = r"\d{1,20}(?:,\d{3}){0,6}(?:\.\d{1,20})?"
_HANZI = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
_NUMBER = rf"(?:{_DIGITS}|[{_HANZI}半几数]{{1,20}}(?:点[{_HANZI}]{{1,20}})?)"
_SCALE = "[十百千万亿]{0,4}"
_CURRENCY = "(?:人民币|美|欧|日|港|澳)?元"
# What a large number may count that is no money: firms, people, areas, weights.
_COUNTED = (
    "个|家|户|人|名|位|项|件|台|套|辆|吨|次|亩|只|头|份|册|棵|株|张|座|所|条|艘|架|场|间|床|字|股|天|小时|"
    "平方|立方|公里|公顷|千米|千瓦|米|m|km|kw|次|众|一"
)

_PATTERNS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # money: 50万元, 1.5亿元, 五十万元, 800元; not 一元化, 二元结构, 单元
        rf"{_DIGITS}{_SCALE}{_CURRENCY}",
        rf"[{_HANZI}半几数]{{1,20}}{_CURRENCY}(?!化|论|结构|素|旦|宵|件)",
        # a magnitude that counts nothing named: 1500万, 二百万
        rf"{_DIGITS}{_SCALE}[万亿](?!{_COUNTED}|元|美元|欧元|日元|港元|人民币)",
        rf"[一二两三四五六七八九壹贰叁肆伍陆柒捌玖][{_HANZI}]{{0,20}}[万亿](?!{_COUNTED}|元|[{_HANZI}])",
        # rates: 30%, 3‰, 5个百分点, 百分之三十, 万分之五
        rf"{_DIGITS}[%‰‱]",
        rf"{_NUMBER}个?(?:百分点|基点|BP)",
        rf"[百千万]分之{_NUMBER}",
        # shares: 三分之二, 2/3, 1:1, 七成, 8折, 一倍, 减半
        rf"{_NUMBER}分之{_NUMBER}",
        r"(?<![\d/.:-])\d{1,2}/\d{1,3}(?![\d/])",
        r"(?<![\d:.])\d+(?:\.\d+)?(?::\d+(?:\.\d+)?)+(?![\d:])",
        r"[一二三四五六七八九\d]{1,20}成(?!立|为|员|果|本|长|效|都|功|就|交|套|分|型|绩|熟|品|年)",
        r"(?<!打)[一二三四五六七八九\d.]{1,20}折(?!旧|合|算|叠)",
        rf"{_NUMBER}倍",
        r"一半|半数|减半|折半|对半|全额(?=补|奖|资助|承担|负担|贴|返|退)",
        # ranks: 前两名, 前3位, 排名第一
        rf"前{_NUMBER}(?:名|位|家|强|个(?!月|年|季|工作日|自然))",
        rf"第{_NUMBER}(?:名|位)",
    )
)
_CLOCK = re.compile(r"[012]?\d:[0-5]\d(?::[0-5]\d)?")
_RATIO_WORDS = ("比例", "分摊", "分担", "配套", "配比", "共担", "承担", "出资")


class Found(NamedTuple):
    """A figure at `[start, end)` of the normalised text."""

    start: int
    end: int
    text: str


def find_figures(text: str) -> tuple[Found, ...]:
    """The figures of one sentence, in order; of figures that overlap, the longest.

    >>> [f.text for f in find_figures("对20家以上的按30%补助,最高50万元,市、县按1:1比例分摊")]
    ['30%', '50万元', '1:1']
    """
    found = sorted(_all(text), key=lambda f: (f.start, -f.end))
    kept: list[Found] = []
    for figure in found:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
        elif figure.end > kept[-1].end:
            start = kept.pop().start
            kept.append(Found(start, figure.end, text[start : figure.end]))
    return tuple(kept)


def _all(text: str) -> Iterator[Found]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if _is_clock(match[0], text):
                continue
            yield Found(match.start(), match.end(), match[0])


def _is_clock(figure: str, text: str) -> bool:
    """Whether `9:30` is a time of day: it is not, where the sentence speaks of sharing."""
    return bool(_CLOCK.fullmatch(figure)) and not any(word in text for word in _RATIO_WORDS)
