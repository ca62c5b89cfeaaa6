"""Names notes in sentences and prints them, for the commands that write, change or list notes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.key import TaskKey
from plantui.model.note import Note
from plantui.model.problem import DataError
from plantui.model.system import system_reason
from plantui.words.catalogue import Words
from plantui.words.phrases import event_name, note_name, note_status, notes_listed, passed_over

from ..context import CommandContext
from ..output import say, write, write_json
from ..task_names import TaskNames

if TYPE_CHECKING:
    from plantui.model.event import Event
    from plantui.model.remarks import Remark
    from plantui.store.index.library import Library
    from plantui.store.ledger import Undone


def name_of(words: Words, library: Library, note: Note) -> str:
    """Return a note in words: 郑州环境治理 第7项 市水利局 2025年6月进展."""
    return note_name(words, *_spoken_place(library, note.key), note.department, note.as_of)


def _spoken_place(library: Library, key: TaskKey) -> tuple[str, str]:
    """Return the plan's short title and the task's number, their ids where the plans have them no longer."""
    plan = library.plan(key.plan)
    row = library.row_of(plan, key.task) if plan else None
    number = key.task
    if plan and row is not None:
        number = TaskNames(library, plan).spoken_number(library.tasks([row])[0])
    return plan.short_title if plan else key.plan, number


def undone_names(words: Words, library: Library, undone: Undone) -> str:
    """Return what an undo or a redo was about in words, of many things the number and the first."""
    names = [name_of(words, library, note) for note in undone.newest]
    return notes_listed(words, names + _event_names(words, library, undone.events))


def passed_text(words: Words, library: Library, undone: Undone) -> str:
    """Return what an undo passed over and why; empty where it passed over nothing."""
    names = [
        name_of(words, library, one) if isinstance(one, Note) else _event_names(words, library, [one])[0]
        for one in undone.passed
    ]
    return passed_over(words, undone.passed, names)


def event_names(words: Words, library: Library, events: Iterable[Event]) -> str:
    """Return what events say in words, of many the number and the first."""
    return notes_listed(words, _event_names(words, library, events))


def _event_names(words: Words, library: Library, events: Iterable[Event]) -> list[str]:
    places = ((event, _spoken_place(library, event.key) if event.key else ("", "")) for event in events)
    return [event_name(words, event, *place) for event, place in places]


def print_event(context: CommandContext, library: Library, event: Event) -> None:
    """Put the event's id, or with --json the event, on stdout; say on stderr what was recorded.

    Raises DataError where stdout cannot be written: the event is stored all the same.
    """
    with announcing("cli.note.done_unsaid", context, [event]):
        if context.is_json:
            from plantui.export.noteform import event_dict

            write_json(event_dict(event))
        else:
            write(event.id)
    say(context.words("assignments.done", what=event_names(context.words, library, [event])))


def note_names(words: Words, library: Library, notes: Iterable[Note]) -> str:
    """Return notes in words, of many the number and the first."""
    return notes_listed(words, [name_of(words, library, note) for note in notes])


def print_saved(
    context: CommandContext,
    library: Library,
    note: Note,
    *,
    is_new: bool = True,
    unsaid: str = "cli.note.stored_unsaid",
    remarks: Sequence[Remark] = (),
) -> None:
    """Put the note's id, or with --json the note, on stdout; say on stderr what is saved, now or already before.

    The remarks follow, with --json under a key of the note too.

    Raises DataError with the message `unsaid` where stdout cannot be written: the note is stored all the same.
    """
    with announcing(unsaid, context, [note]):
        if context.is_json:
            write_json(revision_dict(note) | _remarks_dict(context.words, remarks))
        else:
            write(note.id)
    status = note_status(context.words, note.content)
    message = "cli.note.saved" if is_new else "cli.note.already_saved"
    say(context.words(message, note=name_of(context.words, library, note), status=status))
    say_remarks(context.words, remarks)


def print_all_saved(
    context: CommandContext, library: Library, notes: Sequence[Note], remarks: Sequence[Sequence[Remark]]
) -> None:
    """Put the ids of notes saved together, or with --json the notes, on stdout; say on stderr what is saved.

    `remarks` are those on each note; a sentence that several get is said once, with their tasks.

    Raises DataError where stdout cannot be written: the notes are stored all the same, and not to be sent again.
    """
    with announcing("cli.note.done_unsaid", context, notes):
        if context.is_json:
            saved = zip(notes, remarks, strict=True)
            write_json(
                {"notes": [revision_dict(one) | _remarks_dict(context.words, said) for one, said in saved]}
            )
        else:
            for note in notes:
                write(note.id)
    status = note_status(context.words, notes[0].content)
    say(context.words("cli.note.saved", note=note_names(context.words, library, notes), status=status))
    tasks_of: dict[str, list[str]] = {}
    for note, of_note in zip(notes, remarks, strict=True):
        for remark in of_note:
            tasks_of.setdefault(_remark_text(context.words, remark), []).append(note.key.task)
    for sentence, tasks in tasks_of.items():
        say(context.words("cli.note.remark_of", tasks=context.words.listing(tasks), remark=sentence))


def say_remarks(words: Words, remarks: Sequence[Remark]) -> None:
    """Say on stderr what a reader of a note would ask about."""
    for remark in remarks:
        say(_remark_text(words, remark))


def _remarks_dict(words: Words, remarks: Sequence[Remark]) -> JsonObject:
    return {
        "remarks": [{"kind": remark.kind.value, "text": _remark_text(words, remark)} for remark in remarks]
    }


def print_revision(
    context: CommandContext, note: Note, *, with_kind: bool = False, remarks: Sequence[Remark] = ()
) -> None:
    """Put the revision's id, or with --json the revision with the remarks, on stdout."""
    if context.is_json:
        write_json(revision_dict(note, with_kind=with_kind) | _remarks_dict(context.words, remarks))
    else:
        write(note.id)


@contextmanager
def announcing(message: str, context: CommandContext, stored: Sequence[Note | Event]) -> Iterator[None]:
    """Print inside the block what was stored; where stdout takes it not, `message` says that it is stored.

    A script that only sees a failure would do it again: `plantui note add … > /dev/full` doubled the note.
    Raises DataError; a reader that left early gets the sentence, and is no error.
    """
    try:
        yield
        sys.stdout.flush()
    except OSError as error:
        facts = {"id": " ".join(one.id for one in stored), "reason": system_reason(error)}
        if isinstance(error, BrokenPipeError):
            say(context.words(message, **facts))
            raise
        raise DataError(message, **facts) from error


def revision_dict(note: Note, *, with_kind: bool = False) -> JsonObject:
    """Return a revision in the JSON form."""
    from plantui.export.noteform import note_dict
    from plantui.export.notekeys import kind_dict

    return note_dict(note) | (kind_dict(note) if with_kind else {})


def _remark_text(words: Words, remark: Remark) -> str:
    from plantui.words.remark_phrases import remark_text  # nothing else here needs what remarks are made of

    return remark_text(words, remark)
