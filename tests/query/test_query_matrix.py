"""Tests of the matrix of tasks and departments where a group is accountable."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plantui.model.department import Department, DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.plan import Departments, Plan, PlanInfo, Section, Task
from plantui.model.progress import Report, TaskReports
from plantui.model.terms import Status
from plantui.planfile.writer import departments_toml, plan_toml
from plantui.query.matrix import matrix
from plantui.query.workspace import Workspace
from plantui.store.index.opening import open_library

TODAY = date(2026, 6, 20)
EAST, WEST, ALL = "东县政府", "西县政府", "各县区"


def test_the_members_of_a_group_stand_in_its_place_once_one_has_reported(tmp_path: Path) -> None:
    registry = (
        Department("甲市", EAST),
        Department("甲市", WEST),
        Department("甲市", ALL, members=(EAST, WEST)),
    )
    tasks = (
        Task("1", "1", "1", "县区任务", "", Departments(lead=(ALL,))),
        Task("2", "1", "2", "一家任务", "", Departments(lead=("市水利局",), support=(EAST,))),
        Task("3", "1", "3", "两家任务", "", Departments(lead=("市水利局", EAST))),
    )
    plan = Plan(
        PlanInfo("p", "p", "p", "甲市", 2024, 2028), sections=(Section("1", "一", "水"),), tasks=tasks
    )
    (tmp_path / "p.toml").write_text(plan_toml(plan), encoding="utf-8")
    (tmp_path / "departments.toml").write_text(departments_toml(registry), encoding="utf-8")
    reported = {TaskKey("p", "1"): TaskReports({EAST: Report(Status.IN_PROGRESS, 40, as_of=TODAY)}, 1)}
    with open_library([tmp_path], tmp_path / "cache") as library:
        before = matrix(Workspace(library, TODAY, {}), library.live)
        after = matrix(Workspace(library, TODAY, reported), library.live)

        assert [[ref.name for ref in row.cells] for row in before.rows] == [[ALL], ["市水利局", EAST]]
        assert [[ref.name for ref in row.cells] for row in after.rows] == [[EAST, WEST], ["市水利局", EAST]]
        cells = after.rows[0].cells
        assert [cells[DepartmentRef("甲市", name)].is_owed for name in (EAST, WEST)] == [False, True]
        assert {ref.name for ref in after.departments} == {EAST, WEST, "市水利局"}
