"""Rows of another ledger or a submission on their way into this one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from plantui.model.receipt import ArrivalForm

from .records import Value

Row = tuple[Value, ...]
"""The cells of a row, as stored."""


class Arriving(NamedTuple):
    """Rows that are to be merged."""

    actions: Iterable[Row]
    """Cells of ACTION_COLUMNS, with the ledger that the action was done in."""
    notes: Iterable[Row]
    """Cells of NOTE_COLUMNS and the action."""
    events: Iterable[Row]
    """Cells of EVENT_COLUMNS and the action."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that is to be merged."""

    form: ArrivalForm
    ledger: str
    """The identity of the ledger that it is, or was packed from."""
    rows: Arriving
    is_demo: bool = False
    sha256: str = ""
    department: str = ""
    first_day: date | None = None
    last_day: date | None = None
    plans: frozenset[str] = frozenset()
    """The plans that a submission names, by their ids."""
