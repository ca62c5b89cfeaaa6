"""A workbook or a CSV file as a foreign ledger: read as documents are, its columns by a map, its names by those known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from plantui.documents.fields.deadlines import deadlines_in
from plantui.documents.fields.deadlines.english_deadlines import deadlines_in as english_deadlines_in
from plantui.documents.period import Period
from plantui.documents.source import MarkKind, Source
from plantui.exchange.ledgers.doubts import shortened
from plantui.exchange.ledgers.endings import may_be_ledger
from plantui.exchange.ledgers.line import wording_of
from plantui.exchange.ledgers.reading import LedgerRead, read_ledger
from plantui.exchange.ledgers.surroundings import DueReader, Surroundings
from plantui.exchange.ledgers.table import LedgerTable, Row, recognised_maps
from plantui.exchange.ledgers.updating import updated_plan, with_update
from plantui.exchange.naming import on_one_line
from plantui.exchange.read_plan import ReadPlan
from plantui.model.column_map import ColumnMap
from plantui.model.department import Department
from plantui.model.plan import Plan
from plantui.model.problem import Message
from plantui.planfile.departments import read_department_files
from plantui.planfile.reader import read_plan
from plantui.planfile.search_path import department_files, user_plans
from plantui.store.column_maps import known_maps

_SAID = frozenset(
    {
        *(MarkKind.STRUCK, MarkKind.HIDDEN_ROWS, MarkKind.HIDDEN_COLUMN, MarkKind.HIDDEN_SHEET),
        *(MarkKind.FILTERED, MarkKind.NO_RESULT, MarkKind.CUT_NOUGHT, MarkKind.EARLY_DAY, MarkKind.PICTURE),
        MarkKind.NOT_READ,
    }
)
"""Kinds of remarks on a sheet that are doubts about the ledger too."""


def tables_of(source: Source) -> list[LedgerTable]:
    """Return the tables of a file: the sheets of a workbook, which begin with their names where there are several."""
    tables: list[LedgerTable] = []
    grouped = groupby(source.rows, key=lambda row: row.table)
    sheets = [[row.cells for row in rows] for _, rows in grouped]
    for rows in sheets:
        is_named = len(sheets) > 1 and len(rows[0]) == 1
        name = rows[0][0] if is_named else ""
        tables.append(LedgerTable(name, tuple(_widened(rows[1:] if is_named else rows))))
    return tables


def recognised(source: Source, maps: Sequence[ColumnMap]) -> list[ColumnMap]:
    """Return the maps by which a file may be read as a ledger without one being named."""
    return recognised_maps(tables_of(source), maps)


def read_foreign_ledger(
    source: Source,
    by: ColumnMap,
    plan_id: str,
    today: date,
    known: Plan | None,
    departments: Iterable[Department],
) -> LedgerRead:
    """Return the plan and the notes of a ledger, with what its reader says of the file among the doubts.

    `known` is the plan as an earlier issue of the ledger made it. Raises DataError for a file without such a ledger.
    """
    region = (known.info.region if known else "") or by.region
    around = Surroundings(
        source.name,
        plan_id,
        today,
        Path(source.name).stem,
        region,
        tuple(_names(known, departments, region)),
        due_reader(by.day_first),
        {wording_of(task.title, task.text): task.id for task in known.tasks} if known else {},
    )
    read = read_ledger(tables_of(source), by, around)
    said = read.read._replace(doubts=(*_said(source), *read.read.doubts), sha256=source.sha256)
    return read._replace(read=said)


def read_if_ledger(source: Source, folders: Sequence[Path], plan_id: str, today: date) -> ReadPlan | None:
    """Return plan and notes of a file that just one map recognises; None for other files.

    Where the own plans have the plan already, it is that one with what the ledger says. `folders` are those that plans
    are in. Raises DataError for a map with a mistake.
    """
    fitting = recognised(source, known_maps(folders)) if may_be_ledger(source.name) else []
    if len(fitting) != 1:
        return None
    file = user_plans() / f"{plan_id}.toml"
    known = read_plan(file).plan if file.exists() else None
    departments = read_department_files(department_files(folders)).departments
    ledger = read_foreign_ledger(source, fitting[0], plan_id, today, known, departments)
    return with_update(ledger.read, updated_plan(known, ledger)) if known else ledger.read


def due_reader(day_first: bool | None) -> DueReader:
    """Return what reads the days of a cell, in Chinese and else in English."""
    period = Period(None, None, day_first=day_first)

    def read(text: str) -> list[tuple[str, date]]:
        for found in (deadlines_in(text, period), english_deadlines_in(text, period, labelled=True)):
            days = [(text[one.start : one.end], one.due) for one in found if one.due is not None]
            if days:
                return days
        return []

    return read


def _names(known: Plan | None, departments: Iterable[Department], region: str) -> Iterable[str]:
    if known is not None:
        yield from known.info.responsible
        for task in known.tasks:
            yield from (name for _, name in task.departments.pairs())
    for one in departments:
        if region in ("", one.region):
            yield one.name
            yield from one.aliases


def _widened(rows: Sequence[Row]) -> Iterable[Row]:
    width = max(map(len, rows), default=0)
    return (row + ("",) * (width - len(row)) for row in rows)


def _said(source: Source) -> Iterable[Message]:
    """Yield what was left out of the sheets, or may be a slip."""
    for mark in source.marks:
        if mark.kind in _SAID:
            words = on_one_line(mark.words or source.text[mark.span.start : mark.span.end])
            yield Message(
                f"exchange.ledger.mark.{mark.kind.value}",
                where=mark.where or source.caption or "-",
                shown=shortened(words),
            )
