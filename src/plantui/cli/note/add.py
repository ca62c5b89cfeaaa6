"""`plantui note add`: saves a new note, on one task or the same on several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.problem import ExitCode, UsageError

from ..command import Command
from ..context import CommandContext
from ..desk import remark_other_department
from ..lookup import department_in, departments_of, plan_named, resolved
from ..options import argument, json_option, option
from ..output import say
from ..startup import Startup
from ..task_names import TaskNames
from ..values import Values
from .content import content_of, content_options
from .details import numbered_options
from .note_output import print_all_saved, print_saved
from .remarking import remarks_before_saving

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plantui.store.index.library import Library, PlanEntry, TaskEntry


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    department = option(words, "--department", metavar="NAME", text="note_department")
    params = [
        *(argument("PLAN"), argument("TASK"), option(words, "--also", metavar="TASK", multiple=True)),
        *(department, *content_options(words)),
        *(option(words, "--id", "note_id", metavar="UUID"), json_option(words)),
    ]
    return Command(startup, "note.add", _run, params)


def _run(context: CommandContext, values: Values) -> int:
    library = context.library()
    plan = plan_named(library, values.text("plan"))
    names = TaskNames(library, plan)
    rows = dict.fromkeys(names.find(name) for name in (values.text("task"), *values.texts("also")))
    tasks = library.tasks([*rows])
    department, unnamed = _common_department(context, library, plan, tasks, values.optional("department"))
    if len(tasks) > 1 and (options := numbered_options(values)):
        raise UsageError("cli.note.numbers_of_several", options=" ".join(options))
    content = content_of(context, values, library.task(tasks[0].pk))
    keys, note_id = [TaskKey(plan.id, task.id) for task in tasks], _note_id(values.optional("note_id"))
    if note_id is not None and len(keys) > 1:
        raise UsageError("cli.note.id_of_several")
    with context.own_ledger() as ledger:
        is_new = True
        remarks = [
            remarks_before_saving(ledger, library, key, department.name, content, note_id or "")
            for key in keys
        ]
        if note_id is not None:
            note, is_new = ledger.add_once(keys[0], department.name, content, note_id)
            notes = [note]
        else:
            # A draft of the interface is another text: a note from the command line does not replace it.
            notes = ledger.add_many(keys, department.name, content)
    remark_other_department(context, values, library, notes[0])
    for task in unnamed:
        say(context.words("cli.note.not_named", department=department.name, task=task.id))
    if len(notes) > 1:
        print_all_saved(context, library, notes, remarks)
    else:
        print_saved(context, library, notes[0], is_new=is_new, remarks=remarks[0])
    return ExitCode.DONE


def _common_department(
    context: CommandContext,
    library: Library,
    plan: PlanEntry,
    tasks: Sequence[TaskEntry],
    written: str | None,
) -> tuple[DepartmentRef, list[TaskEntry]]:
    """Return the department that reports on all of the tasks, and the tasks that do not name it."""
    found = [_department(context, library, plan, task, written) for task in tasks]
    departments = list(dict.fromkeys(ref for ref, _ in found))
    if len(departments) > 1:
        names = " | ".join(ref.name for ref in departments)
        raise UsageError("cli.note.departments_differ", names=names)
    return departments[0], [task for task, (_, is_named) in zip(tasks, found, strict=True) if not is_named]


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
