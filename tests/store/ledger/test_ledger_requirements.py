"""Words on single requirements and extended dates, as the reports of a task and of all tasks give them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from plantui.model.dates import RequirementDate, current_dates, former_extensions
from plantui.model.event import Extension
from plantui.model.key import TaskKey
from plantui.model.plan import Deadline
from plantui.model.progress import Report, TaskReports
from plantui.model.requirement import RequirementReport
from plantui.model.terms import Status
from plantui.store.ledger import Ledger, NewEvent
from tests.support.ledger_samples import BUREAU, KEY, Clock, said

FIRST = Deadline("2024年底前", date(2024, 12, 31), "完成改造40家")
SECOND = Deadline("2025年底前", date(2025, 12, 31), "完成改造80家")
JUNE = date(2024, 6, 30)
JULY = date(2024, 7, 31)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger that a test writes to."""
    with Ledger(tmp_path / "ledger.db", "张三", Clock()) as ledger:
        yield ledger


def add(ledger: Ledger, *words: RequirementReport, day: date = JUNE, department: str = BUREAU) -> str:
    """Save a note with these words on requirements; its id."""
    content = said("推进", as_of=day)._replace(status=Status.IN_PROGRESS, percent=None, requirements=words)
    return ledger.add(KEY, department, content).id


def standing_words(ledger: Ledger, day: date, department: str = BUREAU) -> tuple[RequirementReport, ...]:
    """Return a department's standing words, which both ways of reading give."""
    of_all = ledger.latest(day)
    assert of_all == {KEY: ledger.reports_of(KEY, day)}
    return of_all[KEY].reports[department].requirements


def test_words_stand_until_said_otherwise(ledger: Ledger) -> None:
    """A tick of June stands in July beside a note that says nothing of it, and is gone in the view of May."""
    add(ledger, RequirementReport(FIRST, True, date(2024, 6, 20)))
    add(ledger, day=JULY)
    assert standing_words(ledger, JUNE) == (RequirementReport(FIRST, True, date(2024, 6, 20)),)
    assert standing_words(ledger, JULY) == (RequirementReport(FIRST, True, date(2024, 6, 20)),)
    assert ledger.latest(date(2024, 5, 31)) == {}


def test_a_later_word_takes_the_place_of_the_earlier(ledger: Ledger) -> None:
    """A requirement that is open again, and one with a new percent, stand as said last."""
    add(ledger, RequirementReport(FIRST, True), RequirementReport(SECOND, percent=20))
    add(ledger, RequirementReport(FIRST, False), RequirementReport(SECOND, percent=35), day=JULY)
    assert set(standing_words(ledger, JULY)) == {
        RequirementReport(FIRST, False),
        RequirementReport(SECOND, percent=35),
    }


def test_words_of_each_department_stand_apart(ledger: Ledger) -> None:
    """A department's tick says nothing for another one."""
    add(ledger, RequirementReport(FIRST, True))
    add(ledger, department="市财政局")
    assert standing_words(ledger, JUNE) == (RequirementReport(FIRST, True),)
    assert standing_words(ledger, JUNE, "市财政局") == ()


def test_a_superseded_or_retracted_word_does_not_stand(ledger: Ledger) -> None:
    """An edit takes a tick back, and so does the retraction of its note."""
    note = add(ledger, RequirementReport(FIRST, True))
    edited = ledger.edit(note, said("推进", as_of=JUNE)._replace(requirements=()))
    assert standing_words(ledger, JUNE) == ()
    ledger.undo()
    assert standing_words(ledger, JUNE) == (RequirementReport(FIRST, True),)
    ledger.redo()
    ledger.retract(ledger.notes(KEY)[0].id)
    assert ledger.latest(JUNE) == {} and edited.chain == note


def test_a_damaged_word_is_named(ledger: Ledger) -> None:
    """What plantui never writes is left out of the reports of all tasks and named."""
    add(ledger, RequirementReport(FIRST, True))
    ledger.close()
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        connection.execute("DROP TRIGGER note_no_update")
        connection.execute("UPDATE note SET requirements = '[{}]'")
    ledger.rebuild()
    assert ledger.latest(JUNE)[KEY].reports[BUREAU].requirements == ()
    (row,) = ledger.unreadable
    assert row.table == "note"


def test_extensions_come_with_the_reports(ledger: Ledger) -> None:
    """An extension counts from its day on, for a task without notes too, until it is undone."""
    other = TaskKey("plan", "2")
    first = Extension(FIRST, date(2025, 3, 31), "汛期停工", "市政府")
    second = Extension(FIRST, date(2025, 6, 30), "再延", "市政府")
    ledger.record([NewEvent(first, JUNE, other, "")])
    ledger.record([NewEvent(second, JULY, other, "")])
    assert ledger.latest(JUNE) == {other: TaskReports({}, 0, None, (first,))}
    assert (
        ledger.latest(JULY)[other]
        == ledger.reports_of(other, JULY)
        == TaskReports({}, 0, None, (first, second))
    )
    ledger.undo()
    assert ledger.latest(JULY)[other].extensions == (first,)
    add(ledger)
    assert ledger.latest(JULY)[KEY] == TaskReports({BUREAU: Report(Status.IN_PROGRESS, as_of=JUNE)}, 1, JUNE)


@pytest.mark.parametrize(
    ("days", "current", "times"),
    [
        ((), FIRST.due, 0),
        ((date(2025, 3, 31),), date(2025, 3, 31), 1),
        ((date(2025, 6, 30), date(2025, 3, 31)), date(2025, 3, 31), 2),  # put right: the newest decides
    ],
)
def test_current_dates(days: tuple[date, ...], current: date, times: int) -> None:
    """The first date stays, the newest extension holds, each counts, and other requirements are untouched."""
    extensions = [Extension(FIRST, day, "", "") for day in days]
    assert current_dates((FIRST, SECOND), extensions) == (
        RequirementDate(FIRST, FIRST.due, current, times),
        RequirementDate(SECOND, SECOND.due, SECOND.due, 0),
    )


def test_an_extension_of_a_former_wording_changes_no_date() -> None:
    """An extension of a requirement that a revised plan words otherwise is told, never applied."""
    former = Extension(FIRST._replace(clause="完成改造30家"), date(2025, 3, 31), "", "")
    assert current_dates((FIRST,), [former]) == (RequirementDate(FIRST, FIRST.due, FIRST.due),)
    assert former_extensions((FIRST,), [former]) == (former,)
