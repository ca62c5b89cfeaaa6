"""F9: submissions come in, conflicts are settled, what waits is told (journey 4)."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from datetime import date, timedelta, timezone
from pathlib import Path

import pytest
from openpyxl import Workbook
from rich.cells import cell_len

from plantui.model.actual import Actual
from plantui.model.evidence import Evidence, EvidenceKind
from plantui.model.key import TaskKey
from plantui.model.note import RevisionKind
from plantui.model.plan import Deadline, Indicator
from plantui.model.requirement import RequirementReport
from plantui.model.terms import Language
from plantui.query.views import View
from plantui.store.backups import backups_of
from plantui.store.ledger import Ledger
from plantui.ui.dialogs.received import ConflictDialog, ReceivedDialog
from plantui.ui.memory import remember_folder
from plantui.ui.widgets.lines_view import LinesView
from tests.support.ledger_samples import JUNE, said
from tests.support.main_host import (
    FIRST_TASK,
    MOMENT,
    app_in,
    go_to_task,
    ledger_in,
    options_in,
    screen_of,
    settle,
    status,
)

from .test_ui_journeys import on_screen, press

KEY = TaskKey("zhengzhou-2023-2025", "task-7")
BUREAU = "市水利局"
SIZES = [(80, 24), (120, 36)]
WIDE_SIZES = [(80, 24), (200, 50)]


def other_desk(folder: Path, name: str = "收件") -> Ledger:
    """Return the ledger of another desk in a folder of files to receive."""
    inbox = folder / name
    inbox.mkdir(exist_ok=True)
    remember_folder(options_in(folder).state_path, inbox)
    return Ledger(inbox / "水利局.db", "李四")


def with_conflict(folder: Path, key: TaskKey = KEY) -> str:
    """Make a note that both desks changed; return its id."""
    with ledger_in(folder) as own, other_desk(folder) as other:
        note = own.add(key, BUREAU, said("初稿"))
        own.settle()
        other.receive(own.path)
        other.edit(note.id, said("单位[/]改", 40))
        own.edit(note.id, said("督查室改", 30))
    return note.id


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_receiving_a_folder(tmp_path: Path, size: tuple[int, int]) -> None:
    """Journey 4, four keys: F9 Enter merges all files of the folder, Enter closes the summary, 5 lists who is missing."""
    with other_desk(tmp_path) as other:
        other.add(KEY, BUREAU, said("报来"))
    (tmp_path / "收件" / "坏.plantui").write_text("plantui-submission 1\nsha256 = 0\n\n{}\n", "utf-8")
    async with app_in(tmp_path).run_test(size=size) as pilot:
        await settle(pilot)
        keys = await press(pilot, "f9", "enter")
        assert isinstance(pilot.app.screen, ReceivedDialog)
        assert "水利局.db" in on_screen(pilot)
        assert "坏.plantui" in on_screen(pilot)
        keys += await press(pilot, "enter", "5")
        assert screen_of(pilot).session.view is View.UNREPORTED
        assert keys <= 6
    with ledger_in(tmp_path) as own:
        assert [note.content.progress for note in own.notes()] == ["报来"]


async def test_a_backup_is_made_before_anything_comes_in(tmp_path: Path) -> None:
    """It is an extra one, whatever the day has already, and holds the ledger as it was before."""
    own = ledger_in(tmp_path)
    own.add(KEY, BUREAU, said("此处"))
    own.settle()
    with other_desk(tmp_path) as other:
        other.add(KEY, BUREAU, said("报来"))
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f9", "enter")
        assert isinstance(pilot.app.screen, ReceivedDialog)
    (made,) = [one for one in backups_of(own.path) if one.time]
    before = Ledger(made.path, "", read_only=True)
    assert [note.content.progress for note in before.notes()] == ["此处"]
    assert len(own.notes()) == 2


async def test_no_room_for_the_backup_is_said_and_the_merge_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = ledger_in(tmp_path)
    own.add(KEY, BUREAU, said("此处"))
    with other_desk(tmp_path) as other:
        other.add(KEY, BUREAU, said("报来"))
    full = shutil.disk_usage(tmp_path)._replace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: full)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f9", "enter")
        assert "没有做备份" in on_screen(pilot)
        assert "水利局.db" in on_screen(pilot)
    assert backups_of(own.path) == []
    assert len(own.notes()) == 2


async def test_who_is_missing_is_who_stands_in_view_5(tmp_path: Path) -> None:
    """The summary names the departments of the view 未报送 with their numbers of tasks, of the region that came in."""
    with other_desk(tmp_path) as other:
        other.add(KEY, BUREAU, said("长期坚持"))
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f9", "enter")
        told = pilot.app.screen.query_one(LinesView).text.replace("\n", "")
        await press(pilot, "enter", "5")
        sets = screen_of(pilot).session.workspace.unreported
    assert len({one.region for one in sets if one}) > 1
    named = [
        f"{one.name}（{tasks.bit_count()} 项）"
        for one, tasks in sets.items()
        if one and one.region == "郑州市"
    ]
    assert named
    assert all(one.replace(" ", "") in told.replace(" ", "") for one in named)
    assert told.count("（") - told.count("（冲突") == len(named)


async def test_a_readers_desk_settles_no_conflict_and_says_why(tmp_path: Path) -> None:
    with_conflict(tmp_path)
    async with app_in(tmp_path, role="reader").run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f9", "enter", "enter")
        assert not isinstance(pilot.app.screen, ConflictDialog)
        assert "席位角色为“只读”，不填报" in on_screen(pilot)
    with ledger_in(tmp_path) as own:
        assert len(own.conflicts()) == 1


@pytest.mark.parametrize(
    ("keys", "expected"),
    [(("left", "enter"), {"单位[/]改", "督查室改"}), (("right", "enter"), {"单位[/]改", "督查室改"})],
    ids=["left", "right"],
)
async def test_conflict_is_settled_with_two_keys(
    tmp_path: Path, keys: tuple[str, ...], expected: set[str]
) -> None:
    """Both texts stand side by side; a side and Enter end it, undo brings it back."""
    with_conflict(tmp_path)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f9", "enter", "enter")
        dialog = pilot.app.screen
        assert isinstance(dialog, ConflictDialog)
        assert "单位[/]改" in on_screen(pilot)
        assert "督查室改" in on_screen(pilot)
        heads = dialog._heads
        await press(pilot, *keys)
        assert not isinstance(pilot.app.screen, ConflictDialog)
    with ledger_in(tmp_path) as own:
        (note,) = own.notes()
        assert note.content == heads[0 if keys[0] == "left" else 1].content
        assert note.content.progress in expected
        assert own.conflicts() == []
        own.undo()
        assert len(own.conflicts()) == 1


async def test_enter_alone_chooses_nothing_and_f2_joins_both(tmp_path: Path) -> None:
    """An Enter typed too often settles nothing; joined, both texts stand in the note."""
    with_conflict(tmp_path)
    async with app_in(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f9", "enter", "enter", "enter")
        assert isinstance(pilot.app.screen, ConflictDialog)
        await press(pilot, "f2")
    with ledger_in(tmp_path) as own:
        (note,) = own.notes()
        assert sorted(note.content.progress.split("\n")) == ["单位[/]改", "督查室改"]
        assert own.conflicts() == []


async def test_the_side_that_was_taken_back_can_be_chosen(tmp_path: Path) -> None:
    """Choosing it retracts the note; joining says that there is nothing to join."""
    with ledger_in(tmp_path) as own, other_desk(tmp_path) as other:
        note = own.add(KEY, BUREAU, said("初稿"))
        own.settle()
        other.receive(own.path)
        other.retract(note.id)
        own.edit(note.id, said("督查室改", 30))
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f9", "enter", "enter", "f2")
        dialog = pilot.app.screen
        assert isinstance(dialog, ConflictDialog)
        assert "有一边已撤回" in on_screen(pilot)
        retracted = next(at for at, one in enumerate(dialog._heads) if one.kind is RevisionKind.RETRACTED)
        await press(pilot, ("left", "right")[retracted], "enter")
        assert not isinstance(pilot.app.screen, ConflictDialog)
    with ledger_in(tmp_path) as own:
        assert (own.notes(), own.conflicts()) == ([], [])
        own.undo()
        assert len(own.conflicts()) == 1


def with_three_texts(tmp_path: Path) -> None:
    """Have three desks change one note; by the clocks of their desks the own text is the oldest."""
    with ledger_in(tmp_path) as own, other_desk(tmp_path) as other:
        note = own.add(KEY, BUREAU, said("初稿"))
        own.settle()
        other.receive(own.path)
        shutil.copy(own.path, tmp_path / "收件" / "三.db")
        with Ledger(tmp_path / "收件" / "三.db", "王五") as third:
            third.edit(note.id, said("甲甲"))
        other.edit(note.id, said("乙乙"))
        own.edit(note.id, said("丙丙"))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_left_and_right_page_through_three_texts(tmp_path: Path, size: tuple[int, int]) -> None:
    """The two newest come first; the marked one is always on the screen, and Enter takes it."""
    with_three_texts(tmp_path)
    async with app_in(tmp_path).run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "f9", "enter", "enter")
        dialog = pilot.app.screen
        assert isinstance(dialog, ConflictDialog)
        assert "共有3份，左右键逐份翻看" in on_screen(pilot)

        def sides() -> list[str]:
            texts = [dialog.query_one(f"#{side}", LinesView).text for side in ("left", "right")]
            marked = [dialog.query_one(f"#side-{side}").has_class("chosen") for side in ("left", "right")]
            return [
                f"{'*' * is_marked}{text.split()[-1]}" for text, is_marked in zip(texts, marked, strict=True)
            ]

        seen = [sides()]
        for key in ("right", "right", "left", "left", "left", "right", "left"):
            await press(pilot, key)
            seen.append(sides())
        assert seen == [
            ["甲甲", "乙乙"],
            *[["甲甲", "*乙乙"]] * 2,
            ["*甲甲", "乙乙"],
            *[["*丙丙", "甲甲"]] * 2,
            ["丙丙", "*甲甲"],
            ["*丙丙", "甲甲"],
        ]
        assert "1)张三" in on_screen(pilot)
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, ConflictDialog)
    with ledger_in(tmp_path) as own:
        assert [note.content.progress for note in own.notes()] == ["丙丙"]
        assert own.conflicts() == []


@pytest.fixture
def machine_in_another_zone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The own ledger is made in Shanghai, and the machine goes to UTC then."""
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    with ledger_in(tmp_path) as own:
        own.add(KEY, "市教育局", said("此前"))
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("machine_in_another_zone")
async def test_times_are_those_of_the_offices_clock_and_name_its_zone(tmp_path: Path) -> None:
    """Of the texts in conflict, in the history and in the pane: a desk in another zone reads the same."""
    with_conflict(tmp_path, FIRST_TASK)
    shown = f"{MOMENT.astimezone(timezone(timedelta(hours=8))):%Y-%m-%d%H:%M}+08:00"
    async with app_in(tmp_path).run_test(size=(160, 80)) as pilot:
        await settle(pilot)
        await press(pilot, "f9", "enter", "enter")
        assert isinstance(pilot.app.screen, ConflictDialog)
        assert shown in on_screen(pilot)
        await press(pilot, "left", "enter")
        await go_to_task(pilot)
        await settle(pilot)
        assert shown.removeprefix("2025-") in on_screen(pilot), "the pane"
        await press(pilot, "8")
        assert not isinstance(pilot.app.screen, type(screen_of(pilot)))
        assert shown in on_screen(pilot), "the history"


