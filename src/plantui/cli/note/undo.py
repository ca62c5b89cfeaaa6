"""`plantui note undo` and `plantui note redo`: whole user actions, also those of earlier runs and of the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.problem import DataError, ExitCode

from ..command import Command, Values
from ..context import Call
from ..options import json_option
from ..output import say, write_json
from ..startup import Startup
from .told import note_names, revision_dict

if TYPE_CHECKING:
    from plantui.store.ledger import Undone


def build_undo(startup: Startup) -> Command:
    """The command `undo`."""
    return Command(startup, "note.undo", _undo, [json_option(startup.words)])


def build_redo(startup: Startup) -> Command:
    """The command `redo`."""
    return Command(startup, "note.redo", _redo, [json_option(startup.words)])


def _undo(call: Call, values: Values) -> int:
    with call.own_ledger() as ledger:
        undone = ledger.undo()
    if undone is None:
        raise DataError("ledger.nothing_to_undo")
    return _tell(call, undone, "ledger.undone")


def _redo(call: Call, values: Values) -> int:
    with call.own_ledger() as ledger:
        undone = ledger.redo()
    if undone is None:
        raise DataError("ledger.nothing_to_redo")
    return _tell(call, undone, "ledger.redone")


def _tell(call: Call, undone: Undone, message: str) -> int:
    say(call.words(message, notes=note_names(call.words, call.library(), undone.notes)))
    if call.is_json:
        revisions = [revision_dict(note, with_kind=True) for note in undone.notes]
        write_json({"action": undone.kind.value, "notes": revisions})
    return ExitCode.DONE
