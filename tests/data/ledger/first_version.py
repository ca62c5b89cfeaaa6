"""Makes ledgers of the first version of the tables, as the first plantui wrote them. Frozen: it is never changed.

It uses nothing but the standard library, so that no later change of plantui reaches what it writes. The same
arguments give the same rows:

    python tests/data/ledger/first_version.py first-version.db
    python tests/data/ledger/first_version.py --large 1200000 PATH      (a province's year: 40 plans of 2,500 tasks)

Without `--large` it is a history of 200 notes on a bundled plan: edits, retractions, undo and redo, drafts, and
texts that are no markup. Row numbers follow the order of writing.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

APPLICATION_ID = 0x706C7569
VERSION = 1

TABLES = """
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TABLE "action" (
   "seq" INTEGER PRIMARY KEY,
   "id" TEXT NOT NULL,
   "kind" TEXT NOT NULL,
   "target" TEXT,
   "author" TEXT NOT NULL,
   "written_at" TEXT NOT NULL
);
CREATE UNIQUE INDEX "idx_action_id"
    ON "action" ("id");
CREATE TABLE "note" (
   "seq" INTEGER PRIMARY KEY,
   "id" TEXT NOT NULL,
   "chain" TEXT NOT NULL,
   "kind" TEXT NOT NULL,
   "plan" TEXT NOT NULL,
   "task" TEXT NOT NULL,
   "department" TEXT NOT NULL,
   "status" TEXT NOT NULL,
   "percent" INTEGER,
   "as_of" TEXT NOT NULL,
   "author" TEXT NOT NULL,
   "written_at" TEXT NOT NULL,
   "supersedes" TEXT,
   "action" TEXT NOT NULL,
   "progress" TEXT NOT NULL,
   "problems" TEXT NOT NULL,
   "next_steps" TEXT NOT NULL
);
CREATE UNIQUE INDEX "idx_note_id"
    ON "note" ("id");
CREATE INDEX "idx_note_action"
    ON "note" ("action");
CREATE INDEX "note_by_task"
    ON "note" ("plan", "task", "department", "as_of", "written_at", "kind", "status", "percent");
CREATE INDEX note_later ON note (written_at, supersedes, chain) WHERE supersedes IS NOT NULL;
CREATE TABLE "draft" (
   "plan" TEXT NOT NULL,
   "task" TEXT NOT NULL,
   "department" TEXT NOT NULL,
   "author" TEXT NOT NULL,
   "status" TEXT NOT NULL,
   "percent" INTEGER,
   "percent_text" TEXT NOT NULL,
   "as_of" TEXT,
   "edits" TEXT,
   "saved_at" TEXT NOT NULL,
   "progress" TEXT NOT NULL,
   "problems" TEXT NOT NULL,
   "next_steps" TEXT NOT NULL,
   PRIMARY KEY ("plan", "task", "department", "author")
);
CREATE TRIGGER action_no_update BEFORE UPDATE ON action BEGIN SELECT RAISE(ABORT, 'action is append-only'); END;
CREATE TRIGGER action_no_delete BEFORE DELETE ON action BEGIN SELECT RAISE(ABORT, 'action is append-only'); END;
CREATE TRIGGER note_no_update BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'note is append-only'); END;
CREATE TRIGGER note_no_delete BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'note is append-only'); END;
"""
FIRST_MIGRATION = ("plantui.ledger", "0001_actions_notes_drafts", "2024-01-02 01:00:00.000000+00:00")

PLAN = "zhengzhou-2023-2025"
TASKS = tuple(str(number) for number in range(1, 31))
DEPARTMENTS = ("市工信局", "市水利局", "市生态环境局", "市环委攻坚办")
AUTHORS = ("王芳", "李强", "Zhao Ming")
STATUSES = ("not_started", "in_progress", "in_progress", "in_progress", "completed", "deferred")
TEXTS = (
    "完成前期手续，进入施工阶段。",
    "第一标段完成 60%，\n第二标段正在招标。",
    "依据〔2023〕20号文件 [2023]20号 推进，[/] [bold]不是标记[/bold]",
    '=1+1 "引号" \x1b[31m红\x1b[0m',
    "Phase one finished; the second contractor is named.",
    "",
)
BEGIN = datetime(2024, 1, 8, 1, tzinfo=UTC)
NOTES = 200

Content = tuple[str, int | None, str, str, str, str]
"""Status, percent, as-of day, progress, problems, next steps."""
Revision = tuple[str, str, str, str, str, Content]
"""Id, chain, kind, task, department, content."""


class Ledger:
    """Writes actions with their revisions, as the first plantui did."""

    def __init__(self, connection: sqlite3.Connection, chance: random.Random) -> None:
        self.connection = connection
        self.chance = chance
        self.now = BEGIN

    def add(self, author: str, task: str, department: str, content: Content) -> tuple[str, Revision]:
        """Write a new note; the action's id and the revision."""
        note = self._id()
        revision = (note, note, "written", task, department, content)
        return self._record("add", None, author, revision, None), revision

    def revise(
        self, author: str, action: str, head: Revision, kind: str, content: Content, target: str | None = None
    ) -> tuple[str, Revision]:
        """Write a revision after the head of a note; the action's id and the revision."""
        revision = (self._id(), head[1], kind, head[3], head[4], content)
        return self._record(action, target, author, revision, head[0]), revision

    def draft(
        self,
        author: str,
        task: str,
        content: Content,
        percent_text: str,
        as_of: str | None,
        edits: str | None,
    ) -> None:
        """Keep an unsaved note."""
        status, percent, _, *texts = content
        key = (PLAN, task, DEPARTMENTS[0], author)
        cells = (*key, status, percent, percent_text, as_of, edits, self._moment(), *texts)
        self.connection.execute(f"INSERT INTO draft VALUES ({', '.join('?' * 13)})", cells)

    def content(self) -> Content:
        """Return some content of a note."""
        status = self.chance.choice(STATUSES)
        percent = self.chance.choice((None, self.chance.randrange(100)))
        as_of = (self.now - timedelta(days=self.chance.randrange(40))).date().isoformat()
        texts = (self.chance.choice(TEXTS[:-1]), self.chance.choice(TEXTS), self.chance.choice(TEXTS))
        return (status, 100 if status == "completed" else percent, as_of, *texts)

    def go_on(self) -> None:
        """Let some hours pass."""
        self.now += timedelta(
            minutes=self.chance.randrange(30, 2400), microseconds=self.chance.randrange(10**6)
        )

    def _record(
        self, kind: str, target: str | None, author: str, revision: Revision, before: str | None
    ) -> str:
        action, moment = self._id(), self._moment()
        self.connection.execute(
            "INSERT INTO action (id, kind, target, author, written_at) VALUES (?, ?, ?, ?, ?)",
            (action, kind, target, author, moment),
        )
        note, chain, note_kind, task, department, (status, percent, as_of, *texts) = revision
        cells = (note, chain, note_kind, PLAN, task, department, status, percent, as_of, author, moment)
        self.connection.execute(
            f"INSERT INTO note VALUES (NULL, {', '.join('?' * 16)})", (*cells, before, action, *texts)
        )
        return action

    def _id(self) -> str:
        return f"{self.chance.getrandbits(128) | 1 << 127:032x}"

    def _moment(self) -> str:
        return f"{self.now:%Y-%m-%dT%H:%M:%S.%fZ}"


