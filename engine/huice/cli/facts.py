"""`huice facts`: the facts that a policy asks for, as a schema or as a blank to fill in."""

from __future__ import annotations

from argparse import Namespace

from huice.cli.console import Console
from huice.cli.files import policy_file
from huice.cli.stop import FINE

__all__ = ["run"]


def run(options: Namespace, console: Console) -> int:
    """Print the JSON Schema, or with `--template` a blank facts file."""
    path = policy_file(options.policy)
    from huice.api import load
    from huice.facts.schema import json_schema, template_text

    program = load(path).program
    if options.template:
        console.out(template_text(program, options.format or "yaml", console.lang))
    elif options.format == "yaml":
        import yaml

        console.out(yaml.safe_dump(json_schema(program), allow_unicode=True, sort_keys=False))
    else:
        console.json(json_schema(program))
    return FINE
