"""The deadlines of tasks as a calendar file (RFC 5545): days with reminders, which a second file updates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from plantui.model.text import one_line
from plantui.query.rows import task_rows

from .calendar_events import EventWriter
from .deadline_events import deadline_events
from .filename import suggested_name
from .form_content import FormContent, FormFile
from .formats import Format
from .origin import origin_of
from .phrasing import form_title
from .progress import Progress

_END = b"END:VCALENDAR"
AT_ONCE = 200
"""Tasks after which progress is told."""


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
        head, foot = calendar_frame(self._content, Format.ICS)
        stream.write(head)
        for event in self._events(progress):
            stream.write(event)
        stream.write(foot)

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
        changes, total = summary.changes, len(summary)
        writer = EventWriter(self._content)
        progress(0, total)
        for done, row in enumerate(task_rows(summary.workspace, summary.rows), 1):
            if not row.whole.deadlines:
                self._without_date += 1
            for event in deadline_events(row, changes, summary.heading.as_of):
                if event.is_cancelled:
                    self._cancelled += 1
                else:
                    self._open += 1
                yield writer.event(row, event)
            if done % AT_ONCE == 0:
                progress(done, total)
        progress(total, total)


def calendar_frame(content: FormContent, form: Format) -> tuple[bytes, bytes]:
    """Return what stands before and behind the parts of a calendar."""
    from icalendar import Calendar  # here, since its import opens the system's time zones

    words = content.words
    title = form_title(words, content.summary.heading, content.form.title.text(words.language))
    calendar = Calendar()
    calendar.add("prodid", f"-//plantui//plantui//{words.language.value.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if form is Format.ICS:
        # To-dos that are published have to name an organiser, whom nobody knows; without a method they need none.
        calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(title))
    calendar.add("x-plantui", origin_of(content, form).text)
    head, foot = calendar.to_ical().split(_END)
    return head, _END + foot
