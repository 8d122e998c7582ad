"""U: wrong use of the command line, files that cannot be read or written, and faults of the program itself."""

from __future__ import annotations

from huice.messages.message import Message, Words

__all__ = ["MESSAGES"]

MESSAGES = (
    Message(
        "U101",
        Words("Unknown command", "There is no command `{word}`.", "{hint}For example: `huice check policy.rules`."),
        Words("没有这个命令", "没有命令 `{word}`。", "{hint}可以这样写：`huice check policy.rules`。"),
        "`huice --help` lists every command.",
        "用 `huice --help` 可查看全部命令。",
    ),
    Message(
        "U102",
        Words("Unknown option", "`huice{command}` has no option `{word}`.", "{hint}For example: `{example}`."),
        Words("没有这个选项", "`huice{command}` 没有选项 `{word}`。", "{hint}可以这样写：`{example}`。"),
        "`huice COMMAND --help` lists the options of a command.",
        "用 `huice 命令 --help` 可查看该命令的全部选项。",
    ),
    Message(
        "U103",
        Words("Something is missing", "`huice{command}` also needs {missing}.", "For example: `{example}`."),
        Words("缺少参数", "`huice{command}` 还需要 {missing}。", "可以这样写：`{example}`。"),
    ),
    Message(
        "U104",
        Words("An option needs a value", "`{option}` must be followed by a value.", "For example: `{example}`."),
        Words("选项缺少取值", "`{option}` 后面要写取值。", "可以这样写：`{example}`。"),
    ),
    Message(
        "U105",
        Words("Not one of the choices", "`{word}` cannot stand for {option}.", "{hint}Choose one of: {choices}."),
        Words("取值不在可选范围内", "{option} 不能取 `{word}`。", "{hint}可选：{choices}。"),
    ),
    Message(
        "U106",
        Words("Not a date", "`{word}` is not a day of the calendar.", "Write year-month-day: `--as-of 2023-08-01`."),
        Words("不是日期", "`{word}` 不是日历上的一天。", "按“年-月-日”书写：`--as-of 2023-08-01`。"),
    ),
    Message(
        "U107",
        Words("Too many arguments", "`huice{command}` does not take `{word}`.", "For example: `{example}`."),
        Words("参数过多", "`huice{command}` 用不到 `{word}`。", "可以这样写：`{example}`。"),
        "A name that contains a space must be put in quotation marks.",
        "名称中有空格时，要加引号。",
    ),
    Message(
        "U108",
        Words("No command given", "Say what to do.", "For example: `huice check policy.rules`."),
        Words("没有写命令", "请写明要做什么。", "可以这样写：`huice check policy.rules`。"),
    ),
    Message(
        "U109",
        Words("Wrong use", "`huice{command}` cannot be called like this: {detail}.", "For example: `{example}`."),
        Words("用法不对", "`huice{command}` 不能这样使用：{detail}。", "可以这样写：`{example}`。"),
    ),
    Message(
        "U110",
        Words("Unknown code", "No finding has the code `{word}`.", "{hint}For example: `huice explain U201`."),
        Words("没有这个编号", "没有编号为 `{word}` 的诊断。", "{hint}可以这样写：`huice explain U201`。"),
        "A code stands in square brackets at the start of every finding.",
        "每条诊断开头的方括号里就是它的编号。",
    ),
    Message(
        "U111",
        Words(
            "History stated twice",
            "`--no-history` says that there were no earlier awards, but the facts list some.",
            "Leave out `--no-history`, or the entries under `history`.",
        ),
        Words(
            "以往获奖情况前后矛盾",
            "`--no-history` 表示没有以往奖补，但事实文件中列有。",
            "去掉 `--no-history`，或者删去 `history` 中的条目。",
        ),
    ),
    Message(
        "U112",
        Words(
            "Standard input can be read once",
            "`-` stands for standard input and may be given only once, alone.",
            "For example: `huice fmt - < policy.rules`.",
        ),
        Words("标准输入只能读一次", "`-` 代表标准输入，只能单独写一次。", "可以这样写：`huice fmt - < policy.rules`。"),
    ),
    Message(
        "U201",
        Words("File not found", "There is no file or folder `{path}`.", "{hint}Check the name and the folder."),
        Words("找不到文件", "没有文件或文件夹 `{path}`。", "{hint}请核对名称和所在文件夹。"),
    ),
    Message(
        "U202",
        Words(
            "A folder, not a file", "`{path}` is a folder; a file is needed here.", "Name a file in it: `{example}`."
        ),
        Words("这是文件夹，不是文件", "`{path}` 是文件夹，这里需要文件。", "请写出其中的文件：`{example}`。"),
    ),
    Message(
        "U203",
        Words(
            "No permission",
            "`{path}` may not be {action} by this user.",
            "Ask its owner, or make a copy that you may use.",
        ),
        Words("没有权限", "当前用户无权{action} `{path}`。", "请联系文件所有者，或另存一份有权使用的副本。"),
    ),
    Message(
        "U204",
        Words(
            "The file cannot be used",
            "`{path}` cannot be {action}: {reason}.",
            "Check the disk and the folder, then try again.",
        ),
        Words("文件无法使用", "无法{action} `{path}`：{reason}。", "请检查磁盘和文件夹后重试。"),
    ),
    Message(
        "U205",
        Words(
            "Not a text file in UTF-8",
            "`{path}` is not UTF-8 text (byte {offset} does not fit).",
            "Save it as UTF-8 in your editor, for example “Save as… → Encoding: UTF-8”.",
        ),
        Words(
            "不是 UTF-8 文本",
            "`{path}` 不是 UTF-8 文本（第 {offset} 个字节不符）。",
            "请在编辑器中另存为 UTF-8，例如“另存为 → 编码：UTF-8”。",
        ),
    ),
    Message(
        "U206",
        Words(
            "No policies in this folder",
            "There is no `.rules` file in `{path}` or below.",
            "Name a folder that holds some: `huice check policies/`.",
        ),
        Words(
            "文件夹中没有政策",
            "`{path}` 及其下级文件夹中没有 `.rules` 文件。",
            "请换成有政策文件的文件夹：`huice check policies/`。",
        ),
    ),
    Message(
        "U207",
        Words("File too large", "`{path}` is larger than {limit} MB.", "Split it into smaller files."),
        Words("文件过大", "`{path}` 超过 {limit} MB。", "请拆成几个较小的文件。"),
    ),
    Message(
        "U301",
        Words(
            "No date given",
            "Neither `--as-of` nor the facts say a date, so today, {date}, is taken.",
            "To decide for another day: `--as-of 2023-08-01`.",
        ),
        Words(
            "没有写日期",
            "命令行和事实文件都没有写日期，按今天（{date}）测算。",
            "要按其他日期测算：`--as-of 2023-08-01`。",
        ),
    ),
    Message(
        "U302",
        Words(
            "Not in force on this date",
            "{policies} left out: not in force on {date}.",
            "To decide for another day: `--as-of 2023-08-01`.",
        ),
        Words(
            "当日不在有效期内",
            "以下政策在 {date} 不在有效期内，未予测算：{policies}。",
            "要按其他日期测算：`--as-of 2023-08-01`。",
        ),
    ),
    Message(
        "U900",
        Words(
            "A fault in Huice itself",
            "Something went wrong inside Huice ({fault}), and no result can be given. This is our mistake, "
            "not yours, and we are sorry.",
            "Please report it with the command you typed and the files it read, if you may share them. "
            "Set HUICE_DEBUG=1 and run it again to see where it happened.",
        ),
        Words(
            "惠策自身的故障",
            "惠策内部出错（{fault}），无法给出结果。这是我们的问题，不是您的，十分抱歉。",
            "请将所用命令和（可以提供的）文件一并反馈给我们。设置 HUICE_DEBUG=1 后重新运行，可以看到出错的位置。",
        ),
    ),
)
