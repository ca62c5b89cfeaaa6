"""Effect of checking and closing on what a department reports."""

from __future__ import annotations

from collections.abc import Sequence

from .progress import Report
from .stages import NoteStage, StageState
from .terms import DONE, Status


def staged(report: Report, states: Sequence[StageState]) -> Report:
    """Return a department's report with the stages of its counting notes, the newest last.

    A closed note says that the task is closed. The completion that a note says does not count any more once the closed
    task was opened again, nor does its percent, until a later note says otherwise.
    """
    newest = states[-1]
    status, percent = report.status, report.percent
    if status in DONE:
        if newest.stage is NoteStage.CLOSED:
            status = Status.CLOSED
        elif newest.is_reopened:
            status, percent = Status.IN_PROGRESS, None
    stage = None if newest.last is None else newest.stage
    return report._replace(status=status, percent=percent, stage=stage, waiting=_waiting(states))


def _waiting(states: Sequence[StageState]) -> NoteStage | None:
    """Return the stage of the newest note that is more than saved, where it waits for somebody."""
    stage = next((state.stage for state in reversed(states) if state.last), None)
    return stage if stage in (NoteStage.SUBMITTED, NoteStage.RETURNED) else None
