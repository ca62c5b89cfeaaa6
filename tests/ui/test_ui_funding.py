"""Money in the interface: a column of the list, and sums below the statistics of the tasks shown."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Static

from plantui.model.plan import Funding, Plan, PlanInfo, Section, Task
from plantui.query.columns import Column
from plantui.store.index.opening import open_library
from plantui.ui.app import PlantuiApp
from tests.support.index_samples import write_plan
from tests.support.main_host import ledger_in, options_in, screen_of, seen_rows, settle


async def test_money_is_listed_and_added_up(tmp_path: Path) -> None:
    tasks = (
        Task("1", "1", "1", "治水", funding=(Funding(0.1, "亿元"), Funding(800, "万元"))),
        Task("2", "1", "2", "种树", funding=(Funding(source="省级资金[/]"),)),
        Task("3", "1", "3", "修路"),
    )
    plan = Plan(PlanInfo("p", "计划", "计划", "甲市"), (), (Section("1", "一", "任务"),), tasks)
    write_plan(tmp_path / "own", plan)
    library = open_library([tmp_path / "own"], tmp_path / "cache")
    app = PlantuiApp(options_in(tmp_path), library, ledger_in(tmp_path))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        screen.show(screen.session.with_columns((Column.TASK, Column.FUNDING)))
        await settle(pilot)
        rows = [row.split() for row in seen_rows(pilot)]
        assert [row[-1] for row in rows[-3:]] == ["0.1亿元、800万元", "金额未定（省级资金[/]）", "修路"]
        await pilot.press("6")
        await settle(pilot)
        said = str(pilot.app.screen.query_one("#status", Static).content)
        assert "资金：0.1亿元（1 项）、800万元（1 项）、1 项金额未定、1 项没有写资金" in said
