"""Figures for circulars: what the tasks are by the notes that have come as far as the office wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .office import OfficeChoice

if TYPE_CHECKING:
    from plantui.store.ledger import Ledger

    from .workspace import Workspace


def all_notes_count(workspace: Workspace) -> bool:
    """Return whether circulars go by all notes, or by what was asked of the ledger already: then it need not be asked."""
    if workspace.counting is not None or not workspace.office.is_made(OfficeChoice.COUNTING_STAGE):
        return True
    from plantui.model.stages import NoteStage  # an office that has chosen no stage does without all of them

    return workspace.office.counting_stage is NoteStage.SAVED


def circular_workspace(workspace: Workspace, ledger: Ledger) -> Workspace:
    """Return the workspace that statistics and exports go by; it is the same one where saved notes count.

    A department whose newest note does not count yet stands as its last one that does. Reads the ledger only where the
    office has chosen a later stage. Raises plantui.model.problem.DataError where the ledger cannot be read.
    """
    if all_notes_count(workspace):
        return workspace
    from plantui.model.stages import counts_at

    from .counting import Counting

    stage, today = workspace.office.counting_stage, workspace.today
    notes = frozenset(
        note for note, state in ledger.stages(today=today).items() if counts_at(state.stage, stage)
    )
    reports = ledger.latest(today, notes)
    counted = {key: found.notes for key, found in reports.items()}
    left_out = {key: found.notes - counted.get(key, 0) for key, found in workspace.reports.items()}
    circular = workspace.with_ledger(reports, workspace.office, workspace.period_reports)
    circular.counting = Counting(stage, notes, {key: count for key, count in left_out.items() if count > 0})
    return circular
