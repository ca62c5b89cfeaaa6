"""Texts of the main screen's bars about a session."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.terms import Light, Role, Status
from plantui.query.filter import Choice, Facet
from plantui.query.session import Session
from plantui.query.views import View
from plantui.store.index.library import TaskEntry
from plantui.ui.meanings import badge_look
from plantui.ui.widgets.bars import Chip
from plantui.ui.widgets.painted import Painted
from plantui.words import Words
from plantui.words.find_phrases import sought_text
from plantui.words.light_phrases import light_name
from plantui.words.phrases import (
    department_term,
    event_name,
    light_count,
    note_name,
    numbered,
    short_since_text,
    term,
    year_term,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plantui.model.event import Event
    from plantui.model.note import Note

_NAMED = 3
"""Number of tasks that are named one by one."""


def heading(words: Words, session: Session) -> str:
    """Return the view and whose it is."""
    title = words(f"screen.view.{session.view.value}")
    if session.view is View.MINE and session.own_department:
        own = department_term(session.own_department, with_region=session.has_several_regions)
        title = f"{title} {own}"
    program = words("screen.demo") if session.workspace.is_demo else "plantui"
    return f"{program}  {title}"


def count(words: Words, session: Session) -> Painted:
    """Return how many tasks are shown, and how many of them under each light once the ledger is known."""
    shown = words("screen.count", shown=session.tasks.bit_count(), all=session.library.live.bit_count())
    if marked := marks(words, session):
        shown = f"{marked}  {shown}"
    if not session.knows_ledger:
        return [(shown, "")]
    lights: list[tuple[str, str]] = []
    for light, found in session.light_counts().items():
        lights += [(light_count(words, light, found), badge_look(light)), (" ", "")]
    return [*lights, (f" {shown}", "")]


def marks(words: Words, session: Session) -> str:
    """Return how many tasks are marked, and how many of them are not shown; empty where none is."""
    count = session.marked_tasks.bit_count()
    hidden = (session.marked_tasks & ~session.tasks).bit_count()
    if hidden:
        return words("screen.marked_hidden", count=count, hidden=hidden)
    return words("screen.marked", count=count) if count else ""


def empty_filter(words: Words, session: Session) -> str:
    """Return what the filter bar says while nothing is chosen."""
    if session.view is View.MINE and session.own_department is None:
        return words("screen.no_department")
    return words("screen.no_filter" if session.library.live else "screen.no_plans")


def nothing_shown(session: Session) -> str:
    """Return the key of the sentence that says why no task is shown."""
    if session.unsearched_terms:
        return "screen.searching_notes"
    return "screen.nothing_here" if session.active_filter.is_empty else "screen.nothing"


def chips(words: Words, session: Session) -> list[Chip]:
    """Return the choices of the filter in words."""
    found: list[Chip] = []
    for facet, value in session.active_filter.choices():
        text = words(f"screen.chip.{facet.value}", value=choice_text(words, session, facet, value))
        if value not in session.active_filter.chosen(facet):
            text = words("screen.chip.within", choice=text)
        found.append(Chip(facet, value, text))
    return found


def choice_text(words: Words, session: Session, facet: Facet, value: Choice) -> str:
    """Return a choice as the user reads it."""
    if isinstance(value, DepartmentRef):
        return department_term(value, with_region=session.has_several_regions)
    if facet is Facet.YEAR and (value is None or isinstance(value, int)):
        return year_term(words, value)
    if facet is Facet.CHANGED and isinstance(value, date | str):
        return short_since_text(words, value)
    if facet is Facet.PLAN:
        plan = session.library.plan(str(value))
        return plan.short_title if plan else str(value)
    if isinstance(value, Light):
        return light_name(words, session.workspace.rules, value)
    return term(words, value, long=True) if isinstance(value, Role | Status) else sought_text(words, value)


def task_name(session: Session, key: TaskKey) -> str:
    """Return a task as messages name it, its key where no plan has it any more."""
    task = session.task_of(key)
    return numbered(task.number, task.title) if task else f"{key.plan} {key.task}"


def spoken_note(words: Words, session: Session, note: Note) -> str:
    """Return a note as messages name it: with its plan, since each plan has a task 12, and its period."""
    return note_name(words, *_spoken_place(session, note.key), note.department, note.as_of)


def spoken_event(words: Words, session: Session, event: Event) -> str:
    """Return what an event says as messages name it."""
    return event_name(words, event, *(_spoken_place(session, event.key) if event.key else ("", "")))


def _spoken_place(session: Session, key: TaskKey) -> tuple[str, str]:
    """Return the plan's short title and the task's number, their ids where the plans have them no longer."""
    task, plan = session.task_of(key), session.library.plan(key.plan)
    number = task.number if task and task.number else key.task
    return plan.short_title if plan else key.plan, number


def listed_tasks(words: Words, names: Sequence[str]) -> str:
    """Return tasks by their names, of many only the first ones."""
    listed = words.listing(list(names[:_NAMED]))
    return words("screen.joint_more", tasks=listed) if len(names) > _NAMED else listed


def task_heading(session: Session, task: TaskEntry) -> str:
    """Return a task with its plan, as a screen about it is headed."""
    plan = session.library.plan_at[task.plan]
    return f"{plan.short_title} › {numbered(task.number, task.title)}"