async def test_three_texts_are_joined(tmp_path: Path) -> None:
    with_three_texts(tmp_path)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f9", "enter", "enter", "f2")
    with ledger_in(tmp_path) as own:
        (joined,) = own.notes()
        assert sorted(joined.content.progress.split("\n")) == ["丙丙", "乙乙", "甲甲"]


async def test_editor_on_a_note_in_conflict_says_so(tmp_path: Path) -> None:
    """And how to settle it; a note that nobody else changed says nothing."""
    key = TaskKey(KEY.plan, "7")
    with_conflict(tmp_path, key)
    with ledger_in(tmp_path) as own:
        own.receive(tmp_path / "收件" / "水利局.db")
        own.add(key, "市教育局", said("另一条"))
        notes = {note.department: note for note in own.notes()}
    for department, is_told in ((BUREAU, True), ("市教育局", False)):
        async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
            await settle(pilot)
            screen = screen_of(pilot)
            (pk,) = screen.session.library.rows_of([key]).values()
            (task,) = screen.session.library.tasks([pk])
            screen.controls.notes.edit(task, notes[department])
            await settle(pilot)
            assert ("两边都改过这条进展" in on_screen(pilot)) is is_told
            assert ("Ctrl+P“选定两边都改过的进展”" in on_screen(pilot)) is is_told


