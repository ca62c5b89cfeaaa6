"""The rows in which the ledger keeps what came in from elsewhere."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from plantui.model.receipt import ArrivalForm, Receipt

from .records import Value, has_events, moment_text

_COLUMNS = (
    "id, received_at, author, name, form, ledger, sha256, department, first_day, last_day, "
    "first_action, last_action, first_note, last_note, first_event, last_event"
)


def receipts(connection: sqlite3.Connection) -> list[Receipt]:
    """Return all receipts, oldest first; none in a ledger of an older version."""
    if not has_events(connection):
        return []
    return [_receipt_of(*row) for row in connection.execute(f"SELECT {_COLUMNS} FROM receipt ORDER BY seq")]


def is_received(connection: sqlite3.Connection, sha256: str) -> bool:
    """Return whether this very submission came in before."""
    (found,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM receipt WHERE sha256 <> '' AND sha256 = ?)", (sha256,)
    ).fetchone()
    return bool(found)


def store(connection: sqlite3.Connection, receipt: Receipt) -> None:
    """Add a receipt, inside the caller's write transaction."""
    cells: tuple[Value, ...] = (
        receipt.id,
        moment_text(receipt.received_at),
        receipt.author,
        receipt.name,
        receipt.form.value,
        receipt.ledger,
        receipt.sha256,
        receipt.department,
        receipt.first_day.isoformat() if receipt.first_day else "",
        receipt.last_day.isoformat() if receipt.last_day else "",
        *_ends(receipt.actions),
        *_ends(receipt.notes),
        *_ends(receipt.events),
    )
    connection.execute(
        f"INSERT INTO receipt ({_COLUMNS}) VALUES ({', '.join('?' * len(cells))})",
        cells,
    )


def _receipt_of(
    ident: str, received_at: str, author: str, name: str, form: str, *more: str | int | None
) -> Receipt:
    ledger, sha256, department, first_day, last_day = map(str, more[:5])
    actions, notes, events = (_range(*more[at : at + 2]) for at in (5, 7, 9))
    return Receipt(
        id=ident,
        received_at=datetime.fromisoformat(received_at),
        author=author,
        name=name,
        form=ArrivalForm(form),
        ledger=ledger,
        sha256=sha256,
        department=department,
        first_day=date.fromisoformat(first_day) if first_day else None,
        last_day=date.fromisoformat(last_day) if last_day else None,
        actions=actions,
        notes=notes,
        events=events,
    )


def _ends(rows: range) -> tuple[int | None, int | None]:
    return (rows.start, rows.stop - 1) if rows else (None, None)


def _range(first: str | int | None, last: str | int | None) -> range:
    return range(0) if first is None or last is None else range(int(first), int(last) + 1)
