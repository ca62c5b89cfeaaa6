"""The rows of a summary as CSV: one row per task, the columns of the field's working ledger (工作台账)."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from plantui.model import csv_cell
from plantui.query.cells import cells_of
from plantui.words import Words

from .cell_source import CellColumns, CellSource
from .columns import cell_figure, column_heading
from .heading import Heading
from .ledger_columns import LEDGER_COLUMNS, LedgerColumn, cell_text
from .phrasing import filter_text, left_out_text
from .summary import Summary

BOM = "\ufeff"
"""Without it a spreadsheet takes the file for text of the system's old encoding."""
_NAMED = 3
"""Number of cut cells that are named."""


@dataclass(frozen=True, slots=True)
class CutCell:
    """A cell of which a spreadsheet keeps only the first 32,767 characters."""

    position: int
    """The task's place among the rows, from 1."""
    column: str
    """The column's title."""
    length: int


def cut_cells_sentence(words: Words, cells: Sequence[CutCell]) -> str:
    """Return a sentence that names the cells, or the first of many."""
    named = [
        words("export.cut_cell", position=cell.position, column=cell.column, length=cell.length)
        for cell in cells[:_NAMED]
    ]
    message = "export.cut_cells_more" if len(cells) > _NAMED else "export.cut_cells"
    return words(message, cells=words.listing(named), count=len(cells), longest=csv_cell.LONGEST)


def csv_lines(
    summary: Summary, words: Words, on_cut: Callable[[CutCell], None] = lambda cell: None
) -> Iterator[str]:
    """Yield the file in pieces: the header, then the rows and nothing else, so that it can be filtered at once.

    What was exported stands in the last three columns of every row: the as-of day, the filter with the number of rows,
    and the state of the ledger.
    `on_cut` is told of every cell that is longer than a spreadsheet keeps.
    """
    line = CsvLine()
    writer = csv.writer(line)
    rows = table_rows(summary, words, csv_cell.text_cell, csv_cell.formula_guarded)
    titles, scope = next(rows), [*scope_cells(words, summary.heading), summary.heading.cut]
    writer.writerow([*titles, *scope_titles(words), words("export.heading.cut")])
    yield BOM + line.text
    for position, cells in enumerate(rows, 1):
        writer.writerow([*cells, *scope])
        if csv_cell.cell_length(line.text) > csv_cell.LONGEST:  # no cell is longer than its line
            for title, cell in zip(titles, cells, strict=True):
                if (length := csv_cell.cell_length(cell)) > csv_cell.LONGEST:
                    on_cut(CutCell(position, title, length))
        yield line.text


def scope_titles(words: Words) -> list[str]:
    """Return the titles of the columns of `scope_cells`."""
    return [words("export.heading.as_of"), words("export.column.scope")]


def scope_cells(words: Words, heading: Heading) -> list[str]:
    """Return the cells that say what a file is about, alike in each row: a line above the titles would be a row.

    They are the as-of day, and the filter with the number of tasks listed and of all, and of notes that do not count yet.
    """
    scope = words(
        "export.scope", filter=filter_text(words, heading), shown=heading.count, all=heading.everything
    )
    said = left_out_text(words, heading)
    if said:
        scope = words("export.scope.and", scope=scope, said=said)
    return [heading.as_of.isoformat(), csv_cell.text_cell(scope)]


def table_rows(
    summary: Summary, words: Words, text: Callable[[str], str], figure: Callable[[str], str]
) -> Iterator[list[str]]:
    """Yield the titles, then the cells of each task; `text` and `figure` make cells of what a column says."""
    demo = [words("export.demo")] if summary.heading.is_demo else []
    if summary.columns:
        yield from ([*cells, *demo] for cells in _chosen(summary, words, text, figure))
        return
    columns = [column for column in LEDGER_COLUMNS if not column.is_for_readers]
    yield [*(column.heading(words) for column in columns), *demo]
    cells = CellColumns([_guarded(column, words, text, figure) for column in columns])
    for rows in summary.portions():
        for line in cells.of(rows):
            yield [*line, *demo]


def _guarded(
    column: LedgerColumn, words: Words, text: Callable[[str], str], figure: Callable[[str], str]
) -> CellSource[str]:
    """Return the cells of a column as the file has them."""
    guarded = figure if column.is_figure else text
    return column.source(words).then(lambda cell: guarded(cell_text(cell)))


def _chosen(
    summary: Summary, words: Words, text: Callable[[str], str], figure: Callable[[str], str]
) -> Iterator[list[str]]:
    """Yield titles and cells of the columns that were chosen; a number stays one, also below zero."""
    yield [column_heading(words, column) for column in summary.columns]
    for row in summary:
        cells = cells_of(summary.workspace, row.task.entry)
        line: list[str] = []
        for column in summary.columns:
            value = cells.value(column)
            guarded = str if isinstance(value, int) else figure if isinstance(value, date) else text
            line.append(guarded(cell_figure(words, cells, column)))
        yield line


class CsvLine:
    """Takes what the csv module writes, one row at a time."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text
