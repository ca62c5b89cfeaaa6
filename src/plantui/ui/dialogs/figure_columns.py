"""Columns of the statistics: what fits is shown, the least important leaves first."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from plantui.export.phrasing import figure_cell
from plantui.model.terms import Light
from plantui.query.figure_order import (
    COLUMNS_OF_FIGURES,
    LEAVING,
    LIGHT_COLUMNS,
    FigureColumn,
    FigureSorting,
    figure,
)
from plantui.query.stats import Figures
from plantui.ui.meanings import badge_look
from plantui.ui.painting import clip
from plantui.ui.widgets.painted import Painted
from plantui.words import Words
from plantui.words.phrases import term

_GAP = 2
_LONGEST_RATE = len("100.0%")
_STEPS = 10
"""Steps of the bar of a rate: one for each tenth."""
_BAR = _STEPS + len("[]")
_LEAST_NAME = 24
"""Cells of the name that columns leave for; a longer one is cut."""
ZERO = "·"
"""Sign of a zero, so that what is not zero is seen."""


def column_name(words: Words, column: FigureColumn) -> str:
    """Return the heading of a column."""
    if column in LIGHT_COLUMNS:
        return term(words, LIGHT_COLUMNS[column])
    return words(f"dialogs.stats.column.{column.value}")


class FigureColumns:
    """Figures in columns of fixed width, all left of the name: free text can shift none of them."""

    def __init__(self, words: Words, widest: int, longest_name: int) -> None:
        """Take the largest number and the cells of the longest name."""
        self._words = words
        digits = len(str(widest))
        self._room = {
            column: _GAP + max(cell_len(column_name(words, column)), digits) for column in COLUMNS_OF_FIGURES
        }
        rate = cell_len(column_name(words, FigureColumn.RATE))
        self._room[FigureColumn.RATE] = _GAP + max(rate, _LONGEST_RATE)
        self._least_name = _GAP + min(longest_name, _LEAST_NAME)
        self.width = 0
        """Cells of the whole line, for which the columns were chosen last."""
        self.shown: tuple[FigureColumn, ...] = COLUMNS_OF_FIGURES
        """The columns of figures that are shown."""
        self._has_bar = True

    def fit(self, width: int) -> None:
        """Choose the columns for a line of this width."""
        self.width = width
        self.shown, self._has_bar = COLUMNS_OF_FIGURES, True
        for column in LEAVING:
            if self.figures_width + self._least_name <= width:
                return
            if column is FigureColumn.GREEN:
                self._has_bar = False
                if self.figures_width + self._least_name <= width:
                    return
            self.shown = tuple(one for one in self.shown if one is not column)

    @property
    def hidden(self) -> list[str]:
        """The names of what has no room, the most important first."""
        names = [column_name(self._words, one) for one in reversed(LEAVING) if one not in self.shown]
        return names if self._has_bar else [*names, self._words("dialogs.stats.bar")]

    @property
    def figures_width(self) -> int:
        """Cells of all columns but the name."""
        return sum(self._room[column] for column in self.shown) + (_GAP + _BAR if self._has_bar else 0)

    def head(self, sorting: FigureSorting | None) -> Painted:
        """Return the headings; an arrow stands before that of the column by which the rows are sorted."""
        painted: list[tuple[str, str]] = []
        for text, column in self._head_parts(sorting):
            name = text.lstrip()
            light = LIGHT_COLUMNS.get(column) if column else None
            painted += [(text[: len(text) - len(name)], ""), (name, badge_look(light) if light else "muted")]
        return painted

    def column_at(self, x: int) -> FigureColumn | None:
        """Return the column whose heading covers a cell of the line; None for the bar and before the first."""
        end = 0
        for text, column in self._head_parts(None):
            end += cell_len(text)
            if x < end:
                return column
        return FigureColumn.NAME

    def _head_parts(self, sorting: FigureSorting | None) -> list[tuple[str, FigureColumn | None]]:
        parts: list[tuple[str, FigureColumn | None]] = []
        for column in self.shown:
            name = _arrow(sorting, column) + column_name(self._words, column)
            parts.append((" " * (self._room[column] - cell_len(name)) + name, column))
            if column is FigureColumn.RATE and self._has_bar:
                parts.append((" " * (_GAP + _BAR), None))
        arrow = _arrow(sorting, FigureColumn.NAME)
        gap = " " * (_GAP - cell_len(arrow))
        parts.append((gap + arrow + column_name(self._words, FigureColumn.NAME), FigureColumn.NAME))
        return parts

    def line(self, figures: Figures, name: str, look: str = "", light: Light | None = None) -> Painted:
        """Return a line of figures: a zero stays in the background, what is unknown stays empty.

        The name of a group that is a light is its badge.
        """
        pieces: list[tuple[str, str]] = []
        for column in self.shown:
            room = self._room[column]
            text, text_look = _cell(figures, column)
            pieces.append((f"{text:>{room}}", text_look or look))
            if column is FigureColumn.RATE and self._has_bar:
                pieces += _bar(figures.rate, look)
        room = max(0, self.width - self.figures_width - _GAP)
        name_look = badge_look(light) if light else look if figures.total else "muted"
        pieces += [(" " * _GAP, look), (clip(name, room), name_look)]
        return pieces


def _arrow(sorting: FigureSorting | None, column: FigureColumn) -> str:
    if sorting is None or sorting.column is not column:
        return ""
    return "↓" if sorting.descending else "↑"


def _cell(figures: Figures, column: FigureColumn) -> tuple[str, str]:
    if figure(figures, column) == 0:
        return ZERO, "muted"
    return figure_cell(figures, column), ""


def _bar(rate: float | None, look: str) -> Sequence[tuple[str, str]]:
    """Return the bar of a rate; full only when all is done, empty only when nothing is. Without a rate there is none."""
    if rate is None:
        return [(" " * (_GAP + _BAR), look)]
    steps = min(_STEPS - 1, max(1, round(rate * _STEPS))) if 0 < rate < 1 else round(rate * _STEPS)
    return [
        (" " * _GAP + "[", "muted"),
        ("|" * steps, look),
        (" " * (_STEPS - steps), look),
        ("]", "muted"),
    ]
