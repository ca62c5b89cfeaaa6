"""Reports on a task, by role."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count

import pytest

from plantui.model.department import Department, DepartmentRegistry
from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent
from plantui.model.plan import Departments, Task
from plantui.model.terms import Role, Status
from plantui.query.reporting import department_reports
from plantui.store.index.library import PlanEntry

REGISTRY = DepartmentRegistry(
    (
        Department("甲市", "市水利局", ("市水务局",)),
        Department("甲市", "各县区", members=("东县", "西区", "各开发区")),
        Department("甲市", "各开发区", members=("高新区", "各县区")),
    )
)
numbers = count()


def note(department: str) -> Note:
    content = NoteContent(Status.IN_PROGRESS, "开工", as_of=date(2025, 6, 30))
    written = datetime(2025, 6, 30, 4, tzinfo=UTC)
    return Note(str(next(numbers)), TaskKey("p", "1"), department, content, "张三", written)


def plan_of(responsible: tuple[str, ...]) -> PlanEntry:
    made = PlanEntry._make([None] * len(PlanEntry._fields))
    return made._replace(id="p", region="甲市", responsible=responsible)


@pytest.mark.parametrize(
    ("departments", "responsible", "reporters", "expected"),
    [
        (
            Departments(lead=("市水务局",), support=("市财政局",)),
            (),
            ("市财政局",),
            [(Role.LEAD, "市水务局", True, False), (Role.SUPPORT, "市财政局", False, True)],
        ),
        (Departments(lead=("市水务局",)), (), ("市水利局",), [(Role.LEAD, "市水务局", True, True)]),
        (
            Departments(lead=("市水利局", "市水务局"), guide=("市水利局",)),
            (),
            (),
            [(Role.LEAD, "市水利局", True, False), (Role.GUIDE, "市水利局", True, False)],
        ),
        (Departments(shared=("各县区",)), (), (), [(Role.SHARED, "各县区", True, False)]),
        (
            Departments(shared=("各县区",)),
            (),
            ("各县区", "东县"),
            [(Role.SHARED, "各县区", True, True), (None, "东县", False, True)],
        ),
        (
            Departments(shared=("各县区",)),
            (),
            ("高新区",),
            [
                (Role.SHARED, "东县", True, False),
                (Role.SHARED, "西区", True, False),
                (Role.SHARED, "高新区", True, True),
            ],
        ),
        (Departments(), ("市财政局",), (), [(Role.RESPONSIBLE, "市财政局", True, False)]),
        (
            Departments(lead=("市财政局",)),
            (),
            ("督查室",),
            [(Role.LEAD, "市财政局", True, False), (None, "督查室", False, True)],
        ),
        (Departments(), (), ("市财政局",), [(None, "市财政局", True, True)]),
    ],
    ids=[
        "support",
        "alias",
        "two roles",
        "group",
        "group itself",
        "members",
        "whole plan",
        "unnamed",
        "nobody named",
    ],
)
def test_every_department_stands_in_its_role(
    departments: Departments,
    responsible: tuple[str, ...],
    reporters: tuple[str, ...],
    expected: list[tuple[Role | None, str, bool, bool]],
) -> None:
    task = Task("1", "1", "1", "治水", departments=departments)
    found = department_reports(REGISTRY, plan_of(responsible), task, [note(name) for name in reporters])

    assert [(one.role, one.department, one.is_accountable, one.note is not None) for one in found] == expected


def test_the_latest_note_counts_also_under_a_former_name() -> None:
    old, new = note("市水务局"), note("市水利局")
    (found,) = department_reports(
        REGISTRY,
        plan_of(()),
        Task("1", "1", "1", "治水", departments=Departments(lead=("市水利局",))),
        [old, new],
    )

    assert found.note is new
