"""Controller of the statistics: the way to a group's tasks and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plantui.query.filter import Choice, Facet
from plantui.query.outline import Leaf, Row
from plantui.query.session import Selection, Session, position_in
from plantui.query.views import View
from plantui.query.workspace import Workspace

from .exports import ExportControls
from .host import ScreenHost
from .ledger_reader import LedgerReader

if TYPE_CHECKING:
    from plantui.query.figure_order import FigureSorting
    from plantui.ui.dialogs.stats import StatsPlace, StatsResult


class _WayBack(NamedTuple):
    """The way from a group's tasks back to the statistics, and from there to the list that they counted."""

    place: StatsPlace
    selection: Selection
    """The tasks that the statistics counted."""
    row: Row | None
    """The row of the list from which they were opened."""
    view: View
    facet: Facet
    value: Choice
    """The group whose tasks are shown: the way is gone once the filter or the view shows others."""


class StatisticsControls:
    """Opens the statistics of what is shown, and keeps the way back to them."""

    def __init__(self, host: ScreenHost, reader: LedgerReader, exports: ExportControls) -> None:
        self._host = host
        self._reader = reader
        self._exports = exports
        self._sorting: FigureSorting | None = None
        """The order of the rows chosen last, None for worst first."""
        self._way_back: _WayBack | None = None

    def show(self) -> None:
        """Show the figures of the tasks shown, the groups as they were sorted last."""
        from plantui.ui.dialogs.stats import StatsPlace

        self._open(StatsPlace(sorting=self._sorting))

    @property
    def can_return(self) -> bool:
        """True where the list shows the tasks of a group that was chosen in the statistics."""
        return self._way_back is not None

    def follow(self, session: Session) -> None:
        """Forget the way back where the list shows something else."""
        way = self._way_back
        if way and (session.view is not way.view or way.value not in session.active_filter.chosen(way.facet)):
            self._way_back = None

    def go_back(self) -> None:
        """Go back to the statistics, on the same row, over the list from which they were opened."""
        way, host = self._way_back, self._host
        if way is None:
            return
        self._way_back = None
        host.show(host.session.with_selection(way.selection))
        host.rows.cursor = position_in(host.session.rows(), way.row)
        self._open(way.place)

    def _open(self, place: StatsPlace) -> None:
        """Open the statistics; where not all notes count, the ledger is asked in a thread for those that do."""
        from plantui.query.circular import all_notes_count, circular_workspace

        host = self._host
        if all_notes_count(host.session.workspace):
            self._show(place, host.session.workspace)
            return

        def read() -> None:
            counted = circular_workspace(host.session.workspace, host.ledger)
            _ = counted.lights
            host.app.call_from_thread(self._show_if_awaited, place, counted)

        self._reader.in_thread(read, "statistics")

    def _show_if_awaited(self, place: StatsPlace, counted: Workspace) -> None:
        if self._host.is_active:
            self._show(place, counted)

    def _show(self, place: StatsPlace, workspace: Workspace) -> None:
        from plantui.ui.dialogs.stats import StatsScreen

        host, session = self._host, self._host.session
        stats = StatsScreen(
            host.words,
            workspace,
            session.tasks,
            session.shown_filter,
            session.own_department,
            session.view,
            place=place,
            export=self._exports.export_figures,
        )
        host.open_dialog(stats, self._left)

    def _left(self, result: StatsResult | None) -> None:
        """Remember the order of the rows; show the tasks of the group that was chosen, the cursor on the first one."""
        if result is None:
            return
        self._sorting = result.place.sorting
        group, host, before = result.place.group, self._host, self._host.session
        if result.filter is None or group is None:
            return
        narrowed, facet = before.narrowed(result.filter), Facet(result.place.by.value)
        is_other = facet is Facet.DEPARTMENT and group.value != before.own_department
        if before.view is View.MINE and is_other:
            narrowed = narrowed.with_view(View.TREE)  # another department's tasks are not those of 本单位
        self._way_back = _WayBack(
            result.place, before.selection, host.rows.current, narrowed.view, facet, group.value
        )
        host.leave_pane()
        host.show(narrowed)
        host.rows.cursor = next((i for i, row in enumerate(host.rows.rows) if isinstance(row, Leaf)), 0)
        if (shown := host.session.tasks.bit_count()) != group.figures.total:
            host.say(host.words("screen.group_differs", shown=shown, counted=group.figures.total))
