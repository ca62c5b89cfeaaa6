"""What each department of a task has reported."""

from __future__ import annotations

from typing import NamedTuple

from .note import Note
from .terms import Role


class DepartmentReport(NamedTuple):
    """One department of a task in one role, with its latest note where it has reported."""

    role: Role | None
    """None for a department that has reported and that the task does not name."""
    department: str
    """As printed in the plan; by its own name where only a group is printed, or nothing."""
    is_accountable: bool
    """Whether the task's status follows from its notes."""
    note: Note | None = None
