"""The four real plans and their departments."""

from __future__ import annotations

import json
from typing import Any

import pytest

from plantui.model.department import DepartmentRegistry
from plantui.model.plan import Plan
from plantui.model.terms import Role
from plantui.planfile.check import check_files
from plantui.planfile.departments import read_departments
from plantui.planfile.jsonform import plan_dict
from plantui.planfile.reader import read_plan
from plantui.planfile.search_path import bundled_plans, plan_files
from plantui.planfile.writer import departments_toml, plan_toml
from tests.support.paths import DATA

PLANS = bundled_plans()
GOLD = DATA / "zhengzhou-2023-2025.gold.json"
COUNTS = {
    "beautiful-zhengzhou-2025-2035": (32, 67, 0),
    "sanmenxia-2023-2025": (10, 24, 32),
    "xinxiang-2023-2025": (10, 23, 36),
    "zhengzhou-2023-2025": (10, 26, 25),
}


def plan_of(plan_id: str) -> Plan:
    """A bundled plan."""
    plan = read_plan(PLANS / f"{plan_id}.toml").plan
    assert plan
    return plan


@pytest.fixture(scope="module")
def registry() -> DepartmentRegistry:
    """The bundled departments."""
    return DepartmentRegistry(read_departments(PLANS / "departments.toml").departments)


def test_no_problems() -> None:
    """Plans and departments are sound together; every department is known."""
    assert check_files([PLANS]) == []
    assert [path.stem for path in plan_files([PLANS])] == list(COUNTS)


@pytest.mark.parametrize("plan_id", COUNTS)
def test_counts(plan_id: str) -> None:
    """Sections (chapters included), tasks and dated requirements."""
    plan = plan_of(plan_id)

    assert COUNTS[plan_id] == (
        len(plan.sections),
        len(plan.tasks),
        sum(len(task.deadlines) for task in plan.tasks),
    )


def test_chapters() -> None:
    """The long-term plan has 8 chapters, which hold 24 sections."""
    sections = plan_of("beautiful-zhengzhou-2025-2035").sections

    assert sum(section.parent is None for section in sections) == 8


@pytest.mark.parametrize("plan_id", COUNTS)
def test_written_by_our_writer(plan_id: str) -> None:
    """The file on disk is what the writer writes."""
    path = PLANS / f"{plan_id}.toml"

    assert path.read_text(encoding="utf-8") == plan_toml(plan_of(plan_id))


def test_departments_written_by_our_writer(registry: DepartmentRegistry) -> None:
    """So is the departments file."""
    text = (PLANS / "departments.toml").read_text(encoding="utf-8")

    assert text == departments_toml(registry.departments)


def test_zhengzhou_equals_gold() -> None:
    """The annotated plan, word for word; ours adds a short title, the places, how binding a figure is and the fifth role."""
    gold: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8"))
    ours = plan_dict(plan_of("zhengzhou-2023-2025"))
    for task in gold["tasks"]:
        task["number"] = str(task["number"])
        task["departments"]["guide"] = []

    for row in (*ours["goals"], *ours["sections"], *ours["tasks"]):
        row.pop("source", None)
    for figure in (*ours["goals"], *(one for task in ours["tasks"] for one in task["indicators"])):
        figure.pop("force", None)

    assert gold["plan"] == {key: ours["plan"][key] for key in gold["plan"]}
    assert gold["goals"] == ours["goals"]
    assert gold["sections"] == ours["sections"]
    assert gold["tasks"] == ours["tasks"]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("巩义市", ["郑州市/巩义市人民政府"]),
        ("发展和改革委员会", ["郑州市/市发展改革委", "三门峡市/市发展改革委", "新乡市/市发改委"]),
        ("郑州市/市工业和信息化局", ["郑州市/市工信局"]),
        ("各区县（市）人民政府", ["郑州市/区县（市）人民政府"]),
    ],
)
def test_names(registry: DepartmentRegistry, written: str, names: list[str]) -> None:
    """What users write finds the department in every region that has it."""
    assert names == [str(ref) for ref in registry.find(written)]


def test_group_tasks_reach_members(registry: DepartmentRegistry) -> None:
    """A county has the tasks given to all counties, and those given to it by name."""
    (county,) = registry.find("巩义市")
    mine = {county, *registry.groups_of(county)}
    tasks = [
        task.id
        for task in plan_of("zhengzhou-2023-2025").tasks
        if any(registry.resolve("郑州市", name) in mine for name in task.departments.of(Role.RESPONSIBLE))
    ]

    assert len(tasks) == 25
