"""The bundled plans twice: as the compiled library, and as plain plans with the plain answers to the same questions."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import strategies as st

from plantui.model.bound import Bound
from plantui.model.department import DepartmentRef, DepartmentRegistry
from plantui.model.event import Extension
from plantui.model.key import TaskKey
from plantui.model.light import LightReason, judge, light_case
from plantui.model.pace import plan_span
from plantui.model.period import parse_period
from plantui.model.plan import Deadline, Plan, Task
from plantui.model.progress import Report, TaskProgress, accountable, task_progress
from plantui.model.requirement import RequirementReport
from plantui.model.requirement_progress import RequirementProgress, requirement_progress
from plantui.model.search_text import fold_text
from plantui.model.terms import SETTLED, Light, Measure, Op, Role, Status, TaskState
from plantui.planfile.departments import read_department_files
from plantui.planfile.reader import read_plan
from plantui.planfile.search_path import bundled_plans
from plantui.query.filter import Filter
from plantui.query.workspace import Workspace
from plantui.store.index.library import Library
from plantui.store.index.opening import open_library
from plantui.store.index.spelled import SpelledLines, packed_name
from plantui.store.ledger import TaskReports
from plantui.store.pinyin.spelling import spellings

T = TypeVar("T")
Reports = Mapping[TaskKey, TaskReports]


@dataclass(frozen=True)
class Placed:
    """A task with its plan and its row number."""

    pk: int
    plan: Plan
    task: Task

    @property
    def key(self) -> TaskKey:
        return TaskKey(self.plan.info.id, self.task.id)

    @property
    def due(self) -> date | None:
        return min((deadline.due for deadline in self.task.deadlines), default=None)

    @property
    def pairs(self) -> tuple[tuple[Role, str], ...]:
        """Every department with its role, those of the whole plan too."""
        carrying = tuple((Role.RESPONSIBLE, name) for name in self.plan.info.responsible)
        return (*self.task.departments.pairs(), *carrying)


class Bundled:
    """The four real plans."""

    def __init__(self, cache: Path) -> None:
        folder = bundled_plans()
        self._members: dict[DepartmentRef, set[DepartmentRef]] = {}
        self.library: Library = open_library([folder], cache)
        departments = folder / "departments.toml"
        self.registry = DepartmentRegistry(read_department_files([departments]).departments)
        read = (read_plan(path) for path in sorted(folder.glob("*.toml")) if path != departments)
        self.plans: dict[str, Plan] = {one.plan.info.id: one.plan for one in read if one.plan}

    @cached_property
    def tasks(self) -> list[Placed]:
        """Every task, in the order of the library's plans."""
        return [
            Placed(
                entry.pk, self.plans[one.id], next(t for t in self.plans[one.id].tasks if t.id == entry.id)
            )
            for one in self.library.plans
            for entry in self.library.tasks(range(one.first, one.first + one.tasks))
        ]

    def members(self, ref: DepartmentRef) -> set[DepartmentRef]:
        """A department and all members below it."""
        if ref not in self._members:
            self._members[ref] = self._members_below(ref)
        return self._members[ref]

    def _members_below(self, ref: DepartmentRef) -> set[DepartmentRef]:
        found = {ref}
        waiting = [ref]
        while waiting:
            new = set(self.registry.members_of(waiting.pop())) - found
            found |= new
            waiting += new
        return found

    @cached_property
    def refs(self) -> list[DepartmentRef]:
        """Every department that the plans name or a group of theirs contains."""
        printed = {
            self.registry.resolve(one.plan.info.region, name) for one in self.tasks for _, name in one.pairs
        }
        return sorted(set().union(*map(self.members, printed)))


@pytest.fixture(scope="session")
def opened_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bundled]:
    """The bundled plans; a test module takes it as its fixture `bundled`."""
    found = Bundled(tmp_path_factory.mktemp("cache"))
    yield found
    found.library.close()


