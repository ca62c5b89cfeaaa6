"""Checks plan files, departments files and files of light rules together, as `plantui check` does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plantui.model.department import DepartmentRegistry
from plantui.model.problem import Problem

from .departments import read_department_files
from .light_rules import RULES_FOLDER, read_light_rules
from .reader import read_plan
from .search_path import DEPARTMENTS, bundled_plans, department_files, toml_files, without_twins


def check_files(targets: Sequence[Path], folders: Sequence[Path] = ()) -> list[Problem]:
    """Return every problem of the given files and of all plan and departments files in the given folders.

    A file in a folder `light-rules` holds light rules.
    A plan's departments are looked up in the departments file beside it, in those of `folders` (the search
    path) and in the bundled one, whose own problems are only reported if they are among the targets.
    """
    files = list(dict.fromkeys(file for target in targets for file in _files_of(target)))
    beside = list(dict.fromkeys(file.parent for file in files))
    known_files = without_twins(department_files([*beside, *folders, bundled_plans()]))
    departments = read_department_files(known_files)
    registry = DepartmentRegistry(departments.departments)
    targeted = {str(file) for file in files if file.name == DEPARTMENTS}
    problems = [problem for problem in departments.problems if problem.file in targeted]
    problems += [
        problem for file in sorted(targeted - {str(f) for f in known_files}) for problem in _alone(file)
    ]
    for file in files:
        if file.parent.name == RULES_FOLDER:
            problems += read_light_rules(file).problems
        elif file.name != DEPARTMENTS:
            problems += read_plan(file, registry=registry).problems
    return problems


def _alone(file: str) -> tuple[Problem, ...]:
    return read_department_files([Path(file)]).problems


def _files_of(target: Path) -> list[Path]:
    return toml_files(target) if target.is_dir() else [target]
