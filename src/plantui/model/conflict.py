"""Conflict of a note that two desks changed: concurrent revisions, of which one is taken or all are joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .note import Note, NoteContent, RevisionKind
from .requirement import standing
from .stages import NoteStage, StageState, furthest

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Settlement:
    """The end of a conflict: the revision that goes on, with what content, and the ones that it takes along."""

    note: Note
    content: NoteContent | None
    """The text, None where the note is to be retracted."""
    others: tuple[Note, ...]

    def stage_given_up(self, states: Mapping[str, StageState]) -> NoteStage | None:
        """Return the furthest stage that a revision has reached and the note has no longer then; None for none.

        `states` are those of revisions by their ids. A text that is taken as it stands keeps the stage that it has.
        """
        stages = {one.id: states[one.id].stage for one in (self.note, *self.others) if one.id in states}
        kept = stages.get(self.note.id) if self.content == self.note.content else None
        given_up = furthest(stages.values())
        return given_up if given_up is not None and given_up != kept else None


def take(heads: Sequence[Note], chosen: Note) -> Settlement:
    """Return the end of a conflict of these revisions by one of them, as it stands: its text, or that it is retracted."""
    content = chosen.content if chosen.kind is RevisionKind.WRITTEN else None
    return Settlement(chosen, content, tuple(one for one in heads if one.id != chosen.id))


def can_join(heads: Iterable[Note]) -> bool:
    """Return whether all of the revisions have a text: none is retracted."""
    return all(one.kind is RevisionKind.WRITTEN for one in heads)


def join(heads: Sequence[Note]) -> Settlement:
    """Return the end of a conflict with all texts, one behind the other, and all evidence; the heads come oldest first.

    Where several give a figure or a word on a requirement, the newest one's counts.
    """
    *older, newest = heads
    contents = [one.content for one in heads]
    content = newest.content._replace(
        requirements=tuple(standing([one.requirements for one in contents]).values()),
        actuals=tuple({one.indicator: one for each in contents for one in each.actuals}.values()),
        evidence=tuple(dict.fromkeys(one for each in contents for one in each.evidence)),
        progress=_joined(one.progress for one in contents),
        problems=_joined(one.problems for one in contents),
        next_steps=_joined(one.next_steps for one in contents),
    )
    return Settlement(newest, content, tuple(older))


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text.strip()))
