"""Measures the durable save of one note in a large ledger: against build `BEFORE` and a bare insert, in turn."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from .figures import Figure, ratio
from .setup import BEFORE, CHECKOUT, Setup
from .terminal import BenchError

_ROUNDS = 50
_AT_ONCE = 10
"""Saves of one program before the turn of the next: few, so that a noise of the machine meets all of them."""


class _Saver:
    """A program that saves notes in a large ledger of its own when it is asked to."""

    def __init__(self, setup: Setup, kind: str, work: Path) -> None:
        """Start it; returns once its ledger is made."""
        environ = {**setup.environ("save", large=False), "PYTHONPATH": str(setup.sources)}
        script = str(CHECKOUT / "bench" / "saver.py")
        ledger = work / f"{setup.sources.name}-{kind}.db"
        self._process = subprocess.Popen(
            [str(setup.python), script, kind, str(ledger), str(setup.ledger_notes)],
            env=environ,
            cwd=work,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._answer()

    def save(self) -> float:
        """Return the median seconds of some saves."""
        assert self._process.stdin
        self._process.stdin.write(f"{_AT_ONCE}\n")
        self._process.stdin.flush()
        return median(self._answer())

    def _answer(self) -> list[float]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise BenchError("the program that saves has ended")
        return [float(seconds) for seconds in json.loads(line)]

    def close(self) -> None:
        """End it."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()


def save(setup: Setup) -> Iterator[Figure]:
    """The durable save of one note, to the answer."""
    before = setup.before()
    with TemporaryDirectory(prefix="plantui-bench-") as work, ExitStack() as stack:
        programs = [(setup, "plantui"), (setup, "bare"), *([(before, "plantui")] if before else [])]
        savers = [_Saver(one, kind, Path(work)) for one, kind in programs]
        for saver in savers:
            stack.callback(saver.close)
        subprocess.run(
            ["sync"], check=True
        )  # the kernel's writing of large new files would fall into the measured time
        turns = [[saver.save() for saver in savers] for _ in range(_ROUNDS + 1)][1:]
    what = f"durable save at {setup.ledger_notes:,} notes"
    yield ratio(f"{what} / bare insert", [(turn[0], turn[1]) for turn in turns], 2.0)
    if before:
        yield ratio(f"{what} / of build {BEFORE}", [(turn[0], turn[2]) for turn in turns], 1.3)
