"""Checks what a plan's parts say of each other: ids, sections, years, departments.

Works on the data as read, wrong parts included, so that one mistake does not hide the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from plantui.model.department import DepartmentRef, DepartmentRegistry
from plantui.model.plan import Departments
from plantui.model.text import first_control

from .bounds import DEEPEST_SECTION, MOST_REPORT_DAYS
from .checks import nearest, warn_of_control
from .finding import Findings
from .jsonform import REPORT_DAYS, SUCCESSORS
from .locator import KeyPath, key_path_text


def check_plan(found: Findings, data: Mapping[str, Any], file_id: str) -> None:
    """Check ids, outline and years of one plan; `file_id` is the file's name without its ending."""
    info = _table(data, "plan")
    plan_id = info.get("id")
    if isinstance(plan_id, str) and plan_id.strip() and plan_id != file_id:
        found.error("id_not_file", ("plan", "id"), id=plan_id, name=file_id)
    start, end = info.get("start_year"), info.get("end_year")
    if isinstance(start, int) and isinstance(end, int) and end < start:
        found.error("years_reversed", ("plan", "end_year"), start=start, end=end)
    _check_report_days(found, info)
    _check_unique(found, data, "sections", "section_duplicate")
    _check_unique(found, data, "tasks", "task_duplicate")
    parents = {row["id"]: row.get("parent") for _, row in _rows(data, "sections") if _is_text(row.get("id"))}
    _check_parents(found, data, parents)
    sound: set[str] = set()
    for place, name in _department_names(data):
        if name not in sound and not warn_of_control(found, place, name):
            sound.add(name)
    _check_places(found, data)
    _check_successors(found, data)
    _check_tags(found, data)
    _check_funding(found, data)
    # With a section whose id is missing, a task that names it is not the one in the wrong.
    if all(_is_text(row.get("id")) for _, row in _rows(data, "sections")):
        _check_sections_of_tasks(found, data, parents)


def _check_report_days(found: Findings, info: Mapping[str, Any]) -> None:
    """Check how old the last report on a task should get, and how old it may."""
    given = {name: info[name] for name in REPORT_DAYS if type(info.get(name)) is int}
    for name, value in given.items():
        if not 1 <= value <= MOST_REPORT_DAYS:
            found.error("report_days_range", ("plan", name), value=value, most=MOST_REPORT_DAYS)
    target, limit = map(given.get, REPORT_DAYS)
    if target is not None and limit is not None and limit < target:
        found.error("report_days_reversed", ("plan", REPORT_DAYS[1]), target=target, limit=limit)


def check_departments(found: Findings, data: Mapping[str, Any], registry: DepartmentRegistry) -> None:
    """Warn of departments that the registry does not know, if it knows any of the plan's region."""
    region = _table(data, "plan").get("region")
    if not isinstance(region, str) or region not in registry.regions:
        return
    known: dict[str, bool] = {}
    for place, name in _department_names(data):
        if name not in known:
            known[name] = registry.get(registry.resolve(region, name)) is not None
        if not known[name]:
            _warn_unknown(found, place, registry, DepartmentRef(region, name))


def _warn_unknown(found: Findings, place: KeyPath, registry: DepartmentRegistry, ref: DepartmentRef) -> None:
    names = [n for d in registry.departments if d.region == ref.region for n in (d.name, *d.aliases)]
    right = None if found.is_full else nearest(ref.name, names)
    if right:
        found.warning("department_near", place, name=ref.name, region=ref.region, nearest=right)
    else:
        found.warning("department_unknown", place, name=ref.name, region=ref.region)


