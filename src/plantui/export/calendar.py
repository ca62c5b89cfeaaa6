"""The deadlines of tasks as a calendar file (RFC 5545): days with reminders, which a second file updates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO

from plantui.model.light import is_near
from plantui.model.terms import Role
from plantui.model.text import one_line, with_visible_controls
from plantui.query.rows import TaskRow, task_rows
from plantui.words.light_phrases import light_label
from plantui.words.phrases import extended_text, status_text, term

from .deadline_events import DeadlineEvent, deadline_events
from .filename import suggested_name
from .form_content import FormContent, FormFile
from .formats import Format
from .origin import origin_of
from .phrasing import filter_text, form_title
from .progress import Progress

if TYPE_CHECKING:
    from icalendar import Calendar, Event

    from plantui.query.lights import JudgedBy

_AT_ONCE = 200
"""Tasks after which progress is told."""
_MORNING = time(9)
"""The hour of the day at which a reminder comes: an event of a whole day begins at midnight."""
_FARTHEST = 366
"""Days that are looked back for the first day of a notice that is counted in working days."""


def calendar_files(content: FormContent) -> list[FormFile]:
    """Return the calendar of a selection."""
    calendar = _CalendarFile(content)
    kind = content.form.title.text(content.words.language)
    name = suggested_name(content.summary.heading, Format.ICS, content.words, kind)
    return [FormFile(name, calendar.write, calendar.remarks, streams=True)]


class _CalendarFile:
    """Writes the calendar event by event, and counts what is in it."""

    def __init__(self, content: FormContent) -> None:
        self._content = content
        self._open = self._cancelled = self._without_date = 0

    def write(self, stream: BinaryIO, progress: Progress) -> None:
        """Write the calendar to a stream."""
        self._open = self._cancelled = self._without_date = 0
        head, foot = _calendar(self._content).to_ical().split(b"END:VCALENDAR")
        stream.write(head)
        for event in self._events(progress):
            stream.write(event)
        stream.write(b"END:VCALENDAR" + foot)

    def remarks(self) -> list[str]:
        """Return how many deadlines are in the file as written, and how many tasks are not."""
        words = self._content.words
        said = [words("calendar.written", count=self._open)]
        if self._cancelled:
            said.append(words("calendar.cancelled", count=self._cancelled))
        if self._without_date:
            said.append(words("calendar.without_date", count=self._without_date))
        return said

    def _events(self, progress: Progress) -> Iterator[bytes]:
        summary = self._content.summary
        changes, total = summary.changes(), len(summary)
        notice = _Notice(summary.workspace.judged_by)
        progress(0, total)
        for done, row in enumerate(task_rows(summary.workspace, summary.rows), 1):
            if not row.whole.deadlines:
                self._without_date += 1
            for event in deadline_events(row, changes.get(row.key)):
                if event.is_cancelled:
                    self._cancelled += 1
                else:
                    self._open += 1
                yield _event(self._content, row, event, notice).to_ical()
            if done % _AT_ONCE == 0:
                progress(done, total)
        progress(total, total)


def _calendar(content: FormContent) -> Calendar:
    """Return the calendar without its events."""
    from icalendar import Calendar  # here, since its import opens the system's time zones

    words = content.words
    title = form_title(words, content.summary.heading, content.form.title.text(words.language))
    calendar = Calendar()
    calendar.add("prodid", f"-//plantui//plantui//{words.language.value.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(title))
    calendar.add("x-plantui", origin_of(content, Format.ICS).text)
    return calendar


def _event(content: FormContent, row: TaskRow, event: DeadlineEvent, notice: _Notice) -> Event:
    from icalendar import Alarm, Event

    words, day, today = content.words, event.dates.current, content.summary.heading.as_of
    found = Event()
    found.add("uid", event.uid)
    found.add("dtstamp", datetime.combine(today, time(), UTC))
    found.add("dtstart", day)
    if day < date.max:
        found.add("dtend", day + timedelta(days=1))
    found.add("transp", "TRANSPARENT")
    found.add("sequence", event.sequence)
    found.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    if event.changed:
        found.add("last-modified", event.changed.replace(microsecond=0))
    summary = _summary(content, row, event)
    found.add("summary", summary)
    found.add("description", with_visible_controls("\n".join(_description(content, row, event))))
    found.add("categories", [term(words, row.reason.light)])
    if not event.is_cancelled:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", words("calendar.reminder", day=day.isoformat(), task=summary))
        alarm.add("trigger", notice.trigger(day))
        found.add_component(alarm)
    return found


def _summary(content: FormContent, row: TaskRow, event: DeadlineEvent) -> str:
    """Return the title of an event: plan and task, and of a task with several deadlines what is due."""
    words, requirement = content.words, event.dates.requirement
    facts = {
        "plan": row.plan.short_title or row.plan.title,
        "number": row.entry.number,
        "title": row.entry.title,
    }
    said = words("calendar.summary", **facts)
    if len(row.whole.deadlines) > 1:
        said = words("calendar.summary.one", task=said, clause=requirement.clause or requirement.phrase)
    return one_line(words("export.demo.title", title=said) if content.summary.heading.is_demo else said)


def _description(content: FormContent, row: TaskRow, event: DeadlineEvent) -> Iterator[str]:
    words, heading, requirement = content.words, content.summary.heading, event.dates.requirement
    if requirement.clause:
        yield words("export.labelled", label=requirement.phrase, text=requirement.clause)
    else:
        yield requirement.phrase
    if extended := extended_text(words, event.dates):
        yield extended
    for role in Role:
        if names := row.whole.departments.of(role):
            yield words("export.labelled", label=term(words, role, long=True), text=words.listing(names))
    yield words("export.labelled", label=words("export.column.status"), text=status_text(words, row.progress))
    yield words("export.labelled", label=words("export.column.light"), text=light_label(words, row.reason))
    for name, text in (
        ("plan", row.plan.title),
        ("filter", filter_text(words, heading)),
        ("as_of", heading.as_of.isoformat()),
    ):
        yield words("export.labelled", label=words(f"export.heading.{name}"), text=text)


class _Notice:
    """The days on which reminders come: when a date comes near by the light rules."""

    def __init__(self, by: JudgedBy) -> None:
        self._by = by
        self._days_before = lru_cache(maxsize=None)(self._count)

    def trigger(self, due: date) -> timedelta:
        """Return the time from the beginning of the day to its reminder, which comes on the day where its own has passed."""
        morning = timedelta(hours=_MORNING.hour)
        days = self._days_before(due)
        if due - timedelta(days=days) <= self._by.today:
            return morning
        return morning - timedelta(days=days)

    def _count(self, due: date) -> int:
        """Return the days between the first day of the notice and the date."""
        rules, calendar = self._by.rules, self._by.working_days
        days = min(rules.notice_days, (due - date.min).days)
        if rules.in_working_days and calendar:
            while days < _FARTHEST and is_near(due, due - timedelta(days=days + 1), rules, calendar):
                days += 1
        return days
