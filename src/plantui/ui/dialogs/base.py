"""The frame of every dialog: a title line, the body, a status line, and the keys on the last line."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from plantui.export.wrapping import wrap
from plantui.model.text import one_line
from plantui.ui.commands import key_name
from plantui.ui.fullwidth import twin_key
from plantui.ui.modal import GuardedModal
from plantui.words import Words

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True)
class Hint:
    """Keys that the last line shows, and the catalogue key of what they do."""

    keys: tuple[str, ...]
    title_key: str
    title: str = ""
    """The name of what they do where the catalogue has none, such as a form's title."""

    def text(self, words: Words) -> str:
        """The keys and their meaning: `↑↓ 选择`."""
        names = [key_name(key) for key in self.keys]
        joined = "".join(names) if all(len(name) == 1 for name in names) else "/".join(names)
        return f"{joined} {self.title or words(self.title_key)}"


def field_label(text: str, width: int) -> Static:
    """Return the label before a field, as wide as those of the fields around it."""
    label = Static(text, classes="label", markup=False)
    label.styles.width = width
    return label


class Dialog(GuardedModal[ResultT]):
    """A modal screen with a typed result; Esc cancels and gives None."""

    # The background is opaque, because Textual drops a Chinese character that the edge of an overlay cuts
    # in two (#6357). There are no borders, because a terminal may give their characters two cells.
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background; }
    Dialog > #frame {
        width: 90%; min-width: 80; max-width: 100%;
        height: 90%; min-height: 24; max-height: 100%;
        background: $surface;
    }
    Dialog #title, Dialog #keys { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    Dialog #status { height: auto; min-height: 1; max-height: 4; padding: 0 1; }
    Dialog #title { background: $primary-darken-2; color: auto 95%; text-style: bold; }
    Dialog #keys { background: $panel; color: $text-muted; }
    Dialog #status { color: $foreground; text-style: bold; }
    Dialog RowList { background: $surface; width: 100%; height: 1fr; }
    Dialog LinesView { width: 100%; height: 1fr; scrollbar-gutter: stable; }
    Dialog Input { background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]
    HINTS: ClassVar[tuple[Hint, ...]] = ()

    def __init__(self, words: Words, heading: str) -> None:
        super().__init__()
        self.words = words
        self._heading = heading

    @abstractmethod
    def body(self) -> ComposeResult:
        """Yield the widgets between the title and the status line."""

    def hints(self) -> tuple[Hint, ...]:
        """The keys that the last line shows now."""
        return self.HINTS

    def compose(self) -> ComposeResult:
        with Vertical(id="frame"):
            yield Static(one_line(self._heading), id="title", markup=False)
            yield from self.body()
            yield Static("", id="status", markup=False)
            yield Static(self._keys_line, id="keys", markup=False)

    @property
    def _keys_line(self) -> str:
        return "  ".join(hint.text(self.words) for hint in self.hints())

    def show_hints(self) -> None:
        """Show the keys anew, where others do something now."""
        self.query_one("#keys", Static).update(self._keys_line)

    def say(self, sentence: str) -> None:
        """Show one sentence above the keys, over several lines where it takes them; none for an empty text."""
        status = self.query_one("#status", Static)
        width = max(2, (status.content_size.width or self.app.size.width - 2))
        status.update("\n".join(wrap(one_line(sentence), width)))

    def action_cancel(self) -> None:
        self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """A full-width key that no field has taken acts like its half-width twin."""
        twin = twin_key(event.character)
        if twin:
            event.stop()
            # From the app, since a key sent by this screen would not bubble beyond it to the bindings.
            self.app.call_later(self.app.simulate_key, twin)
