"""Files that are to be merged into a ledger: opened, told apart and made sure of before anything of them is believed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from plantui.model.problem import Message
from plantui.model.receipt import ArrivalForm
from plantui.model.system import system_reason

from . import errors, file
from .arriving import Arriving, Incoming, Row
from .connections import Connections
from .contents import identity_of
from .readable import one_state
from .records import ACTION_COLUMNS, EVENT_COLUMNS, NOTE_COLUMNS, has_events, stored
from .settings import demo_day

_FIRST_BYTES = 32
_MEANING = {
    "ledger.newer": "arrivals.newer",
    "ledger.foreign": "arrivals.foreign",
    "ledger.not_database": "arrivals.not_database",
    "ledger.is_folder": "arrivals.is_folder",
    "ledger.damaged": "arrivals.damaged",
    "ledger.busy": "arrivals.busy",
}
"""Failures of opening a ledger, and their sentences where it was to come into another."""


@contextmanager
def opened(
    path: Path, own: Path, clock: Callable[[], datetime], secrets: Mapping[str, bytes], busy_seconds: float
) -> Iterator[Incoming]:
    """Open a ledger or a submission that is to be merged into the ledger at `own`, and make sure that it is whole.

    Raises LedgerForeign, LedgerNewer, LedgerDamaged, LedgerCannotOpen, LedgerBusy, LedgerUnsigned.
    """
    with _told_of_arrival(path), _opened(path, own, clock, secrets, busy_seconds) as incoming:
        yield incoming


@contextmanager
def _opened(
    path: Path, own: Path, clock: Callable[[], datetime], secrets: Mapping[str, bytes], busy_seconds: float
) -> Iterator[Incoming]:
    state = file.file_state(path)
    if state is None:
        raise errors.LedgerCannotOpen("arrivals.not_there", path)
    if state.id == file.file_id_if_any(own):
        raise errors.LedgerForeign("arrivals.is_itself", path)
    if state.size == 0:
        raise errors.LedgerDamaged("arrivals.is_empty", path)
    if _begins_as_database(path):
        with _ledger(path, clock, busy_seconds) as incoming:
            yield incoming
        return
    from .submission import read_submission

    yield read_submission(path, state.size, secrets)


@contextmanager
def _told_of_arrival(path: Path) -> Iterator[None]:
    """Have failures of opening and reading the file say what that means for a file that was to come in."""
    try:
        yield
    except errors.LedgerReplaced as error:
        if error.facts["path"] != str(path):
            raise
        raise errors.LedgerCannotOpen("arrivals.changed", path) from error
    except errors.LedgerError as error:
        if error.facts["path"] != str(path) or error.message.startswith("arrivals."):
            raise
        facts = {"reason": error.message, **error.facts}
        del facts["path"]
        raise type(error)(_MEANING.get(error.message, "arrivals.cannot_open"), path, **facts) from error


def _begins_as_database(path: Path) -> bool:
    try:
        with path.open("rb") as found:
            return found.read(_FIRST_BYTES).startswith(file.MAGIC)
    except OSError as error:
        raise errors.LedgerCannotOpen("arrivals.cannot_open", path, reason=system_reason(error)) from error


@contextmanager
def _ledger(path: Path, clock: Callable[[], datetime], busy_seconds: float) -> Iterator[Incoming]:
    file.check_header(path)
    connections = Connections(path, clock, busy_seconds, read_only=True, idle_seconds=0.3)
    with closing(connections), connections.reading() as connection:
        if connection is None:
            raise errors.LedgerDamaged("arrivals.is_empty", path)
        with one_state(connection):
            _require_sound(connection, path)
            identity = identity_of(connection)
            yield Incoming(
                form=ArrivalForm.LEDGER,
                ledger=identity,
                rows=_rows(connection, identity, path, busy_seconds),
                is_demo=demo_day(connection) is not None,
            )


def _require_sound(connection: sqlite3.Connection, path: Path) -> None:
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise errors.LedgerDamaged("arrivals.damaged", path, reason=Message("ledger.unsound.pages"))
    if has_events(connection):
        # A view under a table's name could answer with anything, without an end.
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not {name for (name,) in tables} >= {"event", "setting"}:
            raise errors.LedgerDamaged("arrivals.damaged", path, reason=Message("ledger.unsound.tables"))


def _rows(connection: sqlite3.Connection, identity: str, path: Path, busy_seconds: float) -> Arriving:
    """Return the ledger's rows in the order in which they were stored; nothing is read yet."""

    def select(table: str, columns: str, condition: str = "true") -> Iterator[Row]:
        sql = f"SELECT {columns} FROM {table} WHERE {condition} ORDER BY seq"
        with errors.expected(path, busy_seconds):
            yield from connection.execute(sql)

    actions = select("action", stored(connection, ACTION_COLUMNS), "kind <> 'receive'")
    events = select("event", f"{EVENT_COLUMNS}, action") if has_events(connection) else iter(())
    return Arriving(
        # A row of an older version does not name its ledger: it was done in the one that it stands in.
        actions=((*row[:-1], row[-1] or identity) for row in actions),
        notes=select("note", f"{stored(connection, NOTE_COLUMNS)}, action"),
        events=events,
    )
