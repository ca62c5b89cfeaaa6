"""Keys that moved: what the new ones do, and that the free ones do nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantui.ui.dialogs.help import HelpScreen
from plantui.ui.dialogs.picker import FacetPicker
from plantui.ui.widgets.lines_view import LinesView
from tests.support.main_host import app_in, screen_of, settle, status


async def test_ctrl_e_filters_by_status(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+e")
        assert isinstance(pilot.app.screen, FacetPicker)


@pytest.mark.parametrize("key", ["f11"])
async def test_a_free_key_does_and_says_nothing(tmp_path: Path, key: str) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("3", "down")
        said, before, theme = status(pilot), screen_of(pilot).session, pilot.app.theme
        await pilot.press(key)
        await settle(pilot)
        assert len(pilot.app.screen_stack) == 1
        assert (status(pilot), screen_of(pilot).session, pilot.app.theme) == (said, before, theme)


async def test_in_the_search_line_the_keys_are_the_fields_own(tmp_path: Path) -> None:
    """Space types, Ctrl+E goes to the end, Ctrl+A to the start, Ctrl+K cuts to the end."""
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("f3", "a", "space", "c", "ctrl+a", "x", "ctrl+e", "d")
        line = screen_of(pilot).query_one("#search")
        assert getattr(line, "value", "") == "xa cd"
        await pilot.press("home", "right", "ctrl+k")
        assert getattr(line, "value", "") == "x"
        assert len(pilot.app.screen_stack) == 1


@pytest.mark.parametrize(("language", "said"), [("zh", "由 F5 改为 Ctrl+G"), ("en", "from F5 to Ctrl+G")])
async def test_the_help_says_where_keys_went(tmp_path: Path, language: str, said: str) -> None:
    from plantui.model.terms import Language

    async with app_in(tmp_path, language=Language(language)).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert said in pilot.app.screen.query_one(LinesView).text.replace("\n", " ")


async def test_ctrl_c_where_nothing_is_copied_shows_no_foreign_text(tmp_path: Path) -> None:
    """Textual would say in English which key quits."""
    async with app_in(tmp_path).run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("6", "ctrl+c")
        await settle(pilot)
        assert not [toast.message for toast in pilot.app._notifications]
