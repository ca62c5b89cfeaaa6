"""The room on a page, counted in lines before any word processor lays it out: rather too little than too much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plantui.export.blocks import Chart, Document, Heading, Paragraph, Table, plain
from plantui.export.wrapping import wrap
from plantui.model.terms import Language

from .layout import as_table
from .markup import printable
from .styles import POINT, Style, StyleName, styles_of
from .table import widths_of
from .template import page_room

_SPARE = 0.93
"""The part of a line's width that is counted on: fonts and breaks differ a little from one word processor to another."""
_SPARE_LINE = 0.97
"""The part of the page's height that is counted on."""
_CELL = 40 * 2 + 10
"""Twips of a cell's width that are no text."""
_ROW = 20 * 2 + 10
"""Twips of a row's height that are no text."""


class PageRoom:
    """The room on a page of a size, in twips."""

    def __init__(self, styles: Iterable[Style], width: int, height: int) -> None:
        self._styles: Mapping[StyleName, Style] = {style.name: style for style in styles}
        self._width, self._height = width, height

    def fits(self, document: Document) -> bool:
        """Return whether a document has room on one page."""
        return self.used(document) <= self._height * _SPARE_LINE

    def used(self, document: Document) -> float:
        """Return the height that a document takes, in twips."""
        height = self._line(StyleName.TITLE, document.title) + self._line(
            StyleName.SUBTITLE, document.subtitle
        )
        height += self._line(StyleName.ADDRESSEE, document.addressee)
        for block in document.blocks:
            if isinstance(block, Heading):
                height += self._line(
                    StyleName.HEADING_1 if block.level == 1 else StyleName.HEADING_2, block.text
                )
            elif isinstance(block, Paragraph):
                height += self._line(StyleName.NOTE if block.is_note else StyleName.BODY, plain(block.text))
            else:
                height += self._table(as_table(block) if isinstance(block, Chart) else block)
        for line in document.signature:
            height += self._line(StyleName.SIGNATURE, line)
        return height + sum(self._line(StyleName.NOTE, line) for line in document.notes)

    def _line(self, name: StyleName, text: str, width: int | None = None) -> float:
        """Return the height of a paragraph with the room around it; none for an empty text."""
        if not text:
            return 0
        style = self._styles[name]
        lines = self._lines(style, text, self._width if width is None else width)
        return (lines * style.line + style.before + style.after) * POINT

    def _lines(self, style: Style, text: str, width: int) -> int:
        cells = max(int(width * _SPARE / POINT / style.size * 2), 2)
        indent = " " * (style.indent * 2)
        return len(wrap(indent + printable(text).replace("\t", "    "), cells))

    def _table(self, table: Table) -> float:
        widths = [
            width - _CELL for width in widths_of([column.share for column in table.columns], self._width)
        ]
        height = self._line(StyleName.CAPTION, table.title)
        headings = zip((column.heading for column in table.columns), widths, strict=True)
        heads = [self._line(StyleName.TABLE_HEADING, heading, width) for heading, width in headings]
        height += max(heads, default=0) + _ROW
        for row in table.rows:
            cells = [
                self._line(StyleName.TABLE_TEXT, plain(cell.text) or " ", width)
                for cell, width in zip(row, widths, strict=True)
            ]
            height += max(cells, default=0) + _ROW
        return height


def letter_room(language: Language) -> PageRoom:
    """Return the room on the one page of a summary."""
    return PageRoom(styles_of(language, is_compact=True), *page_room())
