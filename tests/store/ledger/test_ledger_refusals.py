"""Files that are foreign, newer, damaged or read-only: refused with a way to go on, left as they were."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from plantui.model.note import Draft
from plantui.model.terms import Language
from plantui.store.ledger import (
    Ledger,
    LedgerBusy,
    LedgerCannotOpen,
    LedgerDamaged,
    LedgerForeign,
    LedgerNewer,
    LedgerReadOnly,
)
from plantui.store.ledger.errors import LedgerError
from plantui.store.ledger.file import SCHEMA_VERSION
from plantui.words import Words
from tests.support.ledger_samples import BUREAU, JUNE, KEY, Clock, said


def make_ledger(path: Path) -> None:
    """A ledger of some pages."""
    with Ledger(path, "张三", Clock()) as ledger:
        for number in range(50):
            ledger.add(KEY, BUREAU, said(f"{number} " * 200))


def sql(path: Path, *commands: str) -> None:
    """Run commands on a database."""
    connection = sqlite3.connect(path, isolation_level=None)
    for command in commands:
        connection.execute(command)
    connection.close()


def newer(path: Path) -> None:
    """A ledger of the next version."""
    make_ledger(path)
    sql(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def migrated_further(path: Path) -> None:
    """A ledger with a migration that this program does not know, and our number in its header."""
    make_ledger(path)
    sql(
        path,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "SELECT migration_set, '9999_future', applied_at FROM _sqlite_migrations LIMIT 1",
        "PRAGMA wal_checkpoint(TRUNCATE)",
    )


def foreign(path: Path) -> None:
    """Another program's database, in WAL."""
    sql(path, "PRAGMA journal_mode = WAL", "CREATE TABLE note (x)", "INSERT INTO note VALUES (1)")


def text(path: Path) -> None:
    """A text file."""
    path.write_text("plantui 台账\n" * 100, encoding="utf-8")


def short(path: Path) -> None:
    """A file shorter than a header."""
    path.write_bytes(b"SQLite format 3\0")


def truncated(path: Path) -> None:
    """A ledger whose end is missing."""
    make_ledger(path)
    os.truncate(path, path.stat().st_size // 2)


def overwritten(path: Path) -> None:
    """A ledger with noise after its header."""
    make_ledger(path)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xa5" * 40_000)


def without_tables(path: Path) -> None:
    """A file that calls itself a ledger and holds something else."""
    make_ledger(path)
    sql(path, "DROP TABLE draft")


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (newer, LedgerNewer),
        (migrated_further, LedgerNewer),
        (foreign, LedgerForeign),
        (text, LedgerForeign),
        (short, LedgerForeign),
        (truncated, LedgerDamaged),
        (overwritten, LedgerDamaged),
        (without_tables, LedgerDamaged),
    ],
)
def test_refused_file_is_left_untouched(
    tmp_path: Path, make: Callable[[Path], None], error: type[LedgerError]
) -> None:
    """By every operation, byte for byte, nothing beside it; the way to go on is told in both languages."""
    path = tmp_path / "ledger.db"
    make(path)
    before, changed = path.read_bytes(), path.stat().st_mtime_ns
    operations: list[Callable[[Ledger], object]] = [
        lambda ledger: ledger.check(),
        lambda ledger: ledger.notes(),
        lambda ledger: ledger.latest(JUNE),
        lambda ledger: ledger.add(KEY, BUREAU, said("一")),
        lambda ledger: ledger.undo(),
        lambda ledger: ledger.save_draft(Draft(KEY, BUREAU, "", said("一"))),
    ]
    for operate in operations:
        with pytest.raises(error) as caught, Ledger(path, "张三") as ledger:
            operate(ledger)

        told = [Words(language).error(caught.value) for language in Language]
        assert all("--db" in words and str(path) in words for words in told)

    for read in operations[:3]:
        with pytest.raises(error), Ledger(path, "", read_only=True) as ledger:
            read(ledger)

    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, changed)
    assert [file.name for file in tmp_path.iterdir()] == ["ledger.db"]


def test_reading_leaves_nothing_beside_the_ledger(tmp_path: Path) -> None:
    """As the commands that only read open it: no log stays that a copy of the folder would carry along."""
    path = tmp_path / "ledger.db"
    make_ledger(path)

    with Ledger(path, "", read_only=True) as ledger:
        assert len(ledger.notes()) == 50

    assert [file.name for file in tmp_path.iterdir()] == ["ledger.db"]


