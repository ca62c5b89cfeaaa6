"""The user's ledger of progress notes: what the interface and the command line read and write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from plantui.model.key import TaskKey
from plantui.model.note import Draft, Note, NoteContent
from plantui.model.progress import Report, TaskReports

from . import checks, drafts, file, writing
from .connections import Connections
from .latest import latest
from .records import Undone, Value, select_notes
from .visible import standing
from .writing import Pen


def utc_now() -> datetime:
    """The system's moment."""
    return datetime.now(UTC)


class Ledger:
    """One ledger file, of which any thread may read and write. Making one touches nothing on the disk.

    Every operation may raise LedgerNewer, LedgerForeign, LedgerDamaged, LedgerCannotOpen and LedgerBusy; a
    writing one LedgerReadOnly and LedgerFull too. What raised has changed nothing; what returned survives a
    power cut.
    """

    def __init__(
        self,
        path: Path,
        author: str,
        clock: Callable[[], datetime] = utc_now,
        busy_seconds: float = 5.0,
        read_only: bool = False,
    ) -> None:
        self.path = path
        self.author = author
        self._clock = clock
        self._connections = Connections(path, busy_seconds, read_only)

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
        """Let go of the file. The ledger can still be used: it then opens the file again."""
        self._connections.close()

    def exists(self) -> bool:
        """Whether anything has been written yet."""
        return file.file_id(self.path) is not None

    def is_writable(self) -> bool:
        """Whether notes can be saved, as far as the rights on file and folder tell."""
        return self._connections.writable

    def check(self) -> None:
        """Raise what any operation would raise on this file, without changing anything."""
        with self._connections.reading():
            pass

    def add(self, key: TaskKey, department: str, content: NoteContent, *, keep_draft: bool = False) -> Note:
        """Save a new note, and drop its draft. Raises UsageError for content that is not a note's."""
        checks.check_content(content)
        checks.check_text(plan=key.plan, task=key.task, department=department, author=self.author)
        with self._pen() as pen:
            note = pen.add(key, department, content)
            if not keep_draft:
                drafts.discard(pen.connection, key, department, self.author)
        return note

    def edit(self, note_id: str, content: NoteContent, *, keep_draft: bool = False) -> Note:
        """Save a new revision of the note whose newest revision is `note_id`, and drop its draft.

        Raises NoteChanged when another revision was written meanwhile, UsageError for an unknown id,
        a retracted note, or content that is not a note's.
        """
        checks.check_content(content)
        with self._pen() as pen:
            note = pen.revise(note_id, content)
            if not keep_draft:
                drafts.discard(pen.connection, note.key, note.department, self.author)
        return note

    def retract(self, note_id: str) -> Note:
        """Take the note back whose newest revision is `note_id`; its history stays. Raises as `edit` does."""
        with self._pen() as pen:
            return pen.revise(note_id, None)

    def undo(self) -> Undone | None:
        """Take back the author's last action, None when there is none left. Raises UndoConflict."""
        if not self.exists():
            return None
        with self._pen() as pen:
            return pen.undo()

    def redo(self) -> Undone | None:
        """Bring back what was undone last, None without one or after something new. Raises UndoConflict."""
        if not self.exists():
            return None
        with self._pen() as pen:
            return pen.redo()

    def notes(
        self,
        key: TaskKey | None = None,
        plan: str | None = None,
        department: str | None = None,
        today: date | None = None,
        all_revisions: bool = False,
    ) -> list[Note]:
        """The notes that count, ordered by the day they speak of, then as written.

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
        revisions = self._select(condition, tuple(given.values()), "+seq" if given else "seq")
        counting = revisions if all_revisions else standing(revisions, today)
        written = {note.id: place for place, note in enumerate(revisions)}
        return sorted(counting, key=lambda note: (note.as_of, note.written_at, written[note.id]))

    def history(self, note_id: str) -> list[Note]:
        """All revisions of the note that `note_id` is a revision of, oldest first. Raises NoteUnknown."""
        with self._connections.reading() as connection, checks.readable(self.path):
            if connection is None:
                raise checks.no_note(note_id)
            return writing.chain_of(connection, writing.find(connection, note_id))

    def latest(self, today: date) -> dict[TaskKey, TaskReports]:
        """What the notes that count on the as-of day say of every task that has any."""
        with self._connections.reading() as connection, checks.readable(self.path):
            return latest(connection, today) if connection else {}

    def reports_of(self, key: TaskKey, today: date) -> TaskReports:
        """The same for one task."""
        counting = self.notes(key=key, today=today)
        reports = {note.department: Report(note.content.status, note.content.percent) for note in counting}
        return TaskReports(reports, len(counting))

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
        kept = replace(draft, author=self.author, saved_at=self._clock())
        with self._connections.writing() as connection:
            drafts.save(connection, kept)
        return kept

    def draft(self, key: TaskKey, department: str) -> Draft | None:
        """The author's unsaved note on the task for the department."""
        return next((one for one in self.drafts() if (one.key, one.department) == (key, department)), None)

    def drafts(self) -> list[Draft]:
        """All unsaved notes of the author, the one saved last first."""
        with self._connections.reading() as connection, checks.readable(self.path):
            return drafts.select(connection, self.author) if connection else []

    def discard_draft(self, key: TaskKey, department: str) -> None:
        """Forget the author's unsaved note, where there is one."""
        if self.draft(key, department):
            with self._connections.writing() as connection:
                drafts.discard(connection, key, department, self.author)

    def data_version(self) -> int:
        """A number that grows whenever anybody saves, edits, retracts, undoes or redoes a note in it."""
        with self._connections.reading() as connection:
            if connection is None:
                return 0
            (newest,) = connection.execute("SELECT max(seq) FROM action").fetchone()
        return newest or 0

    @contextmanager
    def _pen(self) -> Iterator[Pen]:
        with self._connections.writing() as connection, checks.readable(self.path):
            # The moment is taken once the turn to write has come, so that it follows the order of writing.
            yield Pen(connection, self.author, self._clock())

    def _select(self, condition: str, facts: tuple[Value, ...], order: str) -> list[Note]:
        with self._connections.reading() as connection, checks.readable(self.path):
            return select_notes(connection, condition, facts, order) if connection else []
