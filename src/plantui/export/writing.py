"""Writes exports whole or not at all, several of them together."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from plantui.model.problem import DataError, UsageError
from plantui.model.system import system_reason
from plantui.store.atomic import beside, take_rights

FileWriter = Callable[[BinaryIO], None]
"""Writes a file of bytes, such as a workbook, to a stream that is open for writing and can be sought in."""
Content = Iterable[str] | FileWriter
"""A file's text in pieces, or the writer of its bytes."""

_PIECE = 1 << 16
"""Characters gathered before they are handed to the system."""


def save(content: Content, target: Path, *, force: bool = False) -> Path:
    """Write a text as UTF-8, or bytes, to `target` and return the file's whole path; see `save_all`."""
    return save_all([(content, target)], force=force)[0]


def save_all(files: Sequence[tuple[Content, Path]], *, force: bool = False) -> list[Path]:
    """Write every text to its file as UTF-8, and bytes as they are, all of them or none; return the files' whole paths.

    A content goes to a file beside its target first, and all take their places only when all are on the disk; whatever
    goes wrong, also in making the content, leaves everything as it was. A terminal or a pipe is written to at once:
    nothing can be taken back there.
    Raises UsageError where a file exists and `force` is not given, where it is a folder or named twice, or where its
    folder does not exist; DataError where one cannot be written.
    """
    with suppress(OSError):  # whoever needs the folder says that there is none
        # It is tried once, with a file that a Ctrl+C at that moment would leave there: now, before the work begins.
        tempfile.gettempdir()
    targets = [_Target(target) for _, target in files]
    places = [target.place for target in targets]
    for at, target in enumerate(targets):
        target.refuse(force)
        if target.place in places[:at]:
            raise UsageError("export.file.twice", path=target.path)
    with ExitStack() as until_placed:
        for target, (content, _) in zip(targets, files, strict=True):
            target.write(content, until_placed)
        _place(targets, until_placed)
    return places


def _place(targets: Sequence[_Target], until_placed: ExitStack) -> None:
    """Put all files in their places; where one cannot be, take those before it back."""
    placed: list[_Target] = []
    try:
        for target in targets:
            if target is not targets[-1]:
                target.keep_old(until_placed)
            target.put()
            placed.append(target)
    except BaseException:
        for target in reversed(placed):
            target.take_back()
        raise


class _Target:
    """A file that is to be written. Errors of the system become DataError, naming the file as the user did."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.place = Path(os.path.realpath(path))  # a link stays, the file behind it is replaced
        self._unfinished: Path | None = None
        self._old: Path | None = None
        with self._telling():
            self._mode = _mode_of(self.place)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = system_reason(error)
            raise DataError("export.cannot_write", path=self.path, reason=reason) from error

    def refuse(self, force: bool) -> None:
        """Raise UsageError where the file cannot be this one, or must not be replaced."""
        if self._mode is not None and _is_device(self._mode):
            return
        with self._telling():
            _refuse(self.path, self.place, self._mode, force)

    def write(self, content: Content, until_placed: ExitStack) -> None:
        """Write the content beside its place, to a device at once."""
        with self._telling():
            if self._mode is not None and _is_device(self._mode):
                with self.place.open("wb") as device:
                    emit(content, device)
                return
            self._unfinished = until_placed.enter_context(beside(self.place))
            with self._unfinished.open("w+b") as file:
                emit(content, file)
                os.fsync(file.fileno())

    def keep_old(self, until_placed: ExitStack) -> None:
        """Keep the file that is to be replaced, until all are in their places."""
        if self._unfinished is None or self._mode is None:
            return
        with self._telling():
            self._old = until_placed.enter_context(beside(self.place))
            shutil.copy2(self.place, self._old)
            take_rights(self._old, self.place)

    def put(self) -> None:
        """Put the text in its place."""
        if self._unfinished is None:
            return
        with self._telling():
            if self._mode is None:
                _place_new(self._unfinished, self.place, self.path)
            else:
                take_rights(self._unfinished, self.place)
                self._unfinished.replace(self.place)

    def take_back(self) -> None:
        """Bring back what was there before."""
        if self._old is not None:
            self._old.replace(self.place)
        elif self._unfinished is not None:
            self.place.unlink(missing_ok=True)


def emit(content: Content, stream: BinaryIO) -> None:
    """Write a text as UTF-8, or bytes, to a stream such as standard output; a BrokenPipeError is the caller's."""
    if not callable(content):
        for piece in _encoded(content):
            stream.write(piece)
    elif stream.seekable():
        content(stream)
    else:
        with tempfile.TemporaryFile() as whole:  # a pipe cannot be sought in
            content(whole)
            whole.seek(0)
            shutil.copyfileobj(whole, stream)
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
