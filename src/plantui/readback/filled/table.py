"""The table of a sheet that is a working ledger: found by its head, wherever that stands and in whatever order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from plantui.model.problem import Message
from plantui.model.terms import Language
from plantui.readback.workbook import Cell, Sheet, SheetRow, cell_name
from plantui.words import Words

from .faults import Fault
from .headings import Headings

IDENTIFYING = ("task", "number")
"""Columns of which a working ledger has at least one."""
TAKEN = (
    *("progress", "problems", "next_steps", "reason", "status", "percent"),
    *("days", "requirements", "actuals", "evidence"),
)
"""Columns from which notes are made; a working ledger has at least one of them."""
_READ = frozenset({*IDENTIFYING, *TAKEN, "plan", "reporters"})
"""Columns that are read; others are only compared."""
_LOOKED_AT = 60
"""Rows of a sheet among which the head is looked for."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table below its head."""

    sheet: str
    row: SheetRow
    columns: Mapping[str, int]
    """The number of each column that was found, by its name."""

    def has(self, name: str) -> bool:
        """Return whether the table has the column."""
        return name in self.columns

    def cell(self, name: str) -> Cell:
        """Return the cell of a column; a blank one where the table does not have it."""
        return self.row.cell(self.columns.get(name, 0))

    def text(self, name: str) -> str:
        """Return the text of a cell without blanks at its ends."""
        return self.cell(name).text.strip()

    def fault(self, name: str, message: str, **facts: object) -> Fault:
        """Return what is wrong with a cell; without the column, with the row."""
        place = (
            cell_name(self.row.number, self.columns[name]) if name in self.columns else f"{self.row.number}"
        )
        return Fault(self.sheet, place, Message(message, **facts))


@dataclass(frozen=True, slots=True)
class Table:
    """A working ledger on a sheet."""

    sheet: Sheet
    head: int
    """The number of the row with the headings."""
    columns: Mapping[str, int]
    headings: tuple[str, ...]
    """The headings as written."""
    foreign: Mapping[int, str]
    """The columns with headings that no working ledger has, by their number."""
    above: tuple[str, ...]
    """The texts above the head: titles, what the ledger is about."""
    doubled: tuple[Fault, ...] = ()
    """The columns that there are twice."""

    def rows(self) -> Iterator[TableRow]:
        """Yield the rows below the head, a head that is repeated left out; texts that go on below are put together."""
        head = next(row for row in self.sheet.rows if row.number == self.head)
        below = (row for row in self.sheet.rows if row.number > self.head and not _repeats(row, head))
        for row in put_together(below):
            yield TableRow(self.sheet.name, row, self.columns)

    def unread(self) -> Iterator[tuple[str, int]]:
        """Yield each foreign heading with the number of cells below it that hold something."""
        rows = [row for row in self.sheet.rows if row.number > self.head]
        for column, heading in self.foreign.items():
            filled = sum(1 for row in rows if row.cell(column).text)
            if filled:
                yield heading, filled


def find_table(sheet: Sheet, headings: Headings) -> Table | None:
    """Return the working ledger on a sheet: the table below the row with most of its headings; None where there is none."""
    best: tuple[int, SheetRow] | None = None
    for row in sheet.rows[:_LOOKED_AT]:
        found = {column for cell in row.cells.values() if (column := headings.column(cell.text))}
        if (
            found.intersection(IDENTIFYING)
            and found.intersection(TAKEN)
            and (best is None or len(found) > best[0])
        ):
            best = len(found), row
    return _table(sheet, best[1], headings) if best else None


def _table(sheet: Sheet, head: SheetRow, headings: Headings) -> Table:
    columns: dict[str, int] = {}
    foreign: dict[int, str] = {}
    doubled: list[Fault] = []
    below = [row for row in sheet.rows if row.number > head.number]
    for number, cell in sorted(head.cells.items()):
        name = headings.column(cell.text)
        if not name:
            foreign[number] = cell.text
        elif name not in columns:
            columns[name] = number
        elif _is_filled(below, number):
            if name in _READ and _is_filled(below, columns[name]):
                doubled.append(_doubled(sheet, head, cell, (columns[name], number)))
            columns[name] = number
    above = (cell.text for row in sheet.rows if row.number < head.number for cell in row.cells.values())
    texts = tuple(cell.text for cell in head.cells.values())
    return Table(sheet, head.number, columns, texts, foreign, tuple(above), tuple(doubled))


def put_together(rows: Iterable[SheetRow]) -> Iterator[SheetRow]:
    """Yield the rows; one in which texts go on that no cell holds belongs to the row above, as the export wrote it."""
    above: SheetRow | None = None
    for row in rows:
        going_on = {
            column: text for column, cell in row.cells.items() if (text := _going_on(cell.text)) is not None
        }
        if above is not None and going_on:
            joined = {
                column: replace(above.cell(column), text=_without_mark(above.cell(column).text) + text)
                for column, text in going_on.items()
            }
            above = replace(above, cells={**above.cells, **joined})
            continue
        if above is not None:
            yield above
        above = row
    if above is not None:
        yield above


def _going_on(text: str) -> str | None:
    """Return a text that goes on from the row above; None for another one."""
    return next((text[len(mark) :] for mark in _marks("comes_from", "{}\n") if text.startswith(mark)), None)


def _without_mark(text: str) -> str:
    """Return a text without the words that say that it goes on below."""
    return next((text[: -len(mark)] for mark in _marks("goes_on", "\n{}") if text.endswith(mark)), text)


@cache
def _marks(name: str, form: str) -> tuple[str, ...]:
    return tuple(form.format(Words(language)(f"workbook.{name}")) for language in Language)


def _is_filled(rows: Sequence[SheetRow], column: int) -> bool:
    return any(row.cell(column).text for row in rows)


def _doubled(sheet: Sheet, head: SheetRow, cell: Cell, columns: tuple[int, int]) -> Fault:
    first, second = (cell_name(head.number, column) for column in columns)
    return Fault(sheet.name, second, Message("readback.doubled", heading=cell.text, other=first))


def _repeats(row: SheetRow, head: SheetRow) -> bool:
    """Return whether a row is the head once more, as above each part of a long list."""
    return {column: cell.text for column, cell in row.cells.items()} == {
        column: cell.text for column, cell in head.cells.items()
    }
