"""A list of tasks in the columns that were asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from plantui.export.columns import cell_figure, cell_words, column_heading
from plantui.model.terms import Light
from plantui.query.cells import TaskCells, cells_of
from plantui.query.columns import Column as Chosen
from plantui.query.funding import sums_of
from plantui.words.catalogue import Words
from plantui.words.phrases import funding_line

from .lights import LIGHT_COLOURS, light_colours
from .output import say
from .table import Column, is_terminal, write_table

if TYPE_CHECKING:
    from plantui.query.workspace import Workspace

_PORTION = 500
_FIXED = (
    Chosen.LIGHT,
    Chosen.STATUS,
    Chosen.PERCENT,
    Chosen.DUE,
    Chosen.DAYS,
    Chosen.REPORTED,
    Chosen.AGE,
    Chosen.FIRST_DUE,
    Chosen.EXTENSIONS,
    Chosen.STAGE,
    Chosen.NUMBER,
)
_ELASTIC = frozenset(Chosen) - frozenset(_FIXED)
"""The columns of texts and names, which are cut where a terminal is narrow."""


def write_chosen(words: Words, workspace: Workspace, rows: Sequence[int], columns: Sequence[Chosen]) -> None:
    """Write just these columns: none leaves for want of room, since they were asked for."""
    colours = {Chosen.LIGHT: light_colours(words), Chosen.AGE: {}}
    heads = [
        Column(
            column_heading(words, column),
            is_elastic=column in _ELASTIC,
            is_number=column.is_right_aligned,
            colours=colours.get(column, {}),
        )
        for column in columns
    ]
    said = _said_in(words, colours[Chosen.AGE])
    cells = (
        cells_of(workspace, task)
        for start in range(0, len(rows), _PORTION)
        for task in workspace.library.tasks(rows[start : start + _PORTION])
    )
    write_table(heads, [[said(one, column) for column in columns] for one in cells])


def _said_in(words: Words, colours: dict[str, str]) -> Callable[[TaskCells, Chosen], str]:
    """Return how a value is said: for a reader an age with the mark that it has passed, whose text is given its colour."""

    def said(cells: TaskCells, column: Chosen) -> str:
        if column is not Chosen.AGE or not is_terminal() or (passed := cells.passed_age) is None:
            return cell_figure(words, cells, column)
        text = cell_words(words, cells, column)
        colours[text] = LIGHT_COLOURS[Light.RED if passed.is_past_limit else Light.YELLOW]
        return text

    return said


def say_sums(words: Words, workspace: Workspace, tasks: int, columns: Sequence[Chosen]) -> None:
    """Say what the money for the tasks comes to, where it is among the columns."""
    if Chosen.FUNDING in columns and (money := sums_of(workspace.library, tasks)):
        say(funding_line(words, money))
