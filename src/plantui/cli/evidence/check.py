"""`plantui evidence check`: finds the files and folders that have changed or vanished since they were named."""

from __future__ import annotations

from plantui.model.jsonvalue import JsonObject
from plantui.model.problem import ExitCode
from plantui.words.note_phrases import evidence_text

from ..command import Command
from ..context import CommandContext
from ..filters import filter_of
from ..options import filter_options, json_option
from ..output import say, write_json, write_text
from ..startup import Startup
from ..values import Values


def build(startup: Startup) -> Command:
    """Return the command."""
    words = startup.words
    return Command(
        startup, "evidence.check", _run, [*filter_options(words), json_option(words)], only_reads=True
    )


def _run(context: CommandContext, values: Values) -> int:
    from plantui.planfile.noteform import evidence_dict
    from plantui.query.filter import Filter
    from plantui.store.evidence import EvidenceState, evidence_state

    workspace = context.workspace()
    active_filter = filter_of(context, workspace.library, values)
    noted = context.ledger().evidence(context.today)
    if active_filter != Filter():  # without a filter also the notes whose task no plan has any more
        rows, wanted = (
            workspace.library.rows_of({one.key for one in noted}),
            workspace.matching(active_filter),
        )
        noted = [one for one in noted if one.key in rows and wanted >> rows[one.key] & 1]
    found = [(one, evidence_state(one.evidence)) for one in noted]
    faults = [
        state for _, state in found if state not in (EvidenceState.UNCHANGED, EvidenceState.NOT_CHECKED)
    ]
    if context.is_json:
        data: list[JsonObject] = [
            {
                "plan": one.key.plan,
                "task": one.key.task,
                "department": one.department,
                "note": one.note,
                "as_of": one.as_of.isoformat(),
                **evidence_dict(one.evidence),
                "state": state.value,
            }
            for one, state in found
        ]
        write_json(data)
    else:
        for one, state in found:
            if state is EvidenceState.UNCHANGED:
                continue
            facts = {"plan": one.key.plan, "task": one.key.task, "department": one.department}
            text = evidence_text(context.words, one.evidence)
            said = context.words(f"notes.evidence.state.{state.value}")
            write_text(
                context.words(
                    "notes.evidence.found", state=said, **facts, day=one.as_of.isoformat(), text=text
                )
            )
    links = sum(state is EvidenceState.NOT_CHECKED for _, state in found)
    say(context.words("notes.evidence.checked", count=len(found) - links, faults=len(faults), links=links))
    return ExitCode.DATA if faults else ExitCode.DONE
