"""Checks of what is about to be written to the file, and of what was read from it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plantui.model.note import NoteContent
from plantui.model.problem import UsageError

from .errors import LedgerDamaged, NoteUnknown
from .records import PERCENT


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
    check_text(
        progress=content.progress,
        problems=content.problems,
        next_steps=content.next_steps,
        reason=content.reason,
    )


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
        raise LedgerDamaged("ledger.damaged", path, reason=error) from error
