"""Writes an export whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from plantui.model.problem import DataError, UsageError
from plantui.store.atomic import beside, take_rights

_PIECE = 1 << 16
"""Characters gathered before they are handed to the system."""


def save(pieces: Iterable[str], target: Path, *, force: bool = False) -> Path:
    """Write the text to `target` as UTF-8 and return the file's whole path.

    The text goes to a file beside it first and takes its place only when it is on the disk; whatever goes
    wrong before leaves everything as it was. Raises UsageError where the file exists and `force` is not
    given, where it is a folder, or where its folder does not exist; DataError where it cannot be written.
    """
    try:
        place = Path(os.path.realpath(target))  # a link stays, the file behind it is replaced
        mode = _mode_of(place)
        if mode is not None and _is_device(mode):
            with place.open("wb") as device:
                emit(pieces, device)
            return place
        _refuse(target, place, mode, force)
        _write_beside(pieces, place, mode, target)
    except OSError as error:
        raise DataError("export.cannot_write", path=target, reason=error.strerror or error) from error
    return place


def emit(pieces: Iterable[str], stream: BinaryIO) -> None:
    """Write the text as UTF-8 to a stream such as standard output; a BrokenPipeError is the caller's."""
    for piece in _encoded(pieces):
        stream.write(piece)
    stream.flush()


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= _PIECE:
            yield "".join(waiting).encode()
            waiting, size = [], 0
    yield "".join(waiting).encode()


def _mode_of(place: Path) -> int | None:
    try:
        return place.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _is_device(mode: int) -> bool:
    """Return whether it is a terminal, a pipe or /dev/null, where there is nothing to replace."""
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _refuse(target: Path, place: Path, mode: int | None, force: bool) -> None:
    if mode is not None and stat.S_ISDIR(mode):
        raise UsageError("export.is_folder", path=target)
    if not place.parent.is_dir():
        raise UsageError("export.no_folder", path=target, folder=target.parent)
    if mode is not None and not force:
        raise UsageError("export.exists", path=target)


def _write_beside(pieces: Iterable[str], place: Path, mode: int | None, target: Path) -> None:
    with beside(place) as unfinished:
        with unfinished.open("wb") as file:
            emit(pieces, file)
            os.fsync(file.fileno())
        if mode is None:
            _place_new(unfinished, place, target)
        else:
            take_rights(unfinished, place)
            unfinished.replace(place)


def _place_new(unfinished: Path, place: Path, target: Path) -> None:
    """Put the file in its place unless another one has appeared there meanwhile."""
    try:
        os.link(unfinished, place)
    except FileExistsError:
        raise UsageError("export.exists", path=target) from None
    except OSError:
        # A file system without links, such as an exFAT stick. Whatever else is wrong shows in the move, too.
        if place.exists():
            raise UsageError("export.exists", path=target) from None
        unfinished.replace(place)
