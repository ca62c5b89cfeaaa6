"""A choice of a few values on one line, chosen with Left and Right, a digit, or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Chooser(Widget, can_focus=True):
    """`1 单位  [2 年度]  3 状态`: brackets mark the chosen one, so that no colour is needed to see it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Chooser { height: 1; width: 1fr; }
    Chooser:focus { text-style: bold; color: $text-accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        *(Binding(str(digit), f"pick({digit - 1})", show=False) for digit in range(1, 10)),
    ]

    chosen: reactive[int] = reactive(0)

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

        index: int

    def __init__(self, names: Sequence[str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = names

    def _parts(self) -> list[str]:
        numbered = (f"{number} {name}" for number, name in enumerate(self._names, 1))
        return [f"[{text}]" if i == self.chosen else f" {text} " for i, text in enumerate(numbered)]

    def render(self) -> Text:
        return Text(" ".join(self._parts()), no_wrap=True)

    def watch_chosen(self, old: int, new: int) -> None:
        if self.is_attached and old != new:
            self.post_message(self.Changed(new))

    def action_step(self, by: int) -> None:
        self.chosen = (self.chosen + by) % len(self._names)

    def action_pick(self, index: int) -> None:
        if index < len(self._names):
            self.chosen = index

    def on_click(self, event: events.Click) -> None:
        end = 0
        for index, part in enumerate(self._parts()):
            end += cell_len(part) + 1
            if event.x < end:
                self.chosen = index
                return
