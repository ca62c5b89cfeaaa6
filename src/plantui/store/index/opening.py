"""Opens the library of a search path: from the cache where it is fresh, else compiled first."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from . import files
from .files import FileStamp
from .library import Library

if TYPE_CHECKING:
    from .build import Progress


def open_library(folders: Sequence[Path], cache: Path, progress: Progress | None = None) -> Library:
    """Return the plans of these folders. The index is made, mended or brought up to date as needed.

    A cache folder that cannot be written costs time and nothing else: the index is then made in memory.
    `progress` is told before each file compiled.
    """
    stamps = files.scan(folders)
    path = files.index_path(folders, cache)
    library = fresh_library(path, stamps)
    if library is not None:
        return library
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _compile(path, stamps, progress)
        return Library.at(path)
    except (OSError, sqlite3.DatabaseError):
        # No rights, no room, a disk that gives back other than it was given: whatever it is, the plans can be read.
        return _in_memory(stamps, progress)


def fresh_library(path: Path, stamps: Sequence[FileStamp]) -> Library | None:
    """Return the library of the index at `path` where that was compiled from just these files.

    A damaged index is not fresh, and one that is not there or may not be read is none.
    """
    try:
        library = Library.at(path)
    except sqlite3.DatabaseError:
        return None
    with ExitStack() as unless_fresh:
        unless_fresh.enter_context(library)
        with suppress(sqlite3.DatabaseError):
            if library.is_made_of(stamps):
                unless_fresh.pop_all()
                return library
    return None


def _compile(path: Path, stamps: Sequence[FileStamp], progress: Progress | None) -> None:
    """Compile beside the index and put the new one in its place: whoever has the old one open keeps it whole."""
    from .build import refresh

    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        new.unlink(missing_ok=True)  # left by a crash of a process with the same id
        if _is_copied(path, new):
            try:
                refresh(new, stamps, progress)
            except sqlite3.DatabaseError:
                new.unlink()  # what was copied is damaged: a cache is made again
                refresh(new, stamps, progress)
        else:
            refresh(new, stamps, progress)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _is_copied(path: Path, new: Path) -> bool:
    """Copy the index, of which most may be of use still; return False where there is none that may be read."""
    import shutil  # with the packers that it loads it would cost every start 2 ms

    try:
        shutil.copyfile(path, new)
    except OSError:
        new.unlink(missing_ok=True)
        return False
    return True


def _in_memory(stamps: Sequence[FileStamp], progress: Progress | None) -> Library:
    from .build import compile_into

    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        compile_into(connection, stamps, progress)
    except BaseException:
        connection.close()
        raise
    return Library(connection)
