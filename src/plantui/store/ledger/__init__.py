"""The ledger: progress notes and drafts in one SQLite file, append-only but for drafts."""

from plantui.model.progress import TaskReports

from .contents import demo_day_in_file
from .errors import (
    LedgerBusy,
    LedgerCannotOpen,
    LedgerDamaged,
    LedgerDiffers,
    LedgerError,
    LedgerForeign,
    LedgerFull,
    LedgerIncomplete,
    LedgerLogStray,
    LedgerNewer,
    LedgerReadOnly,
    LedgerReplaced,
    LedgerUnsigned,
    NoteChanged,
    NoteIdTaken,
    NoteUnknown,
    ReplacedKind,
    UndoConflict,
)
from .ledger import Ledger
from .readable import UnreadableRow
from .records import Undone
from .undo import ActionKind, RevisionAction
from .writing import NewEvent, NewNote

__all__ = [
    "ActionKind",
    "Ledger",
    "LedgerBusy",
    "LedgerCannotOpen",
    "LedgerDamaged",
    "LedgerDiffers",
    "LedgerError",
    "LedgerForeign",
    "LedgerFull",
    "LedgerIncomplete",
    "LedgerLogStray",
    "LedgerNewer",
    "LedgerReadOnly",
    "LedgerReplaced",
    "LedgerUnsigned",
    "NewEvent",
    "NewNote",
    "NoteChanged",
    "NoteIdTaken",
    "NoteUnknown",
    "ReplacedKind",
    "RevisionAction",
    "TaskReports",
    "UndoConflict",
    "Undone",
    "UnreadableRow",
    "demo_day_in_file",
]
