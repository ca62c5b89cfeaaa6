"""An .xls, also as Excel 5 wrote it: the visible sheets, each a table, with every cell as it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from plantui.model.problem import DataError

from .content import Content
from .limits import MOST_CELLS
from .old_formulas import formulas_of
from .workbook.book import NamedSheet, book_content
from .workbook.number_format import BUILT_IN
from .workbook.shown import Area, Formula, Place, Sheet, Shown
from .workbook.strings import CellText
from .workbook.styles import CellStyle
from .workbook.values import number_cell, text_cell

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell
    from xlrd.sheet import Sheet as ReadSheet

_FIRST_OWN_FORMAT = 164
"""From this number on a workbook spells its number formats out; before, those of the program's language hold."""
_NUMBERS_ARE_SHARED = 50
"""The first version of the format (5.0) in which numbers of number formats are the same in all workbooks."""
_FILTER = "_FilterDatabase"
"""The name of the area that has a filter."""


def read_old_spreadsheet(content: bytes, *, with_hidden: bool = False) -> Content:
    """All visible sheets in their order; formulas as their last result."""
    from xlrd import XLRDError, open_workbook
    from xlrd.compdoc import CompDocError

    try:
        # What the library remarks would go to standard output, which is the answer's.
        book = open_workbook(
            file_contents=content, formatting_info=True, ragged_rows=True, logfile=StringIO()
        )
    except (XLRDError, CompDocError) as error:
        is_locked = "encrypted" in str(error)
        raise DataError("formats.locked") if is_locked else _damaged(error) from error
    reader = _Reader(book)
    formulas = formulas_of(content)
    sheets = []
    for at, one in enumerate(book.sheets()):
        own = formulas[at] if at < len(formulas) else {}
        sheets.append(NamedSheet(one.name, one.visibility != 0, reader.sheet(one, own)))
    return book_content(sheets, with_hidden=with_hidden)


def _damaged(error: Exception) -> DataError:
    return DataError("formats.damaged", reason=str(error))


@dataclass(slots=True)
class _Reader:
    """Reads the sheets of a workbook."""

    _book: Book
    _cells: int = 0

    def sheet(self, source: ReadSheet, formulas: Mapping[Place, Formula]) -> Sheet:
        """Return a sheet with these formulas. Raises DataError for more cells than are read."""
        sheet = Sheet(filters=self._filters(source))
        for at in range(source.nrows):
            row = self._row(source, at, formulas)
            self._cells += len(row)
            if self._cells > MOST_CELLS:
                raise DataError("formats.too_many_cells", most=f"{MOST_CELLS:,}")
            if row:
                sheet.rows[at + 1] = row
        sheet.hidden_rows = {
            at + 1 for at, row in source.rowinfo_map.items() if row.hidden or row.height == 0
        }
        sheet.hidden_columns = [
            range(at + 1, at + 2) for at, one in source.colinfo_map.items() if one.hidden or one.width == 0
        ]
        sheet.merged = [
            Area(Place(top + 1, left + 1), Place(bottom, right))
            for top, bottom, left, right in source.merged_cells
        ]
        return sheet

    def _row(self, source: ReadSheet, at: int, formulas: Mapping[Place, Formula]) -> dict[int, Shown]:
        runs = source.rich_text_runlist_map
        row = {}
        for column, cell in enumerate(source.row(at), 1):
            shown = self._shown(cell, runs.get((at, column - 1), ()))
            formula = formulas.get(Place(at + 1, column), Formula.NONE)
            if shown is None and formula is Formula.UNSURE:
                shown = Shown("")
            if shown is not None:
                shown.formula = formula
                row[column] = shown
        return row

    def _shown(self, cell: Cell, runs: tuple[tuple[int, int], ...]) -> Shown | None:
        from xlrd import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, XL_CELL_NUMBER, XL_CELL_TEXT
        from xlrd import error_text_from_code as errors

        style = self._style(cell)
        if cell.ctype == XL_CELL_TEXT:
            text = CellText(cell.value)
            return text_cell(
                self._without_struck(cell.value, runs) if runs and not style.is_struck else text, style
            )
        if cell.ctype in (XL_CELL_NUMBER, XL_CELL_DATE):
            return number_cell(cell.value, style, since_1904=self._book.datemode == 1)
        if cell.ctype == XL_CELL_BOOLEAN:
            return text_cell(CellText("TRUE" if cell.value else "FALSE"), style)
        if cell.ctype == XL_CELL_ERROR:
            names: Mapping[int, str] = errors
            return text_cell(CellText(names.get(cell.value, "#N/A")), style)
        return None

    def _style(self, cell: Cell) -> CellStyle:
        form = self._book.xf_list[cell.xf_index]
        number = form.format_key
        own = self._book.format_map.get(number)
        code = own.format_str if own is not None else "General"
        if self._book.biff_version >= _NUMBERS_ARE_SHARED and number < _FIRST_OWN_FORMAT:
            code = BUILT_IN.get(number, code)
        return CellStyle(code, self._is_struck(form.font_index))

    def _is_struck(self, font: int) -> bool:
        return font < len(self._book.font_list) and bool(self._book.font_list[font].struck_out)

    def _without_struck(self, text: str, runs: tuple[tuple[int, int], ...]) -> CellText:
        """Return a text of several fonts; a run begins at a unit of UTF-16."""
        units = text.encode("utf-16-le", "surrogatepass")
        kept: list[bytes] = [units[: runs[0][0] * 2]]
        struck: list[bytes] = []
        ends = [start for start, _ in runs[1:]]
        for (start, font), end in zip(runs, [*ends, len(units)], strict=True):
            (struck if self._is_struck(font) else kept).append(units[start * 2 : end * 2])
        whole = (b"".join(pieces).decode("utf-16-le", "replace") for pieces in (kept, struck))
        return CellText(*whole)

    def _filters(self, source: ReadSheet) -> list[Area]:
        """Return the area of a sheet's filter. Whether anything is chosen in it the library does not say: rows that are
        hidden inside are taken for its work."""
        from xlrd import XLRDError

        found = []
        for name in self._book.name_obj_list:
            if not name.builtin or name.name != _FILTER:
                continue
            try:
                sheet, top, bottom, left, right = name.area2d()
            except XLRDError:
                continue  # a name without an area filters nothing
            if sheet is source:
                found.append(Area(Place(top + 1, left + 1), Place(bottom, right)))
        return found
