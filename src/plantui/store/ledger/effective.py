"""The rule which revision of each note or event counts on an as-of day; `latest.py` has it in SQL, for all tasks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from plantui.model.note import Note, RevisionKind

if TYPE_CHECKING:
    from plantui.model.event import Event

Revision = TypeVar("Revision", Note, "Event")
"""A revision of a note or of an event."""


class Link(Protocol):
    """A revision as far as its place in its chain goes."""

    @property
    def id(self) -> str:
        """Id of the revision."""

    @property
    def chain(self) -> str:
        """Id of the first revision."""

    @property
    def supersedes(self) -> str | None:
        """Id of the revision that it takes the place of."""

    @property
    def kind(self) -> str:
        """Its `RevisionKind`."""

    @property
    def written_at(self) -> Any:
        """Moment of writing, as a moment or as stored."""


_Linked = TypeVar("_Linked", bound=Link)

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
    return [
        one
        for one in newest_heads(revisions, end_of(today, zone) if today else None)
        if one.kind is RevisionKind.WRITTEN and (today is None or one.as_of <= today)
    ]


def newest_heads(revisions: Iterable[_Linked], end: Any = None) -> list[_Linked]:
    """Return of each chain the newest revision that no other takes the place of; `revisions` come oldest first.

    Only what was written before `end` is looked at, unless the chain begins later. The newest alone would not do: a
    revision that was joined into another may bear a later moment than the one that was chosen, where clocks differ.
    """
    given = list(revisions)
    if end is not None:
        begun = {one.chain for one in given if one.written_at < end}
        given = [one for one in given if one.written_at < end or one.chain not in begun]
    superseded = {one.supersedes for one in given if one.supersedes}
    heads = {one.chain: one for one in given if one.id not in superseded and one.kind != RevisionKind.JOINED}
    return list(heads.values())


def by_chain(notes: Iterable[Note]) -> list[list[Note]]:
    """Return all revisions of notes note by note, as written, but last the one from which the note goes on."""
    chains: dict[str, list[Note]] = {}
    for note in sorted(notes, key=lambda note: (note.written_at, note.id)):
        chains.setdefault(note.chain or note.id, []).append(note)
    return [_newest_last(chain) for chain in chains.values()]


def _newest_last(revisions: list[Note]) -> list[Note]:
    after = {one.supersedes: one for one in revisions}
    if len(after) == len(
        revisions
    ):  # no two go on from one: each stands behind the one that it takes the place of
        ordered = [after[None]] if None in after else []
        while ordered and ordered[-1].id in after:
            ordered.append(after[ordered[-1].id])
        if len(ordered) == len(revisions):
            return ordered
    heads = newest_heads(revisions)
    return [*(one for one in revisions if one not in heads), *heads]
