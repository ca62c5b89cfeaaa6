"""Tasks as to-dos: the day after the last one, a state that is whole, and what programs of others read of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from plantui.exchange.losses import LossKind, Part
from plantui.export.form_files import form_files
from plantui.export.formats import Format
from plantui.model.note import NoteContent
from plantui.model.plan import Plan
from plantui.model.requirement import RequirementReport
from plantui.model.terms import NEVER_LATE, Language, Status
from tests.support.calendar_office import BUREAU, DAM, LATER, RIVERS, SOONER, Office, events_in, written
from tests.support.export_samples import CITY, TODAY, WATER
from tests.support.plan_strategies import plans


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def todos(office: Office) -> list[Any]:
    """Return the to-dos as icalendar reads them."""
    return events_in(written(office.content(), Format.VTODO), "VTODO")


def todo(office: Office, title: str) -> Any:
    return next(one for one in todos(office) if title in one["summary"])


def test_the_day_after_the_last_one_is_written(office: Office) -> None:
    dam = todo(office, "水库加固")  # by the first of December
    (alarm,) = dam.walk("VALARM")

    assert (dam["due"].dt, dam["due"].params["VALUE"]) == (date(2026, 12, 2), "DATE")
    assert (dam["dtstart"].dt, dam["dtstart"].params["VALUE"]) == (date(2024, 1, 1), "DATE")
    assert (alarm["trigger"].dt, alarm["trigger"].params["RELATED"]) == (timedelta(hours=-15), "END")
    assert dam["dtstamp"].dt.date() == TODAY


def test_a_task_with_several_dates_has_them_below_it(office: Office) -> None:
    task, later, sooner = (one for one in todos(office) if "整治" in one["summary"])

    assert "due" not in task
    assert [one["due"].dt for one in (later, sooner)] == [date(2027, 1, 1), date(2025, 1, 1)]
    assert {str(one["related-to"]) for one in (later, sooner)} == {str(task["uid"])}
    assert (task["status"], task["percent-complete"]) == ("IN-PROCESS", 60)
    assert [(one["status"], "percent-complete" in one) for one in (later, sooner)] == [
        ("NEEDS-ACTION", False)
    ] * 2
    assert [str(name) for name in task["categories"].cats] == [
        "市水务局",
        "市城管局",
        "市财政局",
        "各县区政府",
    ]
    assert "市水利局（2026-10-31，推进中 60%）：已完成 2 条。" in str(task["description"])


def test_what_is_done_has_status_day_and_percent_together(office: Office) -> None:
    office.complete(DAM)
    dam = todo(office, "水库加固")

    assert (dam["status"], dam["percent-complete"]) == ("COMPLETED", 100)
    assert dam["completed"].dt == datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert not dam.walk("VALARM")


def test_a_requirement_that_is_done_alone_is_completed_on_its_day(office: Office) -> None:
    for department in (BUREAU, "市城管局"):
        done = RequirementReport(SOONER, True, date(2026, 11, 3))
        content = NoteContent(Status.IN_PROGRESS, "三条已完成", as_of=TODAY, requirements=(done,))
        office.ledger.add(RIVERS, department, content)
    _, later, sooner = (one for one in todos(office) if "整治" in one["summary"])

    assert (sooner["status"], sooner["completed"].dt.date()) == ("COMPLETED", date(2026, 11, 3))
    assert (later["status"], "completed" in later) == ("NEEDS-ACTION", False)


def test_a_standing_duty_has_no_date_that_could_pass(office: Office) -> None:
    for key, status, expected in (
        (DAM, Status.ONGOING, ("IN-PROCESS", None)),
        (RIVERS, Status.DEFERRED, ("CANCELLED", None)),
    ):
        office.complete(key, status)
        title = "水库加固" if key == DAM else "整治"
        found = todo(office, title)
        assert (found["status"], found.get("due")) == expected


def test_an_extension_moves_a_todo_and_a_dropped_date_is_cancelled(office: Office) -> None:
    before = {str(one["uid"]): one for one in todos(office)}
    office.extend(date(2026, 12, 20))
    moved = todo(office, "完成3条")
    office.plans = (
        WATER._replace(tasks=(WATER.tasks[0]._replace(deadlines=(LATER,)), *WATER.tasks[1:])),
        CITY,
    )
    dropped = todo(office, "完成3条")

    assert moved["due"].dt == date(2026, 12, 21)
    assert moved["sequence"] > before[str(moved["uid"])]["sequence"]
    assert (dropped["uid"], dropped["status"]) == (moved["uid"], "CANCELLED")
    assert {str(one["uid"]) for one in todos(office)} == {*before}


@pytest.mark.parametrize("language", Language)
def test_icalendar_writes_the_same_bytes_and_vobject_reads_them(office: Office, language: Language) -> None:
    office.complete(DAM)
    data = written(office.content(language=language), Format.VTODO)

    assert icalendar.Calendar.from_ical(data).to_ical() == data
    found = vobject.readOne(data.decode()).vtodo_list
    assert [one.due.value for one in found if hasattr(one, "due")].count(date(2026, 12, 2)) == 1
    assert b"METHOD" not in data


@settings(max_examples=30, deadline=None)
@given(plan=plans(), day=st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_task_and_date_of_a_plan_comes_back(plan: Plan, day: date) -> None:
    with TemporaryDirectory() as folder:
        office = Office(Path(folder))
        office.plans, office.day = (plan,), day
        found = todos(office)

    above = {str(one["uid"]): one for one in found if "related-to" not in one}
    dates = [one["due"].dt - timedelta(days=1) for one in found if "due" in one]
    assert len(above) == len(plan.tasks)
    assert sorted(dates) == sorted(deadline.due for task in plan.tasks for deadline in task.deadlines)
    assert len({str(one["uid"]) for one in found}) == len(found)
    for place, one in enumerate(found):
        assert "due" not in one or "dtstart" not in one or one["dtstart"].dt < one["due"].dt
        assert "percent-complete" not in one
        if "related-to" in one:
            assert str(one["related-to"]) in {str(before["uid"]) for before in found[:place]}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([DAM, RIVERS]),
            st.sampled_from(Status),
            st.one_of(st.none(), st.integers(0, 100)),
            st.booleans(),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_states_are_whole_whatever_is_reported(said: list[tuple[Any, Status, int | None, bool]]) -> None:
    with TemporaryDirectory() as folder:
        office = Office(Path(folder))
        for key, status, percent, has_word in said:
            words = (RequirementReport(SOONER, True),) if has_word and key == RIVERS else ()
            reason = "已决定" if status in NEVER_LATE else ""
            content = NoteContent(status, "x", percent, as_of=TODAY, reason=reason, requirements=words)
            office.ledger.add(key, BUREAU, content)
        for one in todos(office):
            is_done = one["status"] == "COMPLETED"
            assert ("completed" in one) == is_done
            assert (one.get("percent-complete") == 100) == is_done


def test_the_account_counts_over_all_plans(office: Office) -> None:
    (file,) = form_files(office.content(), Format.VTODO)
    assert file.account
    lost = {loss.what: (loss.kind, loss.times) for loss in file.account.losses}

    assert lost[Part.SECTIONS] == (LossKind.LOST, 4)
    assert lost[Part.INDICATORS] == (LossKind.LOST, 4)
    assert Part.PERCENT not in lost


def test_the_last_day_of_all_has_no_day_after_it(office: Office) -> None:
    office.extend(date.max)

    assert "due" not in todo(office, "完成3条")
