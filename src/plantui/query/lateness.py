"""Notes that came after their period was closed (补报)."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from plantui.model.note import Note, RevisionDays

if TYPE_CHECKING:
    from plantui.model.period import ReportingRules
    from plantui.store.ledger import Ledger


def late_notes(
    ledger: Ledger, notes: Collection[Note | RevisionDays], reporting: ReportingRules
) -> frozenset[str] | None:
    """Return the ids of those revisions whose note was first written after the period that it speaks of was closed.

    None where the office has no closing day: then nobody can tell. A later correction makes no note late. Raises
    plantui.model.problem.DataError where the ledger cannot be read.
    """
    if reporting.closing is None:
        return None
    days = ledger.first_days(notes)
    return frozenset(note.id for note in notes if reporting.is_late(note.as_of, days[note.id]))
