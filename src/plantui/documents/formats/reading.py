"""Which reader reads which form, and which library it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from plantui.model.problem import UsageError

from ..progress import Watch
from ..source import SourceKind
from .content import Content
from .scan.engine import LIBRARIES
from .sniff import Form


class Reader(NamedTuple):
    """How one form is read."""

    kind: SourceKind
    module: str
    function: str
    libraries: tuple[str, ...] = ()
    """The modules outside the standard library that it imports."""
    is_guarded: bool = True
    """Whether it reads in a process of its own: where a small file can ask for much time or memory."""
    takes_hidden: bool = False
    """Whether it knows hidden parts, and reads them where they are asked for."""
    recognises: bool = False
    """Whether it recognises words in pictures where a watch is given, which hears how far it is: that takes its time."""


READERS: Mapping[Form, Reader] = {
    Form.TEXT: Reader(SourceKind.TEXT, "plain", "read_text", is_guarded=False),
    Form.MARKDOWN: Reader(SourceKind.MARKDOWN, "plain", "read_markdown", is_guarded=False),
    Form.DELIMITED: Reader(SourceKind.TABLE, "plain", "read_delimited", is_guarded=False),
    Form.HTML: Reader(SourceKind.HTML, "web", "read_web", takes_hidden=True),
    Form.WEB_ARCHIVE: Reader(SourceKind.HTML, "web_archive", "read_web_archive", takes_hidden=True),
    Form.DOCX: Reader(SourceKind.DOCX, "word", "read_word", ("lxml",), takes_hidden=True),
    Form.XLSX: Reader(SourceKind.TABLE, "spreadsheet", "read_spreadsheet", ("lxml",), takes_hidden=True),
    Form.XLS: Reader(
        SourceKind.TABLE, "old_spreadsheet", "read_old_spreadsheet", ("xlrd",), takes_hidden=True
    ),
    Form.WORKBOOK_XML: Reader(
        SourceKind.TABLE, "workbook_xml", "read_workbook_xml", ("lxml",), takes_hidden=True
    ),
    Form.ODT: Reader(SourceKind.ODT, "opendocument.text", "read_open_text", ("lxml",)),
    Form.ODS: Reader(
        SourceKind.TABLE, "opendocument.sheets", "read_open_spreadsheet", ("lxml",), takes_hidden=True
    ),
    Form.PDF: Reader(SourceKind.PDF, "pdf", "read_pdf", ("pypdf", "pdfplumber"), recognises=True),
    Form.OFD: Reader(SourceKind.OFD, "ofd.reading", "read_ofd", ("lxml", "pdfplumber"), recognises=True),
    Form.PICTURE: Reader(SourceKind.PDF, "scan.reading", "read_picture", ("pdfplumber",), recognises=True),
}


CONVERTED: Mapping[Form, Form] = {Form.OLD_TEXT: Form.DOCX, Form.OLD_SHEETS: Form.XLSX}
"""Forms that an office program makes into others, which are read: never into .csv, which has the values of one sheet."""


def read_here(
    form: Form, content: bytes, *, with_hidden: bool = False, watch: Watch | None = None
) -> Content:
    """Read in this process, hidden parts too where they are asked for and the form has any. Raises DataError.

    With a watch pages that are pictures are recognised.
    """
    reader = READERS[form]
    function: Callable[..., Content] = getattr(
        import_module(f".{reader.module}", __package__), reader.function
    )
    more: dict[str, bool | Watch] = {"with_hidden": True} if with_hidden and reader.takes_hidden else {}
    if watch is not None and reader.recognises:
        more["watch"] = watch
    return function(content, **more)


def recognises() -> bool:
    """Return whether the libraries are there that recognise words in pictures."""
    return _missing(LIBRARIES) is None


def require_recognition() -> None:
    """Raise UsageError, with what to install, where words in pictures cannot be recognised."""
    if library := _missing(LIBRARIES):
        raise UsageError("formats.recognition_missing", library=library, extra="ocr")


def require_library(form: Form) -> None:
    """Raise UsageError, with what to install, where one of the form's libraries is missing."""
    require_libraries(READERS[form].libraries, form.value)


def require_libraries(libraries: Sequence[str], form: str) -> None:
    """Raise UsageError, with what to install, where one of the libraries is missing that read such a form."""
    if library := _missing(libraries):
        raise UsageError("formats.library_missing", form=form, library=library, extra="import")


def _missing(libraries: Sequence[str]) -> str | None:
    return next((library for library in libraries if find_spec(library) is None), None)
