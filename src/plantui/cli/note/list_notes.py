"""`plantui note list`: the notes that count, or with --all every revision."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from plantui.model.department import DepartmentRef, fold_name
from plantui.model.key import TaskKey
from plantui.model.note import Note, RevisionKind
from plantui.model.problem import ExitCode, UsageError
from plantui.model.text import half_width
from plantui.query.lateness import late_notes
from plantui.query.opening import office_of

from ..command import Command
from ..context import CommandContext
from ..lookup import departments_named, plan_named
from ..options import argument, flag, json_option, option
from ..output import json_text, say, write_json_array, write_text
from ..startup import Startup
from ..task_names import TaskNames
from ..task_text import staged_note
from ..values import Values
from .note_output import revision_dict

if TYPE_CHECKING:
    from plantui.model.stages import StageState
    from plantui.store.index.library import Library
    from plantui.store.ledger import Ledger


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    params = [
        argument("PLAN", required=False),
        argument("TASK", required=False),
        option(words, "--plan", "more_plans", metavar="PLAN", multiple=True),
        option(words, "--department", metavar="NAME", multiple=True),
        flag(words, "--all"),
        json_option(words),
    ]
    return Command(startup, "note.list", _run, params, only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    with context.ledger() as ledger:
        notes = _notes(context, values, ledger)
        stages = ledger.stages(today=None if values.flag("all") else context.today)
        late = late_notes(ledger, notes, office_of(ledger, context.today).reporting)
    if context.is_json:
        from plantui.export.rowform import late_dict, stage_dict

        write_json_array(
            json_text(
                revision_dict(note, with_kind=values.flag("all"))
                | stage_dict(stages.get(note.id))
                | late_dict(note, late)
            )
            for note in notes
        )
    else:
        _write(context, notes, stages, late or ())
    say(context.words("cli.note.count", count=len(notes)))
    for row in ledger.unreadable:
        facts = {"table": row.table, "seq": row.seq, "place": row.place, "reason": row.reason}
        say(context.words("ledger.unreadable_row", **facts))
    return ExitCode.DATA if ledger.unreadable else ExitCode.DONE


def _notes(context: CommandContext, values: Values, ledger: Ledger) -> list[Note]:
    plan_name, more_plans = values.optional("plan"), values.texts("more_plans")
    departments = values.texts("department")
    library = context.library() if plan_name or more_plans or departments else None
    key, plan = _where(library, plan_name, values.optional("task")) if library and plan_name else (None, None)
    notes = ledger.notes(
        key=key,
        plan=plan,
        # Every revision there is does not depend on the day.
        today=None if values.flag("all") else context.today,
        all_revisions=values.flag("all"),
    )
    if library and more_plans:
        plans = {plan_named(library, name).id for name in more_plans}
        notes = [note for note in notes if note.key.plan in plans]
    if library and departments:
        is_wanted = _reporters(library, departments, notes)
        notes = [note for note in notes if is_wanted(note)]
    return notes


def _reporters(library: Library, names: Sequence[str], notes: Sequence[Note]) -> Callable[[Note], bool]:
    """Return whether a note was reported by one of the departments, under whatever name it then had.

    A name that no plan knows any more is looked for among the notes. Raises UsageError for any other.
    """
    regions = {plan.id: plan.region for plan in library.plans}
    literal = {_literal_name(library, name) for name in names}
    noted = {
        (region, fold_name(note.department)) for note in notes for region in ("", regions.get(note.key.plan))
    }
    refs: set[DepartmentRef] = set()
    for name in names:
        try:
            refs.update(departments_named(library, name))
        except UsageError:
            if _literal_name(library, name) not in noted:
                raise
    known = {fold_name(name) for ref in refs for name in library.registry.names_of(ref)}

    def is_wanted(note: Note) -> bool:
        region, written = regions.get(note.key.plan), fold_name(note.department)
        if ("", written) in literal or (region, written) in literal:
            return True
        if region is None:  # a plan that is gone: only the name is left
            return written in known
        return library.registry.resolve(region, note.department) in refs

    return is_wanted


def _literal_name(library: Library, written: str) -> tuple[str, str]:
    """Return the name as it may stand in a note, with its region where one is given."""
    region, slash, name = half_width(written).partition("/")
    if slash and region.strip() in {plan.region for plan in library.plans}:
        return region.strip(), fold_name(name)
    return "", fold_name(written)


def _where(library: Library, plan_name: str, task: str | None) -> tuple[TaskKey | None, str | None]:
    plan = plan_named(library, plan_name)
    if task is None:
        return None, plan.id
    row = TaskNames(library, plan).find(task)
    return TaskKey(plan.id, library.tasks([row])[0].id), None


def _write(
    context: CommandContext, notes: list[Note], stages: Mapping[str, StageState], late: Collection[str]
) -> None:
    for position, note in enumerate(notes):
        if position:
            write_text("")
        write_text(f"{note.key.plan} {note.key.task}")
        for line in staged_note(context.words, note, stages, late):
            write_text(line)
        if note.kind is RevisionKind.RETRACTED:
            write_text(context.words("cli.note.is_retracted"))
        if note.supersedes:
            write_text(context.words("cli.note.supersedes", id=note.supersedes))
