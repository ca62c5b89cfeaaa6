"""The backup after a day's first save on the screen: behind it, and said where it cannot be made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plantui.store.backups import backups_of
from tests.support.main_host import app_in, ledger_in, settle, status


async def save(pilot: Pilot[None], text: str) -> None:
    """Write a note on the task under the cursor."""
    await pilot.press("f2")
    await pilot.pause()
    await pilot.press(*text, "ctrl+s")
    await settle(pilot)


async def test_the_first_save_makes_a_backup(tmp_path: Path) -> None:
    """The second one of the day does not."""
    path = ledger_in(tmp_path).path
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down")
        assert backups_of(path) == []
        await save(pilot, "一")
        (made,) = backups_of(path)
        before = made.path.read_bytes()
        await save(pilot, "二")

        assert backups_of(path) == [made]
        assert made.path.read_bytes() == before
        assert len(ledger_in(tmp_path).notes()) == 2


async def test_no_room_is_said_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The note is saved all the same; the next save tries again without a word."""
    full = shutil.disk_usage(tmp_path)._replace(free=0)
    async with app_in(tmp_path).run_test(size=(160, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down")
        with monkeypatch.context() as patch:
            patch.setattr(shutil, "disk_usage", lambda path: full)
            await save(pilot, "一")
            told = status(pilot)
            await save(pilot, "二")

            assert "今天没有做备份" in told
            assert "已保存" in status(pilot)
            assert backups_of(ledger_in(tmp_path).path) == []
        await save(pilot, "三")

    assert len(ledger_in(tmp_path).notes()) == 3
    assert len(backups_of(ledger_in(tmp_path).path)) == 1
