"""Controller of the indicators: the table of those of the tasks shown, and the way to one's task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.query.filter import Filter
from plantui.query.views import View

from .exports import ExportControls
from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.query.indicators import IndicatorRow


class IndicatorControls:
    """Opens the indicators of what is shown."""

    def __init__(self, host: ScreenHost, exports: ExportControls) -> None:
        self._host = host
        self._exports = exports

    def show(self) -> None:
        """Show the indicators of the tasks shown, worst first."""
        from plantui.export.summary import heading_of
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
        """Show the task of the indicator that was chosen: among its plan's tasks where the list does not have it."""
        if row is None:
            return
        host = self._host
        host.leave_pane()
        place = host.session.rows().position_of_task(row.task.pk)
        if place is None:
            only = Filter(plans=(row.plan.id,))
            host.show(host.session.narrowed(only).with_view(View.TREE))
            place = host.session.rows().position_of_task(row.task.pk)
        host.rows.cursor = place or 0
