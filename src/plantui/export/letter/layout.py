"""A document of blocks laid out as the body of a letter, as markup in pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from plantui.export.blocks import (
    Block,
    Chart,
    Document,
    Figure,
    Heading,
    Paragraph,
    Table,
    TableCell,
    TableColumn,
    Text,
)
from plantui.model.terms import Language

from .markup import bookmarked, paragraph, run
from .paper import Paper
from .styles import StyleName
from .table import TableMarkup, head_cells, ink_of, widths_of

BOOKMARK = "pt_"
"""The beginning of the names of bookmarks around figures; the figure's name follows."""
_SHORT = 8
"""Rows of a table that stays on one page."""
_STAYS = "<w:keepNext/>"
"""Keeps a paragraph on the page of the next one."""
_LONGEST_BAR = 20
"""Signs of the longest bar of a chart."""


class Layout:
    """Lays blocks out on a paper."""

    def __init__(self, paper: Paper, language: Language) -> None:
        self._paper = paper
        self._is_chinese = language is Language.ZH
        self._numbers = count(paper.first_bookmark)

    def document(self, document: Document) -> Iterator[str]:
        """Yield a whole document: title, addressee, blocks, signature, notes."""
        yield self._line(StyleName.TITLE, document.title)
        if document.subtitle:
            yield self._line(StyleName.SUBTITLE, document.subtitle)
        if document.addressee:
            yield self._line(StyleName.ADDRESSEE, document.addressee)
        yield from self.blocks(document.blocks)
        yield from self.signature(document.signature)
        yield from self.notes(document.notes)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield blocks."""
        for block in blocks:
            if isinstance(block, Heading):
                yield self._line(heading_style(block), block.text)
            elif isinstance(block, Paragraph):
                yield self._paragraph(paragraph_style(block), self._runs(block.text))
            elif isinstance(block, Table):
                yield from self._table(block)
            else:
                yield from self._table(as_table(block))

    def signature(self, lines: Sequence[str]) -> Iterator[str]:
        """Yield the lines of the signature, which stay together."""
        styled = signature_lines(lines)
        for at, (style, line) in enumerate(styled, 1):
            yield self._line(style, line, stays=at < len(styled))

    def notes(self, lines: Sequence[str]) -> Iterator[str]:
        """Yield the small lines at the end."""
        for style, line in note_lines(lines):
            yield self._line(style, line)

    def _line(self, style: StyleName, text: str, *, stays: bool = False) -> str:
        return self._paragraph(style, self._run(text), stays=stays)

    def _paragraph(self, style: StyleName, runs: str, *, stays: bool = False) -> str:
        properties = f"{_STAYS if stays else ''}{self._paper.fixed.get(style, '')}"
        return paragraph(self._paper.styles[style], runs, properties)

    def _run(self, text: str, properties: str = "") -> str:
        return run(text, is_chinese=self._is_chinese, properties=properties)

    def _runs(self, text: Text, properties: str = "") -> str:
        return "".join(
            bookmarked(self._run(piece.text, properties), f"{BOOKMARK}{piece.name}", next(self._numbers))
            if isinstance(piece, Figure)
            else self._run(piece, properties)
            for piece in text
        )

    def _table(self, table: Table) -> Iterator[str]:
        markup = TableMarkup(widths_of([column.share for column in table.columns], self._paper.width))
        yield self._line(StyleName.CAPTION, table.title)
        headings = (
            self._paragraph(StyleName.TABLE_HEADING, self._run(column.heading)) for column in table.columns
        )
        heads = head_cells(markup, headings)
        yield markup.begin("".join(heads))
        last = len(table.rows)
        for number, row in enumerate(table.rows, 1):
            stays = number < last <= _SHORT
            yield markup.row(
                self._cell(markup, at, column, cell, stays=stays)
                for at, (column, cell) in enumerate(zip(table.columns, row, strict=True))
            )
        yield markup.end()

    def _cell(
        self, markup: TableMarkup, at: int, column: TableColumn, cell: TableCell, *, stays: bool
    ) -> str:
        style = StyleName.TABLE_FIGURE if column.is_figure else StyleName.TABLE_TEXT
        runs = self._runs(cell.text, ink_of(cell.light))
        return markup.cell(at, self._paragraph(style, runs, stays=stays), cell.light)


def heading_style(heading: Heading) -> StyleName:
    """Return the style of a heading."""
    return StyleName.HEADING_1 if heading.level == 1 else StyleName.HEADING_2


def paragraph_style(block: Paragraph) -> StyleName:
    """Return the style of a paragraph."""
    return StyleName.NOTE if block.is_note else StyleName.BODY


def signature_lines(lines: Sequence[str]) -> list[tuple[StyleName, str]]:
    """Return the lines of a signature below an empty one; nothing for none."""
    return [(StyleName.BODY, ""), *((StyleName.SIGNATURE, line) for line in lines)] if lines else []


def note_lines(lines: Sequence[str]) -> list[tuple[StyleName, str]]:
    """Return the small lines at a document's end below an empty one; nothing for none."""
    return [(StyleName.NOTE, line) for line in ("", *lines)] if lines else []


def as_table(chart: Chart) -> Table:
    """Return a chart as a table, its bars as rows of signs."""
    longest = max((bar.value for bar in chart.bars), default=0) or 1
    columns = [TableColumn("", 30), TableColumn("", 50), TableColumn("", 20, is_figure=True)]
    rows = [
        [
            TableCell((bar.label,), bar.light),
            TableCell(("█" * round(bar.value / longest * _LONGEST_BAR),)),
            TableCell((bar.text,)),
        ]
        for bar in chart.bars
    ]
    return Table(chart.title, columns, rows)
