"""The rule which revision of each note or event counts on an as-of day; `latest.py` has it in SQL, for all tasks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, TypeVar

from plantui.model.note import Note, RevisionKind

if TYPE_CHECKING:
    from plantui.model.event import Event

Revision = TypeVar("Revision", Note, "Event")
"""A revision of a note or of an event."""

_FIRST_DAY = date(1970, 1, 2)
_LAST_DAY = date(9998, 12, 31)


def end_of(day: date, zone: tzinfo | None = None) -> datetime:
    """Return the moment, in UTC, at which `day` ends in the zone; without one, where the program runs."""
    # Days at the ends of the calendar have no next day, or none in another time zone.
    next_day = min(max(day, _FIRST_DAY), _LAST_DAY) + timedelta(days=1)
    return datetime.combine(next_day, time.min, zone).astimezone(UTC)


def effective(
    revisions: Iterable[Revision], today: date | None = None, zone: tzinfo | None = None
) -> list[Revision]:
    """Return of each chain the revision that counts, in no particular order; `revisions` come oldest first.

    Without `today` that is the newest one. With it, the newest written by the end of that day in the zone, or
    where none was written by then, the newest; and it has to speak of that day or an earlier one. A retracted
    one does not count. Where two ledgers were merged that both changed it, the newest of both counts until a
    person settles it.
    """
    moment = end_of(today, zone) if today else None
    known: dict[str, Revision] = {}
    for revision in revisions:
        if revision.kind is RevisionKind.JOINED:
            continue
        before = known.get(revision.chain)
        if before is None or moment is None or revision.written_at < moment or before.written_at >= moment:
            known[revision.chain] = revision
    return [
        one
        for one in known.values()
        if one.kind is RevisionKind.WRITTEN and (today is None or one.as_of <= today)
    ]
