"""Reports and sets kept from one start to the next, so that a start reads of the ledger only what was written since.

They lie in a file beside the index, marked with all that they follow from; under other marks they are never used.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from plantui.model.department import DepartmentRef
from plantui.model.key import TaskKey
from plantui.model.progress import TaskReports
from plantui.model.terms import Light, Status, TaskState
from plantui.store.index import bits
from plantui.store.index.library import Library
from plantui.store.kept_file import KeptParts, kept_place, read_kept, write_kept

from .office import office_of
from .packed_reports import PackedParts, PackedReports
from .task_sets import FAMILIES, KeptFamilies, TaskSets
from .workspace import Workspace

if TYPE_CHECKING:
    from plantui.store.ledger import Ledger
    from plantui.store.ledger.log_state import LogState

Key = TypeVar("Key")

_VERSION = "5"
"""Raised whenever the parts, or the meaning of what is in them, change."""
_SMALL = 2_000
"""Notes and events up to which a ledger is simply read."""
_HELD = 20_000
"""Tasks up to which reports that were read from the log are held as they were read: packing them takes time."""
_TOGETHER = 10_000
"""Tasks of which the reports are read from the log at once."""
_MANY = 64
"""Changed tasks from which on what is kept is made again."""


class ReadReports(NamedTuple):
    """The reports that a ledger gives on a day, with what was kept of them."""

    reports: Mapping[TaskKey, TaskReports]
    state: LogState | None = None
    """The state of the log that they follow from; None where nothing is kept of them."""
    kept: KeptParts | None = None
    """The parts that were kept; None where nothing was that is of use."""
    changed: Mapping[TaskKey, TaskReports] = {}
    """The reports that are others than those kept."""


def read_reports(library: Library, ledger: Ledger, today: date, *, keeps: bool = True) -> ReadReports:
    """Return the reports that count on a day, of a large ledger by what was kept of it and what was written since.

    Of a demonstration nothing is kept, nor where `keeps` is not set, as of a ledger that is here for a moment.
    """
    if ledger.demo_day() is not None:
        return ReadReports(ledger.latest(today))
    if keeps and (found := kept_reports(library, ledger, today)) is not None:
        return found
    latest = ledger.latest_beside_log(today)
    if latest is None:
        return ReadReports(_read_from_log(library, ledger, today))
    if latest.state is None or library.path is None or latest.state.rows <= _SMALL:
        return ReadReports(latest.reports)
    return ReadReports(PackedReports.of(library, latest.reports), latest.state if keeps else None)


def _read_from_log(library: Library, ledger: Ledger, today: date) -> Mapping[TaskKey, TaskReports]:
    """Return the reports that count on a day, of very many tasks packed: all of them as read would fill the memory."""
    if library.path is None or library.live.bit_count() <= _HELD:
        return ledger.latest(today)
    return PackedReports.of_portions(library, ledger.latest_portions(today, _bounds(library)))


def _bounds(library: Library) -> list[str]:
    """Return the ids of plans, ascending, between which lie so many tasks that their reports may be held together."""
    found: list[str] = []
    tasks = 0
    for plan in sorted(library.plans, key=lambda plan: plan.id):
        if tasks + plan.tasks > _TOGETHER and tasks:
            found.append(plan.id)
            tasks = 0
        tasks += plan.tasks
    return found


def kept_reports(library: Library, ledger: Ledger, today: date) -> ReadReports | None:
    """Return the reports that count on a day where they were kept; None where all of the ledger has to be read."""
    place = kept_place(library.path, ledger.path)
    kept = read_kept(place) if place else None
    since = _state_of(kept, library) if kept else None
    if kept is None or since is None:
        return None
    latest = ledger.latest_since(today, since)
    if latest.state is None:
        return ReadReports(latest.reports)
    if latest.is_all:
        return ReadReports(PackedReports.of(library, latest.reports), latest.state)
    packed = PackedParts(*(kept.parts.get(name, b"") for name in PackedParts._fields))
    try:
        reports = PackedReports.unpacked(library, packed, {**latest.extended, **latest.reports})
    except ValueError:
        return None
    return ReadReports(reports, latest.state, kept, latest.reports)


def take_kept_sets(workspace: Workspace, read: ReadReports) -> None:
    """Give a workspace of these reports the sets that were kept, where they are those of its day, rules and office."""
    if read.kept is None or read.kept.marks.get("judged") != _judged(workspace):
        return
    try:
        families = _families(read.kept.parts)
    except (ValueError, TypeError):
        return
    workspace.take_sets(families, read.changed)


def keep(workspace: Workspace, ledger: Ledger, read: ReadReports) -> None:
    """Keep the reports and sets of a workspace for the next start, where those kept are of another day or far behind."""
    place = kept_place(workspace.library.path, ledger.path)
    if place is None or read.state is None or not isinstance(workspace.reports, PackedReports):
        return
    judged = _judged(workspace)
    is_new = read.kept is None or read.kept.marks.get("judged") != judged
    if is_new or len(read.changed) >= _MANY:
        marks = {
            "version": _VERSION,
            "library": workspace.library.stamp,
            "log": read.state.text,
            "judged": judged,
        }
        parts = {**workspace.reports.parts._asdict(), **dict(_named_sets(workspace))}
        write_kept(place, KeptParts(marks, parts))


def forget(library: Library, ledger: Ledger) -> None:
    """Take away what was kept, as far as the system lets us: the next start makes it again."""
    if (place := kept_place(library.path, ledger.path)) is not None:
        with suppress(OSError):
            place.unlink(missing_ok=True)


def wrongly_kept(library: Library, ledger: Ledger, today: date) -> Path | None:
    """Return the file in which something else was kept than follows from the ledger; None where there is no such file."""
    read = kept_reports(library, ledger, today)
    if read is None or read.kept is None:
        return None
    office = office_of(ledger, today)
    kept, anew = (
        Workspace(library, today, reports, office=office) for reports in (read.reports, ledger.latest(today))
    )
    take_kept_sets(kept, read)
    is_right = all(_said(kept.sets, family) == _said(anew.sets, family) for family in FAMILIES)
    is_right = is_right and _counting(kept.reports) == _counting(anew.reports)
    return None if is_right else kept_place(library.path, ledger.path)


def _said(sets: TaskSets, family: str) -> dict[object, int]:
    found: Mapping[object, int] = getattr(sets, family)
    return {key: tasks for key, tasks in found.items() if tasks}


def _counting(reports: Mapping[TaskKey, TaskReports]) -> dict[TaskKey, TaskReports]:
    return {key: found for key, found in reports.items() if found.notes or found.extensions}


def _state_of(kept: KeptParts, library: Library) -> LogState | None:
    """Return the state of the log that was kept, None where it was kept for other plans or in another way."""
    from plantui.store.ledger.log_state import LogState

    marks = kept.marks
    if (marks.get("version"), marks.get("library")) != (_VERSION, library.stamp):
        return None
    try:
        return LogState.parse(marks.get("log", ""))
    except (ValueError, TypeError):
        return None


def _judged(workspace: Workspace) -> str:
    """Return all that sets follow from besides plans and reports."""
    by = workspace.judged_by
    days = by.working_days.edition if by.working_days else ""
    return json.dumps([by.today.isoformat(), repr(by.rules), days, workspace.office.made])


# -- sets as parts: the name of a part is that of the family and the key of the set ------------------------------


def _named_sets(workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    for family in FAMILIES:
        found = _said(workspace.sets, family)
        yield from ((f"{family}/{_text(key)}", bits.pack(tasks)) for key, tasks in found.items())


def _text(key: object) -> str:
    if isinstance(key, DepartmentRef):
        return json.dumps([key.region, key.name], ensure_ascii=False)
    if isinstance(key, date):
        return key.isoformat()
    return "" if key is None else str(key)


def _families(parts: Mapping[str, bytes | memoryview]) -> KeptFamilies:
    found: dict[str, dict[str, bytes | memoryview]] = {family: {} for family in FAMILIES}
    for name, part in parts.items():
        family, _, key = name.partition("/")
        if family in found:
            found[family][key] = part
    return KeptFamilies(
        _Unpacked(found["statuses"], Status),
        _Unpacked(found["lights"], Light),
        _Unpacked(found["states"], TaskState),
        _Unpacked(found["by_due"], lambda key: date.fromisoformat(key) if key else None),
        _Unpacked(found["with_percent"], bool),
        _Unpacked(found["waiting"], str),
        _Unpacked(found["extended"], int),
        _Unpacked(found["unreported"], lambda key: DepartmentRef(*json.loads(key)) if key else None),
    )


class _Unpacked(Mapping[Key, int]):
    """Sets of a family, each unpacked where it is asked for."""

    def __init__(self, packed: Mapping[str, bytes | memoryview], key: Callable[[str], Key]) -> None:
        self._packed = {key(name): part for name, part in packed.items()}

    def __getitem__(self, key: Key) -> int:
        return bits.unpack(self._packed[key])

    def __iter__(self) -> Iterator[Key]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)
