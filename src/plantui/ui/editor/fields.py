"""The fields of the form by name, and what is wrong with one."""

from __future__ import annotations

from enum import StrEnum

from plantui.model.problem import UsageError


class Field(StrEnum):
    """The fields of the form; the values are the widgets' ids."""

    DEPARTMENT = "department"
    STATUS = "status"
    PERCENT = "percent"
    AS_OF = "as_of"
    REASON = "reason"
    PROGRESS = "progress"
    PROBLEMS = "problems"
    NEXT_STEPS = "next_steps"
    REQUIREMENTS = "requirements"
    """The list of dated requirements."""
    DONE_ON = "done_on"
    """The day on which the requirement under the cursor was done."""
    ACTUALS = "actuals"
    """The rows of all indicators."""
    ACTUAL = "actual"
    """The value of an indicator; there is one of it, of the two that follow too, for each indicator."""
    ACTUAL_DAY = "actual_day"
    ACTUAL_SOURCE = "actual_source"
    EVIDENCE = "evidence"
    """The list of evidence."""


class FieldError(UsageError):
    """A field does not hold what it should."""

    def __init__(self, field: Field, message: str, row: int | None = None, **facts: object) -> None:
        """Take the field, its row where there are several, and the message with its facts."""
        super().__init__(message, **facts)
        self.field = field
        self.row = row
