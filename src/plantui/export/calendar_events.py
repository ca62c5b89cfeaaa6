"""The events of a calendar of deadlines as text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from plantui.words.phrases import term

from .calendar_items import ItemLines
from .content_lines import content_line, day_text, text_line
from .deadline_events import DeadlineEvent
from .form_content import FormContent

if TYPE_CHECKING:
    from plantui.query.rows import TaskRow


class EventWriter:
    """Writes the events of a calendar, in the order of lines that icalendar keeps."""

    def __init__(self, content: FormContent) -> None:
        self._words = content.words
        self._lines_of = ItemLines(content)

    def event(self, row: TaskRow, event: DeadlineEvent) -> bytes:
        """Return an event of a task."""
        return b"".join(self._lines(row, event))

    def _lines(self, row: TaskRow, event: DeadlineEvent) -> Iterator[bytes]:
        of, day = self._lines_of, event.dates.current
        title = of.title(row, event.dates.requirement if len(row.whole.deadlines) > 1 else None)
        yield b"BEGIN:VEVENT\r\n"
        yield text_line("SUMMARY", title)
        yield content_line("DTSTART;VALUE=DATE", day_text(day))
        if day < date.max:
            yield content_line("DTEND;VALUE=DATE", day_text(day + timedelta(days=1)))
        yield of.stamp
        yield content_line("UID", event.uid)
        yield content_line("SEQUENCE", str(event.sequence))
        yield text_line("CATEGORIES", term(self._words, row.reason.light))
        yield of.description(self._description(row, event))
        yield of.last_modified(event.changed)
        yield b"STATUS:CANCELLED\r\n" if event.is_cancelled else b"STATUS:CONFIRMED\r\n"
        yield b"TRANSP:TRANSPARENT\r\n"
        if not event.is_cancelled:
            yield of.alarm(title, day)
        yield b"END:VEVENT\r\n"

    def _description(self, row: TaskRow, event: DeadlineEvent) -> Iterator[str]:
        yield from self._lines_of.requirement(event.dates)
        yield from self._lines_of.standing(row)