def write_history(connection: sqlite3.Connection) -> None:
    """Write the history of 200 notes."""
    ledger = Ledger(connection, random.Random(20240108))
    chance = ledger.chance
    heads: dict[str, Revision] = {}
    while len(heads) < NOTES:
        ledger.go_on()
        author = chance.choice(AUTHORS)
        deed = chance.random()
        written = [head for head in heads.values() if head[2] == "written"]
        if deed < 0.72 or not written:
            before = None
            action, after = ledger.add(
                author, chance.choice(TASKS), chance.choice(DEPARTMENTS), ledger.content()
            )
        elif deed < 0.94:
            before = chance.choice(written)
            action, after = ledger.revise(author, "edit", before, "written", ledger.content())
        else:
            before = chance.choice(written)
            action, after = ledger.revise(author, "retract", before, "retracted", before[5])
        heads[after[1]] = after
        if chance.random() < 0.12:  # the author takes it back at once
            ledger.go_on()
            kind, content = (before[2], before[5]) if before else ("retracted", after[5])
            _, undone = ledger.revise(author, "undo", after, kind, content, action)
            heads[after[1]] = undone
            if chance.random() < 0.4:
                ledger.go_on()
                _, redone = ledger.revise(author, "redo", undone, after[2], after[5], action)
                heads[after[1]] = redone
    edited = next(head for head in heads.values() if head[2] == "written")
    ledger.draft("王芳", "2", ledger.content(), "4", "2024-06-30", None)
    ledger.draft("王芳", "3", ledger.content(), "约三成", None, None)
    ledger.draft("李强", edited[3], edited[5], "", edited[5][2], edited[0])


def large_rows() -> Iterator[tuple[tuple[object, ...], tuple[object, ...]]]:
    """Yield the action and the note of each report: twelve months, 40 plans of 2,500 tasks."""
    for month in range(1, 13):
        as_of = date(2024, month, 28).isoformat()
        for number in range(100_000):
            seq = (month - 1) * 100_000 + number + 1
            written = (
                f"2024-{month:02d}-28T{number // 6000:02d}:{number // 100 % 60:02d}:00.{number % 100:06d}Z"
            )
            note, action = f"{seq:012x}{'0' * 20}", f"{seq:012x}{'f' * 20}"
            plan, task = f"plan-{number // 2500:02d}", f"{number % 2500}"
            cells = (
                seq,
                note,
                note,
                "written",
                plan,
                task,
                f"局{number % 60}",
                "in_progress",
                month * 8,
                as_of,
            )
            texts = (f"{as_of} 第 {number} 项任务本月进展情况", "无", "")
            yield (
                (seq, action, "add", None, AUTHORS[number % 3], written),
                (*cells, AUTHORS[number % 3], written, None, action, *texts),
            )


def write_large(connection: sqlite3.Connection, number: int) -> None:
    """Write the first so many notes of a province's year."""
    rows = islice(large_rows(), number)
    while portion := list(islice(rows, 50_000)):
        actions, notes = zip(*portion, strict=True)
        connection.executemany(f"INSERT INTO action VALUES ({', '.join('?' * 6)})", actions)
        connection.executemany(f"INSERT INTO note VALUES ({', '.join('?' * 17)})", notes)


def make(path: Path, large: int = 0) -> None:
    """Make the ledger at a path where nothing is yet."""
    with path.open("xb"), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(f"BEGIN;{TABLES}")
        connection.execute("INSERT INTO _sqlite_migrations VALUES (1, ?, ?, ?)", FIRST_MIGRATION)
        if large:
            write_large(connection, large)
        else:
            write_history(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")


def main() -> None:
    """Make the ledger that the arguments ask for."""
    parser = argparse.ArgumentParser(description="make a ledger of the first version of the tables")
    parser.add_argument("path", type=Path)
    parser.add_argument("--large", type=int, default=0, metavar="NOTES")
    arguments = parser.parse_args()
    make(arguments.path, arguments.large)


if __name__ == "__main__":
    main()
