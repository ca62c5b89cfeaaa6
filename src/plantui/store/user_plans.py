"""The user's own plans: putting a plan and the document that it was made of into their folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plantui.model.problem import DataError, UsageError
from plantui.model.system import system_reason
from plantui.planfile.search_path import bundled_plans, user_plans, without_twins

from .atomic import atomic_write


def keep_plan(content: bytes, plan_id: str, document: Path | None, *, force: bool = False) -> Path:
    """Write a plan file and a copy of its document into the folder of the user's own plans; return the file's path.

    Raises UsageError where another file is there and `force` is not given, DataError where one cannot be read or written.
    """
    folder = user_plans()
    target = folder / f"{plan_id}.toml"
    try:
        files = {target: content}
        if document is not None and document.resolve() != (folder / document.name).resolve():
            files[folder / document.name] = document.read_bytes()
        for path, new in files.items():
            if not force and path.exists() and path.read_bytes() != new:
                raise UsageError("opening.exists", path=path)
        for path, new in files.items():
            atomic_write(path, new)
    except OSError as error:
        raise DataError("opening.cannot_keep", path=target, reason=system_reason(error)) from error
    return target


def require_free(plan_id: str, document: Path) -> None:
    """Refuse a plan whose file, or whose document, would replace another one. Raises UsageError."""
    folder = user_plans()
    target, beside = folder / f"{plan_id}.toml", folder / document.name
    if target.exists():
        raise UsageError("opening.exists", path=target)
    if beside.exists() and not beside.samefile(document):
        raise UsageError("opening.exists", path=beside)


def with_user_plans(folders: Sequence[Path]) -> list[Path]:
    """Return a search path with the user's own plans in their place, before the bundled ones."""
    last = [folder for folder in folders if folder.resolve() == bundled_plans().resolve()]
    first = [folder for folder in folders if folder not in last]
    return without_twins([*first, user_plans(), *last])
