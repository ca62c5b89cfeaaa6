"""The files for Project, Decidim and IATI: elements in order, days with a clock, no parent that is not there."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from lxml import etree

from plantui.exchange.content import PlanContent, Standing
from plantui.exchange.declared import EXCHANGES
from plantui.exchange.losses import Part, account_of
from plantui.exchange.xmlfile import local_name
from plantui.model.actual import Actual
from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent
from plantui.model.plan import Deadline, Departments, Indicator, Plan, PlanInfo, Section, Task
from plantui.model.terms import Language, Op, Status
from plantui.words import Words
from tests.support.plan_strategies import plans

DAY = date(2024, 6, 30)
WATER = Indicator("clean water", Op.AT_MOST, 12.5, "km", date(2025, 12, 31))
TASK = Task(
    "1",
    "b",
    "1.",
    "=Rivers",
    "Clean <all> rivers",
    Departments(("Water Office",), ("Finance, [City]",)),
    (Deadline("by May", date(2024, 5, 31), "half"), Deadline("by 2025", date(2025, 12, 31), "all")),
    (WATER,),
)
PLAN = Plan(
    PlanInfo("rivers", "Rivers 2030", "Rivers", "Jinshi", 2023, 2025, issuer="City Office"),
    sections=(Section("a", "I", "Water"), Section("b", "1", "Running water", "a")),
    tasks=(TASK,),
)
NOTE = Note(
    "n1",
    TaskKey("rivers", "1"),
    "Water Office",
    NoteContent(Status.IN_PROGRESS, "two of five", 40, as_of=DAY, actuals=(Actual(WATER, 20, "km", DAY),)),
    "li",
    datetime(2024, 7, 1, tzinfo=UTC),
)
CONTENT = PlanContent(PLAN, {"1": (NOTE,)}, DAY, {"1": Standing(Status.IN_PROGRESS, 40)}, extensions=1)
PROJECT_ORDER = {
    "Project": (
        "SaveVersion Title Subject Company ScheduleFromStart StartDate FinishDate CurrencyCode CalendarUID DefaultStartTime "
        "DefaultFinishTime MinutesPerDay MinutesPerWeek StatusDate ExtendedAttributes Calendars Tasks"
    ),
    "Task": (
        "UID ID Name Type IsNull OutlineNumber OutlineLevel Start Finish Duration DurationFormat Milestone Summary "
        "PercentComplete ConstraintType ConstraintDate Deadline Notes ExtendedAttribute"
    ),
}
IATI_ORDER = {
    "iati-activity": (
        "iati-identifier reporting-org title description participating-org activity-status activity-date result"
    ),
    "result": "title indicator",
    "indicator": "title description period",
    "period": "period-start period-end target actual",
}


def written(name: str, content: PlanContent = CONTENT) -> bytes:
    write = EXCHANGES[name].write
    assert write
    return write(content, Words(Language.EN))


def texts(element: etree._Element, *names: str) -> list[str | None]:
    return [element.findtext(f"{{*}}{name}") for name in names]


@pytest.mark.parametrize(("name", "orders"), [("mspdi", PROJECT_ORDER), ("iati", IATI_ORDER)])
@settings(max_examples=30, deadline=None)
@given(plan=plans())
def test_elements_stand_in_the_order_of_the_schema(name: str, orders: dict[str, str], plan: Plan) -> None:
    for content in (CONTENT, PlanContent(plan, {}, DAY)):
        for element in etree.fromstring(written(name, content)).iter():
            if order := orders.get(local_name(element), "").split():
                names = [local_name(child) for child in element]
                assert names == sorted(names, key=order.index)


def test_project_has_a_milestone_for_each_date() -> None:
    root = etree.fromstring(written("mspdi"))
    rows = [*root.iter("{*}Task")]

    assert [texts(row, "OutlineNumber", "OutlineLevel", "Name", "Milestone", "Summary") for row in rows] == [
        ["0", "0", "Rivers 2030", "0", "1"],
        ["1", "1", "I Water", "0", "1"],
        ["1.1", "2", "1 Running water", "0", "1"],
        ["1.1.1", "3", "1. =Rivers", "0", "1"],
        ["1.1.1.1", "4", "half", "1", "0"],
        ["1.1.1.2", "4", "all", "1", "0"],
    ]
    assert texts(rows[4], "Start", "Finish", "Duration") == [*["2024-05-31T17:00:00"] * 2, "PT0H0M0S"]
    assert texts(rows[3], "Deadline", "PercentComplete", "Finish") == [
        *("2025-12-31T17:00:00", "40", "2025-12-31T17:00:00"),
    ]
    assert [field.findtext("{*}Value") for field in rows[3].iter("{*}ExtendedAttribute")] == [
        *("Water Office", "Finance, [City]", "in progress", "_plantui.rivers.t.1", "1."),
    ]
    assert [*root.iter("{*}Resource")] == []


def test_project_counts_working_days() -> None:
    friday = PLAN._replace(
        info=PLAN.info._replace(start_year=None, issued=date(2024, 5, 31)),
        tasks=(TASK._replace(deadlines=(Deadline("then", date(2024, 6, 10)),)),),
    )
    (task,) = [
        row
        for row in etree.fromstring(written("mspdi", PlanContent(friday, {}, DAY))).iter("{*}Task")
        if row.findtext("{*}OutlineLevel") == "3"
    ]

    assert task.findtext("{*}Duration") == "PT56H0M0S"


@settings(max_examples=60, deadline=None)
@given(plan=plans())
def test_decidim_names_no_parent_that_is_not_there_before(plan: Plan) -> None:
    rows = [
        *csv.DictReader(
            io.StringIO(written("decidim", PlanContent(plan, {}, DAY)).decode(), newline=""), delimiter=";"
        )
    ]
    seen: set[str] = set()

    for row in rows:
        assert row["parent/id"] == "" or row["parent/id"] in seen
        assert row["id"] not in seen
        seen.add(row["id"])
    assert len(rows) == len(plan.sections) + len(plan.tasks)


def test_decidim_has_progress_dates_and_safe_text() -> None:
    *_, row = csv.DictReader(io.StringIO(written("decidim").decode()), delimiter=";")

    assert (row["start_date"], row["end_date"], row["progress"], row["proposal_urls"]) == (
        *("2023-01-01", "2025-12-31", "40", ""),
    )
    assert row["title/en"] == "1. =Rivers"
    assert row["description/en"].startswith("<p>Clean &lt;all&gt; rivers</p><p>")
    assert "two of five" in row["description/en"]


def test_iati_has_targets_and_reported_values() -> None:
    root = etree.fromstring(written("iati"))
    (indicator,) = root.iter("indicator")

    assert (indicator.get("measure"), indicator.get("ascending")) == ("1", "0")
    assert [(one.tag, one.get("value")) for one in indicator.iter("target", "actual")] == [
        *(("target", "12.5"), ("actual", "20")),
    ]
    assert [one.get("role") for one in root.iter("participating-org")] == ["2", "4"]
    assert [one.get("code") for one in root.iter("activity-status")] == ["2"]
    assert root.findtext(".//iati-identifier") == "rivers-1"


def test_a_target_in_words_has_no_value_in_iati() -> None:
    grade = PLAN._replace(tasks=(TASK._replace(indicators=(WATER._replace(value=None, grade="class II"),)),))
    (target,) = etree.fromstring(written("iati", PlanContent(grade, {}, DAY))).iter("target")

    assert (target.get("value"), target.findtext("comment/narrative")) == (None, "class II")


@pytest.mark.parametrize("name", EXCHANGES)
def test_what_is_declared_is_counted(name: str) -> None:
    losses = EXCHANGES[name].losses
    counted = {loss.what: loss.times for loss in account_of(CONTENT, losses).losses}

    assert len({*losses.lost, *losses.approximated}) == len(losses.lost) + len(losses.approximated)
    assert (counted[Part.AUTHOR], counted[Part.EXTENSION]) == (1, 1)
    assert all(counted.values())
