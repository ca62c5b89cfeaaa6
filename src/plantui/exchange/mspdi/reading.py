"""A schedule of Microsoft Project as a plan, read leniently: programs write few of its elements, and in any order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import chain

from plantui.model.plan import Deadline, Departments, Plan, PlanInfo, Section, Task
from plantui.model.problem import DataError
from plantui.model.terms import Language, Role, Status
from plantui.words import Words
from plantui.words.phrases import term

from ..losses import Part
from ..naming import SHORT, on_one_line, plan_id_of, unlike
from ..project_texts import BETWEEN, title_in
from ..read_plan import ReadPlan
from ..reading import Node, Reading
from ..xml_ids import parts_of
from ..xmlfile import parsed
from .fields import NUMBER, REGION, STATUS, fields_by_alias, progress_marks
from .outline import Row, arranged, rows_of, whole_of
from .untaken import NOTHING, told_as, told_of_ours

_BETWEEN_OTHERS = re.compile(r"\s*[;；、]\s*")
_COMPUTED = ("Start", "Finish", "Duration", "DurationFormat", "ConstraintType", "ConstraintDate", "Deadline")
"""Elements of our own rows that follow from the plan and its dated requirements."""
_ROLLED_UP = ("Start", "Finish", "Work", "Cost", "ActualStart", "ActualFinish")
"""Elements of a heading that follow from the rows below it."""
_NOBODY = "-65535"
"""The number of the resource that stands for none."""
_WORK = ("", "1")
"""The kinds of resources that do something; the others are material and costs."""
_ENDING = re.compile(r"\.(?:xml|mpp)$", re.IGNORECASE)
_RICH = "{\\rtf"
_MIDNIGHT = "T00:00"
_OUTSIDE = "0"
"""The id of the section of tasks that stand below no heading."""


def read_mspdi(content: bytes, file: str, plan_id: str | None = None) -> ReadPlan:
    """Return the plan of a file; `plan_id` is what it shall be called.

    Raises DataError for a file that is no XML, that declares entities, or that has no rows.
    """
    root = parsed(content, file)
    is_ours = any(
        parts_of((value.text or "").strip())
        for value in root.iterfind(".//{*}Task/{*}ExtendedAttribute/{*}Value")
    )
    reading = Reading(keeps_blanks=is_ours, told_as=told_of_ours if is_ours else told_as)
    plan = _Reader(reading, is_ours, plan_id).plan(reading.node(root))
    if not plan.tasks and not plan.sections:
        raise DataError("exchange.no_rows", file=file)
    return ReadPlan(plan, reading.doubts, reading.account())


class _Reader:
    """Reads one file."""

    def __init__(self, reading: Reading, is_ours: bool, plan_id: str | None) -> None:
        self._reading = reading
        self._is_ours = is_ours
        self._plan_id = plan_id
        self._marks = progress_marks()
        self._not_begun = {term(Words(language), Status.NOT_STARTED) for language in Language}
        self._midnights = 0
        self._people: dict[str, None] = {}
        """Names of resources that became departments."""
        self._sections: list[Section] = []
        self._tasks: list[Task] = []
        self._deadlines: dict[str, list[Deadline]] = defaultdict(list)
        self._section_ids: set[str] = set()
        self._task_ids: set[str] = set()

    def plan(self, root: Node) -> Plan:
        names = self._field_names(root.first("ExtendedAttributes"))
        assigned = self._assigned(root)
        rows = rows_of(self._reading, root.first("Tasks").all("Task"), names)
        whole = whole_of(rows) if rows else None
        known = next((row.key[0] for row in rows if row.key), "")
        info = self._info(root, whole, known)
        for row in arranged([row for row in rows if row is not whole]):
            self._take(row, info, assigned)
        for _ in chain.from_iterable(assigned.values()):  # to headings and milestones
            self._reading.lose("Assignment/TaskUID")
        tasks = tuple(task._replace(deadlines=tuple(self._deadlines[task.id])) for task in self._tasks)
        self._doubts()
        return Plan(info, (), tuple(self._sections), tasks)

    def _doubts(self) -> None:
        if self._people:
            names, count = "; ".join(self._people), str(len(self._people))
            self._reading.doubt("exchange.doubt.no_role", count=count)
            self._reading.doubt("exchange.doubt.perhaps_persons", count=count, names=names)
        if self._midnights:
            self._reading.doubt("exchange.doubt.midnight", count=str(self._midnights))

    def _field_names(self, declared: Node) -> dict[str, str]:
        """Return the names of fields by their numbers: those of plantui, else what they are called, in brackets."""
        known = fields_by_alias(is_ours=self._is_ours)
        found: dict[str, str] = {}
        for one in declared.all("ExtendedAttribute"):
            number, called, plain = one.said("FieldID"), one.said("Alias"), one.said("FieldName")
            found[number] = known.get(called.casefold(), f"[{called or plain or number}]")
        return found

    def _assigned(self, root: Node) -> dict[str, list[str]]:
        """Return the resources of each task, by the tasks' numbers."""
        resources = {
            one.said("UID"): one
            for one in root.first("Resources").all("Resource")
            if one.peeked("Name") and one.peeked("Type") in _WORK
        }
        names: dict[str, str] = {}
        found: dict[str, list[str]] = defaultdict(list)
        for one in root.first("Assignments").all("Assignment"):
            task, uid = one.said("TaskUID"), one.said("ResourceUID")
            if uid in resources:
                name = names.setdefault(uid, on_one_line(resources[uid].peeked("Name")))
                if name not in found[task]:
                    found[task].append(name)
            elif uid != _NOBODY:
                self._reading.lose("Assignment/ResourceUID")
        for uid in names:  # the others are lost
            resources[uid].said("Name")
        return found

    def _info(self, root: Node, whole: Row | None, known: str) -> PlanInfo:
        """Return the plan's own data: those of the row of the whole where plantui wrote it, else those of the project.

        `known` is the plan's id by the keys of the rows; empty without any.
        """
        fields = whole.fields if whole else {}
        title = (
            root.said("Title") or (whole.node.peeked("Name") if whole else "") or _stem(root.peeked("Name"))
        )
        if not self._is_ours:
            title = on_one_line(title)
        start, finish = root.day("StartDate"), root.day("FinishDate")
        if whole:
            self._lose_departments(whole, Role.RESPONSIBLE)
            own = whole.node.day("Start"), whole.node.day("Finish")
            start, finish = own if self._is_ours else (start or own[0], finish or own[1])
            whole.node.said("Name")
        if not self._is_ours:
            for name, day in (("StartDate", start), ("FinishDate", finish)):
                if day:
                    self._reading.approximate(f"Project/{name}")
        root.said("Name")  # that of a file
        issuer = root.said("Company")
        id_ = self._plan_id or known or plan_id_of(title)
        title = title or id_
        region = fields.get(REGION, "")
        if not region:
            region = issuer or title
            self._reading.doubt("exchange.doubt.region", region=region)
        return PlanInfo(
            id=id_,
            title=title,
            short_title=title,
            region=region,
            start_year=start.year if start else None,
            end_year=finish.year if finish else None,
            document_number=(root.said("Subject") or None) if self._is_ours else None,
            issuer=issuer or None,
            responsible=self._names(fields.get(Role.RESPONSIBLE.value, "")),
        )

    def _take(self, row: Row, info: PlanInfo, assigned: dict[str, list[str]]) -> None:
        above = row.above
        if row.key:
            for name in _COMPUTED if not row.is_milestone else ():
                row.node.said(name)
        if row.is_section:
            self._section(row)
        elif row.is_milestone and above and above.is_task:
            self._milestone(row, above)
        else:
            if above and above.is_task:
                self._reading.approximate("Task/OutlineLevel")
            self._task(row, info, assigned.pop(row.node.said("UID"), ()))

    def _section_above(self, row: Row, info: PlanInfo) -> str:
        """Return the id of the section of a task; a new one with the plan's title where it stands below none."""
        if row.above and row.above.section:
            return row.above.section
        if _OUTSIDE not in self._section_ids:
            self._sections.append(Section(_OUTSIDE, "", info.title))
            self._section_ids.add(_OUTSIDE)
            self._reading.doubt("exchange.doubt.no_section", title=info.title)
        return _OUTSIDE

    def _lose_departments(self, row: Row, *kept: Role) -> None:
        """Count the departments of a row that becomes no task."""
        for role in Role:
            if row.fields.get(role.value) and role not in kept:
                self._reading.lose(Part.DEPARTMENTS)

    def _section(self, row: Row) -> None:
        self._lose_departments(row)
        for name in _ROLLED_UP:
            if row.node.said(name) not in ("", *NOTHING) and not self._is_ours:
                self._reading.lose(Part.SCHEDULE)
        above = row.above.section if row.above else ""
        row.section = self._id(row, self._section_ids)
        number, title = self._named(row)
        self._sections.append(Section(row.section, number, title, above or None))

    def _task(self, row: Row, info: PlanInfo, assigned: Sequence[str]) -> None:
        row.section = self._section_above(row, info)
        id_ = self._id(row, self._task_ids)
        text = self._text(row)
        number, title = self._named(row, text)
        self._tasks.append(Task(id_, row.section, number, title, text, self._departments(row, assigned)))
        row.task_id = id_
        percent = row.node.said("PercentComplete")
        if percent not in ("", *NOTHING):  # programs write 0 where nobody reported any
            self._reading.lose(Part.PERCENT)
        if row.fields.get(STATUS, "") not in ("", *self._not_begun):
            self._reading.lose(Part.STATUS)
        if not row.key:
            self._own_date(row)

    def _own_date(self, row: Row) -> None:
        """Take the date of a row that plantui has not written: what it sets itself as deadline, else its planned end."""
        due = self._day(row, "Deadline")
        if due is None and not any(one.is_milestone for one in row.rows):
            due = self._day(row, "Finish")
            if row.is_point:
                row.node.said("Start")  # the same moment
            elif due:
                self._reading.approximate("Task/Finish")
        if due:
            self._deadlines[row.task_id].append(Deadline(due.isoformat(), due))

    def _milestone(self, row: Row, above: Row) -> None:
        """Take a milestone as a dated requirement of the task above it; what it says is its name."""
        due = self._day(row, "Finish") or self._day(row, "Start") or self._day(row, "Deadline")
        _, name = self._named(row)
        self._lose_departments(row)
        if due is None:
            self._reading.lose("Task/Milestone")
            return
        for computed in _COMPUTED if self._is_ours else ("Start",):
            row.node.said(computed)
        phrase = row.node.said("Notes") if self._is_ours else ""
        is_all = self._is_ours and not phrase
        said = (name, due) if is_all else (phrase or due.isoformat(), due, name)
        self._deadlines[above.task_id].append(Deadline(*said))

    def _day(self, row: Row, name: str) -> date | None:
        written = row.node.peeked(name)
        day = row.node.day(name)
        if day and _MIDNIGHT in written:
            self._midnights += 1
        return day

    def _id(self, row: Row, taken: set[str]) -> str:
        """Return the id that a row's key has, else the number of its place; two rows never have the same."""
        known = row.known_id
        if known and known in taken:
            self._reading.doubt("exchange.doubt.key_twice", name=known)
        return unlike(known or row.number or str(len(taken) + 1), taken)

    def _named(self, row: Row, text: str = "") -> tuple[str, str]:
        """Return number and title of a row; the first words of its notes for one without a name."""
        wbs = row.node.said("WBS")
        number = row.fields.get(NUMBER, "") if self._is_ours else wbs or row.number
        name = row.node.said("Name")
        if not self._is_ours:
            name = on_one_line(name)
        if not name:
            name = on_one_line(text[:SHORT])
            self._reading.doubt_name("Task", name)
            name = name or "Task"
        return number, title_in(number, name) or name

    def _text(self, row: Row) -> str:
        """Return the text of a task; the progress behind it is lost, since a plan has no place for notes."""
        text = row.node.said("Notes").replace("\r\n", "\n").replace("\r", "\n")
        if text.startswith(_RICH):
            self._reading.lose("Task/Notes")
            return ""
        lines = text.split("\n")
        marks = [place for place, line in enumerate(lines) if line in self._marks]
        if not self._is_ours or not marks:
            return text
        for _ in lines[marks[-1] + 1 :]:
            self._reading.lose(Part.PROGRESS)
        return "\n".join(lines[: marks[-1]])

    def _departments(self, row: Row, assigned: Sequence[str]) -> Departments:
        """Return who does something: by fields that are called like a role, then the resources, of which none leads."""
        names = {role: [*self._names(row.fields.get(role.value, ""))] for role in Role}
        known = {name for some in names.values() for name in some}
        for name in assigned:
            if name not in known:
                names[Role.RESPONSIBLE].append(name)
                self._people.setdefault(name)
        return Departments(*(tuple(names[role]) for role in Role))

    def _names(self, written: str) -> tuple[str, ...]:
        parts = written.split(BETWEEN) if self._is_ours else _BETWEEN_OTHERS.split(written)
        return tuple(part for part in parts if part)


def _stem(file: str) -> str:
    """Return the name of a file without the ending of Project's own."""
    return _ENDING.sub("", file)
