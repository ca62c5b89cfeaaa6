"""Opens the library of a search path: from the cache where it is fresh, else compiled first."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from . import files
from .files import FileStamp
from .library import Library
from .schema import VERSION

if TYPE_CHECKING:
    from .build import Progress


def open_library(folders: Sequence[Path], cache: Path, progress: Progress | None = None) -> Library:
    """The plans of these folders. The index is made, mended or brought up to date as needed.

    A cache folder that cannot be written costs time and nothing else: the index is then made in a
    temporary folder that lives as long as the library. `progress` is told before each file compiled.
    """
    stamps = files.scan(folders)
    path = files.index_path(folders, cache)
    if is_fresh(path, stamps):
        return Library(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return Library(_compiled(path, stamps, progress))
    except (OSError, sqlite3.OperationalError):
        return _temporary(stamps, progress)


def is_fresh(path: Path, stamps: Sequence[FileStamp]) -> bool:
    """Whether the index at `path` was compiled from just these files. A damaged index is not fresh."""
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
            if db.execute("pragma user_version").fetchone()[0] != VERSION:
                return False
            known = db.execute("select path, size, mtime_ns from file order by position").fetchall()
    except sqlite3.DatabaseError:
        return False
    return known == [(stamp.path, stamp.size, stamp.mtime_ns) for stamp in stamps]


def _compiled(path: Path, stamps: Sequence[FileStamp], progress: Progress | None) -> Path:
    """Compile beside the index and put the new one in its place: whoever has the old one open keeps it whole."""
    from .build import refresh

    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        new.unlink(missing_ok=True)  # left by a crash of a process with the same id
        if path.exists():
            shutil.copyfile(path, new)
        try:
            refresh(new, stamps, progress)
        except sqlite3.DatabaseError:
            if not path.exists():
                raise
            new.unlink()  # what was copied is damaged: a cache is made again
            refresh(new, stamps, progress)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    return path


def _temporary(stamps: Sequence[FileStamp], progress: Progress | None) -> Library:
    from tempfile import mkdtemp
    from weakref import finalize

    from .build import refresh

    folder = Path(mkdtemp(prefix="plantui-"))
    try:
        refresh(folder / "index.db", stamps, progress)
        library = Library(folder / "index.db")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    finalize(library, shutil.rmtree, folder, ignore_errors=True)
    return library
