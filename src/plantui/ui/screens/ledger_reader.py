"""Reading the ledger for the screen. Whatever touches the file runs in a thread and ends in a message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import WorkerState, get_current_worker

from plantui.model.key import TaskKey
from plantui.model.problem import PlantuiError
from plantui.model.progress import TaskReports
from plantui.query.beside import Beside, beside_of
from plantui.query.office import OfficeChoices
from plantui.query.outline import Leaf
from plantui.query.session import Listing
from plantui.query.views import View
from plantui.query.workspace import Workspace

from .backing_up import DailyBackup
from .host import ScreenHost

if TYPE_CHECKING:
    from plantui.model.note import Draft
    from plantui.query.kept import ReadReports
    from plantui.store.ledger import Ledger

Reports = Mapping[TaskKey, TaskReports]

_FIRST_SECONDS = 0.06
"""Seconds that the first paint waits for what the ledger says of the tasks on the screen."""
_UNASKED = frozenset({"keep", "look", "read", "search"})
"""The groups of threads that read the ledger without the user's asking."""


@dataclass(eq=False, repr=False)
class LedgerRead(Message):
    """The ledger was read: the plans with what it says, and the unsaved notes."""

    workspace: Workspace
    drafts: tuple[Draft, ...]
    version: int
    read: ReadReports
    """The reports as they were read, to be kept for the next start."""


@dataclass(eq=False, repr=False)
class LedgerBegun(Message):
    """The reports on the tasks on the screen were read, before all the rest."""

    reports: Reports


@dataclass(eq=False, repr=False)
class LedgerFailed(Message):
    """The ledger refused."""

    error: PlantuiError
    is_unasked: bool = False
    """True where the user did not ask for what was refused: the screen looked around by itself."""


@dataclass(eq=False, repr=False)
class Reported(Message):
    """The reports on some tasks have changed."""

    reports: Reports
    drafts: tuple[Draft, ...]
    office: OfficeChoices
    beside: Beside
    period_reports: Reports | None
    """The reports on the same tasks as of the end of the period that is being reported, None where it goes on."""
    said: str
    """Sentence that tells the user of it."""
    version: int


