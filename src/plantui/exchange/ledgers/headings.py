"""Sections of a ledger's plan: by rows that others stand below, by a column of their titles, by a text alone in a row."""

from __future__ import annotations

from collections.abc import Iterable

from plantui.model.column_map import LedgerField
from plantui.model.plan import Section, Task

from ..naming import next_number
from .ids import plain_id
from .line import Line
from .remarks import Remarks

_OWN = (LedgerField.ID, LedgerField.PARENT, LedgerField.TITLE)
"""Columns of which a heading loses nothing; that it has a parent itself is counted once."""


class Headings:
    """Gathers the sections of a ledger."""

    def __init__(self, parents: Iterable[str], remarks: Remarks) -> None:
        """Take the ids that the ledger has for its own headings: no other section may have one of them."""
        self._own_ids = {*map(plain_id, parents)}
        self._remarks = remarks
        self._titles: dict[str, str] = {}
        """Titles by the sections' ids."""

    def take(self, line: Line) -> None:
        """Take a row that others stand below as a heading; of its progress a heading has none."""
        self._titles[plain_id(line.text(LedgerField.ID))] = line.title
        if line.text(LedgerField.PARENT):
            self._remarks.lose(LedgerField.PARENT)
        for field in line.table.columns:
            if field not in _OWN and line.text(field):
                self._remarks.lose(field)

    def id_of(self, title: str) -> str:
        """Return the id of the section with a title, a new one where there is none yet."""
        for id_, known in self._titles.items():
            if known == title:
                return id_
        number = next_number({*self._own_ids, *self._titles})
        self._titles[number] = title
        return number

    def sections(self, tasks: Iterable[Task], plan_title: str) -> tuple[Section, ...]:
        """Return the sections that tasks stand in; one without a title has the plan's."""
        used = {task.section for task in tasks}
        return tuple(
            Section(id_, "", title or plan_title) for id_, title in self._titles.items() if id_ in used
        )
