"""Rows sorted by a column are what sorting the values of every task gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantui.model.assignment import AssignmentState
from plantui.model.stages import NoteStage
from plantui.model.terms import Light, Role, Status
from plantui.model.text import collation_key
from plantui.query.cells import TaskCells, cells_of
from plantui.query.columns import Column, Sorting
from plantui.query.filter import Filter
from plantui.query.outline import Branch, Folding, Leaf, Outline
from plantui.query.session import Session
from plantui.query.sorting import order_of
from plantui.query.views import View
from plantui.query.workspace import Workspace
from plantui.store.index import bits
from tests.support.naive_library import (
    Bundled,
    all_reports,
    filters,
    opened_once,
    reports,
    todays,
    workspace_of,
)

TODAY = date(2025, 12, 10)
bundled = opened_once


def named(names: Sequence[str]) -> bytes | None:
    return collation_key(names[0]) if names else None


VALUES: dict[Column, Callable[[TaskCells], Any]] = {
    Column.LIGHT: lambda cells: list(Light).index(cells.light),
    Column.STATUS: lambda cells: list(Status).index(cells.status),
    Column.PERCENT: lambda cells: cells.percent,
    Column.DUE: lambda cells: cells.due,
    Column.DAYS: lambda cells: cells.days,
    Column.LEAD: lambda cells: named(cells.leads),
    Column.REPORTED: lambda cells: cells.last_reported,
    Column.AGE: lambda cells: cells.age if cells.progress.notes else float("inf"),
    Column.FUNDING: lambda cells: cells.funding.rank if cells.funding else None,
    Column.TAGS: lambda cells: min(map(collation_key, cells.tags), default=None),
    Column.PLAN: lambda cells: collation_key(cells.plan.short_title),
    Column.ACCOUNTABLE: lambda cells: named(cells.accountable),
    Column.SHARED: lambda cells: named(cells.departments(Role.SHARED)),
    Column.SUPPORT: lambda cells: named(cells.departments(Role.SUPPORT)),
    Column.RESPONSIBLE: lambda cells: named(cells.departments(Role.RESPONSIBLE)),
    Column.MISSING: lambda cells: named(cells.missing),
    Column.FIRST_DUE: lambda cells: cells.first_due,
    Column.EXTENSIONS: lambda cells: cells.extensions or None,
    Column.ASSIGNMENT: lambda cells: (
        list(AssignmentState).index(cells.assignment) if cells.assignment else None
    ),
    Column.ASSESSMENT: lambda cells: (
        ("disputed", "agrees").index(cells.assessment) if cells.assessment else None
    ),
    Column.STAGE: lambda cells: list(NoteStage).index(cells.stage) if cells.stage else None,
}
"""The value by which each column sorts, None where a task has none. Columns not named here sort as printed."""

sortings = st.builds(Sorting, st.sampled_from(Column), st.booleans())


def sorted_one_by_one(workspace: Workspace, rows: Sequence[int], sorting: Sorting) -> list[int]:
    """Row numbers that stand as printed, in the order of a column."""
    entries = workspace.library.tasks(rows)
    if sorting.column not in VALUES:
        return list(reversed(rows)) if sorting.descending else list(rows)
    values = {entry.pk: VALUES[sorting.column](cells_of(workspace, entry)) for entry in entries}
    with_value = [pk for pk in rows if values[pk] is not None]
    without = [pk for pk in rows if values[pk] is None]
    return sorted(with_value, key=values.__getitem__, reverse=sorting.descending) + without


@pytest.mark.once
@given(data=st.data(), today=todays, sorting=sortings)
@settings(max_examples=200)
def test_a_list_is_sorted_as_a_whole(
    bundled: Bundled, data: st.DataObject, today: date, sorting: Sorting
) -> None:
    workspace = workspace_of(bundled, today, data.draw(reports(bundled)))
    tasks = workspace.matching(data.draw(filters(bundled)))
    printed = list(workspace.rows(tasks))

    found = list(order_of(workspace, sorting).all_of(tasks))

    assert found == sorted_one_by_one(workspace, printed, sorting)


@given(data=st.data(), sorting=sortings)
def test_the_tree_is_sorted_within_its_headings(
    bundled: Bundled, data: st.DataObject, sorting: Sorting
) -> None:
    workspace = workspace_of(bundled, TODAY, all_reports(bundled, 1))
    tasks = workspace.matching(data.draw(filters(bundled)))
    folding = Folding(all_open=True)

    printed, found = (
        runs(Outline(workspace, tasks, folding, o)) for o in (None, order_of(workspace, sorting))
    )

    assert found == [sorted_one_by_one(workspace, run, sorting) for run in printed]


def runs(outline: Outline) -> list[list[int]]:
    """The row numbers under each branch, in the order of the rows; branches stay where they are."""
    found: list[list[int]] = []
    for row in outline:
        if isinstance(row, Branch):
            found.append([])
        else:
            found[-1].append(row.task.pk)
    return found


@pytest.mark.parametrize("view", [View.TREE, View.WARNINGS])
def test_a_sessions_rows_obey_the_sorting(bundled: Bundled, view: View) -> None:
    """Also the rows that an export takes."""
    workspace = workspace_of(bundled, TODAY, all_reports(bundled, 1))
    begun = Session.started(bundled.library, TODAY, Filter(), None, Folding(all_open=True)).with_view(view)
    session = begun.with_ledger(workspace, ())
    by_due = session.with_sorting(Sorting(Column.DUE, descending=True))
    shown, as_viewed = (
        [row.task.pk for row in one.rows() if isinstance(row, Leaf)] for one in (by_due, session)
    )

    assert shown == list(by_due.task_rows()) != as_viewed
    assert as_viewed == list(session.task_rows())
    assert bits.from_rows(shown) == session.tasks
    folded = replace(by_due, folding=Folding())
    assert folded.task_rows() == by_due.task_rows()


def test_positions_in_a_sorted_tree(bundled: Bundled) -> None:
    workspace = workspace_of(bundled, TODAY, all_reports(bundled, 1))
    order = order_of(workspace, Sorting(Column.LIGHT, descending=True))
    outline = Outline(workspace, workspace.library.live, Folding(all_open=True), order)

    for at, row in enumerate(outline):
        if isinstance(row, Leaf):
            assert outline.position_of_task(row.task.pk) == at


def test_an_order_is_kept_until_what_it_follows_from_has_changed(bundled: Bundled) -> None:
    """A saved note changes the order by light, not that by department."""
    workspace = workspace_of(bundled, TODAY, {})
    light, lead = Sorting(Column.LIGHT), Sorting(Column.LEAD)
    before = [order_of(workspace, sorting) for sorting in (light, lead)]
    later = workspace.with_reports(all_reports(bundled, 1))

    assert [order_of(workspace, sorting) for sorting in (light, lead)] == before
    assert order_of(later, lead) is before[1]
    assert order_of(later, light).rows != before[0].rows
    assert order_of(workspace.on_day(date(2030, 1, 1)), light).rows != before[0].rows


def test_the_last_day_follows_a_retraction(bundled: Bundled) -> None:
    """A task whose notes were all taken back sorts with those without a day."""
    key = bundled.tasks[0].key
    noted = all_reports(bundled, 0)[key]
    workspace = workspace_of(bundled, TODAY, {key: type(noted)(noted.reports, 1, TODAY)})
    _ = workspace.last_days
    taken_back = workspace.with_reports({key: type(noted)({}, 0)})

    assert list(workspace.last_days.values()) == [TODAY]
    assert (taken_back.last_days, taken_back.progress) == ({}, {})


def test_what_the_ledger_must_be_read_for(bundled: Bundled) -> None:
    begun = Session.started(bundled.library, TODAY, Filter(), None, None)

    assert not begun.with_sorting(Sorting(Column.LEAD)).asks_for_progress
    assert begun.with_sorting(Sorting(Column.REPORTED)).asks_for_progress


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            ["市水利局", "市财政局", "市教育局"],
            ["市财政局", "市教育局", "市水利局"],
        ),  # by sound: cai, jiao, shui
        (["Ｂ局", "a局", "市财政局"], ["a局", "Ｂ局", "市财政局"]),  # Latin letters first, however wide
        (["\ud800", "甲"], ["\ud800", "甲"]),  # half a character sorts somewhere
    ],
)
def test_names_sort_by_sound(names: list[str], expected: list[str]) -> None:
    assert sorted(names, key=collation_key) == expected
