"""全单位约定: the office-wide choices in the interface, equal to `plantui office set`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from plantui.model.event import Choice
from plantui.query.office import OfficeChoice
from plantui.ui.dialogs.office import OfficeDialog
from tests.support.main_host import TODAY, app_in, choose_command, ledger_in, screen_of, settle, status


async def opened(pilot: Pilot[Any], row: int) -> OfficeDialog:
    """Open the dialog from the palette, with the cursor on a row."""
    await choose_command(pilot, "全单位约定")
    dialog = pilot.app.screen
    assert isinstance(dialog, OfficeDialog)
    await pilot.press(*["down"] * row)
    return dialog


def said(dialog: OfficeDialog) -> str:
    """Return the sentence above the keys."""
    return "".join(str(dialog.query_one("#status", Static).render()).split())


async def type_value(pilot: Pilot[Any], text: str) -> None:
    """Ask for the value under the cursor and give this one."""
    await pilot.press("enter")
    await pilot.press("home", "ctrl+k", *text, "enter")
    await settle(pilot)


@pytest.mark.parametrize(
    ("row", "typed", "stored"),
    [
        (0, "quarter", "quarter"),
        (1, "-3", "-3"),
        (1, "次月5日前", "+5"),
        (2, "working-days", "working-days"),
        (3, "required", "required"),
        (4, "checked", "checked"),
    ],
)
async def test_a_choice_is_made_for_every_desk_and_undone(
    tmp_path: Path, row: int, typed: str, stored: str
) -> None:
    name = [*OfficeChoice][row]
    async with app_in(tmp_path).run_test(size=(100, 30)) as pilot:
        await opened(pilot, row)
        await type_value(pilot, typed)

        assert screen_of(pilot).session.office.value(name) == stored
        assert stored in status(pilot)
        (event,) = ledger_in(tmp_path).events("choice", today=TODAY)
        assert event.content == Choice(name.value, stored)

        await pilot.press("ctrl+z")
        await settle(pilot)
        assert not screen_of(pilot).session.office.is_made(name)


@pytest.mark.parametrize(
    ("row", "typed"), [(0, "weekly"), (1, "soon"), (2, "no-such-rules"), (3, "checked=boss"), (4, "returned")]
)
async def test_what_is_no_value_is_refused_in_a_sentence_that_says_what_is(
    tmp_path: Path, row: int, typed: str
) -> None:
    async with app_in(tmp_path).run_test(size=(100, 30)) as pilot:
        dialog = await opened(pilot, row)
        await type_value(pilot, typed)

        assert pilot.app.screen is dialog
        assert f"“{typed}”" in said(dialog)
        assert "可用" in said(dialog)
        assert not ledger_in(tmp_path).exists()

        await pilot.press("escape", "escape")
        assert len(pilot.app.screen_stack) == 1


async def test_a_reader_sees_and_changes_nothing(tmp_path: Path) -> None:
    async with app_in(tmp_path, role="reader").run_test(size=(100, 30)) as pilot:
        dialog = await opened(pilot, 0)
        await pilot.press("enter")

        assert not dialog.has_class("asks")
        assert said(dialog)


async def test_the_same_value_again_is_no_action(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(100, 30)) as pilot:
        for _ in range(2):
            await opened(pilot, 0)
            await type_value(pilot, "quarter")

        assert "已经是" in status(pilot)
        assert len(ledger_in(tmp_path).events("choice", today=TODAY)) == 1
