"""A plan as XML of Microsoft Project (MSPDI): each dated requirement a milestone.

Project drops an element that stands out of order and says nothing, so the order of the calls here is that of its schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.note import Note
from plantui.model.plan import Deadline, Section, Task
from plantui.model.terms import Role
from plantui.model.text import one_line, with_visible_controls
from plantui.words import Words
from plantui.words.phrases import term

from ..content import PlanContent
from ..described import note_line
from ..project_texts import (
    PROJECT_FIELD,
    PROJECT_NAME,
    deadline_name,
    joined,
    row_name,
)
from ..spans import first_day, last_day, task_end
from ..xml_ids import SECTION, TASK, xml_id
from .fields import FIELDS, KEY, NUMBER, REGION, STATUS, alias, progress_marks
from .terms import NAMESPACE, ROOT

if TYPE_CHECKING:
    from ..xmlfile import Branch

_MUST_FINISH_ON = "3"
_CALENDAR = "1"
_DAYS_OFF = (1, 7)
"""Sunday and Saturday, as Project numbers the days."""


class _Row(NamedTuple):
    """A row of the outline."""

    level: int
    numbers: str
    of: Section | Task | Deadline
    has_rows: bool
    """True where other rows stand below it."""


def mspdi(content: PlanContent, words: Words) -> bytes:
    """Return the file."""
    from ..xmlfile import Branch

    info = content.plan.info
    root = Branch.root(NAMESPACE, ROOT)
    root.leaf("SaveVersion", "12")
    root.leaf("Title", one_line(info.title)[:PROJECT_NAME])
    root.some("Subject", info.document_number)
    root.some("Company", info.issuer)
    root.leaf("ScheduleFromStart", "1")
    root.leaf("StartDate", _begin(first_day(info) or content.as_of))
    if end := last_day(info):
        root.leaf("FinishDate", _end(end))
    root.leaf("CurrencyCode", "CNY")
    root.leaf("CalendarUID", _CALENDAR)
    root.leaf("DefaultStartTime", "08:00:00")
    root.leaf("DefaultFinishTime", "17:00:00")
    root.leaf("MinutesPerDay", "480")
    root.leaf("MinutesPerWeek", "2400")
    root.leaf("StatusDate", _end(content.as_of))
    _fields(root.branch("ExtendedAttributes"), words)
    _calendar(root.branch("Calendars").branch("Calendar"))
    tasks = root.branch("Tasks")
    _Tasks(content, words, tasks).write()
    return root.file()


def _begin(day: date) -> str:
    return f"{day.isoformat()}T08:00:00"


def _end(day: date) -> str:
    """Return the end of a working day: at midnight the day would be over before it begins."""
    return f"{day.isoformat()}T17:00:00"


def _fields(fields: Branch, words: Words) -> None:
    for place, (name, number) in enumerate(FIELDS.items(), 1):
        field = fields.branch("ExtendedAttribute")
        field.leaf("FieldID", str(number))
        field.leaf("FieldName", f"Text{place}")
        field.leaf("Alias", alias(words, name))


def _calendar(calendar: Branch) -> None:
    calendar.leaf("UID", _CALENDAR)
    calendar.leaf("Name", "Standard")
    calendar.leaf("IsBaseCalendar", "1")
    calendar.leaf("BaseCalendarUID", "-1")
    days = calendar.branch("WeekDays")
    for number in range(1, 8):
        day = days.branch("WeekDay")
        day.leaf("DayType", str(number))
        day.leaf("DayWorking", "0" if number in _DAYS_OFF else "1")
        if number not in _DAYS_OFF:
            times = day.branch("WorkingTimes")
            for begin, end in (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00")):
                time = times.branch("WorkingTime")
                time.leaf("FromTime", begin)
                time.leaf("ToTime", end)


class _Tasks:
    """Writes the rows of the outline."""

    def __init__(self, content: PlanContent, words: Words, tasks: Branch) -> None:
        self._content = content
        self._words = words
        self._tasks = tasks

    def write(self) -> None:
        """Write all rows below the project's own, which is number 0."""
        info = self._content.plan.info
        whole = self._head(0, "0", 0, info.title)
        # The project's own first and last day are always there, whatever the plan says of its years.
        if info.start_year is not None:
            whole.leaf("Start", _begin(date(info.start_year, 1, 1)))
        if end := last_day(info):
            whole.leaf("Finish", _end(end))
        whole.leaf("Milestone", "0")
        whole.leaf("Summary", "1")
        fields = {REGION: info.region, Role.RESPONSIBLE.value: joined(info.responsible)}
        _values(whole, xml_id(info.id), fields)
        for place, row in enumerate(self._rows(), 1):
            match row.of:
                case Section():
                    written = self._head(place, row.numbers, row.level, row.of.title, row.of.number)
                    written.leaf("Milestone", "0")
                    written.leaf("Summary", str(int(row.has_rows)))
                    _values(written, xml_id(info.id, SECTION, row.of.id), {NUMBER: row.of.number})
                case Task():
                    self._task(place, row, row.of)
                case Deadline():
                    self._milestone(place, row, row.of)

    def _rows(self, above: str | None = None, level: int = 1, numbers: str = "") -> Iterator[_Row]:
        plan = self._content.plan
        place = 0
        if above is not None:
            for task in (task for task in plan.tasks if task.section == above):
                place += 1
                number = f"{numbers}{place}"
                yield _Row(level, number, task, bool(task.deadlines))
                for below, deadline in enumerate(task.deadlines, 1):
                    yield _Row(level + 1, f"{number}.{below}", deadline, has_rows=False)
        for section in (section for section in plan.sections if section.parent == above):
            place += 1
            rows = [*self._rows(section.id, level + 1, f"{numbers}{place}.")]
            yield _Row(level, f"{numbers}{place}", section, bool(rows))
            yield from rows

    def _head(self, place: int, numbers: str, level: int, name: str, number: str = "") -> Branch:
        task = self._tasks.branch("Task")
        task.leaf("UID", str(place))
        task.leaf("ID", str(place))
        task.leaf("Name", row_name(number, name)[:PROJECT_NAME])
        task.leaf("Type", "1")
        task.leaf("IsNull", "0")
        task.leaf("OutlineNumber", numbers)
        task.leaf("OutlineLevel", str(level))
        return task

    def _task(self, place: int, row: _Row, task: Task) -> None:
        info, words = self._content.plan.info, self._words
        notes = self._content.notes.get(task.id, ())
        standing = self._content.standing_of(task)
        written = self._head(place, row.numbers, row.level, task.title, task.number)
        begin, end = first_day(info), task_end(info, task)
        if begin and end and begin <= end:
            written.leaf("Start", _begin(begin))
            written.leaf("Finish", _end(end))
            written.leaf("Duration", f"PT{8 * _working_days(begin, end)}H0M0S")
            written.leaf("DurationFormat", "7")
        written.leaf("Milestone", "0")
        written.leaf("Summary", str(int(row.has_rows)))
        if standing.percent is not None:
            written.leaf("PercentComplete", str(standing.percent))
        if task.deadlines:
            written.leaf("Deadline", _end(_next_due(task, self._content.as_of)))
        written.some("Notes", self._notes(task, notes))
        fields = {role.value: joined(task.departments.of(role)) for role in Role}
        fields |= {STATUS: term(words, standing.status), NUMBER: task.number}
        _values(written, xml_id(info.id, TASK, task.id), fields)

    def _notes(self, task: Task, notes: tuple[Note, ...]) -> str:
        """Return text and newest progress, behind a line of its own, so that both can be told apart again."""
        progress = [one_line(note_line(self._words, note)) for note in notes]
        is_needed = progress or not {*progress_marks()}.isdisjoint(
            with_visible_controls(task.text).split("\n")
        )
        behind = [self._words("exchange.mspdi.progress"), *progress] if is_needed else []
        return "\n".join(filter(None, (task.text, *behind)))

    def _milestone(self, place: int, row: _Row, deadline: Deadline) -> None:
        written = self._head(place, row.numbers, row.level, deadline_name(deadline))
        end = _end(deadline.due)
        written.leaf("Start", end)
        written.leaf("Finish", end)
        written.leaf("Duration", "PT0H0M0S")
        written.leaf("DurationFormat", "7")
        written.leaf("Milestone", "1")
        written.leaf("Summary", "0")
        # Without a constraint Project moves it to the first day when it plans anew.
        written.leaf("ConstraintType", _MUST_FINISH_ON)
        written.leaf("ConstraintDate", end)
        written.leaf("Deadline", end)
        if deadline.clause:
            written.leaf("Notes", deadline.phrase)


def _values(row: Branch, key: str, fields: Mapping[str, str]) -> None:
    """Write the fields of a row that say something, in the order of their declaration; a key that is cut were none."""
    values = {**fields, KEY: key if len(key) <= PROJECT_FIELD else ""}
    for name, number in FIELDS.items():
        if value := values.get(name):
            field = row.branch("ExtendedAttribute")
            field.leaf("FieldID", str(number))
            field.leaf("Value", one_line(value)[:PROJECT_FIELD])


def _next_due(task: Task, as_of: date) -> date:
    """Return the date of a task that comes next, else its last one."""
    days = sorted(one.due for one in task.deadlines)
    return next((day for day in days if day >= as_of), days[-1])


def _working_days(begin: date, end: date) -> int:
    weeks, rest = divmod((end - begin).days + 1, 7)
    return 5 * weeks + sum((begin + timedelta(day)).weekday() < 5 for day in range(rest))
