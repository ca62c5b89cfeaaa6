"""Controller that shows only the tasks of which something was said since a day or a state of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plantui.query.filter import Facet

from .filters import FilterControls
from .host import ScreenHost
from .ledger_reader import LedgerReader

if TYPE_CHECKING:
    from plantui.model.since import Since
    from plantui.store.index.library import Library
    from plantui.ui.dialogs.since import SinceChoice

_TOLD_AFTER = 0.3
"""Seconds after which the user is told that the ledger is still being read."""


class SinceControls:
    """Asks since when changes are wanted, has the ledger asked in a thread, and narrows the list."""

    def __init__(self, host: ScreenHost, reader: LedgerReader, filters: FilterControls) -> None:
        self._host = host
        self._reader = reader
        self._filters = filters
        self._awaited: Since | None = None
        """The time that was chosen last, while its tasks are being found."""

    def open(self) -> None:
        """Let the user choose since when."""
        from plantui.query.since_offers import since_offers
        from plantui.ui.dialogs.since import SinceDialog

        host, session = self._host, self._host.session
        now = session.active_filter.changed_since
        host.open_dialog(
            SinceDialog(host.words, since_offers(session.workspace), session.today, now), self._chosen
        )

    def _chosen(self, choice: SinceChoice | None) -> None:
        if choice is None:
            return
        self._awaited, session = choice.since, self._host.session
        if choice.since is None or session.workspace.changed.knows(choice.since):
            values = () if choice.since is None else (choice.since,)
            self._filters.narrow(session.with_choices(Facet.CHANGED, values))
            return
        since, library = choice.since, session.library

        def find() -> None:
            tasks = library.task_set(self._reader.ledger.changed_tasks(since))
            self._host.app.call_from_thread(self._take, since, tasks, library)

        self._reader.in_thread(find, "changes")
        self._host.set_timer(_TOLD_AFTER, lambda: self._tell(since))

    def _take(self, since: Since, tasks: int, library: Library) -> None:
        """Show the tasks that were found, unless something else was asked for meanwhile."""
        host = self._host
        if since != self._awaited or library is not host.session.library:
            return
        self._awaited = None
        if host.status_bar.message == host.words("screen.reading_ledger"):
            host.status_bar.clear()
        self._filters.narrow(host.session.with_changed(since, tasks))

    def _tell(self, since: Since) -> None:
        if self._awaited == since and not self._host.status_bar.message:
            self._host.say(self._host.words("screen.reading_ledger"))
