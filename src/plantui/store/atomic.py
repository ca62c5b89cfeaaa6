"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .processes import host, is_alive

_NEW_FILE = 0o666
"""The rights of a new file, before the user's mask."""
_LEFT_BEHIND = re.compile(r"\.plantui-(?P<host>.+)-(?P<process>\d+)-[0-9a-f]{16}\.tmp")


def atomic_write(path: Path, content: str | bytes) -> None:
    """Put a file in its place in one step: a reader sees the old one or the new one. Folders are made as needed.

    A link stays a link: the file behind it is replaced, and the new one has its rights and, where the system lets
    us, its owner. Raises OSError where the place cannot be written; the file that was there is then untouched.
    """
    place = Path(os.path.realpath(path))
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with beside(place) as unfinished:
        with unfinished.open("wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        take_rights(unfinished, place)
        unfinished.replace(place)


@contextmanager
def beside(place: Path, mode: int = _NEW_FILE) -> Iterator[Path]:
    """Make an empty file in the folder of `place`, under a name that is taken away again after the block.

    What programs that were killed have left there is taken away, too. Raises OSError.
    """
    _clear(place.parent)
    unfinished = place.with_name(f".plantui-{host()}-{os.getpid()}-{os.urandom(8).hex()}.tmp")
    try:
        # Not tempfile: its files are for the owner only, while a new file has the rights of any other.
        os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode))
        yield unfinished
    finally:
        unfinished.unlink(missing_ok=True)


def take_rights(new: Path, old: Path) -> None:
    """Give a new file owner, group and rights of the one that it is to replace; nothing where there is none.

    A group that cannot be given takes its rights with it: another group is not to read what this one could.
    """
    try:
        found = old.stat()
    except FileNotFoundError:
        return
    mode = stat.S_IMODE(found.st_mode)
    if not _give(new, found.st_uid, found.st_gid) and not _give(new, -1, found.st_gid):
        mode &= ~0o070
    new.chmod(mode)


def _give(path: Path, owner: int, group: int) -> bool:
    if not hasattr(os, "chown"):
        return True
    found = path.stat()
    if owner in {-1, found.st_uid} and group == found.st_gid:
        return True
    try:
        os.chown(path, owner, group)
    except PermissionError:
        return False
    return True


def _clear(folder: Path) -> None:
    """Take away the unfinished files of this machine's programs that no longer run."""
    try:
        found = [match for name in os.listdir(folder) if (match := _LEFT_BEHIND.fullmatch(name))]  # noqa: PTH208 - names only
    except PermissionError:
        return  # a folder whose files may be written but not listed
    for match in found:
        if match["host"] == host() and not is_alive(int(match["process"])):
            with suppress(
                FileNotFoundError, PermissionError
            ):  # another program was faster, or it is not ours
                (folder / match.string).unlink()
