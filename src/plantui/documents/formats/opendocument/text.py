"""An .odt: paragraphs, lists and tables in their order, as the page shows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plantui.model.problem import DataError

from ..content import Builder, Cell, Content
from ..limits import MOST_CELLS
from ..texts import Text, add_line, row_texts, said_of
from .list_numbers import Counted, ListNumbers
from .paragraph import ParagraphReader
from .parts import DRAW, TABLE, TEXT, opened, repeated
from .styles import PLAIN, Look, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_ITEMS = (f"{TEXT}list-item", f"{TEXT}list-header")
_CONTAINERS = frozenset(
    f"{TEXT}{name}"
    for name in (
        "section", "index-body", "index-title", "table-of-content", "alphabetical-index", "illustration-index",
        "table-index", "object-index", "user-index", "bibliography",
    )
)  # fmt: skip
_GROUPS = frozenset(f"{TABLE}table-{name}" for name in ("header-rows", "rows", "row-group"))
_HIDDEN = Look(hidden=True)
_DEEPEST = 100
"""How deep tables, lists and text boxes may nest."""


def read_open_text(content: bytes) -> Content:
    """The document's body as it is shown; headers, footers and remarks are no part of it.

    A footnote follows the paragraph that refers to it. What is struck through or hidden is left out and said.
    """
    document = opened(content, "text")
    styles = Styles(document.styles)
    body = _Body(ParagraphReader(document, styles), ListNumbers(styles))
    body.read(document.body)
    return body.builder.content()


class _Body:
    """Walks through the body once, top to bottom, since numbers are counted in this order."""

    def __init__(self, paragraphs: ParagraphReader, numbers: ListNumbers) -> None:
        self.builder = Builder()
        self._paragraphs = paragraphs
        self._numbers = numbers
        self._cells = 0

    def read(self, element: _Element, around: Look = PLAIN) -> None:
        """Add all paragraphs and tables."""
        for block, look in _blocks(element, around):
            if block.tag != f"{TABLE}table":
                for text in self._block_texts(block, look, 0):
                    add_line(self.builder, text)
            elif _is_data(block):
                self.builder.table([self._row(row, look) for row in _rows(block)])
            else:
                # A table of one column only frames what stands in it.
                for row in _rows(block):
                    for cell in row.iterchildren(f"{TABLE}table-cell"):
                        self.read(cell, look)

    def _block_texts(self, block: _Element, look: Look, depth: int) -> Iterator[Text]:
        if depth > _DEEPEST:
            raise DataError("formats.too_deep")
        if block.tag in _PARAGRAPHS:
            number = self._numbers.heading(block) if _is_filled(block) else ""
            yield from self._paragraph(block, number, look, depth)
        elif block.tag == f"{TEXT}list":
            yield from self._list(block, self._numbers.begin(block), 1, look, depth + 1)
        elif block.tag == f"{TABLE}table":
            for row in _rows(block):
                cells = row.iterchildren(f"{TABLE}table-cell")
                yield from row_texts([[*self._texts(cell, look, depth + 1)] for cell in cells])
        else:
            yield from self._texts(block, look, depth + 1)

    def _texts(self, element: _Element, look: Look, depth: int) -> Iterator[Text]:
        """All text below, a paragraph each, whatever lists and tables it stands in."""
        for block, inside in _blocks(element, look):
            yield from self._block_texts(block, inside, depth)

    def _list(
        self, element: _Element, counted: Counted, level: int, look: Look, depth: int
    ) -> Iterator[Text]:
        if depth > _DEEPEST:
            raise DataError("formats.too_deep")
        for item in element.iterchildren(*_ITEMS):
            is_counted = item.tag == f"{TEXT}list-item"
            for block, inside in _blocks(item, look):
                if block.tag == f"{TEXT}list":
                    yield from self._list(block, counted, level + 1, inside, depth + 1)
                elif block.tag in _PARAGRAPHS:
                    is_first = is_counted and _is_filled(block)
                    start = item.get(f"{TEXT}start-value")
                    number = self._numbers.item(counted, level, start) if is_first else ""
                    is_counted = False
                    yield from self._paragraph(block, number, inside, depth)
                else:
                    yield from self._block_texts(block, inside, depth + 1)

    def _paragraph(self, block: _Element, number: str, look: Look, depth: int) -> Iterator[Text]:
        """The text of a paragraph, then that of the boxes anchored in it and of the notes that it refers to."""
        found = self._paragraphs.read(block, look)
        yield Text(number + found.text if found.text.strip() else found.text, tuple(found.remarks))
        for box in found.boxes:
            yield from self._texts(box, PLAIN, depth + 1)
        for note in found.notes:
            for text in self._texts(note, PLAIN, depth + 1):
                yield text.as_note

    def _row(self, row: _Element, look: Look) -> list[Cell]:
        cells = []
        for cell in row.iterchildren(f"{TABLE}table-cell"):
            texts = [*self._texts(cell, look, 1)]
            words = "\n".join(text.words for text in texts if text.words.strip())
            wide, deep = repeated(cell, "number-columns-spanned"), repeated(cell, "number-rows-spanned")
            times = repeated(cell, "number-columns-repeated")
            self._cells += times * wide
            if self._cells > MOST_CELLS:
                raise DataError("formats.too_many_cells", most=f"{MOST_CELLS:,}")
            cells += [Cell(words, wide, deep, said_of(texts))] * times
        return cells


def _blocks(element: _Element, look: Look) -> Iterator[tuple[_Element, Look]]:
    """Yield paragraphs, lists, tables and drawings, also those inside sections and indexes, in their order, each with the
    look of what it stands in."""
    waiting = [(child, look) for child in reversed(element)]
    while waiting:
        child, look = waiting.pop()
        tag = child.tag
        if tag in _PARAGRAPHS or tag in (f"{TEXT}list", f"{TABLE}table"):
            yield child, look
        elif tag in _CONTAINERS or (isinstance(tag, str) and tag.startswith(DRAW)):
            if child.get(f"{TEXT}display") == "none" or child.get(f"{TEXT}is-hidden") == "true":
                look = _HIDDEN
            waiting += [(one, look) for one in reversed(child)]


def _is_filled(block: _Element) -> bool:
    return any(str(text).strip() for text in block.itertext())


def _rows(table: _Element) -> Iterator[_Element]:
    waiting = list(reversed(table))
    while waiting:
        child = waiting.pop()
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in _GROUPS:
            waiting += reversed(child)


def _is_data(table: _Element) -> bool:
    """Whether any row has two cells."""
    return any(sum(1 for _ in row.iterchildren(f"{TABLE}table-cell")) > 1 for row in _rows(table))
