"""The demonstration: what it is made of, that it is made whole, and that it stays apart from a ledger in earnest."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from plantui.model.evidence import EvidenceKind
from plantui.model.indicator_state import IndicatorState
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.problem import PlantuiError, UsageError
from plantui.model.stages import STEPS, NoteStage, obstacle
from plantui.model.terms import Light, Status
from plantui.planfile.search_path import bundled_plans
from plantui.query.demo import open_demo
from plantui.query.indicators import indicator_table
from plantui.query.opening import open_workspace
from plantui.store.demo import delete_demo, demo_day_of, demo_path, make_demo
from plantui.store.demo_script import DemoNote, DemoStep, read_entries, read_script
from plantui.store.evidence import EvidenceState, evidence_state
from plantui.store.index.library import Library
from plantui.store.index.opening import open_library
from plantui.store.ledger import Ledger, LedgerBusy, demo_day_in_file
from plantui.store.ledger.details import CHOICE, EXTENSION
from tests.support.main_host import options_in

KEY = TaskKey("zhengzhou-2023-2025", "5")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return open_library([bundled_plans()], tmp_path_factory.mktemp("cache"))


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    path = demo_path(tmp_path / "data" / "ledger.db")
    make_demo(path)
    return path


def test_it_lies_beside_the_ledger_and_says_so_in_its_name(tmp_path: Path) -> None:
    beside = demo_path(tmp_path / "ledger.db")

    assert beside == tmp_path / "ledger-demo.db"
    assert demo_path(beside) == beside


def test_every_note_is_of_a_department_that_the_task_names(library: Library) -> None:
    script = read_script()
    plan = library.plan(script.plan)
    assert plan is not None
    registry = library.registry
    wrong = []
    notes = [entry for entry in read_entries() if isinstance(entry, DemoNote)]
    for note in notes:
        pk = library.row_of(plan, note.key.task)
        assert pk is not None, note.key
        pairs = library.task(pk).departments.pairs()
        names = {registry.resolve(plan.region, name).name for _, name in pairs}
        if registry.resolve(plan.region, note.department).name not in names:
            wrong.append((note.key.task, note.department))

    assert wrong == []
    assert len({note.department for note in notes}) >= 12
    assert all(note.content.as_of and note.content.as_of <= note.written <= script.today for note in notes)


def test_half_a_year_gives_every_light(demo: Path, library: Library) -> None:
    today = demo_day_of(demo)
    assert today is not None
    with Ledger(demo, "", read_only=True) as ledger:
        workspace = open_workspace(library, ledger, today)
        months = {note.as_of.month for note in ledger.notes()}
        plan = library.plan(read_script().plan)
        assert plan is not None
        tasks = workspace.plan_sets.of_plan(plan)

    assert workspace.is_demo
    assert months == {6, 7, 8, 9, 10, 11}
    assert all(workspace.lights[light] & tasks for light in Light)


def test_each_screen_of_the_month_has_something_to_show(demo: Path, library: Library) -> None:
    today = read_script().today
    with Ledger(demo, "", read_only=True) as ledger:
        workspace = open_workspace(library, ledger, today)
        plan = library.plan(read_script().plan)
        assert plan is not None
        tasks = workspace.plan_sets.of_plan(plan)
        table = indicator_table(workspace, tasks, ledger.reported_values(today))
        found = ledger.evidence(today)
        stages = {state.stage for state in ledger.stages(today=today).values()}
        reopened = [state for state in ledger.stages(today=today).values() if state.is_reopened]
        extensions = ledger.events(EXTENSION, today=today)

    states = {row.state for row in table.rows}
    assert states == {*IndicatorState}
    assert any(len(row.report.series) > 2 for row in table.rows)
    assert {one.evidence.kind for one in found} == {EvidenceKind.FILE, EvidenceKind.LINK}
    assert {evidence_state(one.evidence) for one in found} == {*EvidenceState} - {
        EvidenceState.CHANGED,
        EvidenceState.UNREADABLE,
    }
    assert stages == {*NoteStage} - {NoteStage.SAVED}
    assert len(reopened) == len(extensions) == 1
    assert workspace.office.reporting.closing


def test_no_step_is_taken_that_the_program_would_refuse(demo: Path) -> None:
    with Ledger(demo, "", read_only=True) as ledger:
        for entry in read_entries():
            if isinstance(entry, DemoStep):
                assert entry.written <= read_script().today
                note = next(
                    one
                    for one in ledger.notes(entry.key)
                    if (one.department, one.as_of) == (entry.department, entry.as_of)
                )
                before = next(iter(STEPS[entry.kind].before))
                assert obstacle(entry.kind, note, before, reason=entry.reason) is None, entry


def test_the_path_of_the_demonstration_stands_in_none_of_its_evidence(tmp_path: Path) -> None:
    """It would be another on each machine, and so would the pictures be."""
    places = [
        one.place for entry in read_entries() if isinstance(entry, DemoNote) for one in entry.content.evidence
    ]

    assert places
    assert all(
        place.startswith(("https://oa.example.cn/", "/共享/", str(bundled_plans()))) for place in places
    )


def test_it_is_made_twice_alike_and_an_old_one_stays(demo: Path, tmp_path: Path) -> None:
    other = tmp_path / "other-demo.db"
    make_demo(other)
    with Ledger(demo, "") as first, Ledger(other, "") as second:
        told = [
            [(note.key, note.department, note.content, note.written_at) for note in ledger.notes()]
            + [
                (event.content, event.as_of, event.written_at)
                for subject in (CHOICE, EXTENSION)
                for event in ledger.events(subject)
            ]
            + [(state.stage, state.reason) for state in ledger.stages().values()]
            for ledger in (first, second)
        ]
        first.author = "王芳"
        first.add(KEY, "市发展改革委", NoteContent(Status.COMPLETED, "完成", as_of=date(2024, 12, 10)))
    assert told[0] == told[1]

    make_demo(demo)

    with Ledger(demo, "", read_only=True) as again:
        assert (
            len(again.notes())
            == len(
                [entry for entry in read_entries() if isinstance(entry, DemoNote) and not entry.is_correction]
            )
            + 1
        )
    assert [path.name for path in demo.parent.iterdir()] == [demo.name]


def test_what_is_written_into_it_counts_on_its_own_day(demo: Path) -> None:
    """A correction of years later would otherwise not count on the day that the demonstration shows."""
    today = read_script().today
    now = datetime(2026, 11, 28, 22, 30, tzinfo=UTC)
    with Ledger(demo, "王芳", clock=lambda: now) as ledger:
        newest = ledger.notes(KEY, today=today)[-1]
        corrected = ledger.edit(newest.id, NoteContent(Status.COMPLETED, "更正", as_of=newest.as_of))

        assert ledger.notes(KEY, today=today)[-1].content.progress == "更正"
        assert corrected.written_at.astimezone().date() == today
        assert ledger.undo() is not None
        assert ledger.notes(KEY, today=today)[-1].content == newest.content


def test_a_ledger_in_earnest_keeps_its_clock(tmp_path: Path) -> None:
    now = datetime(2026, 11, 28, 22, 30, tzinfo=UTC)
    with Ledger(tmp_path / "ledger.db", "王芳", clock=lambda: now) as ledger:
        note = ledger.add(
            KEY, "市发展改革委", NoteContent(Status.IN_PROGRESS, "开工", as_of=date(2026, 11, 28))
        )

        assert ledger.demo_day() is None
    assert note.written_at == now


def test_the_mark_is_read_without_waiting_for_a_lock(demo: Path) -> None:
    """A start asks for it before anything is on the screen."""
    with closing(sqlite3.connect(demo, isolation_level=None)) as busy:
        busy.execute("PRAGMA journal_mode = DELETE")
        busy.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerBusy), Ledger(demo, "王芳", busy_seconds=0.01) as ledger:
            ledger.demo_day()

        assert demo_day_in_file(demo) == read_script().today


@pytest.mark.parametrize(
    "content", [b"", b"SQLite format 3\x00", b"notes\n" * 5000], ids=["empty", "cut", "text"]
)
def test_what_is_no_ledger_is_no_demonstration(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(content)

    assert demo_day_in_file(path) is None


def test_another_ledger_is_neither_used_nor_deleted(tmp_path: Path) -> None:
    path = tmp_path / "ledger-demo.db"
    with Ledger(path, "王芳") as ledger:
        ledger.add(KEY, "市发展改革委", NoteContent(Status.IN_PROGRESS, "开工", as_of=date(2024, 1, 1)))
    before = path.read_bytes()

    for operation in (make_demo, delete_demo):
        with pytest.raises(UsageError, match="not_a_demo"):
            operation(path)

    assert path.read_bytes() == before


def test_it_is_deleted_with_its_log(demo: Path) -> None:
    assert delete_demo(demo)
    assert list(demo.parent.iterdir()) == []
    assert not delete_demo(demo)


def test_where_it_cannot_be_made_nothing_stays_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(PlantuiError):
        make_demo(tmp_path / "file" / "ledger-demo.db")

    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("own", "shown"),
    [
        (None, "郑州市/市生态环境局"),
        ("郑州市/市水利局", "郑州市/市水利局"),
        ("新乡市/市水利局", "郑州市/市生态环境局"),
    ],
)
def test_the_interface_is_started_on_its_plan_and_day(
    tmp_path: Path, library: Library, own: str | None, shown: str
) -> None:
    before = options_in(tmp_path, department=own)

    options = open_demo(before, library)

    assert options.is_demo
    assert options.department == shown
    assert options.clock() == read_script().today
    assert options.filter.plans == ("zhengzhou-2023-2025",)
    assert options.ledger_path != before.ledger_path
    assert options.state_path != before.state_path
