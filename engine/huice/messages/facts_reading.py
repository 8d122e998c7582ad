"""What is said about reading a file of facts: the file (F10x, F11x), JSON (F12x, F13x), YAML (F14x)."""

from __future__ import annotations

from huice.messages.message import Message, Words

__all__ = ["READING"]

READING: tuple[Message, ...] = (
    # The file as a whole
    Message(
        "F101",
        Words(
            "not UTF-8 text",
            "Line {line} holds bytes that are not UTF-8 text.",
            "Save the file again with the encoding UTF-8.",
        ),
        Words("不是 UTF-8 文本", "第 {line} 行含有非 UTF-8 编码的内容。", "请将文件另存为 UTF-8 编码。"),
    ),
    Message(
        "F102",
        Words(
            "too large",
            "{what} is larger than {limit} MB.",
            "Put many cases in a .jsonl file, one case a line: each line may be up to {limit} MB.",
        ),
        Words(
            "内容过大",
            "{what}超过 {limit} MB。",
            "多个案例请写入 .jsonl 文件，每行一个案例，每行不超过 {limit} MB。",
        ),
    ),
    Message(
        "F103",
        Words(
            "nested too deeply",
            "Brackets are nested more than {limit} deep here.",
            'Facts need only a few levels, such as {{"project": [{{"investment": "1200000.00"}}]}}.',
        ),
        Words(
            "嵌套过深",
            "此处括号嵌套超过 {limit} 层。",
            '事实只需几层，如 {{"project": [{{"investment": "1200000.00"}}]}}。',
        ),
    ),
    Message(
        "F105",
        Words(
            "key given twice",
            'The key "{name}" stands twice in the same object.',
            'Keep one of the two. For several records write a list: "project": [{{…}}, {{…}}].',
        ),
        Words(
            "键重复",
            "同一对象中 “{name}” 写了两次。",
            '请只保留一个。多条记录请写成列表："project": [{{…}}, {{…}}]。',
        ),
    ),
    Message(
        "F106",
        Words(
            "YAML cannot be read here",
            "The lines around here do not fit together.",
            "Indent the lines of one block by the same number of spaces, and begin each entry of a list with `- `: "
            "`project:` and below it `  - investment: 1200000`.",
        ),
        Words(
            "YAML 在此处无法读取",
            "此处前后各行的层次不一致。",
            "同一层各行请用相同数目的空格缩进，列表每项以 `- ` 开头：`project:`，下一行 `  - investment: 1200000`。",
        ),
    ),
    Message(
        "F107",
        Words(
            "YAML anchors are not read",
            "`{name}` is an anchor or a reference (& or *).",
            'Write the value out where it is needed. Text that begins with & or * needs quotes: "*".',
        ),
        Words(
            "不支持 YAML 锚点",
            "`{name}` 是锚点或引用（& 或 *）。",
            '请在需要之处直接写出内容。以 & 或 * 开头的文字须加引号："*"。',
        ),
    ),
    Message(
        "F108",
        Words(
            "YAML tags are not read",
            "`{name}` is a tag (!).",
            'Leave the tag out and write the value alone: 25, true. Text that begins with ! needs quotes: "!".',
        ),
        Words(
            "不支持 YAML 标签",
            "`{name}` 是标签（!）。",
            '请删去标签，只写值：25、true、2023-08-01。以 ! 开头的文字须加引号："!"。',
        ),
    ),
    Message(
        "F109",
        Words(
            "several documents in one file",
            "A second document begins here (`---`).",
            "One file holds the facts of one case. For many cases use a .jsonl file, one case a line.",
        ),
        Words(
            "一个文件含多个文档",
            "此处开始了第二个文档（`---`）。",
            "一个文件只写一个案例。多个案例请用 .jsonl 文件，每行一个。",
        ),
    ),
    Message(
        "F110",
        Words(
            "empty file",
            "The file holds no facts.",
            "Write at least {{}}: nothing is known. `huice facts POLICY --template` gives a blank to fill in.",
        ),
        Words(
            "空文件",
            "文件中没有事实。",
            "至少写 {{}}，表示一无所知；`huice facts 政策文件 --template` 可生成填报表。",
        ),
    ),
    Message(
        "F111",
        Words(
            "unreadable character",
            "The file holds the control character {found}, which is no text.",
            "Delete it; it is usually left over from copying.",
        ),
        Words("无法识别的字符", "文件含有控制字符 {found}，不是文字。", "请删去它，多半是复制时带入的。"),
    ),
    # Syntax of JSON
    Message(
        "F120",
        Words(
            "value missing",
            'A value should stand here, not "{found}".',
            'After a colon or comma write a value: 25, true, null, "2023-08-01", {{…}} or […].',
        ),
        Words(
            "缺少值",
            "此处应为一个值，而不是 “{found}”。",
            '冒号或逗号之后请写值：25、true、null、"2023-08-01"、{{…}} 或 […]。',
        ),
    ),
    Message(
        "F121",
        Words(
            "bracket not closed",
            "The file ends, but the {found} opened on line {line} is never closed.",
            "Add the missing {right} where it belongs.",
        ),
        Words("括号未闭合", "文件已结束，第 {line} 行的 {found} 没有闭合。", "请在相应位置补上 {right}。"),
    ),
    Message(
        "F122",
        Words(
            "comma too many",
            "Nothing follows this comma but {found}.",
            'Delete the last comma: {{"employees": 25}}.',
        ),
        Words("多余的逗号", "此逗号之后直接是 {found}。", '请删去最后一个逗号：{{"employees": 25}}。'),
    ),
    Message(
        "F123",
        Words(
            "comma missing",
            "`{found}` follows without a comma, or the bracket before it is not closed.",
            'Put a comma between two entries: {{"employees": 25, "output": "1200000.00"}}.',
        ),
        Words(
            "缺少逗号",
            "`{found}` 之前缺少逗号，或前面的括号没有闭合。",
            '两项之间请加逗号：{{"employees": 25, "output": "1200000.00"}}。',
        ),
    ),
    Message(
        "F124",
        Words("single quotes", "JSON uses double quotes only.", "Write \"kind\", not 'kind'."),
        Words("单引号", "JSON 只用英文双引号。", "请写 \"kind\"，不写 'kind'。"),
    ),
    Message(
        "F125",
        Words(
            "full-width mark",
            "`{found}` is a full-width mark, which JSON does not know.",
            'Write `{right}`: {{"employees": 25, "output": "1200000.00"}}.',
        ),
        Words(
            "全角标点",
            "`{found}` 是全角标点，JSON 不识别。",
            '请改为半角 `{right}`：{{"employees": 25, "output": "1200000.00"}}。',
        ),
    ),
    Message(
        "F126",
        Words("word without quotes", "`{found}` is neither a number nor true, false or null.", "Write {right}."),
        Words("文字未加引号", "`{found}` 既不是数，也不是 true、false 或 null。", "请写 {right}。"),
    ),
    Message(
        "F127",
        Words(
            "comment in JSON",
            "JSON has no comments.",
            "Delete the comment, or keep the facts in a .yaml file, where # begins one.",
        ),
        Words("JSON 不能写注释", "JSON 没有注释。", "请删去注释，或改用 .yaml 文件，其中 # 之后为注释。"),
    ),
    Message(
        "F128",
        Words(
            "number written in a way that JSON does not know",
            "`{found}` is not a plain number.",
            "Write {right}: digits without grouping or leading zeros; dates and rates in double quotes.",
        ),
        Words(
            "数的写法不对",
            "`{found}` 不是普通的数。",
            "请写 {right}：只用数字，不分组，不以 0 开头；日期与比率加英文双引号。",
        ),
    ),
    Message(
        "F129",
        Words(
            "quote not closed",
            "The text {found} does not end on its line.",
            'Close it with a double quote: "2023-08-01".',
        ),
        Words("引号未闭合", "文字 {found} 在本行没有结束。", '请用英文双引号结束："2023-08-01"。'),
    ),
    Message(
        "F130",
        Words(
            "backslash",
            "`{found}` means nothing in JSON text.",
            r'Double the backslash: "C:\\data".',
        ),
        Words("反斜杠", "`{found}` 在 JSON 文字中没有含义。", r'反斜杠请写两次："C:\\data"。'),
    ),
    Message(
        "F131",
        Words(
            "key without quotes", "`{found}` is a key without double quotes.", 'Write "{found}": and then its value.'
        ),
        Words("键未加引号", "键 `{found}` 没有加英文双引号。", '请写 "{found}": 再写值。'),
    ),
    Message(
        "F132",
        Words(
            "colon missing",
            'After the key "{name}" a colon is missing.',
            'Write a colon between key and value: "employees": 25.',
        ),
        Words("缺少冒号", "键 “{name}” 之后缺少冒号。", '键与值之间请写半角冒号："employees": 25。'),
    ),
    Message(
        "F133",
        Words(
            "wrong bracket",
            "`{found}` closes what {right} should close.",
            "Write {right} here; check the brackets before it.",
        ),
        Words("括号不匹配", "此处应以 {right} 闭合，却写了 `{found}`。", "请改为 {right}，并检查前面的括号。"),
    ),
    Message(
        "F134",
        Words(
            "something after the end",
            "The facts are complete, but `{found}` follows.",
            "One file holds one object {{ }}. For many cases use a .jsonl file, one case a line.",
        ),
        Words(
            "结尾之后还有内容",
            "事实已经完整，之后还有 `{found}`。",
            "一个文件只写一个对象 {{ }}。多个案例请用 .jsonl 文件，每行一个。",
        ),
    ),
    # Syntax of YAML
    Message(
        "F140",
        Words(
            "character that cannot stand here",
            "No value may begin with {found}.",
            'Indent with spaces, never tabs; put text that begins with such a mark in quotes: "@name".',
        ),
        Words(
            "此处不能用该字符",
            "值不能以 {found} 开头。",
            '缩进请用空格，不用制表符；以此类符号开头的文字须加引号："@name"。',
        ),
    ),
    Message(
        "F141",
        Words(
            "quote or bracket not closed",
            "A quote or bracket that begins here is never closed.",
            'Close it: "text", [1, 2] or {{a: 1}}.',
        ),
        Words("引号或括号未闭合", "此处开始的引号或括号没有闭合。", '请补全："文字"、[1, 2] 或 {{a: 1}}。'),
    ),
    Message(
        "F142",
        Words(
            "key is no name",
            "A list or object stands where the name of a fact should.",
            "Write a name, a colon, a space and the value: `employees: 25`.",
        ),
        Words("键不是名称", "应写事实名称之处写了列表或对象。", "请依次写名称、半角冒号、空格和值：`employees: 25`。"),
    ),
)
