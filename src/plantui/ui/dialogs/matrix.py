"""The matrix of tasks and departments: where each of several accountable departments stands; scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from plantui.export.matrix import MatrixFile, cell_text, department_names, legend
from plantui.model.text import one_line
from plantui.query.matrix import MatrixRow
from plantui.ui.painting import clip, fit
from plantui.ui.widgets.painted import PLACE_WIDTH, Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words
from plantui.words.phrases import numbered

from .base import Dialog, Hint

_WIDEST = 26
"""Cells that a column of a department has at most."""
_TASK_SHARE = 3
"""The tasks have one of so many parts of the width."""

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
        self._names: list[str] = []
        self._first = 0
        """The department in the first column that is shown, by its place."""
        self._room = 0
        """Cells of a department's column."""

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
        self._file, self._names = file, department_names(file)
        texts = {cell_text(self.words, cell) for row in file.matrix.rows for cell in row.cells.values()}
        widest = max(map(cell_len, (*texts, *self._names)), default=0)
        self._room = 2 + min(widest, _WIDEST)
        self.query_one("#matrix", RowList).show(file.matrix.rows)
        self.say(legend(self.words, file) if file.matrix.rows else self.words("dialogs.matrix.none"))
        self._show_head()

    @property
    def _width(self) -> int:
        return (self.query_one("#matrix", RowList).size.width or self.app.size.width) - PLACE_WIDTH

    def _shown(self, width: int) -> range:
        """Return the places of the departments that have room beside the tasks; always at least one."""
        count = max((width - width // _TASK_SHARE) // max(self._room, 1), 1)
        return range(self._first, min(self._first + count, len(self._names)))

    def _show_head(self) -> None:
        width = self._width
        shown = self._shown(width)
        before, behind = self._first, len(self._names) - shown.stop
        place = self.words("dialogs.matrix.place", before=before, behind=behind) if before or behind else ""
        line = fit(place, width // _TASK_SHARE)
        line += "".join(fit(clip(one_line(self._names[at]), self._room - 1), self._room) for at in shown)
        self.query_one("#head", Static).update(" " * PLACE_WIDTH + line)

    def _paint(self, row: MatrixRow, width: int) -> Painted:
        tasks = width // _TASK_SHARE
        name = one_line(numbered(row.task.number, row.task.title))
        line: list[tuple[str, str]] = [(fit(clip(name, tasks - 1), tasks), "")]
        departments = self._file.matrix.departments if self._file else ()
        for at in self._shown(width):
            cell = row.cells.get(departments[at])
            text = clip(cell_text(self.words, cell), self._room - 1)
            look = "muted" if cell is None else "notice" if cell.is_owed else ""
            line.append((text, look))
            line.append((" " * (self._room - cell_len(text)), ""))
        return line

    def action_turn(self, by: int) -> None:
        """Show the departments further to the left or right."""
        if by > 0 and self._shown(self._width).stop >= len(self._names):
            return
        self._first = max(self._first + by, 0)
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
