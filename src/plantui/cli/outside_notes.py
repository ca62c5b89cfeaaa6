"""Notes from a file of another system taken into the ledger, and what became of them told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import UsageError

from .backing_up import back_up_before
from .context import CommandContext
from .output import say
from .values import Values

if TYPE_CHECKING:
    from plantui.exchange.read_plan import ReadPlan
    from plantui.query.outside_notes import OutsideTaken


def refuse_without_plan(values: Values) -> None:
    """Raise UsageError where notes are wanted and no file is named for the plan that they hang on."""
    if values.flag("notes") and values.optional("output") in (None, "-"):
        raise UsageError("exchange.notes_need_output")


def notes_taken(
    context: CommandContext,
    values: Values,
    read: ReadPlan,
    target: Path | None,
) -> OutsideTaken | None:
    """Take in the notes of a file where they are wanted, else say that they were left."""
    if target is None or not values.flag("notes"):
        if read.notes:
            say(context.words("exchange.notes_left", count=len(read.notes)))
        return None
    taken = _take_in(context, read, Path(values.text("file")).name)
    if target.resolve().parent not in [folder.resolve() for folder in context.folders()]:
        say(context.words("exchange.not_on_path", folder=target.resolve().parent))
    return taken


def _take_in(context: CommandContext, read: ReadPlan, name: str) -> OutsideTaken:
    """Write the notes of a file in one action, and say what became of them. Raises what is wrong with the ledger."""
    from plantui.export.arrivals import outside_sentences
    from plantui.model.outside_note import OutsideSource
    from plantui.query.outside_notes import take_in_outside

    with context.own_ledger() as ledger:
        back_up_before(context.words, ledger, context.config_path)
        taken = take_in_outside(ledger, read.notes, OutsideSource(name, read.sha256), context.today)
    for sentence in outside_sentences(context.words, name, taken):
        say(sentence)
    return taken


def taken_dict(taken: OutsideTaken) -> JsonObject:
    """Return what became of notes in the JSON form."""
    received = taken.received
    return {
        "notes": received.notes,
        "revisions": received.revisions,
        "known": received.known,
        "kept": [
            {"task": one.key.task, "department": one.department, "progress": one.content.progress}
            for one in taken.kept
        ],
    }
