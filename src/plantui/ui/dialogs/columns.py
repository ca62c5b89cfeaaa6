"""The choice of columns: which are shown, in which order, and by which the list is sorted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from plantui.query.columns import DEFAULT_COLUMNS, Column, ColumnChoice, next_sorting
from plantui.ui.row_cells import sorting_mark
from plantui.ui.widgets.painted import Painted, PaintedScroll
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words
from plantui.words.phrases import column_name

from .base import Dialog, Hint
from .choice_rows import MARK_WIDTH

_PREVIEW_LINES = 4
"""The headings and a few rows below them."""


class Preview(NamedTuple):
    """The list as it would be with a choice: a few lines of it, and the columns for which it has room."""

    lines: Callable[[int], Sequence[Painted]]
    """Gives the headings and some rows for a width in cells."""
    fitting: frozenset[Column]


class ColumnList(RowList[Column]):
    """All columns, those shown first and in their order. Left and Right move one, as it moves in the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "screen.mark", show=False),
        Binding("left,ctrl+up", "screen.shift(-1)", show=False),
        Binding("right,ctrl+down", "screen.shift(1)", show=False),
        Binding("enter", "screen.apply", show=False),
        Binding("ctrl+k", "screen.sort", show=False),
        Binding("0", "screen.restore", show=False),
    ]

    @dataclass
    class MarkClicked(Message):
        """The mark of the row under the cursor was clicked."""

    def on_click(self, event: events.Click) -> None:
        index = event.y + self.scroll_offset.y
        if event.x < MARK_WIDTH and index < len(self.rows):
            event.prevent_default()
            self.cursor = index
            self.post_message(self.MarkClicked())


class PreviewLines(PaintedScroll, can_focus=False):
    """The list as it would be."""

    DEFAULT_CSS = f"PreviewLines {{ height: {_PREVIEW_LINES}; margin: 0 0 1 0; scrollbar-size-vertical: 0; }}"

    def __init__(self) -> None:
        super().__init__(id="preview")
        self._lines: Callable[[int], Sequence[Painted]] = lambda width: ()

    def show(self, lines: Callable[[int], Sequence[Painted]]) -> None:
        """Show these lines, given as a function of the width."""
        self._lines = lines
        self.refresh()

    def render_line(self, y: int) -> Strip:
        lines = self._lines(self.size.width)
        return self.strip(lines[y] if y < len(lines) else (), self.size.width)


class ColumnsDialog(Dialog[ColumnChoice | None]):
    """Chooses, orders and sorts the columns, with the list as it would be above them."""

    HINTS = (
        Hint(("space",), "columns.key.toggle"),
        Hint(("left", "right"), "columns.key.shift"),
        Hint(("ctrl+k",), "columns.key.sort"),
        Hint(("0",), "columns.key.restore"),
        Hint(("enter",), "dialogs.key.apply"),
        Hint(("escape",), "dialogs.key.cancel"),
    )

    def __init__(
        self,
        words: Words,
        choice: ColumnChoice,
        preview: Callable[[ColumnChoice], Preview],
    ) -> None:
        super().__init__(words, words("columns.title"))
        self._preview = preview
        self._sorting = choice.sorting
        self._order = [*choice.columns, *(column for column in Column if column not in choice.columns)]
        self._shown = set(choice.columns)
        self._fitting: frozenset[Column] = frozenset()

    @property
    def choice(self) -> ColumnChoice:
        """The choice as it stands."""
        return ColumnChoice(tuple(column for column in self._order if column in self._shown), self._sorting)

    def body(self) -> ComposeResult:
        yield PreviewLines()
        yield ColumnList(self._paint, id="columns")

    @property
    def _list(self) -> ColumnList:
        return self.query_one(ColumnList)

    def on_mount(self) -> None:
        self._show(0)
        self._list.focus()

    def _show(self, cursor: int) -> None:
        preview = self._preview(self.choice)
        self._fitting = preview.fitting
        self.query_one(PreviewLines).show(preview.lines)
        self._list.show(self._order, cursor, keep_scroll=True)

    def _paint(self, column: Column, width: int) -> Painted:
        is_shown = column in self._shown
        name = column_name(self.words, column) + sorting_mark(self._sorting, column)
        tail = "" if not is_shown or column in self._fitting else self.words("columns.no_room")
        look = "" if is_shown else "muted"
        return [(f" [{'x' if is_shown else ' '}] ", look), (name, look), (tail, "muted")]

    # -- keys ------------------------------------------------------------------------------------------------

    @on(ColumnList.MarkClicked)
    def action_mark(self) -> None:
        """Show the column under the cursor, or leave it out."""
        column = self._list.current
        if column is Column.TASK:
            self.say(self.words("columns.always"))
        elif column is not None:
            self.say("")
            self._shown ^= {column}
            self._show(self._list.cursor)

    def action_shift(self, by: int) -> None:
        """Move the column under the cursor to the left or to the right of its neighbour."""
        at = self._list.cursor
        to = at + by
        if 0 <= to < len(self._order):
            self._order[at], self._order[to] = self._order[to], self._order[at]
            self._show(to)

    def action_sort(self) -> None:
        """Sort by the column under the cursor; again turns the order, and once more gives it up."""
        if (column := self._list.current) is not None:
            self._sorting = next_sorting(self._sorting, column)
            self._show(self._list.cursor)

    def action_restore(self) -> None:
        """Go back to the columns of a first start, not sorted by any."""
        self._order = [*DEFAULT_COLUMNS, *(column for column in Column if column not in DEFAULT_COLUMNS)]
        self._shown, self._sorting = set(DEFAULT_COLUMNS), None
        self._show(0)

    @on(RowList.Chosen)
    def action_apply(self) -> None:
        """Give back the choice."""
        self.dismiss(self.choice)
