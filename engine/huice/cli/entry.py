"""One run of the program: language, arguments, command, exit code; nothing may end in a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from huice.cli import stop
from huice.cli.console import Console
from huice.cli.language import choose

if TYPE_CHECKING:
    from argparse import Namespace

    from huice.diagnostics import Diagnostic

__all__ = ["run"]


def run(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code and raises nothing."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    lang = choose(arguments, os.environ)
    console = Console(lang, _words(lang))
    try:
        code = _guarded(arguments, console)
        sys.stdout.flush()
        sys.stderr.flush()
        return code
    except KeyboardInterrupt:
        return stop.INTERRUPTED
    except BrokenPipeError:
        return _hang_up()
    except Exception as fault:  # the findings themselves could not be told
        return _last_word(fault, console, _form(None, arguments))


def _words(lang: str) -> Mapping[str, str]:
    page: Mapping[str, str] = import_module(f"huice.cli.words_{lang}").WORDS
    return page


def _guarded(arguments: Sequence[str], console: Console) -> int:
    """The command's exit code; whatever it raises becomes findings."""
    options: Namespace | None = None
    try:
        from huice.cli.parser import parse

        options = parse(arguments, console.words)
        command = import_module(f"huice.cli.{_MODULES[options.command]}")
        return int(command.run(options, console))
    except SystemExit as end:  # argparse leaves this way after a help page
        return end.code if isinstance(end.code, int) else stop.FINE
    except BrokenPipeError:
        raise
    except Exception as fault:
        form = _form(options, arguments)
        if isinstance(fault, stop.Stop):
            console.findings(fault.diagnostics, form=form)
            if fault.exit_code == stop.WRONG_USE and options is None:
                _show_usage(arguments, console)
            return fault.exit_code
        diagnostics = _carried(fault)
        if diagnostics is not None:
            console.findings(diagnostics, form=form)
            return stop.FINDINGS
        return _apologise(fault, console, form)


#: Command → module; the names differ where a module of that name would hide another.
_MODULES = {
    "check": "check",
    "fmt": "fmt",
    "decide": "decide",
    "test": "run_tests",
    "coverage": "coverage",
    "facts": "facts",
    "explain": "explain",
}


def _form(options: Namespace | None, arguments: Sequence[str]) -> str:
    """How findings are wanted; read off the raw arguments where these could not be parsed."""
    if options is not None:
        return getattr(options, "format", None) or "text"
    wanted = " ".join(arguments).replace("--format=", "--format ")
    return "json" if "--format json" in wanted else "text"


def _show_usage(arguments: Sequence[str], console: Console) -> None:
    from huice.cli.helppage import usage_line

    command = next((a for a in arguments if a in _MODULES), "")
    console.aside(usage_line(command, console.words) + "\n")


def _carried(fault: Exception) -> tuple[Diagnostic, ...] | None:
    """The findings of a HuiceError; None for anything else."""
    from huice.diagnostics import HuiceError

    return fault.diagnostics if isinstance(fault, HuiceError) else None


def _apologise(fault: Exception, console: Console, form: str) -> int:
    """Say that the program is at fault; where it happened is shown only to who asks for it."""
    if os.environ.get("HUICE_DEBUG") == "1":
        import traceback

        console.aside(traceback.format_exc())
    console.findings(stop.usage("U900", fault=type(fault).__name__).diagnostics, form=form)
    return stop.FAULT


def _last_word(fault: Exception, console: Console, form: str) -> int:
    """Apologise, and where even that fails say the least that can be said."""
    try:
        return _apologise(fault, console, form)
    except Exception:
        sys.stderr.write(f"huice: {type(fault).__name__}\n")
        return stop.FAULT


def _speak_utf8() -> None:
    """UTF-8 whatever the locale: amounts and reasons are Chinese more often than not."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _hang_up() -> int:
    """The reader has gone (`huice … | head`): leave quietly, with nothing left to flush at exit."""
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, sys.stdout.fileno())
        os.close(silent)
    except (OSError, ValueError):  # a stream that is no file has nothing to flush
        pass
    return stop.READER_GONE
