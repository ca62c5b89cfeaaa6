"""The figures that stand in a report that came back, found by their names, their sentences or their places in tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plantui.export.blocks import Figure, Text
from plantui.readback.filled.table import put_together
from plantui.readback.opening import Letter
from plantui.readback.workbook import Workbook

from .expected import PlacedFigure, sentences
from .folding import squeezed

PREFIX = "pt_"
"""The beginning of the names of bookmarks and cells that hold a figure."""
Tables = Sequence[Sequence[Sequence[str]]]
"""Tables as rows of cells."""
_CELL = re.compile(r"([A-Z]+)([0-9]+)")


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """A report as it stands in its file."""

    properties: Mapping[str, str]
    figures: Mapping[str, str]
    """The text of each bookmark or named cell, by the figure's name."""
    paragraphs: Sequence[str] = ()
    tables: Tables = field(default_factory=tuple)
    names_stay: bool = False
    """True where names are those of places, which a sorting does not move: in a workbook."""

    def text(self, figure: PlacedFigure) -> str | None:
        """Return a figure as printed; None where it does not stand there any more.

        A table may have been sorted, which moves no names of cells: the row is the one with the figure's label. Who types
        over a bookmarked figure may take its bookmark away: it is the figure in the same sentence then.
        """
        named = None if self.names_stay and figure.row else self.figures.get(figure.figure.name)
        return named or (self._in_table(figure) if figure.row else self._in_sentence(figure))

    def _in_table(self, figure: PlacedFigure) -> str | None:
        for table in self.tables:
            head = next((row for row in table if figure.column in map(squeezed, row)), None)
            if head is None:
                continue
            column = [*map(squeezed, head)].index(figure.column)
            rows = [row for row in table if figure.row in map(squeezed, row[:2]) and len(row) > column]
            if len(rows) == 1:
                return rows[0][column]
        return None

    def _in_sentence(self, figure: PlacedFigure) -> str | None:
        pattern = _pattern(figure.sentence, figure.figure)
        found = {
            match[1]
            for text in self.paragraphs
            for one in sentences(text)
            if (match := pattern.fullmatch(squeezed(one)))
        }
        return found.pop() if len(found) == 1 else None


def report_in(workbook: Workbook) -> PrintedReport:
    """Return a report that is a workbook: its named cells, and its sheets as tables."""
    tables = []
    places: dict[tuple[str, int, int], str] = {}
    for sheet in workbook.sheets:
        widest = max((max(row.cells) for row in sheet.rows), default=0)
        whole = put_together(sheet.rows)
        tables.append([[row.cell(column).text for column in range(1, widest + 1)] for row in whole])
        for row in sheet.rows:
            places |= {(sheet.name, row.number, column): cell.text for column, cell in row.cells.items()}
    figures: dict[str, str] = {}
    for name, (sheet_name, cell) in workbook.named.items():
        found = _CELL.fullmatch(cell)
        if name.startswith(PREFIX) and found:
            text = places.get((sheet_name, int(found[2]), _column(found[1])), "")
            figures[name.removeprefix(PREFIX)] = text
    return PrintedReport(workbook.properties, figures, tables=tables, names_stay=True)


def report_on(page: Letter) -> PrintedReport:
    """Return a report that is a web page."""
    return PrintedReport(page.properties, page.figures, page.paragraphs, page.tables)


def report_of(letter: Letter) -> PrintedReport:
    """Return a report that is a document of a word processor."""
    figures = {
        name.removeprefix(PREFIX): text for name, text in letter.figures.items() if name.startswith(PREFIX)
    }
    return PrintedReport(letter.properties, figures, letter.paragraphs, letter.tables)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _pattern(sentence: Text, wanted: Figure) -> re.Pattern[str]:
    """Return what a sentence matches in which the figures may be others; the group is the one that is looked for."""
    parts = []
    for piece in sentence:
        if isinstance(piece, str):
            parts.append(re.escape(squeezed(piece)))
        else:
            parts.append("(.{1,20}?)" if piece is wanted else ".{1,20}?")
    return re.compile("".join(parts))


def is_same_figure(printed: str, right: str) -> bool:
    """Return whether two spellings are of one figure: full-width digits, commas between thousands, Chinese numerals."""
    from plantui.documents.formats.numerals import chinese
    from plantui.model.figure import read_figure

    one, other = read_figure(printed), read_figure(right)
    if one is None or other is None:
        digits = squeezed(right)
        if digits.isdecimal() and len(digits) <= 4:
            return squeezed(printed) == chinese(int(digits))
        return squeezed(printed) == squeezed(right)
    if one.unit != other.unit:
        return not one.unit and not other.unit
    decimals = len(right.partition(".")[2].rstrip("%"))
    return one.value == other.value or (decimals > 0 and round(one.value, decimals) == other.value)
