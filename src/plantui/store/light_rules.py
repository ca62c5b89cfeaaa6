"""Finds light rules by their name: in the settings folder, beside the plans, among the bundled ones."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from plantui.model.light_rules import DEFAULT_RULES, LightRules
from plantui.model.problem import Problem
from plantui.planfile.light_rules import read_light_rules

from .locations import config_file

RULES_FOLDER = "light-rules"
"""Folder of an office's own rules, in the settings folder and in folders of plans."""

BUNDLED = Path(__file__).resolve().parents[1] / "light_rules"


def bundled_rules() -> tuple[str, ...]:
    """Return the names of the bundled rules, the general ones first."""
    return (DEFAULT_RULES.name, *sorted(path.stem for path in BUNDLED.glob("*.toml")))


def find_light_rules(name: str, plan_folders: Iterable[Path]) -> LightRules:
    """Return the rules of a name, or of a file's path.

    Where there are none, or the file has an error, the general ones hold and say so: `LightRules.problem` tells what is
    wrong.
    """
    if name == DEFAULT_RULES.name:
        return DEFAULT_RULES
    path = _file_of(name, tuple(plan_folders))
    if path is None:
        return replace(DEFAULT_RULES, problem=Problem("problems.rules_unknown", facts={"name": name}))
    status = path.stat()
    return _read(path, status.st_mtime_ns, status.st_size)


def _file_of(name: str, plan_folders: tuple[Path, ...]) -> Path | None:
    if name.endswith(".toml") or "/" in name or os.sep in name:
        path = Path(name).expanduser()
        return path if path.is_file() else None
    own = config_file(os.environ).parent / RULES_FOLDER
    folders = (own, *(folder / RULES_FOLDER for folder in dict.fromkeys(plan_folders)), BUNDLED)
    return next((path for folder in folders if (path := folder / f"{name}.toml").is_file()), None)


@lru_cache(16)
def _read(path: Path, mtime_ns: int, size: int) -> LightRules:
    """Return the rules of a file as it was at that time and size."""
    read = read_light_rules(path, is_bundled=path.parent == BUNDLED)
    if read.rules is not None:
        return read.rules
    return replace(DEFAULT_RULES, problem=read.problems[0])
