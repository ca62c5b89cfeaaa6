"""The matrix of tasks and departments: where each of several accountable departments stands; scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from plantui.export.matrix import MatrixFile, cell_text, department_names, legend
from plantui.query.matrix import MatrixRow
from plantui.ui.widgets.painted import PLACE_WIDTH, Painted
from plantui.ui.widgets.row_list import RowList
from plantui.ui.widgets.side_columns import SideColumns
from plantui.words import Words
from plantui.words.phrases import numbered

from .base import Dialog, Hint

_WIDEST = 26
"""Cells that a column of a department has at most."""

Export = Callable[[MatrixFile, Callable[[str], None]], None]


class MatrixScreen(Dialog[MatrixRow]):
    """Dialog of the matrix; Enter on a row gives it, so that its task can be shown."""

    DEFAULT_CSS = """
    MatrixScreen #head { height: 1; text-wrap: nowrap; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("enter", "choose", show=False),
        Binding("f8", "export", show=False),
    ]
    HINTS = (
        Hint(("left", "right"), "dialogs.key.departments"),
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("enter",), "dialogs.key.drill"),
        Hint(("f8",), "dialogs.key.export"),
        Hint(("escape",), "dialogs.key.close"),
    )

    def __init__(self, words: Words, gather: Callable[[], MatrixFile], export: Export) -> None:
        super().__init__(words, words("export.matrix.title"))
        self._gather_file, self._export = gather, export
        self._file: MatrixFile | None = None
        self._columns = SideColumns(words, widest=_WIDEST)
        """Columns of the departments, in their order."""

    def body(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield RowList[MatrixRow](self._paint, id="matrix")

    def on_mount(self) -> None:
        self.query_one("#matrix", RowList).focus()
        self._gather()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_head)

    @work(thread=True, group="matrix", exclusive=True)
    def _gather(self) -> None:
        """Look at every task that several departments are accountable for, which takes a moment for very many."""
        file = self._gather_file()
        self.app.call_from_thread(self._show, file)

    def _show(self, file: MatrixFile) -> None:
        self._file = file
        texts = {cell_text(self.words, cell) for row in file.matrix.rows for cell in row.cells.values()}
        self._columns.arrange(department_names(file), texts)
        self.query_one("#matrix", RowList).show(file.matrix.rows)
        self.say(legend(self.words, file) if file.matrix.rows else self.words("dialogs.matrix.none"))
        self._show_head()

    @property
    def _width(self) -> int:
        return (self.query_one("#matrix", RowList).size.width or self.app.size.width) - PLACE_WIDTH

    def _show_head(self) -> None:
        self.query_one("#head", Static).update(self._columns.head(self._width))

    def _paint(self, row: MatrixRow, width: int) -> Painted:
        departments = self._file.matrix.departments if self._file else ()

        def cell_at(place: int) -> tuple[str, str]:
            cell = row.cells.get(departments[place])
            look = "muted" if cell is None else "notice" if cell.is_owed else ""
            return cell_text(self.words, cell), look

        return self._columns.row(numbered(row.task.number, row.task.title), cell_at, width)

    def action_turn(self, by: int) -> None:
        """Show the departments further to the left or right."""
        columns = self._columns
        if by > 0 and columns.shown(self._width).stop >= len(columns.headings):
            return
        columns.first = max(columns.first + by, 0)
        self.query_one("#matrix", RowList).refresh()
        self._show_head()

    @on(RowList.Chosen)
    def action_choose(self) -> None:
        """Give back the row under the cursor."""
        row = self.query_one("#matrix", RowList).current
        if isinstance(row, MatrixRow):
            self.dismiss(row)

    def action_export(self) -> None:
        """Write the matrix to a file, with all its columns."""
        if self._file is not None:
            self._export(self._file, self.say)
