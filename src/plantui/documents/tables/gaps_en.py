"""English tables set in columns with blanks: their heads and cells run over several lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plantui.documents.languages.en import EN
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.traced import TracedText

from .cards import Named, card_rows, is_card_head, is_card_label
from .close_heads import may_be_head, parted_head
from .gaps import Piece
from .table import Found, Row, TableText

_GAP = compiled(r"\s{2,}")
_LEAST_MATCH = 0.6
_SHORT, _LONGEST_GROUP, _LONG, _LOOKED_AT = 20, 60, 80, 40
_NEAR = 2
"""A cell may begin this many characters before its column."""

Parts = list[tuple[int, TracedText]]
"""What a line has, each piece with its column."""


class GappedTables:
    """Reads tables whose columns blanks part, one at a time."""

    def __init__(self, text: TableText) -> None:
        self._text = text
        self._lines = text.lines
        self._known: dict[int, list[Piece]] = {}

    def table_at(self, at: int) -> Found | None:
        """Return the table whose head begins at a line."""
        pieces = self._pieces(at)
        if len(pieces) < 2:
            return None
        return self._card(at) or self._below_close_head(at, pieces) or self._below_head(at, pieces)

    def _below_head(self, at: int, head: list[Piece]) -> Found | None:
        """Read what stands below a head of one or two lines."""
        begin = at + 1
        if not self._is_head(head) or self._is_second_line(begin, head):
            joint = self._two_lines(head, self._pieces(begin))
            head = joint if self._is_head(joint) else head
            begin += 1
        end = self._end_of(begin)
        if end == begin or not self._is_head(head):
            return None
        whole = sum(len(self._pieces(place)) == len(head) for place in range(begin, end))
        if whole >= _LEAST_MATCH * (end - begin):
            rows = self._rows_of_lines(range(begin, end), len(head))
        else:
            rows = self._rows_of_columns(range(begin, end), [piece.column for piece in head])
        return Found([_row(head), *rows], at, end)

    def _below_close_head(self, at: int, head: Sequence[Piece]) -> Found | None:
        """Read what stands below a head whose columns are one blank apart."""
        near = range(at + 1, min(len(self._lines), at + _LOOKED_AT))
        names = parted_head(head, map(self._pieces, near), self._text.of) if may_be_head(head) else None
        if names is None:
            return None
        end = self._end_of(at + 1)
        columns = [name.column for name in names]
        return Found(
            [_row(names), *self._rows_of_columns(range(at + 1, end), columns, are_centred=True)], at, end
        )

    def _card(self, at: int) -> Found | None:
        """Read a card in columns of blanks: the lines of its task, the names of its fields, and below them what they say."""
        label, *task = self._pieces(at)
        end = at + 1
        while self._goes_on(end) and len(self._pieces(end)) == 1:
            task += self._pieces(end)
            end += 1
        head = self._pieces(end) if self._goes_on(end) else []
        names = [piece.text.text for piece in head]
        if (
            len(self._pieces(at)) != 2
            or not is_card_label(label.text.text)
            or not is_card_head(label.text.text, names)
        ):
            return None
        values: list[list[TracedText]] = [[] for _ in head]
        end += 1
        while self._goes_on(end) and not is_card_label(self._pieces(end)[0].text.text):
            for column, piece in self._parts(end, [piece.column for piece in head]):
                values[column].append(piece)
            end += 1
        whole = self._text.join(piece.text for piece in task)
        fields: list[Named] = [
            (piece.text, self._text.join(value)) for piece, value in zip(head, values, strict=True)
        ]
        return Found(card_rows([(label.text, whole), *fields]), at, end)

    def _goes_on(self, at: int) -> bool:
        return at < len(self._lines) and not self._lines[at].after_blank

    def _is_head(self, pieces: Iterable[Piece]) -> bool:
        return self._text.of([piece.text.text for piece in pieces]) is not None

    def _is_second_line(self, at: int, head: Sequence[Piece]) -> bool:
        """Return whether a line below a head, above a blank one, has nothing but pieces below those of the head."""
        if not self._goes_on(at) or at + 1 >= len(self._lines) or self._goes_on(at + 1):
            return False
        return all(
            len(piece.text) < _SHORT and any(abs(piece.column - other.column) <= _NEAR for other in head)
            for piece in self._pieces(at)
        )

    def _two_lines(self, above: Sequence[Piece], below: Sequence[Piece]) -> list[Piece]:
        """Return a head over two lines as one: each piece below belongs to the piece above that begins near it."""
        joint: list[Piece] = []
        for piece in above:
            under = [other.text for other in below if abs(other.column - piece.column) <= _NEAR]
            joint.append(Piece(self._text.join([piece.text, *under]), piece.column))
        return joint

    def _pieces(self, at: int) -> list[Piece]:
        if at not in self._known:
            texts = self._lines[at].text.split(_GAP) if at < len(self._lines) else ()
            self._known[at] = [Piece(text, self._text.column_of(text)) for text in texts if text.text.strip()]
        return self._known[at]

    def _end_of(self, at: int) -> int:
        """Return the line behind the last row: a heading ends the table, and a line of one piece behind a blank one."""
        end = at
        while end < len(self._lines):
            pieces = self._pieces(end)
            if not self._is_group(end):
                is_lost = not self._goes_on(end) and len(pieces) < 2 and end > at
                if is_lost or end in self._text.ends or (len(pieces) > 1 and self._is_head(pieces)):
                    break
            end += 1
        while end > at and len(self._pieces(end - 1)) < 2 and len(self._lines[end - 1].text.text) > _LONG:
            end -= 1
        return end

    def _is_group(self, at: int) -> bool:
        """Return whether words alone between blank lines, with a row of cells below them, name a group of rows."""
        if at + 1 >= len(self._lines) or self._goes_on(at) or self._goes_on(at + 1):
            return False
        is_short = len(self._pieces(at)) == 1 and len(self._lines[at].text.text) < _LONGEST_GROUP
        below = self._pieces(at + 1)
        return is_short and len(below) > 1 and not self._is_head(below)

    @rule(Stage.ENGLISH)
    def _rows_of_lines(self, places: Iterable[int], size: int) -> list[Row]:
        """Where most lines have as many cells, parted by gaps, as the head has, each line is a row."""
        rows = [Row(tuple(piece.text for piece in self._pieces(place))) for place in places]
        return [row for row in rows if len(row.cells) in {1, size}]

    @rule(Stage.ENGLISH)
    def _rows_of_columns(
        self, places: range, columns: Sequence[int], *, are_centred: bool = False
    ) -> list[Row]:
        """Else cells run over several lines below the words of the head: each piece belongs to the column at or after
        whose beginning it stands, and a row goes on to the next number, blank line or full line. Where cells are centred
        beside each other, a capital behind the full stop of a first cell begins a row."""
        forms = [form for place in places if (form := self._form(place))]
        counted = {form for form in forms if forms.count(form) > 1}
        rows: list[list[list[TracedText]]] = []
        for place in places:
            parts = self._parts(place, columns)
            if self._is_group(place):
                rows += [[[piece]] for _, piece in parts]
                rows.append([[] for _ in columns])
                continue
            is_over = are_centred and bool(rows and rows[-1][0]) and rows[-1][0][-1].text.endswith(".")
            begins = is_over and parts[0][0] == 0 and parts[0][1].text[:1].isupper()
            if not rows or begins or self._is_new(place, parts, len(columns), counted):
                rows.append([[] for _ in columns])
            for column, piece in parts:
                rows[-1][column].append(piece)
        return [Row(tuple(map(self._text.join, row))) for row in rows]

    def _form(self, place: int) -> str:
        """Return the form of the number that a line begins with, if any."""
        code = EN.TABLES_LINE_CODE.match(self._lines[place].text.text)
        return compiled(r"\d+").sub("9", compiled(r"[A-Z]+").sub("A", code[0].strip())) if code else ""

    def _is_new(self, place: int, parts: Parts, size: int, forms: set[str]) -> bool:
        first = next((piece for column, piece in parts if column == 0), None)
        if first is None or forms:
            return first is not None and self._form(place) in forms
        is_full = first.text[:1].isupper() and len({column for column, _ in parts}) >= max(2, size - 1)
        return not self._goes_on(place) or is_full

    def _parts(self, place: int, columns: Sequence[int]) -> Parts:
        return [
            (
                max((i for i, start in enumerate(columns) if start <= part.column + _NEAR), default=0),
                part.text,
            )
            for piece in self._pieces(place)
            for part in _cut(piece, columns)
        ]


def _row(pieces: Iterable[Piece]) -> Row:
    return Row(tuple(piece.text for piece in pieces))


def _cut(piece: Piece, columns: Sequence[int]) -> list[Piece]:
    """Return a piece that runs into the next column with one blank only as the two that it is."""
    for start in columns:
        at = start - piece.column
        if 0 < at < len(piece.text) and piece.text.text[at - 1] == " ":
            return [
                Piece(piece.text[:at].strip(), piece.column),
                *_cut(Piece(piece.text[at:], start), columns),
            ]
    return [piece]
