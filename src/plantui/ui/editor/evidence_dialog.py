"""The dialog that asks for a piece of evidence: a file, a folder, or the address of a link."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plantui.model.evidence import Evidence
from plantui.planfile.search_path import is_folder
from plantui.store.evidence import is_link, take_evidence
from plantui.ui.dialogs.file_dialog import FileDialog, FileList, FileRequest, PathLine, Tell
from plantui.ui.dialogs.typed_path import FileEntry
from plantui.words import Words

_HERE = "."


class EvidenceDialog(FileDialog[Evidence]):
    """Gives the evidence with its size and hash, which are taken in a thread."""

    def __init__(self, words: Words, folder: Path, day: date) -> None:
        what = words("editor.evidence.what")
        super().__init__(words, words("editor.evidence.heading"), what, folder, ("",), self._take)
        self._day = day
        self._link = ""

    @property
    def _address(self) -> str:
        """The line as typed: in the address of a link a second slash does not begin another path."""
        return self.query_one(PathLine).value.strip()

    def _take(self, request: FileRequest, _tell: Tell) -> Evidence:
        return take_evidence(self._link or str(request.path), self._day)

    def _list(self) -> None:
        """List the files; above them the folder itself, which may be evidence as a whole."""
        super()._list()
        rows = self.query_one(FileList)
        rows.show([FileEntry(_HERE, is_folder=True), *rows.rows], min(2, len(rows.rows)))
        if is_link(self._address):
            self.say("")

    def _choose(self) -> None:
        """Take a link as it is typed, the folder under the cursor, or what the path names."""
        typed = self._address
        self._link = typed if is_link(typed) else ""
        entry = self.query_one(FileList).current
        folder = self._typed.folder
        if self._link:
            self._begin(Path(typed))
        elif entry is not None and entry.name == _HERE and is_folder(folder):
            self._begin(folder)
        else:
            super()._choose()
