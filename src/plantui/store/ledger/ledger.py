"""The user's ledger of progress notes: what the interface and the command line read and write."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from plantui.model.key import TaskKey
from plantui.model.note import Draft, Note, NoteContent, RevisionDays
from plantui.model.problem import UsageError
from plantui.model.progress import TaskReports

from . import checks, current, drafts, file, writing
from .connections import Connections
from .contents import identity_of, newest_action
from .effective import effective, end_of
from .errors import LedgerError, LedgerForeign
from .latest import latest
from .log_part import WHOLE_LOG
from .readable import UnreadableRow, find_unreadable, one_state, readable_drafts, readable_notes
from .records import (
    Undone,
    first_moments,
    has_events,
    moment_text,
    revision_actions,
    select_events,
    select_notes,
)
from .settings import DEMO_DAY, IDENTITY, TIME_ZONE, demo_day, fix_setting, setting
from .staged import stages_on
from .task_reports import in_order, read_task
from .undo import RevisionAction
from .window import close_window, is_open, new_window
from .writing import LedgerWriter, NewEvent, NewNote
from .written import Written
from .zone import is_local, zone_of

if TYPE_CHECKING:
    from plantui.model.event import Event
    from plantui.model.indicator_state import ReportedValue
    from plantui.model.issued import Issued, IssuedFile
    from plantui.model.period import Period
    from plantui.model.receipt import Receipt, Received
    from plantui.model.since import Since
    from plantui.model.stages import StageState

    from .current import LatestReports
    from .health import LedgerFault
    from .listing import NotePlace
    from .log_state import LogState
    from .note_cells import NoteCells
    from .note_search import NoteSearch
    from .said_details import NotedEvidence
    from .submission import Packet, SubmissionHead
    from .task_changes import LedgerChanges

_Read = TypeVar("_Read")

_NO_SECRETS: Mapping[str, bytes] = MappingProxyType({})
_SECOND_DAY = date(1, 1, 2)
"""The first day that has one before it."""
_ONE_MOMENT = timedelta(milliseconds=1)
"""Distance of two savings up to which a clock may show the same for both."""


def utc_now() -> datetime:
    """Return the system's moment."""
    return datetime.now(UTC)


