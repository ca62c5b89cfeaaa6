"""The ledger: progress notes and drafts in one SQLite file, append-only but for drafts."""

from plantui.model.progress import TaskReports

from .errors import (
    LedgerBusy,
    LedgerCannotOpen,
    LedgerDamaged,
    LedgerError,
    LedgerForeign,
    LedgerFull,
    LedgerNewer,
    LedgerReadOnly,
    NoteChanged,
    UndoConflict,
)
from .ledger import Ledger
from .records import Undone
from .undo import ActionKind

__all__ = [
    "ActionKind",
    "Ledger",
    "LedgerBusy",
    "LedgerCannotOpen",
    "LedgerDamaged",
    "LedgerError",
    "LedgerForeign",
    "LedgerFull",
    "LedgerNewer",
    "LedgerReadOnly",
    "NoteChanged",
    "TaskReports",
    "UndoConflict",
    "Undone",
]
