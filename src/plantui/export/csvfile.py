"""The rows of a summary as CSV: one row per task, the columns of the field's working ledger (工作台账)."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from plantui.model import csv_cell
from plantui.model.indicator_state import indicator_reports
from plantui.model.note import Note
from plantui.model.progress import TaskProgress
from plantui.model.terms import Role
from plantui.query.cells import cells_of
from plantui.words import Words
from plantui.words.light_phrases import light_reason
from plantui.words.note_phrases import actual_text, evidence_text, requirement_text
from plantui.words.phrases import note_reason, stage_text, term

from .columns import cell_figure, column_heading
from .heading import Heading
from .phrasing import departments_of, due_dates, filter_text, indicator_text, left_out_text
from .summary import Summary, SummaryRow

BOM = "\ufeff"
"""Without it a spreadsheet takes the file for text of the system's old encoding."""
_NAMED = 3
"""Number of cut cells that are named."""


@dataclass(frozen=True, slots=True)
class CutCell:
    """A cell of which a spreadsheet keeps only the first 32,767 characters."""

    position: int
    """The task's place among the rows, from 1."""
    column: str
    """The column's title."""
    length: int


def cut_cells_sentence(words: Words, cells: Sequence[CutCell]) -> str:
    """Return a sentence that names the cells, or the first of many."""
    named = [
        words("export.cut_cell", position=cell.position, column=cell.column, length=cell.length)
        for cell in cells[:_NAMED]
    ]
    message = "export.cut_cells_more" if len(cells) > _NAMED else "export.cut_cells"
    return words(message, cells=words.listing(named), count=len(cells), longest=csv_cell.LONGEST)


def csv_lines(
    summary: Summary, words: Words, on_cut: Callable[[CutCell], None] = lambda cell: None
) -> Iterator[str]:
    """Yield the file in pieces: the header, then the rows and nothing else, so that it can be filtered at once.

    What was exported stands in the last two columns of every row: the as-of day, the filter with the number of rows.
    `on_cut` is told of every cell that is longer than a spreadsheet keeps.
    """
    line = CsvLine()
    writer = csv.writer(line)
    rows = table_rows(summary, words, csv_cell.text_cell, csv_cell.formula_guarded)
    titles, scope = next(rows), scope_cells(words, summary.heading)
    writer.writerow([*titles, *scope_titles(words)])
    yield BOM + line.text
    for position, cells in enumerate(rows, 1):
        for title, cell in zip(titles, cells, strict=True):
            if (length := csv_cell.cell_length(cell)) > csv_cell.LONGEST:
                on_cut(CutCell(position, title, length))
        writer.writerow([*cells, *scope])
        yield line.text


def scope_titles(words: Words) -> list[str]:
    """Return the titles of the columns of `scope_cells`."""
    return [words("export.heading.as_of"), words("export.column.scope")]


def scope_cells(words: Words, heading: Heading) -> list[str]:
    """Return the cells that say what a file is about, alike in each row: a line above the titles would be a row.

    They are the as-of day, and the filter with the number of tasks listed and of all, and of notes that do not count yet.
    """
    scope = words(
        "export.scope", filter=filter_text(words, heading), shown=heading.count, all=heading.everything
    )
    said = left_out_text(words, heading)
    if said:
        scope = words("export.scope.and", scope=scope, said=said)
    return [heading.as_of.isoformat(), csv_cell.text_cell(scope)]


def table_rows(
    summary: Summary, words: Words, text: Callable[[str], str], figure: Callable[[str], str]
) -> Iterator[list[str]]:
    """Yield the titles, then the cells of each task; `text` and `figure` make cells of what a column says."""
    demo = [words("export.demo")] if summary.heading.is_demo else []
    if summary.columns:
        yield from ([*cells, *demo] for cells in _chosen(summary, words, text, figure))
        return
    yield [*(words(f"export.column.{column.name}") for column in _COLUMNS), *demo]
    for row in summary:
        cells = ((figure if column.is_figure else text)(column.cell(words, row)) for column in _COLUMNS)
        yield [*cells, *demo]


def _chosen(
    summary: Summary, words: Words, text: Callable[[str], str], figure: Callable[[str], str]
) -> Iterator[list[str]]:
    """Yield titles and cells of the columns that were chosen; a number stays one, also below zero."""
    yield [column_heading(words, column) for column in summary.columns]
    for row in summary:
        cells = cells_of(summary.workspace, row.task.entry)
        line: list[str] = []
        for column in summary.columns:
            value = cells.value(column)
            guarded = str if isinstance(value, int) else figure if isinstance(value, date) else text
            line.append(guarded(cell_figure(words, cells, column)))
        yield line


