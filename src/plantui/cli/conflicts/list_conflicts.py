"""`plantui conflicts list`: the texts of every note that two desks changed, under numbers to choose by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from plantui.model.jsonvalue import JsonObject
from plantui.model.note import Note, RevisionKind
from plantui.model.problem import ExitCode

from ..command import Command
from ..context import CommandContext
from ..note.note_output import revision_dict
from ..options import json_option
from ..output import say, write_json, write_text
from ..startup import Startup
from ..task_text import staged_note
from ..values import Values

if TYPE_CHECKING:
    from plantui.model.stages import StageState


def build(startup: Startup) -> Command:
    """Return the command."""
    return Command(startup, "conflicts.list", _run, [json_option(startup.words)], only_reads=True)


def _run(context: CommandContext, values: Values) -> int:
    words = context.words
    with context.ledger() as ledger:
        conflicts = ledger.conflicts()
        stages = ledger.stages() if conflicts else {}
    if context.is_json:
        write_json([_conflict_dict(heads, stages) for heads in conflicts])
    for position, heads in enumerate(() if context.is_json else conflicts):
        if position:
            write_text("")
        _write(context, heads, stages)
    said = "arrivals.conflicts_listed" if conflicts else "arrivals.no_conflicts"
    say(words(said, count=len(conflicts)))
    return ExitCode.DONE


def _write(context: CommandContext, heads: Sequence[Note], stages: Mapping[str, StageState]) -> None:
    words, newest = context.words, heads[-1]
    write_text(words("arrivals.conflict_head", plan=newest.key.plan, task=newest.key.task, id=newest.chain))
    for number, note in enumerate(heads, 1):
        for line in staged_note(words, note, stages):
            write_text(words("arrivals.side", number=number, line=line) if line[:1].strip() else line)
        if note.kind is RevisionKind.RETRACTED:
            write_text(words("cli.note.is_retracted"))
        if note is newest:
            write_text(words("arrivals.counts_now"))


def _conflict_dict(heads: Sequence[Note], stages: Mapping[str, StageState]) -> JsonObject:
    from plantui.export.notekeys import stage_dict

    newest = heads[-1]
    sides: list[JsonObject] = [
        {
            "side": number,
            "counts": note is newest,
            **revision_dict(note, with_kind=True),
            **stage_dict(stages.get(note.id)),
        }
        for number, note in enumerate(heads, 1)
    ]
    return {
        "note": newest.chain,
        "plan": newest.key.plan,
        "task": newest.key.task,
        "department": newest.department,
        "sides": [*sides],
    }
