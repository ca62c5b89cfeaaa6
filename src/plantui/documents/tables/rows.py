"""The rows of a task table as items with a heading, words and typed cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from plantui.documents.field_kind import ROLES, FieldKind
from plantui.documents.languages.zh import ZH
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numbering import decimal_number, number_of
from plantui.documents.traced import TracedText

from .cells import by_role, dates, in_year, is_ditto, names, plain, without_marks, written_out
from .groups import Path, is_group, is_note, is_sum
from .heads import Head, HeadOf, head_at
from .table import NOTHING, Row, in_words

_READERS = {**dict.fromkeys(ROLES, names), FieldKind.DUE: dates}
FIELDS = frozenset(_READERS)
"""Columns of who and by when."""
_WORDS = frozenset({FieldKind.TEXT, FieldKind.MEASURE})
_NAMES_GROUPS = frozenset({FieldKind.NUMBER, FieldKind.SECTION, FieldKind.TITLE})


@dataclass(frozen=True, slots=True)
class RowTask:
    """One row as a task."""

    number: str
    """As printed, empty where the row has none."""
    sections: tuple[TracedText, ...]
    """The names of the groups that it stands in, the outermost first."""
    title: TracedText | None
    """Its own title; None where its words alone say what is to be done."""
    texts: tuple[TracedText, ...]
    """Its words, cell by cell."""
    fields: tuple[tuple[FieldKind, TracedText], ...]
    """Its cells of who, by when and how much."""
    start: int
    cells: tuple[TracedText, ...] = ()
    table: int = 0


class RowReader(Protocol):
    """Reads the rows under one head."""

    def take(self, row: Row) -> None:
        """Read one row below the head."""


@dataclass(slots=True)
class TableRead:
    """What one table holds."""

    tasks: list[RowTask] = field(default_factory=list)
    front: list[TracedText] = field(default_factory=list)
    """The cells above its head: a title, an issuer, a date."""
    notes: list[TracedText] = field(default_factory=list)
    """What stands under it, or in it, and is no task."""
    head: Head | None = None
    path: Path | None = None
    """The groups that are open at its end."""


@rule(Stage.TABLES)
def read_table(
    rows: Sequence[Row],
    of: HeadOf,
    reader_of: Callable[[Head, TableRead], RowReader],
    head: Head | None = None,
) -> TableRead | None:
    """Every row under a head is a task, but for repeated heads, the names of groups, notes and sums. What stands above
    the head is the table's front. None for a table without a head; `head` is that of a table that goes on."""
    read = TableRead(head=head)
    reader = reader_of(head, read) if head else None
    words = [row.words for row in rows]
    at = 0
    while at < len(rows):
        if found := head_at(words, at, of):
            if reader is None or found[0] != read.head:
                read.head = found[0]
                reader = reader_of(found[0], read)
            at += found[1]
            continue
        if reader is None:
            read.front += rows[at].once
        else:
            reader.take(rows[at])
        at += 1
    return read if reader is not None else None


@rule(Stage.TABLES)
def chinese_table(
    rows: Sequence[Row], of: HeadOf, name: TracedText | None, before: TableRead | None, lead_mark: str
) -> TableRead | None:
    """A table whose numbers go on from the one before stands in its last group until it names one. `name` is the group of
    all rows."""
    goes_on = before is not None and before.path is not None and _goes_on([row.words for row in rows], before)
    path = before.path.copy() if before and before.path and goes_on else Path(name)

    def reader_of(head: Head, read: TableRead) -> RowReader:
        read.path = path
        return _Reader(head, path, read, lead_mark)

    return read_table(rows, of, reader_of)


def _goes_on(rows: Sequence[Sequence[str]], before: TableRead) -> bool:
    """Return whether a table begins with the head of the one before and the number after its last."""
    found = head_at(rows, 0) if rows else None
    last = before.tasks[-1].number if before.tasks else ""
    if found is None or found[0] != before.head or len(rows) <= found[1] or not last.isdecimal():
        return False
    number = found[0].index(FieldKind.NUMBER)
    return number is not None and rows[found[1]][number].strip(" .．、") == str(int(last) + 1)


