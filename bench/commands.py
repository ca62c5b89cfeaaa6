"""Measures the command line and the building of the index."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from .figures import Figure, ratio
from .setup import BEFORE, CHECKOUT, TODAY, Setup
from .synthetic import DEPARTMENTS, REGION, YEARS
from .terminal import BenchError


def index(setup: Setup) -> Iterator[Figure]:
    """The building of the index from plan files, which everybody pays once, against the same by build `BEFORE`."""
    before = setup.before()
    pairs: list[tuple[float, float]] = []
    for _ in range(max(1, setup.runs // 3)):
        ours = setup.build_index()
        pairs.append((ours, before.build_index() if before else ours))
    seconds = median(ours for ours, _ in pairs)
    per_portion = seconds / setup.tasks * 10_000
    yield Figure("building the index, per 10,000 tasks", per_portion, "s", detail=f"{seconds:.1f} s in all")
    if before:
        yield ratio(f"building the index of {setup.tasks:,} tasks / of build {BEFORE}", pairs, 0.5, "s")


def list_tasks(setup: Setup) -> Iterator[Figure]:
    """`plantui list` against the imports that any command line over SQLite needs."""
    bare = [str(setup.python), "-c", "import click, sqlite3"]
    department, year = f"{REGION}/{DEPARTMENTS[3]}", str(YEARS[1])
    narrowed = ["--department", department, "--year", year]
    four: tuple[str, str, list[str], bool, float] = ("list-four", "four plans", [], False, 1.7)
    large = ("list-large", f"filtered at {setup.tasks:,}", narrowed, True, 2.2)
    for user, name, options, is_large, budget in (four, large):
        setup.compile_index(large=is_large)
        environ = setup.environ(user, large=is_large)
        command = [setup.plantui, "list", "--today", TODAY, *options]
        pairs = []
        for run in range(2 * setup.runs + 1):
            pair = run_seconds(command, environ, setup.folder), run_seconds(bare, environ, setup.folder)
            if run:
                pairs.append(pair)
        yield ratio(f"plantui list, {name} / import click, sqlite3", pairs, budget)


def run_seconds(command: Sequence[str], environ: Mapping[str, str], folder: Path) -> float:
    """Measure the time that a command runs, its output read by somebody else."""
    with (folder / "output.txt").open("wb") as output:
        begun = perf_counter()
        process = subprocess.Popen(
            command,
            env=environ,
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
        handle = os.pidfd_open(process.pid)
        select.select([handle], [], [])  # Popen.wait with a time limit would look only now and then
        seconds = perf_counter() - begun
        os.close(handle)
    if process.wait():
        raise BenchError(f"{command} failed: {(folder / 'output.txt').read_text('utf-8')[-2000:]}")
    return seconds


def peak_memory(command: Sequence[str], environ: Mapping[str, str], folder: Path) -> float:
    """Measure the most memory in MiB that a command had."""
    starter = [sys.executable, str(CHECKOUT / "bench" / "peak.py")]
    done = subprocess.run([*starter, *command], env=environ, cwd=folder, check=True, capture_output=True)
    return int(done.stderr.split()[-1]) / 1024
