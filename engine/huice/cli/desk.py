"""The policies that a case is decided under: one, or every one of a folder that is in force."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING, Any

from huice.cli.files import policy_file, policy_files
from huice.cli.stop import FINDINGS, Stop
from huice.diagnostics import Diagnostic, HuiceError, has_errors

if TYPE_CHECKING:
    from huice.api import Policy
    from huice.cli.show import Shown
    from huice.render.together import Together

__all__ = ["Desk"]


class Desk:
    """Decides cases under one policy or under a folder of them; loads each policy once."""

    def __init__(self, policies: tuple[Policy, ...], folder: bool, facts_name: str) -> None:
        self._policies = policies
        self._folder = folder
        self._facts_name = facts_name

    @classmethod
    def open(cls, path: str, facts_name: str) -> Desk:
        """Load a policy file, a policy of the library by its name, or a whole folder.

        Raises Stop with the findings of every policy that cannot be used.
        """
        folder = os.path.isdir(path)
        files = policy_files([path]) if folder else [policy_file(path)]
        return cls(tuple(_load(files)), folder, facts_name)

    def decide(self, raw: Any, as_of: dt.date | None) -> Shown:
        """Decide one case; `as_of` beats the date in the facts.

        Raises HuiceError where the facts are wrong.
        """
        if not self._folder:
            policy = self._policies[0]
            facts = policy.check_facts(raw, as_of=as_of, file=self._facts_name)
            return policy.decide(facts, as_of=as_of).result
        return self._all(raw, as_of)

    def _all(self, raw: Any, as_of: dt.date | None) -> Together:
        """Facts are checked against all vocabularies at once: a name is wrong only if no policy knows it."""
        from huice.facts.validate import validate_many
        from huice.render.together import Together

        programs = [p.program for p in self._policies]
        facts, found = validate_many(programs, raw, file=self._facts_name, as_of=as_of)
        if facts is None or has_errors(found):
            raise HuiceError(found)
        date = as_of or facts[0].as_of
        if date is None:  # the caller gives a date wherever the facts have none
            raise HuiceError(found)
        results, out = [], []
        for policy, known in zip(self._policies, facts, strict=True):
            window = policy.program.policy.window
            if window is None or _holds(window.start, date, window.end):
                results.append(policy.decide(known, as_of=date).result)
            else:
                out.append(policy.name)
        return Together(date, tuple(results), tuple(out))


def _holds(start: dt.date | None, day: dt.date, end: dt.date | None) -> bool:
    """Both days of a window are included; a bound that is not written is open."""
    return (start is None or start <= day) and (end is None or day <= end)


def _load(files: list[str]) -> list[Policy]:
    from huice.api import load

    policies: list[Policy] = []
    found: list[Diagnostic] = []
    for file in files:
        try:
            policies.append(load(file, cache=True))
        except HuiceError as broken:
            found += broken.diagnostics
    if found:
        raise Stop(found, FINDINGS)
    return policies
