"""The rows of a task table as items with a heading and paragraphs, like those of an outline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.structure.heading import Heading, heading_of, untitled
from plantui.documents.tokens.numbering import decimal_number, number_of
from plantui.documents.traced import TracedText

from .cells import dates, is_ditto, names, plain
from .columns import WHO, Column, Head, HeadOf, head_at, head_of
from .due import in_year, written_out
from .grouping import is_group, is_note, is_sum
from .paths import Path
from .row import Row
from .who import by_role, labelled, without_marks
from .words import in_words

_IS_TEXT = compiled(r"[，。；]|^.{31}|\d[%％‰\u4e00-\u9fff]")
"""A cell with more than a title in it."""
_GROUP_NUMBER = compiled(r"^[（(]?[一二三四五六七八九十]{1,3}[）)、.．]?$")
_STOPS = ("。", "；", "：", "！", "？", ".")
_FIELDS = WHO | {Column.DUE}


@dataclass(frozen=True, slots=True)
class RowTask:
    """One row as a task."""

    number: str
    """As printed, empty where the row has none."""
    sections: tuple[TracedText, ...]
    """The names of the groups that it stands in, the outermost first."""
    heading: Heading
    paragraphs: tuple[TracedText, ...]
    """Its words."""
    fields: tuple[TracedText, ...]
    """Who and by when, as labelled lines."""
    start: int
    table: int


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
    *,
    name: TracedText | None = None,
    before: TableRead | None = None,
    lead_mark: str = "",
    of: HeadOf = head_of,
) -> TableRead | None:
    """Every row under a head is a task, but for repeated heads, the names of groups, notes and sums. What stands above
    the head is the table's front. A table whose numbers go on from the one before stands in its last group until it
    names one. `name` is the group of all rows. None for a table without a head."""
    read = TableRead()
    reader: _Reader | None = None
    words = [row.words for row in rows]
    path = Path(name)
    if before is not None and before.path is not None and _goes_on(words, before):
        path = before.path.copy()
    at = 0
    while at < len(rows):
        found = head_at(words, at, of)
        if found is not None:
            if reader is None or found[0] != read.head:
                read.head, read.path = found[0], path
                reader = _Reader(found[0], path, read, lead_mark)
            at += found[1]
            continue
        if reader is None:
            read.front += _once(rows[at])
        else:
            reader.take(rows[at])
        at += 1
    return read if reader is not None else None


def _goes_on(rows: Sequence[Sequence[str]], before: TableRead) -> bool:
    """Whether a table begins with the head of the one before and the number after its last."""
    found = head_at(rows, 0) if rows else None
    last = before.tasks[-1].number if before.tasks else ""
    if found is None or found[0] != before.head or len(rows) <= found[1] or not last.isdigit():
        return False
    number = found[0].index(Column.NUMBER)
    return number is not None and rows[found[1]][number].strip(" .．、") == str(int(last) + 1)


def _once(row: Row) -> list[TracedText]:
    """The cells of a row, a merged one only once."""
    return [*{cell.offsets[0]: cell for cell in row.filled}.values()]


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
        """One row below the head."""
        once = _once(row)
        if not once:
            return
        if is_note(once[0].text.strip()) or is_sum(row.words) or self._is_long_line(row, once):
            self._read.notes += once
            return
        if len({cell.text for cell in once}) == 1 and self._take_alone(row, once[0]):
            return
        if len(once) == 2 and _GROUP_NUMBER.match(once[0].text.strip()) and self._take_alone(row, *once):
            return
        cells = self._cells(row)
        own = self._at(cells, Column.SECTION)
        self._path.enter_column(own)
        title = self._at(cells, Column.TITLE)
        self._title = title or self._title
        if self._goes_on(cells):
            last = self._read.tasks[-1]
            more = tuple(_stopped(text) for text in self._words(cells))
            self._read.tasks[-1] = replace(last, paragraphs=(*last.paragraphs, *more))
            return
        task = self._task(row, cells)
        if task is not None:
            self._read.tasks.append(task)

    def _is_long_line(self, row: Row, once: list[TracedText]) -> bool:
        """One merged cell with more than a name in it explains the table."""
        return len(once) == 1 and len(row.filled) > 1 and not is_group(plain(once[0]).text)

    def _take_alone(self, row: Row, cell: TracedText, *rest: TracedText) -> bool:
        """A row that says one thing, perhaps with 一 in a cell before it: the name of a group, unless it stands in the
        column of the words."""
        index = next(at for at, other in enumerate(row.cells) if other.text.strip())
        column = self._head.columns[index] if index < len(self._head.columns) else Column.OTHER
        is_merged = len(row.filled) > 1 or len(row.cells) == 1
        text = plain(TracedText.join([_with_mark(cell), *rest]) if rest else cell)
        if not is_merged and column not in {
            Column.NUMBER,
            Column.SECTION,
            Column.TITLE,
            self._head.columns[0],
        }:
            return False
        if not is_group(text.text) or text.text.isdigit():
            return False
        self._path.enter_row(text)
        self._title = None
        self._above.clear()
        return True

    def _cells(self, row: Row) -> list[TracedText]:
        cells: list[TracedText] = []
        for index, column in enumerate(self._head.columns):
            cell = row.cells[index] if index < len(row.cells) else TracedText.of("")
            if is_ditto(cell.text.strip()) and index in self._above:
                cell = self._above[index]
            elif cell.text.strip():
                self._above[index] = cell
            cells.append(_READ.get(column, plain)(cell))
        return cells

    def _at(self, cells: list[TracedText], column: Column) -> TracedText | None:
        index = self._head.index(column)
        return cells[index] if index is not None and cells[index].text else None

    def _goes_on(self, cells: list[TracedText]) -> bool:
        """A row with words alone, its number's cell empty, goes on with the row above: the page cut it."""
        if not self._read.tasks or self._head.index(Column.NUMBER) is None:
            return False
        kept = {column for column, cell in zip(self._head.columns, cells, strict=True) if cell.text}
        return bool(kept) and kept <= {Column.CONTENT, Column.GOAL}

    def _words(self, cells: list[TracedText]) -> list[TracedText]:
        """The cells of words in their order, a merged one once; a year in a column's name stands before its cell."""
        found: list[TracedText] = []
        for index, column in enumerate(self._head.columns):
            cell = cells[index]
            if column not in {Column.CONTENT, Column.GOAL} or not cell.text:
                continue
            if any(cell.offsets[0] == other.offsets[0] for other in found):
                continue
            year = self._head.year(index)
            found.append(in_year(cell, year, always=self._several_years and column is Column.GOAL))
        return found

    def _task(self, row: Row, cells: list[TracedText]) -> RowTask | None:
        content = self._words(cells)
        title = self._title
        if not content and self._at(cells, Column.TITLE) is None:
            return None
        number = self._at(cells, Column.NUMBER)
        printed = number.text if number else ""
        if title is not None:
            title, own = _numbered(title)
            printed = printed or own
        elif content:
            content[0], own = _numbered(content[0])
            printed = printed or own
        if not content and title is not None and _IS_TEXT.search(title.text):
            content, title = [title], None
        elif title is None and len(content) > 1 and not _IS_TEXT.search(content[0].text):
            title, content = content[0], content[1:]
        heading = _heading(title, content)
        texts = [heading.text, *content[1:]] if title is None else content
        return RowTask(
            printed.strip(" .．、"),
            self._path.sections(),
            heading,
            tuple(_stopped(text) for text in texts if text.text),
            tuple(self._fields(cells)),
            row.start,
            row.table,
        )

    def _fields(self, cells: list[TracedText]) -> Iterator[TracedText]:
        seen: set[tuple[Column, int]] = set()
        for index, column in enumerate(self._head.columns):
            cell = cells[index]
            if column not in _FIELDS or not cell.text or (column, cell.offsets[0]) in seen:
                continue
            seen.add((column, cell.offsets[0]))
            if column is Column.DUE:
                yield labelled(column, written_out(cell, self._head.year(index)))
                continue
            for role, part in by_role(column, without_marks(cell, self._lead_mark)):
                yield labelled(role, part)


_READ: dict[Column, Callable[[TracedText], TracedText]] = {Column.DUE: dates, **dict.fromkeys(WHO, names)}


def _numbered(text: TracedText) -> tuple[TracedText, str]:
    """The words behind a number in the cell itself (10. 培育…), and that number."""
    number = number_of(text.text) or decimal_number(text.text)
    if number is None or number.length >= len(text):
        return text, ""
    return text[number.length :].strip(), number.printed


def _with_mark(number: TracedText) -> TracedText:
    """一 as 一、, so that it is a number before words."""
    return in_words(number, "" if compiled(r"[）)、.．]\s*$").search(number.text) else "、")


def _heading(title: TracedText | None, content: list[TracedText]) -> Heading:
    if title is None:
        heading = heading_of(content[0])
        return heading if heading.text.text else untitled(content[0])
    return Heading(title.strip("。；：;: "), title[:0])


def _stopped(text: TracedText) -> TracedText:
    """The content with a full stop, so that the next cell does not run into it."""
    return text if text.text.endswith(_STOPS) else in_words(text, "。")
