"""The columns of the working ledger (工作台账): their headings, and what each says of a task."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from plantui.model.indicator_state import indicator_reports
from plantui.model.note import Note
from plantui.model.progress import TaskProgress
from plantui.model.terms import Role, Status
from plantui.words import Words
from plantui.words.light_phrases import light_reason, schedule_text
from plantui.words.note_phrases import actual_text, evidence_text, requirement_text
from plantui.words.phrases import note_reason, place_text, stage_text, term

from .comparing import compared_text
from .phrasing import departments_of, due_dates, indicator_text
from .summary import SummaryRow

if TYPE_CHECKING:
    from plantui.query.comparison import Comparison

LedgerCell = str | int | date | tuple[date, ...]
"""The content of a cell: text, a number, a day, or several days, ascending; an empty text where there is nothing to say."""


class CellKind(Enum):
    """Kinds of values of a column, by which a spreadsheet shows and reckons with them."""

    TEXT = auto()
    """Text, which stays as it is."""
    NUMBER = auto()
    DATE = auto()
    """A day, or several."""
    PERCENT = auto()
    """A whole number of percent."""
    DAYS_LEFT = auto()
    """Days to a date, negative where it has passed."""


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """A column of the working ledger."""

    name: str
    """Its name in forms and on the command line; its heading is the word `export.column.NAME`."""
    cell: Callable[[Words, SummaryRow], LedgerCell]
    kind: CellKind = CellKind.TEXT
    against: Callable[[Words, SummaryRow, Comparison], LedgerCell] | None = None
    """Its content beside an earlier time; such a column is empty where there is none to compare with."""
    is_for_readers: bool = False
    """True where it only puts together for people what other columns say: tables for programs do without."""

    @property
    def is_figure(self) -> bool:
        """True where a spreadsheet shall reckon with it; every other cell stays the text that it is."""
        return self.kind is not CellKind.TEXT

    def heading(self, words: Words) -> str:
        """Return the heading of the column."""
        return words(f"export.column.{self.name}")


def cell_text(cell: LedgerCell) -> str:
    """Return a cell as text: days as `2025-12-31`, several a line each."""
    if isinstance(cell, tuple):
        return "\n".join(map(str, cell))
    return str(cell)


def _role(role: Role) -> LedgerColumn:
    return LedgerColumn(role.value, lambda words, row: words.listing(departments_of(row, role)))


def _said(name: str, part: Callable[[Words, Note], str]) -> LedgerColumn:
    """Return a column of the departments' words, each behind the department's name."""

    def cell(words: Words, row: SummaryRow) -> str:
        said = [(note.department, text) for note in row.notes if (text := part(words, note))]
        return "\n".join([words("export.labelled", label=name, text=text) for name, text in said])

    return LedgerColumn(name, cell)


def _requirements(words: Words, row: SummaryRow) -> str:
    """Return the standing words on single requirements, a line each behind the department's name."""
    return "\n".join(
        [
            words("export.labelled", label=name, text=requirement_text(words, word))
            for name, report in row.task.reports.items()
            for word in report.requirements
        ]
    )


def _actuals(words: Words, row: SummaryRow) -> str:
    """Return the latest value of each indicator and department, a line each behind the department's name."""
    if not row.values:
        return ""
    known, former = indicator_reports(row.task.whole.indicators, row.values)
    latest = [value for report in (*known, *former) for value in report.latest]
    return "\n".join(
        words("export.labelled", label=value.department, text=actual_text(words, value.actual))
        for value in latest
    )


def _stages(words: Words, row: SummaryRow) -> str:
    """Return how far each department's note has come, a line each, those left out with which no step was taken."""
    return "\n".join(
        words("export.labelled", label=note.department, text=stage_text(words, stage))
        for note, stage in zip(row.notes, row.stages, strict=True)
        if stage
    )


def _percent(progress: TaskProgress) -> LedgerCell:
    return "" if progress.percent is None else progress.percent


def _percent_from(words: Words, progress: TaskProgress) -> str:
    """Return over how many departments the percent is a mean, in words: `3/4` alone would become a date."""
    if progress.percent is None:
        return ""
    return _mean_of(words, progress.percent_from, progress.accountable)


@lru_cache
def _mean_of(words: Words, given: int, accountable: int) -> str:
    return words("export.percent_from", given=given, all=accountable)


def _days(words: Words, row: SummaryRow) -> LedgerCell:
    if len(row.notes) == 1:
        return row.notes[0].as_of  # alone, so that the spreadsheet knows it for a date
    return "\n".join(
        [words("export.labelled", label=note.department, text=note.as_of.isoformat()) for note in row.notes]
    )


