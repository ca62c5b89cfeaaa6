"""Working ledgers as a department gets them, and fills them in by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.worksheet.worksheet import Worksheet

from plantui.export.ledger_column import CellKind, LedgerCell
from plantui.export.ledger_columns import LEDGER_COLUMNS
from plantui.export.summary import summary
from plantui.model.terms import Language
from plantui.model.text import with_visible_controls
from plantui.query.filter import Filter
from plantui.query.workspace import Workspace
from plantui.readback.workbook import cell_name
from plantui.store.ledger import Ledger
from plantui.words import Words

COLUMNS = (
    *("position", "plan", "section", "number", "task", "content", "lead", "responsible", "due"),
    *("progress", "problems", "next_steps", "reason", "requirements", "actuals", "evidence"),
    *("status", "percent", "light", "reporters", "days"),
)
"""The columns of a ledger that is sent out."""


@dataclass
class Form:
    """A working ledger that was made, to be filled in."""

    path: Path
    heads: Mapping[str, int]
    """The number of each column."""
    rows: Mapping[str, int]
    """The number of the row of each task, by the task's title."""
    edits: list[str] = field(default_factory=list)

    def cell(self, title: str, column: str) -> str:
        """Return the name of the cell of a task: `E7`."""
        return cell_name(self.rows[title], self.heads[column])

    def edit(self, change: Callable[[Worksheet], None]) -> Path:
        """Change the sheet as a person would, and save it."""
        workbook = load_workbook(self.path)
        change(workbook.worksheets[0])
        workbook.save(self.path)
        return self.path

    def fill(self, *values: tuple[str, str, str | int | float | date | None]) -> Path:
        """Write values into the cells of tasks, each given by title and column."""

        def change(sheet: Worksheet) -> None:
            for title, column, value in values:
                sheet[self.cell(title, column)] = value

        return self.edit(change)


def make_form(
    path: Path,
    workspace: Workspace,
    ledger: Ledger,
    rows: Sequence[int],
    *,
    language: Language = Language.ZH,
    columns: Sequence[str] = COLUMNS,
    properties: Mapping[str, str] | None = None,
) -> Form:
    """Write the working ledger of these tasks: a title, the head, the rows, with the values that a spreadsheet has."""
    words, known = Words(language), {column.name: column for column in LEDGER_COLUMNS}
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["2026"])
    sheet.append([known[name].heading(words) for name in columns])
    places: dict[str, int] = {}
    for at, row in enumerate(summary(workspace, rows, Filter(), ledger), 3):
        places[row.task.entry.title] = at
        for column, name in enumerate(columns, 1):
            _put(sheet, at, column, known[name].cell(words, row), known[name].kind)
    for name, value in (properties or {}).items():
        workbook.custom_doc_props.append(  # type: ignore[attr-defined]
            StringProperty(name=name, value=value)
        )
    workbook.save(path)
    return Form(path, {name: at for at, name in enumerate(columns, 1)}, places)


def _put(sheet: Worksheet, row: int, column: int, value: LedgerCell, kind: CellKind) -> None:
    cell = sheet.cell(row, column)
    if isinstance(value, tuple) and len(value) == 1:
        value = value[0]
    if isinstance(value, tuple):
        cell.value = "\n".join(map(str, value))
    elif isinstance(value, str):
        if value:
            cell.value = with_visible_controls(value)
            cell.data_type = "s"
    elif isinstance(value, int) and kind is CellKind.PERCENT:
        cell.value, cell.number_format = value / 100, "0%"
    else:
        cell.value = value
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
