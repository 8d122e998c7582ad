"""N: names of facts, entities, rules, options and payers."""

from __future__ import annotations

from huice.messages.message import Message, Words

__all__ = ["MESSAGES"]

MESSAGES = (
    Message(
        "N201",
        Words(
            "Unknown name",
            "`{name}` is neither a fact nor a definition in reach here.",
            "{hint}A fact is declared under its entity: `fact {name}: money`.",
        ),
        Words(
            "名称未声明",
            "这里用到的“{name}”，既不是事实，也不是定义。",
            "{hint}事实要先在对象下声明：`事实 {name}：金额`。",
        ),
        "A rule speaks of the facts of its own record and of the entities around it. `for each project` brings the"
        " facts"
        " of a project and of the enterprise it belongs to into reach. Capital letters and small ones differ.",
        "条款可以使用本记录的事实，以及外层对象的事实：写了 `逐个 项目`，就可以用项目和项目所属企业的事实。"
        "名称区分大小写。",
    ),
    Message(
        "N202",
        Words(
            "Unknown entity",
            "No entity is called `{name}`.",
            "{hint}An entity is declared with its place: `entity {name} of enterprise`.",
        ),
        Words(
            "没有这个对象",
            "文件里没有名为“{name}”的对象。",
            "{hint}对象要先声明，并写明属于谁：`对象 {name} 属于 企业`。",
        ),
        "One entity is the subject: the enterprise or the household that applies. All others are records of it, or"
        " records of those: `entity project of enterprise`.",
        "有一个对象是主体，即申报的企业或家庭；其他对象都是它的记录，或记录之下的记录：`对象 项目 属于 企业`。",
    ),
    Message(
        "N203",
        Words(
            "Name used twice",
            "`{name}` is already the name of {what}.",
            "Keep one of the two, or give this one a name of its own, such as `{right}`.",
        ),
        Words(
            "名称重复",
            "“{name}”已经是{what}的名称。",
            "请保留其中一个，或给这里另起名称，例如 `{right}`。",
        ),
        "Two entities may both have a fact called `amount`: the nearest one is meant. Within one entity, and among"
        " rules,"
        " entities, definitions and options of one choice, each name stands once.",
        "两个对象可以各有一个叫“金额”的事实，用到时取最近的一个。同一对象之内，以及条款、对象、定义、同一选项组之内，"
        "名称不能重复。",
    ),
    Message(
        "N204",
        Words(
            "Fact of another record",
            "`{name}` is a fact of `{owner}`, and this {place} speaks of `{here}`.",
            "{hint}",
        ),
        Words(
            "事实属于另一个对象",
            "“{name}”是“{owner}”的事实，而{place}说的是“{here}”。",
            "{hint}",
        ),
        "A rule without `for each` speaks of the subject alone, which may have many projects: whose investment would be"
        " meant? `for each project` makes one award a project, with the project's own facts and those of its"
        " enterprise.",
        "不写 `逐个` 的条款只说主体本身，而主体可能有许多项目，用的是哪个项目的投资额就不清楚。"
        "写 `逐个 项目`，每个项目单独计算，既能用项目的事实，也能用企业的事实。",
    ),
    Message(
        "N205",
        Words(
            "A second subject",
            "`{name}` belongs to nothing, but `{subject}` is the subject already.",
            "Say what it is a record of: `entity {name} of {subject}`.",
        ),
        Words(
            "出现第二个主体",
            "“{name}”没有写明属于谁，而主体已经是“{subject}”。",
            "请写明它属于谁：`对象 {name} 属于 {subject}`。",
        ),
        "A policy has one subject, whoever applies. Every other entity is a record of it or of one of its records.",
        "一份政策只有一个主体，即申报者；其他对象都属于它，或属于它的记录。",
    ),
    Message(
        "N206",
        Words(
            "Entities belong to each other in a circle",
            "`{name}` belongs to itself: {circle}.",
            "One of them belongs to the subject: `entity {name} of {subject}`.",
        ),
        Words(
            "对象循环所属",
            "“{name}”绕了一圈又属于自己：{circle}。",
            "其中应有一个属于主体：`对象 {name} 属于 {subject}`。",
        ),
    ),
    Message(
        "N207",
        Words(
            "A reserved name",
            "`{name}` has a meaning of its own in {where} and cannot be a name here.",
            "Take another name, such as `{right}`.",
        ),
        Words(
            "名称已有专门含义",
            "“{name}”在{where}里另有含义，不能用作这里的名称。",
            "请换一个名称，例如 `{right}`。",
        ),
        "In facts, the keys `as_of`, `history`, `outside`, `decided` and `year` stand beside the entities; in an"
        " example,"
        " `total` stands where a rule may, and `unknown` where a value may.",
        "事实文件里，`as_of`、`history`、`outside`、`decided`、`year` 与各对象并列；示例里，"
        "`total`（合计）可以写在条款的位置，"
        "`unknown`（未知）可以写在值的位置。",
    ),
    Message(
        "N208",
        Words(
            "A definition that needs itself",
            "`{name}` is defined by way of itself: {circle}.",
            "Define one of them by facts alone: `define large as investment >= 500万元`.",
        ),
        Words(
            "定义循环",
            "“{name}”的定义绕了一圈又用到自己：{circle}。",
            "请让其中一个只用事实来定义：`定义 大项目 为 投资额 不少于 500万元`。",
        ),
    ),
    Message(
        "N209",
        Words(
            "No such option",
            "`{name}` is no option of `{fact}`.",
            "{hint}The options are: {options}.",
        ),
        Words(
            "没有这个选项",
            "“{fact}”没有“{name}”这个选项。",
            "{hint}可以选：{options}。",
        ),
        "The options of a choice are those listed where the fact is declared: `fact kind: choice of park, platform`.",
        "选项以声明事实时列出的为准：`事实 类别：选项 园区、平台`。",
    ),
    Message(
        "N210",
        Words(
            "Not a declared payer",
            "The policy declares no payer called `{name}`.",
            "{hint}Declared are: {payers}. A further one is added in the header: `payer {name}`.",
        ),
        Words(
            "出资方未声明",
            "政策没有声明名为“{name}”的出资方。",
            "{hint}已声明的有：{payers}。要增加出资方，请在政策开头写：`出资方 {name}`。",
        ),
        "Once a policy lists its payers, every split and every `paid by` must name one of them, so that a slip in a"
        " name"
        " cannot open a budget that does not exist. A policy that lists none may name any.",
        "政策一旦列出出资方，所有 `分摊` 和 `出资` 都只能写其中之一，以免写错名称而凭空多出一个出资方。"
        "没有列出时不作限制。",
    ),
    Message(
        "N211",
        Words(
            "Nobody to decide about",
            "The policy has no entity that stands on its own: the one that applies.",
            'Declare it: `entity enterprise "企业"`, with its facts below.',
        ),
        Words(
            "没有主体",
            "政策没有声明主体，即由谁来申报。",
            '请先声明主体：`对象 企业 "企业"`，下面写它的事实。',
        ),
        "The subject is the one entity without `of`. All others are records of it.",
        "主体是唯一不写“属于”的对象，其他对象都是它的记录。",
    ),
    Message(
        "N212",
        Words(
            "Unknown key of a cap",
            "`{name}` is not something to count a cap by here.",
            "{hint}A cap counts per entity, per year or per a fact in reach: `cap 50万元 per {entity} per year`.",
        ),
        Words(
            "封顶范围不明",
            "这里不能按“{name}”计算封顶。",
            "{hint}封顶可以按对象、按年或按一个事实计算：`每家 {entity} 每 年 最高 50万元`。",
        ),
        "`cap M` holds for each award by itself. `cap M per enterprise` holds for all awards of the rule together,"
        " earlier"
        " ones included; `per year` starts anew each year, `per year of claimed_on` by the year of that date.",
        "`最高 M` 限制单笔奖补；`每家 企业 最高 M` 限制本条款累计发放的总额，包括以前已发的；再加 `每 年`"
        " 则逐年重新计算，"
        "`每 申领日的年份` 按该日期所在年度计算。",
    ),
    Message(
        "N213",
        Words(
            "Unknown rule",
            "No rule is called `{name}`.",
            "{hint}The rules of this file can be named, and `total` for all of them: `expect total 500000`.",
        ),
        Words(
            "没有这个条款",
            "没有名为“{name}”的条款。",
            "{hint}可以写本文件中的条款，或用 `合计` 表示全部：`应得 合计 500000`。",
        ),
    ),
    Message(
        "N214",
        Words(
            "A record in the wrong place",
            "`{name}` belongs to `{parent}`, not to `{here}`.",
            "Write it inside a record of its own kind: `given {example}`.",
        ),
        Words(
            "记录放错位置",
            "“{name}”属于“{parent}”，不属于“{here}”。",
            "请写在它所属的记录里：`已知 {example}`。",
        ),
        "Records of records stand inside their parent, so that it is clear whose they are:"
        " `given project (it_investment 2000000, stage (number 1))`.",
        "记录的下级记录写在上级记录的括号里，这样才清楚属于哪一个：`已知 项目 (投资额 2000000, 阶段 (序号 1))`。",
    ),
    Message(
        "N215",
        Words(
            "A definition out of reach",
            "`{definition}` needs `{name}`, a fact of `{owner}`, and this {place} speaks of `{here}`.",
            "{hint}",
        ),
        Words(
            "定义用到了别的对象",
            "“{definition}”用到“{owner}”的事实“{name}”，而{place}说的是“{here}”。",
            "{hint}",
        ),
        "A definition reads the facts in reach of whoever uses it. It can be used in any rule that speaks of the"
        " records"
        " whose facts it needs.",
        "定义里的事实，按使用它的条款来查找；只有条款说的是相应的记录，才能使用这个定义。",
    ),
    Message(
        "N216",
        Words(
            "A definition that grows too large",
            "`{name}`, written out, has more than {most} parts or leads through more than {chain} definitions.",
            "Define it by facts directly: `define large as investment >= 500万元`.",
        ),
        Words(
            "定义展开后过大",
            "“{name}”完全展开后超过 {most} 个部分，或经过超过 {chain} 个定义。",
            "请直接用事实来定义：`定义 大项目 为 投资额 不少于 500万元`。",
        ),
    ),
    Message(
        "N217",
        Words(
            "An entity as a value",
            "`{name}` is an entity, not a value.",
            "Name one of its facts: {facts}.",
        ),
        Words(
            "对象不能当作值",
            "“{name}”是对象，不是值。",
            "请写它的某个事实：{facts}。",
        ),
    ),
    Message(
        "N218",
        Words(
            "Records too far in",
            "`{name}` is a record of a record of …, more than {most} deep.",
            "Make it a record of the subject: `entity {name} of enterprise`.",
        ),
        Words(
            "记录层次过多",
            "“{name}”的所属关系超过 {most} 层。",
            "请让它直接属于主体：`对象 {name} 属于 企业`。",
        ),
    ),
    Message(
        "N220",
        Words(
            "An option by itself",
            "`{name}` is an option of `{fact}`, and says nothing by itself.",
            "Write `{fact} is {name}`; for several options `{fact} in [{name}, …]`.",
        ),
        Words(
            "选项单独出现",
            "“{name}”是“{fact}”的一个选项，不能单独使用。",
            "请写 `{fact} 为 {name}`；有几个选项时写 `{fact} 在 [{name}、…]`。",
        ),
        "Each side of `or` is a condition of its own: `grade is gold or grade is silver`, shorter `grade in [gold,"
        " silver]`. The fact comes first, the option behind it.",
        "“或”的两边各是一个完整的条件：`等级 为 金牌 或 等级 为 银牌`，也可以写成 `等级 在 [金牌、银牌]`。"
        "事实写在前，选项写在后。",
    ),
)
