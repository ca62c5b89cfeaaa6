"""The demonstration: a ledger of its own with invented notes on a bundled plan, and the day on which it is looked at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from plantui.model.event import Stage
from plantui.model.key import TaskKey
from plantui.model.note import Note
from plantui.model.problem import DataError, UsageError
from plantui.model.stages import SAVED, step_day
from plantui.model.system import system_reason

from .atomic import beside
from .demo_script import DemoEntry, DemoNote, DemoScript, DemoStep, read_entries, read_script
from .ledger import Ledger, NewEvent
from .ledger.file import PRIVATE_FILE

_FIRST_HOUR = time(1, 30, tzinfo=UTC)
"""Hour of the first note of a day: half past nine in China."""


def demo_path(ledger: Path) -> Path:
    """Return the path of the demonstration that belongs to a ledger: beside it, with `-demo` in its name."""
    return ledger if _is_named(ledger) else ledger.with_name(f"{ledger.stem}-demo{ledger.suffix}")


def _is_named(ledger: Path) -> bool:
    return ledger.stem.endswith("-demo")


def demo_day_of(ledger: Path) -> date | None:
    """Return the as-of day of the demonstration at that path; None where there is another ledger, or none.

    Raises LedgerError where the ledger cannot be read.
    """
    if not ledger.exists():
        return None
    with Ledger(ledger, author="", read_only=True) as opened:
        return opened.demo_day()


def make_demo(path: Path) -> None:
    """Make the demonstration at that path, whole or not at all; one that is there stays as it is.

    Raises UsageError where another ledger stands there, LedgerError where it cannot be written.
    """
    if path.exists():
        require_demo(path)
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with beside(path, PRIVATE_FILE) as unfinished:
            _write(read_script(), read_entries(), unfinished)
            unfinished.replace(path)
    except OSError as error:
        raise DataError("demo.cannot_make", path=path, reason=system_reason(error)) from error


def _write(script: DemoScript, entries: Iterable[DemoEntry], path: Path) -> None:
    clock = _Clock()
    with Ledger(path, author="", clock=clock) as ledger:
        notes: dict[tuple[TaskKey, str, date], Note] = {}
        for entry in entries:
            clock.go_on(entry.written)
            ledger.author = entry.author
            if isinstance(entry, DemoNote):
                _write_note(ledger, entry, notes)
            elif isinstance(entry, DemoStep):
                _take_step(ledger, entry, notes[entry.key, entry.department, entry.as_of])
            else:
                ledger.record([NewEvent(entry.content, entry.written, entry.key)])
        ledger.become_demo(script.today)


def _write_note(ledger: Ledger, entry: DemoNote, notes: dict[tuple[TaskKey, str, date], Note]) -> None:
    place = entry.key, entry.department, entry.content.as_of or entry.written
    if entry.is_correction:
        before = notes[place]
        content = before.content._replace(progress=entry.content.progress)
        notes[place] = ledger.edit(before.id, content)
    else:
        notes[place] = ledger.add(entry.key, entry.department, entry.content)


def _take_step(ledger: Ledger, entry: DemoStep, note: Note) -> None:
    state = ledger.stages(note.key).get(note.id, SAVED)
    day = step_day(entry.kind, note, state, entry.written)
    ledger.record([NewEvent(Stage(note.id, entry.kind, entry.reason), day, note.key, note.department)])


class _Clock:
    """The moments at which the notes were written: some minutes apart on each day."""

    def __init__(self) -> None:
        self._now = datetime.min.replace(tzinfo=UTC)

    def __call__(self) -> datetime:
        return self._now

    def go_on(self, day: date) -> None:
        """Go on to the next note, which is written on that day."""
        first = datetime.combine(day, _FIRST_HOUR)
        self._now = max(first, self._now + timedelta(minutes=4))


def delete_demo(path: Path) -> bool:
    """Delete the demonstration with its log; return whether there was one.

    Raises UsageError where another ledger stands there, DataError where it cannot be deleted.
    """
    if not path.exists():
        return False
    require_demo(path)
    try:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    except OSError as error:
        raise DataError("demo.cannot_delete", path=path, reason=system_reason(error)) from error
    return True


def require_demo(path: Path) -> None:
    """Refuse a ledger in earnest. Raises UsageError; LedgerError where it cannot be read."""
    if demo_day_of(path) is None:
        raise UsageError("demo.not_a_demo", path=path)
