"""Documentation that is run: every command and every line of Python that a page shows, with what it really answers.

    python3 tools/make.py docs     write the present answers into the pages; review them as a diff

A page's `console` blocks hold commands (`$ …`) and their output; its `pycon` blocks hold Python (`>>> …`). The
blocks of one page run in order, in one copy of `policies/` and `examples/`; a comment `<!-- in: FOLDER -->`
says where. A line `…` stands for lines left out. Pages that end in `.zh.md` run in a Chinese locale. Blocks of other
kinds (`sh`, `python`) are not run. `tests/test_docs.py` fails where a page and the truth differ.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CUT = "…"
_BLOCK = re.compile(r"^```(?P<kind>console|pycon)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_FOLDER = re.compile(r"<!-- in: (?P<folder>\S+) -->")


def pages() -> list[Path]:
    """Every page with something to run."""
    found = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "policies").glob("*.md")]
    return sorted(p for p in found if _BLOCK.search(p.read_text("utf-8")))


def refreshed(page: Path) -> str:
    """The page's text with the present answers in it."""
    text = page.read_text("utf-8")
    folder = _FOLDER.search(text)
    with desk(chinese=page.name.endswith(".zh.md")) as (where, environment):
        here = where / folder["folder"] if folder else where
        space: dict[str, Any] = {}
        return _BLOCK.sub(lambda block: _answered(block, here, environment, space), text)


