"""Rounds of the tests of reliability: programs killed at random moments, and what is looked at after each kill."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic

from plantui.model.event import Choice
from plantui.model.key import TaskKey
from plantui.model.note import Draft, Note
from plantui.store.backups import LARGE, back_up, saved_ledgers
from plantui.store.backups.listing import list_backups
from plantui.store.backups.restoring import restore
from plantui.store.ledger import Ledger, NewEvent
from plantui.store.ledger.file import SCHEMA_VERSION
from plantui.store.ledger.migrations import migrate  # what is imported late is there before the fork
from tests.support.killing import Say, die_after, run_killed
from tests.support.ledger_samples import BUREAU, JUNE, said
from tests.support.ledger_tables import Row, contents, counting, old_rows

KEYS = tuple(TaskKey("zhengzhou-2023-2025", str(number)) for number in range(1, 9))
FILE_ROUNDS = 20
"""Kills that one ledger lives through before the next is made."""
STEPS = 2_500
"""About the steps of SQLite that bring 200 notes up to date."""
__all__ = ["migrate"]


def save_without_end(path: Path, seed: int, say: Say) -> None:
    """Save, edit, retract, undo and record, and say each thing that is saved."""
    chance = Random(seed)
    ledger = Ledger(path, "甲", busy_seconds=60)
    for number in count():
        deed = chance.randrange(12)
        key = chance.choice(KEYS)
        if deed < 4:
            say(f"note {ledger.add(key, BUREAU, said(f'{number} ' * chance.randrange(1, 3000))).id}")
        elif deed < 6:
            notes = ledger.add_many(chance.sample(KEYS, 3), BUREAU, said("joint"))
            say(f"note {' '.join(note.id for note in notes)}")
        elif deed < 8:
            if notes := ledger.notes(key=key):
                revise = ledger.retract if deed == 7 and len(notes) > 3 else partial(edit, ledger)
                say(f"note {revise(notes[-1].id).id}")
        elif deed < 9:
            undone = ledger.undo()
            for note in undone.notes if undone else ():
                say(f"note {note.id}")
        elif deed < 11:
            entries = [NewEvent(Choice(name, f"{number}"), JUNE) for name in ("period", "closing_day")]
            say(f"event {' '.join(event.id for event in ledger.record(entries))}")
        else:
            ledger.save_draft(Draft(key, BUREAU, "", said(f"draft {number}")))
            say(f"draft {key.task} {ledger.window} {number}")


def edit(ledger: Ledger, note_id: str) -> Note:
    """Save another revision."""
    return ledger.edit(note_id, said("edited"))


@dataclass
class Answered:
    """All that a ledger has answered for."""

    ids: dict[str, set[str]] = field(default_factory=lambda: {"note": set(), "event": set()})
    drafts: dict[tuple[str, str], int] = field(default_factory=dict)

    def take(self, lines: Iterable[str]) -> None:
        """Remember the answers of one program."""
        for line in lines:
            kind, *words = line.split()
            if kind == "draft":
                self.drafts[words[0], words[1]] = int(words[2])
            else:
                self.ids[kind].update(words)

    def check(self, path: Path) -> None:
        """Compare with what is in the file: all of it is there, whole, and nothing is half."""
        with closing(sqlite3.connect(path)) as connection:
            check_whole(connection)
            for table, wanted in self.ids.items():
                found = {ident for (ident,) in connection.execute(f"SELECT id FROM {table}")}
                assert wanted <= found, f"{len(wanted - found)} of {table} lost"
            drafts = connection.execute("SELECT task, window, progress FROM draft")
            found_drafts = {(task, window): int(text.split()[1]) for task, window, text in drafts}
            for place, number in self.drafts.items():
                # One that was saved but not answered for may have taken its place; a note has taken none away here.
                assert found_drafts.get(place, number) >= number


def check_whole(connection: sqlite3.Connection) -> None:
    """Look for what is half: revisions without their action, actions without all of their revisions, broken pages."""
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    none = (
        "SELECT count(*) FROM note WHERE action NOT IN (SELECT id FROM action)",
        "SELECT count(*) FROM event WHERE action NOT IN (SELECT id FROM action)",
        "SELECT count(*) FROM action WHERE kind != 'receive' AND id NOT IN (SELECT action FROM note) "
        "AND id NOT IN (SELECT action FROM event)",
        "SELECT count(*) FROM note WHERE supersedes NOT IN (SELECT id FROM note)",
        "SELECT count(*) FROM note WHERE chain NOT IN (SELECT id FROM note)",
        "SELECT count(*) FROM (SELECT 1 FROM note WHERE progress = 'joint' AND supersedes IS NULL "
        "GROUP BY action HAVING count(*) != 3)",
        "SELECT count(*) FROM (SELECT 1 FROM event GROUP BY action HAVING count(*) != 2)",
    )
    for sql in none:
        assert connection.execute(sql).fetchone() == (0,), sql


def saves(folder: Path, rounds: int, seed: int) -> str:
    """Kill programs that save at random moments, several on each ledger, one after the other."""
    chance = Random(seed)
    answered, path = Answered(), folder / "0.db"
    total = 0
    for number in range(rounds):
        if number % FILE_ROUNDS == 0:
            answered, path = Answered(), folder / f"{number}.db"
        lines, _ = run_killed(
            partial(save_without_end, path, chance.getrandbits(32)),
            chance.uniform(0, 0.02),
            after=chance.randrange(9),
        )
        total += len(lines)
        answered.take(lines)
        if path.exists() and tables_in(path):
            answered.check(path)
        else:
            assert not lines
        if number % FILE_ROUNDS == FILE_ROUNDS - 1:
            run_killed(partial(go_on, path))
            path.unlink()
    return f"{rounds} kills, {total} answers"


def go_on(path: Path, say: Say) -> None:
    """Read a ledger that has lived through kills, and write to it."""
    with Ledger(path, "甲") as ledger:
        before = {note.id for note in ledger.notes()}
        note = ledger.add(KEYS[0], BUREAU, said("又"))
        assert {one.id for one in ledger.notes()} == {*before, note.id}
        ledger.undo()
        assert ({one.id for one in ledger.notes()}, ledger.unreadable_rows()) == (before, [])
    say("sound")


def tables_in(path: Path) -> int:
    """Return how many tables a database has; none in one that was just being made."""
    with closing(sqlite3.connect(path)) as connection:
        (number,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return int(number)


def migrate_and_save(path: Path, steps: int, say: Say) -> None:
    """Save a note, for which the tables have to be brought up to date; die after some steps of SQLite, 0 for never."""
    if steps:
        die_after(steps)
    with Ledger(path, "甲") as ledger:
        say("begun")
        say(ledger.add(KEYS[0], BUREAU, said("又")).id)


def migrations(folder: Path, rounds: int, seed: int) -> str:
    """Kill programs that bring a ledger of the first version up to date, by time and by steps of the database."""
    chance = Random(seed)
    source, path = folder / "first.db", folder / "0.db"
    before = old_rows(source)
    notes = counting(source)
    shutil.copyfile(source, path)
    begun = monotonic()
    run_killed(partial(migrate_and_save, path, 0))
    seconds = monotonic() - begun
    tables = {1: contents(source), SCHEMA_VERSION: contents(path)}
    kills = old = 0
    while kills < rounds:
        for file in folder.glob("0.db*"):
            file.unlink()
        shutil.copyfile(source, path)
        steps = chance.randrange(1, STEPS) if kills % 2 else 0
        lines, is_killed = run_killed(
            partial(migrate_and_save, path, steps), None if steps else chance.uniform(0, seconds)
        )
        kills += is_killed
        old += check_migrated(path, before, tables, lines)
        if chance.random() < 0.25:
            lines += run_killed(partial(migrate_and_save, path, 0))[0]
            added = {row for row in counting(path) if row[-3] == "又"}
            assert counting(path) - added == notes
            assert {row[0] for row in added} >= set(lines) - {"begun"}
    return f"{kills} kills, {old} left the tables as they were"


def check_migrated(path: Path, before: set[Row], tables: dict[int, set[str]], lines: list[str]) -> bool:
    """Look at a file after a kill: its tables are the old ones or the new ones, with every row; whether the old ones."""
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert contents(path) == tables[version]
    assert old_rows(path) >= before
    assert version > 1 or len(lines) < 2, "a saved note is gone"
    return bool(version == 1)


SENT = 120
"""Actions of the ledger that is merged."""


def write_some(path: Path, seed: int, say: Say) -> None:
    """Write a ledger of some notes, revisions and events."""
    chance = Random(seed)
    with Ledger(path, "乙") as ledger:
        for number in range(SENT):
            if number % 7 == 5:
                entries = [NewEvent(Choice(name, f"{number}"), JUNE) for name in ("period", "closing_day")]
                ledger.record(entries)
            elif number % 3 == 2:
                edit(ledger, chance.choice(ledger.notes()).id)
            else:
                ledger.add(chance.choice(KEYS), BUREAU, said(f"{number} " * chance.randrange(1, 900)))


def receive(path: Path, source: Path, say: Say) -> None:
    """Merge a ledger into another."""
    with Ledger(path, "甲", busy_seconds=60) as ledger:
        say("begun")
        ledger.receive(source)
        say("received")


def merges(folder: Path, rounds: int, seed: int) -> str:
    """Kill programs that merge: all of the other ledger is there or nothing of it, and all of the own one."""
    chance = Random(seed)
    own, source, path = folder / "own.db", folder / "source.db", folder / "0.db"
    for number, place in enumerate((own, source)):
        run_killed(partial(write_some, place, seed + number))
    sent, kept = ids_in(source), ids_in(own)
    shutil.copyfile(own, path)
    begun = monotonic()
    run_killed(partial(receive, path, source))
    seconds = monotonic() - begun
    kills = none = 0
    while kills < rounds:
        for file in folder.glob("0.db*"):
            file.unlink()
        shutil.copyfile(own, path)
        lines, is_killed = run_killed(partial(receive, path, source), chance.uniform(0, seconds), after=1)
        kills += is_killed
        with closing(sqlite3.connect(path)) as connection:
            check_whole(connection)
        came = ids_in(path) - kept
        assert came in (set(), sent), f"{len(came)} of {len(sent)} rows"
        assert came or "received" not in lines
        none += not came
        if chance.random() < 0.25:
            for _ in range(2):
                assert "received" in run_killed(partial(receive, path, source))[0]
            assert ids_in(path) == kept | sent
    return f"{kills} kills, {none} merged nothing"


def ids_in(path: Path) -> set[tuple[str, str]]:
    """Return the ids of what was written to a ledger by its users, each with its table."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            (table, ident)
            for table, condition in (("action", "kind != 'receive'"), ("note", "true"), ("event", "true"))
            for (ident,) in connection.execute(f"SELECT id FROM {table} WHERE {condition}")
        }


