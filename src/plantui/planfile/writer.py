"""Writes plans and departments as TOML: the same text for the same values, in an order that reads well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from unicodedata import east_asian_width

import tomli_w

from plantui.model.department import Department
from plantui.model.plan import Plan
from plantui.model.problem import Problem, Severity

from . import FORMAT
from .jsonform import plan_dict
from .spec import PLAN_FILE, Key, Kind, Table

_WIDTH = 110
"""Terminal cells up to which a list stays on one line."""


def plan_toml(plan: Plan) -> str:
    """Return the plan as the text of its file. Reading it gives an equal plan."""
    data = plan_dict(plan)
    blocks = [f"format = {FORMAT}\n"]
    for key in PLAN_FILE.keys:
        if key.table:
            rows = [data[key.name]] if key.kind is Kind.TABLE else data[key.name]
            for row in rows:
                blocks += _blocks(row, key, key.table, key.name)
    return "\n".join(blocks)


def errors_of(plan: Plan) -> tuple[Problem, ...]:
    """Return the problems that would keep the plan's file from being read again."""
    from .reader import read_plan  # who only writes need not load the checks

    read = read_plan(plan_toml(plan).encode(), f"{plan.info.id}.toml")
    return tuple(problem for problem in read.problems if problem.severity is Severity.ERROR)


def departments_toml(departments: Iterable[Department]) -> str:
    """Return the departments as the text of a `departments.toml`."""
    blocks = [f"format = {FORMAT}\n"]
    blocks += map(department_toml, departments)
    return "\n".join(blocks)


def department_toml(department: Department) -> str:
    """Return the entry of one department in a `departments.toml`."""
    lines = [_line("region", department.region), _line("name", department.name)]
    if department.aliases:
        lines.append(_line("aliases", department.aliases))
    if department.members:
        lines.append(_line("members", department.members))
    return "[[departments]]\n" + "".join(lines)


def _blocks(row: dict[str, Any], key: Key, table: Table, header: str) -> Iterator[str]:
    """Yield the table and the tables inside it, each a block with its header."""
    lines: list[str] = []
    inner: list[str] = []
    for part in table.keys:
        value = row.get(part.name)
        if part.table and value:
            rows = [value] if part.kind is Kind.TABLE else value
            for inner_row in rows:
                inner += _blocks(inner_row, part, part.table, f"{header}.{part.name}")
        elif not part.table and (part.required or not _says_nothing(part, value)):
            lines.append(_line(part.name, _day_of(part, value)))
    if lines:
        brackets = ("[[", "]]") if key.kind is Kind.TABLES else ("[", "]")
        yield f"{brackets[0]}{header}{brackets[1]}\n{''.join(lines)}"
    yield from inner


_EMPTY_BY_DEFAULT = frozenset({"text", "clause", "sha256"})
"""Optional texts that the model holds as empty and not as None."""


def _says_nothing(key: Key, value: Any) -> bool:
    return value is None or value == [] or (value == "" and key.name in _EMPTY_BY_DEFAULT)


def _day_of(key: Key, value: Any) -> Any:
    is_day = key.kind is Kind.DATE or (key.kind is Kind.DATE_OR_MONTH and len(value) == len("2025-09-30"))
    return date.fromisoformat(value) if is_day else value


def _line(name: str, value: Any) -> str:
    if not isinstance(value, list | tuple):
        return f"{name} = {_literal(value)}\n"
    items = [_literal(item) for item in value]
    line = f"{name} = [{', '.join(items)}]\n"
    if _cells(line) <= _WIDTH:
        return line
    return f"{name} = [\n" + "".join(f"    {item},\n" for item in items) + "]\n"


def _literal(value: Any) -> str:
    return tomli_w.dumps({"x": value})[len("x = ") : -1]


def _cells(line: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)
