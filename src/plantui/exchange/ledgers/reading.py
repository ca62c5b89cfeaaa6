"""A foreign ledger by its column map: a plan, its notes, what is doubtful and what was lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from plantui.model.actual import Actual
from plantui.model.column_map import DEPARTMENT_FIELDS, ColumnMap, LedgerField
from plantui.model.figure import read_figure
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.outside_note import OutsideNote
from plantui.model.plan import Deadline, Departments, Indicator, Plan, PlanInfo, Section, Task
from plantui.model.problem import DataError
from plantui.model.terms import NEVER_LATE, Status

from ..losses import Loss, LossAccount, LossKind
from ..read_plan import ReadPlan
from .cells import (
    escapes_in,
    has_elements,
    has_shares,
    is_unwritten,
    percent_of,
    plain_words,
    serial_day,
    without_time,
)
from .doubts import Doubts
from .names import KnownNames, Split
from .speakers import own_words
from .table import LedgerTable, PlacedTable, Row, placed_table

DueReader = Callable[[str], Sequence[tuple[str, date]]]
"""Reads the days in a text, each with its words."""

_AS_OF = re.compile(r"(?:截[至止]|as of)[^\n]*", re.IGNORECASE)
"""Words before the day that all of a table speaks of, with the rest of their line."""
_LEAST_TITLE = 6
"""Characters that a text above the heads has at least where it is the ledger's title."""
_TITLE = 60
"""Characters of a text that serve as the title of a task that has none."""


class Surroundings(NamedTuple):
    """All that is known beside the ledger itself."""

    file: str
    plan_id: str
    today: date
    title: str = ""
    """The ledger's title where it has none of its own."""
    region: str = ""
    names: tuple[str, ...] = ()
    """Names of departments that are known."""
    read_due: DueReader = lambda text: ()
    ids: Mapping[str, str] = MappingProxyType({})
    """Ids of the tasks that the plan has already, by their whole wording, for ledgers without ids."""


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
    for table in tables:
        if table.rows and all(table.name != found.name for found in placed):
            reader.doubts.add("sheet", table.name or "-")
    read = reader.read()
    if not read.read.plan.tasks:
        raise DataError("exchange.ledger.no_tasks", file=around.file, map=by.name)
    return read


class _Line(NamedTuple):
    """A row of a ledger."""

    table: PlacedTable
    row: Row
    label: str
    """The words by which a doubt names it."""
    nothing: frozenset[str]
    """The words of the ledger for an empty cell."""

    def text(self, field: LedgerField) -> str:
        """Return what stands in a column."""
        text = self.table.cell(self.row, field).strip()
        return "" if text in self.nothing else text


