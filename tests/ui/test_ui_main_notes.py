"""From the list to a saved note and back: saving, going on, undo and redo, drafts, a second program."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plantui.model.key import TaskKey
from plantui.model.note import Draft, NoteContent
from plantui.model.terms import Language, Status
from plantui.query.filter import Filter
from plantui.query.missing import missing_now
from plantui.store.index.bits import rows_of
from plantui.store.ledger import Ledger
from plantui.ui.editor import NoteHistory
from plantui.ui.editor.note_text import NoteText
from plantui.ui.editor.reference import Reference
from plantui.ui.editor.status_line import EditorStatus
from plantui.ui.widgets.bars import KeyBar, TextBar
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.row_list import RowList
from tests.support.main_host import (
    MOMENT,
    TODAY,
    app_in,
    current_title,
    ledger_in,
    screen_of,
    seen_rows,
    settle,
    status,
)

KEY = TaskKey("sanmenxia-2023-2025", "1")
DONE = NoteContent(Status.COMPLETED, "全部完成 [2023]20号 [/]", 100, as_of=TODAY)


async def test_a_note_is_written_with_four_keys_and_the_cursor_goes_on(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "f2")
        await pilot.pause()
        await pilot.press(*"已启动", "ctrl+s")
        await settle(pilot)
        notes = ledger_in(tmp_path).notes()

        assert [(note.key, note.department, note.content.progress) for note in notes] == [
            (KEY, "市生态环境局", "已启动")
        ]
        assert f"已保存（截至 {TODAY.isoformat()}）：" in screen_of(pilot).status_bar.render_line(0).text
        assert current_title(pilot) == "创建空气质量二级达标县（市）"
        assert seen_rows(pilot)[2].split()[1] == "推进中"


async def test_a_completed_task_turns_blue_and_counts_in_its_branches(tmp_path: Path) -> None:
    ledger_in(tmp_path).add(KEY, "市生态环境局", DONE)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        rows = [row.split() for row in seen_rows(pilot)]
        await pilot.press("down", "down", "enter")
        await settle(pilot)

        assert rows[2][:2] == ["蓝", "已完成"]
        assert (rows[0][:2], rows[1][0]) == (["红10", "1/24"], "1/2")
        pane = screen_of(pilot).query_one("#pane", LinesView).text
        assert "全部完成 [2023]20号 [/]" in pane
        assert f"{TODAY}  已完成   100%  市生态环境局" in pane


async def test_undo_and_redo_speak_and_outlive_a_restart(tmp_path: Path) -> None:
    ledger_in(tmp_path).add(KEY, "市生态环境局", DONE)
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+z")
        await settle(pilot)
        undone = status(pilot)
        after_undo = seen_rows(pilot)[2].split()[:2]
        await pilot.press("ctrl+y")
        await settle(pilot)

        assert undone == "已撤销填报：三门峡市生态环境三年行动计划 第1项 市生态环境局 2025年12月进展"
        assert after_undo == ["黄", "未启动"]
        assert status(pilot) == "已重做填报：三门峡市生态环境三年行动计划 第1项 市生态环境局 2025年12月进展"
        assert seen_rows(pilot)[2].split()[:2] == ["蓝", "已完成"]


async def test_undo_says_what_it_passed_over(tmp_path: Path) -> None:
    own = ledger_in(tmp_path)
    own.add(KEY, "市生态环境局", DONE)
    later = own.add(TaskKey(KEY.plan, "2"), "市生态环境局", DONE)
    with Ledger(own.path, "李四", clock=lambda: MOMENT) as other:
        other.edit(later.id, DONE._replace(progress="改过"))
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+z")
        await settle(pilot)

        told = "".join(status(pilot).split())
        assert told.startswith("已撤销填报：三门峡市生态环境三年行动计划第1项")
        assert "已跳过其后由李四改动的三门峡市生态环境三年行动计划第2项" in told
        assert [note.content.progress for note in ledger_in(tmp_path).notes()] == ["改过"]


@pytest.mark.parametrize(("language", "mark"), [(Language.ZH, "[已报]"), (Language.EN, "[reported]")])
async def test_own_tasks_reported_in_this_period_are_marked(
    tmp_path: Path, language: Language, mark: str
) -> None:
    """In view 2 alone, in words, at the own report of this month and not at the last month's; 80 columns keep the title."""
    ledger = ledger_in(tmp_path)
    said = DONE._replace(status=Status.IN_PROGRESS, percent=50)
    ledger.add(TaskKey("zhengzhou-2023-2025", "2"), "市工信局", said)
    ledger.add(TaskKey("zhengzhou-2023-2025", "6"), "市工信局", said._replace(as_of=date(2025, 10, 31)))
    app = app_in(tmp_path, department="郑州市/市工信局", language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2")
        await settle(pilot)
        session = screen_of(pilot).session
        tasks = session.library.tasks(session.task_rows())
        own = session.own_department
        assert own is not None
        rows = seen_rows(pilot)[: len(tasks)]

        (marked,) = (task for task, row in zip(tasks, rows, strict=True) if mark in row)
        assert marked.id == "2"
        assert list(rows_of(missing_now(session.workspace).reported(own))) == [marked.pk]
        assert f"{mark} {marked.title[:8]}" in "".join(rows)
        await pilot.press("1")
        await settle(pilot)
        assert not any(mark in row for row in seen_rows(pilot))


async def test_nothing_to_undo_is_said(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+z")
        await settle(pilot)

        assert "没有可撤销" in status(pilot)
        assert not (tmp_path / "data").exists()


async def test_a_draft_left_behind_is_offered_and_marked(tmp_path: Path) -> None:
    content = NoteContent(Status.IN_PROGRESS, "写到一半", as_of=TODAY)
    with ledger_in(tmp_path) as ledger:
        ledger.save_draft(Draft(KEY, "市生态环境局", "张三", content))
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        assert "推进空气质量排名进位" in status(pilot)
        assert "[草稿]" in seen_rows(pilot)[2]


async def test_what_another_plantui_writes_is_noticed(tmp_path: Path) -> None:
    ledger_in(tmp_path).add(TaskKey("sanmenxia-2023-2025", "2"), "市生态环境局", DONE)
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        ledger_in(tmp_path).add(KEY, "市生态环境局", DONE)
        screen_of(pilot).reader.read_if_changed()
        await settle(pilot)

        assert seen_rows(pilot)[2].split()[:2] == ["蓝", "已完成"]


async def test_a_task_that_names_nobody_says_what_to_do(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("9", "end", "f2")

        assert "F4" in status(pilot)


async def test_the_own_department_reports_on_a_task_that_names_nobody(tmp_path: Path) -> None:
    async with app_in(tmp_path, department="郑州市/市生态环境局").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("1", "9", "end", "f2")
        await pilot.pause()
        await pilot.press(*"已启动", "ctrl+s")
        await settle(pilot)

        assert [note.department for note in ledger_in(tmp_path).notes()] == ["市生态环境局"]
        assert seen_rows(pilot)[-1].split()[1] == "推进中"


async def test_a_note_is_revised_and_retracted_from_its_history(tmp_path: Path) -> None:
    ledger_in(tmp_path).add(KEY, "市生态环境局", DONE)
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "8")
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        await pilot.press(*"又查过", "ctrl+s")
        await settle(pilot)
        revised = [note.content.progress for note in ledger_in(tmp_path).notes()]
        await pilot.press("8")
        await settle(pilot)
        await pilot.press("delete")
        await settle(pilot)
        history = pilot.app.screen
        assert isinstance(history, NoteHistory)
        assert "Ctrl+Z" in history.query_one(EditorStatus).text
        revisions = history.query_one("#revisions", RowList)
        assert (len(revisions.rows), revisions.cursor) == (3, 2)
        await pilot.press("escape")
        await settle(pilot)

        assert revised == ["全部完成 [2023]20号 [/]又查过"]
        assert ledger_in(tmp_path).notes() == []
        assert "Ctrl+Z" in status(pilot)
        assert seen_rows(pilot)[2].split()[:2] == ["黄", "未启动"]


async def test_the_pane_shows_the_text_that_counts_of_a_note_moved_to_an_earlier_day(tmp_path: Path) -> None:
    first = ledger_in(tmp_path).add(KEY, "市生态环境局", DONE._replace(progress="写错了月份"))
    earlier = DONE._replace(progress="其实是五月", as_of=date(TODAY.year, 5, 31))
    ledger_in(tmp_path).edit(first.id, earlier)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        pane = screen_of(pilot).query_one("#pane", LinesView).text
        assert pane.index("其实是五月") < pane.index("写错了月份")


async def test_a_task_without_notes_or_with_a_retracted_one_says_the_way_on(tmp_path: Path) -> None:
    note = ledger_in(tmp_path).add(KEY, "市生态环境局", DONE)
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "down", "8")
        await settle(pilot)
        history = pilot.app.screen
        assert "按 Esc 返回，再按 F2 填报" in history.query_one(EditorStatus).text
        keys = "".join(segment.text for segment in history.query_one(KeyBar).render_line(0))
        assert keys.split() == ["Esc", "返回"]

        await pilot.press("escape", "up")
        ledger_in(tmp_path).retract(note.id)
        await pilot.press("8")
        await settle(pilot)
        await pilot.press("f2")
        await pilot.pause()
        assert "已撤回，不能再改" in pilot.app.screen.query_one(EditorStatus).text


async def test_f12_tells_of_notes_that_count_for_nobody(tmp_path: Path) -> None:
    """Of a department that the task does not name, and of a task that is in no plan."""
    with ledger_in(tmp_path) as ledger:
        for key, department in (
            (TaskKey("zhengzhou-2023-2025", "1"), "市环委攻坚办公室"),
            (TaskKey("gone", "9"), "市水利局"),
        ):
            ledger.add(key, department, NoteContent(Status.IN_PROGRESS, "开工", as_of=TODAY))
    app = app_in(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("f12")
        await settle(pilot)
        rows = app.screen.query_one("#problems", RowList)
        problems = [problem.message for problem in rows.rows]
        assert problems == ["problems.orphaned", "problems.unnamed_renamed"]
        await pilot.press("down")
        await settle(pilot)
        seen = "\n".join(
            "".join(segment.text for segment in strip).rstrip()
            for strip in app.screen._compositor.render_strips()
        )
        assert "[[departments]]" in seen and '"市环委攻坚办公室"' in seen


async def test_what_is_being_written_in_another_window_is_not_offered_here(tmp_path: Path) -> None:
    content = NoteContent(Status.IN_PROGRESS, "那边正在写", as_of=TODAY)
    with ledger_in(tmp_path) as other_window:
        other_window.save_draft(Draft(KEY, "市生态环境局", "张三", content))
        async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
            await settle(pilot)

            assert status(pilot) == ""
            assert "[草稿]" not in seen_rows(pilot)[2]
            await pilot.press("down", "down", "f2")
            await settle(pilot)
            assert pilot.app.screen.query_one("#progress", NoteText).value == ""


async def test_a_support_departments_report_is_seen_in_row_and_pane(tmp_path: Path) -> None:
    """The status is the lead's; the row has a mark, the pane the department, the day and the text."""
    key = TaskKey("sanmenxia-2023-2025", "8")
    app = app_in(tmp_path, filter=Filter(plans=(key.plan,)))
    plan = app.library.plan(key.plan)
    assert plan is not None
    pk = app.library.row_of(plan, key.task)
    assert pk is not None
    support = app.library.task(pk).departments.support[0]
    content = NoteContent(Status.IN_PROGRESS, "已报方案", 25, as_of=TODAY)
    ledger_in(tmp_path).add(key, support, content)
    async with app.run_test(size=(140, 50)) as pilot:
        await settle(pilot)
        screen_of(pilot).reader.go_to(key)
        await pilot.press("enter")
        await settle(pilot)
        marked = [row for row in seen_rows(pilot) if "[另有报送]" in row]
        pane = screen_of(pilot).query_one("#pane", LinesView).text

        assert len(marked) == 1
        assert "未启动" in marked[0]
        assert f"{TODAY}  推进中    25%  {support}" in pane
        assert pane.index("已报方案") < pane.index("工作内容")


async def test_an_overdue_task_that_is_put_off_turns_grey_and_keeps_its_date(tmp_path: Path) -> None:
    """Not red any more, and not green: the row, the bar above and the pane tell, with the reason given."""
    key = TaskKey("zhengzhou-2023-2025", "2")
    app = app_in(tmp_path, filter=Filter(plans=(key.plan,)), clock=lambda: date(2030, 1, 1))
    plan = app.library.plan(key.plan)
    assert plan is not None
    pk = app.library.row_of(plan, key.task)
    assert pk is not None
    due = app.library.tasks([pk])[0].due
    content = NoteContent(Status.DEFERRED, "缓建", as_of=TODAY, reason="市长办公会议定")
    for name in app.library.tasks([pk])[0].accountable:
        ledger_in(tmp_path).add(key, app.library.registry.resolve(plan.region, name).name, content)
    async with app.run_test(size=(140, 50)) as pilot:
        await settle(pilot)
        screen_of(pilot).reader.go_to(key)
        await pilot.press("enter")
        await settle(pilot)
        (row,) = (row for row in seen_rows(pilot) if "暂缓" in row)
        pane = screen_of(pilot).query_one("#pane", LinesView).text

        assert row.split()[:3] == ["灰", "暂缓", due]
        assert "灰1" in screen_of(pilot).query_one("#top", TextBar).text
        assert f"逾期不计：暂缓，原时限 {due}" in pane
        assert "理由：市长办公会议定" in pane


async def test_undo_and_redo_count_as_no_change_in_the_pane(tmp_path: Path) -> None:
    """A retraction that was undone is told as brought back, and the note was never revised."""
    with ledger_in(tmp_path) as ledger:
        ledger.retract(ledger.add(KEY, "市生态环境局", DONE).id)
    async with app_in(tmp_path).run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        pane = screen_of(pilot).query_one("#pane", LinesView)
        await pilot.press("down", "down", "ctrl+z")
        while "最新进展" not in pane.text or "已撤回" in pane.text:
            await settle(pilot)
        restored, before = status(pilot), pane.text
        await pilot.press("ctrl+z")
        while pane.text == before:
            await settle(pilot)

        assert restored == "已恢复：三门峡市生态环境三年行动计划 第1项 市生态环境局 2025年12月进展"
        assert "次修改" not in before
        assert "填报已撤销" in pane.text


async def test_the_task_and_the_note_before_stand_beside_the_form(tmp_path: Path) -> None:
    """A note that is changed is not its own last note: the one before it is, also for carrying forward."""
    ledger = ledger_in(tmp_path)
    ledger.add(KEY, "市生态环境局", NoteContent(Status.IN_PROGRESS, "上月所写", 40, as_of=date(2025, 11, 10)))
    ledger.add(KEY, "市生态环境局", NoteContent(Status.IN_PROGRESS, "本月所写", 60, as_of=TODAY))
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "f2")
        await settle(pilot)
        shown = pilot.app.screen.query_one(Reference)
        assert "本月所写" in shown.text and "2025" in shown.text
        assert "空气质量" in shown.text.replace("\n", "")

        await pilot.press("escape", "8", "f2")
        await settle(pilot)
        shown = pilot.app.screen.query_one(Reference)
        assert "上月所写" in shown.text and "本月所写" not in shown.text
        await pilot.press(
            "home", *["delete"] * 4, "ctrl+d"
        )  # what is written stays, an empty field is filled
        await settle(pilot)
        assert pilot.app.screen.query_one("#progress", NoteText).value == "上月所写"
