"""Notes from files of other systems: taken in once, in one action, never over what a person wrote."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.outside_note import OutsideNote, OutsideSource, is_from_outside
from plantui.model.receipt import ArrivalForm
from plantui.model.terms import Status
from plantui.query.outside_notes import OutsideTaken, take_in_outside
from plantui.store.ledger import Ledger

MAY, JUNE, JULY = date(2024, 5, 31), date(2024, 6, 30), date(2024, 7, 31)
FILE = OutsideSource("台账.xlsx", "ab" * 32)
BUREAU, OTHER = "市水利局", "市财政局"
FIRST, SECOND = TaskKey("plan", "1"), TaskKey("plan", "2")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "ledger.sqlite", "wang") as ledger:
        yield ledger


def outside(
    progress: str, day: date | None = MAY, key: TaskKey = FIRST, department: str = BUREAU
) -> OutsideNote:
    """A note of a file."""
    return OutsideNote(key, department, NoteContent(Status.IN_PROGRESS, progress, as_of=day))


def taken(ledger: Ledger, *notes: OutsideNote, today: date = JULY) -> OutsideTaken:
    """Take notes in."""
    return take_in_outside(ledger, notes, FILE, today)


def said(ledger: Ledger) -> list[tuple[str, date, str]]:
    """Task, day and words of what counts."""
    return [(note.key.task, note.as_of, note.content.progress) for note in ledger.notes()]


def test_notes_are_one_action_that_one_undo_takes_back(ledger: Ledger) -> None:
    ledger.add(SECOND, OTHER, outside("自己写的").content)

    done = taken(ledger, outside("开工"), outside("招标", key=SECOND), outside("封顶", JUNE))

    assert (done.received.notes, done.received.known, done.kept) == (3, 0, ())
    assert [note.author for note in ledger.notes(department=BUREAU)] == ["import:台账.xlsx"] * 3
    (receipt,) = ledger.receipts()
    assert (receipt.form, receipt.sha256, receipt.author) == (ArrivalForm.OUTSIDE, FILE.sha256, "wang")
    assert (receipt.first_day, receipt.last_day, receipt.department) == (MAY, JUNE, BUREAU)

    ledger.undo()
    assert said(ledger) == [("2", MAY, "自己写的")]
    ledger.redo()
    assert len(said(ledger)) == 4
    assert all(is_from_outside(note.author) for note in ledger.notes(department=BUREAU))


def test_the_same_file_again_adds_nothing(ledger: Ledger) -> None:
    notes = (outside("开工"), outside("开工", department=OTHER), outside("封顶", JUNE))
    taken(ledger, *notes)

    again = taken(ledger, *notes)

    assert (again.received.is_new, again.received.known) == (False, 3)
    assert len(ledger.receipts()) == 1
    assert len(ledger.notes(all_revisions=True)) == 3


def test_two_equal_notes_of_a_file_are_two(ledger: Ledger) -> None:
    """What stands twice in the file was said twice; told apart only by how many there are."""
    taken(ledger, outside("开工"), outside("开工"))

    assert taken(ledger, outside("开工"), outside("开工")).received.known == 2
    assert len(said(ledger)) == 2


def test_a_corrected_row_changes_its_note(ledger: Ledger) -> None:
    taken(ledger, outside("开工"), outside("封顶", JUNE))

    done = taken(ledger, outside("开工两处"), outside("封顶", JUNE))

    assert (done.received.notes, done.received.revisions, done.received.known) == (0, 1, 1)
    assert said(ledger) == [("1", MAY, "开工两处"), ("1", JUNE, "封顶")]
    ledger.undo()
    assert said(ledger) == [("1", MAY, "开工"), ("1", JUNE, "封顶")]


def test_without_a_day_only_what_changed_is_new(ledger: Ledger) -> None:
    """A ledger that says each month how things stand: what stands as before is no new note."""
    taken(ledger, outside("开工", None), today=MAY)

    assert taken(ledger, outside("开工", None), today=JUNE).received.known == 1
    assert taken(ledger, outside("封顶", None), today=JUNE).received.notes == 1
    assert taken(ledger, outside("开工", None), today=JULY).received.notes == 1
    assert said(ledger) == [("1", MAY, "开工"), ("1", JUNE, "封顶"), ("1", JULY, "开工")]


@pytest.mark.parametrize("day", [MAY, None])
def test_what_a_person_made_of_a_note_stays(ledger: Ledger, day: date | None) -> None:
    taken(ledger, outside("开工", day), outside("开工", day, SECOND), today=MAY)
    for note in ledger.notes():
        if note.key == FIRST:
            ledger.edit(note.id, note.content._replace(progress="开工三处"))
        else:
            ledger.retract(note.id)

    again = taken(ledger, outside("开工", day), outside("开工", day, SECOND), today=JUNE)

    assert (again.received.is_new, again.received.known, again.kept) == (False, 2, ())
    assert said(ledger) == [("1", MAY, "开工三处")]


def test_another_word_on_a_persons_note_is_not_taken_in_but_told(ledger: Ledger) -> None:
    ledger.add(FIRST, BUREAU, outside("自己写的").content)

    done = taken(ledger, outside("开工"), outside("封顶", JUNE))

    assert done.kept == (outside("开工"),)
    assert said(ledger) == [("1", MAY, "自己写的"), ("1", JUNE, "封顶")]


def test_what_was_undone_comes_in_again(ledger: Ledger) -> None:
    taken(ledger, outside("开工"))
    ledger.undo()

    assert taken(ledger, outside("开工")).received.notes == 1
    assert said(ledger) == [("1", MAY, "开工")]