class Ledger:
    """A ledger file, which any thread may read and write. Making the object touches nothing on the disk.

    Every operation may raise LedgerNewer, LedgerForeign, LedgerDamaged, LedgerCannotOpen and LedgerBusy; a
    writing one LedgerReadOnly and LedgerFull too. What raised has changed nothing; what returned survives a
    power cut. Once a file was seen, each may raise LedgerReplaced: another one stands there, or none.
    """

    def __init__(
        self,
        path: Path,
        author: str,
        clock: Callable[[], datetime] = utc_now,
        busy_seconds: float = 5.0,
        read_only: bool = False,
        idle_seconds: float = 0.3,
    ) -> None:
        self.path = path
        self.author = author
        self._clock = clock
        self._busy_seconds = busy_seconds
        self._connections = Connections(path, clock, busy_seconds, read_only, idle_seconds)
        self._window: str | None = None
        self._zone: tzinfo | None = None
        self._knows_zone = False
        """True once a zone was found fixed: it never changes."""
        self._identity = ""
        """The ledger's own id, once it was asked for."""
        self._demo_day: date | None = None
        self._knows_demo = False
        """True once the file has told whether it is a demonstration."""
        self._version: tuple[str | None, int] = None, 0
        """The newest action at the last look and its number."""
        self._unreadable: dict[tuple[str, int], UnreadableRow] = {}
        self._search: NoteSearch | None = None
        self._last_moment: datetime | None = None
        self._taken_in: int | None = None
        """The last note's number, less the rows that the table of what counts now lacked; None where that is not known."""
        self.has_written = False
        """True once an action was stored by way of this object."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file and of the window. The ledger can still be used: it then opens the file again."""
        self._connections.close()
        self._forget()
        if self._window is not None:
            close_window(self._window)
            self._window = None

    def settle(self) -> None:
        """Fold the log into the file now, as happens by itself once nothing has been asked for a while."""
        self._connections.settle()

    def accept_file(self) -> None:
        """Go on with what stands at the path, after LedgerReplaced; where nothing does, the next note makes a file.

        What was read before has to be read again: the notes there are others.
        """
        self._connections.accept()
        self._forget()
        self._unreadable.clear()

    def _forget(self) -> None:
        """Forget what the file has told: another may stand there the next time."""
        self._identity = ""
        self._zone, self._knows_zone = None, False
        self._demo_day, self._knows_demo = None, False
        self._search = None
        self._taken_in = None

    @property
    def window(self) -> str:
        """The id of this window among all that write drafts."""
        if self._window is None:
            self._window = new_window()
        return self._window

    @property
    def unreadable(self) -> tuple[UnreadableRow, ...]:
        """The rows that reading has left out so far, since cells of theirs hold what plantui never writes."""
        return tuple(self._unreadable.values())

    def unreadable_rows(self) -> list[UnreadableRow]:
        """Return all rows of which nothing can be made, after looking at every one."""
        with self._connections.reading() as connection:
            return find_unreadable(connection) if connection else []

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection | None]:
        """Lend a connection that shows one state of the ledger, for a copy of it; None where nothing was written yet.

        Raises LedgerReplaced after the block where the file is not the ledger's own any more.
        """
        with self._connections.reading() as connection:
            if connection is None:
                yield None
            else:
                with one_state(connection):
                    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
                    yield connection
        self._connections.require_known_file()

    def faults(self) -> list[LedgerFault]:
        """Return what is wrong with the file and with what belongs together in it, after looking at every row."""
        from .health import find_faults

        with self._connections.reading() as connection:
            return list(find_faults(connection)) if connection else []

    def exists(self) -> bool:
        """Return whether anything has been written yet."""
        return file.file_id(self.path) is not None

    def is_writable(self) -> bool:
        """Return whether notes can be saved, as far as the rights on file and folder tell."""
        return self._connections.writable

    def check(self) -> None:
        """Raise what any operation would raise on this file, without changing anything."""
        with self._connections.reading():
            pass

    def add(self, key: TaskKey, department: str, content: NoteContent, *, keep_draft: bool = False) -> Note:
        """Save a new note, and drop its draft. Raises UsageError for content that is not a note's."""
        checks.check_content(content)
        checks.check_text(plan=key.plan, task=key.task, department=department, author=self.author)
        with self._writer() as writer:
            note = writer.add(key, department, content)
            if not keep_draft:
                self._discard(writer.connection, key, department)
        return note

    def add_many(self, keys: Sequence[TaskKey], department: str, content: NoteContent) -> list[Note]:
        """Save a new note with the same content on each of several tasks, all or none, which one undo takes back.

        The drafts on the tasks stay. Raises UsageError for content that is not a note's.
        """
        checks.check_content(content)
        for key in keys:
            checks.check_text(plan=key.plan, task=key.task, department=department, author=self.author)
        with self._writer() as writer:
            return writer.add_many(keys, department, content)

    def add_each(self, notes: Sequence[NewNote]) -> list[Note]:
        """Save new notes with contents of their own, all or none, which one undo takes back; without any nothing is done.

        Raises UsageError for content that is not a note's.
        """
        for one in notes:
            checks.check_content(one.content)
            checks.check_text(
                plan=one.key.plan, task=one.key.task, department=one.department, author=self.author
            )
        if not notes:
            return []
        with self._writer() as writer:
            return writer.take_in(notes)

    def add_once(
        self, key: TaskKey, department: str, content: NoteContent, note_id: str
    ) -> tuple[Note, bool]:
        """Save a new note under an id of the caller's, unless it is saved already; the note, and whether it is new.

        So a program that does not know whether it has saved may try again. Its draft stays. Raises UsageError for
        content that is not a note's, NoteIdTaken where the id belongs to another note or another content.
        """
        checks.check_content(content)
        checks.check_text(plan=key.plan, task=key.task, department=department, author=self.author, id=note_id)
        with self._writer() as writer:
            return writer.add_once(key, department, content, note_id)

    def edit(self, note_id: str, content: NoteContent, *, keep_draft: bool = False) -> Note:
        """Save a new revision of the note whose newest revision is `note_id`, and drop its draft.

        Raises NoteChanged when another revision was written meanwhile, UsageError for an unknown id,
        a retracted note, or content that is not a note's.
        """
        checks.check_content(content)
        with self._writer() as writer:
            note = writer.revise(note_id, content)
            if not keep_draft:
                self._discard(writer.connection, note.key, note.department)
        return note

    def retract(self, note_id: str) -> Note:
        """Take the note back whose newest revision is `note_id`; its history stays. Raises as `edit` does."""
        with self._writer() as writer:
            return writer.revise(note_id, None)

    def settle_conflict(self, note_id: str, content: NoteContent | None, others: Sequence[str]) -> Note:
        """End a conflict of concurrent revisions: this content takes the place of the head `note_id` and the others.

        Without a content the note is retracted. Raises NoteChanged where the heads of the note are not just these,
        else as `edit` does.
        """
        if content is not None:
            checks.check_content(content)
        with self._writer() as writer:
            return writer.settle(note_id, content, others)

    def conflicts(self, key: TaskKey | None = None) -> list[tuple[Note, ...]]:
        """Return the concurrent revisions of every note, or of one task's, that nobody has settled yet, oldest first."""
        with self._connections.reading() as connection, checks.readable(self.path):
            return writing.conflicts(connection, key) if connection else []

    def conflict_of(self, note: Note) -> tuple[Note, ...]:
        """Return the concurrent revisions of one note, oldest first; none where nobody has to choose between any."""
        with self._connections.reading() as connection, checks.readable(self.path):
            found = writing.conflicts_among(connection, [note.chain]) if connection else []
        return found[0] if found else ()

    def record(self, entries: Sequence[NewEvent]) -> list[Event]:
        """Save events, all or none, in one action that one undo takes back. Raises UsageError for text that is none."""
        for entry in entries:
            checks.check_event(entry)
        checks.check_text(author=self.author)
        with self._writer() as writer:
            return writer.record(entries)

    def events(
        self, subject: str, key: TaskKey | None = None, today: date | None = None, all_revisions: bool = False
    ) -> list[Event]:
        """Return the events of a subject (`details.CHOICE` …) that count, ordered by the day they hold from, then as written.

        `today` asks what counted on that day, None for now; `all_revisions` gives superseded and retracted ones too.
        """
        with self._connections.reading() as connection, checks.readable(self.path):
            if connection is None:
                return []
            of_task = (" AND plan = ? AND task = ?", (key.plan, key.task)) if key else ("", ())
            revisions = select_events(connection, "subject = ?" + of_task[0], (subject, *of_task[1]))
            zone = self._days_end_in(connection) if today else None
        counting = revisions if all_revisions else effective(revisions, today, zone)
        return in_order(counting)

    def receive(self, path: Path, secrets: Mapping[str, bytes] = _NO_SECRETS) -> Received:
        """Merge another ledger or a submission into this one, all of it or nothing; `catch_up` is to follow.

        `secrets` are those of departments by name, whose submissions have to be signed. Raises what is wrong with the
        file at `path`: LedgerForeign, LedgerNewer, LedgerDamaged, LedgerIncomplete, LedgerDiffers, LedgerUnsigned,
        LedgerCannotOpen.
        """
        from . import incoming
        from .receiving import receive

        with (
            incoming.opened(path, self.path, self._clock, secrets, self._busy_seconds) as arriving,
            self._writer(catches_up=False) as writer,
        ):
            if arriving.is_demo and self._demo_day_in(writer.connection) is None:
                raise LedgerForeign("arrivals.is_demo", path)
            return receive(writer, arriving, path)

    def take_in(self, notes: Sequence[NewNote], receipt: Receipt, known: int) -> Received:
        """Save the notes of a file that came in and its receipt, all or none, in one action that one undo takes back.

        The receipt's id, moment and author are set here; `known` is the number of statements that were here before.
        Drafts stay. Raises UsageError for content that is not a note's, NoteChanged where a note that is to be
        changed was changed meanwhile.
        """
        from .receiving import take_in

        for one in notes:
            checks.check_content(one.content)
            checks.check_text(
                plan=one.key.plan,
                task=one.key.task,
                department=one.department,
                author=one.author or self.author,
            )
        checks.check_text(name=receipt.name)
        with self._writer() as writer:
            return take_in(writer, notes, receipt, known)

    def holds(self, copy: Path) -> bool:
        """Return whether every note and event of another ledger is in this one; False where that one cannot be read."""
        from .copies import holds_all

        with self._connections.reading() as connection:
            try:
                return connection is not None and holds_all(connection, copy, self._clock, self._busy_seconds)
            except LedgerError as error:
                if error.facts.get("path") != str(copy):
                    raise
                return False

    def pack(
        self, names: Sequence[str], period: Period, other_plans: Sequence[str] = ()
    ) -> tuple[Packet, SubmissionHead]:
        """Return the rows that a department, its own name first, sends for a period, and the head that goes with them.

        `other_plans` are plans in which those names mean others. The head names no plan editions yet.
        """
        from .packing import cut_of, packet
        from .submission import Cut, Packet, SubmissionHead

        rows, cut, identity, is_demo = Packet((), (), ()), Cut("", ""), "", False
        with self._connections.reading() as connection:
            if connection is not None:
                with one_state(connection):
                    identity = identity_of(connection)
                    rows = packet(connection, names, period, other_plans, identity)
                    cut, is_demo = cut_of(connection), self._demo_day_in(connection) is not None
        head = SubmissionHead(
            department=names[0],
            names=tuple(names),
            period=period.name,
            first_day=period.first,
            last_day=period.last,
            packed_at=moment_text(self._clock()),
            packed_by=self.author,
            ledger=identity,
            cut=cut,
            plans=(),
            is_demo=is_demo,
        )
        return rows, head

    def receipts(self) -> list[Receipt]:
        """Return what came into this ledger from other ledgers and submissions, oldest first."""
        from .receipts import receipts

        with self._connections.reading() as connection, checks.readable(self.path):
            return receipts(connection) if connection else []

    def issued(self) -> list[Issued]:
        """Return the files of forms that were issued from this ledger, oldest first."""
        from .issued import issued

        with self._connections.reading() as connection, checks.readable(self.path):
            return issued(connection) if connection else []

    def log_issued(self, files: Sequence[IssuedFile]) -> bool:
        """Keep that files were issued; False where there is no ledger yet, or one of an older version, which stays so.

        That is no action: the state of the ledger stays what it was.
        """
        from plantui.model.issued import Issued

        from .issued import store

        with self._connections.reading() as connection:
            if connection is None or not has_events(connection):
                return False
        checks.check_text(author=self.author)
        with self._connections.writing() as connection:
            now = self._moment(connection)
            store(connection, [Issued(writing.new_id(now), now, self.author, file) for file in files])
        return True

    def undo(self) -> Undone | None:
        """Take back the author's last action in this ledger on what nobody else has changed since, None without one left.

        Raises UndoConflict where all that is left was changed by somebody else since.
        """
        if not self._is_made():
            return None
        with self._writer() as writer:
            return writer.undo()

    def redo(self) -> Undone | None:
        """Bring back what was undone last, None without one or after something new. Raises UndoConflict."""
        if not self._is_made():
            return None
        with self._writer() as writer:
            return writer.redo()

    def notes(
        self,
        key: TaskKey | None = None,
        plan: str | None = None,
        department: str | None = None,
        today: date | None = None,
        all_revisions: bool = False,
    ) -> list[Note]:
        """Return the notes that count, ordered by the day they speak of, then as written.

        `today` asks what counted on that day, None for now; `all_revisions` gives superseded and retracted
        revisions too, whatever the day.
        """
        wanted = {
            "plan": key.plan if key else plan,
            "task": key.task if key else None,
            "department": department,
        }
        given = {column: value for column, value in wanted.items() if value is not None}
        condition = " AND ".join(f"{column} = ?" for column in given) or "true"
        # The + keeps SQLite on the index of the conditions, which is not in the order of writing.
        order = "+written_at, id" if given else "written_at, id"
        with self._connections.reading() as connection:
            if connection is None:
                return []
            revisions, unreadable = readable_notes(connection, condition, tuple(given.values()), order)
            zone = self._days_end_in(connection) if today else None
        self._leave_out(unreadable)
        counting = revisions if all_revisions else effective(revisions, today, zone)
        return sorted(counting, key=lambda note: (note.as_of, note.written_at, note.id))

    def note_portions(
        self,
        key: TaskKey | None = None,
        plan: str | None = None,
        today: date | None = None,
        all_revisions: bool = False,
    ) -> Iterator[list[Note]]:
        """Yield the notes that `notes` returns, in its order, a portion at a time; nothing is locked between two of them."""
        from .listing import read_rows

        return self._portions(read_rows, key, plan, today, all_revisions)

    def revision_portions(
        self,
        key: TaskKey | None = None,
        plan: str | None = None,
        today: date | None = None,
        all_revisions: bool = False,
    ) -> Iterator[list[NoteCells | Note]]:
        """Yield what `note_portions` does, the plain revisions in their cells: for a list that only passes them on."""
        from .listing import read_revisions

        return self._portions(read_revisions, key, plan, today, all_revisions)

    def _portions(
        self,
        read: Callable[[sqlite3.Connection, list[int]], tuple[list[_Read], list[UnreadableRow]]],
        key: TaskKey | None,
        plan: str | None,
        today: date | None,
        all_revisions: bool,
    ) -> Iterator[list[_Read]]:
        from .listing import AT_ONCE, listed_rows

        where = {"plan": key.plan, "task": key.task} if key else {"plan": plan} if plan else {}
        with self._connections.reading() as connection:
            if connection is None:
                return
            zone = self._days_end_in(connection) if today else None
            with one_state(connection):
                rows = listed_rows(connection, where, today, zone, all_revisions)
        for start in range(0, len(rows), AT_ONCE):
            with self._connections.reading() as connection:
                if connection is None:
                    return
                found, unreadable = read(connection, rows[start : start + AT_ONCE])
            self._leave_out(unreadable)
            yield found

    def newest_places(
        self,
        plan: str,
        today: date,
        only: Collection[str] | None = None,
        tasks: Collection[str] | None = None,
    ) -> list[NotePlace]:
        """Return the places of the newest note of each department on each task of a plan, of those that count on the day.

        `only` are the ids of the notes that may count at all, `tasks` the tasks looked at; None for all.
        """
        from .listing import newest_places

        with self._connections.reading() as connection:
            if connection is None:
                return []
            return newest_places(connection, plan, today, self._days_end_in(connection), only, tasks)

    def newest_notes(
        self, rows: Sequence[int], today: date, only: Collection[str] | None = None
    ) -> list[Note]:
        """Return the notes in the rows of `newest_places`, oldest first, whatever was written since.

        Where one of them cannot be read, all notes that count on its task are given, so that the one before it stands in
        its place.
        """
        from .listing import keys_in, read_rows

        with self._connections.reading() as connection:
            if connection is None:
                return []
            notes, unreadable = read_rows(connection, rows)
            if not unreadable:
                return notes
            keys = keys_in(connection, [row.seq for row in unreadable])
        whole = [note for key in keys for note in self.notes(key=key, today=today)]
        found = [note for note in notes if note.key not in keys]
        found += [note for note in whole if only is None or note.id in only]
        return sorted(found, key=lambda note: (note.as_of, note.written_at, note.id))

    def history(self, note_id: str) -> list[Note]:
        """Return all revisions of the note that `note_id` is one of, oldest first. Raises NoteUnknown."""
        with self._connections.reading() as connection, checks.readable(self.path):
            if connection is None:
                raise checks.no_note(note_id)
            return writing.chain_of(connection, writing.find(connection, note_id))

    def newest(self, note_id: str) -> Note:
        """Return the revision from which the note goes on that `note_id` is one of. Raises NoteUnknown.

        Of two that nobody has chosen between it is the one that counts.
        """
        with self._connections.reading() as connection, checks.readable(self.path):
            if connection is None:
                raise checks.no_note(note_id)
            return writing.newest(connection, writing.find(connection, note_id))

    def first_days(self, notes: Iterable[Note | RevisionDays]) -> dict[str, date]:
        """Return the day, in the office's time zone, on which the note of each of these revisions was first written."""
        given = list(notes)
        edited = {note.chain for note in given if note.supersedes}
        with self._connections.reading() as connection, checks.readable(self.path):
            begun = first_moments(connection, edited) if connection and edited else {}
            zone = self._days_end_in(connection) if connection else None
        moments = ((note.id, begun.get(note.chain, note.written_at)) for note in given)
        return {note: moment.astimezone(zone).date() for note, moment in moments}

    def revision_actions(self, key: TaskKey) -> dict[str, RevisionAction]:
        """Return what wrote each revision of a task's notes, by the revision's id: an undo is no edit."""
        with self._connections.reading() as connection, checks.readable(self.path):
            return revision_actions(connection, key) if connection else {}

    def latest(self, today: date, only: Collection[str] | None = None) -> Mapping[TaskKey, TaskReports]:
        """Return what counts on the as-of day of every task that has notes, or extended dates only.

        `only` are the ids of the revisions that may count at all, None for all.
        """
        if only is None:
            return self.latest_since(today).reports
        return self._latest_by_log(today, only)

    def latest_since(self, today: date, since: LogState | None = None) -> LatestReports:
        """Return what counts on the as-of day and the state of the log, for all tasks or those written about since a state.

        All are given where this log never was in that state, where very much has been written since, and where the day
        or a row that cannot be read forbids to go on from an earlier state.
        """
        return self.latest_beside_log(today, since) or current.LatestReports(self._latest_by_log(today))

    def latest_beside_log(self, today: date, since: LogState | None = None) -> LatestReports | None:
        """Return what `latest_since` does where the table kept beside the log tells it; None where the log has to be read."""
        with self._connections.reading() as connection:
            if connection is None:
                return current.LatestReports({})
            return current.read(connection, today, self._days_end_in(connection), since)

    def latest_portions(self, today: date, bounds: Sequence[str]) -> Iterator[Mapping[TaskKey, TaskReports]]:
        """Yield what `latest` returns, read from the log a portion of the plans at a time, all of one state of the file.

        `bounds` are ids of plans, ascending, with each of which another portion begins.
        """
        with self._connections.reading() as connection:
            if connection is None:
                return
            zone = self._days_end_in(connection)
            with one_state(connection):
                for first, end in zip(["", *bounds], [*bounds, ""], strict=True):
                    part = WHOLE_LOG.of_plans(first, end)
                    found, unreadable = latest(connection, today, zone, part=part)
                    self._leave_out(unreadable)
                    yield found

    def _latest_by_log(self, today: date, only: Collection[str] | None = None) -> dict[TaskKey, TaskReports]:
        with self._connections.reading() as connection:
            if connection is None:
                return {}
            found, unreadable = latest(connection, today, self._days_end_in(connection), only)
        self._leave_out(unreadable)
        return found

    def differences(self) -> list[TaskKey]:
        """Return the tasks of which the table of what counts now says something else than the log; none where it is right.

        `rebuild` makes it right.
        """
        with self._connections.reading() as connection:
            if connection is None or not has_events(connection):
                return []
            return current.differences(connection)

    def catch_up(self) -> None:
        """Take everything into the table of what counts now: after receiving, once for any number of files.

        Until then whoever reads asks the log for these tasks.
        """
        with self._connections.writing() as connection:
            current.catch_up(connection)

    def rebuild(self) -> None:
        """Make the table of what counts now again from the log."""
        with self._connections.writing() as connection:
            current.rebuild(connection)

    def tasks_with(
        self, term: str, today: date, goes_on: Callable[[], bool] = lambda: True
    ) -> frozenset[TaskKey] | None:
        """Return the tasks whose notes that count on `today` hold a term, as `search_terms` gives it.

        The file is read a portion at a time, with `goes_on` asked between two; None where it says no.
        """
        from .note_search import NoteSearch

        if self._search is None:
            self._search = NoteSearch(self._connections, self._days_end_in)
        return self._search.tasks_with(term, today, goes_on)

    def reports_of(self, key: TaskKey, today: date) -> TaskReports:
        """Return the effective reports of one task on `today`."""
        with self._connections.reading() as connection:
            if connection is None:
                return TaskReports({}, 0)
            found, unreadable = read_task(connection, key, today, self._days_end_in(connection))
        self._leave_out(unreadable)
        return found

    def stages(self, key: TaskKey | None = None, today: date | None = None) -> dict[str, StageState]:
        """Return how far each revision of a task's notes, or of all notes, has come with which a step was taken, by its id.

        `today` asks what counted on that day, None for now.
        """
        with self._connections.reading() as connection:
            if connection is None:
                return {}
            zone = self._days_end_in(connection) if today else None
            with one_state(connection):
                found = stages_on(connection, today, zone, key)
        self._leave_out(found.unreadable)
        return found.states

    def stage_of(self, note: Note) -> StageState:
        """Return how far a revision of a note has come; that of a saved one where no step was taken with it."""
        from plantui.model.stages import SAVED

        return self.stages(note.key).get(note.id, SAVED)

    def reported_values(
        self, today: date, only: Collection[str] | None = None
    ) -> dict[TaskKey, list[ReportedValue]]:
        """Return the actual values in the notes that count on the as-of day, by task, the oldest note first.

        `only` are the ids of the notes that may count at all, None for all.
        """
        from .said_details import reported_values

        with self._connections.reading() as connection:
            if connection is None:
                return {}
            found, unreadable = reported_values(connection, today, self._days_end_in(connection), only)
        self._leave_out(unreadable)
        return found

    def evidence(self, today: date) -> list[NotedEvidence]:
        """Return the evidence of the notes that count on the as-of day, task by task."""
        from .said_details import noted_evidence

        with self._connections.reading() as connection:
            if connection is None:
                return []
            found, unreadable = noted_evidence(connection, today, self._days_end_in(connection))
        self._leave_out(unreadable)
        return found

    def zone(self) -> tzinfo | None:
        """Return the zone in which the office's days end; None for this machine's own. Raises LedgerDamaged."""
        with self._connections.reading() as connection:
            return self._days_end_in(connection) if connection else None

    def zone_name(self) -> str | None:
        """Return the office's time zone, in which its days end, as fixed when the ledger was made.

        None where nothing has been written yet, or only by an older version: the machine's zone counts then.
        """
        with self._connections.reading() as connection:
            return setting(connection, TIME_ZONE) if connection else None

    def demo_day(self) -> date | None:
        """Return the as-of day of a demonstration, None for a ledger in earnest or one not made yet."""
        with self._connections.reading() as connection, checks.readable(self.path):
            return self._demo_day_in(connection) if connection else None

    def become_demo(self, today: date) -> None:
        """Mark the ledger as a demonstration for good: from then on its notes are written on that day."""
        with self._connections.writing() as connection:
            fix_setting(connection, DEMO_DAY, today.isoformat())
        self._knows_demo = False

    def save_draft(self, draft: Draft) -> Draft:
        """Keep an unsaved note in place of the one before; returned with its author and moment of saving."""
        checks.check_text(
            percent=draft.percent_text,
            plan=draft.key.plan,
            task=draft.key.task,
            department=draft.department,
            author=self.author,
            progress=draft.content.progress,
            problems=draft.content.problems,
            next_steps=draft.content.next_steps,
            reason=draft.content.reason,
        )
        kept = draft._replace(author=self.author, window=self.window, saved_at=self._clock())
        with self._connections.writing() as connection:
            drafts.save(connection, kept)
        return kept

    def draft(self, key: TaskKey, department: str) -> Draft | None:
        """Return the unsaved note on the task for the department that this window may go on with.

        It is this window's own, else the newest of the author's windows that are gone.
        """
        of_task = [one for one in self.drafts() if (one.key, one.department) == (key, department)]
        own = [one for one in of_task if one.window == self.window]
        return next((one for one in (*own, *of_task) if not self.is_open_elsewhere(one)), None)

    def drafts(self) -> list[Draft]:
        """Return all unsaved notes of the author, of all windows, the one saved last first."""
        with self._connections.reading() as connection:
            if connection is None:
                return []
            found, unreadable = readable_drafts(connection, self.author)
        self._leave_out(unreadable)
        return found

    def is_open_elsewhere(self, draft: Draft) -> bool:
        """Return whether the draft is that of another window that is still open, as far as can be told here."""
        if draft.window == self.window or draft.saved_at is None:
            return False
        return is_open(draft.window, draft.saved_at, self._clock())

    def take_draft(self, draft: Draft) -> Draft:
        """Go on with a draft in this window; returned as it is kept here.

        That of a window that is gone becomes this one's, in place of one that this window has; a window that is
        still open keeps its own, and this one gets a copy.
        """
        if draft.window == self.window:
            return draft
        taken = draft._replace(window=self.window)
        with self._connections.writing() as connection:
            drafts.save(connection, taken)
            if not self.is_open_elsewhere(draft):
                drafts.discard_unchanged(connection, draft)
        return taken

    def discard_draft(self, key: TaskKey, department: str) -> None:
        """Forget this window's unsaved note, where there is one."""
        if any(
            (one.key, one.department, one.window) == (key, department, self.window) for one in self.drafts()
        ):
            with self._connections.writing() as connection:
                self._discard(connection, key, department)

    def changes_since(self, since: Since) -> tuple[list[Note], list[Event]]:
        """Return the revisions of notes and events that were stored since a day began, or since a state of the ledger.

        Both come in the order in which they were stored. Raises UsageError for a state that the ledger does not know.
        """
        from .changed import changes_after

        with self._connections.reading() as connection, checks.readable(self.path):
            if connection is None:
                return [], []
            with one_state(connection):
                return changes_after(connection, self._action_at(connection, since))

    def changed_tasks(self, since: Since) -> frozenset[TaskKey]:
        """Return the tasks of which anything was said since a day began, or since a state of the ledger.

        Raises UsageError for a state that the ledger does not know.
        """
        from .changed import changed_tasks

        with self._connections.reading() as connection, checks.readable(self.path):
            if connection is None:
                return frozenset()
            with one_state(connection):
                return frozenset(changed_tasks(connection, self._action_at(connection, since)))

    def changes(self) -> LedgerChanges:
        """Return how often office and tasks were changed and when last: numbers that only grow, by undo and merging too."""
        from .task_changes import NO_CHANGES, ledger_changes

        with self._connections.reading() as connection, checks.readable(self.path):
            return ledger_changes(connection) if connection else NO_CHANGES

    def reports_at(self, since: Since, keys: Collection[TaskKey]) -> tuple[date, dict[TaskKey, TaskReports]]:
        """Return what the ledger said of these tasks before a day began, or in one of its states, and as of which day.

        Only what was stored by then counts; without a ledger nothing was. Raises UsageError for a state that it does
        not know.
        """
        from .changed import day_of_action, reports_then

        before = max(since, _SECOND_DAY) - timedelta(days=1) if isinstance(since, date) else None
        with self._connections.reading() as connection, checks.readable(self.path):
            if connection is None:
                return before or self._clock().date(), {}
            with one_state(connection):
                zone, action = self._days_end_in(connection), self._action_at(connection, since)
                day = before or day_of_action(connection, action, zone)
                return day, reports_then(connection, keys, action, day, zone)

    def revisions(self, ids: Collection[str]) -> dict[str, Note]:
        """Return the revisions of notes with these ids, by id; those that are not there are left out."""
        with self._connections.reading() as connection, checks.readable(self.path):
            if connection is None:
                return {}
            found = select_notes(connection, "id IN (SELECT value FROM json_each(?))", (json.dumps([*ids]),))
        return {note.id: note for note in found}

    def require_cut(self, cut: str) -> None:
        """Raise UsageError where the ledger never was in the state of that name."""
        from .changed import action_of

        with self._connections.reading() as connection:
            if connection is None:
                raise UsageError("ledger.no_cut", cut=cut)
            action_of(connection, cut)

    def _action_at(self, connection: sqlite3.Connection, since: Since) -> int:
        """Return the number of the last action before a day began, or of the one that names a state of the ledger."""
        from .changed import action_before, action_of

        if isinstance(since, str):
            return action_of(connection, since)
        begins = end_of(max(since, _SECOND_DAY) - timedelta(days=1), self._days_end_in(connection))
        return action_before(connection, begins, setting(connection, IDENTITY) or "")

    def cut(self) -> str | None:
        """Return the name of the ledger's state: the id of its last action; None where nothing has been written."""
        with self._connections.reading() as connection, checks.readable(self.path):
            if connection is None:
                return None
            return newest_action(connection)

    @contextmanager
    def at(self, cut: str) -> Iterator[Ledger]:
        """Lend a ledger to read from that is as this one was in the state of that name; it is gone after the block.

        The state without a name is the one before anything was written.
        What was stored later is not in it, whatever day it speaks of, and no draft. Raises UsageError for a state that
        the ledger never was in, LedgerCannotOpen where the copy cannot be made.
        """
        from tempfile import TemporaryDirectory

        from .changed import action_of
        from .earlier import copy_state

        with TemporaryDirectory(prefix="plantui-") as folder:  # readable by its owner alone
            place = Path(folder) / "ledger.db"
            if cut:
                with self.snapshot() as connection:
                    if connection is None:
                        raise UsageError("ledger.no_cut", cut=cut)
                    copy_state(connection, place, action_of(connection, cut))
            with Ledger(place, "", self._clock, self._busy_seconds, read_only=True) as then:
                yield then

    def last_day(self) -> date | None:
        """Return the day of the last action in the office's time zone; None where nothing has been written."""
        from .changed import action_of, day_of_action

        with self._connections.reading() as connection, checks.readable(self.path):
            newest = newest_action(connection) if connection else None
            if connection is None or newest is None:
                return None
            return day_of_action(connection, action_of(connection, newest), self._days_end_in(connection))

    def data_version(self) -> int:
        """Return a number that grows whenever anybody saves, edits, retracts, undoes or redoes a note.

        Asking again costs next to nothing as long as the system shows that nobody has written to the file.
        """
        newest, version = self._version
        if newest is not None and newest == self._connections.settled_newest():
            return version
        with self._connections.reading() as connection:
            if connection is None:
                return 0
            version, newest = connection.execute(
                "SELECT seq, id FROM action ORDER BY seq DESC LIMIT 1"
            ).fetchone() or (0, None)
        self._version = newest, version
        return version

    @contextmanager
    def _writer(self, *, catches_up: bool = True) -> Iterator[LedgerWriter]:
        written, taken_in = Written(), self._taken_in
        with (
            self._connections.writing(written, is_followed=not catches_up) as connection,
            checks.readable(self.path),
        ):
            # The moment is taken once the turn to write has come, so that it follows the order of writing.
            moment, identity = self._moment(connection), self._identity_in(connection)
            yield LedgerWriter(connection, self.author, moment, identity, written)
            if catches_up:
                taken_in = self._catch_up_after(connection, written.last_note)
        self._taken_in = taken_in
        self.has_written = self.has_written or bool(written.rows)

    def _catch_up_after(self, connection: sqlite3.Connection, last_note: int) -> int | None:
        """Have the table of what counts now catch up once savings have left enough rows. Return up to which note it has come.

        As long as the note that was just written, the last of all, shows that they are few, nobody asks how many.
        """
        known = self._taken_in
        if known is not None and 0 < last_note - known <= current.PATIENCE:
            return known  # others can only have taken in more
        left = current.catch_up(connection, current.PATIENCE)
        return last_note - left if last_note else None

    def _is_made(self) -> bool:
        """Return whether anything has been written. Raises LedgerReplaced where it is there no longer."""
        with self._connections.reading() as connection:
            return connection is not None

    def _discard(self, connection: sqlite3.Connection, key: TaskKey, department: str) -> None:
        if self._window is None:
            return  # nobody has asked for its id, and so it has kept no draft
        drafts.discard(connection, key, department, self.author, self.window)

    def _days_end_in(self, connection: sqlite3.Connection) -> tzinfo | None:
        """Return the zone in which days end, None for this machine's own."""
        if not self._knows_zone and (name := setting(connection, TIME_ZONE)):
            self._zone = None if is_local(name) else zone_of(name, self.path)
            self._knows_zone = True
        return self._zone

    def _identity_in(self, connection: sqlite3.Connection) -> str:
        """Return the ledger's own id, which never changes once it has one."""
        if not self._identity:
            self._identity = setting(connection, IDENTITY) or ""
        return self._identity

    def _demo_day_in(self, connection: sqlite3.Connection) -> date | None:
        if not self._knows_demo:
            self._demo_day = demo_day(connection)
            self._knows_demo = True
        return self._demo_day

    def _moment(self, connection: sqlite3.Connection) -> datetime:
        """Return the moment of what is being written, never the same twice: merged ledgers are ordered by it."""
        now = self._now(connection)
        if self._last_moment is not None and abs(now - self._last_moment) < _ONE_MOMENT:
            now = max(now, self._last_moment + timedelta(microseconds=1))
        self._last_moment = now
        return now

    def _now(self, connection: sqlite3.Connection) -> datetime:
        """Return the moment of writing: now, but in a demonstration this time of its own day.

        A correction that was written later than the as-of day would not count on it.
        """
        now, day = self._clock(), self._demo_day_in(connection)
        if day is None:
            return now
        local = now.astimezone(self._days_end_in(connection))
        return local.replace(year=day.year, month=day.month, day=day.day).astimezone(UTC)

    def _leave_out(self, rows: Iterable[UnreadableRow]) -> None:
        self._unreadable.update(((row.table, row.seq), row) for row in rows)
