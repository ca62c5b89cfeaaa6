"""A foreign ledger by its column map: a plan, its notes, what is doubtful and what was lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from plantui.model.column_map import ColumnMap, LedgerField
from plantui.model.plan import Plan, PlanInfo, Task
from plantui.model.problem import DataError

from ..naming import on_one_line
from ..read_plan import ReadPlan
from .cells import escapes_in, has_elements, is_unwritten
from .days import DayCells
from .departments import DepartmentCells
from .headings import Headings
from .ids import TaskIds, plain_id
from .indicators import indicator_of
from .line import Line
from .remarks import Remarks
from .reports import Reports
from .surroundings import Surroundings
from .table import LedgerTable, PlacedTable, placed_table

_LEAST_TITLE = 6
"""Characters that a text above the heads has at least where it is the ledger's title."""


class LedgerRead(NamedTuple):
    """A ledger that was read."""

    read: ReadPlan
    rows: int
    """The rows that were read."""
    fields: frozenset[LedgerField]
    """The columns that the ledger has."""
    unsplit: frozenset[str] = frozenset()
    """Tasks of which some department could not be read: a plan that has them already knows better."""


def read_ledger(tables: Sequence[LedgerTable], by: ColumnMap, around: Surroundings) -> LedgerRead:
    """Read all tables that have the heads of a map. Raises DataError where none has, or none has a task."""
    placed = [found for table in tables if (found := placed_table(table, by))]
    if not placed:
        heads = " | ".join(head for table in tables[:1] for row in table.rows[:1] for head in row)
        raise DataError("exchange.ledger.no_heads", file=around.file, map=by.name, heads=heads)
    reader = _Reader(by, around, placed)
    names = {found.name for found in placed}
    read = reader.read([table.name for table in tables if table.rows and table.name not in names])
    if not read.read.plan.tasks:
        raise DataError("exchange.ledger.no_tasks", file=around.file, map=by.name)
    return read


class _TaskLines(NamedTuple):
    """The rows of one task."""

    id: str
    section: str
    lines: list[Line]


