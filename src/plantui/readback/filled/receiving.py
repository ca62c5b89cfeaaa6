"""Receives working ledgers that were filled in by hand, beside submissions and other ledgers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from plantui.export.form_names import known_forms
from plantui.export.origin import Origin
from plantui.export.past import Past, origin_in, past_of
from plantui.model.department import fold_name
from plantui.model.key import TaskKey
from plantui.model.problem import DataError, Message, PlantuiError
from plantui.model.receipt import ArrivalForm, Receipt
from plantui.model.terms import Language
from plantui.query.circular import circular_workspace
from plantui.query.opening import open_workspace
from plantui.query.receiving import Arrival, receive_all
from plantui.query.workspace import Workspace
from plantui.readback.opening import open_workbook
from plantui.readback.workbook import Workbook
from plantui.store.arrivals import is_workbook
from plantui.store.index.library import Library, PlanEntry, TaskEntry
from plantui.store.ledger import Ledger, NewNote, NoteChanged
from plantui.words import Words

from .desk import Choices, Desk
from .faults import Fault, Refused
from .headings import Headings, known_headings
from .judging import FilledNote, Judged, judge_row
from .standing import TaskStanding, standing_of
from .table import TAKEN, Table, TableRow, find_table
from .tasks import TaskFinder


@dataclass(frozen=True, slots=True)
class Filled:
    """The finds in a workbook."""

    judged: Judged
    rows: int
    """The rows that are about a task and have something in a column that is taken."""
    hidden: int
    """Rows among them that are hidden on their sheet; they were read all the same."""
    unread_sheets: tuple[str, ...]
    unread_columns: tuple[tuple[str, int], ...]
    """Headings that no working ledger has, with the number of cells below them that hold something."""
    stored: bool
    """True where its notes, or those of its good rows, are in the ledger."""


@dataclass(frozen=True)
class FilledArrival(Arrival):
    """A workbook that was to come in."""

    filled: Filled | None = None
    """The finds in it; None where it could not be read."""

    @property
    def has_faults(self) -> bool:
        """Return whether rows were left out since they have mistakes."""
        return bool(self.filled and self.filled.judged.faults)


@dataclass(frozen=True)
class ReceivingDesk:
    """All that files are received with."""

    words: Words
    """The language of a workbook of which nothing tells it."""
    library: Library
    ledger: Ledger
    today: date
    headings: Headings
    choices: Choices


def receiving_desk(
    words: Words, library: Library, ledger: Ledger, today: date, folders: Sequence[Path], choices: Choices
) -> ReceivingDesk:
    """Return the desk at which files are received; `folders` are those that plans are in, and forms beside them."""
    headings = known_headings(known_forms(folders))
    return ReceivingDesk(words, library, ledger, today, headings, choices)


def receive_files(
    desk: ReceivingDesk, files: Iterable[Path], secrets: Mapping[str, bytes]
) -> Iterator[Arrival]:
    """Receive files one after the other, each whole or not at all, working ledgers that were filled in among them.

    Raises what is wrong with the own ledger: then nothing more can come in.
    """
    for path in files:
        if is_workbook(path):
            yield receive_workbook(desk, path)
        else:
            yield from receive_all(desk.ledger, [path], secrets)


def receive_workbook(desk: ReceivingDesk, path: Path) -> FilledArrival:
    """Receive a workbook: all of its notes, or where some row has a mistake none, unless good rows are to be taken.

    Raises what is wrong with the ledger; what is wrong with the workbook is the arrival's error.
    """
    try:
        workbook = open_workbook(path)
        receiver = _Receiver(desk, open_workspace(desk.library, desk.ledger, desk.today), workbook, path)
        tables = receiver.tables()
    except PlantuiError as error:
        if error.facts.get("path") != str(path):
            raise
        return FilledArrival(path, error=error)
    origin = origin_in(workbook.properties)
    with past_of(origin, desk.library, desk.ledger) if origin else nullcontext() as past:
        return receiver.received(tables, origin, past)


class _Receiver:
    """A workbook while it is received."""

    def __init__(self, desk: ReceivingDesk, workspace: Workspace, workbook: Workbook, path: Path) -> None:
        self._desk = desk
        self._workspace = workspace
        self._workbook = workbook
        self._path = path
        self._counted = circular_workspace(workspace, desk.ledger)

    def tables(self) -> list[Table]:
        """Return the working ledgers on the visible sheets. Raises DataError where there is none, or invented ones."""
        sheets = [sheet for sheet in self._workbook.sheets if not sheet.is_hidden]
        tables = [table for sheet in sheets if (table := find_table(sheet, self._desk.headings))]
        if not tables:
            names = " | ".join(sheet.name for sheet in self._workbook.sheets)
            raise DataError("readback.no_table", path=str(self._path), sheets=names)
        if not self._workspace.is_demo and any(_is_demo(text) for table in tables for text in table.above):
            raise DataError("arrivals.is_demo", path=str(self._path))
        return tables

    def received(self, tables: Sequence[Table], origin: Origin | None, past: Past | None) -> FilledArrival:
        """Judge all rows and store what they say."""
        words = Words(origin.language if origin else self._language(tables))
        judged = Judged()
        found: list[tuple[TableRow, TaskEntry]] = []
        rows = [(table, row) for table in tables for row in _filled_rows(table)]
        for table in tables:
            judged.faults += table.doubled
            finder = TaskFinder(self._desk.library, self._plans(table, origin), self._cell_in(words))
            for row in (row for of, row in rows if of is table):
                try:
                    found.append((row, finder.find(row)))
                except Refused as refused:
                    judged.faults.append(refused.fault)
        rows_desk = self._judging_desk(words, past, {task.pk for _, task in found})
        for row, task in found:
            judged.add(judge_row(rows_desk, row, task))
        _refuse_repeated(judged)
        read = {table.sheet.name for table in tables}
        filled = Filled(
            judged,
            len(rows),
            sum(row.row.is_hidden for _, row in rows),
            tuple(sheet.name for sheet in self._workbook.sheets if sheet.rows and sheet.name not in read),
            tuple(one for table in tables for one in table.unread()),
            stored=not judged.faults or self._desk.choices.takes_good_rows,
        )
        return self._stored(filled)

    def _language(self, tables: Sequence[Table]) -> Language:
        headings = [heading for table in tables for heading in table.headings]
        return self._desk.headings.language(headings) or self._desk.words.language

    def _plans(self, table: Table, origin: Origin | None) -> Sequence[PlanEntry]:
        """Return the plans that a table may be about: those that it was made of, else those named above it, else all."""
        plans = self._desk.library.plans
        made_of = {one.plan for one in origin.plans} if origin else set()
        above = [fold_name(text) for text in table.above]
        return [
            plan for plan in plans if plan.id in made_of or (not made_of and _is_named(plan, above))
        ] or plans

    def _cell_in(self, words: Words) -> Callable[[TaskEntry, str], str]:
        """Return what gives the text that the export writes into a column of a task."""
        known: dict[int, TaskStanding] = {}

        def cell(task: TaskEntry, name: str) -> str:
            if task.pk not in known:
                known.update(standing_of(self._counted, self._desk.ledger, words, [task.pk]))
            return known[task.pk].column(name)

        return cell

    def _judging_desk(self, words: Words, past: Past | None, tasks: Collection[int]) -> Desk:
        ledger, today = self._desk.ledger, self._desk.today
        moments = [one.received_at for one in ledger.receipts() if one.sha256 == self._workbook.sha256]
        return Desk(
            words,
            ledger,
            now=standing_of(self._counted, ledger, words, tasks),
            then=_standing_in(past, words, tasks) if past else None,
            then_ledger=past.ledger if past else None,
            choices=self._desk.choices,
            today=today,
            report_day=self._workspace.office.reporting.day_to_report(today),
            received_at=max(moments, default=None),
        )

    def _stored(self, filled: Filled) -> FilledArrival:
        notes = filled.judged.notes if filled.stored else []
        days = [note.content.as_of for note in notes if note.content.as_of]
        departments = {note.department for note in notes}
        period_of = self._workspace.office.reporting.period_of
        receipt = Receipt(
            id="",
            received_at=datetime.min.replace(tzinfo=UTC),
            author="",
            name=self._path.name,
            form=ArrivalForm.WORKBOOK,
            ledger="",
            sha256=self._workbook.sha256,
            department=departments.pop() if len(departments) == 1 else "",
            first_day=period_of(min(days)).first if days else None,
            last_day=period_of(max(days)).last if days else None,
        )
        new = [
            NewNote(one.key, one.department, one.content, one.replaces.id if one.replaces else None)
            for one in notes
        ]
        try:
            received = (
                self._desk.ledger.take_in(new, receipt, filled.judged.unchanged) if filled.stored else None
            )
        except NoteChanged:
            error = DataError("readback.changed_meanwhile", path=str(self._path))
            return FilledArrival(self._path, error=error, filled=replace(filled, stored=False))
        return FilledArrival(self._path, received, filled=filled)


def _standing_in(past: Past, words: Words, tasks: Collection[int]) -> dict[int, TaskStanding]:
    """Return the standing of tasks as the export wrote it then: by the notes that counted for it."""
    return standing_of(circular_workspace(past.workspace, past.ledger), past.ledger, words, tasks)


def _is_named(plan: PlanEntry, above: Sequence[str]) -> bool:
    """Return whether one of these folded texts names a plan."""
    return any(fold_name(name) in text for text in above for name in (plan.title, plan.short_title))


def _is_demo(text: str) -> bool:
    """Return whether a title is that of a demonstration, in either language."""
    marks = (Words(language)("export.demo.title", title="").strip() for language in Language)
    return text.strip().startswith(tuple(marks))


def _filled_rows(table: Table) -> Iterator[TableRow]:
    """Yield the rows that say something in a column that is taken: of all others nothing could come."""
    for row in table.rows():
        is_line = len(row.row.cells) == 1 and not row.text("task") and not row.text("number")
        if not is_line and any(row.text(name) for name in TAKEN):
            yield row


def _refuse_repeated(judged: Judged) -> None:
    """Refuse two notes of a department on one task for one day, unless both say the same."""
    found: dict[tuple[TaskKey, str, date | None], list[FilledNote]] = {}
    for note in judged.notes:
        found.setdefault((note.key, note.department, note.content.as_of), []).append(note)
    judged.notes = [
        notes[0] for notes in found.values() if all(one.content == notes[0].content for one in notes)
    ]
    for first, *others in found.values():
        for note in others:
            if note.content != first.content:
                facts = {"department": note.department, "other": first.place.cell}
                judged.faults.append(
                    Fault(note.place.sheet, note.place.cell, Message("readback.repeated", **facts))
                )
