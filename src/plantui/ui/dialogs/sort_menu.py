"""The columns that the statistics can be sorted by, to choose one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from plantui.query.figure_order import FigureColumn, FigureSorting, next_sorting, usual_sorting
from plantui.ui.painting import clip
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .base import Dialog, Hint
from .figure_columns import column_name


@dataclass(frozen=True, slots=True)
class SortChoice:
    """The order chosen; no sorting stands for worst first."""

    sorting: FigureSorting | None


class SortMenu(Dialog[SortChoice | None]):
    """Asks for the order of the rows; the column that they are sorted by already is offered the other way round."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", show=False)]
    HINTS = (
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("enter",), "dialogs.key.apply"),
        Hint(("escape",), "dialogs.key.cancel"),
    )

    def __init__(self, words: Words, sorting: FigureSorting | None) -> None:
        super().__init__(words, words("dialogs.stats.sort.title"))
        self._now = sorting
        self._choices = [None, *(next_sorting(sorting, column) for column in FigureColumn)]

    def body(self) -> ComposeResult:
        yield RowList[FigureSorting | None](self._paint, id="choices")

    def on_mount(self) -> None:
        column = self._now.column if self._now else None
        places = [choice.column if choice else None for choice in self._choices]
        self.query_one(RowList).show(self._choices, places.index(column))

    def _paint(self, choice: FigureSorting | None, width: int) -> Painted:
        if choice is None:
            return [(clip(f" {self.words('dialogs.stats.sort.worst')}", width), "")]
        kind = "numbers" if choice.column is not FigureColumn.NAME else "names"
        way = "descending" if choice.descending else "ascending"
        order = self.words(f"dialogs.stats.sort.{kind}.{way}")
        name = column_name(self.words, choice.column)
        look = "" if choice == usual_sorting(choice.column) else "muted"
        return [(clip(f" {self.words('export.labelled', label=name, text=order)}", width), look)]

    @on(RowList.Chosen)
    def action_choose(self) -> None:
        """Give back the order under the cursor."""
        self.dismiss(SortChoice(self._choices[self.query_one(RowList).cursor]))
