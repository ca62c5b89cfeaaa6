"""The document, wrapped to the pane, with the place of the current field marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.strip import Strip

from plantui.documents.source import Source
from plantui.documents.traced import Span
from plantui.model.text import visible
from plantui.ui.widgets.painted import Painted, PaintedScroll
from plantui.ui.wrapping import wrap_spans

_GUTTER = 7
"""Cells for the line's number and the mark."""
_GUTTER_FROM = 40


class SourceView(PaintedScroll, can_focus=True):
    """Shows a document without its empty lines, each with its number. What is marked also has ▸ before its lines."""

    DEFAULT_CSS = "SourceView { background: $surface; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll_lines(1)", show=False),
        Binding("up", "scroll_lines(-1)", show=False),
        Binding("pagedown", "scroll_pages(1)", show=False),
        Binding("pageup", "scroll_pages(-1)", show=False),
        Binding("home", "scroll_lines(-1000000000)", show=False),
        Binding("end", "scroll_lines(1000000000)", show=False),
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

    @property
    def marked(self) -> tuple[str, ...]:
        """The words that are marked."""
        return tuple(self._text[span.start : span.end] for span in self._marks)

    def mark(self, spans: Sequence[Span], around: Sequence[Span] = ()) -> None:
        """Mark places, and less strongly the sentences around them; the first comes into view."""
        self._marks, self._around = sorted(spans, key=lambda span: span.start), around
        self._show_mark()
        self.refresh()

    def _show_mark(self) -> None:
        if not self._marks or not self._lines:
            return
        first = self._line_at(self._marks[0].start)
        height, top = max(1, self.size.height), self.scroll_offset.y
        last = self._line_at(max(self._marks[0].start, self._marks[0].end - 1))
        if not top <= first < top + height or not last < top + height:
            self.scroll_to(0, max(0, first - height // 3), animate=False, immediate=True)

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

    def render_line(self, y: int) -> Strip:
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        return self.strip(self._painted(index) if index < len(self._lines) else (), width)

    def _painted(self, index: int) -> Painted:
        start, end = self._lines[index]
        is_marked = any(span.start < end and start < span.end for span in self._marks)
        number = self._source.line_of(start)
        before = self._source.line_of(self._lines[index - 1][0]) if index else 0
        label = f"{number:>4}" if self._gutter == _GUTTER and number != before else ""
        gutter = label.rjust(self._gutter - 2) + ("▸" if is_marked else " ")
        return [(gutter.ljust(self._gutter), "accent" if is_marked else "muted"), *self._pieces(start, end)]

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
        return "accent" if any(span.start <= at < span.end for span in self._around) else ""

    def action_scroll_lines(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)

    def action_scroll_pages(self, pages: int) -> None:
        self.action_scroll_lines(pages * max(1, self.size.height - 1))
