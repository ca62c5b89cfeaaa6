"""`plantui note edit ID`: saves a new revision of a note."""

from __future__ import annotations

from plantui.model.problem import ExitCode

from ..command import Command
from ..context import CommandContext
from ..desk import remark_other_department
from ..options import argument, json_option
from ..output import say
from ..startup import Startup
from ..values import Values
from .content import content_of, content_options
from .note_output import print_saved
from .remarking import remarks_before_saving, task_of


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [argument("ID"), *content_options(words), json_option(words)]
    return Command(startup, "note.edit", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    with context.own_ledger() as ledger:
        newest = ledger.newest(values.text("id"))
        library = context.library()
        task = task_of(library, newest.key)
        content = content_of(context, values, task, before=newest.content)
        about = newest.key, newest.department, content, newest.chain
        remarks = remarks_before_saving(ledger, library, *about, ledger.stage_of(newest).stage)
        note = ledger.edit(newest.id, content, keep_draft=True)
        is_in_conflict = bool(ledger.conflict_of(note))
    remark_other_department(context, values, library, note)
    print_saved(context, library, note, unsaid="cli.note.done_unsaid", remarks=remarks)
    if is_in_conflict:
        say(context.words("arrivals.still_in_conflict", id=note.chain))
    return ExitCode.DONE
