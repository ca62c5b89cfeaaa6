"""Cells of days: time limits with their words, and the day that a row speaks of."""

from __future__ import annotations

import re
from datetime import date

from plantui.model.column_map import LedgerField
from plantui.model.plan import Deadline

from .cells import serial_day, without_time
from .line import Line
from .remarks import Remarks
from .surroundings import Surroundings
from .table import PlacedTable

_AS_OF = re.compile(r"(?:截[至止]|as of)[^\n]*", re.IGNORECASE)
"""Words before the day that all of a table speaks of, with the rest of their line."""


class DayCells:
    """Reads the days in the rows of a ledger."""

    def __init__(self, around: Surroundings, remarks: Remarks) -> None:
        self._around = around
        self._remarks = remarks
        self._above: dict[str, date | None] = {}
        """The days that tables speak of by the words above their heads, by the sheets' names."""

    def deadlines(self, line: Line) -> tuple[Deadline, ...]:
        """Return the time limits of a row, each once."""
        days = self._days(line, LedgerField.DUE)
        words = line.text(LedgerField.DUE_WORDS)
        phrases = [phrase for part in words.split("\n") if (phrase := part.strip())]
        if len(phrases) != len(days):
            if phrases:
                self._remarks.lose(LedgerField.DUE_WORDS)
            phrases = [said for said, _ in days]
        deadlines = (Deadline(phrase, day) for phrase, (_, day) in zip(phrases, days, strict=True))
        return tuple(dict.fromkeys(deadlines))

    def as_of(self, line: Line) -> date | None:
        """Return the day that a row speaks of; None where nobody says it, or it is yet to come."""
        days = self._days(line, LedgerField.AS_OF)
        day = days[-1][1] if days else self._day_above(line.table)
        if day is not None and day > self._around.today:
            self._remarks.doubt_cell("future", line, LedgerField.AS_OF, str(day))
            return None
        return day

    def _days(self, line: Line, field: LedgerField) -> list[tuple[str, date]]:
        """Return the days in a cell with their words; of a text that has none it is said."""
        cell = line.written(field)
        if not cell:
            return []
        if day := serial_day(cell):
            self._remarks.doubt_cell("serial", line, field, f"{cell} = {day}")
            return [(day.isoformat(), day)]
        days = [one for part in cell.split("\n") for one in self._around.read_due(without_time(part))]
        if not days:
            self._remarks.doubt_cell("day", line, field, cell)
            self._remarks.lose(field)
        return days

    def _day_above(self, table: PlacedTable) -> date | None:
        """Return the day that a table without a column for it speaks of: 截至2024年6月底 above the heads."""
        if LedgerField.AS_OF in table.columns:
            return None
        if table.name not in self._above:
            said = (match[0] for text in table.above if (match := _AS_OF.search(text)))
            days = [day for text in said for _, day in self._around.read_due(text)]
            self._above[table.name] = days[0] if days else None
            if days:
                self._remarks.doubt("as_of_above", str(days[0]))
        return self._above[table.name]
