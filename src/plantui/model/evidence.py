"""Evidence of what a note says (佐证材料): files, folders and links that stay where they are."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class EvidenceKind(StrEnum):
    """Form of a piece of evidence."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"


class Evidence(NamedTuple):
    """A piece of evidence, as it was on the day it was named. Nothing of it is copied."""

    kind: EvidenceKind
    place: str
    """The absolute path of a file or folder, or the address of a link."""
    name: str
    """The last part of the path, or what the reporting clerk calls the link."""
    day: date
    """The day on which size and hash were taken."""
    size: int | None = None
    """Bytes: of a file, or of all files in a folder; None for a link."""
    sha256: str = ""
    """Hash of a file, or of the names and hashes of all files in a folder; empty for a link."""
