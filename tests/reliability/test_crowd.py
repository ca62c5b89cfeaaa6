"""Eight programs save to one ledger at once."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import ExitStack, closing
from pathlib import Path

from tests.reliability.soak import NOTES
from tests.support.ledger_samples import integrity
from tests.support.paths import ROOT

PROGRAMS = 8


def test_nothing_is_lost_twice_or_refused_for_good(tmp_path: Path) -> None:
    """The file is made by one of them; each note of each is there once, in the order in which its program saved."""
    path = tmp_path / "ledger.db"
    with ExitStack() as stack:
        crowd = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", "tests.support.crowd", str(path), f"{name}", str(NOTES)],
                    cwd=ROOT,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            for name in range(PROGRAMS)
        ]
        for program in crowd:
            assert program.stdout and program.stdout.readline() == "ready\n"
        for program in crowd:
            assert program.stdin
            program.stdin.write("\n")
            program.stdin.flush()
        assert [program.wait() for program in crowd] == [0] * PROGRAMS

    with closing(sqlite3.connect(path)) as connection:
        found = [text for (text,) in connection.execute("SELECT progress FROM note ORDER BY seq")]
    for name in range(PROGRAMS):
        assert [text for text in found if text.startswith(f"{name} ")] == [
            f"{name} {at}" for at in range(NOTES)
        ]
    assert (len(found), integrity(path)) == (PROGRAMS * NOTES, "ok")
