"""Reads one plan file and reports every problem of it in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

from plantui.model.department import DepartmentRegistry
from plantui.model.plan import Plan
from plantui.model.problem import Problem

from .checks import check_table, is_format_known
from .consistency import check_departments, check_plan
from .finding import Findings
from .jsonform import plan_from_dict
from .spec import PLAN_FILE
from .toml_source import read_toml


@dataclass(frozen=True, slots=True)
class PlanFile:
    """The content of one file: a plan, unless an error makes it unusable, and what is wrong with it."""

    plan: Plan | None
    problems: tuple[Problem, ...] = ()


def read_plan(
    source: Path | bytes, name: str | None = None, registry: DepartmentRegistry | None = None
) -> PlanFile:
    """Read a plan from its file or from the file's content.

    `name` is the file as problems call it, by default the path; its stem must be the plan's id. With a
    registry, departments unknown in the plan's region are warned of; they leave the plan usable.
    """
    file = name if name is not None else str(source) if isinstance(source, Path) else ""
    try:
        return _read_plan(source, file, registry)
    except Exception as error:  # noqa: BLE001 - one file must not keep the others from being read
        return unusable_file(file, error)


def _read_plan(source: Path | bytes, file: str, registry: DepartmentRegistry | None) -> PlanFile:
    read = read_toml(source)
    found = read.findings
    if read.data is not None and is_format_known(found, read.data):
        check_table(found, read.data, PLAN_FILE, ())
        check_plan(found, read.data, PurePath(file).stem)
        if registry is not None:
            check_departments(found, read.data, registry)
    problems = found.problems(read.text, file)
    if read.data is None or found.has_errors:
        return PlanFile(None, problems)
    return PlanFile(plan_from_dict(read.data, day=_same_day), problems)


def unusable_file(file: str, error: Exception) -> PlanFile:
    """Return the account of a file that raised what no check foresaw: it is left out, the others are read."""
    found = Findings()
    found.error("file_unusable", detail=error)
    return PlanFile(None, found.problems("", file))


def _same_day(written: date) -> date:
    return written
