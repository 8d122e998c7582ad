"""Words for cases (C101–C189) and for the comparison with the official text (C190–C199)."""

from __future__ import annotations

from huice.messages.message import Message, Words

__all__ = ["MESSAGES"]

MESSAGES: tuple[Message, ...] = (
    # Files
    Message(
        "C101",
        Words("file cannot be read", "`{path}` cannot be read: {reason}.", "Check the path and the permissions."),
        Words("文件读不了", "读不了 `{path}`：{reason}。", "请检查路径和读取权限。"),
    ),
    Message(
        "C102",
        Words(
            "file too large",
            "This file is larger than {limit}.",
            "Divide it into several case files, `x.a.cases.csv`, `x.b.cases.csv`.",
        ),
        Words(
            "文件太大", "这个文件超过了 {limit}。", "请把它分成几个案例文件，例如 `x.a.cases.csv`、`x.b.cases.csv`。"
        ),
    ),
    Message(
        "C103",
        Words(
            "not a text file",
            "This file is neither UTF-8 nor GB 18030 text.",
            "Save it as UTF-8; a spreadsheet calls this `CSV UTF-8`.",
        ),
        Words(
            "不是文本文件",
            "这个文件既不是 UTF-8 编码，也不是 GB 18030 编码。",
            "请另存为 UTF-8；电子表格软件里叫「CSV UTF-8」。",
        ),
    ),
    # YAML
    Message(
        "C110",
        Words(
            "not readable as YAML",
            "From here on this cannot be read as YAML.",
            'Check indentation (spaces, no tabs), colons, brackets and quotation marks here and above: `name: "…"`.',
        ),
        Words(
            "YAML 写法有误",
            "从这里开始，内容不是有效的 YAML。",
            '请检查这里和上一行的缩进（用空格，不用制表符）、冒号、括号和引号，例如 `name: "…"`。',
        ),
    ),
    Message(
        "C111",
        Words(
            "reference in a case file",
            "Anchors and references (`&a`, `*a`) are not read here.",
            "Write the values out.",
        ),
        Words("案例文件里有引用", "这里不接受锚点和引用（`&a`、`*a`）。", "请把内容完整写出来。"),
    ),
    Message(
        "C112",
        Words(
            "tag in a case file", "The tag `{tag}` is not read here.", 'Write the value without a tag: `"500000.00"`.'
        ),
        Words("案例文件里有标签", "这里不接受标签 `{tag}`。", '请去掉标签直接写值，例如 `"500000.00"`。'),
    ),
    Message(
        "C113",
        Words(
            "several documents",
            "A second document begins here; a case file holds one.",
            "Put all cases into one list below `cases:`.",
        ),
        Words(
            "一个文件里有多个文档",
            "这里开始了第二个文档；一个案例文件只放一个。",
            "请把所有案例放进同一个 `cases:` 列表。",
        ),
    ),
    Message(
        "C114",
        Words(
            "nested too deeply",
            "The nesting is deeper than {limit} levels.",
            "Facts need four: subject, list, record, fact.",
        ),
        Words("嵌套太深", "嵌套超过了 {limit} 层。", "事实一般只有四层：对象、列表、记录、事实。"),
    ),
    Message(
        "C115",
        Words("key is not a word", "A key must be a word, not a list or another mapping.", "Write `name: value`."),
        Words("键必须是一个词", "键必须是一个词，不能是列表或另一个映射。", "请写成 `名称: 值`。"),
    ),
    Message(
        "C116",
        Words("written twice", "`{key}` is written twice.", "Keep one of the two."),
        Words("重复出现", "`{key}` 写了两次。", "请只保留一个。"),
    ),
    # What a case gives
    Message(
        "C120",
        Words(
            "no date",
            "Case `{name}` does not say on which day it is decided.",
            "Add the day: `as of 2023-08-01` in an example, `as_of: 2023-08-01` in a case file.",
        ),
        Words(
            "没有日期",
            "案例「{name}」没有说明按哪一天判定。",
            "请写明日期：示例里写 `日期为 2023-08-01`，案例文件里写 `as_of: 2023-08-01`。",
        ),
    ),
    Message(
        "C121",
        Words("given twice", "`{name}` is given twice.", "Keep one of the two."),
        Words("重复给出", "`{name}` 给了两次。", "请只保留一个。"),
    ),
    Message(
        "C122",
        Words(
            "none, and yet one",
            "`{name}` is said to be empty and is listed as well.",
            "Keep either `no {name}` or the records.",
        ),
        Words("既说没有又列了出来", "`{name}` 既说了没有，又列出了记录。", "`无 {name}` 和具体记录只能留一种。"),
    ),
    Message(
        "C123",
        Words(
            "a figure for no record",
            "The figure of `{rule}` belongs to a record of `{entity}`, and none is given.",
            "Give the record: `given {entity} (…)`.",
        ),
        Words(
            "核定的数额没有对应的记录",
            "`{rule}` 核定的数额属于一条 `{entity}`，但没有给出这样的记录。",
            "请给出记录：`已知 {entity}（…）`。",
        ),
    ),
    Message(
        "C124",
        Words(
            "not a plain value",
            "`{name}` is given a calculation.",
            "Give a plain value: `{name} 25`, `{name} yes`, `{name} 2023-08-01`.",
        ),
        Words(
            "不是一个值", "给 `{name}` 的是一个算式。", "请直接给值：`{name} 25`、`{name} 是`、`{name} 2023-08-01`。"
        ),
    ),
    Message(
        "C125",
        Words("money for something else", "`{name}` is not money, and `{text}` is.", "Write the number without 元."),
        Words("不是金额的事实给了金额", "`{name}` 不是金额，`{text}` 是金额。", "请去掉「元」，只写数字。"),
    ),
    Message(
        "C126",
        Words("not a date", "`{text}` is not a day of the calendar.", "Write year, month and day: `2023-08-01`."),
        Words("不是日期", "`{text}` 不是日历上的一天。", "请写年、月、日，例如 `2023-08-01`。"),
    ),
    # What a case expects
    Message(
        "C130",
        Words(
            "unknown rule", "The policy has no rule `{name}`.", "Write one of its rules, or `total`. Nearest: {near}."
        ),
        Words(
            "没有这个条款", "这份政策里没有条款 `{name}`。", "请写政策里的条款名或 `total`（合计）。相近的有：{near}。"
        ),
    ),
    Message(
        "C131",
        Words("unknown payer", "Nobody pays under the name `{name}` in this policy.", "Its payers: {near}."),
        Words("没有这个出资方", "这份政策里没有出资方 `{name}`。", "出资方有：{near}。"),
    ),
    Message(
        "C132",
        Words("unknown status", "`{word}` is not a status.", "Write one of {known}."),
        Words("没有这个状态", "`{word}` 不是状态。", "可以写：{known}。"),
    ),
    Message(
        "C133",
        Words(
            "not an amount",
            "`{text}` is not an exact amount with at most {digits} decimals.",
            "Write `500000.00`, `50万元`, or a range `0 to 500000`.",
        ),
        Words(
            "不是金额",
            "`{text}` 不是最多 {digits} 位小数的确切金额。",
            "请写 `500000.00`、`50万元`，或者范围 `0 至 500000`。",
        ),
    ),
    Message(
        "C134",
        Words(
            "range upside down",
            "The low end {low} is above the high end {high}.",
            "Write the smaller amount first: `{high} to {low}`.",
        ),
        Words("范围颠倒", "下限 {low} 高于上限 {high}。", "请把小的写在前面：`{high} 至 {low}`。"),
    ),
    # Which policy, which files
    Message(
        "C140",
        Words(
            "policy not found",
            "The policy `{policy}` is not there.",
            "Name it relative to this file: `policy: ../some_policy.rules`.",
        ),
        Words(
            "找不到政策文件", "找不到政策文件 `{policy}`。", "请写相对于本文件的路径：`policy: ../some_policy.rules`。"
        ),
    ),
    Message(
        "C141",
        Words("policy is not a file name", "`policy` must name one file.", "Write `policy: some_policy.rules`."),
        Words("政策不是文件名", "`policy` 必须是一个文件名。", "请写 `policy: some_policy.rules`。"),
    ),
    Message(
        "C142",
        Words(
            "no policy beside the cases",
            "There is no `{stem}.rules` beside this file.",
            "Put it beside the policy of the same name, or name the policy in it: `policy: some_policy.rules`.",
        ),
        Words(
            "案例旁边没有政策",
            "这个文件旁边没有 `{stem}.rules`。",
            "请把它和同名的政策文件放在一起，或在文件里写明 `policy: some_policy.rules`。",
        ),
    ),
    Message(
        "C143",
        Words(
            "nothing to test",
            "`{path}` holds neither a policy nor a case file.",
            "Name a `.rules` file, a case file (`x.cases.yaml`, `x.cases.csv`) or a folder with such files.",
        ),
        Words(
            "没有可测试的文件",
            "`{path}` 里既没有政策文件，也没有案例文件。",
            "请指定 `.rules` 文件、案例文件（`x.cases.yaml`、`x.cases.csv`）或放有这些文件的文件夹。",
        ),
    ),
    Message(
        "C144",
        Words(
            "not a policy or case file",
            "`{path}` is neither a policy nor a case file.",
            "Policies end in `.rules`, case files in `.yaml`, `.yml` or `.csv`.",
        ),
        Words(
            "不是政策或案例文件",
            "`{path}` 既不是政策文件，也不是案例文件。",
            "政策文件以 `.rules` 结尾，案例文件以 `.yaml`、`.yml` 或 `.csv` 结尾。",
        ),
    ),
    # The shape of a YAML case file
    Message(
        "C150",
        Words(
            "no list of cases",
            "A case file holds its cases as a list below `cases:`.",
            'Write `cases:` and below it `- name: "…"`.',
        ),
        Words(
            "没有案例列表", "案例文件要在 `cases:` 下面列出案例。", '请写 `cases:`，下面每个案例以 `- name: "…"` 开头。'
        ),
    ),
    Message(
        "C151",
        Words("case without a name", "Every case needs a name.", 'Write `name: "one firm short of twenty"`.'),
        Words("案例没有名称", "每个案例都要有名称。", '请写 `name: "差一家"`。'),
    ),
    Message(
        "C152",
        Words(
            "facts have the wrong shape",
            "`facts` must hold facts by name.",
            "Write `facts: {{enterprise: {{…}}, history: []}}`.",
        ),
        Words("事实的写法不对", "`facts` 下面要按名称写事实。", "请写 `facts: {{enterprise: {{…}}, history: []}}`。"),
    ),
    Message(
        "C153",
        Words("named values expected", "Named values belong here: {known}.", "Write `name: value`, one a line."),
        Words("这里应当是带名称的值", "这里应当写带名称的值：{known}。", "请一行写一个 `名称: 值`。"),
    ),
    Message(
        "C154",
        Words("unknown key", "`{key}` means nothing here.", "What can stand here: {near}."),
        Words("不认识的键", "`{key}` 在这里没有意义。", "这里可以写：{near}。"),
    ),
    Message(
        "C155",
        Words(
            "nothing expected",
            "This case expects nothing, so it tests nothing.",
            'Add what should come out: `expect some_rule 500000`, or `expect: {{total: "500000.00"}}`.',
        ),
        Words(
            "没有写应得",
            "这个案例没有写应得多少，等于没有测试。",
            '请补上应得：`应得 some_rule 500000`，或 `expect: {{total: "500000.00"}}`。',
        ),
    ),
    Message(
        "C156",
        Words(
            "expectations have the wrong shape",
            "`expect` must hold amounts by rule.",
            'Write `expect: {{some_rule: "500000.00", total: "500000.00"}}`.',
        ),
        Words(
            "应得的写法不对",
            "`expect` 下面要按条款写金额。",
            '请写 `expect: {{some_rule: "500000.00", total: "500000.00"}}`。',
        ),
    ),
    Message(
        "C157",
        Words("amount expected", "An amount belongs here.", 'Write `"500000.00"` or `"0 to 500000"`.'),
        Words("这里应当是金额", "这里应当写金额。", '请写 `"500000.00"` 或 `"0 至 500000"`。'),
    ),
    Message(
        "C158",
        Words(
            "half a range",
            "A range needs both `low` and `high`.",
            'Write `{{low: "0.00", high: "500000.00"}}`; `high: null` means that nothing bounds it.',
        ),
        Words(
            "范围只写了一半",
            "范围要同时写 `low` 和 `high`。",
            '请写 `{{low: "0.00", high: "500000.00"}}`；`high: null` 表示没有上限。',
        ),
    ),
    Message(
        "C159",
        Words(
            "shares have the wrong shape",
            "`split` must hold amounts by payer.",
            'Write `split: {{city: "250000.00", county: "250000.00"}}`.',
        ),
        Words(
            "分摊的写法不对",
            "`split` 下面要按出资方写金额。",
            '请写 `split: {{city: "250000.00", county: "250000.00"}}`。',
        ),
    ),
    Message(
        "C160",
        Words(
            "label expected",
            "`because` takes the label of a condition, or a list of them.",
            'Write `because: ["…"]` with the words behind the `when`.',
        ),
        Words(
            "这里应当是条件的说明",
            "`because` 后面写条件的说明，或者几个说明的列表。",
            '请写 `because: ["…"]`，用 `当` 后面引号里的文字。',
        ),
    ),
    # CSV
    Message(
        "C170",
        Words(
            "quotation mark left open",
            "The quotation mark that begins here is not closed before the next comma.",
            'Close it with `"`; a mark inside the text is doubled: `""`.',
        ),
        Words(
            "引号没有收尾", "从这里开始的引号，到下一个逗号之前没有收尾。", '请补上 `"`；文字里的引号要写两个：`""`。'
        ),
    ),
    Message(
        "C171",
        Words(
            "empty case file",
            "This file has no header.",
            "Begin with a line such as `name,as_of,enterprise.smes_served,expect.total`.",
        ),
        Words(
            "案例文件是空的",
            "这个文件没有表头。",
            "第一行请写表头，例如 `name,as_of,enterprise.smes_served,expect.total`。",
        ),
    ),
    Message(
        "C172",
        Words(
            "more cells than columns",
            "This row has {cells} cells and the header {columns}.",
            'Put text that holds commas between quotation marks: `"a, b"`.',
        ),
        Words(
            "单元格比表头多", "这一行有 {cells} 格，表头只有 {columns} 列。", '文字里有逗号时请加引号，例如 `"甲,乙"`。'
        ),
    ),
    Message(
        "C173",
        Words("no names", "The header has no column `name`.", "Add a column `name`; every case needs one."),
        Words("没有名称列", "表头里没有 `name` 列。", "请加一列 `name`；每个案例都要有名称。"),
    ),
    Message(
        "C174",
        Words(
            "column not understood",
            "The header `{header}` leads to no fact.",
            "Write `enterprise.smes_served`, `project[0].kind`, `history` or `expect.total`.",
        ),
        Words(
            "看不懂的列",
            "表头 `{header}` 不指向任何事实。",
            "请写 `enterprise.smes_served`、`project[0].kind`、`history` 或 `expect.total`。",
        ),
    ),
    Message(
        "C175",
        Words(
            "cells contradict each other",
            "`{header}` contradicts another cell of this row.",
            "A list is either `none` or has records; leave the other cells empty.",
        ),
        Words(
            "单元格互相矛盾",
            "`{header}` 和本行另一格互相矛盾。",
            "一个列表要么写 `none`（没有），要么写记录；其余的格请留空。",
        ),
    ),
    # Rewriting expectations
    Message(
        "C180",
        Words(
            "nothing rewritten",
            "Nothing was rewritten, because some files or facts have errors.",
            "Remedy the errors above, then run again with `--update`.",
        ),
        Words("没有改写", "有的文件或事实有错误，所以什么都没有改写。", "请先改正上面的错误，再用 `--update` 运行。"),
    ),
    Message(
        "C181",
        Words(
            "cannot be rewritten here",
            "What came out, {actual}, cannot be written in an example.",
            "Move the case to a case file and write `high: null`.",
        ),
        Words("这里无法改写", "结果 {actual} 无法写在示例里。", "请把它移到案例文件里，写成 `high: null`。"),
    ),
    Message(
        "C182",
        Words(
            "file cannot be written",
            "`{path}` cannot be written: {reason}.",
            "Check the permissions of the file and its folder. No expectation was changed in it.",
        ),
        Words("文件写不了", "写不了 `{path}`：{reason}。", "请检查文件和文件夹的写入权限。其中的应得没有改动。"),
    ),
    Message(
        "C183",
        Words("file changed meanwhile", "`{path}` changed while it was being read.", "Run again."),
        Words("文件中途有改动", "读取 `{path}` 的时候它有改动。", "请再运行一次。"),
    ),
    # The official text
    Message(
        "C190",
        Words(
            "no official text",
            "The policy does not name its official text.",
            'Add `text "sources/some_policy.txt"` to its header.',
        ),
        Words("没有写明原文", "政策没有写明官方原文在哪里。", '请在政策开头加上 `原文 "sources/some_policy.txt"`。'),
    ),
    Message(
        "C191",
        Words(
            "text outside the library",
            "`{text}` leads out of the policy library.",
            'Keep the text in the folder of the policy or below it: `text "sources/some_policy.txt"`.',
        ),
        Words(
            "原文在政策库之外",
            "`{text}` 指到了政策库外面。",
            '请把原文放在政策所在的文件夹里：`原文 "sources/some_policy.txt"`。',
        ),
    ),
    Message(
        "C192",
        Words(
            "official text cannot be read",
            "The official text `{text}` cannot be read: {reason}.",
            "Put the transcribed document there, as plain text in UTF-8.",
        ),
        Words("读不了原文", "读不了官方原文 `{text}`：{reason}。", "请把文件的文字稿放在那里，用 UTF-8 纯文本。"),
    ),
    Message(
        "C193",
        Words(
            "quote not in the text",
            "The official text does not say this. The quote has `{quoted}` where line {line} of it has `{official}`.",
            "Copy the sentence from the text: {nearest}",
        ),
        Words(
            "原文里没有这句话",
            "官方原文里找不到这句引文。引文写的是「{quoted}」，原文第 {line} 行是「{official}」。",
            "请从原文照抄：{nearest}",
        ),
    ),
    Message(
        "C194",
        Words(
            "sentence not encoded",
            "No rule quotes {figures} in this sentence of the official text.",
            'Write the rule and quote the sentence: `quote "{sentence}"`.',
        ),
        Words(
            "有一句话没有写成条款",
            "官方原文这句话里的 {figures} 没有条款引用。",
            '请写出条款，并引用这句话：`原句 "{sentence}"`。',
        ),
    ),
    Message(
        "C195",
        Words(
            "empty quote",
            "This quote has no words.",
            "Copy the sentence from the official text, or leave the quote out.",
        ),
        Words("引文是空的", "这句引文没有文字。", "请从官方原文照抄，或者去掉引文。"),
    ),
    Message(
        "C196",
        Words(
            "policy lies in no file",
            "The official text `{text}` is looked for beside the policy's file, and this policy was read from no file.",
            "Save the policy, and load it from there.",
        ),
        Words(
            "政策不在文件里",
            "官方原文 `{text}` 要在政策文件旁边找，而这份政策不是从文件读入的。",
            "请先把政策存成文件，再从文件读入。",
        ),
    ),
)
