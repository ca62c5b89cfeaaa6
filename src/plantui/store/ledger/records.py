"""Rows of the ledger and the records that they stand for: the one place that maps one to the other."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from plantui.model.key import TaskKey
from plantui.model.note import Draft, Note, NoteContent, RevisionKind
from plantui.model.terms import Status

if TYPE_CHECKING:
    from plantui.model.event import Event
    from plantui.model.typed_fields import TypedFields

from .file import EVENTS_SINCE
from .note_cells import NoteCells
from .undo import ActionKind, RevisionAction
from .unsound import Unsound

Value = str | int | None
"""The value in a cell."""

Insert = tuple[str, tuple[Value, ...]]
"""An SQL command that adds a row, with the row's cells."""

ACTION_COLUMNS = "id, kind, target, author, written_at, ledger"
NOTE_COLUMNS = ", ".join(NoteCells._fields)
EVENT_COLUMNS = (
    "id, plan, task, department, subject, content, as_of, author, written_at, kind, supersedes, chain"
)
DRAFT_COLUMNS = (
    "plan, task, department, author, status, progress, percent, problems, next_steps, as_of, reason, "
    "requirements, actuals, evidence, percent_text, edits, saved_at, window, typed"
)

PERCENT = range(101)

_DAYS = 4_096
"""Days that are remembered."""

# Calling the class to find its member costs as much as the rest of a row's cells.
STATUSES: Mapping[Value, Status] = {one.value: one for one in Status}
KINDS: Mapping[Value, RevisionKind] = {one.value: one for one in RevisionKind}

_LATER_COLUMNS = {
    "reason": 2,
    "window": 3,
    "requirements": 4,
    "actuals": 4,
    "evidence": 4,
    "typed": 4,
    "ledger": 4,
}
"""The version of the tables from which notes, drafts and actions have a column."""


class Undone(NamedTuple):
    """The outcome of an undo or a redo."""

    kind: ActionKind
    """The kind of action that was undone or redone: add, edit or retract."""
    notes: tuple[Note, ...]
    """The revisions of notes written by it: they name task, department and as-of day."""
    events: tuple[Event, ...] = ()
    """The revisions of events written by it."""
    passed: tuple[Note | Event, ...] = ()
    """The newest revisions by somebody else for which undo passed later actions over; they stay as they are."""

    @property
    def newest(self) -> tuple[Note, ...]:
        """The last of these revisions of each note: a settled conflict that is undone writes several of one."""
        return tuple({note.chain: note for note in self.notes}.values())


def _details(name: str) -> Callable[[str], object]:
    """Return the check of a cell that holds several values; what makes them is loaded only when it is asked."""

    def check(stored_text: str) -> object:
        from . import details

        return getattr(details, f"{name}_of")(stored_text)

    return check


def moment_text(moment: datetime) -> str:
    """Return a moment as stored: UTC and of one width, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


@lru_cache(_DAYS)
def _day_of(text: str) -> date:
    """Return a stored day, one value for the many notes that speak of it. Raises ValueError for what is none."""
    return date.fromisoformat(text)


def moment_of(text: str) -> datetime:
    """Return a stored moment. Raises ValueError for what is none."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise Unsound("moment", value=text)
    return moment


def percent_of(cell: Value) -> int | None:
    """Return the percent in a cell. Raises ValueError for what is none."""
    if cell is None:
        return None
    percent = int(cell)
    if percent not in PERCENT:
        raise Unsound("percent", value=cell)
    return percent


def _content(row: Sequence[Value]) -> NoteContent:
    """Return the content from its ten columns, in the order of NOTE_COLUMNS and DRAFT_COLUMNS."""
    status, progress, percent, problems, next_steps, as_of, reason, requirements, actuals, evidence = row
    content = NoteContent(
        STATUSES.get(status) or Status(str(status)),
        str(progress),
        None if percent is None else percent_of(percent),
        str(problems),
        str(next_steps),
        _day_of(str(as_of)) if as_of else None,
        str(reason),
    )
    if not (requirements or actuals or evidence):
        return content
    from . import details

    return content._replace(
        requirements=details.requirements_of(str(requirements or "[]")),
        actuals=details.actuals_of(str(actuals or "[]")),
        evidence=details.evidence_of(str(evidence or "[]")),
    )


