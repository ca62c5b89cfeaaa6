"""The export from the main screen: its name, its folder and format, the marked rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from plantui.query.columns import Column, Sorting
from plantui.query.outline import Leaf
from plantui.ui.dialogs.export import ExportDialog
from tests.support.main_host import app_in, screen_of, settle, status


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each with what follows from it."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def offered(pilot: Pilot[None]) -> Path:
    """Return the file that the open dialog offers."""
    assert isinstance(pilot.app.screen, ExportDialog)
    return Path(pilot.app.screen.query_one(Input).value)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


async def test_the_name_says_department_and_month(tmp_path: Path) -> None:
    async with app_in(tmp_path, department="郑州市/市水利局").run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f8")

        assert offered(pilot).name.startswith("郑州市")
        assert offered(pilot).name.endswith("-市水利局-2025-12.md")


async def test_folder_and_format_of_the_last_export_are_offered_again(tmp_path: Path) -> None:
    """Also by the next plantui; a folder that is gone is not."""
    other = tmp_path / "月报"
    other.mkdir()
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f8")
        assert offered(pilot).parent == tmp_path / "here"
        pilot.app.screen.query_one(Input).value = str(other / "台账.csv")
        await press(pilot, "enter")
        assert (other / "台账.csv").exists()
        await press(pilot, "f8")
        assert (offered(pilot).parent, offered(pilot).suffix) == (other, ".csv")
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f8")
        assert (offered(pilot).parent, offered(pilot).suffix) == (other, ".csv")
        (other / "台账.csv").unlink()
        other.rmdir()
        await press(pilot, "escape", "f8")
        assert offered(pilot).parent == tmp_path / "here"


async def test_two_selections_leave_two_files(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f8", "enter", "3", "f8", "enter", "f6", "enter", "f8", "enter")

        assert len(list((tmp_path / "here").iterdir())) == 2 + (screen_of(pilot).session.tasks != 0)


async def test_marked_rows_can_be_exported_alone(tmp_path: Path) -> None:
    """They keep their order of the view; the file says that they were marked, and the message how many."""
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        tasks = [row.task for row in screen.rows.rows if isinstance(row, Leaf)][:3]
        screen.show(screen.session.with_marks([screen.session.key_of(task) for task in tasks]))
        await press(pilot, "f8", "2")
        assert "已选3项" in offered(pilot).name
        pilot.app.screen.query_one(Input).value = str(tmp_path / "here" / "a.json")
        await press(pilot, "enter")
        assert "已导出 3 项" in status(pilot)

    written = json.loads((tmp_path / "here" / "a.json").read_text("utf-8"))
    assert [one["id"] for one in written] == [task.id for task in tasks]


async def test_the_dialog_states_filter_day_and_count(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "enter", "f8")
        strips = pilot.app.screen._compositor.render_strips()
        seen = "\n".join("".join(segment.text for segment in strip) for strip in strips)
        shown = screen_of(pilot).session.tasks.bit_count()

        assert f"当前显示的 {shown} / 140 项任务；筛选条件：" in seen
        assert "截至 2025-12-10" in seen


async def test_an_export_has_the_columns_and_the_order_of_the_screen(tmp_path: Path) -> None:
    columns, sorting = (Column.DUE, Column.TASK), Sorting(Column.DUE, descending=True)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        screen.show(screen.session.with_columns(columns).with_sorting(sorting))
        await press(pilot, "f8")
        pilot.app.screen.query_one(Input).value = str(tmp_path / "列.csv")
        await press(pilot, "enter")
        rows = screen.session.library.tasks(screen.session.task_rows())
    written = (tmp_path / "列.csv").read_text("utf-8-sig").splitlines()

    assert written[0].split(",")[:2] == ["时限", "任务"]
    assert [line.split(",")[0].strip() for line in written[1:]] == [task.due for task in rows]
