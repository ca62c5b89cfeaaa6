"""Saved views on the screen: saved under a name, opened by a digit after a restart, deleted; what cannot be saved is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from plantui.model.terms import Light
from plantui.query.columns import Column, Sorting
from plantui.query.filter import Filter
from plantui.query.views import View
from plantui.store.saved_views import SavedView, read_views, views_file, write_views
from plantui.ui.dialogs.saved_views import SavedViewsDialog
from tests.support.main_host import app_in, options_in, screen_of, settle, status

CHOSEN = Filter(years=(2024,), lights=(Light.RED,), words="水")


def kept(folder: Path) -> tuple[SavedView, ...]:
    return read_views(views_file(options_in(folder).config_path))


async def test_a_view_is_saved_and_opened_by_its_digit(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=CHOSEN).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        await pilot.press("3")
        screen.show(
            replace(
                screen.session,
                columns=(Column.LIGHT, Column.TASK),
                sorting=Sorting(Column.DUE, descending=True),
            )
        )
        await pilot.press("f10", "f2", *"水利 1", "enter")
        await pilot.pause()
        assert status(pilot) == "已保存视图：水利 1，F10 1 打开"
    assert kept(tmp_path) == (
        SavedView("水利 1", 1, "2024 红 水", "warnings", ("light", "task"), "due", descending=True),
    )
    async with app_in(tmp_path).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f10", "1")
        await settle(pilot)
        session = screen_of(pilot).session
        assert (session.view, session.active_filter) == (View.WARNINGS, CHOSEN)
        assert session.columns == (Column.LIGHT, Column.TASK)
        assert session.sorting == Sorting(Column.DUE, descending=True)
        await pilot.press("f10", "delete")
        await pilot.pause()
        assert status(pilot) == "已删去视图：水利 1"
    assert kept(tmp_path) == ()


async def test_a_name_needs_characters_and_digits_in_it_only_type(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f10", "f2", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SavedViewsDialog)
        await pilot.press(*"12", "enter")
        await pilot.pause()
    assert [one.name for one in kept(tmp_path)] == ["12"]


async def test_what_no_line_can_say_is_not_saved(tmp_path: Path) -> None:
    wanted = Filter(changed_since=date(2026, 1, 1))
    async with app_in(tmp_path).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        screen.session = replace(screen.session, active_filter=wanted)
        await pilot.press("f10", "f2", "a", "enter")
        await pilot.pause()
        assert status(pilot).startswith("这样的筛选不能存成视图")
    assert kept(tmp_path) == ()


async def test_what_a_view_of_others_asks_for_in_vain_is_said(tmp_path: Path) -> None:
    write_views(
        views_file(options_in(tmp_path).config_path),
        [SavedView("a", 1, "2024 牵头:没有的局"), SavedView("b", 2, view="wall")],
    )
    async with app_in(tmp_path).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f10", "1")
        await pilot.pause()
        assert status(pilot) == "“牵头:没有的局”：没有这样的单位。"
        assert screen_of(pilot).session.active_filter == Filter(years=(2024,))
        await pilot.press("f10", "2")
        await pilot.pause()
        assert "view = wall" in status(pilot)
