"""Way of a saved note through checking and closing: submitted, checked, closed, or returned with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from .event import Event, Stage, StageKind
from .problem import UsageError
from .roles import USUAL_ROLES, DeskRole, RoleRules
from .terms import DONE, Status

if TYPE_CHECKING:
    from .note import Note, NoteContent


class NoteStage(StrEnum):
    """Stage that the newest revision of a note has reached, in the order of the way."""

    RETURNED = "returned"  # 已退回, with a reason: back to the department
    SAVED = "saved"  # 已保存
    SUBMITTED = "submitted"  # 已报送
    CHECKED = "checked"  # 已审核
    CLOSED = "closed"  # 已销号

    @property
    def is_past_saving(self) -> bool:
        """Return whether somebody has the note before them or has passed it: a change of it takes that back."""
        return self not in (NoteStage.RETURNED, NoteStage.SAVED)


class Step(NamedTuple):
    """A step of the way: from which stages it leads to which, and what it asks for."""

    kind: StageKind
    before: frozenset[NoteStage]
    after: NoteStage
    needs_reason: bool = False
    needs_completion: bool = False
    """True where the note has to say that the task is completed, and to name evidence of it."""


STEPS: dict[StageKind, Step] = {
    step.kind: step
    for step in (
        Step(StageKind.SUBMITTED, frozenset({NoteStage.SAVED, NoteStage.RETURNED}), NoteStage.SUBMITTED),
        Step(StageKind.CHECKED, frozenset({NoteStage.SUBMITTED}), NoteStage.CHECKED),
        Step(
            StageKind.RETURNED,
            frozenset({NoteStage.SUBMITTED, NoteStage.CHECKED}),
            NoteStage.RETURNED,
            needs_reason=True,
        ),
        Step(StageKind.CLOSED, frozenset({NoteStage.CHECKED}), NoteStage.CLOSED, needs_completion=True),
        # 回头看: what was closed is looked at again, and is as it was before.
        Step(StageKind.REOPENED, frozenset({NoteStage.CLOSED}), NoteStage.CHECKED, needs_reason=True),
    )
}
"""The one table of the way. Who may take a step says `roles.RoleRules`."""

_RANK = {stage: rank for rank, stage in enumerate(NoteStage)}


def least_far(stages: Iterable[NoteStage | None]) -> NoteStage:
    """Return the stage that is least far on the way, a returned one before all; None stands for saved."""
    return min((stage or NoteStage.SAVED for stage in stages), key=_RANK.__getitem__)


def furthest(stages: Iterable[NoteStage]) -> NoteStage | None:
    """Return the stage that is furthest on the way, of those past saving; None where none is."""
    return max((one for one in stages if one.is_past_saving), key=_RANK.__getitem__, default=None)


def counts_at(stage: NoteStage | None, needed: NoteStage) -> bool:
    """Return whether a note at a stage counts where circulars count notes from `needed` on; None stands for saved.

    Where saved notes count all do, returned ones too: the department has said it.
    """
    return needed is NoteStage.SAVED or _RANK[stage or NoteStage.SAVED] >= _RANK[needed]


class StageState(NamedTuple):
    """Stage of a note with what brought it there."""

    stage: NoteStage = NoteStage.SAVED
    last: Event | None = None
    """The step taken last; None for a note that is only saved."""
    is_reopened: bool = False
    """True where the note was closed and opened again since: its word that the task is completed does not count."""

    @property
    def reason(self) -> str:
        """The reason given with the last step; empty without one."""
        content = self.last.content if self.last else None
        return content.reason if isinstance(content, Stage) else ""


SAVED = StageState()
"""The state of a note that no step was taken with."""


_NONE_RESTORED: Mapping[str, str] = MappingProxyType({})


def stage_states(
    events: Iterable[Event], restored: Mapping[str, str] = _NONE_RESTORED
) -> dict[str, StageState]:
    """Return how far each revision has come that steps were taken with, by its id. `events` come oldest first.

    A changed note is another revision: it begins again as saved. Those of `restored` were written by undo or redo: each
    is the earlier revision named there once more, and both have come as far as the steps with either of them say.
    """
    found: dict[str, StageState] = {}
    for event in events:
        content = event.content
        if isinstance(content, Stage):
            note = restored.get(content.note, content.note)
            found[note] = after_step(found.get(note, SAVED), event, content.kind)
    again = {revision: found[first] for revision, first in restored.items() if first in found}
    return found | again


def after_step(state: StageState, event: Event, kind: StageKind) -> StageState:
    """Return the state after one more step."""
    is_reopened = kind is StageKind.REOPENED or (state.is_reopened and kind is not StageKind.CLOSED)
    return StageState(STEPS[kind].after, event, is_reopened)


def step_day(kind: StageKind, note: Note, state: StageState, today: date) -> date:
    """Return the day from which a step taken today holds.

    A month is reported, submitted and checked after its end: these steps hold from the day that the note speaks of,
    but never from before the step ahead of them. Closing and reopening hold from the day on which they are done, so
    that no earlier summary changes.
    """
    if kind in (StageKind.CLOSED, StageKind.REOPENED):
        return today
    return max(note.as_of, state.last.as_of) if state.last else note.as_of


def check_closed_status(content: NoteContent, before: NoteContent | None = None) -> None:
    """Raise UsageError where a note sets the status closed without the evidence that closing asks for.

    `before` is the content of the note that is changed: a closed one that never named evidence may be corrected.
    """
    if content.status is not Status.CLOSED or content.evidence:
        return
    if before is None or before.status is not Status.CLOSED or before.evidence:
        raise UsageError("stages.refused.closed_without_evidence")


class Obstacle(StrEnum):
    """Reason for which a step cannot be taken with a note."""

    ROLE = "role"
    STAGE = "stage"
    NOT_COMPLETED = "not_completed"
    NO_EVIDENCE = "no_evidence"
    NO_REASON = "no_reason"


def obstacle(
    kind: StageKind,
    note: Note,
    stage: NoteStage,
    role: DeskRole | None = None,
    rules: RoleRules = USUAL_ROLES,
    reason: str | None = None,
) -> Obstacle | None:
    """Return what is against a step with a note at a stage, the first that counts; None where it can be taken.

    `reason` is the one given; None leaves it open, as where it is still to be asked for.
    """
    step = STEPS[kind]
    if not rules.may(role, kind):
        return Obstacle.ROLE
    if stage not in step.before:
        return Obstacle.STAGE
    if step.needs_completion and note.content.status not in DONE:
        return Obstacle.NOT_COMPLETED
    if step.needs_completion and not note.content.evidence:
        return Obstacle.NO_EVIDENCE
    if step.needs_reason and reason is not None and not reason.strip():
        return Obstacle.NO_REASON
    return None
