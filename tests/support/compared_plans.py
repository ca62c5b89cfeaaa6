"""Plans whose tasks a reader has aligned by hand, and what he found."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from plantui.model.department import DepartmentRegistry
from plantui.model.plan import Plan
from plantui.planfile.departments import read_departments
from plantui.planfile.reader import read_plan

from .paths import DATA, PLANS

_COMPARED = DATA / "comparing"

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Annotated:
    """Two plans with the tasks and headings that are the same; no headings where none were annotated."""

    plans: tuple[str, str]
    tasks: Pairs
    sections: Pairs

    def __str__(self) -> str:
        return " ".join(self.plans)


@cache
def compared_plan(name: str) -> Plan:
    """Return a bundled plan, or one that was made for comparing."""
    file = next(file for folder in (PLANS, _COMPARED / "plans") if (file := folder / f"{name}.toml").exists())
    plan = read_plan(file.read_bytes(), name=file.name).plan
    assert plan is not None
    return plan


def annotated() -> list[Annotated]:
    """Return all pairs of plans that were annotated."""
    data = tomllib.loads((_COMPARED / "alignment.toml").read_text("utf-8"))
    return [
        Annotated(tuple(one["plans"]), _pairs(one["tasks"]), _pairs(one.get("sections", [])))
        for kind in ("worked", "fresh")
        for one in data[kind]
    ]


def _pairs(written: list[str]) -> Pairs:
    return frozenset((one, other) for one, _, other in (pair.partition("-") for pair in written))


@cache
def bundled_departments() -> DepartmentRegistry:
    """Return the departments of the bundled plans, by which kinds of departments are known everywhere."""
    return DepartmentRegistry(read_departments(PLANS / "departments.toml").departments)
