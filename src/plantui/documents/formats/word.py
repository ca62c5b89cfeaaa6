"""A .docx: paragraphs and tables in their order, with the numbers that Word prints before them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from plantui.model.problem import DataError

from .content import Builder, Cell, Content, clean
from .numbering import Numbering, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DROPPED = frozenset((f"{W}del", f"{W}moveFrom", f"{_COMPATIBLE}Fallback", f"{W}rPr", f"{W}pPr"))
"""Deleted by a tracked change, or a second form of what stands beside it."""
_TEXT_BOX = f"{W}txbxContent"
_DEEPEST = 200
"""How deep tables and text boxes may nest."""


def read_word(content: bytes) -> Content:
    """The document's body as it is printed; headers, footers and comments are no part of it."""
    from docx import Document
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        document = Document(BytesIO(content))
    except (KeyError, ValueError) as error:
        raise DataError("formats.damaged", reason=str(error)) from error
    parts = {rel.reltype: rel.target_part for rel in document.part.rels.values() if not rel.is_external}
    numbering = parts.get(RELATIONSHIP_TYPE.NUMBERING)
    styles = parts.get(RELATIONSHIP_TYPE.STYLES)
    body = _Body(Numbering.of(getattr(numbering, "element", None), getattr(styles, "element", None)))
    body.read(document.element.body)
    return body.builder.content()


class _Body:
    """Walks through the body once, top to bottom, since numbers are counted in this order."""

    def __init__(self, numbering: Numbering) -> None:
        self.builder = Builder()
        self._numbering = numbering

    def read(self, element: _Element) -> None:
        """Add all paragraphs and tables."""
        for block in _blocks(element):
            if block.tag == f"{W}p":
                for text in self._paragraphs(block, 0):
                    self.builder.line(text)
            elif _is_data(block):
                self.builder.table(self._rows(block, 0))
            else:
                # A table of one column only frames what stands in it.
                for row in _children(block, f"{W}tr"):
                    for cell in _children(row, f"{W}tc"):
                        self.read(cell)

    def _paragraphs(self, paragraph: _Element, depth: int) -> Iterator[str]:
        """The text of a paragraph, then that of the boxes anchored in it."""
        if depth > _DEEPEST:
            raise DataError("formats.too_deep")
        pieces: list[str] = []
        boxes: list[_Element] = []
        _collect(paragraph, pieces, boxes)
        text = "".join(pieces)
        number = self._numbering.number(paragraph) if text.strip() else ""
        yield number + text
        for box in boxes:
            yield from self._texts(box, depth + 1)

    def _texts(self, element: _Element, depth: int) -> Iterator[str]:
        """All text below, a paragraph each, whatever tables it stands in."""
        if depth > _DEEPEST:
            raise DataError("formats.too_deep")
        for block in _blocks(element):
            if block.tag == f"{W}p":
                yield from self._paragraphs(block, depth)
            else:
                for row in _children(block, f"{W}tr"):
                    for cell in _children(row, f"{W}tc"):
                        yield from self._texts(cell, depth + 1)

    def _rows(self, table: _Element, depth: int) -> list[list[Cell]]:
        """The rows of a table; a cell that continues the one above counts for it and not for itself."""
        grid: list[list[_Placed]] = []
        for row in _children(table, f"{W}tr"):
            placed: list[_Placed] = []
            column = _attribute(row, "trPr", "gridBefore")
            for cell in _children(row, f"{W}tc"):
                width = max(1, _attribute(cell, "tcPr", "gridSpan", 1))
                text = "\n".join(part for part in self._texts(cell, depth + 1) if part.strip())
                placed.append(_Placed(column, width, clean(text), _continues(cell)))
                column += width
            grid.append(placed)
        return _merged(grid)


class _Placed:
    """A cell at its column."""

    __slots__ = ("column", "continues", "rows", "text", "width")

    def __init__(self, column: int, width: int, text: str, continues: bool) -> None:
        self.column = column
        self.width = width
        self.text = text
        self.continues = continues
        self.rows = 1


def _merged(grid: list[list[_Placed]]) -> list[list[Cell]]:
    """The cells with how far down they reach; those that only continue one are left out."""
    above: dict[int, _Placed] = {}
    kept: list[list[_Placed]] = []
    for row in grid:
        now: dict[int, _Placed] = {}
        own: list[_Placed] = []
        for cell in row:
            head = above.get(cell.column)
            if cell.continues and head is not None and not cell.text:
                head.rows += 1
                now[cell.column] = head
            else:
                own.append(cell)
                now[cell.column] = cell
        above = now
        kept.append(own)
    return [[Cell(cell.text, cell.width, cell.rows) for cell in row] for row in kept]


def _blocks(element: _Element) -> Iterator[_Element]:
    """Paragraphs and tables, also those inside content controls and tracked insertions, in their order."""
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag not in _DROPPED and child.tag != f"{W}tcPr":
            waiting += reversed(child)


def _children(element: _Element, tag: str) -> Iterator[_Element]:
    """Rows or cells, also those inside content controls."""
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            waiting += reversed(child)


def _collect(paragraph: _Element, pieces: list[str], boxes: list[_Element]) -> None:
    """Gather a paragraph's words into `pieces` and the text boxes in it into `boxes`."""
    waiting = list(reversed(paragraph))
    while waiting:
        child = waiting.pop()
        if child.tag == f"{W}t":
            pieces.append(child.text or "")
        elif child.tag == f"{W}tab":
            pieces.append("\t")
        elif child.tag in (f"{W}br", f"{W}cr"):
            pieces.append("\n")
        elif child.tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif child.tag == _TEXT_BOX:
            boxes.append(child)
        elif child.tag not in _DROPPED:
            waiting += reversed(child)


def _is_data(table: _Element) -> bool:
    """Whether any row has two cells."""
    return any(sum(1 for _ in _children(row, f"{W}tc")) > 1 for row in _children(table, f"{W}tr"))


def _continues(cell: _Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _attribute(element: _Element, properties: str, name: str, default: int = 0) -> int:
    found = element.find(f"{W}{properties}/{W}{name}")
    written = found.get(f"{W}val") if found is not None else None
    return (
        int(written) if written and written.isascii() and written.isdigit() and len(written) < 4 else default
    )
