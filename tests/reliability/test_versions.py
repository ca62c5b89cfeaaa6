"""Two versions of plantui on one ledger: the older one is refused in a sentence, and nothing of the file changes by it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlite_utils import Database

from plantui.store.ledger import Ledger
from plantui.store.ledger.file import SCHEMA_VERSION
from plantui.store.ledger.migrations import LEDGER
from tests.support.ledger_samples import BUREAU, KEY, integrity, said
from tests.support.ledger_tables import counting, old_rows
from tests.support.paths import DATA, ROOT

FIRST_VERSION = DATA / "ledger" / "first-version.db"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of version 3."""
    place = Path(shutil.copyfile(FIRST_VERSION, tmp_path / "ledger.db"))
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        LEDGER.apply(Database(connection, execute_plugins=False), stop_before="0004_requirements_events")
        connection.execute("PRAGMA user_version = 3")
    return place


@contextmanager
def older(path: Path) -> Iterator[subprocess.Popen[str]]:
    """An older program with the ledger open."""
    command = [sys.executable, "-m", "tests.support.older_program", str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def tell(process: subprocess.Popen[str], words: str) -> str:
    """Have the older program do something; its answer."""
    assert process.stdin and process.stdout
    process.stdin.write(f"{words}\n")
    process.stdin.flush()
    return process.stdout.readline().strip()


def test_a_newer_program_brings_the_tables_up_to_date_under_an_older_one(path: Path) -> None:
    """The older one can neither write nor misread from then on; what it had read stays right until then."""
    before = old_rows(path)
    with older(path) as window:
        assert tell(window, "look") == f"read {len(counting(FIRST_VERSION))}"
        with Ledger(path, "新") as newer:
            note = newer.add(KEY, BUREAU, said("新"))
        for words in ("look", "add", "look"):
            answer = tell(window, words)
            assert answer.startswith("LedgerNewer The ledger "), answer
            assert f"version {SCHEMA_VERSION}, this one knows up to 3" in answer

    assert integrity(path) == "ok"
    assert {row[2] for row in old_rows(path) - before if row[0] == "note"} == {note.id}


def test_an_older_program_meets_a_newer_ledger(path: Path) -> None:
    """It is refused at once, by reading and by writing, and the file stays as it is."""
    with Ledger(path, "新") as newer:
        newer.add(KEY, BUREAU, said("新"))
    before = path.read_bytes()
    with older(path) as window:
        for words in ("look", "add"):
            assert tell(window, words).startswith("LedgerNewer The ledger ")

    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == ["ledger.db"]


@pytest.mark.parametrize("command", [["list"], ["note", "list"], ["note", "undo"], ["doctor"], ["stats"]])
def test_the_command_line_meets_a_newer_ledger(path: Path, command: list[str]) -> None:
    """One sentence, exit code 1, no traceback, and the file stays as it is."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    done = subprocess.run(
        [sys.executable, "-m", "plantui", "--db", str(path), *command],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "newer plantui" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert path.read_bytes() == before


def test_bringing_tables_up_to_date_waits_for_a_writer(path: Path) -> None:
    """An older program holds the write lock: the newer one waits for its turn and then does all of it."""
    before = old_rows(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as older_one:
        older_one.execute("PRAGMA journal_mode = WAL")
        older_one.execute("BEGIN IMMEDIATE")
        command = [sys.executable, "-m", "tests.support.crowd", str(path), "新", "1"]
        with subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as newer:
            assert newer.stdin and newer.stdout
            assert newer.stdout.readline() == "ready\n"
            newer.stdin.write("\n")
            newer.stdin.flush()
            older_one.execute("COMMIT")
            assert newer.wait() == 0
    assert old_rows(path) > before
    assert integrity(path) == "ok"
