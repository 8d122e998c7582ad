"""T: what values measure, and what may be done with them."""

from __future__ import annotations

from huice.messages.message import Message, Words

__all__ = ["MESSAGES"]

MESSAGES = (
    Message(
        "T301",
        Words(
            "The wrong kind of value",
            "Here belongs {wanted}; `{text}` is {found}.",
            "{hint}",
        ),
        Words(
            "值的类型不对",
            "这里应为{wanted}，而“{text}”是{found}。",
            "{hint}",
        ),
        "Every fact has a type: money, rate, count, number, flag, date, choice or text. Every clause says what"
        " belongs in"
        " each of its places: `rate` takes a rate and a sum of money, `when` a condition.",
        "每个事实都有类型：金额、比率、数量、数值、是否、日期、选项、文本。子句的每个位置该写什么也是固定的："
        "`按 … 的 … 补助` 里，前面是金额，后面是比率；`当` 后面是条件。",
    ),
    Message(
        "T302",
        Words(
            "Not something to calculate with",
            "`{text}` is {found}, and cannot be calculated with or put in an order.",
            "{hint}",
        ),
        Words(
            "不能参与计算",
            "“{text}”是{found}，不能参与计算或比较大小。",
            "{hint}",
        ),
        "Sums of money, rates, counts and numbers can be added and compared in size; dates can be compared. Of flags,"
        " choices and texts one can only ask which they are.",
        "金额、比率、数量、数值可以计算和比较大小，日期可以比较先后；是否、选项、文本只能问是哪一个。",
    ),
    Message(
        "T303",
        Words(
            "A rate without its sign",
            "Here belongs a rate; `{text}` is a bare number.",
            "Write `{right}`. A rate has its sign (`30%`, `3‰`) or is a fraction written tight (`2/3`).",
        ),
        Words(
            "比率缺少百分号",
            "这里应为比率，而“{text}”只是一个数字。",
            "请写 `{right}`。比率要带符号（`30%`、`3‰`），或写成分数（`2/3`、`三分之二`）。",
        ),
        "A bare 30 could mean 30% or thirtyfold. The sign says which, so it is always written.",
        "只写 30，可能是百分之三十，也可能是三十倍，所以符号不能省略。",
    ),
    Message(
        "T304",
        Words(
            "Not a whole number",
            "A count is whole; `{text}` is not.",
            "Write a whole number, such as `{right}`, or declare the fact as a number: `fact area: number`.",
        ),
        Words(
            "不是整数",
            "数量只能是整数，“{text}”不是。",
            "请写整数，例如 `{right}`；确实需要小数时，请把事实声明为数值：`事实 面积：数值`。",
        ),
    ),
    Message(
        "T305",
        Words(
            "Two kinds of value",
            "`{text}` puts {a} and {b} together.",
            "{hint}Both sides must measure the same: money with money (`fee >= 5万元`), rates with rates (`share >="
            " 30%`).",
        ),
        Words(
            "两边的类型不同",
            "“{text}”把{a}和{b}放在了一起。",
            "{hint}两边必须是同一类：金额对金额（`费用 不少于 5万元`），比率对比率（`占比 不低于 30%`）。",
        ),
        "A rate is not a number: 30% of something has to say of what. A sum of money is not a count, though both are"
        " written in digits. A bare number takes the kind of what it meets: in `fee >= 50000` it is money.",
        "比率不是普通数字，必须说明是谁的百分之几；金额和数量虽然都写成数字，也不能互相比较。"
        "不带单位的数字随对方而定：`费用 不少于 50000` 里的 50000 是金额。",
    ),
    Message(
        "T306",
        Words(
            "A bare `year`",
            "`year` alone stands only behind a cap's `per`.",
            "Say the year of which date: `year of claimed_on`.",
        ),
        Words(
            "“年”不能单独使用",
            "单独的“年”只能写在封顶的“每”之后。",
            "请写明是哪个日期的年份：`申领日的年份`。",
        ),
    ),
    Message(
        "T307",
        Words(
            "Bounds the wrong way round",
            "The lower bound {low} is above the upper bound {high}.",
            "The smaller one comes first: `between {high} and {low}`.",
        ),
        Words(
            "上下限颠倒",
            "下限 {low} 大于上限 {high}。",
            "请把较小的写在前面：`介于 {high} 与 {low}`。",
        ),
    ),
    Message(
        "T308",
        Words(
            "Not something to divide by",
            "`{text}` cannot be divided by: only a number that is not zero can.",
            "Multiply instead: for `a / b >= 3` write `a >= 3 * b`. By a number it works as it stands: `fee / 12`.",
        ),
        Words(
            "除数不合要求",
            "不能除以“{text}”：除数只能是不为零的数字。",
            "请改写成乘法：`甲 / 乙 不少于 3` 写成 `甲 不少于 3 * 乙`。除以数字可以直接写：`费用 / 12`。",
        ),
        "A fact may turn out to be zero, and then a division has no answer. Ratios are compared by multiplying out.",
        "事实的值可能是零，除以零没有结果。比较比值时，请两边乘开。",
    ),
    Message(
        "T309",
        Words(
            "Money times money",
            "`{text}` multiplies sums of money with each other.",
            "One of them is probably a count or a rate: `10万元 × provincial_scenes`, `30% × fee`.",
        ),
        Words(
            "金额乘金额",
            "“{text}”把两个金额相乘了。",
            "其中一个多半应是数量或比率：`10万元 × 场景数`、`30% × 费用`。",
        ),
    ),
    Message(
        "T310",
        Words(
            "No order among options",
            "`{text}` asks for an order, but the options of a choice have none.",
            "Name the options that count: `{right}`.",
        ),
        Words(
            "选项没有大小",
            "“{text}”在比较大小，而选项之间没有大小之分。",
            "请直接列出符合条件的选项：`{right}`。",
        ),
    ),
    Message(
        "T311",
        Words(
            "Not an option",
            "`{text}` is not an option; an option is written by its name, without quotation marks.",
            "{hint}The options are: {options}.",
        ),
        Words(
            "不是选项",
            "“{text}”不是选项；选项直接写名称，不加引号。",
            "{hint}可以选：{options}。",
        ),
    ),
    Message(
        "T312",
        Words(
            "Bounds where there can be none",
            "A fact of type {kind} has no lower and upper bound.",
            "Leave `between` out. Bounds are for money, rates, counts and numbers: `fact share: rate between 0% and"
            " 100%`.",
        ),
        Words(
            "该类型没有上下限",
            "{kind}类型的事实没有上下限。",
            "请删去“介于”。金额、比率、数量、数值才能写上下限：`事实 占比：比率 介于 0% 与 100%`。",
        ),
    ),
    Message(
        "T313",
        Words(
            "A bound of another kind",
            "`{text}` cannot be a bound of {kind}.",
            "Write a bound of the same kind: `{right}`.",
        ),
        Words(
            "上下限类型不符",
            "“{text}”不能作为{kind}的上下限。",
            "请写同一类的值：`{right}`。",
        ),
    ),
    Message(
        "T314",
        Words(
            "Negative where it cannot be",
            "A fact of type {kind} cannot be negative.",
            "Leave `may be negative` out. It is for money, rates and numbers: `fact profit: money may be negative`.",
        ),
        Words(
            "该类型不会为负",
            "{kind}类型的事实不会是负数。",
            "请删去“可为负”。金额、比率、数值才能写：`事实 利润：金额 可为负`。",
        ),
    ),
    Message(
        "T315",
        Words(
            "A ranking by something without an order",
            "`{name}` is {found}; a rank needs a quantity or a date.",
            "Rank a count by money, a count, a number or a date: `fact rank: count ranked by new_registrations`.",
        ),
        Words(
            "排名依据没有大小",
            "“{name}”是{found}，不能用来排名。",
            "排名要依据金额、数量、数值或日期：`事实 名次：数量 排名依据 新增注册量`。",
        ),
    ),
    Message(
        "T316",
        Words(
            "A condition that facts cannot change",
            "`{text}` reads no fact: it is the same for everybody.",
            "Compare a fact: `smes_served >= 20`.",
        ),
        Words(
            "条件里没有事实",
            "“{text}”没有用到任何事实，对所有人都一样。",
            "请与事实比较：`服务家数 在 20 以上`。",
        ),
        "A condition without a fact in it holds for everybody or for nobody. That is seldom meant; often one side of"
        " the"
        " comparison has been mistyped.",
        "不含事实的条件，要么人人符合，要么人人不符合，通常是比较的一边写错了。",
    ),
    Message(
        "T317",
        Words(
            "A very large share",
            "{text} of `{base}` is far more than the whole of it.",
            "Check the figure: 3 in a hundred is `3%`, 3 in a thousand `3‰`.",
        ),
        Words(
            "比率过大",
            "“{base}”的 {text}，远远超过了它的全部。",
            "请核对数字：百分之三写 `3%`，千分之三写 `3‰`。",
        ),
        "Interest of more than the principal each year, or a subsidy of more than ten times its base, is hardly ever"
        " meant."
        " This is a warning; the figure is used as it stands.",
        "年利息超过本金，或补助超过基数的十倍，几乎都是笔误。这只是提醒，计算时仍按所写的数字。",
    ),
    Message(
        "T318",
        Words(
            "A magnitude twice",
            "`{text}` says its magnitude twice.",
            "Write `{right}`. For a hundred million write `亿`: `1.5亿元`.",
        ),
        Words(
            "数量级重复",
            "`{text}` 的数量级写了两次。",
            "请写 `{right}`。一万个一万请写“亿”：`1.5亿元`。",
        ),
    ),
    Message(
        "T319",
        Words(
            "A rank is a count",
            "`{name}` is ranked, but declared as {found}.",
            "Declare it as a count: `fact {name}: count ranked by {by}`.",
        ),
        Words(
            "名次应为数量",
            "“{name}”写了排名依据，却声明为{found}。",
            "请声明为数量：`事实 {name}：数量 排名依据 {by}`。",
        ),
    ),
    Message(
        "T320",
        Words(
            "A ranking per a quantity",
            "`{name}` is {found}; a ranking is made per month, per kind or per another thing that has a name.",
            "Name a date, a choice, a text or a record: `ranked by new_registrations per month`.",
        ),
        Words(
            "排名范围不明",
            "“{name}”是{found}，不能用来划分排名的范围。",
            "请按日期、选项、文本或对象划分：`排名依据 新增注册量 每 月份`。",
        ),
    ),
    Message(
        "T321",
        Words(
            "万 is probably missing",
            "`{text}` is {text} yuan here; the quoted sentence speaks of {right}.",
            "Write `{right}`.",
        ),
        Words(
            "可能漏写“万”",
            "这里的 `{text}` 是 {text} 元，而原句写的是 {right}。",
            "请写 `{right}`。",
        ),
        "A number without a magnitude is the plain number: `cap 50` is fifty yuan. This is a warning.",
        "不写数量级就是数字本身：`最高 50` 是五十元。这只是提醒。",
    ),
    Message(
        "T322",
        Words(
            "Nested too deeply",
            "Values stand more than {most} deep in each other here.",
            "Divide the formula between several rules, or say it with fewer parentheses: `a + b + c`.",
        ),
        Words(
            "嵌套过深",
            "这里的算式嵌套超过 {most} 层。",
            "请拆成几个条款，或少用括号：`甲 + 乙 + 丙`。",
        ),
    ),
    Message(
        "T323",
        Words(
            "Below zero",
            "`{text}` is below zero, where only money to be paid and its limits stand.",
            "Leave out the minus: `{right}`. What is taken off is written in a formula: `amount fee - 5万元`.",
        ),
        Words(
            "不能是负数",
            "“{text}”是负数，而这里只能写要给的金额和它的限额。",
            "请去掉负号：`{right}`。要扣减的，请写在算式里：`金额为 费用 - 5万元`。",
        ),
    ),
)
