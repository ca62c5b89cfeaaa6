"""The reports of all tasks packed by row number: what few different ones say of very many, each made when it is asked for."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Collection, ItemsView, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple, Self, TypeVar, overload

from plantui.model.key import TaskKey
from plantui.model.progress import NO_REPORTS, TaskProgress, TaskReports
from plantui.store.index.library import Library, TaskEntry
from plantui.store.ledger.report_cells import reports_text, stored_day, stored_reports

from .noted import DetailedTask, NotedTasks, ReportReader, Statement
from .packed_lines import PackedLines
from .packed_numbers import packed_numbers, unpacked_numbers
from .reports import Reports

Value = TypeVar("Value")
Other = TypeVar("Other")

_REMEMBERED = 4_096
"""Statements, and what follows from them, that are remembered: a large ledger has very many, and neighbours share them."""
_NONE = 0
"""The number of a task without reports."""


class PackedParts(NamedTuple):
    """Packed reports as bytes, for a file."""

    numbers: bytes | memoryview
    """The number of its statement for each row number, four bytes each, the lowest first."""
    places: bytes | memoryview
    """The places of the statements, as `PackedLines` has them."""
    statements: bytes | memoryview
    """The statements from number 1 on, packed by `PackedLines`."""
    strays: bytes | memoryview
    """The reports of tasks that are in no plan, a line each."""


class PackedReports(Reports):
    """The reports of every task that has some. Tasks of one statement share it, and it is made when first asked for.

    It does not change: `with_changes` gives the next one.
    """

    def __init__(
        self,
        library: Library,
        parts: _Parts,
        changed: Mapping[TaskKey, TaskReports],
    ) -> None:
        """Take the plans, what was packed, and the reports of tasks that have others by now."""
        self._library = library
        self._parts = parts
        self._changed = changed
        self._changed_rows = {pk: key for key, pk in library.rows_of(changed).items()} if changed else {}

    @classmethod
    def of(cls, library: Library, reports: Mapping[TaskKey, TaskReports]) -> Self:
        """Pack reports. Those with extended dates are kept as they are: the words in them are not packed."""
        return cls.of_portions(library, [reports])

    @classmethod
    def of_portions(cls, library: Library, portions: Iterable[Mapping[TaskKey, TaskReports]]) -> Self:
        """Pack reports that come some at a time, and that need not be in memory together."""
        packing = _Packing(library, _Parts(array("I"), PackedLines.of(()), b""))
        extended: dict[TaskKey, TaskReports] = {}
        for reports in portions:
            packing.add(reports)
            extended |= {key: found for key, found in reports.items() if found.extensions}
        return cls(library, packing.parts(), extended)

    @classmethod
    def unpacked(cls, library: Library, parts: PackedParts, changed: Mapping[TaskKey, TaskReports]) -> Self:
        """Return packed reports from their bytes, with those that have changed since. Raises ValueError for other bytes."""
        numbers = unpacked_numbers(parts.numbers)
        lines = PackedLines.unpacked(parts.places, parts.statements)
        if len(numbers) > library.live.bit_length() or max(numbers, default=0) > len(lines):
            raise ValueError("numbers without a statement")
        return cls(library, _Parts(numbers, lines, bytes(parts.strays)), changed)

    @property
    def parts(self) -> PackedParts:
        """The packed bytes, with the changes in them."""
        parts = self._parts
        if self._changed:
            packing = _Packing(self._library, parts)
            packing.add(self._changed)
            parts = packing.parts()
        return PackedParts(
            packed_numbers(parts.numbers), parts.lines.places, parts.lines.blocks, parts.strays
        )

    @property
    def say_something(self) -> bool:
        changed = any(found.notes or found.extensions for found in self._changed.values())
        return changed or any(self.statements()) or bool(self._strays.keys() - self._changed.keys())

    def with_changes(self, changed: Mapping[TaskKey, TaskReports]) -> PackedReports:
        return PackedReports(self._library, self._parts, {**self._changed, **changed})

    def of_task(self, task: TaskEntry) -> TaskReports:
        return self.at(task.pk) or NO_REPORTS

    def noted_again(
        self, reader: ReportReader, before: NotedTasks, rows: Collection[int], changes: NotedTasks
    ) -> NotedTasks:
        return self.noted(reader)

    def noted(self, reader: ReportReader) -> NotedTasks:
        """Return what follows from the reports, task by task when it is asked for."""
        noted = _Noted(self, reader)
        return NotedTasks(
            OnDemand(noted.progress, lambda: noted.all.progress),
            OnDemand(
                lambda pk: found.last_day if (found := self.at(pk)) else None, lambda: noted.all.last_days
            ),
            OnDemand(
                lambda pk: one.requirements if (one := noted.detailed(pk)) else None,
                lambda: noted.all.requirements,
            ),
            OnDemand(self.at, lambda: noted.all.reports),
        )

    def at(self, pk: int) -> TaskReports | None:
        """Return the reports of the task of a row number, None where it has none."""
        if (key := self._changed_rows.get(pk)) is not None:
            found = self._changed[key]
            return found if found.notes or found.extensions else None
        number = self._parts.number(pk)
        return self._parts.statement(number).reports if number else None

    def number(self, pk: int) -> int:
        """Return the number of a task's packed statement, which many tasks share; 0 where it has none or another by now."""
        return _NONE if pk in self._changed_rows else self._parts.number(pk)

    def packed_statement(self, number: int) -> Statement:
        """Return the statement of a number that is not 0."""
        return self._parts.statement(number)

    def statement(self, pk: int) -> Statement | None:
        """Return the reports of the task of a row number with what its progress hangs on, None without any."""
        if pk in self._changed_rows:
            found = self.at(pk)
            if found is None:
                return None
            plan, (task,) = self._library.plan_of(pk), self._library.tasks([pk])
            return Statement(plan.region, task.accountable, found)
        number = self._parts.number(pk)
        return self._parts.statement(number) if number else None

    def statements(self) -> Iterator[tuple[int, Statement]]:
        """Yield the statement of each task of the plans that has reports, by row number."""
        changed, parts = self._changed_rows, self._parts
        known: dict[int, Statement] = {}  # for as long as all are gone through
        for pk, number in enumerate(parts.numbers):
            if number and pk not in changed:
                found = known.get(number)
                if found is None:
                    found = known[number] = parts.statement(number)
                yield pk, found
        for pk in changed:
            if (found := self.statement(pk)) is not None:
                yield pk, found

    def __getitem__(self, key: TaskKey) -> TaskReports:
        if key in self._changed:
            return self._changed[key]
        plan = self._library.plan(key.plan)
        pk = self._library.row_of(plan, key.task) if plan else None
        found = self._strays.get(key) if pk is None else self.at(pk)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[TaskKey]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __bool__(self) -> bool:
        return bool(self._changed or self._parts.lines or self._parts.strays)

    def items(self) -> ItemsView[TaskKey, TaskReports]:
        return self._all.items()

    @cached_property
    def _all(self) -> dict[TaskKey, TaskReports]:
        rows = dict(self.statements())
        keys = self._library.keys_by_row([*rows])
        found = {keys[pk]: rows[pk].reports for pk in rows}
        return {**found, **self._strays, **self._changed}

    @cached_property
    def _strays(self) -> dict[TaskKey, TaskReports]:
        lines = self._parts.strays_by_key
        return {key: _reports(*json.loads(line)[2:]) for key, line in lines.items()}


