"""`huice fmt`: lay out policy files in place, all of them or none."""

from __future__ import annotations

from argparse import Namespace
from typing import NamedTuple

from huice.cli.console import Console
from huice.cli.files import STDIN, policy_files, read_text
from huice.cli.replace import replace_all
from huice.cli.stop import FINDINGS, FINE, Stop, usage
from huice.diagnostics import Diagnostic, HuiceError

__all__ = ["run"]


class _Laid(NamedTuple):
    path: str
    before: str
    after: str


def run(options: Namespace, console: Console) -> int:
    """Format the files named; with `--check` write nothing and exit with 1 where one would change."""
    if STDIN in options.paths:
        return _through(options, console)
    laid, found = [], list[Diagnostic]()
    for path in policy_files(options.paths):
        before = read_text(path)
        try:
            laid.append(_Laid(path, before, _format(before, path, options.spelling)))
        except HuiceError as broken:
            found += broken.diagnostics
    if found:
        raise Stop(found, FINDINGS)
    changed = [x for x in laid if x.after != x.before]
    if not options.check:
        replace_all({x.path: x.after for x in changed})
    _report(options, console, [x.path for x in changed], len(laid))
    return FINDINGS if options.check and changed else FINE


def _through(options: Namespace, console: Console) -> int:
    """Standard input to standard output; with `--check` only the exit code."""
    if options.paths != [STDIN]:
        raise usage("U112")
    before = read_text(STDIN)
    after = _format(before, "<stdin>", options.spelling)
    if options.check:
        return FINE if before == after else FINDINGS
    console.out(after)
    return FINE


def _format(text: str, name: str, spelling: str | None) -> str:
    """The text laid out.

    Raises HuiceError where it has mistakes.
    """
    from huice.api import format as lay_out

    return lay_out(text, spelling, name)


def _report(options: Namespace, console: Console, changed: list[str], files: int) -> None:
    if options.format == "json":
        console.json({"changed": changed, "files": files, "written": bool(changed) and not options.check})
        return
    for path in changed:
        console.line("fmt.would" if options.check else "fmt.changed", path=path)
    console.line("fmt.done.check" if options.check else "fmt.done", changed=len(changed), files=files)
