"""Finds light rules by their name: in the settings folder, beside the plans, among the bundled ones."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from plantui.model.light_rules import DEFAULT_RULES, LightRules
from plantui.model.problem import Problem
from plantui.planfile.light_rules import RULES_FOLDER, read_light_rules
from plantui.planfile.search_path import at_home, can_be_path, is_file, is_folder, toml_files

from .locations import config_file

BUNDLED = Path(__file__).resolve().parents[1] / "light_rules"


def bundled_rules() -> tuple[str, ...]:
    """Return the names of the bundled rules, the general ones first."""
    return (DEFAULT_RULES.name, *sorted(path.stem for path in BUNDLED.glob("*.toml")))


def known_rules(plan_folders: Iterable[Path]) -> tuple[str, ...]:
    """Return the names of all rules that an office can choose: the general ones, the bundled ones, its own."""
    return tuple(dict.fromkeys((*bundled_rules(), *(path.stem for path in own_rules_files(plan_folders)))))


def own_rules_files(plan_folders: Iterable[Path]) -> list[Path]:
    """Return the rule files of the settings folder, then those beside the plans."""
    return [path for folder in _own_folders(plan_folders) if is_folder(folder) for path in toml_files(folder)]


def find_light_rules(name: str, plan_folders: Iterable[Path]) -> LightRules:
    """Return the rules of a name, or of a file's path.

    Where there are none, or the file has an error, the general ones hold and say so: `LightRules.problem` tells what is
    wrong.
    """
    if name == DEFAULT_RULES.name:
        return DEFAULT_RULES
    path = _file_of(name, tuple(plan_folders))
    if path is None:
        return DEFAULT_RULES._replace(problem=Problem("problems.rules_unknown", facts={"name": name}))
    status = path.stat()
    return _read(path, status.st_mtime_ns, status.st_size)


def is_rules_path(name: str) -> bool:
    """Return whether rules are named by the path of a file."""
    return name.endswith(".toml") or "/" in name or os.sep in name


def _file_of(name: str, plan_folders: tuple[Path, ...]) -> Path | None:
    if not can_be_path(name):
        return None
    if is_rules_path(name):
        path = at_home(Path(name))
        return path if is_file(path) else None
    folders = (*_own_folders(plan_folders), BUNDLED)
    return next((path for folder in folders if is_file(path := folder / f"{name}.toml")), None)


def _own_folders(plan_folders: Iterable[Path]) -> tuple[Path, ...]:
    own = config_file(os.environ).parent
    return tuple(folder / RULES_FOLDER for folder in dict.fromkeys((own, *plan_folders)))


@lru_cache(16)
def _read(path: Path, mtime_ns: int, size: int) -> LightRules:
    """Return the rules of a file as it was at that time and size."""
    read = read_light_rules(path, is_bundled=path.parent == BUNDLED)
    if read.rules is not None:
        return read.rules
    return DEFAULT_RULES._replace(problem=read.problems[0])
