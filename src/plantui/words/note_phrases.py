"""Parts of a note beside its texts, as the user reads it: single requirements, actual values, evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .catalogue import Words
from .phrases import number_text

if TYPE_CHECKING:
    from datetime import date

    from plantui.model.actual import Actual
    from plantui.model.evidence import Evidence
    from plantui.model.indicator_state import ReportedValue
    from plantui.model.note import NoteContent
    from plantui.model.plan import Deadline
    from plantui.model.requirement import RequirementReport
    from plantui.model.requirement_words import RequirementWord

_UNITS = ("B", "KB", "MB", "GB", "TB")
_STEP = 1000


def note_details(words: Words, content: NoteContent) -> tuple[tuple[str, str], ...]:
    """Return what a note says beside its texts, each with its label, a line for every requirement, value and piece."""
    said = (
        ("requirements", [requirement_text(words, report) for report in content.requirements]),
        ("actuals", [actual_text(words, actual) for actual in content.actuals]),
        ("evidence", [evidence_text(words, piece) for piece in content.evidence]),
    )
    return tuple((words(f"notes.{name}"), "\n".join(lines)) for name, lines in said if lines)


def requirement_text(words: Words, report: RequirementReport) -> str:
    """Return a word on a requirement with the wording that it speaks of."""
    return words(
        "notes.labelled", label=requirement_name(report.requirement), text=requirement_state(words, report)
    )


def requirement_name(requirement: Deadline) -> str:
    """Return a dated requirement in its own wording."""
    return f"{requirement.phrase} {requirement.clause}".strip()


def requirement_state(words: Words, report: RequirementReport) -> str:
    """Return what is said of a requirement: 已完成（2024-06-20）, 未完成 60%."""
    if report.is_done and report.done_on:
        tick = words("notes.done_on", day=report.done_on.isoformat())
    elif report.is_done is not None:
        tick = words("notes.done" if report.is_done else "notes.open")
    else:
        tick = ""
    percent = "" if report.percent is None else words("terms.percent", percent=report.percent)
    return f"{tick} {percent}".strip()


def requirement_word(words: Words, word: RequirementWord) -> str:
    """Return the standing word of a department on a requirement, with the day of its note."""
    return words(
        "notes.reported",
        department=word.department,
        text=requirement_state(words, word.report),
        day=word.as_of.isoformat(),
    )


def amount_text(actual: Actual) -> str:
    """Return an actual value with its unit, or its grade."""
    return actual.grade if actual.value is None else f"{number_text(actual.value)}{actual.unit or ''}"


def actual_text(words: Words, actual: Actual) -> str:
    """Return an actual value with the indicator, its day and its source."""
    return words("notes.labelled", label=actual.indicator.indicator, text=dated_amount(words, actual))


def reported_value(words: Words, value: ReportedValue, today: date) -> str:
    """Return a department's value with its day, its source and the state that it gives the indicator."""
    from plantui.model.indicator_state import value_state

    state = words(f"notes.indicator.{value_state(value.actual, today).value}")
    text = dated_amount(words, value.actual)
    return words("notes.value", department=value.department, text=text, state=state)


def dated_amount(words: Words, actual: Actual) -> str:
    """Return an actual value with its unit, its day and its source."""
    details: Sequence[str] = [part for part in (actual.day.isoformat(), actual.source) if part]
    return words("notes.detailed", text=amount_text(actual), details=words.listing(list(details)))


def evidence_text(words: Words, piece: Evidence) -> str:
    """Return a piece of evidence: its name, kind and size, and where it is."""
    details = [words(f"notes.kind.{piece.kind.value}")]
    if piece.size is not None:
        details.append(size_text(piece.size))
    named = words("notes.detailed", text=piece.name, details=words.listing(details))
    return f"{named} {piece.place}"


def opened_text(words: Words, piece: Evidence, *, has_changed: bool) -> str:
    """Return that a piece of evidence was opened, and whether it has changed since it was named."""
    said = "notes.evidence.opened_changed" if has_changed else "notes.evidence.opened"
    return words(said, text=evidence_text(words, piece), day=piece.day.isoformat())


def size_text(size: int) -> str:
    """Return a number of bytes as people read it: 512 B, 1.5 MB."""
    if size < _STEP:
        return f"{size} {_UNITS[0]}"
    amount, at = float(size), 0
    while amount >= _STEP and at < len(_UNITS) - 1:
        amount, at = amount / _STEP, at + 1
    return f"{amount:.1f} {_UNITS[at]}"
