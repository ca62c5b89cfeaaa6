"""The phases of an open editor and their transitions, in one table."""

from __future__ import annotations

from enum import StrEnum


class EditorPhase(StrEnum):
    """The phases of an editor. Each work of a thread has a phase of its own, so that no key comes between."""

    EDITING = "editing"
    CONFIRMING = "confirming"
    """The user was asked about a day long ago: another Ctrl+S saves."""
    UNKEPT = "unkept"
    """The draft was refused at leaving: another Esc leaves without it."""
    REPLACED = "replaced"
    """Another file stands where the ledger was, and the user was told: another Ctrl+S writes there."""
    MOVING = "moving"
    """A thread goes over to the draft of another department."""
    SAVING = "saving"
    """A thread saves the note."""
    LEAVING = "leaving"
    """A thread keeps the draft, then the editor closes."""
    CLOSED = "closed"


class EditorEvent(StrEnum):
    """The events that may lead to another phase."""

    TYPED = "typed"
    SAVE = "save"
    ASK = "ask"
    """The note would be saved, but its day is to be confirmed first."""
    LEAVE = "leave"
    MOVE = "move"
    """Another department was chosen."""
    DONE = "done"
    """The thread is through, and nothing was typed meanwhile."""
    GO_ON = "go_on"
    """The thread is through, and the form is edited further."""
    REFUSED = "refused"
    REPLACED = "replaced"
    """The ledger refused because another file took its place."""


_P, _E = EditorPhase, EditorEvent
_OPEN = {
    _E.TYPED: _P.EDITING,
    _E.SAVE: _P.SAVING,
    _E.ASK: _P.CONFIRMING,
    _E.LEAVE: _P.LEAVING,
    _E.MOVE: _P.MOVING,
    _E.REPLACED: _P.REPLACED,
}
TRANSITIONS: dict[EditorPhase, dict[EditorEvent, EditorPhase]] = {
    _P.EDITING: _OPEN,
    _P.CONFIRMING: _OPEN,
    _P.UNKEPT: _OPEN | {_E.LEAVE: _P.CLOSED},
    _P.REPLACED: _OPEN,
    _P.MOVING: {_E.GO_ON: _P.EDITING, _E.REFUSED: _P.EDITING, _E.REPLACED: _P.REPLACED},
    _P.SAVING: {
        _E.DONE: _P.CLOSED,
        _E.GO_ON: _P.EDITING,
        _E.REFUSED: _P.EDITING,
        _E.REPLACED: _P.REPLACED,
    },
    _P.LEAVING: {_E.DONE: _P.CLOSED, _E.REFUSED: _P.UNKEPT},
    _P.CLOSED: {},
}
"""The phase that follows each event in each phase; an event that a phase does not name changes nothing there."""


def next_phase(phase: EditorPhase, event: EditorEvent) -> EditorPhase | None:
    """Return the phase that follows, None where the event is not allowed now."""
    return TRANSITIONS[phase].get(event)


def takes_keys(phase: EditorPhase) -> bool:
    """Return whether the user is at work, and no thread."""
    return EditorEvent.SAVE in TRANSITIONS[phase]
