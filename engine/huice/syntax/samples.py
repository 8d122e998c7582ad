"""A correct example of every clause and block, for the remedies of findings and for the reference."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["SAMPLES", "remedy", "sample"]

#: Terminal that begins a clause → the clause in English and in Chinese.
SAMPLES: Mapping[str, tuple[str, str]] = {
    "LANGUAGE": ("language 1", "语言 1"),
    "POLICY": ('policy city_2023_6 "Smart factories"', '政策 city_2023_6 "智能制造措施"'),
    "ENTITY": ('entity project of enterprise "Project"', '对象 项目 属于 企业 "项目"'),
    "DEFINE": ("define large as investment >= 5000000", "定义 大项目 为 投资额 在 500万元 以上"),
    "RULE": ('rule park_subsidy "Subsidy for parks"', '条款 园区补助 "园区补助"'),
    "EXAMPLE": ('example "Large park" as of 2023-08-01', '示例 "大型园区" 日期为 2023-08-01'),
    "DOC_NUMBER": ('number "[2023] 6"', '文号 "〔2023〕6号"'),
    "ISSUER": ('issuer "Municipal office"', '发文机关 "市政府办公室"'),
    "ISSUED": ("issued 2023-04-28", "印发于 2023-04-28"),
    "TEXT_SOURCE": ('text "sources/city_2023_6.txt"', '原文 "sources/city_2023_6.txt"'),
    "CURRENCY": ("currency CNY", "币种 CNY"),
    "PAYER": ('payer city "City", county "County"', '出资方 市 "市级财政"、县 "县级财政"'),
    "FACT": ('fact investment: money "Investment"', '事实 投资额：金额 "信息化投资额"'),
    "ARTICLE": ('article "1(1)"', '条次 "一（一）"'),
    "QUOTE": ('quote "a subsidy of 30%"', '原句 "给予 30% 补助"'),
    "FOR_EACH": ("for each project", "逐个 项目"),
    "WHEN": ('when smes_served >= 20 "At least 20"', '当 服务家数 在 20 以上 "服务20家以上"'),
    "UNLESS": ("unless relocated", "除非 外迁"),
    "RATE": ("rate 30% of investment cap 500000", "按 投资额 的 30% 补助 最高 50万元"),
    "BY_BASE": ("rate 30% of investment cap 500000", "按 投资额 的 30% 补助 最高 50万元"),
    "AWARD": ("award 100000 per scene", "每 场景数 奖励 10万元"),
    "INTEREST": ("interest 2% a year on principal for days", "按 本金 的年利率 2% 贴息 计息天数 天"),
    "AMOUNT": ("amount 1000 * headcount", "金额为 1000 * 人数"),
    "EVERY": ("cap 300000 per enterprise", "每 企业 最高 30万元"),
    "CAP": ("cap 500000", "最高 50万元"),
    "FLOOR": ("floor 10000", "保底 1万元"),
    "ONCE": ("once per enterprise", "每 企业 限一次"),
    "SPLIT": ("split city:county 1:1", "分摊 市:县 1:1"),
    "PAID_BY": ("paid by city", "出资 市"),
    "PAID_TO": ("paid to bank", "支付给 银行"),
    "RESPONSIBLE": ('responsible "Science bureau"', '责任单位 "科技局"'),
    "IN_KIND": ('in kind "voucher"', '以形式 "创新券"'),
    "ON_TOP_OF": ('on top of "provincial award"', '叠加于 "省级奖励"'),
    "VALID": ("valid from 2023-04-28 until 2023-12-31", "有效期 自 2023-04-28 至 2023-12-31"),
    "DATED_BY": ("dated by month", "日期依据 月份"),
    "REFER_TO": ('refer to "the bureau\'s fee table"', '依照 "专家费标准"'),
    "LIMIT": ("limit price to 300000", "限制 价格 不超过 30万元"),
    "ASSUMING": ('assuming "a year has 365 days"', '假定 "一年按365天计"'),
    "AS_OF": ("as of 2023-08-01", "日期为 2023-08-01"),
    "GIVEN": ("given smes_served 25, project (kind park)", "已知 服务家数 25，项目（类别 园区）"),
    "EXPECT": ("expect park_subsidy 500000", "应得 园区补助 500000"),
    "BETWEEN": ("fact share: rate between 0% and 100%", "事实 占比：比率 介于 0% 与 100%"),
    "IN": ("when drawn_on in 2023", "当 提款日 在 2023年"),
    "LARGER": ("larger of (fee, 10000)", "取大（费用，1万元）"),
    "SMALLER": ("smaller of (fee, 10000)", "取小（费用，1万元）"),
}


def sample(terminal: str | None) -> dict[str, str]:
    """What a correct clause looks like, in both languages; a rule where the clause is not known."""
    english, chinese = SAMPLES.get(terminal or "", SAMPLES["RATE"])
    return {"en": english, "zh": chinese}


def remedy(terminal: str | None) -> dict[str, str]:
    """The sample in a sentence."""
    shown = sample(terminal)
    return {"en": f"For example: `{shown['en']}`.", "zh": f"例如：`{shown['zh']}`。"}
