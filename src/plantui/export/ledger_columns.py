"""The columns of the working ledger (工作台账): their headings, and what each says of a task."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.note import Note
from plantui.model.progress import TaskProgress
from plantui.model.terms import NEVER_LATE, Role, Status
from plantui.words import Words
from plantui.words.light_phrases import light_reason, schedule_text
from plantui.words.note_phrases import actual_text, evidence_text, requirement_text
from plantui.words.phrases import funding_text, note_reason, place_text, stage_text, term

from .cell_source import Reuse, whole_row
from .comparing import compared_text
from .ledger_column import CellKind, LedgerCell, LedgerColumn
from .phrasing import departments_in, due_dates, indicator_text
from .summary import SummaryRow

if TYPE_CHECKING:
    from plantui.model.plan import Deadline, Indicator
    from plantui.model.progress import Report

_WHOLE = attrgetter("task.whole")
_PROGRESS = attrgetter("task.progress")
_REASON = attrgetter("task.reason")
_NOTES = attrgetter("notes")

Notes = Sequence[Note]
"""The latest note of each department on a task."""


def _itself(words: Words, cell: LedgerCell) -> LedgerCell:
    return cell


def _of_notes(
    name: str, said: Callable[[Words, Notes], LedgerCell], kind: CellKind = CellKind.TEXT
) -> LedgerColumn:
    """Return a column that follows from the notes of a task; most tasks have none."""

    def all_said(words: Words, column: Sequence[Notes]) -> list[LedgerCell]:
        return [said(words, notes) if notes else "" for notes in column]

    return LedgerColumn(name, _NOTES, said, kind=kind, all_said=all_said)


def _said(name: str, part: Callable[[Words, Note], str]) -> LedgerColumn:
    """Return a column of the departments' words, each behind the department's name."""

    def said(words: Words, notes: Notes) -> str:
        found = [(note.department, text) for note in notes if (text := part(words, note))]
        return "\n".join([words("export.labelled", label=name, text=text) for name, text in found])

    return _of_notes(name, said)


def _written(name: str) -> LedgerColumn:
    """Return a column of one text of the departments' notes, each behind the department's name."""
    text = attrgetter(f"content.{name}")

    def said(words: Words, notes: Notes) -> str:
        return all_said(words, [notes])[0]

    def all_said(words: Words, column: Sequence[Notes]) -> list[str]:
        fill = words.filler("export.labelled")
        return [
            "\n".join([fill(label=note.department, text=said) for note in notes if (said := text(note))])
            for notes in column
        ]

    return LedgerColumn(name, _NOTES, said, all_said=all_said)


def _reason(words: Words, note: Note) -> str:
    content = note.content
    return note_reason(words, content) if content.reason or content.status in NEVER_LATE else ""


def _evidence(words: Words, note: Note) -> str:
    found = note.content.evidence
    return words.listing([evidence_text(words, one) for one in found]) if found else ""


def _requirements(words: Words, reports: Mapping[str, Report]) -> str:
    """Return the standing words on single requirements, a line each behind the department's name."""
    return "\n".join(
        [
            words("export.labelled", label=name, text=requirement_text(words, word))
            for name, report in reports.items()
            for word in report.requirements
        ]
    )


def _actuals(words: Words, row: SummaryRow) -> str:
    """Return the latest value of each indicator and department, a line each behind the department's name."""
    if not row.values:
        return ""
    from plantui.model.indicator_state import indicator_reports  # few notes give values

    known, former = indicator_reports(row.task.whole.indicators, row.values)
    latest = [value for report in (*known, *former) for value in report.latest]
    return "\n".join(
        words("export.labelled", label=value.department, text=actual_text(words, value.actual))
        for value in latest
    )


def _stages(words: Words, row: SummaryRow) -> str:
    """Return how far each department's note has come, a line each, those left out with which no step was taken."""
    if not any(row.stages):
        return ""
    return "\n".join(
        words("export.labelled", label=note.department, text=stage_text(words, stage))
        for note, stage in zip(row.notes, row.stages, strict=True)
        if stage
    )


def _percent(words: Words, progress: TaskProgress) -> LedgerCell:
    return "" if progress.percent is None else progress.percent


def _percent_from(words: Words, progress: TaskProgress) -> str:
    """Return over how many departments the percent is a mean, in words: `3/4` alone would become a date."""
    if progress.percent is None:
        return ""
    return _mean_of(words, progress.percent_from, progress.accountable)


@lru_cache
def _mean_of(words: Words, given: int, accountable: int) -> str:
    return words("export.percent_from", given=given, all=accountable)


def _days(words: Words, notes: Notes) -> LedgerCell:
    if len(notes) == 1:
        return notes[0].as_of  # alone, so that the spreadsheet knows it for a date
    return "\n".join(
        [words("export.labelled", label=note.department, text=note.as_of.isoformat()) for note in notes]
    )


def _late(words: Words, row: SummaryRow) -> str:
    """Return the departments whose latest note came after its period was closed."""
    return words.listing([note.department for note in row.notes if note.id in row.late]) if row.late else ""


def _deadlines(words: Words, deadlines: Sequence[Deadline]) -> str:
    """Return the dated phrases of the plan, a line each: the words, of which the dates follow."""
    if len(deadlines) == 1:
        return deadlines[0].phrase or words("terms.year.none")
    return "\n".join(dict.fromkeys([one.phrase for one in deadlines])) or words("terms.year.none")


