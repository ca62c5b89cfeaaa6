"""Steps of checking and closing on many tasks at once: which notes they are for, and what is against them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.event import Stage, StageKind
from plantui.model.key import TaskKey
from plantui.model.note import Note
from plantui.model.roles import USUAL_ROLES, DeskRole, RoleRules
from plantui.model.stages import SAVED, STEPS, NoteStage, Obstacle, StageState, obstacle, step_day

if TYPE_CHECKING:
    from plantui.store.ledger import Ledger, NewEvent

_FEW = 50
"""Up to this many tasks are asked for one by one; beyond it the notes of a plan are read at once."""


class StagedNote(NamedTuple):
    """A note that a step may be for, with how far it has come."""

    note: Note
    state: StageState


class Blocked(NamedTuple):
    """A note with which a step cannot be taken, and why."""

    note: Note
    state: StageState
    obstacle: Obstacle


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that takes steps: its role, by the rules of the office."""

    role: DeskRole | None = None
    rules: RoleRules = USUAL_ROLES

    def may(self, kind: StageKind) -> bool:
        """Return whether the desk may take a step at all."""
        return self.rules.may(self.role, kind)


@dataclass(frozen=True, slots=True)
class Steps:
    """Plan of one step for many notes: those with which it can be taken, those elsewhere, and those that lack something."""

    kind: StageKind
    notes: tuple[StagedNote, ...]
    elsewhere: tuple[Blocked, ...]
    """Notes that the step is not for: they are passed over, and said."""
    blocked: tuple[Blocked, ...]
    """Notes that lack something: while there is one, no step is taken."""

    def events(self, reason: str, today: date) -> list[NewEvent]:
        """Return the steps to be recorded in one action."""
        from plantui.store.ledger import NewEvent

        return [
            NewEvent(
                Stage(note.id, self.kind, reason.strip()),
                step_day(self.kind, note, state, today),
                note.key,
                note.department,
            )
            for note, state in self.notes
        ]


def steps_for(
    kind: StageKind,
    notes: Iterable[StagedNote],
    desk: Desk,
    reason: str | None = None,
) -> Steps:
    """Return one step for notes, sorted by what is against it. `reason` is None where it is still to be asked for."""
    fitting: list[StagedNote] = []
    elsewhere: list[Blocked] = []
    blocked: list[Blocked] = []
    for note, state in notes:
        against = obstacle(kind, note, state.stage, desk.role, desk.rules, reason)
        if against is None:
            fitting.append(StagedNote(note, state))
        else:
            (elsewhere if against is Obstacle.STAGE else blocked).append(Blocked(note, state, against))
    return Steps(kind, tuple(fitting), tuple(elsewhere), tuple(blocked))


def notes_to_step(
    notes: Sequence[Note], states: Mapping[str, StageState], name_of: Callable[[Note], str]
) -> list[StagedNote]:
    """Return the notes of one task that a step may be for, of those that count, oldest first.

    They are the newest of each department, by its present name, and an earlier one that was submitted and waits behind a
    newer one that is only saved.
    """
    newest: dict[str, StagedNote] = {}
    waiting: dict[str, StagedNote] = {}
    for note in notes:
        state, name = states.get(note.id, SAVED), name_of(note)
        newest[name] = StagedNote(note, state)
        if state.last:
            waiting[name] = newest[name]
    found: list[StagedNote] = []
    for name, one in newest.items():
        before = waiting.get(name)
        if before and before is not one and before.state.stage is NoteStage.SUBMITTED:
            found.append(before)
        found.append(one)
    return found


def read_notes(
    ledger: Ledger, keys: Sequence[TaskKey], today: date, name_of: Callable[[Note], str]
) -> list[StagedNote]:
    """Return the notes of tasks that a step may be for, in the order of the tasks."""
    found: list[StagedNote] = []
    if len(keys) <= _FEW:
        for key in keys:
            found += notes_to_step(ledger.notes(key=key, today=today), ledger.stages(key), name_of)
        return found
    states = ledger.stages()
    of_task: dict[TaskKey, list[Note]] = {key: [] for key in keys}
    for plan in dict.fromkeys(key.plan for key in keys):
        for note in ledger.notes(plan=plan, today=today):
            if note.key in of_task:
                of_task[note.key].append(note)
    for notes in of_task.values():
        found += notes_to_step(notes, states, name_of)
    return found


def usual_step(notes: Iterable[StagedNote], desk: Desk) -> StageKind | None:
    """Return the step that is next for most of these notes at this desk; None where there is none to take."""
    listed = list(notes)
    counts = {kind: len(steps_for(kind, listed, desk).notes) for kind in _ONWARD if desk.may(kind)}
    best = max(counts, key=counts.__getitem__, default=None)
    return best if best and counts[best] else None


_ONWARD = tuple(kind for kind, step in STEPS.items() if not step.needs_reason)
"""The steps that lead on."""
