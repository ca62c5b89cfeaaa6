"""The values of a task's columns, as the notes and the plan give them."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.model.key import TaskKey
from plantui.model.progress import Report
from plantui.model.terms import Light, Role, Status
from plantui.query.cells import TaskCells, cells_of
from plantui.store.ledger import TaskReports
from tests.support.naive_library import Bundled, Placed, opened_once, workspace_of

bundled = opened_once
TODAY = date(2025, 12, 10)
SAID = date(2025, 11, 30)


def dated(bundled: Bundled) -> Placed:
    """A task with several departments and a date that has passed."""
    return next(
        one
        for one in bundled.tasks
        if one.due and one.due < TODAY and one.task.departments.of(Role.LEAD) and len(one.task.deadlines) > 1
    )


def cells(bundled: Bundled, placed: Placed, *statuses: Status, percent: int | None = None) -> TaskCells:
    names = placed.task.departments.of(Role.LEAD)
    said = {name: Report(status, percent) for name in names for status in statuses}
    reports = {placed.key: TaskReports(said, len(said), SAID)} if said else {}
    return cells_of(workspace_of(bundled, TODAY, reports), bundled.library.tasks([placed.pk])[0])


def test_the_values_of_a_task_without_notes(bundled: Bundled) -> None:
    placed = dated(bundled)
    found = cells(bundled, placed)

    assert (found.light, found.status, found.percent) == (Light.RED, Status.NOT_STARTED, None)
    assert found.due == placed.due
    assert placed.due
    assert found.days == (placed.due - TODAY).days < 0
    assert found.last_reported is None
    assert (found.number, found.title) == (placed.task.number, placed.task.title)
    assert found.plan.id == placed.plan.info.id
    assert found.missing
    assert found.age is None


@pytest.mark.parametrize(
    ("status", "light", "is_open", "has_days"),
    [
        (Status.IN_PROGRESS, Light.RED, True, True),
        (Status.COMPLETED, Light.BLUE, False, False),
        (Status.CLOSED, Light.BLUE, False, False),
        (Status.DEFERRED, Light.GREY, True, False),
        (Status.ONGOING, Light.GREY, True, False),
    ],
)
def test_a_date_is_open_until_the_task_is_done(
    bundled: Bundled, status: Status, light: Light, is_open: bool, has_days: bool
) -> None:
    placed = dated(bundled)
    found = cells(bundled, placed, status, percent=40)

    assert found.light is light
    assert found.due == (placed.due if is_open else None)
    assert (found.days is not None) == has_days
    assert found.last_reported == SAID
    assert found.age == (TODAY - SAID).days


def test_the_departments_in_each_role(bundled: Bundled) -> None:
    workspace = workspace_of(bundled, TODAY, {})
    for placed in bundled.tasks:
        found = cells_of(workspace, bundled.library.tasks([placed.pk])[0])

        assert found.leads == placed.task.departments.of(Role.LEAD)
        assert found.departments(Role.SUPPORT) == placed.task.departments.of(Role.SUPPORT)
        assert set(found.departments(Role.RESPONSIBLE)) == {
            name for role, name in placed.pairs if role is Role.RESPONSIBLE
        }
        section = next(one for one in placed.plan.sections if one.id == placed.task.section)
        assert found.section == section.title


def test_a_report_whose_day_is_not_known_is_no_report_of_no_day(bundled: Bundled) -> None:
    placed = dated(bundled)
    key = TaskKey(placed.plan.info.id, placed.task.id)
    workspace = workspace_of(bundled, TODAY, {key: TaskReports({"市水利局": Report(Status.IN_PROGRESS)}, 1)})

    assert cells_of(workspace, bundled.library.tasks([placed.pk])[0]).last_reported is None
