"""Values in the cells of a workbook as people write them: statuses, percents, days."""

from __future__ import annotations

from datetime import date
from functools import cache

from plantui.model.day import WrittenDay, read_day
from plantui.model.department import fold_name
from plantui.model.figure import read_figure
from plantui.model.terms import Language, Status
from plantui.readback.workbook import CellKind
from plantui.words import Words
from plantui.words.phrases import term

_WHOLE = 100
_SIGN = "%"


@cache
def statuses() -> dict[str, Status]:
    """Return the statuses by their words in both languages and by their ids, folded."""
    found = {fold_name(status.value).casefold(): status for status in Status}
    for language in Language:
        words = Words(language)
        found |= {fold_name(term(words, status)).casefold(): status for status in Status}
    return found


def status_in(text: str) -> Status | None:
    """Return the status that a text names; None for another text."""
    return statuses().get(fold_name(text).casefold())


def percent_in(text: str, kind: CellKind) -> int | None:
    """Return the percent in a cell: `40`, `40%`, 0.4 shown as 40%; None for what is no whole number from 0 to 100."""
    figure = read_figure(text)
    if figure is None or figure.unit not in ("", _SIGN):
        return None
    value = figure.value
    if kind is CellKind.NUMBER and 0 < value < 1:
        return None  # a share or a very small percent: nobody can tell
    whole = round(value)
    return whole if abs(value - whole) < 1e-6 and 0 <= whole <= _WHOLE else None


def day_in(text: str, kind: CellKind, today: date) -> WrittenDay | None:
    """Return the day in a cell; None for what is none. A bare number is none, though a spreadsheet keeps days as numbers."""
    if kind is CellKind.DAY:
        return WrittenDay(date.fromisoformat(text), has_year=True)
    return None if kind is CellKind.NUMBER and len(text) < len("20240630") else read_day(text, today)
