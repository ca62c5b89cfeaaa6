"""Tables set in columns with blanks, as a PDF's text is printed: what stands below a column's name belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantui.documents.field_kind import FieldKind
from plantui.documents.normalize.furniture import is_page_number
from plantui.documents.normalize.lines import cells_of
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .groups import is_group, is_note
from .heads import Head
from .table import Found, Row, TableLine, TableText

_PIECE = compiled(r"(?:[^\s\u3000]|[ ](?=[^\s\u3000]))+")
_NUMBER = compiled(r"^[（(]?(?:\d{1,3}(?:\.\d{1,2})?|[①-⑳])[)）).．、]?$")
_NEAR = 5
"""Lines in which a head comes below a page number."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between wide gaps, and the column of the page where they begin."""

    text: TracedText
    column: int


def pieces_of(line: TableLine) -> list[Piece]:
    """Return what stands between gaps of two blanks or a wide one, each with its place in half-width characters."""
    text = line.text
    return [
        Piece(text[match.start() : match.end()], cells_of(text.text[: match.start()]))
        for match in _PIECE.finditer(text.text)
    ]


@rule(Stage.TABLES)
def aligned_table(text: TableText, at: int) -> Found | None:
    """Below a line in which wide gaps part the names of columns, every piece of a line belongs to the column under whose
    name it stands. A line without a number (in a table without numbers: without a time limit, or without its first cell)
    goes on with the cells of the line above. The head may come again on every page, with page numbers before it."""
    head = _head(text, at)
    if head is None:
        return None
    body = _Body(text, head, [piece.column for piece in pieces_of(text.lines[at])])
    end = body.read(at)
    return Found(body.rows(), at, end) if end > at else None


def _head(text: TableText, at: int) -> Head | None:
    words = text.lines[at].text.text
    if "\t" in words or "  " not in words.replace("\u3000", "  "):
        return None
    pieces = pieces_of(text.lines[at])
    return text.of([piece.text.text for piece in pieces]) if len(pieces) > 2 else None


class _Body:
    """The rows of one table, line by line."""

    def __init__(self, text: TableText, head: Head, places: Sequence[int]) -> None:
        self._text = text
        self._lines = text.lines
        self._places = places
        self._number = head.index(FieldKind.NUMBER)
        self._due = head.index(FieldKind.DUE)
        self._rows: list[list[list[TracedText]]] = []

    def read(self, at: int) -> int:
        """Take the lines from the head on; return where the table ends."""
        while at < len(self._lines) and self._take(at, pieces_of(self._lines[at])):
            at += 1
        return at

    def rows(self) -> list[Row]:
        """Return what was taken."""
        return [Row(tuple(map(TracedText.join, cells))) for cells in self._rows if any(cells)]

    def _take(self, at: int, pieces: list[Piece]) -> bool:
        words = pieces[0].text.text.strip()
        after_blank = self._lines[at].after_blank
        if len(pieces) == 1:
            if (is_page_number(words) or after_blank) and self._is_above_head(at):
                return True
            if is_note(words) or (is_group(words) and pieces[0].column <= self._places[0] + 2):
                self._rows.append([[pieces[0].text]])
                return True
        cells = self._placed(pieces)
        if self._begins(cells):
            self._rows.append(cells)
            return True
        has_key = self._number is not None and bool(cells[self._number])
        if after_blank or len(self._rows) < 2 or len(self._rows[-1]) != len(cells) or has_key:
            return False
        for parts, more in zip(self._rows[-1], cells, strict=True):
            parts += more
        return True

    def _placed(self, pieces: list[Piece]) -> list[list[TracedText]]:
        """Return each piece in its column: one to one where there are as many, else the nearest that is still free."""
        cells: list[list[TracedText]] = [[] for _ in self._places]
        first, last = 0, len(cells) - 1
        for left, piece in zip(reversed(range(len(pieces))), pieces, strict=True):
            free = range(first, max(first, last - left) + 1)
            column = min(free, key=lambda column: abs(self._places[column] - piece.column))
            cells[column].append(piece.text)
            first = min(column + 1, last)
        return cells

    def _begins(self, cells: list[list[TracedText]]) -> bool:
        words = ["".join(part.text for part in parts).strip() for parts in cells]
        if not self._rows or self._text.of(words):
            return True
        if self._number is not None:
            return bool(_NUMBER.match(words[self._number]))
        filled = sum(map(bool, words))
        if self._due is not None:
            return bool(words[self._due]) and filled > 1
        return bool(words[0]) and filled * 2 > len(cells)

    def _is_above_head(self, at: int) -> bool:
        """Return whether, page numbers apart, a head comes next: what stands here is the page's."""
        below = range(at + 1, min(at + 1 + _NEAR, len(self._lines)))
        numbers = (is_page_number(self._lines[line].text.text.strip()) for line in below)
        following = next(
            (line for line, is_number in zip(below, numbers, strict=True) if not is_number), None
        )
        return following is not None and _head(self._text, following) is not None
