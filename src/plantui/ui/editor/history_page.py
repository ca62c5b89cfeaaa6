"""The page on one revision: what it changed, and its whole text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plantui.model.note import NoteContent, RevisionKind
from plantui.model.stages import StageState
from plantui.model.text import visible
from plantui.store.ledger import RevisionAction
from plantui.ui.lines import Mark, labelled, paragraph
from plantui.ui.widgets.painted import Painted
from plantui.words import Words
from plantui.words.note_phrases import note_details
from plantui.words.phrases import stage_text, term

from .diff import Change, changes

_TEXTS = ("reason", "progress", "problems", "next_steps")


@dataclass(frozen=True, slots=True)
class Revision:
    """A line of the history: a stored revision, or what stands unsaved in the editor."""

    department: str
    content: NoteContent
    kind: RevisionKind = RevisionKind.WRITTEN
    id: str | None = None
    """The saved note, None for what is not saved."""
    author: str = ""
    """The user who wrote it, or brought it back."""
    written: str = ""
    """Time of writing, local."""
    before: NoteContent | None = None
    """The content of the revision that it takes the place of."""
    action: RevisionAction | None = None
    """The action that wrote it."""
    stage: StageState | None = None
    """The stage that it has reached; None where no step was taken with it."""
    is_late: bool = False
    """True where the note came after its period was closed."""

    @property
    def deed(self) -> str:
        """The name in the catalogue of what was done."""
        if self.id is None:
            return "unsaved"
        if self.kind is RevisionKind.JOINED:
            return "joined"
        if self.action:
            return self.action.name
        if self.kind is RevisionKind.RETRACTED:
            return "retract"
        return "edit" if self.before else "add"


def percent_text(content: NoteContent) -> str:
    """The percentage as it is shown, empty where nothing was said."""
    return "" if content.percent is None else f"{content.percent}%"


def day_text(content: NoteContent) -> str:
    """The day that the note speaks of."""
    return content.as_of.isoformat() if content.as_of else ""


def page(words: Words, revision: Revision, width: int) -> list[Painted]:
    """The lines on a revision."""
    lines: list[Painted] = []
    if revision.kind is RevisionKind.RETRACTED:
        undone = revision.action is not None and revision.action.undoes_adding
        said = words("editor.history.was_undone" if undone else "editor.history.was_retracted")
        lines += [*paragraph(said, width, "notice"), []]
    elif revision.deed == "undo_retract":
        lines += [*paragraph(words("editor.history.was_restored"), width, "notice"), []]
    elif revision.before:
        lines += [[(words("editor.history.changes"), "head")]]
        lines += [*_changed(words, revision.before, revision.content, width), []]
    lines.append([(words("editor.history.content"), "head")])
    if revision.is_late:
        lines += paragraph(words("terms.report.late"), width, "notice")
    if revision.stage:
        name = words("editor.history.stage")
        lines += labelled(name, stage_text(words, revision.stage), width)
    lines += _whole(words, revision.content, width)
    return lines


def _figures(words: Words, content: NoteContent) -> dict[str, str]:
    return {
        "status": term(words, content.status),
        "percent": percent_text(content),
        "as_of": day_text(content),
    }


def _whole(words: Words, content: NoteContent, width: int) -> Iterator[Painted]:
    for name, value in _figures(words, content).items():
        if value:
            yield from labelled(words(f"editor.history.{name}"), value, width)
    for name in _TEXTS:
        text = getattr(content, name)
        if text:
            yield [(words(f"editor.history.{name}"), "muted")]
            yield from paragraph(text, width, indent=2)
    for label, text in note_details(words, content):
        yield [(label, "muted")]
        yield from paragraph(text, width, indent=2)


def _changed(words: Words, old: NoteContent, new: NoteContent, width: int) -> list[Painted]:
    lines: list[Painted] = []
    before, after = _figures(words, old), _figures(words, new)
    nothing = words("editor.history.nothing")
    for name in before:
        if before[name] != after[name]:
            lines.append([(words(f"editor.history.{name}"), "muted")])
            lines += _line(Change.REMOVED, before[name] or nothing, (), width)
            lines += _line(Change.ADDED, after[name] or nothing, (), width)
    for name in _TEXTS:
        was, now = visible(getattr(old, name)), visible(getattr(new, name))
        if was != now:
            lines.append([(words(f"editor.history.{name}"), "muted")])
            lines += _text_changes(words, was, now, width)
    were, are = dict(note_details(words, old)), dict(note_details(words, new))
    for label in dict.fromkeys((*were, *are)):
        if (was := visible(were.get(label, ""))) != (now := visible(are.get(label, ""))):
            lines.append([(label, "muted")])
            lines += _text_changes(words, was, now, width)
    return lines or [[(words("editor.history.unchanged"), "muted")]]


def _text_changes(words: Words, old: str, new: str, width: int) -> Iterator[Painted]:
    for piece in changes(old, new):
        if piece.change is Change.SAME:
            yield [("  ", ""), (words("editor.history.same", sentences=piece.sentences), "muted")]
        else:
            yield from _line(piece.change, piece.text, piece.marks, width)


def _line(change: Change, text: str, marks: tuple[tuple[int, int], ...], width: int) -> Iterator[Painted]:
    look = "added" if change is Change.ADDED else "removed"
    shown = [Mark(start, end, f"{look}-changed") for start, end in marks]
    for line in paragraph(text.rstrip("\n"), width - 2, look, marks=shown):
        yield [(f"{change.value} ", look), *line]
