"""A plan file as the rows that the index stores of it, numbered from 0: made in this process or in one beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from json import JSONEncoder
from pathlib import Path
from typing import NamedTuple

from plantui.model.department import DepartmentRegistry
from plantui.model.plan import Departments, Plan, PlanInfo, Task
from plantui.model.progress import accountable
from plantui.model.terms import Role
from plantui.planfile.jsonform import plan_dict, task_dict
from plantui.planfile.places import place_dict
from plantui.planfile.reader import read_plan, unusable_file

from . import bits
from .facets import ANY_ROLE, FacetKind
from .grams import grams
from .outline import PlacedSection, place
from .spelled import PackedTitles, packed_titles
from .stored_problems import problems_text


class PlanContent(NamedTuple):
    """A plan file as it was read."""

    path: str
    content: bytes | None
    """The file's bytes; None where it cannot be read or is too large."""


class CompiledPlan(NamedTuple):
    """The rows of a plan; those of tasks are in the order of the headings."""

    id: str
    info: str
    """The plan's own data as JSON."""
    goals: str
    sections: list[PlacedSection]
    tasks: list[tuple[int, str, str, str, str, str]]
    """Ordinal of the heading, id, number, title, first date, accountable departments as JSON."""
    bodies: list[str]
    """Each task as JSON."""
    words: list[tuple[str, str, str]]
    facets: list[tuple[str, str, bytes]]
    """Kind, value, and the set of tasks that have it."""
    spelled_titles: PackedTitles
    names: frozenset[str]
    """The departments that are named, as printed."""


class CompiledFile(NamedTuple):
    """The content of a plan file: its rows, unless it is unusable, and what is wrong with it, as JSON."""

    plan: CompiledPlan | None
    problems: str


def compiled_file(file: PlanContent, registry: DepartmentRegistry) -> CompiledFile:
    """Return what the index stores of a plan file; a plan that cannot be compiled is left out with a problem.

    Without its content the file is read again by the reader, which says what is wrong with it.
    """
    path, content = file
    read = read_plan(Path(path) if content is None else content, path, registry)
    plan = None
    try:
        plan = compiled_plan(read.plan) if read.plan else None
    except Exception as error:
        if is_of_the_index(error):
            raise
        read = unusable_file(path, error)
    return CompiledFile(plan, problems_text(read.problems))


def is_of_the_index(error: Exception) -> bool:
    """Return whether the index itself failed, such as on a full disk, and not one file's content."""
    return isinstance(error, OSError | sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError


def compiled_plan(plan: Plan) -> CompiledPlan:
    """Return the rows of a plan."""
    sections, placed = place(plan, 0)
    tasks = [task for _, task in placed]
    head = plan_dict(plan._replace(tasks=(), sections=()))
    named = [task.departments.pairs() for task in tasks]
    return CompiledPlan(
        id=plan.info.id,
        info=json_text(head["plan"]),
        goals=json_text(head["goals"]),
        sections=sections,
        tasks=list(_task_rows(plan.info, placed)),
        bodies=[json_text(task_dict(task)) for task in tasks],
        words=list(_words(plan.info, tasks)),
        facets=[
            (kind, value, bits.pack(bits.from_rows(rows)))
            for (kind, value), rows in _facets(plan.info, tasks)
        ],
        spelled_titles=packed_titles(task.title for task in tasks),
        names=frozenset(name for pairs in named for _, name in pairs).union(plan.info.responsible),
    )


json_text = JSONEncoder(ensure_ascii=False).encode


def section_row(section: PlacedSection, first: int) -> tuple[object, ...]:
    """Return the row of a heading in a plan whose first row number is `first`, without the plan."""
    one = section.section
    source = json_text(place_dict(one.source)) if one.source else ""
    place_of = (section.parent, section.depth, first + section.first, section.own, section.total)
    return (section.ordinal, one.id, one.number, one.title, *place_of, source)


def _first_due(task: Task) -> str:
    return min(deadline.due for deadline in task.deadlines).isoformat() if task.deadlines else ""


def _task_rows(
    plan: PlanInfo, placed: Iterable[tuple[int, Task]]
) -> Iterator[tuple[int, str, str, str, str, str]]:
    for section, task in placed:
        names = json_text(accountable(task.departments, plan.responsible))
        yield section, task.id, task.number, task.title, _first_due(task), names


def _words(plan: PlanInfo, tasks: Iterable[Task]) -> Iterator[tuple[str, str, str]]:
    """Yield what words are looked for in: by which the task is called, its departments, its text."""
    known: dict[str, str] = {}
    for task in tasks:
        names: list[str] = []
        for of_role in (*task.departments, plan.responsible):
            for name in of_role:
                if (written := known.get(name)) is None:
                    written = known[name] = grams(name)
                names.append(written)
        yield grams(f"{task.id} {task.number} {task.title}"), " ".join(names), grams(task.text)


def _facets(plan: PlanInfo, tasks: Sequence[Task]) -> Iterator[tuple[tuple[str, str], list[int]]]:
    """Yield the rows of every facet value."""
    rows: dict[tuple[str, str], list[int]] = {}
    for row, task in enumerate(tasks):
        for facet in _facets_of(plan, task):
            if (found := rows.get(facet)) is None:
                rows[facet] = [row]
            else:
                found.append(row)
    for name in plan.responsible:
        for role in (Role.RESPONSIBLE.value, ANY_ROLE):
            rows[FacetKind.DEPARTMENT, f"{role}\t{name}"] = list(range(len(tasks)))
    yield from rows.items()


def _facets_of(plan: PlanInfo, task: Task) -> Iterator[tuple[str, str]]:
    for role, names in zip(Departments._fields, task.departments, strict=True):
        for name in names:
            yield FacetKind.DEPARTMENT, f"{role}\t{name}"
            yield FacetKind.DEPARTMENT, f"{ANY_ROLE}\t{name}"
        for_all = plan.responsible if role == Role.RESPONSIBLE else ()
        yield FacetKind.FIRST_DEPARTMENT, f"{role}\t{(names or for_all or ('',))[0]}"
    days = sorted({deadline.due for deadline in task.deadlines})  # a set has another order in every process
    for year in dict.fromkeys(str(day.year) for day in days) or ("",):
        yield FacetKind.YEAR, year
    for day in days:
        yield FacetKind.DUE, day.isoformat()
    yield FacetKind.FIRST_DUE, days[0].isoformat() if days else ""
    for tag in task.tags:
        yield FacetKind.TAG, tag
