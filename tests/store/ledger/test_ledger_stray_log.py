"""A killed program left its log beside the ledger, and the ledger was exchanged before the next start."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from plantui.store.ledger import Ledger, LedgerLogStray, stray_log
from plantui.store.ledger.contents import Contents, read_contents
from tests.support.ledger_samples import BUREAU, KEY, Clock, integrity, said

IDLE = 3600.0
"""Long enough that nothing folds the log by itself here."""
LONG = "进展情况" * 300


def killed(folder: Path) -> Path:
    """Return a ledger as a kill leaves it: its newest note is in the log alone. A copy from before lies beside it."""
    used = folder / "used.db"
    with Ledger(used, "张三", Clock()) as ledger:
        for number in range(30):
            ledger.add(KEY, BUREAU, said(f"早先 {number} {LONG}"))
    shutil.copyfile(used, folder / "older.db")
    with Ledger(used, "张三", Clock()) as ledger:
        for number in range(30):
            ledger.add(KEY, BUREAU, said(f"后来 {number} {LONG}"))
    left = folder / "ledger.db"
    with Ledger(used, "张三", Clock(), idle_seconds=IDLE) as ledger:
        ledger.add(KEY, BUREAU, said("最后"))
        shutil.copyfile(used, left)
        shutil.copyfile(f"{used}-wal", f"{left}-wal")
    return left


def other_ledger(folder: Path) -> Path:
    """Make another ledger."""
    path = folder / "other.db"
    with Ledger(path, "王五", Clock()) as ledger:
        for number in range(50):
            ledger.add(KEY, BUREAU, said(f"别的 {number} {LONG}"))
    return path


def progress_in(path: Path) -> set[str]:
    """Return what the notes of a ledger say."""
    with Ledger(path, "李四", Clock()) as ledger:
        return {note.content.progress for note in ledger.notes()}


def test_a_log_of_the_file_itself_is_played(tmp_path: Path) -> None:
    left = killed(tmp_path)

    assert "最后" in progress_in(left)
    assert integrity(left) == "ok"
    assert not list(tmp_path.glob("*saved*"))
    assert not list(tmp_path.glob(".plantui*"))


@pytest.mark.parametrize("writes", [False, True], ids=["reading", "writing"])
@pytest.mark.parametrize("made", ["older copy", "other ledger"])
def test_a_log_of_another_file_is_kept_apart(tmp_path: Path, made: str, writes: bool) -> None:
    left = killed(tmp_path)
    old = left.rename(tmp_path / "moved away")
    new = tmp_path / "older.db" if made == "older copy" else other_ledger(tmp_path)
    shutil.copyfile(new, left)
    before = left.read_bytes()

    with Ledger(left, "张三", Clock()) as ledger, pytest.raises(LedgerLogStray) as refused:
        if writes:
            ledger.add(KEY, BUREAU, said("新的"))
        else:
            ledger.notes()
    saved = Path(str(refused.value.facts["saved"]))

    assert left.read_bytes() == before
    assert progress_in(left) == progress_in(new)
    assert integrity(left) == "ok"
    # The old file beside it under the log's name is the whole old ledger again.
    whole = saved.with_name(saved.name.removesuffix("-wal"))
    old.rename(whole)
    assert "最后" in progress_in(whole)
    assert not list(tmp_path.glob(".plantui*"))


def test_a_log_that_vanishes_meanwhile_is_nobody_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last program that used the ledger leaves while the log is looked at: it folds the log into the file."""
    left = killed(tmp_path)

    def leaving(*arguments: Any) -> Contents:
        found = read_contents(*arguments)
        with closing(sqlite3.connect(left)) as other:
            assert other.execute("SELECT count(*) FROM note").fetchone()
        assert not left.with_name(f"{left.name}-wal").exists()
        return found

    monkeypatch.setattr(stray_log, "read_contents", leaving)

    assert "最后" in progress_in(left)
    assert not list(tmp_path.glob("*saved*"))
    assert not list(tmp_path.glob(".plantui*"))
