"""Rows that one transaction adds to the log, remembered so that nobody has to ask the file for them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from .records import Insert


@dataclass(slots=True)
class Written:
    """Rows that one transaction has added."""

    rows: list[Insert] = field(default_factory=list)
    """All of them, so that they can be saved once more elsewhere."""
    action: str | None = None
    """The id of the last action, which nobody else can have followed by another before the commit."""
    last_note: int = 0
    """The number of the last note; 0 where none was added, or events were too."""

    def add(self, connection: sqlite3.Connection, insert: Insert) -> int:
        """Add a row; its number."""
        number = connection.execute(*insert).lastrowid
        self.rows.append(insert)
        return number or 0
