"""StratML out and in: the schema's order, sound ids, and the plan again less what the account says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from plantui.exchange.content import PlanContent
from plantui.exchange.declared import EXCHANGES
from plantui.exchange.losses import Loss, LossKind, Part, account_of
from plantui.exchange.read_plan import ReadPlan
from plantui.exchange.roots import FORMATS_BY_ROOT, format_of
from plantui.exchange.xmlfile import local_name
from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent
from plantui.model.outside_note import OutsideNote
from plantui.model.plan import Goal, Indicator, Plan
from plantui.model.problem import DataError
from plantui.model.terms import NEVER_LATE, Language, PlanStatus, Status
from plantui.model.text import with_visible_controls
from plantui.planfile.reader import read_plan
from plantui.planfile.search_path import bundled_plans
from plantui.words import Words
from tests.support.plan_strategies import mapped, notes_on, plans

T = TypeVar("T")
Measure = TypeVar("Measure", Goal, Indicator)
STRATML = EXCHANGES["stratml"]
DAY = date(2024, 6, 30)
WRITTEN = datetime(2024, 7, 1, tzinfo=UTC)
ORDER = {
    "PerformancePlanOrReport": "Name Description OtherInformation StrategicPlanCore AdministrativeInformation",
    "StrategicPlanCore": "Organization Vision Mission Value Goal",
    "Organization": "Name Acronym Identifier Description Stakeholder",
    "Stakeholder": "Name Description Role",
    "Role": "Name Description RoleType",
    "Goal": "Name Description Identifier SequenceIndicator Stakeholder OtherInformation Objective",
    "Objective": "Name Description Identifier SequenceIndicator Stakeholder OtherInformation PerformanceIndicator",
    "PerformanceIndicator": (
        "SequenceIndicator MeasurementDimension UnitOfMeasurement Identifier Relationship MeasurementInstance"
    ),
    "MeasurementInstance": "TargetResult ActualResult",
    "TargetResult": "StartDate EndDate NumberOfUnits Descriptor Description",
    "ActualResult": "StartDate EndDate NumberOfUnits Descriptor Description",
    "Descriptor": "DescriptorName DescriptorValue",
    "AdministrativeInformation": "Identifier StartDate EndDate PublicationDate Source",
}
"""The order of the children of each element, as the standard has it."""
NEEDED = {
    "PerformancePlanOrReport": {"Name", "StrategicPlanCore"},
    "StrategicPlanCore": {"Goal"},
    "Goal": {"Name", "Description"},
    "Stakeholder": {"Name"},
    "Role": {"Name"},
    "PerformanceIndicator": {"MeasurementDimension", "UnitOfMeasurement"},
}
"""The children that an element must have."""
XML_ID = re.compile(r"[^\W\d][\w.-]*")
BUNDLED = sorted(path for path in bundled_plans().glob("*.toml") if path.stem != "departments")


@dataclass
class Foreign:
    """A file that another program wrote, in parts."""

    objective: str = ""
    core: str = ""
    root: str = ""
    head: str = ""

    def read(self) -> ReadPlan:
        """The file as a plan: with a prefix, a mark before it, and nothing where the schema wants it."""
        text = (
            f'\ufeff<?xml version="1.0"?>{self.head}'
            '<s:PerformancePlanOrReport xmlns:s="http://www.stratml.net" Type="Strategic_Plan">'
            f"{self.root}<s:StrategicPlanCore><s:Goal><s:Objective>{self.objective}</s:Objective>"
            f"<s:Name>River</s:Name></s:Goal>{self.core}</s:StrategicPlanCore><s:Name>Rivers 2030</s:Name>"
            "</s:PerformancePlanOrReport>"
        )
        assert STRATML.read
        return STRATML.read(text.encode(), "rivers.xml", None)


def written(
    plan: Plan, notes: Mapping[str, tuple[Note, ...]] | None = None, language: Language = Language.EN
) -> bytes:
    assert STRATML.write
    return STRATML.write(PlanContent(plan, notes or {}, DAY), Words(language))


def again(content: bytes) -> ReadPlan:
    assert STRATML.read
    return STRATML.read(content, "plan.xml", None)


def less_losses(plan: Plan) -> Plan:
    """The plan without what the format declares as lost, in the form in which it says what it approximates."""
    info = plan.info
    return Plan(
        shown(
            info._replace(
                short_title=info.title,
                status=PlanStatus.IN_FORCE,
                issued=info.issued if isinstance(info.issued, date) else None,
                source=None,
                document_number=info.document_number or None,
                issuer=info.issuer or None,
                report_target_days=None,
                report_limit_days=None,
            )
        ),
        tuple(shown(_measure(goal)._replace(source=None)) for goal in plan.goals),
        tuple(
            shown(section._replace(parent=None, source=None))._replace(id=section.id)
            for section in plan.sections
        ),
        tuple(
            shown(
                task._replace(
                    source=None,
                    superseded_by=None,
                    merged_into=None,
                    tags=(),
                    funding=(),
                    indicators=tuple(_measure(one)._replace(baseline_year=None) for one in task.indicators),
                )
            )._replace(id=task.id, section=task.section)
            for section in plan.sections
            for task in plan.tasks
            if task.section == section.id
        ),
    )


def _measure(one: Measure) -> Measure:
    number = None if one.value is None else Decimal(str(one.value))
    value = int(number) if number is not None and number == int(number) else one.value
    return one._replace(force=None, unit=one.unit or None, grade=one.grade or None, value=value)


def shown(value: T) -> T:
    """The value with the signs of its texts visible, as XML can hold them."""
    return mapped(value, with_visible_controls)


@settings(max_examples=150, deadline=None)
@given(plan=plans())
def test_what_comes_back_is_the_plan_less_its_losses(plan: Plan) -> None:
    assume(plan.sections or plan.goals)

    read = again(written(plan))

    expected = less_losses(plan)
    goals = tuple(goal._replace(indicator=goal.indicator or None) for goal in expected.goals)
    assert read.plan == expected._replace(goals=goals)
    assert (read.doubts, read.account.losses) == ((), ())


@settings(max_examples=60, deadline=None)
@given(plan=plans(), data=st.data())
def test_notes_change_nothing_of_the_plan_and_come_back(plan: Plan, data: st.DataObject) -> None:
    assume(plan.sections)
    notes = data.draw(notes_on(plan))

    without, back = again(written(plan)), again(written(plan, notes))

    assert back.plan == without.plan
    assert back.account.losses == ()
    assert {(one.key.task, one.department) for one in back.notes} == {
        (task, shown(note.department)) for task, of_task in notes.items() for note in of_task
    }


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: str(path.stem))
def test_bundled_plans_come_back(path: Path) -> None:
    plan = read_plan(path).plan
    assert plan

    assert again(written(plan)).plan == less_losses(plan)


@settings(max_examples=50, deadline=None)
@given(plan=plans())
def test_elements_stand_in_the_order_of_the_schema(plan: Plan) -> None:
    root = etree.fromstring(written(plan))

    for element in root.iter():
        names = [local_name(child) for child in element]
        order = ORDER.get(local_name(element), "").split()
        assert names == sorted(names, key=order.index)
        assert NEEDED.get(local_name(element), set()) <= {*names}
    ids = [element.text or "" for element in root.iter("{*}Identifier")]
    assert len({*ids}) == len(ids)
    assert [id_ for id_ in ids if not XML_ID.fullmatch(id_)] == []


def a_note(problems: str, next_steps: str) -> Note:
    said = NoteContent(Status.IN_PROGRESS, "half of the pumps stand", 50, as_of=DAY)
    return Note(
        "n1",
        TaskKey("plan", "1"),
        "市水利局",
        said._replace(problems=problems, next_steps=next_steps),
        "li",
        WRITTEN,
    )


def test_notes_are_results_and_what_has_no_place_is_counted() -> None:
    plan = read_plan(BUNDLED[-1]).plan
    assert plan
    task = plan.tasks[0].id
    notes = {task: (a_note(problems="no money", next_steps="ask"),)}
    root = etree.fromstring(written(plan, notes))
    (result,) = root.iter("{*}ActualResult")

    assert root.get("Type") == "Performance_Report"
    assert [text.strip() for text in result.itertext() if text.strip()] == [
        *("2024-06-30", "in progress", "50%", "half of the pumps stand"),
    ]
    account = account_of(PlanContent(plan, notes, DAY), STRATML.losses)
    lost = {loss.what: loss.times for loss in account.losses}
    assert (lost[Part.PROBLEMS], lost[Part.NEXT_STEPS], lost[Part.AUTHOR]) == (1, 1, 1)
    assert Part.REASON not in lost


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("percent", [None, 0, 100])
@pytest.mark.parametrize("status", Status)
def test_notes_come_back(language: Language, status: Status, percent: int | None) -> None:
    """Status and percent are read in both languages; the reason, which the format has no place for, is doubtful."""
    plan = read_plan(BUNDLED[-1]).plan
    assert plan
    key = TaskKey(plan.info.id, plan.tasks[1].id)
    said = NoteContent(status, "完成 3 座\n 其余招标", percent, as_of=DAY, reason="等批复")
    notes = {
        key.task: tuple(Note(name, key, name, said, "li", WRITTEN) for name in ("水利局", "林业局（2）"))
    }
    read = again(written(plan, notes, language))

    reason = said.progress if status in NEVER_LATE else ""
    back = said._replace(reason=reason)
    assert read.notes == (OutsideNote(key, "水利局", back), OutsideNote(key, "林业局（2）", back))
    assert [doubt.rpartition(".")[2] for doubt in read.doubts] == (["no_reason"] if reason else [])
    assert (read.plan, read.account.losses) == (less_losses(plan), ())


RESULTS = """<s:Stakeholder StakeholderTypeType="Organization"><s:Name>Water Office</s:Name></s:Stakeholder>{others}
<s:PerformanceIndicator><s:MeasurementDimension>Clean bank</s:MeasurementDimension>
<s:UnitOfMeasurement>km</s:UnitOfMeasurement><s:MeasurementInstance>
<s:TargetResult><s:NumberOfUnits>40</s:NumberOfUnits></s:TargetResult>{results}<s:ActualResult/>
</s:MeasurementInstance></s:PerformanceIndicator>"""
OTHERS = '<s:Stakeholder StakeholderTypeType="Organization"><s:Name>Road Office</s:Name></s:Stakeholder>'
REPORTED = "<s:AdministrativeInformation><s:PublicationDate>2024-06-30</s:PublicationDate></s:AdministrativeInformation>"


def result(inside: str, day: str = "") -> str:
    return f"<s:ActualResult><s:EndDate>{day}</s:EndDate>{inside}</s:ActualResult>"


def number(value: str) -> str:
    return f"<s:NumberOfUnits>{value}</s:NumberOfUnits>"


def state(name: str, value: str) -> str:
    return (
        f"<s:Descriptor><s:DescriptorName>{name}</s:DescriptorName><s:DescriptorValue>{value}"
        "</s:DescriptorValue></s:Descriptor>"
    )


WELL = "<s:Description>The west bank is done</s:Description>"
BANK = Indicator("Clean bank", value=40, unit="km")
LATER = date(2024, 9, 30)


@pytest.mark.parametrize(
    ("results", "contents", "doubts"),
    [
        (
            result(number("12.5") + WELL + state("Status", "Completed"), "2024-06-30"),
            [(Status.COMPLETED, "Clean bank: The west bank is done", [12.5], DAY)],
            [],
        ),
        (
            result(number("12"), "2024-06-30") + result(number("a dozen"), "2024-09-30"),
            [
                (Status.IN_PROGRESS, "Clean bank: 12 km", [12], DAY),
                (Status.IN_PROGRESS, "Clean bank: a dozen km", [], LATER),
            ],
            ["no_status"],
        ),
        (
            result(WELL + state("Quality", "good"), "2024-06-30") + result(number("0"), "2024-06-30"),
            [
                (
                    Status.IN_PROGRESS,
                    "Clean bank: The west bank is done; Quality: good\nClean bank: 0 km",
                    [0],
                    DAY,
                )
            ],
            ["no_status"],
        ),
        (
            result(WELL + state("", "暂缓"), "soon"),
            [(Status.DEFERRED, "Clean bank: The west bank is done", [], DAY)],
            ["date", "result_day", "no_reason"],
        ),
    ],
    ids=["state", "figures", "one-day", "no-day"],
)
def test_results_of_others_are_notes(
    results: str, contents: list[tuple[Status, str, list[float], date]], doubts: list[str]
) -> None:
    """A figure that is none stays in the words, nought is nought, and what has no day has that of the report."""
    read = Foreign(RESULTS.format(results=results, others=""), root=REPORTED).read()

    assert [
        (
            one.content.status,
            one.content.progress,
            [actual.value for actual in one.content.actuals],
            one.content.as_of,
        )
        for one in read.notes
    ] == contents
    assert {(one.key, one.department) for one in read.notes} == {
        (TaskKey("rivers-2030", "1"), "Water Office")
    }
    assert {actual.indicator for one in read.notes for actual in one.content.actuals} <= {BANK}
    assert [doubt.rpartition(".")[2] for doubt in read.doubts] == ["region", "nothing_said", *doubts]
    assert not [loss for loss in read.account.losses if "Result" in str(loss.what)]


def test_results_that_may_be_anybodys_are_lost() -> None:
    results = result(number("12"), "2024-06-30") + result(WELL, "2024-09-30")
    read = Foreign(RESULTS.format(results=results, others=OTHERS)).read()

    assert read.notes == ()
    assert next(doubt for doubt in read.doubts if doubt.endswith("no_reporter")).facts == {
        "count": "1",
        "tasks": "1",
    }
    assert Loss("MeasurementInstance/ActualResult", LossKind.LOST, 2) in read.account.losses


def test_results_without_any_day_are_of_the_day_on_which_they_are_taken_in() -> None:
    read = Foreign(RESULTS.format(results=result(number("12")), others="")).read()

    assert [(one.content.as_of, one.content.actuals, one.content.progress) for one in read.notes] == [
        (None, (), "Clean bank: 12 km")
    ]
    assert [doubt.rpartition(".")[2] for doubt in read.doubts][2:] == ["no_result_day", "no_status"]


def test_files_of_others_are_read_leniently() -> None:
    read = Foreign(
        "<s:Description>Clean the river bank</s:Description>"
        '<s:PerformanceIndicator IndicatorType="Quantitative"><s:UnitOfMeasurement>km</s:UnitOfMeasurement>'
        "<s:MeasurementDimension>Clean bank</s:MeasurementDimension><s:MeasurementInstance><s:TargetResult>"
        "<s:NumberOfUnits>a dozen</s:NumberOfUnits><s:EndDate></s:EndDate></s:TargetResult>"
        "</s:MeasurementInstance></s:PerformanceIndicator>"
        '<s:Stakeholder StakeholderTypeType="Person"><s:Name>Mr Li</s:Name></s:Stakeholder>'
        "<s:Stakeholder><s:Name>Water Office</s:Name></s:Stakeholder>",
        core="<s:Goal><s:Identifier>7-7</s:Identifier><s:Name>Wells</s:Name></s:Goal>",
        root="<s:Submitter><s:GivenName>Wang</s:GivenName></s:Submitter>",
    ).read()
    (task,) = read.plan.tasks

    assert [section.id for section in read.plan.sections] == ["1", "2"]
    assert (task.title, task.departments.responsible) == ("Clean the river bank", ("Water Office",))
    assert task.indicators == (Indicator("Clean bank", unit="km"),)
    assert [doubt.rpartition(".")[2] for doubt in read.doubts] == [
        *("region", "no_name", "number", "person", "perhaps_persons"),
    ]
    assert [(loss.what, loss.kind.value, loss.times) for loss in read.account.losses] == [
        ("Objective/Stakeholder", "lost", 1),
        ("Role/Name", "approximated", 1),
        ("PerformancePlanOrReport/Submitter", "lost", 1),
        ("Goal/Identifier", "lost", 1),
    ]
    assert "Wang" not in str(read)


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE s [<!ENTITY a "b">]>',
        '<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE s SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_files_with_declarations_are_refused(head: str) -> None:
    with pytest.raises(DataError) as refused:
        Foreign("<s:Name>x</s:Name>", head=head).read()

    assert refused.value.message == "exchange.declares"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <a> -->\n<s:StrategicPlan x='1'>", "stratml"),
        ("<PerformancePlanOrReport/>".encode("utf-16"), "stratml"),
        (b"<!DOCTYPE StrategicPlan [<!ENTITY a 'b'>]><StrategicPlan>", "stratml"),
        (b"<html><StrategicPlan>", ""),
        (b"A StrategicPlan", ""),
        (b"<!-- -->" * 2000 + b"-", ""),
    ],
)
def test_the_root_tells_the_format(head: bytes, name: str) -> None:
    assert format_of(head) == name


def test_what_can_be_read_is_recognised() -> None:
    assert {name for name, one in EXCHANGES.items() if one.read} == {*FORMATS_BY_ROOT.values()}
