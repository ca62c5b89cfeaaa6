"""A choice of a few values side by side, of which nothing drops down over the text."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from plantui.model.text import half_width, one_line
from plantui.ui.painting import clip, segment

_MOST_ROWS = 2
_NOTHING = -1
_SIGN = 2
"""Cells at the end of a row for the sign that there are rows above or below."""


class Chooser(Widget, can_focus=True):
    """`1 单位  [2 年度]  3 状态`: brackets mark the chosen one, so that no colour is needed to see it.

    Arrows, digits and clicks choose, and where the options have texts to type, letters do, too. Where there are more
    rows than fit, those around the chosen option are shown, and ↑ or ↓ says that there are others.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Chooser { height: auto; width: 1fr; }
    Chooser > .chooser--chosen { text-style: bold; }
    Chooser:focus { background: $surface-lighten-1; }
    Chooser:focus > .chooser--chosen { text-style: bold reverse; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"chooser--chosen"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "step(-1)", show=False),
        Binding("right,down,space", "step(1)", show=False),
    ]

    chosen: reactive[int] = reactive(0)
    """The place of the option that is chosen, -1 while none is."""

    @dataclass
    class Chosen(Message):
        """Another option was chosen by the user."""

        chooser: Chooser
        index: int

    @dataclass
    class Refused(Message):
        """The user wanted an option that cannot be chosen."""

        chooser: Chooser
        index: int

    def __init__(
        self,
        options: Sequence[str],
        chosen: int | None = 0,
        *,
        id: str | None = None,
        refused: Collection[int] = (),
        typed: Sequence[str] = (),
    ) -> None:
        """Take the options, the one chosen at first, and those that the user cannot choose: arrows go past them.

        With None nothing is chosen until the user does. `typed` are the texts in lower case by which letters find each
        option; without any, letters do nothing.
        """
        super().__init__(id=id)
        self._refused = refused
        self._typed = typed
        self._letters = ""
        """The letters typed since another key was pressed."""
        self._labels = _labels(options)
        self.set_reactive(Chooser.chosen, _NOTHING if chosen is None else chosen)

    def offer(self, options: Sequence[str], chosen: int) -> None:
        """Offer other options, one of them chosen; nobody is told."""
        self._labels = _labels(options)
        self.set_reactive(Chooser.chosen, chosen)
        self.refresh(layout=True)

    def _rows(self, width: int) -> list[list[tuple[int, int]]]:
        """Return the rows of options as (option, first cell)."""
        rows = self._broken(width)
        return rows if len(rows) <= _MOST_ROWS else self._broken(width - _SIGN)

    def _broken(self, width: int) -> list[list[tuple[int, int]]]:
        rows: list[list[tuple[int, int]]] = [[]]
        at = 0
        for option, label in enumerate(self._labels):
            cells = cell_len(label) + 2
            if rows[-1] and at + cells > width:
                rows.append([])
                at = 0
            rows[-1].append((option, at))
            at += cells
        return rows

    def _first_row(self, rows: list[list[tuple[int, int]]]) -> int:
        """Return the first row on the screen: that of the chosen option, or the one that fills the last lines."""
        chosen = next((n for n, row in enumerate(rows) if any(option == self.chosen for option, _ in row)), 0)
        return max(0, min(chosen, len(rows) - _MOST_ROWS))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return min(len(self._rows(width)), _MOST_ROWS)

    def render_line(self, y: int) -> Strip:
        width, style = self.size.width, self.rich_style
        rows = self._rows(width)
        first = self._first_row(rows)
        row = first + y
        if row >= len(rows):
            return Strip.blank(width, style)
        is_cut = len(rows) > _MOST_ROWS
        room = width - _SIGN if is_cut else width
        look = self.get_component_rich_style("chooser--chosen")
        segments = [self._option(option, room, look, style) for option, _ in rows[row]]
        strip = Strip(segments).adjust_cell_length(room, style)
        if not is_cut:
            return strip
        above, below = y == 0 and row > 0, y == _MOST_ROWS - 1 and row < len(rows) - 1
        return Strip([*strip, segment(" ↑" if above else " ↓" if below else "  ", style)])

    def _option(self, option: int, room: int, look: Style, style: Style) -> Segment:
        label = clip(self._labels[option], room - 2)
        return segment(f"[{label}]", look) if option == self.chosen else segment(f" {label} ", style)

    def choose(self, option: int) -> None:
        """Choose as the user does."""
        if option in self._refused and option != self.chosen:
            self.post_message(self.Refused(self, option))
        elif 0 <= option < len(self._labels) and option != self.chosen:
            self.chosen = option
            self.post_message(self.Chosen(self, option))

    def action_step(self, by: int) -> None:
        """Choose the next option, or the one before; behind the last comes the first."""
        start = 0 if self.chosen == _NOTHING and by < 0 else self.chosen
        option = (start + by) % len(self._labels)
        while option in self._refused and option != self.chosen:
            self.post_message(self.Refused(self, option))
            option = (option + by) % len(self._labels)
        self.choose(option)

    def on_key(self, event: events.Key) -> None:
        # An input method delivers １ for 1: the character counts, not the name of the key.
        character = half_width(event.character or "").casefold()
        if character in {"1", "2", "3", "4", "5", "6", "7", "8", "9"}:
            event.stop()
            self.choose(int(character) - 1)
        elif self._typed and character.isalpha():
            event.stop()
            self._find(character)
            return
        self._letters = ""

    def _find(self, letter: str) -> None:
        """Choose the first option with the letters typed so far; where none has them, with the last one alone."""
        for letters in (self._letters + letter, letter):
            found = next((at for at, text in enumerate(self._typed) if letters in text), None)
            if found is not None:
                self._letters = letters
                self.choose(found)
                return
        self._letters = ""

    def on_click(self, event: events.Click) -> None:
        rows = self._rows(self.size.width)
        row = self._first_row(rows) + event.y
        for option, at in rows[row] if row < len(rows) else ():
            if at <= event.x < at + cell_len(self._labels[option]) + 2:
                self.choose(option)


def _labels(options: Sequence[str]) -> list[str]:
    """Return the options with the digits that choose them."""
    return [
        f"{number} {one_line(text)}" if number < 10 else one_line(text)
        for number, text in enumerate(options, 1)
    ]
