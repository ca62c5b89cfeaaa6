"""Backups of the ledger: when one is made, what is in it, which are kept, and how one is put back."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from plantui.model.event import Choice
from plantui.model.problem import UsageError
from plantui.store.atomic import beside
from plantui.store.backups import (
    LARGE,
    Backup,
    BackupFailed,
    back_up,
    backup_folder,
    backups_of,
    saved_ledgers,
)
from plantui.store.backups.files import needed_for, superfluous
from plantui.store.backups.listing import BackupEntry, list_backups
from plantui.store.backups.restoring import RestoreFailed, restore
from plantui.store.ledger import Ledger, LedgerBusy, LedgerReplaced, NewEvent
from tests.support.ledger_samples import BUREAU, JUNE, KEY, Clock, integrity, noon, said
from tests.support.ledger_tables import old_rows


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A ledger that a test writes to."""
    return Ledger(tmp_path / "ledger.db", "张三", Clock())


def day(number: int) -> datetime:
    """Return noon so many days after the end of June."""
    return noon(JUNE + timedelta(days=number))


def texts(path: Path) -> list[str]:
    """Return what the notes of a ledger say."""
    with Ledger(path, "", read_only=True) as ledger:
        return [note.content.progress for note in ledger.notes()]


def names(folder: Path) -> list[str]:
    """Return the names of the files in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_one_backup_a_day(ledger: Ledger) -> None:
    """The first one of a day stays; it is a ledger of its own with nothing beside it, for the owner alone."""
    ledger.add(KEY, BUREAU, said("一"))
    made = back_up(ledger, day(0))
    ledger.add(KEY, BUREAU, said("二"))

    assert back_up(ledger, day(0)) is None
    assert made
    assert names(backup_folder(ledger.path)) == ["ledger-2024-06-30.db"]
    assert (texts(made), integrity(made), made.stat().st_mode & 0o777) == (["一"], "ok", 0o600)

    made = back_up(ledger, day(1))
    assert made
    assert texts(made) == ["一", "二"]


def test_no_backup_without_a_ledger_or_of_a_demonstration(ledger: Ledger) -> None:
    """Nothing stays behind where none is made."""
    assert back_up(ledger, day(0)) is None
    ledger.become_demo(JUNE)
    ledger.add(KEY, BUREAU, said("一"))

    assert back_up(ledger, day(0)) is None
    assert backups_of(ledger.path) == []
    assert list(backup_folder(ledger.path).iterdir()) == []


def test_no_backup_of_a_file_that_was_put_there(ledger: Ledger, tmp_path: Path) -> None:
    """Not of one that was there before the copying began, nor of one that came meanwhile."""
    with Ledger(tmp_path / "other.db", "李四", Clock()) as other:
        other.add(KEY, BUREAU, said("别的"))
    ledger.add(KEY, BUREAU, said("一"))
    ledger.settle()

    def replaced() -> bool:
        shutil.copyfile(tmp_path / "other.db", tmp_path / "new.db")
        (tmp_path / "new.db").replace(ledger.path)
        return True

    assert back_up(ledger, day(0), replaced) is None
    assert back_up(ledger, day(1)) is None
    assert backups_of(ledger.path) == []
    with pytest.raises(LedgerReplaced):
        ledger.notes()


def test_a_backup_that_is_stopped_leaves_nothing(ledger: Ledger) -> None:
    """The next save begins it again."""
    ledger.add(KEY, BUREAU, said("一"))

    assert back_up(ledger, day(0), lambda: False) is None
    assert list(backup_folder(ledger.path).iterdir()) == []
    assert back_up(ledger, day(0))


def test_no_room_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is asked before anything is copied."""
    ledger.add(KEY, BUREAU, said("一"))
    full = shutil.disk_usage(ledger.path.parent)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: full)

    with pytest.raises(BackupFailed) as caught:
        back_up(ledger, day(0))
    assert caught.value.message == "backup.no_room"
    ledger.add(KEY, BUREAU, said("二"))
    assert not backup_folder(ledger.path).exists()


