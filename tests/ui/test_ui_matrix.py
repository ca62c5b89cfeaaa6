"""The matrix of tasks and departments: its columns, the way sideways, and to one task."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from plantui.query.filter import Filter
from plantui.query.outline import Leaf
from plantui.ui.dialogs.matrix import MatrixScreen
from plantui.ui.widgets.row_list import RowList
from tests.support.main_host import app_in, choose_command, screen_of, settle, with_notes


def head(dialog: MatrixScreen) -> str:
    """Return the line of headings."""
    return str(dialog.query_one("#head", Static).render())


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_palette_opens_it_and_right_and_left_turn_it(tmp_path: Path, size: tuple[int, int]) -> None:
    with_notes(tmp_path)
    chosen = Filter(plans=("sanmenxia-2023-2025",))
    async with app_in(tmp_path, filter=chosen).run_test(size=size) as pilot:
        await choose_command(pilot, "矩阵")
        dialog = pilot.app.screen
        assert isinstance(dialog, MatrixScreen)
        rows = dialog.query_one("#matrix", RowList)
        assert len(rows.rows) > 1
        first = head(dialog)
        await pilot.press("right")
        turned = head(dialog)
        assert turned != first
        await pilot.press("left", "left")
        assert head(dialog) == first
        for _ in range(100):
            await pilot.press("right")
        assert "→" in head(dialog)  # the last department is shown, and there are none behind it
        assert " 0 →" in head(dialog)

        wanted = rows.rows[1].task
        await pilot.press("down", "enter")
        await settle(pilot)
        row = screen_of(pilot).rows.current
        assert isinstance(row, Leaf)
        assert row.task.pk == wanted.pk


async def test_without_such_tasks_it_says_so(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=Filter(words="没有这样的任务")).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen_of(pilot).controls.matrix.show()
        await settle(pilot)
        dialog = pilot.app.screen

        assert isinstance(dialog, MatrixScreen)
        assert "没有多单位" in str(dialog.query_one("#status", Static).render())
