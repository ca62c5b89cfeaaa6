"""A field of several lines for the texts of a note."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import DocumentNavigator

from plantui.ui.painting import segment
from plantui.ui.widgets.painted import SCROLLBAR_CSS

from .controls import decode_controls, encode_controls, visible_controls
from .wrapped_note import WrappedNote


class NoteText(TextArea):
    """Edits plain text of any length and content; what is not touched comes out as it went in.

    A key costs the same in a paragraph of 20,000 characters as in a short one; see `WrappedNote`.
    """

    DEFAULT_CSS = f"""
    NoteText {{ border: none; padding: 0 1; {SCROLLBAR_CSS} }}
    NoteText:focus {{ border: none; background: $surface-lighten-1; }}
    NoteText .text-area--cursor-line {{ background: transparent; }}
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+home", "to_start", show=False),
        Binding("ctrl+end", "to_end", show=False),
    ]

    def __init__(self, text: str, *, id: str) -> None:
        super().__init__(encode_controls(text), id=id, highlight_cursor_line=False)
        # A blinking cursor is a timer that paints where an input method is composing.
        self.cursor_blink = False

    def on_mount(self) -> None:
        # Whoever opens a text writes on at its end.
        self.move_cursor(self.document.end)

    @property
    def value(self) -> str:
        """The text as it is to be stored."""
        return decode_controls(self.text)

    def load(self, text: str) -> None:
        """Begin anew with this text: nothing to undo."""
        self.load_text(encode_controls(text))
        self.move_cursor(self.document.end)

    def put(self, text: str) -> None:
        """Put this text in place of what is there, as one step that undo takes back."""
        self.history.checkpoint()
        self.replace(
            encode_controls(text), self.document.start, self.document.end, maintain_selection_offset=False
        )
        self.history.checkpoint()

    def action_to_start(self) -> None:
        """Go to the first character of the text."""
        self.move_cursor(self.document.start)

    def action_to_end(self) -> None:
        """Go behind the last character of the text."""
        self.move_cursor(self.document.end)

    def find_matching_bracket(self, bracket: str, search_from: tuple[int, int]) -> tuple[int, int] | None:
        """Match no brackets: the search may read a whole long note at each key."""
        return None

    def _set_document(self, text: str, language: str | None) -> None:
        # No public way to give a text area another view of its text; tests/test_foreign_insides.py looks after it.
        super()._set_document(text, language)
        self.wrapped_document = WrappedNote(self.document)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._rewrap_and_refresh_virtual_size()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()  # the framework would put it in as it came
        # Terminals send CR for a line end; tabs and controls that were copied along are kept, encoded.
        text = event.text.replace("\r\n", "\n").replace("\r", "\n")
        edit = self.replace(encode_controls(text), *self.selection, maintain_selection_offset=False)
        self.move_cursor(edit.end_location)

    def render_line(self, y: int) -> Strip:
        """Draw a visible line. The framework's way asks for the whole text each time."""
        width, base = self.size.width, self.rich_style
        wrapped = self.wrapped_document
        assert isinstance(wrapped, WrappedNote)
        found = wrapped.screen_line(y + self.scroll_offset.y)
        if found is None:
            return Strip.blank(width, base)
        row, start, text, is_last = found
        first, last = sorted(self.selection)
        marked = (
            start if first[0] < row else first[1] if first[0] == row else start + len(text),
            start + len(text) if last[0] > row else last[1] if last[0] == row else start,
        )
        cursor = self.selection.end[1] if self.has_focus and self.selection.end[0] == row else -1
        segments = self._segments(visible_controls(text) + " " * is_last, start, marked, cursor, base)
        return Strip(segments).adjust_cell_length(width, base)

    def _segments(
        self, text: str, start: int, marked: tuple[int, int], cursor: int, base: Style
    ) -> list[Segment]:
        """The pieces of a line that look different: text, selection, cursor."""
        end = start + len(text)
        cuts = sorted({min(max(place, start), end) for place in (start, *marked, cursor, cursor + 1, end)})
        segments = []
        for a, b in pairwise(cuts):
            style = base
            if marked[0] <= a < marked[1]:
                style += self.get_component_rich_style("text-area--selection")
            if a == cursor:
                style += self.get_component_rich_style("text-area--cursor")
            segments.append(segment(text[a - start : b - start], style))
        return segments
