"""`plantui note follow PLAN`: carries the latest notes on to the tasks that took the place of others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plantui.model.problem import ExitCode
from plantui.model.roles import check_may_write

from ..command import Command
from ..context import CommandContext
from ..desk import role_of
from ..lookup import plan_named
from ..options import argument, json_option
from ..output import say, write, write_json
from ..startup import Startup
from ..values import Values
from .note_output import announcing, note_names, revision_dict
from .remarking import task_of

if TYPE_CHECKING:
    from plantui.query.following import Following


def build(startup: Startup) -> Command:
    """Return the command."""
    return Command(startup, "note.follow", _run, [argument("PLAN"), json_option(startup.words)])


def _run(context: CommandContext, values: Values) -> int:
    from plantui.query.comparing.opening import whole_plan
    from plantui.query.following import following
    from plantui.store.ledger import NewNote

    check_may_write(role_of(context, values))
    library = context.library()
    plan = whole_plan(library, plan_named(library, values.text("plan")))
    with context.own_ledger() as ledger:
        found = following(plan, ledger.notes, partial(task_of, library))
        notes = ledger.add_each([NewNote(one.key, one.department, one.content) for one in found.notes])
    with announcing("cli.note.done_unsaid", context, notes):
        if context.is_json:
            write_json({"notes": [revision_dict(note) for note in notes]})
        else:
            for note in notes:
                write(note.id)
    if notes:
        say(context.words("cli.note.followed", notes=note_names(context.words, library, notes)))
    _say_rest(context, found)
    return ExitCode.DATA if found.nowhere else ExitCode.DONE


def _say_rest(context: CommandContext, found: Following) -> None:
    words = context.words
    if found.known or not (found.notes or found.nowhere):
        say(words("cli.note.follow_known", count=found.known))
    if found.left_out:
        say(words("cli.note.follow_left_out", count=found.left_out))
    for key, after in found.nowhere:
        say(words("cli.note.follow_nowhere", task="/".join(key), successor="/".join(after)))
