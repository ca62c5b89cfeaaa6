"""The export: which tasks, in which format, into which file.

The file is written while the dialog is open, so that nothing typed is lost where it cannot be written.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from plantui.export.filename import any_form_of_name
from plantui.export.formats import ExportFile, FileFormat, Format
from plantui.model.problem import PlantuiError, UsageError
from plantui.model.text import one_line
from plantui.planfile.search_path import can_be_path, is_file, is_folder
from plantui.ui.widgets.chooser import Chooser
from plantui.ui.widgets.line_input import LineInput
from plantui.ui.widgets.sentence import Sentence
from plantui.words import Words

from .base import Dialog, Hint, field_label

_EXISTS = "export.exists"
"""The message of the writer where a file is there already and was not to be replaced."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to export: the rows shown, the rows marked, the table of the statistics."""

    title: str
    """Its name among several offers."""
    statement: str
    """A sentence that says how many tasks it is, through which filter, as of which day."""
    names: Mapping[FileFormat, str]
    """The file names to offer, by the formats that there are."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Files to write, all of them or none. `force` says that those which are there may be replaced."""

    files: tuple[ExportFile, ...]
    offer: int = 0
    """The place of what was chosen among the offers; behind the last one stands the submission."""
    force: bool = False

    @property
    def summaries(self) -> tuple[tuple[Format, Path], ...]:
        """The files in the forms of a summary."""
        return tuple((form, path) for form, path in self.files if isinstance(form, Format))


Write = Callable[[ExportRequest], None]
"""Writes the files, in a thread; raises PlantuiError where it cannot."""


