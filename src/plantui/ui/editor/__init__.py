"""The note editor and the history of notes. Loaded when first asked for."""

from .commands import EDITOR_COMMANDS, HISTORY_COMMANDS
from .drafting import DRAFT_DELAY
from .editor import NoteEditor
from .entry import EditorResult, EditorSubject
from .history import HistorySubject, NoteHistory

__all__ = [
    "DRAFT_DELAY",
    "EDITOR_COMMANDS",
    "HISTORY_COMMANDS",
    "EditorResult",
    "EditorSubject",
    "HistorySubject",
    "NoteEditor",
    "NoteHistory",
]
