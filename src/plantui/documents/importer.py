"""Turns a document into a plan: one stage after the other, the same for every language."""

from __future__ import annotations

from plantui.documents.account.account import account_of
from plantui.documents.languages.language import language_of
from plantui.model.own_words import NO_OWN_WORDS, OwnWords
from plantui.model.plan_id import slug

from .account.losses import imported
from .assemble import assembled
from .imported import Imported
from .languages.own_words import with_own_words
from .metadata.front import missing_in, plan_info
from .overview.no_tasks import NoTasks
from .progress import Progress, Tell
from .readers.document import ReadDocument
from .source import Source
from .traditional import is_traditional, restored, simplified

_TASKS = 0.45
"""How much of an import the reading of the tasks is."""


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
    read = (restored(read, source) if simple else read)._replace(own_words=own)
    if not read.plan.tasks:
        raise NoTasks(read)
    return read


def _imported(source: Source, plan_id: str, progress: Progress, year: int | None) -> Imported:
    document = _read(source, progress, year)
    tasks = [read() for read in progress.over(document.tasks, _TASKS)]
    info = plan_info(document.front, plan_id, source, document.places, document.responsible)
    goals = (goal for goal, _ in document.goals)
    plan = assembled(source, info, goals, document.headings, [*zip(tasks, document.heads, strict=True)])
    account = account_of(source, tasks, document.used, document.ranges, document.skipped(tasks))
    doubts = [
        *(doubt for task in tasks for doubt in task.doubts),
        *document.doubts,
        *missing_in(document.front),
    ]
    found = imported(source, plan, account, [task.words for task in tasks], document.signs, doubts)
    progress.add(1.0)
    return found


def _read(source: Source, progress: Progress, year: int | None) -> ReadDocument:
    """Find the structure of a document; `year` is that of dates without one."""
    if language_of(source.text).is_english:
        from .readers.english import read_english  # 20 ms that a Chinese document need not wait for

        return read_english(source, progress, year)
    from .readers.chinese import read_chinese

    return read_chinese(source, progress, year)
