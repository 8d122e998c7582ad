"""From the grammar files to a parser: build it, write it out as a module, load it.

The stand-alone module `_tables.py` is made when the package is built; in a checkout whose
grammar is newer (or that was never built) the parser is made in memory instead. Nothing of
the package is imported at the top, so that the build can run this file on its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["Grammar", "build_parser", "fingerprint", "grammar_text", "keyword_table", "load", "write_tables"]

KeywordTable = Mapping[str, Mapping[str, Mapping[str, list[str]]]]


class Grammar(NamedTuple):
    """What parsing needs: a maker of parsers, the error it raises, and the keyword table."""

    make: Callable[..., Any]
    unexpected: type[Exception]
    keywords: KeywordTable
    fingerprint: str


def keyword_table(folder: Path) -> KeywordTable:
    """The keyword table: group → terminal → spellings by language."""
    import tomllib

    table: KeywordTable = tomllib.loads((folder / "keywords.toml").read_text("utf-8"))
    return table


def grammar_text(folder: Path) -> str:
    """The grammar with the keyword table's terminals declared."""
    table = keyword_table(folder)
    names = [name for group in table if group != "reserved" for name in table[group]]
    return (folder / "huice.lark").read_text("utf-8") + "\n%declare " + " ".join(names) + "\n"


def fingerprint(folder: Path) -> str:
    """Changes whenever the grammar or the keyword table does."""
    import hashlib

    digest = hashlib.sha256()
    for name in ("huice.lark", "keywords.toml"):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


def build_parser(folder: Path, **options: Any) -> Any:
    """The LALR(1) parser of the grammar in `folder`.

    Lark settles shift/reduce conflicts without a word, so it is made to talk and listened to.

    Raises ValueError if the grammar has a conflict of any kind.
    """
    import logging
    from io import StringIO

    from lark import Lark
    from lark.exceptions import GrammarError
    from lark.utils import logger

    make = partial(
        Lark,
        grammar_text(folder),
        start="file",
        parser="lalr",
        lexer="contextual",
        keep_all_tokens=True,
        maybe_placeholders=False,
    )
    said = StringIO()
    handler = logging.StreamHandler(said)
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        # A debugging parser reports conflicts but cannot be written out: hence a second one.
        make(debug=True)
    except GrammarError as error:
        raise ValueError(f"the grammar has a conflict:\n{error}") from error
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
    if "conflict" in said.getvalue().lower():
        raise ValueError(f"the grammar has a conflict:\n{said.getvalue()}")
    return make(**options)


def write_tables(folder: Path, target: Path) -> Path:
    """Write the stand-alone parser and the keyword table as one Python module.

    Raises ValueError as `build_parser` does; then nothing is written.
    """
    from io import StringIO

    from lark.tools import standalone

    out = StringIO()
    standalone.gen_standalone(build_parser(folder), out=out)  # type: ignore[no-untyped-call]
    out.write(f"\nKEYWORDS = {keyword_table(folder)!r}\nFINGERPRINT = {fingerprint(folder)!r}\n")
    temporary = target.with_suffix(".tmp")
    temporary.write_text("# Generated from grammar/; do not edit.\n" + out.getvalue(), "utf-8")
    temporary.replace(target)
    return target


@cache
def load() -> Grammar:
    """The grammar in force: the shipped tables, or the grammar folder where that is newer.

    Raises FileNotFoundError if there is neither.
    """
    from importlib import import_module

    from huice import resources

    folder = resources.grammar_dir()
    tables: Any = None
    with suppress(ImportError):
        tables = import_module("huice.syntax._tables")
    if tables is not None and (folder is None or fingerprint(folder) == tables.FINGERPRINT):
        return Grammar(tables.Lark_StandAlone, tables.UnexpectedToken, tables.KEYWORDS, tables.FINGERPRINT)
    if folder is None:
        raise FileNotFoundError("grammar")
    from lark.exceptions import UnexpectedToken

    return Grammar(
        partial(build_parser, folder),
        UnexpectedToken,
        keyword_table(folder),
        fingerprint(folder),
    )
