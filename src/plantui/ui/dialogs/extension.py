"""A later date for one dated requirement of a task: new date, reason, and who approved it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from plantui.model.dates import RequirementDate
from plantui.model.day import day_of
from plantui.model.event import Extension
from plantui.model.problem import UsageError
from plantui.model.text import half_width, one_line
from plantui.query.extending import extension, requirement_line
from plantui.ui.painting import clip
from plantui.ui.widgets.line_input import LineInput
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .base import Dialog, Hint, field_label

_WHOLE_DAY = re.compile(r"\d{8}|\d{4}-\d{2}-\d{2}")
"""Days that are written out, 20260331 and 2026-03-31: the next field follows by itself. 2026-3-3 may go on with a digit."""

_FIELDS = {"new-date": "new_date", "reason": "extension_reason", "approved-by": "approved_by"}
"""The fields by their ids, with the catalogue keys of their labels."""


class ExtensionDialog(Dialog[Extension | None]):
    """Asks for an extension; up and down choose the requirement, Ctrl+S or Enter in the last field records it."""

    AUTO_FOCUS = "#new-date"
    DEFAULT_CSS = """
    ExtensionDialog #requirements { height: auto; max-height: 8; margin: 0 0 1 0; }
    ExtensionDialog .field { height: 1; padding: 0 1; margin: 0 0 1 0; }
    ExtensionDialog LineInput { height: 1; width: 1fr; border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False, priority=True),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]
    HINTS = (
        Hint(("up", "down"), "stages.key.requirement"),
        Hint(("tab",), "stages.key.field"),
        Hint(("ctrl+s",), "stages.key.save"),
        Hint(("escape",), "dialogs.key.cancel"),
    )

    def __init__(
        self,
        words: Words,
        heading: str,
        dates: Sequence[RequirementDate],
        first: int,
        today: Callable[[], date],
    ) -> None:
        super().__init__(words, heading)
        self._dates = dates
        self._first = first
        self._today = today

    def body(self) -> ComposeResult:
        yield RowList[RequirementDate](self._paint, id="requirements")
        labels = {name: self.words(f"stages.{key}") for name, key in _FIELDS.items()}
        width = max(cell_len(label) for label in labels.values()) + 2
        for name, label in labels.items():
            example = self.words("stages.new_date_example") if name == "new-date" else ""
            with Horizontal(classes="field"):
                yield field_label(label, width)
                yield LineInput(id=name, placeholder=example, compact=True)

    @property
    def _list(self) -> RowList[RequirementDate]:
        return self.query_one("#requirements", RowList)

    def on_mount(self) -> None:
        self._list.can_focus = False
        self._list.styles.height = min(len(self._dates), 8)
        self._list.show(self._dates, self._first)

    def _paint(self, dates: RequirementDate, width: int) -> Painted:
        line = one_line(requirement_line(self._dates.index(dates) + 1, dates))
        return [(clip(f" {line}", width), "")]

    def action_move(self, by: int) -> None:
        """Choose the requirement above or below."""
        self._list.action_move(by)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        typed = half_width(event.value).strip()
        is_whole = _WHOLE_DAY.fullmatch(typed) is not None
        is_new = event.input.id == "new-date" and event.input.has_focus
        if is_new and is_whole and day_of(typed, self._today()):
            self.focus_next()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "approved-by":
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Give the extension back, or say what lacks."""
        day, reason, approved_by = (self.query_one(f"#{name}", LineInput) for name in _FIELDS)
        new_due = day_of(day.value, self._today())
        if new_due is None:
            self.say(self.words("editor.date_wrong", text=day.value))
            day.focus()
            return
        try:
            found = extension(self._dates[self._list.cursor], new_due, reason.value, approved_by.value)
        except UsageError as error:
            self.say(self.words.error(error))
            next((one for one in (reason, approved_by) if not one.value.strip()), day).focus()
            return
        self.dismiss(found)
