"""`plantui plans`: the plans found on the search path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import ExitCode
from plantui.model.terms import TaskState
from plantui.words.phrases import term

from .command import Command
from .context import CommandContext
from .hidden_plans import hidden_sentences
from .options import json_option
from .output import say, write_json
from .startup import Startup
from .table import Column, write_table
from .values import Values

if TYPE_CHECKING:
    from plantui.query.workspace import Workspace
    from plantui.store.index.library import PlanEntry


def build(startup: Startup) -> Command:
    """Return the command."""
    return Command(startup, "plans", _run, [json_option(startup.words)], only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    workspace = context.workspace()
    plans = workspace.library.plans
    if context.is_json:
        write_json([_plan_dict(workspace, plan) for plan in plans])
    else:
        write_table(_columns(context), [_row(context, workspace, plan) for plan in plans])
    for sentence in hidden_sentences(context.words, workspace.library.hidden_plans()):
        say(sentence)
    if not plans:
        say(
            context.words(
                "cli.no_plans", folders=context.words.listing([str(folder) for folder in context.folders()])
            )
        )
    return ExitCode.DONE


def _columns(context: CommandContext) -> list[Column]:
    words = context.words
    return [
        Column(words("cli.column.plan")),
        Column(words("cli.column.title"), is_elastic=True, leaves=6),
        Column(words("cli.column.region"), leaves=1),
        Column(words("cli.column.plan_status"), leaves=2),
        Column(words("cli.column.done"), is_number=True, leaves=3),
        Column(words("cli.column.tasks"), is_number=True, leaves=5),
        Column(words("cli.column.overdue"), is_number=True, leaves=4),
    ]


def _row(context: CommandContext, workspace: Workspace, plan: PlanEntry) -> tuple[str, ...]:
    tasks = workspace.plan_sets.of_plan(plan)
    return (
        plan.id,
        plan.short_title,
        plan.region,
        term(context.words, plan.status),
        str((tasks & workspace.done).bit_count()),
        str(plan.tasks),
        str((tasks & workspace.states[TaskState.OVERDUE]).bit_count()),
    )


def _plan_dict(workspace: Workspace, plan: PlanEntry) -> JsonObject:
    from plantui.planfile.jsonform import plan_dict

    info: JsonObject = plan_dict(workspace.library.head(plan))["plan"]
    tasks = workspace.plan_sets.of_plan(plan)
    return {
        **info,
        "file": plan.path,
        "tasks": plan.tasks,
        "done": (tasks & workspace.done).bit_count(),
        "lights": {light.value: (tasks & found).bit_count() for light, found in workspace.lights.items()},
    }
