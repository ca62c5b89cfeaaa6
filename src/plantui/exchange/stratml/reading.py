"""StratML as a plan, read leniently: official files have children in another order, ids twice, words for numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import chain

from plantui.model.outside_note import OutsideNote
from plantui.model.plan import Deadline, Departments, Goal, Indicator, Plan, PlanInfo, Section, Task
from plantui.model.problem import DataError
from plantui.model.terms import Language, Role
from plantui.words import Words
from plantui.words.phrases import term

from ..naming import SHORT, on_one_line, plan_id_of
from ..read_plan import ReadPlan
from ..reading import Node, Reading
from ..xml_ids import parts_of
from ..xmlfile import parsed
from .measures import Measures
from .results import RESULT, Reached, Results
from .terms import GOALS, ISSUER, NOTES, REGION


def read_stratml(content: bytes, file: str, plan_id: str | None = None) -> ReadPlan:
    """Return the plan of a file of Part 1 or 2; `plan_id` is what it shall be called.

    Raises DataError for a file that is no XML, that declares entities, or that has no goals.
    """
    root = parsed(content, file)
    ours = root.findtext(".//{*}AdministrativeInformation/{*}Identifier") or ""
    reading = Reading(keeps_blanks=bool(parts_of(ours)))
    reader = _Reader(reading, plan_id)
    plan = reader.plan(reading.node(root))
    if not plan.sections and not plan.goals:
        raise DataError("exchange.no_goals", file=file)
    return ReadPlan(plan, reading.doubts, reading.account(), tuple(reader.notes))


class _Reader:
    """Reads one file."""

    def __init__(self, reading: Reading, plan_id: str | None) -> None:
        self._reading = reading
        self._is_ours = reading.keeps_blanks
        self._measures = Measures(reading)
        self._plan_id = plan_id
        self._day: date | None = None
        """The day of which the file reports."""
        self._untold: dict[str, None] = {}
        """Names of which the file does not say whether they are organisations or persons."""
        self._progress_of = [
            re.compile(
                re.escape(Words(language)("exchange.stratml.progress", department="@")).replace("@", "(.+)"),
                re.DOTALL,
            )
            for language in Language
        ]
        self.notes: list[OutsideNote] = []
        """The progress that the file reports, once the plan is read."""
        self._roles = {term(Words(language), role).casefold(): role for language in Language for role in Role}

    def plan(self, root: Node) -> Plan:
        core = root.first("StrategicPlanCore")
        info = self._info(root, core)
        goals: tuple[Goal, ...] = ()
        found: list[tuple[Node, str]] = []
        for goal in core.all("Goal"):
            kind, name = self._known(goal)
            if kind == GOALS:
                goal.said("Name")
                goals = tuple(map(self._goal, goal.all("Objective")))
            else:
                found.append((goal, name))
        ids = self._ids([name for _, name in found], [goal for goal, _ in found])
        sections = tuple(self._section(goal, id_) for (goal, _), id_ in zip(found, ids, strict=True))
        results = Results(self._reading, self._day)
        tasks = self._tasks(info.id, sections, [goal for goal, _ in found], results)
        results.tell()
        if self._untold:
            names = "; ".join(self._untold)
            self._reading.doubt("exchange.doubt.perhaps_persons", count=str(len(self._untold)), names=names)
        return Plan(info, goals, sections, tasks)

    def _known(self, node: Node) -> tuple[str, str]:
        """Take an id that plantui wrote, as what it names and its own id there; empty for anybody else's."""
        if not self._is_ours:
            return "", ""
        _, kind, *rest = (*parts_of(node.said("Identifier")), "", "")
        return kind, rest[0] if rest else ""

    def _ids(self, known: Sequence[str], nodes: Sequence[Node]) -> list[str]:
        """Return an id for each: that of ours, else the printed number, else its place where numbers are missing or twice."""
        if all(known):
            return [*known]
        numbers = [node.peeked("SequenceIndicator") for node in nodes]
        if all(numbers) and len({*numbers}) == len(numbers):
            return numbers
        if any(numbers):
            self._reading.doubt("exchange.doubt.numbers")
        return [str(place) for place, _ in enumerate(nodes, 1)]

    def _info(self, root: Node, core: Node) -> PlanInfo:
        about = root.first("AdministrativeInformation")
        start, end, issued = (about.day(name) for name in ("StartDate", "EndDate", "PublicationDate"))
        self._day = end if root.attribute("Type").endswith("Report") else issued
        title = _one_line(root.said("Name"), self._is_ours)
        region, issuer, responsible = self._organizations(core)
        known = parts_of(about.said("Identifier")) if self._is_ours else ()
        id_ = self._plan_id or (known[0] if known else plan_id_of(title))
        title = title or issuer or id_
        if not self._is_ours:
            region = issuer or title
            self._reading.doubt("exchange.doubt.region", region=region)
        return PlanInfo(
            id=id_,
            title=title,
            short_title=title,
            region=region,
            start_year=start.year if start else None,
            end_year=end.year if end else None,
            document_number=(root.said("OtherInformation") or None) if self._is_ours else None,
            issuer=issuer or None,
            issued=issued,
            responsible=responsible,
        )

    def _organizations(self, core: Node) -> tuple[str, str, tuple[str, ...]]:
        """Return region, issuer and the departments that carry every task; of other programs' files the issuer alone."""
        if not self._is_ours:
            return "", core.first("Organization").said("Name"), ()
        region, issuer, responsible = "", "", Departments()
        for organization in core.all("Organization"):
            kind, _ = self._known(organization)
            if kind == REGION:
                region, responsible = organization.said("Name"), self._departments(organization)
            elif kind == ISSUER:
                issuer = organization.said("Name")
        return region, issuer, responsible.responsible

    def _goal(self, objective: Node) -> Goal:
        text = objective.said("Description") or objective.said("Name")
        measured = [*map(self._measures.of, objective.all("PerformanceIndicator"))]
        for _ in chain.from_iterable(one.results for one in measured):
            self._reading.lose(RESULT)
        indicators = [*chain.from_iterable(one.indicators for one in measured)]
        if not indicators:
            return Goal(text)
        one = indicators[0]
        return Goal(text, one.indicator or None, one.op, one.value, one.unit, one.due, one.grade)

    def _section(self, goal: Node, id_: str) -> Section:
        return Section(id_, goal.said("SequenceIndicator"), self._title(goal))

    def _title(self, node: Node) -> str:
        """Take the name of something; where it has none, the first words of its description."""
        if name := node.said("Name"):
            return _one_line(name, self._is_ours)
        described = _one_line(node.peeked("Description")[:SHORT], self._is_ours)
        self._reading.doubt_name(node.name, described)
        return described or node.name

    def _tasks(
        self, plan: str, sections: Sequence[Section], goals: Sequence[Node], results: Results
    ) -> tuple[Task, ...]:
        found = [
            (section.id, objective)
            for section, goal in zip(sections, goals, strict=True)
            for objective in goal.all("Objective")
        ]
        nodes = [objective for _, objective in found]
        ids = self._ids([self._known(node)[1] for node in nodes], nodes)
        tasks: list[Task] = []
        for id_, (section, node) in zip(ids, found, strict=True):
            task, reached = self._task(id_, section, node)
            tasks.append(task)
            self.notes += results.notes(plan, task, reached)
        return tuple(tasks)

    def _task(self, id_: str, section: str, objective: Node) -> tuple[Task, list[Reached]]:
        number, title, text = (
            objective.said("SequenceIndicator"),
            self._title(objective),
            objective.said("Description"),
        )
        deadlines: list[Deadline] = []
        indicators: list[Indicator] = []
        reached: list[Reached] = []
        for node in objective.all("PerformanceIndicator"):
            kind, _ = self._known(node)
            one = self._measures.of(node)
            named = [(wanted, self._named(wanted)) for wanted in one.indicators]
            deadlines += one.deadlines
            indicators += (indicator for _, indicator in named if indicator)
            for result in one.results:
                department = self._department_in(result.dimension) if kind == NOTES else ""
                against = next((known for wanted, known in named if wanted == result.indicator), None)
                reached.append(Reached(result, department, against))
        departments = self._departments(objective)
        task = Task(id_, section, number, title, text, departments, tuple(deadlines), tuple(indicators))
        return task, reached

    def _department_in(self, dimension: str) -> str:
        """Return the department whose progress it is; empty where plantui did not write that."""
        found = (pattern.fullmatch(dimension) for pattern in self._progress_of)
        return next((one[1] for one in found if one), "")

    def _named(self, indicator: Indicator) -> Indicator | None:
        """Return an indicator under its name, else under what it wants; None where nothing is said of it."""
        name = indicator.indicator or indicator.clause or indicator.unit
        if not name:
            self._reading.lose("Objective/PerformanceIndicator")
            return None
        return indicator._replace(indicator=name)

    def _departments(self, node: Node) -> Departments:
        """Take the stakeholders who do something, by the word for their role."""
        names: dict[Role, list[str]] = {role: [] for role in Role}
        for stakeholder in node.all("Stakeholder"):
            name = _one_line(stakeholder.said("Name"), self._is_ours)
            kind = stakeholder.attribute("StakeholderTypeType")
            roles = stakeholder.all("Role")
            types = {one.text for role in roles for one in role.all("RoleType")}
            if not name or types == {"Beneficiary"}:
                self._reading.lose(f"{node.name}/Stakeholder")
            elif kind == "Person":
                self._reading.lose(f"{node.name}/Stakeholder")
                self._reading.doubt("exchange.doubt.person", name=name)
            else:
                if not kind:
                    self._untold.setdefault(name)
                for role in dict.fromkeys(map(self._role, roles)) or [self._role(None)]:
                    names[role].append(name)
        return Departments(*(tuple(names[role]) for role in Role))

    def _role(self, role: Node | None) -> Role:
        """Return the role behind a word; one that says something else carries the task out, which is near it."""
        word = role.said("Name") if role else ""
        known = self._roles.get(word.casefold())
        if known is None:
            self._reading.approximate("Role/Name")
        return known or Role.RESPONSIBLE


def _one_line(text: str, is_ours: bool) -> str:
    return text if is_ours else on_one_line(text)
