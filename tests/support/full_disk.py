"""A program on a disk that fills up: a small file system of its own, or a bound on the size of files.

python -m tests.support.full_disk tmpfs FOLDER     (inside a mount namespace, FOLDER a small tmpfs)
python -m tests.support.full_disk bound FOLDER
"""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from plantui.model.note import Draft
from plantui.store.ledger import Ledger, LedgerFull
from tests.support.ledger_samples import BUREAU, KEY, integrity, said
from tests.support.ledger_tables import contents, counting, old_rows
from tests.support.paths import DATA

FIRST_VERSION = DATA / "ledger" / "first-version.db"


INDEX = 32_768
"""Bytes of the index of SQLite's log."""


class Tmpfs:
    """A folder on a small file system, filled up by a file."""

    def __init__(self, folder: Path) -> None:
        self._filler = folder / "filler"

    def fill(self, left: int = 0) -> None:
        """Leave so many bytes, in whole pages."""
        with self._filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError as error:
                assert error.errno == errno.ENOSPC
            file.truncate(max(0, file.tell() - left) // 4096 * 4096)

    def empty(self) -> None:
        """Make room again."""
        self._filler.unlink()


class Bound:
    """A bound on the size of any file that this process writes, as a quota would be."""

    def __init__(self) -> None:
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def fill(self, left: int = 0) -> None:
        """Let files become as long as so many bytes; the index of a log at least, which is not the disk's."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (max(INDEX, left), self._before[1]))

    def empty(self) -> None:
        """Let files grow without end again."""
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)


def main(room: Tmpfs | Bound, folder: Path) -> None:
    """Save until there is no room, find all that was saved, save again once there is; bring old tables up to date."""
    path = folder / "ledger.db"
    saved: list[str] = []
    room.fill()
    refused(lambda: Ledger(path, "甲").add(KEY, BUREAU, said("一")))
    room.empty()
    with Ledger(path, "甲") as ledger:
        saved.append(ledger.add(KEY, BUREAU, said("一")).id)
        room.fill(200_000)
        refused(partial(save_many, ledger, saved))
        refused(lambda: ledger.add_many([KEY] * 30, BUREAU, said("长" * 3_000)))
        refused(lambda: ledger.save_draft(Draft(KEY, BUREAU, "", said("长" * 90_000))))
        assert [note.id for note in ledger.notes()] == saved
        room.empty()
        saved.append(ledger.add(KEY, BUREAU, said("又")).id)
    with Ledger(path, "甲") as ledger:
        assert [note.id for note in ledger.notes()] == saved
    assert integrity(path) == "ok"
    path.unlink()
    bring_up_to_date(room, path)


def bring_up_to_date(room: Tmpfs | Bound, path: Path) -> None:
    """Find the old tables in their place, and read them, where there is no room for the new ones."""
    shutil.copyfile(FIRST_VERSION, path)
    room.fill()
    with Ledger(path, "甲") as ledger:
        refused(lambda: ledger.add(KEY, BUREAU, said("又")))
        assert {note.id for note in ledger.notes()} == {row[0] for row in counting(FIRST_VERSION)}
    room.empty()
    assert (old_rows(path), contents(path)) == (old_rows(FIRST_VERSION), contents(FIRST_VERSION))
    with Ledger(path, "甲") as ledger:
        ledger.add(KEY, BUREAU, said("又"))
    assert old_rows(path) > old_rows(FIRST_VERSION)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def save_many(ledger: Ledger, saved: list[str]) -> None:
    """Save long notes as long as there is room."""
    while True:
        saved.append(ledger.add(KEY, BUREAU, said("长" * 3_000)).id)


def refused(operate: Callable[[], object]) -> None:
    """Do what there is no room for."""
    try:
        operate()
    except LedgerFull:
        return
    raise AssertionError("there was room")


if __name__ == "__main__":
    kind, name = sys.argv[1:]
    os.umask(0o077)
    place = Path(name)
    main(Tmpfs(place) if kind == "tmpfs" else Bound(), place)
    sys.stdout.write("done\n")
