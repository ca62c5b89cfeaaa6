"""The dated requirements of the task in the form: rows to tick, each with its date, what is said of it, and its clause."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType

from plantui.model.dates import RequirementDate
from plantui.model.plan import Deadline
from plantui.model.text import half_width, one_line
from plantui.model.typed_fields import TypedRequirement
from plantui.ui.painting import clip
from plantui.ui.widgets.painted import Painted
from plantui.words import Words

from .details import StandingWord
from .fields import Field
from .figure_input import Figure, FigureRefused
from .form_rows import FormRows

_TICK_CELLS = 4
"""Cells at the beginning of a row in which a click ticks."""


class RequirementList(FormRows[TypedRequirement]):
    """Space ticks and unticks the row under the cursor, digits give its percent.

    What the department said before is shown as such; only what is changed here becomes part of the note.
    """

    DEFAULT_CSS = """
    RequirementList { max-height: 20vh; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace", "shorten_percent", show=False),
        Binding("delete", "say_nothing", show=False),
    ]

    def __init__(self, words: Words, deadlines: Sequence[Deadline], dates: Sequence[RequirementDate]) -> None:
        super().__init__(self._paint, id=Field.REQUIREMENTS.value)
        self._words = words
        self._deadlines = deadlines
        self._dates = {one.requirement: one for one in dates}
        self._before: Mapping[Deadline, StandingWord] = {}
        self._begins_anew = True
        """True where the next digit begins another percent."""

    def show_before(self, words: Mapping[Deadline, StandingWord]) -> None:
        """Show what the department said of the requirements in earlier notes."""
        self._before = words
        self.refresh()

    def set_day(self, text: str) -> None:
        """Say on which day the requirement under the cursor was done."""
        if (row := self.current) and row.is_done and row.done_on != text:
            self._put(replace(row, done_on=text))

    def _put(self, row: TypedRequirement) -> None:
        self._rows = [row if at == self.cursor else one for at, one in enumerate(self.rows)]
        self.refresh_row(self.cursor)
        self.post_message(self.Edited())

    def toggle(self) -> None:
        """Tick or untick: what stands is said to be open again; what was said here is taken back."""
        row = self.current
        if row is None:
            return
        stands = self._stands(row.requirement)
        is_done = None if row.is_done is not None else not stands
        self._put(replace(row, is_done=is_done, done_on=""))

    def _stands(self, requirement: Deadline) -> bool:
        word = self._before.get(requirement)
        return word is not None and word.report.is_done is True

    def on_key(self, event: events.Key) -> None:
        # An input method delivers １ for 1 and a wide blank for a blank: the character counts.
        character = half_width(event.character or "")
        if character == " ":
            event.stop()
            event.prevent_default()
            self.toggle()
        elif character.isdecimal() and character.isascii() and len(character) == 1:
            event.stop()
            event.prevent_default()
            self._type_digit(character)

    def _type_digit(self, digit: str) -> None:
        if row := self.current:
            percent = ("" if self._begins_anew else row.percent) + digit
            if re.fullmatch(Figure.PERCENT.value, percent) is None:
                self.post_message(FigureRefused(Figure.PERCENT))
                return
            self._begins_anew = False
            self._put(replace(row, percent=percent))

    def watch_cursor(self, old: int, new: int) -> None:
        super().watch_cursor(old, new)
        self._begins_anew = True

    def on_focus(self) -> None:
        super().on_focus()
        self._begins_anew = True

    def action_shorten_percent(self) -> None:
        """Take the last digit of the percent away."""
        if (row := self.current) and row.percent:
            self._begins_anew = False
            self._put(replace(row, percent=row.percent[:-1]))

    def action_say_nothing(self) -> None:
        """Take back what is said of the requirement under the cursor."""
        if (row := self.current) and not row.is_blank:
            self._begins_anew = True
            self._put(TypedRequirement(row.requirement))

    def on_click(self, event: events.Click) -> None:
        super().on_click(event)
        if event.x <= _TICK_CELLS and event.y + self.scroll_offset.y == self.cursor:
            self.toggle()

    def _paint(self, row: TypedRequirement, width: int) -> Painted:
        words, requirement = self._words, row.requirement
        is_done = self._stands(requirement) if row.is_done is None else row.is_done
        number = self.rows.index(row) + 1
        dates = self._dates.get(requirement)
        head: list[tuple[str, str]] = [
            (" [x]" if is_done else " [ ]", "head" if row.is_done is not None else ""),
            (f" {number:>{len(str(len(self.rows)))}} ", ""),
            ((dates.current if dates else requirement.due).isoformat(), ""),
        ]
        if dates and dates.is_extended:
            head.append((words("editor.requirement.first", day=dates.first), "muted"))
        if requirement not in self._deadlines:
            head.append((f" {words('editor.requirement.former')}", "notice"))
        if said := self._said(row):
            head.append((f"  {said}", "head"))
        elif stands := self._standing_text(requirement):
            head.append((f"  {stands}", "muted"))
        used = sum(cell_len(text) for text, _ in head)
        clause = one_line(requirement.clause or requirement.phrase)
        return [*head, (clip(f"  {clause}", max(width - used, 0)), "")]

    def _said(self, row: TypedRequirement) -> str:
        """Return what this note says, empty where it says nothing."""
        if row.is_blank:
            return ""
        words = self._words
        parts = []
        if row.is_done:
            parts.append(
                words("editor.requirement.done", day=row.done_on)
                if row.done_on
                else words("editor.requirement.done_as_of")
            )
        elif row.is_done is False:
            parts.append(words("editor.requirement.open"))
        if row.percent:
            parts.append(words("terms.percent", percent=row.percent))
        return words("editor.requirement.now", said=" ".join(parts))

    def _standing_text(self, requirement: Deadline) -> str:
        """Return what the department said before, and since when; empty where nothing stands."""
        word = self._before.get(requirement)
        if word is None:
            return ""
        words, report = self._words, word.report
        parts = []
        if report.is_done is not None:
            key = "stands_done" if report.is_done else "stands_open"
            parts.append(words(f"editor.requirement.{key}", day=word.since.isoformat()))
        if report.percent is not None and not report.is_done:
            parts.append(words("editor.requirement.stands_percent", percent=report.percent))
        return " ".join(parts)
