"""The script of the demonstration: what is written beside the bundled plans, as values."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from plantui.model.actual import Actual
from plantui.model.event import Choice, Extension, StageKind
from plantui.model.evidence import Evidence, EvidenceKind
from plantui.model.key import TaskKey
from plantui.model.note import NoteContent
from plantui.model.plan import Task
from plantui.model.requirement import RequirementReport
from plantui.model.terms import Status
from plantui.planfile.reader import read_plan
from plantui.planfile.search_path import bundled_plans

from .evidence import take_evidence

_SCRIPT = Path("demo", "zhengzhou-2023-2025.toml")
_WRITTEN_AFTER = timedelta(days=3)
_CORRECTED_AFTER = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class DemoNote:
    """A note of the demonstration, or the correction of one: then it has only another text."""

    key: TaskKey
    department: str
    content: NoteContent
    author: str
    written: date
    is_correction: bool = False


@dataclass(frozen=True, slots=True)
class DemoStep:
    """A step that somebody takes with a note."""

    key: TaskKey
    department: str
    as_of: date
    """The as-of day of the note."""
    kind: StageKind
    reason: str
    author: str
    written: date


@dataclass(frozen=True, slots=True)
class DemoEvent:
    """An extension of a task, or a choice of the office."""

    content: Choice | Extension
    author: str
    written: date
    key: TaskKey | None = None


DemoEntry = DemoNote | DemoStep | DemoEvent
"""Content of one action of the demonstration."""


@dataclass(frozen=True, slots=True)
class DemoScript:
    """The frame of the demonstration as it is written down beside the bundled plans."""

    plan: str
    """Id of the plan that the notes are about."""
    department: str
    """Name of the department whose tasks 本单位 shows."""
    today: date
    """The as-of day of a ledger that is made of it."""


def read_script() -> DemoScript:
    """Read which plan, department and day the demonstration has. Raises OSError where it was not installed."""
    content = _content()
    return DemoScript(content["plan"], content["department"], content["as_of"])


def read_entries() -> tuple[DemoEntry, ...]:
    """Read what the demonstration is made of, in the order of writing. Raises OSError where it was not installed."""
    content = _content()
    plan = read_plan(bundled_plans() / f"{content['plan']}.toml").plan
    tasks = {task.id: task for task in plan.tasks} if plan else {}
    entries: list[DemoEntry] = [
        *_first_notes(content, tasks),
        *_corrections(content),
        *_choices(content),
        *_steps(content),
        *_extensions(content, tasks),
    ]
    return tuple(sorted(entries, key=lambda entry: entry.written))


def _content() -> dict[str, Any]:
    import tomllib

    return tomllib.loads((bundled_plans() / _SCRIPT).read_text("utf-8"))


def _first_notes(content: dict[str, Any], tasks: Mapping[str, Task]) -> Iterator[DemoNote]:
    for one in content["series"]:
        author = content["author"].format(department=one["department"])
        key = TaskKey(content["plan"], one["task"])
        for note in one["notes"]:
            given = _note_content(note, tasks[one["task"]], content["share"])
            yield DemoNote(key, one["department"], given, author, note["as_of"] + _WRITTEN_AFTER)


def _note_content(note: dict[str, Any], task: Task, share: str) -> NoteContent:
    day = note["as_of"]
    made = {
        "status": Status(note.get("status", Status.IN_PROGRESS)),
        "requirements": tuple(_requirement(one, task) for one in note.get("requirements", ())),
        "actuals": tuple(_actual(one, task, day) for one in note.get("actuals", ())),
        "evidence": tuple(_evidence(one, day, share) for one in note.get("evidence", ())),
    }
    return NoteContent(**{**note, **made})


def _requirement(given: dict[str, Any], task: Task) -> RequirementReport:
    done_on = given.get("done_on")
    is_done = True if done_on else None
    return RequirementReport(task.deadlines[given["number"] - 1], is_done, done_on, given.get("percent"))


def _actual(given: dict[str, Any], task: Task, day: date) -> Actual:
    item = task.indicators[given["number"] - 1]
    return Actual(item, given["value"], given.get("unit", item.unit), day, given.get("source", ""))


def _evidence(given: dict[str, Any], day: date, share: str) -> Evidence:
    """Return a link, the plan's own document, or a file that lies nowhere, as happens where somebody tidies up."""
    if "link" in given:
        return take_evidence(given["link"], day)
    if "document" in given:
        return take_evidence(str(bundled_plans() / given["document"]), day)
    name = given["file"]
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    return Evidence(EvidenceKind.FILE, f"{share}/{name}", name, day, given["size"], sha256)


def _corrections(content: dict[str, Any]) -> Iterator[DemoNote]:
    for one in content["corrections"]:
        author = content["author"].format(department=one["department"])
        given = NoteContent(Status.IN_PROGRESS, one["progress"], as_of=one["as_of"])
        written = one["as_of"] + _CORRECTED_AFTER
        key = TaskKey(content["plan"], one["task"])
        yield DemoNote(key, one["department"], given, author, written, is_correction=True)


def _choices(content: dict[str, Any]) -> Iterator[DemoEvent]:
    for one in content["choices"]:
        yield DemoEvent(Choice(one["name"], one["value"]), one["by"], one["on"])


def _steps(content: dict[str, Any]) -> Iterator[DemoStep]:
    for one in content["steps"]:
        key = TaskKey(content["plan"], one["task"])
        for kind in one["kind"]:
            reason = one.get("reason", "")
            yield DemoStep(
                key, one["department"], one["as_of"], StageKind(kind), reason, one["by"], one["on"]
            )


def _extensions(content: dict[str, Any], tasks: Mapping[str, Task]) -> Iterator[DemoEvent]:
    for one in content["extensions"]:
        requirement = tasks[one["task"]].deadlines[one["number"] - 1]
        extension = Extension(requirement, one["new_due"], one["reason"], one["approved_by"])
        yield DemoEvent(extension, one["by"], one["on"], TaskKey(content["plan"], one["task"]))