class _Reader:
    """Reads the rows under one head."""

    def __init__(self, head: Head, path: Path, read: TableRead, lead_mark: str) -> None:
        self._lead_mark = lead_mark
        self._head = head
        self._path = path
        self._read = read
        self._above: dict[int, TracedText] = {}
        self._title: TracedText | None = None
        self._several_years = len({year for year in head.years if year}) > 1

    def take(self, row: Row) -> None:
        """Read one row below the head."""
        once = row.once
        if not once:
            return
        if is_note(once[0].text.strip()) or is_sum(row.words) or self._is_long_line(row, once):
            self._read.notes += once
            return
        if len({cell.text for cell in once}) == 1 and self._take_alone(row, once[0]):
            return
        if (
            len(once) == 2
            and ZH.TABLES_GROUP_NUMBER_ALONE.match(once[0].text.strip())
            and self._take_alone(row, *once)
        ):
            return
        cells = self._cells(row)
        self._path.enter_column(self._at(cells, FieldKind.SECTION))
        self._title = self._at(cells, FieldKind.TITLE) or self._title
        if self._goes_on(cells):
            last = self._read.tasks[-1]
            self._read.tasks[-1] = replace(last, texts=(*last.texts, *self._words(cells)))
        elif task := self._task(row, cells):
            self._read.tasks.append(task)

    def _is_long_line(self, row: Row, once: list[TracedText]) -> bool:
        """One merged cell with more than a name in it explains the table."""
        return len(once) == 1 and len(row.filled) > 1 and not is_group(plain(once[0]).text)

    def _take_alone(self, row: Row, cell: TracedText, *rest: TracedText) -> bool:
        """A row that says one thing, perhaps with 一 in a cell before it: the name of a group, unless it stands in the
        column of the words."""
        index = next(at for at, other in enumerate(row.cells) if other.text.strip())
        may_name = index == 0 or {*self._head.columns[index : index + 1]} & _NAMES_GROUPS
        is_merged = len(row.filled) > 1 or len(row.cells) == 1
        text = plain(TracedText.join([_with_mark(cell), *rest]) if rest else cell)
        if not (is_merged or may_name) or not is_group(text.text) or text.text.isdigit():
            return False
        self._path.enter_row(text)
        self._title = None
        self._above.clear()
        return True

    def _cells(self, row: Row) -> list[TracedText]:
        cells: list[TracedText] = []
        for index, kind in enumerate(self._head.columns):
            cell = row.cells[index] if index < len(row.cells) else NOTHING
            if is_ditto(cell.text.strip()) and index in self._above:
                cell = self._above[index]
            elif cell.text.strip():
                self._above[index] = cell
            cells.append(_READERS.get(kind, plain)(cell))
        return cells

    def _at(self, cells: list[TracedText], kind: FieldKind) -> TracedText | None:
        index = self._head.index(kind)
        return cells[index] if index is not None and cells[index].text else None

    def _goes_on(self, cells: list[TracedText]) -> bool:
        """A row with words alone, its number's cell empty, goes on with the row above: the page cut it."""
        if not self._read.tasks or self._head.index(FieldKind.NUMBER) is None:
            return False
        kept = {kind for kind, cell in zip(self._head.columns, cells, strict=True) if cell.text}
        return bool(kept) and kept <= _WORDS

    def _words(self, cells: list[TracedText]) -> list[TracedText]:
        """Return the cells of words in their order, a merged one once; a year in a column's name stands before its cell."""
        found: dict[int, TracedText] = {}
        for index, kind in enumerate(self._head.columns):
            cell = cells[index]
            if kind in _WORDS and cell.text and cell.offsets[0] not in found:
                is_goal = self._several_years and kind is FieldKind.MEASURE
                found[cell.offsets[0]] = in_year(cell, self._head.year(index), always=is_goal)
        return [*found.values()]

    def _task(self, row: Row, cells: list[TracedText]) -> RowTask | None:
        content = self._words(cells)
        title = self._title
        if not content and self._at(cells, FieldKind.TITLE) is None:
            return None
        number = self._at(cells, FieldKind.NUMBER)
        printed = number.text if number else ""
        if title is not None:
            title, own = _numbered(title)
        else:
            content[0], own = _numbered(content[0])
        if not content and title is not None and ZH.TABLES_IS_TEXT.search(title.text):
            content, title = [title], None
        elif title is None and len(content) > 1 and not ZH.TABLES_IS_TEXT.search(content[0].text):
            title, content = content[0], content[1:]
        return RowTask(
            (printed or own).strip(" .．、"),
            self._path.sections(),
            title,
            tuple(content),
            tuple(self._fields(cells)),
            row.start,
        )

    def _fields(self, cells: list[TracedText]) -> Iterator[tuple[FieldKind, TracedText]]:
        """Yield the cells of who and by when, a merged one of the same kind once."""
        filled = [index for index, cell in enumerate(cells) if cell.text]
        once = {(self._head.columns[index], cells[index].offsets[0]): index for index in reversed(filled)}
        for index in sorted(once.values()):
            kind = self._head.columns[index]
            if kind is FieldKind.DUE:
                yield kind, written_out(cells[index], self._head.year(index))
            elif kind in ROLES:
                yield from by_role(kind, without_marks(cells[index], self._lead_mark))


def field_cell(kind: FieldKind, cell: TracedText) -> TracedText:
    """Return what a cell of who or by when says; nothing where it says 无."""
    read = _READERS[kind](cell)
    return written_out(read) if kind is FieldKind.DUE and read.text else read


def _numbered(text: TracedText) -> tuple[TracedText, str]:
    """Return the words behind a number in the cell itself (10. 培育…), and that number."""
    number = number_of(text.text) or decimal_number(text.text)
    if number is None or number.length >= len(text):
        return text, ""
    return text[number.length :].strip(), number.printed


def _with_mark(number: TracedText) -> TracedText:
    """Return 一 as 一、, so that it is a number before words."""
    return in_words(number, "" if compiled(r"[）)、.．]\s*$").search(number.text) else "、")