async def test_waiting_conflict_is_told_until_it_is_settled(tmp_path: Path) -> None:
    """The status line of the next start says that a conflict waits."""
    with_conflict(tmp_path)
    with ledger_in(tmp_path) as own:
        own.receive(tmp_path / "收件" / "水利局.db")
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "两边都改过" in status(pilot)
        screen_of(pilot).controls.receiving.settle_conflicts()
        await settle(pilot)
        await press(pilot, "left", "enter")
        assert screen_of(pilot).reminders.conflicts == 0


async def test_copy_of_a_sync_folder_is_offered(tmp_path: Path) -> None:
    """A copy beside the ledger is told of at the start and merged on demand."""
    with ledger_in(tmp_path) as own:
        own.add(KEY, BUREAU, said("此处"))
        path = own.path
    copy = path.with_name(f"{path.stem} (冲突副本){path.suffix}")
    shutil.copy(path, copy)
    with Ledger(copy, "李四") as other:
        other.add(KEY, BUREAU, said("副本"))
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "副本" in status(pilot)
        screen_of(pilot).controls.receiving.receive_copies()
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReceivedDialog)
        await press(pilot, "enter")
        assert screen_of(pilot).reminders.copies == 0
        screen_of(pilot).controls.receiving.receive_copies()
        await settle(pilot)
        assert "没有同步软件留下的副本" in status(pilot)
    with ledger_in(tmp_path) as own:
        assert len(own.notes()) == 2
        own.settle()
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "副本" not in status(pilot)


