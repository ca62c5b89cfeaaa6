"""Marked tasks: how marks come and go, and one note on all of them."""

from __future__ import annotations

from pathlib import Path

from plantui.model.key import TaskKey
from plantui.model.note import Draft, NoteContent
from plantui.model.terms import Language, Status
from plantui.query.filter import Filter
from plantui.query.outline import DepartmentBranch
from plantui.ui.editor import NoteEditor
from plantui.ui.editor.reference import Reference
from plantui.ui.editor.status_line import EditorStatus
from tests.support.main_host import (
    TODAY,
    app_in,
    current_title,
    footer,
    ledger_in,
    screen_of,
    seen_rows,
    settle,
    status,
    top,
)

PLAN = "sanmenxia-2023-2025"
LATER = NoteContent(Status.IN_PROGRESS, "以后再说", as_of=TODAY)


def marked(pilot: object) -> list[str]:
    """Return the numbers of the marked tasks, ascending."""
    return sorted(key.task for key in screen_of(pilot).session.marked)  # type: ignore[arg-type]


async def test_space_marks_and_goes_down(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "space", "space")
        assert marked(pilot) == ["1", "2"]
        assert "已选 2 项" in top(pilot)
        assert [row[0] for row in seen_rows(pilot)[1:5]] == [" ", "*", "*", " "]
        await pilot.press("up", "space")
        assert marked(pilot) == ["1"]


async def test_on_a_branch_space_marks_all_its_tasks(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "space")
        assert marked(pilot) == ["1", "2"]
        await pilot.press("space")
        assert marked(pilot) == []
        await pilot.press("down", "space", "home", "down", "space")
        assert marked(pilot) == ["1", "2"]


async def test_on_a_department_that_has_not_reported_space_marks_its_tasks(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("5", "home")
        row = screen_of(pilot).rows.current
        assert isinstance(row, DepartmentBranch)
        await pilot.press("space")
        assert len(screen_of(pilot).session.marked) == row.total


async def test_a_folded_branch_is_left_behind(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "left")
        before = current_title(pilot)
        await pilot.press("space")
        assert current_title(pilot) != before
        assert marked(pilot) == ["1", "2"]


async def test_ctrl_a_marks_what_is_shown_and_marks_outlive_the_filter(tmp_path: Path) -> None:
    async with app_in(tmp_path, filter=Filter(plans=(PLAN,))).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        shown = screen_of(pilot).session.tasks.bit_count()
        await pilot.press("ctrl+a")
        assert len(marked(pilot)) == shown == 24
        await pilot.press("f3", *"空气")
        few = screen_of(pilot).session.tasks.bit_count()
        assert len(marked(pilot)) == 24
        assert f"已选 24 项（{24 - few} 项未显示）" in top(pilot)
        await pilot.press("enter", "ctrl+a")
        assert len(marked(pilot)) == 24 - few
        await pilot.press("0", "ctrl+a", "ctrl+a")
        assert marked(pilot) == []


async def test_esc_takes_the_marks_away_last(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "Esc" not in footer(pilot)
        await pilot.press("down", "down", "space", "enter")
        await pilot.press("escape")
        assert marked(pilot) == ["1"]
        assert "Esc" in footer(pilot)
        await pilot.press("escape")
        assert marked(pilot) == []


async def test_one_note_on_all_marked_tasks_that_one_undo_takes_back(tmp_path: Path) -> None:
    app = app_in(tmp_path, department="三门峡市/市生态环境局")
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("space", "space", "space", "f2")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, NoteEditor)
        heading = str(screen.query_one("#heading").render())
        assert "市生态环境局" in heading
        assert "3 项任务（" in heading
        await pilot.press(*"同时推进", "ctrl+s")
        await settle(pilot)
        notes = ledger_in(tmp_path).notes()
        assert [(note.department, note.content.progress) for note in notes] == [
            ("市生态环境局", "同时推进")
        ] * 3
        assert len({note.key for note in notes}) == 3
        assert "已保存 3 项" in status(pilot)
        assert marked(pilot) == []

        await pilot.press("ctrl+z")
        await settle(pilot)
        assert ledger_in(tmp_path).notes() == []
        assert status(pilot).startswith("已撤销填报：三门峡")
        await pilot.press("ctrl+y")
        await settle(pilot)
        assert len(ledger_in(tmp_path).notes()) == 3


async def test_what_the_department_may_not_report_on_is_named_and_stays_marked(tmp_path: Path) -> None:
    """Of the first ten tasks 市生态环境局 does not report on all."""
    app = app_in(tmp_path, department="三门峡市/市生态环境局", filter=Filter(plans=(PLAN,)))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        session = screen_of(pilot).session
        tasks = [session.task_of(TaskKey(PLAN, str(number))) for number in range(1, 25)]
        others = [task.id for task in tasks if task and "市生态环境局" not in session.reporters(task)]
        assert 0 < len(others) < 24
        await pilot.press("1", "ctrl+a", "f2")
        await settle(pilot)
        said = pilot.app.screen.query_one(EditorStatus).text
        assert said.startswith(f"市生态环境局不填报的 {len(others)} 项已略去：")
        await pilot.press(*"好", "ctrl+s")
        await settle(pilot)
        assert len(ledger_in(tmp_path).notes()) == 24 - len(others)
        assert marked(pilot) == sorted(others)


async def test_another_draft_is_not_lost_to_the_joint_note(tmp_path: Path) -> None:
    ledger = ledger_in(tmp_path)
    first = TaskKey(PLAN, "1")
    ledger.save_draft(Draft(first, "市生态环境局", "张三", LATER))
    ledger.close()
    app = app_in(tmp_path, department="三门峡市/市生态环境局")
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("1", "home", "down", "space", "f2")
        await settle(pilot)
        await pilot.press(*"同时推进", "escape")
        await settle(pilot)
        kept = {draft.key: draft.content.progress for draft in ledger_in(tmp_path).drafts()}
        assert kept == {first: "以后再说", TaskKey(PLAN, "2"): "同时推进"}


async def test_nothing_is_carried_forward_into_a_joint_note(tmp_path: Path) -> None:
    app = app_in(tmp_path, department="三门峡市/市生态环境局", language=Language.EN)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("space", "space", "f2")
        await pilot.pause()
        await pilot.press("ctrl+d")
        assert "the last notes on these tasks differ" in pilot.app.screen.query_one(EditorStatus).text


async def test_the_requirements_of_the_marked_tasks_stand_beside_the_form(tmp_path: Path) -> None:
    app = app_in(tmp_path, department="三门峡市/市生态环境局")
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("1", "home", "down", "space", "f2")
        await settle(pilot)
        tasks = [screen_of(pilot).session.task_of(TaskKey(PLAN, number)) for number in ("1", "2")]
        shown = pilot.app.screen.query_one(Reference).text.replace("\n", "")

        assert all(task and task.title in shown for task in tasks)
