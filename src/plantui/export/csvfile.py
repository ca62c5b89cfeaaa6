"""The rows of a summary as CSV: one row per task, the columns of the field's working ledger (工作台账)."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from plantui.model import csv_cell
from plantui.query.cells import cells_of
from plantui.words import Words

from .cell_source import CellColumns, CellSource
from .columns import cell_figure, column_heading
from .heading import Heading
from .ledger_column import LedgerColumn, cell_texts
from .ledger_columns import LEDGER_COLUMNS
from .phrasing import filter_text, left_out_text
from .summary import Summary

BOM = "\ufeff"
"""Without it a spreadsheet takes the file for text of the system's old encoding."""
_NAMED = 3
"""Number of cut cells that are named."""


class CutCell(NamedTuple):
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
    lines: list[str] = []
    writer = csv.writer(_Lines(lines.append))
    tables = table_rows(summary, words, csv_cell.text_cells, csv_cell.formulas_guarded)
    (titles,), scope = next(tables), [*scope_cells(words, summary.heading), summary.heading.cut]
    writer.writerow([*titles, *scope_titles(words), words("export.heading.cut")])
    yield BOM + lines[0]
    position = 1
    for rows in tables:
        lines.clear()
        writer.writerows([*cells, *scope] for cells in rows)
        if max(map(csv_cell.cell_length, lines)) > csv_cell.LONGEST:  # no cell is longer than its line
            for cut in _cut_cells(titles, rows, position):
                on_cut(cut)
        position += len(rows)
        yield from lines


def _cut_cells(titles: Sequence[str], rows: Sequence[Sequence[str]], first: int) -> Iterator[CutCell]:
    """Yield the cells that are longer than a spreadsheet keeps, of rows from a position on."""
    for position, cells in enumerate(rows, first):
        for title, cell in zip(titles, cells, strict=True):
            if (length := csv_cell.cell_length(cell)) > csv_cell.LONGEST:
                yield CutCell(position, title, length)


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


CellTexts = Callable[[Sequence[str]], Sequence[str]]
"""Makes cells of the texts of a column, one of each."""


def table_rows(
    summary: Summary, words: Words, texts: CellTexts, figures: CellTexts
) -> Iterator[Sequence[Sequence[str]]]:
    """Yield the titles, then the cells of tasks, as many rows together as are read together.

    `texts` and `figures` make cells of what a column says.
    """
    demo = [words("export.demo")] if summary.heading.is_demo else []
    if summary.columns:
        yield from ([[*cells, *demo]] for cells in _chosen(summary, words, texts, figures))
        return
    columns = [column for column in LEDGER_COLUMNS if not column.is_for_readers]
    yield [[*(column.heading(words) for column in columns), *demo]]
    cells = CellColumns([_guarded(column, words, texts, figures) for column in columns])
    for rows in summary.portions():
        yield [[*line, *demo] for line in cells.of(rows)] if demo else [*cells.of(rows)]


def _guarded(column: LedgerColumn, words: Words, texts: CellTexts, figures: CellTexts) -> CellSource[str]:
    """Return the cells of a column as the file has them."""
    guarded = figures if column.is_figure else texts
    return column.source(words).then_all(lambda cells: guarded(cell_texts(cells)))


def _chosen(summary: Summary, words: Words, texts: CellTexts, figures: CellTexts) -> Iterator[list[str]]:
    """Yield titles and cells of the columns that were chosen; a number stays one, also below zero."""
    yield [column_heading(words, column) for column in summary.columns]
    for row in summary:
        cells = cells_of(summary.workspace, row.task.entry)
        line: list[str] = []
        for column in summary.columns:
            value, said = cells.value(column), cell_figure(words, cells, column)
            guarded = figures if isinstance(value, date) else texts
            line += [said] if isinstance(value, int) else guarded([said])
        yield line


class _Lines(NamedTuple):
    """Takes what the csv module writes, a line at a time."""

    write: Callable[[str], None]


class CsvLine:
    """Takes what the csv module writes, one row at a time."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text
