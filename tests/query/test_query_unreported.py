"""Tests of what is owed in a period: every place that says so leaves out the plans that were issued after it."""

from __future__ import annotations

from datetime import date

import pytest

from plantui.query.columns import Column, Sorting
from plantui.query.filter import Filter
from plantui.query.matrix import matrix
from plantui.query.rows import task_rows
from plantui.query.session import Session
from plantui.query.sorting import order_of
from plantui.query.stats import figures
from plantui.query.unreported import issued_after
from plantui.query.views import View, view_tasks
from plantui.query.workspace import Workspace
from plantui.store.index import bits
from tests.support.naive_library import Bundled, opened_once, workspace_of

bundled = opened_once

DAYS = (
    date(2020, 1, 15),  # before all plans
    date(2023, 9, 25),  # the third of four is issued in the month after
    date(2024, 6, 28),
    date(2025, 12, 10),  # all are in force
)


def owing_nothing(workspace: Workspace) -> int:
    """Return the tasks of the plans that were not issued by the end of the period."""
    return issued_after(workspace.library, workspace.period)


@pytest.mark.parametrize("today", DAYS)
def test_the_view_lists_no_task_of_a_plan_issued_later(bundled: Bundled, today: date) -> None:
    workspace = workspace_of(bundled, today, {})

    shown = view_tasks(workspace, View.UNREPORTED, Filter(), None)

    assert shown == workspace.library.live & ~owing_nothing(workspace)
    assert (owing_nothing(workspace) == 0) is (today == DAYS[-1])


@pytest.mark.parametrize("today", DAYS)
def test_figures_count_none(bundled: Bundled, today: date) -> None:
    workspace = workspace_of(bundled, today, {})

    overall = figures(workspace, workspace.library.live)

    assert overall.not_reported == (workspace.library.live & ~owing_nothing(workspace)).bit_count()


@pytest.mark.parametrize("today", DAYS)
def test_no_row_names_a_department(bundled: Bundled, today: date) -> None:
    """Rows of lists and exports, the pane, the matrix and the sorting by who is missing."""
    workspace = workspace_of(bundled, today, {})
    library, free = workspace.library, owing_nothing(workspace)
    named = bits.union(library.accountable_sets.values())

    rows = list(task_rows(workspace, [*bits.rows_of(library.live)]))
    owing = bits.from_rows(row.entry.pk for row in rows if row.owing)
    in_pane = bits.from_rows(row.entry.pk for row in rows if workspace.owing(row.entry))
    cells = [
        (one.task.pk, cell) for one in matrix(workspace, library.live).rows for cell in one.cells.values()
    ]
    order = order_of(workspace, Sorting(Column.MISSING))
    sorted_rows = order.sorted([*bits.rows_of(library.live)])

    assert owing == in_pane == named & ~free
    assert all(cell.is_owed is not bool(free >> pk & 1) for pk, cell in cells)
    assert bits.from_rows(sorted_rows[: owing.bit_count()]) == owing, "those without a value come last"


@pytest.mark.parametrize("today", DAYS)
def test_the_cursor_goes_to_no_such_task(bundled: Bundled, today: date) -> None:
    workspace = workspace_of(bundled, today, {})
    session = Session(workspace)
    awaited = bits.from_rows(
        task.pk
        for task in workspace.library.tasks([*bits.rows_of(workspace.library.live)])
        if session.awaits_report(task)
    )

    assert awaited == workspace.library.live & ~owing_nothing(workspace)
