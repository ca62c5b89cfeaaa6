"""The plan files that there are, as the index knows them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from plantui.model.problem import DataError
from plantui.model.system import system_reason
from plantui.model.text import is_unicode
from plantui.planfile.search_path import DEPARTMENTS, may_hold_plan


class FileStamp(NamedTuple):
    """A file as the folder lists it."""

    path: str
    size: int
    mtime_ns: int


def is_departments(path: str) -> bool:
    """Return whether a file holds departments; every other one holds a plan."""
    return Path(path).name == DEPARTMENTS


def scan(folders: Sequence[Path]) -> list[FileStamp]:
    """Return the TOML files of the folders, in the order in which plans are looked for. A missing folder has none.

    Raises DataError for a folder that cannot be listed.
    """
    return [stamp for folder in folders for stamp in _scan(folder)]


def _scan(folder: Path) -> list[FileStamp]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return []
    except OSError as error:
        reason = system_reason(error)
        raise DataError("problems.folder_unreadable", folder=folder, reason=reason) from error
    return [_stamp(entry) for entry in found if may_hold_plan(entry.name, entry)]


def _stamp(entry: os.DirEntry[str]) -> FileStamp:
    path = entry.path
    if not is_unicode(path):
        # A name that is no text can neither be stored nor be a plan's id: spelt so, the file cannot be opened. In a
        # locale without Chinese every Chinese name looks like that, and is read as the UTF-8 that it most likely is.
        path = os.fsencode(path).decode("utf-8", "backslashreplace")
    try:
        stat = entry.stat()
    except OSError:
        return FileStamp(path, 0, 0)  # such as a broken link: whoever reads it says what is wrong
    if not os.access(entry.path, os.R_OK):
        return FileStamp(path, 0, 0)  # rights that are given later change neither size nor time
    return FileStamp(path, stat.st_size, stat.st_mtime_ns)


def digest(content: bytes) -> str:
    """Return the hash by which a touched but unchanged file is known."""
    from hashlib import sha256  # 3 ms, and only a changed file needs it

    return sha256(content).hexdigest()


def index_path(folders: Sequence[Path], cache: Path) -> Path:
    """Return where the index of this search path lies. Two paths that share a name only cost each other time."""
    key = "\n".join(os.path.abspath(folder) for folder in folders)  # noqa: PTH100 - must not follow links
    return cache.absolute() / f"index-{crc32(os.fsencode(key)):08x}.db"