def test_a_folder_that_cannot_be_made_is_told(ledger: Ledger) -> None:
    """A file stands where the folder should be."""
    ledger.add(KEY, BUREAU, said("一"))
    backup_folder(ledger.path).write_text("x", "utf-8")

    with pytest.raises(BackupFailed):
        back_up(ledger, day(0))


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        (["2024-01-01"], ["2024-01-01"]),
        (
            [f"2024-03-{number:02}" for number in range(1, 11)],
            [f"2024-03-{number:02}" for number in range(4, 11)],
        ),
        (
            ["2024-01-05", "2024-01-31", "2024-02-02", *(f"2024-03-{number:02}" for number in range(1, 9))],
            ["2024-01-31", "2024-02-02", *(f"2024-03-{number:02}" for number in range(2, 9))],
        ),
        (
            [f"20{year}-{month:02}-15" for year in (22, 23) for month in range(1, 13)],
            [f"2023-{month:02}-15" for month in range(1, 13)],
        ),
    ],
)
def test_kept_are_the_last_days_and_the_last_of_each_month(days: list[str], kept: list[str]) -> None:
    """Seven days with a backup, and twelve months."""
    backups = [Backup(date.fromisoformat(one), Path(one)) for one in days]

    gone = superfluous(backups)

    assert [one.path.name for one in backups if one not in gone] == kept


def test_kept_of_a_large_ledger_are_two_whole_copies_with_what_followed() -> None:
    """Parts without the copy that they build on are worth nothing."""
    written = ["01-01", "01-02+", "02-01", "02-09+", "03-01", "03-02+"]
    backups = [
        Backup(date.fromisoformat(f"2024-{one[:5]}"), Path(one), is_part=one.endswith("+")) for one in written
    ]

    assert [one.path.name for one in superfluous(backups)] == ["01-01", "01-02+"]
    assert [one.path.name for one in needed_for(backups[3], backups)] == ["02-01", "02-09+"]
    assert needed_for(backups[1], backups[1:]) == []


def test_old_backups_go_when_a_new_one_is_made(ledger: Ledger) -> None:
    """Files of other names in the folder stay."""
    ledger.add(KEY, BUREAU, said("一"))
    back_up(ledger, day(-20))
    (backup_folder(ledger.path) / "ledger-2024-13-77.db").write_bytes(b"")
    (backup_folder(ledger.path) / "readme.txt").write_bytes(b"")
    for number in range(3):
        back_up(ledger, day(number), days=2)

    assert [one.day.isoformat() for one in backups_of(ledger.path)] == [
        "2024-06-30",
        "2024-07-01",
        "2024-07-02",
    ]
    assert names(backup_folder(ledger.path))[-1] == "readme.txt"