class _Reader:
    """Reads one ledger."""

    def __init__(self, by: ColumnMap, around: Surroundings, tables: Sequence[PlacedTable]) -> None:
        self._by = by
        self._around = around
        self._tables = tables
        self.doubts = Doubts()
        self._losses: Counter[tuple[str, LossKind]] = Counter()
        self._statuses = {_folded(word): status for word, status in by.statuses}
        self._names = KnownNames(around.names)
        self._split: dict[str, Split] = {}
        self._new: set[str] = set()
        """Names that were told as new."""
        self._lines = [line for table in tables for line in self._lines_of(table)]
        self._shares = self._has_shares()
        self._headings: dict[str, str] = {}
        """Titles of the sections by their ids."""
        self._unsplit: set[str] = set()
        self._days_above: dict[str, date | None] = {}
        """The days that tables speak of by the words above their heads, by the sheets' names."""
        self._nameless = 0

    def read(self) -> LedgerRead:
        """Return the plan, the notes, the doubts and the losses."""
        self._learn_names()
        self._look_at_cells()
        grouped = self._grouped()
        tasks = tuple(self._task(id_, section, lines) for id_, section, lines in grouped)
        of_tasks = {task.id: task for task in tasks}
        notes = tuple(
            note for id_, _, lines in grouped for line in lines for note in self._notes(of_tasks[id_], line)
        )
        self._lose_columns()
        self._suspect_cut()
        plan = Plan(self._info(), (), self._sections(tasks), tasks)
        account = LossAccount(tuple(Loss(what, kind, count) for (what, kind), count in self._losses.items()))
        fields = frozenset(field for table in self._tables for field in table.columns)
        read = ReadPlan(plan, self.doubts.messages(), account, notes)
        return LedgerRead(read, len(self._lines), fields, frozenset(self._unsplit))

    def _lines_of(self, table: PlacedTable) -> Iterator[_Line]:
        nothing = frozenset(self._by.nothing)
        for number, row in enumerate(table.rows, 1):
            label = table.cell(row, LedgerField.ID) or table.cell(row, LedgerField.NUMBER)
            place = f"{table.name}!{number}" if len(self._tables) > 1 else str(number)
            yield _Line(table, row, label or f"#{place}", nothing)

    def _has_shares(self) -> bool:
        found = has_shares(cell for line in self._lines if (cell := line.text(LedgerField.PERCENT)))
        if found:
            self.doubts.add("shares", self._head(LedgerField.PERCENT))
        return found

    def _head(self, field: LedgerField) -> str:
        """Return the head of a column as the map names it."""
        return self._by.heads(field)[0] if self._by.heads(field) else field.value

    def _learn_names(self) -> None:
        cells: list[str] = []
        for field in DEPARTMENT_FIELDS:
            for line in self._lines:
                cell = line.text(field)
                if cell and not is_unwritten(cell):
                    self._names.add_alone(cell, holds_one=field in self._by.one_name)
                    cells.append(cell)
        for name in self._names.recurring(cells):
            self._names.add(name)
            self._new.add(name)
            self.doubts.add("new_name", name)

    def _look_at_cells(self) -> None:
        """Note what programs have left in the cells that are taken."""
        for line in self._lines:
            for field in line.table.columns:
                cell = line.text(field)
                if is_unwritten(cell):
                    self.doubts.add("unwritten", f"{line.label}: {cell}", self._head(field))
                for escape in escapes_in(cell) if not has_elements(cell) else ():
                    self.doubts.add("escape", f"{line.label}: {escape}", self._head(field))

    def _grouped(self) -> list[tuple[str, str, list[_Line]]]:
        """Return id, section and rows of each task; headings, and rows that say nothing of a task, are taken out."""
        parents = {line.text(LedgerField.PARENT) for line in self._lines} - {""}
        ids = {line.text(LedgerField.ID) for line in self._lines} - {""}
        found: dict[str, tuple[str, list[_Line]]] = {}
        ids_of_tasks = _Ids(self._around.ids.values())
        heading = ""
        headed: PlacedTable | None = None
        for line in self._lines:
            if line.table is not headed:
                heading, headed = "", line.table
            own, parent = line.text(LedgerField.ID), line.text(LedgerField.PARENT)
            if title := _heading_of(line):
                heading = title
                continue
            if not self._wording(line):
                if any(line.row):
                    self.doubts.add("no_task", f"{line.label}: {next(filter(None, line.row))}")
                continue
            if own and own in parents:
                self._heading_row(line, own, parent)
                continue
            if parent and parent not in ids:
                self.doubts.add("parent", f"{line.label}: {parent}")
            section = (
                self._section(parent)
                if parent in ids
                else self._named_section(line.text(LedgerField.SECTION) or heading)
            )
            id_ = self._id(line, ids_of_tasks)
            found.setdefault(id_, (section, []))[1].append(line)
        return [(id_, section, lines) for id_, (section, lines) in found.items()]

    def _heading_row(self, line: _Line, own: str, parent: str) -> None:
        """Take a row that others stand below as a heading; of its progress a heading has none."""
        self._headings[_plain_id(own)] = self._title(line)
        if parent:
            self._losses[self._head(LedgerField.PARENT), LossKind.LOST] += 1
        for field in line.table.columns:
            if field not in (LedgerField.ID, LedgerField.PARENT, LedgerField.TITLE) and line.text(field):
                self._losses[self._head(field), LossKind.LOST] += 1

    def _section(self, parent: str) -> str:
        return _plain_id(parent)

    def _named_section(self, title: str) -> str:
        for id_, known in self._headings.items():
            if known == title:
                return id_
        taken = {*self._headings}
        number = next(str(at) for at in range(1, len(taken) + 2) if str(at) not in taken)
        self._headings[number] = title
        return number

    def _id(self, line: _Line, ids: _Ids) -> str:
        """Return the id of a row's task: its own, else its number, else one made of its place.

        Rows of one id are notes on one task; where their wordings differ, they are two, and it is said.
        """
        written, wording = line.text(LedgerField.ID), self._wording(line)
        if not written:
            number = line.text(LedgerField.NUMBER)
            known = ids.of(wording)
            if known and number in ("", known):
                return known
            if LedgerField.ID in line.table.columns:
                self.doubts.add("no_id", f"{line.label}: {wording}")
            written = number or self._around.ids.get(wording) or ids.free()
        id_ = ids.taken(_plain_id(written), wording)
        if id_ != _plain_id(written):
            self.doubts.add("id_twice", f"{written}: {wording}")
        return id_

    def _wording(self, line: _Line) -> str:
        return "\n".join(filter(None, (line.text(field) for field in (LedgerField.TITLE, LedgerField.TEXT))))

    def _text(self, line: _Line, field: LedgerField) -> str:
        """Return a text, one marked up as a web page is as its words, which is counted."""
        if has_elements(line.text(field)):
            self._losses[self._head(field), LossKind.APPROXIMATED] += 1
        return self._plain(line, field)

    def _plain(self, line: _Line, field: LedgerField) -> str:
        cell = line.text(field)
        if is_unwritten(cell):
            return ""
        return plain_words(cell) if has_elements(cell) else cell

    def _title(self, line: _Line) -> str:
        title = " ".join(self._plain(line, LedgerField.TITLE).split())
        return title or _first_words(self._plain(line, LedgerField.TEXT))

    def _task(self, id_: str, section: str, lines: Sequence[_Line]) -> Task:
        last = lines[-1]
        number = last.text(LedgerField.NUMBER) or last.text(LedgerField.ID)
        deadlines = self._deadlines(last)
        indicators = (self._indicator(line, deadlines) for line in lines)
        return Task(
            id_,
            section,
            " ".join(number.split()),
            self._title(last),
            self._text(last, LedgerField.TEXT),
            self._departments(id_, last),
            deadlines,
            tuple(dict.fromkeys(filter(None, indicators))),
        )

    def _departments(self, id_: str, line: _Line) -> Departments:
        lead, support, shared, responsible, guide = (
            self._named(id_, line, field)
            for field in (
                *(LedgerField.LEAD, LedgerField.SUPPORT, LedgerField.SHARED),
                *(LedgerField.RESPONSIBLE, LedgerField.GUIDE),
            )
        )
        everybody = self._named(id_, line, LedgerField.ALL)
        if everybody and lead and not {*lead} <= {*everybody} and id_ not in self._unsplit:
            self.doubts.add("lead_not_among", f"{line.label}: {'; '.join(lead)}", self._head(LedgerField.ALL))
        support += tuple(name for name in everybody if name not in (*lead, *support))
        return Departments(lead, support, shared, responsible, guide)

    def _named(self, id_: str, line: _Line, field: LedgerField) -> tuple[str, ...]:
        """Return the names in a cell, with a doubt on what is none."""
        cell = line.text(field)
        if not cell or is_unwritten(cell):
            return ()
        if cell not in self._split:
            self._split[cell] = self._names.split(cell)
            for name in self._split[cell].new:
                if name not in self._new:
                    self._new.add(name)
                    self.doubts.add("new_name", name)
        split = self._split[cell]
        for words in split.unsplit:
            self.doubts.add("unsplit", f"{line.label}: {words}", self._head(field))
        for words, known in split.alike:
            self.doubts.add("alike", f"{line.label}: {words} ≈ {known}", self._head(field))
        if split.unsplit or split.alike:
            self._unsplit.add(id_)
            self._losses[self._head(field), LossKind.LOST] += len(split.unsplit) + len(split.alike)
        return split.names

    def _deadlines(self, line: _Line) -> tuple[Deadline, ...]:
        cell, words = line.text(LedgerField.DUE), line.text(LedgerField.DUE_WORDS)
        days = self._days(line, LedgerField.DUE) if cell and not is_unwritten(cell) else []
        phrases = [phrase for part in words.split("\n") if (phrase := part.strip())]
        if len(phrases) != len(days):
            if phrases:
                self._losses[self._head(LedgerField.DUE_WORDS), LossKind.LOST] += 1
            phrases = [said for said, _ in days]
        deadlines = (Deadline(phrase, day) for phrase, (_, day) in zip(phrases, days, strict=True))
        return tuple(dict.fromkeys(deadlines))

    def _days(self, line: _Line, field: LedgerField) -> list[tuple[str, date]]:
        """Return the days in a cell with their words; of one that has none it is said."""
        cell = line.text(field)
        if day := serial_day(cell):
            self.doubts.add("serial", f"{line.label}: {cell} = {day}", self._head(field))
            return [(day.isoformat(), day)]
        days = [one for part in cell.split("\n") for one in self._around.read_due(without_time(part))]
        if not days:
            self.doubts.add("day", f"{line.label}: {cell}", self._head(field))
            self._losses[self._head(field), LossKind.LOST] += 1
        return days

    def _indicator(self, line: _Line, deadlines: Sequence[Deadline]) -> Indicator | None:
        name, target = line.text(LedgerField.INDICATOR), line.text(LedgerField.TARGET)
        if not name and not target:
            return None
        figure = read_figure(target)
        return Indicator(
            name or target,
            value=figure.value if figure else None,
            unit=(line.text(LedgerField.UNIT) or (figure.unit if figure else "")) or None,
            due=deadlines[-1].due if deadlines else None,
            clause="" if figure or target == name else target,
        )

    def _notes(self, task: Task, line: _Line) -> Iterator[OutsideNote]:
        """Yield what a row reports, for each department whose word it is; nothing where it reports nothing."""
        content = self._content(task, line)
        if content is not None:
            key = TaskKey(self._around.plan_id, task.id)
            names = self._reporters(task, line)
            for name in names:
                if (own := own_words(content, name, names)) is not None:
                    yield OutsideNote(key, name, own)

    def _content(self, task: Task, line: _Line) -> NoteContent | None:
        progress, problems, next_steps = (
            self._text(line, field)
            for field in (LedgerField.PROGRESS, LedgerField.PROBLEMS, LedgerField.NEXT_STEPS)
        )
        percent, percent_words = self._percent(line)
        status, status_words = self._status(line)
        as_of = self._as_of(line)
        actuals = self._actuals(task, line, as_of or self._around.today)
        said = [progress, problems, next_steps, percent_words, status_words]
        says_status = status is not None and status is not Status.NOT_STARTED
        if not (any(said) or actuals or percent is not None or says_status):
            return None
        if status is None:
            if not status_words:
                self.doubts.add("no_status", line.label)
            self._losses[self._head(LedgerField.STATUS), LossKind.APPROXIMATED] += 1
            status = Status.IN_PROGRESS
        kept = [
            f"{self._head(field)}: {words}"
            for field, words in ((LedgerField.STATUS, status_words), (LedgerField.PERCENT, percent_words))
            if words
        ]
        words = "\n".join(filter(None, (progress, *kept))) or line.text(LedgerField.STATUS)
        words = (
            words or line.text(LedgerField.PERCENT) or problems or next_steps or line.text(LedgerField.ACTUAL)
        )
        reason = self._text(line, LedgerField.REASON)
        if status in NEVER_LATE and not reason:
            reason = progress or line.text(LedgerField.STATUS)
            self.doubts.add("no_reason", f"{line.label}: {line.text(LedgerField.STATUS)}")
        return NoteContent(status, words, percent, problems, next_steps, as_of, reason, actuals=actuals)

    def _percent(self, line: _Line) -> tuple[int | None, str]:
        """Return the percent of a row, and words that stand in its place."""
        cell = line.text(LedgerField.PERCENT)
        if not cell or is_unwritten(cell):
            return None, ""
        percent = percent_of(cell, in_shares=self._shares)
        if percent.value is None:
            self.doubts.add("percent", f"{line.label}: {cell}", self._head(LedgerField.PERCENT))
            return None, cell
        if percent.is_rounded:
            self._losses[self._head(LedgerField.PERCENT), LossKind.APPROXIMATED] += 1
        return percent.value, ""

    def _status(self, line: _Line) -> tuple[Status | None, str]:
        """Return the status of a row, and a word that the map does not know."""
        cell = line.text(LedgerField.STATUS)
        if not cell or is_unwritten(cell):
            return None, ""
        status = self._statuses.get(_folded(cell))
        if status is None:
            self.doubts.add("status", line.label, " ".join(cell.split()))
        return status, "" if status else cell

    def _actuals(self, task: Task, line: _Line, day: date) -> tuple[Actual, ...]:
        cell = line.text(LedgerField.ACTUAL)
        if not cell or is_unwritten(cell):
            return ()
        indicator = self._indicator(line, task.deadlines)
        figure = read_figure(cell)
        if indicator not in task.indicators or indicator is None or figure is None:
            self.doubts.add("actual", f"{line.label}: {cell}", self._head(LedgerField.ACTUAL))
            self._losses[self._head(LedgerField.ACTUAL), LossKind.LOST] += 1
            return ()
        return (Actual(indicator, figure.value, figure.unit or indicator.unit, day),)

    def _as_of(self, line: _Line) -> date | None:
        cell = line.text(LedgerField.AS_OF)
        days = self._days(line, LedgerField.AS_OF) if cell and not is_unwritten(cell) else []
        day = days[-1][1] if days else self._day_above(line.table)
        if day is not None and day > self._around.today:
            self.doubts.add("future", f"{line.label}: {day}", self._head(LedgerField.AS_OF))
            return None
        return day

    def _day_above(self, table: PlacedTable) -> date | None:
        """Return the day that a table without a column for it speaks of: 截至2024年6月底 above the heads."""
        if LedgerField.AS_OF in table.columns:
            return None
        if table.name not in self._days_above:
            said = (match[0] for text in table.above if (match := _AS_OF.search(text)))
            days = [day for text in said for _, day in self._around.read_due(text)]
            self._days_above[table.name] = days[0] if days else None
            if days:
                self.doubts.add("as_of_above", str(days[0]))
        return self._days_above[table.name]

    def _reporters(self, task: Task, line: _Line) -> tuple[str, ...]:
        """Return the departments whose word a row is: those named so, else all that account for the task, else the first.

        A row says how the whole task stands, so it is the word of each that leads it.
        """
        given = task.departments
        first = tuple(name for _, name in given.pairs())[:1]
        named = self._named(task.id, line, LedgerField.REPORTER)
        names = named or given.lead or given.responsible or first
        if len(names) > 1:
            self._losses[self._head(LedgerField.REPORTER), LossKind.APPROXIMATED] += 1
        if not names:
            self._nameless += 1
        return names or (self._region(),)

    def _region(self) -> str:
        return self._around.region or self._by.region or self._plan_title()

    def _plan_title(self) -> str:
        above = [text for table in self._tables[:1] for text in table.above if len(text) >= _LEAST_TITLE]
        return " ".join(next(iter(above), self._around.title).split()) or self._around.plan_id

    def _info(self) -> PlanInfo:
        title, region = self._plan_title(), self._region()
        if not (self._around.region or self._by.region):
            self.doubts.add("region", region)
        if self._nameless:
            for _ in range(self._nameless):
                self.doubts.add("nameless", region)
        responsible = (region,) if self._nameless else ()
        return PlanInfo(self._around.plan_id, title, title, region, responsible=responsible)

    def _sections(self, tasks: Iterable[Task]) -> tuple[Section, ...]:
        used = dict.fromkeys(task.section for task in tasks)
        order = [*(id_ for id_ in self._headings if id_ in used)]
        return tuple(Section(id_, "", self._headings[id_] or self._plan_title()) for id_ in order)

    def _lose_columns(self) -> None:
        for table in self._tables:
            for at, head in table.others.items():
                filled = sum(bool(row[at : at + 1] and row[at].strip()) for row in table.rows)
                if filled:
                    self._losses[" ".join(head.split()) or f"#{at + 1}", LossKind.LOST] += filled

    def _suspect_cut(self) -> None:
        for table in self._tables:
            if self._by.most_rows and len(table.rows) == self._by.most_rows:
                self.doubts.add("cut", str(len(table.rows)))


