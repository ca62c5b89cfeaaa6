"""The filter by an office's own tags: a key opens its picker, and the bar shows what was chosen."""

from __future__ import annotations

from pathlib import Path

from plantui.model.plan import Plan, PlanInfo, Section, Task
from plantui.query.filter import Filter
from plantui.store.index.opening import open_library
from plantui.ui.app import PlantuiApp
from tests.support.index_samples import write_plan
from tests.support.main_host import filter_line, ledger_in, options_in, screen_of, settle, top


async def test_tags_are_chosen_from_a_picker(tmp_path: Path) -> None:
    tasks = (
        Task("1", "1", "1", "治水", tags=("民生实事", "重点项目")),
        Task("2", "1", "2", "种树", tags=("民生实事",)),
        Task("3", "1", "3", "修路"),
    )
    plan = Plan(PlanInfo("p", "计划", "计划", "甲市"), (), (Section("1", "一", "任务"),), tasks)
    write_plan(tmp_path / "own", plan)
    library = open_library([tmp_path / "own"], tmp_path / "cache")
    app = PlantuiApp(options_in(tmp_path), library, ledger_in(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("t", *"民生", "enter")
        await settle(pilot)

        assert screen_of(pilot).session.active_filter == Filter(tags=("民生实事",))
        assert "标签：民生实事" in filter_line(pilot)
        assert "2/3" in top(pilot)
