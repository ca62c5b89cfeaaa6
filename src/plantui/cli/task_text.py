"""A task as readable text: light and reason, departments, dates, indicators, its own wording, its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from plantui.model.note import Note
from plantui.model.plan import Deadline, Departments, Indicator
from plantui.model.terms import Role
from plantui.query.rows import TaskRow
from plantui.words.catalogue import Words
from plantui.words.phrases import light_reason, note_reason, numbered, status_text, term

_INDENT = "  "


def task_lines(words: Words, today: date, row: TaskRow, notes: Sequence[Note]) -> Iterator[str]:
    """The lines of a task."""
    task = row.whole
    yield f"{row.plan.id} {task.id}  {numbered(task.number, task.title)}"
    fact = words("cli.show.light")
    light = term(words, row.reason.light, long=True)
    yield words("cli.show.fact", name=fact, value=f"{light}  {light_reason(words, row.reason)}")
    status = status_text(words, row.progress)
    yield words("cli.show.fact", name=words("cli.column.status"), value=status)
    if row.progress.missing:
        missing = words.listing(row.progress.missing)
        yield words("cli.show.fact", name=words("cli.show.missing"), value=missing)
    yield from _departments(words, task.departments, row.plan.responsible)
    yield from _deadlines(words, task.deadlines, today)
    yield from _indicators(words, task.indicators)
    if task.text:
        yield from ("", task.text)
    if notes:
        yield from ("", words("cli.show.notes"))
        for note in notes:
            yield from note_lines(words, note)


def note_lines(words: Words, note: Note) -> Iterator[str]:
    """The lines of a note: who, when, how far, then the texts that it has."""
    content = note.content
    percent = "" if content.percent is None else f" {content.percent}%"
    yield words(
        "cli.note.head",
        as_of=note.as_of.isoformat(),
        department=note.department,
        status=term(words, content.status) + percent,
        author=note.author,
        id=note.id,
    )
    texts = {
        words("terms.note.reason"): note_reason(words, content),
        words("cli.note.progress"): content.progress,
        words("cli.note.problems"): content.problems,
        words("cli.note.next"): content.next_steps,
    }
    for label, text in texts.items():
        if text:
            yield _INDENT + words("cli.show.fact", name=label, value=text.replace("\n", f"\n{_INDENT * 2}"))


def _departments(words: Words, departments: Departments, responsible: Sequence[str]) -> Iterator[str]:
    for role in Role:
        names = [*departments.of(role), *(responsible if role is Role.RESPONSIBLE else ())]
        if names:
            yield words("cli.show.fact", name=term(words, role, long=True), value=words.listing(names))


def _deadlines(words: Words, deadlines: Sequence[Deadline], today: date) -> Iterator[str]:
    if deadlines:
        yield words("cli.show.deadlines")
    for deadline in deadlines:
        days = (deadline.due - today).days
        when = words("cli.show.days_left" if days >= 0 else "cli.show.days_late", days=abs(days))
        yield f"{_INDENT}{deadline.due.isoformat()}  {when}  {deadline.phrase}  {deadline.clause}".rstrip()


def _indicators(words: Words, indicators: Sequence[Indicator]) -> Iterator[str]:
    if indicators:
        yield words("cli.show.indicators")
    for indicator in indicators:
        target = [
            indicator.indicator,
            words(f"terms.op.{indicator.op.value}") if indicator.op else "",
            (indicator.grade or "")
            if indicator.value is None
            else f"{indicator.value}{indicator.unit or ''}",
            f"({indicator.due.isoformat()})" if indicator.due else "",
        ]
        yield _INDENT + "  ".join(part for part in target if part)
