"""The document as it was read: one text, cut into lines, with pages where the format has them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum


class SourceKind(StrEnum):
    """The form that a document came in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: its cells, each with the place of its text in the source."""

    cells: tuple[str, ...]
    starts: tuple[int, ...]
    table: int
    """Which table of the document, from 0."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document's text with line ends as `\\n`. Offsets count characters of `text`."""

    name: str
    sha256: str
    kind: SourceKind
    text: str
    page_starts: tuple[int, ...] = ()
    """Where each page begins, empty where the format has no pages."""
    rows: tuple[TableRow, ...] = ()
    """The rows of all tables; their cells also stand in `text`, one to a line."""
    line_starts: tuple[int, ...] = field(default=())
    caption: str = ""
    """What the file calls the whole document outside its text: the name of the only sheet."""

    def line_of(self, offset: int) -> int:
        """The line of a character, from 1."""
        return bisect_right(self.line_starts, offset)

    def page_of(self, offset: int) -> int | None:
        """The page of a character, from 1."""
        return bisect_right(self.page_starts, offset) or None if self.page_starts else None


def source_of(
    name: str,
    sha256: str,
    kind: SourceKind,
    text: str,
    page_starts: tuple[int, ...] = (),
    rows: tuple[TableRow, ...] = (),
    caption: str = "",
) -> Source:
    """A source with its lines found."""
    starts = [0]
    for at, char in enumerate(text):
        if char == "\n":
            starts.append(at + 1)
    return Source(name, sha256, kind, text, page_starts, rows, tuple(starts), caption)
