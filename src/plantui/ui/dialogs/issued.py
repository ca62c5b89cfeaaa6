"""The reports that were issued: Enter writes the chosen one again as it was, F7 verifies what has become of its file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar, Protocol

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from plantui.export.progress import Progress
from plantui.model.issued import Issued
from plantui.model.problem import PlantuiError, UsageError
from plantui.model.text import one_line, visible
from plantui.ui.lines import paragraph
from plantui.ui.painting import clip, fit
from plantui.ui.widgets.line_input import LineInput
from plantui.ui.widgets.lines_view import LinesView
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .base import Hint, field_label
from .received import ReceivedDialog
from .target import typed_target
from .writing import WritingDialog

_DAY, _COUNT, _NAME = 12, 7, 12
"""Cells of a day, of a number of tasks, and of the beginning of a long name."""
_LONGEST_TITLE = 30
_WIDE = 110
"""Cells from which on a row has room for checksum and state of the ledger."""


@dataclass(frozen=True, slots=True)
class AgainRequest:
    """An issued report that is to be written again. `force` says that what is there may be replaced."""

    entry: Issued
    path: Path
    force: bool = False


class IssuedLog(Protocol):
    """The log, and what can be done with what is in it."""

    def issued(self) -> Sequence[Issued]:
        """Read what was issued, the newest first. Called from a thread. Raises PlantuiError."""

    def places(self, entries: Sequence[Issued], folder: Path) -> Mapping[str, Path]:
        """Return where files of these names lie in a folder or in one of its folders. Called from a thread."""

    def title(self, entry: Issued) -> str:
        """Return the name of a form for readers, with its format."""

    def moment(self, entry: Issued) -> str:
        """Return when a report was issued."""

    def facts(self, entry: Issued) -> Iterable[str]:
        """Return all that the log keeps of a report, a line for each."""

    def again(self, request: AgainRequest, progress: Progress) -> Sequence[str]:
        """Write a report again, and return what is to be said. Called from a thread. Raises PlantuiError."""

    def verify(self, entry: Issued, path: Path) -> Sequence[str]:
        """Hold a file against log and ledger, and return what is to be said. Called from a thread. Raises PlantuiError."""


class IssuedDialog(WritingDialog[None]):
    """Lists issued reports, with all that is known of the chosen one and the path of its file."""

    AUTO_FOCUS = "#issued"
    DEFAULT_CSS = """
    IssuedDialog #facts { height: 9; background: $panel; }
    IssuedDialog #where { height: 1; }
    IssuedDialog .label { padding: 0 1; }
    IssuedDialog #path { width: 1fr; margin: 0 1 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "again", show=False),
        Binding("f7", "verify", show=False),
    ]

    @dataclass
    class Read(Message):
        """The log was read."""

        entries: Sequence[Issued]
        places: Mapping[str, Path]

    @dataclass
    class Written(Message):
        """A report was written again."""

        sentences: Sequence[str]
        entries: Sequence[Issued]

    @dataclass
    class Verified(Message):
        """A file was verified."""

        sentences: Sequence[str]

    @dataclass
    class Unread(Message):
        """The log could not be read."""

        error: PlantuiError

    def __init__(self, words: Words, folder: Path, log: IssuedLog) -> None:
        """Take the folder of relative paths, where the last export was written, and the log."""
        super().__init__(words, words("forms.issued.title"))
        self._folder = folder
        self._log = log
        self._rows: RowList[Issued] = RowList(self._paint, id="issued")
        self._title_width = 0
        self._suggested = ""
        self._places: Mapping[str, Path] = {}
        """Places of the files, as far as they were found."""

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys; without a report there is nothing to do but to close."""
        close = Hint(("escape",), "dialogs.key.close")
        if self.is_writing:
            return (Hint(("escape",), "dialogs.key.end_writing"),)
        if self._rows.current is None:
            return (close,)
        return (
            Hint(("up", "down"), "dialogs.key.select"),
            Hint(("tab",), "dialogs.key.field"),
            Hint(("enter",), "forms.issued.key.again"),
            Hint(("f7",), "forms.issued.key.verify"),
            close,
        )

    def body(self) -> ComposeResult:
        yield self._rows
        yield LinesView(id="facts")
        label = self.words("dialogs.export.where")
        with Horizontal(id="where"):
            yield field_label(label, cell_len(label) + 2)
            yield LineInput(id="path", compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        self.say(self.words("forms.issued.reading"))
        self.run_worker(self._read, group="log", thread=True)

    def _read(self) -> None:
        try:
            entries = self._log.issued()
            self.post_message(self.Read(entries, self._log.places(entries, self._folder)))
        except PlantuiError as error:
            self.post_message(self.Unread(error))

    @on(Unread)
    def tell_unread(self, event: Unread) -> None:
        """Say why the log could not be read."""
        self.say(self.words.error(event.error))

    @on(Read)
    def take(self, event: Read) -> None:
        """List what was read; of an empty log say how one comes about."""
        self._places = event.places
        self._show(event.entries)
        self.say("" if event.entries else self.words("forms.issued.how"))

    def _show(self, entries: Sequence[Issued]) -> None:
        titles = {(one.file.form, one.file.format): one for one in entries}
        widths = [cell_len(self._log.title(one)) for one in titles.values()]
        self._title_width = min(max(widths, default=0), _LONGEST_TITLE) + 2
        self._rows.show(entries, self._rows.cursor if self._rows.rows else 0)
        self.show_hints()

    def _paint(self, entry: Issued, width: int) -> Painted:
        file, wide = entry.file, width >= _WIDE
        moment = self._log.moment(entry)
        pieces: list[tuple[str, str]] = [
            (f" {moment}  ", "muted"),
            (fit(clip(self._log.title(entry), self._title_width - 2), self._title_width), "head"),
            (fit(file.as_of.isoformat(), _DAY), ""),
            (f"{file.rows:>{_COUNT - 2}}  ", ""),
        ]
        if wide:
            pieces += [(fit(name[:_NAME], _NAME + 2), "muted") for name in (file.cut or "-", file.sha256)]
        room = width - sum(cell_len(text) for text, _ in pieces)
        return [*pieces, (clip(one_line(file.name), max(room, 2)), "")]

    @on(RowList.Highlighted)
    def highlighted(self, event: RowList.Highlighted) -> None:
        """Show all that is known of a report, and where its file would lie."""
        event.stop()
        entry = self._rows.current
        if entry is None:
            return
        lines = [visible(one) for one in self._log.facts(entry)]
        self.query_one(LinesView).show(
            lambda width: [painted for line in lines for painted in paragraph(line, width)]
        )
        path = self.query_one("#path", Input)
        if path.value == self._suggested:
            place = self._places.get(entry.file.name, self._folder / entry.file.name)
            self._suggested = path.value = str(place)
        self.forget_question()
        self.show_hints()

    @on(Input.Changed)
    def follow_path(self, event: Input.Changed) -> None:
        """Ask anew about another path."""
        event.stop()
        self.forget_question()

    def _chosen(self) -> AgainRequest | None:
        """Return the report under the cursor with the path typed. Says what is wrong with the path."""
        entry, typed = self._rows.current, self.query_one("#path", Input).value.strip()
        if entry is None or self.is_writing:
            return None
        try:
            path = typed_target(typed, self._folder)
        except UsageError as error:
            self.say(self.words.error(error))
            return None
        return AgainRequest(entry, path, force=self.may_replace(path))

    @on(Input.Submitted)
    @on(RowList.Chosen)
    def action_again(self) -> None:
        """Write the chosen report again; on a file that is there, ask first."""
        if request := self._chosen():
            said = self.words("dialogs.export.writing")
            self.begin(said, request.path, partial(self._written, request))

    def action_verify(self) -> None:
        """Verify the file of the chosen report."""
        if request := self._chosen():
            said = self.words("opening.working", file=request.path.name)
            self.begin(said, request.path, lambda _: self._verified(request))

    def _written(self, request: AgainRequest, progress: Progress) -> Written:
        """Write a report again. Called from a thread."""
        sentences = self._log.again(request, progress)
        return self.Written(sentences, self._log.issued())

    def _verified(self, request: AgainRequest) -> Verified:
        """Verify a file. Called from a thread."""
        return self.Verified(self._log.verify(request.entry, request.path))

    @on(Written)
    def tell_written(self, event: Written) -> None:
        """Say whether it is the same as then, and list it."""
        self.done()
        self._show(event.entries)
        self.say(self.words.sentences(event.sentences))

    @on(Verified)
    def tell_verified(self, event: Verified) -> None:
        """Show what no longer agrees, with the tasks behind it."""
        self.done()
        self.say("")
        heading = self.words("readback.verify.title")
        self.app.push_screen(ReceivedDialog(self.words, event.sentences, 0, heading=heading))
