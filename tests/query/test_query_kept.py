"""Reports and sets kept between starts: they say what follows from the ledger anew, or they are not used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plantui.export import latest
from plantui.export.latest import LatestNotes, Notes
from plantui.model.event import Choice, Extension, Stage, StageKind
from plantui.model.key import TaskKey
from plantui.model.light_rules import DEFAULT_RULES
from plantui.model.note import NoteContent
from plantui.model.plan import Deadline
from plantui.model.problem import PlantuiError
from plantui.model.progress import TaskReports
from plantui.model.requirement import RequirementReport
from plantui.model.terms import Light, Status
from plantui.planfile.search_path import bundled_plans
from plantui.query import kept
from plantui.query.office import office_of
from plantui.query.opening import open_workspace, reports_at_period_end
from plantui.query.packed_lines import PackedLines
from plantui.query.packed_reports import PackedReports
from plantui.query.task_sets import FAMILIES
from plantui.query.workspace import Workspace
from plantui.store.index import bits
from plantui.store.index.opening import open_library
from plantui.store.kept_file import KeptParts, kept_place, read_kept, write_kept
from plantui.store.ledger import Ledger, NewEvent
from tests.support.ledger_samples import JUNE, Clock

STRAY = TaskKey("no-such-plan", "1")
DEPARTMENTS = ("市生态环境局", "市住建局")


class Office:
    """A library with its index in a cache folder, and two ledgers of one office on one clock."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.library = open_library([bundled_plans()], folder / "cache")
        self.ledgers = [Ledger(folder / f"{name}.db", name, self.clock) for name in ("甲", "乙")]
        self.today = JUNE
        rows = [plan.first for plan in self.library.plans] + [self.library.plans[0].first + 1]
        self.keys = [*self.library.keys_of(rows), STRAY]

    @property
    def ledger(self) -> Ledger:
        """The ledger that is looked at."""
        return self.ledgers[0]

    @property
    def place(self) -> Path:
        """Where its reports and sets are kept."""
        place = kept_place(self.library.path, self.ledger.path)
        assert place is not None
        return place

    def step(self, kind: int, number: int) -> None:
        """Do a thing of many kinds to a task of several."""
        key, ledger = self.keys[number % len(self.keys)], self.ledgers[kind % 7 == 6]
        notes = ledger.notes(key=key) if ledger.exists() else []
        match kind:
            case 0 | 1 | 6:
                ledger.add(key, DEPARTMENTS[number % 2], self.content(key, number))
            case 2:
                if notes:
                    ledger.edit(notes[-1].id, self.content(key, number + 3))
            case 3:
                if notes:
                    ledger.retract(notes[0].id)
            case 4:
                ledger.undo()
            case 5:
                ledger.redo()
            case 7:
                if deadlines := self.deadlines(key):
                    later = Extension(deadlines[0], deadlines[0].due + timedelta(40), "汛期", "市政府")
                    ledger.record([NewEvent(later, self.today, key)])
            case 8:
                if notes:
                    step = (StageKind.SUBMITTED, StageKind.RETURNED, StageKind.CHECKED)[number % 3]
                    ledger.record(
                        [NewEvent(Stage(notes[-1].id, step, "缺"), self.today, key, notes[-1].department)]
                    )
            case 9:
                choice = (("period", "quarter"), ("closing_day", "+5"), ("closing_day", "25"))[number % 3]
                ledger.record([NewEvent(Choice(*choice), self.today)])
            case 10:
                if self.ledgers[1].exists():
                    ledger.receive(self.ledgers[1].path)
            case 11:
                self.today += timedelta((-20, 1, 3, 40)[number % 4])
                self.clock.set(max(self.today, self.clock.moment.date()))

    def deadlines(self, key: TaskKey) -> tuple[Deadline, ...]:
        """The dated requirements of a task."""
        pk = self.library.rows_of([key]).get(key)
        return self.library.deadlines_of([pk])[pk] if pk is not None else ()

    def content(self, key: TaskKey, number: int) -> NoteContent:
        """Content of many kinds."""
        status = (Status.IN_PROGRESS, Status.COMPLETED, Status.NOT_STARTED, Status.ONGOING)[number % 4]
        words = tuple(RequirementReport(one, number % 3 == 0) for one in self.deadlines(key)[: number % 3])
        percent = (None, 5, 60)[number % 3] if status is Status.IN_PROGRESS else None
        day = self.today - timedelta((0, 3, 40)[number % 3])
        reason = "长期" if status is Status.ONGOING else ""
        return NoteContent(status, "进展", percent, as_of=day, reason=reason, requirements=words)

    def close(self) -> None:
        """Let go of the files."""
        self.library.close()
        for ledger in self.ledgers:
            ledger.close()


