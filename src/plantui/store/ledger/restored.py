"""Revisions that say once more what an earlier one said: those of undo and redo, and of a conflict settled by taking one."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from plantui.model.key import TaskKey

from .undo import ActionKind

_MOVES = frozenset({ActionKind.UNDO.value, ActionKind.REDO.value})

_SAID = (
    *("as_of", "status", "percent", "progress", "problems", "next_steps", "reason"),
    *("requirements", "actuals", "evidence"),
)
_TAKEN_WHOLE = (
    f"done.kind = '{ActionKind.SETTLE}' AND EXISTS (SELECT 1 FROM note AS old WHERE old.id = note.supersedes AND "
    f"old.kind = note.kind AND {' AND '.join(f'old.{name} IS note.{name}' for name in _SAID)})"
)
_COLUMNS = f"note.id, note.supersedes, note.action, done.kind, done.target, {_TAKEN_WHOLE}"

_OF_TASK = f"""
    SELECT {_COLUMNS} FROM note JOIN action AS done ON done.id = note.action
    WHERE note.plan = :plan AND note.task = :task AND note.supersedes IS NOT NULL
"""

# Edits are few beside first revisions, and those taken back are fewer still.
_OF_ALL = f"""
    WITH moved AS MATERIALIZED (
        SELECT DISTINCT note.chain FROM note INDEXED BY note_later JOIN action AS done ON done.id = note.action
        WHERE note.supersedes IS NOT NULL AND done.kind IN ('{ActionKind.UNDO}', '{ActionKind.REDO}', '{ActionKind.SETTLE}')
    )
    SELECT {_COLUMNS} FROM note INDEXED BY note_later JOIN action AS done ON done.id = note.action
    WHERE note.supersedes IS NOT NULL AND note.chain IN moved
"""


class _Later(NamedTuple):
    """A revision that takes the place of another, and the action that wrote it."""

    supersedes: str
    action: str
    kind: str
    target: str | None
    is_taken_whole: bool
    """True where it settles a conflict with the text of the one before."""


def restored_revisions(connection: sqlite3.Connection, key: TaskKey | None = None) -> dict[str, str]:
    """Return which revision each one is again that undo, redo or settling wrote, of one task's notes or of all, by their ids.

    The one brought back is never itself such a revision. What takes a note back brings nothing back.
    """
    facts = {"plan": key.plan, "task": key.task} if key else {}
    rows = connection.execute(_OF_TASK if key else _OF_ALL, facts)
    later = {str(ident): _Later(*cells) for ident, *cells in rows}
    found: dict[str, str] = {}
    for revision in later:
        if (first := _brought_back(revision, later)) is not None:
            found[revision] = first
    return found


def _brought_back(revision: str, later: Mapping[str, _Later]) -> str | None:
    """Return the revision whose text this one was written to have again; None for any other."""
    at = revision
    while at in later and (later[at].kind in _MOVES or later[at].is_taken_whole):
        before = later[at].supersedes if later[at].is_taken_whole else _before_action(at, later)
        if before is None:
            return None
        at = before
    return at if at != revision else None


def _before_action(revision: str, later: Mapping[str, _Later]) -> str | None:
    """Return what an undo or a redo goes back to: the revision before the action's own, or that one again."""
    moved = later[revision]
    at = moved.supersedes
    while at in later and later[at].action != moved.target:
        at = later[at].supersedes
    if moved.kind == ActionKind.REDO.value:
        return at
    return later[at].supersedes if at in later else None
