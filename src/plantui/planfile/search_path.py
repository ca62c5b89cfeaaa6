"""The search path of plan files, and which of them count."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from plantui.model.problem import DataError, UsageError
from plantui.model.system import system_reason

from .user_folders import user_folder

VARIABLE = "PLANTUI_PLANS"
"""Environment variable with more folders, separated as in PATH."""

DEPARTMENTS = "departments.toml"
"""The one TOML file of a folder that is not a plan."""


def plan_folders(options: Sequence[Path], environ: Mapping[str, str]) -> list[Path]:
    """Return the folders in the order in which they count: --plans, PLANTUI_PLANS, the user's own, the bundled one.

    Raises UsageError for a folder that was asked for and does not exist.
    """
    folders = [_asked_for(folder, "plans_folder_missing") for folder in options]
    for written in environ.get(VARIABLE, "").split(os.pathsep):
        if written.strip():
            folders.append(_asked_for(Path(written), "plans_folder_of_variable_missing"))
    folders += [folder for folder in (user_plans(), bundled_plans()) if _is(stat.S_ISDIR, folder)]
    return without_twins(folders)


def without_twins(paths: Iterable[Path]) -> list[Path]:
    """Return the paths in their order, each place on the disk once however it is spelt."""
    found: dict[Path, Path] = {}
    for path in paths:
        found.setdefault(path.resolve(), path)
    return list(found.values())


def _asked_for(folder: Path, message: str) -> Path:
    folder = at_home(folder)
    if not is_folder(folder):
        raise UsageError(f"problems.{message}", folder=folder, variable=VARIABLE)
    return folder


def at_home(path: Path) -> Path:
    """Return the path with a leading ~ resolved, which a shell leaves in `--db=~/x`; one of no known user stays."""
    return Path(os.path.expanduser(path))  # noqa: PTH111 - pathlib's own raises for an unknown user


def can_be_path(text: str) -> bool:
    """Return whether a text can name a file at all: not with NUL, or with what has no bytes in the system's names."""
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def is_folder(path: Path) -> bool:
    """Return whether a folder is at the path: not where the system hides it, or can have nothing of that name."""
    return _is(stat.S_ISDIR, path)


def is_file(path: Path) -> bool:
    """Return whether a regular file is at the path: not where the system hides it, or can have nothing of that name."""
    return _is(stat.S_ISREG, path)


def _is(kind: Callable[[int], bool], path: Path) -> bool:
    """Return whether there is something of that kind at the path; what the system hides from us is not there."""
    try:
        return kind(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def user_plans() -> Path:
    """Return the user's own plans folder; it may not exist."""
    return user_folder("data") / "plans"


def bundled_plans() -> Path:
    """Return the folder of the bundled plans: inside the installed package, or beside `src` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "plans"
    return installed if installed.is_dir() else package.parents[1] / "plans"


def plan_files(folders: Iterable[Path]) -> list[Path]:
    """Return the plan files of all folders, by name within each. Of two with one name (= id) the first counts."""
    files: dict[str, Path] = {}
    for folder in folders:
        for file in toml_files(folder):
            if file.name != DEPARTMENTS:
                files.setdefault(file.stem, file)
    return list(files.values())


class HiddenPlan(NamedTuple):
    """A plan that is not shown, since one of the same id stands before it on the search path."""

    id: str
    file: str
    shown: str
    """The file that is shown in its place."""


def hidden_plans(plans: Iterable[tuple[str, str]]) -> list[HiddenPlan]:
    """Return the hidden ones of these plans, each given as its id and file, in the order of the search path."""
    first: dict[str, str] = {}
    return [
        HiddenPlan(plan, file, first[plan]) for plan, file in plans if first.setdefault(plan, file) != file
    ]


def department_files(folders: Iterable[Path]) -> list[Path]:
    """Return the `departments.toml` of each folder that has one."""
    files = (folder / DEPARTMENTS for folder in folders)
    return [file for file in files if _is(stat.S_ISREG, file)]


def toml_files(folder: Path) -> list[Path]:
    """Return the TOML files of one folder by name, without hidden ones. Raises DataError if it cannot be listed."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise DataError("problems.folder_unreadable", folder=folder, reason=system_reason(error)) from error
    return [entry for entry in entries if may_hold_plan(entry.name, entry)]


def may_hold_plan(name: str, entry: os.DirEntry[str] | Path) -> bool:
    """Return whether a folder's entry is to be read: by its name, and unless it is a folder, a pipe or a device.

    What cannot be looked at, such as a broken link, is: whoever reads it says what is wrong.
    """
    if not name.endswith(".toml") or name.startswith("."):
        return False
    try:
        mode = entry.stat().st_mode
    except OSError:
        return True
    return stat.S_ISREG(mode)
