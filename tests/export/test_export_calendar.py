"""The calendar of deadlines: the right days, names that stay, numbers that grow; read again by three other programs."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar.parser import Contentline
from icalendar.prop import vText

from plantui.export.content_lines import text_line
from plantui.export.deadline_events import sequence_of
from plantui.export.form_files import form_files
from plantui.export.formats import Format
from plantui.export.progress import unobserved
from plantui.model.event import Choice
from plantui.model.note import NoteContent
from plantui.model.plan import Deadline
from plantui.model.requirement import RequirementReport
from plantui.model.terms import Language, Status
from plantui.model.text import with_visible_controls
from plantui.query.filter import Filter
from plantui.store.ledger import NewEvent
from tests.support.calendar_office import BUREAU, DAM, LATER, RIVERS, SOONER, Office, events_in, written
from tests.support.export_samples import CITY, TODAY, WATER

HOSTILE = "a;b,c\\n\nEND:VEVENT\r\nBEGIN:VEVENT\x1b[31m\u202e「第三条」" + "很长的标题" * 20


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_deadline_is_a_day_of_its_own_with_a_reminder(office: Office) -> None:
    event = office.event(LATER)
    (alarm,) = event.walk("VALARM")

    assert event["summary"] == "金石市河湖计划 任务1：整治 | 河道（完成10条）"
    assert event["dtstart"].dt == date(2026, 12, 31)
    assert event["dtend"].dt == date(2027, 1, 1)
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert (event["status"], event["transp"]) == ("CONFIRMED", "TRANSPARENT")
    assert event["dtstamp"].dt.date() == TODAY
    assert event["categories"].cats == ["红"]
    assert alarm["trigger"].dt == timedelta(days=-30, hours=9)
    lines = str(event["description"]).split("\n")
    assert lines[:3] == ["2026年底前：完成10条", "牵头单位：市水务局、市城管局", "配合单位：市财政局"]
    assert {"筛选条件：无（全部任务）", "截至日期：2026-11-22"} <= set(lines)


def test_a_reminder_whose_day_has_passed_comes_on_the_day_itself(office: Office) -> None:
    for deadline in (SOONER, Deadline("年底前", date(2026, 12, 1))):  # overdue; due in nine days
        (alarm,) = office.event(deadline).walk("VALARM")
        assert alarm["trigger"].dt == timedelta(hours=9)


def test_what_is_done_or_not_counted_as_late_is_cancelled(office: Office) -> None:
    assert office.event(Deadline("到2027年", date(2027, 12, 31)))["status"] == "CANCELLED"
    office.complete(DAM, Status.DEFERRED)

    assert office.event(Deadline("年底前", date(2026, 12, 1)))["status"] == "CANCELLED"
    assert office.event(LATER)["status"] == "CONFIRMED"


def test_a_requirement_that_is_done_alone_is_cancelled_alone(office: Office) -> None:
    for department in (BUREAU, "市城管局"):
        done = RequirementReport(SOONER, True, TODAY)
        content = NoteContent(Status.IN_PROGRESS, "三条已完成", as_of=TODAY, requirements=(done,))
        office.ledger.add(RIVERS, department, content)

    assert (office.event(SOONER)["status"], office.event(LATER)["status"]) == ("CANCELLED", "CONFIRMED")


def test_an_extension_moves_the_event_and_keeps_its_name(office: Office) -> None:
    before = office.event(SOONER)
    office.extend(date(2026, 12, 20))
    after = office.event(SOONER)

    assert after["uid"] == before["uid"]
    assert after["dtstart"].dt == date(2026, 12, 20)
    assert after["sequence"] == before["sequence"] + 1
    assert "原时限 2024-12-31" in str(after["description"])


def test_every_change_makes_the_number_grow_an_undo_too(office: Office) -> None:
    found = [office.event(LATER)["sequence"]]
    office.extend(date(2026, 12, 20))
    found.append(office.event(LATER)["sequence"])
    office.ledger.undo()
    found.append(office.event(LATER)["sequence"])
    office.ledger.redo()
    found.append(office.event(LATER)["sequence"])
    office.complete()
    found.append(office.event(LATER)["sequence"])

    assert found == sorted(set(found))


def test_nothing_said_of_a_task_is_the_first_state_of_its_day(office: Office) -> None:
    event = office.event(Deadline("即日", date(2026, 1, 1)))

    assert event["sequence"] == 10_000 * (TODAY - date(2000, 1, 1)).days
    assert "last-modified" not in event


def _correct_the_plan(office: Office, clause: str) -> None:
    sooner = SOONER._replace(clause=clause)
    task = WATER.tasks[0]._replace(title=f"整治{clause}", deadlines=(LATER, sooner))
    office.plans = (WATER._replace(tasks=(task, *WATER.tasks[1:])), CITY)


MOVES: dict[str, Callable[[Office], object]] = {
    "another edition": lambda office: _correct_the_plan(office, "完成四条"),
    "another again": lambda office: _correct_the_plan(office, "完成五条"),
    "extended": lambda office: office.extend(office.day + timedelta(days=30)),
    "completed": Office.complete,
    "undone": lambda office: office.ledger.undo(),
    "nothing": lambda office: None,
}


@settings(max_examples=12)
@given(st.lists(st.tuples(st.sampled_from([*MOVES]), st.integers(1, 400)), min_size=1, max_size=4))
def test_what_a_later_day_says_has_the_larger_number(moves: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        office = Office(Path(folder))
        before = {str(one["uid"]): one for one in events_in(office.text())}
        for name, days in moves:
            office.day += timedelta(days=days)
            MOVES[name](office)
            after = {str(one["uid"]): one for one in events_in(office.text())}
            for uid in before.keys() & after.keys():
                assert after[uid]["sequence"] > before[uid]["sequence"]
            before |= after


@pytest.mark.parametrize(
    ("day", "changes", "expected"),
    [
        (date(2000, 1, 1), 0, 0),
        (date(1999, 12, 31), 3, 3),
        (date(2000, 1, 2), 0, 10_000),
        (date(2000, 1, 2), 12_345, 19_999),
        (date(2026, 11, 22), 7, 98_220_007),
        (date.max, 12_345, 2_147_479_999),
    ],
)
def test_a_number_has_the_day_then_the_changes_and_31_bits(day: date, changes: int, expected: int) -> None:
    assert sequence_of(day, changes) == expected < 2**31


def test_a_choice_of_the_whole_office_makes_the_numbers_grow(office: Office) -> None:
    before = office.event(LATER)["sequence"]
    office.ledger.record([NewEvent(Choice("closing_day", "5"), TODAY)])

    assert office.event(LATER)["sequence"] == before + 1


def test_a_corrected_wording_is_the_same_event_and_a_dropped_one_is_cancelled(office: Office) -> None:
    office.extend(date(2026, 12, 20))
    before = office.event(SOONER)["uid"]
    corrected = SOONER._replace(phrase="2024年年底前", clause="完成三条")
    for deadlines, expected in (
        ((LATER, corrected), {before: "CONFIRMED"}),
        ((LATER,), {before: "CANCELLED"}),
    ):
        task = WATER.tasks[0]._replace(deadlines=deadlines)
        office.plans = (WATER._replace(tasks=(task, *WATER.tasks[1:])), CITY)
        found = {str(one["uid"]): str(one["status"]) for one in office.events().values()}
        assert expected.items() <= found.items()
        assert len(office.events()) == 5


def test_events_have_names_of_their_own(office: Office) -> None:
    twin = LATER._replace(clause="另有一条")
    task = WATER.tasks[0]._replace(deadlines=(LATER, twin, SOONER))
    office.plans = (WATER._replace(tasks=(task, *WATER.tasks[1:])), CITY)

    found = [str(one["uid"]) for one in events_in(office.text())]
    assert len(found) == len(set(found)) == 6


@pytest.mark.parametrize("language", Language)
def test_icalendar_writes_the_same_bytes(office: Office, language: Language) -> None:
    office.extend(date(2026, 12, 20))
    office.complete(DAM)
    data = written(office.content(language=language))

    assert icalendar.Calendar.from_ical(data).to_ical() == data


@given(
    st.text(
        alphabet=st.one_of(st.sampled_from("\\^;,:\nN长\t𠮷"), st.characters(codec="utf-8")), max_size=300
    )
)
def test_a_text_is_escaped_and_folded_as_icalendar_does(text: str) -> None:
    shown = with_visible_controls(text).replace("\\N", "")  # of which icalendar makes a line end
    expected = Contentline.from_parts("SUMMARY", icalendar.Parameters(), vText(shown)).to_ical()

    assert text_line("SUMMARY", shown) == expected + b"\r\n"


def test_a_path_of_another_system_stays_as_it_is(office: Office) -> None:
    deadline = LATER._replace(clause="D:\\New\\Notes")
    task = WATER.tasks[0]._replace(deadlines=(deadline,))
    office.plans = (WATER._replace(tasks=(task, *WATER.tasks[1:])), CITY)

    said = str(office.event(deadline)["description"])
    assert said.startswith("2026年底前：D:\\New\\Notes\n")


@pytest.fixture
def hostile(office: Office) -> Office:
    deadline = LATER._replace(clause=HOSTILE)
    task = WATER.tasks[0]._replace(title=HOSTILE, deadlines=(deadline,))
    office.plans = (WATER._replace(tasks=(task, *WATER.tasks[1:])), CITY)
    return office


def test_whatever_a_text_holds_stays_text(hostile: Office) -> None:
    data = hostile.text()
    events = events_in(data)
    event = next(one for one in events if "很长的标题" in one["summary"])

    assert len(events) == 4
    assert str(event["summary"]).count("\n") == 0
    assert "a;b,c\\n END:VEVENT BEGIN:VEVENT␛[31m\ufffd「第三条」" in str(event["summary"])
    assert "a;b,c\\n\nEND:VEVENT\nBEGIN:VEVENT␛[31m\ufffd「第三条」" in str(event["description"])
    assert len(list(vobject.readOne(data.decode()).vevent_list)) == 4


def test_no_line_is_longer_than_75_octets_and_no_character_is_torn(hostile: Office) -> None:
    data = hostile.text()

    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)  # a torn character is no UTF-8
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_vobject_reads_the_days(office: Office) -> None:
    found = {
        one.summary.value: one.dtstart.value for one in vobject.readOne(office.text().decode()).vevent_list
    }

    assert found["金石市河湖计划 任务2：=水库加固"] == date(2026, 12, 1)


@pytest.mark.parametrize("language", Language)
def test_what_is_in_the_file_and_what_is_not_is_said(office: Office, language: Language) -> None:
    (file,) = form_files(office.content(language=language), Format.ICS)
    file.write(io.BytesIO(), unobserved)
    file.write(io.BytesIO(), unobserved)  # counted anew

    said = file.remarks()
    assert [any(number in one for one in said) for number in ("4 ", "1 ", "2 ")] == [True] * 3
    assert len(said) == 3


def test_the_same_ledger_makes_the_same_bytes(office: Office) -> None:
    content = office.content()

    assert written(content) == written(content) == office.text()


def test_a_filter_chooses_the_events(office: Office) -> None:
    data = written(office.content(Filter(plans=("yuquan",))))

    assert [str(one["summary"]) for one in events_in(data)] == ["玉泉规划 任务2：关停"]


class Khal:
    """A calendar of khal in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        (folder / "days").mkdir(parents=True)
        self._config = folder / "config"
        self._config.write_text(
            f"[calendars]\n[[plan]]\npath = {folder / 'days'}\n[locale]\ndateformat = %Y-%m-%d\n"
            "longdateformat = %Y-%m-%d\ntimeformat = %H:%M\ndatetimeformat = %Y-%m-%d %H:%M\n"
            f"longdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = {folder / 'khal.db'}\n[default]\ndefault_calendar = plan\n",
            "utf-8",
        )

    def take(self, data: bytes, place: Path) -> list[tuple[str, str, str]]:
        """Import a file; return the events as (day, title, cancelled or nothing)."""
        place.write_bytes(data)
        self._run("import", "--batch", str(place))
        form = "{start-date}\t{end-date}\t{title}\t{status}"
        said = self._run("list", "--once", "--day-format", "", "--format", form, "2024-01-01", "2000d")
        found: list[tuple[str, str, str]] = []
        for line in filter(None, said.splitlines()):
            first, last, title, status = line.split("\t")
            assert first == last
            found.append((first, title, status.strip()))
        return found

    def _run(self, *args: str) -> str:
        command = [sys.executable, "-m", "khal", "-c", str(self._config), *args]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


def test_khal_updates_its_days_by_a_second_file(office: Office, tmp_path: Path) -> None:
    khal, rivers = Khal(tmp_path / "khal"), "金石市河湖计划 任务1：整治 | 河道"
    first = khal.take(office.text(), tmp_path / "first.ics")

    assert [one for one in first if one[1].startswith(rivers)] == [
        ("2024-12-31", f"{rivers}（完成3条）", "CONFIRMED"),
        ("2026-12-31", f"{rivers}（完成10条）", "CONFIRMED"),
    ]

    office.extend(date(2026, 12, 20))
    office.complete(DAM)
    second = khal.take(office.text(), tmp_path / "second.ics")

    assert len(second) == len(first) == 5
    assert ("2026-12-20", f"{rivers}（完成3条）", "CONFIRMED") in second
    assert not [one for one in second if one[0] == "2024-12-31"]
    assert ("2026-12-01", "金石市河湖计划 任务2：=水库加固", "CANCELLED") in second
