"""The house keeps its own rules: small modules, no policy in the engine, no binary floats, everything documented."""

import ast
import re
import statistics
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ENGINE = ROOT / "engine" / "huice"
GENERATED = {"_tables.py"}

#: Modules longer than 600 lines, each with its reason.
LONG = {
    "syntax/tree.py": "one small class a node of the tree; splitting it would part what belongs together",
}
#: Where a binary float may be named or written. None of them is near money.
FLOATS = {
    "facts/findings.py": "shows a Python float that was given, to refuse it",
    "facts/numbers.py": "recognises a Python float that was given, to refuse it",
    "cases/nearest.py": "how alike two sentences are",
    "cases/vocabulary.py": "how alike two names are",
    "check/sink.py": "how alike two names are",
    "check/vocabulary.py": "how alike two names are",
    "cli/stop.py": "how alike two words are",
}


def modules() -> list[Path]:
    return sorted(p for p in ENGINE.rglob("*.py") if p.name not in GENERATED)


def names(path: Path) -> str:
    return path.relative_to(ENGINE).as_posix()


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    return {names(p): ast.parse(p.read_text("utf-8")) for p in modules()}


def test_modules_are_small() -> None:
    lengths = {names(p): len(p.read_text("utf-8").splitlines()) for p in modules()}
    median = statistics.median(lengths.values())
    print(f"{len(lengths)} modules, median {median} lines")
    assert median <= 150
    assert {name for name, lines in lengths.items() if lines > 600} <= set(LONG)


def test_no_policy_is_named_in_the_engine() -> None:
    policies = {p.stem for p in (ROOT / "policies").glob("*.rules")}
    words = re.compile("quanzhou|泉州|泉政|" + "|".join(policies), re.IGNORECASE)
    found = {names(p): words.findall(p.read_text("utf-8")) for p in modules()}
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_no_binary_floats(trees: dict[str, ast.Module]) -> None:
    found = set()
    for name, tree in trees.items():
        for node in ast.walk(tree):
            named = isinstance(node, ast.Name) and node.id == "float"
            written = isinstance(node, ast.Constant) and isinstance(node.value, float)
            if named or written:
                found.add(name)
    assert found <= set(FLOATS)


def test_what_is_public_is_documented(trees: dict[str, ast.Module]) -> None:
    bare = [f"{name}: {what}" for name, tree in trees.items() for what in undocumented(tree)]
    assert bare == []


def undocumented(tree: ast.Module) -> Iterator[str]:
    """The module, its public functions and classes, and the public methods of these that say nothing."""
    if not ast.get_docstring(tree) and tree.body:
        yield "the module"
    exported = next((e for e in map(exports, tree.body) if e is not None), None)
    for node in tree.body:
        seen = isinstance(node, ast.FunctionDef | ast.ClassDef) and is_public(node.name, exported)
        if seen and not ast.get_docstring(node):
            yield node.name


def exports(node: ast.stmt) -> set[str] | None:
    if isinstance(node, ast.Assign) and [t.id for t in node.targets if isinstance(t, ast.Name)] == ["__all__"]:
        return set(ast.literal_eval(node.value))
    return None


def is_public(name: str, exported: set[str] | None) -> bool:
    return name in exported if exported is not None else not name.startswith("_")


def test_types_are_shipped() -> None:
    assert resources.files("huice").joinpath("py.typed").is_file()


def test_every_room_is_in_the_picture() -> None:
    rooms = {p.name for p in ENGINE.iterdir() if p.is_dir() and p.name not in ("__pycache__", "data")}
    picture = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    assert {room for room in rooms if f"{room}/" not in picture} == set()
