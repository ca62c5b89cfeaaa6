"""Files that may come into a ledger: those in a folder, copies that a sync folder made, and departments' secrets."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from plantui.model.problem import DataError, UsageError
from plantui.model.system import system_reason

SUFFIX = ".plantui"
"""Ending of submissions."""
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".et"})
"""Endings of workbooks, which are received only by their own names: not each is a working ledger that was filled in."""
_KEYS_FILE = "submission-keys.toml"
"""Name of the file with the departments' secrets, beside the settings."""
_SHORTEST_SECRET = 12
_ENDINGS = frozenset({SUFFIX, ".db"})

# The marks with which sync programs and browsers tell the second of two versions, behind the name without its ending.
_COPY = re.compile(r" \(\d+\)|.*conflict.*|.*冲突.*", re.IGNORECASE)


def files_in(paths: Iterable[Path], own: Path) -> list[Path]:
    """Return the files that the paths name: of a folder every submission and ledger in it but the own one, by name.

    Raises DataError where a folder cannot be listed, and where there is nothing.
    """
    named = list(paths)
    try:
        found = [one for path in named for one in (_in_folder(path, own) if path.is_dir() else (path,))]
    except OSError as error:
        reason = system_reason(error)
        raise DataError("arrivals.folder_unreadable", path=error.filename, reason=reason) from error
    if not found:
        raise DataError("arrivals.nothing_to_receive", path=" ".join(map(str, named)))
    return list(dict.fromkeys(found))


def _in_folder(folder: Path, own: Path) -> list[Path]:
    within = sorted(one for one in folder.iterdir() if one.suffix.lower() in _ENDINGS and one.is_file())
    return [one for one in within if not (own.exists() and one.samefile(own))]


def is_workbook(path: Path) -> bool:
    """Return whether a file is a workbook, by its ending."""
    return path.suffix.lower() in WORKBOOKS


def workbooks_in(paths: Iterable[Path]) -> list[Path]:
    """Return the workbooks in those of the paths that are folders, but for the locks of programs that have one open."""
    folders = [path for path in paths if path.is_dir()]
    found = (one for folder in folders for one in sorted(folder.iterdir()) if is_workbook(one))
    return [one for one in found if not one.name.startswith(("~$", ".~")) and one.is_file()]


def sync_copies(ledger: Path) -> list[Path]:
    """Return the copies of the ledger that a sync folder made beside it where two desks wrote at once, by name.

    Only the folder is listed; nothing is opened.
    """
    try:
        names = os.listdir(ledger.parent)  # noqa: PTH208 - names only
    except OSError:
        return []
    return [ledger.parent / name for name in sorted(names) if is_sync_copy(name, ledger)]


def is_sync_copy(name: str, ledger: Path) -> bool:
    """Return whether a file's name is that of the ledger with the mark of a sync program."""
    if name == ledger.name or not name.startswith(ledger.stem) or not name.endswith(ledger.suffix):
        return False
    middle = name.removeprefix(ledger.stem).removesuffix(ledger.suffix)
    return _COPY.fullmatch(middle) is not None


def read_secrets(settings: Path) -> Mapping[str, bytes]:
    """Return the secrets of departments by name, from the file beside the settings; none where it is not there.

    The file is TOML: `"市水利局" = "a long secret"`. Raises UsageError, which never quotes from the file.
    """
    path = settings.with_name(_KEYS_FILE)
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise UsageError("arrivals.keys_unreadable", path=path, reason=system_reason(error)) from error
    import tomllib  # which only those with secrets need

    try:
        entries = tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except (ValueError, RecursionError):
        raise UsageError("arrivals.keys_broken", path=path) from None  # the reason would quote the secret
    for name, secret in entries.items():
        if not isinstance(secret, str) or len(secret.strip()) < _SHORTEST_SECRET:
            raise UsageError("arrivals.key_weak", path=path, department=name, least=_SHORTEST_SECRET)
    return {name: str(secret).encode() for name, secret in entries.items()}
