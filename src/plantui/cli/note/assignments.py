"""`plantui note confirm`, `appeal`, `uphold` and `adjust`: one word on the assignment of a task to a department."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plantui.model.assignment import Assignment, AssignmentWord
from plantui.model.key import TaskKey
from plantui.model.problem import DataError, ExitCode, UsageError

from ..command import Command
from ..context import CommandContext
from ..desk import desk_of, desk_option
from ..lookup import department_in, plan_named
from ..options import argument, json_option, option
from ..startup import Startup
from ..task_names import task_named
from ..values import Values
from .note_output import print_event

if TYPE_CHECKING:
    from plantui.model.acknowledging import AssignmentStanding
    from plantui.query.workspace import Workspace
    from plantui.store.index.library import PlanEntry, TaskEntry


def build_confirm(startup: Startup) -> Command:
    """Return the command `confirm`."""
    return _build(startup, "confirm", AssignmentWord.CONFIRMED)


def build_appeal(startup: Startup) -> Command:
    """Return the command `appeal`."""
    return _build(startup, "appeal", AssignmentWord.APPEALED)


def build_uphold(startup: Startup) -> Command:
    """Return the command `uphold`."""
    return _build(startup, "uphold", AssignmentWord.UPHELD)


def build_adjust(startup: Startup) -> Command:
    """Return the command `adjust`."""
    return _build(startup, "adjust", AssignmentWord.ADJUSTED)


def _build(startup: Startup, name: str, word: AssignmentWord) -> Command:
    words = startup.words
    params = [
        *(argument("PLAN"), argument("TASK")),
        option(words, "--department", metavar="NAME", text="assigned_department"),
        option(words, "--reason", metavar="TEXT", text="assignment_reason", default=""),
        *(desk_option(words), json_option(words)),
    ]
    return Command(startup, f"note.{name}", partial(_run, word), params)


def _run(word: AssignmentWord, context: CommandContext, values: Values) -> int:
    from plantui.model.acknowledging import WordObstacle, word_obstacle
    from plantui.store.ledger import NewEvent

    workspace, desk, reason = context.workspace(), desk_of(context, values), values.text("reason").strip()
    library = workspace.library
    plan = plan_named(library, values.text("plan"))
    task = task_named(library, plan, values.text("task"))
    standing = meant_standing(context, workspace, plan, task, values.optional("department"))
    if against := word_obstacle(word, standing, desk.role, desk.rules, reason):
        from plantui.words.assignment_phrases import word_refused

        said = word_refused(context.words, word, against, standing)
        is_usage = against in {WordObstacle.ROLE, WordObstacle.NO_REASON}
        raise (UsageError if is_usage else DataError)("cli.note.step_refused", reason=said)
    entry = NewEvent(Assignment(word, reason), context.today, TaskKey(plan.id, task.id), standing.department)
    with context.own_ledger() as ledger:
        (event,) = ledger.record([entry])
    print_event(context, library, event)
    return ExitCode.DONE


def meant_standing(
    context: CommandContext,
    workspace: Workspace,
    plan: PlanEntry,
    task: TaskEntry,
    written: str | None,
) -> AssignmentStanding:
    """Return the assignment that is meant: of the department named, else of the user's own, else of the only one."""
    standings = workspace.assignment_standings(task)
    of_name = {one.department: one for one in standings}
    names = " | ".join(of_name)
    if not of_name:
        raise UsageError("assignments.nobody")
    if written is not None:
        name = department_in(workspace.library, plan.region, written).name
        if name not in of_name:
            raise UsageError("assignments.not_accountable", department=name, task=task.id, names=names)
        return of_name[name]
    region, _, own = (context.settings().department or "").partition("/")
    if region == plan.region and own in of_name:
        return of_name[own]
    if len(standings) > 1:
        raise UsageError("assignments.which", task=task.id, names=names)
    return standings[0]
