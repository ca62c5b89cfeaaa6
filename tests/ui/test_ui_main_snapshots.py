"""Pictures of the main screen, at three sizes, in both languages, dark and light."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Language, Status
from plantui.query.filter import Filter
from tests.support.main_host import TODAY, app_in, ledger_in, settle

KEY = TaskKey("sanmenxia-2023-2025", "1")


def with_notes(folder: Path) -> None:
    """Two notes: one task completed, one begun."""
    ledger = ledger_in(folder)
    ledger.add(KEY, "市生态环境局", NoteContent(Status.COMPLETED, "已完成 [2023]20号 [/]", 100, as_of=TODAY))
    begun = NoteContent(Status.IN_PROGRESS, "正在推进", 40, "资金不足", "争取省级资金", as_of=TODAY)
    ledger.add(TaskKey(KEY.plan, "2"), "市生态环境局", begun)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=str)
def test_tree(snap_compare: Any, tmp_path: Path, size: tuple[int, int]) -> None:
    """Plans, sections and tasks with lights; from 100 columns the task pane beside them, with the notes."""
    with_notes(tmp_path)

    async def to_second_task(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press("down", "down", "down")
        pilot.app.main_screen.show_in_pane()  # type: ignore[attr-defined]
        await settle(pilot)

    assert snap_compare(app_in(tmp_path), terminal_size=size, run_before=to_second_task)


def test_task_in_the_lists_place(snap_compare: Any, tmp_path: Path) -> None:
    """Under 100 columns Enter opens the task over the whole width."""
    with_notes(tmp_path)

    async def open_task(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await settle(pilot)

    assert snap_compare(app_in(tmp_path), terminal_size=(80, 24), run_before=open_task)


def test_my_department_filtered_by_year(snap_compare: Any, tmp_path: Path) -> None:
    """The own department's tasks of one year, worst light first, the filter in its bar."""
    app = app_in(tmp_path, department="郑州市/市生态环境局", filter=Filter(years=(2025,)))

    async def go_there(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press("2")
        await settle(pilot)

    assert snap_compare(app, terminal_size=(80, 24), run_before=go_there)


def test_english_in_light_colours(snap_compare: Any, tmp_path: Path) -> None:
    """The same tree in English under the light theme."""
    app = app_in(tmp_path, language=Language.EN, theme="textual-light")

    assert snap_compare(app, terminal_size=(100, 30), run_before=settle)


@pytest.mark.parametrize(
    ("keys", "size", "changes"),
    [
        (["3", "down"], (80, 24), {}),
        (["5", "down", "down"], (120, 36), {"language": Language.EN, "theme": "textual-light"}),
        (["ctrl+k", "right", "ctrl+k"], (120, 36), {}),
    ],
    ids=["warnings", "unreported", "columns"],
)
def test_columns(
    snap_compare: Any, tmp_path: Path, keys: list[str], size: tuple[int, int], changes: dict[str, Any]
) -> None:
    """Who and how long in the warnings, the departments over what they have not reported, the choice of columns."""
    with_notes(tmp_path)

    async def go_there(pilot: Pilot[None]) -> None:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    assert snap_compare(app_in(tmp_path, **changes), terminal_size=size, run_before=go_there)
