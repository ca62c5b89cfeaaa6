"""The dialog that asks for a document to import: how it is to be read, and of a mail which attachment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from plantui.documents.formats.attachments import SeveralAttachments
from plantui.documents.source import Selection
from plantui.model.problem import PlantuiError
from plantui.model.text import one_line
from plantui.ui.painting import clip
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .base import Dialog, Hint
from .file_dialog import FileDialog, FileRequest, Tell

ResultT = TypeVar("ResultT")

ENDINGS = (
    ".txt", ".md", ".markdown", ".docx", ".doc", ".wps", ".rtf", ".pdf", ".ofd", ".html", ".htm", ".xhtml", ".mht",
    ".mhtml", ".eml", ".xlsx", ".xls", ".et", ".odt", ".fodt", ".ods", ".fods", ".csv", ".tsv", ".xml",
)  # fmt: skip
"""Endings of the documents that can be imported; one of another name can be typed."""

Read = Callable[[FileRequest, Selection, Tell], ResultT]
"""Reads what is selected of a document, in a thread. Raises PlantuiError where it cannot."""


class DocumentDialog(FileDialog[ResultT]):
    """Gives what was read of a document. A mail that leaves open which attachment is meant is asked about."""

    def __init__(
        self, words: Words, folder: Path, read: Read[ResultT], cancel: Callable[[], None] = lambda: None
    ) -> None:
        options = (words("opening.import.shown"), words("opening.import.with_hidden"))
        super().__init__(
            *(words, words("commands.import"), words("opening.import.what"), folder, ENDINGS),
            self._read,
            options=options,
            cancel=cancel,
        )
        self._reader = read
        self._attachment = ""

    def _read(self, request: FileRequest, tell: Tell) -> ResultT:
        return self._reader(request, Selection(bool(request.option), self._attachment), tell)

    def _begin(self, path: Path) -> None:
        self._attachment = ""
        super()._begin(path)

    def _refuse(self, request: FileRequest, error: PlantuiError) -> None:
        if isinstance(error, SeveralAttachments):
            menu = AttachmentMenu(self.words, request.path.name, error.names)
            self.app.push_screen(menu, partial(self._take, request))
        else:
            super()._refuse(request, error)

    def _take(self, request: FileRequest, attachment: str | None) -> None:
        """Read the attachment that was chosen."""
        if attachment is not None:
            self._attachment = attachment
            self._start(request)


class AttachmentMenu(Dialog[str | None]):
    """Asks which attachment of a mail is the document."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", show=False)]
    HINTS = (
        Hint(("up", "down"), "dialogs.key.select"),
        Hint(("enter",), "opening.key.open"),
        Hint(("escape",), "dialogs.key.cancel"),
    )

    def __init__(self, words: Words, mail: str, names: Sequence[str]) -> None:
        super().__init__(words, words("opening.import.which", file=mail))
        self._names = names

    def body(self) -> ComposeResult:
        yield RowList[str](self._paint, id="choices")

    def on_mount(self) -> None:
        self.query_one(RowList).show(self._names, 0)

    def _paint(self, name: str, width: int) -> Painted:
        return [(clip(f" {one_line(name)}", width), "")]

    @on(RowList.Chosen)
    def action_choose(self) -> None:
        """Give back the name under the cursor."""
        self.dismiss(self.query_one("#choices", RowList).current)
