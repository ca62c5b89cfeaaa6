"""The choices that hold for the whole office: what they are, and one of them made anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from plantui.export.office import choice_text
from plantui.model.problem import UsageError
from plantui.model.text import one_line
from plantui.query.office import OfficeChoice, OfficeChoices
from plantui.ui.painting import clip, fit
from plantui.ui.widgets.line_input import LineInput
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .base import Dialog, Hint

_NAME, _VALUE = 18, 24
"""Cells of a choice's name and value."""


@dataclass(frozen=True, slots=True)
class OfficeAnswer:
    """A choice that was made, with its value as it is stored."""

    name: OfficeChoice
    value: str


class OfficeDialog(Dialog[OfficeAnswer | None]):
    """Shows the choices; Enter on one asks for its value, Enter again gives it back."""

    AUTO_FOCUS = "#choices"
    DEFAULT_CSS = """
    OfficeDialog #choices { height: auto; max-height: 8; }
    OfficeDialog #value { display: none; height: 1; border: none; padding: 0 1; margin: 1 0; }
    OfficeDialog.asks #value { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "ask", show=False),
        Binding("ctrl+s", "keep", show=False, priority=True),
    ]

    def __init__(
        self,
        words: Words,
        office: OfficeChoices,
        current: str,
        forms: Callable[[OfficeChoice], str],
        stored: Callable[[OfficeChoice, str], str],
        against: str = "",
    ) -> None:
        """Take the sentence on the current period, what gives the forms and the stored value, and what forbids a choice."""
        super().__init__(words, words("reporting.office_title"))
        self._office = office
        self._current = current
        self._forms = forms
        self._stored = stored
        self._against = against

    def hints(self) -> tuple[Hint, ...]:
        asks = self.has_class("asks")
        first = Hint(("up", "down"), "dialogs.key.select")
        change = Hint(("enter",), "reporting.key.keep" if asks else "reporting.key.change")
        return (*(() if asks else (first,)), change, Hint(("escape",), "dialogs.key.cancel"))

    def body(self) -> ComposeResult:
        yield RowList[OfficeChoice](self._paint, id="choices")
        yield LineInput(id="value", compact=True)

    def on_mount(self) -> None:
        self._list.styles.height = len(OfficeChoice)
        self._list.show(list(OfficeChoice))
        self.say(self._against or self._current)

    @property
    def _list(self) -> RowList[OfficeChoice]:
        return self.query_one("#choices", RowList)

    def _paint(self, name: OfficeChoice, width: int) -> Painted:
        meaning = one_line(choice_text(self.words, self._office, name))
        look = "" if self._office.is_made(name) else "muted"
        return [
            (fit(f" {self.words(f'reporting.name.{name.value}')}", _NAME), "head"),
            (fit(clip(one_line(self._office.value(name)), _VALUE - 1), _VALUE), look),
            (clip(meaning, width - _NAME - _VALUE), look),
        ]

    @on(RowList.Chosen)
    def action_ask(self) -> None:
        """Ask for the value of the choice under the cursor, beginning with the one that holds."""
        name = self._list.current
        if self._against:
            self.say(self._against)
        elif name is not None and not self.has_class("asks"):
            self.add_class("asks")
            line = self.query_one("#value", LineInput)
            line.value = self._office.value(name)
            line.focus()
            self.show_hints()
            self.say(self._forms(name))

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give the choice back, or say in a sentence why it cannot be made."""
        name = self._list.current
        if name is None or not self.has_class("asks"):
            return
        try:
            value = self._stored(name, self.query_one("#value", LineInput).value)
        except UsageError as error:
            self.say(self.words.error(error))
        else:
            self.dismiss(OfficeAnswer(name, value))

    def action_cancel(self) -> None:
        """Leave the value as it is; from the list, leave the dialog."""
        if not self.has_class("asks"):
            self.dismiss(None)
            return
        self.remove_class("asks")
        self._list.focus()
        self.show_hints()
        self.say(self._current)
