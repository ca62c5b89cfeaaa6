"""`plantui note assess`: an independent assessment beside a department's own report."""

from __future__ import annotations

from plantui.model.key import TaskKey
from plantui.model.problem import ExitCode, UsageError
from plantui.model.roles import OFFICE

from ..command import Command
from ..context import CommandContext
from ..desk import desk_of, desk_option
from ..lookup import plan_named
from ..options import argument, json_option, option
from ..startup import Startup
from ..task_names import task_named
from ..values import Values
from ..vocabulary import STATUSES, assessor_vocabulary
from .assignments import meant_standing
from .details import evidence_of
from .note_output import print_event


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [
        *(argument("PLAN"), argument("TASK")),
        option(words, "--by", metavar="ASSESSOR", text="by_assessor", required=True),
        option(words, "--status", metavar="STATUS", text="assessed_status", required=True),
        option(words, "--finding", metavar="TEXT", default=""),
        option(words, "--score", metavar="N", default=""),
        option(words, "--evidence", metavar="PLACE", multiple=True),
        option(words, "--department", metavar="NAME", text="assigned_department"),
        *(desk_option(words), json_option(words)),
    ]
    return Command(startup, "note.assess", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    from plantui.query.assessing import typed_assessment
    from plantui.store.ledger import NewEvent

    desk = desk_of(context, values)
    if not desk.rules.is_among(desk.role, OFFICE):
        raise UsageError("assessments.for_others")
    workspace = context.workspace()
    plan = plan_named(workspace.library, values.text("plan"))
    task = task_named(workspace.library, plan, values.text("task"))
    of = meant_standing(context, workspace, plan, task, values.optional("department"))
    said = typed_assessment(
        assessor_vocabulary().find(context.words, values.text("by")),
        STATUSES.find(context.words, values.text("status")),
        values.text("finding"),
        values.text("score"),
        evidence_of(context, values, ()),
    )
    with context.own_ledger() as ledger:
        (event,) = ledger.record([NewEvent(said, context.today, TaskKey(plan.id, task.id), of.department)])
    print_event(context, workspace.library, event)
    return ExitCode.DONE
