"""Notes from the file of another system: who spoke there, and about which task."""

from __future__ import annotations

from typing import NamedTuple

from .key import TaskKey
from .note import NoteContent

_AUTHOR = "import:"
"""The beginning of the author of a note that was read from a file; the name of the file follows."""


class OutsideNote(NamedTuple):
    """A progress note as a file of another system has it."""

    key: TaskKey
    department: str
    content: NoteContent
    """Its day is None where the file names none: then it speaks of the day on which it is taken in."""


class OutsideSource(NamedTuple):
    """The file that notes were read from."""

    name: str
    sha256: str

    @property
    def author(self) -> str:
        """The author of its notes: none of the persons who write here."""
        return f"{_AUTHOR}{self.name}"


def is_from_outside(author: str) -> bool:
    """Return whether the author of a note is a file."""
    return author.startswith(_AUTHOR)