class Naive:
    """The answers, task by task."""

    def __init__(self, bundled: Bundled, today: date, reports: Reports) -> None:
        self.bundled = bundled
        self.today = today
        self.reports = reports
        self._progress: dict[int, TaskProgress] = {}

    def progress(self, one: Placed) -> TaskProgress:
        if one.pk not in self._progress:
            self._progress[one.pk] = self._progress_of(one)
        return self._progress[one.pk]

    def _progress_of(self, one: Placed) -> TaskProgress:
        region = one.plan.info.region
        registry = self.bundled.registry
        found = self.reports.get(one.key, TaskReports({}, 0))
        return task_progress(
            accountable(one.task.departments, one.plan.info.responsible),
            found.reports,
            found.notes,
            lambda name: registry.resolve(region, name).name,
            lambda name: [ref.name for ref in registry.members_of(DepartmentRef(region, name))],
            one.task.deadlines,
        )

    def is_in_force(self, one: Placed) -> bool:
        """Return whether a task's plan was issued by the end of the month, so that reports on it are owed."""
        info = one.plan.info
        begin = str(info.issued or info.start_year or "")
        month_end = self.today.replace(day=monthrange(self.today.year, self.today.month)[1])
        return month_end.isoformat()[: len(begin)] >= begin

    def light(self, one: Placed) -> LightReason:
        progress, info = self.progress(one), one.plan.info
        span = plan_span(info.start_year, info.end_year)
        return judge(
            light_case(progress.status, progress.percent, one.due, span, self.requirements(one)), self.today
        )

    def requirements(self, one: Placed) -> tuple[RequirementProgress, ...]:
        """Return the requirements where a report speaks of one or a date was extended."""
        found = self.reports.get(one.key)
        if not found or not (
            found.extensions or any(report.requirements for report in found.reports.values())
        ):
            return ()
        progress = self.progress(one)
        reports = {name: found.reports.get(name) for name in (*progress.reported, *progress.missing)}
        return requirement_progress(one.task.deadlines, found.extensions, reports)

    def passes(self, one: Placed, wanted: Filter) -> bool:
        """Return whether a task passes every kind of choice."""
        return all(
            (
                not wanted.plans or one.plan.info.id in wanted.plans,
                self._has_department(one, wanted),
                not wanted.years or bool(set(wanted.years) & years_of(one)),
                not wanted.statuses or self.progress(one).status in wanted.statuses,
                not wanted.lights or self.light(one).light in wanted.lights,
                self.holds_words(one, wanted.words),
                not wanted.periods
                or any(line.due in p for p in wanted.periods for line in one.task.deadlines),
                not wanted.states or self.light(one).state in wanted.states,
                all(self._keeps(one, bound) for bound in wanted.bounds),
            )
        )

    def _keeps(self, one: Placed, bound: Bound) -> bool:
        progress, reason = self.progress(one), self.light(one)
        if bound.measure is Measure.PERCENT:
            return progress.percent is not None and bound.holds(progress.percent)
        if bound.measure is Measure.AGE:
            found = self.reports.get(one.key)
            last = found.last_day if found else None
            return last is not None and bound.holds((self.today - last).days)
        if progress.status in SETTLED or reason.due is None:
            return False
        left = (reason.due - self.today).days
        if bound.measure is Measure.LEFT:
            return left >= 0 and bound.holds(left)
        return left < 0 and bound.holds(-left)

    def holds_words(self, one: Placed, words: str) -> bool:
        """Return whether every word stands in the number, the title, the text or a name of a department, or is heard there."""
        return all(self._holds(one, word) for word in fold_text(words).split())

    def _holds(self, one: Placed, word: str) -> bool:
        region, registry = one.plan.info.region, self.bundled.registry
        names = [
            name
            for _, printed in one.pairs
            for name in (printed, *registry.names_of(registry.resolve(region, printed)))
        ]
        runs = (
            *runs_of(one.task, one.plan.info.responsible),
            *(run for name in names for run in fold_text(name).split()),
        )
        return any(word in run for run in runs) or (
            word.isascii() and word.isalpha() and self._is_heard(one, names, word)
        )

    def _is_heard(self, one: Placed, names: list[str], letters: str) -> bool:
        if SpelledLines("\n".join(map(packed_name, names)).encode()).beginning(letters):
            return True
        return bool(SpelledLines("|".join(spellings(one.task.title)).encode()).holding(letters))

    def _has_department(self, one: Placed, wanted: Filter) -> bool:
        pairs = [(role, name) for role, name in one.pairs if wanted.role in (None, role)]
        if not wanted.departments:
            return bool(pairs) or wanted.role is None
        region, registry = one.plan.info.region, self.bundled.registry
        given = set().union(*(self.bundled.members(registry.resolve(region, name)) for _, name in pairs))
        return any(ref in given for ref in wanted.departments)

    def matching(self, wanted: Filter) -> list[int]:
        """The row numbers of the tasks that pass, ascending."""
        return sorted(one.pk for one in self.bundled.tasks if self.passes(one, wanted))


def years_of(one: Placed) -> set[int | None]:
    """The years of a task's dates, None for none."""
    years: set[int | None] = {deadline.due.year for deadline in one.task.deadlines}
    return years or {None}


@cache
def runs_of(task: Task, carrying: tuple[str, ...]) -> tuple[str, ...]:
    """Return the pieces between blanks in a task's texts, folded."""
    texts = (
        task.id,
        task.number,
        task.title,
        task.text,
        *(name for _, name in task.departments.pairs()),
        *carrying,
    )
    return tuple(run for text in texts for run in fold_text(text).split())


def some(strategy: st.SearchStrategy[T], most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=most, unique=True).map(lambda values: tuple(values))


