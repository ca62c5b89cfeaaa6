"""The picker of a filter: type to narrow, mark one or several, Enter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from plantui.model.department import DepartmentRef
from plantui.model.light_rules import DEFAULT_RULES, LightRules
from plantui.query.choices import CountedChoice
from plantui.query.filter import Choice, Facet
from plantui.ui.widgets.line_input import LineInput
from plantui.ui.widgets.row_list import RowList
from plantui.words import Words

from .base import Dialog, Hint
from .choice_rows import (
    MARK_WIDTH,
    ChoicePainter,
    ChoiceRow,
    ChoiceRows,
    Entry,
    Everything,
    NamesSpelled,
    Region,
    best_row,
)


@dataclass(frozen=True, slots=True)
class PickerResult:
    """The chosen values of one facet; no values let everything pass."""

    values: tuple[Choice, ...]
    own: DepartmentRef | None = None
    """The department to make the user's own, None to leave it as it is."""


class ListLine(LineInput):
    """A line that narrows a list below it. The keys that move in the list never leave it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.move(1)", show=False),
        Binding("up", "screen.move(-1)", show=False),
        Binding("pagedown", "screen.page(1)", show=False),
        Binding("pageup", "screen.page(-1)", show=False),
        Binding("home", "screen.move(-1000000000)", show=False),
        Binding("end", "screen.move(1000000000)", show=False),
    ]


class ChoiceInput(ListLine):
    """The line of a picker, in which the keys that mark never leave it either."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "screen.mark", show=False),
        Binding("f5", "screen.make_own", show=False),
    ]


class ChoiceList(RowList[ChoiceRow], can_focus=False):
    """The choices. Its cursor passes over headings; the keyboard stays with the input."""

    cursor_is_always_bright = True

    @dataclass
    class MarkClicked(Message):
        """The mark of the row under the cursor was clicked."""

    def validate_cursor(self, index: int) -> int:
        """The nearest row to stand on: onwards in the direction of the move, else back."""
        forth = 1 if index >= self.cursor else -1
        for step in (forth, -forth):
            at = index
            while 0 <= at < len(self.rows):
                if not isinstance(self.rows[at], Region):
                    return at
                at += step
        return index

    def on_click(self, event: events.Click) -> None:
        index = event.y + self.scroll_offset.y
        if event.x < MARK_WIDTH and index < len(self.rows) and not isinstance(self.rows[index], Region):
            event.prevent_default()
            self.cursor = index
            self.post_message(self.MarkClicked())


class FacetPicker(Dialog[PickerResult | None]):
    """Picks the values of one facet."""

    DEFAULT_CSS = """
    FacetPicker #typed { margin: 0 1 1 1; }
    """

    def __init__(
        self,
        words: Words,
        facet: Facet,
        choices: Sequence[CountedChoice],
        chosen: tuple[Choice, ...],
        plan_titles: Mapping[str, str],
        own: DepartmentRef | None = None,
        total: int | None = None,
        rules: LightRules = DEFAULT_RULES,
        spelled: NamesSpelled = lambda letters: (),
    ) -> None:
        super().__init__(words, words("dialogs.picker.title", facet=words(f"commands.{facet.value}")))
        self._facet = facet
        self._marked: dict[Choice, None] = dict.fromkeys(chosen)
        self._touched = False
        self._rows = ChoiceRows(words, choices, plan_titles, rules, spelled)
        self._painter = ChoicePainter(words, total, max((c.count for c in choices), default=0), own)
        self._painter.marked = self._marked

    def hints(self) -> tuple[Hint, ...]:
        own = Hint(("f5",), "dialogs.key.own")
        return (
            Hint(("up", "down"), "dialogs.key.select"),
            Hint(("tab",), "dialogs.key.mark"),
            Hint(("enter",), "dialogs.key.apply"),
            *((own,) if self._facet is Facet.DEPARTMENT else ()),
            Hint(("escape",), "dialogs.key.cancel"),
        )

    def body(self) -> ComposeResult:
        yield ChoiceInput(
            id="typed", compact=True, placeholder=self.words("dialogs.picker.type"), select_on_focus=False
        )
        yield ChoiceList(self._painter, id="choices")

    @property
    def _list(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    def on_mount(self) -> None:
        rows = self._rows.rows()
        chosen = (i for i, row in enumerate(rows) if isinstance(row, Entry) and row.value in self._marked)
        self._list.show(rows, next(chosen, best_row(rows, "")))
        self._tell()

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Show what matches the text typed so far."""
        event.stop()
        rows = self._rows.rows(event.value)
        self._list.show(rows, best_row(rows, event.value))
        self._tell()

    def _tell(self) -> None:
        if not self._list.rows:
            typed = self.query_one(ChoiceInput).value
            self.say(self.words("dialogs.picker.nothing" if typed else "dialogs.picker.none"))
        elif self._marked:
            self.say(self.words("dialogs.picker.marked", count=len(self._marked)))
        else:
            self.say("")

    def action_move(self, rows: int) -> None:
        self._list.action_move(rows)

    def action_page(self, pages: int) -> None:
        self._list.action_page(pages)

    def action_mark(self) -> None:
        """Mark or unmark the choice under the cursor and go on to the next one."""
        self._toggle()
        self._list.action_move(1)

    @on(ChoiceList.MarkClicked)
    def _toggle(self) -> None:
        row = self._list.current
        if row is None:
            return
        if isinstance(row, Everything):
            self._marked.clear()
        elif isinstance(row, Entry):
            already = row.value in self._marked
            if self._facet is Facet.ROLE:
                self._marked.clear()  # a filter has one role or any
            if already:
                self._marked.pop(row.value, None)
            else:
                self._marked[row.value] = None
        self._touched = True
        self._list.refresh()
        self._tell()

    @on(Input.Submitted)
    @on(RowList.Chosen)
    def apply(self) -> None:
        """Give back what is marked, or the row under the cursor where no mark was changed."""
        row = self._list.current
        if self._touched:
            self.dismiss(PickerResult(tuple(self._marked)))
        elif isinstance(row, Everything):
            self.dismiss(PickerResult(()))
        elif isinstance(row, Entry):
            self.dismiss(PickerResult((row.value,)))

    def action_make_own(self) -> None:
        """Make the department under the cursor the user's own; the filter stays as marked."""
        row = self._list.current
        if isinstance(row, Entry) and isinstance(row.value, DepartmentRef):
            self.dismiss(PickerResult(tuple(self._marked), own=row.value))
