"""The note editor and the history of notes. Loaded when first asked for."""

from .commands import EDITOR_COMMANDS, HISTORY_COMMANDS
from .drafting import DRAFT_DELAY
from .editor import NoteEditor
from .entry import MOST_REQUIREMENTS, EditorResult, EditorSubject, Requirement
from .history import HistorySubject, NoteHistory

__all__ = [
    "DRAFT_DELAY",
    "EDITOR_COMMANDS",
    "HISTORY_COMMANDS",
    "MOST_REQUIREMENTS",
    "EditorResult",
    "EditorSubject",
    "HistorySubject",
    "NoteEditor",
    "NoteHistory",
    "Requirement",
]
