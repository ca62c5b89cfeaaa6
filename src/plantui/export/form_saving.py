"""Writes the files of forms to their places, all of them or none, with progress over all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from plantui.model.problem import DataError, UsageError
from plantui.model.system import system_reason

from .form_content import FormFile
from .progress import Progress, unobserved
from .writing import FileWriter, save_all


def save_file(
    file: FormFile, target: Path, *, force: bool = False, progress: Progress = unobserved
) -> list[Path]:
    """Write one file to its place and return the whole path. Raises as `save_all` does, and what `progress` raises."""
    return save_all([(_writer(file, progress), target)], force=force)


def save_folder(
    files: Sequence[FormFile], folder: Path, *, force: bool = False, progress: Progress = unobserved
) -> list[Path]:
    """Write files into a folder, which is made where it is not there, and return their whole paths.

    Whatever goes wrong leaves nothing behind, no new folder either. Raises UsageError where the folder's own folder is
    not there or a file is in its place; else as `save_all` does, and what `progress` raises.
    """
    with _made(folder):
        shares = [
            (_writer(file, _share(progress, at, len(files))), folder / file.name)
            for at, file in enumerate(files)
        ]
        return save_all(shares, force=force)


def _writer(file: FormFile, progress: Progress) -> FileWriter:
    return lambda stream: file.write(stream, progress)


def _share(progress: Progress, at: int, count: int) -> Progress:
    """Return the progress of one of several files, as a share of all of them."""

    def tell(done: int, total: int) -> None:
        total = max(total, 1)
        progress(at * total + done, count * total)

    return tell


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make a folder where there is none, and take it away again where the block fails."""
    if folder.is_dir():
        yield
        return
    if folder.exists():
        raise UsageError("export.folder_is_file", path=folder)
    if not folder.absolute().parent.is_dir():
        raise UsageError("export.no_folder", path=folder, folder=folder.parent)
    try:
        folder.mkdir()
    except OSError as error:
        raise DataError("export.cannot_write", path=folder, reason=system_reason(error)) from error
    try:
        yield
    except BaseException:
        folder.rmdir()
        raise
