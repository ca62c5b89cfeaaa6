"""`plantui note retract ID`: takes a note back; its history stays."""

from __future__ import annotations

from plantui.model.problem import ExitCode
from plantui.model.remarks import leaving_stage
from plantui.model.roles import check_may_write

from ..command import Command
from ..context import CommandContext
from ..desk import desk_option, remark_other_department, role_of
from ..options import argument, json_option
from ..output import say
from ..startup import Startup
from ..values import Values
from .note_output import announcing, name_of, print_revision, say_remarks


def build(startup: Startup) -> Command:
    """Return the command."""
    return Command(
        startup,
        "note.retract",
        _run,
        [argument("ID"), desk_option(startup.words), json_option(startup.words)],
    )


def _run(context: CommandContext, values: Values) -> int:
    check_may_write(role_of(context, values))
    with context.own_ledger() as ledger:
        newest = ledger.newest(values.text("id"))
        remarks = leaving_stage(ledger.stage_of(newest).stage, is_retracted=True)
        note = ledger.retract(newest.id)
    remark_other_department(context, values, context.library(), note)
    with announcing("cli.note.done_unsaid", context, [note]):
        print_revision(context, note, with_kind=True, remarks=remarks)
    say(context.words("cli.note.retracted", note=name_of(context.words, context.library(), note)))
    say_remarks(context.words, remarks)
    return ExitCode.DONE
