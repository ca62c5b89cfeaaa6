"""Figures over sets of tasks, and the same by department, year, status, light and plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plantui.model.department import Department, DepartmentRef, DepartmentRegistry
from plantui.model.event import Extension
from plantui.model.key import TaskKey
from plantui.model.plan import Deadline, Departments, Plan, PlanInfo, Section, Task
from plantui.model.progress import Report
from plantui.model.terms import LIGHTS_OF_FIGURES, Light, Role, Status
from plantui.planfile.writer import departments_toml, plan_toml
from plantui.query.choices import choices
from plantui.query.filter import Facet, Filter
from plantui.query.stats import By, Figures, Group, can_be_rated, figures, grouped
from plantui.query.views import View, view_filter, view_tasks
from plantui.query.workspace import Workspace
from plantui.store.index.opening import open_library
from plantui.store.ledger import TaskReports

TODAY = date(2026, 6, 1)
REGISTRY = (
    Department("甲市", "市水利局", ("市水务局",)),
    Department("甲市", "东县政府"),
    Department("甲市", "各县区", members=("东县政府",)),
)


def task(number: int, departments: Departments, *years: int) -> Task:
    deadlines = tuple(Deadline(f"{year}年底", date(year, 12, 31)) for year in years)
    return Task(str(number), "1", str(number), f"任务{number}", "", departments, deadlines)


def plan(name: str, region: str, *tasks: Task) -> Plan:
    return Plan(
        PlanInfo(name, name, name, region, 2024, 2028), sections=(Section("1", "一", "水"),), tasks=tasks
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Four tasks of one city and one of another: one done, one late, one in two years, two without a date."""
    plans = (
        plan(
            "a",
            "甲市",
            task(1, Departments(lead=("市水利局",)), 2025),
            task(2, Departments(lead=("市水务局",), support=("各县区",)), 2026, 2028),
            task(3, Departments(lead=("市财政局",)), 2024),
            task(4, Departments(responsible=("各县区",))),
        ),
        plan("b", "乙市", task(1, Departments(lead=("市水利局",)))),
    )
    for one in plans:
        (tmp_path / f"{one.info.id}.toml").write_text(plan_toml(one), encoding="utf-8")
    (tmp_path / "departments.toml").write_text(departments_toml(REGISTRY), encoding="utf-8")
    reports = {TaskKey("a", "3"): TaskReports({"市财政局": Report(Status.CLOSED)}, 1)}
    return Workspace(open_library([tmp_path], tmp_path / "cache"), TODAY, reports)


def totals(groups: list[Group]) -> list[tuple[object, int, int, int]]:
    return [(group.value, group.figures.total, group.figures.done, group.figures.overdue) for group in groups]


def test_figures_of_everything(workspace: Workspace) -> None:
    found = figures(workspace, workspace.library.live)

    assert (found.total, found.done, found.overdue, found.rate) == (5, 1, 1, 0.2)
    assert found.lights == {
        Light.RED: 1,
        Light.YELLOW: 0,
        Light.GREEN: 1,
        Light.GREY: 0,
        Light.NONE: 2,
        Light.BLUE: 1,
    }
    assert {status: count for status, count in found.statuses.items() if count} == {
        Status.NOT_STARTED: 4,
        Status.CLOSED: 1,
    }


def test_tasks_that_are_never_late_are_counted_apart(workspace: Workspace) -> None:
    """The one late task is no longer red once it is put off, and does not count as on schedule either."""
    put_off = {TaskKey("a", "1"): TaskReports({"市水利局": Report(Status.DEFERRED)}, 1)}
    found = figures(workspace.with_reports(put_off), workspace.library.live)

    assert (found.lights[Light.RED], found.lights[Light.GREEN], found.lights[Light.GREY]) == (0, 1, 1)
    assert sum(found.lights.values()) == found.total


def test_no_tasks_have_no_rate(workspace: Workspace) -> None:
    found = figures(workspace, 0)

    assert (found.total, found.done, found.rate) == (0, 0, None)
    assert set(found.lights) == set(Light)


def test_departments_count_aliases_and_groups_region_by_region(workspace: Workspace) -> None:
    found = grouped(workspace, workspace.library.live, By.DEPARTMENT)

    assert totals(found) == [
        (DepartmentRef("甲市", "东县政府"), 2, 0, 0),
        (DepartmentRef("甲市", "各县区"), 2, 0, 0),
        (DepartmentRef("甲市", "市水利局"), 2, 0, 1),
        (DepartmentRef("甲市", "市财政局"), 1, 1, 0),
        (DepartmentRef("乙市", "市水利局"), 1, 0, 0),
    ]


