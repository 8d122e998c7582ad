"""`huice test`: examples and case files, expected against actual."""

from __future__ import annotations

from argparse import Namespace

from huice.cli.console import Console
from huice.cli.files import must_exist
from huice.cli.stop import FINDINGS, FINE

__all__ = ["run"]


def run(options: Namespace, console: Console) -> int:
    """Run every case of the paths named; exit code 1 where one does not pass."""
    from huice.cases.run import run_paths
    from huice.render.cases import cases_dict, cases_text

    report = run_paths([must_exist(path) for path in options.paths], update=options.update)
    if options.format == "json":
        console.json(cases_dict(report, console.lang))
    else:
        console.out(cases_text(report, console.lang, colour=console.colour()))
    return FINE if report.ok else FINDINGS
