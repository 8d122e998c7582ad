"""S: what cannot be read in a `.rules` file."""

from __future__ import annotations

from huice.messages.message import Message, Words

__all__ = ["MESSAGES"]

MESSAGES = (
    Message(
        "S101",
        Words("This cannot stand here", "`{found}` cannot stand here; expected: {expected}.", "{example}"),
        Words("此处不能这样写", "这里不能写“{found}”；此处可以是：{expected}。", "{example}"),
        "Each clause begins with its own word and has a fixed shape. The finding lists what could have stood at this"
        " place. Often something is missing or said twice just before it.",
        "每个子句都以固定的词开头，写法固定。提示中列出了此处可以写的内容；多半是它前面漏写或多写了什么。",
    ),
    Message(
        "S102",
        Words(
            "A string is not closed",
            "The quotation mark that opens here is not closed on the same line.",
            'Close it before the line ends: `when kind is park "in a park"`.',
        ),
        Words(
            "引号没有成对",
            "这里的引号在本行内没有结束。",
            '请在行末之前补上引号：`当 类别 为 园区 "属于园区"`。',
        ),
        'Words for people stand between straight quotation marks "…" or a pair of curly ones “…”. A string cannot run'
        " over several lines; a long quotation may be cut into several `quote` clauses.",
        '给人看的文字写在直引号 "…" 或一对弯引号 “…” 之间，不能跨行；较长的原文可以分成几个 `原句` 子句。',
    ),
    Message(
        "S103",
        Words("A character with no meaning here", "{found} has no meaning in a policy file.", "{hint}"),
        Words("无法识别的字符", "政策文件里不能使用 {found}。", "{hint}"),
        "Names are made of letters (Chinese ones too), digits and `_`. Everything else belongs between quotation marks,"
        " or behind `#` as a comment.",
        "名称由字母（包括汉字）、数字和 `_` 组成；其他内容请写在引号里，或写在 `#` 之后作为注释。",
    ),
    Message(
        "S104",
        Words(
            "A unit behind a number",
            "`{unit}` cannot stand behind `{number}`: a number is written without its unit.",
            "Write `{number}`; the fact says what is counted: `smes_served >= {number}`.",
        ),
        Words(
            "数字后不写单位",
            "`{number}` 后面不能带 `{unit}`：数字不写量词。",
            "请只写 `{number}`；数的是什么由事实说明：`服务家数 在 {number} 以上`。",
        ),
        'What a number counts is said once, where the fact is declared: `fact smes_served: count "服务中小企业家数"`. '
        "Magnitudes (千, 万, 亿), 元, % and ‰ do belong to a number: `50万元`, `1500万`, `30%`.",
        '数的是什么，在声明事实时说明一次：`事实 服务家数：数量 "服务中小企业家数"`。千、万、亿、元、%、‰ 属于数字'
        "本身，可以写：`50万元`、`1500万`、`30%`。",
    ),
    Message(
        "S105",
        Words("Not a date", "`{found}` is not a date.", "{hint}"),
        Words("日期写法不对", "`{found}` 不是日期。", "{hint}"),
        "A date is year, month, day, and must exist in the calendar: `2023-12-31` or `2023年12月31日`.",
        "日期按年、月、日书写，且必须是日历上存在的一天：`2023-12-31` 或 `2023年12月31日`。",
    ),
    Message(
        "S106",
        Words(
            "Words run together",
            "`{found}` reads as one name, but holds several words.",
            "Put spaces between them: `{right}`.",
        ),
        Words("词语连写", "“{found}”连在一起会被当成一个名称。", "请用空格分开：`{right}`。"),
        "In Chinese a space follows a name, unless 的 or a punctuation mark does. A run of characters with a name in it"
        " is never cut in silence, because it might be the name of another fact.",
        "中文名称之后要有空格，后面是“的”或标点时除外。含有名称的连写不会被自动切开，因为它也可能是另一个事实的名称。",
    ),
    Message(
        "S107",
        Words("A comma inside a number", "`{found}` is not a number.", "Write `{right}`, or with 万: `50万元`."),
        Words("数字里有逗号", "`{found}` 不是数字。", "请写 `{right}`，也可以用“万”：`50万元`。"),
        "A comma parts the items of a list. To make a long number readable use `_` or 万: `500_000`, `50万元`.",
        "逗号用来分隔并列的各项。数字较长时，可以用 `_` 或“万”“亿”：`500_000`、`50万元`。",
    ),
    Message(
        "S108",
        Words(
            "Nested too deeply",
            "Parentheses stand more than {most} deep here.",
            "Give a part a name of its own: `define large as investment >= 5000000`.",
        ),
        Words(
            "括号层数过多",
            "这里的括号超过 {most} 层。",
            "请给其中一部分起个名称：`定义 大项目 为 投资额 不少于 500万元`。",
        ),
    ),
    Message(
        "S109",
        Words(
            "The file is too large",
            "The file has {size} bytes; at most {most} are read.",
            "Keep one policy document in one file.",
        ),
        Words("文件过大", "文件有 {size} 字节，最多读取 {most} 字节。", "请把每份政策文件单独写成一个文件。"),
    ),
    Message(
        "S110",
        Words(
            "Not UTF-8 text",
            "The file is not text in UTF-8: line {line} cannot be read.",
            "Save it again as UTF-8; in most editors that is a choice of `Save as`.",
        ),
        Words(
            "不是 UTF-8 文本",
            "文件不是 UTF-8 编码的文本：第 {line} 行无法读取。",
            "请另存为 UTF-8 编码；多数编辑器在“另存为”里可以选择编码。",
        ),
    ),
    Message(
        "S112",
        Words("Something is missing", "Behind `{after}` is missing: {expected}.", "{example}"),
        Words("缺少内容", "`{after}` 后面缺少：{expected}。", "{example}"),
    ),
    Message(
        "S113",
        Words("A slip in a word", "`{found}` is not a word of the language.", "Did you mean `{right}`? {example}"),
        Words("词语有误", "语言中没有“{found}”这个词。", "是不是 `{right}`？{example}"),
        "The reference lists every clause word, in English and Chinese.",
        "参考手册列出了全部子句用词，中英文对照。",
    ),
    Message(
        "S114",
        Words(
            "Not in this version",
            "`{found}` is part of the language, but not of this version of it.",
            'State the clause as a remark for now: `assuming "{found}: see article 8"`.',
        ),
        Words(
            "本版本尚不支持",
            "`{found}` 是语言的一部分，但本版本还不支持。",
            '可以先用假定说明该条款：`假定 "{found}：见第八条"`。',
        ),
        "A clause that cannot be carried out is refused by name; it is never left out in silence. An `assuming` is"
        " shown in every decision that rests on it, so nobody takes the amount for the whole answer.",
        "不能执行的子句会指明并拒绝，绝不会悄悄略过。`假定` 会显示在相关的每一份结果里，不会有人把这个金额当成全部。",
    ),
    Message(
        "S115",
        Words("Not a number", "`{found}` is not a number that can be used here.", "{hint}"),
        Words("数字有误", "`{found}` 不能作为数字使用。", "{hint}"),
        "A number has at most 30 digits; a fraction such as `2/3` is not over zero.",
        "数字最多 30 位；`2/3` 这样的分数，分母不能为零。",
    ),
    Message(
        "S116",
        Words(
            "The file cannot be read",
            "The file cannot be read: {reason}.",
            "Check its name: `huice check policy.rules`.",
        ),
        Words("文件无法读取", "文件无法读取：{reason}。", "请检查文件名：`huice check policy.rules`。"),
    ),
    Message(
        "S117",
        Words(
            "A word of the language as a name",
            "`{found}` is a word of the language and cannot be a name here.",
            "Take another name, such as `{right}`.",
        ),
        Words(
            "名称与语言用词相同",
            "`{found}` 是语言用词，在这里不能作名称。",
            "请换一个名称，例如 `{right}`。",
        ),
        "Most words of the language may also be names, because where they stand says what is meant: `amount` and"
        " `month` are fine names for facts. The reference lists the few that are not.",
        "语言用词大多也可以作名称，因为从位置就能看出意思：事实可以叫 `amount` 或“金额”。"
        "参考手册列出了少数不能用作名称的词。",
    ),
    Message(
        "S118",
        Words(
            "A clause in the wrong block",
            "`{found}` cannot stand in {here}.",
            "Put it under `{belongs}`; a clause belongs to the block that began last before it.",
        ),
        Words("子句位置不对", "{here}里不能写“{found}”。", "请放到 `{belongs}` 里；子句属于它前面最近的一段。"),
        "A file is a row of blocks: `language`, `policy`, `entity`, `define`, `rule`, `example`. A clause belongs to"
        " the block that began last before it.",
        "文件由若干段组成：`语言`、`政策`、`对象`、`定义`、`条款`、`示例`。子句属于它前面最近的一段。",
    ),
    Message(
        "S119",
        Words(
            "No such clause",
            "`{found}` begins neither a clause nor a block.",
            "{example}",
        ),
        Words("没有这种子句", "没有以“{found}”开头的子句或段落。", "{example}"),
        "Every clause begins with its own word. The reference lists them all, in English and Chinese.",
        "每个子句都以固定的词开头。参考手册列出了全部用词，中英文对照。",
    ),
    Message(
        "S120",
        Words(
            "Not a year",
            "`{found}` is not a year.",
            "Write a year of four digits, as in `drawn_on in 2023`, or a list: `kind in [park, platform]`.",
        ),
        Words(
            "不是年份",
            "`{found}` 不是年份。",
            "请写四位年份，例如 `提款日 在 2023年`；比较大小请写 `家数 在 20 以上`。",
        ),
    ),
    Message(
        "S121",
        Words("Said twice", "A second {what}: there can be only one.", "Leave one of the two out. {example}"),
        Words("重复", "{what}写了两次，只能写一次。", "请删去一处。{example}"),
    ),
    Message(
        "S122",
        Words(
            "Quotation marks are missing",
            "`{found}` must stand between quotation marks: these are words for people.",
            'Write `"{found}"`.',
        ),
        Words("缺少引号", "“{found}”是给人看的文字，要写在引号里。", '请写 `"{found}"`。'),
    ),
    Message(
        "S123",
        Words(
            "Two names side by side",
            "Between `{found}` something is missing, or it is one name.",
            "A name is one word: `{right}`. Values are joined by a word or a sign: `a and b`, `a + b`.",
        ),
        Words(
            "两个名称相连",
            "“{found}”之间缺少内容，或者本是一个名称。",
            "名称中间没有空格：`{right}`；两个值之间要有连接：`甲 且 乙`、`甲 + 乙`。",
        ),
    ),
    Message(
        "S124",
        Words(
            "A bracket is not closed",
            "The `{found}` that opens here is not closed.",
            "Put `{right}` at its end: `when (a or b) and c`.",
        ),
        Words("括号没有成对", "这里的 `{found}` 没有结束。", "请在结束处补上 `{right}`：`当 （甲 或 乙） 且 丙`。"),
    ),
)
