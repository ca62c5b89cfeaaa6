"""The JSON form of a plan: the keys of the plan format, dates as text; only dictionaries, lists and values.

Keys that only some tables of a plan have (`report_target_days`, `report_limit_days`, `grade`, `force`, `baseline_year`,
`tags`, `funding`, `superseded_by`, `merged_into`, a goal's, section's or task's `source`) are left out where they say
nothing; every other key is always there, null or empty where the plan is silent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from plantui.model.plan import (
    Deadline,
    Departments,
    Funding,
    Goal,
    Indicator,
    Plan,
    PlanInfo,
    Section,
    Task,
)
from plantui.model.terms import Force, Op, PlanStatus

from . import FORMAT
from .places import (
    document_dict,
    document_from_dict,
    place_dict,
    place_from_dict,
    source_dict,
    source_from_dict,
)

Day = Callable[[Any], date]
"""Turns the spelling of a day in the data into a date."""

_OPS = {op.value: op for op in Op}
_FORCES = {force.value: force for force in Force}
_DAY_LENGTH = len("2025-09-30")
SUCCESSORS = ("superseded_by", "merged_into")
"""The keys of a task that name the task in its place."""
REPORT_DAYS = ("report_target_days", "report_limit_days")
"""The keys of a plan that say how old a last report should get, and how old it may."""


def plan_dict(plan: Plan) -> dict[str, Any]:
    """Return the whole plan, as `show PLAN --json` prints it."""
    return {
        "format": FORMAT,
        "plan": _info_dict(plan.info),
        "goals": [_goal_dict(goal) for goal in plan.goals],
        "sections": [_section_dict(section) for section in plan.sections],
        "tasks": [task_dict(task) for task in plan.tasks],
    }


def task_dict(task: Task) -> dict[str, Any]:
    """Return a task with all its keys and all five roles."""
    return {
        "id": task.id,
        "section": task.section,
        "number": task.number,
        "title": task.title,
        "text": task.text,
        "departments": dict(zip(Departments._fields, map(list, task.departments), strict=True)),
        "deadlines": [deadline_dict(deadline) for deadline in task.deadlines],
        "indicators": [indicator_dict(indicator) for indicator in task.indicators],
        **({"funding": [one._asdict() for one in task.funding]} if task.funding else {}),
        **({"tags": list(task.tags)} if task.tags else {}),
        **{name: after for name in SUCCESSORS if (after := getattr(task, name)) is not None},
        **({"source": source_dict(task.source)} if task.source else {}),
    }


def plan_from_dict(data: Mapping[str, Any], day: Day = date.fromisoformat) -> Plan:
    """Return the plan behind its JSON form.

    The data must be sound: KeyError or ValueError says that it is not, without the place.
    """
    return Plan(
        info=_info(data["plan"], day),
        goals=tuple(_goal(goal, day) for goal in data.get("goals", ())),
        sections=tuple(
            Section(
                row["id"],
                str(row["number"]),
                row["title"],
                row.get("parent"),
                place_from_dict(row.get("source")),
            )
            for row in data.get("sections", ())
        ),
        tasks=tuple(task_from_dict(task, day) for task in data.get("tasks", ())),
    )


_NO_DEPARTMENTS = Departments()
_OF_THE_OFFICE = frozenset({"tags", "funding", "superseded_by", "merged_into"})
"""Fields that no document gives a task."""


def task_from_dict(data: Mapping[str, Any], day: Day = date.fromisoformat) -> Task:
    """Return the task behind its JSON form; the data must be sound, see `plan_from_dict`."""
    get = data.get
    roles, deadlines, indicators, source = (
        get("departments"),
        get("deadlines"),
        get("indicators"),
        get("source"),
    )
    task = Task(
        data["id"],
        data["section"],
        str(data["number"]),
        data["title"],
        get("text", ""),
        _departments(roles) if roles else _NO_DEPARTMENTS,
        tuple([deadline_from_dict(row, day) for row in deadlines]) if deadlines else (),
        tuple([indicator_from_dict(row, day) for row in indicators]) if indicators else (),
        source_from_dict(source) if source else None,
    )
    if _OF_THE_OFFICE.isdisjoint(data):
        return task  # nearly every one, and very many are read at once
    return task._replace(
        tags=tuple(get("tags", ())),
        funding=tuple(map(funding_from_dict, get("funding", ()))),
        superseded_by=get("superseded_by"),
        merged_into=get("merged_into"),
    )


def _departments(roles: Mapping[str, Sequence[str]]) -> Departments:
    if tuple(roles) == Departments._fields:  # as `task_dict` writes them
        return Departments._make(map(tuple, roles.values()))
    return Departments(**{role: tuple(names) for role, names in roles.items()})


def funding_from_dict(data: Mapping[str, Any]) -> Funding:
    """Return the money behind its JSON form."""
    return Funding(data.get("amount"), data.get("unit"), data.get("source"))


def deadline_dict(deadline: Deadline) -> dict[str, str]:
    """Return a dated requirement with all its keys."""
    return {"phrase": deadline.phrase, "due": deadline.due.isoformat(), "clause": deadline.clause}


def deadline_from_dict(data: Mapping[str, Any], day: Day = date.fromisoformat) -> Deadline:
    """Return the dated requirement behind its JSON form; the data must be sound, see `plan_from_dict`."""
    return Deadline(data["phrase"], day(data["due"]), data.get("clause", ""))


def _info_dict(info: PlanInfo) -> dict[str, Any]:
    issued = info.issued
    source = info.source
    return {
        "id": info.id,
        "title": info.title,
        "short_title": info.short_title,
        "region": info.region,
        "document_number": info.document_number,
        "issuer": info.issuer,
        "issued": issued.isoformat() if isinstance(issued, date) else issued,
        "start_year": info.start_year,
        "end_year": info.end_year,
        "status": info.status.value,
        "responsible": list(info.responsible),
        **{name: days for name in REPORT_DAYS if (days := getattr(info, name)) is not None},
        "source": document_dict(source) if source else None,
    }


def _info(data: Mapping[str, Any], day: Day) -> PlanInfo:
    source = data.get("source")
    return PlanInfo(
        id=data["id"],
        title=data["title"],
        short_title=data["short_title"],
        region=data["region"],
        start_year=data.get("start_year"),
        end_year=data.get("end_year"),
        status=PlanStatus(data.get("status") or PlanStatus.IN_FORCE),
        document_number=data.get("document_number"),
        issuer=data.get("issuer"),
        issued=_issued(data.get("issued"), day),
        responsible=tuple(data.get("responsible", ())),
        source=document_from_dict(source) if source else None,
        report_target_days=data.get("report_target_days"),
        report_limit_days=data.get("report_limit_days"),
    )


def _issued(written: Any, day: Day) -> date | str | None:
    is_month = isinstance(written, str) and len(written) < _DAY_LENGTH
    return written if written is None or is_month else day(written)


def _measure_dict(measure: Goal | Indicator) -> dict[str, Any]:
    return {
        "indicator": measure.indicator,
        "op": measure.op.value if measure.op else None,
        "value": measure.value,
        "unit": measure.unit,
        "due": measure.due.isoformat() if measure.due else None,
    }


def _rare_dict(measure: Goal | Indicator) -> dict[str, Any]:
    rare: dict[str, Any] = {}
    if measure.grade is not None:
        rare["grade"] = measure.grade
    if measure.force:
        rare["force"] = measure.force.value
    return rare


def _goal_dict(goal: Goal) -> dict[str, Any]:
    place = {"source": place_dict(goal.source)} if goal.source else {}
    return {"text": goal.text, **_measure_dict(goal), **_rare_dict(goal), **place}


def _section_dict(section: Section) -> dict[str, Any]:
    place = {"source": place_dict(section.source)} if section.source else {}
    return {
        "id": section.id,
        "number": section.number,
        "title": section.title,
        "parent": section.parent,
        **place,
    }


def indicator_dict(indicator: Indicator) -> dict[str, Any]:
    """Return an indicator; keys that only some have are left out where they say nothing."""
    baseline = {} if indicator.baseline_year is None else {"baseline_year": indicator.baseline_year}
    return {**_measure_dict(indicator), **baseline, "clause": indicator.clause, **_rare_dict(indicator)}


def _goal(data: Mapping[str, Any], day: Day) -> Goal:
    due, op, force = data.get("due"), data.get("op"), data.get("force")
    return Goal(
        text=data["text"],
        indicator=data.get("indicator"),
        op=_OPS[op] if op else None,
        value=data.get("value"),
        unit=data.get("unit"),
        due=day(due) if due else None,
        grade=data.get("grade"),
        force=_FORCES[force] if force else None,
        source=place_from_dict(data.get("source")),
    )


def indicator_from_dict(data: Mapping[str, Any], day: Day = date.fromisoformat) -> Indicator:
    """Return the indicator behind its JSON form; the data must be sound, see `plan_from_dict`."""
    due, op, force = data.get("due"), data.get("op"), data.get("force")
    return Indicator(
        indicator=data["indicator"],
        op=_OPS[op] if op else None,
        value=data.get("value"),
        unit=data.get("unit"),
        due=day(due) if due else None,
        baseline_year=data.get("baseline_year"),
        clause=data.get("clause", ""),
        grade=data.get("grade"),
        force=_FORCES[force] if force else None,
    )