@contextlib.contextmanager
def desk(chinese: bool) -> Iterator[tuple[Path, dict[str, str]]]:
    """A copy of the files that commands in the pages speak of, and the environment to run them in."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "huice"
        for part in ("policies", "examples"):
            shutil.copytree(ROOT / part, folder / part)
        environment = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
            "HOME": name,
            "XDG_CACHE_HOME": str(Path(name) / "cache"),
            "COLUMNS": "100",
            # LANGUAGE alone: a shell complains of a locale that is not installed, and huice does not need one.
            "LANGUAGE": "zh_CN" if chinese else "en_GB",
            "PYTHONUTF8": "1",
        }
        if "PYTHONPATH" in os.environ:
            environment["PYTHONPATH"] = os.environ["PYTHONPATH"]
        yield folder, environment


def _answered(block: re.Match[str], here: Path, environment: dict[str, str], space: dict[str, Any]) -> str:
    body = block["body"]
    if block["kind"] == "console":
        parts = [_command(part, here, environment) for part in re.split(r"^(?=\$ )", body, flags=re.MULTILINE) if part]
    else:
        parts = [_python(part, here, space) for part in re.split(r"^(?=>>> )", body, flags=re.MULTILINE) if part]
    return f"```{block['kind']}\n{''.join(parts)}```"


def _command(part: str, here: Path, environment: dict[str, str]) -> str:
    """One command with its output; it may run on over lines that end in a backslash."""
    lines = part.splitlines(keepends=True)
    count = next((i for i, line in enumerate(lines, 1) if not line.rstrip("\n").endswith("\\")), len(lines))
    command = "".join(lines[:count])
    done = subprocess.run(
        ["bash", "-c", command[2:]],
        cwd=here,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
    )
    return command + _shortened(done.stdout.decode("utf-8"), lines[count:])


def _python(part: str, here: Path, space: dict[str, Any]) -> str:
    """One statement with what it prints."""
    lines = part.splitlines(keepends=True)
    count = next((i for i, line in enumerate(lines) if i and not line.startswith("... ")), len(lines))
    statement = "".join(line[4:] for line in lines[:count])
    said = io.StringIO()
    with contextlib.chdir(here), contextlib.redirect_stdout(said):
        try:
            exec(compile(statement, "<page>", "single"), space)
        except Exception as error:
            print(f"{type(error).__module__}.{type(error).__qualname__}: {error}")
    return "".join(lines[:count]) + _shortened(said.getvalue(), lines[count:])


def _shortened(output: str, shown: list[str]) -> str:
    """The output, with as many lines left out as the page leaves out (one gap at most)."""
    if output and not output.endswith("\n"):
        output += "\n"
    gap = next((i for i, line in enumerate(shown) if line.strip() == CUT), None)
    blank = "\n" if shown and not shown[-1].strip() else ""
    if gap is None:
        return output + blank
    lines = output.splitlines(keepends=True)
    tail = len(shown) - gap - 1 - (1 if blank else 0)
    return "".join([*lines[:gap], CUT + "\n", *lines[len(lines) - tail :]]) + blank


def diagnostics_page() -> str:
    """`docs/reference/diagnostics.md`: every code, in both languages."""
    from huice.messages import FAMILIES, all_messages

    out = [
        "# Diagnostics · 诊断代码\n",
        "\nGenerated from `engine/huice/messages/`; do not edit. `…` stands for the words of the file in question.",
        " `huice explain CODE` shows an entry on the command line.\n",
        "由 `engine/huice/messages/` 生成，请勿手工修改。`…` 处是具体文件里的字样。",
        "命令行用 `huice explain 代码` 查看。\n",
    ]
    family = ""
    for message in all_messages():
        if message.code[0] != family:
            family = message.code[0]
            out.append(f"\n## {_FAMILY[FAMILIES[family]]}\n")
        out.append(f"\n### {message.code} {message.en.title} · {message.zh.title}\n")
        for words, more in ((message.en, message.more_en), (message.zh, message.more_zh)):
            said = " ".join(part for part in map(_open, (words.text, words.help, more)) if part.strip("…`"))
            out.append(f"\n{said}\n")
    return "".join(out)


_FAMILY = {
    "syntax": "S: reading a policy · 读政策文件",
    "names": "N: names · 名称",
    "types": "T: kinds of value · 值的种类",
    "rules": "R: the shape of a policy · 政策的结构",
    "assumptions": "A: readings that the engine itself makes · 程序自己作的理解",
    "decisions": "D: deciding · 测算",
    "facts": "F: facts · 事实",
    "cases": "C: examples, case files, official texts · 示例、案例文件、原文",
    "usage": "U: the command line · 命令行",
}


def _open(template: str) -> str:
    """A template without its values; hints fall away."""
    text = re.sub(r"\{(\w+)\}", lambda slot: "" if slot[1] == "hint" else CUT, template)
    text = " ".join(text.replace("{{", "{").replace("}}", "}").split())
    return re.sub(r"(?<!`)<(?=\w)", "&lt;", text)


def words_table() -> str:
    """The keyword table as a page shows it: every spelling, what is reserved, and what cannot be a name."""
    from huice.syntax.grammar import load
    from huice.syntax.reserved import unusable_names

    table = load().keywords
    out = [
        "The first spelling of each language is the one that `huice fmt` writes; the others are read as well.\n",
        "`huice fmt` 写出每行的第一种写法，其余的也能读。\n",
    ]
    for group, title in _GROUPS.items():
        out.append(f"\n**{title}**\n\n| English | 中文 |\n| --- | --- |\n")
        for words in table[group].values():
            out.append(f"| {_codes(words.get('en', []))} | {_codes(words.get('zh', []))} |\n")
    later = [w for words in table["reserved"].values() for spelled in words.values() for w in spelled]
    out.append("\nIn the language, but not in this version (a file that uses one is told so): ")
    out.append(f"{_codes(dict.fromkeys(later), ' ')}.\n")
    out.append("\nClause words stay usable as names of facts, definitions and options, except for these: ")
    out.append(f"{_codes(unusable_names(), ' ')}.\n")
    return "".join(out)


_GROUPS = {"block": "Blocks · 段", "clause": "Clauses · 句", "type": "Types · 类型", "word": "Words inside · 其中的词"}


def _codes(words: Iterable[str], between: str = ", ") -> str:
    return between.join(f"`{word}`" for word in words)


_PART = re.compile(r"(?P<head><!-- generated: words -->\n).*?(?P<foot><!-- end -->)", re.DOTALL)


def generated() -> dict[Path, str]:
    """Pages, or parts of pages, that are written by this program alone."""
    reference = ROOT / "docs" / "reference"
    clauses = (reference / "clauses.md").read_text("utf-8")
    return {
        reference / "diagnostics.md": diagnostics_page(),
        reference / "clauses.md": _PART.sub(lambda part: part["head"] + words_table() + part["foot"], clauses),
    }


def main() -> None:
    """Bring every page up to date and say which changed."""
    os.environ.pop("HUICE_NO_CACHE", None)
    for path, text in generated().items():
        _write(path, text)
    for page in pages():
        _write(page, refreshed(page))


def _write(path: Path, text: str) -> None:
    if not path.exists() or path.read_text("utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        print(f"changed {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
