"""The one-line bars around the list: what is shown, the filter, a message, the keys."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from plantui.export.wrapping import wrap
from plantui.model.text import one_line
from plantui.query.filter import Choice, Facet
from plantui.ui.commands import Command
from plantui.ui.looks import look_style
from plantui.ui.painting import clip, fit, segment

from .painted import Painted

_MOST_LINES = 3
"""Lines that a message, or the choices of the filter, may take; of the choices what does not fit is counted."""


class TextBar(Widget):
    """A line of plain text, with some at its right end."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TextBar { height: 1; padding: 0 1; }
    TextBar#top { background: $panel; color: $foreground; text-style: bold; }
    TextBar#status { background: $surface; color: $text-muted; }
    TextBar#status.said { color: $foreground; text-style: bold; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._left = ""
        self._right: Painted = ()

    @property
    def text(self) -> str:
        """The text of the bar."""
        return f"{self._left} {''.join(text for text, _ in self._right)}".strip()

    def say(self, left: str, right: Painted = ()) -> None:
        """Show this line; where room is short `left` is cut."""
        parts = one_line(left), right
        if parts != (self._left, self._right):
            self._left, self._right = parts
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width, style, variables = self.content_size.width, self.rich_style, self.app.theme_variables
        right = [segment(text, look_style(name, variables, style)) for text, name in self._right]
        room = width - sum(piece.cell_length for piece in right) - (1 if right else 0)
        line = segment(fit(self._left, room) + (" " if right else ""), style)
        return Strip([line, *right]).adjust_cell_length(width, style)


class StatusBar(TextBar):
    """Status line: what was said last, until the cursor moves on; then what the user is to be reminded of.

    A message has as many lines as it takes, up to `_MOST_LINES`: one that ends in … has not been said.
    """

    DEFAULT_CSS = "StatusBar { height: auto; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.message = ""
        """Sentence said last, empty once it is over."""
        self._notice = ""
        self._told_at = 0
        self._lines = 1

    def tell(self, message: str, cursor: int) -> None:
        """Say something about the row under the cursor."""
        self.message, self._told_at = message, cursor
        self._show()

    def clear(self) -> None:
        """Take back what was said."""
        self.message = ""
        self._show()

    def moved_to(self, cursor: int) -> None:
        """Take back what was said of another row: it is no longer about what the user sees."""
        if cursor != self._told_at and self.message:
            self.clear()

    def remind(self, notice: str) -> None:
        """Say this whenever there is nothing else to say."""
        self._notice = notice
        self._show()

    def _show(self) -> None:
        text = self.message or self._notice
        self.set_class(bool(text), "said")
        self.say(text)
        self._fit_height()

    def on_resize(self) -> None:
        """Give the message the lines that it takes in another width."""
        self._fit_height()

    def _wrapped(self, width: int) -> list[str]:
        lines = wrap(one_line(self.message), width)
        return [*lines[: _MOST_LINES - 1], clip(" ".join(lines[_MOST_LINES - 1 :]), width)][: len(lines)]

    def _fit_height(self) -> None:
        lines = len(self._wrapped(width)) if self.message and (width := self.content_size.width) else 1
        if lines != self._lines:
            self._lines = lines
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._lines

    def render_line(self, y: int) -> Strip:
        if self._lines == 1 or not self.message:
            return super().render_line(y)
        width, lines = self.content_size.width, self._wrapped(self.content_size.width)
        return Strip([segment(fit(lines[y] if y < len(lines) else "", width), self.rich_style)])


class Chip(NamedTuple):
    """An active choice of the filter."""

    facet: Facet
    value: Choice
    text: str


