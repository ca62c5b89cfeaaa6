"""An .xlsx: the visible sheets, each a table, with merged cells and dates as they are shown."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from plantui.model.problem import DataError

from .content import Builder, Cell, Content
from .limits import MOST_CELLS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_RANGE = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']"""
)


def read_spreadsheet(content: bytes) -> Content:
    """All visible sheets in their order; formulas as their last result. Of several each begins with its name, as a row
    of one cell; the name of the only one is the document's caption."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    refuse_wide_merges(content)
    try:
        workbook = load_workbook(BytesIO(content), data_only=True, keep_links=False)
    except (InvalidFileException, KeyError, ValueError) as error:
        raise DataError("formats.damaged", reason=str(error)) from error
    sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    tables = [(sheet.title, _rows(sheet)) for sheet in sheets]
    filled = [(name, rows) for name, rows in tables if any(cell.text.strip() for row in rows for cell in row)]
    builder = Builder()
    for name, rows in filled:
        builder.table([[Cell(name)], *rows] if len(filled) > 1 else rows)
    return builder.content(filled[0][0] if len(filled) == 1 else "")


def refuse_wide_merges(content: bytes) -> None:
    """Merged cells are filled one by one, and a file of a thousand bytes can merge a whole sheet."""
    from zipfile import ZipFile

    from openpyxl.utils import column_index_from_string as column

    covered = 0
    with ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            if not name.startswith("xl/worksheets/") or not name.endswith(".xml"):
                continue
            for left, top, right, bottom in _RANGE.findall(package.read(name)):
                wide = column(right.decode()) - column(left.decode()) + 1
                covered += max(wide, 1) * max(int(bottom) - int(top) + 1, 1)
    if covered > MOST_CELLS:
        raise DataError("formats.too_many_cells", most=f"{MOST_CELLS:,}")


def _rows(sheet: Worksheet) -> list[list[Cell]]:
    from openpyxl.cell.cell import MergedCell

    if sheet.max_row * sheet.max_column > MOST_CELLS:
        raise DataError("formats.too_many_cells", most=f"{MOST_CELLS:,}")
    spans = {
        (merged.min_row, merged.min_col): (merged.size["columns"], merged.size["rows"])
        for merged in sheet.merged_cells.ranges
    }
    rows = []
    for row in sheet.iter_rows():
        cells = []
        for cell in row:
            if isinstance(cell, MergedCell):
                continue  # the cell that covers it stands for it
            columns, depth = spans.get((cell.row, cell.column), (1, 1))
            cells.append(Cell(shown(cell.value, cell.number_format), columns, depth))
        rows.append(cells)
    return rows


def shown(value: Any, number_format: str) -> str:
    """A cell's value in the form in which the sheet shows it, as far as it matters to a reader."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime | date):
        return _shown_date(value, number_format)
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, int | float):
        if "%" in number_format:
            return f"{value * 100:.10g}%"
        return f"{value:.12g}"
    return str(value)


def _shown_date(value: date, number_format: str) -> str:
    pattern = number_format.lower()
    has_day = "d" in pattern.replace("[red]", "")
    if "年" in pattern or "y" not in pattern:
        month = f"{value.year}年{value.month}月"
        return f"{month}{value.day}日" if has_day else month
    return f"{value:%Y-%m-%d}" if has_day else f"{value:%Y-%m}"