def test_a_role_narrows_what_counts_for_a_department(workspace: Workspace) -> None:
    found = grouped(workspace, workspace.library.live, By.DEPARTMENT, Role.SUPPORT)

    assert [(str(group.value), group.figures.total) for group in found] == [
        ("甲市/东县政府", 1),
        ("甲市/各县区", 1),
    ]


def test_a_task_counts_in_each_of_its_years(workspace: Workspace) -> None:
    found = grouped(workspace, workspace.library.live, By.YEAR)

    assert totals(found) == [
        (2024, 1, 1, 0),
        (2025, 1, 0, 1),
        (2026, 1, 0, 0),
        (2028, 1, 0, 0),
        (None, 2, 0, 0),
    ]


def test_only_the_given_tasks_count(workspace: Workspace) -> None:
    tasks = workspace.plan_sets.of_year(2025)

    assert [group.value for group in grouped(workspace, tasks, By.YEAR)] == [2025]
    assert totals(grouped(workspace, tasks, By.PLAN)) == [("a", 1, 0, 1)]
    assert totals(grouped(workspace, tasks, By.DEPARTMENT)) == [(DepartmentRef("甲市", "市水利局"), 1, 0, 1)]


@pytest.mark.parametrize(("by", "values"), [(By.STATUS, list(Status)), (By.LIGHT, list(LIGHTS_OF_FIGURES))])
def test_statuses_and_lights_are_all_there(
    workspace: Workspace, by: By, values: list[Status] | list[Light]
) -> None:
    found = grouped(workspace, workspace.library.live, by)

    assert [group.value for group in found] == values
    assert sum(group.figures.total for group in found) == 5


@pytest.mark.parametrize(
    ("by", "facet"),
    [
        (By.DEPARTMENT, Facet.DEPARTMENT),
        (By.YEAR, Facet.YEAR),
        (By.STATUS, Facet.STATUS),
        (By.LIGHT, Facet.LIGHT),
        (By.PLAN, Facet.PLAN),
    ],
)
def test_totals_are_the_counts_of_the_filter(workspace: Workspace, by: By, facet: Facet) -> None:
    found = {group.value: group.figures.total for group in grouped(workspace, workspace.library.live, by)}

    assert found == {one.value: one.count for one in choices(workspace, facet, Filter())}


@pytest.mark.parametrize(
    ("wanted", "view", "expected"),
    [
        (Filter(), View.TREE, True),
        (Filter(words="水", years=(2025,)), View.MINE, True),
        (Filter(), View.WARNINGS, False),
        (Filter(), View.UNREPORTED, False),
        (Filter(lights=(Light.RED,)), View.TREE, False),
        (Filter(statuses=(Status.COMPLETED,)), View.TREE, False),
    ],
)
def test_tasks_chosen_by_how_far_they_are_have_no_rate(
    workspace: Workspace, wanted: Filter, view: View, expected: bool
) -> None:
    """It would be 0% or 100% whatever the departments do, overall and in every group."""
    has_rate = can_be_rated(wanted, view)
    tasks = view_tasks(workspace, view, wanted, DepartmentRef("甲市", "市水利局"))
    everything = workspace.library.live

    assert has_rate is expected
    assert figures(workspace, tasks, has_rate=has_rate).rate is None or expected
    for by in By:
        rates = [one.figures.rate for one in grouped(workspace, everything, by, has_rate=has_rate)]
        assert any(rate is not None for rate in rates) == (expected and by not in (By.STATUS, By.LIGHT))


def test_figures_are_values() -> None:
    one = Figures(1, dict.fromkeys(Status, 0), dict.fromkeys(Light, 0))

    assert one == Figures(1, dict.fromkeys(Status, 0), dict.fromkeys(Light, 0))


