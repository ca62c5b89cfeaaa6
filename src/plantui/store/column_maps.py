"""Finds column maps by their name: in the settings folder, beside the plans, among the bundled ones."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from plantui.model.column_map import ColumnMap
from plantui.model.problem import DataError, Message, Problem, UsageError
from plantui.planfile.column_map import MAPS_FOLDER, read_column_map
from plantui.planfile.search_path import at_home, can_be_path, is_file, is_folder, toml_files

from .locations import config_file

BUNDLED = Path(__file__).resolve().parents[1] / "column_maps"


def known_maps(plan_folders: Iterable[Path]) -> list[ColumnMap]:
    """Return all maps: the bundled ones, then the office's own, by name. An own one takes the place of a bundled one.

    Raises DataError where one has a mistake, with its file, line and key.
    """
    return [_read(path) for path in _chosen_files(plan_folders).values()]


def own_map_files(plan_folders: Iterable[Path]) -> list[Path]:
    """Return the maps of the settings folder, then those beside the plans."""
    folders = (config_file(os.environ).parent, *plan_folders)
    found = (folder / MAPS_FOLDER for folder in dict.fromkeys(folders))
    return [path for folder in found if is_folder(folder) for path in toml_files(folder)]


def map_problems(plan_folders: Iterable[Path]) -> list[Problem]:
    """Return what is wrong with the office's own maps."""
    return [problem for path in own_map_files(plan_folders) for problem in read_column_map(path).problems]


def find_map(name: str, plan_folders: Iterable[Path]) -> ColumnMap:
    """Return the map of a name, of a title in either language, or of a file's path.

    Raises UsageError where there is none, DataError where it has a mistake.
    """
    if is_map_path(name):
        path = at_home(Path(name))
        if can_be_path(name) and is_file(path):
            return _read(path)
        raise UsageError("exchange.ledger.no_map_file", file=name)
    found = _chosen_files(plan_folders)
    if name in found:
        return _read(found[name])
    for path in found.values():
        titled = read_column_map(path, is_bundled=path.parent == BUNDLED).map
        if titled is not None and name in (titled.zh, titled.en):
            return titled
    raise UsageError("exchange.ledger.no_map", name=name, known=" ".join(sorted(found)))


def is_map_path(name: str) -> bool:
    """Return whether a map is named by the path of a file."""
    return name.endswith(".toml") or "/" in name or os.sep in name


def _chosen_files(plan_folders: Iterable[Path]) -> dict[str, Path]:
    """Return the file of each map by its name: the bundled ones, then the office's own; of one name its first own one."""
    own = {path.stem: path for path in reversed(own_map_files(plan_folders))}
    return {path.stem: path for path in toml_files(BUNDLED)} | dict(sorted(own.items()))


def _read(path: Path) -> ColumnMap:
    read = read_column_map(path, is_bundled=path.parent == BUNDLED)
    if read.map is not None:
        return read.map
    fault = read.problems[0]
    said = Message(fault.message, **fault.facts)
    raise DataError("exchange.ledger.bad_map", file=path, line=fault.line or 1, key=fault.key, fault=said)
