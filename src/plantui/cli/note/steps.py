"""`plantui note submit`, `check`, `return`, `close` and `reopen`: one step for one note, or for all that a filter finds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from plantui.model.event import StageKind
from plantui.model.problem import DataError, ExitCode, UsageError
from plantui.model.stages import Obstacle
from plantui.words.phrases import blocked_text

from ..command import Command
from ..context import CommandContext
from ..desk import desk_of, desk_option
from ..filters import filter_of, is_asked_for
from ..lookup import plan_named
from ..options import argument, filter_options, json_option, option
from ..output import say, write, write_json
from ..startup import Startup
from ..task_names import TaskNames
from ..values import Values
from .note_output import announcing, name_of, note_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plantui.model.note import Note
    from plantui.query.staging import Blocked, Desk, StagedNote, Steps
    from plantui.query.workspace import Workspace
    from plantui.store.ledger import Ledger

_ID_DIGITS = 32


def build_submit(startup: Startup) -> Command:
    """Return the command `submit`."""
    return _build(startup, "submit", StageKind.SUBMITTED)


def build_check(startup: Startup) -> Command:
    """Return the command `check`."""
    return _build(startup, "check", StageKind.CHECKED)


def build_return(startup: Startup) -> Command:
    """Return the command `return`."""
    return _build(startup, "return", StageKind.RETURNED)


def build_close(startup: Startup) -> Command:
    """Return the command `close`."""
    return _build(startup, "close", StageKind.CLOSED)


def build_reopen(startup: Startup) -> Command:
    """Return the command `reopen`."""
    return _build(startup, "reopen", StageKind.REOPENED)


def _build(startup: Startup, name: str, kind: StageKind) -> Command:
    words = startup.words
    params = [
        *(argument("NOTE", required=False), argument("TASK", required=False)),
        option(words, "--reason", metavar="TEXT", text="step_reason", default=""),
        *filter_options(words),
        *(desk_option(words), json_option(words)),
    ]
    return Command(startup, f"note.{name}", partial(_run, kind), params)


def _run(kind: StageKind, context: CommandContext, values: Values) -> int:
    from plantui.query.staging import steps_for

    reason, desk = values.text("reason"), desk_of(context, values)
    if not desk.may(kind):
        raise UsageError("cli.note.step_refused", reason=_against(context, kind, desk, Obstacle.ROLE, ""))
    workspace = context.workspace()
    with context.own_ledger() as ledger:
        steps = steps_for(kind, _notes(context, workspace, ledger, values), desk, reason)
        if steps.blocked:
            raise _refusal(context, workspace, desk, steps)
        if not steps.notes:
            raise DataError("cli.note.step_refused", reason=_nothing(context, workspace, steps))
        events = ledger.record(steps.events(reason, context.today))
    notes = [note for note, _ in steps.notes]
    with announcing("cli.note.done_unsaid", context, events):
        if context.is_json:
            from plantui.export.noteform import event_dict

            write_json({"events": [event_dict(event) for event in events]})
        else:
            for note in notes:
                write(note.id)
    said = note_names(context.words, workspace.library, notes)
    say(context.words(f"stages.done.{kind.value}", notes=said))
    if steps.elsewhere:
        count = len(steps.elsewhere)
        said = _at_stages(context, workspace, steps.elsewhere)
        say(context.words("stages.passed_over", count=count, notes=said))
    return ExitCode.DONE


def _notes(
    context: CommandContext, workspace: Workspace, ledger: Ledger, values: Values
) -> Sequence[StagedNote]:
    """Return the notes that the arguments or the filter name."""
    from plantui.query.staging import StagedNote, read_notes

    library = workspace.library
    named, task = values.optional("note"), values.optional("task")
    digits = (named or "").replace("-", "")
    if named and task is None and len(digits) == _ID_DIGITS and digits.isalnum():
        note = ledger.newest(digits)
        return [StagedNote(note, ledger.stage_of(note))]
    if named is None and not is_asked_for(values):
        raise UsageError("cli.note.step_for_which")
    wanted = filter_of(context, library, values)
    tasks = workspace.matching(wanted)
    if named is not None:
        plan = plan_named(library, named)
        tasks &= workspace.plan_sets.of_plan(plan)
        if task is not None:
            tasks &= 1 << TaskNames(library, plan).find(task)
    regions = {plan.id: plan.region for plan in library.plans}

    def department(note: Note) -> str:
        return str(library.registry.resolve(regions[note.key.plan], note.department))

    entries = library.tasks(workspace.rows(tasks))
    keys = [*map(library.key_of, entries)]
    noted = [key for key in keys if key in workspace.reports and workspace.reports[key].notes]
    found = read_notes(ledger, noted, context.today, department)
    if wanted.departments:
        # Tasks of a department have notes of others too: the step is for its own.
        names = {str(ref) for ref in wanted.departments}
        found = [one for one in found if department(one.note) in names]
    return found


def _refusal(context: CommandContext, workspace: Workspace, desk: Desk, steps: Steps) -> UsageError:
    """Return why nothing is done: the first note that lacks something, and how many more do."""
    first, *others = steps.blocked
    name = name_of(context.words, workspace.library, first.note)
    said = _against(context, steps.kind, desk, first.obstacle, name)
    if others and first.obstacle is not Obstacle.NO_REASON:
        said = f"{said} {context.words('stages.refused.more', count=len(others))}"
    return UsageError("cli.note.step_refused", reason=said)


def _against(context: CommandContext, kind: StageKind, desk: Desk, obstacle: Obstacle, note: str) -> str:
    return blocked_text(context.words, kind, obstacle, desk.rules, desk.role, note)


def _nothing(context: CommandContext, workspace: Workspace, steps: Steps) -> str:
    step = context.words(f"terms.step.{steps.kind.value}")
    if not steps.elsewhere:
        return context.words("stages.nothing", step=step)
    return context.words(
        "stages.nothing_but", step=step, notes=_at_stages(context, workspace, steps.elsewhere)
    )


def _at_stages(context: CommandContext, workspace: Workspace, blocked: Sequence[Blocked]) -> str:
    from plantui.words.phrases import notes_listed

    words = context.words
    return notes_listed(
        words,
        [
            words(
                "stages.at_stage",
                note=name_of(words, workspace.library, one.note),
                stage=words(f"terms.stage.{one.state.stage.value}"),
            )
            for one in blocked
        ],
    )