class LedgerReader:
    """Reads the ledger, and shows what it says."""

    def __init__(self, host: ScreenHost, ledger: Ledger | None) -> None:
        self._host = host
        if ledger is not None:
            self.ledger = ledger
        self._daily_backup = DailyBackup()
        self._version = 0
        """The ledger's version as the session knows it."""

    @cached_property
    def ledger(self) -> Ledger:
        """The user's notes. Loaded when first asked for: without any, a start need not wait for it."""
        from plantui.store.ledger import Ledger

        return Ledger(self._host.options.ledger_path, self._host.options.author)

    @property
    def opened_ledger(self) -> Ledger | None:
        """The ledger where it was opened already."""
        return self.ledger if "ledger" in self.__dict__ else None

    def close(self) -> None:
        """Close the ledger, where it was opened."""
        if self.opened_ledger is not None:
            self.opened_ledger.close()

    # -- threads ---------------------------------------------------------------------------------------------

    def in_thread(self, work: Callable[[], None], group: str) -> None:
        """Do something with the ledger in a thread; a refusal comes back as a message."""

        def guarded() -> None:
            try:
                work()
            except PlantuiError as error:
                self._host.post_message(LedgerFailed(error, is_unasked=group in _UNASKED))
            else:
                self._back_up()

        self._host.run_worker(guarded, thread=True, group=group, exit_on_error=True)

    def _back_up(self) -> None:
        """Make the day's backup after its first save; where that cannot be, a message tells."""
        if (ledger := self.opened_ledger) is None or not ledger.has_written:
            return
        worker = get_current_worker()
        if failed := self._daily_backup.make(
            ledger, self._host.options.config_path, lambda: not worker.is_cancelled
        ):
            self._host.post_message(LedgerFailed(failed, is_unasked=True))

    @property
    def is_reading(self) -> bool:
        """True while a thread reads the whole ledger."""
        busy = (WorkerState.PENDING, WorkerState.RUNNING)
        return any(worker.group == "read" and worker.state in busy for worker in self._host.workers)

    # -- reading ---------------------------------------------------------------------------------------------

    def begin(self) -> LedgerRead | LedgerBegun | None:
        """Read the ledger at a start: all that it says where that was kept, else what is said of the tasks on the screen.

        Return that where it comes quickly, for the first paint: a thread that reads beside it takes three times
        as long. A slow or locked file is not waited for: what it says comes as a message.
        """
        pool = ThreadPoolExecutor(1)
        reading = pool.submit(self._read_first)
        pool.shutdown(wait=False)

        def read() -> None:
            if (found := reading.result()) is not None:
                self._host.post_message(found)
            else:
                self._read()

        try:
            found = reading.result(_FIRST_SECONDS)
        except (TimeoutError, PlantuiError):
            self.in_thread(read, "read")  # which tells of a refusal, too
            return None
        if not isinstance(found, LedgerRead):
            self._host.call_after_refresh(self.read)
        return found

    def _keys_on_screen(self) -> list[TaskKey]:
        """Return the tasks of the tree that a start shows."""
        session = self._host.session
        if session.view is not View.TREE or session.asks_for_progress:
            return []
        rows = session.rows()[: self._host.size.height]
        return [session.key_of(row.task) for row in rows if isinstance(row, Leaf)]

    def _read_first(self) -> LedgerRead | LedgerBegun | None:
        """Read what was kept, else what is said of the tasks on the screen; None without any."""
        from plantui.query.kept import kept_reports

        version = self.ledger.data_version()
        session = self._host.session
        kept = (
            None if session.workspace.is_demo else kept_reports(session.library, self.ledger, session.today)
        )
        if kept is not None:
            return self._with(kept, version)
        keys = self._keys_on_screen()
        return LedgerBegun(self._reports_of(keys)) if keys else None

    def _reports_of(self, keys: Iterable[TaskKey], day: date | None = None) -> Reports:
        """Read what the ledger says of these tasks as of a day, the as-of day without one."""
        day = day or self._host.session.today
        return {key: self.ledger.reports_of(key, day) for key in keys}

    def read(self) -> None:
        """Read the whole ledger."""
        self.in_thread(self._read, "read")

    def read_if_changed(self) -> None:
        """Read again where another plantui has written to the same ledger."""
        if self._host.session.knows_ledger and not self.is_reading:
            self.in_thread(self._look, "look")

    def _look(self) -> None:
        if self.ledger.data_version() != self._version:
            self._read()

    def _read(self) -> None:
        from plantui.query.kept import read_reports

        session = self._host.session
        version = self.ledger.data_version()
        read = read_reports(session.library, self.ledger, session.today)
        self._host.post_message(self._with(read, version))

    def _with(self, read: ReadReports, version: int) -> LedgerRead:
        """Return all that the ledger says, with these reports."""
        from plantui.query.kept import take_kept_sets
        from plantui.query.opening import reports_at_period_end

        before = self._host.session
        office = self._office()
        at_period_end = reports_at_period_end(self.ledger, office, before.today)
        workspace = before.workspace.with_ledger(read.reports, office, at_period_end)
        workspace = workspace.with_beside(beside_of(self.ledger, before.today))
        take_kept_sets(workspace, read)
        if asked := before.asked_changes:
            from plantui.query.changed import changed_since

            workspace = workspace.with_changed(changed_since(before.library, self.ledger, asked))
        _ = workspace.lights, workspace.done  # worked out here, not on the screen's thread
        return LedgerRead(workspace, self._drafts(), version, read)

    def _keep(self, message: LedgerRead) -> None:
        """Keep what was read for the next start, where nothing is kept or what is kept is far behind."""

        def keep() -> None:
            from plantui.query.kept import keep

            keep(message.workspace, self.ledger, message.read)

        self.in_thread(keep, "keep")

    def _office(self) -> OfficeChoices:
        """Read the office-wide choices."""
        from plantui.query.office import office_of

        return office_of(self.ledger, self._host.session.today)

    def _drafts(self) -> tuple[Draft, ...]:
        """Read the unsaved notes, but not those that are being written in another window at this moment."""
        return tuple(draft for draft in self.ledger.drafts() if not self.ledger.is_open_elsewhere(draft))

    # -- what was read ---------------------------------------------------------------------------------------

    def take_first(self, reports: Reports) -> None:
        """Show what the ledger says of the tasks on the screen, and read the rest."""
        self._host.show(self._host.session.with_first_reports(reports))
        self._host.call_after_refresh(self.read)  # it would take its time from what is being painted

    def take_ledger(self, message: LedgerRead) -> None:
        """Show what the ledger says; read it again where the day has changed meanwhile."""
        host = self._host
        if message.workspace.today != host.session.today:
            self.read()
            return
        first = not host.session.knows_ledger
        self._version = message.version
        host.show(host.session.with_ledger(message.workspace, message.drafts))
        self._keep(message)
        if first:
            self.greet()
        else:
            host.remind()

    def go_on(self, begun: LedgerRead) -> None:
        """Greet after a first paint that showed all that the ledger says."""
        self._version = begun.version
        self._keep(begun)
        self.greet()

    def take_reports(self, message: Reported) -> None:
        """Show what the ledger says of some tasks now, and say so."""
        self._version = message.version
        self._host.show(
            self._host.session.with_reports(
                message.reports, message.drafts, message.office, message.period_reports, message.beside
            )
        )
        self._host.say(message.said)
        self._host.remind()

    def greet(self) -> None:
        """Say what waits, and go to the first unsaved note where the user has not gone elsewhere."""
        host = self._host
        if host.status_bar.message == host.words("screen.reading_ledger"):
            host.status_bar.clear()
        host.reminders.read_only = host.options.ledger_path.exists() and not self.ledger.is_writable()
        host.remind()
        if host.session.drafts and host.rows.cursor == 0:
            self.go_to(host.session.drafts[0].key)

    def go_to(self, key: TaskKey) -> None:
        """Move the cursor to a task, where it is in the list."""
        pk, rows = self._host.session.row_of(key), self._host.rows.rows
        if pk is not None and isinstance(rows, Listing):
            self._host.rows.cursor = rows.position_of_task(pk) or 0

    def tell_reports(self, keys: Iterable[TaskKey], said: str, *, or_draft: str = "") -> None:
        """Have the screen show what the ledger says of these tasks now, and say so. Called from a thread.

        `or_draft` is said instead where an unsaved note on one of them was kept.
        """
        reports = self._reports_of(keys)
        drafts = self._drafts()
        if or_draft and any(draft.key in reports for draft in drafts):
            said = or_draft
        from plantui.query.opening import ended_period_day

        office = self._office()
        day = ended_period_day(office, self._host.session.today)
        ended = self._reports_of(reports, day) if day else None
        beside = beside_of(self.ledger, self._host.session.today)
        version = self.ledger.data_version()
        self._host.post_message(Reported(reports, drafts, office, beside, ended, said, version))
