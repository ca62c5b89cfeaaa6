"""The fields of a note, from the department to the next steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from plantui.model.day import day_of, is_long_ago
from plantui.model.problem import PlantuiError
from plantui.model.terms import DONE, NEVER_LATE, Status
from plantui.ui.widgets.chooser import Chooser
from plantui.words.phrases import term

from .entry import EditorSubject, Entry
from .fields import Field
from .figure_input import Figure, FigureInput
from .note_details import NoteDetails
from .note_text import NoteText

_STATUSES = tuple(Status)


class NoteForm(Vertical):
    """Shows an `Entry` and lets the user change it.

    The fields themselves hold what is typed, and `entry` reads it from them: their messages come a moment after
    the key, and a save must not miss the last character.
    """

    DEFAULT_CSS = """
    NoteForm { height: 1fr; }
    NoteForm > Horizontal { height: auto; padding: 0 1; }
    NoteForm .label { width: auto; height: 1; padding: 0 1 0 0; color: $text-muted; }
    NoteForm > .label { padding: 0 1; }
    NoteForm > .label.-current { color: $foreground; text-style: bold; }
    NoteForm NoteText { height: 1fr; min-height: 1; background: $panel; }
    NoteForm #progress { height: 2fr; }
    NoteForm #reason { min-height: 1; max-height: 3; }
    NoteForm.-no-reason #reason, NoteForm.-no-reason #label-reason { display: none; }
    NoteForm.-no-reason NoteDetails { max-height: 30vh; }
    NoteForm #day-read { width: 1fr; }
    NoteForm #day-read.-otherwise { color: $foreground; text-style: bold; }
    NoteForm #percent { width: 7; margin: 0 3 0 0; }
    NoteForm #as_of { width: 15; margin: 0 1 0 0; }
    """

    # In a text field Enter is a new line; from a choice it goes on.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.focus_next", show=False)]

    @dataclass
    class Edited(Message):
        """Something in the form was changed."""

    @dataclass
    class DepartmentChosen(Message):
        """The user reports for another department."""

        department: str

    @dataclass
    class StatusRefused(Message):
        """The user wanted a status that the desk does not write."""

        error: PlantuiError

    def __init__(
        self,
        subject: EditorSubject,
        departments: Iterable[str],
        department: str,
        entry: Entry,
    ) -> None:
        super().__init__(id="form")
        words = subject.words
        self._words = words
        self._clock = subject.clock
        self._is_late = subject.is_late
        self._carried: dict[Field, str] = {}
        """The texts that were carried forward and are not edited yet."""
        self._day_read = Static(words("editor.date_help"), id="day-read", classes="label", markup=False)
        """Beside the date: how to write one, or how the one that was typed is read."""
        self._departments = tuple(departments)
        self._department = Chooser(
            self._departments, self._departments.index(department), id=Field.DEPARTMENT.value
        )
        names = [term(words, status) for status in _STATUSES]
        self._refused = subject.refused
        self._status = Chooser(
            names,
            _STATUSES.index(entry.status),
            id=Field.STATUS.value,
            refused=[_STATUSES.index(status) for status in self._refused],
        )
        with self.prevent(Input.Changed):
            self._percent = FigureInput(entry.percent, Figure.PERCENT, id=Field.PERCENT.value)
            self._as_of = FigureInput(entry.as_of, Figure.DAY, id=Field.AS_OF.value)
        self._texts = {
            Field.REASON: NoteText(entry.reason, id=Field.REASON.value),
            Field.PROGRESS: NoteText(entry.progress, id=Field.PROGRESS.value),
            Field.PROBLEMS: NoteText(entry.problems, id=Field.PROBLEMS.value),
            Field.NEXT_STEPS: NoteText(entry.next_steps, id=Field.NEXT_STEPS.value),
        }
        self.details = NoteDetails(subject, entry)
        """Dated requirements, actual values and evidence."""

    def compose(self) -> ComposeResult:
        if len(self._departments) > 1:
            with Horizontal():
                yield self._label(Field.DEPARTMENT)
                yield self._department
        with Horizontal():
            yield self._label(Field.STATUS)
            yield self._status
        with Horizontal():
            yield self._label(Field.PERCENT)
            yield self._percent
            yield self._label(Field.AS_OF)
            yield self._as_of
            yield self._day_read
        for field, text in self._texts.items():
            yield self._label(field)
            yield text
        yield self.details

    def on_mount(self) -> None:
        self._follow()

    def _follow(self) -> None:
        """Show what follows from the fields: how the day is read, and the field for a reason where one is due."""
        typed = self._as_of.value.strip()
        today = self._clock()
        day = day_of(typed, today)
        otherwise = day is not None and day.isoformat() != typed
        long_ago = day is not None and is_long_ago(day, today)
        key = "editor.date_read_long_ago" if long_ago else "editor.date_read"
        shown = self._words(key, day=day) if otherwise or long_ago else self._words("editor.date_help")
        if day is not None and self._is_late(day):
            otherwise, shown = True, self._words("editor.date_after_closing", said=shown)
        self._mark_carried()
        self._day_read.update(shown)
        self._day_read.set_class(otherwise or long_ago, "-otherwise")
        status, reason = _STATUSES[self._status.chosen], self._texts[Field.REASON].value
        self.set_class(status not in NEVER_LATE and not reason, "-no-reason")

    def _label(self, field: Field) -> Static:
        words = self._words(f"editor.field.{field.value}")
        return Static(words, id=f"label-{field.value}", classes="label", markup=False)

    @property
    def entry(self) -> Entry:
        """The entry that stands in the form now."""
        texts = {field: text.value for field, text in self._texts.items()}
        entry = Entry(
            _STATUSES[self._status.chosen],
            self._percent.value,
            self._as_of.value,
            texts[Field.PROGRESS],
            texts[Field.PROBLEMS],
            texts[Field.NEXT_STEPS],
            texts[Field.REASON],
        )
        return self.details.filled(entry)

    def show(self, entry: Entry) -> None:
        """Show this entry, with nothing to undo."""
        with self.prevent(TextArea.Changed, Input.Changed):
            self._show_figures(entry)
            for field, text in self._texts.items():
                text.load(getattr(entry, field.value))

    def put(self, entry: Entry) -> None:
        """Put this entry in place of what is there; each text field can undo it."""
        with self.prevent(TextArea.Changed, Input.Changed):
            self._show_figures(entry)
            for field, text in self._texts.items():
                wanted = getattr(entry, field.value)
                if wanted != text.value:
                    text.put(wanted)

    def carry(self, last: Entry) -> bool:
        """Bring the texts and the percent of the last note into the fields that are empty; False where none is.

        What was carried is marked until it is edited.
        """
        texts = {Field.PROGRESS: last.progress, Field.PROBLEMS: last.problems}
        texts |= {Field.NEXT_STEPS: last.next_steps, Field.REASON: last.reason}
        empty = {field: text for field, text in texts.items() if text and not self._texts[field].value}
        takes_percent = bool(last.percent) and not self._percent.value
        with self.prevent(TextArea.Changed, Input.Changed):
            for field, text in empty.items():
                self._texts[field].put(text)
            if takes_percent:
                self._percent.value = last.percent
                self._carried[Field.PERCENT] = last.percent
        self._carried |= empty
        self._follow()
        return bool(empty) or takes_percent

    def _mark_carried(self) -> None:
        """Mark the labels of the fields that hold what was carried forward and not edited since."""
        for field, text in [*self._carried.items()]:
            value = self._percent.value if field is Field.PERCENT else self._texts[field].value
            label = self._words(f"editor.field.{field.value}")
            is_carried = value == text
            if not is_carried:
                del self._carried[field]
            shown = self._words("editor.field_carried", label=label) if is_carried else label
            self.query_one(f"#label-{field.value}", Static).update(shown)

    def _show_figures(self, entry: Entry) -> None:
        self._status.chosen = _STATUSES.index(entry.status)
        self._percent.value = entry.percent
        self._as_of.value = entry.as_of
        self.details.fill(entry)
        self.call_after_refresh(self._follow)

    def choose_department(self, department: str) -> None:
        """Show that this department reports."""
        self._department.chosen = self._departments.index(department)

    def go_to(self, field: Field, row: int | None = None) -> None:
        """Put the cursor into a field; of those that there are several of, into that of a row."""
        self._follow()
        if row is not None:
            self.details.go_to(field, row)
            return
        self.query_one(f"#{field.value}").focus()

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(NoteDetails.Edited)
    def _field_changed(self, event: TextArea.Changed | Input.Changed | NoteDetails.Edited) -> None:
        event.stop()
        self._follow()
        self.post_message(self.Edited())

    @on(Chooser.Chosen)
    def _option_chosen(self, event: Chooser.Chosen) -> None:
        event.stop()
        if event.chooser is self._department:
            self.post_message(self.DepartmentChosen(self._departments[event.index]))
            return
        if _STATUSES[event.index] in DONE and not self._percent.value:
            self._percent.value = "100"
        self._follow()
        self.post_message(self.Edited())

    @on(Chooser.Refused)
    def _option_refused(self, event: Chooser.Refused) -> None:
        event.stop()
        self.post_message(self.StatusRefused(self._refused[_STATUSES[event.index]]))

    def on_descendant_focus(self) -> None:
        focused = self.screen.focused
        for label in self.query(".label"):
            label.set_class(focused is not None and label.id == f"label-{focused.id}", "-current")
