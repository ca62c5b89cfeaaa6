"""Commands that apply where the cursor is: keys, footer and command list give one answer, also for keys that come in one read."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.actions import parse

from plantui.query.filter import Filter
from plantui.ui.commands import COMMANDS, by_id
from plantui.ui.palette import entries
from plantui.ui.screens.applying import CommandPlace, applies, reason_against
from tests.support.main_host import app_in, footer, screen_of, settle, status


def test_every_command_does_something(tmp_path: Path) -> None:
    """A command of the table that the screen does not know would fail at its key."""
    screen = app_in(tmp_path).main_screen

    assert {parse(command.action)[1] for command in COMMANDS} <= set(screen.controls.actions())


@pytest.mark.parametrize(
    ("action", "on_branch", "on_task", "on_nothing"),
    [
        ("note", False, True, False),
        ("history", False, True, False),
        ("copy", True, True, False),
        ("quote", True, True, False),
        ("open", True, True, False),
        ("clear", False, False, False),
        ("unfilter", False, False, False),
        ("fold_all", True, True, True),
        ("back", False, False, False),
        ("undo", True, True, True),
    ],
)
def test_what_applies_on_a_row(
    tmp_path: Path, action: str, on_branch: bool, on_task: bool, on_nothing: bool
) -> None:
    session = app_in(tmp_path).main_screen.session
    rows = session.rows()
    found = [applies(action, CommandPlace(session, row, False, False)) for row in (rows[0], rows[2], None)]

    assert found == [on_branch, on_task, on_nothing]


def test_what_applies_under_a_filter_in_the_pane_and_in_a_list(tmp_path: Path) -> None:
    session = app_in(tmp_path).main_screen.session
    narrowed = session.narrowed(Filter(years=(2025,)))
    task = session.rows()[2]

    assert applies("clear", CommandPlace(narrowed, task, False, False))
    assert applies("back", CommandPlace(session, task, False, True))
    assert not applies("open", CommandPlace(session, task, True, True))
    assert reason_against("note") == "screen.no_task"
    assert reason_against("clear") == ""


@pytest.mark.parametrize("keys", [(), ("down", "down"), ("3",), ("f6", "enter")], ids=" ".join)
async def test_footer_and_command_list_offer_what_the_keys_do(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with app_in(tmp_path).run_test(size=(200, 50)) as pilot:
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)
        screen = screen_of(pilot)
        applying = {command.id for command in COMMANDS if screen.check_action(parse(command.action)[1], ())}
        listed = {
            entry.run.args[0].id  # type: ignore[attr-defined]
            for entry in entries(screen.palette_host)
            if getattr(entry.run, "args", None) and hasattr(entry.run.args[0], "id")  # type: ignore[attr-defined]
        }

        assert listed == {command.id for command in COMMANDS if command.palette} & applying
        shown = footer(pilot)
        for command in COMMANDS:
            if command.footer:
                assert (screen.words(command.title_key) in shown) == (command.id in applying), command.id


async def test_a_key_that_does_nothing_here_says_why(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        said = []
        for key in ("f2", "8"):
            await pilot.press(key)
            await settle(pilot)
            said.append(status(pilot))
            await pilot.press("down", "up")
        await screen_of(pilot).palette_host.run_command(by_id("note"))

        assert said == ["请先选中一项任务"] * 2
        assert status(pilot) == said[0]


async def test_keys_of_one_read_are_judged_one_after_the_other(tmp_path: Path) -> None:
    """↓ ↓ F2 from a slow line arrive at once: F2 is about the task that the arrows went to."""
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in ("down", "down", "f2"):
            pilot.app.post_message(events.Key(key, None))
        await settle(pilot)

        assert pilot.app.screen is screen_of(pilot).notes.editor
