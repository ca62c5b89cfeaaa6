"""Column maps: which column of a foreign ledger holds what, and what its words for a status mean."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from .terms import Language, Status


class LedgerField(StrEnum):
    """Meaning of a column of a foreign ledger."""

    ID = "id"
    """The ledger's own id of a task: it stays the same from one issue of the ledger to the next."""
    NUMBER = "number"
    """The printed number."""
    PARENT = "parent"
    """The id of the row above: such a row is a heading."""
    SECTION = "section"
    TITLE = "title"
    TEXT = "text"
    LEAD = "lead"
    SUPPORT = "support"
    SHARED = "shared"
    RESPONSIBLE = "responsible"
    GUIDE = "guide"
    ALL = "all"
    """Lead and others in one cell."""
    REPORTER = "reporter"
    """The department that reports."""
    DUE = "due"
    DUE_WORDS = "due_words"
    """The words of the dates in `due`, as many as there are dates."""
    STATUS = "status"
    PERCENT = "percent"
    PROGRESS = "progress"
    PROBLEMS = "problems"
    NEXT_STEPS = "next_steps"
    REASON = "reason"
    AS_OF = "as_of"
    INDICATOR = "indicator"
    TARGET = "target"
    UNIT = "unit"
    ACTUAL = "actual"


DEPARTMENT_FIELDS = (
    LedgerField.LEAD,
    LedgerField.SUPPORT,
    LedgerField.SHARED,
    LedgerField.RESPONSIBLE,
    LedgerField.GUIDE,
    LedgerField.ALL,
    LedgerField.REPORTER,
)
"""Columns whose cells name departments."""


class ColumnMap(NamedTuple):
    """A column map."""

    name: str
    """Name by which it is chosen: that of its file without the ending."""
    columns: tuple[tuple[LedgerField, tuple[str, ...]], ...]
    """The heads that a column of each meaning may have; `title/*` stands for all heads with that beginning."""
    statuses: tuple[tuple[str, Status], ...] = ()
    """The words of the ledger for a status."""
    recognised_by: tuple[LedgerField, ...] = ()
    """The columns by which a ledger is recognised; none where the map has to be named."""
    nothing: tuple[str, ...] = ()
    """The words of the ledger for an empty cell."""
    one_name: tuple[LedgerField, ...] = ()
    """Columns of departments whose cells hold one name each, commas and all."""
    zh: str = ""
    en: str = ""
    """Titles in both languages."""
    region: str = ""
    """The region of the ledger; empty where it is not always the same."""
    day_first: bool | None = None
    """True where 03/04/2026 is a day in April, False where one in March; None where nobody can tell."""
    most_rows: int = 0
    """The number of rows at which the exporting program cuts, 0 for none."""
    file: str = ""
    """Path of the file, empty for a bundled map."""

    def heads(self, field: LedgerField) -> tuple[str, ...]:
        """Return the heads that a column of a meaning may have."""
        return dict(self.columns).get(field, ())

    def title_in(self, language: Language) -> str:
        """Return the title in a language; that in the other one where there is none."""
        zh, en = self.zh or self.en, self.en or self.zh
        return zh if language is Language.ZH else en