def filters(bundled: Bundled, *, several: bool = True) -> st.SearchStrategy[Filter]:
    """Filters whose values the plans have, or just not; mostly with little chosen, so that something passes."""
    years: list[int | None] = [None, 2023, 2024, 2025, 2031]
    texts = [text for one in bundled.tasks for text in (one.task.title, one.task.text) if text]
    piece = st.sampled_from(texts).flatmap(
        lambda text: st.integers(0, len(text) - 1).flatmap(
            lambda start: st.sampled_from([text[start : start + length] for length in (1, 2, 3, 7)])
        )
    )
    words = st.lists(
        piece
        | st.sampled_from(
            ["水", "2025年", "的 一", '"', "PM2.5", "nowhere", "slj", "工信", "发改委", "jzn", "cheng"]
        ),
        max_size=2,
    )
    refs = [*bundled.refs, DepartmentRef("郑州市", "没有的局"), DepartmentRef("洛阳市", "市水利局")]
    return st.builds(
        Filter,
        plans=some(st.sampled_from([*bundled.plans, "nowhere"])),
        departments=st.just(()) | some(st.sampled_from(refs), 3),
        role=st.none() | st.sampled_from(Role),
        years=st.just(()) | some(st.sampled_from(years)),
        statuses=st.just(()) | some(st.sampled_from(Status), 3),
        lights=st.just(()) | some(st.sampled_from(Light), 3),
        words=st.just("") | words.map(" ".join),
        periods=st.just(()) | some(st.sampled_from([*map(parse_period, ("2024-12", "2025Q2", "2025H2"))])),
        states=st.just(()) | some(st.sampled_from(TaskState), 3),
        bounds=st.just(()) | some(st.sampled_from(_BOUNDS)),
    )


_BOUNDS = [
    *(Bound(Measure.OVERDUE, op, days) for op in (Op.MORE, Op.AT_MOST) for days in (0, 30, 400)),
    *(Bound(Measure.LEFT, op, days) for op in (Op.LESS, Op.AT_LEAST) for days in (0, 21)),
    *(Bound(Measure.AGE, op, days) for op in (Op.MORE, Op.AT_MOST) for days in (0, 30)),
    *(Bound(Measure.PERCENT, op, 50) for op in (Op.LESS, Op.EQUAL)),
]


def detailed_report(task: Task) -> st.SearchStrategy[Report]:
    """Strategy for a report that speaks of single requirements, of one in a former wording too."""
    known = [*task.deadlines, Deadline("原来的", date(2024, 6, 30))]
    words = st.builds(
        RequirementReport,
        st.sampled_from(known),
        st.none() | st.booleans(),
        st.none(),
        st.none() | st.integers(0, 100),
    )
    standing_words = st.lists(words, max_size=len(known), unique_by=lambda word: word.requirement).map(tuple)
    return st.builds(Report, st.sampled_from(Status), st.none() | st.integers(0, 100), standing_words)


def extensions(task: Task) -> st.SearchStrategy[tuple[Extension, ...]]:
    """Strategy for the extensions of a task's dates, mostly none."""
    if not task.deadlines:
        return st.just(())
    days = st.dates(date(2023, 6, 1), date(2027, 1, 1))
    one = st.builds(Extension, st.sampled_from(task.deadlines), days, st.just("延期"), st.just("市政府"))
    return st.just(()) | st.lists(one, max_size=2).map(tuple)


def reports(bundled: Bundled) -> st.SearchStrategy[Reports]:
    """Strategy for reports: of accountable departments and members of groups, of others too, also on tasks that are gone."""
    tasks: Sequence[Placed | None] = [*bundled.tasks, None]
    report = st.builds(Report, st.sampled_from(Status), st.none() | st.integers(0, 100))

    def of_task(one: Placed | None) -> st.SearchStrategy[tuple[TaskKey, TaskReports]]:
        if one is None:
            return st.just((TaskKey("nowhere", "1"), TaskReports({"某局": Report(Status.COMPLETED)}, 1)))
        registry, region = bundled.registry, one.plan.info.region
        refs = [registry.resolve(region, name) for _, name in one.pairs]
        names = sorted({ref.name for whole in refs for ref in bundled.members(whole)} | {"某局"})
        said = st.dictionaries(st.sampled_from(names), report | detailed_report(one.task), max_size=4)
        days = st.none() | st.dates(date(2023, 1, 1), date(2023, 1, 5))
        return st.builds(
            lambda found, day, later: (
                one.key,
                TaskReports(found, len(found), day if found else None, later),
            ),
            said,
            days,
            extensions(one.task),
        )

    return st.lists(st.sampled_from(tasks).flatmap(of_task), max_size=40).map(dict)


todays = st.sampled_from(
    [date(2022, 1, 1), date(2023, 12, 31), date(2024, 12, 1), date(2025, 12, 10), date(2030, 1, 1)]
)


def all_reports(bundled: Bundled, status_at: int) -> Reports:
    """Reports by the first accountable department of every third task, their statuses in turn."""
    statuses = list(Status)
    found: dict[TaskKey, TaskReports] = {}
    for number, one in enumerate(bundled.tasks):
        names = accountable(one.task.departments, one.plan.info.responsible) or ("某局",)
        if number % 3 == status_at % 3:
            name = bundled.registry.resolve(one.plan.info.region, names[0]).name
            status = statuses[(number + status_at) % len(statuses)]
            found[one.key] = TaskReports({name: Report(status, number % 101)}, 1)
    return found


def workspace_of(bundled: Bundled, today: date, found: Reports) -> Workspace:
    return Workspace(bundled.library, today, found)
