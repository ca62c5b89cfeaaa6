"""Room on the one page of a summary for leaders: how high a document becomes on paper, by the style of that page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from plantui.export.blocks import Chart, Document, Heading, Paragraph, Table, plain
from plantui.export.wrapping import wrap
from plantui.model.terms import Language

_WIDTH, _HEIGHT = 170 / 25.4 * 72, 261 / 25.4 * 72
"""The room between the margins of `Paper.ONE_PAGE`, in points."""
_USED = 0.96
"""Share of the height that may be filled: fonts differ."""
_CELL = {Language.ZH: 0.53, Language.EN: 0.58}
"""Width of a cell as a share of the size of type. Latin letters are wider than half a han in many fonts."""


class TypeStyle(NamedTuple):
    """A kind of paragraph, in points."""

    size: float
    line: float
    around: float
    """The room above and below together."""
    indent: int = 0
    """Cells by which its first line is indented."""


TITLE = TypeStyle(16, 22, 4)
SUBTITLE = TypeStyle(10.5, 16, 6)
BODY = TypeStyle(10.5, 16, 3, 4)
NOTE = TypeStyle(8, 11, 2)
HEADING = TypeStyle(12, 18, 8)
CAPTION = TypeStyle(9, 13, 6)
CELL = TypeStyle(9, 12, 5)
_BESIDE = 8
"""Room beside the text of a cell."""


def one_page_style() -> str:
    """Return the style rules of the page on paper: the lines that `PageRoom` counts on."""
    kinds = {
        "h1": TITLE,
        ".subtitle": SUBTITLE,
        ".body,.addressee,.signature": BODY,
        ".note": NOTE,
        "h2,h3": HEADING,
    }
    rules = [
        _rule(name, style, f"margin:{style.around / 2}pt 0")
        for names, style in kinds.items()
        for name in names.split(",")
    ]
    rules.append(_rule("caption", CAPTION, f"padding:{CAPTION.around / 2}pt 0"))
    rules += [_rule(name, CELL, f"padding:{(CELL.around - 1) / 2}pt 3pt") for name in ("td", "th")]
    rules += [".one-page table{table-layout:fixed}", ".one-page main+footer{margin-top:0}"]
    return "@media print{\n" + "\n".join(rules) + "\n}\n"


def _rule(name: str, style: TypeStyle, more: str) -> str:
    return f".one-page {name}{{font-size:{style.size}pt;line-height:{style.line}pt;{more}}}"


@dataclass(frozen=True, slots=True)
class PageRoom:
    """The room on one page in a language."""

    language: Language

    def fits(self, document: Document) -> bool:
        """Return whether the document has room on one page."""
        return self.used(document) <= _HEIGHT * _USED

    def used(self, document: Document) -> float:
        """Return the height of the document in points."""
        height = self._paragraph(TITLE, document.title) + self._paragraph(SUBTITLE, document.subtitle)
        height += self._paragraph(BODY, document.addressee)
        for block in document.blocks:
            match block:
                case Heading():
                    height += self._paragraph(HEADING, block.text)
                case Paragraph():
                    height += self._paragraph(NOTE if block.is_note else BODY, plain(block.text))
                case Table():
                    height += self._table(block)
                case Chart():
                    raise ValueError("no chart has room on one page")
        height += sum(self._paragraph(BODY, line) for line in document.signature)
        return height + sum(self._paragraph(NOTE, line) for line in document.notes)

    def _paragraph(self, style: TypeStyle, text: str) -> float:
        """Return the height of a paragraph; none without a text."""
        if not text:
            return 0
        return self._lines(style, text, _WIDTH) * style.line + style.around

    def _lines(self, style: TypeStyle, text: str, width: float) -> int:
        cells = max(int(width / style.size / _CELL[self.language]), 2)
        return len(wrap(" " * style.indent + text, cells))

    def _table(self, table: Table) -> float:
        whole = sum(column.share for column in table.columns) or 1
        widths = [column.share / whole * _WIDTH - _BESIDE for column in table.columns]
        rows = [[column.heading for column in table.columns]]
        rows += [[plain(cell.text) for cell in row] for row in table.rows]
        height = self._paragraph(CAPTION, table.title)
        for row in rows:
            lines = (self._lines(CELL, text, width) for text, width in zip(row, widths, strict=True))
            height += max(lines, default=1) * CELL.line + CELL.around
        return height
