"""The view 未报送: tasks under the departments that have yet to report on them, against the answers task by task."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.progress import Report, TaskReports
from plantui.model.terms import Status
from plantui.query.department_rows import DepartmentRows, Group
from plantui.query.filter import Facet, Filter
from plantui.query.outline import DepartmentBranch, Leaf, Row
from plantui.query.session import Session, position_in
from plantui.query.views import View
from plantui.query.workspace import Workspace
from plantui.store.index import bits
from tests.support.naive_library import Bundled, Naive, filters, opened_once, reports, todays, workspace_of

bundled = opened_once
TODAY = date(2025, 12, 10)
PLAN = "zhengzhou-2023-2025"


def expected(naive: Naive) -> dict[Group, set[int]]:
    """Return the tasks that each department has not reported on, by looking at each task."""
    found: dict[Group, set[int]] = {}
    for one in filter(naive.is_in_force, naive.bundled.tasks):
        progress = naive.progress(one)
        for name in progress.missing:
            found.setdefault(DepartmentRef(one.plan.info.region, name), set()).add(one.pk)
        if not progress.missing and not progress.notes:
            found.setdefault(None, set()).add(one.pk)
    return found


def grouped(rows: DepartmentRows) -> dict[Group, list[int]]:
    """Return the tasks under each heading; each heading must tell how many they are."""
    found: dict[Group, list[int]] = {}
    for row in rows:
        if isinstance(row, DepartmentBranch):
            found[row.department] = []
            left = row.total
        else:
            assert isinstance(row, Leaf)
            found[row.department].append(row.task.pk)
            left -= 1
            assert left >= 0
    return found


def unreported(workspace: Workspace, **changes: object) -> Session:
    """Return the session in the view 未报送 under a filter."""
    active_filter = Filter(**changes)  # type: ignore[arg-type]
    begun = Session.started(workspace.library, workspace.today, active_filter, None, None)
    return begun.with_ledger(workspace, ()).with_view(View.UNREPORTED)


@pytest.mark.once
@given(st.data())
def test_each_task_stands_under_every_department_that_is_missing(
    bundled: Bundled, data: st.DataObject
) -> None:
    today, said = data.draw(todays), data.draw(reports(bundled))
    wanted = data.draw(filters(bundled))
    workspace, naive = workspace_of(bundled, today, said), Naive(bundled, today, said)
    session = unreported(workspace).narrowed(wanted)
    passing = set(naive.matching(wanted))
    by_task = {group: tasks & passing for group, tasks in expected(naive).items() if tasks & passing}

    rows = session.rows()

    assert isinstance(rows, DepartmentRows)
    assert {group: set(tasks) for group, tasks in grouped(rows).items()} == by_task
    assert len(rows) == len([*rows]) == len(by_task) + sum(map(len, by_task.values()))
    assert session.tasks == bits.from_rows(set().union(*by_task.values()))


def test_a_task_with_two_missing_departments_stands_under_each_and_counts_once(bundled: Bundled) -> None:
    session = unreported(workspace_of(bundled, TODAY, {}), plans=(PLAN,))
    rows = session.rows()
    assert isinstance(rows, DepartmentRows)
    twice = next(row.task for row in rows if isinstance(row, Leaf) and len(row.task.accountable) == 2)

    under = [row.department for row in rows if isinstance(row, Leaf) and row.task.pk == twice.pk]

    assert {ref.name for ref in under if ref} == set(twice.accountable)
    assert session.tasks.bit_count() < sum(isinstance(row, Leaf) for row in rows)


def test_a_department_that_reported_is_no_longer_over_the_task(bundled: Bundled) -> None:
    before = unreported(workspace_of(bundled, TODAY, {}), plans=(PLAN,))
    rows = before.rows()
    row = next(row for row in rows if isinstance(row, Leaf) and len(row.task.accountable) == 2)
    assert row.department is not None
    said = {TaskKey(PLAN, row.task.id): TaskReports({row.department.name: Report(Status.IN_PROGRESS)}, 1)}

    after = before.with_reports(said, ()).rows()

    under = [one.department for one in after if isinstance(one, Leaf) and one.task.pk == row.task.pk]
    assert len(under) == 1
    assert row.department not in under


def test_the_worst_stand_first_under_each_department(bundled: Bundled) -> None:
    session = unreported(workspace_of(bundled, TODAY, {}))
    rows = session.rows()
    assert isinstance(rows, DepartmentRows)

    for group, pks in grouped(rows).items():
        own = session.workspace.unreported[group]
        assert pks == [*session.workspace.rows(own, View.UNREPORTED.order)]


def test_groups_fold_one_by_one_and_together(bundled: Bundled) -> None:
    session = unreported(workspace_of(bundled, TODAY, {}))
    heading = session.rows()[0]
    assert isinstance(heading, DepartmentBranch)
    folded = session.with_group_toggled(heading.department)
    nothing = session.with_all_toggled()

    assert len(folded.rows()) == len(session.rows()) - heading.total
    assert folded.rows()[0] == heading._replace(is_open=False)
    assert all(isinstance(row, DepartmentBranch) for row in nothing.rows())
    assert len(nothing.with_all_toggled().rows()) == len(session.rows())
    assert folded.tasks == nothing.tasks == session.tasks


def test_the_departments_asked_for_come_first(bundled: Bundled) -> None:
    wanted = DepartmentRef("郑州市", "市水利局")
    session = unreported(workspace_of(bundled, TODAY, {})).toggled(Facet.DEPARTMENT, wanted)
    first = session.rows()[0]

    assert isinstance(first, DepartmentBranch)
    assert first.department == wanted


@pytest.mark.parametrize("which", [0, -1], ids=["first", "last"])
def test_the_cursor_stays_under_the_same_department(bundled: Bundled, which: int) -> None:
    """A task under two departments is found again where it stood, and its heading where that is folded."""
    session = unreported(workspace_of(bundled, TODAY, {}), plans=(PLAN,))
    rows = session.rows()
    places: dict[int, list[int]] = {}
    for at, row in enumerate(rows):
        if isinstance(row, Leaf):
            places.setdefault(row.task.pk, []).append(at)
    at = next(found[which] for found in places.values() if len(found) > 1)
    there: Row = rows[at]
    assert isinstance(there, Leaf)

    folded = session.with_group_toggled(there.department).rows()

    assert position_in(rows, there) == at
    heading = folded[position_in(folded, there)]
    assert isinstance(heading, DepartmentBranch)
    assert heading.department == there.department


def test_the_cursor_finds_its_task_from_the_tree(bundled: Bundled) -> None:
    session = unreported(workspace_of(bundled, TODAY, {}))
    tree = session.with_view(View.TREE).with_all_toggled().rows()
    leaf = next(row for row in reversed(tree) if isinstance(row, Leaf))

    found = session.rows()[position_in(session.rows(), leaf)]

    assert isinstance(found, Leaf)
    assert found.task == leaf.task
