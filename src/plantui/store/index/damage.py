"""The damage of an index file: it is a cache, so a damaged one is deleted and made again."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from plantui.model.problem import DataError
from plantui.model.system import system_reason

P = ParamSpec("P")
R = TypeVar("R")


class IndexDamaged(DataError):
    """The index file was damaged: what was read from it so far is of no use. It has been deleted where that was possible."""


class Indexed(Protocol):
    """A reader of an index file."""

    @property
    def path(self) -> Path | None:
        """Return where the index lies, None for one in memory."""


Reader = TypeVar("Reader", bound=Indexed)

_SIGNS = (sqlite3.DatabaseError, zlib.error, LookupError, TypeError, ValueError)
"""Errors that a reader meets in a damaged file: pages that are none, rows that are missing, values of another kind."""
_OURS = (sqlite3.ProgrammingError, sqlite3.InterfaceError)
"""Failures of the caller, such as a library that was closed."""


def read_from_index(
    method: Callable[Concatenate[Reader, P], R],
) -> Callable[Concatenate[Reader, P], R]:
    """Make a method of a library tell of a damaged index file by IndexDamaged, after the file was deleted."""

    @wraps(method)
    def reading(self: Reader, /, *args: P.args, **named: P.kwargs) -> R:
        try:
            return method(self, *args, **named)
        except _OURS:
            raise
        except _SIGNS as error:
            raise discarded(self.path) from error

    return reading


def discarded(path: Path | None) -> IndexDamaged:
    """Delete a damaged index file and return the error that says so, or why it could not be deleted."""
    try:
        if path is not None:
            path.unlink(missing_ok=True)
    except OSError as error:
        return IndexDamaged("cli.index_stays", path=path, reason=system_reason(error))
    return IndexDamaged("cli.index_damaged")
