"""The actions that undo and redo take next, derived from the log alone, so that they outlive a restart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple


class ActionKind(StrEnum):
    """The kinds of actions of a user."""

    ADD = "add"
    EDIT = "edit"
    RETRACT = "retract"
    UNDO = "undo"
    REDO = "redo"
    RECORD = "record"
    """Events: a choice, stages, an extension."""
    SETTLE = "settle"
    """A person's choice between concurrent revisions of a note."""
    RECEIVE = "receive"
    """The rows of another ledger or a submission taken in; never undone."""


NEVER_UNDONE = frozenset({ActionKind.RECEIVE})


class Step(NamedTuple):
    """An action of the log. `target` is the id of the action that an undo or a redo is about, else None."""

    id: str
    kind: ActionKind
    target: str | None = None


class RevisionAction(NamedTuple):
    """The action that wrote a revision."""

    kind: ActionKind
    about: ActionKind | None = None
    """The kind of action that was undone or redone by it."""
    author: str = ""
    """The user who did it: of an undo or a redo not always the author of the text that came back."""

    @property
    def is_edit(self) -> bool:
        """Return whether the user changed the note by it: an undo or a redo is no change of theirs."""
        return self.kind is ActionKind.EDIT

    @property
    def undoes_adding(self) -> bool:
        """Return whether the note is gone since its writing was undone, and not since it was retracted."""
        return self.kind is ActionKind.UNDO and self.about is ActionKind.ADD

    @property
    def name(self) -> str:
        """Its name as catalogues have it: `edit`, `undo_edit`."""
        return f"{self.kind}_{self.about}" if self.about else str(self.kind)


def undoable(newest_first: Iterable[Step]) -> Iterator[str]:
    """Yield the ids of the actions that are not undone, the one that undo takes back next first.

    Going back in time, the first word on an action is what holds now. Reads no further than asked for.
    """
    known: set[str] = set()
    for step in newest_first:
        about = step.target or step.id
        if about not in known and step.kind is not ActionKind.UNDO:
            yield about
        known.add(about)


def next_redo(newest_first: Iterable[Step]) -> str | None:
    """Return the id of the action that redo brings back: the last one undone, unless something new was done."""
    redone: set[str] = set()
    for step in newest_first:
        about = step.target or step.id
        if step.kind is ActionKind.REDO:
            redone.add(about)
        elif step.kind is not ActionKind.UNDO:
            return None
        elif about not in redone:
            return about
    return None
