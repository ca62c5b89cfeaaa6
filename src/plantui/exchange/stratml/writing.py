"""A plan with its notes as StratML: every element in the schema's order, every id an `xs:ID`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from plantui.model.note import Note
from plantui.model.plan import Deadline, Departments, Goal, Indicator, PlanInfo, Section, Task
from plantui.words import Words
from plantui.words.phrases import term

from ..content import PlanContent, figure
from ..spans import last_day
from ..xml_ids import SECTION, TASK, xml_id
from .terms import GOALS, ISSUER, NAMESPACE, NOTES, REGION

if TYPE_CHECKING:
    from ..xmlfile import Branch


def stratml(content: PlanContent, words: Words) -> bytes:
    """Return the file: a report where there are notes, else a plan."""
    return _Writer(content, words).file()


class _Writer:
    """Writes one plan."""

    def __init__(self, content: PlanContent, words: Words) -> None:
        self._content = content
        self._info: PlanInfo = content.plan.info
        self._words = words

    def file(self) -> bytes:
        from ..xmlfile import Branch

        info, plan = self._info, self._content.plan
        has_notes = any(True for _ in self._content.every_note())
        root = Branch.root(
            NAMESPACE,
            "PerformancePlanOrReport",
            Type="Performance_Report" if has_notes else "Performance_Plan",
        )
        root.leaf("Name", info.title)
        root.some("OtherInformation", info.document_number)
        core = root.branch("StrategicPlanCore")
        self._organizations(core)
        if plan.goals or not plan.sections:  # the schema wants a goal
            self._goals(core)
        for section in plan.sections:
            self._section(core, section)
        self._administration(root.branch("AdministrativeInformation"))
        return root.file()

    def _id(self, *parts: str) -> str:
        return xml_id(self._info.id, *parts)

    def _organizations(self, core: Branch) -> None:
        region = core.branch("Organization")
        region.leaf("Name", self._info.region)
        region.leaf("Identifier", self._id(REGION))
        self._stakeholders(region, Departments(responsible=self._info.responsible))
        if self._info.issuer:
            issuer = core.branch("Organization")
            issuer.leaf("Name", self._info.issuer)
            issuer.leaf("Identifier", self._id(ISSUER))

    def _stakeholders(self, above: Branch, departments: Departments) -> None:
        for role, name in departments.pairs():
            stakeholder = above.branch("Stakeholder", StakeholderTypeType="Organization")
            stakeholder.leaf("Name", name)
            part = stakeholder.branch("Role")
            part.leaf("Name", term(self._words, role))
            part.leaf("RoleType", "Performer")

    def _goals(self, core: Branch) -> None:
        goals = core.branch("Goal")
        goals.leaf("Name", self._words("exchange.stratml.goals"))
        goals.leaf("Description", "")
        goals.leaf("Identifier", self._id(GOALS))
        for goal in self._content.plan.goals:
            objective = goals.branch("Objective")
            objective.leaf("Description", goal.text)
            if goal._replace(text="", source=None, force=None) != Goal(""):
                self._measure(objective, goal)

    def _section(self, core: Branch, section: Section) -> None:
        goal = core.branch("Goal")
        goal.leaf("Name", section.title)
        goal.leaf("Description", "")
        goal.leaf("Identifier", self._id(SECTION, section.id))
        goal.some("SequenceIndicator", section.number)
        for task in self._content.plan.tasks:
            if task.section == section.id:
                self._task(goal.branch("Objective"), task)

    def _task(self, objective: Branch, task: Task) -> None:
        objective.leaf("Name", task.title)
        objective.some("Description", task.text)
        objective.leaf("Identifier", self._id(TASK, task.id))
        objective.some("SequenceIndicator", task.number)
        self._stakeholders(objective, task.departments)
        for deadline in task.deadlines:
            self._deadline(objective, deadline)
        for indicator in task.indicators:
            self._measure(objective, indicator)
        for place, note in enumerate(self._content.notes.get(task.id, ()), 1):
            self._note(objective, note, self._id(NOTES, task.id, str(place)))

    def _deadline(self, objective: Branch, deadline: Deadline) -> None:
        target = _indicator(objective, "Qualitative", deadline.clause, "").branch("TargetResult")
        target.leaf("EndDate", deadline.due.isoformat())
        target.leaf("Description", deadline.phrase)

    def _measure(self, objective: Branch, measure: Goal | Indicator) -> None:
        instance = _indicator(objective, "Quantitative", measure.indicator or "", measure.unit or "")
        target = instance.branch("TargetResult")
        if measure.due:
            target.leaf("EndDate", measure.due.isoformat())
        if measure.value is not None:
            target.leaf("NumberOfUnits", figure(measure.value))
        if measure.op or measure.grade:
            descriptor = target.branch("Descriptor")
            descriptor.some("DescriptorName", measure.op and measure.op.value)
            descriptor.some("DescriptorValue", measure.grade)
        if isinstance(measure, Indicator):
            target.some("Description", measure.clause)

    def _note(self, objective: Branch, note: Note, identifier: str) -> None:
        content = note.content
        dimension = self._words("exchange.stratml.progress", department=note.department)
        actual = _indicator(objective, "Qualitative", dimension, "", identifier).branch("ActualResult")
        actual.leaf("EndDate", note.as_of.isoformat())
        descriptor = actual.branch("Descriptor")
        descriptor.leaf("DescriptorName", term(self._words, content.status))
        if content.percent is not None:
            descriptor.leaf("DescriptorValue", self._words("terms.percent", percent=content.percent))
        actual.leaf("Description", content.progress)

    def _administration(self, about: Branch) -> None:
        info = self._info
        about.leaf("Identifier", self._id())
        if info.start_year is not None:
            about.leaf("StartDate", date(info.start_year, 1, 1).isoformat())
        if end := last_day(info):
            about.leaf("EndDate", end.isoformat())
        if isinstance(info.issued, date):
            about.leaf("PublicationDate", info.issued.isoformat())


def _indicator(objective: Branch, kind: str, dimension: str, unit: str, identifier: str = "") -> Branch:
    """Add an indicator, and return its instance of measurement."""
    indicator = objective.branch("PerformanceIndicator", PerformanceIndicatorType=kind)
    indicator.leaf("MeasurementDimension", dimension)
    indicator.leaf("UnitOfMeasurement", unit)
    indicator.some("Identifier", identifier)
    return indicator.branch("MeasurementInstance")