def test_damage_met_while_reading(tmp_path: Path) -> None:
    """A page in the middle: the same clear refusal."""
    path = tmp_path / "ledger.db"
    make_ledger(path)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096 * 8)
        file.write(b"\xff" * (size - 4096 * 8))

    with pytest.raises(LedgerDamaged), Ledger(path, "张三") as ledger:
        ledger.notes()


@pytest.mark.parametrize(
    "change",
    [
        "status = 'strange'",
        "as_of = '2024-13-01'",
        "written_at = '2024-06-30'",
        "percent = 500",
        "progress = CAST(x'ff' AS TEXT)",
    ],
)
def test_cells_that_plantui_never_writes(tmp_path: Path, change: str) -> None:
    """Cost nobody the other rows: these are read, and the one that cannot be is named."""
    path = tmp_path / "ledger.db"
    make_ledger(path)
    sql(path, "DROP TRIGGER note_no_update", f"UPDATE note SET {change} WHERE seq = 7")

    with Ledger(path, "张三") as ledger:
        assert [note.content.progress[:2].strip() for note in ledger.notes()] == [
            str(number) for number in range(50) if number != 6
        ]
        (row,) = ledger.unreadable

    assert (row.table, row.seq, row.place) == ("note", 7, f"{KEY.plan} {KEY.task} {BUREAU}")


@pytest.mark.parametrize(
    "change", ["status = 'strange'", "percent = 'x'", "department = CAST(x'ff' AS TEXT)"]
)
def test_cells_that_plantui_never_writes_in_the_reading_of_all(tmp_path: Path, change: str) -> None:
    """The other notes count; the row is named. What was kept before the damage still counts, and differs from the log."""
    path = tmp_path / "ledger.db"
    make_ledger(path)
    with Ledger(path, "张三") as ledger:
        ledger.rebuild()
    sql(path, "DROP TRIGGER note_no_update", f"UPDATE note SET {change} WHERE seq = 7")

    with Ledger(path, "张三") as ledger:
        assert ledger.latest(JUNE)[KEY].notes == 50
        assert ledger.differences() == [KEY]
        ledger.rebuild()
        assert ledger.latest(JUNE)[KEY].notes == 49
        assert [(row.table, row.seq) for row in ledger.unreadable] == [("note", 7)]


def test_draft_that_plantui_never_writes(tmp_path: Path) -> None:
    """The others are offered."""
    with Ledger(tmp_path / "ledger.db", "张三", Clock()) as ledger:
        for department in ("甲", "乙"):
            ledger.save_draft(Draft(KEY, department, "", said(department)))
        ledger.settle()
        sql(ledger.path, "UPDATE draft SET saved_at = 'x' WHERE department = '甲'")

        assert [draft.department for draft in ledger.drafts()] == ["乙"]
        assert [row.table for row in ledger.unreadable] == ["draft"]


