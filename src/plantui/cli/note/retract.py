"""`plantui note retract ID`: takes a note back; its history stays."""

from __future__ import annotations

from plantui.model.problem import ExitCode

from ..command import Command, Values
from ..context import Call
from ..options import argument, json_option
from ..output import say, write, write_json
from ..startup import Startup
from .told import name_of, revision_dict


def build(startup: Startup) -> Command:
    """The command."""
    return Command(startup, "note.retract", _run, [argument("ID"), json_option(startup.words)])


def _run(call: Call, values: Values) -> int:
    with call.own_ledger() as ledger:
        newest = ledger.history(values["id"])[-1]
        note = ledger.retract(newest.id)
    say(call.words("cli.note.retracted", note=name_of(call.words, call.library(), note)))
    if call.is_json:
        write_json(revision_dict(note, with_kind=True))
    else:
        write(note.id)
    return ExitCode.DONE
