"""The rows of a summary as CSV: one row per task, the columns of the field's working ledger (工作台账)."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plantui.model.note import Note
from plantui.model.terms import Role
from plantui.model.text import harmless
from plantui.words import Words
from plantui.words.phrases import light_reason, note_reason, term

from .phrasing import departments_of, due_dates, indicator_text
from .summary import Summary, SummaryRow

BOM = "\ufeff"
"""Without it a spreadsheet takes the file for text of the system's old encoding."""

_FORMULA = re.compile(r"[\s\ufeff\u200b-\u200f\u2060'\"]*[=+\-@＝＋－＠−﹢﹣﹦﹫]|[\t\n\r]")
"""How a cell begins that a spreadsheet may compute, seen past what it would strip or fold."""


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before one that could be."""
    text = harmless(text)
    return f"'{text}" if _FORMULA.match(text) else text


def csv_lines(summary: Summary, words: Words) -> Iterator[str]:
    """The file in pieces: the header, then the rows and nothing else, so that it can be filtered at once."""
    line = _Line()
    writer = csv.writer(line)
    writer.writerow([words(f"export.column.{column.name}") for column in _COLUMNS])
    yield BOM + line.text
    for row in summary:
        writer.writerow([guarded(column.cell(words, row)) for column in _COLUMNS])
        yield line.text


class _Line:
    """Takes what the csv module writes, one row at a time."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    """Its header is `export.column.NAME`."""
    cell: Callable[[Words, SummaryRow], str]


def _role(role: Role) -> _Column:
    return _Column(role.value, lambda words, row: words.listing(departments_of(row, role)))


def _said(name: str, part: Callable[[Words, Note], str]) -> _Column:
    """A column of what the departments say, each behind its name."""

    def cell(words: Words, row: SummaryRow) -> str:
        said = ((note.department, part(words, note)) for note in row.notes)
        return "\n".join(words("export.labelled", label=name, text=text) for name, text in said if text)

    return _Column(name, cell)


def _days(words: Words, row: SummaryRow) -> str:
    if len(row.notes) == 1:
        return row.notes[0].as_of.isoformat()  # alone, so that the spreadsheet knows it for a date
    return "\n".join(
        words("export.labelled", label=note.department, text=note.as_of.isoformat()) for note in row.notes
    )


_COLUMNS = (
    _Column("position", lambda words, row: str(row.position)),
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
    _Column("deadlines", lambda words, row: "\n".join(due_dates(row)) or words("terms.year.none")),
    _said("progress", lambda words, note: note.content.progress),
    _said("problems", lambda words, note: note.content.problems),
    _said("next_steps", lambda words, note: note.content.next_steps),
    _said("reason", lambda words, note: note_reason(words, note.content)),
    _Column("status", lambda words, row: term(words, row.task.progress.status)),
    _Column("percent", lambda words, row: str(row.task.progress.percent)),
    _Column("light", lambda words, row: words(f"export.light.{row.task.reason.light.value}")),
    _Column("light_reason", lambda words, row: light_reason(words, row.task.reason)),
    _Column("reporters", lambda words, row: words.listing([note.department for note in row.notes])),
    _Column("missing", lambda words, row: words.listing(row.task.progress.missing)),
    _Column("days", _days),
)
"""In the order of the working ledger."""
