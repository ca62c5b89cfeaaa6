"""Rules for which commands apply where the cursor is: footer, palette and keys all ask here."""

from __future__ import annotations

from typing import NamedTuple

from plantui.query.outline import DepartmentBranch, Leaf, Row
from plantui.query.session import Session
from plantui.query.views import View

_NEEDS_TASK = frozenset({"note", "history", "evidence", "stage"})
_NEEDS_ROW = frozenset({"copy", "mark", "mark_all"})
_FOR_MARKED = frozenset({"note", "copy", "stage"})
"""Actions that are for the marked tasks, where there are any, and else for the row under the cursor."""


class CommandPlace(NamedTuple):
    """Place of the user on the main screen."""

    session: Session
    row: Row | None
    """The row under the cursor."""
    covers_list: bool
    """True where the pane stands in the list's place."""
    can_go_back: bool
    """True where there is something to leave: the pane, its other side, the search line, the marks."""
    has_before_demo: bool = False
    """True where the demonstration was opened from the own ledger."""


def applies(action: str, place: CommandPlace) -> bool:
    """Return whether an action would do something here."""
    if action in _FOR_MARKED and place.session.marked_tasks:
        return True
    if action in _NEEDS_TASK:
        return isinstance(place.row, Leaf)
    if action == "quote":
        return place.row is not None and not isinstance(place.row, DepartmentBranch)
    if action in _NEEDS_ROW:
        return place.row is not None
    if action == "open":
        return place.row is not None and not place.covers_list
    if action in ("clear", "unfilter"):
        return not place.session.active_filter.is_empty
    if action == "fold_all":
        return place.session.view in (View.TREE, View.UNREPORTED)
    if action == "demo":
        return not place.session.workspace.is_demo
    if action == "leave_demo":
        return place.has_before_demo
    if action == "back":
        return place.can_go_back
    return True


def reason_against(action: str) -> str:
    """Return the catalogue key of the sentence that says what an action needs, empty where none is worth saying."""
    return "screen.no_task" if action in _NEEDS_TASK | _NEEDS_ROW | {"quote"} else ""
