"""Notes a portion at a time: the same as all at once, with nothing locked between two portions and nothing left out unsaid."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import timedelta
from itertools import chain
from pathlib import Path
from random import Random

import pytest

from plantui.model.evidence import Evidence, EvidenceKind
from plantui.model.key import TaskKey
from plantui.model.note import Note
from plantui.store.ledger import Ledger, listing
from plantui.store.ledger.note_cells import NoteCells
from plantui.store.ledger.records import note_of
from tests.support.ledger_samples import BUREAU, JUNE, KEY, Clock, said


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    """A ledger with seven notes on seven tasks, read two at a time."""
    monkeypatch.setattr(listing, "AT_ONCE", 2)
    with Ledger(tmp_path / "ledger.db", "张三", Clock()) as made:
        for number in range(7):
            made.add(TaskKey(KEY.plan, f"task-{number}"), BUREAU, said(f"第{number}次"))
        yield made


def progress(portions: Iterator[list[Note]]) -> list[str]:
    return [note.content.progress for note in chain(*portions)]


def test_portions_are_what_is_listed_at_once(ledger: Ledger) -> None:
    ledger.add(TaskKey("other", "task-1"), BUREAU, said("别的规划"))
    found = [*ledger.note_portions(plan=KEY.plan, today=JUNE)]
    assert [len(portion) for portion in found] == [2, 2, 2, 1]
    assert [*chain(*found)] == ledger.notes(plan=KEY.plan, today=JUNE)
    key = TaskKey(KEY.plan, "task-3")
    assert progress(ledger.note_portions(key)) == ["第3次"]


def test_what_is_written_meanwhile_neither_waits_nor_shows(ledger: Ledger) -> None:
    """A reader that stops, as one behind a pager does, holds nobody up."""
    portions = ledger.note_portions(today=JUNE)
    first = next(portions)
    with Ledger(ledger.path, "李四", Clock(), busy_seconds=0) as other:
        other.edit(first[0].id, said("改了"))
        other.add(KEY, BUREAU, said("新的"))
    assert progress(iter([first])) + progress(portions) == [f"第{number}次" for number in range(7)]


@pytest.mark.parametrize(
    ("column", "cell"), [("status", "'?'"), ("kind", "'?'"), ("as_of", "'2024年6月'"), ("percent", "101")]
)
def test_rows_that_are_no_notes_are_named(ledger: Ledger, column: str, cell: str) -> None:
    """Also where the cell decides whether a row is listed at all."""
    ledger.settle()
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        connection.execute("DROP TRIGGER note_no_update")
        connection.execute(f"UPDATE note SET {column} = {cell} WHERE seq = 4")
    assert progress(ledger.note_portions(today=JUNE)) == [f"第{number}次" for number in (0, 1, 2, 4, 5, 6)]
    assert [row.seq for row in ledger.unreadable] == [4]
    passed_on = [*chain(*ledger.revision_portions(today=JUNE))]
    assert [one.id for one in passed_on] == [note.id for note in chain(*ledger.note_portions(today=JUNE))]


def test_revisions_that_are_passed_on_are_the_notes(ledger: Ledger) -> None:
    """Also those with details, of which a note is made."""
    link = Evidence(EvidenceKind.LINK, "https://example.org", "批复", JUNE)
    ledger.add(KEY, BUREAU, said("有佐证")._replace(evidence=(link,)))
    ledger.retract(ledger.notes()[0].id)
    for is_all in (False, True):
        found = [*chain(*ledger.revision_portions(plan=KEY.plan, all_revisions=is_all))]
        notes = ledger.notes(plan=KEY.plan, all_revisions=is_all)
        assert [note_of(one) if isinstance(one, NoteCells) else one for one in found] == notes
        assert [type(one) for one in found if not isinstance(one, NoteCells)] == [Note]


def test_no_ledger_has_no_portions(tmp_path: Path) -> None:
    assert [*Ledger(tmp_path / "none.db", "张三").note_portions()] == []


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("few", [None, ["task-1"]])
def test_newest_places_are_the_last_of_what_is_listed(
    ledger: Ledger, seed: int, few: Sequence[str] | None
) -> None:
    """Of each department, on a past day as on a later one, of some notes as of all: those of one moment go by their ids."""
    with closing(sqlite3.connect(ledger.path, isolation_level=None)) as connection:
        add_random_notes(connection, Random(seed))
    for day in (JUNE, JUNE - timedelta(days=2)):
        everything = ledger.notes(plan=KEY.plan, today=day)
        half = [note.id for note in everything[::2]]
        for only in (None, half):
            wanted = newest(note for note in everything if only is None or note.id in half)
            places = ledger.newest_places(KEY.plan, day, only, few)
            found = ledger.newest_notes([place.row for place in places], day, only)
            assert newest(found) == {at: one for at, one in wanted.items() if few is None or at[0] in few}
            assert len(places) == len(found) == len(newest(found))


def newest(notes: Iterable[Note]) -> dict[tuple[str, str], str]:
    """Return the id of the newest note of each task and department; the notes come oldest first."""
    return {(note.key.task, note.department): note.id for note in notes}


def add_random_notes(connection: sqlite3.Connection, random: Random) -> None:
    """Write notes on few tasks, days and moments, so that many fall on one; some retract or take the place of others."""
    earlier = [""]
    for number in range(120):
        ident = f"{random.getrandbits(64):016x}{number}"
        supersedes = random.choice(earlier) if random.random() < 0.2 else ""
        kind = "retracted" if supersedes and random.random() < 0.5 else "written"
        day = JUNE - timedelta(days=random.randrange(4))
        cells = (ident, supersedes or ident, kind, KEY.plan, f"task-{random.randrange(3)}")
        more = (random.choice(["甲", "乙"]), day.isoformat(), f"{day}T08:00:0{random.randrange(2)}.000000Z")
        connection.execute(
            "INSERT INTO note (id, chain, kind, plan, task, department, status, as_of, author, written_at, supersedes,"
            " action, progress, problems, next_steps) VALUES (?, ?, ?, ?, ?, ?, 'in_progress', ?, '张三', ?, ?, 'a', '', '', '')",
            (*cells, *more, supersedes or None),
        )
        earlier.append(ident)
