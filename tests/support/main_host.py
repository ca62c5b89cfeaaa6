"""Helpers of the main screen's tests: plantui on the bundled plans, on a fixed day, in a folder of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Language, Status
from plantui.planfile.search_path import bundled_plans
from plantui.query.filter import Filter
from plantui.query.outline import Branch, Leaf
from plantui.query.startup import StartupOptions
from plantui.store.index.opening import open_library
from plantui.store.ledger import Ledger
from plantui.ui.app import PlantuiApp
from plantui.ui.screens.main import MainScreen
from plantui.ui.screens.task_pane import TaskPane
from plantui.ui.widgets.bars import FilterBar, TextBar
from tests.support.settling import settle as settle

TODAY = date(2025, 12, 10)
MOMENT = datetime(2025, 12, 10, 1, 30, tzinfo=UTC)


def options_in(folder: Path, **changes: Any) -> StartupOptions:
    """Return the options to start plantui with: everything it writes goes below `folder`."""
    options = StartupOptions(
        ledger_path=folder / "data" / "ledger.db",
        author="张三",
        clock=lambda: TODAY,
        language=Language.ZH,
        department=None,
        filter=Filter(),
        theme=None,
        config_path=folder / "config" / "config.toml",
        state_path=folder / "state" / "interface.json",
    )
    return options._replace(**changes)


def app_in(folder: Path, **changes: Any) -> PlantuiApp:
    """plantui as started in `folder`."""
    library = open_library([bundled_plans()], folder / "cache")
    return PlantuiApp(options_in(folder, **changes), library, ledger_in(folder))


def ledger_in(folder: Path) -> Ledger:
    """The ledger of that folder, with a clock that stands still."""
    return Ledger(folder / "data" / "ledger.db", "张三", clock=lambda: MOMENT)


FIRST_TASK = TaskKey("sanmenxia-2023-2025", "1")


def with_notes(folder: Path) -> None:
    """Write a note on the first task and change it, so that there is a history, and one on the next task."""
    bureau, ledger = "市生态环境局", ledger_in(folder)
    begun = NoteContent(Status.IN_PROGRESS, "清单已报省厅 [2023]20号", 40, as_of=TODAY)
    note = ledger.add(FIRST_TASK, bureau, begun)
    ledger.edit(note.id, NoteContent(Status.IN_PROGRESS, "清单已报省厅", 60, "资金不足 [/]", as_of=TODAY))
    done = NoteContent(Status.COMPLETED, "完成", 100, as_of=TODAY)
    ledger.add(TaskKey(FIRST_TASK.plan, "2"), bureau, done)


def screen_of(pilot: Pilot[None]) -> MainScreen:
    """The main screen, also below a dialog."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, MainScreen))


async def go_to_task(pilot: Pilot[None], key: TaskKey = FIRST_TASK) -> MainScreen:
    """Put the cursor on a task of the list, once the ledger is read."""
    await settle(pilot)
    screen = screen_of(pilot)
    row = screen.session.row_of(key)
    assert row is not None
    place = screen.session.rows().position_of_task(row)
    assert place is not None
    screen.rows.cursor = place
    await settle(pilot)
    return screen


async def choose_command(pilot: Pilot[Any], name: str) -> None:
    """Choose a command in the palette by its name, once the ledger is read."""
    await settle(pilot)
    await pilot.press("ctrl+p", *name)
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)


def seen_rows(pilot: Pilot[None]) -> list[str]:
    """The rows of the list as painted, those beyond the screen included."""
    rows = screen_of(pilot).rows
    painted = (rows.painter(row, 100) for row in rows.rows)
    return ["".join(text for text, _ in line).rstrip() for line in painted]


def top(pilot: Pilot[None]) -> str:
    """Return the text of the head: the as-of day, and what is shown."""
    screen = screen_of(pilot)
    return f"{screen.session_view.view_strip.text} {screen.query_one('#top', TextBar).text}"


def status(pilot: Pilot[None]) -> str:
    """Return the text of the status line."""
    return screen_of(pilot).query_one("#status", TextBar).text


def pane_text(pilot: Pilot[None]) -> str:
    """Return the text of the task pane, its paragraphs unbroken."""
    return "".join(line.strip() for line in screen_of(pilot).query_one(TaskPane).text.splitlines())


def filter_line(pilot: Pilot[None]) -> str:
    """Return the text of the filter bar."""
    return screen_of(pilot).query_one(FilterBar).text


def footer(pilot: Pilot[None]) -> str:
    """Return the keys that the footer offers, those apart that do nothing here."""
    return screen_of(pilot).key_bar.offered


def current_title(pilot: Pilot[None]) -> str:
    """The task or branch under the cursor."""
    row = screen_of(pilot).rows.current
    if isinstance(row, Leaf):
        return row.task.title
    if isinstance(row, Branch):
        return row.section.title if row.section else row.plan.short_title
    return ""
