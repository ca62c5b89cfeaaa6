"""Controller of edited reports: their figures held against the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.ui.memory import remember_folder, remembered_folder

from .host import ScreenHost
from .ledger_reader import LedgerReader

if TYPE_CHECKING:
    from pathlib import Path

    from plantui.ui.dialogs.file_dialog import FileRequest, Tell

_ENDINGS = (".docx", ".xlsx", ".html")


class VerifyingControls:
    """Asks for a report that was edited, and lists its figures that no longer agree with the ledger."""

    def __init__(self, host: ScreenHost, reader: LedgerReader) -> None:
        self._host = host
        self._reader = reader

    def verify(self) -> None:
        """Ask for a report, read it back and say which of its figures are not as in the ledger."""
        from plantui.store.locations import working_folder
        from plantui.ui.dialogs.file_dialog import FileDialog

        host, words = self._host, self._host.words
        folder = remembered_folder(host.options.state_path) or working_folder()

        def work(request: FileRequest, tell: Tell) -> list[str]:
            tell(0.0)
            remember_folder(host.options.state_path, request.path.parent)
            return self._verified(request.path)

        dialog: FileDialog[list[str]] = FileDialog(
            *(words, words("readback.verify.title"), words("readback.verify.what")),
            *(folder, _ENDINGS, work),
        )
        host.open_dialog(dialog, self._show)

    def _verified(self, path: Path) -> list[str]:
        """Return what is to be said of a report. Called from a thread. Raises what is wrong with the file."""
        from plantui.readback.verify.telling import verified_lines, verified_sentences
        from plantui.readback.verify.verifying import verify

        words, library = self._host.words, self._host.session.library
        verified = verify(path, library, self._reader.ledger, words, self._host.options.folders)
        return [
            *verified_sentences(words, verified, path.name),
            *verified_lines(words, verified, library),
        ]

    def _show(self, sentences: list[str] | None) -> None:
        if sentences is None:
            return
        from plantui.ui.dialogs.received import ReceivedDialog

        words = self._host.words
        self._host.open_dialog(
            ReceivedDialog(words, sentences, 0, heading=words("readback.verify.title")), lambda _: None
        )