class FilterBar(Widget):
    """The active choices; a click on one takes it out."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    FilterBar { height: 1; padding: 0 1; background: $surface; color: $text-muted; }
    """

    @dataclass(eq=False, repr=False)
    class Removed(Message):
        """A choice is to be taken out of the filter."""

        facet: Facet
        value: Choice

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._chips: Sequence[Chip] = ()
        self._empty = ""

    @property
    def text(self) -> str:
        """The text of the bar."""
        return "  ".join(chip.text for chip in self._chips) or self._empty

    def show(self, chips: Sequence[Chip], empty: str) -> None:
        """Show these choices, or a sentence where there are none."""
        self._chips, self._empty = chips, empty
        self._lay_out()
        self.refresh()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        """Take as many lines as the choices need, so that each is seen and can be taken out."""
        self.styles.height = max(1, min(len(self._lines()), _MOST_LINES))

    def _lines(self) -> list[list[tuple[int, int, Chip]]]:
        """Return the lines of choices, each with the cells at which it begins and ends."""
        width = self.content_size.width or self.app.size.width - 2
        lines: list[list[tuple[int, int, Chip]]] = [[]]
        at = 0
        for chip in self._chips:
            cells = cell_len(_label(chip, width))
            if lines[-1] and at + cells > width:
                lines.append([])
                at = 0
            lines[-1].append((at, at + cells, chip))
            at += cells + 1
        return lines

    def render_line(self, y: int) -> Strip:
        width, style = self.content_size.width, self.rich_style
        if not self._chips:
            return Strip([segment(clip(self._empty, width), style)]).adjust_cell_length(width, style)
        look = look_style("chip", self.app.theme_variables, style)
        lines = self._lines()
        segments: list[Segment] = []
        for _, _, chip in lines[y] if y < len(lines) else ():
            segments += [segment(_label(chip, width), look), segment(" ", style)]
        line = Strip(segments).adjust_cell_length(width, style)
        if y == _MOST_LINES - 1 and len(lines) > _MOST_LINES:
            rest = f" …+{sum(len(hidden) for hidden in lines[_MOST_LINES:])}"
            line = Strip([*line.crop(0, width - len(rest)), segment(rest, style)])
        return line

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset_capture(self)
        lines = self._lines()
        for low, high, chip in lines[place.y] if 0 <= place.y < len(lines) else ():
            if low <= place.x < high:
                self.post_message(self.Removed(chip.facet, chip.value))


def _label(chip: Chip, width: int) -> str:
    return f" {clip(one_line(chip.text), width - 4)} x "


class KeyBar(Widget):
    """The keys that matter here; a click does what the key does."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar { height: 1; background: $panel; color: $foreground; }
    """

    @dataclass(eq=False, repr=False)
    class Pressed(Message):
        """A command was clicked."""

        command: Command

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._items: Sequence[tuple[Command, str]] = ()
        self._idle: Collection[Command] = ()

    @property
    def offered(self) -> str:
        """The keys and names of the commands that fit and do something here."""
        return "  ".join(
            f"{command.key_names[0]} {title}"
            for _, command, title in self._cells()
            if command not in self._idle
        )

    def show(self, items: Sequence[tuple[Command, str]], idle: Collection[Command] = ()) -> None:
        """Show these commands with their names; those that do nothing here are dimmed in their places."""
        if (items, idle) != (self._items, self._idle):
            self._items, self._idle = items, idle
            self.refresh()

    def room(self) -> int:
        """Return the cells that the commands have."""
        return self.content_size.width

    def looks(self, command: Command) -> tuple[str, str]:
        """Return the looks of a command's key and name."""
        return ("muted", "muted") if command in self._idle else ("key", "")

    def _cells(self) -> list[tuple[int, Command, str]]:
        """Return the commands that fit, each with the cell at which it ends."""
        cells: list[tuple[int, Command, str]] = []
        at, room = 0, self.room()
        for command, title in self._items:
            at += cell_len(f" {command.key_names[0]} {title} ")
            if at <= room:
                cells.append((at, command, title))
        return cells

    def render_line(self, y: int) -> Strip:
        width, style, variables = self.content_size.width, self.rich_style, self.app.theme_variables
        segments: list[Segment] = []
        for _, command, title in self._cells():
            key_look, title_look = self.looks(command)
            segments.append(segment(f" {command.key_names[0]}", look_style(key_look, variables, style)))
            segments.append(segment(f" {title} ", look_style(title_look, variables, style)))
        return Strip(segments).adjust_cell_length(width, style)

    def on_click(self, event: events.Click) -> None:
        for end, command, _ in self._cells():
            if event.x < end:
                self.post_message(self.Pressed(command))
                return
