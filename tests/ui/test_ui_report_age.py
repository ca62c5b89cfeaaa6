"""Reports older than the plan's target or limit: the column and the pane say so in words, the search line finds them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.plan import Departments, Plan, PlanInfo, Section, Task
from plantui.model.terms import Status, Waiting
from plantui.query.columns import Column
from plantui.store.index.opening import open_library
from plantui.ui.app import PlantuiApp
from tests.support.index_samples import write_plan
from tests.support.main_host import (
    filter_line,
    go_to_task,
    ledger_in,
    options_in,
    pane_text,
    screen_of,
    settle,
)

KEY = TaskKey("p", "1")


def app(folder: Path) -> PlantuiApp:
    """A plan of target and limit: the first task has a report of 80 and one of 40 days, the second none."""
    info = PlanInfo(
        "p", "计划", "计划", "甲市", issued=date(2025, 8, 1), report_target_days=30, report_limit_days=60
    )
    lead = Departments(lead=("市水利局", "市财政局"))
    tasks = (Task("1", "1", "1", "治水", departments=lead), Task("2", "1", "2", "种树"))
    write_plan(folder / "own", Plan(info, (), (Section("1", "一", "任务"),), tasks))
    ledger = ledger_in(folder)
    for department, day in (("市水利局", date(2025, 9, 21)), ("市财政局", date(2025, 10, 31))):
        ledger.add(KEY, department, NoteContent(Status.IN_PROGRESS, "动工", as_of=day))
    library = open_library([folder / "own"], folder / "cache")
    return PlantuiApp(options_in(folder), library, ledger)


async def test_marks_that_were_passed_are_said_and_coloured(tmp_path: Path) -> None:
    async with app(tmp_path).run_test(size=(140, 30)) as pilot:
        screen = await go_to_task(pilot, KEY)
        screen.show(screen.session.with_columns((Column.LIGHT, Column.TASK, Column.AGE)))
        await settle(pilot)
        cells = {
            text.strip(): look
            for row in screen.rows.rows
            for text, look in screen.rows.painter(row, 60)
            if "超" in text
        }
        assert cells == {"40 部分超限": "late", "超限": "late"}
        assert "报送超限 市水利局 80 天未更新（上限 60 天）" in pane_text(pilot)
        assert "超过目标 市财政局 40 天未更新（目标 30 天）" in pane_text(pilot)


async def test_search_line_finds_what_is_over_the_limit(tmp_path: Path) -> None:
    async with app(tmp_path).run_test(size=(140, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f3", *"超限", "enter")
        await settle(pilot)
        session = screen_of(pilot).session
        assert session.active_filter.waiting == (Waiting.TOO_OLD,)
        assert "报送：超限" in filter_line(pilot)
        assert len(session.task_rows()) == 2
