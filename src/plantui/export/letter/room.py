"""The room on a page, counted in lines before any word processor lays it out: rather too little than too much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plantui.export.blocks import Block, Chart, Document, Heading, Paragraph, Table, plain
from plantui.export.wrapping import wrap
from plantui.model.terms import Language

from .layout import as_table, heading_style, note_lines, paragraph_style, signature_lines
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
        above = (
            (StyleName.TITLE, document.title),
            (StyleName.SUBTITLE, document.subtitle),
            (StyleName.ADDRESSEE, document.addressee),
        )
        below = (*signature_lines(document.signature), *note_lines(document.notes))
        return (
            sum(self._line(style, text) for style, text in above if text)
            + sum(self._block(block) for block in document.blocks)
            + sum(self._line(style, text) for style, text in below)
        )

    def _block(self, block: Block) -> float:
        if isinstance(block, Heading):
            return self._line(heading_style(block), block.text)
        if isinstance(block, Paragraph):
            return self._line(paragraph_style(block), plain(block.text))
        return self._table(as_table(block) if isinstance(block, Chart) else block)

    def _line(self, name: StyleName, text: str, width: int | None = None) -> float:
        """Return the height of a paragraph, be it empty, with the room around it."""
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
                self._line(StyleName.TABLE_TEXT, plain(cell.text), width)
                for cell, width in zip(row, widths, strict=True)
            ]
            height += max(cells, default=0) + _ROW
        return height


def letter_room(language: Language) -> PageRoom:
    """Return the room on the one page of a summary."""
    return PageRoom(styles_of(language, is_compact=True), *page_room())
