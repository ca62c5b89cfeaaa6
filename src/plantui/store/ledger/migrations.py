"""The ledger's tables, built by numbered migrations.

Imported only when a file has to be made or brought up to date: sqlite_utils costs 46 ms at import. A
migration that has been released is never changed; a new one is added below and `file.SCHEMA_VERSION` raised.
"""

from __future__ import annotations

import sqlite3
from uuid import uuid4

from sqlite_utils import Database, Migrations

from . import issued
from .current import rebuild
from .drafts import DRAFT_KEY
from .file import APPLICATION_ID, SCHEMA_VERSION
from .settings import IDENTITY, TIME_ZONE
from .zone import machine_zone

LEDGER = Migrations("plantui.ledger")

APPEND_ONLY = ("action", "note", "event", "receipt", "issued")
"""The tables whose rows nobody may change or delete."""


@LEDGER(name="0001_actions_notes_drafts")
def actions_notes_drafts(db: Database) -> None:
    """Make the tables of actions, of the revisions that came of them, and of unsaved drafts."""
    _make_action(db)
    _make_note(db)
    _make_draft(db)
    for table in ("action", "note"):
        _keep_rows(db, table)


def _keep_rows(db: Database, table: str) -> None:
    """Have the database refuse any change of the table's rows."""
    for event in ("update", "delete"):
        db.execute(
            f"CREATE TRIGGER {table}_no_{event} BEFORE {event.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _make_action(db: Database) -> None:
    columns = {"seq": int, "id": str, "kind": str, "target": str, "author": str, "written_at": str}
    action = db.table("action").create(columns, pk="seq", not_null=set(columns) - {"seq", "target"})
    action.create_index(["id"], unique=True)


def _make_note(db: Database) -> None:
    columns = {
        "seq": int,
        "id": str,
        "chain": str,
        "kind": str,
        "plan": str,
        "task": str,
        "department": str,
        "status": str,
        "percent": int,
        "as_of": str,
        "author": str,
        "written_at": str,
        "supersedes": str,
        "action": str,
        # Long texts last: reading the columns before them then never follows their overflow pages.
        "progress": str,
        "problems": str,
        "next_steps": str,
    }
    note = db.table("note").create(
        columns, pk="seq", not_null=set(columns) - {"seq", "percent", "supersedes"}
    )
    note.create_index(["id"], unique=True)
    note.create_index(["action"])
    # Covers the bulk reading of all tasks' latest notes, and leads to the rows of a task or a chain.
    note.create_index(
        ["plan", "task", "department", "as_of", "written_at", "kind", "status", "percent"],
        index_name="note_by_task",
    )
    # Edits are few beside first revisions: what they supersede is found without looking at the others.
    db.execute("CREATE INDEX note_later ON note (written_at, supersedes, chain) WHERE supersedes IS NOT NULL")


def _make_draft(db: Database) -> None:
    key = ("plan", "task", "department", "author")
    columns = {
        **dict.fromkeys(key, str),
        "status": str,
        "percent": int,
        "percent_text": str,
        "as_of": str,
        "edits": str,
        "saved_at": str,
        "progress": str,
        "problems": str,
        "next_steps": str,
    }
    db.table("draft").create(columns, pk=key, not_null=set(columns) - {"percent", "as_of", "edits"})


@LEDGER(name="0002_reason")
def reason(db: Database) -> None:
    """Add the reason for a status that is never late; notes written before have none."""
    for table in ("note", "draft"):
        db.table(table).add_column("reason", str, not_null_default="")


@LEDGER(name="0003_settings_windows")
def settings_and_windows(db: Database) -> None:
    """Fix the ledger's identity and the office's time zone; keep a draft for each window that writes one."""
    settings = db.table("setting").create({"name": str, "value": str}, pk="name", not_null={"value"})
    settings.insert_all(
        [{"name": IDENTITY, "value": uuid4().hex}, {"name": TIME_ZONE, "value": machine_zone()}]
    )
    draft = db.table("draft")
    draft.add_column("window", str, not_null_default="")
    draft.transform(pk=DRAFT_KEY)


@LEDGER(name="0004_requirements_events")
def requirements_and_events(db: Database) -> None:
    """Let notes speak of requirements, actual values and evidence; add events, and the ledger an action was done in."""
    for table in ("note", "draft"):
        for column in ("requirements", "actuals", "evidence"):
            db.table(table).add_column(column, str, not_null_default="")
    db.table("draft").add_column("typed", str, not_null_default="")
    # Notes with words on single requirements are few beside the others: the bulk reading asks for these alone.
    db.execute(
        "CREATE INDEX note_requirements ON note (plan, task, department, as_of, written_at, id) WHERE requirements != ''"
    )
    # So are those with actual values or evidence, which are listed over all tasks.
    for column in ("actuals", "evidence"):
        db.execute(
            f"CREATE INDEX note_{column} ON note (plan, task, as_of, written_at, id) WHERE {column} != ''"
        )
    # Empty in the rows of older versions: they were done in the ledger that they stand in.
    db.table("action").add_column("ledger", str, not_null_default="")
    columns = {
        "seq": int,
        "id": str,
        "chain": str,
        "kind": str,
        "subject": str,
        "plan": str,
        "task": str,
        "department": str,
        "as_of": str,
        "author": str,
        "written_at": str,
        "supersedes": str,
        "action": str,
        "content": str,
    }
    event = db.table("event").create(columns, pk="seq", not_null=set(columns) - {"seq", "supersedes"})
    event.create_index(["id"], unique=True)
    event.create_index(["action"])
    event.create_index(["subject", "plan", "task"])
    _keep_rows(db, "event")
    _make_receipt(db)
    issued.make_table(db.conn)
    _make_current(db)


def _make_current(db: Database) -> None:
    """Make the table of what counts now, which is filled from the log once all tables are there."""
    # The key is a task's: the table itself is in the order of tasks, and has no other index.
    db.execute(
        "CREATE TABLE current (plan TEXT NOT NULL, task TEXT NOT NULL, notes INTEGER NOT NULL, last_day TEXT, "
        "reports TEXT NOT NULL, extensions TEXT NOT NULL, PRIMARY KEY (plan, task)) WITHOUT ROWID"
    )
    # Tasks with extended dates are few: they are read at each start.
    db.execute("CREATE INDEX current_extended ON current (plan, task) WHERE extensions != ''")
    columns = {"notes": int, "events": int, "last_day": str, "last_moment": str, "is_sound": int}
    state = db.table("current_state").create(columns, not_null=set(columns))
    state.insert({"notes": 0, "events": 0, "last_day": "", "last_moment": "", "is_sound": 1})


def _make_receipt(db: Database) -> None:
    """Make the table of what came in from elsewhere: which file, when, and which rows of the other tables."""
    ranges = [f"{end}_{table}" for table in ("action", "note", "event") for end in ("first", "last")]
    columns = {
        "seq": int,
        "id": str,
        "received_at": str,
        "author": str,
        "name": str,
        "form": str,
        "sha256": str,
        "ledger": str,
        "department": str,
        "first_day": str,
        "last_day": str,
        # NULL where no row of that table was new.
        **dict.fromkeys(ranges, int),
    }
    receipt = db.table("receipt").create(columns, pk="seq", not_null=set(columns) - {"seq", *ranges})
    receipt.create_index(["id"], unique=True)
    _keep_rows(db, "receipt")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to the newest version: all of it or nothing, also when two programs do it at once."""
    db = Database(connection, execute_plugins=False)
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Nested in our transaction, each migration is a savepoint; one applied meanwhile is not pending.
        LEDGER.apply(db)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        # All of its queries are those of the newest version, whatever the ledger was.
        rebuild(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
