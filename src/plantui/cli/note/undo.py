"""`plantui note undo` and `plantui note redo`: whole user actions, also those of earlier runs and of the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.note import Note
from plantui.model.problem import DataError, ExitCode
from plantui.model.roles import check_may_write

from ..command import Command
from ..context import CommandContext
from ..desk import role_of
from ..options import json_option
from ..output import say, write_json
from ..startup import Startup
from ..values import Values
from .note_output import announcing, passed_text, revision_dict, undone_names

if TYPE_CHECKING:
    from plantui.model.event import Event
    from plantui.store.ledger import Undone


def build_undo(startup: Startup) -> Command:
    """Return the command `undo`."""
    return Command(startup, "note.undo", _undo, [json_option(startup.words)])


def build_redo(startup: Startup) -> Command:
    """Return the command `redo`."""
    return Command(startup, "note.redo", _redo, [json_option(startup.words)])


def _undo(context: CommandContext, values: Values) -> int:
    check_may_write(role_of(context, values))
    with context.own_ledger() as ledger:
        undone = ledger.undo()
    if undone is None:
        raise DataError("ledger.nothing_to_undo")
    return _tell(context, undone, f"ledger.undone.{undone.kind.value}")


def _redo(context: CommandContext, values: Values) -> int:
    check_may_write(role_of(context, values))
    with context.own_ledger() as ledger:
        undone = ledger.redo()
    if undone is None:
        raise DataError("ledger.nothing_to_redo")
    return _tell(context, undone, f"ledger.redone.{undone.kind.value}")


def _tell(context: CommandContext, undone: Undone, message: str) -> int:
    if context.is_json:
        with announcing("cli.note.done_unsaid", context, [*undone.notes, *undone.events]):
            revisions = [_revision(one) for one in undone.notes]
            events = [_revision(one) for one in undone.events]
            passed = [_revision(one) for one in undone.passed]
            write_json(
                {"action": undone.kind.value, "notes": revisions, "events": events, "passed_over": passed}
            )
    words, library = context.words, context.library()
    say(words(message, notes=undone_names(words, library, undone)))
    if passed_over := passed_text(words, library, undone):
        say(passed_over)
    return ExitCode.DONE


def _revision(one: Note | Event) -> JsonObject:
    if isinstance(one, Note):
        return revision_dict(one, with_kind=True)
    from plantui.export.noteform import event_dict

    return event_dict(one) | {"kind": one.kind.value}