@pytest.fixture(autouse=True)
def small_ledgers_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """As large ones are."""
    monkeypatch.setattr(kept, "_SMALL", 0)
    monkeypatch.setattr(kept, "_HELD", 0)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office that has reported on each task."""
    with closing(Office(tmp_path)) as made:
        for number in range(len(made.keys)):
            made.step(0, number)
        yield made


def anew(office: Office) -> Workspace:
    """Return the workspace that follows from the whole ledger."""
    choices = office_of(office.ledger, office.today)
    workspace = Workspace(office.library, office.today, office.ledger.latest(office.today), office=choices)
    workspace.period_reports = reports_at_period_end(office.ledger, choices, office.today)
    return workspace


def opened(office: Office) -> Workspace:
    """Return the workspace as a command opens it."""
    return open_workspace(office.library, office.ledger, office.today)


def counting(reports: Mapping[TaskKey, TaskReports]) -> dict[TaskKey, TaskReports]:
    """Return the reports of the tasks of which something counts."""
    return {key: found for key, found in reports.items() if found.notes or found.extensions}


def everything(workspace: Workspace) -> dict[str, object]:
    """Return all that a workspace says that hangs on the ledger."""
    library = workspace.library
    tasks = library.tasks(bits.rows_of(library.live))
    return {
        **{
            family: {key: tasks for key, tasks in getattr(workspace.sets, family).items() if tasks}
            for family in FAMILIES
        },
        "owed": dict(workspace.unreported),
        "awaiting": workspace.awaiting,
        "by_due in order": [(due, tasks) for due, tasks in workspace.by_due if tasks],
        "light": {task.pk: workspace.light(task) for task in tasks},
        "expected": {task.pk: workspace.expected(task) for task in tasks},
        "one": {task.pk: workspace.progress_of(task.pk) for task in tasks},
        "day": {task.pk: workspace.last_days.get(task.pk) for task in tasks},
        "of": {task.pk: workspace.reports_of(task) for task in tasks},
        "names": {task.pk: list(workspace.reports_of(task).reports) for task in tasks},
        "progress": dict(workspace.progress),
        "last_days": dict(workspace.last_days),
        "requirements": dict(workspace.requirements),
        "reports": counting(workspace.reports),
    }


@pytest.mark.once
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 12), st.booleans()), min_size=10, max_size=40),
    st.integers(1, 3),
)
def test_kept_sets_are_those_made_anew(
    monkeypatch: pytest.MonkeyPatch, history: list[tuple[int, int, bool]], many: int
) -> None:
    """After any history of notes, steps, extensions, mergings and days, looked at now and then; also where few changes are not kept."""
    monkeypatch.setattr(kept, "_MANY", many)
    with TemporaryDirectory() as folder, closing(Office(Path(folder))) as office:
        for kind, number, looks in history:
            try:
                office.step(kind, number)
            except PlantuiError as error:
                assert error.message.startswith("ledger.undo_conflict"), error
            if looks and office.ledger.exists():
                workspace = opened(office)
                assert everything(workspace) == everything(anew(office))
                with monkeypatch.context() as patch:
                    patch.setattr(latest, "_FEW", 0)
                    at_once = _all_notes(workspace, office)
                assert at_once == _all_notes(workspace, office)
                bounds = sorted(plan.id for plan in office.library.plans)
                portions = [*office.ledger.latest_portions(office.today, bounds)]
                assert len(portions) == len(bounds) + 1
                assert sum(map(len, portions)) == len(office.ledger.latest(office.today))
                assert {key: one for found in portions for key, one in found.items()} == office.ledger.latest(
                    office.today
                )


def _all_notes(workspace: Workspace, office: Office) -> Notes:
    live = office.library.live
    tasks = office.library.tasks(workspace.rows(live))
    return LatestNotes(workspace, live, office.ledger).of(tasks)


@pytest.mark.once
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 12)), min_size=5, max_size=20))
def test_what_is_saved_in_the_interface_is_put_into_the_kept_sets(history: list[tuple[int, int]]) -> None:
    """A window that goes on from kept sets says after each change what a window opened anew says."""
    with TemporaryDirectory() as folder, closing(Office(Path(folder))) as office:
        for number in range(len(office.keys)):
            office.step(0, number)
        opened(office)
        workspace = opened(office)
        assert isinstance(workspace.reports, PackedReports)
        for kind, number in history:
            key = office.keys[number % len(office.keys)]
            try:
                office.step(kind, number)
            except PlantuiError as error:
                assert error.message.startswith("ledger.undo_conflict"), error
            changed = {one: office.ledger.reports_of(one, office.today) for one in office.keys}
            some = {key: changed[key]} if kind in (0, 1, 2, 3) else changed
            workspace = workspace.with_reports(some)
        expected = everything(anew(office))
        assert everything(workspace.with_reports(changed)) == expected


def test_a_second_start_reads_what_was_written_since(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(office)
    office.step(0, 1)
    asked: list[int] = []
    before = Ledger.latest_since

    def counted(ledger: Ledger, *given: object) -> object:
        found = before(ledger, *given)  # type: ignore[arg-type]
        asked.append(len(found.reports))
        return found

    monkeypatch.setattr(Ledger, "latest_since", counted)
    workspace = opened(office)
    assert asked == [1]
    assert everything(workspace) == everything(anew(office))


@pytest.mark.parametrize("choice", [("period", "quarter"), ("light_rules", "blue-near-limit")])
def test_a_choice_of_the_office_changes_what_is_kept(office: Office, choice: tuple[str, str]) -> None:
    """No task was written about, and yet other ones are owed or red."""
    before = opened(office)
    office.ledger.record([NewEvent(Choice(*choice), office.today)])
    after = opened(office)
    assert (after.unreported, after.lights) != (before.unreported, before.lights)
    assert everything(after) == everything(anew(office))


def test_a_past_day_is_asked_of_the_log_and_leaves_what_is_kept(office: Office) -> None:
    opened(office)
    before = office.place.read_bytes()
    office.today = JUNE - timedelta(10)
    workspace = opened(office)
    assert not isinstance(workspace.reports, PackedReports)
    assert everything(workspace) == everything(anew(office))
    assert office.place.read_bytes() == before


def test_other_rules_take_no_sets_and_leave_those_kept(office: Office) -> None:
    opened(office)
    before = office.place.read_bytes()
    red = tuple((state, Light.RED) for state, _ in DEFAULT_RULES.lights)
    rules = DEFAULT_RULES.__class__("red", red)
    workspace = open_workspace(office.library, office.ledger, office.today, rules)
    assert workspace.lights[Light.RED] == office.library.live
    assert office.place.read_bytes() == before
    assert opened(office).lights[Light.RED] != office.library.live


@pytest.mark.parametrize("harm", ["gone", "empty", "cut", "turned", "foreign", "folder", "numbers", "places"])
def test_a_file_that_is_harmed_is_made_again(office: Office, harm: str) -> None:
    opened(office)
    place, content = office.place, office.place.read_bytes()
    place.unlink()
    if harm == "empty":
        place.write_bytes(b"")
    elif harm == "cut":
        place.write_bytes(content[:-7])
    elif harm == "turned":
        at = len(content) // 2
        place.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    elif harm == "foreign":
        place.write_bytes(b"PK\x03\x04" * 99)
    elif harm == "folder":
        place.mkdir()
    elif harm in ("numbers", "places"):
        place.write_bytes(content)
        found = read_kept(place)
        assert found is not None
        write_kept(place, KeptParts(found.marks, {**found.parts, harm: b"\xff" * 8}))
    expected = everything(anew(office))
    assert everything(opened(office)) == expected
    assert everything(opened(office)) == expected
    if harm not in ("folder",):
        assert read_kept(place) is not None


def test_another_ledger_at_the_path_is_not_taken_for_the_one_kept(office: Office) -> None:
    """Both began alike, and the other has as many rows."""
    office.ledger.settle()
    copy = office.ledger.path.read_bytes()
    office.step(0, 1)
    opened(office)
    office.ledger.close()
    office.ledger.path.write_bytes(copy)
    office.ledgers[0] = Ledger(office.ledger.path, "甲", office.clock)
    office.step(0, 2)
    assert everything(opened(office)) == everything(anew(office))


def test_an_index_in_memory_keeps_nothing(office: Office, tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file where a folder should be", "utf-8")
    library = open_library([bundled_plans()], tmp_path / "blocked")
    assert library.path is None
    workspace = open_workspace(library, office.ledger, office.today)
    assert not isinstance(workspace.reports, PackedReports)


def test_other_plans_under_the_same_index_take_nothing(office: Office, tmp_path: Path) -> None:
    """Row numbers hang on the plans: after a plan has changed they are others."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for path in bundled_plans().glob("*.toml"):
        (folder / path.name).write_bytes(path.read_bytes())
    for removed in (None, "sanmenxia-2023-2025.toml"):
        if removed:
            (folder / removed).unlink()
        office.library.close()
        office.library = open_library([folder], tmp_path / "cache")
        assert everything(opened(office)) == everything(anew(office))


def test_reasons_of_extensions_stay_in_the_ledger(office: Office) -> None:
    for number in range(len(office.keys)):
        office.step(7, number)
    opened(office)
    found = read_kept(office.place)
    assert found is not None
    packed = found.parts["places"], found.parts["statements"]
    kept_texts = [*PackedLines.unpacked(*packed), *map(bytes, found.parts.values())]
    assert not any("汛期".encode() in text for text in kept_texts)
    assert any(found.extensions for found in opened(office).reports.values())


def test_what_was_kept_wrongly_is_found(office: Office) -> None:
    opened(office)
    assert kept.wrongly_kept(office.library, office.ledger, office.today) is None
    office.step(0, 2)
    assert kept.wrongly_kept(office.library, office.ledger, office.today) is None
    found = read_kept(office.place)
    assert found is not None
    write_kept(
        office.place, KeptParts(found.marks, {**found.parts, "lights/red": bits.pack(office.library.live)})
    )
    assert kept.wrongly_kept(office.library, office.ledger, office.today) == office.place
    kept.forget(office.library, office.ledger)
    assert kept.wrongly_kept(office.library, office.ledger, office.today) is None
