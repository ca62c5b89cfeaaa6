"""Departments and notes as lines of text, for systems that have no place of their own for them."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.model.note import Note
from plantui.model.plan import Task
from plantui.model.terms import Role
from plantui.words import Words
from plantui.words.phrases import note_status, term


def department_lines(words: Words, task: Task) -> Iterator[str]:
    """Yield a line for each role that somebody has in a task: `lead: 市水利局, 市财政局`."""
    for role in Role:
        if names := task.departments.of(role):
            yield words("exchange.line", label=term(words, role, long=True), text=words.listing(names))


def note_line(words: Words, note: Note) -> str:
    """Return a note in a line: who, as of when, how far, what."""
    label = words(
        "exchange.note_by",
        department=note.department,
        day=note.as_of.isoformat(),
        status=note_status(words, note.content),
    )
    return words("exchange.line", label=label, text=note.content.progress)
