"""Cells of departments, read by the names that are known and those that the ledger teaches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plantui.model.column_map import DEPARTMENT_FIELDS, ColumnMap, LedgerField
from plantui.model.plan import Departments
from plantui.model.terms import Role

from .line import Line
from .names import KnownNames, Split
from .remarks import Remarks


class DepartmentCells:
    """Reads the departments in the rows of a ledger."""

    def __init__(self, names: Iterable[str], remarks: Remarks) -> None:
        self._names = KnownNames(names)
        self._remarks = remarks
        self._split: dict[str, Split] = {}
        self._new: set[str] = set()
        """Names that were told as new."""
        self.unsplit: set[str] = set()
        """Ids of the tasks of which some department could not be read."""

    def learn(self, lines: Sequence[Line], by: ColumnMap) -> None:
        """Learn the names that stand alone in a cell, or come again and again."""
        cells: list[str] = []
        for field in DEPARTMENT_FIELDS:
            for line in lines:
                if cell := line.written(field):
                    self._names.add_alone(cell, holds_one=field in by.one_name)
                    cells.append(cell)
        for name in self._names.recurring(cells):
            self._names.add(name)
            self._tell_new(name)

    def of_task(self, id_: str, line: Line) -> Departments:
        """Return the departments of a task by their roles."""
        by_role = {role: self.named(id_, line, LedgerField(role.value)) for role in Role}
        lead, support = by_role[Role.LEAD], by_role[Role.SUPPORT]
        everybody = self.named(id_, line, LedgerField.ALL)
        if everybody and lead and not {*lead} <= {*everybody} and id_ not in self.unsplit:
            self._remarks.doubt_cell("lead_not_among", line, LedgerField.ALL, "; ".join(lead))
        by_role[Role.SUPPORT] += tuple(name for name in everybody if name not in (*lead, *support))
        return Departments(*by_role.values())

    def named(self, id_: str, line: Line, field: LedgerField) -> tuple[str, ...]:
        """Return the names in a cell of a task, with a doubt on what is none."""
        cell = line.written(field)
        if not cell:
            return ()
        if cell not in self._split:
            self._split[cell] = self._names.split(cell)
            for name in self._split[cell].new:
                self._tell_new(name)
        split = self._split[cell]
        for words in split.unsplit:
            self._remarks.doubt_cell("unsplit", line, field, words)
        for words, known in split.alike:
            self._remarks.doubt_cell("alike", line, field, f"{words} ≈ {known}")
        if split.unsplit or split.alike:
            self.unsplit.add(id_)
            self._remarks.lose(field, len(split.unsplit) + len(split.alike))
        return split.names

    def _tell_new(self, name: str) -> None:
        if name not in self._new:
            self._new.add(name)
            self._remarks.doubt("new_name", name)
