"""A blank facts file to fill in.

An untouched blank means that everything is unknown: lists stand as null, and what one
record of them looks like is shown beside, as a comment, never as a record.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Literal

from huice.core.program import Entity, FactDecl, Program
from huice.facts.findings import readable
from huice.facts.vocabulary import askable, open_figures
from huice.values import Kind

__all__ = ["template", "template_text"]

_WORDS = {
    "en": {
        "head": "Facts for {policy}. Leave null what is not known: the decision then shows a range.",
        "as_of": "decision date, such as 2023-08-01",
        "list": "One entry a record. null: not known; []: none. To fill in: delete the line above, "
        "take the # off the lines below and repeat them for each record.",
        "history": "Awards of this policy decided before. null: not known; []: none.",
        "outside": "Awards of others, by name.",
        "decided": "Figures that the authority has set, `rate` or `amount`. For rules: {rules}.",
        "options": "one of",
        "comment": "One record of each list, to copy into it. null: not known; []: none.",
        "rate": "rate, such as 35%",
        "money": "money, such as 1200000.00",
        "count": "whole number",
        "number": "number",
        "flag": "true or false",
        "date": "date, such as 2023-08-01",
        "text": "text",
        "choice": "choice",
    },
    "zh": {
        "head": "{policy}：事实填报表。不清楚的保留 null，结果会显示为区间。",
        "as_of": "决定日期，如 2023-08-01",
        "list": "每条记录一项。null：不清楚；[]：没有。填写时删去上面一行，去掉下面各行的 #，每条记录重复一次。",
        "history": "以前依本政策核定的奖补。null：不清楚；[]：没有。",
        "outside": "其他部门的奖补，按名称填写。",
        "decided": "主管部门已核定的 rate（比率）或 amount（金额）。适用条款：{rules}。",
        "options": "选一",
        "comment": "各列表一条记录的样子，可复制填入。null：不清楚；[]：没有。",
        "rate": "比率，如 35%",
        "money": "金额，如 1200000.00",
        "count": "整数",
        "number": "数",
        "flag": "true（是）或 false（否）",
        "date": "日期，如 2023-08-01",
        "text": "文字",
        "choice": "选项",
    },
}
_SAFE_KEY = re.compile(r"[^\W\d]\w*")
_AMBIGUOUS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_HISTORY = {"rule": None, "date": None, "amount": None, "key": None, "record": None}


def template(program: Program) -> dict[str, Any]:
    """The blank as a document: every fact, list and the history null, which means unknown."""
    subject = program.subject
    return {
        "as_of": None,
        subject.name: {d.name: None for d in askable(subject)},
        **{e.name: None for e in _children(program, subject)},
        "history": None,
        "outside": None,
        "decided": None,
    }


def template_text(program: Program, form: Literal["json", "yaml"] = "yaml", lang: str = "en") -> str:
    """The blank as a file's text, with words in `lang` (`en` or `zh`).

    YAML tells title, type and question of each fact in comments. JSON has no comments: one
    blank record of each list stands under `$comment`, which is never read.
    """
    if form == "yaml":
        return "\n".join(_yaml(program, _WORDS.get(lang, _WORDS["en"]))) + "\n"
    words = _WORDS.get(lang, _WORDS["en"])
    blanks = {e.name: [_blank(program, e)] for e in _children(program, program.subject)}
    comment = {"": words["comment"], **blanks, "history": [_HISTORY]}
    return json.dumps({"$comment": comment, **template(program)}, ensure_ascii=False, indent=2) + "\n"


def _children(program: Program, parent: Entity) -> tuple[Entity, ...]:
    return tuple(e for e in program.entities if e.parent == parent.name)


def _blank(program: Program, entity: Entity) -> dict[str, Any]:
    made: dict[str, Any] = {d.name: None for d in askable(entity)}
    made.update({e.name: [_blank(program, e)] for e in _children(program, entity)})
    return made


def _yaml(program: Program, words: dict[str, str]) -> Iterator[str]:
    policy = program.policy
    yield f"# {words['head'].format(policy=_line(policy.title or policy.name))}"
    yield f"as_of: null  # {words['as_of']}"
    subject = program.subject
    yield ""
    if subject.label:
        yield f"# {_line(subject.label)}"
    yield f"{_key(subject.name)}:{'' if askable(subject) else ' {}'}"
    for decl in askable(subject):
        yield from _fact(decl, "  ", words)
    for entity in _children(program, subject):
        yield ""
        yield f"{_key(entity.name)}: null{f'  # {_line(entity.label)}' if entity.label else ''}"
        yield f"## {words['list']}"
        yield f"# {_key(entity.name)}:"
        yield from (f"# {line}" for line in _item(program, entity, "  ", words))
    yield from _tail(program, words)


def _tail(program: Program, words: dict[str, str]) -> Iterator[str]:
    yield ""
    yield f"history: null  # {words['history']}"
    rule = next((r.name for r in program.rules if r.pays), "…")
    yield "# history:"
    yield f"#   - {{rule: {_key(rule)}, date: 2023-05-01, amount: 100000.00, key: null, record: null}}"
    yield ""
    yield f"outside: null  # {words['outside']}"
    figures = open_figures(program)
    if figures:
        yield ""
        yield f"decided: null  # {words['decided'].format(rules=', '.join(figures))}"


def _item(program: Program, entity: Entity, indent: str, words: dict[str, str]) -> Iterator[str]:
    """One blank record of a list; its dash stands on a line of its own, so that any first key may follow."""
    yield f"{indent}-{'' if askable(entity) or _children(program, entity) else ' {}'}"
    for decl in askable(entity):
        yield from _fact(decl, indent + "  ", words)
    for child in _children(program, entity):
        yield f"{indent}  {_key(child.name)}:{f'  # {_line(child.label)}' if child.label else ''}"
        yield from _item(program, child, indent + "    ", words)


def _fact(decl: FactDecl, indent: str, words: dict[str, str]) -> Iterator[str]:
    said = [_line(w) for w in (decl.label, decl.ask) if w]
    if said:
        yield f"{indent}# {' · '.join(said)}"
    kind = words[decl.kind.value]
    if decl.kind is Kind.CHOICE:
        options = ", ".join(_key(o.name) + (f" ({_line(o.label)})" if o.label else "") for o in decl.options)
        kind = f"{words['options']}: {options}"
    yield f"{indent}{_key(decl.name)}: null  # {kind}"


def _key(name: str) -> str:
    safe = _SAFE_KEY.fullmatch(name) and name.lower() not in _AMBIGUOUS
    return name if safe else json.dumps(name, ensure_ascii=False)


def _line(text: str) -> str:
    """Words fit for a comment: on one line."""
    return readable(" ".join(text.split()), 500)
