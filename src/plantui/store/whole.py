"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, content: str | bytes) -> None:
    """Put a file in its place in one step: a reader sees the old one or the new one. Folders are made as needed.

    A link stays a link: the file behind it is replaced. Raises OSError where the place cannot be written; the
    file that was there is then untouched.
    """
    place = Path(os.path.realpath(path))
    new = place.with_name(f".{place.name}.{os.getpid()}.new")
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with new.open("wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(place)
    finally:
        new.unlink(missing_ok=True)
