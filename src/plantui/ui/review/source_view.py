"""The document, wrapped to the pane, with the place of the current field marked, and a cursor that chooses lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.strip import Strip

from plantui.documents.source import Source
from plantui.documents.traced import Span
from plantui.export.wrapping import wrap_spans
from plantui.model.text import visible
from plantui.ui.widgets.painted import Painted, PaintedScroll

_GUTTER = 7
"""Cells for the line's number and the mark."""
_GUTTER_FROM = 40
_FAR = 1_000_000_000


class SourceView(PaintedScroll, can_focus=True):
    """Shows a document without its empty lines, each with its number. What is marked also has ▸ before its lines, what is
    chosen ┃. The cursor stands on a line as it is shown; chosen are whole lines of the document."""

    DEFAULT_CSS = "SourceView { background: $surface; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("shift+down", "extend(1)", show=False),
        Binding("shift+up", "extend(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", f"move(-{_FAR})", show=False),
        Binding("end", f"move({_FAR})", show=False),
    ]

    def __init__(self, source: Source, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._source = source
        self._text = visible(source.text.replace("\t", " ").replace("\r", " "))
        self._lines: list[tuple[int, int]] = []
        self._starts: list[int] = []
        self._width = 0
        self._marks: Sequence[Span] = ()
        self._around: Sequence[Span] = ()
        self._at = 0
        """The character at the start of the cursor's line: the lines change with the width."""
        self._anchor: int | None = None
        """A character of the line where the chosen range begins."""

    # -- what is marked --------------------------------------------------------------------------------------

    @property
    def marked(self) -> tuple[str, ...]:
        """The words that are marked."""
        return tuple(self._text[span.start : span.end] for span in self._marks)

    def mark(self, spans: Sequence[Span], around: Sequence[Span] = ()) -> None:
        """Mark places, and less strongly the sentences around them; the first comes into view, under the cursor."""
        self._marks, self._around = sorted(spans, key=lambda span: span.start), around
        self._anchor = None
        if self._marks:
            self._at = self._marks[0].start
        self._show_mark()
        self.refresh()

    def _show_mark(self) -> None:
        if self._marks:
            self._show(self._marks[0])

    def _show(self, span: Span) -> None:
        if not self._lines:
            return
        first = self._line_at(span.start)
        height, top = max(1, self.size.height), self.scroll_offset.y
        last = self._line_at(max(span.start, span.end - 1))
        if not top <= first < top + height or not last < top + height:
            self.scroll_to(0, max(0, first - height // 3), animate=False, immediate=True)

    # -- what is chosen --------------------------------------------------------------------------------------

    @property
    def chosen(self) -> Span:
        """Whole lines of the document: from the start of the range to the cursor, else the cursor's own."""
        low, high = sorted((self._at, self._at if self._anchor is None else self._anchor))
        text = self._source.text
        end = text.find("\n", high)
        return Span(text.rfind("\n", 0, low) + 1, end if end >= 0 else len(text))

    def choose(self, span: Span) -> None:
        """Choose the lines of a range."""
        self._anchor, self._at = span.start, max(span.start, span.end - 1)
        self._show(span)
        self.refresh()

    def toggle_anchor(self) -> int | None:
        """Begin a range at the cursor, or forget it: the number of its line, None where it is forgotten."""
        self._anchor = self._at if self._anchor is None else None
        self.refresh()
        return None if self._anchor is None else self._source.line_of(self._anchor)

    def forget_anchor(self) -> None:
        """Only the cursor's line is chosen."""
        self._anchor = None
        self.refresh()

    def action_move(self, lines: int) -> None:
        self._go_to(self._line_at(self._at) + lines)

    def action_extend(self, lines: int) -> None:
        if self._anchor is None:
            self._anchor = self._at
        self.action_move(lines)

    def action_page(self, pages: int) -> None:
        self.action_move(pages * max(1, self.size.height - 1))

    def _go_to(self, index: int) -> None:
        if not self._lines:
            return
        index = max(0, min(len(self._lines) - 1, index))
        self._at = self._starts[index]
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if not top <= index < top + height:
            wanted = index if index < top else index - height + 1
            self.scroll_to(y=wanted, animate=False, immediate=True)
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._anchor = None
        self._go_to(event.y + self.scroll_offset.y)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        index = event.y + self.scroll_offset.y
        if self.app.mouse_captured is self and index != self._line_at(self._at):
            self._anchor = self._at if self._anchor is None else self._anchor
            self._go_to(index)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self.release_mouse()

    # -- painting --------------------------------------------------------------------------------------------

    def _line_at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    @property
    def _gutter(self) -> int:
        return _GUTTER if self._width >= _GUTTER_FROM else 2

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if width and width != self._width:
            self._width = width
            spans = wrap_spans(self._text, width - self._gutter - 1)
            self._lines = [(start, end) for start, end in spans if self._text[start:end].strip()]
            self._starts = [start for start, _ in self._lines]
            self.virtual_size = Size(width, len(self._lines))
            self.refresh()

    def on_resize(self) -> None:
        self._lay_out()
        self.call_after_refresh(self._show_mark)  # only then does the view know how far it can scroll

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if index >= len(self._lines):
            return self.strip((), width)
        is_cursor = self.has_focus and index == self._line_at(self._at)
        return self.strip(self._painted(index), width, "cursor" if is_cursor else "")

    def _painted(self, index: int) -> Painted:
        start, end = self._lines[index]
        is_marked = any(span.start < end and start < span.end for span in self._marks)
        chosen = self.chosen if self.has_focus else Span(0, 0)
        is_chosen = chosen.start < end and start < chosen.end
        number = self._source.line_of(start)
        before = self._source.line_of(self._lines[index - 1][0]) if index else 0
        label = f"{number:>4}" if self._gutter == _GUTTER and number != before else ""
        gutter = label.rjust(self._gutter - 2) + ("┃" if is_chosen else "▸" if is_marked else " ")
        look = "head" if is_marked or is_chosen else "muted"
        return [(gutter.ljust(self._gutter), look), *self._pieces(start, end)]

    def _pieces(self, start: int, end: int) -> list[tuple[str, str]]:
        """A line cut where a mark or its sentence begins or ends."""
        edges = {start, end}
        for span in (*self._marks, *self._around):
            edges |= {at for at in (span.start, span.end) if start < at < end}
        cuts = sorted(edges)
        return [(self._text[low:high], self._look(low)) for low, high in pairwise(cuts)]

    def _look(self, at: int) -> str:
        if any(span.start <= at < span.end for span in self._marks):
            return "chip"
        return "mark" if any(span.start <= at < span.end for span in self._around) else ""