@pytest.mark.parametrize("size", WIDE_SIZES, ids=str)
async def test_summary_in_english(tmp_path: Path, size: tuple[int, int]) -> None:
    """What came in, what did not, and who is missing: whole sentences, the keys below."""
    with_conflict(tmp_path)
    (tmp_path / "收件" / "坏.plantui").write_text("plantui-submission 1\nsha256 = 0\n\n{}\n", "utf-8")
    async with app_in(tmp_path, language=Language.EN).run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "f9")
        assert "Enterreceiveseverysubmission" in on_screen(pilot)
        await press(pilot, "enter")
        dialog = pilot.app.screen
        assert isinstance(dialog, ReceivedDialog)
        told = dialog.query_one(LinesView).text
        lines = told.split("\n")
        assert all(cell_len(line) <= size[0] for line in lines)
        told = "".join(told.split())
        assert (
            "水利局.db:0newnotes,1revised,0onstages,extensions,assignmentsandassessments,1knownbefore,1conflict"
            in told
        )
        assert "doesnotagreewithitschecksum" in told
        assert "Reportsfor2025-12aremissingin郑州市from" in told
        assert "市水利局(" in told
        assert "Entersettletheconflicts" in on_screen(pilot)


@pytest.mark.parametrize("size", WIDE_SIZES, ids=str)
async def test_conflict_in_english(tmp_path: Path, size: tuple[int, int]) -> None:
    """Both texts stand on the same lines, one on each half; the marked one is told by its look."""
    with_conflict(tmp_path)
    async with app_in(tmp_path, language=Language.EN).run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "f9", "enter", "enter")
        dialog = pilot.app.screen
        assert isinstance(dialog, ConflictDialog)
        left, right = dialog.query_one("#left"), dialog.query_one("#right")
        assert left.region.y == right.region.y
        assert left.region.right <= right.region.x
        assert abs(left.region.width - right.region.width) <= 1
        seen = on_screen(pilot)
        assert "waschangedontwodesks.Whichtextistocount?" in seen
        assert "inprogress40%" in seen
        assert "inprogress30%" in seen
        assert "asof2024-06-30" in seen
        assert "←→markEntertakeitF2joinallEsclater" in seen
        await press(pilot, "enter")
        assert "Markonesidefirst,withLeftorRight." in on_screen(pilot)
        await press(pilot, "right")
        whose = [dialog.query_one(f"#side-{side} .whose").rich_style for side in ("left", "right")]
        assert [bool(look.reverse) for look in whose] == [False, True]
        await press(pilot, "enter")
        assert status(pilot).startswith("Settled: ")