def _department_names(data: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    for index, name in enumerate(_list(_table(data, "plan").get("responsible"))):
        if _is_text(name):
            yield ("plan", "responsible", index), name
    for task_index, task in _rows(data, "tasks"):
        departments = _table(task, "departments")
        for role in Departments._fields:
            if names := departments.get(role):
                for index, name in enumerate(_list(names)):
                    if _is_text(name):
                        yield ("tasks", task_index, "departments", role, index), name


def _check_unique(found: Findings, data: Mapping[str, Any], table: str, message: str) -> None:
    first: dict[str, int] = {}
    for index, row in _rows(data, table):
        row_id = row.get("id")
        if not isinstance(row_id, str) or not row_id.strip():
            continue
        if row_id in first:
            found.error(message, (table, index, "id"), id=row_id, other=key_path_text((table, first[row_id])))
        else:
            first[row_id] = index


def _check_parents(found: Findings, data: Mapping[str, Any], parents: Mapping[str, Any]) -> None:
    cycles, depths = _climbed(parents)
    told: set[str] = set()
    is_depth_told = False
    for index, row in _rows(data, "sections"):
        section, parent, place = row.get("id"), row.get("parent"), ("sections", index, "parent")
        if not isinstance(parent, str):
            continue
        if parent not in parents:
            found.error("parent_unknown", place, parent=parent)
        elif not isinstance(section, str) or section in told:
            continue
        elif cycle := cycles.get(section):
            told.update(cycle)
            at = cycle.index(section)
            found.error("parent_cycle", place, cycle=" → ".join([*cycle[at:], *cycle[:at], section]))
        elif depths.get(section, 0) > DEEPEST_SECTION and not is_depth_told:
            is_depth_told = True  # the sections inside it are deeper still, and mended with it
            found.error("section_too_deep", place, most=DEEPEST_SECTION)


def _climbed(parents: Mapping[str, Any]) -> tuple[dict[str, list[str]], dict[str, int]]:
    """Return the cycle that each section of a cycle is part of, and the depth of every other section, from 1.

    Each section is visited once. A section whose parent is unknown, or part of a cycle, counts as one at the top.
    """
    cycles: dict[str, list[str]] = {}
    depths: dict[str, int] = {}
    for start in parents:
        path: dict[str, int] = {}
        at: object = start
        while isinstance(at, str) and at in parents and at not in depths and at not in path:
            path[at] = len(path)
            at = parents[at]
        way = list(path)
        if isinstance(at, str) and at in path:
            cycle = way[path[at] :]
            cycles.update(dict.fromkeys(cycle, cycle))
            depths.update(dict.fromkeys(cycle, 0))
            del way[path[at] :]
        depth = depths.get(at, 0) if isinstance(at, str) else 0
        for section in reversed(way):
            depth += 1
            depths[section] = depth
    return cycles, depths


def _check_sections_of_tasks(found: Findings, data: Mapping[str, Any], sections: Mapping[str, Any]) -> None:
    for index, row in _rows(data, "tasks"):
        section = row.get("section")
        if isinstance(section, str) and section.strip() and section not in sections:
            found.error("section_unknown", ("tasks", index, "section"), section=section)


def _check_successors(found: Findings, data: Mapping[str, Any]) -> None:
    """Check the tasks that are said to have taken the place of others, those of other plans only for their form."""
    ids = {row.get("id") for _, row in _rows(data, "tasks")}
    plan_id = _table(data, "plan").get("id")
    for index, row in _rows(data, "tasks"):
        named = [name for name in SUCCESSORS if name in row and _is_text(row[name])]
        if len(named) > 1:
            found.error("two_successors", ("tasks", index, named[1]))
        for name in named:
            plan, slash, task = row[name].partition("/")
            if not slash or plan == plan_id:
                task = task if slash else row[name]
                if task not in ids or task == row.get("id"):
                    found.error("successor_unknown", ("tasks", index, name), task=task)
            elif not plan or not task:
                found.error("successor_form", ("tasks", index, name), value=row[name])


def _check_tags(found: Findings, data: Mapping[str, Any]) -> None:
    """Check the tags of each task: twice the same or with blanks around, they would be two choices that look like one."""
    for at, row in _rows(data, "tasks"):
        if "tags" not in row:
            continue
        tags = [tag if isinstance(tag, str) else "" for tag in _list(row.get("tags"))]
        for index, tag in enumerate(tags):
            place: KeyPath = ("tasks", at, "tags", index)
            if tag and tag in tags[:index]:
                found.error("tag_twice", place, tag=tag)
            elif tag.strip() and (tag != tag.strip() or first_control(tag)):
                found.error("tag_form", place, tag=tag)


def _check_funding(found: Findings, data: Mapping[str, Any]) -> None:
    """Check that an amount has a unit and is not below 0, and that each table says something."""
    for at, task in _rows(data, "tasks"):
        for index, row in _rows(task, "funding"):
            place, amount = ("tasks", at, "funding", index), row.get("amount")
            if isinstance(amount, int | float) and amount < 0:
                found.error("funding_below_zero", (*place, "amount"), value=str(amount))
            if amount is not None and not _is_text(row.get("unit")):
                found.error("funding_unit", (*place, "amount"))
            if amount is None and not _is_text(row.get("source")):
                found.error("funding_empty", place)


_LISTED = ("deadlines", "indicators")


def _check_places(found: Findings, data: Mapping[str, Any]) -> None:
    """Warn of tasks with more or fewer places than values: a value was edited and its place was not."""
    for index, task in _rows(data, "tasks"):
        source = _table(task, "source")
        if not source:
            continue
        values = {name: len(_list(task.get(name))) for name in _LISTED}
        values["departments"] = sum(len(_list(names)) for names in _table(task, "departments").values())
        for name, count in values.items():
            places = source.get(name)
            if isinstance(places, list) and len(places) != count:
                where = ("tasks", index, "source", name)
                found.warning("places_differ", where, name=name, places=len(places), values=count)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _table(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = data.get(name)
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _rows(data: Mapping[str, Any], name: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for index, row in enumerate(_list(data.get(name))):
        if isinstance(row, dict):
            yield index, row