class _Parts:
    """The packed reports: a number for each row number, and the statement behind each number."""

    def __init__(self, numbers: Sequence[int], lines: PackedLines, strays: bytes) -> None:
        self.numbers = numbers
        self.lines = lines
        self.strays = strays
        self.statement = lru_cache(_REMEMBERED)(self._statement)
        """Returns the statement of a number."""

    @property
    def strays_by_key(self) -> dict[TaskKey, bytes]:
        """The line of each task that is in no plan."""
        lines = _lines(self.strays)
        return {TaskKey(*json.loads(line)[:2]): line for line in lines}

    def number(self, pk: int) -> int:
        """Return the number of a task's statement, 0 where it has none."""
        return self.numbers[pk] if pk < len(self.numbers) else _NONE

    def _statement(self, number: int) -> Statement:
        line = self.lines[number].decode()  # json would look which encoding bytes are in
        region, accountable, *cells = json.loads(line)
        return Statement(region, tuple(accountable), _reports(*cells))


class OnDemand(Mapping[int, Value]):
    """Values by row number: one is made where it is asked for, all where they are gone through."""

    def __init__(
        self, one: Callable[[int], Value | None], everything: Callable[[], Mapping[int, Value]]
    ) -> None:
        self._one = one
        self._everything = everything

    def __getitem__(self, pk: int) -> Value:
        found = self._one(pk)
        if found is None:
            raise KeyError(pk)
        return found

    @overload
    def get(self, pk: int, /) -> Value | None: ...
    @overload
    def get(self, pk: int, /, default: Value | Other) -> Value | Other: ...
    def get(self, pk: int, /, default: Value | Other | None = None) -> Value | Other | None:
        found = self._one(pk)
        return default if found is None else found

    def __contains__(self, pk: object) -> bool:
        return isinstance(pk, int) and self._one(pk) is not None

    def __iter__(self) -> Iterator[int]:
        return iter(self._everything())

    def __len__(self) -> int:
        return len(self._everything())

    def items(self) -> ItemsView[int, Value]:
        return self._everything().items()