DAY = datetime(2024, 1, 1, 4, tzinfo=UTC)


def save_and_back_up(path: Path, first: int, say: Say) -> None:
    """Save a note and make a backup, day after day, until killed."""
    ledger = Ledger(path, "甲", busy_seconds=60)
    for number in count(first):
        say(f"note {ledger.add(KEYS[0], BUREAU, said(f'{number} ' * 3000)).id}")
        made = back_up(ledger, DAY + timedelta(days=number), large=0 if number % 20 > 10 else LARGE)
        say(f"backup {made.name if made else ''}")


def backups(folder: Path, rounds: int, seed: int) -> str:
    """Kill programs that make backups: one that has its name is whole and holds every note answered for before it."""
    chance = Random(seed)
    path = folder / "0.db"
    notes: list[str] = []
    made = 0
    for _ in range(rounds):
        begun = len(notes)
        lines, _ = run_killed(
            partial(save_and_back_up, path, begun), chance.uniform(0, 0.02), after=chance.randrange(6)
        )
        notes += [line.split()[1] for line in lines if line.startswith("note ")]
        for entry in list_backups(path):
            day = (entry.day - DAY.date()).days
            assert entry.is_complete and entry.notes is not None, entry
            if not entry.is_part:
                with closing(
                    sqlite3.connect(f"{entry.path.as_uri()}?mode=ro&immutable=1", uri=True)
                ) as connection:
                    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert entry.notes >= min(day + 1, len(notes)), entry
        made += sum(line.startswith("backup 0-") for line in lines)
        # A note that was saved without an answer takes a number, too.
        with closing(sqlite3.connect(path)) as connection:
            (stored,) = (
                connection.execute("SELECT count(*) FROM note").fetchone() if tables_in(path) else (0,)
            )
        notes += ["unanswered"] * (stored - len(notes))
    return f"{rounds} kills, {made} backups"


