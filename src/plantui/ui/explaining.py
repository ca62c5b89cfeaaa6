"""The explanation of a row: of a task its light, dates, newest note and sentence; of a branch its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plantui.model.light_rules import DEFAULT_RULES
from plantui.model.terms import Light
from plantui.query.outline import Branch, DepartmentBranch, Row
from plantui.query.session import Session
from plantui.store.index.library import TaskEntry
from plantui.words import Words
from plantui.words.phrases import department_term, light_count, light_reason, note_status, numbered, term

if TYPE_CHECKING:
    from plantui.model.note import Note

_SHORT = 160
"""Characters of a note that are shown, so that the plan's sentence behind it is still on the screen."""


def explanation(words: Words, session: Session, row: Row, notes: Sequence[Note]) -> list[str]:
    """Return what a row is about, one paragraph each. `notes` are those on its task that count, the newest last."""
    if isinstance(row, Branch):
        name = numbered(row.section.number, row.section.title) if row.section else row.plan.title
        return [name, *_figures(words, row.total, row.done, row.red)]
    if isinstance(row, DepartmentBranch):
        if row.department is None:
            return [words("columns.nobody"), *_figures(words, row.total, None, row.red)]
        name = department_term(row.department, with_region=session.has_several_regions)
        return [
            name,
            words("screen.explain.unreported", count=row.total),
            *_figures(words, None, None, row.red),
        ]
    said = _about_task(words, session, row.task, notes)
    lines = [words("screen.pane.labelled", label=label, text=text) for label, text in said]
    return [numbered(row.task.number, row.task.title), *lines]


def _figures(words: Words, total: int | None, done: int | None, red: int) -> Iterator[str]:
    if total is not None and done is not None:
        yield words("screen.pane.figures", total=total, done=done)
    if red:
        yield light_count(words, Light.RED, red)


def _about_task(
    words: Words, session: Session, task: TaskEntry, notes: Sequence[Note]
) -> Iterator[tuple[str, str]]:
    """Yield labels and texts, first what fits on a small screen: why this light, the newest note, the sentence."""
    reason, progress = session.workspace.light(task), session.workspace.expected(task)
    whole = session.library.task(task.pk)
    rule = words(f"dialogs.light.{reason.light.value}", days=DEFAULT_RULES.notice_days)
    why = words("screen.explain.light", reason=light_reason(words, reason), rule=rule)
    yield term(words, reason.light, long=True), why
    dated = [(deadline, f"{deadline.due.isoformat()} {deadline.phrase}") for deadline in whole.deadlines]
    yield from ((label, deadline.clause) for deadline, label in dated if deadline.due == reason.due)
    if notes:
        yield words("screen.pane.newest"), _shortened(words, notes[-1])
    else:
        yield words("screen.pane.notes"), words("screen.pane.no_notes")
    yield words("screen.pane.text"), whole.text
    if progress.missing:
        yield words("terms.report.missing"), words.listing(list(progress.missing))
    yield from ((label, deadline.clause) for deadline, label in dated if deadline.due != reason.due)


def _shortened(words: Words, note: Note) -> str:
    text = note.content.progress
    if (rest := len(text) - _SHORT) > 0:
        text = f"{text[:_SHORT]}{words('screen.pane.more', count=rest)}"
    facts = {"day": note.as_of.isoformat(), "status": note_status(words, note.content)}
    return words("screen.explain.note", department=note.department, **facts, text=text)
