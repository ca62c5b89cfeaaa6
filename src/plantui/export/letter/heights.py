"""The heights of paragraphs and tables in markup, counted in lines before any word processor lays them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import inf

from docx.oxml.ns import qn
from lxml import etree

from plantui.export.wrapping import wrap

from .shapes import ParagraphShape, Shapes, shape_of
from .styles import POINT

_SPARE = 0.93
"""The part of a line's width that is counted on: fonts and breaks differ a little from one word processor to another."""
_SPARE_IN_CELLS = 0.85
"""The part of a cell's width that is counted on: of so few characters a wider figure or two makes another line."""
_LINE = 10
"""Twips of the line around a cell."""
_USUAL_BESIDE = 108
"""Twips between a cell's text and its lines at the left and the right, where a table says nothing."""
_EMU = 635
"""Lengths of drawings in a twip."""
_MARKUP_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PASSED_OVER = frozenset(
    (
        *(qn(tag) for tag in ("w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr")),
        f"{{{_MARKUP_COMPATIBILITY}}}Fallback",
    )
)
"""Elements in a paragraph that are no text, or the same once more for older programs."""
_HEIGHT_OF_SHAPE = re.compile(r"(?:^|;)\s*height:\s*(\d+(?:\.\d+)?)pt")


class Heights:
    """Counts the heights of markup, in twips: rather too much than too little."""

    def __init__(self, shapes: Shapes) -> None:
        """Count by the styles of a document."""
        self._shapes = shapes

    def of(self, elements: Iterable[etree._Element], width: float) -> float:
        """Return the height of elements one below the other, in a column of a width; infinite where a page ends in them."""
        height = 0.0
        for element in elements:
            match element.tag:
                case Tag.PARAGRAPH:
                    height += self._paragraph(element, width)
                case Tag.TABLE:
                    height += self._table(element, width)
                case Tag.CONTROL:
                    height += self.of(element.iterchildren(Tag.CONTROL_CONTENT), width)
                case Tag.CONTROL_CONTENT:
                    height += self.of(element, width)
        return height

    def _paragraph(self, element: etree._Element, width: float) -> float:
        around = self._shapes.properties(element)
        shapes = [shape_of(around)]
        of_runs = (self._shapes.of_run(run, around) for run in element.iter(qn("w:r")))
        shapes += [shape_of(properties) for properties in of_runs if properties is not around]
        shape, drawn = max(shapes, key=lambda one: one.line), [*_drawings(element)]
        text = "".join(_texts(element))
        if "\f" in text or (shape.begins_page and element.getprevious() is not None):
            return inf
        size = max(one.size for one in shapes)
        lines = _lines(shape, size, text, width)
        return (lines * shape.line + shape.before + shape.after) * POINT + sum(drawn)

    def _table(self, table: etree._Element, width: float) -> float:
        columns = [
            _length(column, "w:w") for column in table.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
        ]
        margins = table.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}")
        beside = sum(
            _margin(margins, names, _USUAL_BESIDE) for names in (("left", "start"), ("right", "end"))
        )
        above = sum(_margin(margins, (side,), 0) for side in ("top", "bottom"))
        height = 0.0
        for row in table.iterchildren(qn("w:tr")):
            cells, at = [0.0], 0
            for cell in row.iterchildren(qn("w:tc")):
                span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                wide = 1 if span is None else int(_length(span, "w:val")) or 1
                room = sum(columns[at : at + wide]) or width
                at += wide
                counted = (room - beside - _LINE) * _SPARE_IN_CELLS / _SPARE
                cells.append(self.of(cell, counted) + above + _LINE)
            height += _row_height(row, max(cells))
        return height


class Tag:
    """Tags of what stands in a body one below the other."""

    PARAGRAPH = qn("w:p")
    TABLE = qn("w:tbl")
    CONTROL = qn("w:sdt")
    CONTROL_CONTENT = qn("w:sdtContent")


def _lines(shape: ParagraphShape, size: float, text: str, width: float) -> int:
    """Return the number of lines of a text in type of a size."""
    cells = max(int((width - shape.beside * POINT) * _SPARE / POINT / size * 2), 2)
    return len(wrap(" " * round(shape.first / size * 2) + text, cells))


def _texts(element: etree._Element) -> Iterator[str]:
    """Yield the text of a paragraph in pieces, the end of a page in it as a form feed; floating boxes are no part of it."""
    for child in element:
        if child.tag in _PASSED_OVER or child.tag in (qn("w:drawing"), qn("w:pict"), qn("w:object")):
            continue
        match child.tag:
            case _Text.TEXT:
                yield child.text or ""
            case _Text.TAB:
                yield "    "
            case _Text.BREAK:
                yield "\n" if child.get(qn("w:type")) in (None, "textWrapping") else "\f"
            case _Text.RETURN:
                yield "\n"
            case _:
                yield from _texts(child)


class _Text:
    """Tags of the text in a run."""

    TEXT = qn("w:t")
    TAB = qn("w:tab")
    BREAK = qn("w:br")
    RETURN = qn("w:cr")


def _drawings(element: etree._Element) -> Iterator[float]:
    """Yield the heights of pictures that stand in a line, or keep text above and below themselves."""
    for child in element:
        if child.tag in _PASSED_OVER:
            continue
        if child.tag in (qn("wp:inline"), qn("wp:anchor")):
            floats = child.tag == qn("wp:anchor") and child.find(qn("wp:wrapTopAndBottom")) is None
            extent = child.find(qn("wp:extent"))
            if not floats and extent is not None:
                yield float(extent.get("cy") or 0) / _EMU
        elif child.get("style") and (found := _HEIGHT_OF_SHAPE.search(str(child.get("style")))):
            yield float(found[1]) * POINT
        else:
            yield from _drawings(child)


def _row_height(row: etree._Element, content: float) -> float:
    """Return the height of a row of a table by what it says and by its content."""
    said = row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
    if said is None:
        return content
    height = _length(said, "w:val")
    return height if said.get(qn("w:hRule")) == "exact" else max(height, content)


def _margin(margins: etree._Element | None, names: tuple[str, ...], usual: float) -> float:
    for name in names if margins is not None else ():
        found = margins.find(qn(f"w:{name}")) if margins is not None else None
        if found is not None:
            return _length(found, "w:w")
    return usual


def _length(element: etree._Element, name: str) -> float:
    """Return a length of an element in twips; 0 where it says none."""
    try:
        return float(element.get(qn(name)) or 0)
    except ValueError:
        return 0
