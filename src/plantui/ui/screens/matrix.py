"""Controller of the matrix of tasks and departments, and of the way to one task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .exports import ExportControls
from .host import ScreenHost
from .indicators import go_to_task

if TYPE_CHECKING:
    from plantui.query.matrix import MatrixRow


class MatrixControls:
    """Opens the matrix of what is shown."""

    def __init__(self, host: ScreenHost, exports: ExportControls) -> None:
        self._host = host
        self._exports = exports

    def show(self) -> None:
        """Show where each department stands on the tasks shown that several are accountable for."""
        from plantui.export.heading import heading_of
        from plantui.export.matrix import MatrixFile
        from plantui.query.circular import circular_workspace
        from plantui.query.matrix import matrix
        from plantui.query.stats import figures
        from plantui.ui.dialogs.matrix import MatrixScreen

        host, session = self._host, self._host.session
        tasks, shown, view = session.tasks, session.shown_filter, session.view

        def gather() -> MatrixFile:
            workspace = circular_workspace(session.workspace, host.ledger)
            return MatrixFile(
                heading_of(workspace, tasks, shown, view),
                figures(workspace, tasks),
                matrix(workspace, tasks),
                workspace.period,
            )

        host.open_dialog(MatrixScreen(host.words, gather, self._exports.export_matrix), self._left)

    def _left(self, row: MatrixRow | None) -> None:
        if row is not None:
            go_to_task(self._host, row.plan, row.task)
