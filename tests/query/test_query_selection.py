"""A selection of tasks survives JSON, and finds the rows that the screen showed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from plantui.model.bound import Bound
from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.period import parse_period
from plantui.model.terms import Light, Measure, Op, Role, Status, TaskState, Waiting
from plantui.query.columns import Column, Sorting
from plantui.query.filter import Filter
from plantui.query.order import Order
from plantui.query.selection import (
    RowOrder,
    TaskSelection,
    filter_from,
    filter_json,
    selection_from,
    selection_json,
)
from plantui.query.session import Session
from plantui.query.views import View
from plantui.query.workspace import Workspace
from tests.support.export_samples import make_ledger, make_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A small workspace with every light."""
    with make_ledger(tmp_path) as ledger:
        yield make_workspace(tmp_path, ledger)


FILTERS = (
    Filter(),
    Filter(plans=("jinshi", "x"), words="水[利]\x1b\n=1+1"),
    Filter(departments=(DepartmentRef("金石市", "市\t水利局"),), role=Role.LEAD),
    Filter(years=(2024, None), statuses=(Status.COMPLETED,), lights=(Light.RED, Light.NONE)),
    Filter(tags=("民生实事", "a b")),
    Filter(changed_since=date(2026, 1, 2)),
    Filter(changed_since="0123456789abcdef0123456789abcdef"),
    Filter(
        periods=(parse_period("2026Q2"), parse_period("2026-01-05..2026-02-03")),
        states=(TaskState.OVERDUE,),
        waiting=(Waiting.UNREPORTED,),
        bounds=(Bound(Measure.OVERDUE, Op.MORE, 30), Bound(Measure.PERCENT, Op.EQUAL, 0)),
    ),
    Filter(years=(2026,), within=Filter(years=(2024,), within=Filter(words="河"))),
)


@pytest.mark.parametrize("chosen", FILTERS, ids=range(len(FILTERS)))
def test_a_filter_is_the_same_after_json(chosen: Filter) -> None:
    assert filter_from(json.loads(json.dumps(filter_json(chosen)))) == chosen


def test_a_selection_is_the_same_after_json_and_a_usual_one_is_short() -> None:
    order = RowOrder(Order.WORST_FIRST, Sorting(Column.DUE, descending=True), is_tree=True, is_clerk=True)
    whole = TaskSelection(FILTERS[1], View.WARNINGS, (TaskKey("jinshi", "1"),), order)

    assert selection_from(json.loads(json.dumps(selection_json(whole)))) == whole
    assert selection_json(TaskSelection()) == {}
    assert selection_from({}) == TaskSelection()


@pytest.mark.parametrize(
    "data",
    [
        [],
        {"filter": 3},
        {"view": "nowhere"},
        {"marked": [["jinshi"]]},
        {"marked": "jinshi"},
        {"sort": ["due"]},
        {"sort": [1, 2]},
        {"filter": {"years": ["2024"]}},
        {"filter": {"years": [True]}},
        {"filter": {"departments": [["a", 1]]}},
        {"filter": {"lights": ["pink"]}},
        {"filter": {"changed_since": "yesterday"}},
        {"filter": {"periods": ["soon"]}},
        {"filter": {"bounds": [["overdue", ">", "30"]]}},
        {"filter": {"bounds": [["overdue", "?", 30]]}},
        {"filter": {"bounds": [["overdue", ">"]]}},
    ],
    ids=repr,
)
def test_what_no_selection_made_is_refused(data: object) -> None:
    with pytest.raises((ValueError, IndexError)):
        selection_from(data)  # type: ignore[arg-type]


@pytest.mark.parametrize("view", [view for view in View if view is not View.MINE])
@pytest.mark.parametrize("sorting", [None, Sorting(Column.LIGHT), Sorting(Column.DUE, descending=True)])
def test_the_rows_are_those_of_the_screen(workspace: Workspace, view: View, sorting: Sorting | None) -> None:
    chosen = Filter(departments=(DepartmentRef("金石市", "市水利局"),))
    session = Session(workspace, view=view, active_filter=chosen, sorting=sorting)
    selection = TaskSelection(
        session.shown_filter, view, order=RowOrder(view.order, sorting, is_tree=view is View.TREE)
    )

    assert list(selection.rows(workspace)) == list(session.task_rows())


def test_marked_tasks_are_those_alone(workspace: Workspace) -> None:
    keys = (TaskKey("jinshi", "3"), TaskKey("jinshi", "1"), TaskKey("gone", "1"))
    rows = TaskSelection(Filter(words="nothing"), marked=keys).rows(workspace)

    assert [task.id for task in workspace.library.tasks(rows)] == ["1", "3"]
