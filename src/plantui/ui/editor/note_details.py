"""The part of the form below the texts: dated requirements, actual values of indicators, evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static

from plantui.model.typed_fields import TypedRequirement
from plantui.ui.widgets.painted import SCROLLBAR_CSS
from plantui.ui.widgets.row_list import RowList

from .actual_fields import ActualFields
from .evidence_list import EvidenceList
from .fields import Field
from .figure_input import Figure, FigureInput
from .form_rows import FormRows
from .requirement_list import RequirementList

if TYPE_CHECKING:
    from plantui.model.evidence import Evidence

    from .details import DepartmentBefore
    from .entry import EditorSubject, Entry


class NoteDetails(VerticalScroll, can_focus=False):
    """Shows what there is to report on beside the texts; nothing where the task asks for nothing of it."""

    DEFAULT_CSS = f"""
    NoteDetails {{ height: auto; max-height: 25vh; {SCROLLBAR_CSS} }}
    NoteDetails .label {{ width: auto; height: 1; padding: 0 1; color: $text-muted; }}
    NoteDetails .label.-current {{ color: $foreground; text-style: bold; }}
    NoteDetails .day {{ height: 1; }}
    NoteDetails #done_on {{ width: 15; margin: 0 1 0 0; }}
    NoteDetails.-no-requirements #label-requirements, NoteDetails.-no-requirements #requirements {{ display: none; }}
    NoteDetails.-no-day .day {{ display: none; }}
    NoteDetails.-no-actuals #actuals {{ display: none; }}
    NoteDetails.-no-evidence #label-evidence, NoteDetails.-no-evidence #evidence {{ display: none; }}
    NoteDetails.-nothing {{ display: none; }}
    """

    @dataclass
    class Edited(Message):
        """Message that this part of the form was changed."""

    def __init__(self, subject: EditorSubject, entry: Entry) -> None:
        super().__init__(id="details")
        task, words = subject.task, subject.words
        self._subject = subject
        self._words = words
        dates = subject.tasks[0].dates if task else ()
        self._requirements = RequirementList(words, task.deadlines if task else (), dates)
        self._actuals = ActualFields(words, task.indicators if task else (), entry.actuals)
        self._evidence = EvidenceList(words)
        self._done_on = FigureInput("", Figure.DAY, id=Field.DONE_ON.value)
        self._day_row: int | None = None
        """The requirement whose day stands in the field, None while none is ticked here."""
        self._show_lists(entry)

    def compose(self) -> ComposeResult:
        if self._subject.leaves_out_details:
            yield Static(self._words("editor.joint_details"), id="label-joint", classes="label", markup=False)
        yield self._label(Field.REQUIREMENTS)
        yield self._requirements
        with Horizontal(classes="day"):
            yield self._label(Field.DONE_ON)
            yield self._done_on
            yield Static(self._words("editor.done_on_help"), classes="label", markup=False)
        yield self._actuals
        yield self._label(Field.EVIDENCE)
        yield self._evidence

    def _label(self, field: Field) -> Static:
        words = self._words(f"editor.field.{field.value}")
        return Static(words, id=f"label-{field.value}", classes="label", markup=False)

    @property
    def requirements(self) -> tuple[TypedRequirement, ...]:
        """The rows of the requirements, with the day that stands in the field now."""
        day = self._done_on.value
        return tuple(
            replace(one, done_on=day) if row == self._day_row and one.is_done else one
            for row, one in enumerate(self._requirements.rows)
        )

    def filled(self, entry: Entry) -> Entry:
        """Return the entry with what stands in this part."""
        return replace(
            entry,
            requirements=self.requirements,
            actuals=self._actuals.rows,
            evidence=tuple(self._evidence.rows),
        )

    def fill(self, entry: Entry) -> None:
        """Show what an entry says."""
        self._actuals.fill(entry.actuals)
        self._show_lists(entry)

    def _show_lists(self, entry: Entry) -> None:
        self._day_row = None
        self._requirements.fill(entry.requirements)
        self._evidence.fill(entry.evidence)
        self._follow()

    def show_before(self, before: DepartmentBefore) -> None:
        """Show what the department has said in the notes before this one."""
        self._requirements.show_before(before.words)
        self._actuals.show_last(before.actuals)

    def add_evidence(self, evidence: Evidence) -> None:
        """List a piece of evidence."""
        self._evidence.add(evidence)

    def go_to(self, field: Field, row: int) -> None:
        """Put the cursor into a field of a row."""
        if field is Field.EVIDENCE:
            self._evidence.focus()
        elif field in {Field.REQUIREMENTS, Field.DONE_ON}:
            self._requirements.cursor = row
            self._follow()
            (self._done_on if field is Field.DONE_ON else self._requirements).focus()
        else:
            self._actuals.go_to(field, row)

    def _follow(self) -> None:
        """Show the parts that there is something to say in, and the day of a requirement that is ticked here."""
        row, self._day_row = self._requirements.current, None
        if row and row.is_done:
            self._day_row = self._requirements.cursor
            with self.prevent(Input.Changed):
                self._done_on.value = row.done_on
        has = {
            "requirements": bool(self._requirements.rows),
            "day": self._day_row is not None,
            "actuals": bool(self._actuals.rows),
            "evidence": bool(self._evidence.rows),
        }
        for name, shown in has.items():
            self.set_class(not shown, f"-no-{name}")
        self.set_class(not (any(has.values()) or self._subject.leaves_out_details), "-nothing")

    @on(RowList.Highlighted)
    def _cursor_moved(self, event: RowList.Highlighted) -> None:
        event.stop()
        if event.rows is self._requirements:
            self._follow()

    @on(Input.Changed, f"#{Field.DONE_ON.value}")
    def _day_typed(self, event: Input.Changed) -> None:
        event.stop()
        if self._day_row == self._requirements.cursor:
            self._requirements.set_day(event.value)

    @on(FormRows.Edited)
    def _rows_changed(self, event: FormRows.Edited) -> None:
        event.stop()
        self._follow()
        self.post_message(self.Edited())

    @on(Input.Changed)
    def _field_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Edited())

    @on(RowList.Chosen)
    def _row_clicked_again(self, event: RowList.Chosen) -> None:
        event.stop()
