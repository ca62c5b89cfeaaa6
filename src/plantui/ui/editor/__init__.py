"""The note editor and the history of notes. Loaded when first asked for."""

from .commands import EDITOR_COMMANDS, HISTORY_COMMANDS
from .drafting import DRAFT_DELAY
from .editor import NoteEditor
from .entry import MOST_TASKS_SHOWN, EditorResult, EditorSubject, SubjectTask
from .history import HistorySubject, NoteHistory

__all__ = [
    "DRAFT_DELAY",
    "EDITOR_COMMANDS",
    "HISTORY_COMMANDS",
    "MOST_TASKS_SHOWN",
    "EditorResult",
    "EditorSubject",
    "HistorySubject",
    "NoteEditor",
    "NoteHistory",
    "SubjectTask",
]
