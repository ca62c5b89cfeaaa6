"""Reports in the rows of a ledger: what each department says of a task, as progress notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plantui.model.column_map import ColumnMap, LedgerField
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.outside_note import OutsideNote
from plantui.model.plan import Task
from plantui.model.terms import NEVER_LATE, Status

from ..naming import on_one_line
from .cells import has_shares, percent_of
from .days import DayCells
from .departments import DepartmentCells
from .indicators import actuals_of
from .line import Line
from .remarks import Remarks
from .speakers import own_words
from .surroundings import Surroundings


class Reports:
    """Reads the reports of a ledger."""

    def __init__(
        self,
        by: ColumnMap,
        around: Surroundings,
        lines: Sequence[Line],
        departments: DepartmentCells,
        days: DayCells,
        remarks: Remarks,
    ) -> None:
        self._around = around
        self._departments = departments
        self._days = days
        self._remarks = remarks
        self._statuses = {_folded(word): status for word, status in by.statuses}
        self._in_shares = has_shares(cell for line in lines if (cell := line.text(LedgerField.PERCENT)))
        if self._in_shares:
            remarks.doubt("shares", remarks.head(LedgerField.PERCENT))
        self.nameless = 0
        """The number of rows that no department speaks in."""

    def notes(self, task: Task, line: Line, region: str) -> Iterator[OutsideNote]:
        """Yield what a row reports, for each department whose word it is; nothing where it reports nothing.

        The region speaks where no department is named.
        """
        content = self._content(task, line)
        if content is None:
            return
        names = self._reporters(task, line) or (region,)
        for name in names:
            if (own := own_words(content, name, names)) is not None:
                yield OutsideNote(TaskKey(self._around.plan_id, task.id), name, own)

    def _content(self, task: Task, line: Line) -> NoteContent | None:
        progress, problems, next_steps = (
            self._remarks.words_in(line, field)
            for field in (LedgerField.PROGRESS, LedgerField.PROBLEMS, LedgerField.NEXT_STEPS)
        )
        percent, percent_words = self._percent(line)
        status, status_words = self._status(line)
        as_of = self._days.as_of(line)
        actuals = actuals_of(task, line, as_of or self._around.today, self._remarks)
        said = [progress, problems, next_steps, percent_words, status_words]
        says_status = status is not None and status is not Status.NOT_STARTED
        if not (any(said) or actuals or percent is not None or says_status):
            return None
        if status is None:
            if not status_words:
                self._remarks.doubt("no_status", line.label)
            self._remarks.approximate(LedgerField.STATUS)
            status = Status.IN_PROGRESS
        kept = [
            f"{self._remarks.head(field)}: {words}"
            for field, words in ((LedgerField.STATUS, status_words), (LedgerField.PERCENT, percent_words))
            if words
        ]
        status_cell = line.text(LedgerField.STATUS)
        instead = (
            status_cell,
            line.text(LedgerField.PERCENT),
            problems,
            next_steps,
            line.text(LedgerField.ACTUAL),
        )
        words = "\n".join(filter(None, (progress, *kept))) or next(filter(None, instead), "")
        reason = self._remarks.words_in(line, LedgerField.REASON)
        if status in NEVER_LATE and not reason:
            reason = progress or status_cell
            self._remarks.doubt("no_reason", f"{line.label}: {status_cell}")
        return NoteContent(status, words, percent, problems, next_steps, as_of, reason, actuals=actuals)

    def _percent(self, line: Line) -> tuple[int | None, str]:
        """Return the percent of a row, and words that stand in its place."""
        cell = line.written(LedgerField.PERCENT)
        if not cell:
            return None, ""
        percent = percent_of(cell, in_shares=self._in_shares)
        if percent.value is None:
            self._remarks.doubt_cell("percent", line, LedgerField.PERCENT, cell)
            return None, cell
        if percent.is_rounded:
            self._remarks.approximate(LedgerField.PERCENT)
        return percent.value, ""

    def _status(self, line: Line) -> tuple[Status | None, str]:
        """Return the status of a row, and a word that the map does not know."""
        cell = line.written(LedgerField.STATUS)
        if not cell:
            return None, ""
        status = self._statuses.get(_folded(cell))
        if status is None:
            self._remarks.doubt("status", line.label, on_one_line(cell))
        return status, "" if status else cell

    def _reporters(self, task: Task, line: Line) -> tuple[str, ...]:
        """Return the departments whose word a row is: those named so, else all that account for the task, else the first.

        A row says how the whole task stands, so it is the word of each that leads it.
        """
        given = task.departments
        first = tuple(name for _, name in given.pairs())[:1]
        named = self._departments.named(task.id, line, LedgerField.REPORTER)
        names = named or given.lead or given.responsible or first
        if len(names) > 1:
            self._remarks.approximate(LedgerField.REPORTER)
        if not names:
            self.nameless += 1
        return names


def _folded(word: str) -> str:
    return "".join(word.casefold().split())