class _Ids:
    """Ids of the tasks of a ledger, each with its whole wording."""

    def __init__(self, known: Iterable[str]) -> None:
        self._wordings: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._known = {*known}
        self._next = 1

    def of(self, wording: str) -> str:
        """Return the id of the task with a wording; empty for none."""
        return self._ids.get(wording, "")

    def free(self) -> str:
        """Return a number that neither the ledger nor the plan has as an id yet."""
        while str(self._next) in self._known or str(self._next) in self._wordings:
            self._next += 1
        return str(self._next)

    def taken(self, id_: str, wording: str) -> str:
        """Take an id for a wording and return it; where another wording has it, with a number behind."""
        at, chosen = 2, id_
        while self._wordings.setdefault(chosen, wording) != wording:
            chosen = f"{id_}~{at}"
            at += 1
        self._ids.setdefault(wording, chosen)
        return chosen


def wording_of(title: str, text: str) -> str:
    """Return the whole wording of a task: two may agree in their first words."""
    return f"{title}\n{text}".strip()


def _heading_of(line: _Line) -> str:
    """Return the title of a row that names a group of the rows below: one text alone, in one cell or merged over several."""
    texts = [cell.strip() for cell in line.row if cell.strip()]
    if len(line.row) < 2 or not texts or len({*texts}) > 1:
        return ""
    is_alone = len(texts) == 1 and not (line.text(LedgerField.TITLE) or line.text(LedgerField.TEXT))
    return texts[0] if len(texts) > 1 or is_alone else ""


def _plain_id(written: str) -> str:
    """Return an id that a plan may have: no blanks, and no slash, which parts plan and task."""
    return "-".join(written.replace("/", "-").split())


def _first_words(text: str) -> str:
    """Return the beginning of a text up to the end of a word or a clause."""
    line = " ".join(text.split())
    if len(line) <= _TITLE:
        return line
    cut = line[:_TITLE]
    at = max(cut.rfind(sign) for sign in " ，,；;。")
    return (cut[:at] if at > _TITLE // 2 else cut).rstrip(" ，,；;。")


def _folded(word: str) -> str:
    return "".join(word.casefold().split())
