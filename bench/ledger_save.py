"""Large ledgers for the bench of saving: of plantui, and of one table without an index."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from plantui.store.ledger import current
from plantui.store.ledger.migrations import migrate
from plantui.store.ledger.records import NOTE_COLUMNS

TASKS = 100_000
PROGRESS = "已完成前期勘察和方案比选，正在推进施工图审查，累计完成投资 1.2 亿元。" * 3


def insert_into(table: str, columns: str) -> str:
    """Return the command that adds a row."""
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * (columns.count(',') + 1))})"


INSERT = insert_into("note", NOTE_COLUMNS)

_FILL = f"""
    WITH RECURSIVE counter(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counter WHERE n + 1 < :notes),
    made(n, id) AS MATERIALIZED (SELECT n, lower(hex(randomblob(16))) FROM counter)
    INSERT INTO note ({NOTE_COLUMNS}{{action}})
    SELECT id, 'plan-' || (n % 40), 't' || (n % {TASKS}), '单位' || (n % 7), 'in_progress', :progress,
           n % 101, '', '', date('2024-01-01', '+' || (n % 700) || ' days'), '', '', '', '', 'bench',
           strftime('%Y-%m-%dT%H:%M:%S.000000Z', '2024-01-01', '+' || n || ' seconds'),
           'written', NULL, id{{value}}
    FROM made
"""
_FILL_ACTIONS = """
    INSERT INTO action (id, kind, author, written_at) SELECT action, 'add', author, written_at FROM note
"""


def build_ledger(path: Path, notes: int) -> None:
    """A ledger of `notes` notes of one revision each, written in one go."""
    connection = sqlite3.connect(path, isolation_level=None)
    migrate(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    sql = _FILL.format(action=", action", value=", lower(hex(randomblob(16)))")
    connection.execute("BEGIN")
    connection.execute(sql, {"notes": notes, "progress": PROGRESS})
    connection.execute(_FILL_ACTIONS)
    current.rebuild(connection)
    connection.execute("COMMIT")
    connection.close()


def build_bare(path: Path, notes: int) -> None:
    """Store the same notes in one table without an index."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"CREATE TABLE note (seq INTEGER PRIMARY KEY, {NOTE_COLUMNS})")
    connection.execute(_FILL.format(action="", value=""), {"notes": notes, "progress": PROGRESS})
    connection.close()
