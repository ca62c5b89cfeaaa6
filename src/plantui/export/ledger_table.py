"""The table of a ledger form: which columns it has, in which order, under which headings, and what each says of a task."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from plantui.model.terms import Light, Role
from plantui.query.cells import TaskCells, cells_of
from plantui.query.columns import Column
from plantui.store.index import bits
from plantui.words import Words

from .cell_source import CellSource, whole_row
from .columns import cell_figure, cell_words, column_heading
from .form_content import FormContent
from .ledger_column import CellKind, LedgerCell, LedgerColumn
from .ledger_columns import LEDGER_COLUMNS
from .summary import Summary, SummaryRow


class TableField(NamedTuple):
    """A column of the table of a form."""

    name: str
    """Its name in forms and on the command line."""
    heading: str
    source: CellSource[LedgerCell]
    """Its content as a reader sees it."""
    kind: CellKind = CellKind.TEXT
    figure: CellSource[LedgerCell] | None = None
    """Its content as a spreadsheet reckons with it; None where that is the same."""

    @property
    def is_figure(self) -> bool:
        """True where a spreadsheet shall reckon with it."""
        return self.kind is not CellKind.TEXT

    @property
    def value(self) -> CellSource[LedgerCell]:
        """The content that a spreadsheet reckons with."""
        return self.figure or self.source

    def cell(self, row: SummaryRow) -> LedgerCell:
        """Return the content for one task as a reader sees it."""
        return self.source.cell(row)

    @property
    def has_lights(self) -> bool:
        """True where the cells are coloured by the lights of their tasks."""
        return self.name == Column.LIGHT.value

    def light(self, row: SummaryRow) -> Light | None:
        """Return the light by which the cell of a task is coloured; None for a cell without colour."""
        return row.task.reason.light if self.has_lights else None


def table_fields(content: FormContent) -> tuple[TableField, ...]:
    """Return a ledger's columns: those chosen with the rows, else the form's, else the usual; without the dropped ones."""
    dropped = content.profile.drop if content.profile else ()
    return tuple(field for field in _fields(content) if field.name not in dropped)


def dropped_headings(content: FormContent) -> list[str]:
    """Return the headings of the columns that the profile leaves out of this ledger."""
    dropped = content.profile.drop if content.profile else ()
    return [field.heading for field in _fields(content) if field.name in dropped]


def _fields(content: FormContent) -> tuple[TableField, ...]:
    summary, words = content.summary, content.words
    if summary.columns:
        return tuple(_chosen(summary, words, column) for column in summary.columns)
    known = {column.name: column for column in LEDGER_COLUMNS}
    names = content.form.columns or usual_columns(summary)
    return tuple(_field(content, known[name]) for name in names)


_USUAL = (
    *("position", "plan", "section", "number", "task", "content", "indicators"),
    *("lead", "shared", "support", "responsible", "guide"),
    *("deadlines", "first_due", "due", "extensions", "progress", "percent", "schedule", "compared"),
    *(
        "problems",
        "next_steps",
        "status",
        "light",
        "evidence",
        "closed",
        "reporters",
        "days",
        "source",
        "remarks",
    ),
)
"""The columns of a working ledger in the order that offices are used to."""


def usual_columns(summary: Summary) -> tuple[str, ...]:
    """Return the columns of a ledger whose form names none: those that offices are used to.

    The plan is named where there are several, and roles that few plans have where some task has them.
    """
    sets, tasks = summary.workspace.plan_sets, bits.from_rows(summary.rows)
    unused = {role.value for role in (Role.SHARED, Role.GUIDE) if not sets.of_role(role) & tasks}
    if len(summary.heading.plans) == 1:
        unused.add("plan")
    return tuple(name for name in _USUAL if name not in unused)


def _field(content: FormContent, column: LedgerColumn) -> TableField:
    words, own = content.words, content.form.headings.get(column.name)
    heading = own.text(words.language) if own else column.heading(words)
    return TableField(column.name, heading, _source(content, column), column.kind)


def _source(content: FormContent, column: LedgerColumn) -> CellSource[LedgerCell]:
    words, against, before = content.words, column.against, content.before
    if against is None or before is None:
        return column.source(words)
    return CellSource(whole_row, lambda row: against(words, row, before))


def _chosen(summary: Summary, words: Words, column: Column) -> TableField:
    """Return a column of the screen, which says what it says there."""

    def cells(row: SummaryRow) -> TaskCells:
        return cells_of(summary.workspace, row.task.entry)

    def said(cells: TaskCells) -> LedgerCell:
        return cell_words(words, cells, column)

    def figure(cells: TaskCells) -> LedgerCell:
        value = cells.value(column)
        return value if isinstance(value, int | date) else cell_figure(words, cells, column)

    kind, heading = _KINDS.get(column, CellKind.TEXT), column_heading(words, column)
    return TableField(column.value, heading, CellSource(cells, said), kind, CellSource(cells, figure))


_KINDS = {
    Column.PERCENT: CellKind.PERCENT,
    Column.DAYS: CellKind.DAYS_LEFT,
    Column.EXTENSIONS: CellKind.NUMBER,
    Column.AGE: CellKind.NUMBER,
    Column.DUE: CellKind.DATE,
    Column.FIRST_DUE: CellKind.DATE,
    Column.REPORTED: CellKind.DATE,
}
"""The kinds of the columns of the screen that are no text; a printed number stays text."""
