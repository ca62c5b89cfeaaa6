"""Names notes in sentences and prints them, for the commands that write, change or list notes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.note import Note
from plantui.words.catalogue import Words
from plantui.words.phrases import note_name, term

from ..context import CommandContext
from ..output import say, write, write_json
from ..task_names import TaskNames

if TYPE_CHECKING:
    from plantui.store.index.library import Library


def name_of(words: Words, library: Library, note: Note) -> str:
    """A note in words: 第7项 市水利局 6月进展."""
    plan = library.plan(note.key.plan)
    row = library.row_of(plan, note.key.task) if plan else None
    number = note.key.task
    if plan and row is not None:
        number = TaskNames(library, plan).spoken_number(library.tasks([row])[0])
    return note_name(words, number, note.department, note.as_of)


def note_names(words: Words, library: Library, notes: Iterable[Note]) -> str:
    """Several notes in words."""
    return words.listing([name_of(words, library, note) for note in notes])


def print_saved(context: CommandContext, library: Library, note: Note, *, is_new: bool = True) -> None:
    """Say on stderr what is saved, now or already before; put its id, or with --json the note, on stdout."""
    percent = "" if note.content.percent is None else f" {note.content.percent}%"
    status = term(context.words, note.content.status) + percent
    message = "cli.note.saved" if is_new else "cli.note.already_saved"
    say(context.words(message, note=name_of(context.words, library, note), status=status))
    if context.is_json:
        write_json(revision_dict(note))
    else:
        write(note.id)


def revision_dict(note: Note, *, with_kind: bool = False) -> JsonObject:
    """A revision in the JSON form."""
    from plantui.export.rowform import note_dict

    return note_dict(note) | ({"kind": note.kind.value} if with_kind else {})
