"""Turns a document into a plan: one stage after the other, the same for every language."""

from __future__ import annotations

from dataclasses import replace

from plantui.model.own_words import NO_OWN_WORDS, OwnWords

from .account.losses import imported
from .account.skipped import account_of
from .assemble.plan import assembled
from .imported import Imported
from .languages.own_words import with_own_words
from .metadata.front import missing_in, plan_info
from .overview.no_tasks import NoTasks
from .patterns import compiled
from .progress import Progress, Tell
from .readers.reader import reader_of
from .source import Source
from .traditional import is_traditional, restored, simplified

_TASKS = 0.45
"""How much of an import the reading of the tasks is."""
_UNSAFE = compiled(r"[^\w.-]+")


def import_document(
    source: Source,
    plan_id: str | None = None,
    tell: Tell | None = None,
    year: int | None = None,
    own: OwnWords = NO_OWN_WORDS,
) -> Imported:
    """Read a document as a plan. `plan_id` is by default made from the file's name; `tell` hears how much is done; `year`
    is that of dates without one, and of a plan whose title names none; `own` are the office's own words.

    Raises NoTasks, which holds what was seen, where no task can be found.
    """
    simple = simplified(source) if is_traditional(source.text) else None
    with with_own_words(own):
        read = _imported(simple or source, plan_id or slug(source.name), Progress(tell), year)
    read = replace(restored(read, source) if simple else read, own_words=own)
    if not read.plan.tasks:
        raise NoTasks(read)
    return read


def slug(name: str) -> str:
    """A plan's id from a file's name."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem = stem.rsplit(".", 1)[0] if "." in stem else stem
    return _UNSAFE.sub("-", stem).strip("-.") or "plan"


def _imported(source: Source, plan_id: str, progress: Progress, year: int | None) -> Imported:
    reader = reader_of(source, progress, year)
    tasks = [reader.task(at) for at in progress.over(range(len(reader.tasks())), _TASKS)]
    info = plan_info(reader.front, plan_id, source, reader.places, reader.responsible)
    goals = (goal for goal, _ in reader.goals)
    plan = assembled(source, info, goals, reader.headings, [*zip(tasks, reader.heads, strict=True)])
    account = account_of(source, tasks, reader.used(), reader.ranges(), reader.skipped(tasks))
    doubts = [
        *(doubt for task in tasks for doubt in task.doubts),
        *reader.doubts,
        *missing_in(reader.front),
    ]
    found = imported(source, plan, account, [task.words for task in tasks], reader.signs, doubts)
    progress.add(1.0)
    return found