class CsvLine:
    """Takes what the csv module writes, one row at a time."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    """Its header is `export.column.NAME`."""
    cell: Callable[[Words, SummaryRow], str]
    is_figure: bool = False
    """True where a spreadsheet shall reckon with it; every other cell stays the text that it is."""


def _role(role: Role) -> _Column:
    return _Column(role.value, lambda words, row: words.listing(departments_of(row, role)))


def _said(name: str, part: Callable[[Words, Note], str]) -> _Column:
    """Return a column of the departments' words, each behind the department's name."""

    def cell(words: Words, row: SummaryRow) -> str:
        said = ((note.department, part(words, note)) for note in row.notes)
        return "\n".join(words("export.labelled", label=name, text=text) for name, text in said if text)

    return _Column(name, cell)


def _requirements(words: Words, row: SummaryRow) -> str:
    """Return the standing words on single requirements, a line each behind the department's name."""
    return "\n".join(
        words("export.labelled", label=name, text=requirement_text(words, word))
        for name, report in row.task.reports.items()
        for word in report.requirements
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


def _percent(progress: TaskProgress) -> str:
    return "" if progress.percent is None else str(progress.percent)


def _percent_from(words: Words, progress: TaskProgress) -> str:
    """Return over how many departments the percent is a mean, in words: `3/4` alone would become a date."""
    if progress.percent is None:
        return ""
    return words("export.percent_from", given=progress.percent_from, all=progress.accountable)


def _days(words: Words, row: SummaryRow) -> str:
    if len(row.notes) == 1:
        return row.notes[0].as_of.isoformat()  # alone, so that the spreadsheet knows it for a date
    return "\n".join(
        words("export.labelled", label=note.department, text=note.as_of.isoformat()) for note in row.notes
    )


def _late(words: Words, row: SummaryRow) -> str:
    """Return the departments whose latest note came after its period was closed."""
    return words.listing([note.department for note in row.notes if note.id in (row.late or ())])


def _days_of(words: Words, days: Sequence[date]) -> str:
    return "\n".join(day.isoformat() for day in days) or words("terms.year.none")


_COLUMNS = (
    _Column("position", lambda words, row: str(row.position), is_figure=True),
    _Column("plan", lambda words, row: row.task.plan.title),
    _Column("section", lambda words, row: " / ".join(row.headings)),
    _Column("number", lambda words, row: row.task.entry.number),
    _Column("task", lambda words, row: row.task.entry.title),
    _Column("content", lambda words, row: row.task.whole.text),
    _Column(
        "indicators",
        lambda words, row: "\n".join(indicator_text(words, i) for i in row.task.whole.indicators),
    ),
    *(_role(role) for role in Role),
    _Column(
        "first_due",
        lambda words, row: _days_of(words, [first for first, _ in due_dates(row)]),
        is_figure=True,
    ),
    _Column(
        "due", lambda words, row: _days_of(words, [current for _, current in due_dates(row)]), is_figure=True
    ),
    _Column("extensions", lambda words, row: str(len(row.task.extensions)), is_figure=True),
    _said("progress", lambda words, note: note.content.progress),
    _said("problems", lambda words, note: note.content.problems),
    _said("next_steps", lambda words, note: note.content.next_steps),
    _said("reason", lambda words, note: note_reason(words, note.content)),
    _Column("requirements", _requirements),
    _Column("actuals", _actuals),
    _said(
        "evidence",
        lambda words, note: words.listing([evidence_text(words, one) for one in note.content.evidence]),
    ),
    _Column("stage", _stages),
    _Column("status", lambda words, row: term(words, row.task.progress.status)),
    _Column("percent", lambda words, row: _percent(row.task.progress), is_figure=True),
    _Column("percent_from", lambda words, row: _percent_from(words, row.task.progress)),
    _Column("light", lambda words, row: words(f"export.light.{row.task.reason.light.value}")),
    _Column("light_reason", lambda words, row: light_reason(words, row.task.reason)),
    _Column("reporters", lambda words, row: words.listing([note.department for note in row.notes])),
    _Column("missing", lambda words, row: words.listing(row.task.owing)),
    _Column("never_reported", lambda words, row: words.listing(row.task.progress.missing)),
    _Column("days", _days, is_figure=True),
    _Column("late", _late),
)
"""In the order of the working ledger."""
