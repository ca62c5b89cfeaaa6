"""`plantui note edit ID`: saves a new revision of a note."""

from __future__ import annotations

from plantui.model.problem import ExitCode

from ..command import Command
from ..context import CommandContext
from ..options import argument, json_option
from ..startup import Startup
from ..values import Values
from .content import content_of, content_options
from .note_output import print_saved


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [argument("ID"), *content_options(words), json_option(words)]
    return Command(startup, "note.edit", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    with context.own_ledger() as ledger:
        newest = ledger.history(values.text("id"))[-1]
        note = ledger.edit(newest.id, content_of(context, values, before=newest.content), keep_draft=True)
    print_saved(context, context.library(), note, unsaid="cli.note.done_unsaid")
    return ExitCode.DONE
