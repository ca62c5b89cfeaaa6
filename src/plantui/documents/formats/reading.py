"""Which reader reads which form, and which library it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from plantui.model.problem import UsageError

from ..source import SourceKind
from .content import Content
from .sniff import Form


@dataclass(frozen=True, slots=True)
class Reader:
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


READERS: Mapping[Form, Reader] = {
    Form.TEXT: Reader(SourceKind.TEXT, "plain", "read_text", is_guarded=False),
    Form.MARKDOWN: Reader(SourceKind.MARKDOWN, "plain", "read_markdown", is_guarded=False),
    Form.DELIMITED: Reader(SourceKind.TABLE, "plain", "read_delimited", is_guarded=False),
    Form.HTML: Reader(SourceKind.HTML, "web", "read_web"),
    Form.DOCX: Reader(SourceKind.DOCX, "word", "read_word", ("docx",)),
    Form.XLSX: Reader(SourceKind.TABLE, "spreadsheet", "read_spreadsheet", ("lxml",), takes_hidden=True),
    Form.XLS: Reader(
        SourceKind.TABLE, "old_spreadsheet", "read_old_spreadsheet", ("xlrd",), takes_hidden=True
    ),
    Form.PDF: Reader(SourceKind.PDF, "pdf", "read_pdf", ("pypdf", "pdfplumber")),
    Form.OFD: Reader(SourceKind.OFD, "ofd.reading", "read_ofd", ("lxml", "pdfplumber")),
}


def read_here(form: Form, content: bytes, *, with_hidden: bool = False) -> Content:
    """Read in this process, hidden parts too where they are asked for and the form has any. Raises DataError."""
    reader = READERS[form]
    function: Callable[..., Content] = getattr(
        import_module(f".{reader.module}", __package__), reader.function
    )
    return function(content, with_hidden=True) if with_hidden and reader.takes_hidden else function(content)


def require_library(form: Form) -> None:
    """Raise UsageError, with what to install, where one of the form's libraries is missing."""
    for library in READERS[form].libraries:
        if find_spec(library) is None:
            raise UsageError("formats.library_missing", form=form.value, library=library)
