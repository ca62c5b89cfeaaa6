"""The columns that a list of tasks can show, and the sorting by one of them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Column(StrEnum):
    """Columns of a list of tasks; `cells.TaskCells` holds their values."""

    LIGHT = "light"
    STATUS = "status"
    PERCENT = "percent"
    DUE = "due"
    """The date of the requirement that is open next."""
    DAYS = "days"
    """Days left until then, negative when overdue."""
    TASK = "task"
    """The printed number and the title."""
    LEAD = "lead"
    REPORTED = "reported"
    """The day of which the newest note speaks."""
    AGE = "age"
    """Days since that day: how old the last report is."""
    PLAN = "plan"
    SECTION = "section"
    NUMBER = "number"
    """The printed number alone."""
    ACCOUNTABLE = "accountable"
    """The departments whose notes decide the status: lead, else shared, else responsible."""
    SHARED = "shared"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"
    MISSING = "missing"
    """The accountable departments that have yet to report in the current period."""

    TAGS = "tags"
    """The office's own tags (标签)."""
    FUNDING = "funding"
    """The money (资金), as the plan file has it."""
    FIRST_DUE = "first_due"
    """The plan's date (原时限) of the requirement that is open next."""
    EXTENSIONS = "extensions"
    """Number of extensions of the task's dates (延期次数)."""
    STAGE = "stage"
    """The stage of checking and closing that the deciding notes have all reached."""
    ASSIGNMENT = "assignment"
    """The state of the assignments that somebody has to act on first."""
    ASSESSMENT = "assessment"
    """Word whether the independent assessments agree with the departments' own reports."""

    @property
    def asks_for_progress(self) -> bool:
        """Return whether the ledger decides the values, and not the plans alone."""
        return self in _OF_THE_LEDGER

    @property
    def is_right_aligned(self) -> bool:
        """Return whether the values stand at the right, as figures do."""
        return self in (Column.PERCENT, Column.DAYS, Column.AGE, Column.NUMBER, Column.EXTENSIONS)


_OF_THE_LEDGER = frozenset(
    (
        *(Column.LIGHT, Column.STATUS, Column.PERCENT, Column.DUE, Column.DAYS),
        *(Column.REPORTED, Column.AGE, Column.MISSING, Column.FIRST_DUE, Column.EXTENSIONS),
        *(Column.STAGE, Column.ASSIGNMENT, Column.ASSESSMENT),
    )
)


DEFAULT_COLUMNS: tuple[Column, ...] = (
    Column.LIGHT,
    Column.STATUS,
    Column.PERCENT,
    Column.DUE,
    Column.DAYS,
    Column.TASK,
    Column.LEAD,
    Column.REPORTED,
)
"""The columns shown as long as none were chosen, in their order."""


class Sorting(NamedTuple):
    """The order of rows by a column. Rows without a value come last either way, equal ones stay as printed.

    What was never reported is older than any report: by age it comes first where the oldest do.
    """

    column: Column
    descending: bool = False


class ColumnChoice(NamedTuple):
    """The columns of a list in their order, and the one that it is sorted by."""

    columns: tuple[Column, ...] = DEFAULT_COLUMNS
    sorting: Sorting | None = None

    @property
    def chosen(self) -> tuple[Column, ...]:
        """The columns where somebody has chosen them, none where they are the usual ones."""
        return () if self.columns == DEFAULT_COLUMNS else self.columns


def next_sorting(now: Sorting | None, column: Column) -> Sorting | None:
    """Return the sorting after a column was chosen once more: rising, falling, none."""
    if now is None or now.column is not column:
        return Sorting(column)
    return None if now.descending else Sorting(column, descending=True)
