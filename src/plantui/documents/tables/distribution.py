"""Which lines of a flattened table belong to which row and column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice
from unicodedata import numeric

from plantui.documents.field_kind import FieldKind
from plantui.documents.patterns import compiled
from plantui.documents.rule import Stage, rule
from plantui.documents.tokens.numerals import whole_number

from .worth import CellWords, Fit, fit_of

_MISSING = {FieldKind.SECTION: -0.4, FieldKind.OTHER: -0.5, FieldKind.TITLE: -1.0, FieldKind.NUMBER: -1.0}
"""What it counts against a row that a column is left empty: sections are merged more often than measures."""
_NEW_ROW, _NEXT_NUMBER, _BLANK, _PAGE_NUMBER = -0.5, 6.0, 0.5, -1.0
_NAMES_GROUP = (0.6, 0.2)
"""What the name of a group counts, with a number of its own and without."""
_LOST = 12.0
"""By how much every way to go on is worse than to end the table here, where nothing more is looked at."""
_LONGEST_CELL = {
    FieldKind.NUMBER: 1,
    FieldKind.DUE: 3,
    FieldKind.SECTION: 3,
    FieldKind.OTHER: 3,
}
_LONGEST = 12
"""Lines of one cell, of the columns above and of all others."""
_TEXT = frozenset({FieldKind.SECTION, FieldKind.TITLE, FieldKind.TEXT, FieldKind.MEASURE, FieldKind.NUMBER})
"""Columns that a row may begin with, beside the table's first."""
_PARTS = compiled(r"[A-Z]+|\d+|[^\W\da-z]+")
"""The parts of a number."""
GROUP = -1
"""In the place of a column: the line names the group of the rows below it."""


@dataclass(frozen=True, slots=True, eq=False)
class _Way:
    """The best way to deal out all lines up to a place so that the last cell is one of a certain column."""

    score: float = 0.0
    column: int = GROUP
    cell: range = range(0)
    begins: bool = True
    """The cell is the first of its row."""
    last: tuple[int, ...] = ()
    """The number of the last row that has one."""
    before: _Way | None = None


@dataclass(frozen=True, slots=True)
class Dealt:
    """The rows of a table: for each the lines of the columns that it fills."""

    rows: tuple[dict[int, range], ...]
    score: float


@rule(Stage.TABLES)
def dealt(words: CellWords, lines: Iterable[tuple[str, bool]], columns: Sequence[FieldKind]) -> Dealt:
    """A cell may run over several lines, and one that was merged with the cell above is missing: of all ways to deal out
    lines over rows and columns, the one where numbers count up, departments are names, time limits are dates and the
    least is joined or missing. The table ends where more rows would make the whole worse. With each line stands whether it
    follows a blank one where cells do not."""
    return _Dealer(words, lines, columns).best()


