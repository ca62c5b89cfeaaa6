"""The standing of the tasks of a workbook at one time, cell by cell as the export writes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from plantui.documents.formats.content import clean
from plantui.export.ledger_column import LedgerColumn, cell_text
from plantui.export.ledger_columns import LEDGER_COLUMNS
from plantui.export.summary import SummaryRow, summary
from plantui.model.department import DepartmentRef
from plantui.model.indicator_state import indicator_reports
from plantui.model.note import Note
from plantui.model.plan import Indicator
from plantui.model.text import with_visible_controls
from plantui.query.filter import Filter
from plantui.query.workspace import Workspace
from plantui.store.ledger import Ledger
from plantui.words import Words
from plantui.words.note_phrases import actual_text

_COLUMNS: Mapping[str, LedgerColumn] = {column.name: column for column in LEDGER_COLUMNS}


@dataclass(frozen=True)
class TaskStanding:
    """The standing of one task, by the ledger."""

    words: Words
    row: SummaryRow

    def column(self, name: str) -> str:
        """Return the text of the whole cell of a column, comparable."""
        return comparable(cell_text(_COLUMNS[name].cell(self.words, self.row)))

    @cached_property
    def notes(self) -> Mapping[DepartmentRef, Note]:
        """The latest note of each department."""
        region, registry = self.row.task.plan.region, self.row.task.workspace.library.registry
        return {registry.resolve(region, note.department): note for note in self.row.notes}

    def printed(self, name: str, department: DepartmentRef) -> str:
        """Return a department's part of a cell as printed, with its name before it; empty where it says nothing."""
        note = self.notes.get(department)
        if note is None:
            return ""
        alone = replace(self.row, notes=(note,), stages=())
        return comparable(cell_text(_COLUMNS[name].cell(self.words, alone)))

    def part(self, name: str, department: DepartmentRef) -> str:
        """Return a department's part of a cell, without its name."""
        note = self.notes.get(department)
        label = comparable(self.words("export.labelled", label=note.department, text="")) if note else ""
        return self.printed(name, department).removeprefix(label).strip()

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicator that each printed line on an actual value is about, in the order of the lines."""
        if not self.row.values:
            return {}
        known, former = indicator_reports(self.row.task.whole.indicators, self.row.values)
        latest = (value for report in (*known, *former) for value in report.latest)
        return {
            comparable(
                self.words(
                    "export.labelled", label=value.department, text=actual_text(self.words, value.actual)
                )
            ): value.actual.indicator
            for value in latest
        }


def standing_of(
    workspace: Workspace, ledger: Ledger, words: Words, tasks: Iterable[int]
) -> dict[int, TaskStanding]:
    """Return what the ledger says of these tasks as of the workspace's day, by row number."""
    rows = summary(workspace, sorted(tasks), Filter(), ledger)
    return {row.task.entry.pk: TaskStanding(words, row) for row in rows}


def comparable(text: str) -> str:
    """Return a text for comparing: as it is shown, without blanks at the ends of its lines and blank lines at its own."""
    shown = clean(with_visible_controls(text)).replace("\xa0", " ")
    return "\n".join(line.rstrip() for line in shown.split("\n")).strip()
