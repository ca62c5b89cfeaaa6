"""Tables in plain text: cells parted by tabs, bars or gaps, rows of several lines, and one cell to a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from plantui.documents.field_kind import FieldKind
from plantui.documents.normalize.broken_words import joined
from plantui.documents.normalize.normalize import Normalized
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.numbered import starts_head
from plantui.documents.traced import TracedText

from .cards import is_card_head, is_card_label, record_of_card
from .close_heads import Piece, may_be_head, parted_head
from .columns import columns_of
from .flattened import flattened
from .records import Record, Row, records_of

_BAR = compiled(r"\s*\|\s*")
_TAB = compiled(r"\s*\t\s*")
_GAP = compiled(r"\s{2,}")
_RULER = compiled(r"^[|:\s=+_-]+$")
_CODE = compiled(r"^(?:[A-Z]{1,5}[-–./]?)?\d{1,3}(?:[-–./]\d{1,3})*[a-z]?[.):]?\s|^[A-Z]\.\d{1,2}\s")
_BOX = compiled(r"^\+[-=+\s]*[-=][-=+\s]*$")
_LEAST_MATCH = 0.6
_SHORT, _LONGEST_GROUP, _LOOKED_AT = 20, 60, 40
_NEAR = 2
"""A cell may begin this many characters before its column."""


@dataclass(frozen=True, slots=True)
class Found:
    """The tasks of a table, and the lines that it takes."""

    records: tuple[Record, ...]
    first: int
    end: int


class PrintedTables:
    """Finds the tables of plain text."""

    def __init__(self, lines: Normalized, source: str, ends: set[int]) -> None:
        self._lines = lines.kept
        self._words = lines.words
        self._source = source
        self._ends = ends
        self._known_pieces: dict[int, list[Piece]] = {}

    def all(self) -> list[Found]:
        """Every table, in the order of the document."""
        found: list[Found] = []
        at = 0
        while at < len(self._lines):
            table = self._table(at, len(found)) or flattened(
                self._lines, at, len(found), self._ends, self._words
            )
            if table is None:
                at += 1
                continue
            records, end = table
            found.append(Found(tuple(records), at, end))
            at = end
        return found

    def _table(self, at: int, number: int) -> tuple[list[Record], int] | None:
        text = self._lines[at].text.text
        if "\t" in text or text.count("|") >= 2 or ("|" in text and len(text) < 120):
            return self._separated(at, number, _TAB if "\t" in text else _BAR)
        pieces = self._pieces(at)
        if len(pieces) == 2 and is_card_label(pieces[0].text.text):
            card = self._card(at, number)
            if card is not None:
                return card
        kinds = columns_of([piece.text.text for piece in pieces]) if len(pieces) > 1 else None
        close = self._close_head(at, pieces, number)
        if close is not None:
            return close
        size = 1
        if kinds is None and at + 1 < len(self._lines) and len(pieces) > 1:
            pieces = self._two_lines(pieces, self._pieces(at + 1))
            kinds = columns_of([piece.text.text for piece in pieces])
            size = 2
        if kinds is None:
            return None
        if size == 1 and self._is_second_line(at + 1, pieces):
            pieces = self._two_lines(pieces, self._pieces(at + 1))
            kinds = columns_of([piece.text.text for piece in pieces]) or kinds
            size = 2
        return self._gapped(at + size, pieces, kinds, number)

    def _close_head(self, at: int, head: Sequence[Piece], number: int) -> tuple[list[Record], int] | None:
        if not may_be_head(head):
            return None
        near = range(at + 1, min(len(self._lines), at + _LOOKED_AT))
        names = parted_head(head, [self._pieces(place) for place in near])
        kinds = columns_of([name.text.text for name in names]) if names is not None else None
        if names is None or kinds is None:
            return None
        end = self._end_of(at + 1)
        rows = self._rows_of_columns(at + 1, end, [name.column for name in names], are_centred=True)
        found = records_of(kinds, rows, number)
        return (found, end) if found else None

    def _card(self, at: int, number: int) -> tuple[list[Record], int] | None:
        """A card in columns of blanks: the lines of its task, the names of its fields, and below them what they say."""
        label, *task = self._pieces(at)
        end = at + 1
        while self._goes_on(end) and len(self._pieces(end)) == 1:
            task += self._pieces(end)
            end += 1
        head = self._pieces(end) if self._goes_on(end) else []
        if not is_card_head(label.text.text, [piece.text.text for piece in head]):
            return None
        values: list[list[TracedText]] = [[] for _ in head]
        end += 1
        while self._goes_on(end) and not is_card_label(self._pieces(end)[0].text.text):
            for column, piece in self._columns(end, [piece.column for piece in head]):
                values[column].append(piece)
            end += 1
        named = [(name.text, joined(value, self._words)) for name, value in zip(head, values, strict=True)]
        whole = joined([piece.text for piece in task], self._words)
        found = record_of_card([(label.text, whole), *named], number)
        return (found, end) if found else None

    def _goes_on(self, at: int) -> bool:
        return at < len(self._lines) and not self._lines[at].after_blank

    def _is_second_line(self, at: int, head: Sequence[Piece]) -> bool:
        """A line below a head, above a blank one, whose every piece stands below one of the head's."""
        if at + 1 >= len(self._lines) or self._lines[at].after_blank or not self._lines[at + 1].after_blank:
            return False
        return all(
            len(piece.text) < _SHORT and any(abs(piece.column - other.column) <= _NEAR for other in head)
            for piece in self._pieces(at)
        )

    def _two_lines(self, above: Sequence[Piece], below: Sequence[Piece]) -> list[Piece]:
        """A head over two lines: each piece below belongs to the piece above that begins near it."""
        joint: list[Piece] = []
        for piece in above:
            under = [other.text for other in below if abs(other.column - piece.column) <= _NEAR]
            joint.append(Piece(joined([piece.text, *under], self._words), piece.column))
        return joint

    @rule(Stage.ENGLISH)
    def _separated(self, at: int, number: int, mark: object) -> tuple[list[Record], int] | None:
        """A table whose cells are parted by tabs or bars: a line without any goes on with the cell above, unless a
        blank line stands before it, which ends the table."""
        pattern = _TAB if mark is _TAB else _BAR
        head = self._cut(at, pattern)
        kinds = columns_of([cell.text for cell in head])
        if kinds is None:
            return None
        rows: list[list[TracedText]] = []
        held: TracedText | None = None
        ruled, is_new = False, True
        end = at + 1
        while end < len(self._lines):
            line = self._lines[end]
            text = line.text.text
            if _BOX.match(text):
                ruled = is_new = True
                end += 1
                continue
            if ("\t" if pattern is _TAB else "|") not in text:
                if self._begins_row(end, pattern):
                    held = line.text
                    end += 1
                    continue
                if line.after_blank or end in self._ends or not rows or starts_head(self._lines, end):
                    break
                if not text[:1].islower() and self._is_row(end + 1, pattern):
                    rows.append([line.text])
                else:
                    last = max(index for index, cell in enumerate(rows[-1]) if cell.text)
                    rows[-1][last] = joined([rows[-1][last], line.text], self._words)
            elif not _RULER.match(text):
                cells = self._cut(end, pattern)
                again = columns_of([cell.text for cell in cells])
                if again == kinds:
                    end += 1
                    continue
                if again is not None:
                    break
                if held is not None:
                    cells[0] = joined([held, cells[0]], self._words)
                    held = None
                if ruled and not is_new and rows and len(cells) == len(rows[-1]):
                    rows[-1] = [joined(pair, self._words) for pair in zip(rows[-1], cells, strict=True)]
                else:
                    rows.append(cells)
                is_new = False
            end += 1
        made = [Row(tuple(row) if len(row) > 1 else (row[0], row[0][:0])) for row in rows]
        return records_of(kinds, made, number), end

    def _begins_row(self, at: int, pattern: object) -> bool:
        """The first cell of a row was cut by the line end: its number stands in this line, its end in the next."""
        return (
            starts_head(self._lines, at)
            and at not in self._ends
            and self._is_row(at + 1, pattern)
            and self._lines[at + 1].text.text[:1].islower()
        )

    def _is_row(self, at: int, pattern: object) -> bool:
        return at < len(self._lines) and ("\t" if pattern is _TAB else "|") in self._lines[at].text.text

    def _cut(self, at: int, pattern: object) -> list[TracedText]:
        text = self._lines[at].text
        if pattern is _BAR:
            return [cell.strip() for cell in text.strip().strip("|").split(compiled(r"\|"))]
        return [cell.strip() for cell in text.split(compiled("\t"))]

    def _pieces(self, at: int) -> list[Piece]:
        if at not in self._known_pieces:
            line = self._lines[at]
            start = self._source.rfind("\n", 0, line.text.offsets[0]) + 1
            self._known_pieces[at] = [
                Piece(piece, piece.offsets[0] - start)
                for piece in line.text.split(_GAP)
                if piece.text.strip()
            ]
        return self._known_pieces[at]

    def _gapped(
        self, at: int, head: Sequence[Piece], kinds: Sequence[FieldKind | None], number: int
    ) -> tuple[list[Record], int] | None:
        end = self._end_of(at)
        if end == at:
            return None
        counts = [len(self._pieces(place)) for place in range(at, end)]
        same = sum(count == len(head) for count in counts)
        if same >= _LEAST_MATCH * len(counts):
            rows = self._rows_of_lines(at, end, len(head))
        else:
            rows = self._rows_of_columns(at, end, [piece.column for piece in head])
        found = records_of(kinds, rows, number)
        return (found, end) if found else None

    def _end_of(self, at: int) -> int:
        """The line behind the last row: a heading ends the table, and a line of one piece behind a blank one."""
        end = at
        while end < len(self._lines):
            pieces = self._pieces(end)
            line = self._lines[end]
            if self._is_group(end):
                end += 1
                continue
            if end in self._ends or (
                len(pieces) > 1 and columns_of([p.text.text for p in pieces]) is not None
            ):
                break
            if line.after_blank and len(pieces) < 2 and end > at:
                break
            end += 1
        while end > at and len(self._pieces(end - 1)) < 2 and len(self._lines[end - 1].text.text) > 80:
            end -= 1
        return end

    def _is_group(self, at: int) -> bool:
        """Words alone between blank lines, with a row of cells below them: the name of a group of rows."""
        if at + 1 >= len(self._lines) or not (
            self._lines[at].after_blank and self._lines[at + 1].after_blank
        ):
            return False
        below = self._pieces(at + 1)
        return (
            len(self._pieces(at)) == 1
            and len(self._lines[at].text.text) < _LONGEST_GROUP
            and len(below) > 1
            and columns_of([piece.text.text for piece in below]) is None
        )

    @rule(Stage.ENGLISH)
    def _rows_of_lines(self, at: int, end: int, size: int) -> list[Row]:
        """Where most lines have as many cells, parted by gaps, as the head has, each line is a row."""
        rows = []
        for place in range(at, end):
            cells = [piece.text for piece in self._pieces(place)]
            if len(cells) == size:
                rows.append(Row(tuple(cells)))
            elif len(cells) == 1:
                rows.append(Row((cells[0], cells[0][:0])))
        return rows

    @rule(Stage.ENGLISH)
    def _rows_of_columns(
        self, at: int, end: int, columns: Sequence[int], *, are_centred: bool = False
    ) -> list[Row]:
        """Else cells run over several lines below the words of the head: each piece belongs to the column at or after
        whose beginning it stands, and a row goes on to the next number, blank line or full line. Where cells are centred
        beside each other, a capital behind the full stop of a first cell begins a row."""
        codes = Counter(self._form(place) for place in range(at, end))
        forms = {form for form, count in codes.items() if form and count > 1}
        rows: list[list[list[TracedText]]] = []
        for place in range(at, end):
            cells = self._columns(place, columns)
            if not cells:
                continue
            if self._is_group(place):
                rows += [
                    [[piece] if index == 0 else [] for index in range(len(columns))] for _, piece in cells
                ]
                rows.append([[] for _ in columns])
                continue
            is_over = are_centred and bool(rows and rows[-1][0]) and rows[-1][0][-1].text.endswith(".")
            begins = is_over and cells[0][0] == 0 and cells[0][1].text[:1].isupper()
            if not rows or begins or self._is_new(place, cells, len(columns), forms):
                rows.append([[] for _ in columns])
            for column, piece in cells:
                rows[-1][column].append(piece)
        return [Row(tuple(joined(cell, self._words) for cell in row)) for row in rows]

    def _form(self, place: int) -> str:
        """The form of the number that a line begins with, if any."""
        code = _CODE.match(self._lines[place].text.text)
        return compiled(r"\d+").sub("9", compiled(r"[A-Z]+").sub("A", code[0].strip())) if code else ""

    def _is_new(
        self, place: int, cells: Sequence[tuple[int, TracedText]], size: int, forms: set[str]
    ) -> bool:
        first = next((piece for column, piece in cells if column == 0), None)
        if first is None:
            return False
        if forms:
            return self._form(place) in forms
        if self._lines[place].after_blank:
            return True
        return first.text[:1].isupper() and len({column for column, _ in cells}) >= max(2, size - 1)

    def _columns(self, place: int, columns: Sequence[int]) -> list[tuple[int, TracedText]]:
        found = []
        for piece in self._pieces(place):
            for part, column in self._parts(piece, columns):
                index = max((i for i, start in enumerate(columns) if start <= column + _NEAR), default=0)
                found.append((index, part))
        return found

    def _parts(self, piece: Piece, columns: Sequence[int]) -> list[tuple[TracedText, int]]:
        """A piece that runs into the next column with one blank only is cut where that begins."""
        for start in columns:
            at = start - piece.column
            if 0 < at < len(piece.text) and piece.text.text[at - 1] == " ":
                rest = self._parts(Piece(piece.text[at:], start), columns)
                return [(piece.text[:at].strip(), piece.column), *rest]
        return [(piece.text, piece.column)]
