"""What the reading of departments needs to know of the document, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass

from plantui.documents.period import Period
from plantui.documents.reading import Doubt, ReadDeadline, ReadDepartment
from plantui.documents.traced import TracedText
from plantui.model.terms import Role


@dataclass(frozen=True, slots=True, eq=False)
class DepartmentContext:
    """Facts about the whole document."""

    period: Period
    first_is_lead: bool = False
    """列第一位者为牵头单位，下同: the first of several departments leads."""
    others: Role | None = None
    """排第一位的牵头，其他为配合单位: the role of those behind the first."""
    says_who_leads: bool = False
    """Some brackets of the document say who leads (牵头), so that a list without a role means all alike."""
    lead_mark: str = ""
    """标★的为牵头单位: the mark of those who lead."""
    carried: tuple[ReadDepartment, ...] = ()
    """以下均需…落实，不再一一列出: departments that carry every task. They are not repeated in each task."""


@dataclass(frozen=True, slots=True, eq=False)
class DepartmentsRead:
    """What a task's paragraphs say about departments, and the text that is left without it."""

    body: TracedText
    departments: tuple[ReadDepartment, ...]
    deadlines: tuple[ReadDeadline, ...] = ()
    """Dates that stand in the department parts (完成时限：…)."""
    doubts: tuple[Doubt, ...] = ()
    persons: tuple[TracedText, ...] = ()
    """What names persons (牵头领导：…), who are no field of a task."""
