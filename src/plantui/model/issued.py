"""The log of issued reports: which file of which form was written, of which state of the ledger."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple


class IssuedFile(NamedTuple):
    """A file of a form that was written."""

    form: str
    """The name of the form as it was asked for."""
    format: str
    """The suffix of its format."""
    name: str
    """The name of the file."""
    as_of: date
    cut: str
    """The state of the ledger, by the id of its last action; empty where nothing had been written."""
    rows: int
    """Number of tasks."""
    sha256: str
    origin: str
    """All that it was made from, as the text of an origin."""


class Issued(NamedTuple):
    """An entry of the log."""

    id: str
    issued_at: datetime
    author: str
    file: IssuedFile
