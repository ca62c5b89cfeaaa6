"""Remarks on the notes that a command saves: looked for before saving, said behind it, never a reason to refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.model.remarks import Remark, notes_before, remarks_on

if TYPE_CHECKING:
    from plantui.model.key import TaskKey
    from plantui.model.note import NoteContent
    from plantui.model.plan import Task
    from plantui.model.stages import NoteStage
    from plantui.store.index.library import Library
    from plantui.store.ledger import Ledger


def task_of(library: Library, key: TaskKey) -> Task | None:
    """Return the task that notes hang on, None where the plans have it no longer."""
    plan = library.plan(key.plan)
    row = library.row_of(plan, key.task) if plan else None
    return library.task(row) if row is not None else None


def remarks_before_saving(
    ledger: Ledger,
    library: Library,
    key: TaskKey,
    department: str,
    content: NoteContent,
    chain: str = "",
    stage: NoteStage | None = None,
) -> tuple[Remark, ...]:
    """Return the remarks on a note that is about to be saved.

    `chain` is that of a note that is being changed, `stage` the one that it has reached.
    """
    task = task_of(library, key)
    before = notes_before(ledger.notes(key=key, department=department), department, chain)
    plan = library.plan(key.plan)
    start_year = plan.start_year if plan else None
    return remarks_on(content, before, task.indicators if task else (), stage, start_year)