def test_departments_are_looked_up_once_each(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of departments must not each go through the names of all others."""
    resolve, asked = DepartmentRegistry.resolve, list[str]()

    def counted(registry: DepartmentRegistry, region: str, name: str) -> DepartmentRef:
        asked.append(name)
        return resolve(registry, region, name)

    monkeypatch.setattr(DepartmentRegistry, "resolve", counted)
    grouped(workspace, workspace.library.live, By.DEPARTMENT)

    assert len(asked) <= 4 * len(workspace.library.printed_names)


def test_what_is_not_known_is_not_counted_as_zero(workspace: Workspace) -> None:
    """Nobody is on schedule or behind by a percent that nobody gave; who is done is behind in nothing."""
    library, key = workspace.library, TaskKey("a", "1")
    slow = Report(Status.IN_PROGRESS, 10, as_of=TODAY)
    later = workspace.with_reports({key: TaskReports({"市水利局": slow}, 1, TODAY)})
    done = library.task_set([TaskKey("a", "3")])

    assert figures(workspace, library.live).behind is None
    assert figures(workspace, done).behind == 0
    found = figures(later, library.task_set([TaskKey("a", "1"), TaskKey("a", "2")]))
    assert (found.behind, found.overdue, found.in_progress) == (
        0,
        1,
        1,
    )  # its date has passed: not behind, overdue
    assert figures(later, library.task_set([TaskKey("a", "2")])).behind is None


def test_behind_elapsed_time_is_counted(workspace: Workspace) -> None:
    key = TaskKey("a", "2")
    slow = workspace.with_reports(
        {key: TaskReports({"市水利局": Report(Status.IN_PROGRESS, 1, as_of=TODAY)}, 1, TODAY)}
    )

    assert figures(slow, slow.library.task_set([key])).behind == 1


def test_a_department_owes_what_it_or_its_group_has_not_reported(workspace: Workspace) -> None:
    """A task that a department only supports is none that it owes; of several leads each owes its own report."""
    key = TaskKey("a", "1")
    told = workspace.with_reports(
        {key: TaskReports({"市水利局": Report(Status.IN_PROGRESS, 10, as_of=TODAY)}, 1, TODAY)}
    )
    owed = {
        group.value: group.figures.not_reported for group in grouped(told, told.library.live, By.DEPARTMENT)
    }

    assert owed[DepartmentRef("甲市", "市水利局")] == 1  # of its two tasks
    assert owed[DepartmentRef("甲市", "各县区")] == 1  # a/4; a/2 it only supports
    assert owed[DepartmentRef("甲市", "东县政府")] == 1  # through its group
    assert figures(told, told.library.live).not_reported == told.awaiting.bit_count()


def test_extensions_are_counted_not_the_extended_tasks(workspace: Workspace) -> None:
    wording = Deadline("2025年底", date(2025, 12, 31))
    twice = tuple(Extension(wording, date(2026, month, 1), "汛期", "市政府") for month in (7, 9))
    later = workspace.with_reports({TaskKey("a", "1"): TaskReports({}, 0, extensions=twice)})

    assert figures(later, later.library.live).extensions == 2
    assert figures(workspace, workspace.library.live).extensions == 0


@pytest.mark.parametrize("view", [View.TREE, View.MINE, View.WARNINGS, View.UNREPORTED])
@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize(
    "wanted",
    [
        Filter(),
        Filter(departments=(DepartmentRef("甲市", "东县政府"),)),
        Filter(years=(2026,)),
        Filter(years=(2026, 2025), role=Role.LEAD),
        Filter(departments=(DepartmentRef("甲市", "市水利局"),), role=Role.LEAD, plans=("a",)),
    ],
)
def test_a_group_opened_shows_the_number_that_its_row_says(
    workspace: Workspace, view: View, by: By, wanted: Filter
) -> None:
    """Whatever narrowed the tasks counted narrows those of the group: its department or year comes on top."""
    own = DepartmentRef("甲市", "市水利局")
    tasks, shown = view_tasks(workspace, view, wanted, own), view_filter(view, wanted, own)
    other = View.TREE if view is View.MINE else view
    for group in grouped(workspace, tasks, by, shown.role):
        narrowed = shown.narrowed_to(Facet(by.value), group.value)

        assert view_tasks(workspace, other, narrowed, own).bit_count() == group.figures.total
        assert narrowed.with_choices(Facet(by.value), ()).parts[1:] == narrowed.parts[1:]


def test_what_a_group_stands_within_is_a_choice_like_others() -> None:
    """It is listed, and can be taken out one by one."""
    a, b = DepartmentRef("甲市", "市水利局"), DepartmentRef("甲市", "东县政府")
    narrowed = Filter(departments=(a,), years=(2026,)).narrowed_to(Facet.DEPARTMENT, b)

    assert narrowed.choices() == ((Facet.DEPARTMENT, b), (Facet.YEAR, 2026), (Facet.DEPARTMENT, a))
    assert narrowed.toggled(Facet.DEPARTMENT, a) == Filter(departments=(b,), years=(2026,))
    assert Filter(departments=(a, b)).narrowed_to(Facet.DEPARTMENT, b) == Filter(departments=(b,))
