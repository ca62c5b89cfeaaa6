"""Notes that follow their tasks: what was last said of a task that another one took the place of.

The old notes stay where they are. Each department's latest note is written once more on the task in its place, as a note
of its own; of several tasks that became one, the latest notes become one note.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from plantui.model.key import TaskKey
from plantui.model.note import Note, NoteContent
from plantui.model.plan import Plan, Task
from plantui.model.terms import Status

NotesOf = Callable[[TaskKey], Sequence[Note]]
"""Gives the notes on a task that count, oldest first."""
TaskOf = Callable[[TaskKey], Task | None]
"""Gives a task of any plan; None for one that is nowhere."""


@dataclass(frozen=True, slots=True)
class FollowingNote:
    """A note to write on the task that took the place of others."""

    key: TaskKey
    department: str
    content: NoteContent
    sources: tuple[Note, ...]
    """The notes that it is made of, the latest last."""


@dataclass(frozen=True, slots=True)
class Following:
    """The notes of a plan that follow its tasks."""

    notes: tuple[FollowingNote, ...]
    known: int
    """Number of notes that need not be written: the department has said as much on the new task, or later."""
    nowhere: tuple[tuple[TaskKey, TaskKey], ...]
    """Tasks whose successor is in no plan, each with that successor."""
    left_out: int
    """Number of words on dates and of actual values that the new task has no place for."""


def following(plan: Plan, notes_of: NotesOf, task_of: TaskOf) -> Following:
    """Return the notes that follow the tasks of a plan to those that took their place."""
    sources: defaultdict[tuple[TaskKey, str], list[tuple[str, Note]]] = defaultdict(list)
    tasks: dict[TaskKey, Task] = {}
    nowhere: list[tuple[TaskKey, TaskKey]] = []
    for before in plan.tasks:
        key, after = TaskKey(plan.info.id, before.id), before.successor(plan.info.id)
        if after is None:
            continue
        task = tasks.get(after) or task_of(after)
        if task is None:
            nowhere.append((key, after))
            continue
        tasks[after] = task
        latest = {note.department: note for note in notes_of(key)}
        for department, note in latest.items():
            sources[after, department].append((before.title, note))
    found: list[FollowingNote] = []
    known = left_out = 0
    said_after = {after: notes_of(after) for after in dict.fromkeys(after for after, _ in sources)}
    for (after, department), said in sources.items():
        said.sort(key=lambda one: (one[1].as_of, one[1].written_at, one[1].id))
        if _is_said(said_after[after], department, said[-1][1]):
            known += 1
            continue
        content, lost = _on(tasks[after], said)
        left_out += lost
        found.append(FollowingNote(after, department, content, tuple(note for _, note in said)))
    return Following(tuple(found), known, tuple(nowhere), left_out)


def _is_said(notes: Iterable[Note], department: str, last: Note) -> bool:
    return any(note.department == department and note.as_of >= last.as_of for note in notes)


def _on(task: Task, said: Sequence[tuple[str, Note]]) -> tuple[NoteContent, int]:
    """Return the content of a note on a task that others became, and how many words have no place there."""
    contents = [note.content for _, note in said]
    last = contents[-1]
    requirements = {one.requirement: one for content in contents for one in content.requirements}
    actuals = [one for content in contents for one in content.actuals]
    kept = tuple(one for requirement, one in requirements.items() if requirement in task.deadlines)
    kept_actuals = tuple(one for one in actuals if one.indicator in task.indicators)
    statuses, percents = {content.status for content in contents}, {content.percent for content in contents}
    status = statuses.pop() if len(statuses) == 1 else Status.IN_PROGRESS
    content = last._replace(
        # That it was checked and closed was said of the old task, and is not true of the new one by itself.
        status=Status.COMPLETED if status is Status.CLOSED else status,
        percent=percents.pop() if len(percents) == 1 else None,
        progress=_texts(said, [content.progress for content in contents]),
        problems=_texts(said, [content.problems for content in contents]),
        next_steps=_texts(said, [content.next_steps for content in contents]),
        requirements=kept,
        actuals=kept_actuals,
        evidence=tuple(dict.fromkeys(one for content in contents for one in content.evidence)),
    )
    return content, len(requirements) - len(kept) + len(actuals) - len(kept_actuals)


def _texts(said: Sequence[tuple[str, Note]], texts: Sequence[str]) -> str:
    """Return the texts of several notes as one, each below the title of its task."""
    if len(texts) == 1:
        return texts[0]
    return "\n".join(f"{title}\n{text}" for (title, _), text in zip(said, texts, strict=True) if text)
