"""Reports of a task's departments, each in its role."""

from __future__ import annotations

from typing import NamedTuple

from .note import Note
from .terms import Role


class DepartmentReport(NamedTuple):
    """Department of a task in one role, with its latest note where it has reported."""

    role: Role | None
    """The department's role, None where it has reported and the task does not name it."""
    department: str
    """Name as printed in the plan; the department's own where only a group is printed, or nothing."""
    is_accountable: bool
    """True where the task's status follows from its notes."""
    note: Note | None = None
