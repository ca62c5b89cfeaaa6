"""A table set in columns with blanks, as a PDF's text is printed: what stands below a column's name belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plantui.documents.normalize.furniture import is_page_number
from plantui.documents.normalize.lines import cells_of
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .columns import Column, Head, head_of
from .grouping import is_group, is_note
from .raw_lines import RawLine
from .row import Row

_PIECE = compiled(r"(?:[^\s\u3000]|[ ](?=[^\s\u3000]))+")
_NUMBER = compiled(r"^[（(]?\d{1,3}(?:\.\d{1,2})?[）).．、]?$")


@dataclass(frozen=True, slots=True)
class _Piece:
    text: TracedText
    at: int
    """The place in its line where it begins, in half-width characters."""


@rule(Stage.TABLES)
def aligned_rows(lines: Sequence[RawLine], table: int) -> list[Row]:
    """Below a line in which wide gaps part the names of columns, every piece of a line belongs to the column under whose
    name it stands. A line without a number (in a table without numbers: without a time limit, or without its first cell)
    goes on with the cells of the line above. The head may come again on every page, with page numbers before it."""
    rows: list[Row] = []
    at = 0
    while at < len(lines):
        head = _head(lines[at])
        if head is None:
            at += 1
            continue
        body = _Body(head, [piece.at for piece in _pieces(lines[at])], table)
        at = body.read(lines, at)
        rows += body.rows()
        table += 1
    return rows


def _head(line: RawLine) -> Head | None:
    if "\t" in line.text.text or "  " not in line.text.text.replace("\u3000", "  "):
        return None
    pieces = _pieces(line)
    return head_of([piece.text.text for piece in pieces]) if len(pieces) > 2 else None


def _pieces(line: RawLine) -> list[_Piece]:
    """What stands between gaps of two blanks or a wide one."""
    text = line.text
    found = [
        _Piece(text[match.start() : match.end()], cells_of(text.text[: match.start()]))
        for match in _PIECE.finditer(text.text)
    ]
    return [piece for piece in found if piece.text.text.strip()]


class _Body:
    """The rows of one table, line by line."""

    def __init__(self, head: Head, places: list[int], table: int) -> None:
        self._places = places
        self._number = head.index(Column.NUMBER)
        self._due = head.index(Column.DUE)
        self._table = table
        self._rows: list[list[list[TracedText]]] = []

    def read(self, lines: Sequence[RawLine], at: int) -> int:
        """Take the lines from the head on; where the table ends."""
        last = at
        while at < len(lines):
            pieces = _pieces(lines[at])
            after_blank = at > 0 and lines[at - 1].is_blank
            if pieces and not self._take(pieces, after_blank, _is_head_next(lines, at)):
                return last
            at += 1
            last = at if pieces else last
        return last

    def rows(self) -> list[Row]:
        """What was taken."""
        return [
            Row(tuple(TracedText.join(parts) for parts in cells), self._table)
            for cells in self._rows
            if any(parts for parts in cells)
        ]

    def _take(self, pieces: list[_Piece], after_blank: bool, before_head: bool) -> bool:
        text = pieces[0].text.text.strip()
        if before_head and len(pieces) == 1 and (is_page_number(text) or after_blank):
            return True
        if len(pieces) == 1 and (is_note(text) or (is_group(text) and pieces[0].at <= self._places[0] + 2)):
            self._rows.append([[pieces[0].text]])
            return True
        cells = self._placed(pieces)
        if self._begins(cells):
            self._rows.append(cells)
            return True
        if after_blank or len(self._rows) < 2 or len(self._rows[-1]) != len(cells) or self._has_key(cells):
            return False
        for parts, more in zip(self._rows[-1], cells, strict=True):
            parts += more
        return True

    def _placed(self, pieces: list[_Piece]) -> list[list[TracedText]]:
        """Each piece in its column: one to one where there are as many, else the nearest that is still free."""
        cells: list[list[TracedText]] = [[] for _ in self._places]
        first = 0
        for index, piece in enumerate(pieces):
            left = len(pieces) - index - 1
            open_columns = range(first, max(first, len(cells) - left - 1) + 1)
            column = min(open_columns, key=lambda column: abs(self._places[column] - piece.at), default=first)
            column = min(column, len(cells) - 1)
            cells[column].append(piece.text)
            first = min(column + 1, len(cells) - 1)
        return cells

    def _begins(self, cells: list[list[TracedText]]) -> bool:
        key = cells[self._number if self._number is not None else 0]
        words = "".join(part.text for part in key).strip()
        if not self._rows or head_of(["".join(part.text for part in parts) for parts in cells]):
            return True
        if self._number is not None:
            return bool(_NUMBER.match(words))
        if self._due is not None:
            return bool(cells[self._due]) and sum(bool(parts) for parts in cells) > 1
        return bool(words) and sum(bool(parts) for parts in cells) * 2 > len(cells)

    def _has_key(self, cells: list[list[TracedText]]) -> bool:
        """Whether something stands in the number's place: such a line does not go on with a row."""
        return self._number is not None and bool(cells[self._number])


def _is_head_next(lines: Sequence[RawLine], at: int) -> bool:
    """Whether, blank lines and page numbers apart, a head comes next: what stands here is the page's."""
    for line in lines[at + 1 : at + 6]:
        if not line.is_blank and not is_page_number(line.text.text.strip()):
            return _head(line) is not None
    return False
