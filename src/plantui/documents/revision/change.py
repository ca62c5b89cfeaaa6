"""What a revision changed, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from plantui.model.plan import Task


class ChangeKind(StrEnum):
    """What was changed about a plan or a task."""

    RENUMBERED = "renumbered"
    MOVED = "moved"  # to another section
    TITLE = "title"
    TEXT = "text"
    DATE_ADDED = "date_added"
    DATE_DROPPED = "date_dropped"
    DATE_MOVED = "date_moved"
    FIGURE_ADDED = "figure_added"
    FIGURE_DROPPED = "figure_dropped"
    FIGURE_CHANGED = "figure_changed"
    DEPARTMENT_ADDED = "department_added"
    DEPARTMENT_DROPPED = "department_dropped"
    DEPARTMENT_ROLE = "department_role"
    PLAN = "plan"  # title, document number, period …
    GOAL_ADDED = "goal_added"
    GOAL_DROPPED = "goal_dropped"
    SECTION_ADDED = "section_added"
    SECTION_DROPPED = "section_dropped"
    SECTION_TITLE = "section_title"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was changed: what it is about, as it was, as it is. Empty where there was or is nothing."""

    kind: ChangeKind
    about: str = ""
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class TaskChange:
    """A task that both versions have, with all that was changed about it."""

    old: Task
    new: Task
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """All that was changed between two versions of a plan."""

    plan: tuple[Change, ...]
    """About the plan itself: front matter, goals, sections."""
    tasks: tuple[TaskChange, ...]
    added: tuple[Task, ...]
    dropped: tuple[Task, ...]
    ids: Mapping[str, str]
    """The id that each task of the old version has in the new one; dropped tasks are not in it."""
    unchanged: int

    @property
    def is_empty(self) -> bool:
        """Whether both versions say the same."""
        return not (self.plan or self.tasks or self.added or self.dropped)
