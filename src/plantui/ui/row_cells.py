"""The values of a task's columns as painted: text and look, in the width of the column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from rich.cells import cell_len

from plantui.model.funding import Money
from plantui.model.terms import Light, Status
from plantui.model.text import one_line
from plantui.query.cells import TaskCells
from plantui.query.columns import Column, Sorting
from plantui.words import Words
from plantui.words.phrases import days_text, funding_text, term

from .meanings import age_look, badge_look
from .painting import clip, fit

Piece = tuple[str, str]
"""Text in exactly the width of its column, and its look."""

FROM_LEDGER = frozenset(
    {
        *(Column.LIGHT, Column.STATUS, Column.PERCENT, Column.DAYS, Column.REPORTED, Column.MISSING),
        Column.AGE,
        *(Column.FIRST_DUE, Column.EXTENSIONS),
        *(Column.STAGE, Column.ASSIGNMENT, Column.ASSESSMENT),
    }
)
"""The columns that are blank until the ledger was read."""
OF_DEPARTMENTS = frozenset(
    {Column.LEAD, Column.ACCOUNTABLE, Column.SHARED, Column.SUPPORT, Column.RESPONSIBLE}
)
"""The columns of names in which a search looks."""
_DUE_LOOKS = {Light.RED: "late", Light.YELLOW: "near"}


def to_the_right(text: str, width: int) -> str:
    """Return the text at the right end of `width` cells."""
    return " " * (width - cell_len(text)) + clip(text, width)


def sorting_mark(sorting: Sorting | None, column: Column) -> str:
    """Return the mark behind the heading of a column: rising, falling, or none where the rows are not sorted by it."""
    if sorting is None or sorting.column is not column:
        return ""
    return "▼" if sorting.descending else "▲"


def badge(word: str) -> str:
    """Return the word of a light as it stands on its badge."""
    return f" {word} "


class CellPainter:
    """Paints the values of a task in every column but number and title. What is not known is blank."""

    def __init__(self, words: Words, *, with_role: bool) -> None:
        """Have the column of lead departments name whoever is accountable, with the role, where `with_role`."""
        self._words = words
        self._with_role = with_role
        self._lights = {light: badge(term(words, light)) for light in Light}
        self._statuses = {status: term(words, status) for status in Status}
        # Many rows have the same few texts, and a page is painted at each step of a scroll.
        self._percent_text = cache(lambda percent: words("terms.percent", percent=percent))
        self._days_text = cache(lambda days: days_text(words, days))
        self._paints: dict[Column, Callable[[TaskCells, int], Piece]] = {
            Column.LIGHT: self._light,
            Column.STATUS: lambda cells, width: (fit(self._statuses[cells.status], width), ""),
            Column.PERCENT: self._percent,
            Column.DUE: self._due,
            Column.EXTENSIONS: self._extensions,
            Column.STAGE: self._stage,
            Column.ASSESSMENT: self._assessment,
            Column.ASSIGNMENT: self._assignment,
            Column.DAYS: self._days,
            Column.AGE: self._age,
            Column.LEAD: self._lead,
        }

    def __call__(self, column: Column, cells: TaskCells, width: int) -> Piece:
        paint = self._paints.get(column)
        return paint(cells, width) if paint else self._plain(column, cells, width)

    def _plain(self, column: Column, cells: TaskCells, width: int) -> Piece:
        """Return a value of which only its kind matters: names, a day, a text."""
        value = cells.value(column)
        if isinstance(value, tuple):
            return self._names(value, width), ""
        if isinstance(value, Money):
            return fit(one_line(funding_text(self._words, value.parts)), width), ""
        text = one_line("" if value is None else str(value))
        return (to_the_right(text, width), "") if column.is_right_aligned else (fit(text, width), "muted")

    def _light(self, cells: TaskCells, width: int) -> Piece:
        # Filled over the whole column, so that the badges of all lights are one width.
        return fit(self._lights[cells.light], width), badge_look(cells.light)

    def _percent(self, cells: TaskCells, width: int) -> Piece:
        percent = cells.percent
        return to_the_right("" if percent is None else self._percent_text(percent), width), ""

    def _due(self, cells: TaskCells, width: int) -> Piece:
        due = "" if cells.due is None else str(cells.due)
        return fit(due, width), _DUE_LOOKS.get(cells.light, "muted")

    def _stage(self, cells: TaskCells, width: int) -> Piece:
        stage = cells.stage
        return fit("" if stage is None else term(self._words, stage), width), "muted"

    def _assessment(self, cells: TaskCells, width: int) -> Piece:
        found = cells.assessment
        return fit(self._words(f"assessments.agreement.{found}") if found else "", width), "muted"

    def _assignment(self, cells: TaskCells, width: int) -> Piece:
        from plantui.words.assignment_phrases import assignment_state

        return fit(assignment_state(self._words, cells.assignment), width), "muted"

    def _extensions(self, cells: TaskCells, width: int) -> Piece:
        # Most tasks keep their dates: a nought in each row would hide those that do not.
        return to_the_right(str(cells.extensions or ""), width), ""

    def _days(self, cells: TaskCells, width: int) -> Piece:
        if cells.days is None:
            return " " * width, ""
        return to_the_right(self._days_text(cells.days), width), _DUE_LOOKS.get(cells.light, "muted")

    def _age(self, cells: TaskCells, width: int) -> Piece:
        passed = cells.passed_age
        if passed is None:
            return self._plain(Column.AGE, cells, width)
        from plantui.words.report_age_phrases import age_words

        text = age_words(self._words, cells.age, passed, cells.plan.report_marks)
        return to_the_right(text, width), age_look(passed)

    def _lead(self, cells: TaskCells, width: int) -> Piece:
        if not self._with_role:
            return self._names(cells.leads, width), ""
        if not cells.accountable:
            return " " * width, ""
        role = f"{term(self._words, cells.accountable_role)} "
        return role + self._names(cells.accountable, width - cell_len(role)), ""

    def _names(self, names: Sequence[str], width: int) -> str:
        """Return the names where all have room, else the first and how many they are."""
        if len(names) < 2:
            return fit(one_line(names[0]) if names else "", width)
        text = one_line(self._words.listing(list(names)))
        if cell_len(text) <= width:
            return fit(text, width)
        several = self._words("columns.value.several", count=len(names))
        return fit(clip(one_line(names[0]), width - cell_len(several)) + several, width)
