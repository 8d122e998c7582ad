"""Everything that is done with a checkout, in one place and with nothing but Python 3.11 or newer.

    python3 tools/make.py demo     install what is needed and decide a real case
    python3 tools/make.py test     install what is needed and run every check and test
    python3 tools/make.py help     the rest

`make demo`, `make test` and so on call this file. What is installed goes into `.venv` and nowhere else;
nothing is installed twice unless what it is made from has changed.
"""

from __future__ import annotations

import os
import sys

if sys.version_info < (3, 11):
    from shutil import which

    for newer in ("python3.13", "python3.12", "python3.11"):
        found = which(newer)
        if found and not os.environ.get("HUICE_MAKE_RETRY"):
            os.environ["HUICE_MAKE_RETRY"] = "1"
            os.execv(found, [found, *sys.argv])
    sys.exit(
        "Huice needs Python 3.11 or newer; this is Python {0}.{1} ({2}).\n"
        "惠策需要 Python 3.11 或更新的版本；当前是 Python {0}.{1}。".format(*sys.version_info[:2], sys.executable)
    )

import hashlib
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMPS = VENV / "huice"

PACKAGE = ("engine", "grammar", "policies", "pyproject.toml", "README.md")
BUILD = ("pyproject.toml", "grammar", "engine/huice/syntax/grammar.py")


def demo() -> None:
    """Install huice and decide a real case: a company under a Quanzhou policy."""
    install()
    run(BIN / "huice", "decide", "policies/quanzhou_2023_6.rules", "examples/company.json")


def install() -> None:
    """Install huice for use (in a checkout set up for development, that installation serves)."""
    if stamped("dev", ("pyproject.toml",)):
        dev()
    elif not stamped("use", PACKAGE):
        venv()
        build_tools()
        pip("--no-build-isolation", ".")
        stamp("use", PACKAGE)
        unstamp("dev")


def dev() -> None:
    """Install huice as a checkout to work in, with everything that the tests need."""
    if not stamped("dev", ("pyproject.toml",)):
        venv()
        build_tools()
        pip("--no-build-isolation", "--editable", ".[dev]")
        stamp("dev", ("pyproject.toml",))
        unstamp("use")
    tables()
    # Python may be told not to write these by itself; without them every start compiles the engine again.
    run(PYTHON, "-m", "compileall", "-q", "engine/huice")


def tables() -> None:
    """Make the parser from the grammar, if the grammar has changed."""
    made = ROOT / "engine/huice/syntax/_tables.py"
    if not made.exists() or not stamped("tables", BUILD):
        run(PYTHON, "grammar/build_tables.py")
        stamp("tables", BUILD)


def lint() -> None:
    """Style and layout of the code, and which room may import which."""
    dev()
    run(BIN / "ruff", "check", ".")
    run(BIN / "ruff", "format", "--check", ".")
    run(BIN / "lint-imports", "--no-cache")


def types() -> None:
    """Types, strictly."""
    dev()
    run(BIN / "mypy")


def pytest() -> None:
    """The tests, with the share of the code that they reach."""
    dev()
    parallel = ("--numprocesses=auto", "--dist=loadscope")
    run(PYTHON, "-m", "pytest", *parallel, "--cov", "--cov-report=term:skip-covered", *sys.argv[2:])


def test() -> None:
    """Every check: style, imports, types, tests."""
    lint()
    types()
    pytest()


def fix() -> None:
    """Put the code's layout right."""
    dev()
    run(BIN / "ruff", "check", "--fix", ".")
    run(BIN / "ruff", "format", ".")


def docs() -> None:
    """Run the commands shown in the documentation again and write their output into it."""
    dev()
    run(PYTHON, "tools/refresh_docs.py")


def bench() -> None:
    """Measure how long a command takes as a whole process."""
    install()
    run(PYTHON, "benchmarks/startup.py", *sys.argv[2:])


def build() -> None:
    """Make the wheel and the source distribution in dist/."""
    dev()
    run(PYTHON, "-m", "hatchling", "build")


def clean() -> None:
    """Remove what was installed and made."""
    import shutil

    for name in (".venv", "dist", ".coverage", ".mypy_cache", ".ruff_cache", ".hypothesis", ".benchmarks"):
        path = ROOT / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    (ROOT / "engine/huice/syntax/_tables.py").unlink(missing_ok=True)


def usage() -> None:
    """This page."""
    print("python3 tools/make.py TASK      (or: make TASK)\n")
    for name, task in TASKS.items():
        print(f"  {name:8} {(task.__doc__ or '').splitlines()[0]}")


TASKS: dict[str, Callable[[], None]] = {
    "demo": demo,
    "test": test,
    "install": install,
    "dev": dev,
    "tables": tables,
    "lint": lint,
    "types": types,
    "pytest": pytest,
    "fix": fix,
    "docs": docs,
    "bench": bench,
    "build": build,
    "clean": clean,
    "help": usage,
}


def venv() -> None:
    """Make `.venv`, unless a working one is there."""
    if PYTHON.exists() and subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode == 0:
        return
    print("Making .venv …", file=sys.stderr, flush=True)
    run(sys.executable, "-m", "venv", "--clear", VENV)


def build_tools() -> None:
    """Install what building the package needs, so that building it again needs no network."""
    import tomllib

    requires = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    print("Installing into .venv …", file=sys.stderr, flush=True)
    pip(*requires)


def pip(*arguments: str) -> None:
    """Install with the pip of `.venv`."""
    run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments)


def run(*command: str | Path) -> None:
    """Run a command in the checkout; if it fails, so does this."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT)
    if done.returncode:
        sys.exit(done.returncode)


def inputs(names: tuple[str, ...]) -> Iterator[Path]:
    """The files that something is made from."""
    for name in names:
        path = ROOT / name
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (f for f in found if f.is_file() and f.name != "_tables.py" and f.suffix not in (".pyc", ".tmp"))


def digest(names: tuple[str, ...]) -> str:
    """Changes whenever one of these files does."""
    total = hashlib.sha256(sys.version.encode())
    for path in inputs(names):
        total.update(f"\0{path.relative_to(ROOT)}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def stamped(what: str, names: tuple[str, ...]) -> bool:
    """Whether `what` was made from these very files."""
    path = STAMPS / what
    return path.is_file() and path.read_text("utf-8") == digest(names)


def stamp(what: str, names: tuple[str, ...]) -> None:
    """Remember what `what` was made from."""
    STAMPS.mkdir(exist_ok=True)
    (STAMPS / what).write_text(digest(names), "utf-8")


def unstamp(what: str) -> None:
    """Forget that `what` was made."""
    (STAMPS / what).unlink(missing_ok=True)


def main() -> None:
    """Do the task that is named."""
    name = sys.argv[1] if len(sys.argv) > 1 else "help"
    task = TASKS.get(name)
    if task is None:
        usage()
        sys.exit(f"\nThere is no task {name!r}.")
    task()


if __name__ == "__main__":
    main()
