"""The cells of an .xlsx by openpyxl, as JSON: what the process answers that `opening` starts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from plantui.documents.formats.content import clean
from plantui.documents.formats.limits import MOST_CELLS
from plantui.documents.formats.worker import serve
from plantui.model.jsonvalue import Json, JsonObject
from plantui.model.problem import DataError

from .workbook import CellKind

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_RANGE = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']"""
)
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_ESCAPED = re.compile(r"_x(000[0-8BCDEF]|001[0-9A-F])_")
"""Control characters as a workbook writes them; openpyxl leaves them so."""
_SINGLE_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def main() -> None:
    """Answer with the cells of the workbook on standard input."""
    serve(read_cells)


def read_cells(content: bytes) -> JsonObject:
    """Return the sheets, properties and names of a workbook. Raises DataError for a damaged or a too large one."""
    _refuse_wide_merges(content)
    workbook = _load(content, values=True)
    formulas = _load(content, values=False) if _has_formulas(content) else None
    return {
        "sheets": [
            _sheet(sheet, formulas[sheet.title] if formulas else None) for sheet in workbook.worksheets
        ],
        "properties": dict(_properties(workbook)),
        "named": dict(_named(workbook)),
    }


def _refuse_wide_merges(content: bytes) -> None:
    """Refuse merged cells that cover too much: openpyxl fills them one by one, and a thousand bytes can merge a sheet."""
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


def _load(content: bytes, *, values: bool) -> Workbook:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return load_workbook(BytesIO(content), data_only=values, keep_links=False)
    except (InvalidFileException, KeyError, ValueError) as error:
        raise DataError("formats.damaged", reason=str(error)) from error


def _has_formulas(content: bytes) -> bool:
    with ZipFile(BytesIO(content)) as package:
        sheets = (name for name in package.namelist() if name.startswith("xl/worksheets/"))
        return any(_FORMULA.search(package.read(name)) for name in sheets)


def _sheet(sheet: Worksheet, formulas: Worksheet | None) -> JsonObject:
    if sheet.max_row * sheet.max_column > MOST_CELLS:
        raise DataError("formats.too_many_cells", most=f"{MOST_CELLS:,}")
    rows: dict[int, dict[int, Json]] = {}
    for row in sheet.iter_rows():
        for cell in row:
            if (found := _cell(cell, formulas)) is not None:
                rows.setdefault(int(cell.row or 0), {})[int(cell.column or 0)] = found
    for merged in sheet.merged_cells.ranges:
        anchor = rows.get(merged.min_row, {}).get(merged.min_col)
        if anchor is not None:
            for number in range(merged.min_row + 1, merged.max_row + 1):
                rows.setdefault(number, {})[merged.min_col] = anchor
    hidden = [number for number in sorted(rows) if sheet.row_dimensions[number].hidden]
    return {
        "name": sheet.title,
        "is_hidden": sheet.sheet_state != "visible",
        "is_filtered": bool(sheet.auto_filter and sheet.auto_filter.ref),
        "hidden_rows": hidden,
        "rows": [[number, list(cells.items())] for number, cells in sorted(rows.items())],
    }


def _cell(cell: Cell | MergedCell, formulas: Worksheet | None) -> list[Json] | None:
    """Return text, kind and whether it is struck through; None for a cell without content."""
    value = cell.value
    if value is None:
        formula = formulas[cell.coordinate] if formulas is not None else None
        if formula is None or formula.data_type != "f":
            return None
        return [str(getattr(formula.value, "text", formula.value)), CellKind.FORMULA, False]
    text, kind = _shown(value, cell.number_format, cell.data_type)
    if not text.strip():
        return None
    return [text, kind, bool(cell.font and cell.font.strike)]


def _shown(value: object, number_format: str, data_type: str) -> tuple[str, CellKind]:
    if data_type == "e":
        return str(value), CellKind.ERROR
    if isinstance(value, datetime):
        return value.date().isoformat(), CellKind.DAY
    if isinstance(value, date):
        return value.isoformat(), CellKind.DAY
    if isinstance(value, str):
        unescaped = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
        return clean(unescaped), CellKind.TEXT
    if isinstance(value, bool):
        return str(value).upper(), CellKind.TEXT
    if isinstance(value, int | float):
        # The number that was entered, not the one that its number format rounds to.
        if "%" in number_format:
            return f"{value * 100:.10g}%", CellKind.PERCENT
        return f"{value:.12g}", CellKind.NUMBER
    return value.isoformat("minutes") if isinstance(value, time) else str(value), CellKind.TEXT


def _properties(workbook: Workbook) -> Iterator[tuple[str, Json]]:
    """Yield the document properties that the makers of the workbook added."""
    for prop in getattr(workbook, "custom_doc_props", ()):  # not in the library's types
        if prop.name:
            yield prop.name, str(prop.value)


def _named(workbook: Workbook) -> Iterator[tuple[str, Json]]:
    """Yield each name that stands for a single cell, with its sheet and the cell."""
    for name, defined in workbook.defined_names.items():
        for title, reference in defined.destinations:
            if found := _SINGLE_CELL.fullmatch(reference):
                yield name, [title, found[1] + found[2]]
