"""How long a command takes as a whole process, against Python doing nothing.

    make bench                                  or: .venv/bin/python benchmarks/startup.py
    .venv/bin/python benchmarks/startup.py --rounds 60 --check

The commands take turns, so that whatever else the machine does falls on all of them alike, and the median of
many rounds is compared. Absolute times drift from machine to machine; the ratios hold. With `--check` a
ratio above its bar is an error.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
CASE = ("policies/quanzhou_2023_6.rules", "examples/company.json")


class Timed(NamedTuple):
    """A command, and how many times as long as `python -c pass` it may take."""

    name: str
    command: tuple[str, ...]
    bar: int | None = None
    cached: bool = True


def commands() -> list[Timed]:
    """The commands that are measured; the first is the yardstick."""
    huice = str(Path(sys.executable).with_name("huice"))
    return [
        Timed("python -c pass", (sys.executable, "-c", "pass")),
        Timed("huice --help", (huice, "--help"), 6),
        Timed("huice decide", (huice, "decide", *CASE), 15),
        Timed("huice decide, json", (huice, "decide", *CASE, "--format", "json"), 15),
        Timed("huice decide, first time", (huice, "decide", *CASE), None, cached=False),
    ]


def measure(timed: list[Timed], rounds: int) -> list[float]:
    """The median of each command's seconds."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "XDG_CACHE_HOME": cache, "PYTHONDONTWRITEBYTECODE": "1"}
        environment.pop("HUICE_NO_CACHE", None)
        taken: list[list[float]] = [[] for _ in timed]
        for i in range(rounds + 1):
            for one, seconds in zip(timed, taken, strict=True):
                extra = {} if one.cached else {"HUICE_NO_CACHE": "1"}
                start = time.perf_counter()
                subprocess.run(
                    one.command, cwd=ROOT, env={**environment, **extra}, stdout=subprocess.DEVNULL, check=True
                )
                if i:  # the first round only warms up
                    seconds.append(time.perf_counter() - start)
    return [statistics.median(seconds) for seconds in taken]


def main() -> int:
    """Measure and print; 1 if a bar is missed under `--check`."""
    options = argparse.ArgumentParser(description="How long commands take as whole processes.")
    options.add_argument("--rounds", type=int, default=30, help="how often each command is run (default: 30)")
    options.add_argument("--check", action="store_true", help="exit with 1 if a ratio is above its bar")
    chosen = options.parse_args()
    timed = commands()
    medians = measure(timed, chosen.rounds)
    missed = False
    print(f"median of {chosen.rounds} rounds, Python {sys.version.split()[0]}")
    for one, seconds in zip(timed, medians, strict=True):
        ratio = seconds / medians[0]
        bar = f"   at most {one.bar}x" if one.bar else ""
        over = one.bar is not None and ratio > one.bar
        missed |= over
        print(f"{one.name:26}{seconds * 1000:8.1f} ms {ratio:7.1f}x{bar}{'   MISSED' if over else ''}")
    return 1 if missed and chosen.check else 0


if __name__ == "__main__":
    sys.exit(main())
