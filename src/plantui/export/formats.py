"""The forms that a summary can be written in, and the form of a submission."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from plantui.store.arrivals import SUFFIX
from plantui.words import Words

from .csvfile import CutCell, csv_lines
from .jsonfile import json_lines
from .markdown import markdown_lines
from .summary import Summary


class Format(Enum):
    """A form of the summary; the value is its name on the command line and the file's suffix."""

    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"


class SubmissionFormat(Enum):
    """The form of a submission, which no summary has; the value is the file's suffix."""

    SUBMISSION = SUFFIX.removeprefix(".")


Form = Format | SubmissionFormat
"""A form of a file that the export dialog writes."""


class ExportFile(NamedTuple):
    """A file to export to, and the form of its text."""

    form: Form
    path: Path


_WRITERS: dict[Format, Callable[[Summary, Words], Iterator[str]]] = {
    Format.MARKDOWN: markdown_lines,
    Format.JSON: json_lines,
}


def export(
    summary: Summary, form: Format, words: Words, on_cut: Callable[[CutCell], None] = lambda cell: None
) -> Iterator[str]:
    """Yield the text of the file in pieces; `writing.save` and `writing.emit` take it from there.

    `on_cut` is told of every cell that a spreadsheet will cut, while the pieces are made.
    """
    if form is Format.CSV:
        return csv_lines(summary, words, on_cut)
    return _WRITERS[form](summary, words)
