"""Cells that were typed over or emptied: a department's part is gone from them, and nothing comes in for it."""

from __future__ import annotations

from collections.abc import Iterator

from plantui.model.department import DepartmentRef

from .faults import Fault
from .reading import TEXTS, VALUES, RowReading
from .standing import TaskStanding, comparable

_LINED = (*VALUES, "requirements", "actuals")
"""Columns with a line for each department, or for what it reports."""


def losses(reading: RowReading) -> Iterator[Fault]:
    """Yield a sentence for each cell of a row from which a department's part is gone while the ledger keeps it.

    A table that is said to be of one department, without knowing what the workbook said, need not have the others' parts.
    """
    desk, row = reading.desk, reading.row
    if desk.then is None and reading.has_owner:
        return
    known = reading.standings[-1]
    told = {fault.cell for fault in reading.said}
    for name in (*TEXTS, *_LINED):
        if not row.has(name) or reading.is_as_printed(name) or row.fault(name, "readback.gone").cell in told:
            continue
        find = _texts_gone if name in TEXTS else _lines_gone
        gone = [ref for ref in find(reading, known, name) if not _is_said(reading, ref, name)]
        names = list(dict.fromkeys(ref.name for ref in gone))
        if names:
            yield row.fault(name, "readback.gone", names=desk.words.listing(names))
        elif not row.text(name) and name in VALUES and known.column(name) and not _is_changed(reading, name):
            yield row.fault(name, "readback.emptied", text=known.column(name))


def _texts_gone(reading: RowReading, known: TaskStanding, name: str) -> Iterator[DepartmentRef]:
    """Yield the departments whose text in a cell is gone."""
    for ref in known.notes:
        statement = reading.statements.get(ref)
        if known.part(name, ref) and not (statement and statement.texts.get(name)):
            yield ref


def _lines_gone(reading: RowReading, known: TaskStanding, name: str) -> Iterator[DepartmentRef]:
    """Yield the departments of which a line of a cell is gone."""
    there = set(comparable(reading.row.cell(name).text).split("\n"))
    for line in known.column(name).split("\n"):
        labelled = reading.parties.label(line)
        if labelled and line not in there:
            yield labelled[0]


def _is_said(reading: RowReading, ref: DepartmentRef, name: str) -> bool:
    """Return whether a note comes of what the cell says of a department instead: one without progress does not."""
    statement = reading.statements.get(ref)
    return bool(statement and name in statement.changed and statement.texts.get("progress") != "")


def _is_changed(reading: RowReading, name: str) -> bool:
    return any(name in statement.changed for statement in reading.statements.values())
