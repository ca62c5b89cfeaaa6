"""Checks of what is about to be written to the file, and of what was read from it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from plantui.model.note import NoteContent
from plantui.model.problem import UsageError

from .errors import LedgerDamaged, NoteUnknown
from .records import PERCENT
from .unsound import reason_of

if TYPE_CHECKING:
    from .writing import NewEvent


def check_content(content: NoteContent) -> None:
    """Refuse what is not a whole note: UsageError."""
    if not content.progress.strip():
        raise UsageError("ledger.progress_required")
    if content.percent is not None and content.percent not in PERCENT:
        raise UsageError("ledger.percent_range", percent=content.percent)
    if content.as_of is None:
        raise UsageError("ledger.date_required")
    if content.lacks_reason:
        raise UsageError("ledger.reason_required")
    for report in content.requirements:
        if report.percent is not None and report.percent not in PERCENT:
            raise UsageError("ledger.percent_range", percent=report.percent)
    for actual in content.actuals:
        check_text(source=actual.source, unit=actual.unit or "", grade=actual.grade)
    for piece in content.evidence:
        check_text(evidence=f"{piece.place} {piece.name}")
    check_text(
        progress=content.progress,
        problems=content.problems,
        next_steps=content.next_steps,
        reason=content.reason,
    )


def check_event(entry: NewEvent) -> None:
    """Refuse an event that lacks what it has to say, or whose text is not Unicode: UsageError."""
    from plantui.model.acknowledging import WORD_RULES
    from plantui.model.alignment import AlignmentChoice
    from plantui.model.assessment import SCORES, Assessment
    from plantui.model.assignment import Assignment
    from plantui.model.event import Choice, Extension, Stage, StageKind

    content = entry.content
    check_text(department=entry.department)
    if isinstance(content, Choice):
        check_text(name=content.name, value=content.value)
    elif isinstance(content, Stage):
        if content.kind is StageKind.RETURNED and not content.reason.strip():
            raise UsageError("ledger.return_reason_required")
        check_text(reason=content.reason)
    elif isinstance(content, Extension):
        if not content.reason.strip() or not content.approved_by.strip():
            raise UsageError("ledger.extension_reason_required")
        if content.new_due <= content.requirement.due:
            raise UsageError("ledger.extension_not_later", due=content.requirement.due, new=content.new_due)
        check_text(reason=content.reason, approved_by=content.approved_by)
    elif isinstance(content, AlignmentChoice):
        check_text(one="/".join(content.one), other="/".join(content.other))
    elif isinstance(content, Assignment):
        if WORD_RULES[content.word].needs_reason and not content.reason.strip():
            raise UsageError("ledger.assignment_reason_required")
        check_text(reason=content.reason)
    elif isinstance(content, Assessment):
        if not content.finding.strip():
            raise UsageError("assessments.finding_required")
        if content.score is not None and content.score not in SCORES:
            raise UsageError("assessments.bad_score", value=content.score)
        check_text(finding=content.finding)


def check_text(**texts: str) -> None:
    """Refuse text that is not Unicode: lone surrogates, made of undecodable input. UsageError."""
    for name, text in texts.items():
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise UsageError("ledger.not_unicode", field=name, place=error.start + 1) from error


def no_note(note_id: str) -> NoteUnknown:
    """Return the failure of an id that no note has."""
    return NoteUnknown("ledger.no_note", id=note_id)


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn cells that plantui never wrote, an unknown status or a broken date, into LedgerDamaged."""
    try:
        yield
    except ValueError as error:
        raise LedgerDamaged("ledger.damaged", path, reason=reason_of(error)) from error
