"""Which plan files there are, and what the index knew of them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from plantui.planfile.search_path import DEPARTMENTS


@dataclass(frozen=True, slots=True)
class FileStamp:
    """A file as the folder lists it."""

    path: str
    size: int
    mtime_ns: int


def is_departments(path: str) -> bool:
    """Whether a file holds departments; every other one holds a plan."""
    return Path(path).name == DEPARTMENTS


def scan(folders: Sequence[Path]) -> list[FileStamp]:
    """The TOML files of the folders, in the order in which plans are looked for. A missing folder has none."""
    found: list[FileStamp] = []
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                names = sorted(
                    (e.name, e) for e in entries if e.name.endswith(".toml") and not e.name.startswith(".")
                )
                for _, entry in names:
                    stat = entry.stat()
                    found.append(FileStamp(entry.path, stat.st_size, stat.st_mtime_ns))
        except FileNotFoundError:
            continue
    return found


def digest(content: bytes) -> str:
    """The hash by which a touched but unchanged file is known."""
    return sha256(content).hexdigest()


def index_path(folders: Sequence[Path], cache: Path) -> Path:
    """Where the index of this search path lies."""
    key = "\n".join(os.path.abspath(folder) for folder in folders)  # noqa: PTH100 - must not follow links
    return cache / f"index-{sha256(key.encode()).hexdigest()[:16]}.db"
