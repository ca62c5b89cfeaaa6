"""Schedules of Microsoft Project in: ours again less what the account says, those of others leniently."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plantui.exchange.content import PlanContent, Standing
from plantui.exchange.declared import EXCHANGES
from plantui.exchange.losses import Part, account_of
from plantui.exchange.read_plan import ReadPlan
from plantui.exchange.roots import format_of
from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent
from plantui.model.plan import Deadline, Departments, Plan, PlanInfo, Section, Task
from plantui.model.problem import DataError
from plantui.model.terms import Language, PlanStatus, Status
from plantui.model.text import one_line
from plantui.planfile.reader import read_plan
from plantui.planfile.search_path import bundled_plans
from plantui.words import Words
from tests.support.plan_strategies import mapped, notes_on, plans

MSPDI = EXCHANGES["mspdi"]
DAY = date(2024, 6, 30)
BUNDLED = sorted(path for path in bundled_plans().glob("*.toml") if path.stem != "departments")


def written(content: PlanContent, language: Language = Language.EN) -> bytes:
    assert MSPDI.write
    return MSPDI.write(content, Words(language))


def read(content: bytes) -> ReadPlan:
    assert MSPDI.read
    return MSPDI.read(content, "plan.xml", None)


def again(plan: Plan, language: Language = Language.EN) -> ReadPlan:
    return read(written(PlanContent(plan, {}, DAY), language))


def losses(read_plan: ReadPlan) -> dict[str, int]:
    return {str(loss.what): loss.times for loss in read_plan.account.losses}


def less_losses(plan: Plan) -> Plan:
    """The plan without what the format declares as lost, in the order of its outline."""
    info = plan.info._replace(
        short_title=plan.info.title,
        status=PlanStatus.IN_FORCE,
        issued=None,
        source=None,
        document_number=plan.info.document_number or None,
        issuer=plan.info.issuer or None,
        report_target_days=None,
        report_limit_days=None,
    )
    sections = [*outline(plan, None)]
    tasks = [task for section in sections for task in plan.tasks if task.section == section.id]
    kept = [
        task._replace(indicators=(), tags=(), funding=(), source=None, superseded_by=None, merged_into=None)
        for task in tasks
    ]
    return Plan(info, (), tuple(section._replace(source=None) for section in sections), tuple(kept))


def outline(plan: Plan, above: str | None) -> Iterator[Section]:
    for section in plan.sections:
        if section.parent == above:
            yield section
            yield from outline(plan, section.id)


def plain(plan: Plan) -> Plan:
    """The plan with all texts on one line and without semicolons, but for what may have more: texts, ids."""
    short = mapped(plan, lambda text: one_line(text.replace(";", ",")).strip())
    sections = zip(short.sections, plan.sections, strict=True)
    tasks = zip(short.tasks, plan.tasks, strict=True)
    return short._replace(
        sections=tuple(new._replace(id=old.id, parent=old.parent) for new, old in sections),
        tasks=tuple(new._replace(id=old.id, section=old.section, superseded_by=None) for new, old in tasks),
    )


@pytest.mark.parametrize("language", Language)
@settings(max_examples=100, deadline=None)
@given(plan=plans().map(plain))
def test_what_comes_back_is_the_plan_less_its_losses(language: Language, plan: Plan) -> None:
    assume(plan.sections)
    titles = [section.title for section in plan.sections] + [task.title for task in plan.tasks]
    assume(all([*titles, plan.info.title, plan.info.region]))
    account = {loss.what for loss in account_of(PlanContent(plan, {}, DAY), MSPDI.losses).losses}
    assume(account.isdisjoint((Part.ONE_LINE, Part.DIVIDED, Part.LONG_TEXT)))

    back = again(plan, language)

    assert back.plan == less_losses(plan)
    assert (back.doubts, back.account.losses) == ((), ())


@settings(max_examples=100, deadline=None)
@given(plan=plans())
def test_whatever_its_texts_the_outline_comes_back(plan: Plan) -> None:
    assume(plan.sections)
    back = again(plan).plan

    assert [section.parent is None for section in back.sections] == [
        section.parent is None for section in outline(plan, None)
    ]
    assert sorted(len(task.deadlines) for task in back.tasks) == sorted(
        len(task.deadlines) for task in plan.tasks
    )


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: str(path.stem))
def test_bundled_plans_come_back(path: Path) -> None:
    plan = read_plan(path).plan
    assert plan

    back = again(plan, Language.ZH)

    assert back.plan == less_losses(plan)
    assert (back.doubts, back.account.losses) == ((), ())


@settings(max_examples=60, deadline=None)
@given(plan=plans().map(plain), data=st.data())
def test_notes_change_nothing_of_the_plan_and_are_counted(plan: Plan, data: st.DataObject) -> None:
    assume(plan.sections)
    notes = data.draw(notes_on(plan))

    without, back = read(written(PlanContent(plan, {}, DAY))), read(written(PlanContent(plan, notes, DAY)))

    assert back.plan == without.plan
    count = sum(map(len, notes.values()))
    assert losses(back) == losses(without) | ({"progress": count} if count else {})


def test_progress_is_told_from_the_text_and_lost() -> None:
    task = Task("1", "a", "1", "Rivers", "Clean.\n[Newest progress]\nAll.", Departments(("Water",)))
    plan = Plan(
        PlanInfo("rivers", "Rivers", "Rivers", "Jinshi"), sections=(Section("a", "", "Water"),), tasks=(task,)
    )
    said = NoteContent(Status.IN_PROGRESS, "two\nof five", 40, as_of=DAY)
    note = Note("n", TaskKey("rivers", "1"), "Water", said, "li", datetime(2024, 7, 1, tzinfo=UTC))
    standing = Standing(Status.IN_PROGRESS, 40)

    back = read(written(PlanContent(plan, {"1": (note,)}, DAY, {"1": standing})))

    assert back.plan.tasks == (task,)
    assert losses(back) == {"progress": 1, "status": 1, "percent": 1}


def schedule(
    tasks: str, head: str = "", tail: str = "", namespace: str = "http://schemas.microsoft.com/project"
) -> bytes:
    """A file that another program wrote, in parts."""
    return (
        f'<?xml version="1.0"?>{head}<Project xmlns="{namespace}"><Title>Rail works</Title><Company>Rail Ltd</Company>'
        "<StartDate>2025-01-06T08:00:00</StartDate><FinishDate>2027-03-31T17:00:00</FinishDate><MinutesPerDay>600</MinutesPerDay>"
        "<ExtendedAttributes><ExtendedAttribute><FieldID>188743731</FieldID><FieldName>Texto1</FieldName><Alias>责任单位</Alias>"
        "</ExtendedAttribute><ExtendedAttribute><FieldID>188743734</FieldID><Alias>Number</Alias></ExtendedAttribute></ExtendedAttributes>"
        f"<Tasks>{tasks}</Tasks>{tail}</Project>"
    ).encode()


def row(uid: int, level: int, name: str, inside: str = "", number: str = "") -> str:
    return (
        f"<Task><UID>{uid}</UID><ID>{uid}</ID><Name>{name}</Name><OutlineNumber>{number or uid}</OutlineNumber>"
        f"<OutlineLevel>{level}</OutlineLevel><Critical>0</Critical><Cost>0</Cost>{inside}</Task>"
    )


POINT = "<Milestone>1</Milestone>"


def test_an_outline_becomes_sections_tasks_and_dated_requirements() -> None:
    back = read(
        schedule(
            row(0, 0, "Rail works", number="0")
            + row(1, 1, "Track", "<Finish>2026-05-29T17:00:00</Finish>")
            + row(
                2, 2, "Lay  rails", "<Notes>Both lines.</Notes><PercentComplete>40</PercentComplete>", "1.1"
            )
            + row(3, 3, "North", POINT + "<Finish>2025-09-30T17:00:00</Finish>", "1.1.1")
            + row(
                4,
                2,
                "Weld",
                "<Finish>2026-05-29T17:00:00</Finish><PredecessorLink>2</PredecessorLink>",
                "1.2",
            )
            + "<Task><UID>5</UID><IsNull>1</IsNull></Task>"
            + row(
                6,
                1,
                "Open the line",
                POINT + "<Start>2027-03-31T00:00:00</Start><Finish>2027-03-31T00:00:00</Finish>",
                "2",
            )
        )
    )

    assert back.plan == Plan(
        PlanInfo("rail-works", "Rail works", "Rail works", "Rail Ltd", 2025, 2027, issuer="Rail Ltd"),
        sections=(Section("1", "1", "Track"), Section("0", "", "Rail works")),
        tasks=(
            Task(
                "1.1",
                "1",
                "1.1",
                "Lay rails",
                "Both lines.",
                deadlines=(Deadline("2025-09-30", date(2025, 9, 30), "North"),),
            ),
            Task("1.2", "1", "1.2", "Weld", deadlines=(Deadline("2026-05-29", date(2026, 5, 29)),)),
            Task("2", "0", "2", "Open the line", deadlines=(Deadline("2027-03-31", date(2027, 3, 31)),)),
        ),
    )
    assert [doubt.rpartition(".")[2] for doubt in back.doubts] == ["region", "no_section", "midnight"]
    assert losses(back) == {
        "Project/StartDate": 1, "Project/FinishDate": 1, "schedule": 1, "percent": 1, "Task/Finish": 1, "settings": 1,
        "Task/PredecessorLink": 1,
    }  # fmt: skip


def test_fields_and_resources_become_departments_and_nobody_leads_by_a_guess() -> None:
    field = "<ExtendedAttribute><FieldID>{}</FieldID><Value>{}</Value></ExtendedAttribute>"
    back = read(
        schedule(
            row(1, 1, "Track", field.format(188743731, "市铁路局"))
            + row(
                2,
                2,
                "Rails",
                field.format(188743731, "市铁路局；市财政局") + field.format(188743734, "North"),
                "1.1",
            ),
            tail="<Resources><Resource><UID>1</UID><Name>Gang A</Name><Type>1</Type></Resource><Resource><UID>2</UID>"
            "<Name>Steel</Name><Type>0</Type></Resource><Resource><UID>3</UID><Name>Gang B</Name></Resource></Resources><Assignments><Assignment><TaskUID>2</TaskUID><ResourceUID>1"
            "</ResourceUID></Assignment><Assignment><TaskUID>2</TaskUID><ResourceUID>2</ResourceUID></Assignment><Assignment>"
            "<TaskUID>1</TaskUID><ResourceUID>1</ResourceUID></Assignment><Assignment><TaskUID>1</TaskUID><ResourceUID>-65535</ResourceUID></Assignment></Assignments>",
        )
    )
    (task,) = back.plan.tasks

    assert task.departments == Departments(responsible=("市铁路局", "市财政局", "Gang A"))
    assert [doubt.rpartition(".")[2] for doubt in back.doubts] == ["region", "no_role", "perhaps_persons"]
    assert losses(back)["Task/ExtendedAttribute[Number]"] == losses(back)["Assignment/ResourceUID"] == 1
    assert losses(back)["departments"] == 1  # of the heading
    assert (losses(back)["Resource/Name"], losses(back)["Assignment/TaskUID"]) == (
        2,
        1,
    )  # steel, and gang B; a heading


@pytest.mark.parametrize(
    ("inside", "text", "lost"),
    [
        ("<Notes>{\\rtf1 x}</Notes>", "", "Task/Notes"),
        ("<Finish>soon</Finish>", "", ""),
        ("<Deadline>2025-02-01T17:00:00</Deadline><Finish>2025-01-01T17:00:00</Finish>", "", "Task/Finish"),
        ("<PhysicalPercentComplete>7</PhysicalPercentComplete>", "", "Task/PhysicalPercentComplete"),
        ("<Baseline><Number>0</Number><Cost>5</Cost></Baseline>", "", "Task/Baseline"),
    ],
)
def test_odd_rows_are_read_and_what_is_not_is_counted(inside: str, text: str, lost: str) -> None:
    back = read(schedule(row(1, 1, "", inside)))
    (task,) = back.plan.tasks

    assert (task.title, task.text) == ("Task", text)
    assert not lost or losses(back)[lost] == 1
    assert all(due.due == date(2025, 2, 1) for due in task.deadlines)


@pytest.mark.parametrize("written", ["0001-01-01T00:00:00", "2200-01-01T17:00:00"])
def test_days_that_no_plan_may_have_are_left_out(written: str) -> None:
    """Programs write the least day there is for one that they do not know; the whole file was refused for it."""
    back = read(
        schedule(row(1, 1, "Bridge", f"<Deadline>{written}</Deadline><Finish>2025-02-01T17:00:00</Finish>"))
    )
    (task,) = back.plan.tasks

    assert [due.due for due in task.deadlines] == [date(2025, 2, 1)]
    (doubt,) = [doubt for doubt in back.doubts if doubt == "exchange.doubt.year"]
    assert Words(Language.EN)(doubt, **doubt.facts) == (
        f"'{written}' in Task/Deadline is not between the years 1900 and 2199 and was left out"
    )


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ("", "Task 没有名称，也没有说明，以“Task”为题"),
        ("铺轨", "Task 没有名称，取说明开头为题：铺轨"),
    ],
)
def test_what_stands_as_the_title_of_a_row_without_a_name_is_said(notes: str, said: str) -> None:
    back = read(schedule(row(1, 1, "", f"<Notes>{notes}</Notes>")))

    assert said in [Words(Language.ZH)(doubt, **doubt.facts) for doubt in back.doubts]


def test_a_row_that_was_copied_in_project_has_an_id_of_its_own() -> None:
    plan = read_plan(BUNDLED[0]).plan
    assert plan
    content = written(PlanContent(plan, {}, DAY))
    first, last = content.index(b"<Task>"), content.rindex(b"</Tasks>")
    key = content.index(b".t.")
    begin, end = content.rindex(b"<Task>", first, key), content.index(b"</Task>", key) + len("</Task>")

    back = read(content[:last] + content[begin:end] + content[last:])

    assert len(back.plan.tasks) == len(plan.tasks) + 1
    assert len({task.id for task in back.plan.tasks}) == len(back.plan.tasks)
    assert "exchange.doubt.key_twice" in back.doubts


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE p [<!ENTITY a "b">]>',
        '<!DOCTYPE p [<!ENTITY a SYSTEM "file:///nowhere">]>',
        '<!DOCTYPE p SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_files_with_declarations_are_refused(head: str) -> None:
    with pytest.raises(DataError) as refused:
        read(schedule(row(1, 1, "x"), head))

    assert refused.value.message == "exchange.declares"


@pytest.mark.parametrize(
    ("content", "message"),
    [(schedule(""), "exchange.no_rows"), (schedule(row(1, 1, "x"))[:-9], "exchange.no_xml")],
)
def test_a_file_without_rows_or_end_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(DataError) as refused:
        read(content)

    assert refused.value.message == message


@pytest.mark.parametrize(
    ("namespace", "name"),
    [
        ("http://schemas.microsoft.com/project", "mspdi"),
        ("http://schemas.microsoft.com/project/2007", "mspdi"),
        ("http://schemas.microsoft.com/developer/msbuild/2003", ""),
        ("", ""),
    ],
)
def test_the_namespace_tells_a_schedule_from_other_projects(namespace: str, name: str) -> None:
    assert format_of(schedule(row(1, 1, "x"), namespace=namespace)) == name


def test_many_levels_and_rows_end() -> None:
    deep = "".join(row(at, at, f"row {at}") for at in range(1, 3000))

    assert len(read(schedule(deep)).plan.tasks) == 1
