"""Rows of notes that say all as they stand are told from those of which a note has to be made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from plantui.model.note import Note

from .note_cells import NoteCells
from .records import KINDS, PERCENT, STATUSES, Value, note_of

_TYPES = frozenset(
    tuple(given.get(name, str) for name in NoteCells._fields)
    for percent in (int, type(None))
    for supersedes in (str, type(None))
    for given in [{"percent": percent, "supersedes": supersedes}]
)
"""The types that the cells of a sound row have, together."""
# Some versions of Python take 24:00 for the next day.
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}\.[0-9]{6}Z")
_DAYS = 4_096
"""Days that are remembered as sound: many notes speak of one."""


def plain_or_note(row: Sequence[Value]) -> NoteCells | Note:
    """Return the revision in a row of NOTE_COLUMNS; ValueError where a cell holds what plantui never writes.

    It comes as its cells where they say all as they stand, else as the note that is made of them.
    """
    if tuple(map(type, row)) in _TYPES:
        cells = NoteCells._make(row)
        if _is_plain(cells):
            return cells
    return note_of(row)


def _is_plain(cells: NoteCells) -> bool:
    return (
        not (cells.requirements or cells.actuals or cells.evidence)
        and cells.status in STATUSES
        and cells.kind in KINDS
        and (cells.percent is None or cells.percent in PERCENT)
        and cells.supersedes != ""
        and _is_day(cells.as_of)
        and _MOMENT.fullmatch(cells.written_at) is not None
        and datetime.fromisoformat(cells.written_at) is not None
    )


@lru_cache(_DAYS)
def _is_day(text: str) -> bool:
    return bool(text) and date.fromisoformat(text).isoformat() == text
