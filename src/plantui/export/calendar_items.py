"""Lines that events and to-dos of a calendar share: titles, descriptions, reminders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from plantui.model.light import is_near
from plantui.model.terms import Role
from plantui.model.text import one_line, with_visible_controls
from plantui.words.light_phrases import light_label
from plantui.words.phrases import extended_text, status_text, term

from .content_lines import content_line, day_text, moment_text, text_line
from .form_content import FormContent
from .phrasing import filter_text

if TYPE_CHECKING:
    from plantui.model.dates import RequirementDate
    from plantui.model.plan import Deadline
    from plantui.query.lights import JudgedBy
    from plantui.query.rows import TaskRow

_MORNING = time(9)
"""The hour of the day at which a reminder comes: a day begins at midnight."""
_FARTHEST = 366
"""Days that are looked back for the first day of a notice that is counted in working days."""
_KEPT = 4096
"""Texts that are kept of a kind, since many tasks say the same."""


class ItemLines:
    """Makes the lines that events and to-dos share, in the form that icalendar gives them."""

    def __init__(self, content: FormContent) -> None:
        words, heading = content.words, content.summary.heading
        self._words, self._is_demo = words, heading.is_demo
        self._notice = _Notice(content.summary.workspace.judged_by)
        self._roles = [(role, term(words, role, long=True)) for role in Role]
        self._status, self._light = words("export.column.status"), words("export.column.light")
        self.stamp = f"DTSTAMP:{day_text(heading.as_of)}T000000Z\r\n".encode()
        """The line of the day as of which all is said."""
        self._plan, asked, day = (words(f"export.heading.{name}") for name in ("plan", "filter", "as_of"))
        self._labelled = lru_cache(_KEPT)(self._line)
        self._end = [
            self._line(asked, filter_text(words, heading)),
            self._line(day, heading.as_of.isoformat()),
        ]

    def title(self, row: TaskRow, requirement: Deadline | None = None) -> str:
        """Return plan and task in a line, with a requirement that is one of several."""
        words = self._words
        facts = {
            "plan": row.plan.short_title or row.plan.title,
            "number": row.entry.number,
            "title": row.entry.title,
        }
        said = words("calendar.summary", **facts)
        if requirement:
            said = words("calendar.summary.one", task=said, clause=requirement.clause or requirement.phrase)
        return one_line(words("export.demo.title", title=said) if self._is_demo else said)

    def description(self, parts: Iterator[str]) -> bytes:
        """Return the line of a description."""
        return text_line("DESCRIPTION", with_visible_controls("\n".join(parts)))

    def requirement(self, dates: RequirementDate) -> Iterator[str]:
        """Yield what a requirement says, and how its date has moved."""
        requirement = dates.requirement
        if requirement.clause:
            yield self._line(requirement.phrase, requirement.clause)
        else:
            yield requirement.phrase
        if extended := extended_text(self._words, dates):
            yield extended

    def standing(self, row: TaskRow) -> Iterator[str]:
        """Yield who is responsible for a task, where it stands, and what the file was made of."""
        for role, name in self._roles:
            if names := row.whole.departments.of(role):
                yield self._labelled(name, self._words.listing(names))
        yield self._labelled(self._status, status_text(self._words, row.progress))
        yield self._labelled(self._light, light_label(self._words, row.reason))
        yield self._labelled(self._plan, row.plan.title)
        yield from self._end

    def last_modified(self, changed: datetime | None) -> bytes:
        """Return the line of the last change; nothing where there was none."""
        return content_line("LAST-MODIFIED", moment_text(changed)) if changed else b""

    def alarm(self, title: str, due: date, *, from_end: bool = False) -> bytes:
        """Return the reminder of a date, counted from the beginning of its day, or from the end of it."""
        days = self._notice.days_before(due)
        trigger = "TRIGGER;RELATED=END" if from_end else "TRIGGER"
        lines = (
            b"BEGIN:VALARM\r\nACTION:DISPLAY\r\n",
            text_line("DESCRIPTION", self._words("calendar.reminder", day=due.isoformat(), task=title)),
            content_line(trigger, _duration_text(days + from_end)),
            b"END:VALARM\r\n",
        )
        return b"".join(lines)

    def _line(self, label: str, text: str) -> str:
        return self._words("export.labelled", label=label, text=text)


class _Notice:
    """The days on which reminders come: when a date comes near by the light rules."""

    def __init__(self, by: JudgedBy) -> None:
        self._by = by
        self._days = lru_cache(maxsize=None)(self._count)

    def days_before(self, due: date) -> int:
        """Return the days from a reminder to its date; none, so that it comes on the day, where its own day has passed."""
        days = self._days(due)
        return 0 if due - timedelta(days=days) <= self._by.today else days

    def _count(self, due: date) -> int:
        """Return the days between the first day of the notice and the date."""
        rules, calendar = self._by.rules, self._by.working_days
        days = min(rules.notice_days, (due - date.min).days)
        if rules.in_working_days and calendar:
            while days < _FARTHEST and is_near(due, due - timedelta(days=days + 1), rules, calendar):
                days += 1
        return days


@cache
def _duration_text(days: int) -> str:
    """Return the duration from midnight to the morning so many days before: `PT9H`, `-PT15H`, `-P29DT15H`."""
    if not days:
        return f"PT{_MORNING.hour}H"
    whole, hours = divmod(days * 24 - _MORNING.hour, 24)
    return f"-P{whole}DT{hours}H" if whole else f"-PT{hours}H"
