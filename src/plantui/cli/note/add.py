"""`plantui note add`: saves a new note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.problem import ExitCode, UsageError

from ..command import Command
from ..context import CommandContext
from ..lookup import department_in, departments_of, plan_named, resolved
from ..options import argument, json_option, option
from ..output import say
from ..startup import Startup
from ..task_names import TaskNames
from ..values import Values
from .content import content_of, content_options
from .note_output import print_saved

if TYPE_CHECKING:
    from plantui.store.index.library import Library, PlanEntry, TaskEntry


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    department = option(words, "--department", metavar="NAME", text="note_department")
    params = [
        *(argument("PLAN"), argument("TASK"), department, *content_options(words)),
        *(option(words, "--id", "note_id", metavar="UUID"), json_option(words)),
    ]
    return Command(startup, "note.add", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    library = context.library()
    plan = plan_named(library, values.text("plan"))
    task = library.tasks([TaskNames(library, plan).find(values.text("task"))])[0]
    department, is_named = _department(context, library, plan, task, values.optional("department"))
    content = content_of(context, values)
    key, note_id = TaskKey(plan.id, task.id), _note_id(values.optional("note_id"))
    with context.own_ledger() as ledger:
        if note_id is None:
            # A draft of the interface is another text: a note from the command line does not replace it.
            note, is_new = ledger.add(key, department.name, content, keep_draft=True), True
        else:
            note, is_new = ledger.add_once(key, department.name, content, note_id)
    if not is_named:
        say(context.words("cli.note.not_named", department=department.name, task=task.id))
    print_saved(context, library, note, is_new=is_new)
    return ExitCode.DONE


def _note_id(written: str | None) -> str | None:
    """Return the id as the ledger writes it: 32 hexadecimal digits. Raises UsageError for another form."""
    if written is None:
        return None
    from uuid import UUID

    try:
        return UUID(written.strip()).hex
    except ValueError as error:
        raise UsageError("cli.note.bad_id", value=written) from error


def _department(
    context: CommandContext, library: Library, plan: PlanEntry, task: TaskEntry, written: str | None
) -> tuple[DepartmentRef, bool]:
    """Return the department that reports, and whether the task names it.

    The one asked for, else the user's own where the task names it, else the task's only lead.
    """
    named = departments_of(library, plan, task)
    if written is not None:
        ref = department_in(library, plan.region, written)
        return ref, _is_named(library, ref, named)
    own = _own(context, library, plan.region)
    if own and _is_named(library, own, named):
        return own, True
    leads = resolved(library, plan, task.accountable)
    if len(leads) == 1:
        return leads[0], True
    offered = leads or named
    if not offered:
        raise UsageError("cli.note.department_missing", task=task.id)
    raise UsageError("cli.note.department_which", task=task.id, names=" | ".join(ref.name for ref in offered))


def _own(context: CommandContext, library: Library, region: str) -> DepartmentRef | None:
    configured = context.settings().department
    if configured is None:
        return None
    place, _, name = configured.partition("/")
    return library.registry.resolve(region, name) if place == region else None


def _is_named(library: Library, ref: DepartmentRef, named: list[DepartmentRef]) -> bool:
    return ref in named or any(group in named for group in library.registry.groups_of(ref))
