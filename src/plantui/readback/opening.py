"""Opens a workbook that came back: read in a process of its own, within the bounds of an import."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from plantui.model.problem import Message, PlantuiError

from .workbook import Cell, CellKind, Sheet, SheetRow, Workbook

_Answer = TypeVar("_Answer")


def open_workbook(path: Path) -> Workbook:
    """Read a workbook.

    Raises UsageError for a file that is not there and where the library is missing, DataError for a file that is no
    workbook, is damaged or too large.
    """
    from plantui.documents.formats import read_content, require_bounded
    from plantui.documents.formats.guarded import guarded_answer
    from plantui.documents.formats.reading import require_library
    from plantui.documents.formats.sniff import Form, form_of
    from plantui.model.problem import DataError

    def read() -> Workbook:
        content = read_content(path)
        require_bounded(content)
        if form_of(content, path.name) is not Form.XLSX:
            raise DataError("readback.no_workbook")
        require_library(Form.XLSX)
        answer = guarded_answer("plantui.readback.cells", content)
        return Workbook(
            tuple(
                Sheet(
                    sheet["name"],
                    _rows(sheet["rows"], frozenset(sheet["hidden_rows"])),
                    sheet["is_hidden"],
                    sheet["is_filtered"],
                )
                for sheet in answer["sheets"]
            ),
            sha256(content).hexdigest(),
            answer["properties"],
            {name: (sheet, cell) for name, (sheet, cell) in answer["named"].items()},
        )

    return naming(path, read)


def _rows(
    rows: list[tuple[int, list[tuple[int, tuple[str, str, bool]]]]], hidden: frozenset[int]
) -> list[SheetRow]:
    return [
        SheetRow(
            number,
            {column: Cell(text, CellKind(kind), is_struck) for column, (text, kind, is_struck) in cells},
            number in hidden,
        )
        for number, cells in rows
    ]


def naming(path: Path, read: Callable[[], _Answer]) -> _Answer:
    """Return what `read` gives; its refusals name the file, and say that nothing came of it."""
    try:
        return read()
    except PlantuiError as error:
        reason = Message(error.message, **error.facts, name=path.name)
        raise type(error)("readback.unreadable", path=str(path), reason=reason) from error
