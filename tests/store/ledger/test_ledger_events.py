"""Details of notes, events beside them, and notes that two ledgers changed: stored, undone and replayed."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from plantui.model.actual import Actual
from plantui.model.alignment import AlignmentChoice
from plantui.model.event import Choice, Extension, Stage, StageKind
from plantui.model.evidence import Evidence, EvidenceKind
from plantui.model.key import TaskKey
from plantui.model.note import Draft, RevisionKind
from plantui.model.plan import Deadline, Indicator
from plantui.model.problem import UsageError
from plantui.model.requirement import RequirementReport, standing
from plantui.model.terms import Force, Op
from plantui.model.typed_fields import TypedActual, TypedFields, TypedRequirement
from plantui.store.ledger import Ledger, NewEvent, NoteChanged
from tests.support.ledger_samples import BUREAU, KEY, Clock, said

FIRST = Deadline("2024年底前", date(2024, 12, 31), "完成改造40家")
SECOND = Deadline("2025年底前", date(2025, 12, 31), "完成改造80家")
LENGTH = Indicator(
    "新增充电桩", Op.AT_LEAST, 38.5, "万个", date(2025, 12, 31), clause="达到", force=Force.BINDING
)
DETAILED = said("完成")._replace(
    requirements=(RequirementReport(FIRST, True, date(2024, 6, 20)), RequirementReport(SECOND, percent=60)),
    actuals=(Actual(LENGTH, 12.5, "万个", date(2024, 6, 30), "统计公报[2024]7号"),),
    evidence=(Evidence(EvidenceKind.FILE, "/资料/验收.pdf", "验收.pdf", date(2024, 6, 30), 12, "ab" * 32),),
)


def on(day: int, month: int = 6) -> date:
    """Return a day of 2024."""
    return date(2024, month, day)


@pytest.fixture
def clock() -> Clock:
    """A clock at the end of June."""
    return Clock()


@pytest.fixture
def ledger(tmp_path: Path, clock: Clock) -> Ledger:
    """A ledger that a test writes to."""
    return Ledger(tmp_path / "ledger.db", "张三", clock)


def test_details_come_back_as_written(ledger: Ledger) -> None:
    """What a note says of requirements, indicators and evidence is read as it was written, also from a draft."""
    note = ledger.add(KEY, BUREAU, DETAILED)
    (read,) = ledger.notes(KEY)
    assert read == note
    assert read.content == DETAILED


def test_details_that_plantui_never_writes_are_named(ledger: Ledger) -> None:
    """A row whose details are no JSON, or lack a key, is left out and named; the others are read."""
    ledger.add(KEY, BUREAU, DETAILED)
    ledger.close()
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        connection.execute("DROP TRIGGER note_no_update")
        for name, cell in (("a", "{"), ("b", '[{"phrase":"x"}]'), ("c", '[{"done":1}]')):
            connection.execute(
                "INSERT INTO note (id, chain, kind, plan, task, department, status, progress, problems, next_steps, as_of,"
                " author, written_at, action, reason, requirements) SELECT ?, ?, kind, plan, task, department, status,"
                " progress, problems, next_steps, as_of, author, written_at, action, reason, ? FROM note WHERE seq = 1",
                (name, name, cell),
            )
    assert len(ledger.notes(KEY)) == 1
    assert len(ledger.unreadable) == 3


def test_tick_stands_until_said_otherwise() -> None:
    """A later note that gives only a percent, or speaks of something else, leaves the tick as it was."""
    day = date(2024, 6, 20)
    done, open_again = RequirementReport(FIRST, True, day), RequirementReport(FIRST, False)
    cases: list[tuple[list[list[RequirementReport]], RequirementReport]] = [
        ([[done]], done),
        ([[done], []], done),
        ([[done], [RequirementReport(SECOND, True)]], done),
        ([[done], [RequirementReport(FIRST, percent=80)]], RequirementReport(FIRST, True, day, 80)),
        ([[done], [open_again]], open_again),
        ([[RequirementReport(FIRST, percent=30)], [done]], RequirementReport(FIRST, True, day, 30)),
    ]
    for notes, expected in cases:
        assert standing(notes)[FIRST] == expected


def test_events_are_undone_redone_and_replayed(ledger: Ledger, clock: Clock) -> None:
    """Of events the newest counts; undo brings back the one before, and a past day shows what held then."""
    clock.set(on(10))
    ledger.record([NewEvent(Choice("period", "month"), on(1))])
    clock.set(on(20))
    ledger.record([NewEvent(Choice("period", "quarter"), on(20))])
    values = [event.content for event in ledger.events("choice")]
    assert values == [Choice("period", "month"), Choice("period", "quarter")]
    assert [event.content for event in ledger.events("choice", today=on(15))] == [Choice("period", "month")]

    undone = ledger.undo()
    assert undone is not None
    assert [event.kind for event in undone.events] == [RevisionKind.RETRACTED]
    assert [event.content for event in ledger.events("choice")] == [Choice("period", "month")]
    ledger.redo()
    assert [event.content for event in ledger.events("choice")] == values


def test_events_of_one_action_are_undone_together_with_nothing_else(ledger: Ledger) -> None:
    """Stages set on several notes at once go back at once; the notes stay."""
    notes = ledger.add_many([KEY, TaskKey(KEY.plan, "task-8")], BUREAU, said("一"))
    ledger.record([NewEvent(Stage(note.id, StageKind.SUBMITTED), on(30), note.key, BUREAU) for note in notes])
    assert len(ledger.events("stage")) == 2
    assert len(ledger.events("stage", KEY)) == 1
    ledger.undo()
    assert ledger.events("stage") == []
    assert len(ledger.notes()) == 2


def test_event_that_lacks_something_is_refused(ledger: Ledger) -> None:
    """A return without a reason and an extension without reason, approval or a later date are refused."""
    later = date(2025, 6, 30)
    wrong = (
        Stage("id", StageKind.RETURNED, " "),
        Extension(FIRST, later, "", "市政府"),
        Extension(FIRST, later, "疫情", ""),
        Extension(FIRST, FIRST.due, "疫情", "市政府"),
        Choice("period", "\udc80"),
        AlignmentChoice(KEY, TaskKey("other", "\udc80"), is_same=True),
    )
    for content in wrong:
        with pytest.raises(UsageError):
            ledger.record([NewEvent(content, on(30), KEY)])
    assert not ledger.exists()


def test_note_changed_in_two_copies_is_a_conflict_until_settled(
    ledger: Ledger, tmp_path: Path, clock: Clock
) -> None:
    """Both revisions are kept and the newer counts; a person's choice ends it, undo brings the conflict back."""
    first = ledger.add(KEY, BUREAU, said("一"))
    ledger.close()
    copy = tmp_path / "copy.db"
    shutil.copy(ledger.path, copy)
    here = ledger.edit(first.id, said("此处", 40))
    with Ledger(copy, "李四", clock) as other:
        there = other.edit(first.id, said("彼处", 60))
    ledger.close()
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        connection.execute("ATTACH ? AS other", (str(copy),))
        columns = ", ".join(
            name for _, name, *_ in connection.execute("PRAGMA table_info(note)") if name != "seq"
        )
        connection.execute(f"INSERT OR IGNORE INTO note ({columns}) SELECT {columns} FROM other.note")
    assert [[one.id for one in heads] for heads in ledger.conflicts()] == [[here.id, there.id]]
    assert [note.id for note in ledger.notes(KEY)] == [there.id]

    with pytest.raises(NoteChanged):
        ledger.settle_conflict(here.id, said("合并", 50), ())
    settled = ledger.settle_conflict(here.id, said("合并", 50), [there.id])
    assert ledger.conflicts() == []
    assert [note.id for note in ledger.notes(KEY)] == [settled.id]
    assert [note.content.progress for note in ledger.notes(KEY)] == ["合并"]

    ledger.undo()
    (heads,) = ledger.conflicts(KEY)
    assert {one.content.progress for one in heads} == {"彼处", "此处"}


def test_a_draft_keeps_fields_that_are_half_typed(ledger: Ledger) -> None:
    """What a field holds that is no day and no number yet comes back as it was typed."""
    typed = TypedFields(
        "2024-0",
        (TypedRequirement(FIRST, True, "6-3", "1000"),),
        (TypedActual(LENGTH, "38.", "", "[统计]公报"),),
    )
    ledger.save_draft(Draft(KEY, BUREAU, "", said("写到一半"), typed=typed))

    (kept,) = ledger.drafts()

    assert kept.typed == typed


def test_a_word_on_two_tasks_is_an_event_of_no_task(ledger: Ledger) -> None:
    """It counts as others do, goes back with undo, and no task has changed by it."""
    word = AlignmentChoice(KEY, TaskKey("other-plan", "3/4"), is_same=False)
    ledger.record([NewEvent(word, on(30))])
    (event,) = ledger.events("alignment")
    assert (event.content, event.key) == (word, None)
    assert ledger.differences() == []
    ledger.undo()
    assert ledger.events("alignment") == []
