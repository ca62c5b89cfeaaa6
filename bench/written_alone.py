"""Writes content to a file by a library alone: `written_alone.py SUFFIX CONTENT FILE`; the content is pickled.

Each writer does what the library's own introduction does for such content, with as much layout as cells of a ledger need.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any


def _xlsx(rows: Any, file: Path) -> None:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    with Workbook(str(file), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        wrapped = book.add_format({"text_wrap": True, "border": 1})
        day = book.add_format({"num_format": 14, "border": 1})
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, datetime):
                    sheet.write_datetime(at, column, value, day)
                elif isinstance(value, str):
                    sheet.write_string(at, column, value, wrapped)
                else:
                    sheet.write(at, column, value, wrapped)


def _pandas(rows: Any, file: Path) -> None:
    from pandas import DataFrame

    DataFrame(rows).to_excel(file, header=False, index=False)


def _docx(blocks: Any, file: Path) -> None:
    from docx import Document

    document = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=0, cols=len(block[0]), style="Table Grid")
        for row in block:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    document.save(str(file))


def _md(lines: Any, file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        out.writelines(lines)


def _csv(rows: Any, file: Path) -> None:
    import csv

    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)


def _json(objects: Any, file: Path) -> None:
    import json

    with file.open("w", encoding="utf-8", newline="") as out:
        between = "[\n"
        for one in objects:
            out.write(between + json.dumps(one, ensure_ascii=False))
            between = ",\n"
        out.write("\n]\n")


_WRITERS: Mapping[str, Callable[[Any, Path], None]] = {
    "xlsx": _xlsx,
    "pandas.xlsx": _pandas,
    "docx": _docx,
    "head.docx": _docx,
    "some.docx": _docx,
    "md": _md,
    "csv": _csv,
    "json": _json,
}


if __name__ == "__main__":
    _WRITERS[sys.argv[1]](pickle.loads(Path(sys.argv[2]).read_bytes()), Path(sys.argv[3]))
