"""The first sheet: a row for each task."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from plantui.export.cell_source import CellColumns, CellSource, whole_row
from plantui.export.form_content import FormContent
from plantui.export.ledger_column import CellKind, LedgerCell, cell_text
from plantui.export.ledger_table import TableField, table_fields
from plantui.export.progress import Progress
from plantui.export.summary import SummaryRow
from plantui.model.csv_cell import LONGEST
from plantui.model.terms import Light
from plantui.words import Words

from .book import A3, A4, Book, Cell, Sheet, Value
from .heads import add_heads, head_facts, part_title
from .looks import LIGHT_LOOKS, Look
from .measures import WIDEST_COLUMN, cells_of, line_count, row_height, widest_line
from .texts import pieces

_USUAL_WIDTH = 14
_WIDEST = {
    **dict.fromkeys(("content", "progress"), 40),
    **dict.fromkeys(("problems", "next_steps", "indicators", "light_reason", "requirements", "actuals"), 22),
    **dict.fromkeys(("task", "evidence", "remarks", "reason"), 18),
    **dict.fromkeys(("extensions", "number", "closed"), 6),
    "section": 12,
    "days": 26,
}
"""The most that a column is made for what stands in it, in cells; more where a row would be too high."""
_NARROWEST = 5
_MORE_CELLS = {CellKind.PERCENT: 1, CellKind.DAYS_LEFT: 6}
"""Cells that a kind of figure takes beside its digits: the sign of percents, days left in words."""

_FROZEN = ("position", "plan", "section", "number", "task")
"""Columns that stay in sight while the others move, as far as they stand first."""
_MOST_FROZEN = 70
"""Cells that may stay in sight."""
_FITTING_LINES = 27
"""Lines that the highest row holds."""
_LEFT = frozenset(
    (
        *(
            "task",
            "section",
            "content",
            "indicators",
            "progress",
            "problems",
            "next_steps",
            "reason",
            "remarks",
        ),
        *("light_reason", "requirements", "actuals", "evidence", "schedule", "source", "stage", "compared"),
    )
)
"""Columns of sentences, which begin at the left."""


@dataclass(slots=True)
class LedgerOutcome:
    """Places of the sheet that its reader has to know of."""

    continued: list[str] = field(default_factory=list)
    """Cells whose text goes on in the next row."""
    hidden: list[str] = field(default_factory=list)
    """Cells of whose text the highest row hides a part."""


def add_ledger_sheet(book: Book, content: FormContent, progress: Progress) -> LedgerOutcome:
    """Add the sheet with a row for each task. Says how many rows are done, and which cells are not shown whole."""
    words, summary = book.words, content.summary
    outcome = LedgerOutcome()
    fields = table_fields(content)
    portions = summary.portions()
    first = next(portions, [])  # the widths of the columns follow from its texts
    widths = _widths(fields, [*CellColumns([one.value for one in fields]).of(first)])
    sheet = book.add_sheet(content.form.title.text(words.language))
    heads = [one.heading for one in fields]
    head = add_heads(sheet, part_title(content), [*head_facts(content)], heads, widths)
    writer = _RowWriter(sheet, words, fields, widths, outcome)
    done = 0
    for rows in chain([first], portions):
        progress(done, len(summary))
        writer.add(rows)
        done += len(rows)
    sheet.set_widths(widths)
    sheet.freeze(head + 1, _frozen(fields, widths))
    sheet.filter_buttons(head, max(sheet.next_row - 1, head), len(fields))
    sheet.print_on(A4 if sum(widths) <= A4.cells else A3, head)
    progress(len(summary), len(summary))
    return outcome


def _widths(fields: Sequence[TableField], rows: Sequence[Sequence[LedgerCell]]) -> list[int]:
    """Return the widths of the columns in cells: as wide as their texts ask for, within bounds."""
    found: list[int] = []
    for at, one in enumerate(fields):
        texts = {_as_shown(one, values[at]) for values in rows}
        narrowest = max(_NARROWEST, _width_of_heading(one.heading))
        widest = max(narrowest, _WIDEST.get(one.name, _USUAL_WIDTH))
        width = min(max((widest_line(text) + 1 for text in texts), default=0), widest)
        width = max(width, narrowest)
        while width < WIDEST_COLUMN and any(line_count(text, width) > _FITTING_LINES for text in texts):
            width += 4
        found.append(width)
    return found


def _width_of_heading(heading: str) -> int:
    """Return the cells that a heading takes in two lines, with each of its words, which are bold, in one."""
    word = max((cells_of(word) for word in heading.split() if word.isascii()), default=0)
    return max(-(-cells_of(heading) // 4) * 2 + 1, -(-word * 6 // 5) + 1)


def _as_shown(one: TableField, value: LedgerCell) -> str:
    text = cell_text(value)
    if isinstance(value, int):
        return text + "0" * _MORE_CELLS.get(one.kind, 0)
    return text


def _frozen(fields: Sequence[TableField], widths: Sequence[int]) -> int:
    """Return how many columns stay in sight."""
    used = 0
    for count, (one, width) in enumerate(zip(fields, widths, strict=True)):
        used += width
        if one.name not in _FROZEN or used > _MOST_FROZEN:
            return count
    return 0  # all of them: then nothing could move


class _Written(NamedTuple):
    """A cell as it is written."""

    markup: str
    lines: int
    """Lines that its text takes."""


class _Column:
    """A column of the sheet."""

    def __init__(self, sheet: Sheet, one: TableField, width: int) -> None:
        self.heading = one.heading
        self.is_position = one.name == "position"
        self.source = one.value
        self._sheet = sheet
        self._width = width
        self._has_lights = one.has_lights
        self._left = Look.TEXT if one.name in _LEFT else Look.CENTRED
        self._empty = _FILLED_IN.get(one.kind, self._left)
        self._number = _NUMBERS.get(one.kind, Look.CENTRED)
        self._is_percent = one.kind is CellKind.PERCENT

    @property
    def written(self) -> CellSource[_Written]:
        """The cells as they are written."""
        if self._has_lights:
            return CellSource(
                whole_row, lambda row: self._written(self.source.cell(row), row.task.reason.light)
            )
        return self.source.then(self._remembered)

    @cached_property
    def _remembered(self) -> Callable[[LedgerCell], _Written]:
        """Return the cell of a value without a light. What a value becomes is remembered where tasks share it."""
        kept = lru_cache(_REMEMBERED)(self._written)

        def written(value: LedgerCell) -> _Written:
            is_long = isinstance(value, str) and len(value) > _SHORT
            return self._written(value) if is_long else kept(value)

        return written

    def _written(self, value: LedgerCell, light: Light = Light.NONE) -> _Written:
        return _Written(self._sheet.markup(self.cell(value, light)), self.lines(value))

    def lines(self, value: LedgerCell) -> int:
        """Return the number of lines that a value takes; figures and days take one."""
        return line_count(value, self._width) if isinstance(value, str) else 1

    def cell(self, value: LedgerCell, light: Light) -> Cell:
        """Return the cell of a value: a day as a day, several as text, a percent as a share."""
        if isinstance(value, str):
            if self._has_lights:
                return Cell(value, LIGHT_LOOKS[light])
            return Cell(value, self._left if value else self._empty)
        if isinstance(value, tuple):
            if len(value) > 1:
                return Cell(cell_text(value), Look.CENTRED)
            (value,) = value
        if isinstance(value, date):
            return Cell(value, Look.DATE)
        return Cell(value / 100 if self._is_percent else value, self._number)


class _RowWriter:
    """Writes the row of a task."""

    def __init__(
        self,
        sheet: Sheet,
        words: Words,
        fields: Sequence[TableField],
        widths: Sequence[int],
        outcome: LedgerOutcome,
    ) -> None:
        self._sheet = sheet
        self._words = words
        self._columns = [_Column(sheet, one, width) for one, width in zip(fields, widths, strict=True)]
        self._written = CellColumns([column.written for column in self._columns])
        self._long_from = LONGEST // 2 // max([*widths, 1])
        """Lines from which on a text may be longer than a cell: only there it is looked for."""
        self._outcome = outcome

    def add(self, rows: Sequence[SummaryRow]) -> None:
        """Add the rows, and those in which texts go on that no cell holds."""
        for row, written in zip(rows, self._written.of(rows), strict=True):
            lines = max([cell.lines for cell in written], default=1)
            if lines > min(self._long_from, _FITTING_LINES):
                values = [column.source.cell(row) for column in self._columns]
                if lines > self._long_from and any(
                    isinstance(value, str) and 2 * len(value) > LONGEST for value in values
                ):
                    self._add_long(row, values)
                    continue
                if lines > _FITTING_LINES:
                    self._name_hidden([cell.value for cell in self._cells(row, values)])
            self._sheet.add_marked_row([cell.markup for cell in written], row_height(lines))

    def _add_long(self, row: SummaryRow, values: Sequence[LedgerCell]) -> None:
        """Add a row with a text that may be longer than a cell holds."""
        cells = self._cells(row, values)
        parts = [
            pieces(self._words, cell.value) if isinstance(cell.value, str) else [cell.value] for cell in cells
        ]
        self._outcome.continued += [self._cell_name(at) for at, found in enumerate(parts) if len(found) > 1]
        lines = max(column.lines(value) for column, value in zip(self._columns, values, strict=True))
        for at in range(max(map(len, parts))):
            shown = [found[at] if at < len(found) else None for found in parts]
            if at and self._columns[0].is_position:
                shown[0] = self._words("workbook.continued", position=row.position)
            if lines > _FITTING_LINES:
                self._name_hidden(shown)
            part = [Cell(value, cell.look) for value, cell in zip(shown, cells, strict=True)]
            self._sheet.add_row(part, row_height(lines))

    def _cells(self, row: SummaryRow, values: Sequence[LedgerCell]) -> list[Cell]:
        light = row.task.reason.light
        return [column.cell(value, light) for column, value in zip(self._columns, values, strict=True)]

    def _name_hidden(self, values: Sequence[Value]) -> None:
        """Note the cells of the row that is added next of whose text its height hides a part."""
        self._outcome.hidden += [
            self._cell_name(at)
            for at, (column, value) in enumerate(zip(self._columns, values, strict=True))
            if isinstance(value, str) and column.lines(value) > _FITTING_LINES
        ]

    def _cell_name(self, column: int) -> str:
        """Return the name of a cell of the row that is added next, with the head of its column."""
        return self._words(
            "workbook.cell",
            cell=self._sheet.cell_name(self._sheet.next_row, column),
            column=self._columns[column].heading,
        )


_FILLED_IN = {CellKind.PERCENT: Look.PERCENT, CellKind.DATE: Look.DATE}
"""Looks of empty cells that a department fills in: 25 typed there is 25%, and a day stays one."""
_NUMBERS = {CellKind.PERCENT: Look.PERCENT, CellKind.DAYS_LEFT: Look.DAYS_LEFT}
"""Looks of numbers that are more than that."""
_REMEMBERED = 500
"""Values of a column of which the last cells are remembered."""
_SHORT = 60
"""Characters of a text up to which other tasks may well have the same."""
