"""The export: which tasks, in which form and format, into which file.

The file is written while the dialog is open, so that nothing typed is lost where it cannot be written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from plantui.export.filename import any_form_of_name
from plantui.export.formats import ExportFile, FileFormat, Format
from plantui.export.progress import Progress
from plantui.model.problem import PlantuiError, UsageError
from plantui.model.text import one_line
from plantui.planfile.search_path import is_file, is_folder
from plantui.ui.widgets.chooser import Chooser
from plantui.ui.widgets.line_input import LineInput
from plantui.ui.widgets.sentence import Sentence
from plantui.words import Words

from .base import Hint, field_label
from .export_offers import Comparing, ExportRequest, FormOffer, Offer, Variant
from .preview_pane import Preview, PreviewPane
from .target import typed_target
from .writing import EXISTS, WritingDialog

Write = Callable[[ExportRequest, Progress], None]
"""Writes the files, in a thread; raises PlantuiError where it cannot, and what the progress raises."""


class ExportDialog(WritingDialog[ExportRequest | None]):
    """Asks what and where to and writes; its result is what was written."""

    DEFAULT_CSS = """
    ExportDialog .what { padding: 0 1; margin: 0 0 1 0; height: auto; }
    ExportDialog .field { height: auto; max-height: 2; margin: 0 0 1 0; }
    ExportDialog .label { padding: 0 1; }
    ExportDialog #path { width: 1fr; margin: 0 1 0 0; }
    ExportDialog #frame { height: auto; min-height: 0; }
    ExportDialog.with-forms #frame { height: 90%; min-height: 24; }
    ExportDialog.with-forms .field { margin: 0; }
    ExportDialog #preview { height: 1fr; margin: 1 0 0 0; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", show=False),
        Binding("f8", "issued", show=False),
        # Before a chooser takes them: left and right choose there.
        Binding("down", "other(True)", show=False, priority=True),
        Binding("up", "other(False)", show=False, priority=True),
    ]

    @dataclass
    class Written(Message):
        """The files are on the disk."""

        request: ExportRequest

    def __init__(
        self,
        words: Words,
        folder: Path,
        offers: Sequence[Offer],
        write: Write,
        form: Format | None = None,
        other: Offer | str | None = None,
        *,
        form_name: str = "",
        preview: Preview | None = None,
        show_issued: Callable[[], None] | None = None,
    ) -> None:
        """Take the folder of relative paths, what can be exported, and the format and the form to begin with.

        `other` is what Down turns to, such as a submission, or the sentence that says why there is nothing. The first
        lines are shown where `preview` makes them.
        """
        super().__init__(words, words("dialogs.export.title"))
        self._folder = folder
        self._offers = tuple(offers)
        self._offer = 0
        self._other = other
        self._is_other = False
        """True while what Down turns to is chosen."""
        names = [choice.name for choice in self._offers[0].choices]
        self._form = names.index(form_name) if form_name in names else 0
        """The place of the form among those of the offer."""
        formats = tuple(self._choice.names)
        self._format: FileFormat = form if form in formats else formats[0]
        self._last = self._form, self._format
        """The form and format to come back to."""
        self._variant = Variant()
        self._write = write
        self._preview = preview
        self._show_issued = show_issued
        self._suggested = self._suggestion()

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys; the choice of the tasks has some only where there is one."""
        if self.is_writing:
            return (Hint(("escape",), "dialogs.key.end_writing"),)
        if len(self._offers[0].choices) > 1:
            does = "dialogs.key.choose_or_type"
        else:
            does = "dialogs.key.choose" if len(self._offers) > 1 else "dialogs.key.format"
        choose = Hint(("left", "right"), does)
        tab = Hint(("tab",), "dialogs.key.field")
        beside = self._other
        title = beside.forms[0].title if isinstance(beside, Offer) and beside.forms else ""
        back = "dialogs.key.forms" if self._offers[0].forms else "dialogs.key.summary"
        other = Hint(("up",), back) if self._is_other else Hint(("down",), "dialogs.key.submission", title)
        return (
            *(() if self._is_other else (choose, tab)),
            *(() if self._other is None else (other,)),
            Hint(("enter",), "dialogs.key.write"),
            *(() if self._show_issued is None else (Hint(("f8",), "dialogs.key.issued"),)),
            Hint(("escape",), "dialogs.key.cancel"),
        )

    def body(self) -> ComposeResult:
        yield Sentence(one_line(self._offers[0].statement), classes="what")
        names = ("tasks", "kind", "form", "variant", "compared", "where")
        labels = {name: self.words(f"dialogs.export.{name}") for name in names}
        width = max(map(cell_len, labels.values())) + 2
        forms = self._offers[0].choices
        self.set_class(len(forms) > 1, "with-forms")
        if len(self._offers) > 1:
            with Horizontal(classes="field of-forms"):
                yield field_label(labels["tasks"], width)
                yield Chooser([offer.title for offer in self._offers], id="offer")
        if len(forms) > 1:
            with Horizontal(classes="field of-forms"):
                yield field_label(labels["kind"], width)
                titles, typed = [form.title for form in forms], [form.typed for form in forms]
                yield Chooser(titles, self._form, id="form", typed=typed)
        with Horizontal(classes="field of-forms", id="formats"):
            yield field_label(labels["form"], width)
            yield Chooser(self._format_names, [*self._choice.names].index(self._format), id="format")
        if len(forms) > 1:
            with Horizontal(classes="field", id="variants"):
                yield field_label(labels["variant"], width)
                yield Chooser([""], id="variant")
            with Horizontal(classes="field", id="comparisons"):
                yield field_label(labels["compared"], width)
                said = [self.words(f"dialogs.export.compared.{one.value}") for one in Comparing]
                yield Chooser(said, id="compared")
        with Horizontal(classes="field"):
            yield field_label(labels["where"], width)
            yield LineInput(self._suggested, id="path", compact=True, select_on_focus=False)
        if self._preview:
            yield PreviewPane(self.words, self._preview, id="preview")

    def on_mount(self) -> None:
        """Show what the form has, and its first lines."""
        if len(self._offers[0].choices) > 1:
            self._show_form()
            self.query_one("#offer" if len(self._offers) > 1 else "#form").focus()

    @property
    def _path(self) -> Input:
        return self.query_one("#path", Input)

    @property
    def _format_names(self) -> list[str]:
        if self._chosen.forms:
            return [self.words(f"dialogs.export.suffix.{form.value}") for form in self._choice.names]
        return [self.words(f"dialogs.export.{form.value}") for form in self._choice.names]

    def _suggestion(self) -> str:
        return str(self._folder / self._choice.names[self._format])

    @property
    def _chosen(self) -> Offer:
        """The offer that is to be written now."""
        return self._other if self._is_other and isinstance(self._other, Offer) else self._offers[self._offer]

    @property
    def _choice(self) -> FormOffer:
        """The form that is to be written now."""
        return self._chosen.choices[0 if self._is_other else self._form]

    @on(Chooser.Chosen)
    def change(self, event: Chooser.Chosen) -> None:
        """Take another format, form or variant, or other tasks."""
        event.stop()
        match event.chooser.id:
            case "format":
                self._change_format(tuple(self._choice.names)[event.index])
            case "form":
                self._change_form(event.index)
            case "variant":
                profile = self._choice.profiles[event.index - 1][0] if event.index else ""
                self._variant = Variant(profile, self._variant.comparing)
            case "compared":
                self._variant = Variant(self._variant.profile, list(Comparing)[event.index])
            case _:
                self._change_offer(event.index)
        self._show_preview()

    def _change_offer(self, index: int) -> None:
        """Say what would be exported now, and name another file unless the user has named one."""
        self._offer = index
        self._state()
        self._suggest()

    def _change_form(self, index: int, form: FileFormat | None = None) -> None:
        """Turn to another form, in a format that it has."""
        self._form = index
        self._variant = Variant(comparing=self._variant.comparing)
        formats = tuple(self._choice.names)
        self._change_format(form if form in formats else formats[0])
        self._show_form()

    def _show_form(self) -> None:
        """Show the formats of the form and what variants it has."""
        choice = self._choice
        self.query_one("#format", Chooser).offer(self._format_names, [*choice.names].index(self._format))
        profiles = [self.words("dialogs.export.whole"), *(title for _, title in choice.profiles)]
        self.query_one("#variant", Chooser).offer(profiles, 0)
        self.query_one("#formats").display = not (choice.has_several_files or self._is_other)
        self.query_one("#variants").display = bool(choice.profiles) and not self._is_other
        self.query_one("#comparisons").display = choice.can_compare and not self._is_other
        self._show_preview()

    def _state(self) -> None:
        self.query_one(".what", Sentence).show(one_line(self._chosen.statement))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys of what Down turns to to the fields where there is nothing to say of it."""
        return self._other is not None if action == "other" else super().check_action(action, parameters)

    def action_other(self, is_other: bool) -> None:
        """Turn to the other thing, or back to the forms; say why there is none."""
        if self.is_writing or is_other == self._is_other:
            return
        if isinstance(self._other, str):
            self.say(self._other)
            return
        if is_other:
            self._last = self._form, self._format
        self._is_other = is_other
        self._form, last = self._last
        self._change_format(next(iter(self._choice.names)) if is_other else last)
        self._state()
        for field in self.query(".of-forms"):
            field.display = not is_other
        if len(self._offers[0].choices) > 1:
            self._show_form()
        self.query_one("#path" if is_other else Chooser).focus()
        self.show_hints()

    def _change_format(self, form: FileFormat) -> None:
        """Name another file, or where the user has named one, give it the new format's ending."""
        before, self._format = self._format, form
        typed = self._path.value
        if self._suggest() or not typed.strip():
            return
        named = Path(typed)
        is_ending = any_form_of_name(named) or named.suffix.lower() == f".{before.suffix}"
        stem = typed.removesuffix(named.suffix) if is_ending else typed
        self._path.value = stem if self._choice.has_several_files else f"{stem}.{self._format.suffix}"

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
        typed = self._path.value  # the message may be about an older text
        if typed != self._suggested and not self._choice.has_several_files:
            self._follow_ending(any_form_of_name(Path(typed.strip())))
        if not self.is_writing:
            self.forget_question()
            self.say("")

    def _follow_ending(self, form: FileFormat | None) -> None:
        """Take a format where the form has it, else the first form that has."""
        if form is None or form.suffix == self._format.suffix or self._is_other:
            return
        if form in self._choice.names:
            self._format = form
            self.query_one("#format", Chooser).chosen = [*self._choice.names].index(form)
            self._suggested = self._suggestion()
            self._show_preview()
            return
        choices = self._chosen.choices
        fitting = (at for at, one in enumerate(choices) if form in one.names and not one.has_several_files)
        at = next(fitting, None)
        if at is not None:
            self._form, self._format, self._variant = at, form, Variant(comparing=self._variant.comparing)
            self._suggested = self._suggestion()
            self.query_one("#form", Chooser).chosen = at
            self._show_form()

    def _request(self, path: Path, *, force: bool = False) -> ExportRequest:
        return ExportRequest(
            (ExportFile(self._format, path),),
            self._offer,
            self._is_other,
            force,
            self._choice.name,
            self._variant,
        )

    def action_issued(self) -> None:
        """Show the reports that were issued."""
        if self._show_issued is not None and not self.is_writing:
            self._show_issued()

    @on(Input.Submitted)
    def action_write(self) -> None:
        """Write the file; on a file that is there, ask first."""
        if self.is_writing:
            return
        try:
            path = self._typed_path()
        except PlantuiError as error:
            self.say(self.words.error(error))
            return
        request = self._request(path, force=self.may_replace(path))
        self.begin(self.words("dialogs.export.writing"), path, partial(self._written, request))

    def _typed_path(self) -> Path:
        """Return the path with the ending of the format. Raises UsageError for one that cannot be it."""
        typed = self._path.value.strip()
        if self._choice.has_several_files:
            return typed_target(typed, self._folder, is_folder=True)
        path = typed_target(typed, self._folder)
        if not path.suffix and not is_folder(path):
            path = path.with_name(f"{path.name}.{self._format.suffix}")
        elif path.suffix and path.suffix.lower() != f".{self._format.suffix}":
            endings = self.words.listing([f".{form.suffix}" for form in self._choice.names])
            raise UsageError(
                "dialogs.export.other_ending", name=path.name, ending=path.suffix, endings=endings
            )
        return path

    def _written(self, request: ExportRequest, progress: Progress) -> Written:
        """Write the files. Called from a thread."""
        if not request.force:  # told before the work of making the text
            for file in request.files:
                if is_file(file.path):
                    raise UsageError(EXISTS, path=file.path)
        self._write(request, progress)
        return self.Written(request)

    @property
    def exists_key(self) -> str:
        return "dialogs.export.some_exist" if self._choice.has_several_files else super().exists_key

    @on(Written)
    def finish(self, event: Written) -> None:
        """Close with what was written."""
        self.dismiss(event.request)

    def _show_preview(self) -> None:
        """Have the first lines of what is chosen made."""
        if self._preview:
            path = Path(self._choice.names[self._format])
            self.query_one(PreviewPane).want(self._request(path))
