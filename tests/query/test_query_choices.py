"""Choices, each with the number of tasks that it would show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.department import Department, DepartmentRef
from plantui.model.plan import Departments, Plan, PlanInfo, Section, Task
from plantui.model.terms import Light, Role, Status
from plantui.planfile.writer import departments_toml, plan_toml
from plantui.query.choices import CountedChoice, choices, departments, years
from plantui.query.filter import Facet, Filter
from plantui.query.workspace import Workspace
from plantui.store.index.opening import open_library
from tests.support.naive_library import (
    Bundled,
    all_reports,
    filters,
    opened_once,
    workspace_of,
)

TODAY = date(2025, 12, 10)
bundled = opened_once
CHOSEN = [facet for facet in Facet if facet is not Facet.WORDS]


def counts(found: list[CountedChoice]) -> dict[object, int]:
    return {one.value: one.count for one in found}


@pytest.mark.parametrize("facet", CHOSEN)
@given(data=st.data())
def test_the_count_is_what_choosing_shows(bundled: Bundled, facet: Facet, data: st.DataObject) -> None:
    wanted = data.draw(filters(bundled))
    workspace = workspace_of(bundled, TODAY, all_reports(bundled, 2))
    for one in choices(workspace, facet, wanted):
        alone = wanted.with_choices(facet, (one.value,))
        assert one.count == workspace.matching(alone).bit_count(), one


@pytest.mark.parametrize("facet", CHOSEN)
def test_every_value_is_offered_once(bundled: Bundled, facet: Facet) -> None:
    """Also those that the filter of now leaves without tasks."""
    workspace = workspace_of(bundled, TODAY, {})
    every = [one.value for one in choices(workspace, facet, Filter())]
    narrowed = [one.value for one in choices(workspace, facet, Filter(words="nowhere"))]

    assert len(set(every)) == len(every)
    assert set(narrowed) == set(every)


def test_a_member_is_offered_with_the_tasks_of_its_group(bundled: Bundled) -> None:
    """巩义市 has the tasks given to 各区县（市）人民政府 besides its own."""
    found = counts(choices(workspace_of(bundled, TODAY, {}), Facet.DEPARTMENT, Filter()))
    registry = bundled.registry
    member = registry.resolve("郑州市", "巩义市")
    group = registry.resolve("郑州市", "各区县（市）人民政府")

    assert found[group] > 0
    assert found[member] >= found[group]
    own = {one.pk for one in bundled.tasks if member.name in {name for _, name in one.pairs}}
    of_group = {
        one.pk
        for one in bundled.tasks
        if one.plan.info.region == "郑州市" and group in {registry.resolve("郑州市", n) for _, n in one.pairs}
    }
    assert found[member] == len(own | of_group)


@pytest.mark.parametrize(
    ("region", "written"),
    [("郑州市", "市发改委"), ("郑州市", "发展和改革委员会"), ("新乡市", "市发展改革委")],
)
def test_a_department_is_counted_under_any_of_its_names(bundled: Bundled, region: str, written: str) -> None:
    workspace = workspace_of(bundled, TODAY, {})
    offered = choices(workspace, Facet.DEPARTMENT, Filter(years=(2025,)))
    (found,) = [one for one in offered if one.value == bundled.registry.resolve(region, written)]

    assert written in found.names
    assert found.names[0] == bundled.registry.resolve(region, written).name
    assert found.count > 0


def test_departments_stand_region_by_region_the_busiest_first(bundled: Bundled) -> None:
    """Regions in the order of the plans."""
    workspace = workspace_of(bundled, TODAY, {})
    found = choices(workspace, Facet.DEPARTMENT, Filter())
    regions = list(dict.fromkeys(plan.region for plan in workspace.library.plans))
    refs = [one.value for one in found]

    assert (
        {ref for ref in refs if isinstance(ref, DepartmentRef)}
        == set(bundled.refs)
        == set(departments(workspace))
    )
    expected = sorted(found, key=lambda one: (regions.index(one.value.region), -one.count, one.value.name))  # type: ignore[union-attr]
    assert found == expected


def test_years_ascend_and_no_date_is_last(bundled: Bundled) -> None:
    workspace = workspace_of(bundled, TODAY, {})

    assert years(workspace) == [2023, 2024, 2025, None]
    assert [one.value for one in choices(workspace, Facet.YEAR, Filter())] == [2023, 2024, 2025, None]


@pytest.mark.parametrize(
    ("facet", "values"), [(Facet.STATUS, Status), (Facet.LIGHT, Light), (Facet.ROLE, Role)]
)
def test_terms_are_all_offered_in_their_order(
    bundled: Bundled, facet: Facet, values: type[Status | Light | Role]
) -> None:
    found = choices(workspace_of(bundled, TODAY, {}), facet, Filter())

    assert [one.value for one in found] == list(values)


def test_plans_stand_in_the_order_of_the_tree(bundled: Bundled) -> None:
    workspace = workspace_of(bundled, TODAY, {})
    found = choices(workspace, Facet.PLAN, Filter())

    assert [(one.value, one.count) for one in found] == [
        (plan.id, plan.tasks) for plan in workspace.library.plans
    ]


def test_other_choices_of_the_same_kind_do_not_narrow(bundled: Bundled) -> None:
    """Several values widen, so each is counted by itself."""
    workspace = workspace_of(bundled, TODAY, {})

    assert counts(choices(workspace, Facet.YEAR, Filter(years=(2023,)))) == counts(
        choices(workspace, Facet.YEAR, Filter())
    )


@pytest.fixture
def two_regions(tmp_path: Path) -> Iterator[Workspace]:
    """One name in two regions, and a name that no list knows."""
    for name, region in (("a", "甲市"), ("b", "乙市")):
        given = Departments(lead=("市水务局",), support=("市 新局",))
        tasks = (Task("1", "1", "1", "任务", "", given),)
        plan = Plan(
            PlanInfo(name, name, name, region, 2024, 2026), sections=(Section("1", "", "行动"),), tasks=tasks
        )
        (tmp_path / f"{name}.toml").write_text(plan_toml(plan), encoding="utf-8")
    known = (Department("甲市", "市水利局", ("市水务局",)), Department("甲市", "不出现的局"))
    (tmp_path / "departments.toml").write_text(departments_toml(known), encoding="utf-8")
    library = open_library([tmp_path], tmp_path / "cache")
    yield Workspace(library, TODAY, {})
    library.close()


def test_a_name_means_its_own_regions_department(two_regions: Workspace) -> None:
    """An unknown one stands for itself; one that no plan names is not offered."""
    found = counts(choices(two_regions, Facet.DEPARTMENT, Filter()))

    assert found == {
        DepartmentRef("甲市", "市水利局"): 1,
        DepartmentRef("甲市", "市 新局"): 1,
        DepartmentRef("乙市", "市水务局"): 1,
        DepartmentRef("乙市", "市 新局"): 1,
    }


def test_the_role_narrows_the_counts_of_departments(two_regions: Workspace) -> None:
    found = counts(choices(two_regions, Facet.DEPARTMENT, Filter(role=Role.SUPPORT, plans=("a",))))

    assert found[DepartmentRef("甲市", "市水利局")] == 0
    assert found[DepartmentRef("甲市", "市 新局")] == 1
    assert found[DepartmentRef("乙市", "市 新局")] == 0


def test_no_words_are_offered(bundled: Bundled) -> None:
    assert choices(workspace_of(bundled, TODAY, {}), Facet.WORDS, Filter()) == []
