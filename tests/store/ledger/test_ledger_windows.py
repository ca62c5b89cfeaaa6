"""Drafts of several windows on one task, and of windows that are gone."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from plantui.model.note import Draft
from plantui.store.ledger import Ledger
from tests.support.ledger_samples import BUREAU, JUNE, KEY, Clock, noon, said

TYPED = Draft(KEY, BUREAU, "", said("窗口甲写的长段文字"))


def window_of(process: int, machine: str | None = None) -> str:
    """Return the id that a window of another process has."""
    from plantui.store.processes import host

    return f"{machine or host()}/{process}/0123456789abcdef"


def gone_process() -> int:
    """Return the number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_two_windows_keep_two_drafts(tmp_path: Path) -> None:
    """Neither takes the place of the other; saving the note of one leaves the other's."""
    path = tmp_path / "ledger.db"
    with Ledger(path, "张三", Clock()) as first, Ledger(path, "张三", Clock()) as second:
        mine = first.save_draft(TYPED)
        theirs = second.save_draft(TYPED._replace(content=said("窗口乙")))

        assert {draft.content.progress for draft in first.drafts()} == {"窗口甲写的长段文字", "窗口乙"}
        assert (first.draft(KEY, BUREAU), second.draft(KEY, BUREAU)) == (mine, theirs)
        assert (first.is_open_elsewhere(mine), first.is_open_elsewhere(theirs)) == (False, True)

        second.add(KEY, BUREAU, said("窗口乙"))

        assert first.drafts() == [mine]
        second.discard_draft(KEY, BUREAU)
        assert first.drafts() == [mine]


def test_draft_of_a_closed_window_is_gone_on_with(tmp_path: Path) -> None:
    """It becomes that of the window that takes it, and goes with its note."""
    path = tmp_path / "ledger.db"
    with Ledger(path, "张三", Clock()) as first:
        first.save_draft(TYPED)
    with Ledger(path, "张三", Clock()) as second:
        found = second.draft(KEY, BUREAU)
        assert found is not None
        taken = second.take_draft(found)

        assert (taken.window, second.drafts()) == (second.window, [taken])
        assert second.take_draft(taken) == taken
        second.add(KEY, BUREAU, said("一"))
        assert second.drafts() == []


def test_after_a_crash_of_two_windows_both_are_kept(tmp_path: Path) -> None:
    """The newest is gone on with; once its note is saved the other is offered."""
    path = tmp_path / "ledger.db"
    clock = Clock()
    for text in ("旧", "新"):
        with Ledger(path, "张三", clock) as ledger:
            ledger.save_draft(TYPED._replace(content=said(text)))

    with Ledger(path, "张三", clock) as ledger:
        for text in ("新", "旧"):
            found = ledger.draft(KEY, BUREAU)
            assert found is not None
            assert found.content.progress == text
            ledger.take_draft(found)
            ledger.add(KEY, BUREAU, found.content)
        assert ledger.drafts() == []


def test_open_window_keeps_its_draft_when_another_takes_it(tmp_path: Path) -> None:
    """The other has a copy."""
    path = tmp_path / "ledger.db"
    with Ledger(path, "张三", Clock()) as first, Ledger(path, "张三", Clock()) as second:
        mine = first.save_draft(TYPED)

        assert second.draft(KEY, BUREAU) is None
        second.take_draft(mine)

        assert len(first.drafts()) == 2
        second.discard_draft(KEY, BUREAU)
        assert first.drafts() == [mine]


def test_draft_that_went_on_meanwhile_is_not_taken_away(tmp_path: Path) -> None:
    """Where its window was thought to be gone."""
    path = tmp_path / "ledger.db"
    with Ledger(path, "张三", Clock()) as first:
        old = first.save_draft(TYPED)
    with Ledger(path, "张三", Clock(JUNE + timedelta(days=1))) as second:
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE draft SET saved_at = '2024-07-01T00:00:00.000000Z'")
        connection.close()
        second.take_draft(old)

        assert len(second.drafts()) == 2


def test_windows_of_other_processes_and_machines(tmp_path: Path) -> None:
    """A process that has ended left its draft behind; another machine's counts as open for a day."""
    kept = TYPED._replace(saved_at=noon(JUNE))
    clock = Clock()
    with Ledger(tmp_path / "ledger.db", "张三", clock) as ledger:
        for days, window, is_open in (
            (0, window_of(gone_process()), False),
            (9, window_of(os.getppid()), True),
            (9, window_of(1), True),
            (0, window_of(1, "other-machine"), True),
            (2, window_of(1, "other-machine"), False),
            (0, "", False),
        ):
            clock.set(JUNE + timedelta(days=days))
            assert ledger.is_open_elsewhere(kept._replace(window=window)) is is_open, window
