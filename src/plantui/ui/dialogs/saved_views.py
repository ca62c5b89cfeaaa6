"""The saved views, to open one by its digit, to save the view that is shown, and to delete one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from plantui.model.problem import UsageError
from plantui.store.saved_views import DIGITS, SavedView, checked_name
from plantui.ui.painting import clip
from plantui.ui.widgets.line_input import LineInput
from plantui.ui.widgets.painted import Painted
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .base import Dialog, Hint


@dataclass(frozen=True, slots=True)
class OpenView:
    """A view to open."""

    view: SavedView


@dataclass(frozen=True, slots=True)
class SaveView:
    """A name for the view that is shown."""

    name: str


@dataclass(frozen=True, slots=True)
class DropView:
    """A view to delete."""

    view: SavedView


ViewWish = OpenView | SaveView | DropView


class SavedViewsDialog(Dialog[ViewWish | None]):
    """Lists the saved views; above them stands the field for a name."""

    DEFAULT_CSS = "SavedViewsDialog #name { height: 1; border: none; padding: 0 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", show=False),
        Binding("f2", "name", show=False),
        Binding("delete", "drop", show=False),
        *(Binding(str(digit), f"digit({digit})", show=False) for digit in DIGITS),
    ]
    HINTS = (
        Hint(("1", "9"), "views.key.digit"),
        Hint(("enter",), "dialogs.key.apply"),
        Hint(("f2",), "views.key.save"),
        Hint(("delete",), "views.key.drop"),
        Hint(("escape",), "dialogs.key.cancel"),
    )

    def __init__(self, words: Words, views: Sequence[SavedView]) -> None:
        super().__init__(words, words("views.title"))
        self._views = views

    def body(self) -> ComposeResult:
        yield LineInput(placeholder=self.words("views.name_hint"), id="name", compact=True)
        yield RowList[SavedView](self._paint, id="views")

    def on_mount(self) -> None:
        self._list.show(self._views)
        self._list.focus()
        if not self._views:
            self.say(self.words("views.none"))

    def _paint(self, view: SavedView, width: int) -> Painted:
        digit = " " if view.digit is None else str(view.digit)
        name = clip(f" {digit} {view.name}", width)
        return [(name, ""), (clip(f"  {view.find}", max(0, width - len(name) * 2)), "muted")]

    @property
    def _list(self) -> RowList[SavedView]:
        return self.query_one("#views", RowList)

    @on(RowList.Chosen)
    def action_open(self) -> None:
        """Open the view under the cursor."""
        if view := self._list.current:
            self.dismiss(OpenView(view))

    def action_digit(self, digit: int) -> None:
        """Open the view of a digit."""
        if view := next((one for one in self._views if one.digit == digit), None):
            self.dismiss(OpenView(view))

    def action_drop(self) -> None:
        """Delete the view under the cursor."""
        if (view := self._list.current) and self._list.has_focus:
            self.dismiss(DropView(view))

    def action_name(self) -> None:
        """Go to the field for a name, with that of the view under the cursor."""
        field = self.query_one("#name", LineInput)
        view = self._list.current
        field.value = view.name if view else ""
        field.focus()

    @on(Input.Submitted)
    def save(self, event: Input.Submitted) -> None:
        """Save the view that is shown under the name typed."""
        event.stop()
        try:
            self.dismiss(SaveView(checked_name(event.value)))
        except UsageError as error:
            self.say(self.words.error(error))
