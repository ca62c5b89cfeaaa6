"""The ledger: progress notes and drafts in one SQLite file, append-only but for drafts."""

from .errors import (
    LedgerBusy,
    LedgerCannotOpen,
    LedgerDamaged,
    LedgerForeign,
    LedgerFull,
    LedgerNewer,
    LedgerReadOnly,
    NoteChanged,
    UndoConflict,
)
from .ledger import Ledger
from .records import TaskReports, Undone
from .undo import ActionKind

__all__ = [
    "ActionKind",
    "Ledger",
    "LedgerBusy",
    "LedgerCannotOpen",
    "LedgerDamaged",
    "LedgerForeign",
    "LedgerFull",
    "LedgerNewer",
    "LedgerReadOnly",
    "NoteChanged",
    "TaskReports",
    "UndoConflict",
    "Undone",
]
