"""Reading what the ledger says of one task, for its page in the pane."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from plantui.model.problem import PlantuiError

from .host import ScreenHost
from .ledger_reader import LedgerFailed

if TYPE_CHECKING:
    from datetime import tzinfo

    from plantui.model.key import TaskKey
    from plantui.model.note import Note
    from plantui.model.stages import StageState
    from plantui.store.ledger import RevisionAction

_Read = TypeVar("_Read")


class PaneReading:
    """Reads the notes on a task and what belongs to them; nothing where the ledger refuses, or is still being read."""

    def __init__(self, host: ScreenHost) -> None:
        self._host = host

    def counting_notes(self, key: TaskKey) -> Sequence[Note]:
        """Read the notes that count on the as-of day, the oldest day first."""
        return self._asked(lambda: self._host.ledger.notes(key=key, today=self._host.session.today), [])

    def revisions(self, key: TaskKey) -> Sequence[Note]:
        """Read every revision of every note, whatever its day."""
        return self._asked(lambda: self._host.ledger.notes(key=key, all_revisions=True), [])

    def actions(self, key: TaskKey) -> Mapping[str, RevisionAction]:
        """Read what wrote each revision, by its id."""
        return self._asked(lambda: self._host.ledger.revision_actions(key), {})

    def late(self, notes: Sequence[Note]) -> Collection[str]:
        """Read which of the revisions are of notes that came after their period was closed, by their ids."""
        from plantui.query.lateness import late_notes

        host = self._host
        return self._asked(lambda: late_notes(host.ledger, notes, host.session.office.reporting) or (), ())

    def zone(self) -> tzinfo | None:
        """Read the zone of the office's clock; None for the one here."""
        return self._asked(self._host.ledger.zone, None)

    def stages(self, key: TaskKey) -> Mapping[str, StageState]:
        """Read how far the notes have come through checking and closing, by the ids of their revisions."""
        return self._asked(lambda: self._host.ledger.stages(key, self._host.session.today), {})

    def _asked(self, read: Callable[[], _Read], nothing: _Read) -> _Read:
        """Return what is read; nothing where the ledger refuses, which a message tells."""
        if not self._host.session.knows_ledger:
            return nothing
        try:
            return read()
        except PlantuiError as error:
            self._host.post_message(LedgerFailed(error, is_unasked=True))
            return nothing
