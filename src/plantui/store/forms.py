"""Finds forms by their name: in the settings folder, beside the plans, among the bundled ones."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from plantui.model.form import Form, FormKind, FormNames, InLanguages
from plantui.model.problem import Problem
from plantui.planfile import FORMS_FOLDER
from plantui.planfile.search_path import at_home, can_be_path, is_file, is_folder, toml_files

from .locations import config_file

BUNDLED = Path(__file__).resolve().parents[1] / "forms"


def every_form(plan_folders: Iterable[Path], names: Callable[[], FormNames]) -> list[Form]:
    """Return the forms that a name leads to: the bundled ones in their order, then the office's own by their names.

    `names` gives what definitions may name; it is asked where one is read.
    An own form stands in the place of the bundled one of its name. One with a mistake has it as its `problem`.
    """
    own = {path.stem: path for path in reversed([*_own_files(plan_folders)])}
    bundled = {path.stem: path for path in toml_files(BUNDLED)}
    order = [*sorted(bundled, key=_place), *sorted(own.keys() - bundled.keys())]
    return [_read_now((bundled | own)[name], names) for name in order]


def own_form_files(plan_folders: Iterable[Path]) -> list[Path]:
    """Return the definitions of the settings folder, then those beside the plans."""
    return [*_own_files(plan_folders)]


def find_form(name: str, plan_folders: Iterable[Path], names: Callable[[], FormNames]) -> Form | None:
    """Return the form of a name, or of a file's path; None where there is none. `names` is as for `every_form`.

    One with a mistake has it as its `problem` and is not to be written.
    """
    if not can_be_path(name):
        return None
    if is_form_path(name):
        path = at_home(Path(name))
        return replace(_read_now(path, names), name=name) if is_file(path) else None
    folders = (*_own_folders(plan_folders), BUNDLED)
    found = next((path for folder in folders if is_file(path := folder / f"{name}.toml")), None)
    return None if found is None else _read_now(found, names)


def definition_of(form: Form) -> Path:
    """Return the file that a form is defined in."""
    return Path(form.file) if form.file else BUNDLED / f"{form.name}.toml"


def is_form_path(name: str) -> bool:
    """Return whether a form is named by the path of its file."""
    return name.endswith(".toml") or "/" in name or os.sep in name


_ORDER = (
    "ledger",
    "report",
    "circular",
    "one-page",
    "reminder",
    "slip",
    "calendar",
    "exchange",
    "summary",
    "month",
    "supervision",
)


def _place(name: str) -> tuple[int, str]:
    return (_ORDER.index(name) if name in _ORDER else len(_ORDER)), name


def _own_folders(plan_folders: Iterable[Path]) -> tuple[Path, ...]:
    own = config_file(os.environ).parent
    return tuple(folder / FORMS_FOLDER for folder in dict.fromkeys((own, *plan_folders)))


def _own_files(plan_folders: Iterable[Path]) -> Iterator[Path]:
    for folder in _own_folders(plan_folders):
        if is_folder(folder):
            yield from toml_files(folder)


def _read_now(path: Path, names: Callable[[], FormNames]) -> Form:
    status = path.stat()
    return _read(path, names(), status.st_mtime_ns, status.st_size)


@lru_cache(64)
def _read(path: Path, names: FormNames, mtime_ns: int, size: int) -> Form:
    """Return the form of a file as it was at that time and size."""
    from plantui.planfile.form import read_form  # the summary is found without any definition being read

    read = read_form(path, names, is_bundled=path.parent == BUNDLED)
    if read.form is not None:
        return read.form
    problem: Problem = read.problems[0]
    return Form(path.stem, FormKind.SUMMARY, (), InLanguages(path.stem), file=str(path), problem=problem)
