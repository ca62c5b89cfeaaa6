"""`plantui note retract ID`: takes a note back; its history stays."""

from __future__ import annotations

from plantui.model.problem import ExitCode

from ..command import Command, Values
from ..context import CommandContext
from ..options import argument, json_option
from ..output import say, write, write_json
from ..startup import Startup
from .note_output import name_of, revision_dict


def build(startup: Startup) -> Command:
    """The command."""
    return Command(startup, "note.retract", _run, [argument("ID"), json_option(startup.words)])


def _run(context: CommandContext, values: Values) -> int:
    with context.own_ledger() as ledger:
        newest = ledger.history(values["id"])[-1]
        note = ledger.retract(newest.id)
    say(context.words("cli.note.retracted", note=name_of(context.words, context.library(), note)))
    if context.is_json:
        write_json(revision_dict(note, with_kind=True))
    else:
        write(note.id)
    return ExitCode.DONE
