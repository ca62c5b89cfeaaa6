"""The views: which tasks each shows, and in which order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantui.model.department import DepartmentRef
from plantui.model.terms import Light, Role
from plantui.query.filter import Filter
from plantui.query.order import Order
from plantui.query.views import View, view_filter, view_tasks
from plantui.store.index import bits
from tests.support.naive_library import (
    Bundled,
    Naive,
    all_reports,
    filters,
    opened_once,
    reports,
    todays,
    workspace_of,
)

TODAY = date(2025, 12, 10)
bundled = opened_once
OWN, OTHER = DepartmentRef("郑州市", "市水利局"), DepartmentRef("新乡市", "市水利局")


@pytest.mark.parametrize(
    ("view", "order"),
    [
        (View.TREE, Order.DOCUMENT),
        (View.MINE, Order.WORST_FIRST),
        (View.WARNINGS, Order.WORST_FIRST),
        (View.UNREPORTED, Order.WORST_FIRST),
    ],
)
def test_order(view: View, order: Order) -> None:
    assert view.order is order


@pytest.mark.parametrize(
    ("view", "wanted", "own", "expected"),
    [
        (View.TREE, Filter(), OWN, Filter()),
        (View.MINE, Filter(), OWN, Filter(departments=(OWN,))),
        (View.MINE, Filter(), None, Filter()),
        (View.MINE, Filter(years=(2025,)), OWN, Filter(departments=(OWN,), years=(2025,))),
        (View.MINE, Filter(departments=(OTHER,)), OWN, Filter(departments=(OTHER,))),
        (View.MINE, Filter(role=Role.LEAD), OWN, Filter(departments=(OWN,), role=Role.LEAD)),
        (View.WARNINGS, Filter(), OWN, Filter()),
        (View.UNREPORTED, Filter(), OWN, Filter()),
    ],
)
def test_view_filter(view: View, wanted: Filter, own: DepartmentRef | None, expected: Filter) -> None:
    """本单位 asks for the user's own department, unless others were chosen."""
    assert view_filter(view, wanted, own) == expected


@given(data=st.data(), today=todays, view=st.sampled_from(View), own=st.sampled_from([None, OWN, OTHER]))
def test_view_tasks(
    bundled: Bundled, data: st.DataObject, today: date, view: View, own: DepartmentRef | None
) -> None:
    said, wanted = data.draw(reports(bundled)), data.draw(filters(bundled))
    naive = Naive(bundled, today, said)
    shown = [one for one in bundled.tasks if naive.passes(one, view_filter(view, wanted, own))]
    if view is View.WARNINGS:
        shown = [one for one in shown if naive.light(one).light in (Light.RED, Light.YELLOW)]
    if view is View.TO_CHECK:
        shown = []  # no report has been submitted
    if view is View.UNREPORTED:
        # A task that names nobody waits for anybody's word.
        shown = [one for one in shown if naive.is_in_force(one)]
        progress = {one.pk: naive.progress(one) for one in shown}
        shown = [one for one in shown if progress[one.pk].missing or not progress[one.pk].notes]

    found = view_tasks(workspace_of(bundled, today, said), view, wanted, own)
    assert list(bits.rows_of(found)) == sorted(one.pk for one in shown)


def test_every_view_shows_something(bundled: Bundled) -> None:
    """So that the comparison above compares."""
    workspace = workspace_of(bundled, TODAY, all_reports(bundled, 0))
    found = {view: view_tasks(workspace, view, Filter(), OWN).bit_count() for view in View}

    assert found[View.TREE] == 140
    assert 0 < found[View.MINE] < 140
    assert 0 < found[View.WARNINGS] < 140
    assert 0 < found[View.UNREPORTED] < 140
