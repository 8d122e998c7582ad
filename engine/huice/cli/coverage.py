"""`huice coverage`: a policy against its official text."""

from __future__ import annotations

from argparse import Namespace

from huice.cli.console import Console
from huice.cli.files import policy_file
from huice.cli.stop import FINDINGS, FINE

__all__ = ["run"]


def run(options: Namespace, console: Console) -> int:
    """Compare one policy with its text; exit code 1 where anything differs or is left out."""
    path = policy_file(options.policy)
    from huice.api import load
    from huice.cases.coverage_text import coverage
    from huice.render.official import coverage_dict, coverage_text

    report = coverage(load(path))
    if options.format == "json":
        console.json(coverage_dict(report, console.lang))
    else:
        console.out(coverage_text(report, console.lang, colour=console.colour()))
    return FINE if report.ok else FINDINGS
