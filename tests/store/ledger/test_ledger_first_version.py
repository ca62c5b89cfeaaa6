"""A ledger of the first version of the tables: brought up to date with every row as it was, or read as it is."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from sqlite3 import connect

import pytest

from plantui.model.note import Note
from plantui.store.ledger import Ledger, LedgerReadOnly
from plantui.store.ledger.file import SCHEMA_VERSION
from plantui.store.ledger.records import moment_text
from tests.data.ledger.first_version import make
from tests.support.ledger_samples import BUREAU, KEY, Clock, integrity, said
from tests.support.ledger_tables import Row, counting, old_rows
from tests.support.paths import DATA, ROOT

FIRST_VERSION = DATA / "ledger" / "first-version.db"
NOTES = 173
"""Notes of the ledger that count: neither retracted nor undone."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A copy of the ledger, in a folder of its own."""
    return Path(shutil.copyfile(FIRST_VERSION, tmp_path / "ledger.db"))


def row_of(note: Note) -> Row:
    """Return a note as its row holds it."""
    one = note.content
    as_of = one.as_of.isoformat() if one.as_of else None
    return (
        *(note.id, note.key.plan, note.key.task, note.department, one.status.value, one.percent, as_of),
        *(note.author, moment_text(note.written_at), one.progress, one.problems, one.next_steps),
    )


def version(path: Path) -> int:
    """Return the version of a ledger's tables."""
    with closing(connect(path)) as connection:
        (found,) = connection.execute("PRAGMA user_version").fetchone()
    return int(found)


def test_the_script_still_makes_the_committed_ledger(tmp_path: Path) -> None:
    """It is frozen: whoever wants another ledger writes another script."""
    make(tmp_path / "again.db")

    assert old_rows(tmp_path / "again.db") == old_rows(FIRST_VERSION)
    assert (version(FIRST_VERSION), len(counting(FIRST_VERSION))) == (1, NOTES)


def test_bringing_up_to_date_changes_no_row(path: Path) -> None:
    """Every cell of every row is as it was, and what is new says nothing of the old rows."""
    before, notes = old_rows(path), counting(path)
    with Ledger(path, "王芳", Clock(date(2024, 12, 31))) as ledger:
        new = ledger.add(KEY, BUREAU, said("又"))
        assert {row_of(note) for note in ledger.notes()} == {*notes, row_of(new)}
        assert ledger.unreadable_rows() == []

    assert (version(path), integrity(path)) == (SCHEMA_VERSION, "ok")
    assert old_rows(path) - before == {
        row for row in old_rows(path) if new.id in row or row[2] == action_of(path, new)
    }
    assert before <= old_rows(path)
    with closing(connect(path)) as connection:
        sql = "SELECT count(*) FROM note WHERE reason || requirements || actuals || evidence != ''"
        assert connection.execute(sql).fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM action WHERE ledger != ''").fetchone() == (1,)


def action_of(path: Path, note: Note) -> str:
    """Return the id of the action that wrote a revision."""
    with closing(connect(path)) as connection:
        (found,) = connection.execute("SELECT action FROM note WHERE id = ?", (note.id,)).fetchone()
    return str(found)


def test_undo_goes_on_where_the_old_program_left_off(path: Path) -> None:
    """The last action of the old log is taken back, and brought back."""
    with Ledger(path, "王芳", Clock(date(2024, 12, 31))) as ledger:
        before = {row_of(note)[:-3] for note in ledger.notes()}
        undone = ledger.undo()
        assert undone
        assert undone.notes[0].author == "王芳"
        assert {row_of(note)[:-3] for note in ledger.notes()} != before
        assert ledger.redo()
        assert {row_of(note)[9:] for note in ledger.notes()} == {row[9:] for row in counting(FIRST_VERSION)}


def test_reading_leaves_the_old_tables(path: Path) -> None:
    """Whether the file may be written or not, looking at it brings nothing up to date."""
    digest = hashlib.sha256(path.read_bytes()).digest()
    for read_only in (False, True):
        with Ledger(path, "王芳", read_only=read_only) as ledger:
            assert {row_of(note) for note in ledger.notes()} == counting(FIRST_VERSION)
            assert len(ledger.drafts()) == 2
            assert (ledger.unreadable_rows(), ledger.zone_name()) == ([], None)
            assert sum(found.notes for found in ledger.latest(date.max).values()) == NOTES
    assert hashlib.sha256(path.read_bytes()).digest() == digest
    assert [file.name for file in path.parent.iterdir()] == ["ledger.db"]


def test_a_ledger_that_may_only_be_read_is_read() -> None:
    """A program without any right to write finds all notes, is refused, and leaves no file behind."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = Path(shutil.copyfile(FIRST_VERSION, folder / "0.db"))
        path.chmod(0o444)
        folder.chmod(0o555)
        command = [sys.executable, "-m", "tests.support.ledger_worker", "look", name, "乙"]
        done = subprocess.run(command, cwd=ROOT, input="\n", capture_output=True, text=True, check=False)
        folder.chmod(0o755)
        assert done.stdout.split("\n")[1] == f"{NOTES} False True", done.stderr
        assert list(folder.iterdir()) == [path]
        assert path.read_bytes() == FIRST_VERSION.read_bytes()


def test_what_is_refused_brings_nothing_up_to_date(path: Path) -> None:
    """A ledger that is opened to read only keeps its tables where a note is to be saved."""
    with Ledger(path, "王芳", read_only=True) as ledger, pytest.raises(LedgerReadOnly):
        ledger.add(KEY, BUREAU, said("又"))
    assert path.read_bytes() == FIRST_VERSION.read_bytes()
