"""Marking tasks, so that one command goes for all of them."""

from __future__ import annotations

from plantui.query.outline import DepartmentBranch, Leaf, Row
from plantui.query.session import Session
from plantui.store.index import bits

from .host import ScreenHost


class MarkControls:
    """Marks tasks, and takes the marks away. Marks outlive filters and views."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host

    def toggle(self) -> None:
        """Mark the row under the cursor, or take its mark away, and go on to the next row as lists do.

        A branch stands for all its tasks that are shown; the cursor stays on an open one, whose tasks come next.
        """
        host = self._host
        row = host.rows.current
        if row is None:
            return
        host.show(host.session.with_marks_toggled(tasks_of(host.session, row)))
        if isinstance(row, Leaf) or not row.is_open:
            host.rows.action_move(1)

    def toggle_all(self) -> None:
        """Mark all tasks shown, or take their marks away where all are marked."""
        self._host.show(self._host.session.with_marks_toggled(self._host.session.tasks))

    def clear(self) -> None:
        """Take all marks away."""
        self._host.show(self._host.session.with_marks(()))


def tasks_of(session: Session, row: Row) -> int:
    """Return the tasks that a row stands for, as a task set: one, or those shown under a branch."""
    if isinstance(row, Leaf):
        return 1 << row.task.pk
    if isinstance(row, DepartmentBranch):
        return session.workspace.unreported[row.department] & session.tasks
    first, count = (row.section.first, row.section.total) if row.section else (row.plan.first, row.plan.tasks)
    return bits.span(first, count) & session.tasks