class _Noted:
    """The statements that follow from packed reports, remembered as far as they were asked for."""

    def __init__(self, reports: PackedReports, reader: ReportReader) -> None:
        self._reports = reports
        self._reader = reader
        self._detailed: dict[int, DetailedTask] = {}
        self._shared = lru_cache(_REMEMBERED)(self._shared_progress)

    def progress(self, pk: int) -> TaskProgress | None:
        """Return the progress of a task, None without notes."""
        number = self._reports.number(pk)
        if number and (shared := self._shared(number)) is not None:
            return shared
        found = self._reports.statement(pk)
        if found is None or not found.reports.notes:
            return None
        detailed = self.detailed(pk)
        return self._reader.progress_of(*found) if detailed is None else detailed.progress

    def _shared_progress(self, number: int) -> TaskProgress | None:
        """Return the progress of all tasks of a packed statement; None for one that speaks of dates, which each task has."""
        found = self._reports.packed_statement(number)
        return None if found.reports.speaks_of_dates else self._reader.worked_out(*found)

    def detailed(self, pk: int) -> DetailedTask | None:
        """Return what follows where a task's reports speak of dates, else None."""
        if (known := self._detailed.get(pk)) is not None:
            return known
        found = self._reports.statement(pk)
        if found is None or not found.reports.speaks_of_dates:
            return None
        self._detailed[pk] = detailed = self._reader.detailed({pk: found})[pk]
        return detailed

    @cached_property
    def all(self) -> NotedTasks:
        """The statements on all tasks."""
        return self._reader.noted_of(self._reports.statements())


def _reports(notes: int, last_day: str | None, reports: str) -> TaskReports:
    by_department, is_staged = stored_reports(reports)
    return TaskReports(by_department, notes, stored_day(last_day), is_staged=is_staged)


def _cells(found: TaskReports) -> list[int | str | None]:
    return [found.notes, found.last_day.isoformat() if found.last_day else None, reports_text(found.reports)]


class _Packing:
    """Packs reports beside those packed before: what many tasks have in common is written once.

    Of those with extended dates nothing is packed.
    """

    def __init__(self, library: Library, before: _Parts) -> None:
        self._library = library
        self._before = before
        self._numbers = array("I", before.numbers)
        self._numbers.extend([_NONE] * (library.live.bit_length() - len(self._numbers)))
        self._lines = {line: number for number, line in enumerate(before.lines, 1)}
        self._strays = before.strays_by_key

    def add(self, reports: Mapping[TaskKey, TaskReports]) -> None:
        """Pack the reports of some tasks."""
        lines, numbers = self._lines, self._numbers
        known: dict[tuple[object, ...], int] = {}
        places = self._library.places_of(reports)
        for key, (pk, accountable) in places.items():
            found = reports[key]
            if found.extensions or not found.notes:
                numbers[pk] = _NONE
                continue
            region = self._library.plan_of(pk).region
            # Tasks whose reports were read from one text share one value.
            same = region, accountable, found.notes, found.last_day, id(found.reports)
            number = known.get(same)
            if number is None:
                line = _line(region, accountable, *_cells(found))
                number = known[same] = lines.setdefault(line, len(lines) + 1)
            numbers[pk] = number
        for key, found in reports.items():
            if key not in places:
                self._strays.pop(key, None)
                if found.notes and not found.extensions:
                    self._strays[key] = _line(*key, *_cells(found))

    def parts(self) -> _Parts:
        """Return all that is packed by now."""
        before = self._before.lines
        more = [*self._lines][len(before) :]
        return _Parts(self._numbers, before.with_lines(more), b"\n".join(self._strays.values()))


def _line(*cells: object) -> bytes:
    return json.dumps(cells, ensure_ascii=False).encode()


def _lines(text: bytes) -> list[bytes]:
    return text.split(b"\n") if text else []
