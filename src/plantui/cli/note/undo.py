"""`plantui note undo` and `plantui note redo`: whole user actions, also those of earlier runs and of the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import DataError, ExitCode
from plantui.model.roles import check_may_write

from ..command import Command
from ..context import CommandContext
from ..desk import role_of
from ..options import json_option
from ..output import say, write_json
from ..startup import Startup
from ..values import Values
from .note_output import announcing, revision_dict, undone_names

if TYPE_CHECKING:
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
        from plantui.export.noteform import event_dict

        with announcing("cli.note.done_unsaid", context, [*undone.notes, *undone.events]):
            revisions = [revision_dict(note, with_kind=True) for note in undone.notes]
            events: list[JsonObject] = [event_dict(one) | {"kind": one.kind.value} for one in undone.events]
            write_json({"action": undone.kind.value, "notes": revisions, "events": events})
    say(context.words(message, notes=undone_names(context.words, context.library(), undone)))
    return ExitCode.DONE
