"""`huice check`: every finding of every file."""

from __future__ import annotations

from argparse import Namespace

from huice.cli.console import Console
from huice.cli.files import policy_files
from huice.cli.stop import FINDINGS, FINE
from huice.diagnostics import Diagnostic
from huice.render.diagnostics import diagnostic_text, summary

__all__ = ["run"]


def run(options: Namespace, console: Console) -> int:
    """Check the files named; exit code 1 on errors or warnings."""
    from huice.api import diagnose

    files = policy_files(options.paths)
    found: list[Diagnostic] = [d for path in files for d in diagnose(path)]
    if options.format == "json":
        console.json({**console.findings_dict(found), "files": files})
    else:
        for diagnostic in found:
            console.out(diagnostic_text(diagnostic, console.lang, colour=console.colour()) + "\n\n")
        key = "check.done.one" if len(files) == 1 else "check.done"
        console.line(key, files=len(files), summary=summary(found, console.lang))
    return FINDINGS if any(d.level != "note" for d in found) else FINE