def _content_row(content: NoteContent) -> tuple[Value, ...]:
    return (
        content.status.value,
        content.progress,
        content.percent,
        content.problems,
        content.next_steps,
        content.as_of.isoformat() if content.as_of else None,
        content.reason,
        *_detail_row(content),
    )


def _detail_row(content: NoteContent) -> tuple[str, str, str]:
    if not (content.requirements or content.actuals or content.evidence):
        return "", "", ""
    from . import details

    return (
        details.requirements_text(content.requirements) if content.requirements else "",
        details.actuals_text(content.actuals) if content.actuals else "",
        details.evidence_text(content.evidence) if content.evidence else "",
    )


CELL_CHECKS: dict[str, Callable[[str], object]] = {
    "status": Status,
    "percent": percent_of,
    "as_of": date.fromisoformat,
    "written_at": moment_of,
    "saved_at": moment_of,
    "kind": RevisionKind,
    "requirements": _details("requirements"),
    "actuals": _details("actuals"),
    "evidence": _details("evidence"),
    "typed": _details("typed"),
}
"""Checks of the cells of notes, drafts and events by column. Each raises ValueError; none is asked about an empty cell."""


def note_of(row: Sequence[Value]) -> Note:
    """Return the revision in a row of NOTE_COLUMNS; ValueError where a cell holds what plantui never writes."""
    ident, plan, task, department = row[:4]
    author, written_at, kind, supersedes, chain = row[14:]
    return Note(
        str(ident),
        TaskKey(str(plan), str(task)),
        str(department),
        _content(row[4:14]),
        str(author),
        moment_of(str(written_at)),
        KINDS.get(kind) or RevisionKind(str(kind)),
        str(supersedes) if supersedes else None,
        str(chain),
    )


def note_row(note: Note) -> tuple[Value, ...]:
    """Return the cells of NOTE_COLUMNS for a revision."""
    return (
        note.id,
        note.key.plan,
        note.key.task,
        note.department,
        *_content_row(note.content),
        note.author,
        moment_text(note.written_at),
        note.kind.value,
        note.supersedes,
        note.chain,
    )


def draft_of(row: Sequence[Value]) -> Draft:
    """Return the draft in a row of DRAFT_COLUMNS; ValueError where a cell holds what plantui never writes."""
    plan, task, department, author = map(str, row[:4])
    percent_text, edits, saved_at, window, typed = row[14:]
    return Draft(
        key=TaskKey(plan, task),
        department=department,
        author=author,
        content=_content(row[4:14]),
        percent_text=str(percent_text),
        edits=str(edits) if edits else None,
        saved_at=moment_of(str(saved_at)),
        window=str(window),
        typed=_typed(str(typed)),
    )


def _typed(stored_text: str) -> TypedFields | None:
    if not stored_text:
        return None
    from . import details

    return details.typed_of(stored_text)


def _typed_cell(typed: TypedFields | None) -> str:
    if typed is None:
        return ""
    from . import details

    return details.typed_text(typed)


def draft_row(draft: Draft, saved_at: datetime) -> dict[str, Value]:
    """Return the cells of a draft by column."""
    cells = (
        draft.key.plan,
        draft.key.task,
        draft.department,
        draft.author,
        *_content_row(draft.content),
        draft.percent_text,
        draft.edits,
        moment_text(saved_at),
        draft.window,
        _typed_cell(draft.typed),
    )
    return dict(zip(DRAFT_COLUMNS.split(", "), cells, strict=True))