def _indicators(words: Words, indicators: Sequence[Indicator]) -> str:
    """Return the targets, a line each."""
    return "\n".join([indicator_text(words, one) for one in indicators]) if indicators else ""


def _closed(words: Words, progress: TaskProgress) -> str:
    """Return whether the task is closed after a check."""
    return words("export.yes" if progress.status is Status.CLOSED else "export.no")


class _Place(NamedTuple):
    """The place of a task in its published document."""

    document: str
    """The document's number, else its title."""
    line: int | None
    page: int | None


def _place(row: SummaryRow) -> _Place:
    plan, source = row.task.plan, row.task.whole.source
    document = plan.document_number or plan.title
    return _Place(document, source.line, source.page) if source else _Place(document, None, None)


def _source(words: Words, place: _Place) -> str:
    """Return where the task stands in the published document, with page and line where they are known."""
    if place.line is None:
        return place.document
    return words("export.source", document=place.document, place=place_text(words, place.line, place.page))


def _remarks(words: Words, row: SummaryRow) -> str:
    """Return what an office puts into its remarks, a line each: reasons, reports still missing, reports that came late."""
    found = [
        words("export.labelled", label=note.department, text=reason)
        for note in row.notes
        if (reason := note_reason(words, note.content))
    ]
    parts = {"missing": words.listing(row.task.owing), "late": _late(words, row)}
    found += [
        words("export.labelled", label=words(f"export.column.{name}"), text=names)
        for name, names in parts.items()
        if names
    ]
    return "\n".join(found)


def _days_of(words: Words, days: Sequence[date]) -> LedgerCell:
    return tuple(days) or words("terms.year.none")


LEDGER_COLUMNS: tuple[LedgerColumn, ...] = (
    LedgerColumn("position", attrgetter("position"), _itself, kind=CellKind.NUMBER),
    LedgerColumn("plan", attrgetter("task.plan"), lambda words, plan: plan.title, Reuse.SAME),
    LedgerColumn("section", attrgetter("headings"), lambda words, names: " / ".join(names), Reuse.SAME),
    LedgerColumn("number", attrgetter("task.entry.number"), _itself, Reuse.EQUAL),
    LedgerColumn("task", attrgetter("task.entry.title"), _itself),
    LedgerColumn("content", _WHOLE, lambda words, task: task.text),
    LedgerColumn(
        "indicators",
        _WHOLE,
        lambda words, task: _indicators(words, task.indicators),
    ),
    *(LedgerColumn(role.value, departments_in(role), Words.listing, Reuse.EQUAL) for role in Role),
    LedgerColumn("funding", _WHOLE, lambda words, task: funding_text(words, task.funding)),
    LedgerColumn("tags", _WHOLE, lambda words, task: words.listing(task.tags)),
    LedgerColumn("deadlines", _WHOLE, lambda words, task: _deadlines(words, task.deadlines)),
    LedgerColumn(
        "first_due",
        due_dates,
        lambda words, dates: _days_of(words, [first for first, _ in dates]),
        Reuse.EQUAL,
        CellKind.DATE,
    ),
    LedgerColumn(
        "due",
        due_dates,
        lambda words, dates: _days_of(words, [current for _, current in dates]),
        Reuse.EQUAL,
        CellKind.DATE,
    ),
    LedgerColumn(
        "extensions",
        attrgetter("task.extensions"),
        lambda words, found: len(found),
        Reuse.SAME,
        CellKind.NUMBER,
    ),
    _written("progress"),
    LedgerColumn("schedule", _REASON, schedule_text, Reuse.SAME),
    _written("problems"),
    _written("next_steps"),
    _said("reason", _reason),
    LedgerColumn("requirements", attrgetter("task.reports"), _requirements, Reuse.SAME),
    LedgerColumn("actuals", whole_row, _actuals),
    _said("evidence", _evidence),
    LedgerColumn("stage", whole_row, _stages),
    LedgerColumn("closed", _PROGRESS, _closed, Reuse.SAME),
    LedgerColumn("status", _PROGRESS, lambda words, progress: term(words, progress.status), Reuse.SAME),
    LedgerColumn("percent", _PROGRESS, _percent, Reuse.SAME, CellKind.PERCENT),
    LedgerColumn("percent_from", _PROGRESS, _percent_from, Reuse.SAME),
    LedgerColumn(
        "light", _REASON, lambda words, reason: words(f"export.light.{reason.light.value}"), Reuse.SAME
    ),
    LedgerColumn("light_reason", _REASON, light_reason, Reuse.SAME),
    LedgerColumn("compared", whole_row, lambda words, row: "", against=compared_text, is_for_readers=True),
    _of_notes("reporters", lambda words, notes: words.listing([one.department for one in notes])),
    LedgerColumn("missing", attrgetter("task.owing"), Words.listing, Reuse.SAME),
    LedgerColumn(
        "never_reported", _PROGRESS, lambda words, progress: words.listing(progress.missing), Reuse.SAME
    ),
    _of_notes("days", _days, CellKind.DATE),
    LedgerColumn(
        "age",
        attrgetter("task.age"),
        lambda words, age: "" if age is None else age,
        Reuse.EQUAL,
        CellKind.NUMBER,
    ),
    LedgerColumn("late", whole_row, _late),
    LedgerColumn("source", _place, _source, Reuse.EQUAL),
    LedgerColumn("remarks", whole_row, _remarks, is_for_readers=True),
)
"""The columns that there are, in the order of the working ledger."""
