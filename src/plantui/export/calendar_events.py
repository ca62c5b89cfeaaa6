"""The events of a calendar of deadlines as text: what each says, and when its reminder comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from plantui.model.light import is_near
from plantui.model.terms import Role
from plantui.model.text import one_line, with_visible_controls
from plantui.words.light_phrases import light_label
from plantui.words.phrases import extended_text, status_text, term

from .content_lines import content_line, day_text, text_line
from .deadline_events import DeadlineEvent
from .form_content import FormContent
from .phrasing import filter_text

if TYPE_CHECKING:
    from plantui.query.lights import JudgedBy
    from plantui.query.rows import TaskRow

_MORNING = time(9)
"""The hour of the day at which a reminder comes: an event of a whole day begins at midnight."""
_FARTHEST = 366
"""Days that are looked back for the first day of a notice that is counted in working days."""
_KEPT = 4096
"""Texts that are kept of a kind, since many tasks say the same."""


class EventWriter:
    """Writes the events of a calendar, in the order of lines that icalendar keeps."""

    def __init__(self, content: FormContent) -> None:
        words, heading = content.words, content.summary.heading
        self._words, self._is_demo = words, heading.is_demo
        self._notice = _Notice(content.summary.workspace.judged_by)
        self._roles = [(role, term(words, role, long=True)) for role in Role]
        self._status, self._light = words("export.column.status"), words("export.column.light")
        self._stamp = f"DTSTAMP:{day_text(heading.as_of)}T000000Z\r\n".encode()
        self._plan, asked, day = (words(f"export.heading.{name}") for name in ("plan", "filter", "as_of"))
        self._labelled = lru_cache(_KEPT)(self._line)
        self._end = [
            self._line(asked, filter_text(words, heading)),
            self._line(day, heading.as_of.isoformat()),
        ]

    def event(self, row: TaskRow, event: DeadlineEvent) -> bytes:
        """Return an event of a task."""
        return b"".join(self._lines(row, event))

    def _lines(self, row: TaskRow, event: DeadlineEvent) -> Iterator[bytes]:
        day, title = event.dates.current, self._title(row, event)
        yield b"BEGIN:VEVENT\r\n"
        yield text_line("SUMMARY", title)
        yield content_line("DTSTART;VALUE=DATE", day_text(day))
        if day < date.max:
            yield content_line("DTEND;VALUE=DATE", day_text(day + timedelta(days=1)))
        yield self._stamp
        yield content_line("UID", event.uid)
        yield content_line("SEQUENCE", str(event.sequence))
        yield text_line("CATEGORIES", term(self._words, row.reason.light))
        yield text_line("DESCRIPTION", with_visible_controls("\n".join(self._description(row, event))))
        if event.changed:
            changed = event.changed
            yield content_line("LAST-MODIFIED", f"{day_text(changed.date())}T{changed:%H%M%S}Z")
        yield b"STATUS:CANCELLED\r\n" if event.is_cancelled else b"STATUS:CONFIRMED\r\n"
        yield b"TRANSP:TRANSPARENT\r\n"
        if not event.is_cancelled:
            yield b"BEGIN:VALARM\r\nACTION:DISPLAY\r\n"
            yield text_line("DESCRIPTION", self._words("calendar.reminder", day=day.isoformat(), task=title))
            yield content_line("TRIGGER", self._notice.trigger(day))
            yield b"END:VALARM\r\n"
        yield b"END:VEVENT\r\n"

    def _title(self, row: TaskRow, event: DeadlineEvent) -> str:
        """Return the title of an event: plan and task, and of a task with several deadlines what is due."""
        words, requirement = self._words, event.dates.requirement
        facts = {
            "plan": row.plan.short_title or row.plan.title,
            "number": row.entry.number,
            "title": row.entry.title,
        }
        said = words("calendar.summary", **facts)
        if len(row.whole.deadlines) > 1:
            said = words("calendar.summary.one", task=said, clause=requirement.clause or requirement.phrase)
        return one_line(words("export.demo.title", title=said) if self._is_demo else said)

    def _description(self, row: TaskRow, event: DeadlineEvent) -> Iterator[str]:
        words, requirement = self._words, event.dates.requirement
        if requirement.clause:
            yield self._line(requirement.phrase, requirement.clause)
        else:
            yield requirement.phrase
        if extended := extended_text(words, event.dates):
            yield extended
        for role, name in self._roles:
            if names := row.whole.departments.of(role):
                yield self._labelled(name, words.listing(names))
        yield self._labelled(self._status, status_text(words, row.progress))
        yield self._labelled(self._light, light_label(words, row.reason))
        yield self._labelled(self._plan, row.plan.title)
        yield from self._end

    def _line(self, label: str, text: str) -> str:
        return self._words("export.labelled", label=label, text=text)


class _Notice:
    """The days on which reminders come: when a date comes near by the light rules."""

    def __init__(self, by: JudgedBy) -> None:
        self._by = by
        self._days_before = lru_cache(maxsize=None)(self._count)
        self._text = lru_cache(maxsize=None)(_duration_text)

    def trigger(self, due: date) -> str:
        """Return the time from the beginning of the day to its reminder, which comes on the day where its own has passed."""
        days = self._days_before(due)
        return self._text(0 if due - timedelta(days=days) <= self._by.today else days)

    def _count(self, due: date) -> int:
        """Return the days between the first day of the notice and the date."""
        rules, calendar = self._by.rules, self._by.working_days
        days = min(rules.notice_days, (due - date.min).days)
        if rules.in_working_days and calendar:
            while days < _FARTHEST and is_near(due, due - timedelta(days=days + 1), rules, calendar):
                days += 1
        return days


def _duration_text(days: int) -> str:
    """Return the duration from midnight to the morning so many days before: `PT9H`, `-PT15H`, `-P29DT15H`."""
    if not days:
        return f"PT{_MORNING.hour}H"
    whole, hours = divmod(days * 24 - _MORNING.hour, 24)
    return f"-P{whole}DT{hours}H" if whole else f"-PT{hours}H"
