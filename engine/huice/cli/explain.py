"""`huice explain`: what a code means."""

from __future__ import annotations

from argparse import Namespace

from huice.cli.console import Console
from huice.cli.stop import FINE, hint, usage
from huice.messages import all_messages, lookup
from huice.render.codes import code_dict, code_text

__all__ = ["run"]


def run(options: Namespace, console: Console) -> int:
    """Show one code's message and what lies behind it."""
    code = options.code.strip("[] ").upper()
    try:
        message = lookup(code)
    except KeyError:
        known = [m.code for m in all_messages()]
        raise usage("U110", word=options.code, hint=hint(code, known)) from None
    if options.format == "json":
        console.json(code_dict(message, console.lang))
    else:
        console.out(code_text(message, console.lang))
    return FINE
