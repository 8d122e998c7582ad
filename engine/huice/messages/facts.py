"""What is said about facts: their structure (F2xx), values (F3xx), and earlier awards and decided figures (F4xx).

Words about reading the file itself (F1xx) stand in `facts_reading`.
"""

from __future__ import annotations

from huice.messages.facts_reading import READING
from huice.messages.message import Message, Words

__all__ = ["MESSAGES"]

MESSAGES: tuple[Message, ...] = (
    *READING,
    # Structure
    Message(
        "F201",
        Words("facts are not an object", "Facts are an object; here is {found}.", "Write {example}."),
        Words("事实不是对象", "事实应为一个对象，此处是{found}。", "请写 {example}。"),
    ),
    Message(
        "F202",
        Words("unknown key", 'No entity or entry of the facts is called "{name}".', "{hint}"),
        Words("未知的键", "事实中没有名为 “{name}” 的对象或条目。", "{hint}"),
    ),
    Message(
        "F203",
        Words("unknown fact", '"{name}" is no fact of {entity}.', "{hint}"),
        Words("未知的事实", "{entity} 没有名为 “{name}” 的事实。", "{hint}"),
    ),
    Message(
        "F204",
        Words("fact in the wrong place", "{name} is a fact of {entity}.", "Write it there: {example}."),
        Words("事实放错位置", "{name} 是 {entity} 的事实。", "请写在该处：{example}。"),
    ),
    Message(
        "F205",
        Words("object expected", "{name} is an object; here is {found}.", 'Write "{name}": {example}.'),
        Words("此处应为对象", "{name} 应为对象，此处是{found}。", '请写 "{name}": {example}。'),
    ),
    Message(
        "F206",
        Words(
            "list expected",
            "{name} is a list, even if it has one entry; here is {found}.",
            'Put it in [ ]: "{name}": [{example}].',
        ),
        Words(
            "此处应为列表",
            "{name} 应为列表，只有一项时也是；此处是{found}。",
            '请加上 [ ]："{name}": [{example}]。',
        ),
    ),
    Message(
        "F207",
        Words(
            "list expected",
            "{name} is a list; here is {found}.",
            'Write "{name}": [{example}], [] if there is none, or leave it out if it is not known.',
        ),
        Words(
            "此处应为列表",
            "{name} 应为列表，此处是{found}。",
            '请写 "{name}": [{example}]；没有则写 []，不清楚则不写。',
        ),
    ),
    Message(
        "F208",
        Words(
            "entry is not an object",
            "Each entry of {name} is an object; here is {found}.",
            "Write {example}; {{}} is an entry of which nothing is known.",
        ),
        Words(
            "列表中的项不是对象",
            "{name} 的每一项应为对象，此处是{found}。",
            "请写 {example}；{{}} 表示有此项但内容不清楚。",
        ),
    ),
    Message(
        "F209",
        Words("key is not text", "{found} is used as a key.", 'Keys are text: "employees".'),
        Words("键不是文字", "以 {found} 作为键。", '键应为文字："employees"。'),
    ),
    Message(
        "F210",
        Words(
            "entry in the wrong place",
            "{name} does not stand inside another object.",
            'Write it at the top of the facts: {{"{name}": …}}.',
        ),
        Words("条目放错位置", "{name} 不写在其他对象之内。", '请写在最外层：{{"{name}": …}}。'),
    ),
    Message(
        "F211",
        Words(
            "records in the wrong place",
            "{name} is a list of records of {entity}.",
            'Write them inside the {entity} they belong to: {{…, "{name}": [{{…}}]}}.',
        ),
        Words(
            "记录放错位置",
            "{name} 是 {entity} 的下级记录。",
            '请写在所属的 {entity} 之内：{{…, "{name}": [{{…}}]}}。',
        ),
    ),
    Message(
        "F212",
        Words("unknown key in an entry", '"{name}" is no key of this entry.', "{hint}"),
        Words("条目中有未知的键", "此条目没有名为 “{name}” 的键。", "{hint}"),
    ),
    # Values
    Message(
        "F301",
        Words(
            "binary floating-point number",
            "{fact} is {found}, a Python float; floats cannot hold most decimals exactly, so none is taken for {kind}.",
            "Write it exactly: {example}.",
        ),
        Words(
            "二进制浮点数",
            "{fact} 为 {found}，是 Python 浮点数，多数小数无法精确表示，不能用作{kind}。",
            "请精确填写：{example}。",
        ),
    ),
    Message(
        "F302",
        Words("not a number", "{fact} is {kind}, and {found} is not a plain number.", "Write it like this: {example}."),
        Words("不是数", "{fact} 应为{kind}，{found} 不是普通的数。", "写法：{example}。"),
    ),
    Message(
        "F303",
        Words("exponent", "{fact} is written with an exponent: {found}.", "Write the number out: {example}."),
        Words("科学计数法", "{fact} 用了科学计数法：{found}。", "请写出完整的数：{example}。"),
    ),
    Message(
        "F304",
        Words(
            "not a finite number",
            "{fact} is {kind}, and {found} is no amount.",
            "Write {example}, or leave {fact} out if it is not known.",
        ),
        Words(
            "不是有限的数",
            "{fact} 应为{kind}，{found} 不是一个数。",
            "请写 {example}；不清楚则不写 {fact}。",
        ),
    ),
    Message(
        "F305",
        Words(
            "too many decimals",
            "{fact} is {found}; money has at most {digits} decimals.",
            "Write it with at most {digits} decimals, rounded as the books do, like this: {example}.",
        ),
        Words(
            "小数位过多",
            "{fact} 为 {found}，金额最多 {digits} 位小数。",
            "请按账面取整，最多保留 {digits} 位小数，写法如 {example}。",
        ),
    ),
    Message(
        "F306",
        Words(
            "number too long",
            "{fact} has more than {limit} digits.",
            "Check it for a slip of the keyboard; a correct value is {example}.",
        ),
        Words("数过长", "{fact} 超过 {limit} 位数字。", "请检查是否误输入；正确的写法如 {example}。"),
    ),
    Message(
        "F307",
        Words(
            "not a whole number",
            "{fact} is a whole number; {found} is not.",
            "Write a whole number: {low} or {high}.",
        ),
        Words("不是整数", "{fact} 应为整数，{found} 不是整数。", "请写整数：{low} 或 {high}。"),
    ),
    Message(
        "F308",
        Words(
            "rate without its sign",
            "{fact} is a rate, and the bare number {found} could mean a share or a percentage.",
            'Write it as text with its sign: {example}; or as a fraction: "2/3".',
        ),
        Words(
            "比率缺少百分号",
            "{fact} 应为比率，单独的数 {found} 分不清是份额还是百分数。",
            '请加百分号并写成文字：{example}；或写成分数："2/3"。',
        ),
    ),
    Message(
        "F309",
        Words("not a rate", "{fact} is a rate, and {found} is none.", 'Write {example}, "3‰", "2/3" or "0.35".'),
        Words("不是比率", "{fact} 应为比率，{found} 不是比率。", '请写 {example}、"3‰"、"2/3" 或 "0.35"。'),
    ),
    Message(
        "F310",
        Words(
            "rate without its sign",
            "{fact} is a rate, and {found} could mean {example} or {times}.",
            "Write the percent sign: {example}.",
        ),
        Words(
            "比率缺少百分号",
            "{fact} 应为比率，{found} 可能指 {example} 或 {times}。",
            "请写上百分号：{example}。",
        ),
    ),
    Message(
        "F311",
        Words(
            "neither true nor false",
            "{fact} is yes or no, and {found} is neither true nor false.",
            "Write {example}, without quotes.",
        ),
        Words("不是是或否", "{fact} 应为是或否，{found} 既不是 true 也不是 false。", "请写 {example}，不加引号。"),
    ),
    Message(
        "F312",
        Words("not a date", "{fact} is a date, and {found} is not written as one.", "Write year-month-day: {example}."),
        Words("不是日期", "{fact} 应为日期，{found} 的写法不对。", "请按 年-月-日 填写：{example}。"),
    ),
    Message(
        "F313",
        Words(
            "date that does not exist",
            "{fact} is {found}, a day that no calendar has.",
            'Check month and day: the month is 01 to 12, such as "2023-08-01".',
        ),
        Words(
            "日期不存在", "{fact} 为 {found}，日历上没有这一天。", '请核对月和日，月份为 01 至 12，如 "2023-08-01"。'
        ),
    ),
    Message(
        "F314",
        Words("date with a time", "{fact} is {found}; a date has no time of day.", "Write the day alone: {example}."),
        Words("日期带有时间", "{fact} 为 {found}，日期不含时刻。", "请只写日期：{example}。"),
    ),
    Message(
        "F315",
        Words("unknown option", "{fact} has no option {found}.", "{hint}"),
        Words("没有该选项", "{fact} 没有选项 {found}。", "{hint}"),
    ),
    Message(
        "F316",
        Words("not text", "{fact} is text; here is {found}.", 'Put text in quotes: "350500".'),
        Words("不是文字", "{fact} 应为文字，此处是{found}。", '文字请加引号："350500"。'),
    ),
    Message(
        "F317",
        Words("below zero", "{fact} is {found}; {kind} cannot be below 0 here.", "Write {example}, or 0."),
        Words("小于零", "{fact} 为 {found}；此处{kind}不能小于 0。", "请写 {example} 或 0。"),
    ),
    Message(
        "F318",
        Words(
            "unreadable character",
            "{fact} holds half a character (a lone surrogate), which no file can hold.",
            'Write the text anew, without \\ud8… codes: "text".',
        ),
        Words(
            "无法识别的字符", "{fact} 含有不完整的字符（孤立代理码）。", '请重新填写文字，不用 \\ud8… 编码："文字"。'
        ),
    ),
    Message(
        "F319",
        Words(
            "out of bounds",
            "{fact} is {found}; it must be {bounds}.",
            "Check the value and its unit (yuan, not 10,000 yuan).",
        ),
        Words("超出范围", "{fact} 为 {found}，应{bounds}。", "请核对数值和单位（元，不是万元）。"),
    ),
    # Earlier awards, decided figures, years
    Message(
        "F402",
        Words("rule missing", "This entry does not say which rule it is about.", 'Add "rule": "{example}".'),
        Words("缺少条款", "此条目没有写明属于哪一条款。", '请加上 "rule": "{example}"。'),
    ),
    Message(
        "F403",
        Words("unknown rule", 'No rule is called "{name}".', "{hint}"),
        Words("未知的条款", "没有名为 “{name}” 的条款。", "{hint}"),
    ),
    Message(
        "F404",
        Words(
            "earlier award in the future",
            "An award of {date} cannot have been decided before {as_of}, the date of this decision.",
            "Correct one of the two dates, or leave the entry out.",
        ),
        Words(
            "以前的奖补晚于决定日期",
            "{date} 的奖补晚于本次决定日期 {as_of}。",
            "请更正其中一个日期，或删去此条目。",
        ),
    ),
    Message(
        "F405",
        Words(
            "rule of several policies",
            'A rule "{name}" is in several policies: {policies}.',
            'Say which one: "rule": "{example}".',
        ),
        Words("多个政策有同名条款", "以下政策都有条款 “{name}”：{policies}。", '请写明是哪一个："rule": "{example}"。'),
    ),
    Message(
        "F406",
        Words(
            "not text", "{name} is text; here is {found}.", "Write it in quotes, such as {example}, or leave it out."
        ),
        Words("不是文字", "{name} 应为文字，此处是{found}。", "请加引号填写，如 {example}，或不写。"),
    ),
    Message(
        "F407",
        Words("rule is not a name", "The rule is named by text; here is {found}.", 'Write "rule": "{example}".'),
        Words("条款不是名称", "条款应写名称，此处是{found}。", '请写 "rule": "{example}"。'),
    ),
    Message(
        "F411",
        Words(
            "nothing left to decide",
            "The rule {rule} leaves no figure to the authority.",
            "Leave this entry out. Rules that do: {open}.",
        ),
        Words(
            "没有待核定的数额", "条款 {rule} 没有留待主管部门核定的数额。", "请删去此条目。有此类数额的条款：{open}。"
        ),
    ),
    Message(
        "F413",
        Words(
            "no such record",
            "The facts hold no {entity}[{index}]; entries listed under {entity}: {count}.",
            "Entries count from 0. List the record first, then point to it: {example}.",
        ),
        Words(
            "没有该记录",
            "事实中没有 {entity}[{index}]；{entity} 共列出 {count} 项。",
            "序号从 0 起。请先列出该记录，再指向它：{example}。",
        ),
    ),
    Message(
        "F414",
        Words(
            "which record?",
            "The rule {rule} speaks of each {entity}; entries listed: {count}.",
            "List the record if it is not there yet, and say which one is meant: {example}.",
        ),
        Words(
            "未写明记录",
            "条款 {rule} 针对每个 {entity}，现列出 {count} 项。",
            "请先列出该记录，再写明是哪一项：{example}。",
        ),
    ),
    Message(
        "F415",
        Words(
            "no record wanted",
            "The rule {rule} speaks of {entity} itself, not of a record.",
            'Leave "record" out, or write "record": null.',
        ),
        Words("不需要记录", "条款 {rule} 针对 {entity} 本身，不针对记录。", '请删去 "record"，或写 "record": null。'),
    ),
    Message(
        "F416",
        Words(
            "both rate and amount",
            "This entry states both a rate and an amount for {rule}.",
            "Keep one of them: {example}.",
        ),
        Words("比率与金额同时填写", "此条目为 {rule} 同时写了 rate 和 amount。", "请只保留一个：{example}。"),
    ),
    Message(
        "F417",
        Words("neither rate nor amount", "This entry states no figure for {rule}.", "Add what was decided: {example}."),
        Words("缺少核定数额", "此条目没有写明 {rule} 的核定数额。", "请补上：{example}。"),
    ),
    Message(
        "F418",
        Words("figure of the wrong kind", "The rule {rule} does not leave its {found} open.", "Write {example}."),
        Words("数额种类不对", "条款 {rule} 留待核定的不是 {found}。", "请写 {example}。"),
    ),
    Message(
        "F419",
        Words(
            "decided twice",
            "The figure of {rule} for {record} is already stated at {earlier}.",
            "Keep one of the two entries.",
        ),
        Words("重复核定", "{rule} 对 {record} 的数额已写在 {earlier}。", "请只保留一个条目。"),
    ),
    Message(
        "F420",
        Words(
            "record is not pointed to", "A record is named by entity and index; here is {found}.", "Write {example}."
        ),
        Words("记录的写法不对", "记录应以 entity 和 index 指明，此处是{found}。", "请写 {example}。"),
    ),
    Message(
        "F421",
        Words("record of another kind", "The record should be of {entity}; here is {found}.", "Write {example}."),
        Words("记录种类不对", "此处应为 {entity} 的记录，却写了{found}。", "请写 {example}。"),
    ),
    Message(
        "F422",
        Words(
            "several records of that number",
            "{entity}[{index}] exists in more than one place.",
            "Say in which record it stands: {example}.",
        ),
        Words("同序号的记录不止一条", "{entity}[{index}] 不止一处。", "请写明其上级记录：{example}。"),
    ),
    Message(
        "F431",
        Words("year out of range", "{found} is not a year between 1900 and 2200.", 'Write "year": 2023.'),
        Words("年度超出范围", "{found} 不是 1900 至 2200 之间的年度。", '请写 "year": 2023。'),
    ),
)
