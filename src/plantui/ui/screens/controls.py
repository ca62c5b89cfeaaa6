"""The controllers of the main screen together, and the action that each command names."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from plantui.query.filter import Facet
from plantui.query.outline import Branch, DepartmentBranch, Leaf
from plantui.query.session import Session
from plantui.query.views import View

from .host import ScreenHost
from .ledger_reader import LedgerReader
from .note_searching import NoteSearching
from .notes import NoteControls
from .pane_controls import PaneControls, PaneHost
from .receiving import ReceivingControls
from .search import Search

if TYPE_CHECKING:
    from .branches import BranchControls
    from .changes import ChangeControls
    from .columns import ColumnControls
    from .comparing import ComparingControls
    from .copying import CopyControls
    from .exports import ExportControls
    from .filters import FilterControls
    from .indicators import IndicatorControls
    from .issued import IssuedControls
    from .marks import MarkControls
    from .matrix import MatrixControls
    from .office import OfficeControls
    from .opening import OpeningControls
    from .outputs import OutputControls
    from .plans import PlanControls
    from .saved_views import SavedViewControls
    from .since import SinceControls
    from .stages import StageControls
    from .statistics import StatisticsControls
    from .verifying import VerifyingControls


class ControlsHost(ScreenHost, PaneHost, Protocol):
    """The main screen as all its controllers see it."""


class Controls:
    """Holds the controllers; does itself what several of them have a part in.

    Those that the first screen does without are made when they are first asked for: a start does not read their modules.
    """

    def __init__(self, host: ControlsHost, reader: LedgerReader) -> None:
        self._host = host
        self._reader = reader
        self.notes = NoteControls(host, reader)
        self.receiving = ReceivingControls(host, reader, self.notes)
        self.search = Search(host)
        self.note_searching = NoteSearching(host, reader)
        self.panes = PaneControls(host)

    @cached_property
    def filters(self) -> FilterControls:
        """Controller of the choices of the filter and of the views."""
        from .filters import FilterControls

        return FilterControls(self._host)

    @cached_property
    def exports(self) -> ExportControls:
        """Controller of exports and forms."""
        from .exports import ExportControls

        return ExportControls(self._host)

    @cached_property
    def statistics(self) -> StatisticsControls:
        """Controller of the statistics and of the way back to them."""
        from .statistics import StatisticsControls

        return StatisticsControls(self._host, self._reader, self.exports)

    @cached_property
    def changes(self) -> ChangeControls:
        """Controller of undo, redo and the history."""
        from .changes import ChangeControls

        return ChangeControls(self._host, self._reader, self.notes)

    @cached_property
    def stages(self) -> StageControls:
        """Controller of what is done with notes: F7."""
        from .stages import StageControls

        return StageControls(self._host, self._reader, self.notes)

    @cached_property
    def since(self) -> SinceControls:
        """Controller of what changed since when: F5."""
        from .since import SinceControls

        return SinceControls(self._host, self._reader, self.filters)

    @cached_property
    def office(self) -> OfficeControls:
        """Controller of the office-wide choices."""
        from .office import OfficeControls

        return OfficeControls(self._host, self._reader, self.notes)

    @cached_property
    def opening(self) -> OpeningControls:
        """Controller of the first window and the demonstration."""
        from .opening import OpeningControls

        return OpeningControls(self._host, self.filters)

    @cached_property
    def plans(self) -> PlanControls:
        """Controller of opening and importing plans."""
        from .plans import PlanControls

        return PlanControls(self._host)

    @cached_property
    def saved_views(self) -> SavedViewControls:
        """Controller of the saved views."""
        from .saved_views import SavedViewControls

        return SavedViewControls(self._host, self.filters.narrow)

    @cached_property
    def columns(self) -> ColumnControls:
        """Controller of the columns and of sorting by one."""
        from .columns import ColumnControls

        return ColumnControls(self._host)

    @cached_property
    def branches(self) -> BranchControls:
        """Controller of folding."""
        from .branches import BranchControls

        return BranchControls(self._host)

    @cached_property
    def marks(self) -> MarkControls:
        """Controller of the marked tasks."""
        from .marks import MarkControls

        return MarkControls(self._host)

    @cached_property
    def outputs(self) -> OutputControls:
        """Controller of help, warnings, palette and theme."""
        from .outputs import OutputControls

        return OutputControls(self._host)

    @cached_property
    def verifying(self) -> VerifyingControls:
        """Controller of edited reports."""
        from .verifying import VerifyingControls

        return VerifyingControls(self._host, self._reader)

    @cached_property
    def issued(self) -> IssuedControls:
        """Controller of the log of issued reports."""
        from .issued import IssuedControls

        return IssuedControls(self._host)

    @cached_property
    def indicators(self) -> IndicatorControls:
        """Controller of the indicators."""
        from .indicators import IndicatorControls

        return IndicatorControls(self._host, self.exports)

    @cached_property
    def matrix(self) -> MatrixControls:
        """Controller of the matrix of tasks and departments."""
        from .matrix import MatrixControls

        return MatrixControls(self._host, self.exports)

    @cached_property
    def comparing(self) -> ComparingControls:
        """Controller of the comparison of plans."""
        from .comparing import ComparingControls

        return ComparingControls(self._host, self._reader, self.notes, self.exports)

    @cached_property
    def copying(self) -> CopyControls:
        """Controller of the clipboard."""
        from .copying import CopyControls

        return CopyControls(self._host)

    def actions(self) -> dict[str, Callable[..., object]]:
        """Return what each action does; the commands name them."""
        return {
            "open": self.open_row,
            "back": self.go_back,
            "help": lambda: self.outputs.show_help(),
            "note": self.notes.write,
            "search": self.search.open,
            "choose": lambda facet: self.filters.choose(Facet(facet)),
            "changed": lambda: self.since.open(),
            "unfilter": lambda: self.filters.remove_last(),
            "clear": lambda: self.filters.clear(),
            "view": lambda view: self.filters.show_view(View(view)),
            "stats": self._once_searched(lambda: self.statistics.show()),
            "indicators": self._once_searched(lambda: self.indicators.show()),
            "matrix": self._once_searched(lambda: self.matrix.show()),
            "compare": lambda: self.comparing.show(),
            "saved_views": lambda: self.saved_views.open(),
            "columns": lambda: self.columns.choose(),
            "fold_all": lambda: self.branches.toggle_all(),
            "fold_in": lambda: self.branches.fold(),
            "fold_out": lambda: self.branches.unfold(),
            "mark": lambda: self.marks.toggle(),
            "mark_all": lambda: self.marks.toggle_all(),
            "toggle_pane": self.panes.toggle,
            "other_pane": self.panes.other,
            "quote": self.panes.toggle_source,
            "history": lambda: self.changes.show_history(),
            "evidence": lambda: self.outputs.show_evidence(),
            "stage": lambda: self.stages.open(),
            "undo": lambda: self.changes.undo(),
            "redo": lambda: self.changes.redo(),
            "export": self._once_searched(lambda: self.exports.export()),
            "copy": lambda: self.copying.copy(),
            "receive": self.receiving.receive,
            "issued": lambda: self.issued.show(),
            "verify": lambda: self.verifying.verify(),
            "conflicts": self.receiving.settle_conflicts,
            "copies": self.receiving.receive_copies,
            "theme": lambda: self.outputs.switch_theme(),
            "problems": lambda: self.outputs.show_problems(),
            "palette": lambda: self.outputs.show_commands(),
            "office": lambda: self.office.open(),
            "setup": lambda: self.opening.welcome(),
            "open_plan": lambda: self.plans.open_plan(),
            "import": lambda: self.plans.import_document(),
            "demo": lambda: self.opening.show_demo(),
            "leave_demo": lambda: self.opening.leave_demo(),
            "quit": self._host.quit,
        }

    @property
    def can_go_back(self) -> bool:
        """True where there is something to leave: pane, its other side, search line, group of the statistics, marks."""
        leaves_part = self.panes.can_be_left or self.search.has_keyboard or self._can_return
        return leaves_part or bool(self._host.session.marked)

    @property
    def _can_return(self) -> bool:
        """True where the tasks shown are a group of the statistics, which then have been opened."""
        return self._has_statistics and self.statistics.can_return

    @property
    def _has_statistics(self) -> bool:
        return "statistics" in vars(self)

    def follow(self, session: Session) -> None:
        """Let the controllers know of the next state."""
        self.search.follow(session)
        self.note_searching.follow(session)
        if self._has_statistics:
            self.statistics.follow(session)

    def _once_searched(self, action: Callable[[], None]) -> Callable[[], None]:
        """Return an action on all the tasks shown, which waits for those that are still being found."""

        def act() -> None:
            if self._host.session.unsearched_terms:
                self._host.say(self._host.words("screen.await_notes"))
            else:
                action()

        return act

    def open_row(self) -> None:
        """Fold or unfold a branch; open a task in the pane."""
        row = self._host.rows.current
        if self.panes.covers_list:
            return
        if isinstance(row, Branch | DepartmentBranch):
            self.branches.toggle(row)
        elif isinstance(row, Leaf):
            self.panes.open()

    def go_back(self) -> None:
        """Take one step back: out of search or pane, from a group to the statistics; last the marks go."""
        if self.search.has_keyboard:
            self.search.leave(drop=True)
        elif self._can_return and not self.panes.can_be_left:
            self.statistics.go_back()
        else:
            if not self.panes.can_be_left:
                self.marks.clear()
            self.panes.leave()
            self._host.status_bar.clear()
