"""Journeys of users, counted in keys that are no text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plantui.model.event import Stage, StageKind
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.terms import Light, Status
from plantui.query.filter import Filter
from plantui.query.views import View
from plantui.store.ledger import NewEvent
from plantui.ui.dialogs.help import HelpScreen
from plantui.ui.editor import NoteEditor
from plantui.ui.widgets.lines_view import LinesView
from tests.support.main_host import TODAY, app_in, ledger_in, screen_of, settle, status

OWN = "新乡市/市生态环境局"
SIZES = [(80, 24), (120, 36)]
SUBMITTED = ("1", "2", "3")
TYPED = ("开工", "缺钱", "筹款")


async def press(pilot: Pilot[None], *keys: str) -> int:
    """Press keys one after the other, each with what follows from it; return how many there were."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
    return len(keys)


def on_screen(pilot: Pilot[None]) -> str:
    """Return what stands on the screen, without blanks, line breaks and the marks of a scrollbar."""
    strips = pilot.app.screen._compositor.render_strips()
    text = "".join("".join(piece.text for piece in strip) for strip in strips)
    return re.sub("[ \u2581-\u2588]", "", text)


async def write(pilot: Pilot[None], texts: Sequence[str]) -> int:
    """Write a note field by field and save it; return the number of keys that are no text."""
    keys = await press(pilot, "f2")
    for at, text in enumerate(texts):
        keys += await press(pilot, "tab") if at else 0
        await pilot.press(*text)
    return keys + await press(pilot, "ctrl+s")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_monthly_report_of_an_own_overdue_task(tmp_path: Path, size: tuple[int, int]) -> None:
    """Journey 1, four keys: the start shows the worst own task; then the cursor is on the next one not reported."""
    async with app_in(tmp_path, department=OWN).run_test(size=size) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        worst = screen.current_task
        assert screen.session.view is View.MINE
        assert worst is not None
        assert screen.session.workspace.light(worst).light is Light.RED

        keys = await write(pilot, TYPED)

        assert keys == 4
        (note,) = ledger_in(tmp_path).notes()
        assert note.key.task == worst.id
        content = note.content
        assert (content.progress, content.problems, content.next_steps) == TYPED
        assert status(pilot).startswith("已保存")
        following = screen.current_task
        assert following is not None and following != worst
        assert screen.session.awaits_report(following)


async def test_monthly_report_where_little_changed(tmp_path: Path) -> None:
    """Journey 2, three keys; what equals the last report is no block."""
    async with app_in(tmp_path, department=OWN).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        task = screen_of(pilot).current_task
        assert task is not None
        key = screen_of(pilot).session.key_of(task)
        ledger_in(tmp_path).add(
            key, "市生态环境局", NoteContent(Status.IN_PROGRESS, "主体完工", 60, as_of=date(2025, 11, 30))
        )

        keys = await press(pilot, "f2", "ctrl+d")
        assert "沿用上次，未改" in on_screen(pilot)
        keys += await press(pilot, "ctrl+s")

        assert keys == 3
        assert "已保存" in status(pilot) and "提示：" in status(pilot)
        assert not isinstance(pilot.app.screen, NoteEditor)
        first, second = ledger_in(tmp_path).notes()
        assert (first.content.progress, first.content.percent) == (
            second.content.progress,
            second.content.percent,
        )
        assert second.as_of == date(2025, 12, 10)


def submitted(folder: Path, *tasks: str) -> list[TaskKey]:
    """Save a note on each of these tasks and submit it."""
    ledger = ledger_in(folder)
    keys = [TaskKey("xinxiang-2023-2025", task) for task in tasks]
    content = NoteContent(Status.IN_PROGRESS, "主体完工", 60, as_of=TODAY)
    notes = [ledger.add(key, "市生态环境局", content) for key in keys]
    ledger.record(
        [NewEvent(Stage(one.id, StageKind.SUBMITTED), TODAY, one.key, one.department) for one in notes]
    )
    return keys


