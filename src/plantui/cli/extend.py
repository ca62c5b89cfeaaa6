"""`plantui extend`: a later date for one dated requirement of a task; the first date stays for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.key import TaskKey
from plantui.model.problem import ExitCode
from plantui.model.roles import check_may_write

from .command import Command
from .context import CommandContext, day_of
from .desk import role_of
from .lookup import plan_named
from .options import argument, json_option, option
from .output import say, write, write_json
from .startup import Startup
from .task_names import task_named
from .values import Values

if TYPE_CHECKING:
    from plantui.model.event import Extension


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [
        *(argument("PLAN"), argument("TASK"), argument("REQUIREMENT"), argument("DATE")),
        option(words, "--reason", metavar="TEXT", text="extension_reason", default=""),
        option(words, "--approved-by", metavar="TEXT", default=""),
        json_option(words),
    ]
    return Command(startup, "extend", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.model.dates import current_dates
    from plantui.query.extending import chosen_requirement, extension
    from plantui.store.ledger import NewEvent

    from .note.note_output import announcing, event_names

    check_may_write(role_of(context, values))
    library = context.library()
    plan = plan_named(library, values.text("plan"))
    task = task_named(library, plan, values.text("task"))
    key, deadlines = TaskKey(plan.id, task.id), library.task(task.pk).deadlines
    # The dates as they are now, whatever day is asked about: an extension takes the place of the newest one.
    dates = current_dates(deadlines, _extensions(context, key))
    chosen = chosen_requirement(dates, values.text("requirement"))
    new_due = day_of(context.words, values.text("date"), "DATE", context.today)
    content = extension(chosen, new_due, values.text("reason"), values.text("approved_by"))
    with context.own_ledger() as ledger:
        (event,) = ledger.record([NewEvent(content, context.today, key)])
    later = current_dates(deadlines, _extensions(context, key))[dates.index(chosen)]
    with announcing("cli.note.done_unsaid", context, [event]):
        if context.is_json:
            from plantui.export.noteform import event_dict

            write_json({**event_dict(event), "extensions": later.times})
        else:
            write(event.id)
    say(
        context.words("cli.extend.done", what=event_names(context.words, library, [event]), count=later.times)
    )
    return ExitCode.DONE


def _extensions(context: CommandContext, key: TaskKey) -> tuple[Extension, ...]:
    from plantui.model.event import Extension

    contents = [event.content for event in context.ledger().events("extension", key)]
    return tuple(content for content in contents if isinstance(content, Extension))
