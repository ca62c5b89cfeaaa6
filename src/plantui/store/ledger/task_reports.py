"""The reports of one task, made of its notes and events; `latest.py` makes those of all tasks at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from plantui.model.key import TaskKey
from plantui.model.note import Note
from plantui.model.progress import Report, TaskReports

from .effective import effective
from .readable import UnreadableRow, one_state, readable_events, readable_notes
from .staged import StagedNotes, stages_on

if TYPE_CHECKING:
    from plantui.model.event import Event, Extension
    from plantui.model.requirement import RequirementReport
    from plantui.model.stages import StageState


def read_task(
    connection: sqlite3.Connection, key: TaskKey, today: date | None = None, zone: tzinfo | None = None
) -> tuple[TaskReports, list[UnreadableRow]]:
    """Return what counts of one task on the as-of day in the zone, None for now, and the rows that are none."""
    facts = key.plan, key.task
    # The + keeps SQLite on the index of the task, which is not in the order of writing.
    with one_state(connection):
        revisions, unreadable = readable_notes(
            connection, "plan = ? AND task = ?", facts, order="+written_at, id"
        )
        notes = effective(revisions, today, zone)
        stages = stages_on(connection, today, zone, key) if notes else StagedNotes({}, [])
        extensions, bad_extensions = readable_events(connection, "extension", key)
    found = _reports_of(notes, stages.states, in_order(effective(extensions, today, zone)))
    return found, [*unreadable, *stages.unreadable, *bad_extensions]


def _reports_of(
    notes: Iterable[Note], states: Mapping[str, StageState], extensions: Iterable[Event]
) -> TaskReports:
    """Return the reports that follow from a task's counting notes, their stages and its extensions in order."""
    counting = sorted(notes, key=lambda note: (note.as_of, note.written_at, note.id))
    of_department: dict[str, list[Note]] = {}
    for note in counting:
        of_department.setdefault(note.department, []).append(note)
    # The newest last; of one moment by name, as the index has them from which `latest` reads all tasks.
    names = sorted(of_department, key=lambda name: (*_moment(of_department[name][-1]), name))
    reports = {name: _report(of_department[name], states) for name in names}
    last_day = max((note.as_of for note in counting), default=None)
    is_staged = any(report.stage or report.waiting for report in reports.values())
    return TaskReports(reports, len(counting), last_day, extensions_of(extensions), is_staged)


def with_later(before: TaskReports, notes: Iterable[Note]) -> TaskReports:
    """Return the reports with further notes that come after all that count, and with which no step was taken."""
    reports, count, last_day = dict(before.reports), before.notes, before.last_day
    for note in sorted(notes, key=lambda note: (note.as_of, note.written_at, note.department, note.id)):
        content = note.content
        words = _words([content.requirements]) if content.requirements else ()
        report = Report(content.status, content.percent, words, as_of=note.as_of)
        older = reports.pop(note.department, None)  # the newest stands last
        reports[note.department] = report.after(older) if older else report
        count, last_day = count + 1, note.as_of
    return TaskReports(reports, count, last_day, before.extensions)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return events by the day they hold from, then as written: the last of a matter decides."""
    return sorted(events, key=lambda event: (event.as_of, event.written_at, event.id))


def extensions_of(events: Iterable[Event]) -> tuple[Extension, ...]:
    """Return the extensions among the contents of events, in their order."""
    from plantui.model.event import Extension

    return tuple(event.content for event in events if isinstance(event.content, Extension))


def _moment(note: Note) -> tuple[date, datetime]:
    return note.as_of, note.written_at


def _report(notes: Sequence[Note], states: Mapping[str, StageState]) -> Report:
    """Return what counts of one department's notes, the newest last, with the stages that they have reached."""
    newest = notes[-1].content
    report = Report(newest.status, newest.percent, as_of=notes[-1].as_of)
    if any(note.content.requirements for note in notes):
        # What a reopened note says does not count: somebody looked again, and it was not so.
        reopened = {note.id for note in notes if note.id in states and states[note.id].is_reopened}
        words = _words(() if note.id in reopened else note.content.requirements for note in notes)
        report = report._replace(requirements=words)
    if all(note.id not in states for note in notes):
        return report
    from plantui.model.staged_report import staged
    from plantui.model.stages import SAVED

    return staged(report, [states.get(note.id, SAVED) for note in notes])


def _words(said: Iterable[Sequence[RequirementReport]]) -> tuple[RequirementReport, ...]:
    """Return what stands of a department's words on single requirements, oldest note first."""
    from plantui.model.requirement import standing

    return tuple(standing(said).values())