def event_of(row: Sequence[Value]) -> Event:
    """Return the event in a row of EVENT_COLUMNS; ValueError where a cell holds what plantui never writes."""
    from plantui.model.event import Event

    from . import details

    ident, plan, task, department, subject, content, as_of, author, written_at, kind, supersedes, chain = row
    return Event(
        id=str(ident),
        content=details.event_content_of(str(subject), str(content)),
        author=str(author),
        written_at=moment_of(str(written_at)),
        as_of=date.fromisoformat(str(as_of)),
        key=TaskKey(str(plan), str(task)) if plan else None,
        department=str(department),
        kind=RevisionKind(str(kind)),
        supersedes=str(supersedes) if supersedes else None,
        chain=str(chain),
    )


def event_row(event: Event) -> tuple[Value, ...]:
    """Return the cells of EVENT_COLUMNS for a revision of an event."""
    from . import details

    subject, content = details.event_content_cells(event.content)
    return (
        event.id,
        event.key.plan if event.key else "",
        event.key.task if event.key else "",
        event.department,
        subject,
        content,
        event.as_of.isoformat(),
        event.author,
        moment_text(event.written_at),
        event.kind.value,
        event.supersedes,
        event.chain,
    )


def select_events(connection: sqlite3.Connection, condition: str, facts: Iterable[Value] = ()) -> list[Event]:
    """Return the revisions of events that meet an SQL condition, oldest first; none in an older ledger."""
    if not has_events(connection):
        return []
    sql = f"SELECT {EVENT_COLUMNS} FROM event WHERE {condition} ORDER BY written_at, id"
    return [event_of(row) for row in connection.execute(sql, tuple(facts))]


def has_events(connection: sqlite3.Connection) -> bool:
    """Return whether the ledger has the table of events: one of an older version that may only be read has not."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version) >= EVENTS_SINCE


def revision_actions(connection: sqlite3.Connection, key: TaskKey) -> dict[str, RevisionAction]:
    """Return what wrote each revision of a task's notes, by the revision's id.

    A workbook that came in adds notes and changes others in one action: a change is told as one.
    """
    sql = """
        SELECT note.id, iif(done.kind = 'add' AND note.supersedes IS NOT NULL, 'edit', done.kind),
            iif(about.kind = 'add' AND EXISTS (SELECT 1 FROM note AS changed WHERE changed.action = about.id
                AND changed.chain = note.chain AND changed.supersedes IS NOT NULL), 'edit', about.kind),
            done.author
        FROM note JOIN action AS done ON done.id = note.action
        LEFT JOIN action AS about ON about.id = done.target WHERE note.plan = ? AND note.task = ?
    """
    return {
        str(note): RevisionAction(ActionKind(kind), ActionKind(about) if about else None, str(author))
        for note, kind, about, author in connection.execute(sql, (key.plan, key.task))
    }


def first_moments(connection: sqlite3.Connection, chains: Iterable[str]) -> dict[str, datetime]:
    """Return the moment at which each of these chains of notes was begun, by its id."""
    sql = "SELECT id, written_at FROM note WHERE id IN (SELECT value FROM json_each(?))"
    rows = connection.execute(sql, (json.dumps([*chains]),))
    return {str(chain): datetime.fromisoformat(written) for chain, written in rows}


def select_notes(
    connection: sqlite3.Connection, condition: str, facts: Iterable[Value] = (), order: str = "seq"
) -> list[Note]:
    """Return the revisions that meet an SQL condition, in the given order, by default oldest first."""
    sql = f"SELECT {stored(connection, NOTE_COLUMNS)} FROM note WHERE {condition} ORDER BY {order}"
    return [note_of(row) for row in connection.execute(sql, tuple(facts))]


def stored(connection: sqlite3.Connection, columns: str) -> str:
    """Return the columns as this file can give them: a ledger that may only be read keeps its older tables."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    missing = {column for column, since in _LATER_COLUMNS.items() if version < since}
    names = columns.split(", ")
    return ", ".join(f"'' AS {name}" if name in missing else name for name in names)
