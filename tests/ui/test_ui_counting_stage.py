"""The statistics and exports of the screen where the office counts checked notes only; the list counts all."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from plantui.model.event import Choice
from plantui.model.terms import Language
from plantui.store.ledger import NewEvent
from plantui.ui.dialogs.stats import StatsScreen
from tests.support.main_host import TODAY, app_in, ledger_in, screen_of, settle, status, with_notes


def with_uncounted_notes(folder: Path) -> None:
    """Write two notes that nobody has checked, one of them completed, in an office that counts checked ones."""
    with_notes(folder)
    ledger_in(folder).record([NewEvent(Choice("counting_stage", "checked"), TODAY)])


@pytest.mark.parametrize(
    ("language", "said"),
    [(Language.ZH, "有 2 条进展尚未审核，不计入"), (Language.EN, "2 notes not yet checked are not counted.")],
)
async def test_statistics_say_what_they_leave_out(tmp_path: Path, language: Language, said: str) -> None:
    with_uncounted_notes(tmp_path)
    async with app_in(tmp_path, language=language).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert screen_of(pilot).session.workspace.done.bit_count() == 1
        await pilot.press("6")
        await settle(pilot)
        stats = pilot.app.screen
        assert isinstance(stats, StatsScreen)
        assert stats._overall.done == 0
        assert said in " ".join(stats._remarks())


async def test_an_export_has_no_note_that_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with_uncounted_notes(tmp_path)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("f8")
        await settle(pilot)
        pilot.app.screen.query_one(Input).value = str(tmp_path / "通报.md")
        await pilot.press("enter")
        await settle(pilot)
        assert "有 2 条进展尚未审核，不计入。" in status(pilot)
    written = (tmp_path / "通报.md").read_text("utf-8")
    assert "清单已报省厅" not in written
    assert written.rstrip().endswith("有 2 条进展尚未审核，不计入。")
