"""The tasks of a calendar as to-dos (VTODO): each once, and below it its dated requirements where it has several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from plantui.exchange.described import note_line
from plantui.exchange.spans import first_day
from plantui.model.terms import Status
from plantui.model.text import one_line

from .calendar_items import ItemLines
from .content_lines import content_line, day_text, list_line, moment_text, text_line
from .deadline_events import deadline_events, task_uid, version_of
from .form_content import FormContent

if TYPE_CHECKING:
    from plantui.query.rows import TaskRow

    from .deadline_events import DeadlineEvent
    from .summary import SummaryRow

_NEEDS_ACTION, _IN_PROCESS, _COMPLETED, _CANCELLED = "NEEDS-ACTION", "IN-PROCESS", "COMPLETED", "CANCELLED"
_STATUSES: Mapping[Status, str] = {
    Status.NOT_STARTED: _NEEDS_ACTION,
    Status.IN_PROGRESS: _IN_PROCESS,
    Status.ONGOING: _IN_PROCESS,
    Status.COMPLETED: _COMPLETED,
    Status.CLOSED: _COMPLETED,
    Status.DEFERRED: _CANCELLED,
    Status.STOPPED: _CANCELLED,
}
_WHOLE = 100
"""Percent at which programs take a to-do for done, whatever its status."""
_NOON = time(12, tzinfo=UTC)
"""The hour of a day of which no hour is known: nearly everywhere on earth it is the same day then."""


class _State(NamedTuple):
    """The state of a to-do: status, day and percent go together, or programs show what is done as open."""

    status: str
    percent: int | None
    day: date
    """The day by which it was done, as far as it was."""

    def lines(self) -> Iterator[bytes]:
        """Yield the lines of the state."""
        if self.status == _COMPLETED:
            yield content_line("COMPLETED", moment_text(datetime.combine(self.day, _NOON)))
            yield content_line("PERCENT-COMPLETE", str(_WHOLE))
        elif self.percent is not None and self.percent < _WHOLE:
            yield content_line("PERCENT-COMPLETE", str(self.percent))
        yield content_line("STATUS", self.status)


class _Todo(NamedTuple):
    """A to-do before it is written."""

    uid: str
    title: str
    state: _State
    due: date | None
    """Its last day; None for none, and where it is not to be kept in mind."""
    sequence: int
    changed: datetime | None
    above: str = ""
    """The name of the to-do that it is a part of; empty for none."""
    begin: date | None = None


class TodoWriter:
    """Writes the to-dos of tasks, and counts their dates."""

    def __init__(self, content: FormContent) -> None:
        self._words = content.words
        self._summary = content.summary
        self._of = ItemLines(content)
        self.dates = 0
        """Number of dates that were written."""

    def todos(self, row: SummaryRow) -> Iterator[bytes]:
        """Yield the to-do of a task, then those of its requirements where it has or had several."""
        task = row.task
        as_of, changes = self._summary.heading.as_of, self._summary.changes
        sequence, changed = version_of(task.key, changes, as_of)
        events = [*deadline_events(task, changes, as_of)]
        parts = events if len(events) > 1 or any(one.standing is None for one in events) else []
        only = events[0] if events and not parts else None
        done_on = only.standing.done_on if only and only.standing else None
        day = done_on or task.found.last_day or as_of
        state = _State(_STATUSES[task.progress.status], task.progress.percent, day)
        uid, title = f"todo-{task_uid(task.key)}", self._of.title(task)
        due = _due(only, state) if only else None
        begin = first_day(self._summary.workspace.library.head(task.plan).info)
        todo = _Todo(uid, title, state, due, sequence, changed, begin=begin)
        yield self._written(todo, task, self._about_task(row, only))
        for event in parts:
            of_part = _state_of(event, state)
            part_title = self._of.title(task, event.dates.requirement)
            part = _Todo(
                f"todo-{event.uid}", part_title, of_part, _due(event, of_part), sequence, changed, above=uid
            )
            yield self._written(part, task, self._about_part(task, event))

    def _about_task(self, row: SummaryRow, only: DeadlineEvent | None) -> Iterator[str]:
        if text := row.task.whole.text:
            yield text
        if only:
            yield from self._of.requirement(only.dates)
        yield from (note_line(self._words, note) for note in row.notes)
        yield from self._of.standing(row.task)

    def _about_part(self, row: TaskRow, event: DeadlineEvent) -> Iterator[str]:
        yield from self._of.requirement(event.dates)
        yield from self._of.standing(row)

    def _written(self, todo: _Todo, row: TaskRow, description: Iterator[str]) -> bytes:
        """Return a to-do, its lines by their names, as icalendar keeps them."""
        alarm = b""
        if todo.due and todo.state.status in (_NEEDS_ACTION, _IN_PROCESS):
            alarm = self._of.alarm(todo.title, todo.due, from_end=True)
        lines = sorted(self._lines(todo, row, description))
        return b"".join([b"BEGIN:VTODO\r\n", *lines, alarm, b"END:VTODO\r\n"])

    def _lines(self, todo: _Todo, row: TaskRow, description: Iterator[str]) -> Iterator[bytes]:
        """Yield the lines of a to-do.

        The last day of a to-do that takes whole days is the one before `DUE`, which is the moment at which it has to be
        done already.
        """
        of, due = self._of, todo.due
        yield text_line("SUMMARY", todo.title)
        if todo.begin and (due is None or todo.begin <= due):
            yield content_line("DTSTART;VALUE=DATE", day_text(todo.begin))
        yield of.stamp
        if due:
            self.dates += 1
            yield content_line("DUE;VALUE=DATE", day_text(due + timedelta(days=1)))
        yield content_line("UID", todo.uid)
        if todo.above:
            yield content_line("RELATED-TO", todo.above)
        yield content_line("SEQUENCE", str(todo.sequence))
        if names := [*dict.fromkeys(name for _, name in row.whole.departments.pairs())]:
            yield list_line("CATEGORIES", map(one_line, names))
        yield of.description(description)
        yield of.last_modified(todo.changed)
        yield from todo.state.lines()


def _due(event: DeadlineEvent, state: _State) -> date | None:
    """Return the date of a requirement that still counts or was kept: a standing duty is never late."""
    day = event.dates.current
    counts = state.status != _IN_PROCESS or not event.is_cancelled
    return day if counts and day < date.max else None


def _state_of(event: DeadlineEvent, whole: _State) -> _State:
    """Return the state of one of several requirements: the percent of the task says nothing of it."""
    standing = event.standing
    if standing is None:
        return whole._replace(status=_CANCELLED, percent=None)
    if standing.is_done:
        return _State(_COMPLETED, _WHOLE, standing.done_on or whole.day)
    is_untouched = whole.status == _IN_PROCESS and standing.percent is None and not event.is_cancelled
    return whole._replace(status=_NEEDS_ACTION if is_untouched else whole.status, percent=standing.percent)