def steps_in(folder: Path, key: TaskKey) -> list[tuple[str, str]]:
    """Return the steps taken with the notes on a task, with their reasons."""
    contents = [event.content for event in ledger_in(folder).events("stage", key)]
    return [(one.kind.value, one.reason) for one in contents if isinstance(one, Stage)]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_section_chief_checks_all_that_was_submitted(tmp_path: Path, size: tuple[int, int]) -> None:
    """Journey 3, its first four keys: all that was submitted is checked, and undo takes it back."""
    keys = submitted(tmp_path, *SUBMITTED)
    async with app_in(tmp_path, role="checker").run_test(size=size) as pilot:
        await settle(pilot)

        count = await press(pilot, "4", "ctrl+a", "f7", "enter")

        assert count == 4
        assert [steps_in(tmp_path, key)[-1] for key in keys] == [("checked", "")] * len(keys)
        assert status(pilot).startswith("已审核")
        assert not screen_of(pilot).session.tasks
        await press(pilot, "ctrl+z")
        assert screen_of(pilot).session.tasks.bit_count() == len(keys)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_section_chief_checks_and_sends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """Journey 3, seven keys: what was checked goes into the submission file, which another desk receives."""
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()
    monkeypatch.chdir(here)
    keys = submitted(tmp_path, *SUBMITTED)
    async with app_in(tmp_path, role="checker", department=OWN).run_test(size=size) as pilot:
        await settle(pilot)

        count = await press(pilot, "4", "ctrl+a", "f7", "enter", "f8", "down", "enter")

        assert count <= 7
        assert status(pilot).startswith("已打包 市生态环境局 2025年12月的 3 条进展")
    (file,) = here.iterdir()
    assert file.name == "市生态环境局-2025-12.plantui"
    with ledger_in(there) as other:
        other.receive(file)
        assert {note.key for note in other.notes()} == set(keys)
    assert [steps_in(there, key)[-1] for key in keys] == [("checked", "")] * len(keys)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_section_chief_returns_one_note(tmp_path: Path, size: tuple[int, int]) -> None:
    """Journey 3, within four keys beside the reason, which is text of any kind."""
    (key, *_) = submitted(tmp_path, *SUBMITTED)
    async with app_in(tmp_path, role="checker").run_test(size=size) as pilot:
        await settle(pilot)
        count = await press(pilot, "4", "f7", "3")
        chosen = screen_of(pilot).current_task
        assert chosen is not None
        await pilot.press(*"[2023]20号 [/]=1+1")
        count += await press(pilot, "enter")

        assert count == 4
        key = screen_of(pilot).session.key_of(chosen)
        assert steps_in(tmp_path, key)[-1] == ("returned", "[2023]20号 [/]=1+1")
        assert status(pilot).startswith("已退回")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_extension_of_a_date(tmp_path: Path, size: tuple[int, int]) -> None:
    """Journey 10, four keys: F7, 4, the new date, who and why, Ctrl+S; the first date stays and the extension is counted."""
    async with app_in(tmp_path, department=OWN).run_test(size=size) as pilot:
        await settle(pilot)
        task = screen_of(pilot).current_task
        assert task is not None
        key = screen_of(pilot).session.key_of(task)

        count = await press(pilot, "f7", "4")
        await pilot.press(*"20261231")
        await pilot.press(*"疫情[2]")
        count += await press(pilot, "tab")
        await pilot.press(*"市政府")
        count += await press(pilot, "ctrl+s")

        assert count == 4
        (found,) = ledger_in(tmp_path).reports_of(key, TODAY).extensions
        assert (found.new_due, found.reason, found.approved_by) == (date(2026, 12, 31), "疫情[2]", "市政府")
        assert "第 1 次延期" in status(pilot)
        await press(pilot, "1", "enter")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_why_a_task_is_red(tmp_path: Path, size: tuple[int, int]) -> None:
    """Journey 5, four keys: rule, dates, newest note and the plan's sentence stand on the screen together."""
    app = app_in(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "3", "down")
        task = screen_of(pilot).current_task
        assert task is not None
        key = screen_of(pilot).session.key_of(task)
        content = NoteContent(
            Status.IN_PROGRESS, "清单已报省厅" + "，逐家核对" * 60, 60, as_of=date(2025, 11, 30)
        )
        ledger_in(tmp_path).add(key, "市生态环境局", content)
        await press(pilot, "1", "home")

        keys = await press(pilot, "3", "down", "enter", "f1")

        assert keys == 4
        assert isinstance(pilot.app.screen, HelpScreen)
        whole = screen_of(pilot).session.library.task(task.pk)
        shown = on_screen(pilot)
        assert "按预警规则（通用规则）：最早一条未完成要求的时限已过。" in shown
        assert f"{task.due}" in shown and "逾期" in shown
        assert "市生态环境局2025-11-30推进中60%：清单已报省厅" in shown
        assert whole.text.replace(" ", "") in shown


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_one_task_of_a_department_in_a_meeting(tmp_path: Path, size: tuple[int, int]) -> None:
    """Journey 7, four keys: the department, its tasks, one task with its sentence."""
    async with app_in(tmp_path).run_test(size=size) as pilot:
        await settle(pilot)

        keys = await press(pilot, "6", "down", "enter", "enter")

        assert keys == 4
        screen = screen_of(pilot)
        task = screen.current_task
        assert len(screen.session.active_filter.departments) == 1
        assert task is not None
        in_view = screen.pane.text.splitlines()[: screen.pane.size.height]
        sentence = "".join(screen.session.library.task(task.pk).text.split())
        assert sentence[:30] in "".join("".join(in_view).split())


async def test_f1_explains_a_branch_and_a_department(tmp_path: Path) -> None:
    """What the cursor is on need not be a task."""
    chosen = Filter(plans=("zhengzhou-2023-2025",))
    async with app_in(tmp_path, filter=chosen).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "home", "f1")
        text = pilot.app.screen.query_one(LinesView).text
        assert "，已完成 0" in text
        await press(pilot, "escape", "5", "home", "f1")
        assert "尚未报送" in pilot.app.screen.query_one(LinesView).text


