"""A path as it is typed, right or half typed, and the files that it may become."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plantui.planfile.search_path import at_home, can_be_path, is_folder

_BEGINS_ANEW = re.compile(r".+/(?=/|~/)")
"""The part of a path that stands before a root or a home folder in it."""
_HIDDEN = "."


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file or folder to choose."""

    name: str
    is_folder: bool


@dataclass(frozen=True, slots=True)
class TypedPath:
    """The text of a path, from which relative ones begin in a folder."""

    base: Path
    text: str

    @classmethod
    def read(cls, base: Path, typed: str) -> TypedPath:
        """Return what was typed; a path that begins anew behind another, as when it is pasted there, stands for itself."""
        return cls(base, _BEGINS_ANEW.sub("", typed))

    @property
    def head(self) -> str:
        """The folder as typed, with its last slash; empty where none is named."""
        return self.text[: max(self.text.rfind("/"), self.text.rfind(os.sep)) + 1]

    @property
    def beginning(self) -> str:
        """The beginning of a name behind the folder."""
        return self.text[len(self.head) :]

    @property
    def folder(self) -> Path:
        """The folder in which the name stands."""
        return self.base / at_home(Path(self.head)) if self.head else self.base

    @property
    def path(self) -> Path | None:
        """The path that is named, None where nothing is or the text can name no file."""
        typed = self.text.strip()
        return self.base / at_home(Path(typed)) if typed and can_be_path(typed) else None

    def completed(self, entry: FileEntry) -> str:
        """Return the text with an entry of the folder in place of the beginning of a name."""
        return f"{self.head}{entry.name}{'/' if entry.is_folder else ''}"

    def entries(self, endings: Sequence[str]) -> list[FileEntry]:
        """Return the folders, then the files with one of these endings, that the path may become, by name.

        There are none where the folder is no folder or may not be listed.
        """
        try:
            listed = [FileEntry(entry.name, is_folder(entry)) for entry in self.folder.iterdir()]
        except (OSError, ValueError):
            return []
        fitting = (entry for entry in listed if self._fits(entry, tuple(endings)))
        return sorted(fitting, key=lambda entry: (not entry.is_folder, entry.name))

    def _fits(self, entry: FileEntry, endings: tuple[str, ...]) -> bool:
        beginning = self.beginning
        if entry.name.startswith(_HIDDEN) and not beginning.startswith(_HIDDEN):
            return False
        if not entry.name.casefold().startswith(beginning.casefold()):
            return False
        return entry.is_folder or entry.name.lower().endswith(endings)
