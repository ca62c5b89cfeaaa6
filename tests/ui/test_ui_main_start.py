"""The main screen while a ledger takes its time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from threading import Event

import pytest

from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Status
from plantui.planfile.search_path import bundled_plans
from plantui.query import kept
from plantui.query.opening import open_workspace
from plantui.query.packed_reports import PackedReports
from plantui.store.index.opening import open_library
from plantui.store.ledger import Ledger
from plantui.store.ledger.current import LatestReports
from plantui.store.ledger.log_state import LogState
from plantui.ui.app import PlantuiApp
from tests.support.main_host import MOMENT, TODAY, options_in, seen_rows, settle, top

EARLY = TaskKey("sanmenxia-2023-2025", "1")
LATE = TaskKey("sanmenxia-2023-2025", "2")


class SlowLedger(Ledger):
    """A ledger that reads its notes on all tasks only once it may."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "张三", clock=lambda: MOMENT)
        self.may_read = Event()

    def latest_beside_log(self, today: date, since: LogState | None = None) -> LatestReports | None:
        if since is None:
            self.may_read.wait(30)
        return super().latest_beside_log(today, since)


async def test_tasks_on_the_screen_have_their_lights_before_the_ledger_is_read(tmp_path: Path) -> None:
    """A ledger of a province takes seconds; figures that need all of it are left open until then."""
    ledger = SlowLedger(tmp_path / "data" / "ledger.db")
    ledger.add(EARLY, "市生态环境局", NoteContent(Status.COMPLETED, "完成", as_of=TODAY))
    library = open_library([bundled_plans()], tmp_path / "cache")
    app = PlantuiApp(options_in(tmp_path), library, ledger)

    async with app.run_test(size=(120, 36)) as pilot:
        while not app.main_screen.session.first_tasks:
            await pilot.pause()
        early, early_top = seen_rows(pilot), top(pilot)
        ledger.may_read.set()
        await settle(pilot)
        late, late_top = seen_rows(pilot), top(pilot)

    tasks = [place for place, row in enumerate(late) if row.startswith(("  红 ", "  黄 ", "  绿 ", "  蓝 "))]
    shown = [place for place in tasks if place < 36]
    assert [early[place] for place in shown] == [late[place] for place in shown]
    assert any(row.startswith("  蓝 ") for row in early)
    assert early[0].split()[0] == "…/24"
    assert "红" not in early_top
    assert "红" in late_top


async def test_nothing_but_the_ledger_is_waited_for_in_a_list(tmp_path: Path) -> None:
    """The order of a list follows from all reports, so that no light is shown before all are known."""
    ledger = SlowLedger(tmp_path / "data" / "ledger.db")
    ledger.add(EARLY, "市生态环境局", NoteContent(Status.COMPLETED, "完成", as_of=TODAY))
    library = open_library([bundled_plans()], tmp_path / "cache")
    app = PlantuiApp(options_in(tmp_path, department="三门峡市/市生态环境局"), library, ledger)

    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        early = seen_rows(pilot)
        ledger.may_read.set()
        await settle(pilot)
        late = seen_rows(pilot)

    assert not any(row.startswith(("  红 ", "  黄 ", "  绿 ", "  蓝 ")) for row in early)
    assert any(row.startswith("  蓝 ") for row in late)


async def test_what_was_kept_is_shown_whole_without_reading_the_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list, too, whose order follows from all reports: only what was written since is read."""
    monkeypatch.setattr(kept, "_SMALL", 0)
    ledger = SlowLedger(tmp_path / "data" / "ledger.db")
    ledger.add(EARLY, "市生态环境局", NoteContent(Status.COMPLETED, "完成", as_of=TODAY))
    library = open_library([bundled_plans()], tmp_path / "cache")
    ledger.may_read.set()
    open_workspace(library, ledger, TODAY)
    ledger.may_read.clear()
    ledger.add(LATE, "市生态环境局", NoteContent(Status.IN_PROGRESS, "开工", as_of=TODAY))
    app = PlantuiApp(options_in(tmp_path, department="三门峡市/市生态环境局"), library, ledger)

    async with app.run_test(size=(120, 36)) as pilot:
        while not app.main_screen.session.knows_ledger:
            await pilot.pause()
        rows = seen_rows(pilot)
        workspace = app.main_screen.session.workspace
        await settle(pilot)

    assert isinstance(workspace.reports, PackedReports)
    assert set(workspace.reports) == {EARLY, LATE}
    assert any(row.startswith("  蓝 ") for row in rows)
    assert any("推进中" in row for row in rows)


async def test_a_start_with_what_was_kept_works_out_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lights that plans have without their notes are nobody's to see: they cost a start time and memory."""
    monkeypatch.setattr(kept, "_SMALL", 0)
    ledger = SlowLedger(tmp_path / "data" / "ledger.db")
    ledger.may_read.set()
    ledger.add(EARLY, "市生态环境局", NoteContent(Status.COMPLETED, "完成", as_of=TODAY))
    library = open_library([bundled_plans()], tmp_path / "cache")
    open_workspace(library, ledger, TODAY)
    app = PlantuiApp(options_in(tmp_path), library, ledger)

    async with app.run_test(size=(120, 36)) as pilot:
        while not app.main_screen.session.knows_ledger:
            await pilot.pause()
        await settle(pilot)
        workspace = app.main_screen.session.workspace
        assert any(row.startswith("  蓝 ") for row in seen_rows(pilot))

    assert "by_first_date" not in workspace.plan_sets.__dict__
