"""Opens files that came back: read in a process of its own, within the bounds of an import."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeVar

from plantui.documents.formats import read_content, require_bounded
from plantui.documents.formats.guarded import guarded_answer
from plantui.documents.formats.reading import require_library
from plantui.documents.formats.sniff import Form, form_of
from plantui.model.problem import DataError, Message, PlantuiError

from .workbook import Cell, CellKind, Sheet, SheetRow, Workbook

_Answer = TypeVar("_Answer")


class Letter(NamedTuple):
    """A document of a word processor, or a web page, that came back."""

    properties: Mapping[str, str]
    figures: Mapping[str, str]
    """The texts of its bookmarks by their names; of a page those of its figures."""
    paragraphs: Sequence[str]
    tables: Sequence[Sequence[Sequence[str]]]
    """Tables as rows of cells."""


def open_workbook(path: Path) -> Workbook:
    """Read a workbook.

    Raises UsageError for a file that is not there and where the library is missing, DataError for a file that is no
    workbook, is damaged or too large.
    """

    def read() -> Workbook:
        content = _content_of(path, Form.XLSX, "readback.no_workbook")
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


def open_letter(path: Path) -> Letter:
    """Read a .docx. Raises as `open_workbook` does, but needs no library."""
    return _opened(path, Form.DOCX, "readback.no_letter", "plantui.readback.letters")


def open_page(path: Path) -> Letter:
    """Read a web page. Raises as `open_workbook` does, but needs no library."""
    return _opened(path, Form.HTML, "readback.no_page", "plantui.readback.pages")


def _opened(path: Path, form: Form, refusal: str, module: str) -> Letter:
    def read() -> Letter:
        answer = guarded_answer(module, _content_of(path, form, refusal))
        return Letter(answer["properties"], answer["figures"], answer["paragraphs"], answer["tables"])

    return naming(path, read)


def _content_of(path: Path, form: Form, refusal: str) -> bytes:
    """Return what a file holds that is of a form. Raises as `open_workbook` does."""
    content = read_content(path)
    require_bounded(content)
    if form_of(content, path.name) is not form:
        raise DataError(refusal)
    if form == Form.XLSX:
        require_library(Form.XLSX)
    return content


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