def test_a_part_goes_before_the_copy_it_builds_on(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever a program ends while it removes old backups, each that is left can be put back."""
    for number, large in ((1, LARGE), (2, 0), (3, 0), (4, LARGE)):
        ledger.add(KEY, BUREAU, said(f"{number}"))
        back_up(ledger, day(number), large=large)
    removed: list[str] = []
    unlink = Path.unlink

    def unlink_and_look(path: Path, missing_ok: bool = False) -> None:
        unlink(path, missing_ok=missing_ok)
        if path.parent == backup_folder(ledger.path) and path.suffix == ".db":
            removed.append(path.name)
            assert all(one.is_complete for one in list_backups(ledger.path))

    monkeypatch.setattr(Path, "unlink", unlink_and_look)
    ledger.add(KEY, BUREAU, said("5"))
    back_up(ledger, day(5))

    assert removed == ["ledger-2024-07-03.new.db", "ledger-2024-07-02.new.db", "ledger-2024-07-01.db"]


def entry(ledger: Ledger, number: int) -> BackupEntry:
    """Return what the list says of a day's backup."""
    (found,) = (one for one in list_backups(ledger.path) if one.day == day(number).date() and not one.is_kept)
    return found


def test_a_large_ledger_is_copied_once_a_month(ledger: Ledger) -> None:
    """Between two copies only what is new is written, and each day comes back as it was."""
    rows: dict[int, object] = {}
    for number in (1, 2, 3):
        note = ledger.add(KEY, BUREAU, said(f"{number}"))
        ledger.edit(note.id, said(f"{number} 改"))
        ledger.record([NewEvent(Choice("period", f"{number}"), JUNE)])
        back_up(ledger, day(number), large=0)
        rows[number] = all_rows(ledger.path)
    back_up(ledger, day(40), large=0)

    assert names(backup_folder(ledger.path)) == [
        "ledger-2024-07-01.db",
        "ledger-2024-07-02.new.db",
        "ledger-2024-07-03.new.db",
        "ledger-2024-08-09.db",
    ]
    found = list_backups(ledger.path)
    assert [(one.notes, one.is_part, one.is_complete) for one in found] == [
        *((1, False, True), (2, True, True), (3, True, True), (3, False, True))
    ]
    ledger.close()
    for number, before in rows.items():
        restore(ledger.path, entry(ledger, number), day(60 + number))
        assert all_rows(ledger.path) == before
        assert integrity(ledger.path) == "ok"
        with Ledger(ledger.path, "", read_only=True) as restored:
            assert (restored.differences(), restored.faults()) == ([], [])


def all_rows(path: Path) -> object:
    """Return the rows of notes, actions, drafts and events."""
    with closing(sqlite3.connect(path)) as connection:
        return old_rows(path), connection.execute("SELECT * FROM event ORDER BY seq").fetchall()


@pytest.mark.parametrize("large", [0, 1 << 30])
def test_extra_backups_of_one_day(ledger: Ledger, large: int) -> None:
    """Before something comes in the ledger is kept, whatever the day has; each comes back as it was."""
    ledger.add(KEY, BUREAU, said("1"))
    back_up(ledger, day(0), large=large)
    for number in (2, 3):
        ledger.add(KEY, BUREAU, said(f"{number}"))
        assert back_up(ledger, day(0) + timedelta(hours=number), large=large, is_extra=True)
    ledger.add(KEY, BUREAU, said("4"))
    ledger.close()

    entries = list_backups(ledger.path)
    assert [(one.time, one.notes) for one in entries] == [("", 1), ("140000", 2), ("150000", 3)]
    for one in reversed(entries):
        restore(ledger.path, one, day(1))
        assert len(texts(ledger.path)) == one.notes


def test_parts_are_not_built_on_another_ledgers_copy(ledger: Ledger, tmp_path: Path) -> None:
    """After another ledger was put there, it is copied whole."""
    ledger.add(KEY, BUREAU, said("一"))
    back_up(ledger, day(1), large=0)
    ledger.close()
    ledger.path.unlink()
    with Ledger(ledger.path, "张三", Clock()) as other:
        other.add(KEY, BUREAU, said("别的"))
        made = back_up(other, day(2), large=0)

    assert made
    assert (made.name, texts(made)) == ("ledger-2024-07-02.db", ["别的"])


def test_what_is_replaced_is_kept_with_its_log(ledger: Ledger) -> None:
    """The kept ledger is listed, and put back in the same way."""
    ledger.add(KEY, BUREAU, said("一"))
    back_up(ledger, day(0))
    ledger.add(KEY, BUREAU, said("二"))
    ledger.close()

    done = restore(ledger.path, entry(ledger, 0), day(1))

    assert done.kept_as
    assert saved_ledgers(ledger.path) == [done.kept_as]
    assert (texts(ledger.path), texts(done.kept_as)) == (["一"], ["一", "二"])
    (kept,) = (one for one in list_backups(ledger.path) if one.is_kept)
    assert (kept.notes, kept.path) == (2, done.kept_as)

    again = restore(ledger.path, kept, day(2))
    assert (texts(ledger.path), again.kept_as is not None) == (["一", "二"], True)
    assert integrity(ledger.path) == "ok"


def test_a_window_that_is_open_notices(ledger: Ledger, tmp_path: Path) -> None:
    """It is told as a replaced file, nothing of it is lost, and it goes on once the user says so."""
    ledger.add(KEY, BUREAU, said("一"))
    back_up(ledger, day(0))
    ledger.add(KEY, BUREAU, said("二"))
    ledger.settle()

    done = restore(ledger.path, entry(ledger, 0), day(1))

    with pytest.raises(LedgerReplaced):
        ledger.add(KEY, BUREAU, said("三"))
    assert done.kept_as
    assert texts(done.kept_as) == ["一", "二"]
    ledger.accept_file()
    ledger.add(KEY, BUREAU, said("三"))
    ledger.close()
    assert texts(ledger.path) == ["一", "三"]


def test_a_damaged_ledger_gives_way(ledger: Ledger) -> None:
    """It is kept as it is."""
    ledger.add(KEY, BUREAU, said("一"))
    back_up(ledger, day(0))
    ledger.close()
    ledger.path.write_bytes(b"SQLite format 3\0" + b"?" * 5000)

    done = restore(ledger.path, entry(ledger, 0), day(1))

    assert texts(ledger.path) == ["一"]
    assert done.kept_as
    assert done.kept_as.read_bytes().endswith(b"?")


@pytest.mark.parametrize("is_cut", [True, False])
def test_a_damaged_backup_is_refused(ledger: Ledger, is_cut: bool) -> None:
    """The ledger stays as it is, and nothing is left beside it."""
    ledger.add(KEY, BUREAU, said("一 " * 3000))
    made = back_up(ledger, day(0))
    assert made
    if is_cut:
        made.write_bytes(made.read_bytes()[:-9000])
    else:
        with made.open("r+b") as file:
            file.seek(4096 * 2)
            file.write(b"\xff" * 4096 * 9)
    ledger.add(KEY, BUREAU, said("二"))
    ledger.close()
    found = entry(ledger, 0)

    with pytest.raises(RestoreFailed):
        restore(ledger.path, found, day(1))

    assert len(texts(ledger.path)) == 2
    assert names(ledger.path.parent) == ["ledger-backups", "ledger.db"]


def test_a_part_without_its_copy_is_refused(ledger: Ledger) -> None:
    """It is listed as incomplete."""
    ledger.add(KEY, BUREAU, said("一"))
    whole = back_up(ledger, day(1), large=0)
    ledger.add(KEY, BUREAU, said("二"))
    back_up(ledger, day(2), large=0)
    ledger.close()
    assert whole
    whole.unlink()

    (found,) = list_backups(ledger.path)
    assert (found.notes, found.is_complete) == (None, False)
    with pytest.raises(RestoreFailed) as caught:
        restore(ledger.path, found, day(3))
    assert caught.value.message == "backup.no_whole_copy"


def test_a_demonstration_is_not_put_back(ledger: Ledger, tmp_path: Path) -> None:
    with Ledger(tmp_path / "demo.db", "x", Clock()) as demo:
        demo.become_demo(JUNE)
    size = (tmp_path / "demo.db").stat().st_size
    found = BackupEntry(tmp_path / "demo.db", JUNE, size, 0, None, None, is_kept=True)

    with pytest.raises(UsageError):
        restore(ledger.path, found, day(1))


def test_a_ledger_in_use_is_not_replaced(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another thread or program that reads or writes it at this moment has its log open."""
    ledger.add(KEY, BUREAU, said("一"))
    back_up(ledger, day(0))

    with ledger.snapshot(), pytest.raises(LedgerBusy):
        restore(ledger.path, entry(ledger, 0), day(1))

    assert saved_ledgers(ledger.path) == []
    ledger.close()


def test_names_with_signs_of_patterns(tmp_path: Path) -> None:
    """A ledger's own name is no pattern, and another ledger's backups are not its own."""
    odd, plain = Ledger(tmp_path / "[a]*?.db", "x", Clock()), Ledger(tmp_path / "a.db", "x", Clock())
    for one in (odd, plain):
        one.add(KEY, BUREAU, said("一"))
        back_up(one, day(0))
        one.close()
        restore(one.path, list_backups(one.path)[0], day(1))

    assert [len(list_backups(one.path)) for one in (odd, plain)] == [2, 2]
    with beside(odd.path) as left:
        assert left not in saved_ledgers(odd.path)
