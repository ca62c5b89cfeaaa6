"""Keys and clicks that arrive in one read, as over a slow line, from a held key or a paste: no screen is closed twice."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerCancelled

from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Status
from tests.support.burst import send
from tests.support.main_host import TODAY, app_in, ledger_in, settle

KEY = TaskKey("zhengzhou-carbon-peak-2023-2025", "2.1")
OPENERS = {
    "department": "f4",
    "year": "f6",
    "statistics": "6",
    "export": "f8",
    "help": "f1",
    "problems": "f12",
    "palette": "ctrl+p",
    "note": "f2",
    "history": "8",
}
"""The key that opens each kind of dialog of the main screen."""
STORM = ("enter", "escape", "click", "f2", "3")
"""What comes right behind it: each of these before and behind each."""


def click_at(screen: Screen[Any], x: int, y: int) -> events.Click:
    """A click on a place of the screen."""
    return events.Click(screen, x, y, delta_x=0, delta_y=0, button=1, shift=False, meta=False, ctrl=False)


async def back_to_start(pilot: Pilot[None]) -> None:
    """Leave whatever is open."""
    for _ in range(12):
        # Without the pilot's waiting for an idle processor, which a thousand keys would not be worth.
        await pilot.pause(0)
        with suppress(WorkerCancelled):  # that of a screen which was left meanwhile
            await pilot.app.workers.wait_for_complete()
        await pilot.pause(0)
        if len(pilot.app.screen_stack) == 1:
            return
        send(pilot.app, "escape")
    raise AssertionError(f"still open: {pilot.app.screen_stack}")


@pytest.mark.parametrize("opener", OPENERS.values(), ids=OPENERS)
async def test_two_keys_at_once_in_a_dialog(
    tmp_path: Path, opener: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever two come behind the opening key, the program goes on and Esc leads back."""
    monkeypatch.chdir(tmp_path)
    with ledger_in(tmp_path) as ledger:
        ledger.add(KEY, "市工信局", NoteContent(Status.IN_PROGRESS, "进展", 50, as_of=date(2025, 12, 1)))
    app = app_in(tmp_path, clock=lambda: TODAY)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("1", "9", "down", "down", "down", "down")
        for first, second in product(STORM, repeat=2):
            send(app, opener, first, second)
            await back_to_start(pilot)
            send(app, "0", "1")
        await pilot.pause()


async def test_a_command_chosen_twice_in_the_command_list_runs_once(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        dark = app.current_theme.dark
        await pilot.press("ctrl+p", *"明暗")
        await settle(pilot)
        send(app, "enter", "enter")
        await settle(pilot)

        assert len(app.screen_stack) == 1
        assert app.current_theme.dark is not dark


async def test_the_command_list_is_clicked_away_twice(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        palette = app.screen
        for _ in range(2):
            palette.post_message(click_at(palette, 0, 29))
        await settle(pilot)

        assert len(app.screen_stack) == 1


@pytest.mark.parametrize("width", range(1, 8))
async def test_the_command_list_opens_in_a_terminal_of_a_few_columns(tmp_path: Path, width: int) -> None:
    """Of 4 and 5 columns Textual left the texts of the list none, and ended with a ValueError."""
    app = app_in(tmp_path)
    async with app.run_test(size=(width, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", "a", "down")
        await settle(pilot)
        assert isinstance(app.screen, CommandPalette)
        await back_to_start(pilot)


async def test_pages_are_turned_where_there_is_no_line_for_the_command_list(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(1, 1)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        await pilot.press("pagedown", "pageup")
        await back_to_start(pilot)
