"""Tables set in columns with blanks, as a PDF's text is printed: what stands below a column's name belongs to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plantui.documents.field_kind import FieldKind
from plantui.documents.languages.en import EN
from plantui.documents.normalize.furniture import is_page_number
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numbering import form_of_code
from plantui.documents.traced import TracedText

from .groups import is_group, is_note
from .heads import Head
from .table import Found, Piece, Row, TableText

_NEAR = 5
"""Lines in which a head comes below a page number."""
_BESIDE = 2
"""A piece may begin so many characters before its column."""
_LEAST_COLUMNS = 3
"""Columns of a Chinese table set so; an English one may have two."""
_SHORT, _LONGEST_GROUP = 20, 60


@rule(Stage.TABLES)
def aligned_table(text: TableText, at: int) -> Found | None:
    """Below a line in which wide gaps part the names of columns, every piece of a line belongs to the column under whose
    name it stands. A line without a number, or a code as other lines have (in a table without them: without a time limit,
    or without its first cell) goes on with the cells of the line above. The head may come again on every page, with page
    numbers before it."""
    names = text.pieces(at)
    if len(names) < _LEAST_COLUMNS - text.is_english or "\t" in text.lines[at].text.text:
        return None
    first = at + 1
    if text.is_english and (_head(text, names) is None or _is_second_line(text, first, names)):
        names, first = _two_lines(text, names, text.pieces(first)), at + 2
    return table_below(text, names, at, first)


def table_below(
    text: TableText, names: Sequence[Piece], at: int, first: int, *, is_centred: bool = False
) -> Found | None:
    """Read what stands below the names of columns, from a line on; where cells are centred beside each other, a capital
    behind the full stop of a first cell begins a row."""
    head = _head(text, names)
    if head is None:
        return None
    body = _Body(text, head, names, first, is_centred=is_centred)
    end = body.read(first)
    return Found([Row(tuple(name.text for name in names)), *body.rows()], at, end) if end > first else None


def _head(text: TableText, names: Sequence[Piece]) -> Head | None:
    return text.of([name.text.text for name in names])


def _is_second_line(text: TableText, at: int, head: Sequence[Piece]) -> bool:
    """Return whether a line below a head, above a blank one, has nothing but pieces below those of the head."""
    if not text.goes_on(at) or at + 1 >= len(text.lines) or text.goes_on(at + 1):
        return False
    return all(
        len(piece.text) < _SHORT and any(abs(piece.column - other.column) <= _BESIDE for other in head)
        for piece in text.pieces(at)
    )


def _two_lines(text: TableText, above: Sequence[Piece], below: Sequence[Piece]) -> list[Piece]:
    """Return a head over two lines as one: each piece below belongs to the piece above that begins near it."""
    joint: list[Piece] = []
    for piece in above:
        under = [other.text for other in below if abs(other.column - piece.column) <= _BESIDE]
        joint.append(Piece(text.join([piece.text, *under]), piece.column))
    return joint


def placed(pieces: Sequence[Piece], names: Sequence[Piece]) -> list[list[TracedText]]:
    """Return each piece in its column: one to one where there are as many, else the nearest that is still free; where there
    are more pieces than columns, the nearest."""
    cells: list[list[TracedText]] = [[] for _ in names]
    parts = [part for piece in pieces for part in _cut(piece, names)]
    first, last, step = 0, len(cells) - 1, int(len(parts) <= len(names))
    for left, piece in zip(reversed(range(len(parts))), parts, strict=True):
        free = range(first, max(first, last - left * step) + 1)
        column = min(free, key=lambda column: abs(names[column].column - piece.column))
        cells[column].append(piece.text)
        first = min(column + step, last)
    return cells


class _Body:
    """The rows of one table, line by line."""

    def __init__(
        self, text: TableText, head: Head, names: Sequence[Piece], first: int, *, is_centred: bool
    ) -> None:
        self._text = text
        self._lines = text.lines
        self._names = names
        self._number = head.index(FieldKind.NUMBER)
        self._due = head.index(FieldKind.DUE)
        self._is_centred = is_centred
        codes = Counter(_form(text, line) for line in range(first, len(text.lines)) if text.is_english)
        self._codes = {code for code, count in codes.items() if code and count > 1}
        self._rows: list[list[list[TracedText]]] = []

    def read(self, at: int) -> int:
        """Take the lines from the first one on; return where the table ends."""
        while at < len(self._lines) and self._take(at, self._text.pieces(at)):
            at += 1
        return at

    def rows(self) -> list[Row]:
        """Return what was taken."""
        return [Row(tuple(map(self._text.join, cells))) for cells in self._rows if any(cells)]

    def _take(self, at: int, pieces: Sequence[Piece]) -> bool:
        after_blank, is_english = self._lines[at].after_blank, self._text.is_english
        if len(pieces) == 1:
            is_of_page = is_page_number(pieces[0].text.text.strip()) or (after_blank and not is_english)
            if is_of_page and self._is_above_head(at):
                return True
            if self._stands_alone(at, pieces[0]):
                self._rows.append([[pieces[0].text]])
                return True
            if at in self._text.ends:
                return False
        cells = placed(pieces, self._names)
        if self._begins(at, cells):
            self._rows.append(cells)
            return True
        has_key = self._number is not None and bool(cells[self._number])
        is_text = (after_blank or has_key) and (len(pieces) == 1 or not is_english)
        if is_text or not self._rows or len(self._rows[-1]) != len(cells):
            return False
        for parts, more in zip(self._rows[-1], cells, strict=True):
            parts += more
        return True

    def _stands_alone(self, at: int, piece: Piece) -> bool:
        """Return whether words alone on a line name a group of rows, or are a note."""
        words = piece.text.text.strip()
        is_first = piece.column <= self._names[0].column + _BESIDE
        if not self._text.is_english:
            return is_note(words) or (is_group(words) and is_first)
        below = self._text.pieces(at + 1)
        if len(words) >= _LONGEST_GROUP or self._text.goes_on(at):
            return len(words) < _LONGEST_GROUP and is_first and self._number == 0
        is_above = at in self._text.ends and len(below) > 2  # a heading right above a row
        is_apart = is_above or not self._text.goes_on(at + 1)
        return is_apart and len(below) > 1 and _head(self._text, below) is None

    def _begins(self, at: int, cells: Sequence[Sequence[TracedText]]) -> bool:
        words = ["".join(part.text for part in parts).strip() for parts in cells]
        is_behind_group = bool(self._rows) and len(self._rows[-1]) == 1
        if not self._rows or self._text.of(words) or (is_behind_group and self._text.is_english):
            return True
        if self._number is not None:
            return self._text.patterns.TABLES_ROW_NUMBER.match(words[self._number]) is not None
        if self._codes:
            return _form(self._text, at) in self._codes
        filled = sum(map(bool, words))
        if self._text.is_english and self._lines[at].after_blank and filled > 1:
            return True
        if self._is_centred:
            is_over = bool(self._rows[-1][0]) and self._rows[-1][0][-1].text.endswith(".")
            return words[0][:1].isupper() and (is_over or filled >= len(cells) - 1)
        if self._due is not None:
            return bool(words[self._due]) and filled > 1
        return bool(words[0]) and filled * 2 > len(cells)

    def _is_above_head(self, at: int) -> bool:
        """Return whether, page numbers apart, a head comes next: what stands here is the page's."""
        below = range(at + 1, min(at + 1 + _NEAR, len(self._lines)))
        following = next(
            (line for line in below if not is_page_number(self._lines[line].text.text.strip())), None
        )
        return following is not None and _head(self._text, self._text.pieces(following)) is not None


def _form(text: TableText, at: int) -> str:
    """Return the form of the code that a line of several pieces begins with, if any."""
    code = EN.TABLES_LINE_CODE.match(text.lines[at].text.text) if len(text.pieces(at)) > 1 else None
    return form_of_code(code[0].strip()) if code else ""


def _cut(piece: Piece, names: Sequence[Piece]) -> list[Piece]:
    """Return a piece that runs into the next column with one blank only as the two that it is."""
    for name in names if piece.text.text.isascii() else ():
        at = name.column - piece.column
        if 0 < at < len(piece.text) and piece.text.text[at - 1] == " ":
            rest = Piece(piece.text[at:], name.column)
            return [Piece(piece.text[:at].strip(), piece.column), *_cut(rest, names)]
    return [piece]
