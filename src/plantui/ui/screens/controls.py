"""The controllers of the main screen together, and the action that each command names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from plantui.query.filter import Facet
from plantui.query.outline import Branch, DepartmentBranch, Leaf
from plantui.query.session import Session
from plantui.query.views import View

from .branches import BranchControls
from .changes import ChangeControls
from .columns import ColumnControls
from .copying import CopyControls
from .exports import ExportControls
from .filters import FilterControls
from .host import ScreenHost
from .indicators import IndicatorControls
from .ledger_reader import LedgerReader
from .marks import MarkControls
from .note_searching import NoteSearching
from .notes import NoteControls
from .opening import OpeningControls
from .outputs import OutputControls
from .pane_controls import PaneControls, PaneHost
from .plans import PlanControls
from .receiving import ReceivingControls
from .search import Search
from .stages import StageControls
from .statistics import StatisticsControls


class ControlsHost(ScreenHost, PaneHost, Protocol):
    """The main screen as all its controllers see it."""


class Controls:
    """Holds the controllers; does itself what several of them have a part in."""

    def __init__(self, host: ControlsHost, reader: LedgerReader) -> None:
        self._host = host
        self.notes = NoteControls(host, reader)
        self.changes = ChangeControls(host, reader, self.notes)
        self.stages = StageControls(host, reader, self.notes)
        self.filters = FilterControls(host)
        self.opening = OpeningControls(host, self.filters)
        self.plans = PlanControls(host)
        self.receiving = ReceivingControls(host, reader)
        self.search = Search(host)
        self.note_searching = NoteSearching(host, reader)
        self.columns = ColumnControls(host)
        self.branches = BranchControls(host)
        self.marks = MarkControls(host)
        self.panes = PaneControls(host)
        self.exports = ExportControls(host)
        self.outputs = OutputControls(host)
        self.statistics = StatisticsControls(host, reader, self.exports)
        self.indicators = IndicatorControls(host, self.exports)
        self.copying = CopyControls(host)

    def actions(self) -> dict[str, Callable[..., object]]:
        """Return what each action does; the commands name them."""
        return {
            "open": self.open_row,
            "back": self.go_back,
            "help": self.outputs.show_help,
            "note": self.notes.write,
            "search": self.search.open,
            "choose": lambda facet: self.filters.choose(Facet(facet)),
            "unfilter": self.filters.remove_last,
            "clear": self.filters.clear,
            "view": lambda view: self.filters.show_view(View(view)),
            "stats": self._once_searched(self.statistics.show),
            "indicators": self._once_searched(self.indicators.show),
            "columns": self.columns.choose,
            "fold_all": self.branches.toggle_all,
            "fold_in": self.branches.fold,
            "fold_out": self.branches.unfold,
            "mark": self.marks.toggle,
            "mark_all": self.marks.toggle_all,
            "toggle_pane": self.panes.toggle,
            "other_pane": self.panes.other,
            "quote": self.panes.toggle_source,
            "history": self.changes.show_history,
            "stage": self.stages.open,
            "undo": self.changes.undo,
            "redo": self.changes.redo,
            "export": self._once_searched(self.exports.export),
            "copy": self.copying.copy,
            "receive": self.receiving.receive,
            "conflicts": self.receiving.settle_conflicts,
            "copies": self.receiving.receive_copies,
            "theme": self.outputs.switch_theme,
            "problems": self.outputs.show_problems,
            "palette": self.outputs.show_commands,
            "setup": self.opening.welcome,
            "open_plan": self.plans.open_plan,
            "import": self.plans.import_document,
            "demo": self.opening.show_demo,
            "leave_demo": self.opening.leave_demo,
            "quit": self._host.quit,
        }

    @property
    def can_go_back(self) -> bool:
        """True where there is something to leave: pane, its other side, search line, group of the statistics, marks."""
        leaves_part = self.panes.can_be_left or self.search.has_keyboard or self.statistics.can_return
        return leaves_part or bool(self._host.session.marked)

    def follow(self, session: Session) -> None:
        """Let the controllers know of the next state."""
        self.search.follow(session)
        self.note_searching.follow(session)
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
        elif self.statistics.can_return and not self.panes.can_be_left:
            self.statistics.go_back()
        else:
            if not self.panes.can_be_left:
                self.marks.clear()
            self.panes.leave()
            self._host.status_bar.clear()
