"""Opening and leaving the task pane: beside the list where there is room, else in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from plantui.query.outline import Row
from plantui.ui.widgets.row_list import RowList

from .task_pane import TaskPane

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

SIDE_PANE_FROM = 100
"""Columns from which the task pane stands beside the list; below, Enter opens it in the list's place."""
_DELAY = 0.04
"""Seconds the cursor rests before the pane follows, so that a held key is not slowed down."""
_SIDE, _ONLY_PANE = "side", "only-pane"


class PaneHost(Protocol):
    """The screen that holds the list and the pane; its style classes place them."""

    rows: RowList[Row]
    pane: TaskPane

    @property
    def app(self) -> App[object]:
        """The program."""

    def has_class(self, *class_names: str) -> bool:
        """Tell whether the screen has a style class."""

    def set_class(self, add: bool, *class_names: str) -> object:
        """Give the screen a style class, or take it away."""

    def show_in_pane(self) -> None:
        """Show in the pane what the cursor is on."""

    def call_after_refresh(self, callback: Callable[[], object]) -> bool:
        """Do something once the screen is laid out."""

    def refresh_keys(self) -> None:
        """Show the keys that matter now."""

    def set_interval(self, interval: float, callback: Callable[[], None], *, pause: bool) -> Timer:
        """Do something again and again."""


class PaneControls:
    """Places the pane, and moves the keyboard between it and the list."""

    def __init__(self, host: PaneHost) -> None:
        self._host = host
        self._timer: Timer | None = None
        self._side_wanted = True
        """True where the pane stands beside the list if there is room."""

    @property
    def covers_list(self) -> bool:
        """True where the pane stands in the list's place."""
        return self._host.has_class(_ONLY_PANE)

    @property
    def can_be_left(self) -> bool:
        """True where leaving would change anything: the place, the keyboard, or what the pane shows."""
        return self.covers_list or self._host.pane.has_focus or self._host.pane.quotes_source

    def open(self) -> None:
        """Go to the pane, in the list's place where there is no room beside it."""
        host = self._host
        if not host.has_class(_SIDE):
            host.set_class(True, _ONLY_PANE)
        host.show_in_pane()
        host.pane.focus()
        host.refresh_keys()

    def leave(self) -> None:
        """Go back to the list, and from the document's sentences to the row itself."""
        host = self._host
        if host.pane.quotes_source:
            host.pane.quotes_source = False
            if host.has_class(_SIDE):
                host.show_in_pane()
        if self.covers_list:
            host.set_class(False, _ONLY_PANE)
            host.refresh_keys()
        host.rows.focus()

    def other(self) -> None:
        """Go to the pane, or back to the list."""
        if self._host.pane.has_focus or not self._host.pane.display:
            self.leave()
        else:
            self.open()

    def toggle(self) -> None:
        """Show or hide the pane."""
        if self._width >= SIDE_PANE_FROM:
            self._side_wanted = not self._side_wanted
            self.follow_width()
            if not self._side_wanted:
                self.leave()
        elif self.covers_list:
            self.leave()
        elif self._host.rows.current is not None:
            self.open()

    def toggle_source(self) -> None:
        """Show the document's sentences, or the row itself where they are shown."""
        pane = self._host.pane
        pane.quotes_source = not (pane.quotes_source and pane.display)
        if pane.display:
            self._host.show_in_pane()
        else:
            self.open()

    def follow_cursor(self) -> None:
        """Show in the pane what the cursor is on, once it rests."""
        if not self._host.pane.display:
            return
        # One timer set back at each move: a new one for each would cost more than painting the row.
        if self._timer is None:
            self._timer = self._host.set_interval(_DELAY, self._cursor_rests, pause=True)
        self._timer.reset()

    def _cursor_rests(self) -> None:
        if self._timer is not None:
            self._timer.pause()
        self._host.show_in_pane()

    def follow_width(self) -> None:
        """Place the pane as the width of the terminal asks for, and fill it where that changed anything."""
        if self.place():
            self._host.call_after_refresh(self._host.show_in_pane)

    def place(self) -> bool:
        """Place the pane as the width of the terminal asks for; return whether that changed anything."""
        host, wide = self._host, self._width >= SIDE_PANE_FROM
        side = wide and self._side_wanted
        changed = side != host.has_class(_SIDE) or (wide and self.covers_list)
        if changed:
            host.set_class(side, _SIDE)
            if wide:
                host.set_class(False, _ONLY_PANE)
        return changed

    @property
    def _width(self) -> int:
        return self._host.app.size.width
