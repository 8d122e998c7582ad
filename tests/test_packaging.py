"""What is shipped works where there is no checkout: wheel, source distribution, zip; and a checkout installs too."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
POLICY = "quanzhou_2023_6"
FOLDERS = ("engine", "grammar", "policies", "tests", "docs", "examples", "benchmarks", "tools", "LICENSES")
FILES = (
    "pyproject.toml",
    "README.md",
    "README.zh.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "NOTICE",
    "Makefile",
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh copy of the checkout, with nothing built in it."""
    folder = tmp_path_factory.mktemp("checkout")
    unwanted = shutil.ignore_patterns("__pycache__", "_tables.py", "*.pyc")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=unwanted)
    for name in FILES:
        shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture(scope="module")
def built(checkout: Path) -> Path:
    """The folder with wheel and source distribution."""
    run(sys.executable, "-m", "hatchling", "build", cwd=checkout)
    return checkout / "dist"


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def sdist(built: Path) -> Path:
    return next(built.glob("*.tar.gz"))


def test_wheel_holds_one_package_and_its_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {n.split("/")[0] for n in names}
    assert {t for t in tops if not t.endswith(".dist-info")} == {"huice"}
    for wanted in (
        "huice/py.typed",
        "huice/syntax/_tables.py",
        "huice/data/grammar/huice.lark",
        "huice/data/grammar/keywords.toml",
        f"huice/data/policies/{POLICY}.rules",
        f"huice/data/policies/sources/{POLICY}.txt",
    ):
        assert wanted in names
    assert {n.rsplit("/", 1)[-1] for n in names if "/licenses/" in n} == {"LICENSE", "NOTICE", "MPL-2.0.txt"}


def test_installed_wheel_decides(wheel: Path, tmp_path: Path) -> None:
    check_decides(installed(wheel, tmp_path / "venv"), tmp_path)


def test_source_distribution_builds_the_same_wheel(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        assert not [n for n in archive.getnames() if n.endswith("_tables.py") and "build_tables" not in n]
        archive.extractall(tmp_path, filter="data")
    source = next(p for p in tmp_path.iterdir() if p.is_dir())
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", cwd=source)
    again = next((source / "dist").glob("*.whl"))
    assert sorted(zipfile.ZipFile(again).namelist()) == sorted(zipfile.ZipFile(wheel).namelist())
    check_decides(installed(again, tmp_path / "venv"), tmp_path)


def test_editable_install_finds_the_checkout(checkout: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "venv")
    install(python, "--no-build-isolation", "--editable", str(checkout))
    where = run(python, "-c", "import huice; print(huice.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(checkout / "engine")
    check_decides(python, tmp_path)


def test_wheel_works_unopened(wheel: Path, tmp_path: Path) -> None:
    """Python can import a wheel as it is, a zip file; a policy of one's own is decided from there."""
    python = environment(tmp_path / "venv")
    facts = tmp_path / "facts.json"
    facts.write_text('{"as_of": "2023-08-01"}')
    start = f"import sys; sys.path.insert(0, {str(wheel)!r}); from huice.cli import main; sys.exit(main())"
    policy = ROOT / "policies" / f"{POLICY}.rules"
    assert run(python, "-c", start, "decide", str(policy), str(facts), cwd=tmp_path)


def test_types_are_seen_from_outside(wheel: Path, tmp_path: Path) -> None:
    python = installed(wheel, tmp_path / "venv")
    user = tmp_path / "user.py"
    user.write_text(
        "import huice\n"
        "policy: huice.Policy = huice.load('p.rules')\n"
        "total: huice.Range = policy.decide({}).total\n"
        "reveal_type(total.low)\n"
    )
    command = (sys.executable, "-m", "mypy", "--strict", "--python-executable", python, "--cache-dir", os.devnull)
    assert '"decimal.Decimal"' in run(*command, str(user), cwd=tmp_path)


def check_decides(python: str, folder: Path) -> None:
    """A case, decided by the policy that is shipped, far from any checkout."""
    empty = folder / "empty"
    empty.mkdir(exist_ok=True)
    facts = empty / "facts.json"
    facts.write_text('{"as_of": "2023-08-01", "enterprise": {"provincial_smart_factory": true}, "history": []}')
    huice = str(Path(python).with_name("huice"))
    said = run(huice, "decide", POLICY, "facts.json", "--format", "json", cwd=empty)
    assert '"provincial_factory_award"' in said
    checked = run(huice, "check", f"{POLICY}.rules", cwd=shipped(python, empty))
    assert checked
    tables = "from huice.syntax import _tables; from huice.syntax.grammar import load; load().make; print(_tables)"
    assert "_tables" in run(python, "-c", tables, cwd=empty)


def shipped(python: str, folder: Path) -> Path:
    found = run(python, "-c", "from huice.resources import policies_dir; print(policies_dir())", cwd=folder)
    return Path(found.strip())


def installed(wheel: Path, folder: Path) -> str:
    python = environment(folder)
    install(python, "--no-deps", str(wheel))
    return python


def environment(folder: Path) -> str:
    """A fresh environment; everything but huice is lent to it from this one, so that no network is needed."""
    venv.create(folder, with_pip=False)
    python = str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    where = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    lent = folder / "lent"
    lent.mkdir()
    for package in Path(sysconfig.get_path("purelib")).iterdir():
        if package.suffix != ".pth" and not package.name.startswith(("huice", "_huice", "pip")):
            (lent / package.name).symlink_to(package)
    Path(where.strip(), "lent.pth").write_text(f"{lent}\n")
    return python


def install(python: str, *arguments: str) -> None:
    options = ("--quiet", "--disable-pip-version-check", "--no-index", "--no-deps")
    run(sys.executable, "-m", "pip", "--python", python, "install", *options, *arguments)


def run(*command: str, cwd: Path | None = None) -> str:
    wanted = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "HUICE_NO_CACHE")}
    done = subprocess.run(command, cwd=cwd, env=wanted, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
