"""R: the shape of a policy, its rules and its examples."""

from __future__ import annotations

from huice.messages.message import Message, Words

__all__ = ["MESSAGES"]

_ORDER_EN = (
    "An amount line is a head (`rate`, `award`, `interest`, `amount`) and then steps (`floor`, `cap`), which act from"
    " left to right on the result so far. Caps per a key come last, because they also look at earlier awards."
)
_ORDER_ZH = (
    "金额由一个算法（`按 … 补助`、`奖励`、`贴息`、`金额为`）和其后的步骤（`保底`、`最高`）组成，"
    "步骤从左到右依次作用于前面的结果。"
    "按对象或年度累计的封顶要写在最后，因为它还要看以前发过多少。"
)

MESSAGES = (
    Message(
        "R400",
        Words(
            "Another version of the language",
            "This file is written in version {version} of the language; this engine reads version 1.",
            "Write `language 1`, or install a release that reads version {version}.",
        ),
        Words(
            "语言版本不同",
            "文件使用语言版本 {version}，当前程序只支持版本 1。",
            "请写 `语言 1`，或安装支持版本 {version} 的程序。",
        ),
    ),
    Message(
        "R401",
        Words(
            "No policy header",
            "The file does not say which policy it encodes.",
            'Begin it with a header: `policy parks_2023 "…"`, with `number`, `issuer` and `valid` below.',
        ),
        Words(
            "没有政策开头",
            "文件没有写明是哪一份政策。",
            '请在开头写：`政策 园区_2023 "…"`，下面写 `文号`、`发文机关` 和 `有效期`。',
        ),
    ),
    Message(
        "R402",
        Words(
            "A second policy in one file",
            "`{name}` is the second policy of this file.",
            "Keep one policy document in one file: move it to `{name}.rules`.",
        ),
        Words(
            "一个文件两份政策",
            "“{name}”是本文件中的第二份政策。",
            "请把每份政策单独写成一个文件：移到 `{name}.rules`。",
        ),
    ),
    Message(
        "R403",
        Words(
            "A second amount line",
            "`{rule}` already says how much it pays; a rule has one amount line.",
            'Give each sentence of the text its own rule: `rule {right} "…"` and then this clause.',
        ),
        Words(
            "一个条款两种算法",
            "“{rule}”已经写明怎么计算；一个条款只能有一种算法。",
            '请把原文的每一句单独写成条款：`条款 {right} "…"`，再写这个子句。',
        ),
        _ORDER_EN,
        _ORDER_ZH,
    ),
    Message(
        "R404",
        Words(
            "No amount",
            "`{rule}` does not say how much it pays.",
            "Add an amount line: `rate 30% of fee cap 50万元` or `award 10万元`; where another text says how much,"
            ' `refer to "…"`.',
        ),
        Words(
            "没有写明金额",
            "“{rule}”没有写明给多少。",
            '请补上算法：`按 费用 的 30% 补助 最高 50万元` 或 `奖励 10万元`；由其他文件规定的，写 `依照 "…"`。',
        ),
    ),
    Message(
        "R405",
        Words(
            "A step before its head",
            "`{text}` stands before the amount that it acts on.",
            "Put it behind the head: `{right}`.",
        ),
        Words(
            "步骤写在算法之前",
            "“{text}”写在了它所限制的金额之前。",
            "请写在算法之后：`{right}`。",
        ),
        _ORDER_EN,
        _ORDER_ZH,
    ),
    Message(
        "R406",
        Words(
            "A step behind a cap that closes the line",
            "`{text}` stands behind `{closing}`, which closes the amount line.",
            "Put it in front: `{right}`.",
        ),
        Words(
            "累计封顶之后还有步骤",
            "“{text}”写在了“{closing}”之后，而累计封顶之后不能再有步骤。",
            "请写在它的前面：`{right}`。",
        ),
        _ORDER_EN,
        _ORDER_ZH,
    ),
    Message(
        "R407",
        Words(
            "A header clause in a rule",
            "`{clause}` belongs to the header of the policy, not to a rule.",
            "Move it up, below `policy`.",
        ),
        Words(
            "开头的子句写进了条款",
            "`{clause}` 属于政策开头，不能写在条款里。",
            "请移到 `政策` 之下。",
        ),
    ),
    Message(
        "R408",
        Words(
            "A rule's clause in the header",
            "`{clause}` belongs to a rule, not to the header of the policy.",
            'Begin a rule for it: `rule platform_subsidy "…"`, and put it there.',
        ),
        Words(
            "条款的子句写进了开头",
            "`{clause}` 属于条款，不能写在政策开头。",
            '请先写条款，再把它放进去：`条款 平台补助 "…"`。',
        ),
    ),
    Message(
        "R409",
        Words(
            "Said twice",
            "`{clause}` is already said in this block.",
            "Keep one of the two.",
        ),
        Words(
            "重复",
            "`{clause}` 在这里已经写过一次。",
            "请只保留一处。",
        ),
    ),
    Message(
        "R411",
        Words(
            "A window that ends before it begins",
            "The first day, {start}, lies behind the last, {end}.",
            "The earlier day comes first: `valid from {end} until {start}`.",
        ),
        Words(
            "有效期颠倒",
            "起始日 {start} 晚于截止日 {end}。",
            "请把较早的日期写在前面：`有效期 自 {end} 至 {start}`。",
        ),
        "Both days belong to the window. If a year was mistyped, correct the year instead.",
        "起止两天都包含在内。如果是年份写错了，请改年份。",
    ),
    Message(
        "R412",
        Words(
            "Payers and shares do not match",
            "There are {payers} payers and {weights} shares.",
            "Write one share a payer, in the same order: `{right}`.",
        ),
        Words(
            "出资方与比例个数不符",
            "写了 {payers} 个出资方、{weights} 个比例。",
            "请按相同顺序，一个出资方写一个比例：`{right}`。",
        ),
    ),
    Message(
        "R413",
        Words(
            "`once` for something else than the subject",
            "`once per {name}` is not possible: what was granted before is kept for each {subject}.",
            "Write `once per {subject}`.",
        ),
        Words(
            "“限一次”只能按主体",
            "不能按“{name}”限一次：以前发过什么，是按“{subject}”记录的。",
            "请写 `每家 {subject} 限一次`。",
        ),
    ),
    Message(
        "R414",
        Words(
            "A cap per a quantity",
            "`{name}` is a quantity; a cap per it would ask for awards of the same quantity.",
            "For so much money each, multiply: `{right}`.",
        ),
        Words(
            "封顶不能按数量",
            "“{name}”是数量，不能用来划分封顶的范围。",
            "如果是每一个给多少，请写成乘法：`{right}`。",
        ),
        "`cap M per F` sorts awards by F and holds each group to M; so F must say which (a choice, a date, a record),"
        " not how many.",
        "`每 F 最高 M` 是按 F 把奖补分组，每组不超过 M；所以 F 应说明是哪一类（选项、日期、记录），而不是有多少。",
    ),
    Message(
        "R415",
        Words(
            "A step without an amount",
            "`{text}` acts on an amount, and this rule has none: it {what}.",
            "Leave the step out, or say the amount: `award 10万元 {right}`.",
        ),
        Words(
            "没有金额却有步骤",
            "“{text}”要作用于金额，而这个条款没有金额：它只是{what}。",
            "请删去这个步骤，或写明金额：`奖励 10万元 {right}`。",
        ),
    ),
    Message(
        "R416",
        Words(
            "A clause outside any block",
            "`{clause}` stands before any `policy` or `rule` that it could belong to.",
            'Begin with the block: `rule platform_subsidy "…"`, and then this clause.',
        ),
        Words(
            "子句不在任何条款内",
            "`{clause}` 之前还没有它所属的 `政策` 或 `条款`。",
            '请先写条款，再写这个子句：`条款 平台补助 "…"`。',
        ),
        "A clause on its own can be formatted, to try it out; it cannot be decided.",
        "单独的子句可以排版，用来试写；但不能用来计算。",
    ),
    Message(
        "R417",
        Words(
            "Not a currency",
            "`{found}` is not the code of a currency.",
            "{hint}Write the three capital letters of ISO 4217: `currency CNY`.",
        ),
        Words(
            "不是币种",
            "“{found}”不是币种代码。",
            "{hint}请写 ISO 4217 的三个大写字母：`币种 CNY`。",
        ),
    ),
    Message(
        "R418",
        Words(
            "Two answers to who pays",
            "`{text}` and `{other}` both say who pays.",
            "Keep the one that the text states, for example `{text}`.",
        ),
        Words(
            "出资写了两种",
            "“{text}”和“{other}”都在说由谁出资。",
            "请只保留原文写明的一种，例如 `{text}`。",
        ),
    ),
    Message(
        "R419",
        Words(
            "Not a whole number above zero",
            "`{text}` cannot stand here: {what} is a whole number above zero.",
            "Write it so: `{right}`.",
        ),
        Words(
            "应为正整数",
            "这里不能写“{text}”：{what}应为正整数。",
            "请这样写：`{right}`。",
        ),
    ),
    Message(
        "R420",
        Words(
            "Not something to count",
            "`{text}` is {found}; `per` needs a count.",
            "{hint}",
        ),
        Words(
            "不是可以计数的量",
            "“{text}”是{found}，这里应为数量。",
            "{hint}",
        ),
    ),
    Message(
        "R421",
        Words(
            "A cap per a record that is not around this one",
            "This rule speaks of `{here}`, which belongs to no `{name}`.",
            "{hint}",
        ),
        Words(
            "封顶的对象不在外层",
            "本条款说的是“{here}”，它不属于“{name}”。",
            "{hint}",
        ),
    ),
    Message(
        "R422",
        Words(
            "A payer named twice",
            "`{name}` stands twice in one {where}.",
            "Name each payer once, with its whole share: `split city:county 1:1`.",
        ),
        Words(
            "出资方重复",
            "“{name}”在同一处{where}写了两次。",
            "每个出资方只写一次，写它的全部比例：`分摊 市:县 1:1`。",
        ),
    ),
    Message(
        "R423",
        Words(
            "An example that expects nothing",
            "“{title}” does not say what should come out.",
            "Add it: `expect {rule} 500000`, or `expect total 0`.",
        ),
        Words(
            "示例没有写应得",
            "示例“{title}”没有写结果应是多少。",
            "请补上：`应得 {rule} 500000`，或 `应得 合计 0`。",
        ),
    ),
    Message(
        "R424",
        Words(
            "A key said twice",
            "This cap is counted per `{name}` already.",
            "Write each key once: `cap 50万元 per enterprise per year`.",
        ),
        Words(
            "封顶范围重复",
            "这个封顶已经按“{name}”计算。",
            "每个范围只写一次：`每家 企业 每 年 最高 50万元`。",
        ),
    ),
    Message(
        "R425",
        Words(
            "A rule that is never in force",
            "`{rule}` holds on no day of the policy's own window, `{policy}`.",
            "Correct one of the two, or say which date the rule's window is about: `dated by month`.",
        ),
        Words(
            "条款永远不生效",
            "“{rule}”的有效期与政策的有效期“{policy}”没有一天重合。",
            "请改正其中一个；如果条款的有效期看的是另一个日期，请写明：`日期依据 月份`。",
        ),
        "The window of a rule and that of its policy are both tested on the day of the decision, unless `dated by`"
        " names"
        " another date for the rule.",
        "条款和政策的有效期都按办理日期判断；用 `日期依据` 可以让条款按另一个日期判断。",
    ),
    Message(
        "R426",
        Words(
            "Nothing left to decide",
            "`{rule}` leaves no figure to the authority: `{text}`.",
            "Leave `given decided` out, or write `up to` where the text sets a ceiling: `rate up to 30% of fee`.",
        ),
        Words(
            "没有需要核定的数字",
            "“{rule}”没有留给主管部门核定的数字：`{text}`。",
            "请删去 `核定`；如果原文写的是上限，请写“不超过”：`按 费用 的 不超过 30% 补助`。",
        ),
    ),
)
