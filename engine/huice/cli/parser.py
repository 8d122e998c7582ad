"""The arguments of every command; wrong use ends in a finding that says what to type instead."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from huice.cli.helppage import page, usage_line
from huice.cli.language import LANGUAGES
from huice.cli.stop import Stop, hint, usage

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["COMMANDS", "parse"]

COMMANDS = ("check", "fmt", "decide", "test", "coverage", "facts", "explain")

_Words = Mapping[str, str]


def parse(arguments: Sequence[str], words: _Words) -> argparse.Namespace:
    """The options of one command.

    Raises Stop (wrong use) and SystemExit (a help page or the version was shown).
    """
    command = _command(arguments)
    # Only the parser that will be used is built: starting up is most of what a small case costs.
    top = _build(words, (command,) if command else COMMANDS)
    try:
        options, extra = top.parse_known_args(list(arguments))
    except Stop:
        # A mistyped option is the likelier mistake than the argument it seems to have swallowed.
        _refuse_unknown_options(top, arguments)
        raise
    _refuse_unknown_options(top, arguments)
    if extra:
        raise usage("U107", command=f" {command}", word=extra[0], example=_example(command, words))
    if options.command is None:
        raise usage("U108")
    return options


class _Parser(argparse.ArgumentParser):
    """argparse with our own help pages and findings instead of its words."""

    def __init__(self, command: str, words: _Words, prog: str = "huice") -> None:
        super().__init__(prog=prog, add_help=False, allow_abbrev=False)
        self.command = command
        self.words = words
        self.subcommands: dict[str, _Parser] = {}
        self.add_argument("-h", "--help", action="help", help=words["option.help"])

    def format_help(self) -> str:
        return page(self, self.command, self.words)

    def format_usage(self) -> str:
        return usage_line(self.command, self.words) + "\n"

    def option_names(self) -> list[str]:
        return [name for action in self._actions for name in action.option_strings]

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        word, choices = str(value), [str(c) for c in action.choices]
        if isinstance(action, argparse._SubParsersAction):
            raise usage("U101", word=word, hint=hint(word, choices))
        option = "/".join(action.option_strings)
        raise usage("U105", word=word, option=option, choices=choices, hint=hint(word, choices))

    def error(self, message: str) -> NoReturn:
        """Turn argparse's sentence (always English: it has no catalogue installed) into a finding."""
        command = f" {self.command}" if self.command else ""
        example = _example(self.command, self.words)
        if match := re.fullmatch(r"the following arguments are required: (.+)", message, re.DOTALL):
            raise usage("U103", command=command, missing=match[1], example=example)
        if match := re.fullmatch(r"argument (\S+): expected .*", message, re.DOTALL):
            raise usage("U104", option=match[1], example=example)
        raise usage("U109", command=command, detail=message, example=example)


def _example(command: str, words: _Words) -> str:
    return words[f"{command}.examples" if command else "examples"].split("\n")[0]


def _refuse_unknown_options(top: _Parser, arguments: Sequence[str]) -> None:
    command = _command(arguments)
    parser = top.subcommands.get(command)
    known = [*top.option_names(), *(parser.option_names() if parser else ())]
    for argument in arguments:
        if argument == "--":
            return
        name = argument.partition("=")[0]
        if len(argument) > 1 and argument.startswith("-") and name not in known:
            where = f" {command}" if command else ""
            raise usage("U102", command=where, word=name, hint=hint(name, known), example=_example(command, top.words))


def _command(arguments: Sequence[str]) -> str:
    """The command that the arguments name: the first word that is no option; empty where there is none."""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--lang":
            next(rest, None)
        elif not argument.startswith("-"):
            return argument if argument in COMMANDS else ""
    return ""


def _day(text: str) -> dt.date:
    import datetime as dt

    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise usage("U106", word=text)


class _Version(argparse.Action):
    """Prints the version; looks it up only then."""

    def __init__(self, option_strings: Sequence[str], dest: str, **rest: Any) -> None:
        super().__init__(option_strings, argparse.SUPPRESS, nargs=0, **rest)

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        import huice

        print(f"huice {huice.__version__}")
        parser.exit()


def _build(words: _Words, names: Sequence[str]) -> _Parser:
    top = _Parser("", words)
    top.add_argument("--version", action=_Version, help=words["option.version"])
    _language(top, words)
    commands = top.add_subparsers(dest="command", parser_class=_Parser)
    for name in names:
        # `help` makes the command appear in the list; the rest of the page is our own.
        parser = commands.add_parser(name, command=name, words=words, help=words[name])
        _ARGUMENTS[name](parser, words)
        _language(parser, words)
        top.subcommands[name] = parser
    return top


def _language(parser: _Parser, words: _Words) -> None:
    """`--lang` may stand before or after the command; what is not written must not overwrite."""
    parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=words["option.lang"])


def _format(parser: _Parser, words: _Words, default: str | None = "text") -> None:
    parser.add_argument("--format", choices=("text", "json"), default=default, help=words["option.format"])


def _check(parser: _Parser, words: _Words) -> None:
    parser.add_argument("paths", nargs="+", metavar=words["check.paths.name"], help=words["check.paths"])
    _format(parser, words)


def _fmt(parser: _Parser, words: _Words) -> None:
    parser.add_argument("paths", nargs="+", metavar=words["fmt.paths.name"], help=words["fmt.paths"])
    parser.add_argument("--check", action="store_true", help=words["fmt.check"])
    parser.add_argument("--spelling", choices=LANGUAGES, help=words["fmt.spelling"])
    _format(parser, words)


def _decide(parser: _Parser, words: _Words) -> None:
    parser.add_argument("policy", metavar=words["decide.policy.name"], help=words["decide.policy"])
    parser.add_argument("facts", metavar=words["decide.facts.name"], help=words["decide.facts"])
    parser.add_argument("--as-of", type=_day, metavar=words["decide.as_of.name"], help=words["decide.as_of"])
    parser.add_argument("--no-history", action="store_true", help=words["decide.no_history"])
    parser.add_argument("--full", action="store_true", help=words["decide.full"])
    # Unset, so that JSON Lines can answer in kind.
    _format(parser, words, default=None)


def _test(parser: _Parser, words: _Words) -> None:
    parser.add_argument("paths", nargs="+", metavar=words["test.paths.name"], help=words["test.paths"])
    parser.add_argument("--update", action="store_true", help=words["test.update"])
    _format(parser, words)


def _coverage(parser: _Parser, words: _Words) -> None:
    parser.add_argument("policy", metavar=words["coverage.policy.name"], help=words["coverage.policy"])
    _format(parser, words)


def _facts(parser: _Parser, words: _Words) -> None:
    parser.add_argument("policy", metavar=words["facts.policy.name"], help=words["facts.policy"])
    parser.add_argument("--template", action="store_true", help=words["facts.template"])
    parser.add_argument("--format", choices=("json", "yaml"), help=words["facts.format"])


def _explain(parser: _Parser, words: _Words) -> None:
    parser.add_argument("code", metavar=words["explain.code.name"], help=words["explain.code"])
    _format(parser, words)


_ARGUMENTS = {
    "check": _check,
    "fmt": _fmt,
    "decide": _decide,
    "test": _test,
    "coverage": _coverage,
    "facts": _facts,
    "explain": _explain,
}
