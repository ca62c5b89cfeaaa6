"""Tables as markup: widths by shares, the head repeated on each page, no row broken, a light in colour and word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from plantui.export.light_tints import LIGHT_TINTS
from plantui.model.terms import Light

_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BESIDE, _ABOVE = 40, 20
"""Twips between a cell's text and its lines: at the left and the right, above and below."""


class TableMarkup:
    """The markup of one table with columns of these widths, in twips."""

    def __init__(self, widths: Sequence[int]) -> None:
        self._widths = widths
        self._starts = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>' for width in widths]

    def begin(self, head: str) -> str:
        """Return the beginning of the table with its head, whose cells are given."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        sides = {"top": _ABOVE, "left": _BESIDE, "bottom": _ABOVE, "right": _BESIDE}
        margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides.items())
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(self._widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblBorders>{_LINES}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        )

    def cell(self, column: int, content: str, light: Light | None = None) -> str:
        """Return a cell; `content` are its paragraphs."""
        tint = LIGHT_TINTS.get(light) if light else None
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_hex(tint.ground)}"/>' if tint else ""
        return f'{self._starts[column]}{shade}<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'

    def row(self, cells: Iterable[str], *, may_break: bool = False) -> str:
        """Return a row, which a page breaks only where it may: one that is nearly as long as a page leaves it empty else."""
        whole = "" if may_break else "<w:trPr><w:cantSplit/></w:trPr>"
        return f"<w:tr>{whole}{''.join(cells)}</w:tr>"

    def end(self) -> str:
        """Return the end of the table."""
        return "</w:tbl>"


def ink_of(light: Light | None) -> str:
    """Return the run properties of a text in the colour of a light; empty for none."""
    tint = LIGHT_TINTS.get(light) if light else None
    return f'<w:rPr><w:rFonts w:hint="eastAsia"/><w:color w:val="{_hex(tint.ink)}"/></w:rPr>' if tint else ""


def _hex(colour: str) -> str:
    """Return a colour as the markup has it: `86120D` for `#86120d`."""
    return colour.removeprefix("#").upper()


def widths_of(shares: Sequence[int], width: int) -> list[int]:
    """Return the widths of columns by their shares of the whole width, which they fill exactly."""
    whole = sum(shares)
    edges = [round(width * sum(shares[:at]) / whole) for at in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def head_cells(table: TableMarkup, headings: Iterable[str]) -> Iterator[str]:
    """Yield the cells of a head, shaded; `headings` are their paragraphs."""
    for column, heading in enumerate(headings):
        yield table.cell(column, heading, Light.GREY)