def test_version_is_looked_at_before_every_write(tmp_path: Path) -> None:
    """A newer plantui may bring the file up to date while this one runs."""
    path = tmp_path / "ledger.db"
    make_ledger(path)
    ledger = Ledger(path, "张三")
    assert len(ledger.notes()) == 50

    sql(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")

    with pytest.raises(LedgerNewer):
        ledger.add(KEY, BUREAU, said("一"))
    ledger.close()


def test_folder_and_blocked_way(tmp_path: Path) -> None:
    """A folder in the ledger's place, a file in its folder's place, and a device."""
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")

    for path, error in (
        (tmp_path, LedgerForeign),
        (file / "ledger.db", LedgerCannotOpen),
        (tmp_path / "pipe", LedgerForeign),
    ):
        for operate in (Ledger.notes, Ledger.undo, lambda ledger: ledger.add(KEY, BUREAU, said("一"))):
            with pytest.raises(error) as caught:
                operate(Ledger(path, "张三"))
            assert all("--db" in Words(language).error(caught.value) for language in Language)


def test_empty_file_is_a_new_ledger(tmp_path: Path) -> None:
    """It is what a crash between making and filling the file leaves."""
    path = tmp_path / "ledger.db"
    path.touch()
    ledger = Ledger(path, "张三")

    assert ledger.notes() == []
    ledger.add(KEY, BUREAU, said("一"))
    assert len(ledger.notes()) == 1


def test_read_only_ledger_reads_and_does_not_write(tmp_path: Path) -> None:
    """When asked for."""
    path = tmp_path / "ledger.db"
    make_ledger(path)
    ledger = Ledger(path, "张三", read_only=True)

    assert (len(ledger.notes()), ledger.is_writable()) == (50, False)
    for write in (Ledger.undo, lambda one: one.add(KEY, BUREAU, said("一"))):
        with pytest.raises(LedgerReadOnly) as caught:
            write(ledger)
        assert all("--db" in Words(language).error(caught.value) for language in Language)
    ledger.close()


def test_read_only_ledger_that_is_not_there(tmp_path: Path) -> None:
    """Is empty, and stays away."""
    ledger = Ledger(tmp_path / "a" / "ledger.db", "张三", read_only=True)

    with pytest.raises(LedgerReadOnly):
        ledger.add(KEY, BUREAU, said("一"))
    assert (ledger.notes(), list(tmp_path.iterdir())) == ([], [])


def test_rights_are_asked_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it grants no writing, the ledger is read-only and makes nothing."""
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    ledger = Ledger(tmp_path / "ledger.db", "张三")

    with pytest.raises(LedgerReadOnly):
        ledger.add(KEY, BUREAU, said("一"))
    assert (ledger.is_writable(), list(tmp_path.iterdir())) == (False, [])


def test_link_to_a_ledger(tmp_path: Path) -> None:
    """Writes the file it leads to."""
    real, link = tmp_path / "real.db", tmp_path / "link.db"
    make_ledger(real)
    link.symlink_to(real)

    with Ledger(link, "张三") as ledger:
        ledger.add(KEY, BUREAU, said("一"))

    assert len(Ledger(real, "张三").notes()) == 51


@pytest.mark.parametrize("target", ["synced/ledger.db", "synced/2025/ledger.db"])
def test_link_to_a_ledger_that_is_not_there_yet(tmp_path: Path, target: str) -> None:
    """Makes it where the link leads to, the folders on the way too."""
    link = tmp_path / "link.db"
    link.symlink_to(target)

    with Ledger(link, "张三") as ledger:
        assert ledger.notes() == []
        ledger.add(KEY, BUREAU, said("一"))

    assert link.is_symlink()
    assert len(Ledger(tmp_path / target, "张三").notes()) == 1


def test_link_to_itself(tmp_path: Path) -> None:
    """Cannot be opened, and says so."""
    link = tmp_path / "link.db"
    link.symlink_to(link)

    with pytest.raises(LedgerCannotOpen), Ledger(link, "张三") as ledger:
        ledger.add(KEY, BUREAU, said("一"))


def test_busy_ledger_is_told_and_can_be_tried_again(tmp_path: Path) -> None:
    """After the wait nothing is stored; once the other program is done, the same text is."""
    path = tmp_path / "ledger.db"
    make_ledger(path)
    ledger = Ledger(path, "张三", busy_seconds=0.01)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(LedgerBusy) as caught:
        ledger.add(KEY, BUREAU, said("一"))
    assert all("0.01" in Words(language).error(caught.value) for language in Language)
    assert len(ledger.notes()) == 50

    other.execute("COMMIT")
    other.close()
    ledger.add(KEY, BUREAU, said("一"))
    assert len(ledger.notes()) == 51


def test_log_that_cannot_be_turned_on_now(tmp_path: Path) -> None:
    """While another program reads the file without it: the ledger is used all the same, and gets it later."""
    path = tmp_path / "ledger.db"
    make_ledger(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN")
    other.execute("SELECT * FROM note").fetchone()
    ledger = Ledger(path, "张三", busy_seconds=0.01)

    assert len(ledger.notes()) == 50
    other.execute("COMMIT")
    other.close()
    ledger.add(KEY, BUREAU, said("一"))
    ledger.close()
    with ledger._connections.writing() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    ledger.close()


def test_rollback_journal_is_durable_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the log is not granted, as on a network share, commits still wait for the disk."""

    class Shareless(sqlite3.Connection):
        """A connection on which the log cannot be turned on."""

        def execute(self, command: str, facts: object = (), /) -> sqlite3.Cursor:
            wanted = command.replace("= WAL", "= DELETE")
            return super().execute(wanted, facts)  # type: ignore[arg-type]

    connect = sqlite3.connect

    def without_log(*args: object, **options: object) -> sqlite3.Connection:
        return connect(*args, factory=Shareless, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", without_log)
    with Ledger(tmp_path / "ledger.db", "张三") as ledger:
        ledger.add(KEY, BUREAU, said("一"))
        with ledger._connections.writing() as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
            assert connection.execute("PRAGMA synchronous").fetchone() == (3,)
