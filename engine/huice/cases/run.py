"""Running cases: find them, decide each, compare, and tell what they cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from huice.cases.compare import compare
from huice.cases.cover import cover
from huice.cases.documents import Document, os_reason, read_document
from huice.cases.examples import example_cases
from huice.cases.files import beside, is_case_file, open_case_file
from huice.cases.model import Case, Outcome, PolicyReport, TestReport
from huice.cases.update import Rewrite, rewrite_case
from huice.decide.decision import Result
from huice.diagnostics import Diagnostic, HuiceError, has_errors

if TYPE_CHECKING:
    from huice.api import Policy

__all__ = ["run_paths"]


def run_paths(paths: Iterable[str | Path], *, update: bool = False) -> TestReport:
    """Run the cases of each path: a policy (its examples and the case files beside it), a case file, or a folder.

    Raises nothing: whatever is wrong with a file or a case stands in the report. With `update`,
    expectations that differ are rewritten to what came out, in all files or (if any of them
    had an error) in none, and the report shows the run after that.
    """
    given = tuple(Path(p) for p in paths)
    run = _Run()
    report = run.run(given)
    if not update:
        return report
    if has_errors(report.all_diagnostics()):
        note = Diagnostic.about("C180", None, level="warning")
        return evolve(report, diagnostics=(*report.diagnostics, note))
    rewrite = Rewrite()
    found = list(run.rewrite(rewrite))
    files = rewrite.write(found.append)
    if not files:
        return evolve(report, diagnostics=(*report.diagnostics, *found))
    again = _Run().run(given)
    return evolve(again, diagnostics=(*again.diagnostics, *found), rewritten=rewrite.count, files=files)


@define
class _Suite:
    """One policy with all its cases, as they are gathered and run."""

    policy: Policy
    path: Path
    document: Document
    cases: list[tuple[Case, Document]] = field(factory=list)
    decided: list[tuple[Case, Document, Result]] = field(factory=list)


class _Run:
    """One run over some paths."""

    def __init__(self) -> None:
        self._suites: dict[Path, _Suite | None] = {}
        self._opened: set[Path] = set()
        self._examples: set[Path] = set()
        self._found: list[Diagnostic] = []

    def run(self, paths: Sequence[Path]) -> TestReport:
        for path in paths:
            try:
                path.resolve()
            except (OSError, ValueError, RuntimeError) as error:  # links in a circle, characters no path can have
                self._found.append(
                    Diagnostic.about("C101", None, file=str(path), path=str(path), reason=os_reason(error))
                )
                continue
            self._gather(path)
        suites = [s for s in self._suites.values() if s is not None]
        reports = tuple(self._report(suite) for suite in suites)
        return TestReport(reports, tuple(self._found))

    def rewrite(self, into: Rewrite) -> Iterator[Diagnostic]:
        """Gather the edits of every case that was decided; yield what cannot be rewritten."""
        found: list[Diagnostic] = []
        for suite in self._suites.values():
            for case, document, result in suite.decided if suite else ():
                rewrite_case(case, result, document, into, found.append)
        yield from found

    # Gathering

    def _gather(self, path: Path) -> None:
        if path.is_dir():
            files = [p for p in sorted(path.rglob("*")) if not _hidden(p, path) and p.is_file()]
            policies = [p for p in files if p.suffix == ".rules"]
            wanted = policies + [p for p in files if is_case_file(p)]
            if not wanted:
                self._found.append(Diagnostic.about("C143", None, file=str(path), path=str(path)))
            for file in wanted:
                self._gather(file)
        elif path.suffix == ".rules":
            self._gather_examples(path)
            for file in beside(path):
                self._gather_file(file)
        elif path.suffix.lower() in (".yaml", ".yml", ".csv") or not path.exists():
            self._gather_file(path)
        else:
            self._found.append(Diagnostic.about("C144", None, file=str(path), path=path.name))

    def _gather_examples(self, path: Path) -> None:
        suite = self._suite(path)
        if suite is None or path.resolve() in self._examples:
            return
        self._examples.add(path.resolve())
        tree = suite.policy.tree
        if tree is not None:
            cases = example_cases(tree, suite.policy.program, suite.document.source, self._found.append, path)
            suite.cases += [(case, suite.document) for case in cases]

    def _gather_file(self, path: Path) -> None:
        if path.resolve() in self._opened:
            return
        self._opened.add(path.resolve())
        try:
            document = read_document(path)
        except HuiceError as error:
            self._found += error.diagnostics
            return
        opened = open_case_file(document, self._found.append)
        suite = self._suite(opened.policy) if opened.policy else None
        if suite is not None:
            suite.cases += [(case, document) for case in opened.cases(suite.policy.program, self._found.append)]

    def _suite(self, path: Path) -> _Suite | None:
        """The policy at `path` with its cases so far; None (and its findings reported, once) if it has errors."""
        key = path.resolve()
        if key not in self._suites:
            self._suites[key] = self._load(path)
        return self._suites[key]

    def _load(self, path: Path) -> _Suite | None:
        from huice.api import load

        try:
            document = read_document(path)
            policy = load(path)
            _ = policy.program  # a fragment has none, and says so
        except HuiceError as error:
            self._found += error.diagnostics
            return None
        aligned = document.aligned(policy.source)
        if aligned is None:
            self._found.append(Diagnostic.about("C183", None, file=str(path), path=str(path)))
            return None
        return _Suite(policy, path, aligned)

    # Deciding

    def _report(self, suite: _Suite) -> PolicyReport:
        outcomes = tuple(_decide(suite, case, document) for case, document in suite.cases)
        policy = suite.policy
        coverage = cover(policy.program, policy.source, [result for _, _, result in suite.decided])
        return PolicyReport(policy.name, policy.title, str(suite.path), outcomes, coverage)


def _decide(suite: _Suite, case: Case, document: Document) -> Outcome:
    if case.as_of is None and "as_of" not in case.facts:
        return Outcome(case, diagnostics=(Diagnostic.at("C120", case.source, case.span, name=case.name),))
    try:
        result = suite.policy.decide(case.facts, as_of=case.as_of).result
    except HuiceError as error:
        return Outcome(case, diagnostics=tuple(case.placed(d) for d in error.diagnostics))
    suite.decided.append((case, document, result))
    return Outcome(case, compare(case, result))


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)
