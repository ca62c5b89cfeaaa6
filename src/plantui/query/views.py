"""The views of the interface: which tasks, in which order, as a tree or as a list."""

from __future__ import annotations

from enum import StrEnum

from plantui.model.department import DepartmentRef
from plantui.model.light import WARNED_STATES
from plantui.store.index import bits

from .filter import Filter
from .order import Order
from .workspace import Workspace


class View(StrEnum):
    """Choice of tasks that the list shows."""

    TREE = "tree"
    MINE = "mine"
    WARNINGS = "warnings"
    TO_CHECK = "to_check"
    """Tasks with notes that were submitted and not checked; for a clerk, those with returned ones too."""
    UNREPORTED = "unreported"

    @property
    def order(self) -> Order:
        """Order of the rows."""
        return Order.DOCUMENT if self is View.TREE else Order.WORST_FIRST


def view_filter(view: View, active_filter: Filter, own_department: DepartmentRef | None) -> Filter:
    """Return the filter with what a view adds to it: 本单位 is a filter by the user's own department."""
    if view is View.MINE and own_department is not None and not active_filter.departments:
        return active_filter._replace(departments=(own_department,))
    return active_filter


def view_tasks(
    workspace: Workspace,
    view: View,
    active_filter: Filter,
    own_department: DepartmentRef | None,
    *,
    is_clerk: bool = False,
) -> int:
    """Return the tasks that a view shows through a filter."""
    limits = view_limits(workspace, view, is_clerk=is_clerk)
    return workspace.matching(view_filter(view, active_filter, own_department)) & limits


def view_limits(workspace: Workspace, view: View, *, is_clerk: bool = False) -> int:
    """Return the tasks that a view may show whatever the filter; a clerk is shown what was returned too."""
    if view is View.TO_CHECK:
        returned = workspace.waiting("returned") if is_clerk else 0
        return workspace.waiting("submitted") | returned
    if view is View.WARNINGS:
        return bits.union(workspace.states[state] for state in WARNED_STATES)
    if view is View.UNREPORTED:
        return workspace.awaiting
    return workspace.library.live