def _late(words: Words, row: SummaryRow) -> str:
    """Return the departments whose latest note came after its period was closed."""
    return words.listing([note.department for note in row.notes if note.id in row.late]) if row.late else ""


def _deadlines(words: Words, row: SummaryRow) -> str:
    """Return the dated phrases of the plan, a line each: the words, of which the dates follow."""
    phrases = dict.fromkeys([one.phrase for one in row.task.whole.deadlines])
    return "\n".join(phrases) or words("terms.year.none")


def _closed(words: Words, row: SummaryRow) -> str:
    """Return whether the task is closed after a check."""
    return words("export.yes" if row.task.progress.status is Status.CLOSED else "export.no")


def _source(words: Words, row: SummaryRow) -> str:
    """Return where the task stands in the published document: its number, else its title, with page and line."""
    plan, source = row.task.plan, row.task.whole.source
    document = plan.document_number or plan.title
    if source is None:
        return document
    return words("export.source", document=document, place=place_text(words, source.line, source.page))


def _remarks(words: Words, row: SummaryRow) -> Iterator[str]:
    """Yield what an office puts into its remarks: reasons, reports still missing, reports that came late."""
    for note in row.notes:
        if reason := note_reason(words, note.content):
            yield words("export.labelled", label=note.department, text=reason)
    parts = {"missing": words.listing(row.task.owing), "late": _late(words, row)}
    for name, names in parts.items():
        if names:
            yield words("export.labelled", label=words(f"export.column.{name}"), text=names)


def _days_of(words: Words, days: Sequence[date]) -> LedgerCell:
    return tuple(days) or words("terms.year.none")


LEDGER_COLUMNS: tuple[LedgerColumn, ...] = (
    LedgerColumn("position", lambda words, row: row.position, kind=CellKind.NUMBER),
    LedgerColumn("plan", lambda words, row: row.task.plan.title),
    LedgerColumn("section", lambda words, row: " / ".join(row.headings)),
    LedgerColumn("number", lambda words, row: row.task.entry.number),
    LedgerColumn("task", lambda words, row: row.task.entry.title),
    LedgerColumn("content", lambda words, row: row.task.whole.text),
    LedgerColumn(
        "indicators",
        lambda words, row: "\n".join(indicator_text(words, i) for i in row.task.whole.indicators),
    ),
    *(_role(role) for role in Role),
    LedgerColumn("deadlines", _deadlines),
    LedgerColumn(
        "first_due",
        lambda words, row: _days_of(words, [first for first, _ in due_dates(row)]),
        kind=CellKind.DATE,
    ),
    LedgerColumn(
        "due",
        lambda words, row: _days_of(words, [current for _, current in due_dates(row)]),
        kind=CellKind.DATE,
    ),
    LedgerColumn("extensions", lambda words, row: len(row.task.extensions), kind=CellKind.NUMBER),
    _said("progress", lambda words, note: note.content.progress),
    LedgerColumn("schedule", lambda words, row: schedule_text(words, row.task.reason)),
    _said("problems", lambda words, note: note.content.problems),
    _said("next_steps", lambda words, note: note.content.next_steps),
    _said("reason", lambda words, note: note_reason(words, note.content)),
    LedgerColumn("requirements", _requirements),
    LedgerColumn("actuals", _actuals),
    _said(
        "evidence",
        lambda words, note: words.listing([evidence_text(words, one) for one in note.content.evidence]),
    ),
    LedgerColumn("stage", _stages),
    LedgerColumn("closed", _closed),
    LedgerColumn("status", lambda words, row: term(words, row.task.progress.status)),
    LedgerColumn("percent", lambda words, row: _percent(row.task.progress), kind=CellKind.PERCENT),
    LedgerColumn("percent_from", lambda words, row: _percent_from(words, row.task.progress)),
    LedgerColumn("light", lambda words, row: words(f"export.light.{row.task.reason.light.value}")),
    LedgerColumn("light_reason", lambda words, row: light_reason(words, row.task.reason)),
    LedgerColumn(
        "compared",
        lambda words, row: "",
        against=compared_text,
        is_for_readers=True,
    ),
    LedgerColumn("reporters", lambda words, row: words.listing([note.department for note in row.notes])),
    LedgerColumn("missing", lambda words, row: words.listing(row.task.owing)),
    LedgerColumn("never_reported", lambda words, row: words.listing(row.task.progress.missing)),
    LedgerColumn("days", _days, kind=CellKind.DATE),
    LedgerColumn("late", _late),
    LedgerColumn("source", _source),
    LedgerColumn("remarks", lambda words, row: "\n".join(_remarks(words, row)), is_for_readers=True),
)
"""The columns that there are, in the order of the working ledger."""
