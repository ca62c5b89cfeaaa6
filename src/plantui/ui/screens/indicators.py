"""Controller of the indicators: the table of those of the tasks shown, and the way to one's task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.query.filter import Filter
from plantui.query.views import View

from .exports import ExportControls
from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.query.indicators import IndicatorRow
    from plantui.store.index.library import PlanEntry, TaskEntry


class IndicatorControls:
    """Opens the indicators of what is shown."""

    def __init__(self, host: ScreenHost, exports: ExportControls) -> None:
        self._host = host
        self._exports = exports

    def show(self) -> None:
        """Show the indicators of the tasks shown, worst first."""
        from plantui.export.heading import heading_of
        from plantui.ui.dialogs.indicators import IndicatorsScreen

        host, session = self._host, self._host.session
        workspace, ledger = session.workspace, host.ledger
        heading = heading_of(workspace, session.tasks, session.shown_filter, session.view)
        screen = IndicatorsScreen(
            host.words,
            workspace,
            session.tasks,
            heading,
            lambda: ledger.reported_values(workspace.today),
            self._exports.export_indicators,
        )
        host.open_dialog(screen, self._left)

    def _left(self, row: IndicatorRow | None) -> None:
        """Show the task of the indicator that was chosen."""
        if row is not None:
            go_to_task(self._host, row.plan, row.task)


def go_to_task(host: ScreenHost, plan: PlanEntry, task: TaskEntry) -> None:
    """Move the cursor to a task of a plan: among the plan's tasks where the list does not have it."""
    host.leave_pane()
    place = host.session.rows().position_of_task(task.pk)
    if place is None:
        host.show(host.session.narrowed(Filter(plans=(plan.id,))).with_view(View.TREE))
        place = host.session.rows().position_of_task(task.pk)
    host.rows.cursor = place or 0
