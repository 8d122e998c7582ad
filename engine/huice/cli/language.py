"""Which language to speak: what the user asks for, else the locale's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

__all__ = ["LANGUAGES", "choose"]

LANGUAGES = ("en", "zh")

#: In the order in which POSIX lets them decide; LANGUAGE is GNU's list of preferences.
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """`en` or `zh`; known before the arguments are parsed, because parsing speaks it too."""
    return _asked(arguments) or _locale(environment)


def _asked(arguments: Sequence[str]) -> str | None:
    for position, argument in enumerate(arguments):
        if argument == "--":
            return None
        value = argument.removeprefix("--lang=")
        if argument == "--lang" and position + 1 < len(arguments):
            value = arguments[position + 1]
        if argument.startswith("--lang") and value in LANGUAGES:
            return value
    return None


def _locale(environment: Mapping[str, str]) -> str:
    for name in _VARIABLES:
        value = environment.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
