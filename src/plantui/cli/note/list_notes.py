"""`plantui note list`: the notes that count, or with --all every revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.key import TaskKey
from plantui.model.note import Note, RevisionKind
from plantui.model.problem import ExitCode

from ..command import Command, Values
from ..context import CommandContext
from ..lookup import departments_named, plan_named
from ..options import argument, flag, json_option, option
from ..output import json_text, say, write_json_array, write_text
from ..startup import Startup
from ..task_names import TaskNames
from ..task_text import note_lines
from .note_output import revision_dict

if TYPE_CHECKING:
    from plantui.store.index.library import Library
    from plantui.store.ledger import Ledger


def build(startup: Startup) -> Command:
    """The command."""
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
    if context.is_json:
        write_json_array(json_text(revision_dict(note, with_kind=values["all"])) for note in notes)
    else:
        _write(context, notes)
    say(context.words("cli.note.one" if len(notes) == 1 else "cli.note.count", count=len(notes)))
    for row in ledger.unreadable:
        facts = {"table": row.table, "seq": row.seq, "place": row.place, "reason": row.reason}
        say(context.words("ledger.unreadable_row", **facts))
    return ExitCode.DATA if ledger.unreadable else ExitCode.DONE


def _notes(context: CommandContext, values: Values, ledger: Ledger) -> list[Note]:
    is_narrowed = values["plan"] or values["more_plans"] or values["department"]
    library = context.library() if is_narrowed else None
    key, plan = _where(library, values) if library and values["plan"] else (None, None)
    notes = ledger.notes(
        key=key,
        plan=plan,
        # Every revision there is does not depend on the day.
        today=None if values["all"] else context.today,
        all_revisions=values["all"],
    )
    if library and values["more_plans"]:
        plans = {plan_named(library, name).id for name in values["more_plans"]}
        notes = [note for note in notes if note.key.plan in plans]
    if library and values["department"]:
        wanted = {ref for name in values["department"] for ref in departments_named(library, name)}
        pairs = {
            (entry.id, ref.name) for entry in library.plans for ref in wanted if ref.region == entry.region
        }
        notes = [note for note in notes if (note.key.plan, note.department) in pairs]
    return notes


def _where(library: Library, values: Values) -> tuple[TaskKey | None, str | None]:
    plan = plan_named(library, values["plan"])
    if values["task"] is None:
        return None, plan.id
    row = TaskNames(library, plan).find(values["task"])
    return TaskKey(plan.id, library.tasks([row])[0].id), None


def _write(context: CommandContext, notes: list[Note]) -> None:
    for position, note in enumerate(notes):
        if position:
            write_text("")
        write_text(f"{note.key.plan} {note.key.task}")
        for line in note_lines(context.words, note):
            write_text(line)
        if note.kind is RevisionKind.RETRACTED:
            write_text(context.words("cli.note.is_retracted"))
        if note.supersedes:
            write_text(context.words("cli.note.supersedes", id=note.supersedes))
