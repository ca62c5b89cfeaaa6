"""The explanation of a row: of a task its light, dates, newest note and sentence; of a branch its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plantui.model.requirement_progress import RequirementProgress
from plantui.model.terms import SETTLED, Light
from plantui.query.outline import Branch, DepartmentBranch, Row
from plantui.query.session import Session
from plantui.store.index.library import TaskEntry
from plantui.words import Words
from plantui.words.light_phrases import light_label, light_reason, rules_name, state_meaning
from plantui.words.phrases import (
    department_term,
    extended_text,
    light_count,
    note_reason,
    note_status,
    numbered,
)
from plantui.words.requirement_phrases import former_text, standing_text

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
    workspace = session.workspace
    reason, progress = workspace.light(task), workspace.expected(task)
    whole = session.library.task(task.pk)
    rule = state_meaning(words, workspace.rules, reason.state)
    facts = {"reason": light_reason(words, reason), "rules": rules_name(words, workspace.rules)}
    yield light_label(words, reason), words("screen.explain.light", rule=rule, **facts)
    requirements = workspace.requirements_of(task, whole.deadlines)
    deciding = [one for one in requirements if one.dates.current == reason.due and not one.is_done]
    settled = progress.status in SETTLED
    yield from _dates(words, session, deciding, settled=settled)
    if notes:
        yield words("screen.pane.newest"), _shortened(words, notes[-1])
        if why := note_reason(words, notes[-1].content):
            yield words("terms.note.reason"), why
    else:
        yield words("screen.pane.notes"), words("screen.pane.no_notes")
    yield words("screen.pane.text"), whole.text
    owing = workspace.owing(task)
    if set(owing) - set(progress.missing):  # who has never reported has not in this period
        yield words("terms.report.owing"), words.listing(owing)
    if progress.missing:
        yield words("terms.report.missing"), words.listing(list(progress.missing))
    others = [one for one in requirements if one not in deciding]
    yield from _dates(words, session, others, settled=settled)
    for former in workspace.former_words(task, whole.deadlines):
        yield words("lights.requirement.former.label"), former_text(words, former)


def _dates(
    words: Words, session: Session, requirements: Sequence[RequirementProgress], *, settled: bool
) -> Iterator[tuple[str, str]]:
    for one in requirements:
        facts = [standing_text(words, one, session.today, settled=settled), extended_text(words, one.dates)]
        clause = one.requirement.clause or one.requirement.phrase
        standing = words("lights.requirement.join").join(fact for fact in facts if fact)
        said = words("lights.requirement.standing", clause=clause, standing=standing) if standing else clause
        yield f"{one.dates.current.isoformat()} {one.requirement.phrase}", said


def _shortened(words: Words, note: Note) -> str:
    text = note.content.progress
    if (rest := len(text) - _SHORT) > 0:
        text = f"{text[:_SHORT]}{words('screen.pane.more', count=rest)}"
    facts = {"day": note.as_of.isoformat(), "status": note_status(words, note.content)}
    return words("screen.explain.note", department=note.department, **facts, text=text)
