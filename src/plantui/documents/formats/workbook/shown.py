"""A sheet as it is shown: rows and columns that are not hidden, merged cells once, and what is said of the rest."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from plantui.model.problem import DataError

from ...source import MarkKind
from ..content import Cell, Remark
from ..limits import MOST_CELLS

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_NUMBER = re.compile(r"[-+]?[\d,]*\d(?:\.\d*)?%?")
_MONTH = re.compile(r"(?:19|20)\d\d(?:\.(?:0?[1-9]|1[0-2]))?")
"""A number that may be a year with its month, or a year."""
_SEPARATOR = "　"
"""Stands between the cells of a row that is told as one text."""


class Place(NamedTuple):
    """A place in a sheet, both from 1."""

    row: int
    column: int


class Area(NamedTuple):
    """A rectangle of cells, its last row and column included."""

    first: Place
    last: Place

    @classmethod
    def of(cls, written: str) -> Area | None:
        """Return the area of a reference, `A1:C3` or `B2`; None for one that is none."""
        found = [place_of(part) for part in written.split(":")]
        if not 1 <= len(found) <= 2 or None in found:
            return None
        first, last = found[0], found[-1]
        return cls(first, last) if first is not None and last is not None else None


class Formula(Enum):
    """Whether a cell has a formula, and the file its result."""

    NONE = auto()
    WORKED_OUT = auto()
    UNSURE = auto()
    """It holds nought or nothing, as a program writes it that works no formulas out."""


@dataclass(slots=True)
class Shown:
    """A cell's value: its text, and what is to be said of it."""

    text: str
    remarks: list[Remark] = field(default_factory=list)
    is_cut: bool = False
    """True for a number such as 2025.1, of which a program may have dropped a nought."""
    is_day: bool = False
    time: str = ""
    """The time of day that its number has and its number format does not show."""
    formula: Formula = Formula.NONE


