"""The demonstration: a ledger of its own with invented notes on a bundled plan, and the day on which it is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent
from plantui.model.problem import DataError, UsageError
from plantui.model.terms import Status
from plantui.planfile.search_path import bundled_plans

from .atomic import beside
from .ledger import Ledger
from .ledger.file import PRIVATE_FILE

_SCRIPT = Path("demo", "zhengzhou-2023-2025.toml")
_WRITTEN_AFTER = timedelta(days=3)
_CORRECTED_AFTER = timedelta(days=8)
_FIRST_HOUR = time(1, 30, tzinfo=UTC)
"""Hour of the first note of a day: half past nine in China."""


@dataclass(frozen=True, slots=True)
class DemoNote:
    """A note of the demonstration, or the correction of one: then it has only another text."""

    key: TaskKey
    department: str
    content: NoteContent
    written: date
    is_correction: bool = False


@dataclass(frozen=True, slots=True)
class DemoScript:
    """The demonstration as it is written down beside the bundled plans."""

    plan: str
    """Id of the plan that the notes are about."""
    department: str
    """Name of the department whose tasks 本单位 shows."""
    today: date
    """The as-of day of a ledger that is made of it."""
    author: str
    """Author of a department's notes, with `{department}` for its name."""
    notes: tuple[DemoNote, ...]
    """In the order of writing."""


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


def read_script() -> DemoScript:
    """Read what the demonstration is made of. Raises OSError where it was not installed."""
    import tomllib

    content: dict[str, Any] = tomllib.loads((bundled_plans() / _SCRIPT).read_text("utf-8"))
    plan = content["plan"]
    notes = [*_first_notes(plan, content["series"]), *_corrections(plan, content["corrections"])]
    return DemoScript(
        plan=plan,
        department=content["department"],
        today=content["as_of"],
        author=content["author"],
        notes=tuple(sorted(notes, key=lambda note: note.written)),
    )


def _first_notes(plan: str, series: list[dict[str, Any]]) -> Iterator[DemoNote]:
    for one in series:
        for note in one["notes"]:
            content = NoteContent(**{**note, "status": Status(note.get("status", Status.IN_PROGRESS))})
            key = TaskKey(plan, one["task"])
            yield DemoNote(key, one["department"], content, note["as_of"] + _WRITTEN_AFTER)


def _corrections(plan: str, corrections: list[dict[str, Any]]) -> Iterator[DemoNote]:
    for one in corrections:
        content = NoteContent(Status.IN_PROGRESS, one["progress"], as_of=one["as_of"])
        written = one["as_of"] + _CORRECTED_AFTER
        yield DemoNote(TaskKey(plan, one["task"]), one["department"], content, written, is_correction=True)


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
            _write(read_script(), unfinished)
            unfinished.replace(path)
    except OSError as error:
        raise DataError("demo.cannot_make", path=path, reason=error.strerror or error) from error


def _write(script: DemoScript, path: Path) -> None:
    clock = _Clock()
    with Ledger(path, author="", clock=clock) as ledger:
        written: dict[tuple[TaskKey, str, date], Note] = {}
        for note in script.notes:
            clock.go_on(note.written)
            ledger.author = script.author.format(department=note.department)
            place = note.key, note.department, note.content.as_of or note.written
            if note.is_correction:
                before = written[place]
                content = replace(before.content, progress=note.content.progress)
                written[place] = ledger.edit(before.id, content)
            else:
                written[place] = ledger.add(note.key, note.department, note.content)
        ledger.become_demo(script.today)


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
        raise DataError("demo.cannot_delete", path=path, reason=error.strerror or error) from error
    return True


def require_demo(path: Path) -> None:
    """Refuse a ledger in earnest. Raises UsageError; LedgerError where it cannot be read."""
    if demo_day_of(path) is None:
        raise UsageError("demo.not_a_demo", path=path)
