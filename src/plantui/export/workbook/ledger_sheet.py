"""The first sheet: a row for each task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice

from plantui.export.form_content import FormContent
from plantui.export.ledger_columns import CellKind, LedgerCell, cell_text
from plantui.export.ledger_table import TableField, table_fields
from plantui.export.progress import Progress
from plantui.export.summary import SummaryRow
from plantui.model.csv_cell import LONGEST
from plantui.words import Words

from .book import A3, A4, Book, Cell, Sheet
from .heads import add_heads, head_facts, part_title
from .looks import LIGHT_LOOKS, Look
from .measures import WIDEST_COLUMN, cells_of, line_count, row_height, widest_line
from .texts import pieces

_LOOKED_AT = 500
"""Rows from whose texts the widths of the columns follow."""
_AT_ONCE = 200
"""Rows after which progress is told."""
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
    rows = iter(summary)
    first = list(islice(rows, _LOOKED_AT))
    widths = _widths(fields, first)
    sheet = book.add_sheet(content.form.title.text(words.language))
    heads = [one.heading for one in fields]
    head = add_heads(sheet, part_title(content), [*head_facts(content)], heads, widths)
    writer = _RowWriter(sheet, words, fields, widths, outcome)
    progress(0, len(summary))
    for row in chain(first, rows):
        writer.add(row)
        if row.position % _AT_ONCE == 0:
            progress(row.position, len(summary))
    sheet.set_widths(widths)
    sheet.freeze(head + 1, _frozen(fields, widths))
    sheet.filter_buttons(head, max(sheet.next_row - 1, head), len(fields))
    sheet.print_on(A4 if sum(widths) <= A4.cells else A3, head)
    progress(len(summary), len(summary))
    return outcome


def _widths(fields: Sequence[TableField], rows: Sequence[SummaryRow]) -> list[int]:
    """Return the widths of the columns in cells: as wide as their texts ask for, within bounds."""
    found: list[int] = []
    for one in fields:
        texts = [_as_shown(one, one.value(row)) for row in rows]
        narrowest = max(_NARROWEST, -(-cells_of(one.heading) // 4) * 2 + 1)
        widest = max(narrowest, _WIDEST.get(one.name, _USUAL_WIDTH))
        width = min(max((widest_line(text) + 1 for text in texts), default=0), widest)
        width = max(width, narrowest)
        while width < WIDEST_COLUMN and any(line_count(text, width) > _FITTING_LINES for text in texts):
            width += 4
        found.append(width)
    return found


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
        self._columns = [(one, one.value, width) for one, width in zip(fields, widths, strict=True)]
        self._outcome = outcome

    def add(self, row: SummaryRow) -> None:
        """Add the row, and those in which texts go on that no cell holds."""
        cells: list[Cell] = []
        lines = 1
        longest = 0
        for one, value_of, width in self._columns:
            value = value_of(row)
            if isinstance(value, str):
                longest = max(longest, len(value))
                lines = max(lines, line_count(value, width))
            cells.append(_cell(one, value, row))
        if 2 * longest > LONGEST:
            self._add_long(cells, lines, row.position)
        else:
            self._add(cells, lines)

    def _add(self, cells: Sequence[Cell], lines: int) -> None:
        if lines > _FITTING_LINES:
            self._outcome.hidden += [
                self._cell_name(column)
                for column, (one, _, width) in enumerate(self._columns)
                if isinstance(text := cells[column].value, str) and line_count(text, width) > _FITTING_LINES
            ]
        self._sheet.add_row(cells, row_height(lines))

    def _add_long(self, cells: Sequence[Cell], lines: int, position: int) -> None:
        """Add a row with a text that may be longer than a cell holds."""
        parts = [
            pieces(self._words, cell.value) if isinstance(cell.value, str) else [cell.value] for cell in cells
        ]
        self._outcome.continued += [
            self._cell_name(column) for column, found in enumerate(parts) if len(found) > 1
        ]
        for at in range(max(map(len, parts))):
            row = [
                Cell(found[at] if at < len(found) else None, cell.look)
                for cell, found in zip(cells, parts, strict=True)
            ]
            if at and self._columns[0][0].name == "position":
                row[0] = Cell(self._words("workbook.continued", position=position), cells[0].look)
            self._add(row, lines)

    def _cell_name(self, column: int) -> str:
        """Return the name of a cell of the row that is added next, with the head of its column."""
        return self._words(
            "workbook.cell",
            cell=self._sheet.cell_name(self._sheet.next_row, column),
            column=self._columns[column][0].heading,
        )


_FILLED_IN = {CellKind.PERCENT: Look.PERCENT, CellKind.DATE: Look.DATE}
"""Looks of empty cells that a department fills in: 25 typed there is 25%, and a day stays one."""


def _cell(one: TableField, value: LedgerCell, row: SummaryRow) -> Cell:
    """Return the cell of a value: a day as a day, several as text, a percent as a share."""
    if isinstance(value, str):
        light = one.light(row)
        if light is not None:
            return Cell(value, LIGHT_LOOKS[light])
        if not value and one.kind in _FILLED_IN:
            return Cell(value, _FILLED_IN[one.kind])
        return Cell(value, Look.TEXT if one.name in _LEFT else Look.CENTRED)
    if isinstance(value, tuple):
        if len(value) > 1:
            return Cell(cell_text(value), Look.CENTRED)
        (value,) = value
    if isinstance(value, date):
        return Cell(value, Look.DATE)
    if one.kind is CellKind.PERCENT:
        return Cell(value / 100, Look.PERCENT)
    return Cell(value, Look.DAYS_LEFT if one.kind is CellKind.DAYS_LEFT else Look.CENTRED)
