"""The path that was typed for a file to write."""

from __future__ import annotations

import os
from pathlib import Path

from plantui.export.filename import any_form_of_name
from plantui.model.problem import UsageError
from plantui.planfile.search_path import can_be_path


def typed_target(typed: str, folder: Path, *, is_folder: bool = False) -> Path:
    """Return the path of a file, or of a folder of files, seen from a folder. Raises UsageError for one that cannot be it."""
    if not typed:
        raise UsageError("dialogs.export.no_path")
    try:
        path = Path(typed).expanduser()
    except RuntimeError as error:  # ~someone, whom the system does not know
        raise UsageError("dialogs.export.bad_path", path=typed) from error
    if not can_be_path(typed) or not (is_folder or _names_file(typed, path)):
        raise UsageError("dialogs.export.bad_path", path=typed)
    return folder / path


def _names_file(typed: str, path: Path) -> bool:
    """Return whether a path ends in the name of a file: neither in a folder nor in an ending alone."""
    is_ending_alone = any_form_of_name(Path(f"-{path.name}")) is not None and not path.suffix
    return path.name not in {"", ".."} and not typed.endswith(("/", os.sep)) and not is_ending_alone