async def test_f1_says_that_nobody_has_reported(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "3", "f1")
        assert "尚无填报" in pilot.app.screen.query_one(LinesView).text
        assert ledger_in(tmp_path).notes(key=TaskKey("none", "1")) == []


@pytest.mark.parametrize(("day", "is_owed"), [(date(2025, 11, 30), True), (TODAY, False)])
async def test_a_standing_duty_waits_in_view_5_each_month(tmp_path: Path, day: date, is_owed: bool) -> None:
    async with app_in(tmp_path, department=OWN).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        task = screen.current_task
        assert task is not None
        duty = NoteContent(Status.ONGOING, "已巡查", reason="每年", as_of=day)
        ledger_in(tmp_path).add(screen.session.key_of(task), "市生态环境局", duty)
        screen.reader.read()
        await settle(pilot)
        await press(pilot, "5")
        session = screen.session

        assert session.view is View.UNREPORTED
        assert bool(session.tasks >> task.pk & 1) is is_owed
        assert session.workspace.light(task).light is Light.GREY


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (
            date(2024, 6, 28),
            "2024年6月时《美丽郑州建设规划纲要（2025—2035年）》（2025-10）尚未印发，不计未报送。",
        ),
        (date(2020, 1, 15), "2020年1月时有 4 个计划尚未印发，不计未报送。"),
        (TODAY, ""),
    ],
)
async def test_view_5_leaves_out_plans_that_were_issued_later_and_says_so(
    tmp_path: Path, today: date, said: str
) -> None:
    async with app_in(tmp_path, clock=lambda: today).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "5")

        assert status(pilot) == said


async def test_what_was_reported_last_month_is_owed_again(tmp_path: Path) -> None:
    """Journey 1 in its second month: a task reported in November awaits December's report, once written no more."""
    async with app_in(tmp_path, department=OWN).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        task = screen.current_task
        assert task is not None
        november = NoteContent(Status.IN_PROGRESS, "主体完工", 60, as_of=date(2025, 11, 30))
        ledger_in(tmp_path).add(screen.session.key_of(task), "市生态环境局", november)
        screen.reader.read()
        await settle(pilot)
        assert screen.session.awaits_report(task)

        keys = await write(pilot, TYPED)

        assert keys == 4
        assert not screen.session.awaits_report(task)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the folder that files are written to."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_monthly_files_of_a_clerk(tmp_path: Path, here: Path, size: tuple[int, int]) -> None:
    """Journey 1, two keys from the saved entry: the ledger and the report lie in the folder of the month."""
    async with app_in(tmp_path, department=OWN).run_test(size=size) as pilot:
        await settle(pilot)
        await write(pilot, TYPED)

        keys = await press(pilot, "f8", "enter")

        assert keys == 2
        assert status(pilot).startswith("已写入 2 个文件")
    (month,) = here.iterdir()
    assert "月报" in month.name and "2025-12" in month.name
    assert sorted(path.suffix for path in month.iterdir()) == [".docx", ".xlsx"]
    assert [one.file.form for one in ledger_in(tmp_path).issued()] == ["ledger", "report"]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_reminders_to_all_who_have_not_reported(
    tmp_path: Path, here: Path, size: tuple[int, int]
) -> None:
    """Journey 4, its last four keys: a letter to each department that owes a report."""
    async with app_in(tmp_path, role="supervision").run_test(size=size) as pilot:
        await settle(pilot)

        keys = await press(pilot, "5", "f8", "down", "enter")

        assert keys == 4
        owing = screen_of(pilot).session.workspace
        assert owing.awaiting
        assert "已写入" in status(pilot)
    (folder,) = here.iterdir()
    letters = [path.name for path in folder.iterdir()]
    assert len(letters) > 10
    assert {Path(name).suffix for name in letters} == {".docx"}
    assert any("市生态环境局" in name for name in letters)


@pytest.mark.parametrize(
    ("typed", "kind"), [("tb", "通报"), ("通报", "通报"), ("yyz", "一页纸")], ids=["tb", "han", "yyz"]
)
async def test_circular_and_one_page(tmp_path: Path, here: Path, typed: str, kind: str) -> None:
    """Journeys 6 and 7, two keys and letters: the form is found by its initials, also with an input method on."""
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        keys = await press(pilot, "f8")
        await press(pilot, *typed)
        keys += await press(pilot, "enter")

        assert keys == 2
        assert "已导出" in status(pilot)
    (file,) = here.iterdir()
    assert kind in file.name and file.suffix == ".docx"


async def test_view_2_says_how_many_reports_are_owed(tmp_path: Path) -> None:
    async with app_in(tmp_path, department=OWN).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "2")
        owed = re.fullmatch(r"市生态环境局 2025年12月应报送 (\d+) 项，已报送 0 项", status(pilot))
        assert owed is not None
        await press(pilot, "f2", "x", "ctrl+s", "2")
        assert status(pilot) == f"市生态环境局 2025年12月应报送 {int(owed[1]) - 1} 项，已报送 1 项"