def put_back(path: Path, which: int, say: Say) -> None:
    """Put a backup or a kept ledger in the ledger's place."""
    entries = list_backups(path)
    entry = entries[which % len(entries)]
    say("begun")
    restore(path, entry, DAY)
    say(f"restored {entry.notes}")


def look_and_add(path: Path) -> set[str]:
    """Return the notes of a ledger, with one that is added now; done in a process of its own."""

    def act(say: Say) -> None:
        with Ledger(path, "甲") as ledger:
            ledger.add(KEYS[0], BUREAU, said("又"))
            say(" ".join(note.id for note in ledger.notes()))

    (line,), _ = run_killed(act)
    return set(line.split())


def restores(folder: Path, rounds: int, seed: int) -> str:
    """Kill programs that put a backup back: there is a whole ledger at the path all the while, and no note is lost."""
    chance = Random(seed)
    path = folder / "0.db"
    run_killed(partial(save_and_back_up, path, 0), 0.0, after=6)
    notes = look_and_add(path)
    finished = 0
    for _ in range(rounds):
        lines, _ = run_killed(
            partial(put_back, path, chance.getrandbits(8)), chance.uniform(0, 0.02), after=1
        )
        finished += len(lines) > 1
        here = look_and_add(path)
        assert len(here) > 1
        notes |= here
        found: set[str] = set()
        for file in (path, *saved_ledgers(path)):
            with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                found |= {ident for (ident,) in connection.execute("SELECT id FROM note")}
        assert found >= notes
    return f"{rounds} kills, {finished} restored"


DEEDS: dict[str, Callable[[Path, int, int], str]] = {
    "saves": saves,
    "migrations": migrations,
    "merges": merges,
    "backups": backups,
    "restores": restores,
}

if __name__ == "__main__":
    deed, place, number, start = sys.argv[1:]
    sys.stdout.write(DEEDS[deed](Path(place), int(number), int(start)) + "\n")
