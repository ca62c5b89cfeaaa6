"""Writes .xls files, as programs of offices do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import xlwt

from .document_files import saved


def xls_of(
    rows: Sequence[Sequence[object]],
    change: Callable[[xlwt.Workbook, xlwt.Worksheet], None] = lambda book, sheet: None,
    *,
    since_1904: bool = False,
) -> bytes:
    """Return a workbook of one sheet, with a change made to it before it is saved."""
    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = since_1904
    sheet = book.add_sheet("任务分解表", cell_overwrite_ok=True)
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(at, column, value)
    change(book, sheet)
    return saved(book)


def styled(style: str = "", code: str = "General") -> xlwt.XFStyle:
    """Return a style of a cell: xlwt's own words for a font, and a number format."""
    return xlwt.easyxf(style, num_format_str=code)
