"""The forms that a summary can be written in, and the form of a submission."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plantui.store.arrivals import SUFFIX
from plantui.words import Words

if TYPE_CHECKING:
    from .csvfile import CutCell
    from .summary import Summary


class Format(Enum):
    """A format of a file that is exported; the value is its name on the command line."""

    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"
    DOCX = "docx"
    HTML = "html"
    ICS = "ics"
    EML = "eml"
    VTODO = "vtodo"
    STRATML = "stratml"
    MSPDI = "mspdi"
    DECIDIM = "decidim"
    IATI = "iati"

    @property
    def suffix(self) -> str:
        """The ending of its files, without the dot: formats of other systems share theirs."""
        return _SUFFIXES.get(self.value, self.value)


_SUFFIXES = {"vtodo": "ics", "stratml": "xml", "mspdi": "xml", "decidim": "csv", "iati": "xml"}
"""The endings that are not the format's name."""


TEXT_FORMATS = (Format.MARKDOWN, Format.CSV, Format.JSON)
"""The formats of the summary, of figures, indicators and the matrix; the others are those of forms."""

EXCHANGE_FORMATS = (Format.STRATML, Format.MSPDI, Format.DECIDIM, Format.IATI)
"""The formats of other systems that hold one plan, declared in `plantui.exchange`."""

OWN_FORMATS = tuple(form for form in Format if form not in (*EXCHANGE_FORMATS, Format.VTODO))
"""The formats that a file's ending tells."""

BINARY_FORMATS = (Format.XLSX, Format.DOCX)
"""The formats that are no text."""


class SubmissionFormat(Enum):
    """The form of a submission, which no summary has; the value is the file's suffix."""

    SUBMISSION = SUFFIX.removeprefix(".")

    @property
    def suffix(self) -> str:
        """The ending of its files, without the dot."""
        return self.value


FileFormat = Format | SubmissionFormat
"""A form of a file that the export dialog writes."""


class ExportFile(NamedTuple):
    """A file to export to, and the form of its text."""

    form: FileFormat
    path: Path


def export(
    summary: Summary, form: Format, words: Words, on_cut: Callable[[CutCell], None] = lambda cell: None
) -> Iterator[str]:
    """Yield the text of the summary in pieces; `writing.save` and `writing.emit` take it from there.

    `form` is one of `TEXT_FORMATS`. `on_cut` is told of every cell that a spreadsheet will cut, while the pieces are made.
    """
    if form is Format.CSV:
        from .csvfile import csv_lines

        return csv_lines(summary, words, on_cut)
    if form is Format.JSON:
        from .jsonfile import json_lines

        return json_lines(summary, words)
    from .markdown import markdown_lines

    return markdown_lines(summary, words)
