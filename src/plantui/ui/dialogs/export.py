"""The export: in which format, into which file.

The file is written while the dialog is open, so that nothing typed is lost where it cannot be written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from plantui.export.formats import Format
from plantui.model.problem import PlantuiError, UsageError
from plantui.model.text import one_line
from plantui.ui.widgets.chooser import Chooser
from plantui.ui.widgets.line_input import LineInput
from plantui.words import Words

from .base import Dialog, Hint

_FORMATS = tuple(Format)
_EXISTS = "export.exists"
"""The message of the writer where a file is there already and was not to be replaced."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A file to write. `force` says that a file which is there may be replaced."""

    format: Format
    path: Path
    force: bool = False


Write = Callable[[ExportRequest], None]
"""Writes the file, in a thread; raises PlantuiError where it cannot."""


class ExportDialog(Dialog[ExportRequest | None]):
    """Asks where to and writes; its result is what was written."""

    DEFAULT_CSS = """
    ExportDialog .what { padding: 0 1; margin: 0 0 1 0; height: auto; }
    ExportDialog .field { height: 1; margin: 0 0 1 0; }
    ExportDialog .label { padding: 0 1; }
    ExportDialog #path { width: 1fr; margin: 0 1 0 0; }
    ExportDialog #frame { height: auto; min-height: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "write", show=False)]
    HINTS = (
        Hint(("left", "right"), "dialogs.key.format"),
        Hint(("tab",), "dialogs.key.field"),
        Hint(("enter",), "dialogs.key.write"),
        Hint(("escape",), "dialogs.key.cancel"),
    )

    @dataclass
    class Written(Message):
        """The file is on the disk."""

        request: ExportRequest

    @dataclass
    class Refused(Message):
        """The file was not written."""

        request: ExportRequest
        error: PlantuiError

    def __init__(
        self, words: Words, folder: Path, names: Mapping[Format, str], what: str, write: Write
    ) -> None:
        super().__init__(words, words("dialogs.export.title"))
        self._folder = folder
        self._names = names
        self._what = what
        self._write = write
        self._suggested = str(folder / names[_FORMATS[0]])
        self._format = _FORMATS[0]
        self._asked: Path | None = None
        """The file that exists and that one more Enter replaces."""
        self._writing = False

    def body(self) -> ComposeResult:
        yield Static(one_line(self._what), classes="what", markup=False)
        labels = [self.words("dialogs.export.form"), self.words("dialogs.export.where")]
        width = max(cell_len(label) for label in labels) + 2
        with Horizontal(classes="field"):
            yield _label(labels[0], width)
            yield Chooser([self.words(f"dialogs.export.{form.value}") for form in _FORMATS], id="format")
        with Horizontal(classes="field"):
            yield _label(labels[1], width)
            yield LineInput(self._suggested, id="path", compact=True, select_on_focus=False)

    @property
    def _path(self) -> Input:
        return self.query_one("#path", Input)

    @on(Chooser.Chosen)
    def change_format(self, event: Chooser.Chosen) -> None:
        """Name another file, or where the user has named one, give it the new format's suffix."""
        event.stop()
        old, self._format = self._format, _FORMATS[event.index]
        typed = self._path.value
        if typed == self._suggested:
            self._suggested = str(self._folder / self._names[self._format])
            self._path.value = self._suggested
        elif typed.endswith(f".{old.value}"):
            self._path.value = typed.removesuffix(old.value) + self._format.value

    @on(Input.Changed)
    def forget_question(self, event: Input.Changed) -> None:
        """Another path was typed: what was asked about the last one no longer counts."""
        event.stop()
        if not self._writing:
            self._asked = None
            self.say("")

    @on(Input.Submitted)
    def action_write(self) -> None:
        """Write the file; on a file that is there, ask first."""
        if self._writing:
            return
        try:
            path = self._typed_path()
        except PlantuiError as error:
            self.say(self.words.error(error))
            return
        self._writing = True
        self.say(self.words("dialogs.export.writing"))
        self._carry_out(ExportRequest(self._format, path, force=path == self._asked))

    def _typed_path(self) -> Path:
        typed = self._path.value.strip()
        if not typed:
            raise UsageError("dialogs.export.no_path")
        try:
            path = Path(typed).expanduser()
        except RuntimeError as error:  # ~someone, whom the system does not know
            raise UsageError("dialogs.export.bad_path", path=typed) from error
        if "\0" in typed:
            raise UsageError("dialogs.export.bad_path", path=typed)
        return self._folder / path

    @work(thread=True, group="export")
    def _carry_out(self, request: ExportRequest) -> None:
        try:
            if not request.force and request.path.is_file():  # told before the work of making the text
                raise UsageError(_EXISTS, path=request.path)
            self._write(request)
        except PlantuiError as error:
            self.post_message(self.Refused(request, error))
        else:
            self.post_message(self.Written(request))

    @on(Written)
    def finish(self, event: Written) -> None:
        """Close with what was written."""
        self.dismiss(event.request)

    @on(Refused)
    def tell(self, event: Refused) -> None:
        """Say why not; where the file exists, one more Enter replaces it."""
        self._writing = False
        if event.error.message == _EXISTS:
            self._asked = event.request.path
            self.say(self.words("dialogs.export.exists"))
        else:
            self._asked = None
            self.say(self.words.error(event.error))

    def action_cancel(self) -> None:
        if not self._writing:  # the file is about to be there: its place must still be told
            super().action_cancel()


def _label(text: str, width: int) -> Static:
    label = Static(text, classes="label", markup=False)
    label.styles.width = width
    return label
