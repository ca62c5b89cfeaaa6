"""Reports of a task's departments, each in its role."""

from __future__ import annotations

from typing import NamedTuple

from .note import Note
from .terms import Role


class DepartmentReport(NamedTuple):
    """Department of a task in one role, with its latest note where it has reported."""

    role: Role | None
    """None for a department that has reported and that the task does not name."""
    department: str
    """As printed in the plan; by its own name where only a group is printed, or nothing."""
    is_accountable: bool
    """True where the task's status follows from its notes."""
    note: Note | None = None
