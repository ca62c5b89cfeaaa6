"""What a revision changed: of a task its dates, figures, departments and wording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from plantui.documents.comparing.alignment import differences
from plantui.model.likeness import folded, pair_texts
from plantui.model.plan import Deadline, Departments, Goal, Indicator, Task

_JOIN = 3
"""Equal characters between two changes of a text that are too few to part them."""


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


_DATES = (ChangeKind.DATE_MOVED, ChangeKind.DATE_DROPPED, ChangeKind.DATE_ADDED)
_FIGURES = (ChangeKind.FIGURE_CHANGED, ChangeKind.FIGURE_DROPPED, ChangeKind.FIGURE_ADDED)


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


def task_changes(old: Task, new: Task, old_section: str, new_section: str) -> Iterator[Change]:
    """All that was changed. A section is given by its title: its id follows from its place."""
    if old.id != new.id:
        yield Change(ChangeKind.RENUMBERED, old=old.id, new=new.id)
    if folded(old_section) != folded(new_section):
        yield Change(ChangeKind.MOVED, old=old_section, new=new_section)
    if folded(old.title) != folded(new.title):
        yield Change(ChangeKind.TITLE, old=old.title, new=new.title)
    yield from _departments(old.departments, new.departments)
    yield from _listed([*map(_date, old.deadlines)], [*map(_date, new.deadlines)], _DATES)
    yield from _listed([*map(_figure, old.indicators)], [*map(_figure, new.indicators)], _FIGURES)
    yield from _wording(old.text, new.text)


def _departments(old: Departments, new: Departments) -> Iterator[Change]:
    was = {name: role for role, name in reversed(old.pairs())}
    now = {name: role for role, name in reversed(new.pairs())}
    for name, role in reversed(was.items()):
        if name not in now:
            yield Change(ChangeKind.DEPARTMENT_DROPPED, name, old=role.value)
        elif now[name] is not role:
            yield Change(ChangeKind.DEPARTMENT_ROLE, name, role.value, now[name].value)
    for name, role in reversed(now.items()):
        if name not in was:
            yield Change(ChangeKind.DEPARTMENT_ADDED, name, new=role.value)


def _listed(
    old: Sequence[tuple[str, str]],
    new: Sequence[tuple[str, str]],
    kinds: tuple[ChangeKind, ChangeKind, ChangeKind],
) -> Iterator[Change]:
    """Yield what was changed, dropped and added among values, each given by what it is about and what it says."""
    pairs = pair_texts(old, new)
    changed, dropped, added = kinds
    for at, to in sorted(pairs.items()):
        if old[at][1] != new[to][1]:
            yield Change(changed, new[to][0], old[at][1], new[to][1])
    yield from (Change(dropped, about, old=value) for at, (about, value) in enumerate(old) if at not in pairs)
    taken = {*pairs.values()}
    yield from (Change(added, about, new=value) for to, (about, value) in enumerate(new) if to not in taken)


def _date(deadline: Deadline) -> tuple[str, str]:
    return deadline.clause or deadline.phrase, deadline.due.isoformat()


def _figure(measure: Indicator) -> tuple[str, str]:
    return measure.indicator, target(measure)


def target(measure: Indicator | Goal) -> str:
    """A target in short: >= 80 % (2025-12-31)."""
    value = measure.grade or ("" if measure.value is None else f"{measure.value:g}")
    due = f"({measure.due.isoformat()})" if measure.due else ""
    return " ".join(part for part in (measure.op or "", value, measure.unit or "", due) if part)


def _wording(old: str, new: str) -> Iterator[Change]:
    """The pieces of the text that differ, each with what stands in its place."""
    if folded(old) == folded(new):
        return
    pieces: list[list[int]] = []
    for start, end, other_start, other_end in differences(old, new):
        if pieces and start - pieces[-1][1] <= _JOIN:
            pieces[-1][1], pieces[-1][3] = end, other_end
        else:
            pieces.append([start, end, other_start, other_end])
    for start, end, other_start, other_end in pieces:
        was, now = old[start:end], new[other_start:other_end]
        if folded(was) != folded(now):
            yield Change(ChangeKind.TEXT, old[max(0, start - 8) : start], was, now)