class _Dealer:
    """Finds the best way. It costs as much as there are lines, since a cell has no more than a certain number of them."""

    def __init__(
        self, words: CellWords, lines: Iterable[tuple[str, bool]], columns: Sequence[FieldKind]
    ) -> None:
        self._words = words
        self._source = iter(lines)
        self._texts: list[str] = []
        self._blanks: list[bool] = []
        self._columns = columns
        empty = [_MISSING.get(column, -2.0) for column in columns]
        self._empty = [*accumulate(empty, initial=0.0)]
        self._kinds: dict[tuple[Fit, int], list[int]] = {}
        longest = {**_LONGEST_CELL, FieldKind.TITLE: words.longest_title}
        for at, column in enumerate(columns):
            if column is not FieldKind.NUMBER:
                fit = fit_of(column, {*columns})
                key = fit, _LONGEST if fit is Fit.WORDS else longest.get(column, _LONGEST)
                self._kinds.setdefault(key, []).append(at)
        self._ways: defaultdict[int, dict[int, _Way]] = defaultdict(dict)

    def best(self) -> Dealt:
        """Return the rows of the way with the best end."""
        self._ways[0][GROUP] = end = _Way()
        top, reached, at = 0.0, 0, 0
        while at <= reached:
            ways = self._ways[at]
            if ways:
                last = max(ways.values(), key=self._closed)
                if (
                    self._closed(last) > top and last.column != GROUP
                ):  # a heading behind the table is the text's
                    top, end = self._closed(last), last
                if self._has(at) and max(way.score for way in ways.values()) > top - _LOST:
                    reached = max([reached, *self._go_on(at, self._entries(ways, last, at))])
            at += 1
        return Dealt(tuple(_rows_of(end)), top)

    def _has(self, at: int) -> bool:
        """Return whether there is a line at a place; no more lines are read than are looked at."""
        for text, after_blank in islice(self._source, max(0, at + 1 - len(self._texts))):
            self._texts.append(text)
            self._blanks.append(after_blank)
        return at < len(self._texts)

    def _closed(self, way: _Way) -> float:
        """Return a way's score with what is missing at the end of its row."""
        return way.score + (self._empty[-1] - self._empty[way.column + 1] if way.column != GROUP else 0.0)

    def _entries(self, ways: dict[int, _Way], last: _Way, at: int) -> list[_Way]:
        """Return for each column the best way to come to it, as a way without a cell yet."""
        blank = _BLANK if self._blanks[at] else 0.0
        row = self._closed(last) + _NEW_ROW + blank
        entries = []
        for column, kind in enumerate(self._columns):
            missing = self._empty[column]
            found: _Way | None = None
            if column == 0 or kind in _TEXT:
                found = _Way(row + missing, column, range(0), True, last.last, last)
            for way in ways.values():
                if GROUP < way.column < column:
                    score = way.score + missing - self._empty[way.column + 1] - blank
                    if found is None or score > found.score:
                        found = _Way(score, column, range(0), False, way.last, way)
            entries.append(found or _Way(float("-inf")))
        entries.append(_Way(row, GROUP, range(0), True, last.last, last))
        return entries

    def _go_on(self, at: int, entries: Sequence[_Way]) -> Iterator[int]:
        """Take the next lines as a cell of each column; yield where the cells end."""
        for (fit, longest), columns in self._kinds.items():
            for end in range(at + 1, at + longest + 1):
                if not self._has(end - 1):
                    break
                if end > at + 1 and (
                    self._blanks[end - 1] or not self._words.may_go_on(fit, self._texts[end - 1])
                ):
                    break
                value = self._words.worth(fit, self._texts[at:end])
                for column in columns:
                    self._take(entries[column], range(at, end), value)
                yield end
        if self._take_alone(at, entries):
            yield at + 1

    def _take_alone(self, at: int, entries: Sequence[_Way]) -> bool:
        """Take a line as a number, as the name of a group, or as a figure of the page that is in no cell."""
        text, cell = self._texts[at], range(at, at + 1)
        for column, kind in enumerate(self._columns):
            number = self._next_number(text, entries[column].last) if kind is FieldKind.NUMBER else ()
            if number:
                self._take(replace(entries[column], last=number), cell, _NEXT_NUMBER)
        names_group = self._group_worth(at)
        if names_group:
            self._take(entries[GROUP], cell, names_group)
        for way in self._ways[at].values() if text.isdigit() else ():
            self._keep(replace(way, score=way.score + _PAGE_NUMBER), at + 1)
        return bool(self._ways[at + 1])

    def _take(self, entry: _Way, cell: range, value: float) -> None:
        score = entry.score + value
        self._keep(_Way(score, entry.column, cell, entry.begins, entry.last, entry.before), cell.stop)

    def _keep(self, way: _Way, end: int) -> None:
        known = self._ways[end].get(way.column)
        if known is None or way.score > known.score:
            self._ways[end][way.column] = way

    def _group_worth(self, at: int) -> float:
        """Return what a line counts as the name of a group: one with 一、, or one straight above a number."""
        text, patterns = self._texts[at], self._words.patterns
        if not self._has(at + 1) or not self._words.is_group(text) or patterns.TABLES_ROW_NUMBER.match(text):
            return 0.0
        if patterns.TABLES_NUMBERED_GROUP.match(text):
            return _NAMES_GROUP[0]
        above_number = FieldKind.NUMBER in self._columns and patterns.TABLES_ROW_NUMBER.match(
            self._texts[at + 1]
        )
        return _NAMES_GROUP[1] if above_number else 0.0

    def _next_number(self, text: str, last: tuple[int, ...]) -> tuple[int, ...]:
        """Return the value of a number that may come after the last one (2 or ② after 1, 1.3 after 1.2, 2.1 or B.1 after
        1.2 or A.2), or nothing."""
        match = self._words.patterns.TABLES_ROW_NUMBER.match(text)
        if not match:
            return ()
        value = tuple(map(_value, _PARTS.findall(match[1])))
        if not last:
            return value  # straight below the head: an excerpt may begin anywhere
        follows = value == (*last[:-1], last[-1] + 1)
        above = value[:-1] == (*last[:-2], last[-2] + 1) if len(last) > 1 else False
        begins = len(value) == len(last) and value[-1] == 1 and (above or _is_letter(match[1][0]))
        return value if follows or begins else ()


def _value(part: str) -> int:
    if _is_letter(part):
        return int(part, 36)
    return whole_number(part) if part.isdecimal() or not part.isdigit() else int(numeric(part))


def _is_letter(part: str) -> bool:
    return part.isascii() and part.isalpha()


def _rows_of(end: _Way) -> Iterator[dict[int, range]]:
    """Yield the rows of a way in their order."""
    cells: list[_Way] = []
    way: _Way | None = end
    while way is not None and way.before is not None:
        cells.append(way)
        way = way.before
    row: dict[int, range] = {}
    for cell in reversed(cells):
        if cell.begins and row:
            yield row
            row = {}
        row[cell.column] = cell.cell
    if row:
        yield row
