"""Receipts: what came into the ledger from another ledger or a submission."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .note import Note


class ArrivalForm(StrEnum):
    """Form of what came in."""

    LEDGER = "ledger"
    """A whole ledger."""
    SUBMISSION = "submission"
    """The packed notes of one department and period."""
    WORKBOOK = "workbook"
    """A working ledger that was filled in by hand. Its notes are this desk's own: undo takes them back."""
    OUTSIDE = "outside"
    """A file of another system. Its notes are this desk's own, too."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A file that came in, and the rows that were new with it."""

    id: str
    received_at: datetime
    """The moment of merging, UTC: what came in counts as changed from then on."""
    author: str
    """The person who received it."""
    name: str
    """The file's name."""
    form: ArrivalForm
    ledger: str
    """The identity of the ledger that it was, or was packed from."""
    sha256: str = ""
    """The checksum of the file; empty for a ledger."""
    department: str = ""
    """The department that a submission is from, by its own name; empty for a ledger, and for a workbook of several."""
    first_day: date | None = None
    last_day: date | None = None
    """The period that a submission is about, or the days that the notes of a workbook speak of; None for a ledger."""
    actions: range = range(0)
    """Numbers of the rows that were new: they are this ledger's own. None where they were written here."""
    notes: range = range(0)
    events: range = range(0)


@dataclass(frozen=True, slots=True)
class Received:
    """The outcome of receiving one file."""

    receipt: Receipt
    notes: int
    """New notes."""
    revisions: int
    """New revisions of notes that had been there, or came in with them."""
    events: int
    """New stages, extensions and choices with their revisions."""
    known: int
    """Revisions of notes and events that were here before."""
    plans: frozenset[str] = frozenset()
    """The plans, by their ids, that the file speaks of: those of new rows, and all of a submission."""
    conflicts: tuple[tuple[Note, ...], ...] = ()
    """The concurrent revisions of each note that this file brought one of, oldest first."""

    @property
    def is_new(self) -> bool:
        """Return whether anything was new."""
        return bool(self.notes or self.revisions or self.events)
