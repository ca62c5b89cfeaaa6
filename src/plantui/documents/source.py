"""The document as it was read: one text, cut into lines, with pages where the format has them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from .traced import Span


class SourceKind(StrEnum):
    """The form that a document came in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    OFD = "ofd"
    HTML = "html"
    TABLE = "table"


class TableRow(NamedTuple):
    """One row of a table: its cells, each with the place of its text in the source."""

    cells: tuple[str, ...]
    starts: tuple[int, ...]
    table: int
    """Which table of the document, from 0."""


class MarkKind(StrEnum):
    """What a reader says of a range of a document beyond its words."""

    STRUCK = "struck"  # struck through, no plan text
    HIDDEN = "hidden"  # hidden words, no plan text
    HIDDEN_ROWS = "hidden_rows"
    HIDDEN_COLUMN = "hidden_column"
    HIDDEN_SHEET = "hidden_sheet"
    FILTERED = "filtered"  # rows that a filter hides
    ASLANT = "aslant"  # words across the page, such as a watermark
    NOTE = "note"  # a footnote or an endnote, behind the paragraph that refers to it
    NO_RESULT = "no_result"  # a formula whose result the file does not hold
    CUT_NOUGHT = "cut_nought"  # a number 2025.1 that may have been 2025.10
    EARLY_DAY = "early_day"  # days that were written in another time zone
    PICTURE = "picture"  # a picture that may show text
    SCANNED_PAGE = "scanned_page"  # a page that is a picture, of which nothing was read
    RECOGNISED = "recognised"  # a page whose words were recognised in its picture
    UNREAD_LINE = "unread_line"  # ink of a scan in which no words were recognised
    UNSURE = "unsure"  # a line that was recognised with a low score
    MENDED = "mended"  # a sign that was recognised as another, and was put right
    ATTACHMENT = "attachment"  # the attachment of a mail that was read in the place of the mail's own text
    EQUATIONS = "equations"  # formulas that an office program has converted
    LOST_EQUATIONS = "lost_equations"  # formulas that it has not
    NOT_READ = "not_read"  # shown on the page, but in no form that is read


LEFT_OUT = frozenset(
    {
        MarkKind.STRUCK,
        MarkKind.HIDDEN,
        MarkKind.HIDDEN_ROWS,
        MarkKind.HIDDEN_COLUMN,
        MarkKind.HIDDEN_SHEET,
        MarkKind.FILTERED,
        MarkKind.ASLANT,
    }
)
"""Kinds of marks whose words are not in the text."""


class Mark(NamedTuple):
    """What a reader says of a range: its place in the text, empty where the words were left out."""

    kind: MarkKind
    span: Span
    words: str = ""
    """The words that were left out, or what is to be said of the place."""
    where: str = ""
    """The cell, rows, column or sheet, where the format has them: `B7`; of rows that a filter hides their number."""


class Selection(NamedTuple):
    """What of a document is to be read, where it leaves a choice."""

    with_hidden: bool = False
    """Whether hidden rows, columns and sheets are read like the others."""
    attachment: str = ""
    """The attachment of a mail that is the document: its name, or a part of it that no other has."""


AS_SHOWN = Selection()
"""What a program shows of a document by itself."""


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
    marks: tuple[Mark, ...] = ()
    """What the reader says of places, in their order."""
    selection: Selection = AS_SHOWN
    """What was read of the document, where it left a choice."""
    line_starts: tuple[int, ...] = field(default=())
    caption: str = ""
    """What the file calls the whole document outside its text: the name of the only sheet."""

    @property
    def key(self) -> str:
        """The checksum of what was read: that of the file, and of the choice where it leaves one."""
        if self.selection == AS_SHOWN:
            return self.sha256
        chosen = f"{self.sha256}\0{self.selection.with_hidden}\0{self.selection.attachment}"
        return sha256(chosen.encode("utf-8", "surrogatepass")).hexdigest()

    def line_of(self, offset: int) -> int:
        """The line of a character, from 1."""
        return bisect_right(self.line_starts, offset)

    def cell_of(self, offset: int) -> Span | None:
        """The range of the table's cell in which a character stands; None where it stands in none."""
        # A cell that reaches down counts for the rows below it too, so a row's own cells are its last ones.
        row = bisect_left(
            self.rows, offset, key=lambda row: max(map(int.__add__, row.starts, map(len, row.cells))) - 1
        )
        for start, text in (
            zip(self.rows[row].starts, self.rows[row].cells, strict=True) if row < len(self.rows) else ()
        ):
            if start <= offset < start + len(text):
                return Span(start, start + len(text))
        return None

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
    marks: tuple[Mark, ...] = (),
    selection: Selection = AS_SHOWN,
) -> Source:
    """A source with its lines found."""
    starts = [0]
    for at, char in enumerate(text):
        if char == "\n":
            starts.append(at + 1)
    return Source(name, sha256, kind, text, page_starts, rows, marks, selection, tuple(starts), caption)
