"""补报 and 本期未报送 in the task pane and the history."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from textual.pilot import Pilot

from plantui.model.event import Choice
from plantui.model.note import NoteContent
from plantui.model.terms import Status
from plantui.query.filter import Filter
from plantui.store.ledger import Ledger, NewEvent
from plantui.ui.editor.history import RevisionText
from plantui.ui.screens.task_pane import TaskPane
from tests.support.main_host import FIRST_TASK, TODAY, app_in, go_to_task, settle

BUREAU = "市生态环境局"


def written(folder: Path, day: date) -> Ledger:
    """Return a ledger whose clock stands at noon of a day."""
    moment = datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
    return Ledger(folder / "data" / "ledger.db", "张三", clock=lambda: moment)


def november_in_december(folder: Path, day: int) -> None:
    """Close November on 5 December, and write of it on a day of December."""
    written(folder, TODAY).record([NewEvent(Choice("closing_day", "+5"), date(2025, 11, 1))])
    content = NoteContent(Status.IN_PROGRESS, "已推进", 30, as_of=date(2025, 11, 30))
    written(folder, date(2025, 12, day)).add(FIRST_TASK, BUREAU, content)


async def pane_of_first_task(pilot: Pilot[None]) -> str:
    """Return the text of the pane on the first task."""
    screen = await go_to_task(pilot)
    await pilot.press("enter")
    await settle(pilot)
    return screen.query_one(TaskPane).text


async def test_pane_and_history_mark_a_note_that_came_late(tmp_path: Path) -> None:
    november_in_december(tmp_path, 8)
    async with app_in(tmp_path, filter=Filter(plans=(FIRST_TASK.plan,))).run_test(size=(140, 40)) as pilot:
        text = await pane_of_first_task(pilot)
        assert "已推进" in text
        assert "补报" in text

        await pilot.press("8")
        await settle(pilot)
        assert "补报" in pilot.app.screen.query_one(RevisionText).text


async def test_a_note_in_time_is_not_marked_and_the_new_period_is_owed(tmp_path: Path) -> None:
    november_in_december(tmp_path, 5)
    async with app_in(tmp_path, filter=Filter(plans=(FIRST_TASK.plan,))).run_test(size=(140, 40)) as pilot:
        text = await pane_of_first_task(pilot)

        assert "补报" not in text
        assert f"本期未报送{BUREAU}" in "".join(text.split())
