"""Makes the parser that is shipped, `engine/huice/syntax/_tables.py`, from the grammar in this folder.

Run by every build of the package (a hatchling hook, editable installs included) and by `make tables`.
The build fails on any grammar conflict.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SYNTAX = HERE.parent / "engine" / "huice" / "syntax"


def make() -> Path:
    """Write the tables.

    Raises ValueError if the grammar has a conflict.
    """
    # Run as a file: the package itself cannot be imported before it is built.
    grammar = runpy.run_path(str(SYNTAX / "grammar.py"))
    target: Path = grammar["write_tables"](HERE, SYNTAX / "_tables.py")
    return target


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, without hatchling
    pass
else:

    class TablesHook(BuildHookInterface):  # type: ignore[type-arg]
        """Makes the tables before anything is packed."""

        PLUGIN_NAME = "custom"

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Write the tables where the package will pick them up."""
            make()


if __name__ == "__main__":
    try:
        print(make())
    except ValueError as error:
        sys.exit(str(error))
