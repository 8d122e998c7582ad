"""Case files: which files are case files, which policy each is for, and the cases in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import frozen

from huice.cases.csv_cases import csv_cases
from huice.cases.documents import Document
from huice.cases.model import Case
from huice.cases.nodes import Node, Pairs, Scalar, read_yaml
from huice.cases.yaml_cases import yaml_cases
from huice.core.program import Program
from huice.diagnostics import Diagnostic

__all__ = ["SUFFIXES", "CaseFile", "beside", "is_case_file", "open_case_file", "policy_beside"]

#: Endings of case files.
SUFFIXES = (".yaml", ".yml", ".csv")


@frozen(eq=False)
class CaseFile:
    """A case file that was read; its cases are built once its policy is known."""

    document: Document
    policy: Path | None
    root: Node | None

    def cases(self, program: Program, report: Callable[[Diagnostic], None]) -> tuple[Case, ...]:
        """Its cases, in file order; mistakes go to `report`."""
        if self.document.path.suffix.lower() == ".csv":
            return csv_cases(self.document, program, report)
        return yaml_cases(self.document, self.root, program, report) if self.root is not None else ()


def is_case_file(path: Path) -> bool:
    """Whether a directory's file is taken for a case file: `*.cases.yaml`, `.yml` or `.csv`."""
    return path.suffix.lower() in SUFFIXES and path.stem.endswith(".cases") and not path.name.startswith(".")


def policy_beside(path: Path) -> Path | None:
    """The policy that a case file lies beside: `x.cases.csv` and `x.edges.cases.csv` belong to `x.rules`."""
    stem = path.stem.removesuffix(".cases")
    while stem:
        rules = path.with_name(f"{stem}.rules")
        if rules.is_file():
            return rules
        stem = stem.rpartition(".")[0]
    return None


def beside(policy: Path) -> Iterator[Path]:
    """The case files that lie beside a policy, by name."""
    try:
        names = sorted(p for p in policy.parent.iterdir() if p.name.startswith(f"{policy.stem}."))
    except OSError:
        return
    yield from (p for p in names if is_case_file(p) and policy_beside(p) == policy)


def open_case_file(document: Document, report: Callable[[Diagnostic], None]) -> CaseFile:
    """Read a case file as far as its policy is named; mistakes go to `report`."""
    root = None
    named: Path | None = None
    if document.path.suffix.lower() != ".csv":
        root = read_yaml(document.source, report)
        node = root.get("policy") if isinstance(root, Pairs) else None
        if node is not None and not (isinstance(node, Scalar) and node.text):
            report(Diagnostic.at("C141", document.source, node.span))
            return CaseFile(document, None, None)
        if isinstance(node, Scalar):
            named = document.path.parent / node.text
            if not named.is_file():
                report(Diagnostic.at("C140", document.source, node.span, policy=node.text))
                return CaseFile(document, None, None)
    policy = named or policy_beside(document.path)
    if policy is None:
        report(Diagnostic.about("C142", None, file=str(document.path), stem=document.path.stem.removesuffix(".cases")))
    return CaseFile(document, policy, root)