class _Reader:
    """Reads one ledger."""

    def __init__(self, by: ColumnMap, around: Surroundings, tables: Sequence[PlacedTable]) -> None:
        self._by = by
        self._around = around
        self._tables = tables
        self._remarks = Remarks(by)
        self._by_table = [[*self._lines_of(table)] for table in tables]
        self._lines = [*chain.from_iterable(self._by_table)]
        self._parents = _parents(self._lines)
        self._headings = Headings(self._parents, self._remarks)
        self._departments = DepartmentCells(around.names, self._remarks)
        self._days = DayCells(around, self._remarks)
        self._title = _title_of(tables[0], around)
        self._known_region = around.region or by.region
        self._region = self._known_region or self._title

    def read(self, sheets_left: Sequence[str]) -> LedgerRead:
        """Return the plan, the notes, the doubts and the losses; `sheets_left` are those without the heads of the map."""
        remarks = self._remarks
        reports = Reports(self._by, self._around, self._lines, self._departments, self._days, remarks)
        for sheet in sheets_left:
            remarks.doubt("sheet", sheet or "-")
        self._departments.learn(self._lines, self._by)
        self._look_at_cells()
        grouped = self._grouped()
        tasks = tuple(map(self._task, grouped))
        notes = tuple(
            note
            for task, of_task in zip(tasks, grouped, strict=True)
            for line in of_task.lines
            for note in reports.notes(task, line, self._region)
        )
        self._lose_columns()
        self._suspect_cut()
        info = self._info(reports.nameless)
        plan = Plan(info, (), self._headings.sections(tasks, self._title), tasks)
        fields = frozenset(field for table in self._tables for field in table.columns)
        read = ReadPlan(plan, remarks.doubts, remarks.account, notes)
        return LedgerRead(read, len(self._lines), fields, frozenset(self._departments.unsplit))

    def _lines_of(self, table: PlacedTable) -> Iterator[Line]:
        nothing = frozenset(self._by.nothing)
        for number, row in enumerate(table.rows, 1):
            label = table.cell(row, LedgerField.ID) or table.cell(row, LedgerField.NUMBER)
            place = f"{table.name}!{number}" if len(self._tables) > 1 else str(number)
            yield Line(table, row, label or f"#{place}", nothing)

    def _look_at_cells(self) -> None:
        """Note what programs have left in the cells that are taken."""
        for line in self._lines:
            for field in line.table.columns:
                cell = line.text(field)
                if is_unwritten(cell):
                    self._remarks.doubt_cell("unwritten", line, field, cell)
                for escape in escapes_in(cell) if not has_elements(cell) else ():
                    self._remarks.doubt_cell("escape", line, field, escape)

    def _grouped(self) -> list[_TaskLines]:
        """Return the rows of each task; headings, and rows that say nothing of a task, are taken out."""
        ids = TaskIds(self._around.ids, self._remarks)
        found: dict[str, _TaskLines] = {}
        for lines in self._by_table:
            heading = ""
            for line in lines:
                parent = line.text(LedgerField.PARENT)
                if title := line.heading:
                    heading = title
                elif not line.wording:
                    if any(line.row):
                        self._remarks.doubt("no_task", f"{line.label}: {next(filter(None, line.row))}")
                elif line.text(LedgerField.ID) in self._parents:
                    self._headings.take(line)
                else:
                    if parent and parent not in self._parents:
                        self._remarks.doubt("parent", f"{line.label}: {parent}")
                    section = (
                        plain_id(parent)
                        if parent in self._parents
                        else self._headings.id_of(line.text(LedgerField.SECTION) or heading)
                    )
                    id_ = ids.id_of(line)
                    found.setdefault(id_, _TaskLines(id_, section, [])).lines.append(line)
        return [*found.values()]

    def _task(self, of_task: _TaskLines) -> Task:
        """Return a task; of several rows the last one says how it is."""
        last = of_task.lines[-1]
        deadlines = self._days.deadlines(last)
        indicators = (indicator_of(line, deadlines) for line in of_task.lines)
        return Task(
            of_task.id,
            of_task.section,
            on_one_line(last.text(LedgerField.NUMBER) or last.text(LedgerField.ID)),
            last.title,
            self._remarks.words_in(last, LedgerField.TEXT),
            self._departments.of_task(of_task.id, last),
            deadlines,
            tuple(dict.fromkeys(filter(None, indicators))),
        )

    def _info(self, nameless: int) -> PlanInfo:
        """Return the plan's own data; its region accounts for reports of which no department is named."""
        if not self._known_region:
            self._remarks.doubt("region", self._region)
        for _ in range(nameless):
            self._remarks.doubt("nameless", self._region)
        responsible = (self._region,) if nameless else ()
        title = self._title
        return PlanInfo(self._around.plan_id, title, title, self._region, responsible=responsible)

    def _lose_columns(self) -> None:
        for table in self._tables:
            for at, head in table.others.items():
                filled = sum(bool(row[at : at + 1] and row[at].strip()) for row in table.rows)
                if filled:
                    self._remarks.lose_column(on_one_line(head) or f"#{at + 1}", filled)

    def _suspect_cut(self) -> None:
        for table in self._tables:
            if self._by.most_rows and len(table.rows) == self._by.most_rows:
                self._remarks.doubt("cut", str(len(table.rows)))


def _parents(lines: Iterable[Line]) -> frozenset[str]:
    """Return the ids of the rows that others stand below; one that says nothing of a task is no heading of theirs."""
    lines = [line for line in lines if line.wording and not line.heading]
    ids = {line.text(LedgerField.ID) for line in lines}
    return frozenset(ids & {line.text(LedgerField.PARENT) for line in lines} - {""})


def _title_of(first: PlacedTable, around: Surroundings) -> str:
    """Return the ledger's title: above the heads of its first table, else that of the file."""
    above = (text for text in first.above if len(text) >= _LEAST_TITLE)
    return on_one_line(next(above, around.title)) or around.plan_id
