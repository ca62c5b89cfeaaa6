"""Measures plantui against its budgets and prints one table; the exit code is 1 where something is over."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from platform import python_version
from subprocess import CalledProcessError

from . import commands, comparing, documents, interface, province, reports, saving
from .figures import Figure, table
from .setup import Setup, prepare
from .terminal import BenchError

MEASUREMENTS: dict[str, Callable[[Setup], Iterator[Figure]]] = {
    "start": interface.start,
    "keys": interface.keys,
    "wide": interface.wide,
    "sort": interface.sort,
    "leave": interface.leave,
    "list": commands.list_tasks,
    "save": saving.save,
    "province": province.province,
    "reports": reports.reports,
    "index": commands.index,
    "import": documents.documents,
    "comparing": comparing.comparing,
}


def main() -> int:
    """Run the measurements that are asked for."""
    options = _options()
    quick = options.quick
    runs = options.runs or (3 if quick else 9)
    _say(f"installing into {options.folder} and writing the library …")
    setup = prepare(options.folder, 10_000 if quick else 100_000, 50_000 if quick else 1_000_000, runs)
    figures: list[Figure] = []
    failed = False
    for name in options.only or MEASUREMENTS:
        _say(f"measuring: {name} …")
        try:
            figures += MEASUREMENTS[name](setup)
        except (BenchError, CalledProcessError) as error:
            failed = True
            _say(f"{name}: {error}")
    sys.stdout.write(f"{_circumstances(setup)}\n\n{table(figures)}\n")
    if options.json:
        rows = [{**asdict(figure), "verdict": figure.verdict} for figure in figures]
        options.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")
    return 1 if failed or any(figure.is_over for figure in figures) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--only", action="append", choices=MEASUREMENTS, help="measure just this; may be repeated"
    )
    parser.add_argument("--runs", type=int, help="how often each start and command is run (9; quick: 3)")
    parser.add_argument(
        "--quick", action="store_true", help="10,000 tasks and few runs: a look, not a verdict"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here as well")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    parser.add_argument(
        "--folder", type=Path, default=cache / "plantui-bench", help="where to work (%(default)s)"
    )
    return parser.parse_args()


def _circumstances(setup: Setup) -> str:
    day = date.today().isoformat()  # noqa: DTZ011 - the day on the calendar of whoever reads it
    return f"{day}, {os.cpu_count()} cores, Python {python_version()}, median of {setup.runs} runs"


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


if __name__ == "__main__":
    sys.exit(main())