@dataclass(slots=True)
class Sheet:
    """A sheet as its file holds it."""

    rows: dict[int, dict[int, Shown]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    filters: list[Area] = field(default_factory=list)
    """Areas of which a filter hides rows."""
    aside: list[Remark] = field(default_factory=list)
    """What is to be said of what lies over its cells."""
    filtered_rows: set[int] = field(default_factory=set)
    """Rows of which the file itself says that a filter hides them."""

    def is_filtered(self, number: int) -> bool:
        """Return whether a row that is hidden is so by a filter."""
        return number in self.filtered_rows or any(
            area.first.row < number <= area.last.row for area in self.filters
        )


def place_of(written: str) -> Place | None:
    """Return the place that a reference names, `B2`; None for one that is none."""
    found = _REFERENCE.fullmatch(written)
    if found is None:
        return None
    column = 0
    for sign in found[1].upper():
        column = column * 26 + ord(sign) - ord("A") + 1
    return Place(int(found[2]), column)


def shown_rows(sheet: Sheet, title: str = "", *, with_hidden: bool = False) -> list[list[Cell]]:
    """Return the rows that are shown, with what is said of those that are not; `title` stands before names of cells."""
    rows = [number for number in sheet.rows if with_hidden or number not in sheet.hidden_rows]
    last = max((column for row in sheet.rows.values() for column in row), default=0)
    hidden = () if with_hidden else sheet.hidden_columns
    columns = [at for at in range(1, last + 1) if not any(at in gap for gap in hidden)]
    if len(rows) * len(columns) > MOST_CELLS:
        raise DataError("formats.too_many_cells", most=f"{MOST_CELLS:,}")
    covers = _Covers(sheet, rows, columns)
    said = {} if with_hidden else _said_of_rows(sheet, rows, title)
    if rows and not with_hidden:
        said.setdefault(rows[0], []).extend(_said_of_columns(sheet, columns, last, title))
    said_of_cells = _slips(sheet, rows, columns, title)
    found = []
    for number in rows:
        cells = [*_cells(number, covers, columns, said_of_cells, title)]
        cells = _with_struck_row(cells)
        if remarks := said.pop(number, ()):
            first = cells[0] if cells else Cell("")
            cells[:1] = [first._replace(remarks=(*remarks, *first.remarks))]
        found.append(cells)
    if left := [remark for remarks in said.values() for remark in remarks]:
        found.append([Cell("", remarks=tuple(left))])
    return found


def whole_text(sheet: Sheet) -> str:
    """Return all that a sheet says, as one text."""
    return "\n".join(_row_text(row) for row in sheet.rows.values())


def column_name(number: int) -> str:
    """Return the letters of a column: A, Z, AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class _Covers:
    """Which cell stands where: merged ones at the first place of theirs that is shown."""

    def __init__(self, sheet: Sheet, rows: Sequence[int], columns: Sequence[int]) -> None:
        self._sheet = sheet
        self._heads: dict[Place, tuple[Shown, int, int]] = {}
        self._covered: set[Place] = set()
        for area in sheet.merged:
            inside_rows = _within(rows, area.first.row, area.last.row)
            inside_columns = _within(columns, area.first.column, area.last.column)
            value = sheet.rows.get(area.first.row, {}).get(area.first.column)
            if value is None or not inside_rows or not inside_columns:
                continue
            head = Place(inside_rows[0], inside_columns[0])
            self._heads[head] = (value, len(inside_columns), len(inside_rows))
            places = (Place(row, column) for row in inside_rows for column in inside_columns)
            self._covered.update(place for place in places if place != head)

    def at(self, place: Place) -> tuple[Shown | None, int, int] | None:
        """Return the value that is shown at a place, and over how many columns and rows; None where another covers it."""
        if place in self._covered:
            return None
        own = self._sheet.rows.get(place.row, {}).get(place.column)
        return self._heads.get(place) or (own, 1, 1)


def _cells(
    number: int, covers: _Covers, columns: Sequence[int], said: Mapping[Place, Remark], title: str
) -> Iterator[Cell]:
    for column in columns:
        place = Place(number, column)
        found = covers.at(place)
        if found is None:
            continue
        value, wide, deep = found
        if value is None:
            yield Cell("", wide, deep)
            continue
        where = _named(title, f"{column_name(column)}{number}")
        remarks = [remark._replace(where=where) for remark in value.remarks]
        if place in said:
            remarks.append(said[place])
        yield Cell(value.text, wide, deep, tuple(remarks))


def _with_struck_row(cells: list[Cell]) -> list[Cell]:
    """Return the cells of a row; where several are struck through, one remark says so of all."""
    struck = [one for cell in cells for one in cell.remarks if one.kind is MarkKind.STRUCK]
    if len(struck) < 2:
        return cells
    last = struck[-1].where.rpartition("!")[2]
    whole = Remark(MarkKind.STRUCK, _SEPARATOR.join(one.words for one in struck), f"{struck[0].where}:{last}")
    found = []
    for cell in cells:
        others = [one for one in cell.remarks if one.kind is not MarkKind.STRUCK]
        if struck[0] in cell.remarks:
            others.insert(0, whole)
        found.append(cell._replace(remarks=tuple(others)))
    return found


def _said_of_rows(sheet: Sheet, shown: Sequence[int], title: str) -> dict[int, list[Remark]]:
    """Return what is said of rows that are not shown, at the next one that is: one remark for all that a filter hides."""
    said: dict[int, list[Remark]] = {}
    filtered: list[int] = []
    run: list[int] = []

    def close(before: int) -> None:
        if run:
            name = f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0])
            said.setdefault(before, []).append(
                Remark(MarkKind.HIDDEN_ROWS, _text_of_rows(sheet, run), _named(title, name))
            )
            run.clear()

    for number in sorted(sheet.rows):
        if number not in sheet.hidden_rows:
            close(number)
        elif sheet.is_filtered(number):
            filtered.append(number)
        else:
            run.append(number)
    close(0)
    if filtered:
        where = _named(title, str(len(filtered)))
        remark = Remark(MarkKind.FILTERED, _text_of_rows(sheet, filtered), where)
        said.setdefault(shown[0] if shown else 0, []).insert(0, remark)
    return said


def _said_of_columns(sheet: Sheet, columns: Sequence[int], last: int, title: str) -> Iterator[Remark]:
    shown = set(columns)
    for column in range(1, last + 1):
        if column not in shown:
            words = [row[column].text for row in sheet.rows.values() if column in row and row[column].text]
            if words:
                yield Remark(MarkKind.HIDDEN_COLUMN, "\n".join(words), _named(title, column_name(column)))


def _slips(sheet: Sheet, rows: Sequence[int], columns: Sequence[int], title: str) -> dict[Place, Remark]:
    """Return what is said of values that may be slips."""
    days: dict[int, list[tuple[int, str]]] = {}
    cut: dict[int, list[int]] = {}
    for row in rows:
        for column, cell in sheet.rows[row].items():
            if cell.is_day:
                days.setdefault(column, []).append((row, cell.time))
            elif cell.is_cut:
                cut.setdefault(column, []).append(row)
    found: dict[Place, Remark] = {}
    for column in columns:
        name = column_name(column)
        if column in days and (time := _late_hour([time for _, time in days[column]])):
            found[Place(days[column][0][0], column)] = Remark(MarkKind.EARLY_DAY, time, _named(title, name))
        if column in cut and _has_months(
            sheet.rows[row][column] for row in rows if column in sheet.rows[row]
        ):
            for row in cut[column]:
                found[Place(row, column)] = Remark(MarkKind.CUT_NOUGHT, where=_named(title, f"{name}{row}"))
    return found


def _late_hour(times: Sequence[str]) -> str:
    """Return the one late time of day that all days of a column have and no cell shows: a program east of Greenwich wrote
    each as the evening before. Empty where they have none."""
    return times[0] if len(set(times)) == 1 and times[0] >= "12" else ""


def _has_months(cells: Iterable[Shown]) -> bool:
    """Return whether all numbers of a column may be years with months: among others 2025.1 is a sum or a size."""
    return all(_MONTH.fullmatch(cell.text) for cell in cells if _NUMBER.fullmatch(cell.text))


def _text_of_rows(sheet: Sheet, numbers: Iterable[int]) -> str:
    return "\n".join(_row_text(sheet.rows[number]) for number in numbers)


def _row_text(row: Mapping[int, Shown]) -> str:
    return _SEPARATOR.join(row[column].text for column in sorted(row) if row[column].text)


def _named(title: str, name: str) -> str:
    return f"{title}!{name}" if title else name


def _within(numbers: Sequence[int], first: int, last: int) -> Sequence[int]:
    return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]
