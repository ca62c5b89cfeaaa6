"""Reads what a row says for each department that the ledger does not say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from plantui.model.department import DepartmentRef
from plantui.model.plan import Indicator
from plantui.model.terms import Status
from plantui.readback.workbook import CellKind
from plantui.store.index.library import TaskEntry
from plantui.words.phrases import term

from .desk import Desk
from .faults import Fault, Refused
from .parties import Parties, Piece, parties_of
from .standing import comparable
from .table import TAKEN, TableRow
from .values import day_in, percent_in, status_in

TEXTS = ("progress", "problems", "next_steps", "reason")
VALUES = ("status", "percent", "days")
"""Columns whose cell speaks of the task as a whole unless a department is named in it."""
_READ = ("task", "number", "plan", "reporters", *TAKEN)
_PLANNED = frozenset(
    {"content", "indicators", "lead", "support", "shared", "responsible", "guide", "first_due", "due"}
)
"""Columns that say what the plan says, on any day: a change in them is not taken, and said."""
_PLACED = frozenset({"position", "compared", "reporters", *_READ})
"""Columns of which a change is not looked for: read, or changed by sorting alone."""


@dataclass(slots=True)
class Statement:
    """The words of one department in a row."""

    texts: dict[str, str] = field(default_factory=dict)
    """The texts by column, of all columns that the workbook has; empty ones where it says nothing."""
    changed: set[str] = field(default_factory=set)
    """The columns that say something else than the ledger says now, and than it said when the workbook was made."""
    status: Status | None = None
    """The status, where one is given that is not just printed; the same for `percent` and `day`."""
    percent: int | None = None
    day: date | None = None
    requirements: list[str] = field(default_factory=list)
    """The lines on single requirements that the ledger does not have."""
    actuals: list[tuple[str, Indicator | None]] = field(default_factory=list)
    """The lines on actual values that the ledger does not have, each with the indicator of the line that stood there."""

    @property
    def first_column(self) -> str:
        """The column that stands for the statement in messages: the first that says something new."""
        return next(name for name in TAKEN if name in self.changed)


class RowReading:
    """A row with its task, while it is read."""

    def __init__(self, desk: Desk, row: TableRow, task: TaskEntry) -> None:
        self.desk = desk
        self.row = row
        self.task = task
        self.statements: dict[DepartmentRef, Statement] = {}
        self.said: list[Fault] = []
        """Cells that were not taken, or read otherwise than they may have been meant."""
        self.standings = tuple(desk.standings(task.pk))

    def read(self) -> None:
        """Read the row. Raises Refused where it cannot be read."""
        self._require_values()
        self._look_at_plan()
        if all(self.is_as_printed(name) for name in TAKEN):
            self._look_at_reporters()
            for department in self.standings[0].notes:
                self.statements[department] = Statement()
            return
        self._read_texts()
        for name in VALUES:
            self._read_value(name)
        for name in ("requirements", "actuals"):
            self._read_lines(name)
        if self.row.text("evidence") and not self.is_as_printed("evidence"):
            # Evidence is looked at and remembered by its content; a path in a table is one of another machine.
            self.said.append(self.row.fault("evidence", "readback.evidence"))
        if self.row.has("progress"):
            for statement in self.statements.values():
                statement.texts.setdefault("progress", "")

    # -- whose -----------------------------------------------------------------------------------------------

    @cached_property
    def parties(self) -> Parties:
        """The departments that the row may speak for."""
        row = self.standings[0].row.task
        others = [ref for standing in self.standings for ref in standing.notes]
        if self._chosen is not None:
            others.append(self._chosen)
        return parties_of(row.workspace.library.registry, row.plan, row.whole, self.task.accountable, others)

    @property
    def _chosen(self) -> DepartmentRef | None:
        return self.desk.choices.department_in(self.standings[0].row.task.plan.region)

    @property
    def has_owner(self) -> bool:
        """True where the row as a whole is said to be of one department, whatever its name."""
        is_named = self.row.text("reporters") and not self.is_as_printed("reporters")
        return bool(self.desk.choices.departments or is_named)

    @cached_property
    def owner(self) -> DepartmentRef | None:
        """The department that the row as a whole is said to be of: the chosen one, else the one in its column.

        A column that still says who had reported when the workbook was made names nobody. Raises Refused for a name that
        has no part in the task.
        """
        if self.desk.choices.departments:
            return self._chosen
        written = self.row.text("reporters")
        is_printed = self.is_as_printed("reporters")
        if not written or (is_printed and self.desk.then is not None):
            return None
        department = self.parties.named(written)
        if department is None and not is_printed:
            listed = self._listed(self.parties.names.values())
            raise Refused(
                self.row.fault("reporters", "readback.no_department", written=written, names=listed)
            )
        return department

    def _unnamed(self, name: str) -> DepartmentRef:
        """Return whose a text without a name before it is. Raises Refused where that is not known."""
        found = self.owner or self.parties.only
        if found is None:
            names = self._listed(self.parties.accountable)
            raise Refused(self.row.fault(name, "readback.whose", names=names))
        return found

    def _listed(self, departments: Iterable[DepartmentRef]) -> str:
        return self.desk.words.listing(list(dict.fromkeys(ref.name for ref in departments)))

    def _statement(self, department: DepartmentRef) -> Statement:
        return self.statements.setdefault(department, Statement())

    # -- what ------------------------------------------------------------------------------------------------

    def is_as_printed(self, name: str) -> bool:
        """Return whether a cell says what the export writes there now, or wrote when the workbook was made."""
        if not self.row.has(name):
            return True
        cell = self.row.cell(name)
        written = {_without_sign(comparable(cell.text))}
        if name == "percent" and cell.kind is CellKind.NUMBER:
            written.add(
                f"{float(cell.text) * 100:.10g}"
            )  # pasted without the format that shows it as a percentage
        return any(_without_sign(one.column(name)) in written for one in self.standings)

    def _require_values(self) -> None:
        """Refuse a formula that no program has worked out, or that cannot be worked out."""
        for name in _READ:
            cell = self.row.cell(name)
            if cell.kind in (CellKind.FORMULA, CellKind.ERROR):
                raise Refused(self.row.fault(name, f"readback.{cell.kind.value}", text=cell.text))
            if cell.is_struck and name in TAKEN:
                self.said.append(self.row.fault(name, "readback.struck"))

    def _look_at_plan(self) -> None:
        """Say where a cell was changed from which nothing is taken."""
        # What other columns say follows from the day as well: that is known only of a workbook with its origin.
        names = _PLANNED if self.desk.then is None else self.row.columns.keys() - _PLACED
        for name in sorted(names, key=lambda name: self.row.columns.get(name, 0)):
            if self.row.text(name) and not self.is_as_printed(name):
                heading = self.desk.words(f"export.column.{name}")
                self.said.append(self.row.fault(name, "readback.not_taken", heading=heading))

    def _look_at_reporters(self) -> None:
        """Say that a department was named for a row that says nothing new."""
        if not self.is_as_printed("reporters"):
            heading = self.desk.words("export.column.reporters")
            self.said.append(self.row.fault("reporters", "readback.nobody_says", heading=heading))

    def _read_texts(self) -> None:
        present = [name for name in TEXTS if self.row.has(name)]
        refs = set(self.parties.names.values())
        for name in present:
            printed = {ref: [one.printed(name, ref) for one in self.standings] for ref in refs}
            for piece in self.parties.split(comparable(self.row.cell(name).text), printed):
                texts = self._statement(self._whose(piece, name)).texts
                texts[name] = f"{texts[name]}\n{piece.text}" if name in texts else piece.text
        for department, statement in self.statements.items():
            for name in present:
                text = statement.texts.setdefault(name, "")
                if all(text != one.part(name, department) for one in self.standings):
                    statement.changed.add(name)

    def _whose(self, piece: Piece, name: str) -> DepartmentRef:
        if piece.department is not None:
            return piece.department
        is_alone = set(self.parties.names.values()) == {piece.follows}
        if piece.follows is None or is_alone or self.owner is not None:
            return self._unnamed(name)
        # It may go on with the text above it, or be another department's.
        raise Refused(self.row.fault(name, "readback.goes_on", department=piece.follows.name))

    def _read_value(self, name: str) -> None:
        """Read a status, a percent or a day: one for the task, or a line for each department."""
        if self.is_as_printed(name) and not (name == "status" and self._is_first_status()):
            return
        pieces = self.parties.split(comparable(self.row.cell(name).text), {})
        printed = {line for one in self.standings for line in one.column(name).split("\n")}
        for piece in pieces:
            if piece.department is None:
                department = self._value_owner(name)
            elif self.desk.words("export.labelled", label=piece.department.name, text=piece.text) in printed:
                department = None
            else:
                department = piece.department
            if department is not None:
                self._take_value(name, department, piece.text)
        owner = self._chosen or self.parties.only
        if not pieces and name == "percent" and owner in self.statements:
            self.statements[owner].changed.add(name)  # the percent was taken out

    def _is_first_status(self) -> bool:
        """Return whether a status is that of a first note: where all in the workbook is meant, so is what it always said."""
        only = self.parties.only
        if self.desk.then is not None or only is None or not self.row.text("status"):
            return False
        statement = self.statements.get(only)
        return statement is not None and bool(statement.changed) and only not in self.standings[0].notes

    def _value_owner(self, name: str) -> DepartmentRef | None:
        """Return whose a value is that stands for the task; None where it is not taken, which is said.

        Raises Refused where a department has to be named.
        """
        if name != "days" and self.desk.then is None and len(self.parties.accountable) > 1:
            # It tells of all of them together, as of a day that is not known.
            self.said.append(self.row.fault(name, "readback.joint_value"))
            return None
        if (found := self.owner or self.parties.only) is not None:
            return found
        changed = [ref for ref, statement in self.statements.items() if statement.changed]
        if name == "days":
            if len(changed) == 1:
                return changed[0]
            if not changed:
                self.said.append(self.row.fault(name, "readback.day_alone"))
                return None
        names = self._listed(self.parties.accountable)
        raise Refused(self.row.fault(name, f"readback.whose.{name}", names=names))

    def _take_value(self, name: str, department: DepartmentRef, text: str) -> None:
        statement = self._statement(department)
        notes = [note for one in self.standings if (note := one.notes.get(department))]
        if name == "status":
            statement.status = self._status(text)
            is_said = [note.content.status for note in notes[:1]] == [statement.status]
        elif name == "percent":
            statement.percent = self._percent(text)
            is_said = [note.content.percent for note in notes[:1]] == [statement.percent]
        else:
            day = self._day(text)
            is_said = any(note.as_of == day for note in notes)
            statement.day = None if is_said and self.desk.then is not None else day
        if not is_said:
            statement.changed.add(name)

    def _status(self, text: str) -> Status:
        status = status_in(text)
        if status is None:
            terms = self.desk.words.listing([term(self.desk.words, one) for one in Status])
            raise Refused(self.row.fault("status", "readback.bad_status", text=text, terms=terms))
        return status

    def _percent(self, text: str) -> int:
        percent = percent_in(text, self.row.cell("percent").kind)
        if percent is None:
            raise Refused(self.row.fault("percent", "readback.bad_percent", text=text))
        return percent

    def _day(self, text: str) -> date:
        today = self.desk.today
        read = day_in(text, self.row.cell("days").kind, today)
        if read is None:
            raise Refused(self.row.fault("days", "readback.bad_day", text=text))
        day = read.day.isoformat()
        if read.day > today:
            raise Refused(self.row.fault("days", "readback.future", day=day, today=today.isoformat()))
        if not read.has_year:
            self.said.append(self.row.fault("days", "readback.day_read", text=text, day=day))
        return read.day

    def _read_lines(self, name: str) -> None:
        """Read the lines on single requirements or actual values that the ledger does not have."""
        if self.is_as_printed(name):
            return
        printed = {line for one in self.standings for line in one.column(name).split("\n")}
        lines = [line for line in comparable(self.row.cell(name).text).split("\n") if line.strip()]
        for at, line in enumerate(lines):
            if line in printed:
                continue
            department, said = self.parties.label(line) or (self._unnamed(name), line.strip())
            statement = self._statement(department)
            statement.changed.add(name)
            if name == "requirements":
                statement.requirements.append(said)
            else:
                statement.actuals.append((said, self._indicator_at(at, len(lines))))

    def _indicator_at(self, at: int, lines: int) -> Indicator | None:
        """Return the indicator of the printed line in whose place a line stands; None where there are more or fewer lines."""
        for one in self.standings:
            if len(one.indicators) == lines:
                return [*one.indicators.values()][at]
        return None


def _without_sign(text: str) -> str:
    """Return the text of a cell without the sign of a percentage, which a spreadsheet may show or not."""
    return text.removesuffix("%")