def with_details(folder: Path) -> None:
    """Make a conflict of which only what stands beside the texts differs."""
    deadlines = [Deadline(f"{year}年底", date(year, 12, 31)) for year in (2024, 2025)]
    indicator = Indicator("管网长度", unit="公里")
    with ledger_in(folder) as own, other_desk(folder) as other:
        note = own.add(KEY, BUREAU, said("不变"))
        own.settle()
        other.receive(own.path)
        for desk, at in ((other, 0), (own, 1)):
            details = said("不变")._replace(
                requirements=(RequirementReport(deadlines[at], is_done=True),),
                actuals=(Actual(indicator, 10 + at, "公里", JUNE),),
                evidence=(Evidence(EvidenceKind.LINK, f"https://example.org/{at}", f"批复{at}", JUNE),),
            )
            desk.edit(note.id, details)


async def test_what_stands_beside_the_texts_is_shown_and_joined(tmp_path: Path) -> None:
    """Requirements, values and evidence tell two equal texts apart; joined, of each nothing is lost."""
    with_details(tmp_path)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f9", "enter", "enter")
        seen = on_screen(pilot)
        for part in ("2024年底", "2025年底", "10公里", "11公里", "批复0", "批复1"):
            assert part in seen
        await press(pilot, "f2")
    with ledger_in(tmp_path) as own:
        (note,) = own.notes()
        heads = own.history(note.id)
    content = note.content
    assert content.progress == "不变"
    assert {one.requirement.due.year for one in content.requirements} == {2024, 2025}
    assert {one.name for one in content.evidence} == {"批复0", "批复1"}
    newer = max((one for one in heads if one.id != note.id), key=lambda one: (one.written_at, one.id))
    assert content.actuals == newer.content.actuals


async def test_filled_in_ledger_comes_in(tmp_path: Path) -> None:
    """F9 lists workbooks; one is received by its name, its mistakes are listed with their cells, and undo takes it back."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["计划", "任务编号", "任务", "进展情况", "填报单位", "办理状态"])
    own = ledger_in(tmp_path)
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        library = screen_of(pilot).session.library
        plan = library.plan(KEY.plan)
        assert plan is not None
        (task,) = library.tasks([plan.first])
        sheet.append([plan.title, task.number, task.title, "报来", task.accountable[0], "推进中"])
        sheet.append([plan.title, task.number, task.title, "报来", task.accountable[0], "快了"])
        inbox = other_desk(tmp_path).path.parent
        workbook.save(inbox / "填好.xlsx")
        await press(pilot, "f9")
        assert "填好.xlsx" in on_screen(pilot)
        await press(pilot, *"填", "tab", "enter")
        assert isinstance(pilot.app.screen, ReceivedDialog)
        assert "Sheet!F3：“快了”不是办理状态" in on_screen(pilot)
        assert own.notes() == []
        sheet.delete_rows(3)
        workbook.save(inbox / "填好.xlsx")
        await press(pilot, "enter", "f9", *"填", "tab", "enter")
        assert "新进展1条" in on_screen(pilot)
        await press(pilot, "enter")
        assert [note.content.progress for note in own.notes()] == ["报来"]
        await press(pilot, "ctrl+z")
        assert own.notes() == []
    own.close()


async def test_edited_report_is_verified(tmp_path: Path) -> None:
    """From the palette: a file is chosen, and its figures are held against the ledger."""
    async with app_in(tmp_path).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        inbox = other_desk(tmp_path).path.parent
        Workbook().save(inbox / "别的.xlsx")
        screen_of(pilot).controls.verifying.verify()
        await settle(pilot)
        assert "核对报表中的数字" in on_screen(pilot)
        await press(pilot, *"别", "tab", "enter")
        assert "不能核对" in on_screen(pilot)