class ExportDialog(Dialog[ExportRequest | None]):
    """Asks what and where to and writes; its result is what was written."""

    DEFAULT_CSS = """
    ExportDialog .what { padding: 0 1; margin: 0 0 1 0; height: auto; }
    ExportDialog .field { height: 1; margin: 0 0 1 0; }
    ExportDialog .label { padding: 0 1; }
    ExportDialog #path { width: 1fr; margin: 0 1 0 0; }
    ExportDialog #frame { height: auto; min-height: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", show=False),
        # Before a chooser takes them: left and right choose there.
        Binding("down", "submit(True)", show=False, priority=True),
        Binding("up", "submit(False)", show=False, priority=True),
    ]

    @dataclass
    class Written(Message):
        """The files are on the disk."""

        request: ExportRequest

    @dataclass
    class Refused(Message):
        """Nothing was written."""

        request: ExportRequest
        error: PlantuiError

    def __init__(
        self,
        words: Words,
        folder: Path,
        offers: Sequence[Offer],
        write: Write,
        form: Format | None = None,
        submission: Offer | str | None = None,
    ) -> None:
        """Take the folder of relative paths, what can be exported, and the format to begin with.

        `submission` is the submission to choose with Down, or the sentence that says why there is none.
        """
        super().__init__(words, words("dialogs.export.title"))
        self._folder = folder
        self._offers = tuple(offers)
        self._offer = 0
        self._submission = submission
        self._submits = False
        """True while the submission is chosen."""
        self._forms = tuple(self._offers[0].names)
        self._form: FileFormat = form if form in self._forms else self._forms[0]
        self._last_form = self._form
        """The form of the summary, to come back to from the submission."""
        self._write = write
        self._suggested = self._suggestion()
        self._asked: Path | None = None
        """The file that exists and that one more Enter replaces."""
        self._writing = False

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys; the choice of the tasks has some only where there is one."""
        several = len(self._offers) > 1
        choose = Hint(("left", "right"), "dialogs.key.choose" if several else "dialogs.key.format")
        tab = Hint(("tab",), "dialogs.key.field")
        other = (
            Hint(("up",), "dialogs.key.summary")
            if self._submits
            else Hint(("down",), "dialogs.key.submission")
        )
        return (
            *(() if self._submits else (choose, tab)),
            *(() if self._submission is None else (other,)),
            Hint(("enter",), "dialogs.key.write"),
            Hint(("escape",), "dialogs.key.cancel"),
        )

    def body(self) -> ComposeResult:
        yield Sentence(one_line(self._offers[0].statement), classes="what")
        labels = [self.words(f"dialogs.export.{name}") for name in ("tasks", "form", "where")]
        width = max(cell_len(label) for label in labels) + 2
        if len(self._offers) > 1:
            with Horizontal(classes="field of-summary"):
                yield field_label(labels[0], width)
                yield Chooser([offer.title for offer in self._offers], id="offer")
        with Horizontal(classes="field of-summary"):
            yield field_label(labels[1], width)
            names = [self.words(f"dialogs.export.{form.value}") for form in self._forms]
            yield Chooser(names, self._forms.index(self._form), id="format")
        with Horizontal(classes="field"):
            yield field_label(labels[2], width)
            yield LineInput(self._suggested, id="path", compact=True, select_on_focus=False)

    @property
    def _path(self) -> Input:
        return self.query_one("#path", Input)

    def _suggestion(self) -> str:
        return str(self._folder / self._chosen.names[self._form])

    @property
    def _chosen(self) -> Offer:
        """The offer that is to be written now."""
        return (
            self._submission
            if self._submits and isinstance(self._submission, Offer)
            else self._offers[self._offer]
        )

    @on(Chooser.Chosen)
    def change(self, event: Chooser.Chosen) -> None:
        """Take another format, or other tasks."""
        event.stop()
        if event.chooser.id == "format":
            self._change_format(self._forms[event.index])
        else:
            self._change_offer(event.index)

    def _change_offer(self, index: int) -> None:
        """Say what would be exported now, and name another file unless the user has named one."""
        self._offer = index
        self._state()
        self._suggest()

    def _state(self) -> None:
        self.query_one(".what", Sentence).show(one_line(self._chosen.statement))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys of the submission to the fields where there is nothing to say of one."""
        return (
            self._submission is not None if action == "submit" else super().check_action(action, parameters)
        )

    def action_submit(self, submits: bool) -> None:
        """Turn to the submission, or back to the summary; say why there is none."""
        if self._writing or submits == self._submits:
            return
        if isinstance(self._submission, str):
            self.say(self._submission)
            return
        if submits:
            self._last_form = self._form
        self._submits = submits
        self._forms = tuple(self._chosen.names)
        self._change_format(self._forms[0] if submits else self._last_form)
        self._state()
        for field in self.query(".of-summary"):
            field.display = not submits
        self.query_one("#path" if submits else "#format").focus()
        self.show_hints()

    def _change_format(self, form: FileFormat) -> None:
        """Name another file, or where the user has named one, give it the new format's ending."""
        self._form = form
        typed = self._path.value
        if not self._suggest() and typed.strip():
            stem = typed.removesuffix(Path(typed).suffix) if any_form_of_name(Path(typed)) else typed
            self._path.value = f"{stem}.{self._form.value}"

    def _suggest(self) -> bool:
        """Offer the name of what is chosen now; return False where the user has named the file."""
        is_offered = self._path.value == self._suggested
        self._suggested = self._suggestion()
        if is_offered:
            self._path.value = self._suggested
        return is_offered

    @on(Input.Changed)
    def follow_path(self, event: Input.Changed) -> None:
        """Take the format that the name ends in; what was asked about the last path no longer counts."""
        event.stop()
        form = any_form_of_name(Path(self._path.value.strip()))  # the message may be about an older text
        if form is not None and form is not self._form and form in self._forms:
            self._form = form
            self.query_one("#format", Chooser).chosen = self._forms.index(form)
            self._suggested = self._suggestion()
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
        file = ExportFile(self._form, path)
        offer = len(self._offers) if self._submits else self._offer
        self._carry_out(ExportRequest((file,), offer, force=path == self._asked))

    def _typed_path(self) -> Path:
        """Return the path with the ending of the format. Raises UsageError for one that cannot be it."""
        typed = self._path.value.strip()
        if not typed:
            raise UsageError("dialogs.export.no_path")
        try:
            path = Path(typed).expanduser()
        except RuntimeError as error:  # ~someone, whom the system does not know
            raise UsageError("dialogs.export.bad_path", path=typed) from error
        if not can_be_path(typed) or not _names_file(typed, path):
            raise UsageError("dialogs.export.bad_path", path=typed)
        if not path.suffix and not is_folder(self._folder / path):
            path = path.with_name(f"{path.name}.{self._form.value}")
        elif path.suffix and any_form_of_name(path) is not self._form:
            endings = self.words.listing([f".{form.value}" for form in self._forms])
            raise UsageError(
                "dialogs.export.other_ending", name=path.name, ending=path.suffix, endings=endings
            )
        return self._folder / path

    @work(thread=True, group="export")
    def _carry_out(self, request: ExportRequest) -> None:
        try:
            if not request.force:  # told before the work of making the text
                for file in request.files:
                    if is_file(file.path):
                        raise UsageError(_EXISTS, path=file.path)
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
            self._asked = event.request.files[0].path
            self.say(self.words("dialogs.export.exists"))
        else:
            self._asked = None
            self.say(self.words.error(event.error))

    def action_cancel(self) -> None:
        if not self._writing:  # the file is about to be there: its place must still be told
            super().action_cancel()


def _names_file(typed: str, path: Path) -> bool:
    """Return whether a path ends in the name of a file: neither in a folder nor in an ending alone."""
    is_ending_alone = any_form_of_name(Path(f"-{path.name}")) is not None and not path.suffix
    return path.name not in {"", ".."} and not typed.endswith(("/", os.sep)) and not is_ending_alone
